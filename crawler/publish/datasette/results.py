"""A page of reports as a list people can choose from: with the sentences a search found, and where they stand."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from crawler.publish.datasette import labels
from crawler.publish.datasette.citation import name
from crawler.store import pairs

SENTENCES: Final = 2  # shown of each report
MOST_HITS: Final = 300  # read in each report
LONGEST: Final = 110  # characters of a sentence that are shown
OPENING: Final = 90  # characters of a report that are shown where nothing was searched
_END: Final = re.compile("[。！？；\n]")

Marked = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its hits: stretches of text and whether each is a hit. ``line`` is its paragraph's number."""

    marked: Marked
    line: int
    heading: str
    part: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """One report of the list; ``hits`` is how often the words stand in it."""

    id: int
    title: Marked
    row: Mapping[str, Any]
    quotes: tuple[Quote, ...]
    opening: str
    parts: frozenset[str]
    hits: int
    timeliness: str | None
    days_to_due: int | None


def results(
    conn: sqlite3.Connection, rows: Sequence[Mapping[str, Any]], query: str = "", part: str = ""
) -> list[Result]:
    """The list for ``rows`` of the table ``reports``; with ``part``, only its sentences are quoted."""
    keys = [int(row["id"]) for row in rows]
    marks = ", ".join("?" * len(keys))
    sections: dict[int, list[Any]] = {key: [] for key in keys}
    for section in conn.execute(
        'SELECT report, start, "end", marker, heading, part, kind FROM sections'
        f" WHERE report IN ({marks}) ORDER BY report, start, level",
        keys,
    ):
        sections[section[0]].append(section)
    clocks = {
        row[0]: row[1:]
        for row in conn.execute(f"SELECT report, state, days_to_due FROM timeliness WHERE report IN ({marks})", keys)
    }
    return [_result(row, sections[int(row["id"])], clocks.get(int(row["id"])), query, part) for row in rows]


def _result(row: Mapping[str, Any], sections: list[Any], clock: Any, query: str, part: str) -> Result:
    body, title = str(row["body"] or ""), name(dict(row))
    in_title = pairs.hits(title, query) if query else []
    in_body = pairs.hits(body, query, row["body_folded"] or body) if query else []
    return Result(
        id=int(row["id"]),
        title=_marked(title, 0, len(title), in_title),
        row=row,
        quotes=_quotes(body, sections, in_body, part),
        opening=body[:OPENING].replace("\n", " "),
        parts=frozenset(section[5] for section in sections if section[5] in labels.PARTS),
        hits=len(in_title) + len(in_body),
        timeliness=clock[0] if clock else None,
        days_to_due=clock[1] if clock else None,
    )


def _quotes(body: str, sections: list[Any], hits: Sequence[tuple[int, int]], part: str) -> tuple[Quote, ...]:
    """The sentences with most different words of the query, in the order of the text."""
    chosen = [span for span in hits[:MOST_HITS] if not part or _part_at(sections, span[0]) == part]
    sentences = _sentences(body, chosen)
    different = {first: len({body[start:end].lower() for start, end in spans}) for first, _, spans in sentences}
    best = sorted(sentences, key=lambda sentence: (-different[sentence[0]], sentence[0]))[:SENTENCES]
    return tuple(_quote(body, sections, *sentence) for sentence in sorted(best))


def _sentences(body: str, hits: Sequence[tuple[int, int]]) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """The sentences that hold hits: start, end and the hits in them."""
    ends = [0, *(found.end() for found in _END.finditer(body)), len(body) + 1] if hits else []
    found: dict[int, tuple[int, list[tuple[int, int]]]] = {}
    for start, end in hits:
        first, last = ends[bisect_right(ends, start) - 1], ends[bisect_right(ends, end)]
        found.setdefault(first, (last, []))[1].append((start, end))
    return [(first, last, spans) for first, (last, spans) in found.items()]


def _quote(body: str, sections: list[Any], first: int, last: int, spans: list[tuple[int, int]]) -> Quote:
    section = _section_at(sections, spans[0][0])
    heading, part = (f"{section[3]}{section[4]}", section[5]) if section else ("", None)
    return Quote(_marked(body, first, last, spans), body.count("\n", 0, first) + 1, heading, part)


def _part_at(sections: list[Any], place: int) -> str | None:
    section = _section_at(sections, place)
    return section[5] if section else None


def _section_at(sections: list[Any], place: int) -> Any:
    """The innermost section a place is in: the last one that begins before it."""
    found = None
    for section in sections:
        if section[1] > place:
            break
        if place < section[2]:
            found = section
    return found


def _marked(text: str, first: int, last: int, spans: Sequence[tuple[int, int]]) -> Marked:
    """``text[first:last]`` cut at the hits; a long one is shortened to what stands around the first hit."""
    spans = [(start, end) for start, end in spans if first <= start < last]
    last = min(last, len(text))
    opening, of_opening = spans[0] if spans else (first, 0)
    parts: list[tuple[str, bool]] = []
    if opening - first > LONGEST // 2:
        first = opening - LONGEST // 3
        parts.append(("…", False))
    cut = min(last, max(first + LONGEST, of_opening))
    place = first
    for start, end in spans:
        if start < cut:
            parts += [(text[place:start], False), (text[start : min(end, cut)], True)]
            place = min(end, cut)
    parts += [(text[place:cut].rstrip("\n"), False), ("…" if cut < last else "", False)]
    return tuple((piece, hit) for piece, hit in parts if piece)
