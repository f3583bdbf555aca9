"""read_apart(page) -> Cleaned: a page that may cost much, cleaned in a process that can be ended.

The ordinary page is cleaned where it is. One with more text, tags or files than ``is_large`` says goes to a process of
its own with limits of memory and processor time set by the kernel; what it answers is taken for these records alone.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from cleaning.attachments.reading import Limits
from cleaning.attachments.sandbox import safely, worker
from cleaning.body.boilerplate import NONE, Boilerplate
from cleaning.clean import Cleaned, read_page
from cleaning.report import FileText, Page

BYTES: Final = 1_000_000  # of a page that is cleaned where it is: half a second at worst
TAGS: Final = 20_000
FILE_CHARACTERS: Final = 400_000  # of all its files
FILES: Final = 30
LIMITS: Final = Limits(seconds=15, memory=1 << 30, ocr_pages=0)
ANSWER: Final = 64 << 20  # bytes
_RECORDS: Final = {
    "cleaning.clean": {"Cleaned"},
    "cleaning.report": {"Report", "Attachment", "Section", "Figure", "Target"},
    "cleaning.page.lines": {"Line"},
    "cleaning.text.numbering": {"Marker"},
}


class TooCostly(Exception):
    """A page that could not be cleaned within the limits; says why."""


def is_large(page: Page, files: Sequence[FileText] = (), following: Mapping[str, Page] | None = None) -> bool:
    """Whether cleaning this page may take longer than a run can wait for it."""
    pages = [page.content, *(each.content for each in (following or {}).values())]
    if sum(map(len, pages)) > BYTES or sum(each.count(b"<") for each in pages) > TAGS:
        return True
    texts = [
        len(text.text)
        for file in files
        if file.reading
        for text in (file.reading, *dict(file.reading.inner()).values())
    ]
    return len(texts) > FILES or sum(texts) > FILE_CHARACTERS


def read_apart(
    page: Page,
    known: Boilerplate = NONE,
    files: Sequence[FileText] = (),
    following: Mapping[str, Page] | None = None,
    limits: Limits = LIMITS,
) -> Cleaned:
    """What ``cleaning.clean.read_page`` gives, made in a process of its own. Raises TooCostly beyond ``limits``."""
    order = pickle.dumps((page, frozenset(known), tuple(files), dict(following or {}), limits, os.getpid()))
    with safely.folder() as (folder, started):
        Path(folder, "order").write_bytes(order)
        process = safely.start(folder, "cleaning.apart")
        try:
            started(process.pid)
            process.wait(timeout=4 * limits.seconds)  # processor time is what is limited; this is for a machine at rest
        except subprocess.TimeoutExpired:
            raise TooCostly(f"cleaning took longer than {4 * limits.seconds:g} seconds") from None
        finally:
            safely.end(process)
        answer = Path(folder, "answer")
        if process.returncode or not answer.is_file():
            raise TooCostly(f"cleaning took more than {limits.seconds:g} seconds or {limits.memory >> 20} MB of memory")
        if answer.stat().st_size > ANSWER:
            raise TooCostly("the page's text is larger than what is kept")
        return _Records(io.BytesIO(answer.read_bytes())).cleaned()


class _Records(pickle.Unpickler):
    """Makes nothing but the records of a cleaned page."""

    def find_class(self, module: str, name: str) -> Any:
        if name in _RECORDS.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record")

    def cleaned(self) -> Cleaned:
        """The record; raises TooCostly if it is none."""
        try:
            found = self.load()
        except Exception:
            raise TooCostly("the process that cleaned the page gave no answer") from None
        if not isinstance(found, Cleaned):
            raise TooCostly("the process that cleaned the page gave no answer")
        return found


def main() -> None:
    """Clean the page of the order in this folder."""
    page, known, files, following, limits, parent = pickle.loads(Path("order").read_bytes())
    worker.bound(limits, parent)
    Path("answer.part").write_bytes(pickle.dumps(read_page(page, known, files, following)))
    Path("answer.part").rename("answer")


if __name__ == "__main__":
    main()
