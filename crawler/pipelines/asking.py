"""Asking for what belongs to a page before the page is stored: its files, and the pages its article goes on on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final, Protocol

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.follow import follow, outcome_of
from crawler.items import FetchedPage
from crawler.middlewares.guard import STOPPED
from crawler.outcome import Outcome
from crawler.pipelines.base import Pipeline
from crawler.portals import Portal

OK: Final = Outcome("ok")


class Budget(Protocol):
    """How many bytes may still come for a page."""

    left: int


class AskingPipeline(Pipeline):
    """A pipeline in which a page waits for further requests, each of which is kept and noted as a look of its own."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._under_way = asyncio.Semaphore(crawler.settings.getint("FILES_AT_ONCE"))
        crawler.signals.connect(self._came, signals.bytes_received)

    def _came(self, data: bytes, request: Request) -> None:
        """Every byte that comes counts, also of an answer that is cut off or thrown away."""
        asker, budget = request.meta.get("budget", (None, None))
        if asker is self:
            budget.left -= len(data)

    async def ask(
        self,
        item: FetchedPage,
        purpose: str,
        url: str,
        headers: dict[str, str],
        meta: dict[str, Any],
        judge: Callable[[Response, Request], Outcome],
        budget: Budget,
    ) -> tuple[Outcome, Response | None]:
        """Look at ``url`` and where it was moved to: how that ended, and the response if it was ``ok``.

        ``judge`` says what a response that came is. Whatever happens is noted; only a stopped run drops the page.
        """
        portal = self.portal(item)
        known = {"portal": portal.name, "allowed_hosts": portal.allowed_hosts, "handle_httpstatus_all": True}
        known |= {"budget": (self, budget)}
        try:
            request = Request(url, callback=NO_CALLBACK, headers=headers, meta={**known, **meta}, dont_filter=True)
        except ValueError as error:
            return Outcome("client_error", f"no address to ask for: {error}"[:300]), None
        while True:
            outcome, response = await self._look(item, portal, purpose, request, judge)
            if outcome.name != "moved":
                return outcome, response
            followed = follow(request, outcome)
            if isinstance(followed, Outcome):
                return followed, None
            request = followed

    async def _look(
        self,
        item: FetchedPage,
        portal: Portal,
        purpose: str,
        request: Request,
        judge: Callable[[Response, Request], Outcome],
    ) -> tuple[Outcome, Response | None]:
        assert self.crawler.engine is not None
        try:
            async with self._under_way:
                response = await self.crawler.engine.download_async(request)
        except Exception as error:
            outcome = self.context.outcome_of(error)
            if outcome.reason == STOPPED:
                self.context.note_page(item, Outcome("ok", f"the run was stopped before its {purpose}s were there"))
                raise DropItem(STOPPED, log_level="DEBUG") from None
            self.context.note(request, outcome, None, purpose)
            return outcome, None
        request = response.request or request  # the one that was answered: after a retry it is another
        outcome = outcome_of(response, portal.home)
        if outcome.name == "ok":
            outcome = judge(response, request)
        self.context.note(request, outcome, response, purpose)
        return outcome, response if outcome.name == "ok" else None
