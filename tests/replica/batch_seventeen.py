"""The seventeenth batch: portals drawn on the server, written together with the sixteenth and tried when that was mended."""

from __future__ import annotations

from tests.replica.batch_dress import dress, dressed, lawful, shown, titled
from tests.replica.batch_eleven import worded
from tests.replica.batch_parts import FIELDS, Portal, batch, by, dated, filed, links, made, others, page
from tests.replica.batch_sixteen import among, encoded, guarded, trapped
from tests.replica.batch_sixteen_more import MENU
from tests.replica.form_parts import Report, triples
from tests.replica.model import Answer, Handler, Request


def steps_by_post() -> Portal:
    """A provincial department on an old platform: the next page is a button of a form whose number is a field; reports on page 4 of 5."""
    name, root = "宁江省交通运输厅", "/xxgk/more.jsp"
    reports = worded(("/xxgk/show.jsp?id=71002", "/xxgk/show.jsp?id=66120"), "宁江省交通运输厅{}年度法治政府部门建设情况报告", name)  # fmt: skip
    plain = [*lawful(27), *others(44, 100)]
    rows = [*plain[:62], *triples(reports), *plain[62:]]
    tree = links(("/xxgk/more.jsp?type=0301", "厅发文件"), (f"{root}?type=0305", "依法行政"), ("/xxgk/more.jsp?type=0309", "重点工程"), form="<div class='tree2'><a href='{0}'>{1}</a></div>")  # fmt: skip

    def body(at: int) -> str:
        fields = (
            f'<input type="hidden" name="type" value="0305"><input type="hidden" name="currentPage" value="{at + 1}">'
        )
        button = f'<form method="post" action="more.jsp">{fields}<input type="submit" value="下一页"></form>'
        return f"{tree}{dated(rows[15 * at - 15 : 15 * at])}<p>第{at}页 共5页 共73条</p>{button if at < 5 else ''}"

    pages = dressed(MENU, {str(at): body(at) for at in range(1, 6)}, name)
    lists = {"0305": by("currentPage", pages, "1"), "0301": page(dated(others(9, 20))), "0309": page(dated(others(9, 40)))}  # fmt: skip
    shows = by("id", {each.path.rpartition("=")[2]: shown([each])["/xxgk/show.jsp"] for each in reports})
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": tree}, name), root: by("type", lists), "/xxgk/show.jsp": shows,
    }, reports, (f"{root}?type=0305",))  # fmt: skip


def gaps_between_numbers() -> Portal:
    """A city's column of offices' reports: files list_2.html to list_9.html, of which the first page links 2, 3 and 9 and later ones nothing."""
    root = "/zfxxgk/fzzfndbg/"
    offices = [
        f"宁岭市{each}" for each in ("教育局", "科技局", "工信局", "民政局", "司法局", "财政局", "住建局", "交通局")
    ]
    reports = tuple(Report(f"{root}{year}/{at}.html", office, year) for year in range(2025, 2016, -1) for at, office in enumerate(offices, 20))  # fmt: skip

    def body(at: int) -> str:
        part = [each for each in reports if each.year == 2026 - at]
        pager = f"<div class='pg'><span>1</span><a href='{root}list_2.html'>2</a><a href='{root}list_3.html'>3</a><span>...</span><a href='{root}list_9.html'>9</a></div>"
        return f"{dated(triples(part))}{pager if at == 1 else ''}"

    left = links(
        ("/zfxxgk/zcwj/", "政策文件"), (f"{root}list.html", "法治政府建设年度报告"), ("/zfxxgk/czyjs/", "财政")
    )
    pages = {f"{root}list{f'_{at}' if at > 1 else ''}.html": body(at) for at in range(1, 10)}
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/zfxxgk/zcwj/": dated(others(9, 20)), "/zfxxgk/czyjs/": dated(others(9, 40)), **pages}, "宁岭市人民政府"),
        **shown(reports),
    }, reports, (f"{root}list.html",))  # fmt: skip


def lists_within_lists() -> Portal:
    """A district: a tree of openness that is nested lists of four depths, every leaf with the same path and another number in the query."""
    root = "/gov/open/list.jsp"
    reports = worded(
        ("/gov/open/info.jsp?i=880123", "/gov/open/info.jsp?i=810077", "/gov/open/info.jsp?i=740050"),
        "宁岭区人民政府{}年度法治政府建设工作情况报告",
    )
    leaf = "<li class='leaf'><a href='/gov/open/list.jsp?c={0}'>{1}</a></li>"
    groups = {"政策": ("规范性文件", "政策解读", "文件清理"), "机构": ("领导", "职能"), "行权": ("行政许可", "行政处罚", "行政强制", "法治政府建设情况"), "财政": ("预算", "决算", "采购"), "民生": ("教育", "医疗", "社保", "环保")}  # fmt: skip
    numbers = {word: f"{at}" for at, word in enumerate((each for group in groups.values() for each in group), 6601)}
    branches = "".join(f"<li><span>{group}</span><ul>{''.join(leaf.format(numbers[word], word) for word in words)}</ul></li>" for group, words in groups.items())  # fmt: skip
    tree = f"<ul id='t'><li><b>政府信息公开</b><ul><li><b>主动公开</b><ul>{branches}</ul></li></ul></li></ul>"
    wanted = numbers["法治政府建设情况"]
    lists = dressed(MENU, {
        number: f"{tree}{dated(among(reports, *trapped(1, 7)) if number == wanted else others(7, 9 * at))}" for at, number in enumerate(numbers.values())
    })  # fmt: skip
    shows = by("i", {each.path.rpartition("=")[2]: shown([each])["/gov/open/info.jsp"] for each in reports})
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": tree}), root: by("c", lists), "/gov/open/info.jsp": shows, **guarded(),
    }, reports, (f"{root}?c={wanted}",))  # fmt: skip


def forwarded_frames() -> Portal:
    """A county's bureau: the root forwards by script to a frameset whose main frame is the home page; its lists are in another frame yet."""
    name = "宁岭县审计局"
    reports = worded(("/sj/n/2026_14.htm", "/sj/n/2025_11.htm"), "宁岭县审计局{}年度法治政府建设情况报告", name)

    def plain(body: str) -> Handler:
        return encoded(f"<html><head><title>{name}</title></head><body>{body}</body></html>", "gbk")

    menu = "".join(f"<td onclick=\"parent.main.location='{url}'\" style='cursor:hand'>{word}</td>" for url, word in (("/sj/dt.htm", "审计动态"), ("/sj/fz.htm", "法治审计"), ("/sj/gg.htm", "结果公告")))  # fmt: skip
    return Portal({
        "/": plain("<script language=javascript>window.location=\"/sj/frame.htm\"</script>"),
        "/sj/frame.htm": encoded("<html><frameset rows='90,*'><frame name=top src=menu.htm><frame name=main src=home.htm></frameset></html>", "gbk"),
        "/sj/menu.htm": plain(f"<table><tr>{menu}</tr></table>"), "/sj/home.htm": plain(dated(others(9))), "/sj/dt.htm": plain(dated(others(9, 20))), "/sj/gg.htm": plain(dated(others(9, 40))),
        "/sj/fz.htm": plain("<iframe src='fzlist.htm' width=100%></iframe>"), "/sj/fzlist.htm": plain(dated(among(reports, *trapped(3, 4), *lawful(5)))), **shown(reports), **guarded(),
    }, reports, ("/sj/fz.htm", "/sj/fzlist.htm"))  # fmt: skip


def years_in_a_box() -> Portal:
    """The years of the column stand in a box of a form (GET) that its change sends; one year is shown at a time."""
    root = "/zwgk/fzbg"
    offices = ("宁岭县人民政府", "宁岭县公安局", "宁岭县卫生健康局")
    reports = tuple(Report(f"/zwgk/fzbg/{year}{at}.html", office, year) for year in (2025, 2024, 2023, 2022) for at, office in enumerate(offices))  # fmt: skip
    years = "".join(f"<option value='{year}'>{year}年</option>" for year in (2025, 2024, 2023, 2022))
    form = f"<form action='{root}' method='get'><select name='year' onchange='this.form.submit()'>{years}</select></form>"  # fmt: skip
    lists = dressed(MENU, {str(year): f"{form}{dated(triples([each for each in reports if each.year == year]))}" for year in (2025, 2024, 2023, 2022)})  # fmt: skip
    left = links(("/zwgk/jg/", "机构"), (root, "法治政府建设年度报告"), ("/zwgk/zb/", "招标"))
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/zwgk/jg/": "<p>机构</p>", "/zwgk/zb/": dated(others(9, 20))}),
        root: by("year", lists, "2025"), **shown(reports),
    }, reports, (root, *(f"{root}?year={year}" for year in (2025, 2024, 2023, 2022))))  # fmt: skip


def town_below_platform() -> Portal:
    """A town's page on the county's platform: tiles of pictures with a text below; the report is a Word file put up among notices."""
    name, root = "宁岭县河山镇人民政府", "/hsz/tzgg/"
    reports = worded(
        ("/hsz/tzgg/202603/W020260312331.pdf", "/hsz/tzgg/202503/W020250314220.pdf"),
        "河山镇{}年法治政府建设情况报告",
        name,
    )
    tiles = links(
        ("/hsz/zjgk/", "镇情概况"), (root, "公示公告"), ("/hsz/ldzc/", "领导之窗"), ("/hsz/dj/", "党建"),
        form="<div class='tile'><a href='{0}'><img src='/i.png'></a><div><a href='{0}'>{1}</a></div></div>",
    )  # fmt: skip
    return Portal({
        **dressed((("/", "首页"), ("/hsz/zjgk/", "镇情"), ("/hsz/bm/", "便民")), {
            "/": f"{tiles}{dated(others(5))}", root: dated(among(reports, *others(14, 30), *trapped(2))), "/hsz/ldzc/": "<p>镇长</p>", "/hsz/dj/": dated(others(9, 60)),
        }, name), **{each.path: filed(each) for each in reports}, **guarded(),
    }, reports, (root,))  # fmt: skip


def customs_with_notes() -> Portal:
    """A customs house: definition lists for rows, the day before the title, the report of the head office passed on by link."""
    name, root = "宁岭海关", "/nlhg/gk/qt/index.html"
    reports = worded(
        ("/nlhg/gk/qt/6022/index.html", "/nlhg/gk/qt/5510/index.html"), "宁岭海关{}年度法治政府建设情况报告", name
    )
    far = [("http://www.customs.gov.cn/x/1.html", "海关总署2025年法治政府建设年度报告", "2026-03-31")]
    tree = "".join(f"<li><a href='/nlhg/gk/{slug}/index.html' title='{word}'>{word}</a></li>" for slug, word in (("zc", "法律法规"), ("tj", "统计数据"), ("qt", "其他应公开信息"), ("rs", "人事")))  # fmt: skip
    rows = "".join(f"<dl><dt>{day}</dt><dd><a href='{url}'>{text}</a></dd></dl>" for url, text, day in among(reports, *far, *others(6, 40), *trapped(4)))  # fmt: skip
    return Portal({
        **dressed((("/", "首页"), ("/nlhg/xw/index.html", "新闻"), ("/nlhg/gk/index.html", "信息公开")), {
            "/": dated(others(9)), "/nlhg/gk/index.html": f"<ul>{tree}</ul>", root: f"<ul>{tree}</ul>{rows}", "/nlhg/gk/zc/index.html": dated(others(9, 20)), "/nlhg/gk/tj/index.html": dated(others(9, 60)), "/nlhg/gk/rs/index.html": dated(others(9, 80)),
        }, name), **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def found_by_search() -> Portal:
    """A county whose columns hide the reports behind no link; its search (GET, fields of its own) answers with a list, undated."""
    root = "/zcwj/bgjh/"
    reports = made(f"{root}771.html", f"{root}702.html")
    crumb = f"<p>首页 &gt;&gt; <a href='{root}'>报告计划</a> &gt;&gt; 内容</p>"
    form = '<form name="ss" method="get" action="/search/result.html"><select name="range"><option value="title">标题</option><option value="all" selected>全文</option></select><input name="keyword" type="text"><button type="submit">检索</button></form>'
    hits = "".join(f"<div><a href='{each.path}'>{each.title}</a></div>" for each in reports)
    pages = dressed(MENU, {"none": f"{form}<p>0</p>", "some": f"{form}<p>为您找到2条</p>{hits}"})

    def answers(request: Request) -> Answer:
        return pages["some" if "法治" in FIELDS(request).get("keyword", "") else "none"](request)

    return Portal({
        **dressed(MENU, {"/": f"{form}{dated(others(9))}", "/gk/": dated(others(9, 20)), root: dated(among(reports, *others(5, 60), *trapped(3)))}),
        "/search/result.html": answers, **shown(reports, crumb), **guarded(),
    }, reports, (root,))  # fmt: skip


def offices_on_hosts() -> Portal:
    """A city: the page of reports names its districts and offices in two lists, some on hosts of their own, some on the city's."""
    root, host = "/zwgk/fzzf/ndbg/", "officesonhosts.gov.cn"
    own = tuple(titled(f"{root}{at}.html", 2025, f"宁岭市{each}2025年度法治政府建设情况报告", f"宁岭市{each}") for at, each in enumerate(("财政局", "民政局", "水利局"), 501))  # fmt: skip
    away = tuple(Report(f"{slug}.{host}/xxgk/{at}.html", f"宁岭市{each}", 2025) for at, (slug, each) in enumerate((("gaj", "公安局"), ("jyj", "教育局"), ("wjw", "卫健委"), ("zjj", "住建局"), ("rsj", "人社局"), ("tjj", "统计局")), 31))  # fmt: skip
    rows = "".join(f"<td><a href='{url}' target='_blank'>{text}</a></td>" for url, text, _ in [*triples(own), *((f"https://{each.path}", each.title, "") for each in away)])  # fmt: skip
    beside = {each.path.partition("/")[0]: shown([Report("/" + each.path.partition("/")[2], each.agency, 2025)]) for each in away}  # fmt: skip
    left = links(("/zwgk/wj/", "文件"), (root, "法治政府建设年度报告"), ("/zwgk/gb/", "公报"))
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/zwgk/wj/": dated(others(9, 20)), "/zwgk/gb/": dated(others(9, 40)), root: f"<table><tr>{rows}</tr></table>"}, "宁岭市人民政府"),
        **shown(own),
    }, (*own, *away), (root,), beside=beside)  # fmt: skip


def old_addresses_void() -> Portal:
    """A bureau of ecology: the menu calls a function with two numbers, from which another one spells the address; tabs carry it in data."""
    name, root = "宁岭县生态环境局", "/c/12/45.html"
    reports = worded(("/a/12/90331.html", "/a/12/81207.html"), "宁岭县生态环境局{}年法治政府建设工作情况的报告", name)
    head = "<script>function openCol(a,b){window.location.href='/c/'+a+'/'+b+'.html';}</script>"
    menu = "".join(f"<a href='javascript:void(0)' onclick='openCol({a},{b})'>{word}</a>" for a, b, word in ((12, 40, "环境要闻"), (12, 43, "信息公开"), (12, 48, "环境质量")))  # fmt: skip
    tabs = "".join(f"<li data-href='/c/12/{at}.html'><span>{word}</span></li>" for at, word in ((44, "政策法规"), (45, "法治建设"), (46, "环评审批")))  # fmt: skip
    script = "<script>$('li[data-href]').click(function(){location.href=$(this).attr('data-href')})</script>"
    bodies = {
        "/": dated(others(9)), "/c/12/43.html": f"<ul>{tabs}</ul>{script}", root: f"<ul>{tabs}</ul>{script}{dated(among(reports, *trapped(2, 5), *lawful(4)))}",
        "/c/12/40.html": dated(others(9, 20)), "/c/12/48.html": dated(others(9, 40)), "/c/12/44.html": dated(others(9, 60)), "/c/12/46.html": dated(others(9, 80)),
    }  # fmt: skip
    pages = {path: dress(body, f"<a href='/'>首页</a>{menu}", name, "gb18030", head, "") for path, body in bodies.items()}  # fmt: skip
    return Portal({**pages, **shown(reports), **guarded()}, reports, (root,))


def folders_of_years() -> Portal:
    """A special page of one year a folder: the newest links the one before it, and that the next; each is a page of its own design."""
    base = "/ztzl/fzzf"
    reports = tuple(
        titled(f"{base}{year}/{at}.html", year, f"{office}{year}年度法治政府建设年度报告", office)
        for year in (2025, 2024, 2023) for at, office in enumerate(("宁岭县人民政府", "宁岭县教育局", "宁岭县城管局"), 3)
    )  # fmt: skip
    pages = {
        f"{base}{year}/": f"<h2>{year}年度法治政府建设年度报告专栏</h2>{dated(triples([each for each in reports if each.year == year]))}"
        + (f"<p><a href='{base}{year - 1}/'>{year - 1}年度专栏</a></p>" if year > 2023 else "")
        for year in (2025, 2024, 2023)
    }
    menu = (*MENU, ("/ztzl/", "专题专栏"))
    return Portal({
        **dressed(menu, {"/": dated(others(9)), "/ztzl/": links(("/ztzl/jj/", "基层减负"), (f"{base}2025/", "2025年度法治政府建设年度报告"), ("/ztzl/ws/", "卫生城市")), "/ztzl/jj/": dated(others(9, 20)), "/ztzl/ws/": dated(others(9, 40)), **pages}),
        **shown(reports),
    }, reports, tuple(f"{base}{year}/" for year in (2025, 2024, 2023)))  # fmt: skip


FIRST = batch(
    steps_by_post, gaps_between_numbers, lists_within_lists, forwarded_frames, years_in_a_box, town_below_platform, customs_with_notes,
    found_by_search, offices_on_hosts, old_addresses_void, folders_of_years,
)  # fmt: skip
