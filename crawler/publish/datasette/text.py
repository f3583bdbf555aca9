"""A report's text as its page shows it: paragraphs with numbers, headings, figures and search hits marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any, Final

from crawler.store import pairs

DEEPEST: Final = 6  # of HTML's headings
FIRST_LEVEL: Final = 2  # of a heading in the text; the report's title is 1
_NO_HEAD: Final[Mapping[str, Any]] = {"kind": "", "level": 0, "part": None}
LONGEST_TOC_ENTRY: Final = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that is shown alike. ``figure`` is the id of the figure it states."""

    text: str
    strong: bool
    hit: bool
    figure: int | None
    first: bool  # whether the figure begins here


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``number`` counts the lines of the body from 1; ``level`` is the HTML heading level, 0 for running text."""

    number: int
    level: int
    part: str | None
    reused: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    number: int
    level: int
    marker: str
    heading: str
    part: str | None


def paragraphs(
    body: str,
    sections: Sequence[Mapping[str, Any]],
    figures: Iterable[Mapping[str, Any]],
    query: str = "",
    reused: frozenset[int] = frozenset(),
) -> tuple[list[Paragraph], list[Entry]]:
    """The text and its table of contents. ``sections`` and ``figures`` are rows with offsets into ``body``."""
    lines = body.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)][: len(lines)]
    heads = dict(_placed(starts, sections, len(body)))
    spans = _by_line(starts, figures, len(body))
    written = [(number, line) for number, line in enumerate(lines) if line.strip()]
    contents = [_entry(number + 1, heads[number]) for number, _ in written if _is_entry(heads.get(number, _NO_HEAD))]
    shown, level = [], 1
    for number, line in written:
        head = heads.get(number, _NO_HEAD)
        heading = _heading(head, level)
        level = heading or level
        hits = pairs.hits(line, query) if query else ()
        pieces = _pieces(line, starts[number], spans.get(number, ()), _run_in(line, head), hits)
        shown.append(Paragraph(number + 1, heading, _part(head), number in reused, pieces))
    return shown, contents


def _part(head: Mapping[str, Any]) -> str | None:
    return head["part"] if head["level"] == 1 else None


def _is_entry(head: Mapping[str, Any]) -> bool:
    return head["kind"] in ("line", "run_in")


def _heading(head: Mapping[str, Any], above: int) -> int:
    """The level of a line below a heading of another, 0 for running text."""
    if head["kind"] != "line":
        return 0
    return min(above + 1, DEEPEST, max(FIRST_LEVEL, int(head["level"]) + 1))


def _entry(number: int, head: Mapping[str, Any]) -> Entry:
    heading = head["heading"]
    if len(heading) > LONGEST_TOC_ENTRY:
        heading = heading[:LONGEST_TOC_ENTRY] + "…"
    return Entry(number, min(int(head["level"]), 4), head["marker"], heading, head["part"])


def _run_in(line: str, head: Mapping[str, Any]) -> int:
    """How many characters of a line are its heading."""
    if head["kind"] != "run_in":
        return 0
    place = line.find(head["heading"]) if head["heading"] else -1
    return place + len(head["heading"]) if 0 <= place <= len(head["marker"]) + 4 else 0


def _placed(
    starts: Sequence[int], rows: Iterable[Mapping[str, Any]], size: int
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows that have a place in a text of so many characters, each with the line it begins in."""
    return ((bisect_right(starts, row["start"]) - 1, row) for row in rows if 0 <= row["start"] <= size)


def _by_line(
    starts: Sequence[int], figures: Iterable[Mapping[str, Any]], size: int
) -> dict[int, list[tuple[int, int, int]]]:
    """Where the figures that have a name stand: start, end and id, by line."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for line, row in _placed(starts, figures, size):
        if row["key"]:
            found.setdefault(line, []).append((row["start"], row["end"], row["id"]))
    return found


def _pieces(
    line: str,
    offset: int,
    figures: Iterable[tuple[int, int, int]],
    strong: int,
    hits: Iterable[tuple[int, int]],
) -> tuple[Piece, ...]:
    """The line cut where its look changes. Where figures overlap, the first one keeps the characters."""
    figure: list[int | None] = [None] * len(line)
    for start, end, figure_id in figures:
        for place in range(max(0, start - offset), min(len(line), end - offset)):
            figure[place] = figure_id if figure[place] is None else figure[place]
    hit = [False] * len(line)
    for start, end in hits:
        hit[start:end] = [True] * (end - start)
    looks = [(place < strong, hit[place], figure[place]) for place in range(len(line))]
    pieces: list[Piece] = []
    place, seen = 0, set[int | None]()
    for (is_strong, is_hit, key), group in groupby(looks):
        end = place + sum(1 for _ in group)
        pieces.append(Piece(line[place:end], is_strong, is_hit, key, key is not None and key not in seen))
        seen.add(key)
        place = end
    return tuple(pieces)
