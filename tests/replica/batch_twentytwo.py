"""The twenty-second batch: portals drawn on the server, written before it was tried: rows that forward, reports far back among
notices, menus for browsers without scripts, feeds, lines of plain text, UTF-16."""

from __future__ import annotations

from datetime import date, timedelta

from tests.replica.batch_dress import dress, dressed, lawful, shown, titled
from tests.replica.batch_eleven import worded
from tests.replica.batch_parts import Portal, batch, dated, links, others, piece
from tests.replica.batch_sixteen import among, encoded, guarded, trapped
from tests.replica.batch_sixteen_more import MENU
from tests.replica.form_parts import triples


def far_back_among_notices() -> Portal:
    """A bureau without a column for it: its reports stand among all its notices, the newest on page 3 of 6, the one before on page 6."""
    name, root = "宁岭县自然资源局", "/zrj/tzgg/"
    reports = worded((f"{root}t26.html", f"{root}t25.html"), "宁岭县自然资源局{}年度法治政府建设工作情况报告", name)
    days = [(date(2026, 5, 20) - timedelta(4 * at)).isoformat() for at in range(118)]
    plain = [
        (f"{root}{8000 + at}.html", text, day)
        for at, ((_, text, _), day) in enumerate(zip(others(118, 10), days, strict=True))
    ]
    rows = [*plain[:47], *triples(reports[:1]), *plain[47:108], *triples(reports[1:]), *plain[108:]]

    def body(at: int) -> str:
        pager = "".join(
            f"<a href='{root}index{f'_{each}' if each > 1 else ''}.html'>{each}</a> " for each in range(1, 7)
        )
        return f"{dated(rows[20 * at - 20 : 20 * at])}<div class='page'>{pager}<a href='{root}index_{min(at + 1, 6)}.html'>下一页</a> 共6页</div>"

    pages = {f"{root}index{f'_{at}' if at > 1 else ''}.html": body(at) for at in range(1, 7)}
    menu = (
        ("/", "首页"),
        ("/zrj/gzdt/", "工作动态"),
        (root, "通知公告"),
        ("/zrj/zcfg/", "政策法规"),
        ("/zrj/bszn/", "办事指南"),
    )
    return Portal({**dressed(menu, {"/": dated(others(9)), "/zrj/zcfg/": dated(lawful(12)), root: body(1), **pages}, name), **shown(reports)}, reports, (root,))  # fmt: skip


def menu_without_scripts() -> Portal:
    """A city whose menu a script draws from a file that is gone; for browsers without scripts it stands in noscript."""
    root = "/zfxx/fzzfjsbg/"
    reports = worded((f"{root}2026.html", f"{root}2025.html", f"{root}2024.html"), "宁岭市人民政府{}年度法治政府建设年度报告", "宁岭市人民政府")  # fmt: skip
    inner = links(("/", "首页"), ("/zfxx/wj/", "文件"), (root, "法治政府建设报告"), ("/zfxx/ys/", "预决算"))
    head = f"<div id='nav'></div><script src='/js/nav.js'></script><noscript><ul>{inner}</ul></noscript>"
    bodies = {"/": dated(others(9)), "/zfxx/wj/": dated(others(9, 20)), "/zfxx/ys/": dated(others(9, 40)), root: dated(triples(reports))}  # fmt: skip
    return Portal({**{path: dress(body, head, "宁岭市人民政府", "utf-8", "", "") for path, body in bodies.items()}, **shown(reports)}, reports, (root,))  # fmt: skip


def forwarding_rows() -> Portal:
    """A district: the rows of the list lead to pages that say nothing but where to go on, by script or by META."""
    root = "/gk/fz/"
    reports = worded(("/content/26/a.html", "/content/25/b.html"), "宁岭区人民政府{}年度法治政府建设情况报告", "宁岭区人民政府")  # fmt: skip
    rows = among(reports, *others(7, 20), *trapped(3))
    stubs = {each.path: f"{root}jump{at}.html" for at, each in enumerate(reports)}
    listed = [(stubs.get(url, url), text, day) for url, text, day in rows]
    first, second = (each.path for each in reports)
    wanted = tuple(titled(stubs[each.path], each.year, each.title, each.agency) for each in reports)
    return Portal({
        **dressed(MENU, {"/": dated(others(9)), "/gk/": links(("/gk/wj/", "文件"), (root, "法治政府建设"), ("/gk/yj/", "应急")), "/gk/wj/": dated(others(9, 40)), "/gk/yj/": dated(others(9, 60)), root: dated(listed)}, "宁岭区人民政府"),
        stubs[first]: piece(f"<html><head><script>window.location.href='{first}';</script></head><body></body></html>"),
        stubs[second]: piece(f"<html><head><meta http-equiv='refresh' content='0; url={second}'></head><body>正在跳转……</body></html>"),
        **shown(reports), **guarded(),
    }, wanted, (root,))  # fmt: skip


def feed_of_rows() -> Portal:
    """A bureau: the column's page is drawn by a script that is gone; the page names a feed (RSS) with the same rows."""
    name, root = "宁岭县数据局", "/sjj/fzzf/"
    reports = worded((f"{root}26.html", f"{root}25.html"), "宁岭县数据局{}年度法治政府建设情况报告", name)
    head = f"<link rel='alternate' type='application/rss+xml' title='法治政府建设' href='{root}rss.xml'>"
    items = "".join(f"<item><title>{text}</title><link>http://www.feedofrows.gov.cn{url}</link><pubDate>{day} 09:00:00</pubDate></item>" for url, text, day in among(reports, *others(5, 20)))  # fmt: skip
    feed = f"<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>法治政府建设</title><link>http://www.feedofrows.gov.cn{root}</link>{items}</channel></rss>"
    menu = (("/", "首页"), ("/sjj/dt/", "动态"), (root, "法治政府建设"), ("/sjj/gg/", "公告"))
    plain = dressed(
        menu, {"/": dated(others(9)), "/sjj/dt/": dated(others(9, 20)), "/sjj/gg/": dated(others(9, 40))}, name
    )
    shell = dressed(menu, {root: "<div id='list'></div><script src='/js/list.js'></script>"}, name, head=head)
    return Portal({**plain, root: shell[root], f"{root}rss.xml": piece(feed, "application/rss+xml"), **shown(reports)}, reports, (root, f"{root}rss.xml"))  # fmt: skip


def lines_of_text() -> Portal:
    """An old town's page: the list is preformatted text, a line for each document, the day before the link."""
    name, root = "宁岭县柳河镇人民政府", "/liuhe/fz.htm"
    reports = worded(("/liuhe/b26.htm", "/liuhe/b25.htm"), "柳河镇人民政府{}年法治政府建设工作报告", name)
    rows = "\n".join(f"{day}  <a href={url}>{text}</a>" for url, text, day in among(reports, *others(8, 20)))
    menu = "<a href=/>首页</a> | <a href=/liuhe/xw.htm>新闻</a> | <a href=/liuhe/fz.htm>依法行政</a> | <a href=/liuhe/gs.htm>公示</a>"  # fmt: skip

    def plain(body: str) -> str:
        return f"<html><head><title>{name}</title></head><body><center>{menu}</center><hr>{body}<hr>柳河镇党政办</body></html>"  # fmt: skip

    pages = {"/": dated(others(9)), "/liuhe/xw.htm": dated(others(9, 40)), "/liuhe/gs.htm": dated(others(9, 60)), root: f"<pre>\n{rows}\n</pre>"}  # fmt: skip
    return Portal({**{path: encoded(plain(body), "gbk") for path, body in pages.items()}, **shown(reports)}, reports, (root,))  # fmt: skip


def wide_units() -> Portal:
    """A county on a server that sends UTF-16 with a mark, without telling so."""
    root = "/fz/list.html"
    reports = tuple(titled(f"/fz/{year}.html", year, f"宁岭县人民政府{year}年度法治政府建设年度报告") for year in (2025, 2024))  # fmt: skip
    menu = links(("/", "首页"), ("/xw/list.html", "新闻"), (root, "法治政府"), ("/gg/list.html", "公告"))

    def plain(body: str) -> str:
        return (
            f"<!DOCTYPE html><html><head><title>宁岭县人民政府</title></head><body><ul>{menu}</ul>{body}</body></html>"
        )

    pages = {"/": dated(others(9)), "/xw/list.html": dated(others(9, 20)), "/gg/list.html": dated(others(9, 40)), root: dated(among(reports, *lawful(3)))}  # fmt: skip
    return Portal({**{path: encoded(plain(body), "utf-16") for path, body in pages.items()}, **shown(reports)}, reports, (root,))  # fmt: skip


FIRST = batch(far_back_among_notices, menu_without_scripts, forwarding_rows, feed_of_rows, lines_of_text, wide_units)
