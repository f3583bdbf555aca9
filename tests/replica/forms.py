"""Portals made of two parts each: how the menu leads to the column of reports, and how that column shows its rows.

``portal(menu, listing)`` gives the site of one pair; ``MENUS`` and ``LISTINGS`` name the parts. Every portal has
columns of notices, news and another kind of yearly report as well, whose rows lead to pages that are never there:
a request for one of them was wasted. All names and texts are invented.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape
from urllib.parse import quote

from tests.replica.model import Answer, Handler, Request, Routes, Site, html
from tests.replica.more import common

OWNER = "宁岭县人民政府"
CODE = "3609990001"
COLUMN = "法治政府建设年度报告"
NAMES = ("宁岭县司法局", "宁岭县水利局", "宁岭县林业局", "宁岭县教育局")
Link = tuple[str, str]


@dataclass(frozen=True)
class Report:
    """A report with the path of its page."""

    path: str
    agency: str
    year: int

    @property
    def title(self) -> str:
        return f"{self.agency}{self.year}年法治政府建设年度报告"

    @property
    def date(self) -> str:
        """Its day of publication."""
        return f"{self.year + 1}-03-{10 + len(self.path) % 15:02}"


@dataclass(frozen=True)
class Listing:
    """The column: its address, what to link it as, the pages that make it up, and the reports it must yield.

    ``watched`` are the addresses of which one must be watched, none where nothing can be; ``needs`` is set where the
    way to the column is part of the form, so that no menu stands before it.
    """

    link: Link
    pages: Mapping[str, Handler]
    reports: tuple[Report, ...]
    watched: tuple[str, ...]
    requests: int = 12
    home: str = ""
    later: Mapping[str, Handler] = field(default_factory=dict)


def fixed(body: str, *metas: tuple[str, str], kind: str = "text/html; charset=utf-8") -> Handler:
    """A page with the frame of its portal, or another answer as it is."""
    if not kind.startswith("text/html"):
        return lambda request: Answer(body.encode(), content_type=kind)
    tags = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in (("SiteName", OWNER), *metas))
    foot = f'<div class="footer">主办：{OWNER} 网站标识码：{CODE} 赣ICP备12345678号</div>'
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8">{tags}<title>{OWNER}</title></head><body>{body}{foot}'
    return lambda request: html(page + "</body></html>")


def answer(value: object, wrap: str = "") -> Handler:
    """A service's answer in JSON, or JSONP under the name that was asked for in the field ``wrap``."""

    def respond(request: Request) -> Answer:
        text = json.dumps(value(request) if callable(value) else value, ensure_ascii=False)
        name = common.fields(request).get(wrap, "") if wrap else ""
        if wrap and not name:
            return Answer(status=500)
        return Answer((f"{name}({text});" if name else text).encode(), content_type="application/json;charset=utf-8")

    return respond


def detail(report: Report) -> Handler:
    """A report's page."""
    made = common.report(report.agency, report.year, report.path, report.date)
    text = "".join(f"<p>{escape(line)}</p>" for line in made.body)
    head = f"<h1>{report.title}</h1><div class='info'>发布时间：{report.date} 09:00 来源：{report.agency}</div>"
    body = f"{head}<div class='article'><div class='article-content'>{text}</div></div>"
    return fixed(body, ("ArticleTitle", report.title), ("PubDate", f"{report.date} 09:00"))


def details(reports: Sequence[Report]) -> dict[str, Handler]:
    """The pages of reports."""
    return {report.path.partition("?")[0]: detail(report) for report in reports}


def some(count: int, folder: str = "/xx/", year: int = 2025, form: str = "{folder}{number}.html") -> tuple[Report, ...]:
    """Reports of one agency after another."""
    return tuple(
        Report(form.format(folder=folder, number=6100 + at), NAMES[at % len(NAMES)], year - at // len(NAMES))
        for at in range(count)
    )


def others(count: int, first: int = 0) -> list[tuple[str, str, str]]:
    """(path, title, date) of documents that are no reports; some of their titles sound like columns."""
    titles = ("关于清明节放假的通知", "关于公开招聘工作人员的公告", "宁岭县召开经济形势分析会", "防汛应急预案公示",
              "关于印发工作要点的通知", "农村公路养护项目中标公告", "政府常务会议")  # fmt: skip
    return [
        (f"/d/{7000 + first + at}.html", f"{titles[at % len(titles)]}{at // len(titles) or ''}",
         f"2026-{3 - at // 20:02}-{28 - at % 20:02}")
        for at in range(count)
    ]  # fmt: skip


def dated(rows: Sequence[tuple[str, str, str]]) -> str:
    """Rows as most systems draw them."""
    lines = "".join(f'<li><a href="{path}">{title}</a><span>{date}</span></li>' for path, title, date in rows)
    return f'<ul class="list">{lines}</ul>'


def triples(reports: Sequence[Report]) -> list[tuple[str, str, str]]:
    """Rows of reports."""
    return [(report.path, report.title, report.date) for report in reports]


def column(path: str, body: str, name: str = COLUMN) -> dict[str, Handler]:
    """A column's page under its address."""
    crumb = f'<div class="position">您当前的位置：<a href="/">首页</a> &gt; <a href="{path}">{name}</a></div>'
    return {path.partition("?")[0]: fixed(f"{crumb}<h2>{name}</h2>{body}", ("ColumnName", name))}


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


def years() -> Listing:
    path = "/zw/fzjs/"
    reports = tuple(Report(f"{path}{year}/{year}bg.html", OWNER, year) for year in (2025, 2024, 2023))
    menu = "".join(f'<li><a href="{each.year}/">{each.year}年度</a></li>' for each in reports)
    pages = column(path, f"<ul>{menu}</ul>") | details(reports)
    for each in reports:
        pages |= column(f"{path}{each.year}/", dated(triples([each])), f"{each.year}年度")
    folders = tuple(f"{path}{each.year}/" for each in reports)
    return Listing((path, COLUMN), pages, reports, (path, *folders), 12)


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


def departments() -> Listing:
    slugs = ("jy", "sf", "sl", "ly", "cz", "mz", "wj", "tj", "sj", "jt", "zj", "yj")
    names = ("教育", "司法", "水利", "林业", "财政", "民政", "卫健", "统计", "审计", "交通", "住建", "应急")
    body = "".join(f'<li><a href="/gk/dw/{slug}/">县{name}局</a></li>' for slug, name in zip(slugs, names, strict=True))
    pages = column("/gk/dw/", f"<ul>{body}</ul>", "部门信息公开")
    reports: list[Report] = []
    for slug, name in zip(slugs, names, strict=True):
        base = f"/gk/dw/{slug}/"
        pages |= column(base, '<ul><li><a href="nr/">法定主动公开内容</a></li></ul>', f"县{name}局")
        pages |= column(
            f"{base}nr/", '<ul><li><a href="jg/">机构概况</a></li><li><a href="fz/">法治政府建设</a></li></ul>'
        )
        own = tuple(Report(f"{base}nr/fz/{year}.html", f"宁岭县{name}局", year) for year in (2025, 2024))
        pages |= column(f"{base}nr/fz/", dated(triples(own)), "法治政府建设") | details(own)
        reports += own
    watched = tuple(f"/gk/dw/{slug}/nr/fz/" for slug in slugs)
    return Listing(("/gk/dw/", "部门信息公开"), pages, tuple(reports), watched, 60)


def hub() -> Listing:
    hosts = {"jyj": "教育", "sfj": "司法", "slj": "水利", "lyj": "林业"}
    options = "".join(
        f'<option value="http://{host}.ningling.gov.cn/">县{name}局</option>' for host, name in hosts.items()
    )
    home = f'<select onchange="window.open(this.value)"><option>--部门网站--</option>{options}</select>'
    return Listing(("/zjnl/", "走进宁岭"), {}, (), (), 10, home=home)


def nothing() -> Listing:
    pages = column("/xxdt/", dated(others(30)), "信息动态")
    return Listing(("/xxdt/", "信息动态"), pages, (), (), 25)


LISTINGS: Mapping[str, Callable[[], Listing]] = {
    made.__name__: made
    for made in (
        one_dated, undated, cells, years, the_report_itself, igs, jsonp, epoint, gkmlpt, eportal, postback, comment,
        array, form_fields, pieces, application, departments, hub, nothing,
    )
}  # fmt: skip
ALONE = ("application", "hub")  # forms in which the home page itself is what matters


def plain(link: Link) -> tuple[str, dict[str, Handler]]:
    return f'<ul class="menu"><li><a href="{link[0]}">{link[1]}</a></li></ul>', {}


def nested(link: Link) -> tuple[str, dict[str, Handler]]:
    home, pages = '<div class="nav"><a href="/zwgk/">政务公开</a></div>', column("/zwgk/", "", "政务公开")
    pages = column("/zwgk/", '<a href="fdzdgknr/">法定主动公开内容</a><a href="zn/">信息公开指南</a>', "政务公开")
    pages |= column(
        "/zwgk/fdzdgknr/", f'<a href="/zwgk/jgjj/">机构简介</a><a href="{link[0]}">{link[1]}</a>', "公开内容"
    )
    return home, pages


def tree(link: Link) -> tuple[str, dict[str, Handler]]:
    nodes = [
        {"id": 5, "pId": 0, "name": "机构职能", "url": "/jg/"},
        {"id": 6, "pId": 0, "name": link[1], "url": link[0]},
    ]
    script = f"<script>var zNodes={json.dumps(nodes, ensure_ascii=False)};$.fn.zTree.init(t,s,zNodes);</script>"
    return '<a href="/gkml/index.html">信息公开目录</a>', {"/gkml/index.html": fixed(f'<ul id="tree"></ul>{script}')}


def frames(link: Link) -> tuple[str, dict[str, Handler]]:
    body = '<iframe src="/gkml/menu.html"></iframe><iframe name="main" src="/xw/"></iframe>'
    menu = f'<dl><dd><a target="main" href="{link[0]}">{link[1]}</a></dd></dl>'
    return '<a href="/gkml/index.html">信息公开目录</a>', {
        "/gkml/index.html": fixed(body),
        "/gkml/menu.html": fixed(menu),
    }


def onclick(link: Link) -> tuple[str, dict[str, Handler]]:
    return f"<ul><li onclick=\"window.location.href='{link[0]}'\">{link[1]}</li></ul>", {}


def options(link: Link) -> tuple[str, dict[str, Handler]]:
    choices = (
        f'<option>--请选择--</option><option value="/ld/">领导之窗</option><option value="{link[0]}">{link[1]}</option>'
    )
    return f'<select onchange="location=this.value">{choices}</select>', {}


def written(link: Link) -> tuple[str, dict[str, Handler]]:
    line = f"document.writeln('<li><a href=\"{link[0]}\">{link[1]}</a></li>');"
    return f"<ul><script>{line}</script></ul>", {}


def own_script(link: Link) -> tuple[str, dict[str, Handler]]:
    nodes = [f"{{channelName:'{name}',channelUrl:'{url}'}}" for url, name in (("/ld/", "领导之窗"), link)]
    menu = f"var menuData=[{','.join(nodes)}]"
    pages = {"/js/menu.js": fixed(menu, kind="application/javascript")}
    pages |= column("/zwgk/", '<div id="left"></div><script src="/js/menu.js"></script>', "政务公开")
    return '<div class="nav"><a href="/zwgk/">政务公开</a></div>', pages


def picture(link: Link) -> tuple[str, dict[str, Handler]]:
    return f'<div class="zt"><a href="{link[0]}"><img src="/img/1.png" alt="{link[1]}"></a></div>', {}


def site_map(link: Link) -> tuple[str, dict[str, Handler]]:
    links = f'<a href="/ld/">领导之窗</a><a href="{link[0]}">{link[1]}</a>'
    return '<div class="foot"><a href="/wzdt/">网站地图</a></div>', column("/wzdt/", links, "网站地图")


MENUS: Mapping[str, Callable[[Link], tuple[str, dict[str, Handler]]]] = {
    made.__name__: made
    for made in (plain, nested, tree, frames, onclick, options, written, own_script, picture, site_map)
}
USUAL = (
    '<div class="nav"><a href="/">首页</a><a href="/ld/">领导之窗</a><a href="/xw/">政务动态</a>'
    '<a href="/ndbg/">政府信息公开年度报告</a><a href="/hdjl/">互动交流</a></div>'
)


def routes(site: Site, day: int) -> Routes:
    """The home page, the way to the column, the column, and what every portal has besides."""
    menu, listing = (site.facts[name] for name in ("menu", "listing"))
    made = LISTINGS[listing]()
    home, pages = made.home, {}
    if not home:
        link = (escape(made.link[0]), made.link[1])
        home, pages = MENUS[menu](made.link if menu in ("tree", "own_script", "onclick", "written") else link)
    news = dated(others(12, 200))
    shared = column("/xw/", news, "政务动态") | column("/ld/", "<p>县长 某某</p>", "领导之窗")
    shared |= column(
        "/ndbg/", dated([("/d/1.html", f"{OWNER}2025年政府信息公开工作年度报告", "2026-01-20")]), "年度报告"
    )
    front = home if listing == "application" else f"{USUAL}{home}{dated(others(6, 300))}"
    found = {**shared, **pages, **made.pages, "/": fixed(front)}
    if listing == "application":
        found |= {path: fixed(home) for path in ("/xw/", "/ld/", "/ndbg/")}
    return {quote(path, safe="/%"): partial(_of_host, handler, site.host) for path, handler in found.items()}


def _of_host(handler: Handler, host: str, request: Request) -> Answer:
    """The answer with the portal's own host where a script names it."""
    made = handler(request)
    return Answer(made.content.replace(b"//HOST/", f"//{host}/".encode()), made.status, made.content_type, made.headers)


def portal(menu: str, listing: str, host: str = "") -> Site:
    """The portal of one pair."""
    name = f"{menu}-{listing}".replace("_", "")
    return Site(
        portal=name, host=host or f"www.{name}.gov.cn", scheme="http", name=OWNER, owner=OWNER,
        system=sys.modules[__name__], columns=(), site_id_code=CODE, facts={"menu": menu, "listing": listing},
    )  # fmt: skip


def pairs() -> list[tuple[str, str]]:
    """Every menu with every listing it can lead to."""
    return [(menu, name) for name in LISTINGS for menu in MENUS if name not in ALONE or menu == "plain"]
