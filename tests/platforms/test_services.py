"""The systems whose listings come from a service."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms import platforms
from tests.platforms import samples

COLUMN = "http://mzj.yunzhou.gov.cn/col/col284/index.html"


def answer(system: str, request: PageRequest, text: str) -> Listing:
    return platforms()[system].read(ListingPage(request.url, text, {}, request))


def shell(system: str, text: str, url: str = COLUMN) -> Listing:
    return platforms()[system].read(ListingPage(url, text, {}, PageRequest(url)))


def window(request: PageRequest | None) -> tuple[str, ...]:
    assert request is not None
    query = dict(parse_qsl(urlsplit(request.url).query))
    return query["startrecord"], query["endrecord"]


def test_hanweb_reads_one_unit_of_the_island_and_asks_for_the_next_group() -> None:
    listing = shell("hanweb", samples.HANWEB)
    assert len(listing.rows) == 6
    assert listing.rows[0].title == "云州市民政局2025年第1号公告"
    assert listing.rows[5].url == "http://mzj.yunzhou.gov.cn/art/2026/3/6/art_284_9006.html"
    assert (listing.stated_total, listing.stated_pages) == (14, 7), "the search form's 1000 is no total"
    assert listing.next is not None
    assert window(listing.next) == ("7", "12")
    assert listing.next.method == "POST"
    body = dict(parse_qsl(listing.next.body))
    assert (body["unitid"], body["columnid"], body["webname"], body["path"]) == ("423656", "284", "云州市", "/")
    assert listing.next.headers["Referer"] == COLUMN


def test_hanweb_last_window_is_cut_at_the_total_and_then_ends() -> None:
    first = shell("hanweb", samples.HANWEB).next
    assert first is not None
    second = answer("hanweb", first, samples.HANWEB_ANSWER)
    assert [row.date for row in second.rows] == [f"2026-03-{day:02}" for day in range(7, 13)]
    assert second.next is not None
    assert window(second.next) == ("13", "14")
    assert second.next.body == first.body
    assert answer("hanweb", second.next, samples.HANWEB_ANSWER).next is None


def test_hanweb_island_that_holds_everything_has_no_next() -> None:
    assert shell("hanweb", samples.HANWEB.replace("totalRecord:14", "totalRecord:6")).next is None


NAMELESS = samples.HEAD + samples.island(15) + "<script>%s</script>" + samples.FOOT


@pytest.mark.parametrize(
    "call",
    [
        "new jpage({el:'#list',totalRecord: 43, perPage: 15, proxyUrl: '/module/web/jpage/dataproxy.jsp'});",
        'Pager.init("list", {"totalRecord":43,"perPage":15,"proxyUrl":"/p.jsp?a=1","ajaxParam":{"unitid":"423656"}});',
    ],
)
def test_hanweb_island_whose_pager_is_called_otherwise_is_followed(call: str) -> None:
    listing = shell("hanweb", NAMELESS % call)
    assert (len(listing.rows), listing.stated_total, listing.stated_pages) == (15, 43, 3)
    assert window(listing.next) == ("16", "30")
    assert listing.next is not None
    assert ("unitid", "423656") in parse_qsl(listing.next.body)


@pytest.mark.parametrize(
    "said", ["var totalRecord = 43;", "pager('共43条');", "new jpage({totalRecord:43,perPage:15})"]
)
def test_hanweb_island_that_states_more_than_can_be_asked_for_says_so(said: str) -> None:
    text = (NAMELESS % said).replace("<nextgroup>", "<group>")
    assert shell("hanweb", text).shortfall == "15 of 43 rows"
    counted = (NAMELESS % "").replace("<nextgroup>", "<totalrecord>43</totalrecord><group>")
    assert shell("hanweb", counted).shortfall == "15 of 43 rows"


def test_hanweb_unit_can_be_chosen() -> None:
    page = ListingPage(COLUMN, samples.HANWEB, {"unit": "427101"})
    request = platforms()["hanweb"].read(page).next
    assert request is not None
    assert "unitid=427101" in request.body


def test_hanweb_catalogue_search_counts_its_pages() -> None:
    system = platforms()["hanweb"]
    request = system.first("http://lyj.yunzhou.gov.cn/col/col1/", {"infotypeId": "B001", "divid": "div1", "area": "33"})
    assert (request.url, request.method) == ("http://lyj.yunzhou.gov.cn/module/xxgk/search.jsp", "POST")
    body = dict(parse_qsl(request.body, keep_blank_values=True))
    assert (body["currpage"], body["infotypeId"], body["standardXxgk"]) == ("1", "B001", "1")
    seen = []
    following: PageRequest | None = request
    while following is not None:
        seen.append(dict(parse_qsl(following.body))["currpage"])
        listing = answer("hanweb", following, samples.HANWEB_XXGK)
        assert [row.title for row in listing.rows] == [
            "云州市林业局2025年度法治政府建设报告",
            "云州市林业局2025年工作要点公开",
        ]
        following = listing.next
    assert seen == ["1", "2", "3"]


def test_hanweb_pages_by_number_in_the_query() -> None:
    url = COLUMN + "?uid=423656&pageNum=2"
    text = samples.HANWEB_XXGK.replace("1/3页", "2/3页")
    listing = answer("hanweb", PageRequest(url), text)
    assert listing.next is not None
    assert listing.next.url == COLUMN + "?uid=423656&pageNum=3"


def test_jpaas_shell_gives_the_request_for_its_unit() -> None:
    listing = shell("jpaas", samples.JPAAS)
    assert (listing.rows, listing.problem) == ((), "js_shell")
    assert listing.next is not None
    query = parse_qs(urlsplit(listing.next.url).query)
    assert (query["parseType"], query["tagId"], query["pageId"]) == (["bulidstatic"], ["信息列表"], ["1229"])
    detected = platforms()["jpaas"].detect(ListingPage(COLUMN, samples.JPAAS))
    assert detected is not None
    evidence = detected.pop("evidence")
    assert evidence
    assert platforms()["jpaas"].first(COLUMN, detected) == listing.next


def test_jpaas_goes_on_until_a_page_is_not_full() -> None:
    request = platforms()["jpaas"].first(COLUMN, {"webId": 31, "pageId": 1229, "tplSetId": "a", "pageSize": 2})
    listing = answer("jpaas", request, samples.JPAAS_ANSWER)
    assert [row.title for row in listing.rows] == [
        "海屿市科技局2025年法治政府建设工作报告",
        "海屿市科技局关于项目申报的通知",
    ]
    assert listing.next is not None
    param = json.loads(parse_qs(urlsplit(listing.next.url).query)["paramJson"][0])
    assert param == {"pageNo": 2, "pageSize": 2}
    empty = answer("jpaas", listing.next, '{"success":true,"data":{"html":""}}')
    assert (empty.rows, empty.next, empty.problem) == ((), None, "")


def test_gkmlpt_index_leads_to_the_category_by_name() -> None:
    url = "http://www.nanting.gov.cn/gkmlpt/index"
    detected = platforms()["gkmlpt"].detect(ListingPage(url, samples.GKMLPT))
    assert detected is not None
    assert (detected["sid"], detected["cat"]) == ("7620", "3416")
    request = platforms()["gkmlpt"].first(url, detected)
    assert request.url == "http://www.nanting.gov.cn/gkmlpt/api/all/3416?page=1&sid=7620"
    assert shell("gkmlpt", samples.GKMLPT, url).next == request


def test_gkmlpt_rows_carry_number_and_issuer_and_pages_are_bounded_by_the_count() -> None:
    url = "http://www.nanting.gov.cn/gkmlpt/api/all/3416?page={}&sid=7620"
    listing = answer("gkmlpt", PageRequest(url.format(1)), samples.GKMLPT_ANSWER)
    row = listing.rows[0]
    assert (row.issuer, row.doc_number, row.index_number) == ("南汀区农业农村局", "汀农〔2026〕3号", "007-2026-1")
    assert (row.date, listing.rows[1].date) == ("2026-03-09", "2025-03-10")
    assert (listing.stated_total, listing.stated_pages, listing.name) == (130, 2, "法治政府建设年度报告")
    assert [child.name for child in listing.children] == ["2025年"]
    assert listing.next == PageRequest(url.format(2))
    assert answer("gkmlpt", PageRequest(url.format(2)), samples.GKMLPT_ANSWER).next is None
    zero = answer("gkmlpt", PageRequest(url.format(0)), samples.GKMLPT_ANSWER)
    assert zero.next == PageRequest(url.format(2)), "page 0 is page 1"


def test_anhui_fragment_and_the_shell_that_asks_for_it() -> None:
    url = "http://www.xiangxi.gov.cn/public/column/131?type=4"
    listing = shell("anhui", samples.ANHUI_SHELL, url)
    assert listing.problem == "js_shell"
    assert listing.next is not None
    query = dict(parse_qsl(urlsplit(listing.next.url).query))
    assert (query["siteId"], query["organId"], query["catId"], query["pageIndex"]) == ("6799", "131", "6718", "1")
    seen = []
    following: PageRequest | None = listing.next
    while following is not None:
        seen.append(dict(parse_qsl(urlsplit(following.url).query))["pageIndex"])
        fragment = answer("anhui", following, samples.ANHUI)
        assert [row.date for row in fragment.rows] == ["2026-01-11", "2025-12-30"]
        following = fragment.next
    assert seen == ["1", "2", "3", "4"]
    assert fragment.rows[0].title == "相溪区民政局2025年法治政府建设情况工作报告"


def test_jiangxi_shell_and_addresses_that_are_json_in_json() -> None:
    url = "http://hbt.ganling.gov.cn/col/col42150/index.html"
    listing = shell("jiangxi", samples.JIANGXI, url)
    assert listing.problem == "js_shell"
    assert listing.next is not None
    assert (listing.next.url, listing.next.method) == ("http://hbt.ganling.gov.cn/queryList", "POST")
    assert ("channelCode[]", "col42150") in parse_qsl(listing.next.body)
    seen = []
    following: PageRequest | None = listing.next
    while following is not None:
        seen.append(dict(parse_qsl(following.body))["current"])
        found = answer("jiangxi", following, samples.JIANGXI_ANSWER)
        following = found.next
    assert seen == ["1", "2", "3"]
    assert [(row.url, row.title, row.date) for row in found.rows] == [
        (
            "http://hbt.ganling.gov.cn/jxhbt/col/art/2026/3/18/art_42150_9.html",
            "赣岭省环境厅2025年度法治政府建设情况报告",
            "2026-03-18",
        )
    ]


def test_truecms_answers_in_jsonp_windows() -> None:
    url = "http://zjj.suting.gov.cn/tcms/list.html"
    listing = shell("truecms", samples.TRUECMS, url)
    assert listing.next is not None
    assert listing.next.headers["Referer"] == url
    windows = []
    following: PageRequest | None = listing.next
    while following is not None:
        windows.append(window(following))
        found = answer("truecms", following, samples.TRUECMS_ANSWER)
        assert [row.date for row in found.rows] == ["2026-03-09", "2026-03-08"]
        following = found.next
    assert windows == [("1", "20"), ("21", "40"), ("41", "45")]


@pytest.mark.parametrize(
    "system", sorted(platforms().keys() - {"gkmlpt", "report_links", "report_page", "year_links"})
)  # these read no such page
@pytest.mark.parametrize(
    ("foot", "total", "pages"), [("共107条记录", 107, None), ("共 4 页", None, 4), ("总记录数：38 总页数：3", 38, 3)]
)
def test_every_reader_says_what_a_page_with_rows_states_of_its_length(
    system: str, foot: str, total: int | None, pages: int | None
) -> None:
    rows = "".join(
        f"<li><a href='/col/art/2026/3/{day}/art_284_{day}.html'>云州市民政局2026年第{day}号公告</a>"
        f"<span>2026-03-{day:02}</span></li>"
        for day in range(1, 11)
    )
    page = f"<html><body><h2>公告</h2><ul>{rows}</ul><div class=page>{foot}</div></body></html>"
    listing = shell(system, page)
    assert len(listing.rows) == 10
    assert (listing.stated_total, listing.stated_pages) == (total, pages)


@pytest.mark.parametrize(
    ("total", "pages", "more", "told"),
    [
        (52, None, False, "2 of 52 rows"),
        (None, 3, False, "2 rows, page 1 of 3"),
        (52, 3, True, ""),
        (2, 1, False, ""),
        (None, None, False, ""),
    ],
)
def test_a_page_that_states_more_than_it_holds_and_leads_nowhere_says_how_far_it_goes(
    total: int | None, pages: int | None, more: bool, told: str
) -> None:
    rows = tuple(ListingRow(f"{COLUMN}?{at}", "公告") for at in range(2))
    further = PageRequest(COLUMN) if more else None
    assert Listing(rows, further, stated_total=total, stated_pages=pages).shortfall == told


SNIFFED = [
    ("trs", "TRS"), ("trs", "TRS_TABLE"), ("trs", "TRS_SCRIPT"), ("ucap", "UCAP"), ("epoint", "EPOINT"),
    ("nfcms", "NFCMS"), ("hanweb", "HANWEB"), ("hanweb", "HANWEB_ANSWER"), ("jpaas", "JPAAS"), ("gkmlpt", "GKMLPT"),
    ("anhui", "ANHUI"), ("anhui", "ANHUI_SHELL"), ("vsb", "VSB"), ("sasac", "SASAC"), ("jiangxi", "JIANGXI"),
    ("truecms", "TRUECMS"), ("generic", "GENERIC"),
]  # fmt: skip


@pytest.mark.parametrize(("system", "sample"), SNIFFED)
def test_each_page_is_recognised_as_its_own_system_and_as_no_other(system: str, sample: str) -> None:
    url = (
        "http://www.qingling.gov.cn/gkmlpt/index" if system == "gkmlpt" else "http://www.qingling.gov.cn/a/b/index.html"
    )
    page = ListingPage(url, samples.ALL[sample])
    found = {name for name, reader in platforms().items() if reader.detect(page)}
    assert found - {"generic"} == {system} - {"generic"}
    assert system in found


@pytest.mark.parametrize("sample", ["EMPTY", "ARTICLE", "SHELL", "COMMENTED"])
def test_a_page_without_rows_is_no_system(sample: str) -> None:
    page = ListingPage("http://www.qingling.gov.cn/a/b/index.html", samples.ALL[sample])
    assert {name for name, reader in platforms().items() if reader.detect(page)} == set()
