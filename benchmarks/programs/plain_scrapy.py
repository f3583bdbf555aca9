"""A plain Scrapy spider: every listing page, every report page, one upsert per item.

    python -m benchmarks.programs.plain_scrapy DATABASE EXTRACTOR PAGES URL…

EXTRACTOR is ``trafilatura`` (text and metadata) or ``lxml`` (the text of the article's container). PAGES bounds the
report pages (0: all). With ``DELTAFETCH=folder`` in the environment pages of known items are not asked for.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response
from sqlite_utils import Database


class PlainSpider(scrapy.Spider):
    name = "plain"
    extractor = "lxml"
    pages = 0

    def parse(self, response: Response) -> Iterator[Any]:
        for link in response.css("ul.list a"):
            if not self.pages or self.crawler.stats.get_value("asked", 0) < self.pages:
                self.crawler.stats.inc_value("asked")
                yield response.follow(link, self.parse_report)
        script = response.css("script::text").re(r"createPageHTML\((\d+), (\d+),")
        if script and int(script[1]) + 1 < int(script[0]):
            yield response.follow(f"index_{int(script[1]) + 1}.html", self.parse)

    def parse_report(self, response: Response) -> Iterator[dict[str, str]]:
        if self.extractor == "trafilatura":
            import trafilatura

            found = trafilatura.bare_extraction(response.text, url=response.url, with_metadata=True)
            yield {"url": response.url, "title": found.title or "", "date": found.date or "", "body": found.text or ""}
            return
        paragraphs = response.css(".TRS_Editor p")
        body = "\n".join("".join(each.css("::text").getall()) for each in paragraphs)
        yield {
            "url": response.url,
            "title": response.css('meta[name="ArticleTitle"]::attr(content)').get(""),
            "date": response.css('meta[name="PubDate"]::attr(content)').get(""),
            "body": body,
        }


class Upsert:
    def open_spider(self) -> None:
        self.db = Database(DATABASE)

    def process_item(self, item: dict[str, str]) -> dict[str, str]:
        self.db["reports"].upsert(item, pk="url")
        return item


def delta_fetch() -> type:
    """scrapy-deltafetch, which knows only spiders without asynchronous output; Scrapy has no others now."""
    from scrapy_deltafetch import DeltaFetch

    class Delta(DeltaFetch):  # type: ignore[misc]
        async def process_spider_output_async(
            self, response: Response, result: AsyncIterator[Any], spider: Any = None
        ) -> AsyncIterator[Any]:
            async for each in result:
                for kept in self.process_spider_output(response, [each], spider):
                    yield kept

    return Delta


if __name__ == "__main__":
    DATABASE, extractor, pages, *urls = sys.argv[1:]
    settings: dict[str, Any] = {
        "ROBOTSTXT_OBEY": True,
        "LOG_LEVEL": "WARNING",
        "TELNETCONSOLE_ENABLED": False,
        "ITEM_PIPELINES": {Upsert: 100},
    }
    if os.environ.get("DELTAFETCH"):
        settings |= {
            "SPIDER_MIDDLEWARES": {delta_fetch(): 100},
            "DELTAFETCH_ENABLED": True,
            "DELTAFETCH_DIR": os.environ["DELTAFETCH"],
        }
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    process = CrawlerProcess(settings)
    process.crawl(PlainSpider, start_urls=urls, extractor=extractor, pages=int(pages))
    process.start()
    sys.exit(process.bootstrap_failed)
