"""Calendars without end, as portals with a duty roster or a diary have them: every month leads to the next.

``by_pager``: the month is the number of a page. ``by_rows``: every day is a row that is called a report.
``by_folders``: every month is a column below the listing, and each look shows later ones. ``by_columns``: every page
links to months that are called report columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Answer, Request, Site, html

if TYPE_CHECKING:
    from .replica import Replica

LISTING = "/zfxxgk/fzzfbg/"
DIARY = "/zfxxgk/rili/"
AGENCY = "乙县司法局"
AT_ONCE = 80
DAYS = 12


def by_pager(site: Site, request: Request, replica: Replica) -> Answer:
    """Days without a report, and every month is the next page of the one before."""
    month = int(request.query.rpartition("=")[2] or 1)
    days = "".join(
        _item(f"{LISTING}{month}/{100 + day}.html", f"第{month}月第{day}日工作动态") for day in range(1, DAYS + 1)
    )
    return _page(site, f"<ul>{days}</ul><a href='{LISTING}?page={month + 1}'>下一页</a>")


def by_rows(site: Site, request: Request, replica: Replica) -> Answer:
    """Rows with the titles of reports, and behind each of them such a page again."""
    month = int(request.query.rpartition("=")[2] or 1)
    days = "".join(
        _item(f"{LISTING}{month}/{100 + day}.html", f"{AGENCY}2024年{month}月{day}日法治政府建设年度报告")
        for day in range(1, DAYS + 1)
    )
    return _page(site, f"<ul>{days}</ul><a href='{LISTING}?page={month + 1}'>下一页</a>")


def by_folders(site: Site, request: Request, replica: Replica) -> Answer:
    """Months as columns, other ones at each look, and each with such columns of its own."""
    seen = replica.count(site.host)
    months = "".join(
        f"<li><a href='{request.path}m{seen * AT_ONCE + number}/'>第{seen * AT_ONCE + number}月</a></li>"
        for number in range(AT_ONCE)
    )
    rows = "".join(_item(f"{request.path}{number}.html", f"第{number}号通知") for number in range(3))
    return _page(site, f"<ul class='months'>{months}</ul><ul>{rows}</ul>")


def by_columns(site: Site, request: Request, replica: Replica) -> Answer:
    """On a good day's pages, links to months named like the column that is looked for."""
    number = int("".join(filter(str.isdigit, request.path)) or 0)
    links = "".join(
        f"<li><a href='{DIARY}{number + step}/fzzfjsndbg/'>法治政府建设年度报告（{number + step}月）</a></li>"
        for step in range(1, 13)
    )
    if request.path.startswith(DIARY):
        days = "".join(
            _item(f"{request.path}{day}.html", f"第{number}月第{day}日工作动态") for day in range(1, DAYS + 1)
        )
        return _page(site, f"<ul>{links}</ul><ul>{days}</ul><a href='{DIARY}{number + 1}/fzzfjsndbg/'>下一月</a>")
    if request.path == "/":
        return _page(site, f"<a href='{LISTING}'>法治政府建设年度报告</a><ul>{links}</ul>")
    good = replica.plain(site, request).content.decode()
    return html(good.replace("</body>", f"<ul>{links}</ul></body>"))


def _item(url: str, title: str) -> str:
    return f"<li><a href='{url}' title='{title}'>{title}</a><span>2025-03-01</span></li>"


def _page(site: Site, text: str) -> Answer:
    return html(
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>工作日历_{site.name}</title></head>"
        f"<body>{text}<div class='footer'>{site.name} 版权所有</div></body></html>"
    )
