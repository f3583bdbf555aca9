"""The one spider: listing pages, their new rows, and known reports that are due for another look."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response

from cleaning.page.decode import decode
from cleaning.page.document_files import is_file
from cleaning.report import Page
from crawler.clock import now
from crawler.context import Context
from crawler.follow import follow, outcome_of
from crawler.items import FetchedPage, Listing, ListingPage, ListingRow, PageRequest
from crawler.middlewares import browser
from crawler.outcome import Outcome, bare_host
from crawler.platforms import platforms
from crawler.portals import Portal, choose, load_all
from crawler.schedule import next_due
from crawler.spiders.pages import content_type, fetched, kept_page, validators, validators_of
from crawler.spiders.walk import Walk, judge, judge_row, service, stranger
from crawler.store.ledger import DueReport, PendingRow, WatchedColumn

MOST_WAITING: Final = 5_000  # requests held in memory before further portals are begun: some hundred hosts at work


class ReportsSpider(Spider):
    """Crawls the portals named in ``portals`` (comma-separated names, all by default).

    ``full=1`` reads every listing page; ``insist=1`` looks also at columns that are not due and at hosts that
    are being left alone.
    """

    name = "reports"
    context: Context

    def __init__(
        self, portals: str | Sequence[Portal] = "", full: str | bool = "", insist: str | bool = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        if isinstance(portals, str):
            portals = choose([name for name in portals.split(",") if name], load_all())
        self.portals = list(portals)
        self.full = str(full).lower() in ("1", "true", "yes")
        self.insist = self.full or str(insist).lower() in ("1", "true", "yes")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        browser.prepare(crawler, spider.portals)
        part_of = crawler.settings.get("RUN", ""), crawler.settings.get("JOB", "")
        spider.context = Context(crawler.settings["OUTPUT"], " ".join(sys.argv[1:])[:500], *part_of)
        return spider

    def closed(self, reason: str) -> None:
        """Close the run: 0 if everything could be looked at, 3 if some of it could not, 1 if it was cut short or
        the program failed somewhere: Scrapy logs such a failure as an error and goes on."""
        assert self.crawler.stats is not None
        failed = reason != "finished" or self.crawler.stats.get_value("log_count/ERROR", 0)
        self.context.close(1 if failed else 3 if self.context.trouble else 0)

    async def start(self) -> AsyncIterator[Request]:
        for portal in self.portals:
            while self._waiting() > MOST_WAITING:
                await asyncio.sleep(1)
            self.context.ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
            for column in self.context.ledger.due_columns(portal.name, insist=self.insist):
                yield self.ask_column(portal, column)
            for row in self.context.ledger.pending_rows(portal.name, insist=self.insist):
                yield self.ask_row(portal, row)
            for report in self.context.ledger.due_reports(portal.name):
                yield self.ask_again(portal, report)

    def _waiting(self) -> int:
        """How many requests wait in the scheduler."""
        assert self.crawler.stats is not None
        queued, taken = (self.crawler.stats.get_value(f"scheduler/{what}", 0) for what in ("enqueued", "dequeued"))
        return int(queued - taken)

    def _request(
        self, portal: Portal, url: str, callback: Any, errback: Any, known: dict[str, Any], **kwargs: Any
    ) -> Request:
        meta: dict[str, Any] = {
            "portal": portal.name,
            "allowed_hosts": portal.allowed_hosts,
            "handle_httpstatus_all": True,
        }
        if is_file(url):
            meta |= {"download_maxsize": self.settings.getint("FILE_BYTES")}
            meta |= {"download_timeout": self.settings.getfloat("FILE_TIMEOUT")}
        elif kwargs.get("method", "GET") == "GET":
            meta |= browser.meta(portal)
        return Request(url, callback=callback, errback=errback, cb_kwargs=known, meta=meta, dont_filter=True, **kwargs)

    def ask_column(self, portal: Portal, column: WatchedColumn) -> Request:
        """The first page of a column, conditionally if its last walk came to an end."""
        source = next((item for item in portal.columns if item.url == column.url), portal.columns[0])
        platform = platforms()[source.platform or portal.platform]
        params = {**portal.params, **source.params}
        walk = Walk(portal, column, platform, params)
        wanted = platform.first(column.url, params)
        trusted = column.walked and not self.full and portal.render == "plain"  # a shell stays, its rows change
        return self.ask_page(walk, wanted, column.etag if trusted else None, column.last_modified if trusted else None)

    def ask_page(
        self, walk: Walk, wanted: PageRequest, etag: str | None = None, last_modified: str | None = None
    ) -> Request:
        """One page of a listing."""
        headers = {**wanted.headers, **validators(etag, last_modified)}
        walk.asked.add((wanted.url, wanted.body))
        known = {"walk": walk, "wanted": wanted}
        return self._request(
            walk.portal,
            wanted.url,
            self.parse_listing,
            self.listing_failed,
            known,
            method=wanted.method,
            body=wanted.body,
            headers=headers,
            priority=10,
        )

    def ask_row(self, portal: Portal, row: PendingRow) -> Request:
        """The page behind a listing row, which may be the report's file itself."""
        known = {"portal": portal, "row": row}
        return self._request(portal, row.url, self.parse_row, self.row_failed, known)

    def ask_again(self, portal: Portal, report: DueReport) -> Request:
        """A known report, conditionally."""
        headers = validators(report.etag, report.last_modified) if portal.render == "plain" else {}
        known = {"portal": portal, "report": report}
        return self._request(portal, report.url, self.parse_again, self.again_failed, known, headers=headers)

    def parse_listing(self, response: Response, walk: Walk, wanted: PageRequest) -> Iterator[Request]:
        assert response.request is not None
        outcome = outcome_of(response, walk.portal.home)
        if outcome.name == "moved":
            followed = follow(response.request, outcome)
            if isinstance(followed, Request):
                self._note_listing(response, walk, outcome)
                yield followed
                return
            outcome = followed
        if outcome.name in ("gone", "soft_404") and walk.number > 1:
            self._note_listing(response, walk, outcome)
            self._end_walk(walk)
            return
        if outcome.name in ("gone", "soft_404"):
            outcome = Outcome("listing_gone", f"{outcome.reason}; the column may have moved")
        if outcome.name != "ok":
            self._give_up(response, walk, outcome)
            return
        text = decode(response.body, content_type(response)).text
        if mismatch := stranger(text, walk.portal):
            self._give_up(response, walk, mismatch)
            return
        listing = walk.platform.read(ListingPage(response.url, text, walk.params, wanted))
        elsewhere = service(listing)
        if elsewhere and (elsewhere.url, elsewhere.body) not in walk.asked:
            self._note_listing(response, walk, Outcome("unchanged", "a shell; its rows come from a service"))
            yield self.ask_page(walk, elsewhere)
            return
        outcome = judge(listing, walk, shrunk_is_fine=self.full)
        if outcome.name != "ok":
            self._give_up(response, walk, outcome)
            return
        with self.context.db.atomic():
            wanted_next = list(self._take(response, walk, listing))
        yield from wanted_next

    def _take(self, response: Response, walk: Walk, listing: Listing) -> Iterator[Request]:
        """Remember what a good listing page shows and go on as far as there is something unknown.

        The column stays due until its walk has ended, so that the next run goes on where this one was cut short.
        """
        ledger, column = self.context.ledger, walk.column
        unknown = ledger.unknown(listing.rows)
        if unknown:
            from cleaning.body.learn import learn  # heavy, and most nights bring nothing unknown

            page = Page(response.body, url=response.url, content_type=content_type(response))
            self.context.boilerplate.remember(column.portal, response.url, learn(page))
        if walk.number == 1:
            walk.first_rows = listing.rows
            walk.etag, walk.last_modified = validators_of(response)
        go_on = listing.next is not None and (bool(unknown) or not column.walked or self.full)
        repeated = listing.next is not None and (listing.next.url, listing.next.body) in walk.asked
        repeated = repeated or (walk.number > 1 and listing.rows == walk.last_rows)  # a server deaf to page numbers
        walk.last_rows = listing.rows
        bounded = walk.number >= walk.portal.max_pages
        if go_on and walk.number == 1:
            ledger.begin_walk(column.id)
        outcome = Outcome("changed", f"{len(unknown)} new rows") if unknown else Outcome("unchanged")
        walk.outcome = outcome if walk.number == 1 else walk.outcome
        self._note_listing(response, walk, outcome)
        yield from self._take_rows(walk, unknown)
        for child in listing.children if walk.number == 1 and column.parent is None else ():
            if bare_host(child.url) in walk.portal.allowed_hosts and ledger.enter_column(
                column.portal, child.url, child.name, column.id
            ):
                yield self.ask_column(walk.portal, ledger.column(child.url))
        if go_on and not repeated and not bounded:
            assert listing.next is not None
            walk.number += 1
            yield self.ask_page(walk, listing.next)
        else:
            self._end_walk(walk)

    def _end_walk(self, walk: Walk) -> None:
        with self.context.db.atomic():
            self.context.ledger.end_walk(walk.column.id, walk.first_rows, walk.etag, walk.last_modified)
            self._note_column(walk, walk.outcome)

    def _take_rows(self, walk: Walk, rows: list[ListingRow]) -> Iterator[Request]:
        decided = [(row, *judge_row(row, walk)) for row in rows]
        self.context.ledger.remember_rows(walk.column, decided)
        wanted = {row.url for row, state, _, _ in decided if state == "pending"}
        for pending in self.context.ledger.pending_rows(walk.portal.name, insist=True) if wanted else ():
            if pending.url in wanted:
                yield self.ask_row(walk.portal, pending)

    def _note_listing(self, response: Response, walk: Walk, outcome: Outcome) -> None:
        assert response.request is not None
        self.context.note(response.request, outcome, response, "listing", walk.column.id)

    def _give_up(self, response: Response, walk: Walk, outcome: Outcome) -> None:
        """A page that ends the walk: the server says that nothing has changed, or it cannot be read."""
        with self.context.db.atomic():
            self._note_listing(response, walk, outcome)
            self._note_column(walk, outcome)

    def _note_column(self, walk: Walk, outcome: Outcome) -> None:
        due = next_due(now(), walk.portal.every, walk.column.url)
        self.context.ledger.note_column_look(walk.column.id, outcome, due)

    def listing_failed(self, failure: Any) -> None:
        walk: Walk = failure.request.cb_kwargs["walk"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, "listing", walk.column.id)
        self._note_column(walk, outcome)

    def parse_row(self, response: Response, portal: Portal, row: PendingRow) -> Iterator[Request | FetchedPage]:
        assert response.request is not None
        outcome = outcome_of(response, portal.home)
        if outcome.name == "moved":
            followed = follow(response.request, outcome)
            outcome = outcome if isinstance(followed, Request) else followed
            if isinstance(followed, Request):
                yield followed
        if outcome.name == "ok":
            page = fetched(response, portal, row.url)
            yield replace(
                page,
                row_title=row.title,
                row_date=row.date,
                row_issuer=row.issuer,
                column_id=row.column_id,
                column_name=row.column_name,
            )
            return
        self.context.note(response.request, outcome, response, "report", row.column_id)
        if outcome.looked:
            self.context.ledger.count_try(row.url)

    def row_failed(self, failure: Any) -> None:
        row: PendingRow = failure.request.cb_kwargs["row"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, "report", row.column_id)
        if outcome.name == "robots_denied":
            self.context.ledger.decide_row(row.url, "robots_denied", "unknown", outcome.reason)

    def parse_again(self, response: Response, portal: Portal, report: DueReport) -> Iterator[Request | FetchedPage]:
        assert response.request is not None
        outcome = outcome_of(response, portal.home)
        if outcome.name == "moved":
            followed = follow(response.request, outcome)
            if isinstance(followed, Request):
                yield followed
            else:
                outcome = followed
        if outcome.name == "ok":
            yield replace(fetched(response, portal, report.url), report_id=report.id, row_title=report.title)
            return
        if outcome.name == "unchanged_304" and (page := kept_page(self.context, response, portal, report)):
            yield page
            return
        self.context.note(response.request, outcome, response, "report")
        if outcome.name == "unchanged_304":
            self.context.reports.still_there(report.id)
        elif outcome.name in ("gone", "soft_404"):
            self.context.reports.missing(report.id)
        elif outcome.name != "moved":
            self.context.reports.look_later(report.id)

    def again_failed(self, failure: Any) -> None:
        report: DueReport = failure.request.cb_kwargs["report"]
        self.context.note(failure.request, self.context.outcome_of(failure.value), None, "report")
        self.context.reports.look_later(report.id)
