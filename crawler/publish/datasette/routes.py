"""The room's own pages and the JSON interface: what their addresses ask for, read and put into their templates."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Response

from cleaning.report import FIELDS
from crawler.publish import dictionary
from crawler.publish.datasette import (
    api,
    labels,
    language,
    matrix,
    openapi,
    plan,
    private,
    replay,
    search_plan,
    shared,
    side_by_side,
)

MATRICES: Final = 3  # kept as they were read, the last that were asked for
_matrices: dict[tuple[str, ...], tuple[tuple[int, ...], matrix.Matrix]] = {}


def database_meant(datasette: Any, database: str | None) -> str:
    """The database the site's own links mean: ``reports``, else the one being shown, else the first."""
    shown = [name for name in datasette.databases if not name.startswith("_")]
    return next((name for name in ("reports", database) if name is not None and name in shown), [*shown, "reports"][0])


EXAMPLES = {
    "search": "q=行政复议",
    "coverage": "year=2024",
    "changes": "since=2026-01-01",
}
TOLD = {
    "search": "含全部词语的报告：`q`，另有 `year`、`agency`、`region`、`size`、`after`",
    "report": "一份报告的全文、章节与数据：`id`（公开编号）、`url`，或 `agency` 与 `year`",
    "paragraph": "报告的第 `n` 段及其引文：`n`，报告的写法同上",
    "coverage": "哪个机关哪个年度公开了：`agency`、`year`、`region`、`state`",
    "figures": "报告中的数据及其原句：`key`（指标）、`agency`、`year`、`region`、`size`、`after`",
    "changes": "`since` 之后的新收录、改动与撤下",
    "dataset": "整个数据集：许可、版本、更新时间、校验值",
}


async def _api(datasette: Any, request: Any) -> Any:
    """What may be asked for."""
    db = datasette.get_database(database_meant(datasette, None))
    latest = (await db.execute("select public_id from reports order by id desc limit 1")).first()
    one = {"report": f"id={latest[0]}", "paragraph": f"id={latest[0]}&n=1"} if latest else {}
    answers = [
        (name, language.say(TOLD[name], openapi.told(name)), one.get(name, EXAMPLES.get(name, "")))
        for name in api.ANSWERS
    ]
    return Response.html(await datasette.render_template("api.html", {"answers": answers}, request=request))


async def _openapi(datasette: Any, request: Any) -> Any:
    """The interface as OpenAPI describes it."""
    name = database_meant(datasette, None)
    explained = private.tables(datasette, name)
    server = datasette.absolute_url(request, datasette.urls.path("")).rstrip("/")
    found = await datasette.get_database(name).execute_fn(
        language.keeping(lambda conn: openapi.document(conn, explained, server))
    )
    return Response.json(found, headers=_headers(datasette))


def _headers(datasette: Any) -> dict[str, str]:
    return {"access-control-allow-origin": "*"} if private.has_cors(datasette) else {}


async def _latest(datasette: Any, request: Any) -> Any:
    """The whole data set as it stands: an address that stays."""
    return await _answered(datasette, request, "dataset")


async def _answer(datasette: Any, request: Any) -> Any:
    """An answer of the JSON interface."""
    return await _answered(datasette, request, request.url_vars["name"])


async def _answered(datasette: Any, request: Any, name: str) -> Any:
    answer = api.ANSWERS.get(name)
    headers = _headers(datasette)
    if answer is None:
        return Response.json({"error": "no such address; see /-/api"}, status=404, headers=headers)
    asked = {key: request.args.get(key) for key in request.args}
    db = datasette.get_database(database_meant(datasette, None))
    try:
        found = await db.execute_fn(lambda conn: answer(conn, asked))
    except api.NoAnswer as error:
        return Response.json({"error": str(error)}, status=error.status, headers=headers)
    return Response.json(found, headers=headers)


def _number(request: Any, name: str) -> int:
    """A row's number from the address; 0, which no row has, for anything else."""
    given = request.args.get(name) or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0


def _shown(datasette: Any, request: Any) -> Any:
    """The database an address names."""
    name = tilde_decode(request.url_vars["database"])
    if name not in datasette.databases or name.startswith("_"):
        raise NotFound("no such database")
    return name, datasette.get_database(name)


async def _compare(datasette: Any, request: Any) -> Any:
    """Reports ``a`` and ``b`` side by side."""
    name, db = _shown(datasette, request)
    first, second = (_number(request, key) for key in "ab")
    sides = await db.execute_fn(lambda conn: side_by_side.load(conn, first, second))
    if sides is None:
        raise NotFound(language.say("没有这两份报告", "no such two reports"))
    context = {"sides": sides, "database": name}
    return Response.html(await datasette.render_template("side_by_side.html", context, request=request))


async def _as_of(datasette: Any, request: Any) -> Any:
    """Leads to the version of ``report`` as it stood on ``day``."""
    name, db = _shown(datasette, request)
    try:
        day = date.fromisoformat(request.args.get("day") or "")
    except ValueError:
        raise NotFound(language.say("请选择日期", "choose a day")) from None
    key = _number(request, "report")
    version = await db.execute_fn(lambda conn: side_by_side.version_on(conn, key, day))
    if version is None:
        raise NotFound(language.say("那一天尚未收录这份报告", "the report was not known on that day"))
    return Response.redirect(f"{datasette.urls.table(name, 'versions')}/{version}")


async def _matrix(datasette: Any, request: Any) -> Any:
    """Agencies and years, for what is chosen in the address."""
    name = tilde_decode(request.url_vars["database"])
    if name not in datasette.databases or "coverage" not in await datasette.get_database(name).table_names():
        raise NotFound("no such database")
    chosen = {key: request.args.get(key) or "" for key in matrix.FILTERS}
    found = await _loaded(datasette.get_database(name), chosen)
    years = [(year, year) for year in reversed(found.years)]
    say = language.say
    choices = (
        ("state", say("状态", "state"), list(labels.COVERAGE.items())),
        ("year", say("年度", "year"), years),
        ("province", say("地区", "region"), list(labels.PROVINCES.items())),
        ("level", say("层级", "level"), list(labels.LEVELS.items())),
        ("type", say("类型", "kind"), list(labels.TYPES.items())),
    )
    csv = "".join(
        f"&{'region_code__startswith' if key == 'province' else key}={quote(value)}"
        for key, value in chosen.items()
        if value
    )
    context = {
        "matrix": found,
        "chosen": chosen,
        "choices": choices,
        "places": matrix.TILES,
        "csv": csv,
        "database": name,
    }
    context |= {"here": datasette.urls.path(f"/{tilde_encode(name)}/-/matrix")}
    return Response.html(await datasette.render_template("matrix.html", context, request=request, view_name="matrix"))


async def _loaded(db: Any, chosen: dict[str, str]) -> matrix.Matrix:
    """The matrix, from what was read since the database changed if it was asked for lately."""
    now, asked = search_plan.state(db.path), (db.name, *chosen.values())
    known = _matrices.pop(asked, None)
    if known is None or not now or known[0] != now:
        known = now, await db.execute_fn(partial(matrix.load, chosen=chosen))
    _matrices[asked] = known
    while len(_matrices) > MATRICES:
        del _matrices[next(iter(_matrices))]
    return known[1]


async def _shared(datasette: Any, request: Any) -> Any:
    """The paragraphs that most agencies share, or ``paragraph`` with all reports that have it."""
    name, db = _shown(datasette, request)
    key = _number(request, "paragraph")
    context: dict[str, Any] = {"database": name, "here": datasette.urls.path(f"/{tilde_encode(name)}/-/shared")}
    if key:
        context["family"] = await db.execute_fn(partial(shared.load, key=key))
        if context["family"] is None:
            raise NotFound(language.say("没有这个段落", "no such paragraph"))
    else:
        context["families"] = await db.execute_fn(shared.most_copied)
    return Response.html(await datasette.render_template("shared.html", context, request=request, view_name="shared"))


async def _plan(datasette: Any, request: Any) -> Any:
    """What ``agency`` planned for ``year``, beside what that year's report says."""
    name, db = _shown(datasette, request)
    agency, year = request.args.get("agency") or "", _number(request, "year")
    found = await db.execute_fn(lambda conn: plan.load(conn, agency, year))
    agencies = [row[0] for row in await db.execute(plan.AGENCIES)]
    context = {"database": name, "here": datasette.urls.path(f"/{tilde_encode(name)}/-/plan"), "plan": found}
    context |= {"agencies": agencies, "agency": agency}
    return Response.html(await datasette.render_template("plan.html", context, request=request, view_name="plan"))


async def _dictionary(datasette: Any, request: Any) -> Any:
    """What every field, table and column means."""
    name, db = _shown(datasette, request)
    explained = private.tables(datasette, name)
    tables = await db.execute_fn(lambda conn: list(dictionary.tables(conn, explained)))
    context = {"database": name, "fields": FIELDS, "tables": tables}
    page = await datasette.render_template("dictionary.html", context, request=request, view_name="dictionary")
    return Response.html(page)


# Pages of the room that stand among the canned questions: the end of the address, what it is called, what it shows.
OWN = (
    (
        "plan",
        "上年计划与当年结果 | What was planned and what came of it",
        "一份报告的下一年度安排和目标，与下一年报告中讲同一件事的句子和数据并列，最相近的在前。"
        " | The next-year part and the targets of a report beside the sentences and figures of the next report on the"
        " same things, nearest first.",
    ),
    (
        "shared",
        "各机关报告中相同的段落 | Paragraphs that agencies share",
        "逐字相同或仅改动少数字词，附最早公开的机关。 | The same but for a few words, with who had them first.",
    ),
)

ROUTES = [
    (r"^/(?P<database>[^/]+)/-/dictionary$", _dictionary),
    (r"^/(?P<database>[^/]+)/-/plan$", _plan),
    (r"^/(?P<database>[^/]+)/-/matrix$", _matrix),
    (r"^/(?P<database>[^/]+)/-/compare$", _compare),
    (r"^/(?P<database>[^/]+)/-/as-of$", _as_of),
    (r"^/(?P<database>[^/]+)/-/shared$", _shared),
    replay.ROUTE,
    (r"^/-/api$", _api),
    (r"^/-/api/openapi\.json$", _openapi),
    (r"^/dataset/latest$", _latest),
    (r"^/-/api/v1/(?P<name>[a-z]+)$", _answer),
]
