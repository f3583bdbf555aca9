# ruff: noqa: E501 (markup reads better unbroken)
"""Rows and pagers in markup that is seldom met: every row is found, dated as its page says, or its absence is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import platforms

SITE = "http://www.qinghe.gov.cn"
URL = f"{SITE}/fz/l/"
YEARS = range(2024, 2016, -1)
MENU = "".join(
    f'<li><a href="/{at}/">{name}</a></li>' for at, name in enumerate(("首页", "新闻中心", "政务公开", "办事服务"))
)


def title(year: int) -> str:
    return f"青禾县水务局{year}年法治政府建设年度报告"


def day(year: int) -> str:
    return f"{year + 1}-01-{10 + year % 9}"


def read(main: str) -> Listing:
    """What the reader of unknown systems finds on a page."""
    crumbs = '<div class="pos">当前位置：<a href="/">首页</a> &gt; 法治政府建设</div>'
    foot = '<div class="footer"><p>主办：青禾县水务局</p><a href="/about.html">关于我们</a></div>'
    text = f'<html><head><meta charset="utf-8"><title>法治政府建设</title></head><body><ul class="nav">{MENU}</ul>{crumbs}<div class="main">{main}</div>{foot}</body></html>'
    return platforms()["generic"].read(ListingPage(URL, text, {}, PageRequest(URL), "utf-8"))


def many(row: Callable[[int, str, str, str], str], years: Sequence[int] = YEARS) -> str:
    """A row for each year, of year, address, title and day."""
    return "".join(row(year, f"/a/{year}.html", title(year), day(year)) for year in years)


def plain(year: int, url: str, name: str, when: str) -> str:
    return f'<li><a href="{url}">{name}</a><span>{when}</span></li>'


def cells(year: int, url: str, name: str, when: str) -> str:
    return f'<td><a href="{url}">{name}</a></td><td>{when}</td>'


def two_a_line(cell: Callable[[int, str, str, str], str]) -> str:
    return "".join(f"<tr>{many(cell, YEARS[at : at + 2])}</tr>" for at in range(0, len(YEARS), 2))


ROWS = {
    "two a line": f"<table>{two_a_line(cells)}</table>",
    "two a line, dates first": f"<table>{two_a_line(lambda year, url, name, when: f'<td>{when}</td><td><a href={url}>{name}</a></td>')}</table>",
    "an odd one in the last line": f"<table>{two_a_line(cells).replace(cells(2017, '/a/2017.html', title(2017), day(2017)), '<td></td><td></td>')}<tr>{many(cells, [2017])}</tr></table>",
    "days head the pairs": f"<dl>{many(lambda year, url, name, when: f'<dt>{when}</dt><dd><a href={url}>{name}</a></dd>')}</dl>",
    "years head the pairs": f"<dl>{many(lambda year, url, name, when: f'<dt>{when[:4]}</dt><dd><a href={url}>{name}</a> {when[5:7]}月{when[8:]}日</dd>')}</dl>",
    "months head the rows": f"<ul>{many(lambda year, url, name, when: f'<li><b>{when[:4]}年1月</b><ul><li><a href={url}>{name}</a><i>{when[5:]}</i></li></ul></li>')}</ul>",
    "a day in three places": f"<ul>{many(lambda year, url, name, when: f'<li><i>{when[:4]}</i><i>{when[5:7]}</i><i>{when[8:]}</i><a href={url}>{name}</a></li>')}</ul>",
    "title and day in one text": f"<ul>{many(lambda year, url, name, when: f'<li>{name} {when} <a href={url}>[详细]</a></li>')}</ul>",
    "a number in front": f"<ul>{many(lambda year, url, name, when: f'<li><a href={url}><em>{2025 - year}</em><span>{name}</span><u>{when}</u></a></li>')}</ul>",
    "a template": f"<div id=x></div><template><ul>{many(plain)}</ul></template><script>x.append(t.content)</script>",
    "a text area": f"<div id=x></div><textarea hidden><ul>{many(plain)}</ul></textarea><script>x.innerHTML=t.value</script>",
    "written": f"<ul>{many(lambda *row: f'<script>document.write({plain(*row)!r});</script>')}</ul>",
    "a script's list": f"<script>var rows=[{many(lambda year, url, name, when: f'{{title:{name!r},url:{url!r},date:{when!r}}},')}];</script>",
}


@pytest.mark.parametrize("form", ROWS)
def test_every_row_is_read(form: str) -> None:
    rows = sorted((row.url, row.title, row.date) for row in read(ROWS[form]).rows)
    assert rows == sorted((f"{SITE}/a/{year}.html", title(year), day(year)) for year in YEARS)


def test_a_link_beside_the_title_parts_no_line() -> None:
    line = many(
        lambda year, url, name, when: (
            f'<tr><td><a href="/c/">[公开]</a><a href="{url}">{name}</a></td><td>{when}</td></tr>'
        )
    )
    assert len(read(f"<table>{line}</table>").rows) == len(YEARS)


def test_lists_of_a_page_that_shows_its_rows_are_left_alone() -> None:
    hidden = "<script>var news=[{title:'县领导调研重点项目',url:'/n/1.html',date:'2025-03-01'},{title:'县领导调研春耕生产',url:'/n/2.html',date:'2025-03-02'}];</script>"
    assert [row.title for row in read(f"{hidden}<ul>{many(plain)}</ul>").rows] == [title(year) for year in YEARS]


PAGERS = {
    "a function that counts from 0": ('<a href="javascript:to(2)">下一页</a><script>function to(n){location.href="index_"+(n-1)+".html";}</script>', "index_1.html"),
    "a button that sets a field": ('<form><input type="hidden" name="no" value="1"><button onclick="this.form.no.value=2;this.form.submit()">下一页</button></form>', "?no=2"),
    "the last page alone": ('第1页/共3页 <a href="/fz/l/index_3.html">尾页</a>', "index_2.html"),
    "an arrow": ('<a href="/fz/l/2.html">再往前翻 →</a>', "2.html"),
}  # fmt: skip


@pytest.mark.parametrize("form", PAGERS)
def test_the_next_page_is_asked_for(form: str) -> None:
    markup, wanted = PAGERS[form]
    further = read(f"<ul>{many(plain)}</ul><div>{markup}</div>").next
    assert further is not None
    assert further.url == f"{URL}{wanted}"


def test_numbers_that_only_a_script_knows_are_told() -> None:
    numbers = "".join(f'<span data-page="{at}">{at}</span>' for at in (2, 3))
    listing = read(f'<ul>{many(plain)}</ul><div data-url="/fz/l/index_[page].html"><b>1</b>{numbers}</div>')
    assert listing.next is None
    assert listing.shortfall


def test_days_without_a_year_make_rows() -> None:
    """Eight short titles, two of them reports': only the days beside them tell that they are documents."""
    names = [title(2024), title(2023), *("放假通知", "招聘公告", "会议纪要", "防汛预案", "任免名单", "中标公告")]
    rows = "".join(
        f"<tr><td><a href='show.asp?id={at}'>{name}</a><td>[03-{10 + at}]</tr>" for at, name in enumerate(names)
    )
    listing = read(f"<table>{rows}</table>")
    assert [row.title for row in listing.rows] == names
    assert {row.date for row in listing.rows} == {""}


@pytest.mark.parametrize("pages", [2, 3, 9])
def test_a_number_beyond_the_stated_pages_is_no_page(pages: int) -> None:
    options = "".join(f"<option value={at}>{at}</option>" for at in range(1, pages + 1))
    pager = f"<select onchange=\"location='list_233_'+this.value+'.html'\">{options}</select> 共{pages}页"
    text = f"<ul>{many(plain)}</ul>{pager}"
    for number, wanted in ((1, 2), (pages, None)):
        url = f"{SITE}/fz/list_233{f'_{number}' if number > 1 else ''}.html"
        found = platforms()["generic"].read(ListingPage(url, text, {}, PageRequest(url), "utf-8")).next
        assert (found and found.url) == (wanted and f"{SITE}/fz/list_233_{wanted}.html")


def test_rows_in_the_shadow_of_a_component_are_rows() -> None:
    rows = many(plain)
    assert len(read(f"<gov-list><template shadowrootmode='open'><ul>{rows}</ul></template></gov-list>").rows) == len(
        YEARS
    )
    among = f"<gov-list><template shadowrootmode='open'><ul>{rows}</ul></template></gov-list><template><li><a href='/x'>{title(2001)}</a></li></template>"
    assert not [row for row in read(among).rows if row.url.endswith("/x")], "a template that nothing shows"


@pytest.mark.parametrize("shown", ["{}", "{}年", "【{}】", "[{}年度]"])
def test_a_year_that_is_a_documents_link_has_its_attributes_title(shown: str) -> None:
    rows = "".join(
        f'<li><a href="/a/{each}.html" title="{title(each)}">{shown.format(each)}</a></li>' for each in YEARS
    )
    assert [row.title for row in read(f"<ul>{rows}</ul>").rows] == [title(each) for each in YEARS]
    folders = "".join(f'<li><a href="{each}/" title="{title(each)}">{each}年</a></li>' for each in YEARS)
    assert [child.name for child in read(f"<ul>{folders}</ul>").children] == [f"{each}年" for each in YEARS]
