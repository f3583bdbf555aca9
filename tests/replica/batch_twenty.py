"""The twentieth batch: portals drawn on the server, written before it was tried: encoded questions, embedded objects, shadows of
components, wide letters, accordions, addresses within addresses."""

from __future__ import annotations

from urllib.parse import quote

from tests.replica.batch_dress import dress, dressed, lawful, shown, titled
from tests.replica.batch_eleven import worded
from tests.replica.batch_parts import Portal, batch, by, dated, links, others
from tests.replica.batch_sixteen import among, guarded, trapped
from tests.replica.batch_sixteen_more import MENU
from tests.replica.form_parts import Report
from tests.replica.model import Answer, Handler, Request


def asked_in_gbk() -> Portal:
    """A bureau's old pages: columns are asked for by their names, which stand in links as they are, in a page in GBK."""
    name, root = "宁岭县粮食局", "/list.asp"
    reports = worded(("/show.asp?id=3301", "/show.asp?id=2870"), "宁岭县粮食局{}年度法治政府建设情况报告", name)
    words = ("粮食要闻", "法治建设", "公告栏")
    menu = "".join(f"<td><a href=list.asp?lm={word}>{word}</a></td>" for word in words)
    bodies = {"": dated(others(9)), "粮食要闻": dated(others(9, 20)), "法治建设": dated(among(reports, *trapped(2), *lawful(4))), "公告栏": dated(others(9, 40))}  # fmt: skip
    pages = {word: dress(body, f"<table><tr>{menu}</tr></table>", name, "gbk", "", "") for word, body in bodies.items()}
    asked = {quote(word, encoding="gbk").lower(): page for word, page in pages.items()}

    def answers(request: Request) -> Answer:
        return asked.get(request.query.partition("=")[2].lower(), pages[""])(request)

    shows = by("id", {each.path.rpartition("=")[2]: shown([each])["/show.asp"] for each in reports})
    return Portal({"/": pages[""], root: answers, "/show.asp": shows, **guarded()}, reports, (f"{root}?lm={quote('法治建设', encoding='gbk')}",))  # fmt: skip


def beside_in_a_frame() -> Portal:
    """A city whose openness has a host of its own; its tree is on one page, the list in a frame named by the links' target."""
    host = "xxgk.besideinaframe.gov.cn"
    reports = tuple(titled(f"{host}/art/{at}.html", 2026 - at, f"宁岭市人民政府{2026 - at}年法治政府建设情况报告", "宁岭市人民政府") for at in (1, 2, 3))  # fmt: skip
    tree = "".join(f"<li><a target='list' href='/cat/{no}.html'>{word}</a></li>" for no, word in ((11, "机构概况"), (12, "法规公文"), (13, "法治政府建设"), (14, "应急预案")))  # fmt: skip
    rows = [(f"https://{each.path}", each.title, each.date) for each in reports]
    lists = {f"/cat/{no}.html": dress(body, "", "", "utf-8", "", "") for no, body in ((11, "<p>概况</p>"), (12, dated(others(9, 20))), (13, dated([*rows, *lawful(5)])), (14, dated(others(9, 60))))}  # fmt: skip
    front = dress(f"<ul>{tree}</ul><iframe name='list' src='/cat/12.html'></iframe>", "", "宁岭市政府信息公开", "utf-8", "", "")  # fmt: skip
    shows = {f"/art/{at}.html": shown([Report(f"/art/{at}.html", each.agency, each.year)])[f"/art/{at}.html"] for at, each in enumerate(reports, 1)}  # fmt: skip
    menu = (("/", "首页"), ("/xw/", "新闻"), (f"https://{host}/", "政府信息公开"))
    return Portal(dressed(menu, {"/": dated(others(9))}, "宁岭市人民政府"), reports, (f"{host}/cat/13.html",), beside={host: {"/": front, **lists, **shows}})  # fmt: skip


def wide_letters() -> Portal:
    """A county: the tiles of key areas are definition lists: the picture leads on, the name stands beside it with blanks between its letters."""
    root = "/zdly/fzzf/"
    reports = worded((f"{root}260301.htm", f"{root}250301.htm"), "宁岭县人民政府{}年度法治政府建设情况报告")
    tiles = "".join(f"<dl><dt><a href='{url}'><img src='/i/{at}.png'></a></dt><dd>{' '.join(word)}</dd></dl>" for at, (url, word) in enumerate((("/zdly/fp/", "乡村振兴"), (root, "法治政府建设"), ("/zdly/jy/", "义务教育"), ("/zdly/yl/", "医疗卫生"))))  # fmt: skip
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": tiles, "/zdly/fp/": dated(others(9, 20)), "/zdly/jy/": dated(others(9, 40)), "/zdly/yl/": dated(others(9, 60)), root: dated(among(reports, *lawful(6), *trapped(7)))}),
        **shown(reports), **guarded(),
    }, reports, (root,))  # fmt: skip


def path_of_a_script() -> Portal:
    """A framework in PHP: everything is below index.php, rows and pages are relative questions (?id=, ?p=)."""
    name, root = "宁岭县退役军人事务局", "/index.php/home/column/fazhi"
    reports = worded((f"{root}?id=901", f"{root}?id=822"), "宁岭县退役军人事务局{}年法治政府建设工作情况报告", name)
    menu = tuple((f"/index.php/home/column/{slug}", word) for slug, word in (("dongtai", "工作动态"), ("fazhi", "依法行政"), ("fuwu", "办事服务")))  # fmt: skip
    rows = [(url.replace(root, ""), text, day) for url, text, day in among(reports, *others(14, 20))]
    pager = "<a href='?p=1'>1</a> <a href='?p=2'>2</a> <a href='?p=2'>下一页</a>"
    pages = dressed(menu, {"1": f"{dated(rows[:8])}{pager}", "2": dated(rows[8:])}, name)
    shows = {each.path.rpartition("=")[2]: shown([each])[root] for each in reports}

    def answers(request: Request) -> Answer:
        key, _, value = request.query.partition("=")
        return (shows.get(value, pages["1"]) if key == "id" else pages.get(value or "1", pages["2"]))(request)

    news = dated(others(9, 50))
    return Portal({**dressed(menu, {"/": dated(others(9)), "/index.php/home/column/dongtai": news, "/index.php/home/column/fuwu": news}, name), root: answers}, reports, (root,))  # fmt: skip


def embedded_object() -> Portal:
    """A bureau: head and lists are objects that the page embeds (object data=…), each a page of its own."""
    name, root = "宁岭县民族宗教事务局", "/mz/fz/"
    reports = worded(("/mz/fz/d26.html", "/mz/fz/d25.html"), "宁岭县民族宗教事务局{}年度法治政府建设情况报告", name)
    head = "<object data='/mz/head.html' type='text/html' width=100%></object>"
    menu = links(("/", "首页"), ("/mz/xw/", "要闻"), (root, "法治建设"), ("/mz/gg/", "公告"), form="<a href='{0}' target='_top'>{1}</a>")  # fmt: skip
    pages = {"/": dated(others(9)), "/mz/xw/": dated(others(9, 20)), "/mz/gg/": dated(others(9, 40)), root: "<object data='rows.html' type='text/html'></object>"}  # fmt: skip
    plain = {path: dress(body, head, name, "utf-8", "", "") for path, body in pages.items()}
    parts = {"/mz/head.html": menu, "/mz/fz/rows.html": dated(among(reports, *lawful(4), *trapped(3)))}
    return Portal({**plain, **{path: dress(body, "", "", "utf-8", "", "") for path, body in parts.items()}, **shown(reports), **guarded()}, reports, (root, "/mz/fz/rows.html"))  # fmt: skip


def shadow_of_a_component() -> Portal:
    """A new province's portal: menus stand in the shadows of components (template shadowrootmode), rows are custom elements with plain links."""
    name, root = "宁江省人民政府", "/gongkai/fazhi/niandubaogao"
    reports = worded(("/gongkai/c/9f12ab", "/gongkai/c/8e01cd", "/gongkai/c/77aa10"), "宁江省人民政府{}年度法治政府建设情况报告", name)  # fmt: skip
    items = links(("/", "首页"), ("/zixun", "资讯"), ("/gongkai", "公开"), ("/fuwu", "服务"))
    head = f"<gov-nav><template shadowrootmode='open'><nav>{items}</nav></template></gov-nav>"
    side = f"<gov-tree><template shadowrootmode='open'>{links(('/gongkai/zhengce', '政策'), (root, '法治政府建设年度报告'), ('/gongkai/guihua', '规划'))}</template></gov-tree>"
    rows = "".join(f"<gov-row><a href='{each.path}'>{each.title}</a><time datetime='{each.date}'>{each.date}</time></gov-row>" for each in reports)  # fmt: skip
    bodies = {"/": dated(others(9)), "/zixun": dated(others(9, 20)), "/gongkai": side, "/fuwu": "<p>服务</p>", "/gongkai/zhengce": f"{side}{dated(others(9, 40))}", "/gongkai/guihua": f"{side}{dated(others(9, 60))}", root: f"{side}{rows}"}  # fmt: skip
    return Portal({**{path: dress(body, head, name, "utf-8", "", "") for path, body in bodies.items()}, **shown(reports)}, reports, (root,))  # fmt: skip


def served_as_xhtml() -> Portal:
    """A customs-like body: pages are XHTML and are served so (application/xhtml+xml), self-closing and with a prefix for every link."""
    name, root = "宁岭海事局", "/msa/fz/index.xhtml"
    reports = worded(("/msa/fz/2026a.xhtml", "/msa/fz/2025a.xhtml"), "宁岭海事局{}年度法治政府部门建设情况报告", name)
    menu = "".join(f"<div><a href='{url}'>{word}</a><br/></div>" for url, word in (("/msa/xw/index.xhtml", "新闻"), (root, "法治海事"), ("/msa/gg/index.xhtml", "公告")))  # fmt: skip

    def plain(body: str) -> Handler:
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh-CN"><head><title>{name}</title><script type="text/javascript">//<![CDATA[\nvar a = 1 < 2;\n//]]></script></head><body><div>{menu}</div>{body}</body></html>'
        return lambda request: Answer(text.encode(), content_type="application/xhtml+xml")

    pages = {"/": dated(others(9)), "/msa/xw/index.xhtml": dated(others(9, 20)), "/msa/gg/index.xhtml": dated(others(9, 40)), root: dated(among(reports, *trapped(1), *lawful(3)))}  # fmt: skip
    return Portal({**{path: plain(body) for path, body in pages.items()}, **shown(reports), **guarded()}, reports, (root,))  # fmt: skip


def details_of_years() -> Portal:
    """A city's page of all years: details that open, in each a year's agencies; links without a scheme; the year is only in the heading."""
    root, host = "/fzzf/bgzl/", "www.detailsofyears.gov.cn"
    offices = ("市发展改革委", "市教育局", "市公安局", "市民政局")
    reports = tuple(titled(f"/fzzf/bgzl/{year}/{at}.html", year, "法治政府建设情况报告", f"宁岭{office}") for year in (2025, 2024, 2023) for at, office in enumerate(offices))  # fmt: skip
    body = "".join(
        f"<details{' open' if year == 2025 else ''}><summary>{year}年度</summary><ol>"
        + "".join(f"<li><a href='//{host}{each.path}'>{each.agency.removeprefix('宁岭')}</a></li>" for each in reports if each.year == year)
        + "</ol></details>" for year in (2025, 2024, 2023)
    )  # fmt: skip
    left = links(("/fzzf/gz/", "规章"), (root, "年度报告展示"), ("/fzzf/fy/", "行政复议"))
    return Portal({
        **dressed((*MENU, ("/fzzf/", "法治政府")), {"/": dated(others(9)), "/fzzf/": f"<ul>{left}</ul>", root: f"<h2>法治政府建设年度报告</h2>{body}", "/fzzf/gz/": dated(others(9, 20)), "/fzzf/fy/": dated(others(9, 40))}, "宁岭市人民政府"),
        **shown(reports),
    }, reports, (root,))  # fmt: skip


def buttons_in_rows() -> Portal:
    """A district: the rows of the list hold no link but a button whose click calls a function with the document's number."""
    root = "/openinfo/catalog_77.html"
    reports = worded(("/openinfo/doc/55012.html", "/openinfo/doc/49008.html"), "宁岭区人民政府{}年度法治政府建设情况报告", "宁岭区人民政府")  # fmt: skip
    rows = among(reports, *[(f"/openinfo/doc/{6000 + at}.html", text, day) for at, (_, text, day) in enumerate(others(9, 20))])  # fmt: skip
    table = "".join(f"<tr><td>NL{at:03}</td><td>{text}</td><td>{day}</td><td><button type='button' onclick=\"look({url[14:-5]})\">查看</button></td></tr>" for at, (url, text, day) in enumerate(rows))  # fmt: skip
    script = "<script>function look(n){ window.open('/openinfo/doc/' + n + '.html', '_blank'); }</script>"
    left = links(("/openinfo/catalog_75.html", "政府文件"), (root, "法治政府建设情况"), ("/openinfo/catalog_79.html", "统计数据"))  # fmt: skip
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": f"<ul>{left}</ul>", root: f"{script}<table><tr><th>索引号</th><th>名称</th><th>日期</th><th>操作</th></tr>{table}</table>", "/openinfo/catalog_75.html": dated(others(9, 60)), "/openinfo/catalog_79.html": dated(others(9, 80))}, "宁岭区人民政府"),
        **shown(reports),
    }, reports, (root,))  # fmt: skip


def says_only_the_year() -> Portal:
    """A bureau: the text of a row is a year in brackets, the title stands in the attribute, the day is written by a script."""
    name, root = "宁岭县气象局", "/qx/ndbg/"
    reports = worded(
        tuple(f"/qx/ndbg/{n}.html" for n in (881, 770, 663)), "宁岭县气象局{}年度法治政府建设情况报告", name
    )
    rows = "".join(f"<li><a href='{each.path}' title='{each.title}'>【{each.year}】</a><script>document.write('<i>'+'{each.date}'+'</i>')</script></li>" for each in reports)  # fmt: skip
    menu = (("/", "首页"), ("/qx/yw/", "气象要闻"), (root, "法治气象"), ("/qx/kp/", "科普"))
    return Portal({**dressed(menu, {"/": dated(others(9)), root: f"<ul>{rows}</ul>"}, name), **shown(reports)}, reports, (root,))  # fmt: skip


FIRST = batch(
    asked_in_gbk, beside_in_a_frame, wide_letters, path_of_a_script, embedded_object, shadow_of_a_component, served_as_xhtml,
    details_of_years, buttons_in_rows, says_only_the_year,
)  # fmt: skip
