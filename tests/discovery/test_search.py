"""The search without a network: which page is asked for next, and what is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.discovery import links
from crawler.discovery.draft import portal_name, write
from crawler.discovery.frontier import columns_above, score
from crawler.discovery.pages import Answer
from crawler.discovery.search import Search
from crawler.items import ListingPage, PageRequest
from crawler.outcome import Outcome
from crawler.platforms.detect import detect
from crawler.portals import load

HOME = "http://www.yunzhou.gov.cn/"
REPORT = "云州市民政局2025年度法治政府建设情况报告"


def rows(*titles: str, folder: str = "", year: int = 2026) -> str:
    """A TRS list; the first row is the newest."""
    lines = "".join(
        f'<li><a href="{folder}./{year}0{9 - at % 9}/t{year}0{9 - at % 9}11_{1000 + at}.html">{title}</a>'
        f"<span>{year}-0{9 - at % 9}-11</span></li>"
        for at, title in enumerate(titles)
    )
    return f"<ul class='list'>{lines}</ul>"


def notices(*more: str) -> tuple[str, ...]:
    """Rows of a notice column."""
    others = tuple(f"关于第{number}号建设项目环境影响评价文件受理情况的公示" for number in range(7))
    return (*others, *more)


def pager(pages: int, number: int) -> str:
    return f'<script>createPageHTML({pages}, {number}, "index", "html");</script>'


def menu_of(*pairs: tuple[str, str]) -> str:
    return "".join(f'<p><a href="{url}">{name}</a></p>' for url, name in pairs)


def run(pages: Mapping[str, str], start: str = HOME, budget: int = 40) -> tuple[Search, list[str]]:
    """Search a site made of these pages; everything else is not found."""
    search, asked = Search(start), []
    for _ in range(budget):
        lead = search.next()
        if lead is None:
            break
        url = lead.request.url
        asked.append(url)
        outcome = Outcome("ok") if url in pages else Outcome("gone", "404")
        search.answered(
            lead, Answer(url, outcome, lead.request, pages.get(url, "").encode(), "text/html; charset=utf-8")
        )
    return search, asked


@pytest.mark.parametrize(
    "onward",
    [
        '<meta http-equiv="refresh" content="0;url=/zwzx/index.html">',
        "<script>window.location.href='/zwzx/index.html';</script>",
        '<frameset><frame src="/zwzx/index.html"></frameset>',
    ],
)
def test_a_home_page_that_sends_the_browser_on(onward: str) -> None:
    pages = {
        HOME: f"<html><head>{onward}</head><body></body></html>",
        HOME + "zwzx/index.html": menu_of(("/tzgg/", "通知公告")),
        HOME + "tzgg/": rows(*notices(REPORT)),
    }
    search, asked = run(pages)
    assert [candidate.url for candidate in search.candidates] == [HOME + "tzgg/"]
    assert len(asked) == 3


def test_a_list_in_a_frame_of_its_column() -> None:
    pages = {
        HOME: menu_of(("/fzzf/", "法治政府建设")),
        HOME + "fzzf/": '<h1>法治政府建设</h1><iframe src="/fzzf/list/index.html"></iframe>',
        HOME + "fzzf/list/index.html": rows(*notices(REPORT)),
    }
    search, _ = run(pages)
    assert [candidate.url for candidate in search.candidates] == [HOME + "fzzf/list/index.html"]


def test_the_best_link_first_among_hundreds() -> None:
    menu = [(f"/m{number}/", f"便民服务{number}") for number in range(300)]
    pages = {
        HOME: menu_of(*menu[:150], ("/zwgk/", "政务公开"), *menu[150:]),
        HOME + "zwgk/": menu_of(*menu, ("/zwgk/fdzdgknr/", "法定主动公开内容")),
        HOME + "zwgk/fdzdgknr/": menu_of(("/zwgk/fdzdgknr/fzzfjs/", "法治政府建设"), *menu),
        HOME + "zwgk/fdzdgknr/fzzfjs/": rows(*notices(REPORT)),
    }
    search, asked = run(pages)
    assert search.candidates[0].url == HOME + "zwgk/fdzdgknr/fzzfjs/"
    assert len(asked) == 4


def test_a_report_far_down_a_notice_column() -> None:
    pages = {HOME: menu_of(("/tzgg/", "通知公告"), ("/xwdt/", "新闻动态"))}
    for number in range(6):
        name = "tzgg/" if number == 0 else f"tzgg/index_{number}.html"
        last = (REPORT,) if number == 4 else ()
        pages[HOME + name] = rows(*notices(*last), folder=f"p{number}/") + pager(6, number)
    search, asked = run(pages)
    (candidate,) = search.candidates
    assert (candidate.url, candidate.pages) == (HOME + "tzgg/", 5)
    assert HOME + "tzgg/index_5.html" not in asked


def test_old_notices_are_not_paged_for_ever() -> None:
    pages = {HOME: menu_of(("/tzgg/", "通知公告"))}
    for number in range(30):
        name = "tzgg/" if number == 0 else f"tzgg/index_{number}.html"
        pages[HOME + name] = rows(*notices(), folder=f"p{number}/", year=2015) + pager(30, number)
    _, asked = run(pages)
    assert sum("tzgg/index_" in url for url in asked) == 0


def test_hubs_that_repeat_a_columns_reports_are_no_candidates() -> None:
    pages = {
        HOME: menu_of(("/zwgk/", "政务公开"), ("/zwgk/fzzfjsndbg/", "法治政府建设年度报告")),
        HOME + "zwgk/": rows(*notices(REPORT), folder="../zwgk/fzzfjsndbg/"),
        HOME + "zwgk/fzzfjsndbg/": rows(*notices(REPORT)),
    }
    search, _ = run(pages)
    assert [candidate.url for candidate in search.candidates] == [HOME + "zwgk/fzzfjsndbg/"]


def test_a_list_is_preferred_to_the_page_that_shows_its_first_rows() -> None:
    older = REPORT.replace("2025", "2024")
    special = "<h3>年度报告</h3><a href='/zt/fz/nb/'>更多</a>"
    pages = {
        HOME: '<div><a href="/zt/fz/"><img src="/fz.jpg"></a><p>法治云州</p></div>',
        HOME + "zt/fz/": special + rows(*notices(REPORT), folder="nb/"),
        HOME + "zt/fz/nb/": rows(*notices(REPORT, older)),
    }
    search, asked = run(pages)
    assert [candidate.url for candidate in search.candidates] == [HOME + "zt/fz/nb/"]
    assert len(asked) == 3


@pytest.mark.parametrize(
    "drawn",
    [
        "<div><a href='/fz/'><img src='1.jpg'></a><p>法治云州</p></div>",
        "<figure><figcaption>法治云州</figcaption><a href='/fz/'><img src='1.jpg'></a></figure>",
        "<td><a href='/fz/'><img src='1.jpg'></a><br>法治云州</td>",
        "<li><span><a href='/fz/'></a></span><b>法治</b><b>云州</b></li>",
        "<h3>法治云州</h3><p><a href='/fz/'><img src='more.gif' alt='更多'></a></p>",
    ],
)
def test_a_picture_that_leads_on_is_named_by_the_text_beside_it(drawn: str) -> None:
    menu = f"<table><tr>{drawn.replace('法治', '乡村').replace('/fz/', '/xc/')}{drawn}</tr></table>"
    found = links.beside_links(links.soup(menu), HOME)
    assert ("法治云州", HOME + "fz/") in {(each.name.replace(" ", ""), each.url) for each in found}


def test_pictures_without_a_text_of_their_own_are_named_by_none() -> None:
    banners = "<div>便民<a href='/a/'><img src='1.jpg'></a><a href='/b/'><img src='2.jpg'></a></div>"
    assert not links.beside_links(links.soup(banners), HOME)


def test_departments_and_towns_are_two_columns() -> None:
    town = "云州市东城镇人民政府2025年度法治政府建设情况报告"
    pages = {
        HOME: menu_of(("/fzzf/", "法治政府建设")),
        HOME + "fzzf/": menu_of(("/fzzf/bm/", "部门法治政府建设报告"), ("/fzzf/zj/", "镇街法治政府建设报告")),
        HOME + "fzzf/bm/": rows(*notices(REPORT)),
        HOME + "fzzf/zj/": rows(*notices(town)),
    }
    search, _ = run(pages)
    assert {candidate.url for candidate in search.candidates} == {HOME + "fzzf/bm/", HOME + "fzzf/zj/"}


def test_years_below_a_column_without_rows_are_that_column() -> None:
    year = '<ul><li><a href="/fzzfbg/">法治政府建设年度报告</a><ul>{}</ul></li></ul>'
    menu = year.format("".join(f'<li><a href="/fzzfbg/{n}nd/">{n}年度</a></li>' for n in (2024, 2025)))
    pages = {
        HOME: menu_of(("/fzzfbg/", "法治政府建设年度报告")),
        HOME + "fzzfbg/": menu + rows(*notices()),
        HOME + "fzzfbg/2025nd/": menu + rows(*notices(REPORT)),
    }
    search, _ = run(pages)
    assert [candidate.url for candidate in search.candidates] == [HOME + "fzzfbg/"]


def test_no_address_is_guessed() -> None:
    pages = {
        HOME: menu_of(("/zwgk/index.html", "政务公开")),
        HOME + "zwgk/index.html": "<p>栏目建设中</p>",
        HOME + "zwgk/fzzfjsndbg/": rows(*notices(REPORT)),
    }
    search, asked = run(pages)
    assert not search.candidates
    assert asked == [HOME, HOME + "zwgk/index.html"]


def test_other_hosts_are_left_alone_and_hosts_below_are_not() -> None:
    pages = {
        HOME: menu_of(
            ("http://www.other.gov.cn/fzzfjs/", "法治政府建设"), ("http://xxgk.yunzhou.gov.cn/fz/", "依法行政")
        ),
        "http://xxgk.yunzhou.gov.cn/fz/": rows(*notices(REPORT)),
    }
    search, asked = run(pages)
    assert [candidate.url for candidate in search.candidates] == ["http://xxgk.yunzhou.gov.cn/fz/"]
    assert not [url for url in asked if "other" in url]


@pytest.mark.parametrize(
    ("column", "rows_at", "found"),
    [
        ("http://xxgk.yunzhou.gov.cn/fz/", "http://www.yunzhou.gov.cn/a/", True),
        (f"{HOME}fz/", "https://yunzhou.gov.cn/a/", True),
        (f"{HOME}fz/", "http://mzj.yunzhou.gov.cn/a/", True),
        ("http://xxgk.yunzhou.gov.cn/fz/", "http://mzj.yunzhou.gov.cn/a/", False),
        (f"{HOME}fz/", "http://www.other.gov.cn/a/", False),
    ],
)
def test_reports_on_hosts_that_no_crawl_of_the_portal_asks_prove_no_column(
    column: str, rows_at: str, found: bool
) -> None:
    pages = {HOME: menu_of((column, "法治政府建设")), column: rows(*notices(REPORT), folder=rows_at)}
    search, asked = run(pages)
    assert bool(search.candidates) == found
    assert [url for url in asked if url.startswith(rows_at)] == [], "and none of them is opened"


@pytest.mark.parametrize("door", ["市政府", "市本级公开", "云州市人民政府", "区政府信息公开"])
@pytest.mark.parametrize("own", [False, True])
def test_the_governments_own_column_is_looked_for_beside_those_of_its_agencies_alone(door: str, own: bool) -> None:
    filed = [f"云州市{each}2025年度法治政府建设情况报告" for each in ("民政局", "财政局", "东城镇人民政府")]
    filed += ["云州市人民政府2025年度法治政府建设情况报告"] if own else []
    pages = {
        HOME: menu_of(("/gk/", "政务公开")),
        HOME + "gk/": menu_of(("/gk/zf/", door), ("/gk/bm/fzzf/", "法治政府建设情况")),
        HOME + "gk/bm/fzzf/": rows(*notices(*filed)),
        HOME + "gk/zf/": menu_of(("/gk/zf/yfxz/", "依法行政")),
        HOME + "gk/zf/yfxz/": rows(*notices("云州市人民政府2025年法治政府建设年度报告")),
    }
    search, _ = run(pages)
    assert {candidate.url for candidate in search.candidates} == (
        {HOME + "gk/bm/fzzf/"} if own else {HOME + "gk/bm/fzzf/", HOME + "gk/zf/yfxz/"}
    )


def test_a_page_with_very_many_links_is_bounded() -> None:
    page = "".join(f'<a href="/c{number}/">栏目{number}</a>' for number in range(6_000))  # more than MAX_LEADS
    search, asked = run({HOME: page, HOME + "c7/": page}, budget=3)
    assert (search.candidates, len(asked)) == ([], 3)


def test_a_title_cannot_break_the_file(tmp_path: Path) -> None:
    evil = "云州市: &x *y #z\u2028\x1b[31m'\"}{\nplatform: nothing"
    pages = {
        HOME: f'<meta name="SiteName" content="{evil.replace(chr(34), "&quot;")}">' + menu_of(("/tzgg/", "通知公告")),
        HOME + "tzgg/": f'<meta name="ColumnName" content="- a: b # c">{rows(*notices(REPORT))}',
    }
    search, _ = run(pages)
    search.title = search.title or evil
    path = tmp_path / "evil.yml"
    path.write_text(write(search, search.candidates, datetime(2026, 11, 22, tzinfo=UTC)), "utf-8")
    portal = load(path)
    assert portal.platform == "trs"
    assert [column.url for column in portal.columns] == [HOME + "tzgg/"]
    assert portal.columns[0].name == "- a: b # c"


@pytest.mark.parametrize(
    ("url", "column"),
    [
        ("/zw/gsgg/202403/t20240318_6416111.htm", "/zw/gsgg/"),
        ("/gk/bg/content/post_7900855.html", "/gk/bg/"),
        ("/ncgbj/tzggh/202403/38d9fbe72af94d6cb10f278dffe4f43a.shtml", "/ncgbj/tzggh/list.shtml"),
        ("/tzgg/20240401/72e07291-ff37-44f5-b46e-cfc69a3c812e.html", "/tzgg/moreinfo.html"),
        ("/art/2024/2/28/art_1229309447_4110183.html", "/col/col1229309447/index.html"),
        ("/col10445/art/2026/art_10445_4826200.html", "/col/col10445/index.html"),
        ("/sjyj/ghjh/art/2023/art_0bd3cbd6d82944c4873ac7cd1f31bedb.html", "/sjyj/ghjh/index.html"),
        ("/n2588025/n2588139/c24000900/content.html", "/n2588025/n2588139/index.html"),
        ("/hygq/2025-12/25/article_2025122517042514065.html", "/hygq/index.html"),
        ("/fzjsnb/20220221/942fabae29574b8d94f0abb17ea6e5fd.html", "/fzjsnb/index.html"),
        ("/whly/zwgk/fzzfjs/2026022609184018471/index.shtml", "/whly/zwgk/fzzfjs/index.shtml"),
    ],
)
def test_where_systems_file_their_documents(url: str, column: str) -> None:
    assert columns_above(f"http://www.yunzhou.gov.cn{url}")[0] == f"http://www.yunzhou.gov.cn{column}"


def test_names_and_slugs_are_weighed() -> None:
    order = [
        ("法治政府建设年度报告", "/a/"),
        ("更多", "/zwgk/fzzfjsndbg/"),
        ("法治政府建设", "/a/"),
        ("资料", "/zwgk/fzjs/"),
        ("政府信息公开目录", "/a/"),
        ("政务公开", "/a/"),
        ("通知公告", "/a/"),
        ("专题专栏", "/a/"),
        ("政府信息公开年度报告", "/a/"),
        ("便民查询", "/a/"),
    ]
    weights = [score(name, f"http://x.gov.cn{path}")[0] for name, path in order]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)
    assert score("通知公告", "http://x.gov.cn/a.pdf")[0] == 0
    assert score("关于开展2026年行政执法公示工作的通知公告", "http://x.gov.cn/a.html")[0] == 0


def test_names_of_portals() -> None:
    assert portal_name("http://www.jianghan.gov.cn/", ()) == "jianghan"
    assert portal_name("http://sthjj.nc.gov.cn:8080/", ()) == "nc-sthjj"
    assert portal_name("http://www.jianghan.gov.cn/", ("jianghan", "jianghan-2")) == "jianghan-3"


def test_a_guess_needs_rows() -> None:
    url = HOME + "tzgg/"
    assert detect(ListingPage(url, pager(9, 0) + "<p>正文</p>")) is None
    undated = rows(*notices()).replace("-11</span>", "</span>").replace("2026-0", "")
    guess = detect(ListingPage(url, undated + pager(9, 0)))
    assert guess is not None
    assert guess.platform == "trs"
    table = "".join(
        f"<tr><td><a href='/doc/{n}'>第{n}号公告的全文</a></td><td>2026-01-0{n}</td></tr>" for n in range(1, 8)
    )
    other = detect(ListingPage(url, f"<table>{table}</table>"))
    assert other is not None
    assert other.platform == "generic"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("宁岭县水利局", "宁岭县水利局"),
        ("首页-宁岭县人民政府门户网站", "宁岭县人民政府门户网站"),
        ("宁岭县人民政府 | 首页", "宁岭县人民政府"),
        ("", ""),
    ],
)
def test_a_home_page_may_name_its_site_in_its_title_alone(title: str, name: str) -> None:
    url = "http://www.ningling.gov.cn/"
    answer = Answer(url, Outcome("ok"), PageRequest(url), f"<title>{title}</title><p>要闻</p>".encode())
    assert answer.site_name(home=True) == name
    assert answer.site_name(home=False) == (answer.report.site_name or "")
