"""Atom for every list: tables, views, searches and canned questions, with or without columns made for it."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import Response
from datasette_atom import can_render_atom, render_atom

from crawler.publish import feed
from crawler.publish.datasette import private
from crawler.store.lookup import Change

# Of no use to a reader of feeds, or the whole text.
LEFT_OUT = {"body", "text", "provenance", "etag", "last_modified", "rows_digest", "looks"}
CHANGE = tuple(Change.__dataclass_fields__)


def _can_render(columns: list[str], table: str | None, query_name: str | None, view_name: str) -> bool:
    return can_render_atom(set(columns)) or (view_name != "row" and bool(table or query_name))


async def _render(
    datasette: Any,
    request: Any,
    sql: str,
    columns: list[str],
    rows: Any,
    database: str,
    table: str | None,
    query_name: str | None,
    view_name: str,
    data: Any,
) -> Any:
    if can_render_atom(set(columns)) and rows:
        made = render_atom(datasette, request, sql, columns, rows, database, table, query_name, view_name, data)
        made.content_type = feed.MEDIA_TYPE
        return made
    found = private.questions(datasette, database)
    about = found.get(query_name or "") or private.table(datasette, database, table or "")
    name = table or query_name or "sql"
    title = " ".join(filter(None, (about.get("title") or name, data.get("human_description_en"))))
    base = datasette.absolute_url(request, datasette.urls.database(database))
    plain = [{key: _value(row[key]) for key in columns if key not in LEFT_OUT} for row in rows]
    numbers = [{key: _number(row[key]) for key in columns if key in ("id", "report")} for row in rows]

    def read(conn: sqlite3.Connection) -> tuple[list[feed.Entry], Any]:
        last = feed.moment(conn.execute("SELECT max(last_fetch) FROM columns").fetchone()[0])
        if set(CHANGE) <= set(columns):
            changes = [Change(*(_number(row[key]) for key in CHANGE)) for row in rows]
            return feed.of_changes(conn, changes, base), last
        reports = {row["id" if table == "reports" else "report"] for row in numbers if row} - {None} if numbers else ()
        names = {}
        for key in reports:
            for (public,) in conn.execute("SELECT public_id FROM reports WHERE id = ?", [key]):
                names[key] = public
        return feed.of_rows(base, name, plain, names, last), last

    entries, last = await datasette.get_database(database).execute_fn(read)
    # The same id under whatever name the room is asked for.
    ident = request.url.split("://", 1)[-1].partition("/")[2]
    return Response(feed.render(ident, title, request.url, entries, last).decode(), content_type=feed.MEDIA_TYPE)


def _value(value: Any) -> Any:
    return (value.get("label") or value["value"]) if isinstance(value, dict) else value


def _number(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


@hookimpl(trylast=True)
def register_output_renderer() -> dict[str, Any]:
    return {"extension": "atom", "render": _render, "can_render": _can_render}
