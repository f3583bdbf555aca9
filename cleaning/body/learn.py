"""What a crawl remembers of a portal's pages, so that boilerplate no rule knows is gone from the next page on.

How to use it: after a listing or home page was read, remember ``learn(page)`` for its portal; after a detail page was
cleaned, remember ``learn(page, report, lines)`` with the lines the cleaning saw (``cleaning.clean.Cleaned``). To clean
a page pass the digests remembered from *other* addresses of the same portal (``clean(page, known)``); a page must not
be compared with its own memory, else its text would change when it is fetched again. A line counts as boilerplate
when it stands at an edge of a body and its digest is known: it was seen outside an article before, or at the edge of
another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaning.body import boilerplate, edges
from cleaning.page import decode, dom
from cleaning.page.tree import parse
from cleaning.report import Page, Report

EDGE = 4
SURE = 0.5


def learn(page: Page, report: Report | None = None, lines: Sequence[str] | None = None) -> dict[str, str]:
    """Blocks to remember: digest -> text.

    Without a report (a listing, a home page) all lines of the page count. With one, the lines outside its body
    count, and those at its edges that are no prose, signature, date or heading. A page whose body is unsure
    adds nothing, unless its edges alone are doubted: what other pages show too is what they should be without.
    ``lines`` are those of the page, if they are known: else it is read for them.
    """
    if report is not None and (not report.body or _sure(report) < SURE):
        return {}
    body = report.body.split("\n") if report is not None else []
    kept = set(body)
    seen = _lines(page) if lines is None else lines
    blocks = [text for text in seen if text not in kept and 1 < len(text) <= boilerplate.LONGEST]
    return {boilerplate.digest(text): text for text in (*blocks, *_edges(body))}


def _sure(report: Report) -> float:
    """How sure the text of a report is, its edges aside."""
    return report.body_score / (edges.DOUBT if "edges" in report.provenance else 1)


def _edges(body: list[str]) -> list[str]:
    """The lines at the edges of a long body that other pages may show too."""
    outer = [*body[:EDGE], *body[-EDGE:]] if len(body) > 2 * EDGE else []
    return list(filter(boilerplate.may_recur, outer))


def _lines(page: Page) -> list[str]:
    """The lines of a page as they stand."""
    decoded = decode.decode(page.content, page.content_type)
    return [line.text for line in dom.read_lines(parse(decoded.text, decoded.data).body).lines]
