"""What every pipeline of the crawl has at hand."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from crawler.context import Context
from crawler.items import FetchedPage
from crawler.middlewares.own import require_archive
from crawler.portals import Portal


class Pipeline:
    """A step of a page that knows the run and the page's portal."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        require_archive(crawler)
        return cls(crawler)

    @property
    def context(self) -> Context:
        return self.crawler.spider.context  # type: ignore[union-attr,no-any-return]

    def portal(self, item: FetchedPage) -> Portal:
        """The portal a page belongs to."""
        return next(p for p in self.crawler.spider.portals if p.name == item.portal)  # type: ignore[union-attr,no-any-return]
