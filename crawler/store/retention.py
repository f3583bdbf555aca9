"""Table ``fetches`` after a year: fetches without news become one row an address, outcome and month.

Such a row keeps their number, their bytes and the days on which they were made, so that the evidence of having looked
stays exact to the day. It is the last of them: what asks for the newest fetch of a month finds the one it always did.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, Final

from sqlite_utils import Database

from crawler.clock import BEIJING, now, stamp
from crawler.store.database import update
from crawler.store.run_record import OF_RUN

KEPT_WHOLE: Final = timedelta(days=366)
WITHOUT_NEWS: Final = ("ok", "unchanged", "unchanged_304")
RUNS_AT_A_TIME: Final = 40  # older runs thinned at the end of one: a backlog is worked off night by night
ANALYSED: Final = 100  # rows of an index that PRAGMA optimize reads: tables with an empty index each time


def keep_house(db: Database, run: str) -> int:
    """What the end of a run does for the database: thin old fetches, and where the run brought something new, renew
    the planner's statistics.

    Returns how many rows of ``fetches`` went.
    """
    gone = thin(db)
    sql = f"SELECT 1 FROM {OF_RUN} WHERE run = ? AND outcome IN ('new', 'changed') LIMIT 1"
    if db.execute(sql, [run]).fetchone():
        db.execute(f"PRAGMA analysis_limit = {ANALYSED}")
        db.execute("PRAGMA optimize")
    return gone


def thin(db: Database) -> int:
    """Thin the fetches of runs that ended more than a year ago, oldest run first; returns how many rows went."""
    sql = "SELECT id FROM runs WHERE finished < ? AND NOT thinned ORDER BY started LIMIT ?"
    gone = 0
    for (run,) in db.execute(sql, [stamp(now() - KEPT_WHOLE), RUNS_AT_A_TIME]).fetchall():
        with db.atomic():
            gone += _thin_run(db, run)
            db.execute("UPDATE runs SET thinned = 1 WHERE id = ?", [run])
    return gone


def _thin_run(db: Database, run: str) -> int:
    marks = ", ".join("?" * len(WITHOUT_NEWS))
    sql = f"SELECT * FROM fetches WHERE run = ? AND outcome IN ({marks}) ORDER BY time, id"
    return sum(_take_in_earlier(db, row) for row in list(db.query(sql, [run, *WITHOUT_NEWS])))


def _take_in_earlier(db: Database, row: dict[str, Any]) -> int:
    """Let a row stand for those before it in its month; returns how many these were."""
    earlier = list(
        db.query(
            "SELECT id, time, count, days, bytes, snapshot FROM fetches"
            " WHERE url = ? AND time >= ? AND (time, id) < (?, ?) AND purpose = ? AND outcome = ?"
            " AND column_id IS ? AND portal IS ?",
            [row["url"], row["time"][:7], row["time"], row["id"], row["purpose"], row["outcome"], row["column_id"],
             row["portal"]],
        )
    )  # fmt: skip
    if not earlier:
        return 0
    every = [row, *earlier]
    fields = {
        "count": sum(each["count"] for each in every),
        "bytes": sum(each["bytes"] for each in every),
        "days": json.dumps(sorted({day for each in every for day in days_of(each)})),
        "snapshot": row["snapshot"] or next((each["snapshot"] for each in earlier if each["snapshot"]), None),
    }
    update(db, "fetches", row["id"], fields)
    db.conn.executemany("DELETE FROM fetches WHERE id = ?", [(each["id"],) for each in earlier])
    return len(earlier)


def days_of(row: dict[str, Any]) -> list[str]:
    """The days (Beijing) on which the fetches of a row were made."""
    if row["days"]:
        return [str(day) for day in json.loads(row["days"])]
    moment = datetime.fromisoformat(row["time"].replace("Z", "+00:00"))
    return [moment.astimezone(BEIJING).date().isoformat()]
