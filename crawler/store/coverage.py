"""Table ``coverage``: which agency published for which year, and in time, and the clocks it is judged by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlite_utils import Database

from crawler.clock import BEIJING, now
from crawler.store import views

STATES: Final = {
    "in_time": "published by 31 March",
    "on_1_april": "published on 1 April",
    "late": "published after 1 April",
    "undated": "published, but no date is known",
    "not_found": "looked and not found",
    "could_not_look": "could not look",
    "not_yet_due": "not yet due",
    "withdrawn": "withdrawn",
}
NUMBERS: Final = ("year", "days_to_due", "report", "parts_found")


def refresh(db: Database) -> None:
    """Bring the table ``coverage`` to what the database says on the program's day; writes only rows that differ."""
    today = now().astimezone(BEIJING).date().isoformat()
    with db.atomic():
        db.execute(f"CREATE TEMP TABLE fresh AS {views.COVERAGE}", {"today": today})
        db.execute("DELETE FROM coverage WHERE (agency, year) NOT IN (SELECT agency, year FROM fresh)")
        columns = (column.name for column in db.table("coverage").columns if not column.is_pk)
        changed = ", ".join(f"{name} = excluded.{name}" for name in columns)
        db.execute(
            "INSERT INTO coverage SELECT * FROM (SELECT * FROM fresh EXCEPT SELECT * FROM coverage) WHERE true"
            f" ON CONFLICT DO UPDATE SET {changed}"
        )
        db.execute("DROP TABLE temp.fresh")


def coverage(
    db: Database, *, year: int | None = None, portal: str | None = None, region: str | None = None
) -> list[dict[str, Any]]:
    """One row per agency and report year, by region, agency and year, as of the last ``refresh``.

    ``state`` is one of ``STATES``, ``reason`` the evidence as a sentence, ``listings`` those that were read
    with the time of the last good fetch of each. ``days_to_due`` counts from publication (or from today, where
    there is none) to 1 April of the following year: positive is early. ``parts_found`` of the four mandated parts
    is None where the report's sections are not known. ``region`` is the beginning of a division code.
    """
    sql = "SELECT * FROM coverage"
    conditions = {"year = :year": year, "portal = :portal": portal, "region_code LIKE :region || '%'": region}
    chosen = [condition for condition, value in conditions.items() if value is not None]
    if chosen:
        sql += " WHERE " + " AND ".join(chosen)
    sql += " ORDER BY coalesce(max(region_code) OVER (PARTITION BY agency), '999999'), agency, year"
    rows = db.query(sql, {"year": year, "portal": portal, "region": region})
    return [
        {**row, "listings": json.loads(row["listings"]), "parts_missing": _list(row["parts_missing"])} for row in rows
    ]


def _list(value: str | None) -> list[str]:
    return json.loads(value) if value else []


def unregistered(db: Database, *, portal: str | None = None) -> list[tuple[str, int]]:
    """Issuers (or titles, where no issuer is known) whose reports belong to no agency of the registry, with counts."""
    sql = (
        "SELECT coalesce(issuer, title, url), count(*) FROM reports"
        " WHERE agency IS NULL AND (?1 IS NULL OR portal = ?1) GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return [(str(name), int(count)) for name, count in db.execute(sql, [portal])]


DISCLOSURE_DAYS: Final = 20
LONGEST_SPAN: Final = 60  # days; 20 working days never take longer, holidays included


def disclosure_due(signed: str | None) -> str | None:
    """The last day (ISO) to publish what was signed on the ISO date ``signed``: the 20th working day after it.

    Public holidays and make-up working days are those of the State Council's notices, from chinesecalendar.
    None where ``signed`` is no date, or where the span reaches into a year that library does not know.
    """
    from chinese_calendar import is_workday

    try:
        start = date.fromisoformat((signed or "")[:10])
    except ValueError:
        return None
    left = DISCLOSURE_DAYS
    for offset in range(1, LONGEST_SPAN):
        day = start + timedelta(days=offset)
        try:
            left -= is_workday(day)
        except NotImplementedError:
            return None
        if left == 0:
            return day.isoformat()
    return None


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
