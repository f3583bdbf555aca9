"""The files of a page as they were read, each taken out of its archive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from cleaning.page.decode import sound
from cleaning.report import FileText, Reading
from cleaning.text.normalize import squeeze as fold

# A word processor's file holds what its author wrote, a set page what can be put together again of it.
FORMATS: Final = ("wordprocessingml", "opendocument.text", "msword", "wps", "rtf", "html", "pdf", "ofd", "text/plain")


@dataclass(slots=True)
class ReadFile:
    """One file that was read, taken out of its archive; ``file`` is its place among the page's files."""

    file: int
    url: str
    name: str
    member: str
    reading: Reading
    text: str = ""
    role: str = ""

    @property
    def rank(self) -> tuple[float, int, int]:
        """What decides which of several readings of one text is the best."""
        media = self.reading.media_type
        place = next((at for at, name in enumerate(FORMATS) if name in media), len(FORMATS))
        return round(self.reading.confidence * 20) / 20, -place, len(self.text)


def read_files(at: int, file: FileText) -> list[ReadFile]:
    """The file, or what its archive holds."""
    if file.reading is None:
        return []
    return [
        ReadFile(at, file.url, name.rsplit("/", 1)[-1] or file.name, name, reading, reading.text.strip())
        for name, reading in file.reading.inner()
    ] or [ReadFile(at, file.url, file.name, "", file.reading, file.reading.text.strip())]


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def lines_of(text: str) -> list[str]:
    """The lines of a file that hold a text."""
    return [line.strip(" \u3000\r\x0c") for line in sound(text).split("\n") if line.strip()]


def stem_of(piece: ReadFile) -> str:
    """The name of a file without its suffix, for telling formats of one document; "" where it says nothing."""
    stem = fold(PurePosixPath(piece.name).stem if "." in piece.name[-6:] else piece.name)
    return stem if re.search(r"[\u4e00-\u9fff]{2}", stem) else ""
