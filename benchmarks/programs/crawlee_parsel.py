"""A crawlee crawler with parsel: every listing page, every report page, the container's text, one row per page.

python -m benchmarks.programs.crawlee_parsel DATABASE PAGES URL…
"""

from __future__ import annotations

import asyncio
import re
import sys

from crawlee import ConcurrencySettings, Request
from crawlee.crawlers import ParselCrawler, ParselCrawlingContext
from crawlee.storage_clients import MemoryStorageClient
from sqlite_utils import Database


async def main(database: str, pages: int, urls: list[str]) -> None:
    db = Database(database)
    crawler = ParselCrawler(
        storage_client=MemoryStorageClient(),
        configure_logging=False,
        concurrency_settings=ConcurrencySettings(desired_concurrency=16, max_concurrency=16),
    )
    asked = 0

    @crawler.router.default_handler
    async def listing(context: ParselCrawlingContext) -> None:
        nonlocal asked
        found = context.selector.css("ul.list a::attr(href)").getall()
        found = found[: pages - asked] if pages else found
        asked += len(found)
        base = context.request.url.rpartition("/")[0]
        await context.add_requests(
            [Request.from_url(f"{base}/{link.removeprefix('./')}", label="report") for link in found]
        )
        call = re.search(r"createPageHTML\((\d+), (\d+),", context.selector.get())
        if call and int(call[2]) + 1 < int(call[1]):
            await context.add_requests([f"{base}/index_{int(call[2]) + 1}.html"])

    @crawler.router.handler("report")
    async def report(context: ParselCrawlingContext) -> None:
        page = context.selector
        body = "\n".join("".join(each.css("::text").getall()) for each in page.css(".TRS_Editor p"))
        title = page.css('meta[name="ArticleTitle"]::attr(content)').get("")
        db["reports"].upsert({"url": context.request.url, "title": title, "body": body}, pk="url")

    await crawler.run(urls)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
