"""What one run did at each portal, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlite_utils import Database

NO_REQUEST: Final = "('paused', 'robots_denied')"


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of one portal in one run; ``size`` in bytes, ``reports`` kept when the run ended.

    ``trouble`` counts looks that were none, ``outcomes`` names them.
    """

    requests: int
    size: int
    new: int
    changed: int
    gone: int
    trouble: int
    reports: int
    outcomes: str


def portals_of(db: Database, run: str) -> list[str]:
    """The portals a run looked at, by name."""
    return [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT portal FROM fetches WHERE run = ? AND portal IS NOT NULL ORDER BY portal", [run]
        )
    ]


def run_before(db: Database, run: str, portal: str) -> str | None:
    """The last run before ``run`` that looked at a portal."""
    first = db.execute("SELECT min(id) FROM fetches WHERE run = ? AND portal = ?", [run, portal]).fetchone()[0]
    sql = "SELECT run FROM fetches WHERE portal = ? AND id < ? ORDER BY id DESC LIMIT 1"
    row = db.execute(sql, [portal, first]).fetchone()
    return str(row[0]) if row else None


def counts(db: Database, run: str, portal: str) -> Counts:
    """What a run did at a portal; all zero if it was not there."""
    row = db.execute(
        f"SELECT coalesce(sum(outcome NOT IN {NO_REQUEST}), 0), coalesce(sum(bytes), 0),"
        " coalesce(sum(purpose = 'report' AND outcome = 'new'), 0),"
        " coalesce(sum(purpose = 'report' AND outcome = 'changed'), 0),"
        " coalesce(sum(purpose = 'report' AND outcome IN ('gone', 'soft_404')), 0),"
        " coalesce(sum(NOT looked AND outcome != 'moved'), 0),"
        " (SELECT count(*) FROM reports WHERE reports.portal = ?2"
        "  AND first_seen <= (SELECT coalesce(finished, '9999') FROM runs WHERE id = ?1)),"
        " coalesce(group_concat(DISTINCT CASE WHEN NOT looked AND outcome != 'moved' THEN outcome END), '')"
        " FROM fetches WHERE run = ?1 AND portal = ?2",
        [run, portal],
    ).fetchone()
    return Counts(*row)
