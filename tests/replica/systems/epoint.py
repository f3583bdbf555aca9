"""Epoint (新点) WebBuilder: ``moreinfo.html`` first, then ``2.html``; documents named by GUID under the day's folder."""

from __future__ import annotations

from tests.replica import furniture as f
from tests.replica.model import Column, Document, Request, Routes, Site
from tests.replica.systems.common import home, pager, pages_of


def routes(site: Site, day: int) -> Routes:
    """Home page, listings (the first has three names), documents."""

    def name(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}moreinfo.html", f"{column.path}1.html"]
        return first if number == 0 else [f"{column.path}{number + 1}.html"]

    return home(site, day, "/index.html") | pages_of(site, day, name, listing, detail)


def frame(site: Site, day: int, title: str, metas: list[tuple[str, str]], main: str) -> str:
    """The whole page round ``main``."""
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">\n'
        f"{f.metas(metas)}\n<title>{f.escape(title)}</title>\n{f.styles(site)}\n{f.scripts(site)}\n"
        f'<script>var siteInfo={{"siteGuid":"7eb5f7f1-9041-43ad-8e13-8fcb82ea831a","projectName":"/xcsthjj"}};</script>\n'
        f'</head>\n<body>\n{f.header(site, day)}\n<div class="ewb-container">\n{main}\n</div>\n{f.footer(site)}\n</body>\n</html>'
    )


def crumb(column: Column) -> str:
    """当前位置."""
    return f'<div class="ewb-location">当前位置:{f.crumbs(column.crumbs, ["/", column.path], "&gt;")}</div>'


def page_items(number: int, pages: int) -> str:
    """The pager: numbers that call for a page, and the count."""
    items = "".join(
        f'<li class="ewb-page-li{" current" if each == number else ""}"><a href="javascript:;" '
        f"onclick=\"ShowAjaxNewPage(window.location.pathname,'categorypagingcontent',{each + 1})\">{each + 1}</a></li>"
        for each in range(pages)
    )
    return f'<div class="ewb-page"><ul class="ewb-page-items clearfix">{items}<li class="ewb-page-li ewb-page-num"><span id="index">{number + 1}/{pages}</span></li></ul></div>'


def listing(site: Site, column: Column, number: int, day: int, request: Request) -> str:
    """List nodes of link and date inside the container that the pager refills."""
    pages = column.pages(day)
    rows = "\n".join(
        f'<li class="ewb-list-node clearfix"><a href="{row.path}" target="_blank" class="ewb-list-name" title="{f.escape(row.title)}">'
        f"{f.escape(f.shortened(row.title, 36))}<font color='red'></font></a><span class=\"ewb-list-date\">{row.published}</span></li>"
        for row in pages[number]
    )
    block = f'<ul class="ewb-list-items">\n{rows}\n</ul>\n{page_items(number, len(pages))}'
    main = f'{crumb(column)}<div class="ewb-list"><h2>{column.name}</h2><div id="categorypagingcontent">\n{f.listed(block, request)}\n</div></div>'
    return frame(site, day, site.name, f.column_metas(site, column), main)


def detail(site: Site, column: Column, document: Document, day: int) -> str:
    """A document; its title stands in ``.ewb-article-hd`` only, the page's own title is the site's name."""
    size = '<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>'
    source = f"【信息来源:{document.source}】" if document.source else ""
    main = (
        f'{crumb(column)}\n<div class="ewb-article"><h3 class="ewb-article-hd">{f.escape(document.title)}</h3>\n<div class="ewb-article-source">{source}'
        f'【信息时间:{document.published}】【阅读次数:<span id="viewcount">{f.visits(document.path, day)}</span>】【字号 {size}】'
        '【<a href="javascript:window.print()">我要打印</a>】【<a href="javascript:window.close()">关闭</a>】</div>\n'
        f'<div class="ewb-article-content" id="infocontent">\n{f.paragraphs(document, day, "&nbsp; &nbsp; ")}\n</div>\n'
        f'<div class="ewb-article-attach"></div>{f.share_bar()}{pager(column, document, day)}</div>'
    )
    return frame(site, day, site.name, f.column_metas(site, column), main)
