"""A lot: files built by code, with the lines of their text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cleaning.attachments import Reading, read_file


class Sample(NamedTuple):
    """A file, its name, the lines of its text, other right readings, lines that may stand or not, and its flags."""

    name: str
    data: bytes
    file: str
    lines: tuple[tuple[str, ...], ...]
    either: frozenset[str]
    flags: frozenset[str]

    def wrong(self) -> str:
        """What is read otherwise, empty where nothing is."""
        reading = read_file(self.data, self.file)
        found = tuple(line for line in reading.text.split("\n") if line and line not in self.either)
        flags = "" if self.flags == set(reading.flags) else f" flags {sorted(reading.flags)}"
        text = "" if found in self.lines else f" {_difference(self.lines[0], found, reading)}"
        return f"{self.name}:{flags}{text}" if flags or text else ""


class Lot:
    """Files that were written together; ``first`` of ``files`` were read right at first sight."""

    def __init__(self, first: int, files: int) -> None:
        self.first = first
        self.files = files
        self.samples: list[Sample] = []

    def add(
        self,
        name: str,
        data: bytes,
        file: str,
        lines: Iterable[str],
        *others: Iterable[str],
        either: Iterable[str] = (),
        flags: Iterable[str] = (),
    ) -> None:
        texts = tuple(tuple(each) for each in (lines, *others))
        self.samples.append(Sample(name, data, file, texts, frozenset(either), frozenset(flags)))


def _difference(wanted: tuple[str, ...], found: tuple[str, ...], reading: Reading) -> str:
    lost = [line for line in wanted if line not in found]
    more = [line for line in found if line not in wanted]
    return f"({reading.method}) lost {lost} found {more}" if lost or more else f"({reading.method}) order {found}"
