"""SASAC-style n-dirs: older pages are bare fragments whose number counts down (seen: sasac.gov.cn)."""

from __future__ import annotations

from ..model import Column, Document, Routes, Site, html
from ..more import common

COLUMN = "/n2588025/n2588139/index.html"
LINKS = ("/", COLUMN)


def path(number: int, day: str) -> str:
    """Folders of columns, a folder for the document."""
    return f"/n2588025/n2588139/c{24_000_000 + number}/content.html"


def lines(rows: list[Document]) -> str:
    """Rows with the date in square brackets."""
    return "".join(f"<li>{common.link(row.path, row.title)}<span>[{row.published}]</span></li>" for row in rows)


def routes(site: Site, day: int) -> Routes:
    """The first page and its fragments."""
    column = site.columns[0]
    pages = column.pages(day)
    found = common.frame(site, day, LINKS)
    script = f"<script>var maxPageNum = {len(pages)}; $('#more').load('index_2603340_' + n + '.html');</script>"
    main = f'<div id="comp_2603340"><ul>{lines(pages[0])}</ul></div>{script}'
    answer = common.page(site, column.name, main, common.column_metas(column), common.crumbs(column, LINKS))
    found[COLUMN] = found["/n2588025/n2588139/"] = common.fixed(answer)
    for at, rows in enumerate(pages[1:], 1):
        name = f"/n2588025/n2588139/index_2603340_{len(pages) - at}.html"
        found[name] = common.fixed(html(f"<ul>{lines(rows)}</ul>"))
    return found


def site() -> Site:
    """Notices; the report stands in a fragment."""
    documents = common.documents("gzw.beiling.gov.cn", "北岭市国资委", "北岭市", path, ("2025-03-20",), 26)
    column = Column(COLUMN, "公告公示", ("首页", "公告公示"), documents)
    return common.make(
        __name__, "gzw.beiling.gov.cn", "北岭市人民政府国有资产监督管理委员会", column, code="2399000044"
    )
