"""The one spider: listing pages, their new rows, and known reports that are due for another fetch."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler

from crawler.context import Context
from crawler.middlewares import browser
from crawler.portals import Portal, PortalError, choose, load_all
from crawler.spiders.documents import Documents
from crawler.spiders.listing_run import judge_again
from crawler.spiders.listings import Listings

MOST_WAITING: Final = 5_000  # requests held in memory before further portals are begun: some hundred hosts at work


class ReportsSpider(Documents, Listings):
    """Crawls the portals named in ``portals`` (comma-separated names, all by default).

    ``full=1`` reads every listing page; ``insist=1`` fetches also columns that are not due and at hosts that
    are being left alone.
    """

    name = "reports"
    keeps_archive = True

    def __init__(
        self, portals: str | Sequence[Portal] = "", full: str | bool = "", insist: str | bool = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        if isinstance(portals, str):
            try:
                portals = choose([name for name in portals.split(",") if name], load_all())
            except PortalError as error:
                raise SystemExit(str(error)) from None  # Scrapy would log a traceback for any other
        self.portals = list(portals)
        self.full = str(full).lower() in ("1", "true", "yes")
        self.insist = self.full or str(insist).lower() in ("1", "true", "yes")
        self.begun: list[Portal] = []
        self._again: asyncio.TimerHandle | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        browser.prepare(crawler, spider.portals)
        part_of = crawler.settings.get("RUN", ""), crawler.settings.get("JOB", "")
        spider.context = Context(crawler.settings["OUTPUT"], " ".join(sys.argv[1:])[:500], *part_of)
        for signal in (signals.spider_error, signals.item_error):
            crawler.signals.connect(spider.program_failed, signal)
        return spider

    def closed(self, reason: str) -> None:
        """Close the run with the exit code its fetches come to."""
        if self._again is not None:
            self._again.cancel()
        self.context.close(self.context.exit_code(ended=reason == "finished"))

    def program_failed(self) -> None:
        """A step of the program failed; Scrapy logs it and goes on."""
        self.context.failed = True

    async def start(self) -> AsyncIterator[Request]:
        try:
            async for request in self._wanted():
                yield request
        except Exception:
            self.program_failed()
            raise

    async def _wanted(self) -> AsyncIterator[Request]:
        self._fetch_again()
        for portal in self.portals:
            while self._waiting() > MOST_WAITING:
                await asyncio.sleep(1)
            self.context.ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
            if not self.insist and self.context.ledger.left_alone(portal.name):
                self.context.trouble = True
            judge_again(self.context.rows, portal.name)
            self.begun.append(portal)
            for column in self.context.ledger.due_columns(portal.name, insist=self.insist):
                yield self.ask_column(portal, column)
            for row in self.context.ledger.pending_rows(portal.name, insist=self.insist):
                yield self.ask_row(portal, row)
            for report in self.context.ledger.due_reports(portal.name):
                yield self.ask_again(portal, report)

    def _fetch_again(self) -> None:
        """Ask for what has come due meanwhile, every DUE_SECONDS as long as the run lasts: a slow host keeps others
        waiting no longer than that."""
        engine = self.crawler.engine
        if self._again is not None and engine is not None and engine.running and not self.context.broken:
            for request in self.came_due():
                engine.crawl(request)
        self._again = asyncio.get_running_loop().call_later(
            self.crawler.settings.getfloat("DUE_SECONDS"), self._fetch_again
        )

    def came_due(self) -> Iterator[Request]:
        """The columns of portals begun in this run that are due and not under way."""
        for portal in self.begun:
            for column in self.context.ledger.due_columns(portal.name):
                if self.asked.get(column.id, "") != column.next_fetch:
                    yield self.ask_column(portal, column)

    def _waiting(self) -> int:
        """How many requests wait in the scheduler."""
        assert self.crawler.stats is not None
        queued, taken = (self.crawler.stats.get_value(f"scheduler/{what}", 0) for what in ("enqueued", "dequeued"))
        return int(queued - taken)
