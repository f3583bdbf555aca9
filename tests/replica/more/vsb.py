"""Boda VSB: the second of three pages is ``tzgg/2.htm``, the last ``tzgg/1.htm`` (seen: 甘肃省生态环境厅)."""

from __future__ import annotations

from ..model import Column, Routes, Site
from ..more import common

COLUMN = "/zwgk/tzgg.htm"
LINKS = ("/", "/zwgk.htm", COLUMN)


def path(number: int, day: str) -> str:
    """Column and number."""
    return f"/info/10661/{166_000 + number}.htm"


def routes(site: Site, day: int) -> Routes:
    """The listing pages, numbered from the end."""
    column = site.columns[0]
    pages = column.pages(day)
    found = common.frame(site, day, LINKS)
    for at, rows in enumerate(pages):
        lines = "".join(
            f'<li id="line1060_{place}">{common.link(row.path, row.title)}<span>{row.published}</span></li>'
            for place, row in enumerate(rows)
        )
        last = len(pages) - at - 1
        further = f'<a href="/zwgk/tzgg/{last}.htm" class="Next">下页</a>' if last else ""
        main = f"<ul>{lines}</ul><div class='pb'>共{len(column.rows(day))}条 {at + 1}/{len(pages)} {further}</div>"
        main += "<!-- Announced by Visual SiteBuilder 9 -->"
        name = COLUMN if at == 0 else f"/zwgk/tzgg/{len(pages) - at}.htm"
        answer = common.page(site, column.name, main, common.column_metas(column), common.crumbs(column, LINKS))
        found[name] = common.fixed(answer)
    return found


def site() -> Site:
    """A notice column below the disclosure section."""
    documents = common.documents("lyj.hexi.gov.cn", "河西市林业局", "河西市", path, ("2026-02-14", "2025-02-17"), 26)
    column = Column(COLUMN, "通知公告", ("首页", "政务公开", "通知公告"), documents)
    return common.make(__name__, "lyj.hexi.gov.cn", "河西市林业局", column, code="6299000033")
