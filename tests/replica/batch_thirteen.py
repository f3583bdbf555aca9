"""The thirteenth batch: eight more portals drawn on the server, written when the eleventh had been mended."""

from __future__ import annotations

from tests.replica.batch_dress import dressed, lawful, shown
from tests.replica.batch_eleven import DECOYS, mixed, worded
from tests.replica.batch_parts import Portal, batch, dated, links, made, others
from tests.replica.form_parts import Report, triples


def two_lists_of_ningxia() -> Portal:
    """One page of the column shows two lists, the government's reports and those of its departments."""
    root = "/xxgk/zdgk/fzzfjsqk/"
    own = worded(
        (f"{root}202603/t20260317_5110022.html", f"{root}202503/t20250318_4810077.html"),
        "宁岭县人民政府{}年法治政府建设情况报告",
    )
    filed = tuple(
        Report(f"{root}202603/t202603{10 + at}_51000{at}.html", f"宁岭县{name}", 2025)
        for at, name in enumerate(("教育局", "民政局", "财政局", "水利局", "商务局"))
    )
    menu = (("/", "首页"), ("/zwdt/", "政务动态"), ("/xxgk/", "信息公开"), ("/bsfw/", "办事服务"))
    left = links(
        ("/xxgk/jgzn/", "机构职能"),
        ("/xxgk/zdgk/ysjs/", "财政预决算"),
        (root, "法治政府建设情况"),
        ("/xxgk/zdgk/zfcg/", "政府采购"),
        form='<li><a href="{0}" title="{1}">{1}</a></li>',
    )
    body = f"<div class='gk'><h3>县政府</h3>{dated(triples(own))}</div><div class='gk'><h3>县直部门</h3>{dated(triples(filed))}</div>"
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/xxgk/": f"<ul>{left}</ul>", root: f"<ul>{left}</ul>{body}", "/xxgk/jgzn/": "<p>机构</p>", "/xxgk/zdgk/ysjs/": dated(others(9, 20)), "/xxgk/zdgk/zfcg/": dated(others(9, 40)),
        }), **shown((*own, *filed)),
    }, (*own, *filed), (root,))  # fmt: skip


def years_of_yunnan() -> Portal:
    """The years stand as headings that fold; below each all the papers of law-based government of that year."""
    root = "/zfxxgk/fdzdgknr/yfxz/"
    reports = worded(
        tuple(f"/contents/{at}/{at * 77}.html" for at in (9120, 8011, 7044)), "宁岭县{}年度法治政府建设情况报告"
    )
    menu = (("/", "首页"), ("/xwzx/", "新闻中心"), ("/zfxxgk/", "政府信息公开"), ("/hdjl/", "互动交流"))
    left = links(("/zfxxgk/fdzdgknr/gfxwj/", "规范性文件"), (root, "依法行政"), ("/zfxxgk/fdzdgknr/rsgl/", "人事管理"))
    body = "".join(
        f"<div class='panel'><h4 data-toggle='collapse'>{each.year + 1}年</h4><ul>{''.join(f'<li><a href={url!r}>{text}</a> <i>{day}</i></li>' for url, text, day in [*triples([each]), *lawful(3, at * 9)])}</ul></div>"
        for at, each in enumerate(reports)
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zfxxgk/": f"<ul>{left}</ul>", root: f"<ul>{left}</ul>{body}", "/zfxxgk/fdzdgknr/gfxwj/": dated(others(9, 20)), "/zfxxgk/fdzdgknr/rsgl/": dated(others(9, 40)),
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


def police_of_city() -> Portal:
    """A city's police: no menu entry speaks of government; the report stands among the plans and summaries."""
    name, root = "宁岭市公安局", "/jwgk/jhzj/"
    reports = worded(
        (f"{root}202603/17_33011.shtml", f"{root}202503/18_29012.shtml"),
        "宁岭市公安局{}年度法治政府建设工作情况报告",
        name,
    )
    menu = (
        ("/", "首页"),
        ("/jwzx/", "警务资讯"),
        ("/jwgk/", "警务公开"),
        ("/wsbs/", "网上办事"),
        ("/jmhd/", "警民互动"),
    )
    tabs = links(
        ("/jwgk/jgsz/", "机构设置"),
        ("/jwgk/zcfg/", "政策法规"),
        (root, "计划总结"),
        ("/jwgk/tjsj/", "统计数据"),
        ("/jwgk/zfgk/", "执法公开"),
        form='<a class="tab" href="{0}">{1}</a>',
    )
    rows = [
        *triples(reports),
        ("/p/1.html", "宁岭市公安局2026年工作要点", "2026-02-11"),
        ("/p/2.html", "宁岭市公安局2025年工作总结", "2026-01-05"),
        ("/p/3.html", "宁岭市公安局2025年政府信息公开工作年度报告", "2026-01-20"),
        ("/p/4.html", "宁岭市公安局2025年普法责任清单", "2025-05-06"),
    ]
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/jwgk/": tabs, root: f"{tabs}{dated(sorted(rows, key=lambda row: row[2], reverse=True))}", "/jwgk/zcfg/": f"{tabs}{dated(others(9, 20))}", "/jwgk/tjsj/": f"{tabs}{dated(others(9, 40))}", "/jwgk/zfgk/": f"{tabs}{dated(lawful(9))}", "/jwgk/jgsz/": "<p>机构</p>",
        }, name), **shown(reports),
    }, reports, (root,))  # fmt: skip


def notices_of_health() -> Portal:
    """A health commission that publishes among its notices, which also pass on what others ask for."""
    name, root = "宁岭县卫生健康委员会", "/tzgg/"
    reports = worded(
        (f"{root}2026-03-09-4412.html", f"{root}2025-03-11-3977.html"),
        "宁岭县卫生健康委员会关于{}年度法治政府建设情况的报告",
        name,
    )
    menu = (("/", "首页"), ("/gzdt/", "工作动态"), (root, "通知公告"), ("/zcwj/", "政策文件"), ("/ylfw/", "医疗服务"))
    asked = [
        ("/n/31.html", "关于转发报送2025年度法治政府建设年度报告的通知", "2025-12-08"),
        ("/n/32.html", "关于开展法治政府建设自查的通知", "2025-10-08"),
    ]
    rows = sorted([*triples(reports), *asked, *others(16)], key=lambda row: row[2], reverse=True)
    line = "<div class='row'><span>【{2}】</span><a href='{0}'>{1}</a></div>"
    return Portal({
        **dressed(menu, {
            "/": dated(others(7)), root: f"{''.join(line.format(*row) for row in rows)}<p>共20条 第1/1页</p>", "/zcwj/": dated(others(9, 30)), "/gzdt/": dated(others(9, 50)), "/ylfw/": "<p>医院</p>",
        }, name), **shown(reports),
    }, reports, (root,))  # fmt: skip


def oldest_first() -> Portal:
    """Foosun: a dedicated column that begins with the oldest report; the newest stand on its second page."""
    root = "/html/fazhi/baogao/"
    reports = tuple(reversed(made(*(f"{root}{2026 - at}03/{30100 - at}.html" for at in range(9)))))
    menu = (("/", "首页"), ("/html/yaowen/", "要闻"), ("/html/gongkai/", "公开"), ("/html/fazhi/", "法治"))
    pager = "<div>共9条/2页 <a href='index.html'>首页</a> <a href='index_2.html'>下一页</a> <a href='index_2.html'>尾页</a></div>"
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/html/fazhi/": links(("/html/fazhi/pufa/", "普法"), (root, "年度报告"), ("/html/fazhi/fuyi/", "行政复议")), "/html/fazhi/pufa/": dated(lawful(9)), "/html/fazhi/fuyi/": dated(others(6, 40)), "/html/gongkai/": dated(others(9, 60)),
            root: f"{dated(triples(reports[:6]))}{pager}", f"{root}index_2.html": f"{dated(triples(reports[6:]))}<div>共9条/2页</div>",
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


def towns_beside_county() -> Portal:
    """The page of openness names the county, its offices and its towns; the county and each town have a column of their own."""
    towns = {"clz": "城岭镇", "hsz": "河山镇", "wpx": "吴坪乡", "xsz": "新市镇"}
    roots = {"zf": "/gk/zf/fzjs/", **{slug: f"/gk/{slug}/fzjs/" for slug in towns}}
    names = {"zf": "宁岭县人民政府", **{slug: f"宁岭县{town}人民政府" for slug, town in towns.items()}}
    reports = tuple(
        Report(f"{root}{2026 - at}/{3000 + place * 9 + at}.html", names[slug], 2025 - at)
        for place, (slug, root) in enumerate(roots.items())
        for at in (0, 1)
    )
    menu = (("/", "首页"), ("/xw/", "新闻"), ("/gk/", "政务公开"), ("/fw/", "服务"))
    pages = {
        "/": dated(others(9)),
        "/gk/": f"<h3>县级公开</h3>{links(('/gk/zf/', '县政府'), ('/gk/wj/', '政策文件'))}<h3>乡镇公开</h3>{links(*((f'/gk/{slug}/', town) for slug, town in towns.items()))}",
        "/gk/wj/": dated(others(9, 20)),
    }
    for slug, root in roots.items():
        pages |= {
            f"/gk/{slug}/": links(
                (f"/gk/{slug}/jg/", "机构概况"), (root, "法治建设"), (f"/gk/{slug}/zdly/", "重点领域")
            ),
            root: dated(triples([each for each in reports if each.path.startswith(root)])),
            f"/gk/{slug}/zdly/": dated(others(5, 40)),
            f"/gk/{slug}/jg/": "<p>概况</p>",
        }
    return Portal({**dressed(menu, pages), **shown(reports)}, reports, tuple(roots.values()), every=True)  # fmt: skip


def passed_on_and_cut() -> Portal:
    """A county of Guizhou: slugs end in numbers, the province's and the city's reports are passed on in the first rows, titles are cut."""
    root = "/zwgk/xxgkml/jcxxgk/fzzfjs_5827311/"
    reports = made(f"{root}202603/t20260316_87112233.html", f"{root}202503/t20250317_84011222.html")
    passed = [
        ("http://www.ningjiang.gov.cn/zwgk/t20260330_1.html", "宁江省人民政府2025年法治政府建设年度报告", "2026-03-30"),
        ("http://www.linxi.gov.cn/zwgk/t20260328_2.html", "临溪市人民政府2025年法治政府建设年度报告", "2026-03-28"),
    ]
    menu = (("/", "首页"), ("/xwdt/", "新闻动态"), ("/zwgk/", "政务公开"), ("/zmhd/", "政民互动"))
    left = links(
        ("/zwgk/xxgkml/jcxxgk/jgxx_5827300/", "机构信息"),
        ("/zwgk/xxgkml/jcxxgk/ghjh_5827305/", "规划计划"),
        (root, "法治政府建设年度报告"),
        ("/zwgk/xxgkml/zdgk_5827340/", "重点公开"),
    )
    rows = "".join(
        f"<li><a href='{url}'>{text[:17]}...</a><span>{day}</span></li>"
        for url, text, day in [*passed, *triples(reports)]
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zwgk/": f"<ul>{left}</ul>", root: f"<ul>{left}</ul><ul class='NewsList'>{rows}</ul>", "/zwgk/xxgkml/jcxxgk/jgxx_5827300/": "<p>机构</p>", "/zwgk/xxgkml/jcxxgk/ghjh_5827305/": dated(others(9, 20)), "/zwgk/xxgkml/zdgk_5827340/": dated(others(9, 40)),
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


def brackets_of_tibet() -> Portal:
    """A county of Tibet: cells with a picture, a link and the day in words within brackets; the column is called building."""
    root = "/zwgk_300/fzjs/"
    reports = worded(
        (f"{root}202603/t20260325_418811.html", f"{root}202503/t20250320_401177.html"),
        "宁岭县{}年度法治政府建设工作报告",
    )
    menu = (("/", "首页"), ("/xw_298/", "新闻"), ("/zwgk_300/", "公开"), ("/fw_302/", "服务"))
    tree = "".join(
        f"<tr><td><img src='/i.gif'><a href='{url}'>{name}</a></td></tr>"
        for url, name in (
            ("/zwgk_300/ldzc/", "领导之窗"),
            ("/zwgk_300/flfg/", "法律法规"),
            (root, "法治建设"),
            ("/zwgk_300/xmjs/", "项目建设"),
        )
    )

    def words(day: str) -> str:
        year, month, number = day.split("-")
        return f"（{year}年{int(month)}月{int(number)}日）"

    rows = "".join(
        f"<tr><td><img src='/dot.png'></td><td><a href='{url}' target=_blank>{text}</a><img src='/new.gif'>{words(day)}</td></tr>"
        for url, text, day in mixed(reports, *DECOYS[:1])
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zwgk_300/": f"<table>{tree}</table>", root: f"<table>{tree}</table><table>{rows}</table>", "/zwgk_300/ldzc/": "<p>领导</p>", "/zwgk_300/flfg/": dated(others(9, 20)), "/zwgk_300/xmjs/": dated(others(9, 40)),
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


FIRST = batch(
    two_lists_of_ningxia, years_of_yunnan, police_of_city, notices_of_health, oldest_first, towns_beside_county, passed_on_and_cut, brackets_of_tibet,
)  # fmt: skip
