"""The long tail, EmpireCMS addresses: everything is in the query (seen: 佳木斯市前进区)."""

from __future__ import annotations

from ..model import Answer, Column, Document, Request, Routes, Site
from ..more import common

COLUMN = "/e/action/ListInfo/?classid=112"
LINKS = ("/", COLUMN)


def path(number: int, day: str) -> str:
    """Class and number in the query."""
    return f"/e/action/ShowInfo.php?classid=112&id={17_000 + number}"


def routes(site: Site, day: int) -> Routes:
    """Two scripts serve all pages."""
    column = site.columns[0]
    pages = column.pages(day)
    by_id: dict[str, Document] = {row.path.rpartition("=")[2]: row for row in column.documents}

    def listing(request: Request) -> Answer:
        number = int(common.fields(request).get("page", "1"))
        rows = pages[number - 1]
        more = number < len(pages)
        further = f'<a href="/e/action/ListInfo/?classid=112&amp;page={number + 1}">下一页</a>' if more else ""
        main = "".join(f"<dl><dt>{common.link(row.path, row.title)}</dt><dd>{row.published}</dd></dl>" for row in rows)
        return common.page(site, column.name, f"{main}<p>{further}</p>", (), common.crumbs(column, LINKS))

    def show(request: Request) -> Answer:
        row = by_id.get(common.fields(request).get("id", ""))
        return common.detail(site, column, row, LINKS, day) if row else Answer(status=404)

    found = common.frame(site, day, LINKS)
    return found | {"/e/action/ListInfo/": listing, "/e/action/ShowInfo.php": show}


def site() -> Site:
    """Notices of a district's education office."""
    documents = common.documents("jyj.qianlin.gov.cn", "前林区教育局", "前林区", path, ("2026-03-02", "2025-03-05"), 26)
    column = Column(COLUMN, "公告公示", ("首页", "公告公示"), documents)
    return common.make(__name__, "jyj.qianlin.gov.cn", "前林区教育局", column, code="2308990088")
