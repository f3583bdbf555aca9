"""Extracts: a small database that holds what the ledger knows of some portals, for a crawl on another machine.

It has the tables of ``reports.db``, with the same keys. Texts stay behind, except those a fetch may need again; what
the crawl adds or changes is told by comparing the extract with what came back (``crawler.store.merge``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from crawler.clock import now, stamp
from crawler.store import warc
from crawler.store.database import open_database

KNOWN_WARC: Final = "known.warc.gz"
BUDGET: Final = timedelta(days=1)  # what was sent to a host in this time counts against its budget
REPORTS: Final = "report IN (SELECT id FROM ledger.reports WHERE portal IN ({portals}))"
DUE: Final = "next_fetch <= :moment"
# What is carried of each table: rows of the unit's portals, in the order their references ask for. Parts of a text
# (sections, figures, targets, candidates) are only ever written anew, so none are needed.
CARRIED: Final[dict[str, str]] = {
    "portals": "name IN ({portals})",
    "columns": "portal IN ({portals})",
    "snapshots": (
        "id IN (WITH seen(id) AS (SELECT snapshot FROM ledger.fetches WHERE portal IN ({portals})"
        " UNION SELECT snapshot FROM ledger.pending_changes WHERE portal IN ({portals})"
        f" UNION SELECT snapshot FROM ledger.versions WHERE {REPORTS}"
        f" UNION SELECT snapshot FROM ledger.following_pages WHERE {REPORTS})"
        " SELECT id FROM seen UNION SELECT refers_to FROM ledger.snapshots JOIN seen USING (id))"
    ),
    "reports": "portal IN ({portals})",
    "report_addresses": REPORTS,
    "versions": REPORTS,
    "attachments": REPORTS,
    "following_pages": REPORTS,
    "second_opinions": REPORTS,
    "pending_changes": "portal IN ({portals})",
    "listing_rows": "portal IN ({portals})",
    "boilerplate": "portal IN ({portals})",
    "hosts": "host IN ({hosts})",
    "robots": "origin IN ({origins})",
    "fetches": (
        "host IN ({hosts}) AND (time >= :since OR url IN (SELECT url FROM ledger.listing_rows"
        " WHERE portal IN ({portals}) AND state = 'pending')"
        " OR url IN (SELECT url FROM ledger.reports WHERE portal IN ({portals}) AND " + DUE + "))"
    ),
}
LEFT_BEHIND: Final[dict[str, dict[str, str]]] = {
    "reports": {"body": "''", "body_folded": "NULL", "agency": "NULL"},
    "versions": {"body": "''"},
}


def names(db: Database, table: str, schema: str = "main") -> list[str]:
    """The columns of a table, in their order."""
    return [row[1] for row in db.execute(f"PRAGMA {schema}.table_info([{table}])")]


def extract(ledger: Path, warc_folder: Path, portals: Sequence[str], hosts: Iterable[str], to: Path) -> None:
    """Write what is known of ``portals``, whose pages are on ``hosts`` (without ``www.``), into a new database ``to``.

    The records of the texts that are due for another fetch go into ``known.warc.gz`` in the folder ``warc`` beside
    it: whether a text was changed by its owner or only reads otherwise now is told by reading the old page again.
    """
    db = open_database(to)
    db.execute("ATTACH ? AS ledger", [str(ledger)])
    db.execute("PRAGMA foreign_keys = OFF")
    marks, values = _values(portals, sorted(hosts))
    with db.atomic():
        for table, which in CARRIED.items():
            columns = names(db, table)
            left = LEFT_BEHIND.get(table, {})
            taken = ", ".join(left.get(name, f"[{name}]") for name in columns)
            into = ", ".join(f"[{name}]" for name in columns)
            where = which.format(**marks)
            db.execute(f"INSERT INTO [{table}] ({into}) SELECT {taken} FROM ledger.[{table}] WHERE {where}", values)
    _copy_records(db, warc_folder, to.parent / "warc" / KNOWN_WARC)
    db.execute("DETACH ledger")
    _one_file(db)


def close(path: Path, run: str) -> int:
    """Make the database of a finished crawl one file that can be sent, and give the run's exit code."""
    db = Database(path)
    (code,) = db.execute("SELECT exit_code FROM runs WHERE id = ?", [run]).fetchone()
    _one_file(db)
    return int(code)


def _one_file(db: Database) -> None:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def _values(portals: Sequence[str], hosts: Sequence[str]) -> tuple[dict[str, str], dict[str, Any]]:
    """The lists the conditions name, as parameters."""
    origins = [f"{scheme}://{www}{host}" for scheme in ("http", "https") for www in ("", "www.") for host in hosts]
    lists = {"portals": portals, "hosts": hosts, "origins": origins}
    marks = {name: ", ".join(f":{name}{n}" for n in range(len(items))) for name, items in lists.items()}
    values: dict[str, Any] = {f"{name}{n}": item for name, items in lists.items() for n, item in enumerate(items)}
    return marks, {**values, "since": stamp(now() - BUDGET), "moment": stamp()}


def _copy_records(db: Database, warc_folder: Path, to: Path) -> None:
    """Copy the WARC records of the last versions of reports that are due and of the pages they go on on, with
    those that these refer to, and point the extract at the copies."""
    rows = db.execute(
        "WITH due(id, refers_to) AS (SELECT snapshots.id, refers_to FROM reports"
        " JOIN versions ON versions.report = reports.id"
        " AND number = (SELECT max(number) FROM versions WHERE report = reports.id)"
        " LEFT JOIN following_pages ON following_pages.report = reports.id"
        " JOIN snapshots ON snapshots.id IN (versions.snapshot, following_pages.snapshot)"
        f" WHERE {DUE})"
        ' SELECT id, warc, "offset", length FROM snapshots'
        " WHERE id IN (SELECT id FROM due UNION SELECT refers_to FROM due) ORDER BY id",
        {"moment": stamp()},
    ).fetchall()
    if not rows:
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("wb") as copy:
        for key, name, offset, length in rows:
            source = warc.path_of(warc_folder, name)
            if not source.is_file():
                continue
            with source.open("rb") as stream:
                stream.seek(offset)
                place = copy.tell()
                copy.write(stream.read(length))
            sql = 'UPDATE snapshots SET warc = ?, "offset" = ? WHERE id = ?'
            db.execute(sql, [to.name, place, key])
