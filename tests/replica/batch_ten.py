"""The tenth batch: more whole portals drawn on the server, with crooked addresses, cut titles, twins and empty columns."""

from __future__ import annotations

from tests.replica.batch_dress import dressed, lawful, shown, titled
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_parts import FIELDS, Portal, batch, by, dated, links, made, others, page
from tests.replica.form_parts import triples
from tests.replica.model import Answer, Request


def cut_titles() -> Portal:
    """Titles end after sixteen signs, and no attribute says how they go on: the page does."""
    root = "/zfxxgk/fdzdgknr/fzzfjs/"
    reports = tuple(
        titled(f"{root}{at}.html", year, f"宁岭县人民政府关于{year}年度法治政府建设情况的报告")
        for at, year in ((917, 2025), (688, 2024), (512, 2023))
    )
    line = "<li><a href='{0}' target='_blank'>{3}</a><span class='date'>{2}</span></li>"
    rows = "".join(
        line.format(*row, f"{row[1][:16]}..." if len(row[1]) > 16 else row[1])
        for row in [*lawful(2), *triples(reports), *lawful(4, 30)]
    )
    side = links(
        (f"{root}../zcwj/".replace("fzzfjs/../", ""), "政策文件"),
        ("/zfxxgk/fdzdgknr/rsxx/", "人事信息"),
        (root, "法治政府建设"),
        ("/zfxxgk/fdzdgknr/czxx/", "财政信息"),
    )
    return Portal({
        **dressed((*COUNTY, ("/zfxxgk/", "政府信息公开")), {
            "/": dated(others(9)), "/zfxxgk/": links(("/zfxxgk/zn/", "指南"), ("/zfxxgk/fdzdgknr/", "法定主动公开内容"), ("/zfxxgk/nb/", "年报")), "/zfxxgk/fdzdgknr/": f"<ul>{side}</ul>",
            root: f"<ul>{side}</ul><ul>{rows}</ul>", "/zfxxgk/fdzdgknr/zcwj/": f"<ul>{side}</ul>{dated(others(7))}", "/zfxxgk/fdzdgknr/rsxx/": f"<ul>{side}</ul>{dated(others(7, 20))}",
        }), **shown(reports),
    }, reports, (root,))  # fmt: skip


def crooked_addresses() -> Portal:
    """Addresses with blanks around them, with backslashes, with a session, in Chinese; names with blanks between their signs."""
    reports = made("/xxgk/法治政府/2026/31.htm", "/xxgk/法治政府/2025/12.htm")
    menu = (
        (" / ", "首　页"),
        ("\\zwgk\\index.htm;jsessionid=7A9C", "政 务 公 开"),
        (" /xw/index.htm ", "新闻 动态"),
        ("/hd/index.htm#top", "互动"),
    )
    side = links(
        ("..\\xxgk\\政策\\index.htm", "政 策 文 件"),
        (" ../xxgk/法治政府/index.htm ", "<font>法 治</font>&nbsp;<font>政 府 建 设</font>"),
        ("../xxgk/人事/index.htm", "人 事 任 免"),
    )
    rows = "".join(
        f'<p><a href=" {each.path.removeprefix("/xxgk/法治政府/")} ">\r\n  {each.title.replace("年法治", "年<wbr>法治")}\r\n</a>\r\n（{each.date}）</p>'
        for each in reports
    )
    plain = dated(others(7))
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/zwgk/index.htm;jsessionid=7A9C": f"<ul>{side}</ul>", "/zwgk/index.htm": f"<ul>{side}</ul>", "/xw/index.htm": dated(others(9, 30)), "/hd/index.htm": "<p>信箱</p>",
            "/xxgk/%E6%B3%95%E6%B2%BB%E6%94%BF%E5%BA%9C/index.htm": f"<h2>法治政府建设</h2><div>{rows}</div>", "/xxgk/%E6%94%BF%E7%AD%96/index.htm": plain, "/xxgk/%E4%BA%BA%E4%BA%8B/index.htm": dated(others(7, 50)),
        }), **{path.replace("法治政府", "%E6%B3%95%E6%B2%BB%E6%94%BF%E5%BA%9C"): handler for path, handler in shown(reports).items()},
    }, reports, ("/xxgk/法治政府/index.htm",))  # fmt: skip


def empty_beside_full() -> Portal:
    """The column that is named for it was never filled; the reports stand among the announcements."""
    reports = made("/xwzx/tzgg/202603/88120.html", "/xwzx/tzgg/202503/70331.html")
    side = links(("/zwgk/zcwj/", "政策文件"), ("/zwgk/fzzfjs/", "法治政府建设"), ("/zwgk/jcygk/", "决策预公开"))
    notices = [
        *others(7),
        (reports[0].path, reports[0].title, "2026-03-13"),
        *others(8, 20),
        (reports[1].path, reports[1].title, "2025-03-20"),
    ]
    return Portal({
        **dressed(COUNTY, {
            "/": f"<h3>通知公告</h3>{dated(others(7))}", "/zwgk/": f"<ul>{side}</ul>", "/zwgk/fzzfjs/": f"<ul>{side}</ul><div class='list'><p>暂无信息</p></div>", "/zwgk/zcwj/": f"<ul>{side}</ul>{dated(others(5, 50))}",
            "/zwgk/jcygk/": f"<ul>{side}</ul>{dated(others(3, 70))}", "/xwzx/tzgg/": f"{dated(notices)}<div>共17条 1/1</div>",
        }), **shown(reports),
    }, reports, ("/xwzx/tzgg/",))  # fmt: skip


def twin_for_phones() -> Portal:
    """Every page has a twin for phones, linked from its head, with the same rows and the pages under other addresses."""
    reports = made("/zwgk/fzjs/202603/t20260311_8.html", "/zwgk/fzjs/202503/t20250311_5.html")
    twins = [(f"/m{url}", text, day) for url, text, day in triples(reports)]
    head = '<link rel="alternate" media="only screen and (max-width:640px)" href="http://HOST/m/">'
    top = "<a href='/m/'>手机版</a>"
    short = links(("/m/xw/", "新闻"), ("/m/zwgk/", "公开"), ("/m/zwgk/fzjs/", "法治建设"))
    return Portal({
        **dressed(COUNTY, {"/": f"{top}{dated(others(9))}", "/zwgk/": links(("/zwgk/zcwj/", "政策文件"), ("/zwgk/fzjs/", "法治建设")), "/zwgk/fzjs/": f"{top}{dated([*lawful(3), *triples(reports)])}"}, head=head),
        "/m/": page(f"{short}<a href='/'>电脑版</a>"), "/m/zwgk/": page(short), "/m/xw/": page(dated(others(5))), "/m/zwgk/fzjs/": page(dated(twins)),
        **shown(reports), **{f"/m{path}": handler for path, handler in shown(reports).items()},
    }, reports, ("/zwgk/fzjs/",))  # fmt: skip


def searched_notices() -> Portal:
    """Two hundred announcements on fourteen pages; the portal's search finds the report, by a link that counts its visits."""
    reports = made("/zwxx/tzgg/content/post_5512.html")
    form = '<form action="/s" method="get" target="_blank"><input type="hidden" name="siteCode" value="3609990001"><input name="qt" placeholder="请输入关键字"><input type="submit" value="搜索"></form>'
    crumb = "<div>您的位置：<a href='/'>首页</a> &gt; <a href='/zwxx/'>政务信息</a> &gt; <a href='/zwxx/tzgg/'>通知公告</a></div>"

    def hits(request: Request) -> Answer:
        word = FIELDS(request).get("qt", "")
        found = [each for each in reports if word and word in each.title]
        body = "".join(
            f"<div class='res'><a href='/visit/link.do?url=http://HOST{each.path}&q={word}' title='{each.title}'>{each.title.replace(word, f'<em>{word}</em>')}</a><p>发布时间：{each.date}</p></div>"
            for each in found
        )
        return page(f"{form}{body}<p>共{len(found)}条</p>")(request)

    def through(request: Request) -> Answer:
        return page(f"<script>location.replace('http://HOST{reports[0].path}')</script>")(request)

    pager = "".join(f"<a href='index_{at}.html'>{at}</a>" for at in range(2, 15))
    lists = {
        f"/zwxx/tzgg/index_{at}.html": dated(
            [*others(7, at * 15), *(triples(reports) if at == 9 else []), *others(7, at * 15 + 7)]
        )
        for at in range(2, 15)
    }
    menu = (
        ("/", "首页"),
        ("/zwxx/", "政务信息"),
        ("/zwxx/tzgg/", "通知公告"),
        ("/zwxx/zcfg/", "政策法规"),
        ("/bszn/", "办事指南"),
    )
    return Portal({
        **dressed(menu, {"/": f"{form}{dated(others(9))}", "/zwxx/tzgg/": f"{form}{crumb}{dated(others(15))}<div class='page'>{pager}</div>", **{path: f"{crumb}{body}" for path, body in lists.items()}}),
        "/s": hits, "/visit/link.do": through, **shown(reports, crumb),
    }, reports, ("/zwxx/tzgg/",))  # fmt: skip


def two_in_a_row() -> Portal:
    """GBK that nothing declares; two announcements in each row of the table, the day before its title."""
    name = "宁岭县自然资源局"
    reports = made("/ReadNews.asp?NewsID=2231", "/ReadNews.asp?NewsID=1880", agency=name)
    menu = [
        ("/", "首页"),
        *(
            (f"/ShowClass.asp?ClassID={at}", each)
            for at, each in ((1, "国土要闻"), (3, "政策法规"), (6, "法治国土"), (7, "公示公告"))
        ),
    ]
    cells = [
        f"<td class=d>{day}</td><td><a href='{url.lstrip('/')}' target='_blank'>{text}</a></td>"
        for url, text, day in [*lawful(3), *triples(reports), *lawful(5, 30)]
    ]
    table = "".join(f"<tr>{''.join(cells[at : at + 2])}</tr>" for at in range(0, len(cells), 2))
    pages = dressed(
        menu,
        {
            "/": dated(others(8)),
            "6": f"<table>{table}</table>",
            "1": dated(others(9)),
            "3": dated(others(9, 30)),
            "7": dated(others(9, 60)),
        },
        name,
        "gbk",
    )
    bare = {path: piece_of(handler) for path, handler in pages.items()}
    return Portal({
        "/": bare["/"], "/ShowClass.asp": by("ClassID", bare), "/ReadNews.asp": by("NewsID", {each.path.rpartition("=")[2]: shown([each])["/ReadNews.asp"] for each in reports}),
    }, reports, ("/ShowClass.asp?ClassID=6",))  # fmt: skip


def piece_of(handler):  # type: ignore[no-untyped-def]
    """A page that does not say how it is encoded."""

    def bare(request: Request) -> Answer:
        return Answer(handler(request).content.replace(b"; charset=gbk", b""), content_type="text/html")

    return bare


def years_as_names() -> Portal:
    """In the column each row is but the name of a year."""
    root = "/xxgk/fdzdgknr/fzzfjsndbg/"
    reports = made(*(f"{root}{year}/c{at}.shtml" for at, year in enumerate(range(2026, 2021, -1))))
    rows = "".join(f"<li><a href='{each.path}'>{each.year}年度</a></li>" for each in reports)
    side = links(
        ("/xxgk/fdzdgknr/zcwj/list.shtml", "政策文件"),
        ("/xxgk/fdzdgknr/ghjh/list.shtml", "规划计划"),
        (f"{root}list.shtml", "法治政府建设年度报告"),
        ("/xxgk/fdzdgknr/xzzf/list.shtml", "行政执法"),
    )
    return Portal({
        **dressed((*COUNTY, ("/xxgk/list.shtml", "信息公开")), {
            "/": dated(others(9)), "/xxgk/list.shtml": f"<ul>{side}</ul>", f"{root}list.shtml": f"<ul>{side}</ul><h2>法治政府建设年度报告</h2><ul class='nd'>{rows}</ul>", "/xxgk/fdzdgknr/zcwj/list.shtml": f"<ul>{side}</ul>{dated(others(5))}",
        }), **shown(reports),
    }, reports, (f"{root}list.shtml",))  # fmt: skip


def landing_of_blocks() -> Portal:
    """What is named for it is a landing page of blocks whose doors are pictures; the reports stand behind one of them."""
    root = "/zwgk/fzzf/"
    reports = made(f"{root}ndbg/2026/9.html", f"{root}ndbg/2025/7.html", f"{root}ndbg/2024/4.html")
    block = "<div class='bk'><div class='tt'>{1}<a href='{0}/'><img src='/more.gif'></a></div>{2}</div>"
    body = "".join(block.format(slug, name, dated(rows)) for slug, name, rows in (
        ("gzbs", "工作部署", lawful(3)), ("ndbg", "年度报告", [(reports[0].path, reports[0].title[:14] + "...", reports[0].date)]), ("zrls", "责任落实", lawful(3, 9)), ("zfjd", "执法监督", lawful(4, 20))))  # fmt: skip
    return Portal({
        **dressed(COUNTY, {
            "/": dated(others(9)), "/zwgk/": links(("/zwgk/zfxxgk/", "信息公开"), (root, "法治政府")), root: body, f"{root}ndbg/": dated(triples(reports)), f"{root}gzbs/": dated(lawful(9)), f"{root}zrls/": dated(lawful(9, 9)), f"{root}zfjd/": dated(lawful(9, 20)),
        }), **shown(reports),
    }, reports, (f"{root}ndbg/", root))  # fmt: skip


FIRST = batch(
    cut_titles, crooked_addresses, empty_beside_full, twin_for_phones, searched_notices, two_in_a_row, years_as_names, landing_of_blocks,
)  # fmt: skip
