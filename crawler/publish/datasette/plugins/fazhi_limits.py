"""Keeps what one visitor may cost the reading room, and the room's own paths to itself."""

from __future__ import annotations

from datasette import Response, hookimpl

from crawler.publish.datasette import limits


@hookimpl
def prepare_connection(conn):
    limits.bound(conn)


@hookimpl
def asgi_wrapper():
    return limits.wrap


@hookimpl(hookwrapper=True)
def handle_exception(datasette, request, exception):
    """A question that went over a limit, or is none, is the visitor's matter: 400, and no traceback."""
    outcome = yield
    told = limits.explained(exception)
    if told is not None:
        outcome.force_result([_answer(datasette, request, told)])


async def _answer(datasette, request, told):
    info = {"ok": False, "error": told, "status": 400, "title": None}
    if request.path.endswith(".json"):
        return Response.json(info, status=400)
    return Response.html(await datasette.render_template("error.html", info, request=request), status=400)


@hookimpl
def register_routes():
    return [(r"^/-/databases(?:\.json)?$", _databases)]


async def _databases(datasette):
    """The databases, without where they lie."""
    shown = [db for name, db in datasette.databases.items() if not name.startswith("_")]
    return Response.json([{"name": db.name, "route": db.route, "size": db.size} for db in shown])
