"""AutoThrottle that never goes below a host's own delay."""

from __future__ import annotations

from datetime import datetime
from time import monotonic

from scrapy import Request, Spider, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

from crawler.clock import now
from crawler.store.runs import ended_before


class Throttle(AutoThrottle):
    """Slows down with the server's latency; a delay asked for by robots.txt or a portal file is the floor.

    The delay counts from the end of an answer, not from the moment at which the request was to be sent: a process
    that has too much to do sends late, and the portal would then see two requests closer together than promised.
    The first request to a host counts from the end of the run before: a search that is killed and continued begins
    with the hosts it had just asked.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._before = 0.0
        crawler.signals.connect(self._begin, signals.spider_opened)
        crawler.signals.connect(self._first, signals.request_reached_downloader)

    def _begin(self, spider: Spider) -> None:
        """Note when the run before ended, by this process' clock."""
        ended = ended_before(spider.context.db, spider.context.run)  # type: ignore[attr-defined]
        if ended:
            self._before = monotonic() - max(0.0, (now() - datetime.fromisoformat(ended)).total_seconds())

    def _first(self, request: Request, spider: Spider) -> None:
        """Let a host that this run has not asked yet wait as if the run before had asked it last."""
        _, slot = self._get_slot(request, spider)
        if slot is not None:
            slot.lastseen = max(slot.lastseen, self._before)

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        _, slot = self._get_slot(request, spider)
        if slot is not None:
            slot.lastseen = monotonic()

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        super()._adjust_delay(slot, latency, response)
        assert self.crawler.engine is not None
        key, _ = self._get_slot(response.request or Request(response.url), self.crawler.spider)  # type: ignore[arg-type]
        floor = self.crawler.engine.downloader.per_slot_settings.get(key or "", {}).get("delay", 0.0)
        slot.delay = max(slot.delay, floor)
