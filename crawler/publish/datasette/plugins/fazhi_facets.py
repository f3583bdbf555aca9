"""Facets with Chinese names that answer at once: from an index where nothing is chosen, else from one pass over
the rows that were found. Named in the metadata as ``facets: [{room: year}, …]``.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote_plus

from datasette import hookimpl
from datasette.facets import Facet

from crawler.publish.datasette import labels, private
from crawler.publish.datasette.listing import COUNTED_HERE
from crawler.publish.datasette.private import (
    QueryInterrupted,
    escape_sqlite,
    path_with_added_args,
    path_with_removed_args,
)
from crawler.publish.datasette.search_plan import MARK, READ, REPORTS, WALKED, shown_link, state

PROVINCE = "province"
FLAGS = "flags"
# Facet: what is counted, and the parameter of the address that chooses one of its values. Others are columns.
COUNTED = {
    PROVINCE: ("substr(region_code, 1, 2)", "region_code__startswith"),
    FLAGS: ("substr(j.value, 1, instr(j.value || ':', ':') - 1)", "_flag"),
}
# Facets of columns that the index ``reports_year`` holds.
IN_INDEX = ("report_year", PROVINCE, "level", "portal")
MOST_GROUPS = 2_000
READABLE = 50_000  # reports of which the list of those with a common single character fits a facet's limit of time
HOLDING = 500  # milliseconds that may go once, after a change of the database, into what is then held of all reports
MOST_HELD = 250_000  # reports: what is held of them takes some 80 MB then, and of more it would not fit an answer
_known: dict[tuple[str, str], tuple[Any, Any]] = {}
_held: dict[str, tuple[Any, Held]] = {}


class Held:
    """What all reports have in the columns of facets, by key; and how often each value occurs."""

    def __init__(self, keys: set[int], columns: dict[str, dict[int, Any]]) -> None:
        self.keys, self.columns = keys, columns
        self.totals = {name: Counter(column.values()) for name, column in columns.items()}

    def counted(self, found: list[int]) -> dict[str, Counter[Any]]:
        """How often each value occurs in the reports ``found``: where they are most of all, the others are counted."""
        if 2 * len(found) < len(self.keys):
            return {name: Counter(map(column.get, found)) for name, column in self.columns.items()}
        others = self.keys.difference(found)
        return {name: self.totals[name] - Counter(map(column.get, others)) for name, column in self.columns.items()}


class RoomFacet(Facet):
    type = "room"

    async def facet_results(self) -> Any:
        names = list(dict.fromkeys(each["config"]["simple"] for each in self.get_configs()))
        if not names:
            return [], []
        try:
            if MARK in self.sql:
                names = [name for name in names if name in IN_INDEX]
                groups = await self._of_common(names)
            elif " where " in self.sql:
                groups = await self._of_rows(names, self.sql.replace("+reports.id in (", "reports.id in ("))
            else:
                groups = await self._of_table(names)
        except (QueryInterrupted, sqlite3.Error, MemoryError):  # more time or room than they may take: the list goes on
            return [], names
        return [await self._shown(name, groups[name]) for name in names if name in groups], [
            name for name in names if name not in groups
        ]

    async def _of_table(self, names: list[str]) -> dict[str, list[tuple[Any, ...]]]:
        """The facets of a whole table but those that take too long, kept until the database changes."""
        now = state(self.ds.get_database(self.database).path)
        known = _known.get((self.database, self.table))
        if known is None or known[0] != (now, names):
            groups = {}
            for name in names:
                with suppress(QueryInterrupted):
                    groups[name] = await self._groups(name)
            known = _known[(self.database, self.table)] = ((now, names), groups)
        return known[1]

    async def _of_common(self, names: list[str]) -> dict[str, list[tuple[Any, ...]]]:
        """Facets of the reports with common words, without reading the reports themselves; {} where that takes long.

        Where nothing else is asked for, the list of the index is counted with what is held of all reports: to look
        each up in an index of the table takes the most of such a page's time.
        """
        hits, sql = REPORTS.format(name="search"), str(self.sql).rstrip()
        if READ in sql and (await self._rows("select max(id) from reports"))[0][0] > READABLE:
            return {}
        if sql.endswith((f" where {WALKED}", f" where {READ}")):
            if (await self._rows("select max(id) from reports"))[0][0] > MOST_HELD:
                return {}
            ((listed,),) = await self._rows(f"select json_group_array(rowid) from ({hits})")
            held, found = await self._held(names), json.loads(listed)
            self.request.scope[COUNTED_HERE] = len(found)
            return {name: _meant_by(name, counts) for name, counts in held.counted(found).items()}
        listed = f"+reports.id in ({hits})"
        sql = sql.replace(WALKED, listed).replace(READ, listed)
        sql = sql.replace(" from reports ", " from reports indexed by reports_year ")
        if MARK in sql or "reports_year" not in sql:
            return {}
        return await self._of_rows(names, sql)

    async def _held(self, names: list[str]) -> Held:
        """What the reports have in the columns of facets, by key, kept until the database changes."""
        now = state(self.ds.get_database(self.database).path)
        known = _held.get(self.database)
        if known is None or known[0] != (now, names):
            lists = ", ".join(f"json_group_array({_column(name)})" for name in names)
            sql = f"select json_group_array(id), {lists} from reports indexed by reports_year"
            ((keys, *values),) = await self._rows(sql, HOLDING)
            read = json.loads(keys)
            columns = {
                name: dict(zip(read, json.loads(each), strict=True)) for name, each in zip(names, values, strict=True)
            }
            known = _held[self.database] = ((now, names), Held(set(read), columns))
        return known[1]

    async def _of_rows(self, names: list[str], found: str) -> dict[str, list[tuple[Any, ...]]]:
        """All facets of the rows found, which are looked up once; their number is left to who counts them next."""
        lists = "".join(f", json_group_array({_column(name)})" for name in names)
        ((number, *values),) = await self._rows(f"select count(*){lists} from ({found})")
        self.request.scope[COUNTED_HERE] = number
        return {name: _meant_by(name, Counter(json.loads(each))) for name, each in zip(names, values, strict=True)}

    async def _groups(self, name: str) -> list[tuple[Any, ...]]:
        """The values of a facet in the whole table and how often each occurs, the most frequent first."""
        table = escape_sqlite(self.table)
        value = COUNTED[name][0] if name in COUNTED else escape_sqlite(name)
        given = f"{table}, json_each({table}.flags) j where flags != '[]'" if name == FLAGS else table
        grouped = f"select {value} as value, count(*) as n from {given} group by 1"
        sql = f"select value, n from ({grouped}) where value is not null order by n desc, value limit {MOST_GROUPS}"
        return await self._rows(sql)

    async def _rows(self, sql: str, milliseconds: int = 0) -> list[tuple[Any, ...]]:
        limit = milliseconds or self.ds.setting("facet_time_limit_ms")
        return await private.rows(self.ds, self.database, sql, self.params, limit)

    async def _shown(self, name: str, groups: Any) -> Any:
        size = self.get_facet_size()
        shown = groups[:size]
        names = await self._names(name, [value for value, _ in shown])
        parameter = COUNTED[name][1] if name in COUNTED else name
        chosen = [value for key, value in self.get_querystring_pairs() if key == parameter]
        also = self._link(path_with_added_args(self.request, {parameter: ""}))
        results = [
            {
                "value": value,
                "label": names.get(value, value),
                "count": count,
                "toggle_url": self._link(path_with_removed_args(self.request, {parameter: str(value)}))
                if str(value) in chosen
                else also + quote_plus(str(value)),
                "selected": str(value) in chosen,
            }
            for value, count in shown
        ]
        return {
            "name": name,
            "type": self.type,
            "hideable": False,
            "toggle_url": None,
            "results": results,
            "truncated": len(groups) > size,
        }

    def _link(self, path: str) -> str:
        return str(self.ds.absolute_url(self.request, self.ds.urls.path(shown_link(path))))

    async def _names(self, name: str, values: list[Any]) -> Mapping[Any, str]:
        """What readers call the values of a facet, where they call them otherwise."""
        if name == "key":
            return await self._indicators(values)
        if name == "portal":
            sql = "select name, title from portals where name in (select value from json_each(?))"
            found = await self.ds.get_database(self.database).execute(sql, [json.dumps(values)])
            return dict(map(tuple, found.rows))
        known = labels.values(self.table, name)
        return known or await private.labels(self.ds, self.database, self.table, name, values)

    async def _indicators(self, keys: list[str]) -> dict[str, str]:
        """The names of indicators."""
        sql = f"select label from {escape_sqlite(self.table)} where key = ? limit 1"
        known = {key: (await self.ds.get_database(self.database).execute(sql, [key])).first() for key in keys}
        return {key: labels.indicator(key, row[0]) for key, row in known.items() if row}


def _column(name: str) -> str:
    """The column a facet is counted from."""
    return str(escape_sqlite("region_code" if name == PROVINCE else name))


def _meant_by(name: str, counts: Counter[Any]) -> list[tuple[Any, ...]]:
    """The values of a facet and how often each occurs, the most frequent first, by those of its column."""
    groups: Counter[Any] = Counter()
    for value, number in counts.items():
        for each in _meant(name, value):
            groups[each] += number
    return sorted(groups.items(), key=lambda group: (-group[1], group[0]))[:MOST_GROUPS]


def _meant(name: str, value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    if name == FLAGS:
        return (flag.partition(":")[0] for flag in json.loads(value))
    return (value[:2] if name == PROVINCE else value,)


@hookimpl
def register_facet_classes() -> list[type[RoomFacet]]:
    return [RoomFacet]
