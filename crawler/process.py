"""The crawling process: Scrapy's, but stopped within seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from importlib import import_module
from typing import Any, Final

import click

# Scrapy loads this with the first request, and what is below it looks at every frame of the stack and every module
# as it loads: from within the running reactor that takes a third of the program's start, before all else little.
import scrapy.core.downloader.handlers.http11  # noqa: F401
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler.context import Busy
from crawler.middlewares.guard import STOPPED, refuse_waiting

GRACE: Final = 6.0  # seconds an open request may take to finish after Ctrl-C or SIGTERM


class CrawlProcess(AsyncCrawlerProcess):
    """On the first signal what waits for its turn is given back to the ledger, what is being received may finish."""

    stopped = False

    def __init__(self, settings: Settings, spider: str) -> None:
        """``spider`` is the only one that will run: Scrapy's loader would load all others with what they need."""
        settings.set("SPIDER_MODULES", [f"crawler.spiders.{spider}"])
        super().__init__(settings)
        self.crawler: Crawler = self.create_crawler(spider)

    def run(self, **arguments: Any) -> Any:
        """Run the spider to its end and give it back, its context closed.

        Raises ClickException if another run is writing or the spider could not be started.
        """
        try:
            task = self.crawl(self.crawler, **arguments)
            self.start()
        except (Busy, NotADirectoryError, FileExistsError) as error:
            raise click.ClickException(str(error)) from None
        failure = task.exception() if task.done() and not task.cancelled() else None
        if failure is not None:
            raise click.ClickException(str(failure)) if isinstance(failure, Busy) else failure
        spider: Any = self.crawler.spider
        if spider is None:
            raise click.ClickException("the spider could not be started; the log above says why")
        spider.context.close(1)
        if spider.context.broken:
            raise click.ClickException(f"the run was stopped: {spider.context.broken}")
        return spider

    def stop(self) -> Coroutine[Any, Any, None]:
        """Called for Ctrl-C and SIGTERM, and by Scrapy when all is done."""
        if self.crawlers and not self.stopped:
            self.stopped = True
            for crawler in self.crawlers:
                if crawler.engine:
                    refuse_waiting(crawler, STOPPED)
            asyncio.get_event_loop().call_later(GRACE, self._end)
        return super().stop()

    def _end(self) -> None:
        """Give up an open request that does not finish."""
        reactor: Any = import_module("twisted.internet.reactor")

        if reactor.running:
            reactor.stop()
