"""No page, however broken, makes a reader fail, loop or give a row that cannot be fetched."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.items import ListingPage, PageRequest
from crawler.platforms import platforms
from crawler.platforms.listing.following import grows, split_number
from tests.platforms import samples

SYSTEMS = sorted(platforms())
PARAMS = sorted({name for reader in platforms().values() for name in reader.PARAMS})
URLS = st.sampled_from(
    [
        "http://www.qingling.gov.cn/",
        "http://www.qingling.gov.cn/a/b/index.html",
        "http://www.qingling.gov.cn/a/b/index_3.html",
        "http://www.qingling.gov.cn/a/b/7.htm",
        "http://www.qingling.gov.cn/n1/index_2603340_4.html",
        "http://www.qingling.gov.cn/p.jsp?startrecord=4&endrecord=6&perpage=2&page=2&pageNum=2&pageIndex=2&current=2",
        "http://www.qingling.gov.cn/a?paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A1%7D",
    ]
)
MARKS = ["<", ">", "</li>", "<li>", "<!--", "-->", "]]>", "<![CDATA[", "</script>", "<script>", '"', "'", "\\", "\x00"]
PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            *MARKS,
            "createPageHTML(",
            "{",
            "}",
            "[",
            "\u202e",
            "2026-13-45",
            "http://[",
            "\ud800",
            "9" * 30,
            "<a href='http://[x'>甲乙丙丁戊己</a>",
        ]
    ),
)


def check(text: str, url: str, params: dict[str, Any]) -> None:
    request = PageRequest(url)
    page = ListingPage(url, text, params, request)
    for name in SYSTEMS:
        listing = platforms()[name].read(page)
        for row in listing.rows:
            parts = urlsplit(row.url)
            assert parts.scheme in ("http", "https")
            assert parts.hostname
            assert row.title
            assert row.date == "" or len(row.date) == 10
        assert len({row.url for row in listing.rows}) == len(listing.rows)
        assert listing.next != request
        assert listing.problem in ("", "js_shell", "not_a_listing", "rows_in_comment")
        assert not (listing.problem and listing.rows)
        detected = platforms()[name].detect(page)
        assert detected is None or detected["evidence"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), URLS)
def test_any_text(text: str, url: str) -> None:
    check(text, url, {})


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), URLS)
def test_mutations_of_every_dialect(data: st.DataObject, url: str) -> None:
    text = samples.ALL[data.draw(st.sampled_from(sorted(samples.ALL)))]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 200)))
        middle = data.draw(st.one_of(PIECES, st.just(text[start:end] * 2)))
        text = text[:start] + middle + text[end:]
    check(text, url, {})


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(PARAMS), st.one_of(st.text(max_size=20), st.integers())), URLS)
def test_any_parameters(params: dict[str, Any], url: str) -> None:
    for name in SYSTEMS:
        request = platforms()[name].first(url, params)
        assert request.url
        platforms()[name].read(ListingPage(request.url, samples.TRS, params, request))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("sample", sorted(samples.ALL))
def test_a_server_that_always_gives_the_same_page_is_left_soon(system: str, sample: str) -> None:
    """Every walk ends, even where the server ignores the page number."""
    url = "http://www.qingling.gov.cn/a/b/index.html"
    request: PageRequest | None = platforms()[system].first(url, {})
    asked = set()
    while request is not None and len(asked) < 700:
        assert (request.url, request.body) not in asked
        asked.add((request.url, request.body))
        request = platforms()[system].read(ListingPage(request.url, samples.ALL[sample], {}, request)).next
    assert len(asked) < 700


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_page_numbers_only_grow(one: int, other: int) -> None:
    base = "http://a.gov.cn/b/index_{}.html"
    assert grows(base.format(one), base.format(other)) == (other > one)
    assert split_number(base.format(one)) == ("http://a.gov.cn/b/index_", one, ".html")


def test_a_page_of_a_hundred_thousand_links_and_one_of_deep_nesting_are_read() -> None:
    row = '<li><a href="./202601/t20260101_{}.html">青岭市法治政府建设报告</a><span>2026-01-01</span></li>'
    many = "<ul>" + "".join(row.format(number) for number in range(100_000))
    deep = "<div>" * 10_000 + "<ul>" + row.format(1) + row.format(2) + "</ul>"
    assert len(platforms()["generic"].read(ListingPage("http://a.gov.cn/b/", many)).rows) == 5000
    assert len(platforms()["generic"].read(ListingPage("http://a.gov.cn/b/", deep)).rows) == 2
