"""Makes Datasette the reading room: data for its templates, safe headers and its own files."""

from __future__ import annotations

import hashlib
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments
from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from crawler.publish.datasette import (
    cells,
    charts,
    front,
    labels,
    language,
    listing,
    private,
    replay,
    report,
    routes,
    search_plan,
    search_plugin,
)
from crawler.store import pairs

private.register(search_plugin, "fazhi")  # it is there already, where this project is installed

STATIC = Path(__file__).parent.parent / "static"
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
FILES = {path.name: (path.read_bytes(), TYPES[path.suffix]) for path in STATIC.iterdir() if path.suffix in TYPES}
VERSION = hashlib.sha256(b"".join(content for content, _ in FILES.values())).hexdigest()[:12]
# Scripts only from files of this server, so that nothing a portal wrote can run; styles may be inline.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
}


@hookimpl
def filters_from_request(request: Any, database: str | None, table: str | None, datasette: Any) -> Any:
    """``_part`` and ``_flag`` for reports."""
    if table != "reports":
        return None

    async def inner() -> Any:
        query, part, flag = (request.args.get(name) or "" for name in ("_search", "_part", "_flag"))
        clauses, values, said = [], {}, []
        if part in labels.PARTS:
            values["part"] = part
            said.append(f"part = {part}")
            terms = {f"term{n}": pairs.quoted(group) for n, group in enumerate(pairs.parse(query).wanted)}
            values |= terms
            db = datasette.get_database(database)
            for name, term in terms.items():
                clauses.append(await db.execute_fn(partial(search_plan.in_part, term=term, part=part, name=name)))
            clauses = clauses or [search_plan.with_part(part)]
        sql = [clause.sql for clause in clauses]
        if flag:
            sql.append(
                "flags != '[]' and exists (select 1 from json_each(reports.flags)"
                " where value = :flag or value like :flag || ':%')"
            )
            values["flag"] = flag
            said.append(f"flag = {flag}")
        return FilterArguments(sql, values, said, {"room_parts": clauses})

    return inner


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """What every page needs, Datasette's page for errors too, which gets no variables from plugins."""
    env.globals |= {
        "words": labels,
        "t": language.say,
        "many": language.many,
        "room_version": VERSION,
        "other_language": _other_language(datasette),
    }
    env.globals |= {
        "room_pages": routes.OWN,
        "room_database_of_errors": partial(routes.database_meant, datasette, None),
    }
    env.filters |= {"shown_link": search_plan.shown_link, "tilde_encode": tilde_encode, "pick": language.pick}
    env.filters |= {"coded": _coded, "own_path": language.own_path, "shown_arguments": search_plan.shown_arguments}
    env.globals["drawn"] = partial(_drawn, env.overlay(enable_async=False))


def _drawn(env: Any, template: str, **values: Any) -> Markup:
    """A long list drawn at once: it waits for nothing, and a template that may wait takes twice as long."""
    return Markup(env.get_template(template).render(values))


@hookimpl
def extra_template_vars(datasette: Any, request: Any, view_name: str, database: str | None, table: str | None) -> Any:
    async def inner() -> Any:
        found: dict[str, Any] = {"room_database": routes.database_meant(datasette, database)}
        if database is not None:
            found |= {"room_chart": _chart, "room_options": _options(datasette, database)}
            found |= {"table_notes": partial(_notes, datasette)}
        if view_name == "table" and table == "reports":
            found |= {"found": listing.Found(datasette, database, request)}
            found |= {"room_portals": await _portals(datasette, database)}
        if view_name == "table" and table in (*listing.SEARCHED, "changes"):
            found |= {"room_count": listing.count(datasette, database, request, table)}
        if view_name == "row" and table in ("reports", "versions"):
            key = tilde_decode(request.url_vars["pks"])
            if key.isascii() and key.isdigit() and len(key) < 19:
                found |= await _row(datasette, database, table, int(key), request.args.get("q") or "")
        return found

    return inner


def _coded(text: str) -> Markup:
    """A text whose words between back quotes are set as code."""
    pieces = (Markup("<code>{}</code>").format(each) if at % 2 else each for at, each in enumerate(text.split("`")))
    return Markup("").join(pieces)


def _other_language(datasette: Any) -> Any:
    def other_language(request: Any) -> str:
        """The address of the page being shown in the other language."""
        here = search_plan.shown_link(request.full_path) if request else "/"
        return str(datasette.urls.path(here if language.CURRENT.get() == "en" else f"{language.PREFIX}{here}"))

    return other_language


async def _row(datasette: Any, database: str | None, table: str | None, key: Any, query: Any) -> dict[str, Any]:
    db = datasette.get_database(database)
    if table == "versions":
        return {"version_page": await db.execute_fn(lambda conn: report.load_version(conn, key))}
    page = await db.execute_fn(lambda conn: report.load(conn, key, query))
    return {"report_page": page, "replayed": replay.archive_of(db) is not None}


def _notes(datasette: Any, database: str | None) -> dict[str, Any]:
    """What the metadata says of each table."""
    return private.tables(datasette, database)


async def _portals(datasette: Any, database: str | None) -> list[tuple[str, str]]:
    rows = await datasette.get_database(database).execute("select name, title from portals order by title limit 1000")
    return [(row["name"], row["title"]) for row in rows]


def _chart(metadata: Any, columns: list[str], rows: Any) -> Markup | str:
    """The chart of a canned query, or nothing."""
    wanted = charts.spec((metadata or {}).get("chart"))
    if wanted is None:
        return ""
    return Markup(
        charts.chart(
            wanted, [dict(zip(columns, row, strict=True)) for row in rows], language.pick(metadata.get("title", ""))
        )
    )


# Parameter of a canned query: what may be chosen; ``chosen`` is what the query takes where nothing is given.
AGENCIES = "select agency, '', count(*) as n from reports where agency is not null group by agency order by agency"
CHOICES = {
    "agency": AGENCIES,
    "of_agency": AGENCIES,
    "indicator": "select key, max(label), count(*) n from figure_spans where key is not null group by key order by 2",
    "year": "select distinct report_year, '', 0 as n from reports where report_year is not null order by 1 desc",
}
FIXED = {"province": labels.PROVINCES, "part": labels.PARTS, "level": labels.LEVELS}
FILLED = {"part": "problems"}
MOST_CHOICES = 4000


def _options(datasette: Any, database: str | None) -> Any:
    async def options(name: str) -> dict[str, Any] | None:
        """What a parameter may be: (value, label) pairs and the one chosen where nothing is given; None if unknown."""
        if name in FIXED:
            return {"choices": list(FIXED[name].items()), "default": FILLED.get(name)}
        if name not in CHOICES or database is None:
            return None
        try:
            rows = await datasette.get_database(database).execute(f"{CHOICES[name]} limit {MOST_CHOICES}")
        except (sqlite3.Error, private.QueryInterrupted):
            return None
        shown = [(row[0], labels.indicator(row[0], row[1]) if name == "indicator" else row[1]) for row in rows]
        most = max(rows, key=lambda row: row[2], default=None) if name not in ("year", "of_agency") else None
        return {"choices": shown, "default": most[0] if most else None}

    return options


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str | None, datasette: Any) -> Any:
    """Names for codes, links to reports, and links to portals that give nothing away."""
    if isinstance(value, str):
        return cells.of_text(value, column, table, row)
    if isinstance(value, int) and cells.leads_on(column, table):
        return cells.link(datasette.urls.table(database, cells.LINKED[column]), column, value)
    if isinstance(value, float):
        return f"{value:,.10g}"  # as a report's page shows figures: 15 for 15.0, 25,900 for 25900.0
    return None


@hookimpl
def register_routes() -> list[Any]:
    return [(r"^/$", front.shown), (r"^/-/room/(?P<name>[a-z.]+)$", _file), *routes.ROUTES]


async def _file(request: Any) -> Any:
    try:
        content, media_type = FILES[request.url_vars["name"]]
    except KeyError:
        raise NotFound("no such file") from None
    return Response(content, content_type=media_type, headers={"cache-control": "max-age=86400"})


@hookimpl(tryfirst=True)
def asgi_wrapper(datasette: Any) -> Any:
    base = datasette.setting("base_url")

    def wrap(app: Any) -> Any:
        app = front.kept(app, datasette)

        async def safe(scope: dict[str, Any], receive: Any, send: Any) -> None:
            asked = "zh"

            async def send_safe(event: dict[str, Any]) -> None:
                if event["type"] == "http.response.start":
                    ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                    theirs = [pair for pair in event.get("headers", ()) if pair[0].decode().lower() not in HEADERS]
                    event = {**event, "headers": [*(_led(pair, base, asked) for pair in theirs), *ours]}
                elif asked == "en" and event.get("body", b"").startswith(b"<!DOCTYPE html>"):
                    event = {**event, "body": language.with_prefix(event["body"], base)}
                await send(event)

            if scope["type"] == "http":
                asked, scope = language.without_prefix(scope)
                scope = {**scope, "query_string": listing.asked_for(scope, base, asked)}
            token = language.CURRENT.set(asked)
            try:
                await app(scope, receive, send_safe)
            finally:
                language.CURRENT.reset(token)

        return safe

    return wrap


def _led(header: tuple[bytes, bytes], base: str, asked: str) -> tuple[bytes, bytes]:
    """A header that leads to another page leads to its shown address below the room's path, from an English page to the
    English one."""
    name, value = header
    if name.lower() in (b"location", b"link"):
        value = search_plan.shown_link(value.decode("latin-1")).encode("latin-1")
    if name.lower() != b"location" or not value.startswith(b"/") or value.startswith(b"//"):
        return name, value
    below = base.encode()
    value = value if value.startswith(below) else below + value[1:]
    return name, below + language.PREFIX[1:].encode() + b"/" + value[len(below) :] if asked == "en" else value
