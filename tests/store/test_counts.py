"""Kept counts are what counting gives, whatever happens to the rows."""

from __future__ import annotations

import random
from pathlib import Path

from sqlite_utils import Database

from crawler.store.database import open_database
from tests.season.kills import COUNTED


def insert(db: Database, table: str, **row: object) -> int:
    """One row; columns that must be given and are not named stay empty."""
    for column in db.table(table).columns:
        if column.notnull and column.default_value is None and column.name not in row and not column.is_pk:
            row[column.name] = "" if column.type == "TEXT" else 0
    return int(db.table(table).insert(row).last_pk if table != "coverage" else bool(db.table(table).insert(row)))


def test_counts_follow_rows(tmp_path: Path) -> None:
    db, dice = open_database(tmp_path / "reports.db"), random.Random(3)
    for name in ("a", "b"):
        db.table("portals").insert({"name": name, "title": name, "home": f"http://{name}/", "platform": "trs"})
        insert(db, "agencies", name=f"{name}局", level="city", type="department", duty="unknown")
    keys = []
    for number in range(12):
        address = {"public_id": str(number), "address": str(number), "url": str(number)}
        keys.append(insert(db, "reports", **address, portal=dice.choice("ab"), issuer=dice.choice(["甲", "乙", None])))
        db.execute("UPDATE reports SET characters = ? WHERE id = ?", [dice.randrange(99), keys[-1]])
        for _ in range(3):
            insert(db, "figure_spans", report=keys[-1])
    for year in (2023, 2024):
        for name, region in (("a局", "360000"), ("b局", None)):
            insert(db, "coverage", agency=name, year=year, region_code=region, state="late", due="", listings="[]")
    for statement in (
        "UPDATE reports SET agency = 'a局', portal = 'b' WHERE id % 3 = 0",
        "UPDATE reports SET characters = characters + 7, last_seen = 'x' WHERE id % 2 = 0",
        "DELETE FROM reports WHERE id % 4 = 1",
        "DELETE FROM figure_spans WHERE id % 5 = 0",
        "UPDATE coverage SET state = 'in_time' WHERE year = 2024",
        "DELETE FROM coverage WHERE agency = 'b局'",
        "UPDATE reports SET body = 'y' WHERE id % 6 = 0",
        "DELETE FROM agencies WHERE name = 'a局'",
    ):
        db.execute(statement)
        kept = db.execute("SELECT name, key, number FROM counts WHERE number").fetchall()
        assert sorted(kept) == sorted(row for row in db.execute(COUNTED).fetchall() if row[2]), statement
