"""The long tail, JEECMS addresses: ``/<column>/index.jhtml``, ``index_2.jhtml``, ``/<column>/<id>.jhtml``."""

from __future__ import annotations

from ..model import Column, Routes, Site
from ..more import common

COLUMN = "/tzgg/index.jhtml"
LINKS = ("/", COLUMN)


def path(number: int, day: str) -> str:
    """Numbers only."""
    return f"/tzgg/{7100 + number}.jhtml"


def routes(site: Site, day: int) -> Routes:
    """Listing pages with links to the next."""
    column = site.columns[0]
    pages = column.pages(day)
    found = common.frame(site, day, LINKS)
    for at, rows in enumerate(pages):
        further = f'<a href="index_{at + 2}.jhtml">下一页</a>' if at + 1 < len(pages) else ""
        name = COLUMN if at == 0 else f"/tzgg/index_{at + 1}.jhtml"
        main = common.items(rows, mark="news") + f"<div class='pages'>{further}</div>"
        found[name] = common.fixed(common.page(site, column.name, main, (), common.crumbs(column, LINKS)))
    return found


def site() -> Site:
    """Notices without column metas."""
    documents = common.documents(
        "tyj.longshan.gov.cn", "龙山市体育局", "龙山市", path, ("2026-01-19", "2025-01-20"), 26
    )
    column = Column(COLUMN, "通知公告", ("首页", "通知公告"), documents)
    return common.make(__name__, "tyj.longshan.gov.cn", "龙山市体育局", column, code="4399000077")
