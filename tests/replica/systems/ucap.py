"""UCAP (开普云): ``list.shtml`` and ``list_2.shtml``, documents under ``YYYYMM/<32 hex>.shtml`` (seen: nc.gov.cn)."""

from __future__ import annotations

import hashlib
import json

from tests.replica import furniture as f
from tests.replica.model import Answer, Column, Document, Request, Routes, Site
from tests.replica.systems.common import home, pages_of


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 1, documents, the hit counter."""

    def name(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}list.shtml"]
        return first if number == 0 else [f"{column.path}list_{number + 1}.shtml"]

    def hits(request: Request) -> Answer:
        ident = request.body.decode("utf-8", "replace")
        content = json.dumps({"code": 200, "data": f.visits(ident, day)})
        return Answer(content.encode(), content_type="application/json", validators=False)

    found = home(site, day, "/index.shtml") | {"/u/hit/count": hits}
    return found | pages_of(site, day, name, listing, detail)


def ident(text: str) -> str:
    """32 hex digits, as the system names things."""
    return hashlib.md5(text.encode()).hexdigest()


def frame(site: Site, day: int, title: str, metas: list[tuple[str, str]], main: str) -> str:
    """The whole page round ``main``."""
    foot = (
        f'<div class="footer"><p>版权所有:{site.owner}&nbsp;{site.icp}&nbsp;政府网站标识码:{site.site_id_code}&nbsp;{site.police}</p>'
        "<p>维护单位:南昌市环境信息中心</p></div>"
    )
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="UTF-8">\n{f.metas(metas)}\n'
        f'<meta name="template,templategroup,version" content="{ident(site.host)},default,1.5">\n<title>{f.escape(title)}</title>\n'
        f'{f.styles(site)}\n{f.scripts(site)}\n</head>\n<body>\n<div class="welcome">欢迎进入{site.name}!</div>\n{f.header(site, day)}\n'
        f'<div class="main">\n{main}\n</div>\n{f.link_selects()}\n{foot}\n'
        f'<script id="_jiucuo_" sitecode="{site.site_id_code}" src="/js/jiucuo.js"></script>\n'
        '<script type="text/javascript" src="/js/kaipuyun-count.js"></script>\n</body>\n</html>'
    )


def blank_code(metas: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The metas with the site's code left blank, as this portal leaves it."""
    return [(name, "" if name in ("SiteIDCode", "ColumnType") else value) for name, value in metas]


def crumb(column: Column) -> str:
    """您当前所在位置."""
    return f'<div class="content_topbanner"><div class="current">您当前所在位置:{f.crumbs(column.crumbs, ["/", column.path], " &gt; ")}</div></div>'


def listing(site: Site, column: Column, number: int, day: int, request: Request) -> str:
    """Rows of link and date, and the call that draws the pager."""
    pages = column.pages(day)
    rows = "\n".join(
        f'<li><a href="{row.path}" target="_blank" title="{f.escape(row.title)}">{f.escape(f.shortened(row.title, 32))}</a>'
        f"<span>{row.published}</span></li>"
        for row in pages[number]
    )
    block = (
        f'<ul class="lh">\n{rows}\n</ul>\n<div id="page_div" class="pagediv"></div>\n'
        '<script type="text/javascript" src="/js/page.js"></script>\n<script type="text/javascript">'
        f"createPageHTML('page_div',{len(pages)}, {number + 1},'list','shtml',{len(column.rows(day))});</script>"
    )
    menu = "".join(
        f'<li><a href="/ncgbj/{name}/list.shtml">{text}</a></li>'
        for name, text in (("zwdt", "政务动态"), ("zcfg", "政策法规"))
    )
    main = (
        f'{crumb(column)}<div class="list_left"><ul><li class="on"><a href="{column.path}list.shtml">{column.name}</a></li>{menu}</ul></div>'
        f'<div class="list_right"><div class="cont">\n{f.listed(block, request)}\n</div></div>'
    )
    return frame(site, day, f"{column.name}_{site.owner}", blank_code(f.column_metas(site, column)), main)


def detail(site: Site, column: Column, document: Document, day: int) -> str:
    """A document: source and date in one row, the visits filled by script."""
    made = document.facts.get("generated") or f.stamp(document)
    metas = [
        *blank_code(f.column_metas(site, column)),
        ("ArticleTitle", document.facts.get("meta_title", document.title)),
        ("PubDate", made),
        ("others", f"页面生成时间 {made}"),
    ]
    number = document.path.rpartition("/")[2].removesuffix(".shtml")
    main = (
        f'{crumb(column)}\n<div class="contentMain"><div class="contentShow"><div class="title">{f.escape(document.title)}</div>\n'
        f'<table class="time"><tr><td>来源:{document.source}</td><td>&nbsp;&nbsp;发布日期: {document.published}</td>'
        '<td>&nbsp;&nbsp;访问量: <span id="view"></span></td></tr></table>\n'
        f'<div class="content" id="zoomcon">\n{f.paragraphs(document, day, "&emsp;&emsp;")}\n</div>\n'
        f'{f.related([], "相关稿件")}\n{f.share_bar()}\n<div class="contentPrint"><a href="javascript:window.print()">【打印页面】</a>'
        '<a href="javascript:window.close()">【关闭页面】</a></div></div></div>\n'
        f'<script type="text/javascript">var manuscriptId="{number}";$.post("/u/hit/count",{{hType:3,hId:manuscriptId}},'
        'function(data){$("#view").html(data.data);},"json");</script>'
    )
    return frame(site, day, document.title, metas, main)
