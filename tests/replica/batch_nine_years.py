"""The rest of the ninth batch: years that are chosen, feeds and fragments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.replica.batch_nine import JQUERY
from tests.replica.batch_parts import (
    FIELDS,
    Portal,
    batch,
    dated,
    details,
    links,
    made,
    noise,
    others,
    page,
    piece,
    usual,
)
from tests.replica.form_parts import OWNER, answer, triples
from tests.replica.model import Answer, Request


def chosen_year() -> Portal:
    """The years stand in a select; the list of each is a fragment that the service gives for category and year."""
    reports = made("/ndbg/t/5512.html", "/ndbg/t/4401.html", "/ndbg/t/3307.html")
    text = """function load(){$.post('/xxgk/ndbg/query.do',{catId:'3301',year:$('#year').val()},function(html){$('#box').html(html)},'html')}
    $(function(){load();$('#year').change(load)});"""
    options = "".join(f'<option value="{year}">{year}年</option>' for year in (2025, 2024, 2023))
    by_year = {str(each.year): dated(triples([each])) for each in reports}
    menu = "".join(
        f"<li onclick=\"goto('{at}')\">{name}</li>"
        for at, name in (("3300", "机构职能"), ("3301", "法治政府建设年度报告"), ("3302", "人事任免"))
    )
    jump = "<script>function goto(id){location.href='/xxgk/cat/'+id+'.html'}</script>"

    def served(request: Request) -> Answer:
        fields = FIELDS(request)
        right = fields.get("catId") == "3301" and request.method == "POST"
        return Answer((by_year.get(fields.get("year", ""), "<p>暂无信息</p>") if right else "").encode())

    body = f'{JQUERY}<ul>{menu}</ul>{jump}年份：<select id="year">{options}</select><div id="box"></div><script>{text}</script>'
    return Portal({
        **noise(), "/": usual('<a href="/xxgk/">信息公开</a>'), "/xxgk/": page(f"<ul>{menu}</ul>{jump}"), "/xxgk/cat/3300.html": page("<p>职能</p>"),
        "/xxgk/cat/3302.html": page(dated(others(6))), "/xxgk/cat/3301.html": page(body), "/xxgk/ndbg/query.do": served, **details(reports),
    }, reports, ("/xxgk/cat/3301.html",))  # fmt: skip


def posted_years() -> Portal:
    """ASP.NET: the years in a select that sends the form back; the page shows the newest year alone."""
    reports = made("/View.aspx?id=8021", "/View.aspx?id=7033", "/View.aspx?id=6120")

    def listed(request: Request) -> Answer:
        fields = FIELDS(request)
        year = fields.get("ddlYear", "2025") if fields.get("__VIEWSTATE", "").startswith("/wEPDwUK") else "2025"
        options = "".join(
            f'<option {"selected=selected " if str(at) == year else ""}value="{at}">{at}</option>' for at in (2025, 2024, 2023)
        )  # fmt: skip
        rows = "".join(
            f'<tr><td><a href="View.aspx?id={each.path[-4:]}" target="_blank">{each.title}</a></td><td>{each.date}</td></tr>'
            for each in reports if str(each.year) == year
        )  # fmt: skip
        form = (
            '<form method="post" action="./List.aspx?lm=27" id="form1"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""/>'
            '<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value=""/>'
            f'<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK{year}kZGQ="/>'
            "<script>function __doPostBack(t,a){var f=document.forms['form1'];f.__EVENTTARGET.value=t;f.__EVENTARGUMENT.value=a;f.submit();}</script>"
            f"年度：<select name=\"ddlYear\" id=\"ddlYear\" onchange=\"javascript:setTimeout('__doPostBack(\\'ddlYear\\',\\'\\')', 0)\">{options}</select>"
            f'<table id="gv">{rows}</table></form>'
        )
        return page(form)(request)

    def shown(request: Request) -> Answer:
        wanted = {each.path.partition("=")[2]: each for each in reports}.get(FIELDS(request).get("id", ""))
        return details([wanted])["/View.aspx"](request) if wanted else Answer(b"<h1>404</h1>", 404)

    def lists(request: Request) -> Answer:
        return listed(request) if FIELDS(request).get("lm") == "27" else page(dated(others(8)))(request)

    menu = links(
        ("/List.aspx?lm=21", "工作动态"), ("/List.aspx?lm=24", "政策法规"), ("/List.aspx?lm=27", "法治政府建设")
    )
    return Portal({
        **noise(), "/": usual('<a href="/Gk.aspx">信息公开</a>'), "/Gk.aspx": page(menu), "/List.aspx": lists, "/View.aspx": shown,
    }, reports, ("/List.aspx?lm=27",))  # fmt: skip


def column_feed() -> Portal:
    """Rows in a file of XML that is named by the column's number; the menu comes as JSON."""
    reports = made("/content/2026-03/18/c_1310.html", "/content/2025-03/12/c_1140.html")
    nav = "$.getJSON('/json/nav.json',function(d){var h='';$.each(d,function(i,n){h+='<a href=\"'+n.url+'\">'+n.name+'</a>'});$('#nav').html(h)});"
    text = """$.ajax({url:'/xml/'+colId+'.xml',dataType:'xml',success:function(xml){var h='';$(xml).find('item').each(function(){var t=$(this);
    h+='<li><a href="'+t.find('link').text()+'">'+t.find('title').text()+'</a><span>'+t.find('pubDate').text()+'</span></li>'});$('#list').html(h)}});"""

    def feed(found: Sequence[tuple[str, str, str]]) -> str:
        items = "".join(
            f"<item><title><![CDATA[{t}]]></title><link>{u}</link><pubDate>{d}</pubDate></item>" for u, t, d in found
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><channel><total>{len(found)}</total>{items}</channel>'

    def shell(number: str) -> str:
        return f'{JQUERY}<div id="nav"></div><ul id="list"></ul><script>var colId="{number}";{nav}{text}</script>'

    lists: Mapping[str, Sequence[tuple[str, str, str]]] = {
        "c101": others(9),
        "c102": others(6, 40),
        "c109": triples(reports),
    }
    menu = [
        {"name": name, "url": f"/col/{code}.html"}
        for code, name in zip(lists, ("政务要闻", "政策文件", "法治政府建设报告"), strict=True)
    ]
    shells = {f"/col/{code}.html": page(shell(code)) for code in lists}
    feeds = {f"/xml/{code}.xml": piece(feed(found), "text/xml; charset=utf-8") for code, found in lists.items()}
    return Portal({
        **noise(), **shells, **feeds, "/": page(f'{JQUERY}<div id="nav"></div>{dated(others(6, 900))}<script>{nav}</script>'), "/json/nav.json": answer(menu),
        **details(reports),
    }, reports, ("/col/c109.html",))  # fmt: skip


def labelled_fragment() -> Portal:
    """Anhui: one organ's directory; entries with numbers in their marks, fragments of a label for organ and category."""
    reports = made("/public/6602/10811231.html", "/public/6602/9811000.html")
    text = """function showList(catId,pageIndex){$.ajax({url:"/site/label/8888",type:"GET",dataType:"html",data:{IsAjax:1,dataType:"html",labelName:"publicInfoList",siteId:6793339,organId:6602,
    type:4,catId:catId,pageSize:15,pageIndex:pageIndex,isDate:true,dateFormat:"yyyy-MM-dd",length:50,action:"list",file:"/c2/xxgk/publicInfoList_newest"},success:function(html){$("#xxgk_list").html(html)}})}
    $(".xxgk_tree li[data-catid]").click(function(){showList($(this).attr("data-catid"),1)});showList(catIdNow,1);"""
    names = {"6718734": "政策文件", "6718758": "法治政府建设年度报告", "6718760": "应急管理"}
    tree = "".join(
        f'<li data-catid="{at}"><a href="/public/column/6602?type=4&amp;catId={at}&amp;action=list">{name}</a></li>'
        for at, name in names.items()
    )
    lists = {"6718734": others(9), "6718758": triples(reports), "6718760": others(5, 60)}

    def column(request: Request) -> Answer:
        now = FIELDS(request).get("catId", "6718734")
        body = f'{JQUERY}<ul class="xxgk_tree">{tree}</ul><div id="xxgk_list"></div><script>var catIdNow="{now}";{text}</script>'
        return page(body, f"{names.get(now, '')}_{OWNER}")(request)

    def label(request: Request) -> Answer:
        fields = FIELDS(request)
        right = (
            fields.get("organId") == "6602"
            and fields.get("labelName") == "publicInfoList"
            and fields.get("siteId") == "6793339"
        )
        return Answer((dated(lists.get(fields.get("catId", ""), [])) if right else "").encode())

    return Portal({
        **noise(), "/": usual('<a href="/public/column/6602?type=2">政府信息公开</a>'), "/public/column/6602": column, "/site/label/8888": label, **details(reports),
    }, reports, ("/public/column/6602?type=4&catId=6718758&action=list",))  # fmt: skip


THIRD = batch(chosen_year, posted_years, column_feed, labelled_fragment)
