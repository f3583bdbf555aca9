"""Chinese search in any Datasette of an environment where this project is installed, the plain one too.

Only databases that hold this project's index are touched; what others are searched with stays as it is. It is a
package of its own, because Datasette takes the templates beside a plugin for the plugin's: from Python 3.12 on also
those beside a module, and the room's would then stand in every Datasette.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from datasette import hookimpl
from datasette.utils import await_me_maybe

from crawler.publish.datasette import private, search_plan
from crawler.store import pairs, raw_match, search

if TYPE_CHECKING:
    from datasette.app import Datasette

IS_OURS: Final = "SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = 'reports_searched'"
INDEXES: Final = {
    "reports": {"fts_table": search.TABLE, "fts_pk": "id"},
    "sections": {"fts_table": search.TABLE, "fts_pk": "report"},
}
FIND: Final = {"reports": search_plan.in_reports, "sections": search_plan.in_sections}
_known: dict[str, bool] = {}


def _lost(db: Any, sql: str, values: Any) -> str | None:
    """Why a query of the index would find nothing, whatever there is."""
    told = raw_match.told(sql, values)
    return told if told and db.path and _is_ours(str(db.path)) else None


@hookimpl
def startup() -> None:
    """Say it where a query asks the index of pairs for words."""
    private.check_queries(_lost)


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Search functions; ``escape_fts`` is what Datasette wraps the search box in, and the last one registered wins."""
    search.register(conn)
    if conn.execute(IS_OURS).fetchone():
        conn.create_function("escape_fts", 1, pairs.match, deterministic=True)


@hookimpl
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    """Which tables have an index; their SQL does not say it, so that nobody searches them who knows no pairs."""
    ours = [name for name, db in datasette.databases.items() if db.path and _is_ours(str(db.path))]
    return {"databases": {name: {"tables": INDEXES} for name in ours}}


def _is_ours(path: str) -> bool:
    if path not in _known:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
            _known[path] = conn.execute(IS_OURS).fetchone() is not None
    return _known[path]


@hookimpl(specname="filters_from_request", hookwrapper=True)
def search_quickly(request: Any, database: str, table: str, datasette: Datasette) -> Generator[None, Any, None]:
    """Put the search of Datasette's box as ``search_plan`` says; on sections it means the section itself."""
    outcome = yield
    find = FIND.get(table)
    db = datasette.get_database(database)
    if find is None or not db.path or not _is_ours(str(db.path)):
        return

    async def rewritten(original: Callable[[], Awaitable[Any]]) -> Any:
        found = await await_me_maybe(original)
        ours = (
            [number for number, sql in enumerate(found.where_clauses) if "escape_fts(:search)" in sql] if found else []
        )
        if ours:
            clause = await db.execute_fn(partial(find, query=found.params["search"]))
            found.where_clauses[ours[0]] = clause.sql
            found.extra_context["room_search"] = clause
        return found

    outcome.force_result([partial(rewritten, original) for original in outcome.get_result()])
