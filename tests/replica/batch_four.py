"""The fourth batch: portals after systems that public crawlers and public source text describe."""

from __future__ import annotations

from tests.replica.batch_parts import (
    FIELDS,
    Portal,
    batch,
    by,
    dated,
    details,
    links,
    made,
    noise,
    others,
    page,
    piece,
    rows,
    usual,
)
from tests.replica.form_parts import answer, detail, triples
from tests.replica.model import Answer, Request


def catalogue_frames() -> Portal:
    """Two frames; a click on the tree in one changes the address of the other."""
    reports = made("/web/openContentsDetail.action?theID=5501", "/web/openContentsDetail.action?theID=5210")
    nodes = (
        '[{id:"71",pId:"0",name:"政策文件"},{id:"88",pId:"0",name:"法治政府建设"},{id:"90",pId:"0",name:"人事信息"}]'
    )
    script = (
        "var setting={data:{simpleData:{enable:true}},callback:{onClick:onClick}};function onClick(event,treeId,treeNode,"
        'clickFlag){$("#theID").val(treeNode.id);window.parent.document.getElementById("rightFrame").src='
        f'"openContentsRight.action?theID="+treeNode.id;}}$(document).ready(function(){{$.fn.zTree.init($("#t"),setting,{nodes});}});'
    )
    frames = (
        '<iframe frameborder="0" src="/web/openCatalogLeft.action" name="leftFrame"></iframe>'
        '<iframe frameborder="0" src="/web/openContentsRight.action?theID=71" name="rightFrame" id="rightFrame"></iframe>'
    )
    table = '<tr><td class="tdl"><a href="{0}">{1}</a></td><td>{2}</td></tr>'
    right = {
        "71": page(f'<table class="csstable">{"".join(table.format(*row) for row in others(8))}</table>'),
        "88": page(
            f'<h3>法治政府建设</h3><table class="csstable"><tr><td>题目</td><td>发布日期</td></tr>{rows(reports, table)}</table>'
        ),
    }
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    return Portal({
        **noise(), "/": usual('<a href="/web/frontOpen.action">信息公开</a>'), "/web/frontOpen.action": page(frames),
        "/web/openCatalogLeft.action": page(f'<ul id="t" class="ztree"></ul><script>{script}</script>'),
        "/web/openContentsRight.action": by("theID", right, "71"), "/web/openContentsDetail.action": by("theID", shown),
    }, reports, ("/web/openContentsRight.action?theID=88",))  # fmt: skip


def node_and_category() -> Portal:
    """One page for all lists, told apart by a node and a category in the query."""
    reports = made("/info/iDetail.jsp?id=40011", "/info/iDetail.jsp?id=38220", "/info/iDetail.jsp?id=31007")
    tree = links(
        ("iList.jsp?node_id=GKnl&cat_id=15971", "法定主动公开内容"), ("iList.jsp?node_id=GKnl&cat_id=15975", "公开指南")
    )
    below = links(*((f"iList.jsp?node_id=GKnl&cat_id={24190 + at}", name)
                    for at, name in enumerate(("机构概况", "行政执法公示", "法治政府建设工作", "财政信息"))))  # fmt: skip
    line = "<dl><dt><a target=_blank href='{0}' >{1}</a></dt><dd>{2}</dd></dl>"
    lists = {
        "15971": page(f"<ul>{tree}</ul><ul>{below}</ul>{''.join(line.format(*row) for row in others(9))}"),
        "24192": page(f"<ul>{tree}</ul><ul>{below}</ul>{rows(reports, line)}<p>共3条记录 第1/1页</p>"),
        "24191": page(f"<ul>{tree}</ul><ul>{below}</ul>{''.join(line.format(*row) for row in others(4, 60))}"),
    }
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    return Portal({
        **noise(), "/": usual('<a href="/info/iIndex.jsp?node_id=GKnl">政府信息公开</a>'),
        "/info/iIndex.jsp": page(f"<ul>{tree}</ul>"), "/info/iList.jsp": by("cat_id", lists, "15971"),
        "/info/iDetail.jsp": by("id", shown),
    }, reports, ("/info/iList.jsp?node_id=GKnl&cat_id=24192",))  # fmt: skip


def public_aspx() -> Portal:
    """ASP.NET pages with a number for each column and an empty keyword in each address."""
    reports = made("/InfoPublicDetail.aspx?id=7120", "/InfoPublicDetail.aspx?id=6044")
    names = (
        "机构设置",
        "规划信息",
        "就业创业",
        "预算决算",
        "建议提案",
        "双随机",
        "法治政府建设年度报告",
        "收费项目",
        "政府信息公开年报",
    )
    menu = links(*((f"InfoPublic.aspx?cid={370 + at}&pid=971&page=1&kw=", name) for at, name in enumerate(names)))
    line = '<p><a href="{0}">{1}</a><em>[{2}]</em></p>'
    frame = "<div class='left'><ul>{}</ul></div><div class='info-list'>{}</div>"
    lists = {
        "376": page(frame.format(menu, rows(reports, line))),
        "370": page(frame.format(menu, "".join(line.format(*row) for row in others(7)))),
    }
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    return Portal({
        **noise(), "/": usual('<a href="InfoPublic.aspx?pid=971">政务公开</a>'),
        "/InfoPublic.aspx": by("cid", lists, "370"), "/InfoPublicDetail.aspx": by("id", shown),
    }, reports, ("/InfoPublic.aspx?cid=376&pid=971&page=1&kw=",))  # fmt: skip


def table_of_items() -> Portal:
    """The catalogue of items to be published is a table; the link beside an item says only where to click."""
    reports = made("/22560/43492/content_3139138.html", "/22560/43492/content_2139138.html")
    items = (("行政许可", "/22560/43480/index.html"), ("法治政府建设年度报告", "/22560/43492/index.html"),
             ("政府信息公开年度报告", "/xxgknb/"), ("财政预算", "/22560/43499/index.html"))  # fmt: skip
    table = "".join(
        f"<tr><td>{name}</td><td>政务公开</td><td>依据《条例》第二十条</td><td>政府网站</td><td>20个工作日</td>"
        f'<td><a href="{url}">链接地址</a></td></tr>' for name, url in items
    )  # fmt: skip
    head = "<tr><th>事项名称</th><th>类别</th><th>公开依据</th><th>渠道</th><th>时限</th><th>查看</th></tr>"
    return Portal({
        **noise(), "/": usual('<a href="/zwgk/index.html">政务公开</a>'),
        "/zwgk/index.html": page(links(("/zwgk/sxml/index.html", "政府信息主动公开事项目录"), ("/xxgknb/", "信息公开年报"))),
        "/zwgk/sxml/index.html": page(f"<p>现将主动公开事项目录公布如下。</p><table>{head}{table}</table>"),
        "/22560/43492/index.html": page(f"<div>{rows(reports, '<p><a href={0}>{1}</a> {2}</p>')}</div>"),
        "/22560/43480/index.html": page(dated(others(5))), "/22560/43499/index.html": page(dated(others(5, 50))),
        **details(reports),
    }, reports, ("/22560/43492/index.html",))  # fmt: skip


def guid_folders() -> Portal:
    """A site of 2010: GBK, capital tags, tables, addresses that end in a GUID."""
    a, b = "/xxgk-info/0b7c1b99-8251-4863-b626-1b3282aadb02", "/xxgk-info/7d1e55aa-1121-4bd3-9c77-55a01f0cbb10"
    reports, where = made(a, b), "/xxgk-fzzf/ec9c1b99-8251-4863-b626-1b3282aadb02"
    line = "<TR><TD HEIGHT=26>·<A HREF={0} TARGET=_blank>{1}</A></TD><TD ALIGN=right>{2}</TD></TR>"
    cell = '<TABLE><TR><TD HEIGHT="26"><A HREF="http://HOST{0}" TARGET="_blank">&nbsp;{1}</A></TD></TR></TABLE>'
    menu = links(("/xxgk-gkml/7a", "政府信息公开目录"), ("/xxgk-xxgknb", "政府信息公开年报"), form=cell)
    tree = links(("/xxgk-jgzn/1a", "机构职能"), (where, "依法行政"), ("/xxgk-rsxx/3a", "人事信息"), form=cell)

    def old(body: str):  # type: ignore[no-untyped-def]
        text = f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>宁岭</TITLE></HEAD><BODY>{body}</BODY></HTML>'
        return lambda request: Answer(text.encode("gbk"), content_type="text/html")

    return Portal({
        **noise(), "/": old(menu), "/xxgk-gkml/7a": old(tree), "/xxgk-xxgknb": old("<P>年报</P>"),
        where: old(f"<TABLE>{rows(reports, line)}</TABLE>"),
        "/xxgk-jgzn/1a": old("<P>职能</P>"), "/xxgk-rsxx/3a": old("<P>人事</P>"), **details(reports),
    }, reports, (where,))  # fmt: skip


def among_yearly_reports() -> Portal:
    """A column of all kinds of yearly reports, in which those looked for stand on the second page."""
    kinds = ("政府信息公开工作年度报告", "行政执法统计年报", "政府网站工作年度报表", "国民经济统计公报", "部门决算公开",
             "行政复议年度分析报告", "安全生产年报", "残疾人事业发展统计年报")  # fmt: skip
    other = [(f"/nlx/c112290/202604/c01_{8000 + at}.shtml", f"宁岭县{2025 - at // 8}年{kinds[at % 8]}", f"2026-04-{28 - at:02}")
             for at in range(22)]  # fmt: skip
    reports = made("/nlx/c112290/202603/c01_7810.shtml", "/nlx/c112290/202503/c01_6620.shtml")
    first, second = other[:15], [*triples(reports)[:1], *other[15:], *triples(reports)[1:]]

    def listing(part: list[tuple[str, str, str]], number: int) -> str:
        call = f"createPageHTML('page_div',2,{number},'list','shtml',24);"
        return f'<ul class="zlist">{dated(part)}</ul><div id="page_div"></div><script>{call}</script>'

    return Portal({
        **noise(), "/": usual('<a href="/nlx/zwgk/zwgk.shtml">政务公开</a>'),
        "/nlx/zwgk/zwgk.shtml": page(links(("/nlx/c112287/list.shtml", "通知公告"), ("/nlx/c112290/list.shtml", "年度报告"))),
        "/nlx/c112287/list.shtml": page(dated(others(15))),
        "/nlx/c112290/list.shtml": page(listing(first, 1)), "/nlx/c112290/list_2.shtml": page(listing(second, 2)),
        **details(reports),
    }, reports, ("/nlx/c112290/list.shtml",))  # fmt: skip


def application_with_ids() -> Portal:
    """One page and a script; the menu's nodes have ids that the list's service takes, the documents are pages."""
    reports = made("/content/6620.html", "/content/5510.html")
    tree = [
        {
            "id": 3,
            "name": "政务公开",
            "children": [{"id": 31, "name": "机构职能"}, {"id": 35, "name": "法治政府建设年度报告"}],
        }
    ]
    script = (
        '!function(){var e={getTree:function(){return r.get("/cms-api/column/tree")},getPage:function(t){return r.get('
        '"/cms-api/content/page",{params:{columnId:t.id,pageNum:1,pageSize:10}})}};new Vue({el:"#app",methods:{open(c){'
        'this.$router.push("/list/"+c.id)}}})}();'
    )

    def listing(request: Request) -> object:
        right = FIELDS(request).get("columnId") == "35"
        data = [{"title": each.title, "publishTime": each.date, "url": each.path} for each in reports]
        return {"code": 200, "data": {"list": data if right else [], "total": 2 if right else 0}}

    return Portal({
        "/": page('<div id="app"></div><script src="/js/app.9f1c.js"></script>'),
        "/js/app.9f1c.js": piece(script, "application/javascript"), "/cms-api/column/tree": answer({"code": 200, "data": tree}),
        "/cms-api/content/page": answer(listing), **details(reports),
    }, reports, ("/", "/cms-api/content/page?columnId=35&pageNum=1&pageSize=10"))  # fmt: skip


def year_by_postback() -> Portal:
    """A list whose year is chosen in a form that posts itself; the first page shows this year's rows."""
    reports = made("/News/View.aspx?id=2201")
    choice = "".join(f"<option value='{year}'>{year}</option>" for year in (2026, 2025, 2024))
    select = f"<select name='ddlYear' onchange=\"javascript:setTimeout('__doPostBack(\\'ddlYear\\',\\'\\')',0)\">{choice}</select>"
    line = "<tr><td><a id='GridView1_ctl02' href='{0}'>{1}</a></td><td>{2}</td></tr>"
    grid = f"<table id='GridView1'>{rows(reports, line)}{''.join(line.format(*row) for row in others(3))}</table>"
    form = f"<form method='post' action='./List.aspx?cid=18'><input type='hidden' name='__VIEWSTATE' value='/wEP'>{select}{grid}</form>"
    return Portal({
        **noise(), "/": usual(links(("/News/List.aspx?cid=11", "工作动态"), ("/News/List.aspx?cid=18", "依法行政"))),
        "/News/List.aspx": by("cid", {"18": page(form), "11": page(dated(others(9)))}),
        "/News/View.aspx": by("id", {"2201": detail(reports[0])}),
    }, reports, ("/News/List.aspx?cid=18",))  # fmt: skip


def frameset() -> Portal:
    """A set of frames, a base address, classic ASP."""
    reports = made("/nlgov/shownews.asp?newsid=881", "/nlgov/shownews.asp?newsid=702")
    base = '<base href="http://HOST/nlgov/">'
    line = "<tr><td>◇ <a href='{0}' title='{1}'>{1}</a></td><td><font color=gray>{2}</font></td></tr>"
    listed = "".join(line.format(each.path.removeprefix("/nlgov/"), each.title, each.date) for each in reports)
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    names = ("政务动态", "公示公告", "法制建设", "法治政府建设情况")
    return Portal({
        "/": piece('<html><head><title>宁岭</title></head><frameset rows="120,*"><frame src="/nlgov/top.asp"><frame src="/nlgov/main.asp"></frameset></html>'),
        "/nlgov/top.asp": page("<img src=logo.gif>"),
        "/nlgov/main.asp": page(links(*((f"class.asp?classid={30 + at}", name) for at, name in enumerate(names)), form="<td><a href='{0}'>{1}</a></td>"), head=base),
        "/nlgov/class.asp": by("classid", {"33": page(f"<table>{listed}</table>", head=base), "30": page(dated(others(8)))}),
        "/nlgov/shownews.asp": by("newsid", shown),
    }, reports, ("/nlgov/class.asp?classid=33",))  # fmt: skip


def picture_map() -> Portal:
    """An entrance with an image map, then a home page of tiles named by pictures alone, whose files say nothing."""
    reports = made("/site/fz/2026/310.html", "/site/fz/2025/208.html")
    tiles = '<a href="/site/gk/"><img src="/t/3.png" title="政务公开"></a><a href="/site/fw/"><img src="/t/4.png" title="办事"></a>'
    return Portal({
        "/": page('<img src="/in.jpg" usemap="#m"><map name="m"><area shape="rect" coords="0,0,900,600" href="/site/"></map>'),
        "/site/": page(tiles), "/site/fw/": page("<p>办事指南</p>"),
        "/site/gk/": page('<a href="/site/zl/"><img src="/t/7.png"></a><dl><dt>专栏</dt><dd><a href="/site/fz/"><span>法治宁岭</span></a></dd></dl>'),
        "/site/zl/": page(dated(others(4))), "/site/fz/": page(dated([*others(3, 20), *triples(reports)])), **details(reports),
    }, reports, ("/site/fz/",))  # fmt: skip


FIRST = batch(
    catalogue_frames, node_and_category, public_aspx, table_of_items, guid_folders, among_yearly_reports,
    application_with_ids, year_by_postback, frameset, picture_map,
)  # fmt: skip
