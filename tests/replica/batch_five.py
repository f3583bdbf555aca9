"""The fifth batch: lists of other systems, and menus and pages that bury a column."""

from __future__ import annotations

from tests.replica.batch_parts import (
    FIELDS,
    Portal,
    batch,
    crumbed,
    dated,
    details,
    links,
    made,
    noise,
    others,
    page,
    rows,
    usual,
)
from tests.replica.form_parts import Report, triples
from tests.replica.model import Answer, Request


def records_in_script() -> Portal:
    """Hanweb: the rows stand as records of XML in a script of the column's page."""
    reports = made("/art/2026/3/18/art_5521_90011.html", "/art/2025/3/20/art_5521_80711.html")
    record = '<record><![CDATA[<li><a href="{0}" title="{1}" target="_blank">{1}</a><span>{2}</span></li>]]></record>'
    store = (
        '<div id="33011" class="pages"></div><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/'
        'jpage/dataproxy.jsp?page=1&webid=31&columnid=5521&unitid=33011"></a>]]></nextgroup><recordset>'
        f"{rows(reports, record)}</recordset></datastore></script>"
    )
    menu = links(
        ("/col/col5510/index.html", "机构概况"),
        ("/col/col5521/index.html", "法治政府建设"),
        ("/col/col5530/index.html", "财政资金"),
    )
    return Portal({
        **noise(), "/": usual('<a href="/col/col5500/index.html">政务公开</a>'), "/col/col5500/index.html": page(menu),
        "/col/col5521/index.html": page(f"{menu}{store}"), "/col/col5510/index.html": page("<p>概况</p>"),
        "/col/col5530/index.html": page(dated(others(5))), **details(reports),
    }, reports, ("/col/col5521/index.html",))  # fmt: skip


def window_of_records() -> Portal:
    """The rows are asked for by POST as a window of records, and come as XML."""
    reports = made("/art/2026/3/18/art_71_9001.html", "/art/2025/3/20/art_71_8071.html")
    record = "<record><![CDATA[<tr><td><a href='{0}'>{1}</a></td><td>{2}</td></tr>]]></record>"
    script = (
        'var col="71";$.post("/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=45&perpage=15",{col:1,appid:1,webid:12,'
        "path:'/',columnid:col,sourceContentType:1,unitid:4401,webname:'宁岭县人民政府',permissiontype:0},function(x){show(x)})"
    )

    def served(request: Request) -> Answer:
        right = FIELDS(request).get("columnid") == "71" and request.method == "POST"
        text = f"<datastore><totalrecord>2</totalrecord><recordset>{rows(reports, record) if right else ''}</recordset></datastore>"
        return Answer(text.encode(), content_type="text/xml; charset=utf-8")

    return Portal({
        **noise(), "/": usual(links(("/col/col70/index.html", "政策文件"), ("/col/col71/index.html", "法治政府建设年度报告"))),
        "/col/col71/index.html": page(f'<div id="list"></div><script>{script}</script>'), "/col/col70/index.html": page(dated(others(6))),
        "/module/web/jpage/dataproxy.jsp": served, **details(reports),
    }, reports, ("/col/col71/index.html",))  # fmt: skip


def other_contents() -> Portal:
    """No name of the way speaks of the reports: disclosure, contents by law, other."""
    reports = made(
        "/zfxxgk/fdzdgknr/qtfdxx/202603/t20260317_71.html", "/zfxxgk/fdzdgknr/qtfdxx/202503/t20250319_66.html"
    )
    names = (
        "履职依据",
        "机构职能",
        "规划信息",
        "统计信息",
        "行政许可",
        "处罚强制",
        "预算决算",
        "收费项目",
        "政府采购",
        "重大项目",
        "民生领域",
        "应急管理",
        "建议提案",
    )
    tree = "".join(f'<li><a href="/zfxxgk/fdzdgknr/c{at}/">{name}</a></li>' for at, name in enumerate(names))
    tree += '<li><a href="/zfxxgk/fdzdgknr/qtfdxx/">其他法定信息</a></li>'
    some = {f"/zfxxgk/fdzdgknr/c{at}/": page(f"<ul>{tree}</ul>{dated(others(4, 10 * at))}") for at in range(len(names))}
    return Portal({
        **noise(), **some, "/": usual('<a href="/zfxxgk/">政府信息公开</a>'),
        "/zfxxgk/": page(links(("/zfxxgk/zn/", "政府信息公开指南"), ("/zfxxgk/zd/", "政府信息公开制度"), ("/zfxxgk/fdzdgknr/", "法定主动公开内容"), ("/xxgknb/", "政府信息公开年报"))),
        "/zfxxgk/fdzdgknr/": page(f"<ul>{tree}</ul>"),
        "/zfxxgk/fdzdgknr/qtfdxx/": page(f"<ul>{tree}</ul>{dated([*others(3, 500), *triples(reports)])}"), **details(reports),
    }, reports, ("/zfxxgk/fdzdgknr/qtfdxx/",))  # fmt: skip


def blocks_with_more() -> Portal:
    """A section page of blocks, each with its newest rows and a picture that says more."""
    reports = made("/zdly/fz/202603/81.html", "/zdly/fz/202503/71.html", "/zdly/fz/202403/61.html")
    block = '<div class="box"><div class="tit"><span>{0}</span><a href="{1}"><img src="/more.gif"></a></div>{2}</div>'
    blocks = block.format("财政信息", "/zdly/cz/", dated(others(4))) + block.format(
        "法治政府", "/zdly/fz/", dated(triples(reports[:1]))
    )
    blocks += block.format("安全生产", "/zdly/aq/", dated(others(4, 60)))
    return Portal({
        **noise(), "/": usual('<a href="/zdly/">重点领域</a>'), "/zdly/": page(blocks),
        "/zdly/cz/": page(dated(others(9))), "/zdly/aq/": page(dated(others(9, 60))), "/zdly/fz/": page(dated(triples(reports))),
        **details(reports),
    }, reports, ("/zdly/fz/", "/zdly/"))  # fmt: skip


def menu_in_gbk() -> Portal:
    """The menu stands in a script file in GBK that does not say so, on pages in GBK."""
    reports = made("/gb/fz/11.htm", "/gb/fz/10.htm")
    script = "document.write(\"<td class='m' onmouseover='s(this)'><a href='/gb/gk.htm'>政务公开</a></td><td><a href='/gb/fz.htm'>依法行政</a></td>\");"
    old = "<html><head><meta http-equiv='content-type' content='text/html;charset=gbk'><title>宁岭</title></head><body><script language=javascript src=/gb/top.js></script>{}</body></html>"

    def page_of(body: str):  # type: ignore[no-untyped-def]
        return lambda request: Answer(old.format(body).encode("gbk"), content_type="text/html")

    return Portal({
        "/": page_of("<p>欢迎</p>"), "/gb/gk.htm": page_of(dated(others(5))), "/gb/fz.htm": page_of(dated(triples(reports))),
        "/gb/top.js": lambda request: Answer(script.encode("gbk"), content_type="application/x-javascript"), **details(reports),
    }, reports, ("/gb/fz.htm",))  # fmt: skip


def agencies_as_rows() -> Portal:
    """Below the heading of a year stand the names of the agencies alone."""
    agencies = ("县教育局", "县司法局", "县水利局", "县林业局")
    reports = tuple(
        Report(f"/zt/fzbg/{year}/{at}.html", f"宁岭{name}", year)
        for year in (2025, 2024)
        for at, name in enumerate(agencies)
    )
    listed = ""
    for year in (2025, 2024):
        own = [each for each in reports if each.year == year]
        listed += f"<h3>{year}年度</h3><ul>{''.join(f'<li><a href={each.path}>{each.agency[2:]}</a></li>' for each in own)}</ul>"
    return Portal({
        **noise(), "/": usual('<a href="/zt/">专题专栏</a>'),
        "/zt/": page(links(("/zt/dxxx/", "党史学习"), ("/zt/fzbg/", "法治政府建设年度报告公开"), ("/zt/yshj/", "优化营商环境"))),
        "/zt/dxxx/": page(dated(others(5))), "/zt/yshj/": page(dated(others(5, 50))), "/zt/fzbg/": page(listed), **details(reports),
    }, reports, ("/zt/fzbg/",))  # fmt: skip


def article_of_links() -> Portal:
    """An announcement among the notices whose text holds the links to all agencies' reports."""
    agencies = ("县教育局", "县司法局", "县水利局", "县林业局", "县财政局")
    reports = tuple(Report(f"/gg/bg/{at}.html", f"宁岭{name}", 2025) for at, name in enumerate(agencies))
    text = "".join(f'<p>{at + 1}.<a href="{each.path}">{each.title}</a></p>' for at, each in enumerate(reports))
    head = "关于宁岭县各部门2025年度法治政府建设年度报告公开情况的公告"
    article = page(f"<h1>{head}</h1><p>发布时间：2026-03-30</p><p>按照要求，现将各部门报告公布如下：</p>{text}", head)
    notices = [*others(8, 100), ("/gg/202603/5001.html", head, "2026-03-30"), *others(5, 140)]
    return Portal({
        **{path: made for path, made in noise().items() if path != "/tzgg/"}, "/": usual('<a href="/gg/">通知公告</a>'),
        "/gg/": page(dated(notices)), "/gg/202603/5001.html": article, **details(reports),
    }, reports, ("/gg/202603/5001.html", "/gg/"))  # fmt: skip


def search_alone() -> Portal:
    """Nothing of the menu leads there; the portal's search does, and the breadcrumb of what it finds."""
    reports = made("/content/2026/3301.html", "/content/2025/3102.html")

    def found(request: Request) -> Answer:
        hits = rows(reports, '<div class="hit"><a href="{0}"><em>法治政府建设</em> {1}</a><p>{2}</p></div>')
        return page(hits if "法治" in FIELDS(request).get("keywords", "") else "<p>没有结果</p>")(request)

    form = '<form action="/search.html" method="get"><input type="text" name="keywords"><input type="submit" value="搜索"></form>'
    crumb = '<div>当前位置：<a href="/">首页</a> > <a href="/ch/118.html">法治建设</a> > 正文</div>'
    return Portal({
        **noise(), "/": usual(links(("/ld/", "领导之窗"), ("/tzgg/", "通知公告")), form), "/ld/": page("<p>县长</p>"), "/search.html": found,
        "/ch/118.html": page(dated(triples(reports))), **{each.path: crumbed(each, crumb) for each in reports},
    }, reports, ("/ch/118.html",))  # fmt: skip


def posted_by_attribute() -> Portal:
    """A click on a category posts its attribute together with a hidden field."""
    reports = made("/xxgk/show/9101.html", "/xxgk/show/8101.html")
    cats = "".join(
        f'<li><a href="javascript:;" data-cat="17{at:02}">{name}</a></li>'
        for at, name in enumerate(("概况", "文件", "法治政府建设", "人事"))
    )
    script = (
        "$('.cat a').click(function(){var c=$(this).attr('data-cat');$.post('/xxgk/list.do',{catId:c,orgId:$('#orgId').val(),page:1},"
        "function(d){$('#l').html(d)})});"
    )

    def served(request: Request) -> Answer:
        asked = FIELDS(request)
        right = asked.get("catId") == "1702" and asked.get("orgId") == "o7" and request.method == "POST"
        return page(dated(triples(reports) if right else others(4)))(request)

    body = f'<input type="hidden" id="orgId" value="o7"><ul class="cat">{cats}</ul><div id="l"></div><script>{script}</script>'
    return Portal({
        **noise(), "/": usual('<a href="/xxgk/">信息公开</a>'), "/xxgk/": page(body), "/xxgk/list.do": served, **details(reports),
    }, reports, ("/xxgk/", "/xxgk/list.do"))  # fmt: skip


FIRST = batch(
    records_in_script, window_of_records, other_contents, blocks_with_more, menu_in_gbk, agencies_as_rows, article_of_links,
    search_alone, posted_by_attribute,
)  # fmt: skip
