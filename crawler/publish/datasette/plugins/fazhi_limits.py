"""Keeps what one visitor may cost the reading room, and the room's own paths to itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from functools import partial
from typing import Any

from datasette import Response, hookimpl

from crawler.publish.datasette import address, limits, private


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    limits.bound(conn)


@hookimpl
def startup(datasette: Any) -> None:
    private.call_itself(datasette, address.absolute)
    private.keep_errors_short()


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    return partial(limits.wrap, base=datasette.setting("base_url"))


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any, None]:
    """A question that went over a limit, or is none, is the visitor's matter: 400, and no traceback."""
    outcome = yield
    told = limits.explained(exception)
    if told is not None:
        outcome.force_result([_answer(datasette, request, told)])


async def _answer(datasette: Any, request: Any, told: str) -> Any:
    info = {"ok": False, "error": told, "status": 400, "title": None}
    if request.path.endswith(".json"):
        return Response.json(info, status=400)
    return Response.html(await datasette.render_template("error.html", info, request=request), status=400)


@hookimpl
def register_routes() -> list[Any]:
    return [(r"^/-/databases(?:\.json)?$", _databases)]


async def _databases(datasette: Any) -> Any:
    """The databases, without where they lie."""
    shown = [db for name, db in datasette.databases.items() if not name.startswith("_")]
    return Response.json([{"name": db.name, "route": private.route(db), "size": db.size} for db in shown])
