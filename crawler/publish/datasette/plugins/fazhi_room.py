"""Makes Datasette the reading room: data for its templates, safe headers and its own files."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import date
from functools import partial
from pathlib import Path

from datasette import hookimpl
from datasette.database import QueryInterrupted
from datasette.filters import FilterArguments
from datasette.plugins import pm
from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from crawler.publish.datasette import charts, code_labels, home, report, results, search_plan, search_plugin
from crawler.publish.datasette.start import with_fields
from crawler.store import pairs

if not pm.is_registered(search_plugin):  # it is, where this project is installed
    pm.register(search_plugin, "fazhi")

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
def filters_from_request(request, database, table, datasette):
    """``_part`` and ``_flag`` for reports."""
    if table != "reports":
        return None

    async def inner():
        query, part, flag = (request.args.get(name) or "" for name in ("_search", "_part", "_flag"))
        clauses, values, said = [], {}, []
        if part in code_labels.PARTS:
            values["part"] = part
            said.append(f"part = {part}")
            terms = {f"term{n}": f'"{term}"' if '"' not in term else term for n, term in enumerate(pairs.terms(query))}
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
def prepare_jinja2_environment(env):
    """What every page needs, Datasette's page for errors too, which gets no variables from plugins."""
    env.globals |= {"words": code_labels, "room_version": VERSION}
    env.filters |= {"shown_link": search_plan.shown_link, "tilde_encode": tilde_encode}


@hookimpl
def extra_template_vars(datasette, request, view_name, database, table):
    async def inner():
        found = {"room_database": _database(datasette, database)}
        if view_name == "index":
            found |= {"homes": await _homes(datasette), "home_questions": _questions(datasette)}
        if database is not None:
            found |= {"room_chart": _chart, "room_options": _options(datasette, database)}
        if view_name == "table" and table == "reports":
            found |= {"room_results": _results(datasette, database, request)}
            found |= {"room_portals": await _portals(datasette, database)}
        if view_name == "table" and table in SEARCHED:
            found |= {"room_count": _count(datasette, database, table)}
        if view_name == "row" and table in ("reports", "versions"):
            key = tilde_decode(request.url_vars["pks"])
            if key.isascii() and key.isdigit() and len(key) < 19:
                found |= await _row(datasette, database, table, int(key), request.args.get("q") or "")
        return found

    return inner


def _database(datasette, database):
    """The database the site's own links mean: ``reports``, else the one being looked at, else the first."""
    shown = [name for name in datasette.databases if not name.startswith("_")]
    return next((name for name in ("reports", database) if name in shown), shown[0] if shown else "reports")


@hookimpl
def get_metadata(datasette, key, database, table):
    """What metadata.yml says of ``reports`` with all its columns, for files under other names where there is none of
    that name."""
    ours = ((datasette._metadata_local or {}).get("databases") or {}).get("reports")
    if not ours:
        return {}
    named = ["reports"] if "reports" in datasette.databases else datasette.databases
    return {"databases": {name: with_fields(ours) for name in named if not name.startswith("_")}}


async def _row(datasette, database, table, key, query):
    db = datasette.get_database(database)
    if table == "versions":
        return {"version_page": await db.execute_fn(lambda conn: report.load_version(conn, key))}
    return {"report_page": await db.execute_fn(lambda conn: report.load(conn, key, query))}


def _results(datasette, database, request):
    query, part = request.args.get("_search") or "", request.args.get("_part") or ""

    async def listed(rows):
        plain = [{key: _value(row[key]) for key in row.keys()} for row in rows]  # noqa: SIM118
        if not plain or "id" not in plain[0] or "body" not in plain[0]:
            return None
        return await datasette.get_database(database).execute_fn(
            lambda conn: results.results(conn, plain, query, part if part in code_labels.PARTS else "")
        )

    return listed


COUNTING = 100  # milliseconds that counting hits may take
SEARCHED = ("reports", "sections")


def _count(datasette, database, table):
    """How many rows a search found: asked for by the template, since Datasette would count by walking all texts."""

    async def count(query, clauses):
        where = query["sql"].partition(f" from {table} ")[2].rpartition(" limit ")[0].rpartition("order by ")[0].strip()
        sql = f"select count(*) from {table} {where}"
        for clause in filter(None, clauses):
            if clause.listed is None:
                return None
            if where == f"where {clause.sql}" and clause.count:
                sql = clause.count
            sql = sql.replace(clause.sql, clause.listed)
        try:
            rows = await datasette.get_database(database).execute(sql, query["params"], custom_time_limit=COUNTING)
        except QueryInterrupted:
            return None
        return rows.first()[0]

    return count


def _counted_here(scope):
    """The query string of a page whose hits are counted by ``room_count``, not by Datasette; else as it is."""
    query = scope.get("query_string") or b""
    page = scope["path"].rpartition("/")[2]
    if page in SEARCHED and (b"_search=" in query or b"_part=" in query) and b"_nocount=" not in query:
        return query + b"&_nocount=1"
    return query


def _value(value):
    """A cell without the label Datasette adds to foreign keys."""
    return value["value"] if isinstance(value, dict) else value


async def _portals(datasette, database):
    rows = await datasette.get_database(database).execute("select name, title from portals order by title limit 1000")
    return [(row["name"], row["title"]) for row in rows]


def _questions(datasette):
    """The canned questions as (name of the database, name, title)."""
    return [
        (database, name, query.get("title") or name)
        for database in datasette.databases
        for name, query in ((datasette.metadata("queries", database=database) or {}).items())
    ]


def _chart(metadata, columns, rows):
    """The chart of a canned query, or nothing."""
    wanted = charts.spec((metadata or {}).get("chart"))
    if wanted is None:
        return ""
    return Markup(
        charts.chart(wanted, [dict(zip(columns, row, strict=True)) for row in rows], metadata.get("title", ""))
    )


# Parameter of a canned query: what may be chosen, and whether other values may be typed.
CHOICES = {
    "agency": ("select distinct coalesce(agency, issuer), '' from reports where issuer is not null order by 1", True),
    "indicator": (
        "select key, max(label) from figures where key is not null group by key order by count(*) desc",
        True,
    ),
    "year": ("select distinct report_year, '' from reports where report_year is not null order by 1 desc", False),
}
FIXED = {"province": code_labels.PROVINCES, "part": code_labels.PARTS, "level": code_labels.LEVELS}
MOST_CHOICES = 1000


def _options(datasette, database):
    async def options(name):
        """What a parameter may be: (value, label) pairs and whether other values may be typed; None if unknown."""
        if name in FIXED:
            return {"choices": list(FIXED[name].items()), "free": False}
        if name not in CHOICES or database is None:
            return None
        sql, free = CHOICES[name]
        try:
            rows = await datasette.get_database(database).execute(f"{sql} limit {MOST_CHOICES}")
        except (sqlite3.Error, QueryInterrupted):
            return None
        return {"choices": [tuple(row) for row in rows], "free": free}

    return options


LINKED = {"report": "reports", "version": "versions"}
OF_REPORTS = (None, "coverage", "timeliness", "changes", "sections", "figures", "targets", "candidates")


@hookimpl
def render_cell(value, column, table, database, datasette):
    """Names for codes, links to reports, and links to portals that give nothing away."""
    if column == "state" and table in ("coverage", "timeliness") and value in code_labels.COVERAGE:
        symbol, name, english = code_labels.COVERAGE[value]
        return Markup('<span class="state {}" title="{}">{} {}</span>').format(value, english, symbol, name)
    if column == "part" and table == "sections" and value in code_labels.PARTS:
        return Markup('<span class="part {}">{}</span>').format(value, code_labels.PARTS[value])
    if column in LINKED and isinstance(value, int) and table in OF_REPORTS:
        if table == "changes" and column == "version":
            return None
        link = f"{datasette.urls.table(database, LINKED[column])}/{value}"
        return Markup('<a href="{}">{}</a>').format(link, "报告" if column == "report" else "差异")
    if isinstance(value, str) and value.startswith(("http://", "https://")) and not set(value) & set(" \n\t<>\"'"):
        shown = value if len(value) <= 60 else value[:59] + "…"
        return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(value, shown)
    return None


_known_homes = {}


async def _homes(datasette):
    """The first page of each database that holds reports; made again when its file changes or a day ends."""
    homes = []
    for name, db in datasette.databases.items():
        if name.startswith("_") or not {"reports", "versions", "section_spans"} <= set(await db.table_names()):
            continue
        state = (date.today(), search_plan.state(db.path))
        if _known_homes.get(name, (None,))[0] != state:
            _known_homes[name] = (state, await db.execute_fn(home.load))
        homes.append((name, _known_homes[name][1]))
    return homes


@hookimpl
def register_routes():
    return [(r"^/-/room/(?P<name>[a-z.]+)$", _file)]


async def _file(request):
    try:
        content, media_type = FILES[request.url_vars["name"]]
    except KeyError:
        raise NotFound("no such file") from None
    return Response(content, content_type=media_type, headers={"cache-control": "max-age=86400"})


@hookimpl(tryfirst=True)
def asgi_wrapper():
    def wrap(app):
        async def safe(scope, receive, send):
            async def send_safe(event):
                if event["type"] == "http.response.start":
                    ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                    theirs = [pair for pair in event.get("headers", ()) if pair[0].decode().lower() not in HEADERS]
                    event = {**event, "headers": [*theirs, *ours]}
                await send(event)

            if scope["type"] == "http":
                scope = {**scope, "query_string": _counted_here(scope)}
            await app(scope, receive, send_safe)

        return safe

    return wrap
