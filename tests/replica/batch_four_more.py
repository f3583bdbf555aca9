"""The rest of the fourth batch."""

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
from tests.replica.form_parts import COLUMN, OWNER, Report, answer, detail, triples
from tests.replica.model import Answer, Request


def departments_by_click() -> Portal:
    """Departments as cells that open their sub-site when clicked; each publishes among its own notices."""
    slugs = {"xjyj": "教育局", "xmzj": "民政局", "xczj": "财政局", "xsfj": "司法局", "xslj": "水利局"}
    cells = "".join(f"<td onclick=\"openSite('{slug}')\">县{name}</td>" for slug, name in slugs.items())
    script = "function openSite(d){var base='/bmwz/';window.open(base+d+'/index.html','_blank');}"
    pages = {**noise(), "/": usual('<a href="/bmwz/index.html">部门网站</a>'),
             "/bmwz/index.html": page(f"<table><tr>{cells}</tr></table><script>{script}</script>")}  # fmt: skip
    reports = []
    for at, (slug, name) in enumerate(slugs.items()):
        root = f"/bmwz/{slug}/"
        report = Report(f"{root}tzgg/{610 + at}.html", f"宁岭县{name}", 2025)
        pages[f"{root}index.html"] = page(
            links((f"{root}gzdt/index.html", "工作动态"), (f"{root}tzgg/index.html", "通知公告")), f"县{name}"
        )
        pages[f"{root}gzdt/index.html"] = page(dated(others(4, 30 * at)))
        pages[f"{root}tzgg/index.html"] = page(f"<h2>通知公告</h2>{dated([*others(7, 30 * at), *triples([report])])}")
        reports.append(report)
    return Portal(pages | details(reports), tuple(reports), tuple(f"/bmwz/{slug}/tzgg/index.html" for slug in slugs))


def files_alone() -> Portal:
    """Rows that lead straight to files."""
    reports = made("/uploads/2026/03/fz2025.pdf", "/uploads/2025/03/fz2024.pdf")
    files = {each.path: piece("%PDF-1.4", "application/pdf") for each in reports}
    return Portal({
        **noise(), "/": usual('<a href="/gk/index.html">政府信息公开</a>'),
        "/gk/index.html": page(links(("/gk/zn.html", "指南"), ("/xxgknb/", "信息公开年报"), ("/gk/fzzf.html", "法治政府建设报告"))),
        "/gk/zn.html": page("<p>指南</p>"), "/gk/fzzf.html": page(dated(triples(reports))), **files,
    }, reports, ("/gk/fzzf.html",))  # fmt: skip


def year_in_select() -> Portal:
    """A choice of years changes the address; the present year is empty."""
    reports = made("/art/25/301.html", "/art/24/188.html", "/art/23/92.html")
    choice = "".join(f'<option value="{year}">{year}年</option>' for year in (2026, 2025, 2024, 2023))
    select = f'<select id="nd" onchange="location.href=\'list.jsp?lm=58&nd=\'+this.value">{choice}</select>'

    def listing(request: Request) -> Answer:
        asked = FIELDS(request)
        if asked.get("lm") != "58":
            return page(dated(others(9)))(request)
        part = [each for each in reports if str(each.year) == asked.get("nd")]
        return page(f"<h2>{COLUMN}</h2>{select}{dated(triples(part)) if part else '<p>暂无信息</p>'}")(request)

    return Portal({
        **noise(), "/": usual(links(("/gk/list.jsp?lm=51", "政策解读"), ("/gk/list.jsp?lm=58", COLUMN))),
        "/gk/list.jsp": listing, **details(reports),
    }, reports, ("/gk/list.jsp?lm=58", *(f"/gk/list.jsp?lm=58&nd={year}" for year in (2025, 2024, 2023))))  # fmt: skip


def tree_asks_list() -> Portal:
    """The tree comes from a service, a click on its node asks another service for the list."""
    reports = made("/gkml/202603/t20260318_5501.html", "/gkml/202503/t20250320_4410.html")
    nodes = [
        {"channelId": "c11", "channelName": "机构职能", "pid": "0"},
        {"channelId": "c19", "channelName": "法治政府建设", "pid": "0"},
    ]
    script = (
        '$.getJSON("/gkml/channelTree.json",function(d){$.fn.zTree.init($("#tree"),{data:{key:{name:"channelName"}},callback:'
        "{onClick:function(e,id,node){loadDocs(node.channelId,1)}}},d)});function loadDocs(channelId,page){$.ajax({url:"
        '"/gkml/docs.do?channelId="+channelId+"&page="+page,dataType:"json",success:show})}'
    )

    def docs(request: Request) -> object:
        right = FIELDS(request).get("channelId") == "c19"
        return {
            "docs": [{"docTitle": each.title, "docPubUrl": each.path, "docRelTime": each.date} for each in reports]
            if right
            else [],
            "num": 2,
        }

    return Portal({
        **noise(), "/": usual('<a href="/gkml/">政府信息公开目录</a>'),
        "/gkml/": page('<ul id="tree"></ul><div id="docs"></div><script src="/gkml/gkml.js"></script>'),
        "/gkml/gkml.js": piece(script, "application/javascript"), "/gkml/channelTree.json": answer(nodes),
        "/gkml/docs.do": answer(docs), **details(reports),
    }, reports, ("/gkml/", "/gkml/docs.do?channelId=c19&page=1"))  # fmt: skip


def parallel_arrays() -> Portal:
    """A menu that a loop writes from two lists, names in one and folders in the other."""
    reports = made("/zwgk/fzjs/2026/12.html", "/zwgk/fzjs/2025/11.html")
    script = (
        "var mc=['政策文件','规划计划','法治政府建设','财政资金'];var lj=['zcwj','ghjh','fzjs','czzj'];for(var i=0;i<mc.length;i++)"
        "{document.write('<li><a href=\"/zwgk/'+lj[i]+'/\">'+mc[i]+'</a></li>');}"
    )
    empty = {f"/zwgk/{slug}/": page(dated(others(5, 40 * at))) for at, slug in enumerate(("zcwj", "ghjh", "czzj"))}
    return Portal({
        **noise(), **empty, "/": usual('<a href="/zwgk/">政务公开</a>'), "/zwgk/": page(f"<ul><script>{script}</script></ul>"),
        "/zwgk/fzjs/": page(dated(triples(reports))), **details(reports),
    }, reports, ("/zwgk/fzjs/",))  # fmt: skip


def deep_in_notices() -> Portal:
    """No column of their own: among the notices, on their third page."""
    reports = made("/gg/202603/t20260312_7001.html")
    every = [*others(33, 100), *triples(reports), *others(30, 200)]

    def listing(number: int) -> str:
        part = every[number * 15 : number * 15 + 15]
        return f'<ul class="doc">{dated(part)}</ul><script>createPageHTML(5, {number}, "index", "html");</script>'

    pages = {f"/gg/{'index' if not n else f'index_{n}'}.html": page(listing(n)) for n in range(5)}
    return Portal({
        **pages, "/gg/": page(listing(0)), "/": usual(links(("/gg/", "公示公告"), ("/ld/", "领导之窗"), ("/xxgknb/", "信息公开年报"))),
        **{path: handler for path, handler in noise().items() if path != "/tzgg/"}, "/ld/": page("<p>县长</p>"), **details(reports),
    }, reports, ("/gg/",))  # fmt: skip


def void_call() -> Portal:
    """A function that is called in the address of a link, and rows that call another."""
    reports = made("/zfxx/show.php?contentid=771", "/zfxx/show.php?contentid=660")
    script = (
        "function openUrl(u){window.location=u;}function showInfo(id){window.open('/zfxx/show.php?contentid='+id);}"
    )
    lines = "".join(
        f'<li><span>{each.date}</span><a href="javascript:void(0)" onclick="showInfo(\'{each.path.partition("=")[2]}\')">{each.title}</a></li>'
        for each in reports
    )
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    menu = "".join(
        f"<a href=\"javascript:void openUrl('/zfxx/list.php?catid={catid}')\">{name}</a>"
        for catid, name in ((8, "政策法规"), (9, "法治建设"), (10, "计划总结"))
    )
    return Portal({
        **noise(), "/": usual(f"{menu}<script>{script}</script>"),
        "/zfxx/list.php": by("catid", {"9": page(f"<ul>{lines}</ul><script>{script}</script>"), "8": page(dated(others(6)))}),
        "/zfxx/show.php": by("contentid", shown),
    }, reports, ("/zfxx/list.php?catid=9",))  # fmt: skip


def tabs_in_frame() -> Portal:
    """Tabs that change what a frame shows."""
    reports = made("/zdgk/fz/1.html", "/zdgk/fz/2.html")
    tabs = "".join(
        f"<li onclick=\"document.getElementById('ifr').src='/zdgk/{slug}.html'\">{name}</li>"
        for slug, name in (("cz", "财政"), ("fz", "法治政府"), ("aq", "安全生产"))
    )
    return Portal({
        **noise(), "/": usual('<a href="/zdgk/index.html">重点领域信息公开</a>'),
        "/zdgk/index.html": page(f'<ul class="tab">{tabs}</ul><iframe id="ifr" src="/zdgk/cz.html"></iframe>'),
        "/zdgk/cz.html": page(dated(others(6))), "/zdgk/aq.html": page(dated(others(6, 50))),
        "/zdgk/fz.html": page(rows(reports, "<div class='item'><a href='{0}'>{1}</a><i>{2}</i></div>")), **details(reports),
    }, reports, ("/zdgk/fz.html",))  # fmt: skip


def notice_carries_file() -> Portal:
    """A column whose rows say 情况, and whose pages hold the text in a file only."""
    paths = ("/zwgk/fzqk/t20260320_1.html", "/zwgk/fzqk/t20250321_1.html")
    reports = made(*paths)
    line = "".join(
        f'<li><a href="{each.path}">{OWNER}关于{each.year}年法治政府建设情况的报告</a>　{each.date}</li>'
        for each in reports
    )
    shown = {
        each.path: page(
            f"<h1>{OWNER}关于{each.year}年法治政府建设情况的报告</h1><p>发布时间：{each.date}</p><p>附件：<a href='/f/{each.year}.pdf'>{each.year}年法治政府建设情况报告.pdf</a></p>"
        )
        for each in reports
    }
    return Portal({
        **noise(), "/": usual(links(("/zwgk/zcwj/", "政策文件"), ("/zwgk/fzqk/", "依法治县"))),
        "/zwgk/zcwj/": page(dated(others(8))), "/zwgk/fzqk/": page(f"<ul>{line}</ul>"), **shown,
    }, reports, ("/zwgk/fzqk/",))  # fmt: skip


SECOND = batch(
    departments_by_click, files_alone, year_in_select, tree_asks_list, parallel_arrays, deep_in_notices, void_call,
    tabs_in_frame, notice_carries_file,
)  # fmt: skip
