"""The second part of the sixteenth batch: long columns, pagers of every kind, files as rows, reports on other hosts of the portal."""

from __future__ import annotations

from tests.replica.batch_dress import dressed, lawful, shown, titled
from tests.replica.batch_eleven import worded
from tests.replica.batch_parts import FIELDS, Portal, batch, by, dated, filed, links, made, others, page
from tests.replica.batch_sixteen import TRAPS, among, encoded, guarded, trapped
from tests.replica.form_parts import Report, triples
from tests.replica.model import Answer, Request

MENU = (("/", "首页"), ("/xw/", "新闻动态"), ("/gk/", "政务公开"), ("/fw/", "政务服务"), ("/hd/", "互动交流"))


def columns_in_selects() -> Portal:
    """A bureau whose openness is a box to choose from: every column, and every year of it, is an option that sends the browser on."""
    name, root = "宁岭县林业局", "/html/2210/list.html"
    reports = worded(("/html/2210/2026/58812.html", "/html/2210/2025/51004.html"), "宁岭县林业局{}年法治政府建设工作报告", name)  # fmt: skip
    options = links(
        ("/html/2201/list.html", "机构概况"), ("/html/2204/list.html", "规划计划"), (root, "法治政府建设"), ("/html/2215/list.html", "行政许可"),
        form='<option value="{0}">{1}</option>',
    )  # fmt: skip
    box = f'<select name="lm" onchange="if(this.value)location.href=this.value"><option value="">请选择公开栏目</option>{options}</select>'
    return Portal({
        **dressed(MENU, {
            "/": dated(others(9)), "/gk/": box, root: f"{box}{dated(among(reports, *trapped(2, 3, 4)))}", "/html/2201/list.html": f"{box}<p>概况</p>", "/html/2204/list.html": f"{box}{dated(others(9, 20))}", "/html/2215/list.html": f"{box}{dated(others(9, 40))}",
        }, name), **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def search_by_word() -> Portal:
    """No menu leads to the reports: the portal's own search finds one, whose breadcrumb names the column it stands in."""
    root = "/zfgb/qtgg/"
    reports = made(f"{root}20260316_71.html", f"{root}20250317_62.html", f"{root}20240318_55.html")
    crumb = f"<div class='wz'>当前位置：<a href='/'>首页</a> &gt; <a href='{root}'>其他公告</a> &gt; 正文</div>"
    form = '<form action="/so/s" method="get"><input type="text" name="qt" placeholder="请输入关键词"><input type="hidden" name="siteCode" value="3609990001"><input type="submit" value="搜索"></form>'
    hit = "".join(
        f"<div class='jg'><h4><a href='{each.path}' target='_blank'>{each.title.replace('法治政府', '<em>法治政府</em>')}</a></h4><p>……{each.title}……</p><span>{each.date}</span></div>"
        for each in reports[:2]
    )
    pages = dressed(MENU, {"none": f"{form}<p>没有找到相关结果</p>", "some": f"{form}<p>共2条结果</p>{hit}"})

    def answers(request: Request) -> Answer:
        return pages["some" if "法治政府" in FIELDS(request).get("qt", "") else "none"](request)

    return Portal({
        **dressed(MENU, {"/": f"{form}{dated(others(9))}", "/gk/": f"{form}{dated(others(9, 20))}", root: dated(among(reports, *others(9, 60)))}),
        "/so/s": answers, **shown(reports, crumb),
    }, reports, (root,))  # fmt: skip


def pages_by_post() -> Portal:
    """A hundred rows of a county's papers; the next page is asked for by a form that a function fills and sends."""
    root = "/info/list.do"
    reports = worded(
        ("/info/9001.html", "/info/8702.html", "/info/8410.html"), "宁岭县人民政府关于{}年度法治政府建设情况的报告"
    )
    rows = among(reports, *lawful(60), *others(37, 100))
    head = (
        "<script>function turn(n){var f=document.forms['pageForm'];f.elements['pageNo'].value=n;f.submit();}</script>"
    )
    left = links(
        ("/info/list.do?cid=31", "规范性文件"), (f"{root}?cid=34", "依法行政"), ("/info/list.do?cid=37", "应急管理")
    )

    def body(at: int) -> str:
        part = rows[20 * at - 20 : 20 * at]
        form = f'<form name="pageForm" method="post" action="/info/list.do"><input type="hidden" name="cid" value="34"><input type="hidden" name="pageNo" value="{at}"></form>'
        on = f'<a href="javascript:turn({at + 1})">下一页</a> <a href="javascript:turn(5)">末页</a>' if at < 5 else ""
        return f"<ul>{left}</ul>{dated(part)}{form}<div>共100条 第{at}/5页 <a href='javascript:turn(1)'>首页</a> {on}</div>"

    pages = dressed(MENU, {str(at): body(at) for at in range(1, 6)}, head=head)
    lists = {"34": by("pageNo", pages, "1"), "31": page(dated(others(9, 20))), "37": page(dated(others(9, 40)))}
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>"}), root: by("cid", lists), **shown(reports),
    }, reports, (f"{root}?cid=34",))  # fmt: skip


def window_of_numbers() -> Portal:
    """A column of departments' reports in fourteen pages, of which the pager links the second and the last alone."""
    root = "/fzjs/index"
    offices = [
        f"宁岭县{each}"
        for each in ("教育局", "科技局", "公安局", "民政局", "司法局", "财政局", "人社局", "水利局", "商务局", "审计局")
    ]
    reports = tuple(Report(f"/fzjs/a/{year}{at:02}.html", office, year) for year in range(2025, 2011, -1) for at, office in enumerate(offices))  # fmt: skip

    def body(at: int) -> str:
        part = [each for each in reports if each.year == 2026 - at]
        near = "".join(f'<a href="{root}?page={each}">{each}</a>' for each in (at + 1,) if each < 14)
        pager = (
            f'<div class="p"><b>{at}</b>{near}<i>…</i><a href="{root}?page=14">14</a></div>'
            if at < 14
            else f"<div class='p'><a href='{root}?page=1'>1</a><i>…</i><b>14</b></div>"
        )
        return f"{dated(triples(part))}{pager if at == 1 else '<p>网站声明</p>'}"

    pages = dressed(MENU, {str(at): body(at) for at in range(1, 15)})
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": links((root, "法治政府建设年度报告"), ("/gk/wj/", "文件")), "/gk/wj/": dated(others(9, 20))}),
        root: by("page", pages, "1"), **shown(reports),
    }, reports, (root,))  # fmt: skip


def pages_of_towns() -> Portal:
    """A city's platform for its towns: one column of their reports, further pages as files p2.html, p3.html below it."""
    root = "/xzjd/fzzf/"
    towns = ("东城街道", "西关街道", "城岭镇", "河山镇", "吴坪乡", "新市镇", "白塔镇", "沙溪镇")
    reports = tuple(
        titled(f"{root}{year}/{at}.html", year, f"{town}{year}年度法治政府建设情况报告", f"宁岭市{town}")
        for year in (2025, 2024, 2023) for at, town in enumerate(towns, 710)
    )  # fmt: skip
    rows = among(reports, *trapped(2, 6))

    def body(at: int) -> str:
        numbers = " ".join(f"<span>{each}</span>" if each == at else f"<a href='{root}{f'p{each}.html' if each > 1 else ''}'>{each}</a>" for each in (1, 2, 3))  # fmt: skip
        return f"{dated(rows[10 * at - 10 : 10 * at])}<div class='fy'>{numbers}</div>"

    menu = (*MENU, ("/xzjd/", "镇街公开"))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/xzjd/": links(("/xzjd/gk/", "镇街概况"), (root, "法治建设"), ("/xzjd/cw/", "村务公开")), "/xzjd/gk/": "<p>概况</p>", "/xzjd/cw/": dated(others(9, 20)),
            root: body(1), f"{root}p2.html": body(2), f"{root}p3.html": body(3),
        }, "宁岭市人民政府"), **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def rows_of_files() -> Portal:
    """A bureau of a development zone that puts up files alone: each row is a PDF, beside plans and notices that are files too."""
    name, root = "宁岭经济技术开发区管理委员会", "/kfq/fzjs/"
    reports = worded(
        ("/kfq/fzjs/P020260318501.pdf", "/kfq/fzjs/P020250319402.pdf"),
        "宁岭经济技术开发区管理委员会{}年度法治政府建设年度报告",
        name,
    )
    others_filed = (("/kfq/fzjs/P020260402.pdf", "宁岭经开区2026年法治政府建设工作计划", "2026-04-02"), ("/kfq/fzjs/P020251211.doc", "关于报送2025年度法治政府建设年度报告的通知", "2025-12-11"))  # fmt: skip
    menu = (("/", "首页"), ("/kfq/", "走进开发区"), ("/gk/", "信息公开"), ("/zs/", "招商引资"))
    left = links(("/kfq/zzjg/", "组织机构"), (root, "法治政府建设"), ("/kfq/ys/", "预算公开"), form="<dd><a href='{0}'>{1}</a></dd>")  # fmt: skip
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/gk/": f"<dl>{left}</dl>", root: f"<dl>{left}</dl>{dated(among(reports, *others_filed))}", "/kfq/zzjg/": "<p>机构</p>", "/kfq/ys/": dated(others(9, 20)),
        }, name), **{each.path: filed(each) for each in reports},
    }, reports, (root,))  # fmt: skip


def hosts_of_offices() -> Portal:
    """The county's list names the reports of its offices, each on a host of the office's own below the county's; one stands on the county's."""
    root, host = "/gk/fzzf/", "hostsofoffices.gov.cn"
    own = worded(("/gk/fzzf/3001.html", "/gk/fzzf/2807.html"), "宁岭县人民政府{}年度法治政府建设情况报告")
    away = tuple(
        Report(f"{slug}.{host}/fz/{year}.html", f"宁岭县{each}", year)
        for slug, each in (("jyj", "教育局"), ("sfj", "司法局"), ("czj", "财政局"), ("slj", "水利局"), ("whj", "文旅局"), ("sjj", "审计局"), ("yjj", "应急局"))
        for year in (2025, 2024)
    )  # fmt: skip
    far = [("http://www.ningjiang.gov.cn/q/905.html", "宁江市人民政府2025年法治政府建设年度报告", "2026-03-30")]
    rows = among(own, *far, *((f"http://{each.path}", each.title, each.date) for each in away))
    beside = {
        each.path.partition("/")[0]: shown([Report(f"/fz/{year}.html", each.agency, year) for year in (2025, 2024)])
        for each in away
    }
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": links(("/gk/wj/", "文件"), (root, "法治政府建设"), ("/gk/tj/", "统计")), "/gk/wj/": dated(others(9, 20)), "/gk/tj/": dated(others(9, 40)), root: dated(rows)}),
        **shown(own),
    }, (*own, *away), (root,), beside=beside)  # fmt: skip


def zone_in_frames() -> Portal:
    """A high-tech zone in GBK: the list is a frame in the column's page, its pages are index_1.html and on below the frame."""
    name = "宁岭高新技术产业开发区管理委员会"
    base = "/gxq/fzzf/"
    reports = worded(
        (f"{base}t20260319_88.htm", f"{base}t20250321_61.htm", f"{base}t20240322_35.htm"),
        "高新区管委会{}年法治政府建设工作情况报告",
        name,
    )
    rows = among(reports, *lawful(40), *trapped(4))
    menu = (("/", "首页"), ("/gxq/", "园区概况"), ("/gk/", "政务公开"), ("/tz/", "投资指南"))
    left = links(("/gxq/jg/", "机构"), (base, "法治高新"), ("/gxq/rs/", "人事"))
    lists = {
        f"{base}rows/index{f'_{at}' if at else ''}.htm": encoded(
            f'<html><head><meta charset=\'gbk\'></head><body>{dated(rows[20 * at : 20 * at + 20])}<script>createPageHTML(3, {at}, "index", "htm");</script></body></html>',
            "gbk",
        )
        for at in range(3)
    }
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", base: f'<ul>{left}</ul><iframe src="rows/index.htm" width="700" frameborder="0" scrolling="no"></iframe>', "/gxq/jg/": "<p>机构</p>", "/gxq/rs/": dated(others(9, 20)),
        }, name, "gbk"), **lists, **shown(reports), **guarded(),
    }, reports, (base, f"{base}rows/index.htm"))  # fmt: skip


def hundred_rows() -> Portal:
    """A hundred rows on one page, their titles of every wording, without any date; traps stand between them."""
    root = "/gkml/fzzfjs/"
    words = (
        "{1}年度法治政府建设情况的报告",
        "{0}{1}年法治政府建设年度报告",
        "{0}关于{1}年度推进法治政府建设情况的报告",
        "{0}{1}年度法治建设年度报告",
        "{0}{1}年法治政府建设工作总结",
    )
    offices = [
        f"宁岭县{each}"
        for each in (
            "教育局",
            "科技局",
            "公安局",
            "民政局",
            "司法局",
            "财政局",
            "人社局",
            "水利局",
            "商务局",
            "审计局",
            "统计局",
            "林业局",
        )
    ]
    reports = tuple(
        titled(f"{root}{year * 100 + at}.html", year, words[at % 5].format(office, year), office)
        for year in (2025, 2024, 2023, 2022) for at, office in enumerate(offices)
    )  # fmt: skip
    rows = [*triples(reports)[:20], *TRAPS, *triples(reports)[20:], *lawful(44)]
    listed = "".join(f"<p class='r'>&#8226;&nbsp;<a href='{url}' title='{text}' target='_blank'>{text[:30]}</a></p>" for url, text, _ in rows)  # fmt: skip
    left = links(("/gkml/jg/", "机构信息"), (root, "法治政府建设"), ("/gkml/zd/", "重大项目"))
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/gkml/jg/": "<p>机构</p>", "/gkml/zd/": dated(others(9, 20)), root: f"<ul>{left}</ul>{listed}"}),
        **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def tabs_of_taxes() -> Portal:
    """A county's tax bureau: tabs on the page of openness, each shows its first rows and a link to the rest that is a picture."""
    name, root = "国家税务总局宁岭县税务局", "/gdnps/fzjs/column.html"
    reports = worded(
        (
            "/gdnps/content/2026-03/18/a1.shtml",
            "/gdnps/content/2025-03/20/b7.shtml",
            "/gdnps/content/2024-03/21/c9.shtml",
        ),
        "国家税务总局宁岭县税务局{}年法治政府建设情况报告",
        name,
    )
    far = [("http://www.chinatax.gov.cn/c101.html", "国家税务总局2025年法治政府建设情况报告", "2026-03-31")]
    tab = "<div class='tab'><h3>{0}</h3><a href='{1}'><img src='/more.gif' alt='更多'></a>{2}</div>"
    tabs = (
        tab.format("通知公告", "/gdnps/tz/column.html", dated(others(4, 20)))
        + tab.format("法治税务", root, dated(triples(reports[:1])))
        + tab.format("税收数据", "/gdnps/sj/column.html", dated(others(4, 40)))
    )
    menu = (("/", "首页"), ("/gdnps/xxgk/", "信息公开"), ("/gdnps/xw/", "新闻"), ("/gdnps/zc/", "政策"))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/gdnps/xxgk/": tabs, root: dated(among(reports, *far, *trapped(4), *lawful(5))), "/gdnps/tz/column.html": dated(others(12, 20)), "/gdnps/sj/column.html": dated(others(12, 40)),
        }, name), **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


SECOND = batch(
    columns_in_selects, search_by_word, pages_by_post, window_of_numbers, pages_of_towns, rows_of_files, hosts_of_offices, zone_in_frames,
    hundred_rows, tabs_of_taxes,
)  # fmt: skip
