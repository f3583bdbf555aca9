"""The list of reports that was asked for: counted, by relevance where wanted, and with what was hit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import parse_qsl, unquote_plus

from crawler.publish.datasette import labels, results, search_plan
from crawler.publish.datasette.private import QueryInterrupted, path_with_replaced_args
from crawler.store import pairs
from crawler.store.views import TOLD

COUNTING: Final = 50  # milliseconds that counting hits may take where the facets did not count them
COUNTED_HERE: Final = "room_counted"  # how many rows the facets of a page found, in the scope of its request
RANKING: Final = 1_000  # and putting them in order
SEARCHED: Final = ("reports", "sections")
# What Datasette would count by joining all versions with their reports.
CHANGES: Final = f"select (select count(*) from versions where reason in {TOLD}) + (select count(*) from withdrawals)"
PAGE: Final = 50
ORDERS: Final = {
    "year": {"_sort_desc": "report_year"},
    "published": {"_sort_desc": "published"},
    "agency": {"_sort": "issuer"},
    "relevance": {"_order": "relevance"},
}
FIELDS: Final = frozenset(
    (b"_search", b"_part", b"report_year__gte", b"report_year__lte", b"region_code__startswith", b"level", b"portal")
)
_OF_COLUMNS: Final = frozenset(("_col", "_nocol", "_label", "_labels", "_columns", "_format", "_shape"))
_ARGUMENTS: Final = ("_sort", "_sort_desc", "_order", "_from", "_next")


class Found:
    """What the template of the table ``reports`` asks for."""

    def __init__(self, datasette: Any, database: str | None, request: Any) -> None:
        self.db, self.request, self._below = datasette.get_database(database), request, datasette.urls.path
        self.query, part = request.args.get("_search") or "", request.args.get("_part") or ""
        self.part = part if part in labels.PARTS else ""
        self.ranked = bool(self.query) and request.args.get("_order") == "relevance"
        asked = pairs.parse(self.query)
        self.only_leaves_out = bool(asked.unwanted) and not asked.wanted
        self.next_url: str | None = None

    @property
    def order(self) -> str:
        """The order that was asked for."""
        given = {name: self.request.args.get(name) for name in ("_sort", "_sort_desc", "_order")}
        same = (name for name, wanted in ORDERS.items() if wanted.items() <= given.items())
        return "relevance" if self.ranked else next(same, "year")

    def orders(self) -> list[tuple[str, str]]:
        """The orders to choose from, with their addresses."""
        clear = dict.fromkeys(_ARGUMENTS)
        return [
            (name, search_plan.shown_link(self._with(clear | wanted)))
            for name, wanted in ORDERS.items()
            if name != "relevance" or self.query
        ]

    def _with(self, arguments: dict[str, Any]) -> str:
        return str(self._below(path_with_replaced_args(self.request, arguments)))

    async def listed(self, rows: Any, query: Any, clauses: Iterable[Any]) -> Any:
        """The reports with their hits, None where the rows are no reports or leave columns out."""
        if self.ranked:
            by_relevance = await self._by_relevance(query, clauses)
            self.ranked = by_relevance is not None
            rows = by_relevance if self.ranked else rows
        plain = [{key: _value(row[key]) for key in row.keys()} for row in rows]  # noqa: SIM118
        if not plain or not plain[0].keys() >= {"id", *search_plan.LISTED}:
            return None
        return await self.db.execute_fn(lambda conn: results.results(conn, plain, self.query, self.part))

    async def _by_relevance(self, query: Any, clauses: Iterable[Any]) -> Any:
        """A page of the reports found, those with most hits for their length first (bm25); None if that takes long."""
        where = listed_where(query["sql"], "reports", clauses)
        given = self.request.args.get("_from") or "0"
        start = int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 0
        if where is None:
            return None
        sql = (
            "select reports.* from (select rowid as hit, rank as closeness from reports_fts"
            f" where reports_fts match zh_match(:search)) join reports on reports.id = hit {where}"
            f" order by closeness, reports.id limit {PAGE + 1} offset {start}"
        )
        try:
            rows = list((await self.db.execute(sql, query["params"], custom_time_limit=RANKING)).rows)
        except QueryInterrupted:
            return None
        if len(rows) > PAGE:
            self.next_url = self._with({"_from": str(start + PAGE), "_next": None})
        return rows[:PAGE]


def listed_where(sql: str, table: str, clauses: Iterable[Any]) -> str | None:
    """The conditions of a list's query, by the index's lists; None if one of them is slow to make."""
    where = sql.partition(f" from {table} ")[2].rpartition(" limit ")[0].rpartition("order by ")[0].strip()
    for clause in filter(None, clauses):
        if clause.listed is None:
            return None
        where = where.replace(clause.sql, clause.listed)
    return where


def count(datasette: Any, database: str | None, request: Any, table: str | None) -> Any:
    """How many rows a search found: asked for by the template, since Datasette would count by walking all texts."""

    async def counted(query: Any, clauses: list[Any]) -> int | None:
        if table == "changes":
            return (
                await _counted(datasette.get_database(database), CHANGES, {}) if " where " not in query["sql"] else None
            )
        known: int | None = request.scope.get(COUNTED_HERE)
        where = listed_where(query["sql"], str(table), clauses)
        if known is not None or where is None:
            return known
        sql = f"select count(*) from {table} {where}"
        for clause in filter(None, clauses):
            if where == f"where {clause.listed}" and clause.count:
                sql = clause.count
        return await _counted(datasette.get_database(database), sql, query["params"])

    return counted


async def _counted(db: Any, sql: str, values: Any) -> int | None:
    """The number a query finds, None if that takes long."""
    try:
        rows = await db.execute(sql, values, custom_time_limit=COUNTING)
    except QueryInterrupted:
        return None
    return int(rows.first()[0])


def asked_for(scope: dict[str, Any], base: str, spoken: str) -> bytes:
    """The query string of a page as Datasette is to answer it: a search without its count, which ``count`` makes, a
    table with the columns that are shown of it, since all others would be drawn for nobody."""
    query = _filled(scope.get("query_string") or b"")
    folder, _, page = scope["path"].removeprefix(base).rpartition("/")
    if page == "changes" and not query:
        return search_plan.UNCOUNTED.encode()
    columns = search_plan.SHOWN.get((page, spoken))
    if columns is None or not folder:
        return query
    asked = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
    more = []
    if page in SEARCHED and asked.keys() & {"_search", "_part"} and "_nocount" not in asked:
        more.append(search_plan.UNCOUNTED)
    sorted_by = {asked.get(name) or columns[0] for name in ("_sort", "_sort_desc")}
    if not asked.keys() & _OF_COLUMNS and sorted_by <= set(columns):
        more.append(search_plan.only(columns))
    return b"&".join([*([query] if query else []), *(each.encode() for each in more)])


def _filled(query: bytes) -> bytes:
    """A query string without the fields of the search form that were left empty: they choose nothing, and Datasette
    would look for what is empty."""
    given = [pair.partition(b"=") for pair in query.split(b"&")]
    blank = [name for name, _, value in given if name in FIELDS and not unquote_plus(value.decode("latin-1")).strip()]
    return b"&".join(b"".join(each) for each in given if each[0] not in blank) if blank else query


def _value(value: Any) -> Any:
    """A cell without the label Datasette adds to foreign keys."""
    return value["value"] if isinstance(value, dict) else value
