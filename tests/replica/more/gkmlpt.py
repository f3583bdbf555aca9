"""Guangdong's disclosure catalogue: an index that is a shell, rows as JSON, 100 a page."""

from __future__ import annotations

import json

from ..model import Answer, Column, Request, Routes, Site
from ..more import common

COLUMN = "/gkmlpt/index"
LINKS = ("/", COLUMN)
TREE = [
    {"id": 3410, "name": "政策文件", "children": []},
    {"id": 3411, "name": "工作总结", "children": [{"id": 3416, "name": "法治政府建设年度报告", "children": []}]},
]


def path(number: int, day: str) -> str:
    """Numbers below their thousands."""
    return f"/gkmlpt/content/9/{9100 + number}/post_{9_100_000 + number}.html"


def routes(site: Site, day: int) -> Routes:
    """The index and the category's service."""
    column = site.columns[0]
    rows = column.rows(day)

    def index(request: Request) -> Answer:
        config = {"SID": "7620", "TREE": TREE}
        script = f"window._CONFIG={json.dumps(config, ensure_ascii=False)};"
        return common.page(site, "政府信息公开目录", f'<div id="app"></div><script>{script}</script>')

    def category(request: Request) -> Answer:
        number = max(int(common.fields(request).get("page", "1")), 1)
        part = rows[(number - 1) * 100 : number * 100]
        articles = [
            {
                "id": at,
                "title": row.title,
                "date": row.published,
                "publisher": row.issuer,
                "url": f"http://{site.host}{row.path}",
            }
            for at, row in enumerate(part)
        ]
        data = {"classify": {"name": "法治政府建设年度报告", "post_count": len(rows)}, "total": len(rows)}
        return Answer(json.dumps({**data, "articles": articles}).encode(), content_type="application/json")

    return common.frame(site, day, LINKS) | {COLUMN: index, "/gkmlpt/api/all/3416": category}


def site() -> Site:
    """The whole district's catalogue."""
    documents = common.documents(
        "www.nanting.gov.cn", "南汀区农业农村局", "南汀区", path, ("2026-03-09", "2025-03-10"), 12
    )
    column = Column(COLUMN, "法治政府建设年度报告", ("首页", "政府信息公开目录"), documents)
    return common.make(__name__, "www.nanting.gov.cn", "南汀区人民政府", column, code="4409990001")
