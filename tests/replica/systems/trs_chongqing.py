"""TRS WCM as Chongqing's portals dress it (seen: ljxq.cq.gov.cn, gxq.cq.gov.cn, jw.cq.gov.cn)."""

from __future__ import annotations

import posixpath

from tests.replica import furniture as f
from tests.replica.model import Column, Document, Request, Routes, Site, html


def relative(path: str, folder: str) -> str:
    """An address as TRS writes it: ``./`` or ``../`` from the listing's folder."""
    link = posixpath.relpath(path, folder)
    return link if link.startswith("..") else f"./{link}"


def frame(site: Site, day: int, title: str, metas: list[tuple[str, str]], main: str, extra_head: str = "") -> str:
    """The whole page round ``main``."""
    leave = f.leave_layer(f"您即将离开“{site.owner}官网”")
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n{f.metas(metas)}\n<title>{f.escape(title)}</title>\n'
        f"{extra_head}{f.styles(site)}\n{f.scripts(site)}\n</head>\n<body>\n{f.browser_notice()}\n{f.header(site, day)}\n"
        f'<div class="main clearfix">\n{main}\n</div>\n{f.footer(site)}\n{leave}\n</body>\n</html>'
    )


def crumb(column: Column) -> str:
    """您当前的位置, as the portal spaces it: no blank before the signs but the last."""
    *most, last = column.crumbs
    links = ["/", "/zwgk_199/", "/zwgk_199/zfxxgkml/", "/zwgk_199/zfxxgkml/fzzfjsndbg/"]
    return (
        f'<div class="crumb">您当前的位置: {f.crumbs(most, links, "&gt; ")}'
        f' &gt; <a href="{column.path}">{f.escape(last)}</a></div>'
    )


def left_menu(site: Site, column: Column, day: int) -> str:
    """The column tree at the left: the parent with its child columns, one per year."""
    items = []
    for parent in site.columns:
        children = "".join(
            f'<li><a href="{relative(child.path, column.path)}/" title="{child.name}">{child.name}</a></li>'
            for child in parent.open_children(day)
        )
        items.append(
            f'<li class="on"><a href="{parent.path}" title="{parent.name}">{parent.name}</a><ul class="zwgk-year">{children}</ul></li>'
        )
    others = ("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开")
    items += [f'<li><a href="/zwgk_199/zfxxgkml/{number}/">{name}</a></li>' for number, name in enumerate(others)]
    return f'<div class="left-menu"><h2>政府信息公开目录</h2><ul>{"".join(items)}</ul></div>'


def listing(site: Site, column: Column, number: int, day: int, request: Request) -> str:
    """A table of rows: number, title, date."""
    pages = column.pages(day)
    rows = ['<tr class="cwx-tit"><td>序号</td><td>标题</td><td>发布日期</td></tr>']
    for place, row in enumerate(pages[number], number * column.per_page + 1):
        link = relative(row.path, column.path)
        rows.append(
            f'<tr><td>{place}</td><td class="cwx-l"><a href="{link}" target="_blank" title="{f.escape(row.title)}">'
            f"{f.escape(f.shortened(row.title, 26))}</a></td><td>{row.published}</td></tr>"
        )
    table = (
        f'<table class="cwx-table" width="100%"><tbody>\n{chr(10).join(rows)}\n</tbody></table>\n<div class="page">'
        f'<script type="text/javascript">\n//<!--\ncreatePage({len(pages)}, {number}, "index", "html");\n//-->\n</script></div>'
    )
    main = f'{crumb(column)}\n{left_menu(site, column, day)}\n<div class="right-list"><h1 class="col-name">{column.name}</h1>\n{f.listed(table, request)}</div>'
    return frame(site, day, f"{column.name}_{site.name}", f.column_metas(site, column), main)


def table(document: Document) -> str:
    """The metadata table of the disclosure catalogue, once for desktops and once for phones."""
    facts = document.facts
    if "index_number" not in facts:
        return ""
    cells = [
        ("[ 索引号 ]", facts["index_number"]),
        ("[ 发文字号 ]", facts.get("doc_number", "")),
        ("[ 主题分类 ]", "其他"),
        ("[ 体裁分类 ]", "工作总结"),
        ("[ 发布机构 ]", document.issuer),
        ("[ 成文日期 ]", facts.get("written", "")),
        ("[ 发布日期 ]", document.published),
        ("[ 有效性 ]", ""),
    ]
    wide = "".join(
        "<tr>" + "".join(f'<td class="t1">{name}</td><td>{value}</td>' for name, value in cells[at : at + 2]) + "</tr>"
        for at in range(0, len(cells), 2)
    )
    narrow = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in cells)
    return (
        f'<table class="zwxl-table hidden-xs"><tbody>{wide}</tbody></table>'
        f'<table class="zwxl-table visible-xs" style="display:none"><tbody>{narrow}</tbody></table>'
    )


def detail(site: Site, column: Column, document: Document, day: int) -> str:
    """A document: the title stands above the node that holds the text."""
    metas = [
        *f.column_metas(site, column),
        ("ArticleTitle", document.title),
        ("PubDate", f.stamp(document)),
        ("ContentSource", document.source),
    ]
    twin = twin_path(document).rpartition("/")[2]
    alternate = f'<link rel="alternate" media="only screen and (max-width: 640px)" href="./{twin}">\n'
    main = (
        f'{crumb(column)}\n<div class="zwxl-head"><h1 class="zwxl-title">{f.escape(document.title)}</h1></div>\n'
        f'<div class="zwxl-info"><span>日期:{document.published}</span><span class="fsize">大 中 小</span>{f.share_bar()}</div>\n'
        f'{table(document)}\n<div class="zwxl-main" id="zwxl-main"><div class="view TRS_UEDITOR trs_paper_default trs_word">\n'
        f'{f.paragraphs(document, day)}\n</div></div>\n<div class="qrcode" id="qr_container"><p>扫一扫在手机打开当前页</p>'
        '<div id="qrcode"></div></div>'
    )
    return frame(site, day, f"{document.title}_{site.name}", metas, main, alternate)


def twin_path(document: Document) -> str:
    """Where the page for phones is."""
    return document.path.removesuffix(".html") + "_wap.html"


def wap(site: Site, document: Document, day: int) -> str:
    """The same document for phones: little furniture, the same text."""
    metas = [*f.site_metas(site), ("ArticleTitle", document.title), ("PubDate", f.stamp(document))]
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n{f.metas(metas)}\n'
        f'<title>{f.escape(document.title)}</title>\n</head><body>\n<div class="wap-head"><a href="/">{site.name}</a></div>\n'
        f'<h1 class="wap-title">{f.escape(document.title)}</h1><p class="wap-info">日期:{document.published}</p>\n'
        f'<div class="view TRS_UEDITOR trs_paper_default trs_word">\n{f.paragraphs(document, day)}\n</div>\n'
        f'<div class="wap-foot">{site.owner} 版权所有</div></body></html>'
    )


def more(site: Site, day: int) -> Routes:
    """The twin of every document."""
    found: Routes = {}
    for column in site.all_columns(day):
        for document in column.documents:
            if document.there(day) and not document.path.endswith("_wap.html"):
                found[twin_path(document)] = lambda request, it=document: html(wap(site, it, day), it.modified(day))
    return found
