"""The crawling process: Scrapy's, but stopped within seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from importlib import import_module
from typing import Any, Final

import click

# Scrapy loads this with the first request, and what is below it reads every frame of the stack and every module
# as it loads: from within the running reactor that takes a third of the program's start, before all else little.
import scrapy.core.downloader.handlers.http11  # noqa: F401
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler.context import Busy
from crawler.exits import Locked
from crawler.language import say
from crawler.middlewares.guard import STOPPED, refuse_waiting

# Scrapy's extensions that do nothing unless a setting asks for them. Loading them all would take a fifth of a night
# without news, so the command's own process loads each only when it is asked for; ``scrapy crawl`` has them all.
ON_REQUEST: Final = {
    "feedexport.FeedExporter": ("FEEDS",),
    "closespider.CloseSpider": tuple(
        f"CLOSESPIDER_{what}" for what in ("TIMEOUT", "ITEMCOUNT", "PAGECOUNT", "ERRORCOUNT")
    ),
    "memusage.MemoryUsage": ("MEMUSAGE_LIMIT_MB", "MEMUSAGE_WARNING_MB"),
    "memdebug.MemoryDebugger": ("MEMDEBUG_ENABLED",),
    "telnet.TelnetConsole": ("TELNETCONSOLE_ENABLED",),
    "spiderstate.SpiderState": ("JOBDIR",),
    "remote_control.RemoteControl": ("REMOTE_CONTROL_ENABLED",),
    "logstats.LogStats": ("FAZHI_LOGSTATS",),  # it writes at level INFO, which the command does not show
}
GRACE: Final = 6.0  # seconds an open request may take to finish after Ctrl-C or SIGTERM


def load_only_what_is_used(settings: Settings) -> None:
    """Take out of Scrapy's own tables what is switched off or asked for by no setting: Scrapy would load it first."""
    idle = {f"scrapy.extensions.{name}" for name, asks in ON_REQUEST.items() if not any(map(settings.get, asks))}
    for table in ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS"):
        ours = settings.getdict(table)
        off = idle | {name for name, order in ours.items() if order is None}
        base = settings.getdict(f"{table}_BASE")
        settings.set(f"{table}_BASE", {name: order for name, order in base.items() if name not in off})
        settings.set(table, {name: order for name, order in ours.items() if order is not None})


class CrawlProcess(AsyncCrawlerProcess):
    """On the first signal what waits for its turn is given back to the ledger, what is being received may finish."""

    stopped = False

    def __init__(self, settings: Settings, spider: str) -> None:
        """``spider`` is the only one that will run: Scrapy's loader would load all others with what they need."""
        settings.set("SPIDER_MODULES", [f"crawler.spiders.{spider}"])
        load_only_what_is_used(settings)
        super().__init__(settings)
        self.crawler: Crawler = self.create_crawler(spider)

    def run(self, **arguments: Any) -> Any:
        """Run the spider to its end and give it back, its context closed.

        Raises ClickException if another run is writing or the spider could not be started.
        """
        try:
            task = self.crawl(self.crawler, **arguments)
            self.start()
        except Busy as error:
            raise Locked(str(error)) from None
        except (NotADirectoryError, FileExistsError) as error:
            raise click.ClickException(str(error)) from None
        failure = task.exception() if task.done() and not task.cancelled() else None
        if failure is not None:
            raise Locked(str(failure)) if isinstance(failure, Busy) else failure
        spider: Any = self.crawler.spider
        if spider is None:
            raise click.ClickException(say("the spider could not be started; the log above says why"))
        spider.context.close(1)
        if spider.context.broken:
            raise click.ClickException(say("the run was stopped: {broken}", broken=spider.context.broken))
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
