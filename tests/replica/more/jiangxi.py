"""Jiangxi's common platform: a shell with codes, rows from ``POST /queryList`` (seen: sthjt.jiangxi.gov.cn)."""

from __future__ import annotations

import json

from ..model import Answer, Column, Request, Routes, Site
from ..more import common

COLUMN = "/col/col42150/index.html"
LINKS = ("/", "/col/col42100/index.html", COLUMN)
SCRIPT = (
    "var params={current:1,unitid:'380055',webSiteCode:['gysthj'],channelCode:['col42150'],perPage:'10'};"
    "loadPageData(params,'380055');"
)


def path(number: int, day: str) -> str:
    """JCMS addresses are kept."""
    return f"/art/{day[:4]}/art_42150_{4000 + number}.html"


def routes(site: Site, day: int) -> Routes:
    """The shell and its service."""
    column = site.columns[0]
    rows = column.rows(day)

    def listing(request: Request) -> Answer:
        main = '<script id="div380055" type="text/x-handlebars-template">{{#each results}}{{/each}}</script>'
        return common.page(site, column.name, f"{main}<script>{SCRIPT}</script>", common.column_metas(column))

    def query(request: Request) -> Answer:
        asked = common.fields(request)
        right = request.method == "POST" and asked.get("channelCode[]") == "col42150"
        start = (int(asked.get("current", "1")) - 1) * 10
        results = [
            {"source": {"title": row.title, "pubDate": row.published, "urls": json.dumps({"pc": row.path})}}
            for row in (rows[start : start + 10] if right else [])
        ]
        data = {"data": {"results": results, "total": len(rows)}}
        return Answer(json.dumps(data).encode(), content_type="application/json")

    return common.frame(site, day, LINKS) | {COLUMN: listing, "/queryList": query}


def site() -> Site:
    """Notices below the disclosure section."""
    documents = common.documents(
        "sthjj.ganyuan.gov.cn", "赣源市生态环境局", "赣源市", path, ("2026-02-26", "2025-03-03"), 24
    )
    column = Column(COLUMN, "通知公告", ("首页", "政务公开", "通知公告"), documents)
    return common.make(__name__, "sthjj.ganyuan.gov.cn", "赣源市生态环境局", column, code="3699000055")
