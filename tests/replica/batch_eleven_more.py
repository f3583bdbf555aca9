"""The second part of the eleventh batch: portals of provinces, ministries, customs and autonomous regions."""

from __future__ import annotations

from tests.replica.batch_dress import DOORS, dressed, lawful, shown
from tests.replica.batch_eleven import DECOYS, mixed, worded
from tests.replica.batch_parts import Portal, batch, dated, links, made, others, page
from tests.replica.form_parts import Report, triples


def customs_of_numbers() -> Portal:
    """A customs district below the head office's pattern: folders of long numbers, rows of a table of many columns."""
    name, base = "中华人民共和国宁岭海关", "/nl_customs/"
    root = f"{base}zfxxgk93/3014261/3014269/"
    reports = worded(
        (f"{root}6810022/index.html", f"{root}5733119/index.html"), "宁岭海关{}年法治政府建设年度报告", name
    )
    menu = (
        ("/", "首页"),
        (f"{base}531995/index.html", "海关动态"),
        (f"{base}zfxxgk93/index.html", "政府信息公开"),
        (f"{base}532001/index.html", "互联网+海关"),
        (f"{base}532004/index.html", "公告"),
    )
    tree = links(
        *(
            (f"{base}zfxxgk93/{at}/index.html", each)
            for at, each in (
                ("3014259", "政府信息公开指南"),
                ("3014261", "法定主动公开内容"),
                ("3014280", "政府信息公开年报"),
                ("3014290", "依申请公开"),
            )
        ),
        form='<div class="easysite-menu"><a href="{0}">{1}</a></div>',
    )
    below = links(
        *(
            (f"{base}zfxxgk93/3014261/{at}/index.html", each)
            for at, each in (
                ("3014263", "法律法规"),
                ("3014266", "海关统计"),
                ("3014269", "法治海关建设"),
                ("3014272", "企业信用"),
            )
        ),
        form='<a class="sub" href="{0}"><span>{1}</span></a>',
    )
    rows = "".join(
        f'<ul class="conList_ull"><li><a href="{url}" title="{text}">{text}</a></li><li>宁岭海关</li><li><span>{day}</span></li></ul>'
        for url, text, day in mixed(reports)
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(8)), f"{base}zfxxgk93/index.html": tree, f"{base}zfxxgk93/3014261/index.html": f"{tree}{below}", f"{root}index.html": f"{tree}{below}{rows}", f"{base}zfxxgk93/3014280/index.html": f"{tree}{dated([DECOYS[2]])}",
            f"{base}zfxxgk93/3014261/3014263/index.html": f"{tree}{dated(others(9, 30))}", f"{base}zfxxgk93/3014261/3014266/index.html": f"{tree}{dated(others(9, 50))}",
        }, name), **shown(reports),
    }, reports, (f"{root}index.html",))  # fmt: skip


def tax_of_province() -> Portal:
    """A province's tax bureau: its own report and those of the bureaus below it in one column of duty before the law."""
    root = "/col/col8816/"
    names = (
        "国家税务总局宁江省税务局",
        "国家税务总局宁岭市税务局",
        "国家税务总局临溪市税务局",
        "国家税务总局高平市税务局",
    )
    reports = tuple(
        Report(f"/art/{year + 1}/3/{12 + at}/art_8816_{year * 10 + at}.html", name, year)
        for year in (2025, 2024)
        for at, name in enumerate(names)
    )
    menu = (
        ("/", "首页"),
        ("/col/col8801/index.html", "信息公开"),
        ("/col/col8803/index.html", "新闻动态"),
        ("/col/col8804/index.html", "政策文件"),
        ("/col/col8805/index.html", "纳税服务"),
    )
    left = links(
        *(
            (f"/col/{at}/index.html", each)
            for at, each in (
                ("col8810", "领导简介"),
                ("col8811", "通知公告"),
                ("col8814", "税收政策"),
                ("col8816", "依法行政"),
                ("col8818", "税收数据"),
            )
        ),
        form='<dd><a href="{0}" target="_self">{1}</a></dd>',
    )
    cells = "".join(
        f"<tr><td>{at}</td><td align='left'><a href='{url}' title='{text}'>{text[:26]}</a></td><td>{day}</td></tr>"
        for at, (url, text, day) in enumerate(mixed(reports), 1)
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/col/col8801/index.html": f"<dl>{left}</dl>", f"{root}index.html": f"<dl>{left}</dl><table><tr><th>序号</th><th>标题</th><th>日期</th></tr>{cells}</table>", "/col/col8811/index.html": f"<dl>{left}</dl>{dated(others(9, 20))}",
            "/col/col8814/index.html": f"<dl>{left}</dl>{dated(others(9, 40))}", "/col/col8810/index.html": f"<dl>{left}</dl><p>局长</p>", "/col/col8818/index.html": f"<dl>{left}</dl>{dated(others(9, 60))}",
        }, names[0]), **shown(reports),
    }, reports, (f"{root}index.html",))  # fmt: skip


def bureau_of_state() -> Portal:
    """A bureau of the State Council: no column for it, the report stands among the statutory contents' work reports of the policy section."""
    name, root = "国家宁岭管理局", "/zwgk/fdzdgknr/ndgzbg/"
    reports = worded(
        (f"{root}202603/t20260327_210033.html", f"{root}202503/t20250328_198870.html"),
        "国家宁岭管理局{}年度法治政府建设工作情况",
        name,
    )
    menu = (
        ("/", "首页"),
        ("/jggk/", "机构"),
        ("/xwdt/", "新闻"),
        ("/zwgk/", "政务公开"),
        ("/fgbz/", "法规标准"),
        ("/sjfb/", "数据"),
    )
    left = links(
        ("/zwgk/zn/", "指南"),
        ("/zwgk/fdzdgknr/zcwj/", "规范性文件"),
        ("/zwgk/fdzdgknr/jytabl/", "建议提案办理"),
        (root, "年度工作报告"),
        ("/zwgk/fdzdgknr/cgxx/", "采购信息"),
    )
    rows = [
        *triples(reports),
        (f"{root}1.html", "国家宁岭管理局2025年政府信息公开工作年度报告", "2026-01-30"),
        (f"{root}2.html", "国家宁岭管理局2025年度政府网站工作年度报表", "2026-01-16"),
        (f"{root}3.html", "国家宁岭管理局2025年部门绩效自评报告", "2025-09-01"),
    ]
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zwgk/": f"<ul>{left}</ul>", root: f"<ul>{left}</ul>{dated(sorted(rows, key=lambda row: row[2], reverse=True))}", "/zwgk/fdzdgknr/zcwj/": f"<ul>{left}</ul>{dated(others(9, 20))}", "/zwgk/fdzdgknr/jytabl/": f"<ul>{left}</ul>{dated(others(9, 40))}",
            "/zwgk/fdzdgknr/cgxx/": f"<ul>{left}</ul>{dated(others(9, 60))}", "/fgbz/": dated(lawful(9)), "/zwgk/zn/": "<p>指南</p>",
        }, name), **shown(reports),
    }, reports, (root,))  # fmt: skip


def rows_of_other_hosts() -> Portal:
    """A province: the column links the reports of cities and departments on their own hosts; only its own stand here."""
    root = "/zfxxgk/zfxxgkzl/fdzdgknr/fzzfjsndbg/"
    reports = worded(
        (f"{root}szf/202603/t20260330_9920113.shtml", f"{root}szf/202503/t20250331_9710022.shtml"),
        "宁岭县人民政府关于{}年法治政府建设情况的报告",
    )
    hosts = [
        (
            f"http://{slug}.ningjiang.gov.cn/xxgk/{at}.html",
            f"{name}{year}年法治政府建设年度报告",
            f"{year + 1}-03-{at + 10}",
        )
        for at, (slug, name) in enumerate(
            (
                ("jyt", "省教育厅"),
                ("kjt", "省科技厅"),
                ("czt", "省财政厅"),
                ("slt", "省水利厅"),
                ("www.linxi", "临溪市人民政府"),
            )
        )
        for year in (2025, 2024)
    ]
    rows = sorted([*hosts, *triples(reports)], key=lambda row: row[2], reverse=True)
    left = links(
        ("/zfxxgk/zfxxgkzn/", "政府信息公开指南"),
        ("/zfxxgk/zfxxgkzl/zc/", "政策"),
        ("/zfxxgk/zfxxgkzl/fdzdgknr/", "法定主动公开内容"),
        ("/zfxxgk/zfxxgknb/", "政府信息公开年报"),
    )
    inner = links(
        *(
            (f"{slug}/", each)
            for slug, each in (
                ("../fdzdgknr/lzyj", "履职依据"),
                ("../fdzdgknr/fzzfjsndbg", "法治政府建设年度报告"),
                ("../fdzdgknr/xzcf", "行政处罚"),
            )
        ),
        form='<li><a href="{0}" class="a1">{1}</a></li>',
    )
    menu = (("/", "首页"), ("/yw/", "要闻"), ("/zfxxgk/", "政府信息公开"), ("/ztjj/", "专题集锦"))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zfxxgk/": f"<ul>{left}</ul>", "/zfxxgk/zfxxgkzl/fdzdgknr/": f"<ul>{left}</ul><ul>{inner}</ul>", root: f"<ul>{left}</ul>{dated(rows)}<script>createPageHTML(1, 0, 'index', 'shtml');</script>", "/zfxxgk/zfxxgknb/": dated([DECOYS[2]]), "/zfxxgk/zfxxgkzl/zc/": dated(others(9, 30)),
            "/zfxxgk/zfxxgkzl/fdzdgknr/lzyj/": dated(others(9, 50)), "/zfxxgk/zfxxgkzl/fdzdgknr/xzcf/": dated(others(9, 70)),
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


def lists_of_sichuan() -> Portal:
    """A county of Sichuan: columns are c and a number, documents below the day, rows in tables of definitions."""
    root = "/nlx/c106944/"
    reports = made(
        "/nlx/c106944/2026/3/16/8a1b2c3d4e5f40718293a4b5c6d7e8f9.shtml",
        "/nlx/c106944/2025/3/14/9b2c3d4e5f6041829304b5c6d7e8f9a0.shtml",
    )
    menu = (
        ("/", "首页"),
        ("/nlx/c106901/common_list.shtml", "新闻"),
        ("/nlx/c106930/zfxxgk.shtml", "信息公开"),
        ("/nlx/c106980/common_list.shtml", "互动"),
    )
    left = "".join(f'<div class="item"><p class="n1" onclick="toggle(this)">{group}</p><div class="n2">{links(*entries, form="<a href={0!r}>{1}</a>")}</div></div>' for group, entries in (
        ("政策", (("/nlx/c106940/xxgk_list.shtml", "规范性文件"),)), ("其他法定信息", (("/nlx/c106943/xxgk_list.shtml", "建议提案"), (f"{root}xxgk_list.shtml", "法治政府建设情况"), ("/nlx/c106945/xxgk_list.shtml", "权责清单")))))  # fmt: skip
    rows = "".join(
        f"<dl><dt><a href='{url}' target='_blank'>{text}</a></dt><dd><em>发布机构：</em>宁岭县司法局<em>发布日期：</em>{day}</dd></dl>"
        for url, text, day in mixed(reports)
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(8)), "/nlx/c106930/zfxxgk.shtml": left, f"{root}xxgk_list.shtml": f"{left}<div class='list'>{rows}</div><p>共9条</p>", "/nlx/c106940/xxgk_list.shtml": f"{left}{dated(others(9, 20))}", "/nlx/c106943/xxgk_list.shtml": f"{left}{dated(others(9, 40))}", "/nlx/c106945/xxgk_list.shtml": f"{left}{dated(others(9, 60))}",
        }), **shown(reports),
    }, reports, (f"{root}xxgk_list.shtml",))  # fmt: skip


def topic_in_picture_wall() -> Portal:
    """A city of Heilongjiang: the topics are a wall of pictures, older ones behind a link, and one of them holds the reports."""
    root = "/nls/c108211/"
    reports = made(f"{root}202603/c11_330112.shtml", f"{root}202503/c11_301177.shtml", f"{root}202403/c11_277002.shtml")
    menu = (
        ("/", "首页"),
        ("/nls/c108001/common.shtml", "走进宁岭"),
        ("/nls/c108010/list.shtml", "政务公开"),
        ("/nls/c108200/ztzl.shtml", "专题专栏"),
    )
    wall = links(
        *(
            (f"/nls/{at}/ztzl.shtml", each)
            for at, each in (
                ("c108205", "优化营商环境"),
                ("c108207", "乡村振兴"),
                ("c108211", "法治政府建设"),
                ("c108213", "安全生产"),
            )
        ),
        form='<div class="zt"><a href="{0}" target="_blank"><img src="/pic/{1}.jpg" alt="{1}"></a></div>',
    )
    more = "<p><a href='/nls/c108200/lszt.shtml'>历史专题&gt;&gt;</a></p>"
    body = f"<h3>工作动态</h3>{dated(lawful(6))}<h3>年度报告</h3>{dated(triples(reports))}<h3>政策文件</h3>{dated(lawful(6, 12))}"
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/nls/c108010/list.shtml": dated(others(9, 20)), "/nls/c108200/ztzl.shtml": f"{links(('/nls/c108215/ztzl.shtml', '两会'), form=chr(60) + 'a href={0!r}><img src=x.jpg alt={1}></a>')}{more}", "/nls/c108200/lszt.shtml": wall, f"{root}ztzl.shtml": body,
            "/nls/c108205/ztzl.shtml": dated(others(9, 40)), "/nls/c108207/ztzl.shtml": dated(others(9, 60)), "/nls/c108213/ztzl.shtml": dated(others(9, 80)), "/nls/c108215/ztzl.shtml": dated(others(9, 100)),
        }), **shown(reports),
    }, reports, (f"{root}ztzl.shtml",))  # fmt: skip


def two_scripts_entrance() -> Portal:
    """A banner of Inner Mongolia: an entrance in two languages, the Chinese half below a folder, rows with the day on a line of its own."""
    base = "/han/"
    root = f"{base}zwgk/fdzdgknr/qt/fzzfjs/"
    reports = worded(
        (f"{root}202603/t20260313_2688117.html", f"{root}202503/t20250312_2460021.html"),
        "宁岭县人民政府{}年法治政府建设工作报告",
    )
    menu = ((base, "首页"), (f"{base}qqgk/", "旗情"), (f"{base}zwgk/", "政务公开"), (f"{base}hd/", "互动"))
    side = links(
        *(
            (f"./{slug}/", each)
            for slug, each in (("zc", "政策"), ("zdly", "重点领域"), ("qt", "其他"), ("ysgk", "依申请公开"))
        ),
        form='<li class="f16"><a href="{0}">{1}</a></li>',
    )
    inner = links(
        (f"{base}zwgk/fdzdgknr/qt/rdzx/", "人大代表建议"),
        (root, "法治政府建设"),
        (f"{base}zwgk/fdzdgknr/qt/hy/", "会议"),
    )
    rows = "".join(
        f"<div class='gk'><a href='{url}'>{text}</a><br><small>{day}</small></div>" for url, text, day in mixed(reports)
    )
    return Portal({
        "/": page(f"<a href='/mon/'>ᠮᠣᠩᠭᠣᠯ</a> <a href='{base}'>汉文版</a>"), "/mon/": page("<p>ᠮᠣᠩᠭᠣᠯ</p>"),
        **dressed(menu, {
            base: dated(others(9)), f"{base}zwgk/": f"<a href='{base}zwgk/fdzdgknr/'>法定主动公开内容</a> <a href='{base}zwgk/nb/'>年报</a>", f"{base}zwgk/fdzdgknr/": f"<ul>{side}</ul>", f"{base}zwgk/fdzdgknr/qt/": f"<ul>{inner}</ul>", root: f"<ul>{inner}</ul>{rows}", f"{base}zwgk/nb/": dated([DECOYS[2]]),
            f"{base}zwgk/fdzdgknr/qt/rdzx/": dated(others(9, 20)), f"{base}zwgk/fdzdgknr/qt/hy/": dated(others(9, 40)), f"{base}zwgk/fdzdgknr/zc/": dated(others(9, 60)), f"{base}zwgk/fdzdgknr/zdly/": dated(others(9, 80)),
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


def facts_in_rows() -> Portal:
    """A county of Xinjiang: the directory is a table with index number, name, organ, day; the name is cut and its whole a pop-up's."""
    root = "/nlx/c115044/"
    reports = made(
        "/nlx/c115044/202603/5e6f708192a3b4c5d6e7f8091a2b3c4d.shtml",
        "/nlx/c115044/202503/6f708192a3b4c5d6e7f8091a2b3c4d5e.shtml",
    )
    menu = (
        ("/", "首页"),
        ("/nlx/c115001/common_list.shtml", "宁岭要闻"),
        ("/nlx/c115030/zfxxgk_index.shtml", "政府信息公开"),
    )
    left = links(
        *(
            (f"/nlx/{at}/zfxxgk_gknrz.shtml", each)
            for at, each in (
                ("c115040", "机构概况"),
                ("c115042", "行政许可"),
                ("c115044", "法治建设年报"),
                ("c115046", "应急管理"),
            )
        ),
        form='<li><i class="ico"></i><a href="{0}"><em>{1}</em></a></li>',
    )
    head = "<tr><th>索引号</th><th>信息名称</th><th>发布机构</th><th>生成日期</th></tr>"
    rows = "".join(
        f"<tr><td>0100{at:03}/2026-{at:05}</td><td class='mc'><a href='{url}'>{text[:18]}</a><div class='tip' style='display:none'><p>信息名称：{text}</p><p>文号：无</p><p>生成日期：{day}</p></div></td><td>宁岭县人民政府</td><td>{day}</td></tr>"
        for at, (url, text, day) in enumerate(mixed(reports))
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/nlx/c115030/zfxxgk_index.shtml": f"<ul>{left}</ul>", f"{root}zfxxgk_gknrz.shtml": f"<ul>{left}</ul><table>{head}{rows}</table>", "/nlx/c115040/zfxxgk_gknrz.shtml": f"<ul>{left}</ul><p>概况</p>", "/nlx/c115042/zfxxgk_gknrz.shtml": f"<ul>{left}</ul>{dated(others(9, 20))}", "/nlx/c115046/zfxxgk_gknrz.shtml": f"<ul>{left}</ul>{dated(others(9, 40))}",
        }), **shown(reports),
    }, reports, (f"{root}zfxxgk_gknrz.shtml",))  # fmt: skip


def district_of_capital() -> Portal:
    """A district of a municipality: the departments' reports on three pages, numbered; the district's own among its work reports."""
    names = [
        f"宁岭县{each}"
        for each in (
            "发展改革局",
            "教育局",
            "民政局",
            "司法局",
            "财政局",
            "水利局",
            "商务局",
            "审计局",
            "统计局",
            "林业局",
            "体育局",
            "医保局",
        )
    ]
    root, own = "/gongkai/zfxxgk/bm/fzzfjs/", "/gongkai/zfxxgk/zf/fzzfjs/"
    filed = tuple(
        Report(f"{root}{year + 1}03/t{year + 1}03{10 + at}_{year}{at:02}.html", name, year)
        for year in (2025, 2024)
        for at, name in enumerate(names)
    )
    government = worded(
        (f"{own}202603/t20260325_4401.html", f"{own}202503/t20250326_3777.html"),
        "宁岭县人民政府{}年法治政府建设年度情况报告",
    )
    menu = (
        ("/", "首页"),
        ("/xinwen/", "新闻"),
        ("/gongkai/", "政务公开"),
        ("/fuwu/", "政务服务"),
        ("/hudong/", "政民互动"),
    )
    tiles = links(
        ("/gongkai/zfxxgk/zf/", "区政府"),
        ("/gongkai/zfxxgk/bm/", "区政府部门"),
        ("/gongkai/zfxxgk/jd/", "街道办事处"),
        form='<div class="tile"><a href="{0}"><b>{1}</b></a></div>',
    )
    pager = "".join(f"<a href='{('index' if not at else f'index_{at}')}.html'>{at + 1}</a>" for at in range(3))
    lists = {
        f"{root}{'' if not at else f'index_{at}.html'}": f"{dated(triples(filed)[at * 8 : at * 8 + 8])}<div class='pages'>{pager}</div>"
        for at in range(3)
    }
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/gongkai/": tiles, "/gongkai/zfxxgk/zf/": links(("/gongkai/zfxxgk/zf/gzbg/", "政府工作报告"), (own, "法治政府建设")), "/gongkai/zfxxgk/bm/": links(("/gongkai/zfxxgk/bm/ys/", "部门预算"), (root, "法治政府建设")), "/gongkai/zfxxgk/jd/": dated(others(9, 20)),
            "/gongkai/zfxxgk/zf/gzbg/": dated(others(9, 40)), "/gongkai/zfxxgk/bm/ys/": dated(others(9, 60)), own: dated(mixed(government)), **lists,
        }), **shown((*filed, *government)),
    }, (*filed, *government), (root, own), every=True)  # fmt: skip


def own_trees_of_departments() -> Portal:
    """A county of Guangxi: each department has a tree of its own below one folder, with a column of its own in it."""
    names = ("教育局", "公安局", "司法局", "林业局", "水利局")
    slugs = ("jyj", "gaj", "sfj", "lyj", "slj")
    roots = {slug: f"/xxgk/bmxxgk/{slug}/fdzdgknr/fzzfjs/" for slug in slugs}
    reports = tuple(
        Report(f"{root}t{20260 - at}{ord(slug[0])}.shtml", f"宁岭县{name}", 2025 - at)
        for (slug, root), name in zip(roots.items(), names, strict=True)
        for at in (0, 1)
    )
    menu = (("/", "首页"), ("/xxgk/", "政务公开"), ("/xwzx/", "新闻"), ("/jdhy/", "解读回应"))
    pages = {
        "/": dated(others(9)),
        "/xxgk/": links(("/xxgk/zfwj/", "政府文件"), ("/xxgk/bmxxgk/", "部门信息公开")),
        "/xxgk/zfwj/": dated(others(9, 20)),
        "/xxgk/bmxxgk/": links(*((f"{slug}/", f"县{name}") for slug, name in zip(slugs, names, strict=True))),
    }
    for at, (slug, root) in enumerate(roots.items()):
        home = f"/xxgk/bmxxgk/{slug}/"
        left = links(
            (f"{home}zn/", "公开指南"),
            (f"{home}fdzdgknr/zcwj/", "政策文件"),
            (root, "法治政府建设"),
            (f"{home}nb/", "公开年报"),
        )
        pages |= {
            home: f"<ul>{left}</ul>",
            root: f"<ul>{left}</ul>{dated([*triples(reports[2 * at : 2 * at + 2]), *lawful(3, at * 3)])}",
            f"{home}fdzdgknr/zcwj/": f"<ul>{left}</ul>{dated(others(5, at * 9))}",
            f"{home}nb/": f"<ul>{left}</ul>{dated([DECOYS[2]])}",
        }
    return Portal({**dressed(menu, pages), **shown(reports)}, reports, tuple(roots.values()), every=True)  # fmt: skip


def numbered_agencies() -> Portal:
    """Hainan: agencies are folders of four digits, and the report stands in the government's list of other documents by organ."""
    reports = worded(
        (
            "/xxgk/0400/202603/a1f0e9d8c7b6450493827160f5e4d3c2.shtml",
            "/xxgk/0400/202503/b2e1f0a9d8c7460593827161f6e5d4c3.shtml",
        ),
        "宁岭县{}年度法治政府建设工作情况报告",
    )
    root = "/xxgk/qtzfwj/"
    menu = (("/", "首页"), ("/xxgk/", "信息公开"), ("/zxfw/", "在线服务"), ("/ztzl/", "专题专栏"))
    left = links(
        (f"{root}zfxxgkml.shtml", "其他文件"),
        ("/xxgk/gfxwj/zfxxgkml.shtml", "规范性文件"),
        ("/xxgk/rsrm/zfxxgkml.shtml", "人事任免"),
        form="<p><a href='{0}'>{1}</a></p>",
    )
    rows = "".join(
        f"<div class='list_div'><div class='list-right_title'><a href='{url}' target='_blank'>{text}</a></div><table><tr><td>发文字号：</td><td>发布机构：县司法局</td><td>发布日期：{day}</td></tr></table></div>"
        for url, text, day in mixed(reports, *others(6, 10))
    )
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/xxgk/": left, f"{root}zfxxgkml.shtml": f"{left}{rows}", "/xxgk/gfxwj/zfxxgkml.shtml": f"{left}{dated(others(9, 30))}", "/xxgk/rsrm/zfxxgkml.shtml": f"{left}{dated(others(9, 50))}", "/ztzl/": dated(others(5, 70)),
        }), **shown(reports),
    }, reports, (f"{root}zfxxgkml.shtml",))  # fmt: skip


def map_below_doors() -> Portal:
    """A county whose menu is but five services; the map of the site in a corner names every column, three levels in one list."""
    root = "/xxgk/zdgk/yfxz/"
    reports = worded(
        (f"{root}202603/20260311_77120.html", f"{root}202503/20250310_60411.html"), "宁岭县{}年法治政府建设情况报告"
    )
    menu = (("/", "首页"), ("/yjzc/", "意见征集"), ("/xzxx/", "县长信箱"), ("/bsfw/", "办事大厅"))
    names = (
        ("jgsz", "机构设置"),
        ("czgk", "财政公开"),
        ("yfxz", "依法行政"),
        ("jytabl", "建议提案办理"),
        ("zfcg", "政府采购"),
        ("shgy", "社会公益"),
    )
    plan = "".join(
        f"<h4>{group}</h4><ul>{entries}</ul>"
        for group, entries in (
            ("信息公开", links(*((f"/xxgk/zdgk/{slug}/", each) for slug, each in names))),
            ("互动交流", links(*menu[1:])),
        )
    )
    lists = {f"/xxgk/zdgk/{slug}/": dated(others(9, at * 20)) for at, (slug, _) in enumerate(names)}
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/wzdt.html": plan, **lists, root: dated(mixed(reports, *lawful(4))),
        }, foot=f"{DOORS}<p><a href='/wzdt.html'>网站地图</a> | <a href='/gywm.html'>关于我们</a> 主办：宁岭县人民政府</p>"), **shown(reports),
    }, reports, (root,))  # fmt: skip


SECOND = batch(
    customs_of_numbers, tax_of_province, bureau_of_state, rows_of_other_hosts, lists_of_sichuan, topic_in_picture_wall, two_scripts_entrance,
    facts_in_rows, district_of_capital, own_trees_of_departments, numbered_agencies, map_below_doors,
)  # fmt: skip
