"""The seventh batch: portals as most are, drawn by the usual systems, with their usual ways to bury a report."""

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
    rows,
    usual,
)
from tests.replica.form_parts import OWNER, Report, answer, detail, triples
from tests.replica.model import Request


def years_below_slug() -> Portal:
    """TRS: the column has one child for each year."""
    root = "/zwgk_199/zfxxgkml/fzzfjsndbg/"
    reports = made(f"{root}fzzf2025/202603/t20260314_1440.html", f"{root}fzzf2024/202503/t20250314_1320.html")
    tree = links(
        ("/zwgk_199/zfxxgkml/zcwj/", "政策文件"),
        ("/zwgk_199/zfxxgkml/jgzn/", "机构职能"),
        (root, "法治政府建设年度报告"),
    )
    years = links((f"{root}fzzf2025/", "2025年度"), (f"{root}fzzf2024/", "2024年度"))
    below = {f"{root}fzzf{each.year}/": page(f"<ul>{tree}</ul>{dated(triples([each]))}") for each in reports}
    return Portal({
        **noise(), **below, "/": usual('<a href="/zwgk_199/">政务公开</a>'), "/zwgk_199/": page(links(("/zwgk_199/zfxxgkml/", "政府信息公开目录"), ("/xxgknb/", "年报"))),
        "/zwgk_199/zfxxgkml/": page(f"<ul>{tree}</ul>{dated(others(5))}"), root: page(f"<ul>{tree}</ul><ul>{years}</ul>"),
        "/zwgk_199/zfxxgkml/zcwj/": page(dated(others(9))), **details(reports),
    }, reports, (root, *below))  # fmt: skip


def template_lists() -> Portal:
    """UCAP: lists named after their template, a pager called by a script."""
    reports = made(*(f"/nlx/c1123/2026{at:02}/9f2e{at}d0a1b2c3d4e5f60718293a4b5c6d.shtml" for at in (3, 2)))
    call = "<script>createPageHTML('page_div',1,1,'xlist','shtml',2);</script>"
    menu = links(
        ("/nlx/c1120/list.shtml", "政府文件"),
        ("/nlx/c1121/list.shtml", "规划计划"),
        ("/nlx/c1123/xlist.shtml", "法治政府建设"),
    )
    return Portal({
        **noise(), "/": usual('<a href="/nlx/zwgk/jump.shtml">政务公开</a>'), "/nlx/zwgk/jump.shtml": page(menu),
        "/nlx/c1120/list.shtml": page(dated(others(9))), "/nlx/c1121/list.shtml": page(dated(others(4, 90))),
        "/nlx/c1123/xlist.shtml": page(f"{menu}<ul class=lh>{dated(triples(reports))}</ul>{call}"), **details(reports),
    }, reports, ("/nlx/c1123/xlist.shtml",))  # fmt: skip


def governments_and_departments() -> Portal:
    """NFCMS: the government's own reports in one column, the departments' in another below the same section."""
    own = made("/gk/zfxxgk/fzzfjs/zfbg/content/post_9001.html", "/gk/zfxxgk/fzzfjs/zfbg/content/post_8001.html")
    names = ("宁岭县教育局", "宁岭县司法局", "宁岭县水利局")
    theirs = tuple(
        Report(f"/gk/zfxxgk/fzzfjs/bmbg/content/post_{7001 + at}.html", name, 2025) for at, name in enumerate(names)
    )
    menu = links(
        ("/gk/zfxxgk/fzzfjs/zfbg/", "法治政府建设年度报告"), ("/gk/zfxxgk/fzzfjs/bmbg/", "部门法治政府建设报告")
    )
    return Portal({
        **noise(), "/": usual('<a href="/gk/">信息公开</a>'), "/gk/": page(links(("/gk/zfxxgk/", "政府信息公开"), ("/gk/rsxx/", "人事信息"))),
        "/gk/rsxx/": page(dated(others(6))), "/gk/zfxxgk/": page(links(("/gk/zfxxgk/zn/", "公开指南"), ("/gk/zfxxgk/fzzfjs/", "法治政府建设"))),
        "/gk/zfxxgk/fzzfjs/": page(menu), "/gk/zfxxgk/fzzfjs/zfbg/": page(f"{menu}{dated(triples(own))}"),
        "/gk/zfxxgk/fzzfjs/bmbg/": page(f"{menu}{dated(triples(theirs))}"), **details([*own, *theirs]),
    }, (*own, *theirs), ("/gk/zfxxgk/fzzfjs/zfbg/", "/gk/zfxxgk/fzzfjs/bmbg/"))  # fmt: skip


def bureau_notices() -> Portal:
    """Epoint: a bureau of few columns, its report among the notices."""
    reports = made("/tzgg/20260312/72e07291-ff37-44f5-b46e-cfc69a3c812e.html", agency="宁岭县生态环境局")
    line = '<li class="ewb-list-node"><a href="{0}" class="ewb-list-name">{1}</a><span class="ewb-list-date">{2}</span></li>'
    listed = "".join(line.format(*row) for row in [*others(9, 10), *triples(reports), *others(4, 30)])
    menu = links(
        ("/gzdt/", "工作动态"),
        ("/tzgg/", "通知公告"),
        ("/zcfg/", "政策法规"),
        ("/hjzl/", "环境质量"),
        form='<a href="{0}">{1}</a>',
    )
    return Portal({
        "/": page(f"{menu}{dated(others(5, 80))}", "宁岭县生态环境局"), "/gzdt/": page(dated(others(9, 100))), "/zcfg/": page(dated(others(5, 120))),
        "/hjzl/": page(dated(others(5, 140))), "/tzgg/": page(f"<ul>{listed}</ul><li class='ewb-page-num'><span>1/1</span></li>"), **details(reports),
    }, reports, ("/tzgg/",))  # fmt: skip


def visual_site() -> Portal:
    """VSB: pages beside their folders, rows with ids."""
    reports = made("/info/1066/16210.htm", "/info/1066/14100.htm")
    line = '<li id="line_u9_{3}"><span>{2}</span><a href="..{0}">{1}</a></li>'
    listed = "".join(line.format(each.path, each.title, each.date, at) for at, each in enumerate(reports))
    return Portal({
        **noise(), "/": usual(links(("zwgk.htm", "政务公开"), ("jyj.htm", "教育要闻"), form='<a href="{0}">{1}</a>')),
        "/jyj.htm": page(dated(others(7))), "/zwgk.htm": page(links(("zwgk/zcwj.htm", "政策文件"), ("zwgk/fzzf.htm", "法治政府"))),
        "/zwgk/zcwj.htm": page(dated(others(7, 40))), "/zwgk/fzzf.htm": page(f"<ul>{listed}</ul>共2条 1/1"), **details(reports),
    }, reports, ("/zwgk/fzzf.htm",))  # fmt: skip


def tree_with_category() -> Portal:
    """gkmlpt: the tree names a category for the reports, deep below another."""
    reports = made("/gkmlpt/content/9/9103/post_9103540.html", "/gkmlpt/content/8/8103/post_8103540.html")
    config = '{"SID":200061,"TREE":[{"id":1,"name":"机构职能","children":[]},{"id":2,"name":"其他","children":[{"id":2541,"name":"法治政府建设年度报告","children":[]}]}]}'

    def served(request: Request) -> object:
        data = [
            {"id": at, "title": each.title, "url": f"http://HOST{each.path}", "date": each.date}
            for at, each in enumerate(reports)
        ]
        return {"articles": data, "total": 2}

    return Portal({
        **noise(), "/": usual('<a href="/gkmlpt/index">政府信息公开目录</a>'),
        "/gkmlpt/index": page(f"<div id=app></div><script>window._CONFIG={config};</script>"), "/gkmlpt/api/all/2541": answer(served),
        "/gkmlpt/api/all/0": answer({"articles": [{"title": t, "url": u, "date": d} for u, t, d in others(40)], "total": 40}), **details(reports),
    }, reports, ("/gkmlpt/index#2541", "/gkmlpt/index", "/gkmlpt/api/all/2541"))  # fmt: skip


def pop_up_facts() -> Portal:
    """Rows with a number, a title and a pop-up that states all facts of the document once more."""
    reports = made("/xxgk/gkml/202603/t20260316_22.shtml", "/xxgk/gkml/202503/t20250316_11.shtml")
    line = (
        '<tr><td class="xh">{3}</td><td class="mc"><a href="{0}">{1}</a><div class="tip" style="display:none"><p>索引号：01{3}</p><p>名称：{1}</p>'
        "<p>发布机构：县政府办</p><p>成文日期：{2}</p></div></td><td class=fbrq>{2}</td></tr>"
    )
    lines = "".join(line.format(*row, at) for at, row in enumerate([*triples(reports), *others(5, 60)]))
    return Portal({
        **noise(), "/": usual('<a href="/xxgk/">信息公开</a>'), "/xxgk/": page(links(("/xxgk/gkzn/", "公开指南"), ("/xxgk/gkml/", "公开目录"))),
        "/xxgk/gkml/": page(f"<table>{lines}</table>"), "/xxgk/gkzn/": page("<p>指南</p>"), **details(reports),
    }, reports, ("/xxgk/gkml/",))  # fmt: skip


def titles_without_year() -> Portal:
    """The titles name no year: it stands in the day and on the page."""
    reports = made("/fz/71.jhtml", "/fz/62.jhtml")
    listed = "".join(
        f'<li><a href="{each.path}">{OWNER}法治政府建设情况报告</a><em>{each.date}</em></li>' for each in reports
    )
    return Portal({
        **noise(), "/": usual(links(("/zw/index.jhtml", "政务公开"), ("/fz/index.jhtml", "法治政府建设"))), "/zw/index.jhtml": page(dated(others(6))),
        "/fz/index.jhtml": page(f"<ul>{listed}</ul>"), **details(reports),
    }, reports, ("/fz/index.jhtml",))  # fmt: skip


def deep_menu() -> Portal:
    """Four menus one below the other, each with a dozen entries."""
    reports = made("/a/b/c/e/202603/1.html", "/a/b/c/e/202503/1.html")
    levels = (
        ("/a/", "政务公开"),
        ("/a/b/", "政府信息公开"),
        ("/a/b/c/", "法定主动公开内容"),
        ("/a/b/c/e/", "法治政府建设情况"),
    )
    names = ("概况", "职能", "领导", "机构", "会议", "应急", "采购", "招考", "财政", "审计", "税收")
    pages = {**noise(), "/": usual(links(levels[0]))}
    for at, (path, _) in enumerate(levels[:-1]):
        side = links(*((f"{path}x{place}/", name) for place, name in enumerate(names)), levels[at + 1])
        pages |= {path: page(f"<ul>{side}</ul>")} | {
            f"{path}x{place}/": page(dated(others(3, 50 * at + 3 * place))) for place in range(len(names))
        }
    return Portal(pages | {"/a/b/c/e/": page(dated(triples(reports)))} | details(reports), reports, ("/a/b/c/e/",))


def towns_other_papers() -> Portal:
    """Towns and streets, each with its report among its other papers."""
    names = {"gqz": "高桥镇", "xcz": "西城镇", "lsj": "柳市街道办事处", "htx": "河头乡"}
    pages = {
        **noise(),
        "/": usual('<a href="/xzjd/">乡镇街道</a>'),
        "/xzjd/": page(links(*((f"/xzjd/{slug}/", name) for slug, name in names.items()))),
    }
    reports = []
    for at, (slug, name) in enumerate(names.items()):
        root = f"/xzjd/{slug}/"
        agency = name if name.endswith("处") else f"{name}人民政府"
        report = Report(f"{root}qtgw/{40 + at}.html", f"宁岭县{agency}", 2025)
        pages[root] = page(links((f"{root}jgjj/", "机构简介"), (f"{root}qtgw/", "其他公文")), name)
        pages[f"{root}jgjj/"], pages[f"{root}qtgw/"] = (
            page("<p>简介</p>"),
            page(dated([*others(4, 40 * at), *triples([report])])),
        )
        reports.append(report)
    return Portal(pages | details(reports), tuple(reports), tuple(f"/xzjd/{slug}/qtgw/" for slug in names))


def cards_with_pictures() -> Portal:
    """Cards: a picture's link, a title's link, a summary, a machine-read day."""
    reports = made("/p/2026/fz.html", "/p/2025/fz.html")
    card = '<div class="card"><a href="{0}"><img src="/i.jpg"></a><h4><a href="{0}">{1}</a></h4><p>全面落实各项任务，持续推进依法行政。</p><time datetime="{2}">{2}</time></div>'
    return Portal({
        **noise(), "/": usual(links(("/ztzl/", "专题专栏"))), "/ztzl/": page(links(("/ztzl/xczx/", "乡村振兴"), ("/ztzl/fzzf/", "法治政府建设"))),
        "/ztzl/xczx/": page(dated(others(5))), "/ztzl/fzzf/": page(rows(reports, card)), **details(reports),
    }, reports, ("/ztzl/fzzf/",))  # fmt: skip


def summaries_of_bureau() -> Portal:
    """A bureau that files its reports as summaries of work."""
    reports = made("/Article_Show.asp?ArticleID=881", "/Article_Show.asp?ArticleID=702", agency="宁岭县水利局")
    menu = links(
        *(
            (f"/Article_Class.asp?ClassID={at}", name)
            for at, name in ((11, "水利要闻"), (12, "政策法规"), (13, "计划总结"))
        ),
        form='<td><a href="{0}">{1}</a></td>',
    )
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    lists = {
        "13": page(dated([*others(3, 30), *triples(reports)]), encoding="gbk"),
        "11": page(dated(others(8)), encoding="gbk"),
        "12": page(dated(others(6, 60))),
    }
    return Portal({
        "/": page(f"<table><tr>{menu}</tr></table>", "宁岭县水利局", encoding="gbk"), "/Article_Class.asp": by("ClassID", lists),
        "/Article_Show.asp": by("ArticleID", shown),
    }, reports, ("/Article_Class.asp?ClassID=13",))  # fmt: skip


def query_list() -> Portal:
    """Jiangxi's and Sichuan's lists: codes of site and channel, sent by POST as arrays."""
    reports = made("/nlx/c104243/202603/aa.shtml", "/nlx/c104243/202503/bb.shtml")
    script = (
        "var params={current:1,pageSize:15,webSiteCode:['nlxrmzf'],channelCode:['c104243']};function load(n){params.current=n;"
        "$.ajax({url:'/queryList',type:'POST',data:params,success:function(r){draw(r.data.results)}})}load(1);"
    )

    def served(request: Request) -> object:
        asked = FIELDS(request)
        right = request.method == "POST" and "c104243" in (asked.get("channelCode[]"), asked.get("channelCode"))
        data = [
            {"source": {"title": each.title, "pubDate": each.date, "urls": f'{{"pc":"{each.path}"}}'}}
            for each in reports
        ]
        return {"data": {"results": data if right else [], "total": 2 if right else 0}}

    return Portal({
        **noise(), "/": usual(links(("/nlx/c104240/list.shtml", "政府文件"), ("/nlx/c104243/list.shtml", "法治政府建设年度报告"))),
        "/nlx/c104240/list.shtml": page(dated(others(6))), "/nlx/c104243/list.shtml": page(f"<ul id=l></ul><script>{script}</script>"),
        "/queryList": answer(served), **details(reports),
    }, reports, ("/nlx/c104243/list.shtml",))  # fmt: skip


def links_in_prose() -> Portal:
    """The column is a page of prose with one paragraph for each year."""
    reports = made("/fzjs/bg2025.html", "/fzjs/bg2024.html", "/fzjs/bg2023.html")
    text = "".join(f'<p>{each.year}年度报告全文请<a href="{each.path}">点击查看</a>。</p>' for each in reports)
    return Portal({
        **noise(), "/": usual('<a href="/fzjs/">法治政府建设年度报告</a>'), "/fzjs/": page(f"<h2>法治政府建设年度报告</h2><p>根据有关规定予以公开。</p>{text}"),
        **details(reports),
    }, reports, ("/fzjs/",))  # fmt: skip


def site_map_alone() -> Portal:
    """The home page leads by pictures and a map of the site in its foot."""
    reports = made("/c/fz/9.html", "/c/fz/8.html")
    tree = (
        links(("/c/jj/", "简介"), ("/c/wj/", "文件"))
        + f"<li>公开<ul>{links(('/c/cz/', '财政'), ('/c/fz/', '法治政府建设报告'))}</ul></li>"
    )
    return Portal({
        **noise(), "/": page('<a href="/c/jj/"><img src="/1.jpg"></a><a href="/c/wj/"><img src="/2.jpg"></a><div class="foot"><a href="/map.html">站点地图</a></div>'),
        "/map.html": page(f"<ul>{tree}</ul>"), "/c/jj/": page("<p>简介</p>"), "/c/wj/": page(dated(others(5))), "/c/cz/": page(dated(others(5, 30))),
        "/c/fz/": page(dated(triples(reports))), **details(reports),
    }, reports, ("/c/fz/",))  # fmt: skip


def yearly_notice_titles() -> Portal:
    """A dedicated column of notices that publish the report, whose text stands on the notice's page."""
    reports = made("/bg/2026.html", "/bg/2025.html")
    listed = "".join(
        f'<li><a href="{each.path}">关于公布《{OWNER}{each.year}年法治政府建设年度报告》的通知</a> {each.date}</li>'
        for each in reports
    )
    return Portal({
        **noise(), "/": usual('<a href="/bg/">依法行政</a>'), "/bg/": page(f"<ul>{listed}</ul>"), **details(reports),
    }, reports, ("/bg/",))  # fmt: skip


FIRST = batch(
    years_below_slug, template_lists, governments_and_departments, bureau_notices, visual_site, tree_with_category, pop_up_facts, titles_without_year,
)  # fmt: skip
SECOND = batch(
    deep_menu, towns_other_papers, cards_with_pictures, summaries_of_bureau, query_list, links_in_prose, site_map_alone, yearly_notice_titles,
)  # fmt: skip
