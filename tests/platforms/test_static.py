"""The systems whose listings are numbered pages."""

from __future__ import annotations

import pytest

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import platforms
from tests.platforms import samples

BASE = "http://www.qingling.gov.cn/zwgk/fznb/"


def read(system: str, text: str, url: str = BASE, **params: str) -> Listing:
    request = platforms()[system].first(url, params)
    return platforms()[system].read(ListingPage(url, text, params, request))


def next_url(listing: Listing) -> str:
    return listing.next.url if listing.next else ""


def test_trs_rows_are_whole_dated_and_on_their_own_hosts() -> None:
    listing = read("trs", samples.TRS)
    assert [(row.url, row.title, row.date) for row in listing.rows] == [
        (BASE + "202603/t20260312_101.html", "青岭市司法局2025年法治政府建设年度报告", "2026-03-12"),
        (
            "http://www.qingling.gov.cn/bm/tjj/202602/t20260227_90.html",
            "青岭市统计局关于2025年度法治政府建设情况的报告",
            "2026-02-27",
        ),
        ("http://sw.example.org/a/t20260130_7.html", "青岭市商务局2025年法治政府建设工作总结", "2026-01-30"),
    ]
    assert listing.name == "法治政府建设"
    assert listing.problem == ""


def test_trs_counts_pages_from_zero_and_ends() -> None:
    first = read("trs", samples.TRS)
    assert (first.stated_pages, next_url(first)) == (3, BASE + "index_1.html")
    last = samples.TRS.replace("(3, 0,", "(3, 2,")
    assert next_url(read("trs", last, BASE + "index_2.html")) == ""
    assert next_url(read("trs", samples.TRS, BASE + "index_2.html")) == "", "a page that says 0 again must not loop"


def test_trs_pager_in_the_older_template_that_sets_variables() -> None:
    text = samples.TRS.replace(
        'createPageHTML(3, 0, "index", "html");', "var currentPage = 0;//从0开始\nvar countPage = 3//共多少页"
    )
    assert next_url(read("trs", text, BASE + "index.shtml")) == BASE + "index_1.shtml"


def test_trs_pager_call_that_is_commented_out_does_not_count() -> None:
    text = samples.TRS.replace("createPageHTML(3", "//createPageHTML(3")
    assert next_url(read("trs", text)) == ""


def test_trs_table_and_one_child_column_per_year() -> None:
    listing = read("trs", samples.TRS_TABLE)
    assert [(row.title, row.date) for row in listing.rows] == [
        ("青岭新区城管局2025年度法治政府建设情况报告", "2026-03-05"),
        ("青岭新区水务局2024年度法治政府建设情况报告", "2025-03-07"),
    ]
    assert [(child.url, child.name) for child in listing.children] == [
        (BASE + "fznb2025/", "2025年度"),
        (BASE + "fznb2024/index.html", "2024年度"),
    ]
    assert next_url(listing) == BASE + "index_1.html"
    below = samples.TRS_TABLE.replace('"./fznb', '"../fznb')
    assert read("trs", below, BASE + "fznb2023/").children == (), "neighbours are not below"


def test_child_columns_that_lie_elsewhere_are_years_below_the_columns_own_entry() -> None:
    entry = '<li><a href="/qlhb/{}/list.shtml">{}</a>'.format
    years = f"<ul>{entry('c101', '2025年')}</li>{entry('c102', '2024年度')}</li></ul>"
    others = f"{entry('c200', '政府信息公开年报')}<ul>{entry('c201', '2025年')}</li></ul></li>"
    menu = f"<ul class='menu'>{entry('c100', '法治政府建设')}{years}</li>{others}</ul>"
    listing = read(
        "ucap",
        samples.UCAP.replace('<ul class="lh">', menu + '<ul class="lh">'),
        "http://h.gov.cn/qlhb/c100/list.shtml",
    )
    assert [(child.url, child.name) for child in listing.children] == [
        ("http://h.gov.cn/qlhb/c101/list.shtml", "2025年"),
        ("http://h.gov.cn/qlhb/c102/list.shtml", "2024年度"),
    ]
    assert len(listing.rows) == 2


def test_trs_rows_written_by_script_stand_among_plain_ones() -> None:
    listing = read("trs", samples.TRS_SCRIPT, BASE + "index_3.shtml")
    assert [(row.title, row.date) for row in listing.rows] == [
        ("松岭区生态环境分局2025年“双随机”抽查计划", "2026-02-14"),
        ("松岭区2025年行政处罚信息", "2025-12-04"),
        ("关于松岭区2025年法治政府建设情况报告", "2025-11-03"),
    ]
    assert listing.rows[0].url == BASE + "202602/t20260214_11.shtml"
    assert next_url(listing) == BASE + "index_4.shtml"


def test_ucap_counts_pages_from_one() -> None:
    url = "http://hbj.qingling.gov.cn/qlhb/tzgg/list.shtml"
    listing = read("ucap", samples.UCAP, url)
    assert [row.title for row in listing.rows] == [
        "青岭市生态环境局2025年法治政府建设情况报告",
        "关于2026年春节值班安排的通知",
    ]
    assert (listing.stated_pages, listing.stated_total) == (5, 89)
    assert next_url(listing) == "http://hbj.qingling.gov.cn/qlhb/tzgg/list_2.shtml"
    last = samples.UCAP.replace("',5, 1,", "',5, 5,")
    assert next_url(read("ucap", last, url.replace("list", "list_5"))) == ""


def test_epoint_counts_by_the_index_of_its_pager() -> None:
    url = "https://slj.yunxi.gov.cn/tzgg/moreinfo.html"
    listing = read("epoint", samples.EPOINT, url)
    assert [(row.title, row.date) for row in listing.rows] == [
        ("[市区]云溪市水利局2025年度法治政府建设报告", "2026-03-03"),
        ("云溪市水利局招标公告", "2026-03-02"),
    ]
    assert (listing.stated_pages, next_url(listing)) == (57, "https://slj.yunxi.gov.cn/tzgg/2.html")
    last = samples.EPOINT.replace("1/57", "57/57")
    assert next_url(read("epoint", last, "https://slj.yunxi.gov.cn/tzgg/57.html")) == ""


def test_nfcms_pages_and_feed_give_the_same_rows() -> None:
    url = "http://www.qingling.gov.cn/fz/"
    listing = read("nfcms", samples.NFCMS, url)
    assert next_url(listing) == url + "index_2.html"
    feed = read("nfcms", samples.NFCMS_FEED, "http://www.qingling.gov.cn/postmeta/i/3416.json")
    assert [(row.url, row.title, row.date) for row in feed.rows] == [
        (row.url, row.title, row.date) for row in listing.rows
    ]
    assert (feed.next, feed.name) == (None, "部门报告")
    request = platforms()["nfcms"].first(url, {"cat": 3416})
    assert request == PageRequest("http://www.qingling.gov.cn/postmeta/i/3416.json", headers={"Referer": url})


def test_vsb_counts_down() -> None:
    url = "https://lcj.longyuan.gov.cn/zwgk/gfxwj.htm"
    listing = read("vsb", samples.VSB, url)
    assert [row.url for row in listing.rows] == [
        "https://lcj.longyuan.gov.cn/zwgk/info/1060/2231.htm",
        "https://lcj.longyuan.gov.cn/zwgk/info/1060/2230.htm",
    ]
    assert (listing.stated_total, next_url(listing)) == (590, "https://lcj.longyuan.gov.cn/zwgk/gfxwj/29.htm")
    second = "https://lcj.longyuan.gov.cn/zwgk/gfxwj/29.htm"
    assert next_url(read("vsb", samples.VSB, second)) == "https://lcj.longyuan.gov.cn/zwgk/gfxwj/28.htm"
    assert next_url(read("vsb", samples.VSB, second.replace("29", "1"))) == ""


def test_sasac_fragments_count_down() -> None:
    url = "http://www.guoling.gov.cn/n2588035/n2588320/index.html"
    listing = read("sasac", samples.SASAC, url)
    assert [(row.title, row.date) for row in listing.rows] == [
        ("国岭委2025年法治机构建设报告", "2026-03-24"),
        ("国岭委关于部门规章清理的公告", "2026-03-22"),
    ]
    part = "http://www.guoling.gov.cn/n2588035/n2588320/index_2603340_{}.html"
    assert next_url(listing) == part.format(15)
    assert next_url(read("sasac", samples.SASAC_PART, part.format(15))) == part.format(14)
    assert next_url(read("sasac", samples.SASAC_PART, part.format(1))) == ""


def test_generic_reads_rows_without_list_items_and_goes_on_by_link() -> None:
    listing = read("generic", samples.GENERIC, "http://www.qianling.gov.cn/xw/list.aspx?page=2")
    assert [(row.url, row.title, row.date) for row in listing.rows] == [
        ("http://www.qianling.gov.cn/a/9.html", "黔岭县法治政府建设2025年度情况报告", "2026-03-24"),
        ("http://www.qianling.gov.cn/a/8.html", "黔岭县人民政府关于禁止燃放烟花爆竹的通告", "2026-03-20"),
        ("http://www.qianling.gov.cn/a/7.html", "黔岭县2025年防汛抗旱责任人名单公示", "2026-03-18"),
    ]
    assert next_url(listing) == "http://www.qianling.gov.cn/xw/list.aspx?page=3"
    assert next_url(read("generic", samples.GENERIC, "http://www.qianling.gov.cn/xw/list.aspx?page=3")) == ""


@pytest.mark.parametrize(
    ("system", "sample", "url"),
    [
        ("trs", "TRS", BASE),
        ("trs", "TRS_SCRIPT", BASE + "index_3.shtml"),
        ("ucap", "UCAP", "http://hbj.qingling.gov.cn/qlhb/tzgg/list.shtml"),
        ("epoint", "EPOINT", "https://slj.yunxi.gov.cn/tzgg/moreinfo.html"),
        ("nfcms", "NFCMS", "http://www.qingling.gov.cn/fz/"),
        ("vsb", "VSB", "https://lcj.longyuan.gov.cn/zwgk/gfxwj.htm"),
    ],
)
def test_generic_reads_what_the_system_reader_reads(system: str, sample: str, url: str) -> None:
    text = samples.ALL[sample]
    own, general = read(system, text, url), read("generic", text, url)
    assert general.rows == own.rows
    if system != "epoint":
        assert general.next == own.next


@pytest.mark.parametrize("system", ["trs", "ucap", "epoint", "nfcms", "hanweb", "vsb", "sasac", "generic"])
@pytest.mark.parametrize(
    ("sample", "problem"),
    [("COMMENTED", "rows_in_comment"), ("SHELL", "js_shell"), ("EMPTY", ""), ("ARTICLE", "not_a_listing")],
)
def test_what_is_wrong_with_a_page_without_rows(system: str, sample: str, problem: str) -> None:
    listing = read(system, samples.ALL[sample])
    assert (listing.rows, listing.next, listing.problem) == ((), None, problem)


def test_a_page_that_says_nothing_is_no_listing() -> None:
    assert read("trs", "<html><body><p>502</p></body></html>").problem == "not_a_listing"
    assert read("generic", "").problem == "not_a_listing"


def test_one_row_on_the_last_page_weighs_more_than_a_box_of_hot_news() -> None:
    hot = "".join(
        f'<li><a href="/zx/202602/t2026020{n}_{n}.html">热点新闻标题较长的第{n}条</a><span>2026-02-0{n}</span></li>'
        for n in range(1, 9)
    )
    row = '<li><a href="./202103/t20210301_1.html">青岭市2020年度法治政府建设报告</a><span>2021-03-01</span></li>'
    pager = '<script>createPageHTML(4, 3, "index", "html");</script>'
    text = f'{samples.HEAD}<ul class="list">{row}</ul>{pager}<div class="hot"><ul>{hot}</ul></div>{samples.FOOT}'
    listing = read("trs", text, BASE + "index_3.html")
    assert [row.date for row in listing.rows] == ["2021-03-01"]
    assert listing.next is None
