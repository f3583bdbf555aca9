"""The rest of the fifth batch."""

from __future__ import annotations

from tests.replica.batch_parts import (
    FIELDS,
    Portal,
    batch,
    by,
    crumbed,
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


def repeated_by_angular() -> Portal:
    """Angular: the rows repeat in the markup with a link made of their id."""
    reports = made("/info/6620", "/info/5510")
    script = (
        "app.controller('list',function($scope,$http){$http({method:'GET',url:'/api/infos',params:{cat:'fzzf',pageNo:1,pageSize:20}})"
        ".then(function(r){$scope.items=r.data.items;});});"
    )
    body = '<div ng-app="app" ng-controller="list"><p ng-repeat="item in items"><a ng-href="/info/{{item.id}}">{{item.title}}</a></p></div>'

    def served(request: Request) -> object:
        data = [{"id": each.path.rpartition("/")[2], "title": each.title, "pubDate": each.date} for each in reports]
        return {"items": data if FIELDS(request).get("cat") == "fzzf" else [], "total": 2}

    return Portal({
        **noise(), "/": usual(links(("/wj.html", "政策文件"), ("/fzzf.html", "法治政府建设"))), "/wj.html": page(dated(others(6))),
        "/fzzf.html": page(f"{body}<script>{script}</script>"), "/api/infos": answer(served), **details(reports),
    }, reports, ("/fzzf.html",))  # fmt: skip


def flow_of_ids() -> Portal:
    """Layui: pages flow in as one scrolls, and each row's link is made of its id."""
    reports = made("/site/detail/771", "/site/detail/660", "/site/detail/590")
    script = (
        "layui.use(['flow'],function(){var flow=layui.flow;flow.load({elem:'#list',done:function(page,next){var lis=[];"
        "$.get('/site/list?channel=fzzf&page='+page,function(res){layui.each(res.data,function(i,item){"
        "lis.push('<li><a href=\"/site/detail/'+item.infoId+'\">'+item.infoTitle+'</a></li>');});next(lis.join(''),page<res.pages);});}});});"
    )
    data = [
        {"infoId": int(each.path.rpartition("/")[2]), "infoTitle": each.title, "createDate": f"{each.date} 10:00:00"}
        for each in reports
    ]

    def served(request: Request) -> object:
        right = FIELDS(request).get("channel") == "fzzf" and FIELDS(request).get("page") == "1"
        return {"code": 0, "data": data if right else [], "pages": 1}

    return Portal({
        **noise(), "/": usual('<a href="/site/zwgk">政务公开</a>'),
        "/site/zwgk": page(links(("/site/channel/zcwj", "政策文件"), ("/site/channel/fzzf", COLUMN))),
        "/site/channel/zcwj": page("<ul id=list></ul>"), "/site/channel/fzzf": page(f"<ul id=list></ul><script>{script}</script>"),
        "/site/list": answer(served), **details(reports),
    }, reports, ("/site/channel/fzzf",))  # fmt: skip


def matrix_of_years() -> Portal:
    """A table: agencies down, years across, and in each cell a link that says to look."""
    agencies = ("宁岭县教育局", "宁岭县司法局", "宁岭县水利局")
    reports = tuple(
        Report(f"/fzzf/{year}/{at}.html", name, year) for at, name in enumerate(agencies) for year in (2025, 2024)
    )
    head = "<tr><th>单位</th><th>2025年</th><th>2024年</th></tr>"
    body = ""
    for name in agencies:
        own = [each for each in reports if each.agency == name]
        body += f"<tr><td>{name}</td>{''.join(f'<td><a href={each.path}>查看</a></td>' for each in own)}</tr>"
    return Portal({
        **noise(), "/": usual('<a href="/fzzf/">法治政府建设年度报告</a>'), "/fzzf/": page(f"<table>{head}{body}</table>"), **details(reports),
    }, reports, ("/fzzf/",))  # fmt: skip


def short_keys() -> Portal:
    """The rows stand in a script file under keys of one letter."""
    reports = made("/fz/a/1.html", "/fz/a/2.html")
    data = ",".join(f'{{t:"{each.title}",u:"a/{each.path[-6:]}",d:"{each.date}"}}' for each in reports)
    return Portal({
        **noise(), "/": usual('<a href="/fz/list.html">法治政府</a>'), "/fz/data.js": piece(f"var L=[{data}];", "application/javascript"),
        "/fz/list.html": page('<ul id="u"></ul><script src="data.js"></script><script>L.forEach(show)</script>'), **details(reports),
    }, reports, ("/fz/list.html", "/fz/data.js"))  # fmt: skip


def frame_in_column() -> Portal:
    """The column's page shows its list in a frame of another folder."""
    reports = made("/was/detail.jsp?docid=31", "/was/detail.jsp?docid=22")
    shown = {each.path.partition("=")[2]: detail(each) for each in reports}
    return Portal({
        **noise(), "/": usual('<a href="/zwgk/fzjs/">法治政府建设年度报告</a>'),
        "/zwgk/fzjs/": page('<iframe src="/was/list.jsp?channelid=88" width="700"></iframe>'),
        "/was/list.jsp": by("channelid", {"88": page(rows(reports, '<div class="row"><a href="{0}">{1}</a><span>{2}</span></div>'))}),
        "/was/detail.jsp": by("docid", shown),
    }, reports, ("/was/list.jsp?channelid=88", "/zwgk/fzjs/"))  # fmt: skip


def one_script_for_all() -> Portal:
    """One address for every page, told apart by the query's action and category."""
    reports = made(
        "/index.php?m=content&c=index&a=show&catid=69&id=301", "/index.php?m=content&c=index&a=show&catid=69&id=240"
    )
    menu = links(
        *(
            (f"/index.php?m=content&c=index&a=lists&catid={catid}", name)
            for catid, name in ((61, "本县要闻"), (66, "公示公告"), (69, "法治建设"), (70, "计划总结"))
        )
    )
    shown = {each.path.rpartition("=")[2]: detail(each) for each in reports}
    lists = {
        "69": page(dated([*others(2, 40), *triples(reports)])),
        "66": page(dated(others(9))),
        "61": page(dated(others(9, 80))),
        "70": page(dated(others(5, 120))),
    }

    def any_page(request: Request) -> Answer:
        asked = FIELDS(request)
        if asked.get("a") == "show":
            return by("id", shown)(request)
        return by("catid", lists)(request) if asked.get("a") == "lists" else usual(menu)(request)

    return Portal(
        {**noise(), "/": usual(menu), "/index.php": any_page},
        reports,
        ("/index.php?m=content&c=index&a=lists&catid=69",),
    )


def hidden_panes() -> Portal:
    """All lists stand on one page in panes that tabs show; that of the reports is the smallest."""
    reports = made("/bg/2026/7.html", "/bg/2025/6.html")
    names = ("政策文件", "公示公告", "法治政府建设")
    tabs = "".join(f'<li><a href="#tab{at}">{name}</a></li>' for at, name in enumerate(names))
    panes = "".join(
        f'<div id="tab{at}" style="display:none">{dated(part)}</div>'
        for at, part in enumerate((others(10), others(12, 50), triples(reports)))
    )
    return Portal({
        **noise(), "/": usual('<a href="/zwgk.html">政务公开</a>'), "/zwgk.html": page(f"<ul class=tabs>{tabs}</ul>{panes}"), **details(reports),
    }, reports, ("/zwgk.html",))  # fmt: skip


def path_parameters() -> Portal:
    """The framework spells parameters as folders."""
    reports = made("/index.php/Home/Article/detail/id/881.html", "/index.php/Home/Article/detail/id/702.html")
    root = "/index.php/Home/Article/lists/cid/"
    return Portal({
        **noise(), "/": usual(links((f"{root}81.html", "工作动态"), (f"{root}85.html", "政务公开"))),
        f"{root}81.html": page(dated(others(8))),
        f"{root}85.html": page(links((f"{root}86.html", "财政信息"), (f"{root}88.html", "法治建设报告")) + dated(others(3, 70))),
        f"{root}86.html": page(dated(others(4, 90))), f"{root}88.html": page(dated(triples(reports))), **details(reports),
    }, reports, (f"{root}88.html",))  # fmt: skip


def report_among_news() -> Portal:
    """The home page shows the newest report among the news; its own page names the column above it."""
    paths = ("/c/202603/910.html", "/c/202503/810.html")
    reports = made(*paths)

    news = dated([*others(4, 20), *triples(reports[:1]), *others(3, 40)])
    crumb = '<div class="dqwz">您的位置：<a href="/">首页</a>&gt;<a href="/c/zw/">政务</a>&gt;<a href="/c/zw/qt/">其他</a>&gt;正文</div>'
    return Portal({
        **noise(), "/": page(f"<div>{links(('/c/zw/', '政务'), ('/hd/', '互动'))}</div>{news}", OWNER),
        "/c/zw/": page(dated(others(9, 60))), "/c/zw/qt/": page(dated([*triples(reports), *others(6, 80)])),
        **{each.path: crumbed(each, crumb) for each in reports},
    }, reports, ("/c/zw/qt/",))  # fmt: skip


SECOND = batch(
    repeated_by_angular, flow_of_ids, matrix_of_years, short_keys, frame_in_column, one_script_for_all, hidden_panes, path_parameters,
    report_among_news,
)  # fmt: skip
