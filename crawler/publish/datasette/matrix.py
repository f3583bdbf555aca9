"""Agency × year: what each agency published, those somebody watches first, by region, level and kind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from crawler.publish.datasette import labels
from crawler.store.lookup import each_row

YEARS: Final = 8
# Provinces (first two digits of their codes) as equal tiles, roughly where they lie.
GRID: Final = """
.. .. .. .. .. .. .. 23 ..
65 .. .. .. .. 15 11 22 ..
.. 63 62 64 14 13 12 21 ..
54 .. .. 51 61 41 37 32 ..
.. .. .. .. 50 42 34 33 31
.. .. .. 53 52 43 36 35 ..
.. .. .. .. .. 45 44 .. 71
.. .. .. .. .. 46 82 81 ..
"""
TILES: Final = {
    code: (row, column)
    for row, line in enumerate(GRID.split("\n"))
    for column, code in enumerate(line.split(), 1)
    if code != ".."
}
"""Row and column of each province."""
MOST: Final = 300  # agencies on one page
FILTERS: Final = ("state", "province", "type", "level", "year")
REPORTED: Final = ("in_time", "on_1_april", "late", "undated", "withdrawn")  # states of a cell that has a report
_WATCHED: Final = "report IS NOT NULL OR listings != '[]'"
# What a cell shows and its sentence is made of: where a report was found, not how every listing was fetched.
_SHOWN: Final = (
    "agency, year, region_code, level, type, portal, state, due, days_to_due, report, published, last_seen,"
    " CASE WHEN report IS NULL THEN listings END AS listings"
)
_LEVELS: Final = {name: place for place, name in enumerate(labels.LEVELS)}


@dataclass(frozen=True, slots=True)
class Line:
    """An agency, where it is in its last year, with the rows of table ``coverage`` by year."""

    agency: str
    province: str
    level: str
    type: str
    cells: Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Lines by (province, level, kind); ``unwatched`` agencies, whose portal was never
    fetched, stand in a number alone, ``more`` are
    beyond the page. ``tiles`` counts per province (reports there, agencies) of the last year that is due."""

    years: tuple[int, ...]
    groups: tuple[tuple[tuple[str, str, str], tuple[Line, ...]], ...]
    unwatched: int
    more: int
    tiles: Mapping[str, tuple[int, int]]
    tile_year: int | None


def load(conn: sqlite3.Connection, chosen: Mapping[str, str]) -> Matrix:
    """The matrix for ``chosen``, values of ``FILTERS``: agencies with a cell of that state (in ``year``, if given) and
    of that province, kind and level."""
    counted = _counted(conn)
    years = sorted({year for _, year, *_ in counted})[-YEARS:]
    sql, values = _where(chosen)
    # Of the rows of an agency, SQLite shows the columns of the one with the latest year.
    agencies = conn.execute(
        f"SELECT agency, region_code, level, type, max(year), sum({_WATCHED}) FROM coverage GROUP BY agency"
        f" HAVING sum({sql})",
        values,
    ).fetchall()
    places = sorted(_place(*row[:4]) for row in agencies if row[5])
    lines = _lines(conn, [name for *_, name in places[:MOST]], set(years))
    groups = groupby(lines, lambda line: (line.province, line.level, line.type))
    year, tiles = _tiles(counted)
    return Matrix(
        tuple(years), tuple((group, tuple(found)) for group, found in groups),
        len(agencies) - len(places), max(0, len(places) - MOST), tiles, year,
    )  # fmt: skip


def _where(chosen: Mapping[str, str]) -> tuple[str, list[str]]:
    columns = {
        "state": "state",
        "province": "substr(region_code, 1, 2)",
        "type": "type",
        "level": "level",
        "year": "year",
    }
    given = {name: value for name, value in chosen.items() if name in FILTERS and value}
    conditions = [f"{columns[name]} = ?" for name in given]
    return " AND ".join(conditions) or "1", list(given.values())


def _place(agency: str, region: str | None, level: str, kind: str) -> tuple[str, int, str, str]:
    """What agencies are put in order by."""
    return (region or "")[:2] or "99", _LEVELS.get(level, len(_LEVELS)), kind, agency


def _lines(conn: sqlite3.Connection, names: list[str], years: set[int]) -> list[Line]:
    """The lines of agencies, in their order."""
    rows = each_row(
        conn,
        f"SELECT {_SHOWN} FROM coverage WHERE agency IN (SELECT value FROM json_each(?)) ORDER BY agency, year",
        [json.dumps(names)],
    )
    found = {}
    for agency, of_agency in groupby(rows, lambda row: str(row["agency"])):
        cells = {int(row["year"]): row for row in of_agency}
        last = cells[max(cells)]
        shown = {year: row for year, row in cells.items() if year in years}
        found[agency] = Line(agency, (last["region_code"] or "")[:2], last["level"], last["type"], shown)
    return [found[name] for name in names]


def _counted(conn: sqlite3.Connection) -> list[tuple[str, int, str, int]]:
    """Province, year and state of each sort of cell, and how many there are."""
    rows = conn.execute("SELECT key, number FROM counts WHERE name = 'coverage'").fetchall()
    split = ((*key.split("|"), number) for key, number in rows)
    return [(province, int(year), state, int(number)) for province, year, state, number in split]


def _tiles(counted: Sequence[tuple[str, int, str, int]]) -> tuple[int | None, dict[str, tuple[int, int]]]:
    """The last year of which there is a report, and its reports and agencies by province."""
    last = max((year for _, year, state, _ in counted if state in REPORTED), default=None)
    tiles: dict[str, tuple[int, int]] = {}
    for province, year, state, number in counted:
        if province and year == last:
            there, agencies = tiles.get(province, (0, 0))
            tiles[province] = (there + number * (state in REPORTED), agencies + number)
    return last, tiles
