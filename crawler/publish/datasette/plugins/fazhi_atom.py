"""Atom for every list: tables, views, searches and canned questions, with or without columns made for it."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import Response
from datasette_atom import can_render_atom, render_atom

from crawler.publish.datasette import atom

# Of no use to a reader of feeds, or the whole text.
LEFT_OUT = {"body", "text", "provenance", "etag", "last_modified", "rows_digest", "looks"}


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
        return render_atom(datasette, request, sql, columns, rows, database, table, query_name, view_name, data)
    found = datasette.metadata("queries", database=database) or {}
    about = found.get(query_name) or datasette.table_metadata(database, table or "")
    name = table or query_name or "sql"
    title = " ".join(filter(None, (about.get("title") or name, data.get("human_description_en"))))
    last = (await datasette.get_database(database).execute("select max(last_fetch) from columns")).first()[0]
    base = datasette.absolute_url(request, datasette.urls.database(database))
    plain = [{key: _value(row[key]) for key in columns if key not in LEFT_OUT} for row in rows]
    content = atom.feed(title, request.url, base, name, plain, last)
    return Response(content.decode(), content_type="application/atom+xml; charset=utf-8")


def _value(value: Any) -> Any:
    return (value.get("label") or value["value"]) if isinstance(value, dict) else value


@hookimpl(trylast=True)
def register_output_renderer() -> dict[str, Any]:
    return {"extension": "atom", "render": _render, "can_render": _can_render}
