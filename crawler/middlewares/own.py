"""Which spiders keep an archive: ours. Scrapy's ``shell`` and ``fetch`` run a spider of Scrapy's own without one."""

from __future__ import annotations

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured


def require_archive(crawler: Crawler) -> None:
    """Raise NotConfigured, which Scrapy takes as "leave this component out", for a spider that opens no archive."""
    if not keeps_archive(crawler):
        raise NotConfigured


def keeps_archive(crawler: Crawler) -> bool:
    """True for the project's own spiders and what is derived from them."""
    return getattr(crawler.spidercls, "keeps_archive", False)
