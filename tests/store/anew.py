"""What the store keeps as rows are written, counted and judged anew from the rows themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

GOOD = "('ok', 'new', 'changed', 'unchanged', 'unchanged_304')"
COUNTS = """
SELECT 'reports', '', count(*) FROM reports UNION ALL
SELECT 'characters', '', sum(characters) FROM reports UNION ALL
SELECT 'figures', '', count(*) FROM figure_spans UNION ALL
SELECT 'agency', coalesce(agency, issuer, ''), count(*) FROM reports GROUP BY 2 UNION ALL
SELECT 'agencies', '', count(DISTINCT coalesce(agency, issuer, '')) FROM reports UNION ALL
SELECT 'portal', portal, count(*) FROM reports GROUP BY 2 UNION ALL
SELECT 'coverage', coalesce(substr(region_code, 1, 2), '') || '|' || year || '|' || state, count(*)
FROM coverage GROUP BY 2
"""
LISTINGS = f"""
SELECT columns.*, good_fetch,
       (SELECT count(DISTINCT run) FROM fetches WHERE column_id = columns.id AND purpose = 'listing'
        AND coalesce(last_outcome NOT IN {GOOD}, 0) AND outcome NOT IN {GOOD}
        AND time > coalesce(good_fetch, '')) AS streak,
       (SELECT json_array(reason_code, json(reason_params)) FROM fetches WHERE column_id = columns.id
        AND purpose = 'listing' AND outcome = last_outcome ORDER BY time DESC LIMIT 1) AS why
FROM columns LEFT JOIN (
    SELECT column_id, max(time) AS good_fetch FROM fetches WHERE purpose = 'listing' AND outcome IN {GOOD} GROUP BY 1
) ON column_id = columns.id
WHERE watched
"""
WITHDRAWN = """
SELECT reports.id, coalesce(min(fetches.time), missing_since)
FROM reports LEFT JOIN fetches ON fetches.url = reports.url AND outcome IN ('gone', 'soft_404')
 AND date(fetches.time) > date(missing_since)
WHERE state = 'gone' GROUP BY reports.id
"""


def portals(db: Database) -> set[tuple[Any, ...]]:
    """The rows of ``portal_health``."""
    listings = list(db.query(LISTINGS))
    counts = dict(db.execute("SELECT portal, count(*) FROM reports GROUP BY 1").fetchall())
    return {
        (name, title, *_portal([each for each in listings if each["portal"] == name]), counts.get(name, 0))
        for name, title in db.execute("SELECT name, title FROM portals").fetchall()
    }


def _portal(listings: list[dict[str, Any]]) -> tuple[Any, ...]:
    last = max((each["last_fetch"] for each in listings if each["last_fetch"]), default=None)
    bad = [each for each in listings if each["streak"]]
    if not bad:
        oldest = min((each["good_fetch"] for each in listings if each["good_fetch"]), default=None)
        return last, oldest, 0, None, None, None, None, 0, len(listings)
    worst = min(
        bad,
        key=lambda each: (-each["streak"], each["last_outcome"] == "paused", each["good_fetch"] or "", each["id"]),
    )
    (why,) = Database(memory=True).query("SELECT ?1 ->> 0 AS code, ?1 -> 1 AS params", [worst["why"]])
    told = (worst["good_fetch"], worst["streak"], worst["last_outcome"], why["code"], why["params"], worst["url"])
    return last, *told, len(bad), len(listings)


def otherwise(db: Database) -> list[str]:
    """What is kept otherwise than it is; nothing on a good day."""
    kept: dict[str, tuple[Iterable[Any], Iterable[Any]]] = {
        "a count": (db.execute("SELECT name, key, number FROM counts WHERE number"), _nonzero(db.execute(COUNTS))),
        "a listing": (db.execute("SELECT column_id, good_fetch, streak FROM listing_states"), _listings(db)),
        "a name": (db.execute("SELECT portal FROM portal_states"), db.execute("SELECT name FROM portals")),
        "a portal": (db.execute("SELECT * FROM portal_health"), portals(db)),
        "a withdrawal": (db.execute("SELECT report, time FROM withdrawals"), db.execute(WITHDRAWN)),
    }
    return [
        f"{what} is {row}"
        for what, (found, wanted) in kept.items()
        for row in sorted(set(map(tuple, found)) ^ set(map(tuple, wanted)), key=repr)
    ]


def _listings(db: Database) -> Iterable[tuple[Any, ...]]:
    return ((each["id"], each["good_fetch"], each["streak"]) for each in db.query(LISTINGS))


def _nonzero(rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    return (row for row in rows if row[2])
