"""The crawling process: Scrapy's, but stopped within seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from importlib import import_module
from typing import Any, Final

from scrapy.crawler import AsyncCrawlerProcess

from crawler.middlewares.guard import refuse_waiting

GRACE: Final = 6.0  # seconds an open request may take to finish after Ctrl-C or SIGTERM


class CrawlProcess(AsyncCrawlerProcess):
    """On the first signal what waits for its turn is given back to the ledger, what is being received may finish."""

    stopped = False

    def stop(self) -> Coroutine[Any, Any, None]:
        """Called for Ctrl-C and SIGTERM, and by Scrapy when all is done."""
        if self.crawlers and not self.stopped:
            self.stopped = True
            for crawler in self.crawlers:
                if crawler.engine:
                    refuse_waiting(crawler, "the run was stopped; the next one goes on")
            asyncio.get_event_loop().call_later(GRACE, self._end)
        return super().stop()

    def _end(self) -> None:
        """Give up an open request that does not finish."""
        reactor: Any = import_module("twisted.internet.reactor")

        if reactor.running:
            reactor.stop()
