"""Ways in which portals lay out the same four rows; the generic reader must see the same rows in each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaning.text import dates
from crawler.items import ListingPage
from crawler.platforms import platforms
from tests.platforms.samples import FOOT, HEAD

URL = "http://www.dingling.gov.cn/zwgk/fzzf/"
TITLES = (
    "定岭市司法局2025年法治政府建设年度报告",
    "关于召开座谈会的通知",
    "2024年度法治政府建设情况报告",
    "定岭市关于印发实施方案的通知",
)
DAYS = ("2026-03-12", "2026-03-01", "2025-12-31", "2025-02-03")
Row = Callable[[str, str, int], str]


def parts(day: str) -> tuple[str, str, str]:
    year, month, number = day.split("-")
    return year, month, number


def split_day(title: str, day: str, n: int) -> str:
    year, month, number = parts(day)
    summary = "市政府常务会议研究了有关工作并作出了具体部署和安排。" * 4
    return (
        f'<div class="item"><div class="date"><b>{number}</b><span>{year}-{month}</span></div>'
        f'<div class="txt"><h3><a href="/x/{n}.html">{title}</a></h3><p>{summary}</p></div></div>'
    )


def numbered_address(title: str, day: str, n: int) -> str:
    year, month, number = parts(day)
    address = f"/art/{year}/{int(month)}/{int(number)}/art_1_{n}.html"
    return f'<li><a href="{address}">{title}</a><span>{month}-{number}</span></li>'


def chinese_day(title: str, day: str, n: int) -> str:
    _, month, number = parts(day)
    return f'<li><a href="/{day.replace("-", "")}/{n}.html">{title}</a><span>{int(month)}月{int(number)}日</span></li>'


LAYOUTS: dict[str, tuple[str, Row]] = {
    "a definition list for each row": (
        "{}",
        lambda t, d, n: f'<dl><dt><a href="/x/{n}.html">{t}</a></dt><dd>{d}</dd></dl>',
    ),
    "one definition list": ("<dl>{}</dl>", lambda t, d, n: f'<dt><a href="/x/{n}.html">{t}</a></dt><dd>{d}</dd>'),
    "a table inside the page's layout table": (
        "<table><tr><td><table>{}</table></td></tr></table>",
        lambda t, d, n: f'<tr><td>·<a href="/x/{n}.html">{t}</a></td><td>({d})</td></tr>',
    ),
    "day set apart, summary below": ("{}", split_day),
    "the link round date, title and summary": (
        "<ul>{}</ul>",
        lambda t, d, n: (
            f'<li><a href="/x/{n}.html"><i class="date">{d}</i><p class="title">{t}</p><p>摘要文字</p></a></li>'
        ),
    ),
    "links without list items": ("<div>{}</div>", lambda t, d, n: f'<a href="/x/{n}.html"><i>{t}</i><em>{d}</em></a>'),
    "links and dates with line breaks": (
        "<div>{}</div>",
        lambda t, d, n: f'<a href="/x/{n}.html">{t}</a>&nbsp;[{d}]<br>',
    ),
    "date in front": ("<div>{}</div>", lambda t, d, n: f'<p><span>[{d}]</span><a href="/x/{n}.html">{t}</a></p>'),
    "month and day, the year in the address": ("<ul>{}</ul>", numbered_address),
    "month and day in Chinese": ("<ul>{}</ul>", chinese_day),
    "catalogue table with two dates": (
        "<table><tr><th>索引号</th><th>名称</th><th>机构</th><th>成文日期</th><th>发布日期</th></tr>{}</table>",
        lambda t, d, n: (
            f'<tr><td>0{n}-1</td><td><a href="/x/{n}.html">{t}</a></td><td>局</td><td>2020-01-01</td><td>{d}</td></tr>'
        ),
    ),
    "rows inside one list item of tabs": (
        '<ul class="tabs"><li class="on"><div>{}</div></li></ul>',
        lambda t, d, n: f'<p><a href="/x/{n}.html">{t}</a><span>{d}</span></p>',
    ),
    "beside a longer box of hot news": (
        "<div class='side'><ul>"
        + "".join(
            f'<li><a href="/hot/{n}.html">热点新闻的第{n}条标题</a><span>2026-01-0{n}</span></li>' for n in range(1, 7)
        )
        + "</ul></div><div class='main'><ul>{}</ul></div>",
        lambda t, d, n: f'<li><a href="/zwgk/fzzf/{n}.html">{t}</a><span>{d}</span></li>',
    ),
    "one list for each row": (
        "{}",
        lambda t, d, n: f'<ul class="u{n}"><li><a href="/x/{n}.html">{t}</a><b>{d}</b></li></ul>',
    ),
    "a download link behind the title": (
        "<ul>{}</ul>",
        lambda t, d, n: f'<li><a href="/x/{n}.html">{t}</a><a href="/x/{n}.pdf">下载</a><span>{d}</span></li>',
    ),
    "the title beside a link that says 查看": (
        "<ul>{}</ul>",
        lambda t, d, n: f'<li><span>{t}</span><span>{d}</span><a href="/x/{n}.html">查看</a></li>',
    ),
    "a title attribute that says more": (
        "<ul>{}</ul>",
        lambda t, d, n: f'<li><a href="/x/{n}.html" title="标题：{t}&#10;发布时间：{d}">{t}</a><span>{d}</span></li>',
    ),
    "date inside a line of source and visits": (
        "<ul>{}</ul>",
        lambda t, d, n: f'<li><a href="/x/{n}.html">{t}</a>来源：市司法局 发布时间：{d} 浏览：22</li>',
    ),
    "date at the end of the link": ("<ul>{}</ul>", lambda t, d, n: f'<li><a href="/x/{n}.html">{t} [{d}]</a></li>'),
    "dates with dots": (
        "<ul>{}</ul>",
        lambda t, d, n: f'<li><a href="/x/{n}.html">{t}</a><i>{d.replace("-", ".")}</i></li>',
    ),
    "early end of the page": (
        "</body></html><ul>{}</ul>",
        lambda t, d, n: f'<li><a href="/x/{n}.html">{t}</a><i>{d}</i></li>',
    ),
}


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_same_rows_in_every_layout(layout: str) -> None:
    frame, row = LAYOUTS[layout]
    rows = "".join(row(title, day, n) for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True)))
    listing = platforms()["generic"].read(ListingPage(URL, HEAD + frame.format(rows) + FOOT))
    assert [(found.title, found.date) for found in listing.rows] == list(zip(TITLES, DAYS, strict=True))
    assert listing.problem == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-14 17:32", "2026-02-14"),
        ("2026年02月14日", "2026-02-14"),
        ("[2022-03-24]", "2022-03-24"),
        ("2026/4/9", "2026-04-09"),
        ("（2026.04.09）", "2026-04-09"),
        ("20260409", "2026-04-09"),
        ("发布时间：2026-04-09 08:00:00", "2026-04-09"),
        ("09 2026-04", "2026-04-09"),
        ("2026-02-30", ""),
        ("2026-04", ""),
        ("〔2026〕4号", ""),
        ("192.168.2026.4.9", ""),
        ("02-14", ""),
    ],
)
def test_dates_as_listings_write_them(text: str, day: str) -> None:
    assert dates.alone(text) == day


@pytest.mark.parametrize(
    ("text", "url", "day"),
    [
        ("02-14", "http://a.gov.cn/b/202602/t20260214_1.html", "2026-02-14"),
        ("12-31", "http://a.gov.cn/b/202601/t20260102_1.html", "2025-12-31"),
        ("3月9日", "http://a.gov.cn/art/2025/3/9/art_1_2.html", "2025-03-09"),
        ("03-09", "http://a.gov.cn/b/3.html", ""),
    ],
)
def test_the_year_comes_from_the_address_where_the_row_has_none(text: str, url: str, day: str) -> None:
    assert dates.alone(text, url) == day
