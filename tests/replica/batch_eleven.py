"""The eleventh batch: whole portals drawn on the server, by content systems and for bodies that no batch before had."""

from __future__ import annotations

from collections.abc import Sequence

from tests.replica.batch_dress import dressed, lawful, shown, titled
from tests.replica.batch_parts import Portal, batch, by, dated, links, made, others, page
from tests.replica.form_parts import Report, triples

Row = tuple[str, str, str]
DECOYS: tuple[Row, ...] = (
    ("/q/901.html", "宁岭县2026年法治政府建设工作要点", "2026-04-02"),
    ("/q/902.html", "县长在全县法治政府建设推进会议上的讲话", "2026-03-29"),
    ("/q/903.html", "宁岭县人民政府2025年政府信息公开工作年度报告", "2026-01-28"),
    ("/q/904.html", "宁岭县党政主要负责人履行推进法治建设第一责任人职责清单", "2026-01-15"),
    ("http://www.ningjiang.gov.cn/q/905.html", "宁江市人民政府2025年法治政府建设年度报告", "2026-03-30"),
    ("/q/906.html", "宁岭县2025年法治政府建设工作计划", "2025-03-01"),
    ("/q/907.html", "行政执法责任制实施办法", "2024-11-20"),
)


def worded(paths: Sequence[str], words: str, agency: str = "宁岭县人民政府") -> tuple[Report, ...]:
    """Reports of the years from 2025 backwards whose titles are ``words`` with the year put in."""
    return tuple(titled(path, 2025 - at, words.format(2025 - at), agency) for at, path in enumerate(paths))


def mixed(reports: Sequence[Report], *before: Row) -> list[Row]:
    """The rows of reports among decoys, newest first."""
    return sorted([*before, *DECOYS, *triples(reports)], key=lambda row: row[2], reverse=True)


def power_easy() -> Portal:
    """PowerEasy, a development zone: numbered items, folders called categories, pages that count from two."""
    name, root = "宁岭高新技术产业开发区管理委员会", "/Category_58/"
    reports = worded(("/Item/8812.aspx", "/Item/7920.aspx"), "宁岭高新区管委会{}年度法治政府建设情况报告", name)
    menu = [
        ("/", "首页"),
        *(
            (f"/Category_{at}/Index.aspx", each)
            for at, each in ((2, "高新概况"), (11, "新闻中心"), (23, "政务公开"), (31, "投资高新"), (40, "互动"))
        ),
    ]
    side = links(
        *(
            (f"/Category_{at}/Index.aspx", each)
            for at, each in ((51, "机构职能"), (55, "规划计划"), (58, "依法行政"), (60, "人事信息"))
        ),
        form='<dd><a href="{0}" target="_self">{1}</a></dd>',
    )
    row = '<li><a href="{0}" title="{1}" target="_blank">{1}</a><span class="fr">{2}</span></li>'
    first = "".join(row.format(*each) for each in [*DECOYS, *lawful(13)])
    second = "".join(row.format(*each) for each in [*triples(reports), *lawful(9, 40)])
    pager = "<div class='pagecss'>共 <b>31</b> 条信息 首页 上一页 <a href='/Category_58/Index_2.aspx'>下一页</a> <a href='/Category_58/Index_2.aspx'>尾页</a> 页次：<b>1</b>/2页 20条信息/页</div>"
    return Portal({
        **dressed(menu, {
            "/": dated(others(10)), "/Category_23/Index.aspx": f"<dl>{side}</dl>{dated(others(9))}", f"{root}Index.aspx": f"<dl>{side}</dl><ul>{first}</ul>{pager}", f"{root}Index_2.aspx": f"<dl>{side}</dl><ul>{second}</ul>",
            "/Category_51/Index.aspx": "<p>管委会内设机构</p>", "/Category_55/Index.aspx": dated(others(8, 30)), "/Category_60/Index.aspx": dated(others(8, 60)),
        }, name), **shown(reports),
    }, reports, (f"{root}Index.aspx",))  # fmt: skip


def empire_cms() -> Portal:
    """EmpireCMS, a county's bureau in GBK: folders of pinyin, further pages by an address of the system that counts from 0."""
    name, root = "宁岭县交通运输局", "/fazhi/"
    reports = worded(
        (f"{root}2026/0311/3381.html", f"{root}2025/0307/2713.html"),
        "宁岭县交通运输局关于{}年法治政府建设情况的报告",
        name,
    )
    menu = (
        ("/", "网站首页"),
        ("/jiaotong/", "交通要闻"),
        ("/gonggao/", "通知公告"),
        (root, "法治交通"),
        ("/banshi/", "办事指南"),
    )
    row = "<tr><td height='26'><img src='/skin/dot.gif'> <a href='{0}' target='_blank'>{1}</a></td><td width='90'>[{2}]</td></tr>"

    def body(each: Sequence[Row], at: int) -> str:
        other = f"<a href='/e/action/ListInfo/index.php?page={1 - at}&classid=17&line=20&tempid=9&ph=1&andor=and&orderby=&myorder=0&totalnum=32'>{2 - at}</a>"
        return f"<table>{''.join(row.format(*one) for one in each)}<tr><td>&nbsp;<a title='Total record'>&nbsp;<b>32</b></a> <b>{at + 1}</b> {other}</td></tr></table>"

    rows = mixed(reports, *lawful(23))
    pages = dressed(
        menu,
        {"/": dated(others(9)), root: body(rows[:20], 0), "/e/action/ListInfo/index.php": body(rows[20:], 1)},
        name,
        "gbk",
    )
    return Portal({**pages, **shown(reports)}, reports, (root,))


def site_server() -> Portal:
    """SiteServer: channels and contents by number; the reports stand in a channel of documents disclosed of the bureau's own will."""
    name = "宁岭县水利局"
    reports = worded(
        ("/contents/77/4410.html", "/contents/77/3905.html", "/contents/77/3120.html"),
        "{}年度法治政府建设工作情况报告",
        name,
    )
    menu = (
        ("/", "首页"),
        ("/channels/12.html", "水利动态"),
        ("/channels/30.html", "信息公开"),
        ("/channels/41.html", "水旱灾害防御"),
        ("/channels/52.html", "政民互动"),
    )
    tree = links(
        ("/channels/71.html", "领导信息"),
        ("/channels/72.html", "机构职责"),
        ("/channels/75.html", "财政资金"),
        ("/channels/77.html", "其他主动公开文件"),
        form='<div class="tree"><img src="/t.gif"><a href="{0}">{1}</a></div>',
    )
    rows = "".join(
        f'<div class="item clearfix"><i></i><a class="tit" href="{url}">{text}</a><div class="time">{day}</div></div>'
        for url, text, day in mixed(reports)
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/channels/30.html": f"{tree}<h3>信息公开指南</h3>", "/channels/77.html": f"{tree}{rows}", "/channels/71.html": f"{tree}<p>局长</p>",
            "/channels/72.html": f"{tree}<p>职责</p>", "/channels/75.html": f"{tree}{dated(others(7, 40))}",
        }, name), **shown(reports),
    }, reports, ("/channels/77.html",))  # fmt: skip


def founder_nodes() -> Portal:
    """Founder's system of newspapers: nodes and contents, pages of a node with a number behind it."""
    reports = made("/content/2026-03/16/content_188213.htm", "/content/2025-03/17/content_155021.htm")
    menu = (
        ("/", "首页"),
        ("/node_1001.htm", "要闻"),
        ("/node_1020.htm", "政务公开"),
        ("/node_1033.htm", "走进宁岭"),
        ("/node_1047.htm", "在线服务"),
    )
    left = links(
        *(
            (f"node_{at}.htm", each)
            for at, each in (
                (2011, "县政府文件"),
                (2012, "政策解读"),
                (2015, "法治政府建设"),
                (2016, "重点项目"),
                (2017, "统计数据"),
            )
        ),
        form="<tr><td class='bg'>·<a href='{0}' class='hei14'>{1}</a></td></tr>",
    )
    line = "<tr><td><a href='{0}' class='lan' target='_blank'>{1}</a> <span class='hui'>{2} 08:30:00</span></td></tr>"
    rows = mixed(reports, *lawful(24))
    first, second = ("".join(line.format(*each) for each in part) for part in (rows[:18], rows[18:]))
    return Portal({
        **dressed(menu, {
            "/": dated(others(8)), "/node_1020.htm": f"<table>{left}</table>", "/node_2015.htm": f"<table>{left}</table><table>{first}</table><a href='node_2015_2.htm'>[2]</a> <a href='node_2015_2.htm'>下一页</a>",
            "/node_2015_2.htm": f"<table>{left}</table><table>{second}</table><a href='node_2015.htm'>[1]</a>", "/node_2011.htm": dated(others(7, 20)), "/node_2012.htm": dated(others(7, 40)), "/node_2016.htm": dated(others(7, 60)), "/node_2017.htm": dated(others(7, 80)),
        }), **shown(reports),
    }, reports, ("/node_2015.htm",))  # fmt: skip


def xinhua_new_area() -> Portal:
    """A new area's portal as Xinhua builds them: c_ numbers below days; the rows are cards with a summary and a split date."""
    name = "宁岭新区管理委员会"
    reports = worded(
        ("/2026-03/18/c_1213001881.htm", "/2025-03/20/c_1212600317.htm"), "宁岭新区{}年法治政府建设年度报告", name
    )
    menu = (
        ("/index.htm", "首页"),
        ("/xwzx/index.htm", "新闻"),
        ("/xxgk/index.htm", "信息公开"),
        ("/fwdt/index.htm", "服务"),
        ("/hdjl/index.htm", "互动"),
    )
    blocks = "".join(
        f'<div class="box"><h2><a href="/xxgk/{slug}.htm">{each}</a></h2></div>'
        for slug, each in (
            ("zcwj", "政策文件"),
            ("ghjh", "规划计划"),
            ("fzzf", "法治政府"),
            ("ysjs", "预算决算"),
            ("zkly", "招考录用"),
        )
    )
    card = '<li class="clearfix"><div class="date"><strong>{4}</strong><span>{3}</span></div><h3><a href="{0}" target="_blank">{1}</a></h3><p>为深入推进依法治国，{1}……<a href="{0}">[详细]</a></p></li>'
    cards = "".join(card.format(*each, each[2][:7].replace("-", "."), each[2][8:]) for each in mixed(reports))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/index.htm": dated(others(9)), "/xxgk/index.htm": blocks, "/xxgk/fzzf.htm": f"<h1>法治政府</h1><ul>{cards}</ul>", "/xxgk/zcwj.htm": dated(others(9, 20)), "/xxgk/ghjh.htm": dated(others(9, 40)), "/xxgk/ysjs.htm": dated(others(9, 60)), "/xxgk/zkly.htm": dated(others(9, 80)),
        }, name), **shown(reports),
    }, reports, ("/xxgk/fzzf.htm",))  # fmt: skip


def columns_of_hebei() -> Portal:
    """A city of Hebei: columns and documents by GUID, the way there through lists of definitions that open on hover."""
    column, sister, third = (
        f"/columns/{each}/"
        for each in (
            "8f3c21ae-77d0-4f5b-9a10-5d2be0c4e701",
            "0b6a9d52-2f6e-4a3b-8f0a-c7e1d4a3b902",
            "c41e77f0-9d3a-4d0e-b1f5-0a2b3c4d5e03",
        )
    )
    reports = made(
        f"{column}202603/20/1f0e7c3d-4a52-4a06-8f1c-9b8a7c6d5e01.html",
        f"{column}202503/18/2a1f8d4e-5b63-4b17-9a2d-ac9b8d7e6f02.html",
        f"{column}202403/15/3b2a9e5f-6c74-4c28-ab3e-bdac9e8f7a03.html",
    )
    menu = (
        ("/", "首页"),
        (f"{sister}index.html", "市情"),
        ("/zwgk/index.html", "政务公开"),
        ("/zwfw/index.html", "政务服务"),
    )
    left = "".join(f"<dl><dt>{group}</dt><dd style='display:none'>{links(*entries, form='<a href={0!r}>{1}</a>')}</dd></dl>" for group, entries in (
        ("法定主动公开内容", ((f"{sister}index.html", "行政规范性文件"), (f"{third}index.html", "行政执法公示"), (f"{column}index.html", "法治政府建设年报"))), ("公开制度", (("/zd/index.html", "制度"),))))  # fmt: skip
    rows = "".join(
        f"<li><span>{each.date}</span><a href='{each.path}' target='_blank'>{each.title}</a></li>" for each in reports
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zwgk/index.html": left, f"{column}index.html": f"{left}<ul class='xx'>{rows}</ul><div id='page'>1/1</div>", f"{sister}index.html": f"{left}{dated(others(9, 20))}", f"{third}index.html": f"{left}{dated(lawful(9))}", "/zd/index.html": dated(others(4, 60)),
        }, "宁岭市人民政府"), **shown(reports),
    }, reports, (f"{column}index.html",))  # fmt: skip


def sites_of_henan() -> Portal:
    """A county of Henan: the root forwards deep below a folder of sources, lists are called list1, articles end in a GUID."""
    base = "/sitesources/nlx/page_pc/"
    root = f"{base}zwgk/zfxxgk/fdzdgknr/fzzfjsndbg/"
    reports = made(
        f"{root}article5f1d2c3b4a5968778695a4b3c2d1e0f1.html", f"{root}article6a2e3d4c5b6a79889706b5c4d3e2f1a2.html"
    )
    menu = [
        (f"{base}{slug}", each)
        for slug, each in (
            ("index.html", "首页"),
            ("xwdt/list1.html", "新闻动态"),
            ("zwgk/list1.html", "政务公开"),
            ("zwfw/list1.html", "政务服务"),
            ("zjnl/list1.html", "走进宁岭"),
        )
    ]
    catalogue = f"{base}zwgk/zfxxgk/fdzdgknr/"
    left = links(
        *(
            (f"{catalogue}{slug}/list1.html", each)
            for slug, each in (
                ("jgjj", "机关简介"),
                ("zcwj", "政策文件"),
                ("xzzf", "行政执法"),
                ("fzzfjsndbg", "法治政府建设年度报告"),
                ("czxx", "财政信息"),
            )
        ),
        form='<li class="tree-li"><a href="{0}" title="{1}">{1}</a></li>',
    )
    lists = {
        f"{catalogue}{slug}/list1.html": f"<ul>{left}</ul>{dated(others(9, at * 20))}"
        for at, slug in enumerate(("jgjj", "zcwj", "xzzf", "czxx"), 1)
    }
    return Portal({
        "/": page(f"<script>window.location.href='{base}index.html';</script>", head=f'<meta http-equiv="refresh" content="0;url={base}index.html">'),
        **dressed(menu, {
            f"{base}index.html": dated(others(9)), f"{base}zwgk/list1.html": links((f"{base}zwgk/zfxxgk/list1.html", "政府信息公开"), (f"{base}zwgk/hy/list1.html", "政府会议")), f"{base}zwgk/zfxxgk/list1.html": links((f"{catalogue}list1.html", "法定主动公开内容"), (f"{base}zwgk/zfxxgk/nb/list1.html", "政府信息公开年报")),
            f"{catalogue}list1.html": f"<ul>{left}</ul>", **lists, f"{root}list1.html": f"<ul>{left}</ul>{dated(triples(reports))}", f"{base}zwgk/zfxxgk/nb/list1.html": dated([DECOYS[2]]), f"{base}zwgk/hy/list1.html": dated(others(9, 100)),
        }), **shown(reports),
    }, reports, (f"{root}list1.html",))  # fmt: skip


def node_of_kesion() -> Portal:
    """Kesion: show and list as two scripts that take one number; titles in bold and colour."""
    name = "宁岭县民政局"
    reports = worded(
        ("/Item/Show.asp?m=1&d=5512", "/Item/Show.asp?m=1&d=4720"), "宁岭县民政局{}年度推进法治政府建设情况报告", name
    )
    menu = [
        ("/", "首页"),
        *(
            (f"/Item/list.asp?id={at}", each)
            for at, each in ((1510, "民政要闻"), (1522, "政务公开"), (1530, "办事服务"))
        ),
    ]
    side = links(
        *(
            (f"list.asp?id={at}", each)
            for at, each in ((1541, "政策法规"), (1542, "法治民政"), (1543, "社会救助"), (1544, "行政审批"))
        ),
        form="<li><a href='{0}'>{1}</a></li>",
    )
    rows = "".join(
        f"<li><span>{day[5:]}</span><a href='{url}' title='{text}'><b><font color=red>{text}</font></b></a></li>"
        for url, text, day in mixed(reports)
    )
    lists = dressed(menu, {
        "/": dated(others(9)), "1522": f"<ul>{side}</ul>{dated(others(6, 30))}", "1541": f"<ul>{side}</ul>{dated(others(6, 50))}", "1542": f"<ul>{side}</ul><ul>{rows}</ul>", "1543": f"<ul>{side}</ul>{dated(others(6, 70))}", "1544": f"<ul>{side}</ul>{dated(others(6, 90))}", "1510": dated(others(9, 110)), "1530": dated(others(3, 130)),
    }, name)  # fmt: skip
    return Portal({
        "/": lists["/"], "/Item/list.asp": by("id", lists), "/Item/Show.asp": by("d", {each.path.rpartition("=")[2]: shown([each])["/Item/Show.asp"] for each in reports}),
    }, reports, ("/Item/list.asp?id=1542",))  # fmt: skip


FIRST = batch(
    power_easy,
    empire_cms,
    site_server,
    founder_nodes,
    xinhua_new_area,
    columns_of_hebei,
    sites_of_henan,
    node_of_kesion,
)
