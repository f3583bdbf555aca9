"""How the column of a made-up portal shows its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape

from tests.replica.form_agencies import departments, hub, notices_of_departments
from tests.replica.form_parts import (
    COLUMN,
    OWNER,
    Listing,
    Report,
    answer,
    column,
    dated,
    detail,
    details,
    fixed,
    others,
    some,
    triples,
)
from tests.replica.form_scripts import ids_alone, ids_in_template, tabs_by_attribute, tabs_loaded, tabs_posted
from tests.replica.form_years import year_links, years, years_apart, years_mixed, years_mixed_elsewhere
from tests.replica.model import Answer, Request
from tests.replica.more import common


def one_dated() -> Listing:
    path, reports = "/zw/fzbgnb/index.html", some(1, "/news/")
    return Listing((path, COLUMN), column(path, dated(triples(reports))) | details(reports), reports, (path,), 8)


def undated() -> Listing:
    path, reports = "/zw/fzzfjsbg/", some(4, "/zw/fzzfjsbg/")
    rows = "".join(f'<li><a href="{each.path}">{each.title}</a></li>' for each in reports)
    return Listing((path, COLUMN), column(path, f"<ul>{rows}</ul>") | details(reports), reports, (path,), 10)


def cells() -> Listing:
    path, reports = "/gk/fz/", some(4, "/gk/fz/202603/", form="{folder}t20260318_{number}.html")
    rows = "".join(
        f'<ul class="r"><li class="t"><a href="{each.path}">{each.title}</a></li><li class="o">{each.agency}</li>'
        f'<li class="d"><span>{each.date}</span></li></ul>' for each in reports
    )  # fmt: skip
    return Listing((path, COLUMN), column(path, f"<div>{rows}</div>") | details(reports), reports, (path,), 10)


def weakly_named() -> Listing:
    """A shell that only may hold reports by its name, and asks with the category of a hidden input."""
    path, reports = "/gk/?cid=455", some(2, "/gk/t/")
    rows = [{"docTitle": each.title, "docUrl": each.path, "docTime": each.date} for each in reports]

    def served(request: Request) -> Answer:
        right = common.fields(request).get("catalog") == "455"
        return answer({"docs": rows if right else []}, "jsoncallback")(request)

    sent = '{catalog:$("#cat").val(),pageNo:n,pageSize:15}'
    script = f'$.ajax({{url:"/inter/doclist.do",dataType:"jsonp",jsonp:"jsoncallback",data:{sent}}})'
    shell = f'<input type="hidden" id="cat" value="455"><ul></ul><script>{script}</script>'
    pages = {"/gk/": fixed(shell), "/inter/doclist.do": served}
    return Listing((path, "法治宁岭"), pages | details(reports), reports, (path,), 12)


def the_report_itself() -> Listing:
    path = "/zw/fzzfjsqk/"
    report = Report(path, OWNER, 2025)
    return Listing((path, COLUMN), {path: detail(report)}, (report,), (path,), 8)


def igs() -> Listing:
    path, reports = "/gk/fzjs/index.html", some(2, "/gk/", form="{folder}t{number}.shtml")
    rows = [{"title": each.title, "url": each.path, "pubDate": f"{each.date} 09:00:00"} for each in reports]
    script = (
        'var url="/igs/front/search/list.html?index=gkml-index&type=governmentdocuments&pageNumber=1&pageSize=10'
        '&siteId=7";$.getJSON(url,function(d){show(d)})'
    )
    served = answer({"page": {"content": rows, "total": 2, "totalPages": 1}})
    pages = column(path, f'<div id="list"></div><script>{script}</script>') | details(reports)
    return Listing((path, COLUMN), {**pages, "/igs/front/search/list.html": served}, reports, (path,), 8)


def jsonp() -> Listing:
    path, reports = "/zwxx/fzbg/", some(2, "/zwxx/", form="{folder}t{number}.shtml")
    rows = [{"realTitle": each.title, "url": each.path, "fbrq": each.date} for each in reports]
    script = (
        '$.ajax({url:"http://HOST/govsearch/jsonp/docs.jsp?page=1&lb=80877&callback=result&channelId=80877",'
        'dataType:"jsonp",jsonp:"callback",success:function(d){}});'
    )
    served = answer({"pager": {"total": 2}, "resultMap": rows}, "callback")
    pages = column(path, f'<div id="con"></div><script>{script}</script>') | details(reports)
    return Listing((path, COLUMN), {**pages, "/govsearch/jsonp/docs.jsp": served}, reports, (path,), 8)


def epoint() -> Listing:
    path, reports = "/xxgk/gk/pubs.html?categorynum=003011", some(2, "/xxgk/20260318/")
    service = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist"

    def rows(request: Request) -> object:
        asked = common.fields(request)
        right = asked.get("categorynum") == "003011" and asked.get("pageIndex") == "0" and asked.get("pageSize")
        data = [{"title": each.title, "infourl": each.path, "infodate": each.date} for each in reports]
        return {"custom": {"data": data if right else [], "total": 2 if right else 0}}

    tree = "".join(
        f'<a href="/xxgk/gk/pubs.html?categorynum=00301{at}">{name}</a>'
        for at, name in enumerate(("机构职能", COLUMN, "人事信息"))
    )
    script = (
        'var siteGuid="5d2c0f9a-7eb5-4a11-9d1e-1b7a2f8d0c11";function load(n){$.ajax({url:siteInfo.projectName+'
        f'"{service}",type:"post",data:{{siteGuid:siteGuid,categorynum:cat,pageIndex:n,pageSize:15}}}})}}'
    )
    shell = fixed(f'<div class="tree">{tree}</div><ul id="con"></ul><script>{script}</script>')
    pages = {"/xxgk/gk/pubs.html": shell, service: answer(rows)}
    return Listing((path, COLUMN), pages | details(reports), reports, (path,), 10)


def gkmlpt() -> Listing:
    path, reports = "/gkmlpt/index", some(2, "/gkmlpt/content/", form="{folder}post_{number}.html")

    def rows(request: Request) -> object:
        number = int(common.fields(request).get("page", "1"))
        every = [*others(60), *triples(reports)[:1], *others(68, 100), *triples(reports)[1:]]
        part = every[max(number - 1, 0) * 100 : max(number, 1) * 100]
        return {"articles": [{"title": title, "url": path, "date": date} for path, title, date in part], "total": 130}

    config = {"SID": 760112, "TREE": [{"id": 2301, "name": "机构职能"}, {"id": 2302, "name": "部门文件"}]}
    shell = f'<div id="app"></div><script>window._CONFIG={json.dumps(config, ensure_ascii=False)};</script>'
    pages = {path: fixed(shell), "/gkmlpt/api/all/0": answer(rows)}
    return Listing((path, "政府信息公开目录"), pages | details(reports), reports, (path,), 12)


def eportal() -> Listing:
    path, reports = "/eportal/ui?pageId=88310", some(2, "/eportal/", form="{folder}info-{number}.html")

    def page(request: Request) -> Answer:
        number = int(common.fields(request).get("currentPage", "1"))
        rows = others(15, 15 * number) if number != 6 else [*others(13, 90), *triples(reports)]
        onward = f"/eportal/ui?pageId=88310&currentPage={number + 1}&moduleId=1f9c"
        button = (
            f'<a href="javascript:void(0);" onclick="queryArticleByCondition(this,\'{onward}\')"'
            f' tagname="{onward}">下一页</a>'
        )
        foot = f"<div class='page'>共<b>7</b>页 <b>{number}</b>/<b>7</b>{button if number < 7 else ''}</div>"
        return fixed(f"<h2>通知公告</h2>{dated(rows)}{foot}", ("ColumnName", "通知公告"))(request)

    return Listing((path, "通知公告"), {"/eportal/ui": page} | details(reports), reports, (path,), 14)


def postback() -> Listing:
    path, reports = "/Notice.aspx?cid=gs", some(2, "/Notice/", form="{folder}v{number}.aspx")

    def page(request: Request) -> Answer:
        asked = common.fields(request)
        right = asked.get("__VIEWSTATE") == "/wEPDwUK" and asked.get("__EVENTTARGET") == "Pager1"
        number = int(asked.get("__EVENTARGUMENT") or 1) if right else 1
        rows = others(14, 14 * number) + (triples(reports)[:1] if number == 1 else [])
        rows += triples(reports)[1:] if number == 3 else []
        lines = "".join(f"<tr><td><a href='{p}' title='{t}'>{t}</a></td><td>({d})</td></tr>" for p, t, d in rows)
        links = "".join(f"<a href=\"javascript:__doPostBack('Pager1','{n}')\">{n}</a> " for n in range(1, 4))
        state = '<input type="hidden" name="__VIEWSTATE" value="/wEPDwUK">'
        form = (
            f'<form method="post" action="./Notice.aspx?cid=gs">{state}<table>{lines}</table><div>{links}</div></form>'
        )
        return fixed(f"<h2>公示公告</h2>{form}")(request)

    return Listing((path, "公示公告"), {"/Notice.aspx": page} | details(reports), reports, (path,), 14)


def comment() -> Listing:
    path, reports = "/zw/fz/list.shtml", some(3, "/zw/fz/2026/", form="{folder}c{number}.shtml")
    rows = "".join(f'<li><a href="{p}">{t}</a><span>{d}</span></li>' for p, t, d in triples(reports))
    script = (
        "var box=document.getElementById('rows');for(var i=0;i<box.childNodes.length;i++){var n=box.childNodes[i];"
        "if(n.nodeType==8){box.innerHTML=n.nodeValue;}}"
    )
    body = f'<div class="list"><ul id="rows"><!--{rows}--></ul></div><script>{script}</script>'
    return Listing((path, COLUMN), column(path, body) | details(reports), reports, (path,), 8)


def array() -> Listing:
    path, reports = "/gk/fzzfnb/", some(3, "/gk/fzzfnb/")
    rows = ",".join(f"{{title:'{each.title}',link:'{each.path}',time:'{each.date}'}}" for each in reports)
    body = f'<ul id="ul"></ul><script>var itemObj=[{rows}];show(itemObj);</script>'
    return Listing((path, COLUMN), column(path, body) | details(reports), reports, (path,), 8)


def form_fields() -> Listing:
    """A service that is asked by POST, with fields that stand in hidden inputs and in the page's own script file."""
    path, reports = "/jbxx/fz/index.html", some(3, "/jbxx/")

    def rows(request: Request) -> object:
        asked = common.fields(request)
        right = request.method == "POST" and asked.get("channelId") == "c81f" and asked.get("pageNo") == "1"
        found = [{"docTitle": each.title, "docUrl": each.path, "publishTime": each.date} for each in reports]
        return {"code": 0, "result": {"records": found if right else [], "total": 3}}

    script = (
        "$(function(){var id=$('#channelId').val();"
        "$.post('/cms/content/queryList',{channelId:id,pageNo:1,pageSize:10,title:''},function(r){draw(r)},'json')})"
    )
    body = '<input type="hidden" id="channelId" value="c81f"><div id="l"></div><script src="/js/list.js"></script>'
    pages = column(path, body) | details(reports)
    pages |= {"/js/list.js": fixed(script, kind="application/javascript"), "/cms/content/queryList": answer(rows)}
    return Listing((path, COLUMN), pages, reports, (path,), 10)


def pieces() -> Listing:
    """A service that answers with pieces of HTML."""
    path, reports = "/zfxx/fzbg.html", some(3, "/zfxx/")
    rows = "".join(f'<li><a href="{p}">{t}</a><b>{d}</b></li>' for p, t, d in triples(reports))
    body = "<div id='box'></div><script>fetch('/api/part?unit=55&page=1').then(r=>r.json())</script>"
    pages = column(path, body) | {"/api/part": answer({"success": True, "html": f"<ul>{rows}</ul>"})}
    return Listing((path, COLUMN), pages | details(reports), reports, (path,), 8)


def application() -> Listing:
    """A single page that draws everything from rows without addresses."""
    rows = [{"docId": 700 + at, "docTitle": each.title, "date": each.date} for at, each in enumerate(some(3))]
    script = 'axios.get("/api/Info/page?itemId=12&pageIndex=1").then(e=>{t.list=e.data})'
    shell = '<div id="app"></div><script src="/static/app.js"></script>'
    pages = {"/api/Info/page": answer({"data": rows, "total": 3})}
    pages |= {"/static/app.js": fixed(script, kind="application/javascript")}
    return Listing(("/", COLUMN), pages, (), (), 8, home=shell)


def area() -> Listing:
    """Rows that wait in a hidden text area."""
    path, reports = "/fzgk/list.html", some(3, "/fzgk/")
    rows = escape(dated(triples(reports)))
    body = f'<textarea id="t" hidden>{rows}</textarea><p id="l"></p><script>$("#l").html($("#t").val())</script>'
    return Listing((path, COLUMN), column(path, body) | details(reports), reports, (path,), 8)


def nothing() -> Listing:
    pages = column("/xxdt/", dated(others(30)), "信息动态")
    return Listing(("/xxdt/", "信息动态"), pages, (), (), 25)


def cut_titles() -> Listing:
    """A column of another name, whose rows are cut and dated by month and day: a report opened from it proves it."""
    path, reports = "/xxgk/ghjh/", some(4, "/xxgk/ghjh/")
    rows = "".join(
        f'<li><a href="{each.path}" title="{each.title}">{each.title[:12]}...</a><span>{each.date[5:]}</span></li>'
        for each in reports
    )
    rows += "".join(f'<li><a href="{p}">{title}</a><span>{date[5:]}</span></li>' for p, title, date in others(5))
    return Listing((path, "规划计划总结"), column(path, f"<ul>{rows}</ul>", "规划计划总结") | details(reports),
                   reports, (path,), 10)  # fmt: skip


def year_tabs() -> Listing:
    """One page asked for a year each, the present one still empty."""
    path = "/gk/fzjsqk/"
    reports = tuple(Report(f"{path}{year}.html", OWNER, year) for year in (2025, 2024, 2023))
    tabs = "".join(f'<a href="{path}?year={year}">{year}年</a>' for year in (2026, 2025, 2024, 2023))

    def page(request: Request) -> Answer:
        asked = common.fields(request).get("year", "2026")
        rows = dated(triples([each for each in reports if str(each.year) == asked])) if asked != "2026" else "暂无数据"
        return fixed(f"<div>{tabs}</div><h2>{COLUMN}</h2>{rows}", ("ColumnName", COLUMN))(request)

    return Listing((path, COLUMN), {path: page} | details(reports), reports, (path,), 12)


LISTINGS: Mapping[str, Callable[[], Listing]] = {
    made.__name__: made
    for made in (
        one_dated, undated, cells, years, year_links, years_apart, years_mixed,
        years_mixed_elsewhere, ids_alone, ids_in_template, tabs_loaded, tabs_by_attribute, tabs_posted, weakly_named,
        the_report_itself, igs, jsonp, epoint,
        gkmlpt, eportal, postback, comment, array, form_fields, pieces, application, departments, hub, nothing,
        cut_titles, year_tabs, notices_of_departments, area,
    )
}  # fmt: skip
ALONE = ("application", "hub")  # forms in which the home page itself is what matters
