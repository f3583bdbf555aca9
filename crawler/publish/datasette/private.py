"""All that the room takes of Datasette beyond what its documentation promises to plugins, and a release may change.

``tests/test_architecture.py`` keeps the rest of the room to what is promised
(https://docs.datasette.io/en/0.65.2/internals.html); ``python -m tests.datasette_alpha`` tries it on the next release.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from datasette import database, handle_exception
from datasette.database import Database, QueryInterrupted
from datasette.plugins import pm
from datasette.utils import (
    escape_sqlite,
    path_with_added_args,
    path_with_removed_args,
    path_with_replaced_args,
    sqlite_timelimit,
)
from datasette.utils.asgi import asgi_send_file
from datasette.views.base import DatasetteError

__all__ = [
    "DatasetteError",
    "QueryInterrupted",
    "asgi_send_file",
    "escape_sqlite",
    "path_with_added_args",
    "path_with_removed_args",
    "path_with_replaced_args",
    "sqlite_timelimit",
]

# How the query of a table's first page begins and ends, where it is sorted by a column.
_NAME = r"(?:\w+|\[[^\]]{1,100}\])"
_SELECTS = re.compile(rf"select ({_NAME}(?:, {_NAME})*) from ({_NAME}) (?=where |order )")
_SORTS = re.compile(rf" order by {_NAME}(?: desc)?(?= limit \d+$)")
Check = Callable[[Any, str, Any], str | None]
_checks: list[Check] = []


def own_metadata(datasette: Any) -> dict[str, Any]:
    """What the file of metadata says of the database ``reports``."""
    return ((datasette._metadata_local or {}).get("databases") or {}).get("reports") or {}


def take_metadata(datasette: Any) -> dict[str, Any]:
    """Take that out of Datasette's own copy, and give it; what restricts anybody stays there, and {} is given."""
    local, ours = datasette._metadata_local or {}, own_metadata(datasette)
    if not ours or _restricts(ours):
        return {}
    others = {name: each for name, each in local["databases"].items() if name != "reports"}
    datasette._metadata_local = {**local, "databases": others}
    return ours


def _restricts(told: Any) -> bool:
    """Whether metadata says who may see what."""
    return isinstance(told, dict) and any(
        key.startswith("allow") or _restricts(value) for key, value in told.items() if key != "columns"
    )


def tables(datasette: Any, name: str | None) -> dict[str, Any]:
    """What the metadata says of a database's tables."""
    return (datasette.metadata(database=name) or {}).get("tables") or {}


def table(datasette: Any, name: str, of: str) -> dict[str, Any]:
    """What the metadata says of one table."""
    return dict(datasette.table_metadata(name, of) or {})


async def visible(datasette: Any, actor: Any) -> list[str]:
    """The databases a visitor may see. Raises Forbidden where they may see nothing at all."""
    await datasette.ensure_permissions(actor, ["view-instance"])
    names = [name for name in datasette.databases if not name.startswith("_")]
    return [name for name in names if (await datasette.check_visibility(actor, "view-database", name))[0]]


def questions(datasette: Any, name: str) -> dict[str, Any]:
    """The canned questions of a database."""
    return datasette.metadata("queries", database=name) or {}


def has_cors(datasette: Any) -> bool:
    """Whether pages of other sites may read the answers."""
    return bool(datasette.cors)


def route(db: Any) -> str:
    """What stands in addresses for a database."""
    return str(db.route)


def call_itself(datasette: Any, absolute: Callable[[Any], Any]) -> None:
    """Let ``absolute`` make the method by which whole addresses are made from the one there is."""
    datasette.absolute_url = absolute(datasette.absolute_url)


def keep_errors_short() -> None:
    """Keep what visitors ask amiss out of the log: where ``rich`` is installed, Datasette writes a screenful with the
    values of every place for each page that is not there. An error of the program is still told, with its places."""
    handle_exception.rich = None


def limit_time_with(limit: Any) -> None:
    """Put ``limit`` (connection, milliseconds) in the place of the context in which each query runs."""
    database.sqlite_timelimit = limit


async def rows(datasette: Any, name: str, sql: str, values: Any, milliseconds: int) -> list[tuple[Any, ...]]:
    """All rows of a query. Raises QueryInterrupted if it takes longer."""
    found = await datasette.execute(name, sql, values, truncate=False, custom_time_limit=milliseconds)
    return [tuple(row) for row in found]


async def labels(datasette: Any, name: str, of: str, column: str, values: Sequence[Any]) -> dict[Any, str]:
    """What the rows that a column refers to are called."""
    known = await datasette.expand_foreign_keys(name, of, column, values)
    return {value: label for (_, value), label in known.items()}


def register(plugin: Any, name: str) -> None:
    """Register a module as a plugin, unless it is one already."""
    if not pm.is_registered(plugin):
        pm.register(plugin, name)


def check_queries(check: Check) -> None:
    """Before each query of a database ask ``check`` (database, SQL, values), which says why it cannot be answered."""
    if not _checks:
        Database.execute = _checked(Database.execute)
    if check not in _checks:
        _checks.append(check)


def _checked(execute: Any) -> Any:
    async def checked(self: Any, sql: str, params: Any = None, *more: Any, **settings: Any) -> Any:
        for check in _checks:
            if why := check(self, sql, params):
                raise sqlite3.OperationalError(why)
        return await execute(self, await _in_whole_order(self, sql), params, *more, **settings)

    return checked


async def _in_whole_order(db: Database, sql: str) -> str:
    """The query with rows of one value in the order of their keys: Datasette goes on from the last key of a page, yet
    asks for its first one without them, and rows that an index gives in another order would be on no page."""
    selects, sorts = _SELECTS.match(sql), _SORTS.search(sql, max(0, len(sql) - 300))
    if not selects or not sorts:
        return sql
    keys = [escape_sqlite(key) for key in await db.primary_keys(selects[2].strip("[]"))]
    if not set(keys) <= set(selects[1].split(", ")):
        return sql
    return ", ".join([sql[: sorts.end()], *keys]) + sql[sorts.end() :]
