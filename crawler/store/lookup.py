"""Reading ``reports``, ``versions`` and ``changes``: one report by what a person knows of it, its versions, and what
happened to reports.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sqlite_utils import Database

from crawler.store.views import TOLD

Connection = Database | sqlite3.Connection
Values = Sequence[Any] | dict[str, Any]
MOST_LISTED = 20  # reports named when a search finds more than one


def each_row(conn: Connection, sql: str, values: Values = ()) -> Iterator[dict[str, Any]]:
    """The rows of a query by the names of its columns."""
    cursor = conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def all_rows(conn: Connection, sql: str, values: Values = ()) -> list[dict[str, Any]]:
    """All rows of a query by the names of its columns."""
    return list(each_row(conn, sql, values))


def portal_names(db: Database) -> list[str]:
    """The portals that were ever entered, and those reports came from."""
    sql = "SELECT name FROM portals UNION SELECT portal FROM reports ORDER BY 1"
    return [str(row[0]) for row in db.execute(sql)]


@dataclass(frozen=True, slots=True)
class Known:
    """A stored report, enough to recognise it."""

    id: int
    title: str | None
    issuer: str | None
    report_year: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version of a report."""

    number: int
    reason: str
    seen: str
    title: str | None
    body: str


def columns_of(db: Database, url: str) -> list[str]:
    """The addresses of the column whose listing leads to a document, and of those above it, the nearest first."""
    sql = (
        "WITH RECURSIVE above(id, parent, url, depth) AS (SELECT columns.id, parent, columns.url, 0 FROM columns"
        " JOIN listing_rows ON column_id = columns.id WHERE listing_rows.url = ? UNION SELECT columns.id,"
        " columns.parent, columns.url, depth + 1 FROM columns JOIN above ON columns.id = above.parent)"
        " SELECT url FROM above ORDER BY depth"
    )
    return [row[0] for row in db.execute(sql, [url])]


def listed(db: Database, portal: str) -> dict[str, list[str]]:
    """The addresses of a portal's reports by the watched column whose listing shows them, newest first."""
    sql = (
        "SELECT coalesce(above.url, columns.url), listing_rows.url FROM listing_rows"
        " JOIN columns ON columns.id = listing_rows.column_id LEFT JOIN columns AS above ON above.id = columns.parent"
        " WHERE listing_rows.portal = ? AND listing_rows.state = 'report' ORDER BY listing_rows.date DESC"
    )
    found: dict[str, list[str]] = {}
    for column, url in db.execute(sql, [portal]):
        found.setdefault(column, []).append(url)
    return found


def find(db: Database, text: str) -> list[Known]:
    """The reports meant by an id, an address (http or https, with or without www.) or "issuer year".

    An issuer is matched in full (also as the agency's name), else as part of issuer or title; the year may be
    left out.
    """
    text = text.strip().encode("utf-8", "replace").decode()  # half characters of a command line are in no report
    if text.isascii() and text.isdigit() and len(text) < 19:
        return _known(db, "id = ?", int(text))
    if "://" in text:
        addresses = _twins(text)
        marks = ", ".join("?" * len(addresses))
        return _known(db, f"id IN (SELECT report FROM report_addresses WHERE url IN ({marks}))", *addresses)
    match = re.fullmatch(r"(.*?)\s*((?:19|20)\d\d)?(?:年度?)?", text, re.DOTALL)
    name, year = match.groups() if match else (text, None)
    when = "report_year = ?" if year else "?"
    number = int(year) if year else 1
    return _known(db, f"(issuer = ? OR agency = ?) AND {when}", name, name, number) or _known(
        db, f"(instr(issuer, ?) OR instr(title, ?)) AND {when}", name, name, number
    )


def _known(db: Database, condition: str, *values: object) -> list[Known]:
    sql = f"SELECT id, title, issuer, report_year, url FROM reports WHERE {condition} ORDER BY id LIMIT {MOST_LISTED}"
    return [Known(*row) for row in db.execute(sql, list(values))]


def _twins(url: str) -> list[str]:
    """The address with either scheme, with and without ``www.``."""
    _, _, rest = url.partition("://")
    host = urlsplit(url).netloc
    bare = rest.removeprefix("www.")
    rests = (rest, bare, f"www.{bare}") if host else (rest,)
    return list(dict.fromkeys(f"{scheme}://{each}" for each in rests for scheme in ("http", "https")))


def versions(db: Database, report: int) -> list[Version]:
    """All versions of a report, oldest first."""
    sql = "SELECT number, reason, seen, title, body FROM version_texts WHERE report = ? ORDER BY number"
    return [Version(*row) for row in db.execute(sql, [report])]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a report; ``kind`` is new, changed or gone, ``time`` when we saw it (UTC).

    ``version`` is the number of the version that began, None for gone.
    """

    kind: str
    time: str
    report: int
    version: int | None
    portal: str
    agency: str | None
    issuer: str | None
    report_year: int | None
    title: str | None
    url: str
    published: str | None

    @property
    def name(self) -> str:
        """How to call the report: its title, else issuer and year, else its address."""
        if self.title:
            return self.title
        issuer = self.issuer or self.agency
        return f"{issuer}{self.report_year or ''}年法治政府建设年度报告" if issuer and self.report_year else self.url


def changes(
    db: Database, *, since: str = "", until: str = "9999", portal: str | None = None, most: int = -1
) -> list[Change]:
    """The changes from ``since`` to ``until``, both included (database stamps), newest first; ``most`` of them."""
    names = ", ".join(Change.__dataclass_fields__)
    sql = (
        f"SELECT {names} FROM changes WHERE time >= ? AND time <= ? AND (?3 IS NULL OR portal = ?3)"
        " ORDER BY time DESC, report DESC, version DESC LIMIT ?4"
    )
    return [Change(*row) for row in db.execute(sql, [since, until, portal, most])]


def newest(db: Database, count: int, *, until: str = "9999") -> list[Change]:
    """The newest changes up to ``until``, at most ``count``, at a cost that does not grow with the store.

    None of them can be older than the ``count``-th newest version that is one.
    """
    return changes(db, since=newest_since(db, count, until), until=until, most=count)


def newest_since(conn: Connection, count: int, until: str = "9999") -> str:
    """When the ``count``-th newest version up to ``until`` that readers are told of was seen, "" if there are fewer."""
    last = "SELECT * FROM (SELECT seen FROM versions WHERE reason = '{}' AND seen <= ?1 ORDER BY seen DESC LIMIT ?2)"
    each = " UNION ALL ".join(map(last.format, TOLD))
    row = conn.execute(f"{each} ORDER BY seen DESC LIMIT 1 OFFSET ?2 - 1", [until, count]).fetchone()
    return str(row[0]) if row else ""


OF_REPORTS = (  # every snapshot a report was read from, at every version: pages, following pages, files
    "SELECT snapshot FROM versions WHERE report IN ({reports})"
    " UNION SELECT each.value ->> '$.snapshot' FROM versions, json_each(pages) AS each WHERE report IN ({reports})"
    " UNION SELECT each.value ->> '$.snapshot' FROM versions, json_each(files) AS each WHERE report IN ({reports})"
    " UNION SELECT snapshot FROM attachments WHERE report IN ({reports})"
)
OF_WHAT = {
    "all": "SELECT id FROM snapshots",
    "report": OF_REPORTS.format(reports="?1"),
    "portal": "SELECT snapshot FROM fetches WHERE portal = ?1 UNION "
    + OF_REPORTS.format(reports="SELECT id FROM reports WHERE portal = ?1"),
    "run": "SELECT snapshot FROM fetches WHERE run = ?1",
}


def replayed(conn: Connection, what: str = "all", which: int | str = "") -> Iterator[dict[str, Any]]:
    """The snapshots of a report (its id), of a portal (its name), of a run (its id) or of all, with those in whose
    records their bodies stand, oldest first.

    ``what`` is a key of ``OF_WHAT``. ``title`` and ``public_id`` are those of the report whose page a snapshot is.
    """
    shown = "versions.report = ?1" if what == "report" else "TRUE"
    return each_row(
        conn,
        f"WITH seen(id) AS ({OF_WHAT[what]})"
        ' SELECT snapshots.id, snapshots.url, fetched, sha256, warc, "offset", length, refers_to, title, public_id'
        " FROM snapshots"
        " LEFT JOIN (SELECT versions.snapshot, max(versions.id), versions.title, public_id"
        f" FROM versions JOIN reports ON reports.id = versions.report WHERE {shown} GROUP BY versions.snapshot)"
        " AS shown ON shown.snapshot = snapshots.id WHERE snapshots.id IN (SELECT id FROM seen"
        " UNION SELECT refers_to FROM snapshots JOIN seen USING (id)) ORDER BY snapshots.id",
        [] if what == "all" else [which],
    )


def runs(db: Database) -> list[str]:
    """The ids of all runs."""
    return [str(row[0]) for row in db.execute("SELECT id FROM runs ORDER BY started")]


@dataclass(frozen=True, slots=True)
class Begun:
    """The version a change began with: its row, its digest, how many times the report has shown that text, and the
    report's canonical address."""

    key: int
    digest: str
    nth: int
    address: str


def begun(conn: Connection, report: int, version: int | None) -> Begun:
    """What names a change of a report to everybody; ``version`` None means the last one."""
    sql = (
        "SELECT versions.id, versions.body_sha256, (SELECT count(*) FROM versions AS earlier WHERE"
        " earlier.report = versions.report AND earlier.body_sha256 = versions.body_sha256"
        " AND earlier.number <= versions.number), address FROM versions JOIN reports ON reports.id = report"
        " WHERE report = ? AND number = coalesce(?, (SELECT max(number) FROM versions WHERE report = reports.id))"
    )
    return Begun(*conn.execute(sql, [report, version]).fetchone())


def bodies(conn: Connection, report: int, version: int) -> tuple[str, str]:
    """The body of a version and of the one before it ("" for the first)."""
    sql = "SELECT body FROM version_texts WHERE report = ? AND number = ?"
    old, new = (conn.execute(sql, [report, number]).fetchone() for number in (version - 1, version))
    return (old[0] if old else "", new[0] if new else "")
