"""Hanweb JCMS: a data island with a group of records, then a record proxy (seen: fzggw.jiangsu.gov.cn)."""

from __future__ import annotations

from ..model import Answer, Column, Document, Request, Routes, Site
from ..more import common

COLUMN = "/col/col284/index.html"
LINKS = ("/", COLUMN)
PER_PAGE, GROUP = 4, 2
CALL = (
    "param_423656={col:1,appid:'1',webid:3,path:'/',columnid:284,sourceContentType:1,unitid:'423656',"
    "webname:'云州市民政局',permissiontype:0};$('#423656').jpage({totalRecord:%d,perPage:%d,groupSize:%d,"
    "proxyUrl:'/module/web/jpage/dataproxy.jsp',dataStore:null,ajaxParam:param_423656})"
)


def path(number: int, day: str) -> str:
    """No zero padding in the date."""
    year, month, date = (int(part) for part in day.split("-"))
    return f"/art/{year}/{month}/{date}/art_284_{9000 + number}.html"


def records(rows: list[Document]) -> str:
    """Rows as the proxy and the island write them."""
    return "".join(
        f"<record><![CDATA[<li><a title='{row.title}' href=\"{row.path}\">{row.title}</a>"
        f'<span class="bt-list-time">{row.published}</span></li>]]></record>'
        for row in rows
    )


def routes(site: Site, day: int) -> Routes:
    """The column, its proxy, and the rest."""
    column = site.columns[0]
    rows = column.rows(day)

    def listing(request: Request) -> Answer:
        island = f"<datastore><recordset>{records(rows[: PER_PAGE * GROUP])}</recordset></datastore>"
        main = f'<div id="423656"><script type="text/xml">{island}</script></div><script>'
        main += CALL % (len(rows), PER_PAGE, GROUP) + "</script>"
        return common.page(site, column.name, main, common.column_metas(column), common.crumbs(column, LINKS))

    def proxy(request: Request) -> Answer:
        asked = common.fields(request)
        window = rows[int(asked["startrecord"]) - 1 : int(asked["endrecord"])]
        pages = -(-len(rows) // PER_PAGE)
        text = f"<datastore><totalrecord>{len(rows)}</totalrecord><totalpage>{pages}</totalpage>"
        text += f"<recordset>{records(window)}</recordset></datastore>"
        return Answer(text.encode(), content_type="text/xml; charset=utf-8")

    return common.frame(site, day, LINKS) | {COLUMN: listing, "/module/web/jpage/dataproxy.jsp": proxy}


def site() -> Site:
    """Both reports stand behind the first group of records."""
    documents = common.documents("mzj.yunzhou.gov.cn", "云州市民政局", "云州市", path, ("2025-02-21", "2024-02-20"), 24)
    column = Column(COLUMN, "通知公告", ("首页", "通知公告"), documents)
    return common.make(__name__, "mzj.yunzhou.gov.cn", "云州市民政局", column, code="3299000011")
