"""The rest of the tenth batch: many agencies on one host, doors that fail, rows that other pages stand before."""

from __future__ import annotations

from tests.replica.batch_dress import FOOT, dressed, lawful, shown, titled
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_parts import Portal, batch, by, dated, links, made, others, page, piece
from tests.replica.form_parts import Report, triples
from tests.replica.model import Answer

BUREAUS = {
    "jyj": "教育局",
    "czj": "财政局",
    "mzj": "民政局",
    "sjj": "审计局",
    "slj": "水利局",
    "tjj": "统计局",
    "yjj": "应急管理局",
    "jtj": "交通运输局",
}


def columns_of_mega_menu() -> Portal:
    """Three hundred names on every page, a column of reports for each department among them, no page of departments."""
    names = ("动态", "机构", "公告", "规划", "财政", "人事", "统计", "采购", "执法", "解读")
    reports, pages, boxes = [], {}, []
    for at, (slug, name) in enumerate(BUREAUS.items()):
        report = Report(f"/bm/{slug}/fzzf/20260{at % 3 + 1}/1.html", f"宁岭县{name}", 2025)
        reports.append(report)
        inside = [(f"/bm/{slug}/k{place}/", each) for place, each in enumerate(names)]
        boxes.append(
            f"<dl><dt><a href='/bm/{slug}/'>县{name}</a></dt><dd>{links(*inside[:4], (f'/bm/{slug}/fzzf/', '法治政府建设'), *inside[4:], form='<a href={0}>{1}</a>')}</dd></dl>"
        )
        pages |= {
            f"/bm/{slug}/": f"<h1>县{name}</h1>{dated(others(4, 20 * at))}",
            f"/bm/{slug}/fzzf/": f"<h1>县{name}</h1>{dated([*lawful(2, 10 * at), *triples([report])])}",
        }
        pages |= {
            path: f"<h1>县{name}</h1>{dated(others(3, 30 * at + 3 * place))}" for place, (path, _) in enumerate(inside)
        }
    own = made("/zwgk/fzzf/202603/2.html", "/zwgk/fzzf/202503/1.html")
    pages |= {
        "/": f"<div class='all'>{''.join(boxes)}</div>{dated(others(9))}",
        "/zwgk/": f"{links(('/zwgk/zn/', '指南'), ('/zwgk/fzzf/', '法治政府建设'))}<div class='all'>{''.join(boxes)}</div>",
        "/zwgk/fzzf/": dated([*lawful(2), *triples(own)]),
    }
    return Portal(
        {**dressed(COUNTY, pages), **shown([*reports, *own])},
        (*own, *reports),
        ("/zwgk/fzzf/", *(f"/bm/{slug}/fzzf/" for slug in BUREAUS)),
        every=True,
    )


def files_of_departments() -> Portal:
    """All departments file into one list of documents; their reports stand on its first three pages among the rest."""
    root = "/gkml/bmwj/"
    agencies = [f"宁岭县{name}" for name in BUREAUS.values()]
    reports = tuple(Report(f"{root}{9000 + at}.html", name, 2025) for at, name in enumerate(agencies))
    lists = {}
    for at in range(6):
        own = triples(reports[at * 3 : at * 3 + 3])
        rows = "".join(
            f"<tr><td>{text}</td><td>县政府</td><td>{day}</td><td><a href='{url}'>查看</a></td></tr>"
            for url, text, day in [*others(6, 12 * at), *own, *others(6, 12 * at + 6)]
        )
        turn = f"<a href='list{'' if at == 1 else f'_{at}'}.html'>上一页</a>" * (
            at > 0
        ) + f"<a href='list_{at + 2}.html'>下一页</a>" * (at < 5)
        lists[f"{root}list{f'_{at + 1}' if at else ''}.html"] = (
            f"<table><tr><th>标题</th><th>来源</th><th>日期</th><th>操作</th></tr>{rows}</table><div>第{at + 1}页/共6页 {turn}</div>"
        )
    menu = (*COUNTY, ("/gkml/list.html", "公开目录"))
    return Portal({
        **dressed(menu, {"/": dated(others(9)), "/gkml/list.html": links(("/gkml/zfwj/list.html", "政府文件"), (f"{root}list.html", "部门文件"), ("/gkml/rsrm/list.html", "人事任免")), "/gkml/zfwj/list.html": dated(others(9, 90)), "/gkml/rsrm/list.html": dated(others(5, 120)), **lists}), **shown(reports),
    }, reports, (f"{root}list.html",))  # fmt: skip


def doors_that_fail() -> Portal:
    """The section answers with an error, lost pages say so with 200; a map of the site still names the column."""
    reports = made("/zfjs/202603/31.html", "/zfjs/202503/22.html")
    lost = "<script>setTimeout(function(){location.href='/'},5000)</script><h2>抱歉，您访问的页面不存在或已删除！</h2><a href='/'>返回首页</a>"
    foot = f"<a href='/wzdt.html'>站点导航</a>{FOOT}"
    tree = links(
        ("/zwgk/", "政务公开"),
        ("/zwgk/zcwj/", "政策文件"),
        ("/rsrm/", "人事任免"),
        ("/zfjs/", "法治政府建设"),
        ("/cgzb/", "采购招标"),
    )
    pages = dressed(COUNTY, {
        "/": dated(others(9)), "/wzdt.html": f"<ul>{tree}</ul>", "/zfjs/": dated([*lawful(3), *triples(reports), *lawful(3, 20)]), **{path: lost for path, _ in COUNTY if path.startswith(("/zwgk/", "/ztzl/", "/bsfw/")) and path != "/zwgk/"},
        "/rsrm/": dated(others(6, 40)), "/cgzb/": dated(others(6, 60)),
    }, foot=foot)  # fmt: skip
    return Portal(
        {**pages, "/zwgk/": lambda request: Answer(b"<h1>HTTP Status 500</h1>", 500), **shown(reports)},
        reports,
        ("/zfjs/",),
    )


def forwarded_column() -> Portal:
    """The column's address forwards to the folder of its newest year; older years stand in a menu there."""
    root = "/zwgk/fzbg/"
    reports = made(f"{root}2026n/31_1.html", f"{root}2025n/22_1.html", f"{root}2024n/18_1.html")
    years = "".join(f"<a href='../{each.year + 1}n/'>{each.year + 1}年</a>" for each in reports)
    below = {f"{root}{each.year + 1}n/": f"<div class='ny'>{years}</div>{dated(triples([each]))}" for each in reports}
    return Portal({
        **dressed(COUNTY, {"/": dated(others(9)), "/zwgk/": links(("/zwgk/zn/", "指南"), (root, "法治政府建设报告")), **below}), root: piece('<html><head><META HTTP-EQUIV="Refresh" CONTENT="0; URL=2026n/"></head></html>'), **shown(reports),
    }, reports, (root, *below))  # fmt: skip


def day_before_title() -> Portal:
    """Rows are pairs of a term and what it means, the day first; their links lead through a page that counts."""
    reports = made("/tj/goto.jsp?id=1&url=/view/7731.html", "/tj/goto.jsp?id=1&url=/view/6620.html")
    rows = "".join(
        f"<dt>{day}</dt><dd><a href='{url}'>{text}</a></dd>"
        for url, text, day in [*lawful(4), *triples(reports), *lawful(3, 20)]
    )
    menu = (("/", "首页"), ("/xw.html", "新闻"), ("/gk.html", "公开"), ("/fz.html", "法治宁岭"), ("/hd.html", "互动"))
    goto = {
        at: piece(f"<script>window.location='{at}';</script>")
        for at in (each.path.rpartition("=")[2] for each in reports)
    }
    ends = {each.path.rpartition("=")[2]: handler for each in reports for handler in shown([each]).values()}
    return Portal({
        **dressed(menu, {"/": dated(others(9)), "/fz.html": f"<dl>{rows}</dl>", "/gk.html": dated(others(9, 20)), "/xw.html": dated(others(9, 40))}), "/tj/goto.jsp": by("url", goto), **ends,
    }, reports, ("/fz.html",))  # fmt: skip


def streets_with_menus() -> Portal:
    """Streets and towns have sites of their own below one folder, each with its menu; two of five publish a report."""
    names = {"gaoqiao": "高桥镇", "xicheng": "西城街道", "hetou": "河头乡", "liushi": "柳市镇", "bailu": "白鹭乡"}
    reports, pages = [], {}
    for at, (slug, name) in enumerate(names.items()):
        root = f"/xz/{slug}/"
        menu = links(
            (root, "首页"),
            (f"{root}gk/", "镇情概况"),
            (f"{root}dt/", "工作动态"),
            (f"{root}gg/", "通知公告"),
            (f"{root}fz/", "法治建设"),
            (f"{root}dj/", "党建工作"),
        )
        own = []
        if at in (0, 3):
            own = [Report(f"{root}fz/2026/{at}.html", f"宁岭县{name}人民政府", 2025)]
            reports += own
        pages |= {
            root: f"<h1>{name}</h1><ul>{menu}</ul>{dated(others(4, 20 * at))}", f"{root}gk/": f"<ul>{menu}</ul><p>{name}</p>", f"{root}dt/": f"<ul>{menu}</ul>{dated(others(5, 20 * at + 4))}",
            f"{root}gg/": f"<ul>{menu}</ul>{dated(others(5, 20 * at + 9))}", f"{root}fz/": f"<h1>{name}</h1><ul>{menu}</ul>{dated([*lawful(3, 9 * at), *triples(own)])}", f"{root}dj/": f"<ul>{menu}</ul>{dated(others(2, 20 * at + 15))}",
        }  # fmt: skip
    board = links(*((f"/xz/{slug}/", name) for slug, name in names.items()), form="<option value='{0}'>{1}</option>")
    own = made("/zwgk/fzjs/66.html")
    pages |= {
        "/": f"<select onchange='location=this.value'><option>乡镇街道</option>{board}</select>{dated(others(9))}",
        "/zwgk/": links(("/zwgk/fzjs/", "法治政府建设"), ("/zwgk/zn/", "指南")),
        "/zwgk/fzjs/": dated([*lawful(3), *triples(own)]),
    }
    return Portal(
        {**dressed(COUNTY, pages), **shown([*reports, *own])},
        (*own, *reports),
        ("/zwgk/fzjs/", "/xz/gaoqiao/fz/", "/xz/liushi/fz/"),
        every=True,
    )


def agencies_in_brackets() -> Portal:
    """One list of all agencies' reports, the agency in brackets before a title that does not name it."""
    names = [*BUREAUS.values(), "高桥镇", "西城街道"]
    reports = tuple(
        titled(f"/ztzl/fzzf/bg/{100 + at}.html", 2025, "2025年法治政府建设情况报告", f"宁岭县{name}")
        for at, name in enumerate(names)
    )
    rows = "".join(
        f"<li><span class='dw'>[{name}]</span><a href='{each.path}'>{each.title}</a><i>{each.date}</i></li>"
        for name, each in zip(names, reports, strict=True)
    )
    return Portal({
        **dressed(COUNTY, {"/": dated(others(9)), "/ztzl/": links(("/ztzl/wmcj/", "文明创建"), ("/ztzl/fzzf/", "法治政府建设")), "/ztzl/fzzf/": f"{links(('/ztzl/fzzf/dt/', '工作动态'), ('/ztzl/fzzf/bg/', '情况报告'))}{dated(lawful(5))}", "/ztzl/fzzf/dt/": dated(lawful(9)), "/ztzl/fzzf/bg/": f"<ul>{rows}</ul>"}), **shown(reports),
    }, reports, ("/ztzl/fzzf/bg/",))  # fmt: skip


def chosen_department() -> Portal:
    """A form with a choice of departments sends itself; the list shows one department's documents at a time."""
    names = {"001": "政府办公室", "007": "教育局", "012": "水利局", "015": "司法局"}
    reports = tuple(
        Report(f"/xxgk/show.do?id=8{code}", f"宁岭县{name}", 2025) for code, name in names.items() if code != "001"
    )
    choice = "".join(f"<option value='{code}'>{name}</option>" for code, name in names.items())
    form = f"<form action='/xxgk/list.do' method='get'><input type='hidden' name='type' value='fdzdgk'><select name='org' onchange='this.form.submit()'>{choice}</select></form>"
    lists = {
        code: page(
            f"{form}{dated([*others(5, 20 * at), *triples([each for each in reports if each.path.endswith(code)]), *others(4, 20 * at + 8)])}"
        )
        for at, code in enumerate(names)
    }
    menu = (("/", "首页"), ("/xw.html", "新闻"), ("/xxgk/list.do?type=fdzdgk", "部门信息公开"))
    return Portal({
        **dressed(menu[:2], {"/": f"<a href='{menu[2][0]}'>{menu[2][1]}</a>{dated(others(9))}"}), "/xxgk/list.do": by("org", {**lists, "": lists["001"]}), "/xxgk/show.do": by("id", {each.path.rpartition("=")[2]: shown([each])["/xxgk/show.do"] for each in reports}),
    }, reports, tuple(f"/xxgk/list.do?type=fdzdgk&org={code}" for code in names if code != "001"))  # fmt: skip


SECOND = batch(
    columns_of_mega_menu, files_of_departments, doors_that_fail, forwarded_column, day_before_title, streets_with_menus, agencies_in_brackets, chosen_department,
)  # fmt: skip
