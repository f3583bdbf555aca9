"""Administrative divisions in the database: a name for every code, and the years it held."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from sqlite_utils import Database

from crawler.portals.regions import FILE, Region, full_name, load, parent_of

UNKNOWN: Final = "unknown"  # level of a code that the division table does not have


def mirror(db: Database, regions: Sequence[Region] | None = None) -> None:
    """Make the table ``regions`` equal to the division table; writes nothing if it is.

    ``PRAGMA user_version`` keeps the checksum of the file the table was made of: most runs need no more than that.
    """
    mark = zlib.crc32(FILE.read_bytes()) >> 1 if regions is None else 0  # 31 bits
    if mark and db.execute("PRAGMA user_version").fetchone() == (mark,):
        return
    columns = "code, name, full_name, level, parent, valid_from, valid_to, former_names"
    wanted = _rows(load() if regions is None else regions)
    known = set(db.execute(f"SELECT {columns} FROM regions WHERE level != ?", [UNKNOWN]))
    with db.atomic():
        db.execute(f"PRAGMA user_version = {mark}")
        if known == wanted:
            return
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.conn.executemany(
            f"INSERT INTO regions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET"
            " name = excluded.name, full_name = excluded.full_name, level = excluded.level, parent = excluded.parent,"
            " valid_from = excluded.valid_from, valid_to = excluded.valid_to, former_names = excluded.former_names",
            sorted(wanted - known, key=str),
        )
        gone = {str(row[0]) for row in known} - {str(row[0]) for row in wanted}
        db.conn.executemany("UPDATE regions SET level = ? WHERE code = ?", [(UNKNOWN, code) for code in sorted(gone)])


def enter(db: Database, code: str | None) -> None:
    """Make sure that a code can be referred to; one the division table does not have is its own name."""
    if code:
        db.execute("INSERT OR IGNORE INTO regions (code, name, full_name, level) VALUES (?1, ?1, ?1, ?2)",
                   [code, UNKNOWN])  # fmt: skip


def _rows(regions: Sequence[Region]) -> set[tuple[object, ...]]:
    """One row a code: its latest name, the years of the code, and the names it had before."""
    spans: dict[str, list[Region]] = defaultdict(list)
    for region in regions:
        spans[region.code].append(region)
    found: set[tuple[object, ...]] = set()
    for code, history in spans.items():
        history.sort(key=lambda each: each.since)
        last = history[-1]
        former = [{"name": each.name, "since": each.since, "until": each.until} for each in history[:-1]]
        found.add(
            (
                code, last.name, full_name(last), last.level, parent_of(code, spans), history[0].since, last.until,
                json.dumps(former, ensure_ascii=False) if former else "[]",
            )
        )  # fmt: skip
    return found
