"""What goes into reading a file and what a reader of one format gives; ``report.Reading`` is what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from cleaning.report import Reading

__all__ = ["FLAGS", "Limits", "Problem", "Reading", "Text"]

FLAGS = {
    "needs_ocr": "the pages are pictures and no recogniser is installed",
    "needs_tool": "a program that reads this kind of file is not installed",
    "encrypted": "the file needs a password",
    "truncated": "the file or its text is not complete",
    "too_large": "the file holds more than the limits allow",
    "too_many_pages": "the file has more pages than the limits allow; the first ones were read",
    "bomb": "the file unpacks to far more than it weighs, or says so",
    "unreadable": "the file is damaged or not what it says it is",
    "timed_out": "reading took longer than the limits allow",
    "out_of_memory": "reading took more memory than the limits allow",
    "wrong_suffix": "the name says another kind of file than the content is",
    "has_macros": "the file carries programs; they were not run",
    "unsupported": "this kind of file is not read",
}
"""Every flag a reading can carry and what it says."""


@dataclass(frozen=True)
class Limits:
    """How much of a file is read: seconds, bytes of memory, pages, characters of text, members of an archive,
    bytes unpacked in all, archives inside archives, pages recognised as pictures and seconds for each of these."""

    seconds: float = 60
    memory: int = 1 << 30
    pages: int = 2000
    characters: int = 5_000_000
    members: int = 200
    unpacked: int = 200 << 20
    depth: int = 2
    ocr_pages: int = 100
    ocr_seconds: float = 20


@dataclass(frozen=True)
class Text:
    """What a reader of one format gives: the text and what is special with it."""

    text: str
    method: str
    pages: int | None = None
    confidence: float = 1.0
    flags: tuple[str, ...] = ()
    note: str = ""
    members: tuple[tuple[str, Reading], ...] = ()


class Problem(Exception):
    """A file that gives no text: the flag and the sentence that say why."""

    def __init__(self, flag: str, note: str) -> None:
        super().__init__(note)
        self.flag = flag
        self.note = note
