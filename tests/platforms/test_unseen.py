"""Ways of real listings that no one system explains: several lists, routes of scripts, deadlines, JSON answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.items import Listing, ListingPage, PageRequest
from crawler.sniff import Guess, sniff
from tests.platforms.samples import FOOT, HEAD

URL = "http://www.dingling.gov.cn/zwgk/fgzc/"
TITLES = ("定岭市司法局2025年法治政府建设年度报告", "关于召开座谈会的通知公告", "2024年度法治政府建设情况报告")
DAYS = ("2026-03-12", "2026-03-01", "2025-12-31")


def guessed(text: str, url: str = URL, request: PageRequest | None = None) -> Guess:
    guess = sniff(ListingPage(url, text, {}, request or PageRequest(url)))
    assert guess is not None
    return guess


def listing(body: str) -> Listing:
    return guessed(HEAD + body + FOOT).listing


def item(number: int, inner: str = "") -> str:
    return (
        f'<li><span class="mhide">{DAYS[number]}</span><a href="./202603/t20260312_{number}.html">{TITLES[number]}</a>'
        f'<span class="pchide">{DAYS[number]}</span>{inner}</li>'
    )


def test_all_lists_of_a_page_with_several_headings_count() -> None:
    """Seen on most.gov.cn: one list for each kind of document, the lists' classes differ in their second word."""
    found = listing(
        f'<div class="right"><h3>法律法规</h3><ul class="list_common a_list">{item(0)}</ul><h3>规章</h3>'
        f'<ul class="list_common">{item(1)}{item(2)}</ul></div>'
    )
    assert [(row.title, row.date) for row in found.rows] == list(zip(TITLES, DAYS, strict=True))


def test_an_undated_link_to_a_column_is_no_row_among_dated_ones() -> None:
    found = listing(f'<ul>{item(0)}{item(1)}{item(2)}<li><a href="/zwgk/czyjs/">财政预决算公开栏目</a></li></ul>')
    assert len(found.rows) == 3


def test_routes_of_a_script_are_addresses_of_their_own() -> None:
    """Seen on ndrc.gov.cn: every row leads to ``sa.html#/<key>``."""
    rows = "".join(
        f'<li><a href="https://y.dingling.gov.cn/sa.html#/k{n}">{TITLES[n]}</a><span>{DAYS[n]}</span></li>'
        for n in range(3)
    )
    found = listing(f"<ul>{rows}</ul>")
    assert [row.url for row in found.rows] == [f"https://y.dingling.gov.cn/sa.html#/k{n}" for n in range(3)]
    anchors = rows.replace("sa.html#/", "x.html#")
    with pytest.raises(AssertionError):
        assert len({row.url for row in listing(f"<ul>{anchors}</ul>").rows}) == 3


def test_backslashes_in_addresses_are_slashes() -> None:
    rows = "".join(
        f'<li><span>{day[5:]}</span><a href="/News\\{day[:4]}\\{day[5:7]}{day[8:]}\\8E05{n}.shtml">{title}</a></li>'
        for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True))
    )
    found = listing(f"<ul>{rows}</ul>")
    assert found.rows[0].url == "http://www.dingling.gov.cn/News/2026/0312/8E050.shtml"
    assert [row.date for row in found.rows] == list(DAYS), "the year is the address's"


UNIT = "http://www.dingling.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?webId=1&pageId=2"


def test_a_deadline_is_no_date_of_publication() -> None:
    """Seen in an answer of mohurd.gov.cn, which states nothing but deadlines."""
    rows = "".join(
        f'<li><a href="/gk/art/2026/art_{n}_{n:032x}.html"><span class="t">{title}</span>'
        f'<span class="d">截止日期  {day}\n</span></a></li>'
        for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True))
    )
    guess = guessed(json.dumps({"success": True, "data": {"html": f"<ul>{rows}</ul>"}}), UNIT)
    assert (guess.platform, guess.proven) == ("jpaas", True)
    assert [(row.title, row.date) for row in guess.listing.rows] == [(title, "") for title in TITLES]


def entry(number: int, **fields: Any) -> dict[str, Any]:
    return {"title": TITLES[number], "url": f"/doc/{number}.shtml", **fields}


@pytest.mark.parametrize(
    ("answer", "url", "following"),
    [
        (
            {"data": {"totalPages": 28, "data": [entry(0, writeTime=DAYS[0], organization="甲局"), {"url": ""}]}},
            "http://www.dingling.gov.cn/info_open/search?page=1",
            "http://www.dingling.gov.cn/info_open/search?page=2",
        ),
        (
            {"data": {"totalCount": 31, "list": [entry(0, display_date=1773273600000, dispatch_agency="甲局")]}},
            "http://www.dingling.gov.cn/front/api/data/search?pageNo=2&pageSize=15",
            "http://www.dingling.gov.cn/front/api/data/search?pageNo=3&pageSize=15",
        ),
        (
            {"data": {"totalCount": 30, "list": [entry(0, display_date="2026-03-12 08:00", orgName="甲局")]}},
            "http://www.dingling.gov.cn/front/api/data/search?pageNo=2&pageSize=15",
            None,
        ),
        ({"rows": [entry(0, fbrq="2026年3月12日", fbjg="甲局")], "total": 900}, f"{URL}list.json", None),
    ],
)  # fmt: skip
def test_json_answers_of_unknown_services(answer: dict[str, Any], url: str, following: str | None) -> None:
    guess = guessed(json.dumps(answer, ensure_ascii=False), url)
    (row,) = guess.listing.rows
    assert (row.title, row.date, row.issuer) == (TITLES[0], DAYS[0], "甲局")
    assert (guess.listing.next.url if guess.listing.next else None) == following
