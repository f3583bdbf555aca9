"""The pages on which a report's article goes on: fetched one after the other, so that the whole article is stored.

As with files, a page waits here until all of them were asked for: a report is stored with what could be had, and what
could not is told. A following page that cannot be had tonight is read from the last good fetch of it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from cleaning.page.next_page import goes_on
from cleaning.report import Page, Report
from crawler.clock import stamp
from crawler.items import FetchedPage
from crawler.judge import OK, of_document, of_page
from crawler.middlewares import browser
from crawler.outcome import Outcome, because
from crawler.pipelines.asking import AskingPipeline
from crawler.spiders.pages import content_type, validators, validators_of
from crawler.store.files import StoredPage, fresh

if TYPE_CHECKING:
    from cleaning.body.boilerplate import Boilerplate

PURPOSE: Final = "page"
NO_MORE: Final = because("layout_changed", "no_more_text")


@dataclass(slots=True)
class _Article:
    """An article as far as it was read; ``left`` is how many bytes may still be fetched for it."""

    item: FetchedPage
    known: dict[str, StoredPage]
    boilerplate: Boilerplate
    seen: set[str]
    left: int

    def read_page(self, content: bytes, declared: str, url: str) -> tuple[Page, Report]:
        """A following page and its record."""
        from cleaning.clean import read_page  # heavy, and most nights bring no page

        page = replace(self.item.page, content=content, content_type=declared, url=url)
        return page, read_page(page, self.boilerplate).report


class PagesPipeline(AskingPipeline):
    """Fills ``FetchedPage.pages`` and ``following``, and cleans the page again with what was read."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.most = crawler.settings.getint("PAGES_PER_REPORT")
        self.together = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        report: Report = item.report
        if not report.next_page:
            return item
        if report.body and of_document(item, self.portal(item).site_code_at(item.row_url)).name != "ok":
            return item
        known = self.context.pages.of(item.report_id) if item.report_id else {}
        boilerplate = self.context.boilerplate.known(item.portal, item.row_url)
        article = _Article(item, known, boilerplate, {item.report.body}, self.together)
        url: str | None = item.report.next_page
        while url and url not in item.following:
            stored, page, part = await self._page(article, url)
            item.pages.append(stored)
            if page is None or part is None:
                break
            item.following[url] = page
            article.seen.add(part.body)
            url = part.next_page
        item.report = (await self.cleaned(item, item.page, boilerplate, following=item.following)).report
        return item

    async def _page(self, article: _Article, url: str) -> tuple[StoredPage, Page | None, Report | None]:
        """One following page with its record, None where it cannot be had now and could not before."""
        before = article.known.get(url) or StoredPage(url)
        if len(article.item.pages) >= self.most or article.left <= 0:
            limit = f"{self.most} following pages" if article.left > 0 else f"{self.together} bytes of them"
            return replace(before, outcome="over_limit", reason=f"no more than {limit} are fetched"), None, None
        newest = fresh(self.context.db, url, PURPOSE)
        if newest is not None and (kept := self._kept(article, newest)):
            headers = self.context.snapshots.read_record(newest)[0]
            etag, last_modified = headers.get_header("ETag"), headers.get_header("Last-Modified")
            stored = StoredPage(url, "ok", "", self._digest(newest), stamp(), newest, etag, last_modified)
            return stored, *kept
        return await self._fetch(article, before, self._kept(article, before.snapshot))

    def _kept(self, article: _Article, snapshot: int | None) -> tuple[Page, Report] | None:
        """The page as it was seen before, None if it is not there or goes on nothing."""
        if snapshot is None:
            return None
        with suppress(OSError, ValueError, KeyError):
            headers, content = self.context.snapshots.read_record(snapshot)
            where = str(self.context.snapshots.row(snapshot)["url"])
            page, part = article.read_page(content, headers.get_header("Content-Type") or "", where)
            if goes_on(part, article.seen):
                return page, part
        return None

    async def _fetch(
        self, article: _Article, before: StoredPage, kept: tuple[Page, Report] | None
    ) -> tuple[StoredPage, Page | None, Report | None]:
        from cleaning.apart import is_large

        portal = self.portal(article.item)
        read: list[tuple[Page, Report]] = []

        def judge(response: Response, request: Request) -> Outcome:
            if is_large(Page(response.body)):
                return because("too_costly", "costly", why="the page on which the article goes on is too large to read")
            page, part = article.read_page(response.body, content_type(response), response.url)
            own, stated = portal.site_code_at(response.url), part.site_id_code
            if own and stated and own != stated:
                return because("identity_mismatch", "site_code", stated=stated, own=own)
            if not goes_on(part, article.seen):
                return of_page(page, part, response.status) or NO_MORE
            read.append((page, part))
            return OK

        trusted = kept is not None and portal.render == "plain"
        headers = validators(before.etag, before.last_modified) if trusted else {}
        meta = {"download_maxsize": article.left, **browser.meta(portal)}
        before_it = article.left
        outcome, response = await self.ask(article.item, PURPOSE, before.url, headers, meta, judge, article)
        if response is None:
            name = "ok" if outcome.name == "unchanged_304" else outcome.name
            stored = replace(before, outcome=name, reason="" if name == "ok" else outcome.reason)
            return (stored, *kept) if kept else (stored, None, None)
        assert response.request is not None
        article.left = min(article.left, before_it - len(response.body))  # what came packed counts unpacked
        etag, last_modified = validators_of(response)
        snapshot = int(response.request.meta["snapshot"])
        stored = StoredPage(before.url, "ok", "", self._digest(snapshot), stamp(), snapshot, etag, last_modified)
        return stored, *read[-1]

    def _digest(self, snapshot: int) -> str:
        return str(self.context.snapshots.row(snapshot)["sha256"])
