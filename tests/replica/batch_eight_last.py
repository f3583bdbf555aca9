"""The last of the eighth batch."""

from __future__ import annotations

from tests.replica.batch_dress import dressed, lawful, shown, titled
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_parts import Portal, batch, dated, links, made, others
from tests.replica.form_parts import Report, triples


def tabs_of_years() -> Portal:
    """One page of the column holds every year: tabs above, and below them all agencies' reports, one pane a year."""
    names = [f"宁岭县{each}" for each in ("教育局", "民政局", "财政局", "审计局", "统计局", "信访局")]
    reports = tuple(
        Report(f"/zwgk/fdzdgknr/fzzf/{year + 1}/c{70 + at}_{year}.html", name, year)
        for year in (2025, 2024)
        for at, name in enumerate(names)
    )
    panes = "".join(
        f"<div class='con' {'' if year == 2025 else 'style=display:none'}>{dated(triples([each for each in reports if each.year == year]))}</div>"
        for year in (2025, 2024)
    )
    tabs = "<ul class='tab'><li class='on'>2025年</li><li>2024年</li></ul>"
    side = links(
        ("/zwgk/fdzdgknr/", "法定主动公开内容"),
        ("/zwgk/fdzdgknr/jgzn/", "机构职能"),
        ("/zwgk/fdzdgknr/zcwj/", "政策文件"),
        ("/zwgk/fdzdgknr/fzzf/", "法治政府建设年度报告"),
        ("/zwgk/fdzdgknr/xzzf/", "行政执法公示"),
    )
    return Portal({
        **dressed(COUNTY, {
            "/": dated(others(9)), "/zwgk/": links(("/zwgk/zn/", "指南"), ("/zwgk/fdzdgknr/", "法定主动公开内容"), ("/zwgk/nb/", "年报")), "/zwgk/fdzdgknr/": f"<ul>{side}</ul>",
            "/zwgk/fdzdgknr/fzzf/": f"<ul>{side}</ul>{tabs}{panes}", "/zwgk/fdzdgknr/jgzn/": f"<ul>{side}</ul>", "/zwgk/fdzdgknr/xzzf/": f"<ul>{side}</ul>{dated(others(5))}",
        }), **shown(reports),
    }, reports, ("/zwgk/fdzdgknr/fzzf/",))  # fmt: skip


def departments_by_folder() -> Portal:
    """The government has a column; each department files its report below a tree of its own, as other statutory matter."""
    names = {"xjyj": "县教育局", "xczj": "县财政局", "xsjj": "县审计局", "xmzj": "县民政局", "xwjw": "县卫生健康委员会"}
    own = made("/zwgk/fzzfjs/202603/t20260306_88.html", "/zwgk/fzzfjs/202503/t20250306_61.html")
    pages, theirs = {}, []
    for at, (slug, name) in enumerate(names.items()):
        root = f"/bmxxgk/{slug}/"
        side = links(
            ("../zfxxgkzn/", "公开指南"),
            ("../fdzdgknr/jgzn/", "机构职能"),
            ("../fdzdgknr/ghjh/", "规划计划"),
            ("../fdzdgknr/czxx/", "财政信息"),
            ("../fdzdgknr/qt/", "其他法定信息"),
            ("../nb/", "公开年报"),
        )
        report = Report(f"{root}fdzdgknr/qt/202603/t202603{11 + at}_9{at}.html", f"宁岭{name}", 2025)
        theirs.append(report)
        deep = f"<h1>宁岭{name}</h1><ul>{side.replace('../', root)}</ul>"
        pages[root] = deep
        for part in ("zfxxgkzn/", "fdzdgknr/jgzn/", "nb/"):
            pages[f"{root}{part}"] = f"{deep}<p>{name}</p>"
        for place, part in enumerate(("ghjh", "czxx")):
            pages[f"{root}fdzdgknr/{part}/"] = f"{deep}{dated(others(3, 30 * at + 9 * place))}"
        pages[f"{root}fdzdgknr/qt/"] = (
            f"{deep}{dated([*others(3, 30 * at + 20), *triples([report]), *others(2, 30 * at + 26)])}"
        )
    board = links(
        *((f"/bmxxgk/{slug}/", name) for slug, name in names.items()),
        form="<td><a href='{0}' target='_blank'>{1}</a></td>",
    )
    menu = (*COUNTY, ("/bmxxgk/", "部门信息公开"))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/bmxxgk/": f"<h3>政府部门</h3><table><tr>{board}</tr></table>", **pages,
            "/zwgk/": links(("/zwgk/zfxxgkzn/", "指南"), ("/zwgk/fzzfjs/", "法治政府建设"), ("/bmxxgk/", "部门信息公开")), "/zwgk/fzzfjs/": dated([*lawful(3), *triples(own)]),
        }), **shown([*own, *theirs]),
    }, (*own, *theirs), ("/zwgk/fzzfjs/", *(f"/bmxxgk/{slug}/fdzdgknr/qt/" for slug in names)), every=True)  # fmt: skip


def numbers_for_names() -> Portal:
    """Folders of numbers, pages beside them; summaries of work hold the reports, none of which names the agency."""
    root = "/22560/22709/43459/"
    reports = (
        titled(f"{root}43492/content_2139138.html", 2025, "2025年度法治政府建设工作情况报告"), titled(f"{root}43492/content_1803371.html", 2024, "2024年度法治政府建设工作情况报告"),
    )  # fmt: skip
    menu = (
        ("/", "首页"),
        ("/22556/index.htm", "走进宁岭"),
        ("/22558/index.htm", "新闻中心"),
        ("/22560/index.htm", "政务公开"),
        ("/22562/index.htm", "互动交流"),
    )
    side = links(
        ("../43460/index.htm", "规划计划"),
        ("../43462/index.htm", "人事信息"),
        ("../43470/index.htm", "财政信息"),
        ("../43492/index.htm", "工作总结"),
    )
    own = f"<ul>{side.replace('../', root)}</ul>"
    rows = "".join(
        f"<tr><td><a class='t' href='./{url.rpartition('/')[2]}'>{text}</a></td><td class='d'>{day.replace('-', '.')}</td></tr>"
        for url, text, day in [*others(3, 10), *triples(reports), *others(4, 30)]
    )
    return Portal({
        **dressed(menu, {
            "/": f"{dated(others(9))}", "/22560/index.htm": links(("/22560/22709/index.htm", "政府信息公开"), ("/22560/22711/index.htm", "公开年报")), "/22560/22709/index.htm": links((f"{root}index.htm", "政府信息公开目录"), ("/22560/22709/43458/index.htm", "指南")),
            f"{root}index.htm": own, f"{root}43460/index.htm": f"{own}{dated(others(5))}", f"{root}43462/index.htm": f"{own}{dated(others(5, 9))}", f"{root}43470/index.htm": f"{own}{dated(others(5, 19))}",
            f"{root}43492/index.htm": f"{own}<table>{rows}</table>",
        }), **shown(reports),
    }, reports, (f"{root}43492/index.htm",))  # fmt: skip


def relative_to_base() -> Portal:
    """JEECMS: a base address in the head of each page, links without a slash, days with slashes, cells within cells."""
    reports = made("/nlxrmzf/fzzf/30021.jhtml", "/nlxrmzf/fzzf/28801.jhtml")
    base = '<base href="http://HOST/nlxrmzf/"/>'
    menu = (
        ("index.jhtml", "首页"),
        ("xw/index.jhtml", "新闻"),
        ("zwgk/index.jhtml", "政务公开"),
        ("zmhd/index.jhtml", "政民互动"),
    )
    side = links(
        ("zcwj/index.jhtml", "政策文件"),
        ("rsxx/index.jhtml", "人事信息"),
        ("fzzf/index.jhtml", "依法治县"),
        ("xxgknb/index.jhtml", "信息公开年报"),
        form="<td><a href='{0}'>{1}</a></td>",
    )
    row = "<tr><td><table width='100%'><tr><td><img src='r/dot.gif'/> <a href='{3}' title='{1}'>{1}</a></td><td align='right'>{4}</td></tr></table></td></tr>"
    rows = "".join(
        row.format(
            url, text, day, url.removeprefix("/nlxrmzf/").lstrip("/"), f"{day[:4]}/{int(day[5:7])}/{int(day[8:])}"
        )
        for url, text, day in [*lawful(4), *triples(reports), *lawful(5, 30)]
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/nlxrmzf/index.jhtml": dated(others(9)), "/nlxrmzf/xw/index.jhtml": dated(others(9, 20)), "/nlxrmzf/zwgk/index.jhtml": f"<table><tr>{side}</tr></table>", "/nlxrmzf/zmhd/index.jhtml": "<p>信箱</p>",
            "/nlxrmzf/zcwj/index.jhtml": dated(others(6, 30)), "/nlxrmzf/rsxx/index.jhtml": dated(others(6, 50)), "/nlxrmzf/fzzf/index.jhtml": f"<table>{rows}</table><div>共 11 条记录 1/1 页</div>",
        }, head=base), **shown(reports),
    }, reports, ("/nlxrmzf/fzzf/index.jhtml",))  # fmt: skip


def topic_of_model_county() -> Portal:
    """A topic with a home of its own for the contest of model counties; one block of it holds the reports."""
    root = "/ztzl/fzzfsfcj/"
    reports = made(
        f"{root}fzbg/202603/t20260317_7.html",
        f"{root}fzbg/202503/t20250317_5.html",
        f"{root}fzbg/202403/t20240317_2.html",
    )
    block = '<div class="box"><h3><span>{1}</span><a class="more" href="./{0}/">更多&gt;&gt;</a></h3>{2}</div>'
    parts = (
        ("gzdt", "工作动态", lawful(5)),
        ("zcwj", "政策文件", lawful(4, 10)),
        ("fzbg", "年度报告", triples(reports[:2])),
        ("dxal", "典型案例", lawful(4, 20)),
    )
    body = "".join(block.format(slug, name, dated(rows)) for slug, name, rows in parts)
    return Portal({
        **dressed(COUNTY, {
            "/": f"<a href='{root}'><img src='/b/fz.jpg' alt='全国法治政府建设示范县创建'></a>{dated(others(9))}", "/ztzl/": links(("/ztzl/dsxx/", "党史学习"), ("/ztzl/xczx/", "乡村振兴"), (root, "法治政府建设示范创建")),
            root: body, **{f"{root}{slug}/": dated([*rows, *lawful(6, 60 + at * 7)]) for at, (slug, _, rows) in enumerate(parts) if slug != "fzbg"}, f"{root}fzbg/": dated(triples(reports)),
        }), **shown(reports),
    }, reports, (f"{root}fzbg/", root))  # fmt: skip


THIRD = batch(
    tabs_of_years, departments_by_folder, numbers_for_names, relative_to_base, topic_of_model_county,
)  # fmt: skip
