"""TRS WCM as Wuhan's portals dress it (seen: www.jianghan.gov.cn and the city's portal)."""

from __future__ import annotations

from tests.replica import furniture as f
from tests.replica.model import Column, Document, Request, Routes, Site
from tests.replica.systems.common import pager
from tests.replica.systems.trs_chongqing import relative


def frame(site: Site, day: int, title: str, metas: list[tuple[str, str]], main: str, charset: str = "utf-8") -> str:
    """The whole page round ``main``."""
    leave = f.leave_layer(f"您访问的链接即将离开“{site.name}”门户网站,是否继续?")
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n{f.metas(metas)}\n'
        f"<title>{f.escape(title)}</title>\n{f.styles(site)}\n{f.scripts(site)}\n</head>\n<body>\n{f.header(site, day)}\n"
        f'<div class="main">\n{main}\n</div>\n{f.footer(site)}\n{leave}\n</body>\n</html>'
    )


def crumb(column: Column) -> str:
    """当前位置."""
    links = ["/", "/zfxxgk/", "/zfxxgk/fdzdgknr/"]
    return f'<div class="crumb">当前位置:{f.crumbs(column.crumbs, links, " &gt; ")}</div>'


def written_row(row: Document, link: str) -> str:
    """A row that an inline script writes."""
    return (
        '<li class="list-item"><script type="text/javascript">\n'
        f"var url={f.script_string(link)};\nvar title={f.script_string(row.title)};\n"
        "var shown=title.length>34?title.substring(0,34)+'...':title;\n"
        "document.write('<a href=\"'+url+'\" target=\"_blank\" title=\"'+title+'\">'+shown+'</a>');\n"
        f'document.write(\'<span class="time">\');\ndocument.writeln("{row.published} {row.time[:5]}");\n'
        "document.write('</span>');\n</script></li>"
    )


def plain_row(row: Document, link: str) -> str:
    """A row in the page itself, its date behind a script."""
    shown = f.slashed(row.published, "{0.year}年{0.month:02}月{0.day:02}日")
    return (
        f'<li class="list-item"><a href="{link}" target="_blank" title="{f.escape(row.title)}">{f.escape(f.shortened(row.title, 30))}</a>'
        f'<span class="time"><script>var fileNum="";if(fileNum!=""){{document.write("〔"+fileNum+"〕");}}</script>{shown}</span></li>'
    )


def listing(site: Site, column: Column, number: int, day: int, request: Request) -> str:
    """Both kinds of rows on one page."""
    pages = column.pages(day)
    rows = []
    for place, row in enumerate(pages[number]):
        write = written_row if place % 3 == 0 else plain_row
        rows.append(write(row, relative(row.path, column.path)))
        if place % 5 == 4:
            rows.append('<li class="empty"></li>')
    block = (
        f'<ul class="info-list">\n{chr(10).join(rows)}\n</ul>\n<div class="page"><script type="text/javascript">'
        f'createPageHTML({len(pages)}, {number}, "index", "shtml");</script></div>'
    )
    main = f'{crumb(column)}\n<div class="right-list"><h2>{column.name}</h2>\n{f.listed(block, request)}</div>'
    return frame(site, day, f"{column.name}-{site.name}", f.column_metas(site, column), main)


def table(document: Document) -> str:
    """The metadata table with its spaced labels."""
    return (
        '<table class="xxgk-table" border="1"><tbody>'
        f"<tr><td>文 号</td><td>{document.facts.get('doc_number') or '无'}</td><td>发文日期</td><td>{document.published} {document.time[:5]}</td></tr>"
        f"<tr><td>发布机构</td><td>{document.issuer}</td><td>有 效 性</td><td>有效</td></tr>"
        f'<tr><td>标 题</td><td colspan="3">{f.escape(document.title)}</td></tr></tbody></table>'
    )


def detail(site: Site, column: Column, document: Document, day: int) -> str:
    """A document: table, title again, text, and an attachment label that stays when there is nothing to attach."""
    source = document.source
    metas = [
        *f.column_metas(site, column),
        ("ArticleTitle", document.title),
        ("PubDate", f.stamp(document)),
        ("ContentSource", source),
    ]
    info = (
        f'<div class="article-info">字号 : <a>大</a>|<a>小</a></div><div class="article-info">发布时间:{document.published} {document.time[:5]} | 来源:{source}</div>'
        if source
        else ""
    )
    main = (
        f'{crumb(column)}\n<div class="article"><h3>政府信息公开</h3>\n{table(document)}\n<h1 class="article-title">{f.escape(document.title)}</h1>\n'
        f'{info}<div class="article-box" id="Zoom"><div class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web">\n'
        f'{f.paragraphs(document, day, "&nbsp;&nbsp;&nbsp; ")}\n</div></div>\n<div class="attachment"><div class="attachment_l">附件:</div>'
        f'<div class="attachment_r"></div></div>\n{f.share_bar()}{pager(column, document, day)}\n'
        f'<div class="print"><a href="javascript:window.print()">[ 打印 ]</a><a href="javascript:window.close()">[ 关闭 ]</a>'
        f"<span>浏览次数:{f.visits(document.path, day)}</span></div></div>"
    )
    charset = "gb2312" if document.encoding != "utf-8" else "utf-8"
    return frame(site, day, document.title, metas, main, charset)


def more(site: Site, day: int) -> Routes:
    """Nothing beside listings and documents."""
    return {}
