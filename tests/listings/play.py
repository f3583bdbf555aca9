"""A column played night after night to the spider's own methods: no socket, but the real reader, run and ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from crawler.portals import Column, Portal
from crawler.spiders.reports import ReportsSpider
from tests.steps import at_once

HOST = "http://swj.yunxi.gov.cn"
LIST = f"{HOST}/zwgk/fzzf/"
FIRST = datetime(2026, 1, 5, 1, tzinfo=UTC)
MOST = 200  # requests of one night

Answer = Callable[[Request], str | None]


@dataclass
class Nights:
    """The nights of one column: what was asked each night, how it ended, and which reports' pages were asked for."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    asked: list[list[Request]] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.crawler = get_crawler(ReportsSpider, {"OUTPUT": self.folder, "FILE_BYTES": 1, "FILE_TIMEOUT": 1})

    def night(
        self, answer: Answer, *, number: int = 0, encoding: str = "utf-8", columns: tuple[str, ...] = (LIST,)
    ) -> None:
        """One more night: ``answer`` gives the page for a request, None for 404."""
        at = FIRST + timedelta(days=number or len(self.asked))
        self.monkeypatch.setenv("FAZHI_NOW", at.isoformat())
        portal = Portal(
            name="yunxi",
            title="云溪市水务局",
            home=f"{HOST}/",
            platform="generic",
            columns=tuple(Column(url=url) for url in columns),
        )
        spider = ReportsSpider.from_crawler(self.crawler, portals=[portal])
        context = spider.context
        context.ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
        asked: list[Request] = []
        waiting = [spider.ask_column(portal, column) for column in context.ledger.due_columns(portal.name)]
        waiting += [spider.ask_row(portal, row) for row in context.ledger.pending_rows(portal.name)]
        while waiting and len(asked) < MOST:
            request = waiting.pop(0)
            if "run" in request.cb_kwargs:
                asked.append(request)
                waiting += _answered(request, answer(request), encoding)
            else:
                row = request.cb_kwargs["row"]
                self.found.setdefault(row.title, len(self.asked) + 1)
                context.ledger.decide_row(row.url, "report", "annual_report", "")
        assert len(asked) < MOST, "a run ends"
        self.asked.append(asked)
        rows = list(context.db.query("SELECT outcome, reason_params FROM fetches WHERE run = ?", [context.run]))
        self.outcomes.append(rows[-1]["outcome"] if rows else "")
        self.reasons.append(rows[-1]["reason_params"] if rows else "")
        self.codes.append(3 if context.trouble else 0)
        self.rows = list(context.db.query("SELECT * FROM listing_rows"))
        context.close(0)


def _answered(request: Request, page: str | None, encoding: str) -> Iterator[Any]:
    request.meta["received"] = 1
    body = (page or "<html><body>404 Not Found</body></html>").encode(encoding, "replace")
    headers = {"Content-Type": f"text/html; charset={encoding}"}
    response = HtmlResponse(request.url, 404 if page is None else 200, headers, body, request=request)
    assert request.callback is not None
    made = request.callback(response, **request.cb_kwargs)
    if not isinstance(made, AsyncIterator):
        yield from made
        return
    while True:
        try:
            yield at_once(anext(made))
        except StopAsyncIteration:
            return
