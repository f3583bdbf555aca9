"""All that a report's page shows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from cleaning.report import COLUMNS
from crawler.publish.datasette import shared, text
from crawler.publish.datasette.citation import Citation, cite, name
from crawler.publish.datasette.reuse import Reuse, reuse
from crawler.publish.diff import Paragraph, compare
from crawler.store.lookup import all_rows

MOST_FIGURES: Final = 2_000
MOST_NEIGHBOURS: Final = 40
FACTS: Final = (*(each.name for each in COLUMNS if each.shown), "region", "region_code")
OF_REPORT: Final = (
    "SELECT reports.*, (SELECT full_name FROM regions WHERE code = region_code) AS region FROM reports WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One stated field: where it was read, and the candidates that lost as (place, value)."""

    name: str
    value: str
    origin: str
    lost: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The data of ``row.html`` for a report; rows are dictionaries with the columns of their tables."""

    row: dict[str, Any]
    name: str
    facts: list[Fact]
    column_path: str
    flags: list[str]
    paragraphs: list[text.Paragraph]
    contents: list[text.Entry]
    figures: list[dict[str, Any]]
    other_numbers: int
    attachments: list[dict[str, Any]]
    versions: list[dict[str, Any]]
    addresses: list[dict[str, Any]]
    neighbours: list[dict[str, Any]]
    previous: dict[str, Any] | None
    reuse: Reuse | None
    shared: Mapping[int, shared.Family]
    timeliness: dict[str, Any] | None
    citation: Citation
    query: str


def load(conn: sqlite3.Connection, key: int, query: str = "") -> ReportPage | None:
    """The page of report ``key``, words of ``query`` marked in its text; None if there is no such report."""
    found = all_rows(conn, OF_REPORT, [key])
    if not found:
        return None
    row = found[0]
    figures = all_rows(conn, f"SELECT * FROM figures WHERE report = ? ORDER BY start LIMIT {MOST_FIGURES}", [key])
    sections = all_rows(conn, "SELECT * FROM sections WHERE report = ? ORDER BY start, level", [key])
    neighbours = _neighbours(conn, row)
    previous = _previous(row, neighbours)
    taken = _reuse(conn, row, previous)
    shown, contents = text.paragraphs(row["body"], sections, figures, query, taken.lines if taken else frozenset())
    timeliness = all_rows(conn, "SELECT * FROM timeliness WHERE report = ?", [key])
    return ReportPage(
        row=row,
        name=name(row),
        facts=_facts(row),
        column_path=" › ".join(map(str, _json(row["column_path"], []))),
        flags=[str(code) for code in _json(row["flags"], [])],
        paragraphs=shown,
        contents=contents,
        figures=[{**figure, "line": row["body"].count("\n", 0, figure["start"]) + 1} for figure in figures],
        other_numbers=conn.execute("SELECT count(*) FROM candidates WHERE report = ?", [key]).fetchone()[0],
        attachments=all_rows(conn, "SELECT * FROM attachments WHERE report = ? ORDER BY id", [key]),
        versions=_versions(conn, key),
        addresses=all_rows(conn, "SELECT * FROM report_addresses WHERE report = ? ORDER BY relation, url", [key]),
        neighbours=neighbours,
        previous=previous,
        reuse=taken,
        shared=shared.of_report(conn, key, row["body"], row["agency"] or row["issuer"] or ""),
        timeliness=timeliness[0] if timeliness else None,
        citation=cite(key, row["issuer"], row["title"], row["published"], row["last_seen"], row["url"]),
        query=query,
    )


def _versions(conn: sqlite3.Connection, key: int) -> list[dict[str, Any]]:
    """The versions of a report with the raw responses they were read from, newest first."""
    rows = all_rows(
        conn,
        "SELECT versions.id, number, reason, seen, body_sha256, cleaner, snapshot, pages, files, snapshots.warc,"
        ' snapshots."offset", snapshots.length, snapshots.sha256, snapshots.fetched'
        " FROM versions LEFT JOIN snapshots ON snapshots.id = snapshot WHERE report = ? ORDER BY number DESC",
        [key],
    )
    return [{**row, "pages": _json(row["pages"], []), "files": _json(row["files"], [])} for row in rows]


def _json(value: str | None, otherwise: Any) -> Any:
    """What the database's own JSON says; ``otherwise`` if there is none or it is of another type."""
    try:
        found = json.loads(value or "null")
    except ValueError:
        return otherwise
    return found if isinstance(found, type(otherwise)) else otherwise


def _facts(row: dict[str, Any]) -> list[Fact]:
    origins = _json(row["provenance"], {})
    facts = []
    for column in FACTS:
        if row[column] is None:
            continue
        origin = origins.get(column)
        origin = origin if isinstance(origin, dict) else {}
        lost = origin.get("lost")
        lost = [item for item in lost if isinstance(item, list) and len(item) == 2] if isinstance(lost, list) else []
        others = tuple((str(place), str(value)) for place, value in lost)
        facts.append(Fact(column, str(row[column]), str(origin.get("from") or ""), others))
    return facts


def _neighbours(conn: sqlite3.Connection, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The same agency's reports, this one among them, by year. Without an agency the issuer's name decides."""
    column = "agency" if row["agency"] else "issuer"
    if not row[column]:
        return []
    return all_rows(
        conn,
        f"SELECT id, report_year, title, issuer, url, published, characters FROM reports WHERE {column} = ?"
        f" ORDER BY report_year, published, id LIMIT {MOST_NEIGHBOURS}",
        [row[column]],
    )


def _previous(row: dict[str, Any], neighbours: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The latest of the earlier years' reports."""
    year = row["report_year"]
    earlier = [each for each in neighbours if year and each["report_year"] and each["report_year"] < year]
    return earlier[-1] if earlier else None


def _reuse(conn: sqlite3.Connection, row: dict[str, Any], previous: dict[str, Any] | None) -> Reuse | None:
    if previous is None:
        return None
    body = conn.execute("SELECT body FROM reports WHERE id = ?", [previous["id"]]).fetchone()[0]
    return reuse(row["body"], body)


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version of a report beside the one before it. ``blocks`` are the differing paragraphs, or how many
    equal ones stand between."""

    version: dict[str, Any]
    report: dict[str, Any]
    name: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    blocks: list[Paragraph | int]
    lines: list[str]


def load_version(conn: sqlite3.Connection, key: int) -> VersionPage | None:
    """The page of version ``key``; None if there is no such version."""
    found = all_rows(
        conn,
        'SELECT version_texts.*, snapshots.warc, snapshots."offset", snapshots.sha256, snapshots.fetched'
        " FROM version_texts LEFT JOIN snapshots ON snapshots.id = snapshot WHERE version_texts.id = ?",
        [key],
    )
    if not found:
        return None
    version = found[0]
    row = all_rows(conn, "SELECT id, title, issuer, report_year, url FROM reports WHERE id = ?", [version["report"]])[0]
    sql = "SELECT id, number, body, seen FROM version_texts WHERE report = ? AND number = ?"
    before, after = (all_rows(conn, sql, [row["id"], version["number"] + step]) for step in (-1, 1))
    return VersionPage(
        version=version,
        report=row,
        name=name(row),
        before=before[0] if before else None,
        after=after[0] if after else None,
        blocks=_blocks(compare(before[0]["body"], version["body"])) if before else [],
        lines=[line for line in version["body"].split("\n") if line.strip()],
    )


def _blocks(paragraphs: list[Paragraph]) -> list[Paragraph | int]:
    blocks: list[Paragraph | int] = []
    for same, group in groupby(paragraphs, lambda each: each.kind == "same"):
        stretch = list(group)
        blocks += [len(stretch)] if same else stretch
    return blocks
