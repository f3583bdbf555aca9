"""NFCMS (广东省政府网站集约化平台): ``index_2.html`` and the whole column as JSON (seen: www.zc.gov.cn)."""

from __future__ import annotations

import json

from tests.replica import furniture as f
from tests.replica.model import Answer, Column, Document, Handler, Request, Routes, Site
from tests.replica.systems.common import home, pages_of


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 1, documents, one feed per column."""

    def name(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}index.html"]
        return first if number == 0 else [f"{column.path}index_{number + 1}.html"]

    found = home(site, day, "/index.html") | pages_of(site, day, name, listing, detail)
    return found | {f"/postmeta/i/{column.ident}.json": feed(site, column, day) for column in site.all_columns(day)}


def post_id(document: Document) -> str:
    """The number in ``post_<number>.html``; it does not follow time."""
    return document.path.rpartition("_")[2].removesuffix(".html")


def feed(site: Site, column: Column, day: int) -> Handler:
    """The column's static JSON."""

    def answer(request: Request) -> Answer:
        rows = [] if request.mode == "empty_listing" else column.rows(day)
        articles = [
            {
                "id": int(post_id(row)),
                "title": row.title,
                "date": row.published,
                "url": f"{site.scheme}://{site.host}{row.path}",
                "source": row.source,
                "created_at": f.stamp(row),
                "EXT_author": "",
            }
            for row in rows
        ]
        data = {
            "articles": articles,
            "children": [],
            "name": column.name,
            "updated": f"{column.modified(day)} 09:00:00",
        }
        content = json.dumps(data, ensure_ascii=False).encode()
        return Answer(content, content_type="application/json", modified=column.modified(day))

    return answer


def frame(site: Site, day: int, title: str, metas: list[tuple[str, str]], main: str, script: str) -> str:
    """The whole page round ``main``."""
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n{f.metas(metas)}\n<title>{f.escape(title)}</title>\n'
        f"{f.styles(site)}\n{f.scripts(site)}\n<script>{script}</script>\n</head>\n<body>\n{f.header(site, day)}\n"
        '<ul class="elder"><li>长者助手</li><li>无障碍</li></ul>\n'
        f'<div class="main">\n{main}\n</div>\n{f.footer(site)}\n'
        '<script src="//statistics.gd.gov.cn/visit/stat.js"></script>\n</body>\n</html>'
    )


def crumb(column: Column) -> str:
    """当前位置."""
    links = ["/", "/gk/", "/gk/zfxxgk/", "/gk/zfxxgk/fzzfjs/", column.path]
    return f'<div class="position">当前位置:{f.crumbs(column.crumbs, links, " &gt; ")}</div>'


def listing(site: Site, column: Column, number: int, day: int, request: Request) -> str:
    """Rows of link and date with numbered links below."""
    pages = column.pages(day)
    rows = "\n".join(
        f'<li><span class="time">{row.published}</span><a href="{site.scheme}://{site.host}{row.path}" target="_blank" '
        f'title="{f.escape(row.title)}">{f.escape(f.shortened(row.title, 28))}</a></li>'
        for row in pages[number]
    )

    def link(page: int, text: str, kind: str) -> str:
        name = "index.html" if page == 0 else f"index_{page + 1}.html"
        return f'<a class="{kind}" href="{site.scheme}://{site.host}{column.path}{name}">{text}</a>'

    numbers = "".join(
        f'<span class="current">{page + 1}</span>' if page == number else link(page, str(page + 1), "num")
        for page in range(len(pages))
    )
    following = link(number + 1, "下一页", "next") if number + 1 < len(pages) else ""
    last = link(len(pages) - 1, "尾页", "last")
    block = f'<ul class="news_list">\n{rows}\n</ul>\n<div class="page">{link(0, "首页", "first")}{numbers}{following}{last}</div>'
    main = f'{crumb(column)}<div class="con-right"><h2>{column.name}</h2>\n{f.listed(block, request)}</div>'
    script = f'var NFCMS_SITE_ID="{site.facts["site"]}",NFCMS_POST_ID="",NFCMS_CAT_ID="{column.ident}",NFCMS_PUB_TYPE="category";'
    return frame(site, day, f"{column.name}-{site.name}", f.column_metas(site, column), main, script)


def detail(site: Site, column: Column, document: Document, day: int) -> str:
    """A document: date and source, font size, text with its signature, two headings with nothing behind."""
    metas = [
        *f.column_metas(site, column),
        ("ArticleTitle", document.title),
        ("ArticleId", post_id(document)),
        ("PubDate", f.stamp(document)),
        ("ContentSource", document.source),
    ]
    main = (
        f'{crumb(column)}\n<div class="news_cont"><h1 class="news_cont_title">{f.escape(document.title)}</h1>\n'
        f'<div class="news_cont_info">{document.published} 来源: {document.source}<div class="size">【字号: <a data-size="big"></a>'
        '<a data-size="mid"></a><span id="share-1">分享</span></div></div>\n'
        f'<div class="news_cont_d_wrap">\n{f.paragraphs(document, day, "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ")}\n</div>\n'
        '<div class="news_files"><h3>相关附件</h3><ul></ul></div><div class="news_more"><h3>相关新闻</h3><ul></ul></div></div>\n'
        "<script>$('#share-1').share({sites:['wechat','weibo','qq']});</script>"
    )
    script = f'var NFCMS_SITE_ID="{site.facts["site"]}",NFCMS_POST_ID="{post_id(document)}",NFCMS_CAT_ID="{column.ident}",NFCMS_PUB_TYPE="post";'
    return frame(site, day, f"{document.title} - {site.name}", metas, main, script)
