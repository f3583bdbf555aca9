"""The rest of the sixth batch: rows that stand in attributes, states, XML, viewers, and behind clicks."""

from __future__ import annotations

import json
from html import escape

from tests.replica.batch_parts import (
    Portal,
    batch,
    by,
    dated,
    details,
    filed,
    links,
    made,
    noise,
    others,
    page,
    piece,
    rows,
    usual,
)
from tests.replica.form_parts import COLUMN, detail, triples


def clicked_rows() -> Portal:
    """A table whose rows are clicked as a whole."""
    reports = made("/pub/view.do?id=3301", "/pub/view.do?id=2208")
    line = "<tr onclick=\"view(this,'{0}')\"><td>{0}</td><td>{1}</td><td>{2}</td></tr>"
    table = "".join(line.format(each.path.partition("=")[2], each.title, each.date) for each in reports)
    head = "<tr><th>索引号</th><th>信息名称</th><th>生成日期</th></tr>"
    script = "function view(o,id){o.className='v';window.location='/pub/view.do?id='+id;}"
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    return Portal({
        **noise(), "/": usual('<a href="/pub/index.do">信息公开目录</a>'),
        "/pub/index.do": page(links(("/pub/list.do?c=11", "概况信息"), ("/pub/list.do?c=19", "法治政府建设"))),
        "/pub/list.do": by("c", {"19": page(f"<table>{head}{table}</table><script>{script}</script>"), "11": page("<p>概况</p>")}),
        "/pub/view.do": by("id", shown),
    }, reports, ("/pub/list.do?c=19",))  # fmt: skip


def state_of_application() -> Portal:
    """The server leaves the rows in the page as the state of its application."""
    reports = made("/article/8801", "/article/7702")
    data = [
        {"articleId": int(each.path.rpartition("/")[2]), "articleTitle": each.title, "pubTime": f"{each.date} 08:30:00"}
        for each in reports
    ]
    state = json.dumps({"data": [{"channel": {"name": COLUMN}, "list": data}]}, ensure_ascii=False)
    body = '<div id="__nuxt"></div><script>window.__NUXT__={}</script><script src="/_nuxt/list.js"></script>'
    script = 'export default{render(h){return this.list.map(a=>h("a",{attrs:{href:"/article/"+a.articleId}},a.articleTitle))}}'
    return Portal({
        **noise(), "/": usual(links(("/channel/zcwj", "政策文件"), ("/channel/fzzf", "法治政府建设"))),
        "/channel/fzzf": page(body.replace("{}", state)), "/channel/zcwj": page(dated(others(5))),
        "/_nuxt/list.js": piece(script, "application/javascript"), **details(reports),
    }, reports, ("/channel/fzzf",))  # fmt: skip


def rows_in_attribute() -> Portal:
    """The rows stand as JSON in an attribute of the element that a script fills."""
    reports = made("/z/fz/21.html", "/z/fz/20.html")
    data = [{"title": each.title, "url": each.path, "date": each.date} for each in reports]
    body = f'<div class="list" data-list="{escape(json.dumps(data, ensure_ascii=False))}"></div><script src="/js/fill.js"></script>'
    return Portal({
        **noise(), "/": usual('<a href="/z/fz.html">法治政府建设报告</a>'), "/z/fz.html": page(body),
        "/js/fill.js": piece("$('.list').each(function(){var d=$(this).data('list');})", "application/javascript"), **details(reports),
    }, reports, ("/z/fz.html",))  # fmt: skip


def list_in_xml() -> Portal:
    """The list is a file of XML that a script asks for."""
    reports = made("/x/fz/5.html", "/x/fz/4.html")
    items = rows(reports, "<item><title>{1}</title><link>{0}</link><pubDate>{2}</pubDate></item>")
    script = '$.ajax({url:"/x/data/fz_list.xml",dataType:"xml",success:function(x){$(x).find("item").each(draw)}});'
    return Portal({
        **noise(), "/": usual('<a href="/x/fz.html">法治政府建设</a>'), "/x/fz.html": page(f'<ul id="l"></ul><script>{script}</script>'),
        "/x/data/fz_list.xml": piece(f'<?xml version="1.0" encoding="utf-8"?><rss><channel>{items}</channel></rss>', "text/xml"), **details(reports),
    }, reports, ("/x/fz.html", "/x/data/fz_list.xml"))  # fmt: skip


def in_a_viewer() -> Portal:
    """Rows lead to a viewer that is told the file in its query: the report is the file."""
    reports = made("/up/2026/fz.pdf", "/up/2025/fz.pdf")
    viewer = page('<div id="viewer"></div><script src="/pdfjs/build/pdf.js"></script>')
    listed = dated([(f"/pdfjs/web/viewer.html?file={each.path}", each.title, each.date) for each in reports])
    return Portal({
        **noise(), "/": usual('<a href="/gk/fzbg/">法治政府建设年度报告</a>'), "/gk/fzbg/": page(listed), "/pdfjs/web/viewer.html": viewer,
        **{each.path: filed(each) for each in reports},
    }, reports, ("/gk/fzbg/",))  # fmt: skip


def picture_without_name() -> Portal:
    """A picture without a word leads to the column; its folder's name is all that tells."""
    reports = made("/fzzfjsndbg/202603/t20260311_1.html", "/fzzfjsndbg/202503/t20250312_1.html")
    pictures = "".join(
        f'<a href="/{slug}/"><img src="/i/{at}.jpg"></a>' for at, slug in enumerate(("yshj", "fzzfjsndbg", "xczx"))
    )
    return Portal({
        **noise(), "/": usual("", f"<div>{pictures}</div>"), "/yshj/": page(dated(others(5))), "/xczx/": page(dated(others(5, 40))),
        "/fzzfjsndbg/": page(dated(triples(reports))), **details(reports),
    }, reports, ("/fzzfjsndbg/",))  # fmt: skip


def other_scheme() -> Portal:
    """Links are written in full, with the other scheme and without www."""
    reports = made("/s/fz/71.html", "/s/fz/66.html")
    menu = links(("https://HOST/s/xw/", "新闻"), ("//HOST/s/fz/", "依法行政"), form='<a href="{0}">{1}</a>')
    return Portal({
        **noise(), "/": usual(menu), "/s/xw/": page(dated(others(6))), "/s/fz/": page(dated(triples(reports))), **details(reports),
    }, reports, ("/s/fz/",))  # fmt: skip


def delegated_rows() -> Portal:
    """A click anywhere on a row opens what its attribute names."""
    reports = made("/detail/9101.html", "/detail/8044.html", "/detail/7001.html")
    line = '<div class="item" data-id="{0}"><p>{1}</p><span>{2}</span></div>'
    listed = "".join(line.format(each.path[8:12], each.title, each.date) for each in reports)
    script = "$(document).on('click','.item',function(){window.open('/detail/'+$(this).data('id')+'.html')});"
    return Portal({
        **noise(), "/": usual('<a href="/zwgk/">政务公开</a>'), "/zwgk/": page(links(("/zwgk/a.html", "人事任免"), ("/zwgk/b.html", "法治建设年度报告"))),
        "/zwgk/a.html": page(dated(others(4))), "/zwgk/b.html": page(f"<div>{listed}</div><script>{script}</script>"), **details(reports),
    }, reports, ("/zwgk/b.html",))  # fmt: skip


SECOND = batch(
    clicked_rows, state_of_application, rows_in_attribute, list_in_xml, in_a_viewer, picture_without_name, other_scheme, delegated_rows,
)  # fmt: skip
