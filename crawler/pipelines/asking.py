"""Asking for what belongs to a page before the page is stored: its files, and the pages its article goes on on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.items import FetchedPage
from crawler.judge import of_answer
from crawler.middlewares.guard import STOPPED
from crawler.outcome import Outcome, Refused, because
from crawler.pipelines.bounded import BoundedPipeline


class Budget(Protocol):
    """How many bytes may still come for a page."""

    left: int


class AskingPipeline(BoundedPipeline):
    """A pipeline in which a page waits for further requests, each of which is kept and noted as a fetch of its own."""

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
        """Fetch ``url`` or where it was moved to: how that ended, and the response if it was ``ok``.

        ``judge`` says what a response that came is. Whatever happens is noted; only a run that is stopped, or whose
        store fails, drops the page.
        """
        portal = self.portal(item)
        known = {**portal.meta, "purpose": purpose, "budget": (self, budget)}
        try:
            request = Request(url, callback=NO_CALLBACK, headers=headers, meta={**known, **meta}, dont_filter=True)
        except ValueError as error:
            return because("client_error", "no_address", error=str(error)[:200]), None
        assert self.crawler.engine is not None
        try:
            async with self._under_way:
                response = await self.crawler.engine.download_async(request)
        except Exception as error:
            outcome = self.context.outcome_of(error)
            if isinstance(error, Refused) and error.outcome is STOPPED:
                self.context.note_page(item, because("ok", "stopped_before", what=purpose))
                raise DropItem(STOPPED.reason, log_level="DEBUG") from None
            if self.context.broken:
                raise DropItem(self.context.broken, log_level="DEBUG") from None
            self.context.note(request, outcome, None, purpose)
            return outcome, None
        request = response.request or request  # the one that was answered: after a retry it is another
        outcome = of_answer(response, portal.home)
        if outcome.name == "ok":
            outcome = judge(response, request)
        self.context.note(request, outcome, response, purpose)
        return outcome, response if outcome.name == "ok" else None
