"""What made-up portals are put together from: their reports and columns, and pages that frame them.

All names and texts are invented.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from tests.replica.model import Answer, Handler, Request, html
from tests.replica.more import common

OWNER = "宁岭县人民政府"
CODE = "3609990001"
COLUMN = "法治政府建设年度报告"
NAMES = ("宁岭县司法局", "宁岭县水利局", "宁岭县林业局", "宁岭县教育局")
Link = tuple[str, str]


@dataclass(frozen=True)
class Report:
    """A report with the path of its page."""

    path: str
    agency: str
    year: int

    @property
    def title(self) -> str:
        return f"{self.agency}{self.year}年法治政府建设年度报告"

    @property
    def date(self) -> str:
        """Its day of publication."""
        return f"{self.year + 1}-03-{10 + len(self.path) % 15:02}"


@dataclass(frozen=True)
class Listing:
    """The column: its address, what to link it as, the pages that make it up, and the reports it must yield.

    ``watched`` are the addresses of which one must be watched, none where nothing can be; ``needs`` is set where the
    way to the column is part of the form, so that no menu stands before it.
    """

    link: Link
    pages: Mapping[str, Handler]
    reports: tuple[Report, ...]
    watched: tuple[str, ...]
    requests: int = 12
    home: str = ""
    later: Mapping[str, Handler] = field(default_factory=dict)


def fixed(body: str, *metas: tuple[str, str], kind: str = "text/html; charset=utf-8") -> Handler:
    """A page with the frame of its portal, or another answer as it is."""
    if kind != "text/html; charset=utf-8":
        return lambda request: Answer(body.encode(), content_type=kind)
    tags = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in (("SiteName", OWNER), *metas))
    foot = f'<div class="footer">主办：{OWNER} 网站标识码：{CODE} 赣ICP备12345678号</div>'
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8">{tags}<title>{OWNER}</title></head><body>{body}{foot}'
    return lambda request: html(page + "</body></html>")


def answer(value: object, wrap: str = "") -> Handler:
    """A service's answer in JSON, or JSONP under the name that was asked for in the field ``wrap``."""

    def respond(request: Request) -> Answer:
        text = json.dumps(value(request) if callable(value) else value, ensure_ascii=False)
        name = common.fields(request).get(wrap, "") if wrap else ""
        if wrap and not name:
            return Answer(status=500)
        return Answer((f"{name}({text});" if name else text).encode(), content_type="application/json;charset=utf-8")

    return respond


def detail(report: Report) -> Handler:
    """A report's page."""
    made = common.report(report.agency, report.year, report.path, report.date)
    text = "".join(f"<p>{escape(line)}</p>" for line in made.body)
    head = f"<h1>{report.title}</h1><div class='info'>发布时间：{report.date} 09:00 来源：{report.agency}</div>"
    body = f"{head}<div class='article'><div class='article-content'>{text}</div></div>"
    return fixed(body, ("ArticleTitle", report.title), ("PubDate", f"{report.date} 09:00"))


def details(reports: Sequence[Report]) -> dict[str, Handler]:
    """The pages of reports."""
    return {report.path.partition("?")[0]: detail(report) for report in reports}


def some(count: int, folder: str = "/xx/", year: int = 2025, form: str = "{folder}{number}.html") -> tuple[Report, ...]:
    """Reports of one agency after another."""
    return tuple(
        Report(form.format(folder=folder, number=6100 + at), NAMES[at % len(NAMES)], year - at // len(NAMES))
        for at in range(count)
    )


def others(count: int, first: int = 0) -> list[tuple[str, str, str]]:
    """(path, title, date) of documents that are no reports; some of their titles sound like columns."""
    titles = ("关于清明节放假的通知", "关于公开招聘工作人员的公告", "宁岭县召开经济形势分析会", "防汛应急预案公示",
              "关于印发工作要点的通知", "农村公路养护项目中标公告", "政府常务会议")  # fmt: skip
    return [
        (f"/d/{7000 + first + at}.html", f"{titles[at % len(titles)]}{at // len(titles) or ''}",
         f"2026-{3 - at // 20:02}-{28 - at % 20:02}")
        for at in range(count)
    ]  # fmt: skip


def dated(rows: Sequence[tuple[str, str, str]]) -> str:
    """Rows as most systems draw them."""
    lines = "".join(f'<li><a href="{path}">{title}</a><span>{date}</span></li>' for path, title, date in rows)
    return f'<ul class="list">{lines}</ul>'


def triples(reports: Sequence[Report]) -> list[tuple[str, str, str]]:
    """Rows of reports."""
    return [(report.path, report.title, report.date) for report in reports]


def column(path: str, body: str, name: str = COLUMN) -> dict[str, Handler]:
    """A column's page under its address."""
    crumb = f'<div class="position">您当前的位置：<a href="/">首页</a> &gt; <a href="{path}">{name}</a></div>'
    return {path.partition("?")[0]: fixed(f"{crumb}<h2>{name}</h2>{body}", ("ColumnName", name))}
