"""Two reports beside each other, by mandated part: what both say, what stands elsewhere, and what one alone says."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from crawler.clock import BEIJING, stamp
from crawler.publish.datasette import labels
from crawler.publish.datasette.citation import name
from crawler.publish.datasette.reuse import reuse
from crawler.store.lookup import each_row


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its number on the report's page, and ``same`` (in this part of the other report too), ``moved`` (in
    another part of it) or ``new``."""

    number: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports, its paragraphs by mandated part."""

    row: dict[str, Any]
    name: str
    parts: dict[str, list[Line]]


def load(conn: sqlite3.Connection, first: int, second: int) -> tuple[Side, Side] | None:
    """Both reports; None if one of them is not there."""
    texts = [_read(conn, key) for key in (first, second)]
    if texts[0] is None or texts[1] is None:
        return None
    (one, one_parts), (two, two_parts) = texts[0], texts[1]
    return _side(one, one_parts, two, two_parts), _side(two, two_parts, one, one_parts)


Parts = dict[str, list[tuple[int, str]]]


def _read(conn: sqlite3.Connection, key: int) -> tuple[dict[str, Any], Parts] | None:
    """A report and its numbered paragraphs by mandated part; those of no part stand under ``other``."""
    sql = "SELECT id, title, issuer, report_year, url, body FROM reports WHERE id = ?"
    row = next(each_row(conn, sql, [key]), None)
    if row is None:
        return None
    sql = 'SELECT start, "end", part FROM section_spans WHERE report = ? AND part IS NOT NULL'
    spans = conn.execute(sql, [key]).fetchall()
    parts: Parts = {part: [] for part in labels.PARTS}
    place = 0
    for number, text in enumerate(row["body"].split("\n"), 1):
        part = next((part for start, end, part in spans if start <= place < end), "other")
        if text.strip():
            parts.setdefault(part, []).append((number, text))
        place += len(text) + 1
    return row, parts


def _side(row: dict[str, Any], parts: Parts, other: dict[str, Any], other_parts: Parts) -> Side:
    lines: dict[str, list[Line]] = {}
    for part, found in parts.items():
        text = "\n".join(text for _, text in found)
        here = _shared(text, "\n".join(text for _, text in other_parts.get(part, ())))
        anywhere = _shared(text, other["body"])
        lines[part] = [
            Line(number, text, "same" if place in here else "moved" if place in anywhere else "new")
            for place, (number, text) in enumerate(found)
        ]
    return Side(row, name(row), lines)


def _shared(text: str, other: str) -> frozenset[int]:
    found = reuse(text, other) if text and other else None
    return found.lines if found else frozenset()


def version_on(conn: sqlite3.Connection, report: int, day: date) -> int | None:
    """The version of a report that was last seen by the end of ``day`` in Beijing; None if it was not known then."""
    end = datetime.combine(day + timedelta(days=1), time(), BEIJING)
    sql = "SELECT id FROM versions WHERE report = ? AND seen < ? ORDER BY number DESC LIMIT 1"
    row = conn.execute(sql, [report, stamp(end)]).fetchone()
    return int(row[0]) if row else None
