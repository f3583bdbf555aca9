"""TRS WCM (拓尔思) as Wuhan's portals dress it (seen: www.jianghan.gov.cn and the city's portal).

.shtml pages, ``createPageHTML`` from 0, rows written by inline script beside plain ones, a metadata table with spaced
labels; and a clock that stopped (seen in the page head of www.tjjh.gov.cn).
"""

from __future__ import annotations

from ..model import Column, Document, Routes, Site
from ..systems.common import Pages, home


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 0, documents."""

    def names(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}index.shtml"]
        return first if number == 0 else [f"{column.path}index_{number}.shtml"]

    links = ("/zfxxgk/", "/zfxxgk/fdzdgknr/")
    pages = Pages(site, day, "trs_wuhan", names, links, extra=extra, charset="utf-8")
    return home(site, day, "/index.shtml") | pages.routes()


def extra(column: Column, document: Document) -> dict[str, object]:
    """The charset a page declares: gb2312, whatever of GB18030 its bytes hold."""
    return {"charset": "utf-8" if document.encoding == "utf-8" else "gb2312"}
