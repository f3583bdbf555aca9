"""The lines of a page as a reader sees them, each with what the page's markup says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from cleaning.text.normalize import squeeze
from cleaning.text.numbering import Marker, read_marker

_AROUND = frozenset(" \u3000[]【】()（）〔〕|｜/·•<>»›")
"""What pages put around links that stand side by side."""
_SIDE_BY_SIDE = 12


@dataclass(slots=True)
class Line:
    """One line of text; ``link`` counts its characters inside links, ``lead`` those of a bold beginning.

    ``anchors`` are the texts of its links.
    """

    text: str
    link: int = 0
    lead: int = 0
    images: int = 0
    anchors: tuple[str, ...] = ()
    _folded: str | None = field(default=None, init=False, repr=False, compare=False)
    _marker: Marker | bool | None = field(default=False, init=False, repr=False, compare=False)

    @property
    def folded(self) -> str:
        """The text in the form in which lines are compared: NFKC, no white space. Made once, for all who ask."""
        if self._folded is None:
            self._folded = squeeze(self.text)
        return self._folded

    @property
    def marker(self) -> Marker | None:
        """The marker of a heading that the line begins with (``cleaning.text.numbering``). Read once."""
        if isinstance(self._marker, bool):
            self._marker = read_marker(self.text)
        return self._marker

    @property
    def is_link(self) -> bool:
        """Whether the line is links and nothing else but a sign or two, or the brackets and bars around each."""
        if self.link <= 0 or self.link >= len(self.text) - 2:
            return self.link > 0
        several = 1 < len(self.anchors) <= _SIDE_BY_SIDE
        return several and self.link * 3 >= len(self.text) and self._only_signs_apart()

    def _only_signs_apart(self) -> bool:
        """Whether nothing but signs and blanks stands between and around the links."""
        rest = self.text
        for anchor in self.anchors:
            rest = rest.replace(anchor.strip(), "", 1)
        return not set(rest) - _AROUND

    @property
    def plain(self) -> int:
        """Characters outside links."""
        return len(self.text) - self.link


def characters_in(lines: Iterable[Line]) -> int:
    """The number of characters of lines."""
    return sum([len(line.text) for line in lines])


def last_line(lines: Sequence[Line]) -> Line | None:
    """The last line with a text."""
    return next((line for line in reversed(lines) if line.text), None)


@dataclass(slots=True)
class Stream:
    """All lines of a page in reading order; ``regions`` maps a region's number to its half-open range of lines.

    ``hidden`` are the numbers of the lines a reader cannot see, ``boxes`` the ranges of elements where those were asked
    for.
    """

    lines: list[Line] = field(default_factory=list)
    regions: dict[int, tuple[int, int]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    boxes: list[tuple[int, int]] = field(default_factory=list)

    def without(self, gone: Collection[int]) -> Stream:
        """The stream without the lines of these numbers."""
        if not gone:
            return self
        places, lines = [0], []
        for at, line in enumerate(self.lines):
            if at not in gone:
                lines.append(line)
            places.append(len(lines))
        regions = {number: (places[start], places[end]) for number, (start, end) in self.regions.items()}
        hidden = {places[at] for at in self.hidden if at not in gone}
        boxes = [(places[start], places[end]) for start, end in self.boxes]
        return Stream(lines, regions, hidden, boxes)
