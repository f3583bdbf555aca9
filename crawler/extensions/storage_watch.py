"""A store that cannot be written ends the run: what cannot be kept is not asked for."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.crawler import Crawler

from crawler.middlewares.guard import refuse_waiting
from crawler.middlewares.own import require_archive
from crawler.outcome import because
from crawler.store.failure import storage_failure

if TYPE_CHECKING:
    from crawler.context import Context


class StorageWatch(logging.Filter):
    """Sees every failure of a callback, an item or a log line; the first one of the store stops the run.

    As a filter of log records it keeps the tracebacks of such failures away: one sentence is told at the end.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__()
        self.crawler = crawler
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.ended, signals.engine_stopped)
        crawler.signals.connect(self.failed, signals.spider_error)
        crawler.signals.connect(self.failed, signals.item_error)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        require_archive(crawler)
        return cls(crawler)

    @property
    def context(self) -> Context:
        return self.crawler.spider.context  # type: ignore[union-attr,no-any-return]

    def opened(self) -> None:
        for handler in logging.root.handlers:
            handler.addFilter(self)

    def ended(self) -> None:
        for handler in logging.root.handlers:
            handler.removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return not storage_failure(error, self.context.output)

    def failed(self, failure: Any) -> None:
        """Stop the run at the first failure of the store."""
        sentence = storage_failure(failure.value, self.context.output)
        if not sentence or self.context.broken:
            return
        self.context.breaks(sentence)
        refuse_waiting(self.crawler, because("paused", "storage", why=sentence))
        if self.crawler.engine is not None:
            self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="storage"))
