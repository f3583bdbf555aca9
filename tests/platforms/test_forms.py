"""Rows and pagers of the forms in which the same listing is drawn, each form crossed with the others in test_runs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import platforms
from crawler.platforms.detect import detect
from tests.listings.forms import DATES, HOST, LINKS, LIST, PAGERS, SHAPES, day, document, page, rows, title

YEARS = [2024, 2023, 2022, 2021]
WANTED = [(title(year), HOST + document(year), day(year)) for year in YEARS]


def read(text: str, url: str = LIST) -> Listing:
    guess = detect(ListingPage(url, text, {}, PageRequest(url)))
    assert guess is not None
    return guess.listing


def shown(listing: Listing) -> list[tuple[str, str, str]]:
    return [(row.title, row.url, row.date) for row in listing.rows]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("link", LINKS)
def test_rows_are_read_in_every_form(link: str, date: str, shape: str) -> None:
    assert shown(read(page(rows(YEARS, link, date, shape)))) == WANTED


@pytest.mark.parametrize("pager", PAGERS)
def test_every_pager_leads_on_and_ends(pager: str) -> None:
    first = read(page(rows(YEARS), PAGERS[pager](1, 3)))
    assert first.next is not None
    assert shown(first) == WANTED
    assert read(page(rows(YEARS))).next is None


@pytest.mark.parametrize(
    ("foot", "total", "pages"),
    [
        ("共<b>31</b>条 第<i>1</i>/<i>8</i>页", 31, 8),
        ("总记录数：31 总页数：8", 31, 8),
        ("<script>var p={recordCount:'31'}</script>", 31, None),
        ('<div class="page"><b>1</b>/<b>8</b></div>', None, 8),
        ("<p>全县共有3条河流</p>", None, None),
        ("<p>共３１条</p>", 31, None),
    ],
)
def test_what_a_page_states_of_its_length(foot: str, total: int | None, pages: int | None) -> None:
    listing = read(page(rows(YEARS), foot))
    assert (listing.stated_total, listing.stated_pages) == (total, pages)


@pytest.mark.parametrize(
    "foot",
    [
        '<select onchange="location=this.value"><option value="y2025.html">2025</option>'
        '<option value="y2024.html">2024</option></select>',
        '<div class="share"><a href="javascript:;" onclick="window.open(\'/share/weibo.html\')">分享到微博</a></div>',
        '<a href="javascript:;" onclick="window.scrollTo(0,0)">返回顶部</a>',
    ],
)
def test_what_only_looks_like_a_pager_or_a_row_is_none(foot: str) -> None:
    listing = read(page(rows(YEARS), foot))
    assert (shown(listing), listing.next) == (WANTED, None)


@pytest.mark.parametrize(
    "attributes",
    ['title="标题：{t}&#10;发布时间：{d}"', 'mc="{t}" rq="{d}"', 'title="{t}" data-date="{d}"'],
)
def test_facts_that_stand_in_attributes_alone(attributes: str) -> None:
    drawn = "".join(
        f'<li><a href="{document(y)}" {attributes.format(t=title(y), d=day(y))}>{title(y)[:10]}…</a></li>'
        for y in YEARS
    )
    assert shown(read(page(f"<ul>{drawn}</ul>"))) == WANTED


def test_the_head_of_a_column_tells_publication_from_writing() -> None:
    body = "".join(
        f'<tr><td><a href="{document(y)}">{title(y)}</a></td><td>{day(y)}</td><td>{y + 1}-01-02</td></tr>'
        for y in YEARS
    )
    table = f"<table><tr><th>名称</th><th>发布日期</th><th>成文日期</th></tr>{body}</table>"
    assert shown(read(page(table))) == WANTED


def test_days_below_the_heading_of_their_year() -> None:
    parts = [f"<h3>{year + 1}年</h3>{rows([year]).replace(day(year), day(year)[5:])}" for year in YEARS]
    assert shown(read(page("".join(parts)))) == WANTED


@pytest.mark.parametrize("badge", ["<em class='new'>NEW</em>", "<sup>HOT!</sup>", "<span>最新</span>", "<i>新</i>"])
def test_a_badge_is_no_part_of_a_title(badge: str) -> None:
    assert shown(read(page(rows(YEARS, badge=badge)))) == WANTED


@pytest.mark.parametrize("name", ["2024年1-2月行政执法统计表", "2022年1－6月法治政府建设情况报告"])
def test_a_title_keeps_its_head(name: str) -> None:
    assert read(page(rows(YEARS).replace(title(2024), name))).rows[0].title == name


def entry(year: int, form: str) -> dict[str, Any]:
    url, name, date = HOST + document(year), title(year), day(year)
    return {
        "own names": {"wzbt": name, "wzlj": {"pcUrl": url}, "fbrq": date.replace("-", "/")},
        "file name": {"FileName": name, "FileUrl": url, "PubTimeStr": date.replace("-", ".")},
        "tip": {"puburl": url, "tip": {"title": name, "dates": date}},
        "two days": {"title": name, "url": url, "writedate": f"{year + 1}-01-02", "releaseTimeStr": date},
    }[form]


@pytest.mark.parametrize("form", ["own names", "file name", "tip", "two days"])
@pytest.mark.parametrize("page_field", ["page", "curPage", "dqy", "pageNow"])
def test_json_under_any_sensible_names(form: str, page_field: str) -> None:
    url = f"{HOST}/api/list?{page_field}=1&lb=134657"
    text = json.dumps({"result": {"data": {"list": [entry(year, form) for year in YEARS], "num": 31}}})
    listing = platforms()["generic"].read(ListingPage(url, text, {}, PageRequest(url)))
    assert shown(listing) == WANTED
    assert listing.stated_total == 31
    assert listing.next is not None
    assert listing.next.url == url.replace(f"{page_field}=1", f"{page_field}=2")
