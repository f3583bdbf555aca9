"""Hanweb JPAAS: a shell whose rows the publish server gives as HTML in JSON (seen: fzggw.zj.gov.cn)."""

from __future__ import annotations

import json

from ..model import Answer, Column, Request, Routes, Site
from ..more import common

COLUMN = "/col/col1229565788/index.html"
LINKS = ("/", "/col/col1229000001/index.html", COLUMN)
UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit"
QUERY = (
    "{'parseType':'bulidstatic','webId':'3185','tplSetId':'o0YcVHHq5vWtr3uiCp4SY','pageType':'column',"
    "'tagId':'信息列表','editType':'null','pageId':'1229565788'}"
)


def path(number: int, day: str) -> str:
    """JCMS addresses are kept."""
    year, month, date = (int(part) for part in day.split("-"))
    return f"/art/{year}/{month}/{date}/art_1229565788_{5000 + number}.html"


def routes(site: Site, day: int) -> Routes:
    """The shell and its unit service."""
    column = site.columns[0]
    rows = column.rows(day)

    def listing(request: Request) -> Answer:
        main = f'<script src="/AuthorizedRead/unitbuild.js" webId="3185" url="{UNIT}" queryData="{QUERY}"></script>'
        return common.page(site, column.name, main, [*common.column_metas(column), ("ColId", "1229565788")])

    def unit(request: Request) -> Answer:
        asked = common.fields(request)
        wanted = (
            json.loads(asked["paramJson"]) if asked.get("pageId") == "1229565788" else {"pageNo": 99, "pageSize": 1}
        )
        start = (wanted["pageNo"] - 1) * wanted["pageSize"]
        part = rows[start : start + wanted["pageSize"]]
        data = {"success": True, "data": {"html": common.items(part) if part else ""}}
        return Answer(json.dumps(data, ensure_ascii=False).encode(), content_type="application/json")

    return common.frame(site, day, LINKS) | {COLUMN: listing, UNIT: unit}


def site() -> Site:
    """A column kept for law-based government below the disclosure section."""
    documents = common.documents(
        "kjj.haiyu.gov.cn", "海屿市科技局", "海屿市", path, ("2026-01-28", "2025-02-06", "2024-03-11"), 21
    )
    column = Column(COLUMN, "法治政府建设", ("首页", "政务公开", "法治政府建设"), documents)
    return common.make(__name__, "kjj.haiyu.gov.cn", "海屿市科技局", column, "https", "3309000022")
