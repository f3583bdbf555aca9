"""read_apart(page) -> Cleaned: a page that may cost much, cleaned in a process that can be ended.

The ordinary page is cleaned where it is. One with more text, tags or files than ``is_large`` says goes to a process of
its own with limits of memory and processor time set by the kernel; what it answers is taken for these records alone.
``work_apart`` and ``serve`` are the two ends of such a process, for other work on bytes from outside.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from cleaning.attachments.reading import Limits
from cleaning.attachments.sandbox import safely, worker
from cleaning.body.boilerplate import NONE, Boilerplate
from cleaning.clean import Cleaned, add_figures, read_page
from cleaning.page.cost import NO_ANSWER, TooCostly, is_long
from cleaning.report import FileText, Page

FILE_CHARACTERS: Final = 400_000  # of all its files
FILES: Final = 30
LIMITS: Final = Limits(seconds=15, memory=1 << 30, ocr_pages=0)
ANSWER: Final = 64 << 20  # bytes
BODY: Final = 1_000_000  # characters of the text of a report that is kept: fifty times a long one
Records = Mapping[str, frozenset[str] | set[str]]  # module -> classes an answer may be made of
_RECORDS: Final[Records] = {
    "cleaning.clean": {"Cleaned"},
    "cleaning.report": {"Report", "Attachment", "Section", "Figure", "Target"},
    "cleaning.page.lines": {"Line"},
    "cleaning.text.numbering": {"Marker"},
}


def is_large(page: Page, files: Sequence[FileText] = (), following: Mapping[str, Page] | None = None) -> bool:
    """Whether cleaning this page may take longer than a run can wait for it."""
    if is_long(page.content, *(each.content for each in (following or {}).values())):
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
    """What ``cleaning.clean.read_page`` gives, its figures read as well, made in a process of its own.

    Raises TooCostly beyond ``limits``, and for a text of more than ``BODY`` characters.
    """
    order = (page, frozenset(known), tuple(files), dict(following or {}))
    cleaned = work_apart("cleaning.apart", order, _RECORDS, limits)
    if not isinstance(cleaned, Cleaned):
        raise TooCostly(NO_ANSWER)
    if len(cleaned.report.body) > BODY:
        raise TooCostly(
            f"the page's text has {len(cleaned.report.body)} characters, more than the {BODY} that are kept"
        )
    return cleaned


def work_apart(module: str, order: object, records: Records, limits: Limits = LIMITS) -> object:
    """What a module that calls ``serve`` makes of an order, in a process of its own; only of ``records``.

    Raises TooCostly beyond ``limits``.
    """
    with safely.folder() as (folder, started):
        Path(folder, "order").write_bytes(pickle.dumps((order, limits, os.getpid())))
        process = safely.start(folder, module)
        try:
            started(process.pid)
            process.wait(timeout=4 * limits.seconds)  # processor time is what is limited; this is for a machine at rest
        except subprocess.TimeoutExpired:
            raise TooCostly(f"reading took longer than {4 * limits.seconds:g} seconds") from None
        finally:
            safely.end(process)
        answer = Path(folder, "answer")
        if process.returncode or not answer.is_file():
            raise TooCostly(f"reading took more than {limits.seconds:g} seconds or {limits.memory >> 20} MB of memory")
        if answer.stat().st_size > ANSWER:
            raise TooCostly("the page's text is larger than what is kept")
        try:
            return _Answer(io.BytesIO(answer.read_bytes()), records).load()
        except Exception:
            raise TooCostly(NO_ANSWER) from None


class _Answer(pickle.Unpickler):
    """An unpickler that makes nothing but certain records."""

    def __init__(self, stream: io.BytesIO, records: Records) -> None:
        super().__init__(stream)
        self._records = records

    def find_class(self, module: str, name: str) -> Any:
        if name in self._records.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def serve(work: Callable[[Any], object]) -> None:
    """Do the order in this folder, within its limits."""
    order, limits, parent = pickle.loads(Path("order").read_bytes())
    worker.bound(limits, parent)
    Path("answer.part").write_bytes(pickle.dumps(work(order)))
    Path("answer.part").rename("answer")


def _clean(order: tuple[Page, Boilerplate, Sequence[FileText], Mapping[str, Page]]) -> Cleaned:
    """Clean the page of an order, with figures unless its text is too long."""
    cleaned = read_page(*order)
    if len(cleaned.report.body) <= BODY:
        add_figures(cleaned.report)
    return cleaned


if __name__ == "__main__":
    serve(_clean)
