"""Anhui's label system: the column page asks for a fragment of the list (seen: hbxs.gov.cn)."""

from __future__ import annotations

from ..model import Answer, Column, Request, Routes, Site, html
from ..more import common

COLUMN = "/public/column/131?type=4&catId=6720441&action=list"
LINKS = ("/", "/zwgk/index.html", COLUMN)
LABEL = "/site/label/8888"


def path(number: int, day: str) -> str:
    """Organisation and number."""
    return f"/public/131/{64_876_000 + number}.html"


def routes(site: Site, day: int) -> Routes:
    """The shell and the label service."""
    column = site.columns[0]
    rows = column.rows(day)

    def listing(request: Request) -> Answer:
        fields = "labelName=publicInfoList&siteId=6799601&organId=131&catId=6720441&type=4&pageSize=15"
        main = f'<div id="list"></div><script>$("#list").load("{LABEL}?{fields}&pageIndex=1")</script>'
        return common.page(site, column.name, main, common.column_metas(column))

    def label(request: Request) -> Answer:
        asked = common.fields(request)
        size, number = int(asked["pageSize"]), int(asked["pageIndex"])
        part = rows[(number - 1) * size : number * size] if asked.get("catId") == "6720441" else []
        return html(common.items(part) + f'<div class="page" data-pages="{-(-len(rows) // size)}"></div>')

    return common.frame(site, day, LINKS) | {"/public/column/131": listing, LABEL: label}


def site() -> Site:
    """A department's catalogue on the district's portal."""
    documents = common.documents(
        "www.xiangxi.gov.cn", "湘溪区生态环境分局", "湘溪区", path, ("2025-12-11", "2025-01-17"), 20
    )
    column = Column(COLUMN, "法治政府建设年度报告", ("首页", "政务公开", "法治政府建设年度报告"), documents)
    return common.make(__name__, "www.xiangxi.gov.cn", "湘溪区人民政府", column, code="3406990001")
