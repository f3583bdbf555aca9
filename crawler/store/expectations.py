"""What a portal file expects of its portal, held against the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from crawler.clock import BEIJING


def last_due_year(moment: datetime) -> int:
    """The newest report year whose reports are due: public by 1 April of the year after (督察工作规定, article 24)."""
    day = moment.astimezone(BEIJING).date()
    return day.year - 1 if (day.month, day.day) > (4, 1) else day.year - 2


def broken(db: Database, portal: str, *, report: bool, fields: Sequence[str], moment: datetime) -> list[str]:
    """Clauses that name each expectation the stored reports of a portal do not meet."""
    found = []
    year = last_due_year(moment)
    sql = "SELECT 1 FROM reports WHERE portal = ? AND report_year = ?"
    if report and not db.execute(sql, [portal, year]).fetchone():
        found.append(f"it holds no report for {year}, which was due on 1 April {year + 1}")
    for name in fields:
        (empty,) = db.execute(
            f"SELECT count(*) FROM reports WHERE portal = ? AND coalesce({name}, '') = ''", [portal]
        ).fetchone()
        if empty:
            found.append(f"{empty} of its reports have no {name}")
    return found
