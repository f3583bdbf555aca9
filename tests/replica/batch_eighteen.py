"""The eighteenth batch: portals drawn on the server, written before it was tried: stamps in links, a base, twins, gazettes,
buttons for menus, cut titles, pages that post themselves."""

from __future__ import annotations

from functools import partial
from itertools import count

from tests.replica.batch_dress import dress, dressed, lawful, shown, titled
from tests.replica.batch_eleven import worded
from tests.replica.batch_parts import FIELDS, Portal, batch, by, dated, filed, links, others
from tests.replica.batch_sixteen import among, encoded, guarded, trapped
from tests.replica.batch_sixteen_more import MENU
from tests.replica.form_parts import triples
from tests.replica.model import Answer, Handler, Request


def stamps_in_links() -> Portal:
    """Every answer writes another time into each of its links, so that no address is met twice."""
    root = "/web/list.do"
    reports = worded(("/web/info.do?id=9931", "/web/info.do?id=8102"), "宁岭县人民政府{}年度法治政府建设情况报告")
    clock = count(1770000000000, 7331)

    def stamped(pages: dict[str, Handler], name: str, request: Request) -> Answer:
        answer = pages[name](request)
        return Answer(answer.content.replace(b"STAMP", str(next(clock)).encode()), content_type=answer.content_type)

    menu = tuple((f"/web/list.do?cid={at}&_t=STAMP", word) for at, word in ((3, "要闻"), (5, "公开"), (8, "服务")))
    left = links(("/web/list.do?cid=51&_t=STAMP", "法规文件"), ("/web/list.do?cid=52&_t=STAMP", "法治政府建设"), ("/web/list.do?cid=53&_t=STAMP", "财政"))  # fmt: skip
    rows = [(f"{url}&_t=STAMP" if "info.do" in url else url, text, day) for url, text, day in among(reports, *trapped(1, 4), *lawful(3))]  # fmt: skip
    bodies = {"": dated(others(9)), "5": f"<ul>{left}</ul>", "51": dated(others(9, 20)), "52": f"<ul>{left}</ul>{dated(rows)}", "53": dated(others(9, 40))}  # fmt: skip
    pages = dressed((("/", "首页"), *menu), bodies)
    lists = {name: partial(stamped, pages, name) for name in bodies}
    shows = by("id", {each.path.rpartition("=")[2]: shown([each])["/web/info.do"] for each in reports})
    return Portal({"/": lists[""], root: by("cid", lists), "/web/info.do": shows, **guarded()}, reports, (f"{root}?cid=52",))  # fmt: skip


def base_for_links() -> Portal:
    """A bureau whose pages state a base, below which all their links are; the home page sends on by META in capitals."""
    name, root = "宁岭市水利局", "/wwwroot/slj/fzjs/index.htm"
    reports = worded(("/wwwroot/slj/fzjs/26a.htm", "/wwwroot/slj/fzjs/25a.htm"), "宁岭市水利局{}年度法治政府建设年度报告", name)  # fmt: skip
    head = '<BASE href="/wwwroot/slj/">'
    menu = (
        ("home.htm", "首页"),
        ("xw/index.htm", "水利新闻"),
        ("zc/index.htm", "政策"),
        ("fzjs/index.htm", "法治水利"),
    )
    rows = [(url.removeprefix("/wwwroot/slj/"), text, day) for url, text, day in among(reports, *trapped(2, 3))]
    bodies = {"home.htm": dated(others(9)), "xw/index.htm": dated(others(9, 20)), "zc/index.htm": dated(others(9, 40)), "fzjs/index.htm": dated(rows)}  # fmt: skip
    return Portal({
        "/": encoded('<HTML><HEAD><META HTTP-EQUIV="REFRESH" CONTENT="0; URL=\'wwwroot/slj/home.htm\'"></HEAD></HTML>'),
        **{f"/wwwroot/slj/{path}": dress(body, links(*menu), name, "gbk", head, "") for path, body in bodies.items()},
        **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def twins_of_tongues() -> Portal:
    """A city that shows all its pages thrice: plain, for the old (/old/) and in traditional characters (/big5/); one is enough."""
    root = "/zwgk/fdzdgk/fzzfbg/"
    reports = worded((f"{root}260318.html", f"{root}250320.html", f"{root}240322.html"), "宁岭市{}年度法治政府建设情况报告", "宁岭市人民政府")  # fmt: skip
    tree = (("/zwgk/fdzdgk/jgzn/", "机构职能"), (root, "法治政府建设报告"), ("/zwgk/fdzdgk/cwgk/", "财务公开"))

    def told(prefix: str) -> dict[str, str]:
        def at(url: str) -> str:
            return f"{prefix}{url}"

        other = "".join(f"<a href='{each}/'>{word}</a>" for each, word in (("/old", "长者版"), ("/big5", "繁體"), ("", "标准版")))  # fmt: skip
        left = f"{other}<ul>{links(*((at(url), name) for url, name in tree))}</ul>"
        rows = [(at(url), text, day) for url, text, day in among(reports, *others(6, 50))]
        return {
            at("/"): f"{other}{links((at('/gk/'), '政务公开'))}{dated(others(9))}", at("/gk/"): left, at(root): f"{left}{dated(rows)}",
            at("/zwgk/fdzdgk/jgzn/"): "<p>机构</p>", at("/zwgk/fdzdgk/cwgk/"): dated(others(9, 20)),
        }  # fmt: skip

    plain = shown(reports)
    pages = dressed((), {**told("/old"), **told("/big5"), **told("")}, "宁岭市人民政府")
    twins = {f"{prefix}{path}": page for prefix in ("/old", "/big5") for path, page in plain.items()}
    return Portal({**pages, **plain, **twins}, reports, (root,))


def in_the_gazette() -> Portal:
    """The report is printed in the government's gazette alone: a list of numbers, each with its contents, among them the report."""
    root = "/zfgb/"
    reports = worded(("/zfgb/202603/07.html", "/zfgb/202503/05.html"), "宁岭市人民政府关于{}年度法治政府建设情况的报告", "宁岭市人民政府")  # fmt: skip
    numbers = [(f"/zfgb/{year}{month:02}/", f"宁岭市人民政府公报{year}年第{month}期", f"{year}-{month:02}-28") for year in (2026, 2025) for month in (5, 4, 3, 2, 1)]  # fmt: skip
    pages = {url: f"<h3>{text}目录</h3>{dated(among([each for each in reports if each.path.startswith(url)], *others(6, 10 * at)))}" for at, (url, text, _) in enumerate(numbers)}  # fmt: skip
    menu = (*MENU, (root, "政府公报"))
    return Portal({
        **dressed(menu, {"/": dated(others(9)), root: dated(numbers), **pages}, "宁岭市人民政府"), **shown(reports),
    }, reports, (root, "/zfgb/202603/", "/zfgb/202503/"))  # fmt: skip


def buttons_for_menu() -> Portal:
    """A bureau on an intranet's framework: every name of the menu is a form with one button, GET, its field hidden."""
    name, root = "宁岭县统计局", "/portal/channel"
    reports = worded(("/portal/doc/4410", "/portal/doc/3977"), "宁岭县统计局{}年度法治政府建设工作报告", name)
    words = {"11": "统计数据", "12": "统计法治", "13": "通知公告", "14": "党建"}
    menu = "".join(f"<form action='{root}' method='get'><input type='hidden' name='no' value='{no}'><button>{word}</button></form>" for no, word in words.items())  # fmt: skip
    bodies = {"": dated(others(9)), "11": dated(others(9, 20)), "12": dated(among(reports, *trapped(5), *lawful(5))), "13": dated(others(9, 40)), "14": dated(others(9, 60))}  # fmt: skip
    pages = {no: dress(body, menu, name, "utf-8", "", "") for no, body in bodies.items()}
    return Portal({"/": pages[""], root: by("no", pages), **shown(reports), **guarded()}, reports, (f"{root}?no=12",))


def odd_references() -> Portal:
    """Old hand-made pages: back slashes, blanks, line ends and entities in addresses, tags in capitals, attributes without quotes."""
    name, root = "宁岭县档案局", "/da/fz/index.asp"
    reports = worded(
        ("/da/fz/show.asp?id=611&lm=3", "/da/fz/show.asp?id=540&lm=3"), "宁岭县档案局{}年度法治政府建设情况报告", name
    )
    menu = "<TABLE><TR><TD><A HREF=\\da\\index.asp>首页</A><TD><A HREF='\n/da/&#120;w.asp'>动态</A><TD><A target=_blank HREF=&#47;da&#47;fz&#47;index.asp >法治档案</A><TD><A HREF=\" /da/ly.asp \">留言</A></TABLE>"  # fmt: skip
    rows = "".join(f"<TR><TD>·<A HREF='{each.path.rpartition('/')[2].replace('&', '&#38;')}' ><FONT color=#333>{each.title}</FONT></A><TD>[{each.date[5:]}]" for each in reports)  # fmt: skip
    rows += "".join(f"<TR><TD>·<A HREF='{url}'><FONT color=#333>{text}</FONT></A><TD>[{day[5:]}]" for url, text, day in others(9, 20))  # fmt: skip
    shows = by("id", {each.path[19:22]: shown([each])["/da/fz/show.asp"] for each in reports})

    def plain(body: str) -> Handler:
        return encoded(f"<HTML><HEAD><TITLE>{name}</TITLE></HEAD><BODY>{menu}<TABLE>{body}</TABLE></BODY></HTML>", "gbk")  # fmt: skip

    home = plain(dated(others(9)))
    return Portal({
        "/": home, "/da/index.asp": home, "/da/xw.asp": plain(dated(others(9, 40))), "/da/ly.asp": plain("<p>留言</p>"), root: plain(rows), "/da/fz/show.asp": shows,
    }, reports, (root,))  # fmt: skip


def heading_with_more() -> Portal:
    """A department's home page of blocks: the name is a heading, the way to the list three letters beside it (MORE)."""
    name, root = "宁江省商务厅", "/c1043/"
    reports = worded(("/c1043/20260321/a91.html", "/c1043/20250318/a77.html", "/c1043/20240311/a52.html"), "宁江省商务厅{}年度法治政府建设工作情况报告", name)  # fmt: skip
    blocks = {"/c1041/": ("商务要闻", others(5)), "/c1042/": ("通知公告", others(5, 20)), root: ("法治商务", lawful(5)), "/c1044/": ("外贸数据", others(5, 40))}  # fmt: skip
    home = "".join(f"<div class='box'><div class='hd'><b>{word}</b><span><a href='{url}'>MORE</a></span></div>{dated(rows)}</div>" for url, (word, rows) in blocks.items())  # fmt: skip
    return Portal({
        **dressed(MENU, {"/": home, root: dated(among(reports, *lawful(12), *trapped(6))), "/c1041/": dated(others(20)), "/c1042/": dated(others(20, 20)), "/c1044/": dated(others(20, 40))}, name),
        **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def cut_after_sixteen() -> Portal:
    """A district: rows cut after sixteen signs, the whole title in no attribute; pages on by a select that sends the browser."""
    root = "/openness/list_233.aspx"
    reports = worded(("/openness/d_90112.aspx", "/openness/d_81177.aspx"), "宁岭区人民政府关于{}年度法治政府建设情况的报告", "宁岭区人民政府")  # fmt: skip
    rows = [
        (url, f"{text[:16]}..." if len(text) > 16 else text, day) for url, text, day in among(reports, *others(40, 30))
    ]
    pager = "<select onchange=\"location='list_233_'+this.value+'.aspx'\">" + "".join(f"<option value={at}>{at}</option>" for at in range(1, 4)) + "</select> 共3页"  # fmt: skip
    left = links(
        ("/openness/list_231.aspx", "规划计划"), (root, "法治政府建设"), ("/openness/list_235.aspx", "应急管理")
    )
    pages = {f"/openness/list_233{f'_{at}' if at > 1 else ''}.aspx": f"{dated(rows[15 * at - 15 : 15 * at])}{pager}" for at in (1, 2, 3)}  # fmt: skip
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/openness/list_231.aspx": dated(others(9, 80)), "/openness/list_235.aspx": dated(others(9, 99)), **pages}, "宁岭区人民政府"),
        **shown(reports),
    }, reports, (root,))  # fmt: skip


def bare_names() -> Portal:
    """A county: each agency has a folder of openness whose list says 法治政府建设年度报告 and a day, nothing of who and when."""
    offices = {"jyj": "宁岭县教育局", "mzj": "宁岭县民政局", "ylj": "宁岭县园林绿化局"}
    reports = tuple(titled(f"/bm/{slug}/fz/{year}1.html", year, "法治政府建设年度报告", office) for slug, office in offices.items() for year in (2025, 2024))  # fmt: skip
    bodies = {}
    for at, (slug, office) in enumerate(offices.items()):
        left = links(
            (f"/bm/{slug}/jg/", "机构信息"), (f"/bm/{slug}/fz/", "法治政府建设"), (f"/bm/{slug}/ys/", "预算公开")
        )
        own = [each for each in reports if each.agency == office]
        bodies |= {f"/bm/{slug}/": f"<h2>{office}</h2><ul>{left}</ul>", f"/bm/{slug}/jg/": "<p>职能</p>", f"/bm/{slug}/ys/": dated(others(6, 20 * at)), f"/bm/{slug}/fz/": f"<h2>{office}</h2><ul>{left}</ul>{dated(triples(own))}"}  # fmt: skip
    hub = "".join(f"<a href='/bm/{slug}/'>{office}</a>" for slug, office in offices.items())
    return Portal({
        **dressed((*MENU, ("/bm/", "部门公开")), {"/": dated(others(9)), "/bm/": hub, **bodies}), **shown(reports),
    }, reports, tuple(f"/bm/{slug}/fz/" for slug in offices))  # fmt: skip


def one_page_of_files() -> Portal:
    """A city's page of one year is a document: a table of agencies with a PDF each; the years are rows of an ordinary list."""
    root = "/sfj/zwgk/fzzf/"
    offices = ("发展改革委", "工业和信息化局", "公安局", "生态环境局", "医疗保障局")
    reports = tuple(titled(f"/sfj/files/{year}/{at}.pdf", year, f"宁岭市{office}{year}年度法治政府建设情况报告", f"宁岭市{office}") for year in (2025, 2024) for at, office in enumerate(offices))  # fmt: skip

    def table(year: int) -> str:
        cells = "".join(f"<tr><td>{at}</td><td>{each.agency}</td><td><a href='{each.path}'>点击查看</a></td></tr>" for at, each in enumerate((each for each in reports if each.year == year), 1))  # fmt: skip
        return f"<h1>市直部门{year}年度法治政府建设情况报告公开</h1><p>发布时间：{year + 1}-04-01 来源：市司法局</p><table><tr><th>序号</th><th>部门</th><th>报告</th></tr>{cells}</table>"

    pages = {f"/sfj/zwgk/fzzf/{year}.html": table(year) for year in (2025, 2024)}
    rows = [(url, f"市直部门{url[-9:-5]}年度法治政府建设情况报告公开", f"{int(url[-9:-5]) + 1}-04-01") for url in pages]
    left = links(("/sfj/zwgk/xk/", "行政许可"), (root, "法治政府建设"), ("/sfj/zwgk/lz/", "律师公证"))
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", "/sfj/zwgk/xk/": dated(others(9, 20)), "/sfj/zwgk/lz/": dated(others(9, 40)), root: dated([*rows, *others(6, 60)]), **pages}, "宁岭市司法局"),
        **{each.path: filed(each) for each in reports},
    }, reports, (root, *pages))  # fmt: skip


def terms_and_nodes() -> Portal:
    """A content system of nodes and terms: rows are teasers with the first sentences, pages counted from zero, no day but in words."""
    name = "宁岭自贸区管理委员会"
    root = "/taxonomy/term/27"
    reports = worded(("/node/3318", "/node/2790", "/node/2104"), "宁岭自贸区管委会{}年度法治政府建设情况报告", name)
    dull = [(f"/node/{5000 + at}", text, day) for at, (_, text, day) in enumerate(others(26, 10))]

    def teaser(row: tuple[str, str, str]) -> str:
        url, text, day = row
        year, month, date = day.split("-")
        return f"<article class='node'><header><h2><a href='{url}' rel='bookmark'>{text}</a></h2><p>由 管理员 于 {year}年{int(month)}月{int(date)}日 发布</p></header><div><p>现将有关情况公布如下，欢迎监督。……</p><a href='{url}' rel='tag'>阅读更多<span>关于{text}</span></a></div></article>"

    rows = among(reports, *dull)
    pager = "<ul class='pager'><li class='pager-current'>{0}</li><li class='pager-next'><a href='?page={0}'>下一页 ›</a></li></ul>"
    body = {str(at): "".join(map(teaser, rows[10 * at : 10 * at + 10])) + (pager.format(at + 1) if at < 2 else "") for at in range(3)}  # fmt: skip
    menu = (("/", "首页"), ("/taxonomy/term/21", "投资"), (root, "依法行政"), ("/taxonomy/term/30", "人才"))
    pages = dressed(menu, body, name)
    return Portal({**dressed(menu, {"/": dated(others(9))}, name), root: by("page", pages, "0"), **shown(reports)}, reports, (root,))  # fmt: skip


def posts_itself() -> Portal:
    """A finance bureau on ASP.NET: the tree of columns posts the page itself (__doPostBack), and so does the pager; rows are plain links."""
    name, root = "宁岭县财政局", "/Info/Default.aspx"
    reports = worded(
        ("/Info/View.aspx?ID=7718", "/Info/View.aspx?ID=6630"), "宁岭县财政局{}年度法治政府建设情况报告", name
    )
    words = {"t01": "财政新闻", "t02": "预决算", "t03": "法治财政", "t04": "采购"}
    tree = "".join(f"<a id='tree_{no}' href=\"javascript:__doPostBack('tree','{no}')\">{word}</a>" for no, word in words.items())  # fmt: skip
    state = "<input type='hidden' name='__VIEWSTATE' value='dDwtMTA5{0}=='/><input type='hidden' name='__EVENTTARGET' value=''/><input type='hidden' name='__EVENTARGUMENT' value=''/>"  # fmt: skip
    bodies = {"": dated(others(9)), "t01": dated(others(9, 20)), "t02": dated(others(9, 40)), "t03": dated(among(reports, *trapped(2), *lawful(6))), "t04": dated(others(9, 60))}  # fmt: skip
    pages = {no: dress(f"<form name='form1' method='post' action='Default.aspx' id='form1'>{state.format(no)}{tree}{body}</form>", "", name, "utf-8", "", "") for no, body in bodies.items()}  # fmt: skip
    send = dress("<p>欢迎</p><a href='/Info/Default.aspx'>进入首页</a>", "", name, "utf-8", "", "")
    shows = by("ID", {each.path.rpartition("=")[2]: shown([each])["/Info/View.aspx"] for each in reports})

    def answers(request: Request) -> Answer:
        return pages[FIELDS(request).get("__EVENTARGUMENT", "")](request)

    return Portal({"/": send, root: answers, "/Info/View.aspx": shows, **guarded()}, reports, (root,))


def below_the_plan() -> Portal:
    """A county: the report stands under 工作总结 of the plans, beside work plans and other summaries; its name says 法治建设."""
    root = "/xxgk/ghjh/gzzj/"
    reports = (
        titled(f"{root}601.html", 2025, "宁岭县农业农村局2025年法治建设工作总结及2026年工作打算", "宁岭县农业农村局"),
        titled(f"{root}590.html", 2025, "宁岭县人民政府2025年度推进法治政府建设工作情况报告"),
        titled(f"{root}510.html", 2024, "宁岭县人民政府2024年度推进法治政府建设工作情况报告"),
    )  # fmt: skip
    extra = [("/d/7301.html", "宁岭县教育局2025年工作总结", "2026-01-08"), ("/d/7302.html", "宁岭县交通局2025年工作总结和2026年计划", "2026-01-12"), ("/d/7303.html", "宁岭县林业局2024年度安全生产工作总结", "2025-01-12")]  # fmt: skip
    left = links(("/xxgk/ghjh/fzgh/", "发展规划"), (root, "工作总结"), ("/xxgk/ghjh/ndjh/", "年度计划"))
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": links(("/xxgk/zcwj/", "政策文件"), ("/xxgk/ghjh/", "规划计划"), ("/xxgk/tjxx/", "统计信息")), "/xxgk/ghjh/": f"<ul>{left}</ul>", "/xxgk/zcwj/": dated(others(9, 20)), "/xxgk/tjxx/": dated(others(9, 40)), "/xxgk/ghjh/fzgh/": dated(others(9, 60)), "/xxgk/ghjh/ndjh/": dated(others(9, 80)), root: dated(among(reports, *extra))}),
        **shown(reports), **{url: dress(f"<h1>{text}</h1><p>一年来，我局各项工作稳步推进。</p>", "", "", "utf-8", "", "") for url, text, _ in extra},
    }, reports, (root,))  # fmt: skip


FIRST = batch(
    stamps_in_links, base_for_links, twins_of_tongues, in_the_gazette, buttons_for_menu, odd_references, heading_with_more, cut_after_sixteen,
    bare_names, one_page_of_files, terms_and_nodes, posts_itself, below_the_plan,
)  # fmt: skip
