"""Merging: what a crawl on another machine added to or changed in an extract goes into the ledger, once.

Extract and result are compared row by row. New rows get keys of the ledger's own, references follow; of known rows
only the cells that differ are written. While a portal is away nobody else writes its rows, so nothing is overwritten.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from crawler.clock import stamp
from crawler.store.extract import CARRIED, names
from crawler.store.schema import PARTS
from crawler.store.search import catch_up

ORDER: Final = (*(name for name in CARRIED if name not in ("portals", "fetches")), *PARTS, "fetches")
EVIDENCE: Final = ("pages", "files")  # columns of versions: JSON lists that name snapshots
OF_A_REPORT: Final = ("versions", "attachments", "following_pages", "second_opinions", *PARTS)
UNIQUE: Final = {
    "reports": "address = :address AND coalesce(report_year, 0) = coalesce(:report_year, 0)",
    "pending_changes": "coalesce(report, -column_id) = coalesce(:report, -:column_id) AND kind = :kind"
    " AND state = 'pending'",
}


@dataclass
class _Table:
    """A table's columns, its key, and which columns refer to which tables."""

    name: str
    columns: list[str]
    key: list[str]
    refers: dict[str, str]

    @property
    def numbered(self) -> bool:
        """True if the key is a number the database draws."""
        return self.key == ["id"]


@dataclass
class _Merge:
    db: Database
    keys: dict[str, dict[Any, Any]] = field(default_factory=dict)  # table -> key in the result -> key in the ledger
    joined: set[int] = field(default_factory=set)  # new reports of the result that the ledger has from elsewhere
    replaced: list[tuple[int, int]] = field(default_factory=list)  # reports of the result, and by which each was

    def table(self, name: str) -> _Table:
        info = self.db.execute(f"PRAGMA main.table_info([{name}])").fetchall()
        key = [row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]]
        refers = {row[3]: row[2] for row in self.db.execute(f"PRAGMA main.foreign_key_list([{name}])")}
        return _Table(name, names(self.db, name), key, refers)

    def run(self) -> None:
        for name in ORDER:
            table = self.table(name)
            self.keys[name] = {}
            if name in PARTS:
                self._clear_parts(name)
            self._delete(table)
            for row in self._differing(table):
                self._take(table, row)
            if name == "reports":
                self._replace()

    def _differing(self, table: _Table) -> Iterator[dict[str, Any]]:
        """Rows of the result that are new or otherwise than in the extract, oldest first."""
        columns = ", ".join(f"[{name}]" for name in table.columns)
        order = ", ".join(f"[{name}]" for name in table.key)
        sql = f"SELECT {columns} FROM result.[{table.name}] EXCEPT SELECT {columns} FROM known.[{table.name}]"
        rows = self.db.execute(f"SELECT * FROM ({sql}) ORDER BY {order}").fetchall()
        return (dict(zip(table.columns, row, strict=True)) for row in rows)

    def _delete(self, table: _Table) -> None:
        key = ", ".join(f"[{name}]" for name in table.key)
        sql = f"SELECT {key} FROM known.[{table.name}] EXCEPT SELECT {key} FROM result.[{table.name}]"
        where = " AND ".join(f"[{name}] = ?" for name in table.key)
        for row in self.db.execute(sql).fetchall():
            self.db.execute(f"DELETE FROM main.[{table.name}] WHERE {where}", list(row))

    def _clear_parts(self, name: str) -> None:
        """A known report with a new version, or whose text was written again, has new parts: the old ones go."""
        self.db.execute(
            f"DELETE FROM main.[{name}] WHERE report IN (SELECT report FROM result.versions"
            f" WHERE id NOT IN (SELECT id FROM known.versions) UNION SELECT report FROM result.[{name}])"
            " AND report IN (SELECT id FROM known.reports)"
        )

    def _replace(self) -> None:
        """Say which report replaced which, now that all have keys."""
        keys = self.keys["reports"]
        rows = [(keys.get(new, new), keys.get(old, old)) for old, new in self.replaced]
        self.db.conn.executemany("UPDATE main.reports SET replaced_by = ? WHERE id = ?", rows)

    def _take(self, table: _Table, row: dict[str, Any]) -> None:
        if row.get("replaced_by") is not None:
            self.replaced.append((row["id"], row["replaced_by"]))
            row = {**row, "replaced_by": None}
        where = " AND ".join(f"[{name}] = ?" for name in table.key)
        key = [row[name] for name in table.key]
        old = self.db.execute(f"SELECT * FROM known.[{table.name}] WHERE {where}", key).fetchone()
        if old is not None:
            before = dict(zip(table.columns, old, strict=True))
            changed = self._translated(table, {n: v for n, v in row.items() if v != before[n] and n not in table.key})
            cells = ", ".join(f"[{name}] = ?" for name in changed)
            self.db.execute(f"UPDATE main.[{table.name}] SET {cells} WHERE {where}", [*changed.values(), *key])
        elif table.name == "reports" and (twin := self._twin(row)) is not None:
            self.keys["reports"][row["id"]] = twin
            self.joined.add(row["id"])
        elif table.name not in OF_A_REPORT or row["report"] not in self.joined:
            self._insert(table, row)

    def _translated(self, table: _Table, row: dict[str, Any]) -> dict[str, Any]:
        """The row with the ledger's keys where it refers to rows that are new."""
        return {
            name: self.keys.get(table.refers[name], {}).get(value, value)
            if name in table.refers
            else self._evidence(value)
            if table.name == "versions" and name in EVIDENCE
            else value
            for name, value in row.items()
        }

    def _evidence(self, listed: str) -> str:
        """What a version was read from beside its page, with the ledger's snapshots."""
        keys = self.keys["snapshots"]
        seen = [{**each, "snapshot": keys.get(each["snapshot"], each["snapshot"])} for each in json.loads(listed)]
        return json.dumps(seen, ensure_ascii=False)

    def _insert(self, table: _Table, row: dict[str, Any]) -> None:
        """Insert a new row; one the ledger already has, by another key that must be unique, is that one."""
        new = self._translated(table, row)
        if table.name == "report_addresses" and row["report"] in self.joined:
            new["relation"] = "twin"
        if table.numbered:
            del new["id"]
        into, marks = ", ".join(f"[{name}]" for name in new), ", ".join("?" * len(new))
        sql = f"INSERT INTO main.[{table.name}] ({into}) VALUES ({marks}) ON CONFLICT DO NOTHING"
        cursor = self.db.conn.execute(sql, list(new.values()))
        if not table.numbered:
            return
        found = cursor.lastrowid if cursor.rowcount else self._present(table, new)
        self.keys[table.name][row["id"]] = found

    def _present(self, table: _Table, row: dict[str, Any]) -> int:
        """The key of the row that was in the way of an insert: its address is unique."""
        where = UNIQUE.get(table.name, "url = :url")
        (key,) = self.db.execute(f"SELECT id FROM main.[{table.name}] WHERE {where}", row).fetchone()
        return int(key)

    def _twin(self, row: dict[str, Any]) -> int | None:
        """A report the ledger has from another portal with the same text, issuer and year (as ``Reports.save``)."""
        if not row["body"]:
            return None
        sql = (
            "SELECT id FROM main.reports WHERE body_sha256 = ?1 AND issuer IS ?2 AND report_year IS ?3"
            " UNION SELECT report FROM main.report_addresses JOIN main.reports ON reports.id = report"
            " WHERE report_addresses.url = ?4 AND until IS NULL AND report_year IS ?3 LIMIT 1"
        )
        found = self.db.execute(sql, [row["body_sha256"], row["issuer"], row["report_year"], row["url"]]).fetchone()
        return int(found[0]) if found else None


def merge(db: Database, job: str, known: Path, result: Path) -> bool:
    """Write what ``result`` has beyond the extract ``known`` into the ledger, in one transaction.

    The job is closed in that transaction, so a result that arrives twice is merged once; False if it was closed.
    """
    db.execute("ATTACH ? AS known", [str(known)])
    db.execute("ATTACH ? AS result", [str(result)])
    try:
        with db.atomic():
            sql = "UPDATE jobs SET finished = ? WHERE id = ? AND finished IS NULL RETURNING id"
            if not db.execute(sql, [stamp(), job]).fetchall():
                return False
            _Merge(db).run()
            catch_up(db)
        return True
    finally:
        db.execute("DETACH known")
        db.execute("DETACH result")
