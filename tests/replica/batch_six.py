"""The sixth batch: menus that are loaded, encoded or named at length, columns that stand under other names."""

from __future__ import annotations

from urllib.parse import quote

from tests.replica.batch_parts import (
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
from tests.replica.form_parts import COLUMN, Report, detail, triples


def channel_in_pane() -> Portal:
    """Bootstrap panes, each with its channel's link above its newest rows; the day stands within the link."""
    reports = made(
        "/cms/portal/content/fzzf/6120.htm", "/cms/portal/content/fzzf/5107.htm", "/cms/portal/content/fzzf/4300.htm"
    )
    line = '<li><span>·</span><a href="{0}"><span class="c">{1}</span><span class="t">{2}</span></a></li>'
    names = ("财政信息", "法治政府建设", "公共服务")
    panes, tabs = "", ""
    for at, name in enumerate(names):
        part = rows(reports[:1], line) if at == 1 else "".join(line.format(*row) for row in others(6, 30 * at))
        tabs += f'<li><a href="#zd{at}" data-toggle="tab">{name}</a></li>'
        panes += f'<div class="tab-pane" id="zd{at}"><a href="/cms/portal/channel/zd/{28 + at}_1.htm">{name}</a><ul>{part}</ul></div>'
    lists = {
        f"/cms/portal/channel/zd/{28 + at}_1.htm": page("".join(line.format(*row) for row in others(9, 30 * at)))
        for at in (0, 2)
    }
    return Portal({
        **noise(), **lists, "/": usual('<a href="/cms/portal/channel/zwgk/5_1.htm">政务公开</a>'),
        "/cms/portal/channel/zwgk/5_1.htm": page(f"<ul>{tabs}</ul><div>{panes}</div>"),
        "/cms/portal/channel/zd/29_1.htm": page(f"<ul>{rows(reports, line)}</ul>"), **details(reports),
    }, reports, ("/cms/portal/channel/zd/29_1.htm",))  # fmt: skip


def loaded_left_menu() -> Portal:
    """The menu is a piece of a page, loaded when the page is ready; its entries call a function with a long id."""
    guid = "f1e8c2db-9e92-4a1e-a1cb-48569fa7f308"
    reports = made("/openCatalog/detail/0a.html", "/openCatalog/detail/0b.html")
    menu = "".join(
        f"<dd><a href=\"javascript:toList('{each}')\">{name}</a></dd>"
        for each, name in (("0c11", "机构职能"), (guid, "法治政府建设"))
    )
    script = "$(function(){$('#leftMenu').load('/openCatalog/leftMenu.html');});function toList(id){location.href='/openCatalog/list/'+id+'.html';}"
    return Portal({
        **noise(), "/": usual('<a href="/openCatalog/index.html">政务公开</a>'),
        "/openCatalog/index.html": page(f'<div id="leftMenu"></div><script>{script}</script>{dated(others(3))}'),
        "/openCatalog/leftMenu.html": piece(f"<dl>{menu}</dl>"), f"/openCatalog/list/{guid}.html": page(dated(triples(reports))),
        "/openCatalog/list/0c11.html": page("<p>职能</p>"), **details(reports),
    }, reports, (f"/openCatalog/list/{guid}.html",))  # fmt: skip


def loaded_header() -> Portal:
    """The head of every page, menu included, is loaded by a script."""
    reports = made("/fz/2026/1.html", "/fz/2025/1.html")
    menu = links(
        ("/", "首页"), ("/xw/", "新闻"), ("/gk/", "政务公开"), ("/fz/", "法治政府"), form='<a href="{0}">{1}</a>'
    )
    head = (
        "<div id=head></div><script>$('#head').load('/inc/head.html?v=2');$('#foot').load('/inc/foot.html');</script>"
    )
    return Portal({
        "/": page(f"{head}<h3>要闻</h3>{dated(others(6))}"), "/inc/head.html": piece(menu), "/inc/foot.html": piece("<p>版权所有</p>"),
        "/xw/": page(f"{head}{dated(others(6))}"), "/gk/": page(f"{head}{dated(others(6, 50))}"), "/fz/": page(f"{head}{dated(triples(reports))}"),
        **details(reports),
    }, reports, ("/fz/",))  # fmt: skip


def classes_by_number() -> Portal:
    """JSP of 2008 in GBK, with a base address and classes by number in the query."""
    reports = made("/web/zfxxgkshow.jsp?id=4410", "/web/zfxxgkshow.jsp?id=3920")
    base = '<base href="http://HOST/web/">'
    line = '<tr><td><a href="zfxxgkshow.jsp?id={0}" target="_blank">{1}</a></td><td>{2}</td></tr>'
    listed = "".join(line.format(each.path.partition("=")[2], each.title, each.date) for each in reports)
    names = ("机构", "法规文件", "计划总结", "依法行政")
    menu = links(
        *((f"zfxxgkmore.jsp?claId={at}&state=0&name=", name) for at, name in enumerate(names)),
        form='<td><a href="{0}">{1}</a></td>',
    )
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    return Portal({
        **noise(), "/": page(f"<table><tr>{menu}</tr></table>", head=base, encoding="gbk"),
        "/web/zfxxgkmore.jsp": by("claId", {"3": page(f"<table>{listed}</table>", head=base, encoding="gbk"), "2": page(dated(others(5)))}),
        "/web/zfxxgkshow.jsp": by("id", shown),
    }, reports, ("/web/zfxxgkmore.jsp?claId=3&state=0&name=",))  # fmt: skip


def menu_with_callback() -> Portal:
    """The menu is data in a script file that calls a function of the page."""
    reports = made("/a/fz/12.html", "/a/fz/9.html")
    data = '{"items":[{"t":"新闻","h":"/a/xw.html","c":[]},{"t":"公开","h":"/a/gk.html","c":[{"t":"法治政府建设年报","h":"/a/fz.html"}]}]}'
    return Portal({
        "/": page('<ul id="m"></ul><script>function menuCallback(d){draw(d)}</script><script src="/data/menu.js"></script>'),
        "/data/menu.js": piece(f"menuCallback({data});", "application/javascript"), "/a/xw.html": page(dated(others(6))),
        "/a/gk.html": page(dated(others(4, 60))), "/a/fz.html": page(dated(triples(reports))), **details(reports),
    }, reports, ("/a/fz.html",))  # fmt: skip


def sites_in_select() -> Portal:
    """Departments' sites are folders in a select; each has an own column."""
    names = {"jyj": "县教育局", "sfj": "县司法局", "czj": "县财政局", "mzj": "县民政局"}
    options = "".join(f'<option value="/{slug}">{name}</option>' for slug, name in names.items())
    select = (
        f'<select onchange="if(this.value)window.open(this.value)"><option value="">部门网站</option>{options}</select>'
    )
    pages, reports = {**noise(), "/": usual("", select)}, []
    for slug, name in names.items():
        own = (
            Report(f"/{slug}/fz/2025.html", f"宁岭{name}", 2025),
            Report(f"/{slug}/fz/2024.html", f"宁岭{name}", 2024),
        )
        pages[f"/{slug}"] = page(links((f"/{slug}/dt", "工作动态"), (f"/{slug}/fz", "法治建设")), f"宁岭{name}")
        pages[f"/{slug}/dt"], pages[f"/{slug}/fz"] = page(dated(others(5))), page(dated(triples(own)))
        reports += own
    return Portal(pages | details(reports), tuple(reports), tuple(f"/{slug}/fz" for slug in names))


def years_named_as_reports() -> Portal:
    """Below the section stand columns of a year that are named as a report is; in each are the agencies' reports."""
    agencies = ("宁岭县教育局", "宁岭县司法局", "宁岭县水利局")
    reports = tuple(
        Report(f"/fzzf/nb{year}/{at}.html", name, year) for year in (2025, 2024) for at, name in enumerate(agencies)
    )
    menu = links(
        *((f"/fzzf/nb{year}/", f"{year}年法治政府建设年度报告") for year in (2025, 2024)), ("/fzzf/dt/", "工作动态")
    )
    lists = {
        f"/fzzf/nb{year}/": page(f"<ul>{menu}</ul>{dated(triples([each for each in reports if each.year == year]))}")
        for year in (2025, 2024)
    }
    return Portal({
        **noise(), **lists, "/": usual('<a href="/fzzf/">法治政府建设</a>'), "/fzzf/": page(f"<ul>{menu}</ul>"),
        "/fzzf/dt/": page(dated(others(6))), **details(reports),
    }, reports, ("/fzzf/", *lists))  # fmt: skip


def topic_site() -> Portal:
    """A topic of its own with a menu of general names, reached by a picture."""
    reports = made("/zt/fzny/ndbg/11.html", "/zt/fzny/ndbg/10.html")
    menu = links(("/zt/fzny/gzdt/", "工作动态"), ("/zt/fzny/ndbg/", "年度报告"), ("/zt/fzny/dxal/", "典型案例"))
    empty = {
        f"/zt/fzny/{slug}/": page(f"{menu}{dated(others(6, 40 * at))}") for at, slug in enumerate(("gzdt", "dxal"))
    }
    return Portal({
        **noise(), **empty, "/": usual("", '<a href="/zt/fzny/"><img src="/img/fz.jpg" alt="法治宁岭"></a>'), "/zt/fzny/": page(menu),
        "/zt/fzny/ndbg/": page(f"{menu}{dated(triples(reports))}"), **details(reports),
    }, reports, ("/zt/fzny/ndbg/",))  # fmt: skip


def named_at_length() -> Portal:
    """The column's name is longer than most titles."""
    reports = made("/gk/c77/81.html", "/gk/c77/72.html")
    name = "宁岭县各级行政机关落实法治政府建设与责任落实督察工作规定情况报告公开专栏"
    return Portal({
        **noise(), "/": usual('<a href="/gk/">政务公开</a>'),
        "/gk/": page(links(("/gk/c70/", "县政府及县政府办公室文件集中公开专栏"), ("/gk/c77/", name)) + dated(others(3))),
        "/gk/c70/": page(dated(others(8, 70))), "/gk/c77/": page(dated(triples(reports))), **details(reports),
    }, reports, ("/gk/c77/",))  # fmt: skip


def encoded_menu() -> Portal:
    """The menu is written from text whose signs are percent-encoded."""
    reports = made("/e/fz/3.html", "/e/fz/2.html")
    menu = links(("/e/xw.html", "新闻中心"), ("/e/fz.html", COLUMN))

    def old_escape(text: str) -> str:
        return "".join(quote(sign) if ord(sign) < 128 else f"%u{ord(sign):04X}" for sign in text)

    return Portal({
        "/": page(f'<script>document.write(unescape("{old_escape(menu)}"));</script>{dated(others(5))}'), "/e/xw.html": page(dated(others(8))),
        "/e/fz.html": page(dated(triples(reports))), **details(reports),
    }, reports, ("/e/fz.html",))  # fmt: skip


FIRST = batch(
    channel_in_pane, loaded_left_menu, loaded_header, classes_by_number, menu_with_callback, sites_in_select, years_named_as_reports,
    topic_site, named_at_length, encoded_menu,
)  # fmt: skip
