"""The sixteenth batch: portals drawn on the server whose menus, ways and rows are unlike; traps have pages of their own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.replica.batch_dress import dress, dressed, lawful, shown, titled
from tests.replica.batch_eleven import Row, worded
from tests.replica.batch_parts import Portal, batch, by, dated, links, others, page
from tests.replica.form_parts import Report, fixed, triples
from tests.replica.model import Answer, Handler

TRAPS: tuple[Row, ...] = (
    ("/trap/1.html", "《宁岭县2025年法治政府建设年度报告》解读", "2026-03-30"),
    ("/trap/2.html", "关于报送2025年度法治政府建设年度报告的通知", "2025-12-15"),
    ("/trap/3.html", "宁岭县2026年法治政府建设工作计划", "2026-04-02"),
    ("/trap/4.html", "中共中央办公厅 国务院办公厅印发《法治政府建设与责任落实督察工作规定》", "2025-05-06"),
    ("/trap/5.html", "图解：宁岭县2025年法治政府建设年度报告", "2026-03-31"),
    ("/trap/6.html", "关于公布2025年度法治政府建设年度报告评查结果的通报", "2026-05-11"),
    ("/trap/7.html", "宁岭县人民政府2025年政府信息公开工作年度报告", "2026-01-28"),
    ("/trap/8.html", "县委依法治县办听取2025年度法治政府建设年度报告", "2026-02-20"),
)
SAID = (
    "为深入贯彻落实《法治政府建设与责任落实督察工作规定》，进一步做好有关工作，现将有关事项通知如下。",
    "一、高度重视。各乡镇人民政府、县政府各部门要充分认识做好该项工作的重要意义，明确专人负责。",
    "二、严格时限。请于规定时间内将材料报送县委依法治县办，并通过门户网站向社会公开。",
    "三、强化督导。县委依法治县办将适时通报进展情况，并纳入年度考核。",
    "联系人：某某，联系电话：0000—1234567。",
)


def trapped(*numbers: int) -> list[Row]:
    """Some of the traps, by number."""
    return [TRAPS[at - 1] for at in numbers]


def among(reports: Sequence[Report], *rows: Row) -> list[Row]:
    """The rows of reports among others, newest first."""
    return sorted([*triples(reports), *rows], key=lambda row: row[2], reverse=True)


def guarded(*rows: Row) -> dict[str, Handler]:
    """The pages of traps: documents that speak of reports and are none."""
    text = "".join(f"<p>{line}</p>" for line in SAID)
    return {
        path: fixed(f"<h1>{title}</h1><div>发布时间：{day}</div><div class='article-content'>{text}</div>",
                    ("ArticleTitle", escape(title)))
        for path, title, day in rows or TRAPS
    }  # fmt: skip


def pictures_for_names() -> Portal:
    """A province's department: every name of the menu is a picture, told in ``alt`` and ``title`` alone; the file of rows has no suffix."""
    name, root = "宁江省农业农村厅", "/gk/fzjs"
    reports = worded(
        ("/gk/fzjs/260311.htm", "/gk/fzjs/250312.htm", "/gk/fzjs/240308.htm"),
        "宁江省农业农村厅{}年度法治政府建设情况的报告",
        name,
    )
    menu = (("/", "首页"), ("/xw", "三农要闻"), ("/gk", "政务公开"), ("/fw", "办事服务"), ("/sj", "数据"))
    left = links(
        ("/gk/jg", "机构职能"), ("/gk/wj", "政策文件"), (root, "法治建设"), ("/gk/ys", "预决算"),
        form='<div class="m"><a href="{0}" title="{1}"><img src="/i/{1}.gif"></a></div>',
    )  # fmt: skip
    rows = among(reports, *trapped(2, 4), *lawful(6))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/gk": left, root: f"{left}{dated(rows)}", "/gk/jg": f"{left}<p>职责</p>", "/gk/wj": f"{left}{dated(others(9, 20))}", "/gk/ys": f"{left}{dated(others(9, 40))}",
        }, name, form='<li><a href="{0}"><img src="/n.png" alt="{1}" border="0"></a></li>'), **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def areas_of_a_map() -> Portal:
    """A county whose head is one picture with areas; rows have no date, the titles are the older ones of duty before the law."""
    root = "/zwgk/yfxz/"
    reports = (
        titled(f"{root}3301.html", 2025, "宁岭县2025年度法治政府建设情况报告"),
        titled(f"{root}2714.html", 2017, "宁岭县人民政府2017年依法行政工作报告"),
        titled(f"{root}2201.html", 2016, "宁岭县人民政府2016年依法行政工作报告"),
    )
    areas = "".join(
        f'<area shape="rect" coords="{at * 90},0,{at * 90 + 88},40" href="{url}" alt="{word}">'
        for at, (url, word) in enumerate(
            (("/", "首页"), ("/zjnl/", "宁岭概况"), ("/zwgk/", "政务公开"), ("/bsdt/", "办事大厅"), ("/hd/", "互动"))
        )
    )
    head = f'<img src="/head.jpg" usemap="#m" width="980"><map name="m">{areas}</map>'
    left = links(
        ("/zwgk/zfwj/", "政府文件"), (root, "依法行政"), ("/zwgk/rsxx/", "人事信息"),
        form="<tr><td><a href='{0}'>{1}</a></td></tr>",
    )  # fmt: skip
    undated = "".join(
        f"<tr><td>·<a href='{url}' target='_blank'>{text}</a></td></tr>"
        for url, text, _ in [*triples(reports[:1]), *trapped(1, 3), *triples(reports[1:]), *lawful(9)]
    )
    bodies = {
        "/": dated(others(9)), "/zwgk/": f"<table>{left}</table>", root: f"<table>{left}</table><table>{undated}</table>",
        "/zwgk/zfwj/": dated(others(9, 20)), "/zwgk/rsxx/": dated(others(9, 40)), "/zjnl/": "<p>概况</p>", "/hd/": "<p>信箱</p>", "/bsdt/": dated(others(4, 60)),
    }  # fmt: skip
    pages = {path: page(f"{head}{body}") for path, body in bodies.items()}
    return Portal({**pages, **shown(reports), **guarded()}, reports, (root,))


def addresses_beside_void() -> Portal:
    """A township: links lead nowhere, the address stands in ``onclick`` or in an attribute of data; a number is told to a function."""
    name = "宁岭县城岭镇人民政府"
    reports = worded(("/show/7712.html", "/show/6120.html"), "城岭镇人民政府{}年法治政府建设年度报告", name)
    head = "<script>function go(u){location.href=u}</script>"
    menu = "".join((
        "<a href='/'>首页</a>", "<a href='javascript:void(0)' onclick=\"go('/list/3.html')\">镇情</a>",
        "<a href='javascript:void(0);' onclick=\"go('/list/8.html')\">政务公开</a>", "<a href='javascript:;' onclick=\"window.open('/list/9.html')\">便民服务</a>",
    ))  # fmt: skip
    side = "".join(
        f'<li><a href="javascript:void(0)" data-url="/list/{at}.html" class="nav-item"><i></i>{word}</a></li>'
        for at, word in ((81, "机构设置"), (82, "财政信息"), (85, "法治政府建设"), (87, "乡村振兴"))
    )
    bodies = {
        "/": dated(others(9)), "/list/8.html": f"<ul>{side}</ul>", "/list/85.html": f"<ul>{side}</ul>{dated(among(reports, *trapped(2, 8)))}",
        "/list/81.html": "<p>机构</p>", "/list/82.html": dated(others(7, 20)), "/list/87.html": dated(others(7, 40)), "/list/3.html": "<p>镇情</p>", "/list/9.html": dated(others(3, 60)),
    }  # fmt: skip
    pages = {path: dress(body, menu, name, "utf-8", head, "<p>城岭镇人民政府主办</p>") for path, body in bodies.items()}
    return Portal({**pages, **shown(reports), **guarded()}, reports, ("/list/85.html",))


def frameset_in_gb18030() -> Portal:
    """An old county portal: a frameset of three, the menu in the left frame sends its lists to the main one; a rare character in every name."""
    name = "宁岭县水务局"
    reports = worded(("/view.asp?id=901", "/view.asp?id=844"), "宁岭县水务局关于{}年度法治政府建设工作情况的报告", name)
    frames = (
        '<frameset rows="120,*"><frame src="top.asp" name="top"><frameset cols="200,*"><frame src="left.asp" name="left">'
        '<frame src="main.asp" name="main"></frameset></frameset><noframes>您的浏览器不支持框架</noframes>'
    )
    left = links(
        ("list.asp?lb=11", "单位概况"), ("list.asp?lb=12", "水务动态"), ("list.asp?lb=15", "依法治水"), ("list.asp?lb=19", "招标公告"),
        form='<tr><td><a href="{0}" target="main">{1}</a></td></tr>',
    )  # fmt: skip
    row = "<tr><td width=20>◆</td><td><a href='{0}' target=_blank>{1}</a></td><td nowrap>[{2}]</td></tr>"

    def plain(body: str) -> Handler:
        return page(f"{body}<p>㙍田水库管理所</p>", name, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030")  # fmt: skip

    listed = "".join(row.format(*each) for each in among(reports, *trapped(3, 4), *lawful(9)))
    lists = {
        "15": plain(f"<table>{listed}</table>"),
        **{at: plain(dated(others(9, 20))) for at in ("11", "12", "19")},
    }
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>宁岭县水务局</title></head>'
    start = encoded(f"{head}{frames}</html>")
    return Portal({
        "/": start, "/top.asp": plain("<img src=top.gif>"), "/left.asp": plain(f"<table>{left}</table>"), "/main.asp": plain(dated(others(9))),
        "/list.asp": by("lb", lists, "12"), "/view.asp": by("id", {each.path.rpartition("=")[2]: shown([each])["/view.asp"] for each in reports}), **guarded(),
    }, reports, ("/list.asp?lb=15",))  # fmt: skip


def encoded(text: str, encoding: str = "gb18030") -> Handler:
    """A page as it is, in an encoding that its header does not tell."""
    return lambda request: Answer(text.encode(encoding), content_type="text/html")


def hub_of_departments() -> Portal:
    """The county's hub of its departments: each has a page of openness with nested lists, and its column deep in them."""
    names = {
        "jyj": "教育局",
        "mzj": "民政局",
        "czj": "财政局",
        "slj": "水利局",
        "whj": "文化和旅游局",
        "yjj": "应急管理局",
    }
    roots = {slug: f"/bmxxgk/{slug}/fdzdgknr/fzzfjs/" for slug in names}
    reports = tuple(
        titled(f"{root}{2026 - at}03/t{2026 - at}031{at}_{4400 + 9 * place + at}.html", 2025 - at, f"宁岭县{names[slug]}{2025 - at}年度法治政府建设年度报告", f"宁岭县{names[slug]}")
        for place, (slug, root) in enumerate(roots.items()) for at in (0, 1)
    )  # fmt: skip
    menu = (("/", "首页"), ("/xwzx/", "新闻"), ("/zwgk/", "政务公开"), ("/bmxxgk/", "部门信息公开"), ("/zmhd/", "互动"))
    pages = {
        "/": dated(others(9)), "/zwgk/": links(("/zwgk/zc/", "政策"), ("/bmxxgk/", "部门信息公开平台")), "/zwgk/zc/": dated(others(9, 30)),
        "/bmxxgk/": f"<h3>县政府部门</h3><table>{links(*((f'/bmxxgk/{slug}/', f'县{each}') for slug, each in names.items()), form='<td><a href={0!r} target=_blank>{1}</a></td>')}</table>",
    }  # fmt: skip
    for at, (slug, root) in enumerate(roots.items()):
        base = f"/bmxxgk/{slug}/"
        tree = (
            f"<ul><li><a href='{base}zn/'>政府信息公开指南</a></li><li><a href='javascript:;'>法定主动公开内容</a><ul>"
            f"<li><a href='{base}fdzdgknr/jgzn/'>机构职能</a></li><li><a href='{base}fdzdgknr/czyjs/'>财政预决算</a></li><li><a href='{root}'>法治政府建设年度报告</a></li></ul></li></ul>"
        )
        own = [each for each in reports if each.path.startswith(root)]
        pages |= {base: f"<h2>宁岭县{names[slug]}</h2>{tree}", root: f"{tree}{dated(triples(own))}", f"{base}fdzdgknr/czyjs/": f"{tree}{dated(others(5, 9 * at))}", f"{base}zn/": "<p>指南</p>", f"{base}fdzdgknr/jgzn/": "<p>职能</p>"}  # fmt: skip
    return Portal({**dressed(menu, pages), **shown(reports)}, reports, tuple(roots.values()), every=True)


def archive_by_year() -> Portal:
    """One page of the column, its years chosen in the query; each year holds the reports of the county and its offices."""
    root = "/fzzf/list"
    offices = ("宁岭县人民政府", "宁岭县司法局", "宁岭县审计局", "宁岭县统计局")
    reports = tuple(
        Report(f"/fzzf/{year}/{at}.html", office, year)
        for year in (2025, 2024, 2023)
        for at, office in enumerate(offices, 40)
    )
    years = links(*((f"{root}?nf={year}", f"{year}年") for year in (2025, 2024, 2023)), form='<a class="nf" href="{0}">{1}</a>')  # fmt: skip
    menu = (("/", "首页"), ("/xw/", "新闻"), ("/gk/", "公开"), ("/fw/", "服务"))
    left = links(("/gk/wj/", "文件"), (root, "法治政府建设报告"), ("/gk/tj/", "统计"))
    lists = dressed(menu, {
        str(year): f"<ul>{left}</ul><div>年份：{years}</div>{dated(among([each for each in reports if each.year == year]))}" for year in (2025, 2024, 2023)
    })  # fmt: skip
    return Portal({
        **dressed(menu, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/gk/wj/": dated(others(9, 20)), "/gk/tj/": dated(others(9, 40))}),
        root: by("nf", lists, "2025"), **shown(reports),
    }, reports, (root, *(f"{root}?nf={year}" for year in (2025, 2024, 2023))))  # fmt: skip


def special_pages() -> Portal:
    """The reports stand in a block of a special page on the rule of law, whose "more" is the only link to their list."""
    root = "/zt/fznl/ndbg/"
    reports = worded(
        tuple(f"{root}{year}03/{year}0318_{year}.html" for year in (2026, 2025, 2024, 2023)),
        "宁岭县人民政府{}年度法治政府建设情况报告",
    )
    menu = (("/", "首页"), ("/xw/", "新闻"), ("/gk/", "公开"), ("/zt/", "专题专栏"))
    cards = "".join(
        f"<div class='card'><a href='{url}' target='_blank'><img src='/zt/{at}.jpg'></a><p>{word}</p></div>"
        for at, (url, word) in enumerate(
            (("/zt/ny/", "乡村振兴"), ("/zt/fznl/", "法治宁岭"), ("/zt/aq/", "安全生产月"))
        )
    )
    block = "<div class='blk'><h3><b>{0}</b><span><a href='{1}'>更多&gt;&gt;</a></span></h3>{2}</div>"
    special = block.format("法治动态", "/zt/fznl/fzdt/", dated(lawful(5))) + block.format("年度报告", root, dated(triples(reports[:2])))  # fmt: skip
    return Portal({
        **dressed(menu, {"/": dated(others(9)), "/zt/": cards, "/zt/ny/": dated(others(9, 20)), "/zt/aq/": dated(others(9, 40)), "/gk/": dated(others(9, 60))}),
        "/zt/fznl/": page(special, "法治宁岭"), "/zt/fznl/fzdt/": page(dated(lawful(15)), "法治动态"), root: page(dated(among(reports, *trapped(5, 8))), "年度报告"), **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


FIRST = batch(
    pictures_for_names, areas_of_a_map, addresses_beside_void, frameset_in_gb18030, hub_of_departments, archive_by_year, special_pages,
)  # fmt: skip
