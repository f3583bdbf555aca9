"""The crawling process: Scrapy's, but stopped within seconds."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Final

from scrapy.crawler import AsyncCrawlerProcess
from twisted.internet.interfaces import IReactorTime

from crawler.middlewares.guard import refuse_waiting

GRACE: Final = 6.0  # seconds an open request may take to finish after Ctrl-C or SIGTERM


class CrawlProcess(AsyncCrawlerProcess):
    """On the first signal what waits for its turn is given back to the ledger, what is being received may finish."""

    stopped = False

    def stop(self) -> Coroutine[Any, Any, None]:
        """Called for Ctrl-C and SIGTERM."""
        if self.crawlers and not self.stopped:
            self.stopped = True
            for crawler in self.crawlers:
                if crawler.engine:
                    refuse_waiting(crawler, "the run was stopped; the next one goes on")
            from twisted.internet import reactor

            clock: IReactorTime = reactor  # type: ignore[assignment]
            clock.callLater(GRACE, self._end)
        return super().stop()

    def _end(self) -> None:
        from twisted.internet import reactor

        if reactor.running:  # type: ignore[attr-defined]
            reactor.stop()  # type: ignore[attr-defined]
