"""What a batch of made-up portals is written with: whole portals, each of another structure, home page and all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from tests.replica.form_parts import OWNER, Report, dated, detail, details, others
from tests.replica.made import pdf
from tests.replica.model import Answer, Handler, Request
from tests.replica.more import common

FIELDS = common.fields
BOTH = (2025, 2024)


@dataclass(frozen=True)
class Portal:
    """A portal: its pages by path, its reports, and the addresses of which one, or every one, must be watched.

    ``beside`` are pages on hosts below the portal's own; reports there have their host before the path.
    """

    pages: Mapping[str, Handler]
    reports: tuple[Report, ...]
    watched: tuple[str, ...]
    every: bool = False
    beside: Mapping[str, Mapping[str, Handler]] = field(default_factory=dict)


Batch = Mapping[str, Callable[[], Portal]]


def batch(*made: Callable[[], Portal]) -> Batch:
    """Portals by name."""
    return {each.__name__: each for each in made}


def page(body: str, title: str = OWNER, head: str = "", encoding: str = "utf-8") -> Handler:
    """A page without any mark of a system."""
    text = f"<html><head><title>{title}</title>{head}</head><body>{body}<p>主办：{OWNER}办公室</p></body></html>"
    return lambda request: Answer(text.encode(encoding), content_type=f"text/html; charset={encoding}")


def piece(text: str, kind: str = "text/html; charset=utf-8") -> Handler:
    """An answer as it is."""
    return lambda request: Answer(text.encode(), content_type=kind)


def by(field: str, answers: Mapping[str, Handler], otherwise: str = "") -> Handler:
    """Another page for each value of a field."""

    def respond(request: Request) -> Answer:
        value = FIELDS(request).get(field, otherwise)
        handler = answers.get(value) or answers.get(otherwise)
        return handler(request) if handler else Answer(b"<h1>404</h1>", 404)

    return respond


def links(*pairs: tuple[str, str], form: str = '<li><a href="{0}">{1}</a></li>') -> str:
    """A menu."""
    return "".join(form.format(url, name) for url, name in pairs)


def rows(reports: Sequence[Report], form: str) -> str:
    """Rows of reports in a markup of their own: {0} address, {1} title, {2} day."""
    return "".join(form.format(each.path, each.title, each.date) for each in reports)


def crumbed(report: Report, crumb: str) -> Handler:
    """A report's page with a breadcrumb above it."""
    plain = detail(report)

    def shown(request: Request) -> Answer:
        answer = plain(request)
        return Answer(answer.content.replace(b"<body>", f"<body>{crumb}".encode()), content_type=answer.content_type)

    return shown


def filed(report: Report) -> Handler:
    """A report that is a file of its own."""
    lines = (
        report.title, f"现将{report.agency}{report.year}年度法治政府建设情况报告如下。", "一、主要举措和成效",
        f"全年办理行政复议案件{report.year - 1900}件，全部在法定期限内办结。", report.agency,
    )  # fmt: skip
    return piece(pdf(lines).decode(), "application/pdf")


def made(*paths: str, agency: str = OWNER) -> tuple[Report, ...]:
    """One agency's reports of the years 2025, 2024, …, newest first."""
    return tuple(Report(path, agency, 2025 - at) for at, path in enumerate(paths))


def usual(menu: str, extra: str = "") -> Handler:
    """A home page with a menu, news and notices."""
    head = links(("/", "首页"), ("/zjnl/", "走进宁岭"), ("/hd/", "互动交流"), form='<a href="{0}">{1}</a>')
    return page(f"<div>{head}{menu}</div>{extra}<h3>政务要闻</h3>{dated(others(6, 900))}")


def noise() -> dict[str, Handler]:
    """Columns that every portal has and that hold no report."""
    other = [("/n/1.html", f"{OWNER}2025年政府信息公开工作年度报告", "2026-01-20")]
    plain = partial(page, title="栏目")
    return {
        "/zjnl/": plain("<p>宁岭县位于江南。</p>"),
        "/hd/": plain("<p>县长信箱</p>"),
        "/xxgknb/": plain(f"<h2>政府信息公开年报</h2>{dated(other)}"),
        "/tzgg/": plain(f"<h2>通知公告</h2>{dated(others(12, 700))}"),
    }


__all__ = [
    "BOTH", "FIELDS", "Batch", "Portal", "batch", "by", "crumbed", "dated", "details", "filed", "links", "made", "noise", "others", "page",
    "piece", "rows", "usual",
]  # fmt: skip
