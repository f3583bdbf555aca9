"""Agency × year: what each agency published, those somebody watches first, by region, level and kind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
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
_LEVELS: Final = {name: place for place, name in enumerate(labels.LEVELS)}


@dataclass(frozen=True, slots=True)
class Line:
    """An agency with the rows of table ``coverage`` by year."""

    agency: str
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
    years = [
        int(row[0]) for row in conn.execute("SELECT DISTINCT year FROM coverage ORDER BY year DESC LIMIT ?", [YEARS])
    ]
    sql, values = _where(chosen)
    watched = "agency IN (SELECT agency FROM coverage WHERE report IS NOT NULL OR listings != '[]')"
    names = [
        row[0] for row in conn.execute(f"SELECT DISTINCT agency FROM coverage WHERE ({watched}) AND {sql}", values)
    ]
    unwatched = conn.execute(f"SELECT count(DISTINCT agency) FROM coverage WHERE NOT ({watched}) AND {sql}", values)
    lines = sorted(_lines(conn, names, set(years)), key=_place)
    shown = lines[:MOST]
    groups = tuple((group, tuple(line for _, line in found)) for group, found in groupby(shown, lambda each: each[0]))
    year, tiles = _tiles(conn)
    return Matrix(tuple(sorted(years)), groups, unwatched.fetchone()[0], len(lines) - len(shown), tiles, year)


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


def _lines(conn: sqlite3.Connection, names: list[str], years: set[int]) -> Iterator[tuple[tuple[str, str, str], Line]]:
    rows = each_row(
        conn,
        "SELECT * FROM coverage WHERE agency IN (SELECT value FROM json_each(?)) ORDER BY agency, year",
        [json.dumps(names)],
    )
    for agency, found in groupby(rows, lambda row: str(row["agency"])):
        cells = {int(row["year"]): row for row in found}
        last = cells[max(cells)]
        province = (last["region_code"] or "")[:2]
        line = Line(agency, last["level"], last["type"], {year: row for year, row in cells.items() if year in years})
        yield (province, last["level"], last["type"]), line


def _place(each: tuple[tuple[str, str, str], Line]) -> tuple[str, int, str, str]:
    (province, level, kind), line = each
    return province or "99", _LEVELS.get(level, len(_LEVELS)), kind, line.agency


def _tiles(conn: sqlite3.Connection) -> tuple[int | None, dict[str, tuple[int, int]]]:
    year = conn.execute(
        "SELECT max(year) FROM coverage WHERE state != 'not_yet_due' AND report IS NOT NULL"
    ).fetchone()[0]
    rows = conn.execute(
        "SELECT substr(region_code, 1, 2), sum(report IS NOT NULL), count(*) FROM coverage"
        " WHERE year = ? AND region_code IS NOT NULL GROUP BY 1",
        [year],
    )
    return year, {row[0]: (int(row[1]), int(row[2])) for row in rows}
