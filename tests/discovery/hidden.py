"""Portals whose home page leads nowhere but to their own search, one for each dialect of searching."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import quote

from tests.replica.model import Answer, Column, Document, Request, Routes, Site
from tests.replica.more import common

COLUMN = "/zfxx/q7/index.htm"
SNIPPETS = {
    "form": '<form action="/so/s"><input type="hidden" name="siteCode" value="6299"><input name="qt"></form>',
    "igs": '<a href="/igs/front/search.jhtml?code=97438ab0ba&amp;siteId=12">高级检索</a>',
    "irs": '<a href="/irs/front/list?code=181aedaa83d&amp;tab=all">智能检索</a>',
    "jsearch": '<script>var u="/jsearchfront/search.do?websiteid=629900000000000&tpl=61";</script>',
    "epoint": '<script src="/inteligentsearch/js/search.js"></script>',
    "guangdong": '<script>var NFCMS_SITE_ID = "754021";</script>',
    "closed": '<form action="/search" method="get"><input type="search" name="keyword"></form>',
}
ENDPOINTS = {
    "form": "/so/s",
    "igs": "/igs/front/search.jhtml",
    "irs": "/irs/front/search",
    "jsearch": "/jsearchfront/interfaces/cateSearch.do",
    "epoint": "/inteligentsearch/rest/esinteligentsearch/getFullTextDataNew",
    "guangdong": "/api/search/all",
    "closed": "/search",
}
GUANGDONG = "search.gd.gov.cn"


def host(dialect: str) -> str:
    """The portal's host."""
    return f"www.{dialect}shi.gov.cn"


def path(number: int, day: str) -> str:
    """Documents below their column."""
    return f"/zfxx/q7/{day[:4]}/{number}.htm"


def marked(title: str) -> str:
    """A title as searches show it."""
    return title.replace("法治政府建设", "<em style='color:red'>法治政府建设</em>")


def answer(dialect: str, request: Request, rows: list[Document], home: str) -> Answer:
    """What the search of a dialect answers; nothing where the request is not as the dialect wants it."""
    text = request.query + request.body.decode()
    asked = json.loads(request.body) if request.body.startswith(b"{") else common.fields(request)
    found = rows if "法治政府建设" in asked.values() else []
    full = [f"{home.rstrip('/')}{row.path}" for row in rows]
    entries = [
        {"title": marked(row.title), "url": url, "time": row.published} for row, url in zip(found, full, strict=False)
    ]
    if dialect in ("form", "closed"):
        inner = "".join(f'<div><a href="{row.path}">{marked(row.title)}</a></div>' for row in found)
        return common.html(f"<html><body><h3>检索结果</h3>{inner}</body></html>")
    data: object
    if dialect == "igs":
        data = {"page": {"content": entries if asked.get("code") == "97438ab0ba" else []}}
    elif dialect == "irs":
        right = asked.get("searchBy") and asked.get("orderBy") and asked.get("code") == "181aedaa83d"
        boxes = {"middle": {"listAndBox": [{"type": "data", "data": entry} for entry in entries]}}
        data = {"success": True, "data": boxes} if right else {"success": False}
    elif dialect == "jsearch":
        links = [
            f'<a href="/jsearchfront/visit/link.do?url={quote(e["url"], safe="")}">{e["title"]}</a>' for e in entries
        ]
        data = {"result": links if asked.get("websiteid") == "629900000000000" else []}
    elif dialect == "epoint":
        records = [{"title": e["title"], "linkurl": e["url"], "showdate": e["time"]} for e in entries]
        data = {"result": {"records": records, "totalcount": len(records)}}
    else:
        data = {"data": {"news": {"list": entries if '"754021"' in text else []}}}
    return Answer(json.dumps(data).encode(), content_type="application/json")


def routes(site: Site, day: int) -> Routes:
    """The home page without a link to the column, the search, the column, and its documents."""
    dialect = site.facts["dialect"]
    if site.host == GUANGDONG:
        other = make("guangdong")
        rows = other.columns[0].rows(day)
        return {ENDPOINTS[dialect]: lambda request: answer(dialect, request, rows, other.home)}
    column = site.columns[0]
    rows = column.rows(day)
    found = common.frame(site, day, ("/", COLUMN))
    menu = "<ul><li><a href='/jggk/'>机构概况</a></li></ul>"
    found["/"] = common.fixed(common.page(site, site.name, menu + SNIPPETS[dialect]))
    found[COLUMN] = common.fixed(
        common.page(site, column.name, common.items(rows), crumbs=common.crumbs(column, ("/", COLUMN)))
    )
    found[ENDPOINTS[dialect]] = lambda request: answer(dialect, request, rows, site.home)
    return found


def make(dialect: str, name: str = "") -> Site:
    """One portal; two reports among twelve documents."""
    agency = f"藏山市{'档案' if dialect != 'guangdong' else '统计'}局"
    documents = common.documents(host(dialect), agency, "藏山市", path, ("2026-02-14", "2025-02-17"), 12)
    column = Column(COLUMN, "其他文件", ("首页", "其他文件"), documents, per_page=50)
    made = common.make(__name__, name or host(dialect), agency, column, code="6299000098")
    return replace(made, facts={"dialect": dialect})


def sites() -> list[Site]:
    """All of them, and Guangdong's search."""
    return [*(make(dialect) for dialect in SNIPPETS), make("guangdong", GUANGDONG)]
