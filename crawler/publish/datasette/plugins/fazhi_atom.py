"""Atom for every list: tables, views, searches and canned questions, with or without columns made for it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import Response
from datasette_atom import can_render_atom, render_atom

from crawler.publish import feed
from crawler.publish.datasette import private
from crawler.store.lookup import Change

# Of no use to a reader of feeds, or the whole text.
LEFT_OUT = {"body", "text", "provenance", "etag", "last_modified", "rows_digest", "listings"}
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
    name = table or query_name or "sql"
    titles = (_title(datasette, database, table, query_name) or name, data.get("human_description_en"))
    base = datasette.absolute_url(request, datasette.urls.database(database))
    shown = [key for key in columns if key not in LEFT_OUT]
    own = "id" if table == "reports" else "report"

    def newest(conn: sqlite3.Connection) -> tuple[list[feed.Entry], Any]:
        last = feed.moment(conn.execute("SELECT max(last_fetch) FROM columns").fetchone()[0])
        if set(CHANGE) <= set(columns):
            changes = [Change(*(_number(row[key]) for key in CHANGE)) for row in rows]
            return feed.of_changes(conn, changes, base), last
        names = _public(conn, [_number(row[own]) for row in rows] if own in columns else [])
        plain = [{key: _value(row[key]) for key in shown} for row in rows]
        return feed.of_rows(base, name, plain, names, last), last

    entries, last = await datasette.get_database(database).execute_fn(newest)
    # The same id under whatever name the room is asked for.
    ident = request.url.split("://", 1)[-1].partition("/")[2]
    made = feed.render(ident, " ".join(filter(None, titles)), request.url, entries, last)
    return Response(made.decode(), content_type=feed.MEDIA_TYPE)


def _title(datasette: Any, database: str, table: str | None, query_name: str | None) -> str | None:
    """What the metadata calls a question or a table."""
    about = private.questions(datasette, database).get(query_name or "")
    return (about or private.table(datasette, database, table or "")).get("title")


def _public(conn: sqlite3.Connection, keys: list[int | None]) -> dict[int, str]:
    """What reports are called for good, by their numbers."""
    sql = "SELECT id, public_id FROM reports WHERE id IN (SELECT value FROM json_each(?))"
    return dict(conn.execute(sql, [json.dumps(keys)]).fetchall())


def _value(value: Any) -> Any:
    return (value.get("label") or value["value"]) if isinstance(value, dict) else value


def _number(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


@hookimpl(trylast=True)
def register_output_renderer() -> dict[str, Any]:
    return {"extension": "atom", "render": _render, "can_render": _can_render}
