"""A portal that changes: its column is redirected on day 2, moved without a word on day 3, redesigned on day 4."""

from __future__ import annotations

from tests.replica.model import Column, Routes, Site, moved
from tests.replica.more import common

HOST = "gzj.donghe.gov.cn"
OLD, NEW = "/zwgk/tzgg.htm", "/xxgk/gsgg.htm"


def path(number: int, day: str) -> str:
    """Column and number."""
    return f"/info/10661/{166_000 + number}.htm"


def routes(site: Site, day: int) -> Routes:
    """One page of rows, wherever it is."""
    column = site.columns[0]
    here = NEW if day in (2, 3) else OLD
    found = common.frame(site, day, ("/", here))
    rows = column.rows(day)
    if day == 4:
        main = common.items(rows) + "<script>createPageHTML('page_div',1, 1,'tzgg','htm',20);</script>"
    else:
        lines = "".join(
            f'<li id="line1060_{place}">{common.link(row.path, row.title)}<span>{row.published}</span></li>'
            for place, row in enumerate(rows)
        )
        main = f"<ul>{lines}</ul><!-- Announced by Visual SiteBuilder 9 -->"
    metas = common.column_metas(column)
    if day == 4:
        metas += [("channelid", "c958817706c1403790acf9b74b9312f9"), ("template,templategroup,version", "1,default,1")]
        found = {name.replace("/info/10661/", "/zwgk/c110634/"): handler for name, handler in found.items()}
        main = main.replace("/info/10661/", "/zwgk/c110634/").replace('.htm"', '.shtml"')
        found = {
            name.replace(".htm", ".shtml") if "c110634" in name else name: handler for name, handler in found.items()
        }
    found[here] = common.fixed(common.page(site, column.name, main, metas, common.crumbs(column, ("/", here))))
    if day == 2:
        found[OLD] = common.fixed(moved(NEW))
    return found


def site() -> Site:
    """Two reports among eighteen notices."""
    documents = common.documents(HOST, "东河市国土局", "东河市", path, ("2026-02-14", "2025-02-17"), 18)
    column = Column(OLD, "通知公告", ("首页", "通知公告"), documents, per_page=50)
    return common.make(__name__, HOST, "东河市国土局", column, code="6299000099")
