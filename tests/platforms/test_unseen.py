"""Ways of real listings that no one system explains: several lists, routes of scripts, deadlines, JSON answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import platforms
from crawler.platforms.detect import Guess, confirm, detect
from tests.platforms.samples import FOOT, HEAD

URL = "http://www.dingling.gov.cn/zwgk/fgzc/"
TITLES = ("定岭市司法局2025年法治政府建设年度报告", "关于召开座谈会的通知公告", "2024年度法治政府建设情况报告")
DAYS = ("2026-03-12", "2026-03-01", "2025-12-31")


def guessed(text: str, url: str = URL, request: PageRequest | None = None) -> Guess:
    guess = detect(ListingPage(url, text, {}, request or PageRequest(url)))
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


def found_by(guess: Guess, answer: dict[str, Any]) -> Guess:
    """The guess of a shell with what its service answers."""
    assert guess.service is not None
    page = ListingPage(guess.service.url, json.dumps(answer, ensure_ascii=False), guess.params, guess.service)
    proven = confirm(guess, page)
    assert proven is not None
    return proven


def test_ucap_columns_filled_by_script_are_read_from_their_search() -> None:
    """Seen on jyt.gansu.gov.cn: the list itself stands in a comment."""
    head = HEAD.replace("<title>", '<meta name="channelid" content="c958817706c1403790acf9b74b9312f9"><title>', 1)
    comment = "".join(item(number) for number in range(3))
    guess = guessed(f'{head}<ul><!-- {comment} --></ul><div id="page_div"></div>{FOOT}')
    assert (guess.platform, guess.params) == ("ucap", {"channel": "c958817706c1403790acf9b74b9312f9"})
    assert guess.service is not None
    assert guess.service.url.startswith("http://www.dingling.gov.cn/search/c958817706c1403790acf9b74b9312f9?")
    entries = [entry(number, publishedTimeStr=f"{DAYS[number]} 09:00:00") for number in range(3)]
    proven = found_by(guess, {"data": {"total": 41, "results": entries}})
    assert [(row.title, row.date) for row in proven.listing.rows] == list(zip(TITLES, DAYS, strict=True))
    assert proven.listing.next is not None
    assert "page=2" in proven.listing.next.url


def test_epoint_lists_filled_by_script_are_read_from_their_service() -> None:
    script = (
        "<script>var siteGuid='7eb5f7f1-9041-43ad-8e13-8fcb82ea831a', categorynum = '003002';"
        "$.post('/EWB-FRONT/rest/lightfrontaction/getgovinfolist', {})</script>"
    )
    guess = guessed(f'{HEAD}<div class="ewb-list"></div>{script}{FOOT}')
    assert guess.platform == "epoint"
    assert guess.service is not None
    assert "pageIndex=0" in guess.service.body
    assert "categorynum=003002" in guess.service.body
    entries = [{"realtitle": TITLES[n], "infourl": f"/doc/{n}.html", "infodate": DAYS[n]} for n in range(3)]
    proven = found_by(guess, {"custom": {"total": 21, "data": entries}})
    assert [row.date for row in proven.listing.rows] == list(DAYS)
    assert proven.listing.next is not None
    assert "pageIndex=1" in proven.listing.next.body
    last = ListingPage(URL, json.dumps({"custom": {"total": 21, "data": entries}}), {}, proven.listing.next)
    assert platforms()["epoint"].read(last).next is None, "two pages of twenty hold them all"


def test_fujians_columns_are_read_from_their_search() -> None:
    guess = guessed(f"{HEAD}<script>var url='/fjdzapp/search';var chnlid='21075';</script>{FOOT}")
    assert (guess.platform, guess.params) == ("trs", {"chnlid": "21075"})
    entries = [{"doctitle": TITLES[n], "docreltime": DAYS[n], "docpuburl": f"{URL}{n}.htm"} for n in range(3)]
    proven = found_by(guess, {"data": entries, "count": 80})
    assert [row.title for row in proven.listing.rows] == list(TITLES)
    assert proven.listing.next is not None
    assert "page=2" in proven.listing.next.body


@pytest.mark.parametrize(
    ("url", "pager", "rows", "following"),
    [
        (URL, '<div class="page_list" id="pages"></div>', 12, "index_1.html"),
        (f"{URL}index_3.html", '<div class="pagination"></div>', 12, "index_4.html"),
        (URL, '<div class="pages"></div>', 5, None),
        (URL, "", 12, None),
    ],
)
def test_a_full_page_with_a_pager_that_a_script_fills_has_a_next_one(
    url: str, pager: str, rows: int, following: str | None
) -> None:
    body = "".join(
        f'<li><a href="./202603/t20260312_{n}.html">{TITLES[0]}之{n}</a><span>2026-03-12</span></li>'
        for n in range(rows)
    )
    found = guessed(f"{HEAD}<ul>{body}</ul>{pager}{FOOT}", url).listing
    assert (found.next.url if found.next else None) == (URL + following if following else None)
