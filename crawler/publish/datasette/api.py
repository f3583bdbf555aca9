"""The JSON interface for programs: versioned addresses whose answers keep their shape (described by ``openapi``)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, Final

from cleaning.report import CLEANER_VERSION
from crawler.publish.datasette import search_plan
from crawler.publish.datasette.citation import cite
from crawler.publish.describe import LICENCE, TITLE
from crawler.store import pairs
from crawler.store.lookup import all_rows

MOST: Final = 100  # rows of an answer
FIELDS: Final = "id, public_id, url, title, issuer, agency, report_year, published, region_code, state, characters"
LISTED: Final = tuple(FIELDS.split(", "))
Arguments = Mapping[str, str]


class NoAnswer(Exception):
    """What was asked for is not there, or cannot be asked so."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


def search(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """``q``: reports that contain all words, latest stored first, each with the sentence of the first hit; ``year``,
    ``agency``, ``region`` (beginning of a division code), ``size`` (to 100) and ``after`` (the last id)."""
    query = asked.get("q", "")
    if not pairs.terms(query):
        raise NoAnswer(400, "q holds no word to look for")
    conditions, values = (
        [search_plan.in_reports(conn, query).sql],
        {"search": query, "size": _number(asked, "size", 20)},
    )
    for name, condition in (
        ("year", "report_year = CAST(:year AS INTEGER)"),
        ("agency", "agency = :agency"),
        ("region", "substr(region_code, 1, length(:region)) = :region"),
        ("after", "id < CAST(:after AS INTEGER)"),
    ):
        if asked.get(name):
            conditions.append(condition)
            values[name] = asked[name]
    sql = f"SELECT {FIELDS}, zh_snippet(body, :search, 90) AS snippet FROM reports WHERE {' AND '.join(conditions)}"
    rows = all_rows(conn, f"{sql} ORDER BY id DESC LIMIT :size", values)
    return {"query": query, "reports": rows, "after": rows[-1]["id"] if len(rows) == values["size"] else None}


def report(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """A report by ``id`` (its public one), by ``url``, or by ``agency`` and ``year``, with its text, sections and
    figures."""
    row = _report(conn, asked)
    sections = all_rows(conn, "SELECT * FROM sections WHERE report = :id ORDER BY position", row)
    figures = all_rows(conn, "SELECT * FROM figures WHERE report = :id ORDER BY start", row)
    known = {name: row[name] for name in (*LISTED, "body", "body_sha256", "first_seen", "last_seen", "last_changed")}
    return {**known, "sections": sections, "figures": figures}


def paragraph(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """Paragraph ``n`` of a report (named as in ``report``), as its page numbers them, with the citation."""
    row = _report(conn, asked)
    number, lines = _number(asked, "n", 1), row["body"].split("\n")
    if not 1 <= number <= len(lines):
        raise NoAnswer(404, f"the report has paragraphs 1 to {len(lines)}")
    made = cite(row["id"], row["issuer"], row["title"], row["published"], row["last_seen"], row["url"])
    cited = f"{made.gbt7714[: made.place]}: 第{number}段{made.gbt7714[made.place :]}"
    return {
        "report": row["public_id"],
        "n": number,
        "text": lines[number - 1],
        "citation": cited,
        "sha256": row["body_sha256"],
    }


def coverage(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """Which agency published for which year: ``agency``, ``year``, ``region``, ``state``."""
    given = {name: asked.get(name) or None for name in ("agency", "year", "region", "state")}
    rows = all_rows(
        conn,
        "SELECT * FROM coverage WHERE (:agency IS NULL OR agency = :agency)"
        " AND (:year IS NULL OR year = CAST(:year AS INTEGER)) AND (:state IS NULL OR state = :state)"
        " AND (:region IS NULL OR substr(region_code, 1, length(:region)) = :region)"
        " ORDER BY agency, year LIMIT 5000",
        given,
    )
    return {"coverage": [{**row, "listings": json.loads(row["listings"])} for row in rows]}


def changes(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """What is new, changed or withdrawn ``since`` a moment (UTC, ISO), oldest first."""
    values = {"since": asked.get("since", ""), "size": _number(asked, "size", MOST)}
    return {"changes": all_rows(conn, "SELECT * FROM changes WHERE time > :since ORDER BY time LIMIT :size", values)}


def figures(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """What reports state in numbers, each with its sentence: ``key`` (the indicator), ``agency``, ``year`` (the one a
    figure is of), ``region``, ``size`` (to 100) and ``after`` (the last id)."""
    given = {name: asked.get(name) or None for name in ("key", "agency", "year", "region", "after")}
    size = _number(asked, "size", MOST)
    rows = all_rows(
        conn,
        "SELECT figures.*, public_id, reports.agency, reports.url FROM figures JOIN reports ON reports.id = report"
        " WHERE (:key IS NULL OR key = :key) AND (:year IS NULL OR year = CAST(:year AS INTEGER))"
        " AND (:agency IS NULL OR reports.agency = :agency)"
        " AND (:after IS NULL OR figures.id > CAST(:after AS INTEGER))"
        " AND (:region IS NULL OR substr(region_code, 1, length(:region)) = :region) ORDER BY figures.id LIMIT :size",
        {**given, "size": size},
    )
    return {"figures": rows, "after": rows[-1]["id"] if len(rows) == size else None}


def dataset(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    """What the whole is: title, licence, how many reports, the program's version and the texts' cleaner, when it was
    last brought up to date, and the SHA-256 of the latest seal, which stands for all that was sealed before."""
    (last,) = all_rows(conn, "SELECT max(finished) AS updated FROM runs WHERE finished IS NOT NULL", {})
    (held,) = all_rows(conn, "SELECT count(*) AS reports FROM reports", {})
    sealed = all_rows(conn, "SELECT manifest_sha256, sealed FROM seals ORDER BY id DESC LIMIT 1", {})
    seal = sealed[0] if sealed else {"manifest_sha256": None, "sealed": None}
    return {
        "title": TITLE,
        "licence": LICENCE,
        "version": (last["updated"] or "")[:10].replace("-", ".") or None,
        "program": version("fazhi-watch"),
        "cleaner": CLEANER_VERSION,
        **last,
        **held,
        "sha256": seal["manifest_sha256"],
        "sealed": seal["sealed"],
    }


ANSWERS: Final[dict[str, Callable[[sqlite3.Connection, Arguments], dict[str, Any]]]] = {
    each.__name__: each for each in (search, report, paragraph, figures, coverage, changes, dataset)
}


def _report(conn: sqlite3.Connection, asked: Arguments) -> dict[str, Any]:
    if asked.get("id"):
        which = "public_id = :id"
    elif asked.get("url"):
        which = "id IN (SELECT report FROM report_addresses WHERE url = :url AND until IS NULL)"
    elif asked.get("agency") and asked.get("year"):
        same = "agency = :agency AND report_year = CAST(:year AS INTEGER) AND replaced_by IS NULL"
        which = f"{same} ORDER BY state = 'gone', published, id"
    else:
        raise NoAnswer(400, "name a report: id, url, or agency and year")
    rows = all_rows(conn, f"SELECT * FROM reports WHERE {which}", dict(asked))
    if not rows:
        raise NoAnswer(404, "no such report")
    return rows[0]


def _number(asked: Arguments, name: str, otherwise: int) -> int:
    given = asked.get(name) or str(otherwise)
    if not (given.isascii() and given.isdigit() and len(given) < 7):
        raise NoAnswer(400, f"{name} is a whole number")
    return min(int(given), MOST) if name == "size" else int(given)
