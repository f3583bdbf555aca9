"""The first page, rendered once for each state of the data: until a database file changes or a day ends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from datetime import date
from typing import Any, Final

from datasette.utils.asgi import Response

from crawler.publish.datasette import home, private, search_plan
from crawler.publish.datasette.language import CURRENT

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]
_OWN: Final = frozenset({b"cookie", b"authorization"})  # of a visitor who may be shown something else
_MOST: Final = 8  # pages kept: a language and an address of the room each, and strangers may send any address


def kept(app: App, datasette: Any) -> App:
    """The application, whose first page is made anew only when there is something new on it.

    Datasette writes the address it was asked under into a page: one visitor's is never shown to another.
    """
    pages: dict[tuple[Any, ...], tuple[Any, list[MutableMapping[str, Any]]]] = {}

    async def answered(scope: Scope, receive: Any, send: Send) -> None:
        if not _is_first_page(scope):
            await app(scope, receive, send)
            return
        shown = (CURRENT.get(), scope.get("scheme"), *(value for name, value in scope["headers"] if name == b"host"))
        state = (date.today(), [search_plan.state(db.path) for db in datasette.databases.values() if db.path])
        known, events = pages.get(shown, (None, []))
        if known == state:
            for event in events:
                await send(dict(event))
            return
        made: list[MutableMapping[str, Any]] = []

        async def noted(event: MutableMapping[str, Any]) -> None:
            made.append(dict(event))
            await send(event)

        await app(scope, receive, noted)
        if made and made[0].get("status") == 200:
            pages.pop(shown, None)
            pages[shown] = (state, made)
            while len(pages) > _MOST:
                del pages[next(iter(pages))]

    return answered


def _is_first_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"] == "/"
        and not scope.get("query_string")
        and not _OWN & {name.lower() for name, _ in scope["headers"]}
    )


async def shown(datasette: Any, request: Any) -> Any:
    """The first page, without what Datasette finds out of each table for its own, which this one does not show."""
    visible = await private.visible(datasette, request.actor)
    homes = []
    for name in visible:
        db = datasette.get_database(name)
        if {"reports", "versions", "counts"} <= set(await db.table_names()):
            homes.append((name, await db.execute_fn(home.load)))
    context = {"homes": homes, "home_questions": _questions(datasette), "databases": visible}
    return Response.html(await datasette.render_template("index.html", context, request=request, view_name="index"))


def _questions(datasette: Any) -> list[tuple[str, str, str]]:
    """The canned questions as (name of the database, name, title)."""
    return [
        (database, name, query.get("title") or name)
        for database in datasette.databases
        for name, query in private.questions(datasette, database).items()
    ]
