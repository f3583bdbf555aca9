"""What the first page shows: how much there is, what is new, the coverage at a glance, and the portals' health."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode

from crawler.clock import now, stamp
from crawler.publish.datasette import labels
from crawler.publish.datasette.language import say
from crawler.store.lookup import all_rows, newest_since

DAYS: Final = 7
MOST_CHANGES: Final = 8
MOST_AGENCIES: Final = 40  # shown one by one; more are shown by province
MOST_PORTALS: Final = 60
YEARS: Final = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A group in one year: how many agencies are in each state, and the state that most of them are in."""

    counts: Mapping[str, int]
    state: str
    year: int
    link: str  # the query part of the coverage page's address

    def spoken(self, group: str) -> str:
        """The cell in words, in the reader's language."""
        said = say("，", ", ").join(f"{labels.COVERAGE[state]} {count}" for state, count in self.counts.items())
        name = labels.isolated(labels.PROVINCES.get(group, group))
        return say(f"{name} {self.year}年：{said}", f"{name} {self.year}: {said}")

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def published(self) -> int:
        """How many published, whenever."""
        return sum(self.counts.get(state, 0) for state in ("in_time", "on_1_april", "late", "undated"))


Line = tuple[str, tuple[Cell | None, ...]]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows of (name of the group, its cells by year), apart from them those where no fetch was possible yet.

    ``single`` if each row is one agency.
    """

    years: tuple[int, ...]
    rows: tuple[Line, ...]
    unseen: tuple[Line, ...]
    single: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The data of ``index.html``."""

    totals: dict[str, Any]
    changes: list[dict[str, Any]]
    since: str
    heat: HeatMap
    portals: list[dict[str, Any]]


def load(conn: sqlite3.Connection) -> Home:
    """Everything on the first page, as of now."""
    since = stamp(now() - timedelta(days=DAYS))
    counted = ("reports", "agencies", "characters", "figures")
    kept = "SELECT coalesce((SELECT number FROM counts WHERE name = ? AND key = ''), 0)"
    totals = {name: conn.execute(kept, [name]).fetchone()[0] for name in counted}
    (totals["last_fetch"],) = conn.execute("SELECT max(last_fetch) FROM columns").fetchone()
    return Home(
        totals=totals,
        changes=all_rows(
            conn,
            f"SELECT * FROM changes WHERE time >= ? ORDER BY time DESC, report DESC, version DESC LIMIT {MOST_CHANGES}",
            [max(since, newest_since(conn, MOST_CHANGES))],
        ),
        since=since[:10],
        heat=heat_map(_coverage(conn)),
        portals=all_rows(
            conn, f"SELECT * FROM portal_health ORDER BY bad_fetches DESC, last_good_fetch LIMIT {MOST_PORTALS}"
        ),
    )


def _coverage(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """The rows of the matrix, counted by province where there are too many agencies to show each."""
    if conn.execute("SELECT 1 FROM agencies LIMIT 1 OFFSET ?", [MOST_AGENCIES]).fetchone() is None:
        return all_rows(conn, "SELECT agency, year, region_code, state, 1 AS agencies FROM coverage")
    return all_rows(
        conn,
        "SELECT NULL AS agency, CAST(substr(key, 1 + instr(key, '|'), 4) AS INTEGER) AS year,"
        " substr(key, 1, instr(key, '|') - 1) AS region_code, substr(key, instr(key, '|') + 6) AS state,"
        " number AS agencies FROM counts WHERE name = 'coverage'",
    )


def heat_map(rows: list[dict[str, Any]]) -> HeatMap:
    """Coverage rows as a matrix: agencies one by one while there are few, else provinces.

    A row stands for ``agencies`` agencies of a region where it names none.
    """
    years = tuple(sorted({int(row["year"]) for row in rows})[-YEARS:])
    agencies = {row["agency"] for row in rows}
    single = len(agencies) <= MOST_AGENCIES and all(agencies)
    groups: dict[str, dict[int, dict[str, int]]] = {}
    filters: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=_place):
        group = row["agency"] if single else _group(row)
        filters.setdefault(group, _filter(row, single))
        counts = groups.setdefault(group, {}).setdefault(int(row["year"]), {})
        counts[row["state"]] = counts.get(row["state"], 0) + int(row["agencies"])
    lines = [(group, _cells(years, of_year, filters[group])) for group, of_year in groups.items()]
    unseen = tuple(itertools.filterfalse(_was_seen, lines))
    return HeatMap(years, rows=tuple(filter(_was_seen, lines)), unseen=unseen, single=single)


def _cells(
    years: Sequence[int], of_year: Mapping[int, dict[str, int]], chosen: dict[str, str]
) -> tuple[Cell | None, ...]:
    """A line's cells, None for a year without a row."""
    return tuple(_cell(year, of_year[year], chosen) if year in of_year else None for year in years)


def _was_seen(line: Line) -> bool:
    return any(cell is not None and not set(cell.counts) <= {"could_not_look", "not_yet_due"} for cell in line[1])


def _place(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["region_code"] or "9", row["agency"] or ""


def _group(row: Mapping[str, Any]) -> str:
    return (row["region_code"] or "")[:2]


def _filter(row: Mapping[str, Any], single: bool) -> dict[str, str]:
    if single:
        return {"agency": row["agency"]}
    return {"region_code__startswith": row["region_code"][:2]} if row["region_code"] else {"region_code__isnull": "1"}


def _cell(year: int, counts: Mapping[str, int], chosen: Mapping[str, str]) -> Cell:
    order = list(labels.COVERAGE)
    counts = {state: counts[state] for state in sorted(counts, key=order.index)}
    state = max(counts, key=lambda state: counts[state])
    return Cell(counts, state, year, urlencode({**chosen, "year__gte": year, "year__lte": year}))
