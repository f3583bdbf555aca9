"""What is kept is what counting and judging anew give, whatever happens to the rows."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.store import counts, kept
from crawler.store.database import insert, open_database
from tests.store.anew import otherwise

STEPS = 250
OUTCOMES = ("ok", "unchanged_304", "blocked", "timeout", "paused", "gone", "soft_404")


class Dice:
    """Random rows, and random changes of them."""

    def __init__(self, db: Database, seed: int) -> None:
        self.db, self.dice = db, random.Random(seed)
        self.number = 0

    def roll(self, *weighted: str) -> str:
        return self.dice.choice(weighted)

    def key(self, table: str, column: str = "id") -> Any:
        rows = self.db.execute(f"SELECT {column} FROM {table}").fetchall()
        return self.dice.choice(rows)[0] if rows else None

    def time(self) -> str:
        return f"2026-01-0{self.dice.randint(1, 9)}T0{self.dice.randint(0, 9)}:00:00Z"

    def insert(self, table: str, **row: Any) -> None:
        """One row; columns that must be given and are not named stay empty."""
        for column in self.db.table(table).columns:
            if column.notnull and column.default_value is None and column.name not in row and not column.is_pk:
                row[column.name] = "" if column.type == "TEXT" else 0
        insert(self.db, table, row)

    def portal(self) -> None:
        self.number += 1
        self.insert("portals", name=f"p{self.number}", title=f"市{self.number}")

    def column(self) -> None:
        self.number += 1
        self.insert("columns", portal=self.key("portals", "name"), url=f"u{self.number}")

    def fetch(self) -> None:
        column = self.roll("listing", "listing", "report") == "listing" and self.key("columns")
        self.insert(
            "fetches", run=self.key("runs"), purpose="listing" if column else "report", column_id=column or None,
            url=self.key("reports", "url") or "", time=self.time(), outcome=self.roll(*OUTCOMES),
            reason_code=self.roll("", "few_rows"), reason_params=self.roll("{}", '{"rows": 1}'),
        )  # fmt: skip

    def report(self) -> None:
        self.number += 1
        issuer, state = self.roll("甲", "乙", ""), self.roll("published", "gone")
        self.insert("reports", public_id=str(self.number), address=str(self.number), url=f"r{self.number % 7}",
                    portal=self.key("portals", "name"), characters=self.dice.randrange(99), issuer=issuer or None,
                    state=state, missing_since=self.time() if state == "gone" else None)  # fmt: skip
        self.insert("figure_spans", report=self.key("reports"))

    def cell(self) -> None:
        self.number += 1
        self.insert("agencies", name=f"局{self.number}")
        self.insert("coverage", agency=f"局{self.number}", year=2024, region_code=self.roll("360000", "") or None)

    def change(self) -> None:
        column, outcome, time = self.key("columns"), self.roll(*OUTCOMES), self.time()
        sql, *values = self.dice.choice(
            [
                ("UPDATE columns SET last_fetch = ?, last_outcome = ? WHERE id = ?", time, outcome, column),
                ("UPDATE columns SET last_fetch = ?, last_outcome = ? WHERE id = ?", time, outcome, column),
                ("UPDATE columns SET watched = NOT watched WHERE id = ?", column),
                ("UPDATE columns SET portal = ? WHERE id = ?", self.key("portals", "name"), column),
                ("UPDATE columns SET url = url || 'x' WHERE id = ?", column),
                ("UPDATE fetches SET outcome = ?, time = ? WHERE id = ?", outcome, time, self.key("fetches")),
                ("UPDATE fetches SET url = ?, column_id = ? WHERE id = ?", self.key("reports", "url") or "", column,
                 self.key("fetches")),
                ("DELETE FROM fetches WHERE id = ?", self.key("fetches")),
                ("DELETE FROM fetches WHERE run = ?", self.key("runs")),
                ("DELETE FROM columns WHERE id NOT IN (SELECT column_id FROM fetches WHERE column_id > 0) AND id = ?",
                 column),
                ("UPDATE portals SET title = title || '府' WHERE name = ?", self.key("portals", "name")),
                ("UPDATE portals SET name = name || 'n' WHERE name NOT IN (SELECT portal FROM columns UNION"
                 " SELECT portal FROM reports)",),
                ("DELETE FROM portals WHERE name NOT IN (SELECT portal FROM columns UNION SELECT portal FROM reports)"
                 " AND name > 'p4'",),
                ("UPDATE reports SET state = 'gone', missing_since = ? WHERE id = ?", time, self.key("reports")),
                ("UPDATE reports SET state = 'published', missing_since = NULL WHERE id = ?", self.key("reports")),
                ("UPDATE reports SET url = ? WHERE id = ?", f"r{self.dice.randrange(7)}", self.key("reports")),
                ("UPDATE reports SET portal = ?, characters = characters + 7, agency = ? WHERE id = ?",
                 self.key("portals", "name"), self.key("agencies", "name"), self.key("reports")),
                ("UPDATE reports SET body = 'y', last_seen = 'x' WHERE id = ?", self.key("reports")),
                ("DELETE FROM reports WHERE id = ?", self.key("reports")),
                ("DELETE FROM figure_spans WHERE id = ?", self.key("figure_spans")),
                ("UPDATE coverage SET state = 'late' WHERE agency = ?", self.key("agencies", "name")),
                ("DELETE FROM agencies WHERE name = ?", self.key("agencies", "name")),
            ]
        )  # fmt: skip
        self.db.execute(sql, values)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_follows_rows(tmp_path: Path, seed: int) -> None:
    db = open_database(tmp_path / "reports.db")
    dice = Dice(db, seed)
    db.execute("BEGIN")
    for run in "abc":
        dice.insert("runs", id=run)
    for make in (dice.portal, dice.portal, dice.portal, dice.column, dice.column, dice.report):
        make()
    rows = (dice.portal, dice.column, dice.report, dice.cell, *[dice.fetch] * 6, *[dice.change] * 10)
    for step in range(STEPS):
        dice.dice.choice(rows)()
        assert otherwise(db) == [], step
    assert db.execute("SELECT count(*) FROM portal_health WHERE bad_fetches").fetchone()[0]
    assert db.execute("SELECT count(*) FROM withdrawals").fetchone()[0]
    made = {name: list(db.query(f"SELECT * FROM {name}")) for name in ("listing_states", "portal_states", "counts")}
    for name in ("listing_states", "portal_states", "withdrawals"):
        db.execute(f"DELETE FROM {name}")
    db.execute("DELETE FROM counts WHERE name = 'agencies'")
    for statement in (*kept.FILLING, counts.OF_AGENCIES[0]):
        db.execute(statement)
    assert otherwise(db) == []
    assert made == {name: list(db.query(f"SELECT * FROM {name}")) for name in made}
