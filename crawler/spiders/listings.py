"""Listing pages: the first ones of due columns, those behind them, and what is kept of each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Final

from scrapy import Request
from scrapy.http import Response

from cleaning.document.rules_version import RULES_VERSION
from cleaning.page.cost import TooCostly, is_long
from cleaning.page.decode import decode
from cleaning.report import Page
from crawler.clock import now, stamp
from crawler.items import Listing, ListingPage, PageRequest
from crawler.judge import CUT, listing_without_rows, of_answer
from crawler.middlewares.transport import stops_short
from crawler.outcome import ABSENT, Outcome, bare_host, because
from crawler.platforms import platforms
from crawler.portals import Portal
from crawler.schedule import next_due
from crawler.spiders.asking import PortalSpider
from crawler.spiders.completeness import whole_due
from crawler.spiders.listing_run import (
    ListingRun,
    is_behind_the_end,
    judge,
    judge_row,
    last_read_day,
    onward,
    read_long,
    replaced,
    service,
    shortfall,
    stranger,
)
from crawler.spiders.pages import content_type, validators, validators_of
from crawler.store.listing_rows import Sorted
from crawler.store.pending import Seen
from crawler.store.watched import PendingRow, WatchedColumn, rows_digest

LISTING: Final = "listing"


class Listings(PortalSpider):
    """Asks for the listing pages of due columns, and for the pages of their new rows."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.asked: dict[int, str | None] = {}  # column -> when it was due as it was last asked for

    def ask_row(self, portal: Portal, row: PendingRow) -> Request:
        """The page behind a listing row; ``Documents`` knows how."""
        raise NotImplementedError

    def ask_column(self, portal: Portal, column: WatchedColumn) -> Request:
        """The first page of a column, conditionally if its last run came to an end."""
        self.asked[column.id] = column.next_fetch
        own = (column.url, column.above)  # a year's column is read as the one above it
        source = next((item for item in portal.columns if item.url in own), portal.columns[0])
        platform = platforms()[source.platform or portal.platform]
        params = {**portal.params, **source.params}
        run = ListingRun(portal, column, platform, params, before=self.context.rows.reading(column.id))
        raised = (run.before.page_limit or portal.max_pages) < portal.max_pages
        run.whole = self.full or raised or whole_due(run.before, column.url, now())
        wanted = platform.first(column.url, params)
        trusted = column.conditional and not run.whole and portal.render == "plain"  # a shell stays, its rows change
        trusted = trusted and not self.context.hosts.distrusted(bare_host(column.url))
        trusted = trusted and not self.context.pending.waits(column=column.id) and not run.before.page_limit
        return self.ask_page(run, wanted, column.etag if trusted else None, column.last_modified if trusted else None)

    def ask_page(
        self, run: ListingRun, wanted: PageRequest, etag: str | None = None, last_modified: str | None = None
    ) -> Request:
        """One page of a listing."""
        headers = {**wanted.headers, **validators(etag, last_modified)}
        run.asked.add((wanted.url, wanted.body))
        known = {"run": run, "wanted": wanted}
        return self._request(
            run.portal,
            LISTING,
            wanted.url,
            self.parse_listing,
            self.listing_failed,
            known,
            run.column.id,
            method=wanted.method,
            body=wanted.body,
            headers=headers,
            priority=10,
        )

    async def parse_listing(self, response: Response, run: ListingRun, wanted: PageRequest) -> AsyncIterator[Request]:
        outcome = of_answer(response, run.portal.home)
        if outcome.name != "ok":
            self._stop_at(response, run, outcome)
            return
        run.cut = run.cut or CUT in response.flags
        text, encoding, *_ = decode(response.body, content_type(response))
        if mismatch := stranger(text, run.portal):
            self._give_up(response, run, mismatch)
            return
        run.texts = (run.texts[-1], text)
        page = ListingPage(response.url, text, run.params, wanted, encoding)
        try:
            listing = await read_long(run.platform, page) if is_long(response.body) else run.platform.read(page)
        except TooCostly as error:
            self._give_up(response, run, because("too_costly", "costly", why=str(error)))
            return
        for request in self._follow(response, run, listing):
            yield request

    def _follow(self, response: Response, run: ListingRun, listing: Listing) -> Iterator[Request]:
        """What to ask for after a page that was read."""
        elsewhere = service(listing)
        if elsewhere and (elsewhere.url, elsewhere.body) not in run.asked:
            self._note_listing(response, run, because("unchanged", "shell"))
            yield self.ask_page(run, elsewhere)
            return
        outcome = self._unproven(response, run, listing) or judge(listing, run, shrunk_is_fine=self.full)
        if outcome.name == "ok" and run.number == 1 and not self.full:
            outcome = self._beside_last(response, run, listing)
        if outcome.code in ("rows_lost", "other_rows") and self._agrees(response, run, listing, outcome):
            outcome = Outcome("ok")
        if outcome.name != "ok" and CUT in response.flags:  # what a part of a page lacks says nothing of the page
            self._give_up(response, run, because("connection_error", "cut"))
            return
        if outcome.name != "ok":
            self._stop_at(response, run, outcome)
            return
        with self.context.db.atomic():
            wanted_next = list(self._take(response, run, listing))
        yield from wanted_next

    def _beside_last(self, response: Response, run: ListingRun, listing: Listing) -> Outcome:
        """``ok``, or what is wrong with a first page beside the rows that stood there before. A page that lacks rows
        and does not come to its end is read in part, however the server counted its bytes."""
        if rows_digest(listing.rows) == run.column.rows_digest:  # as on most nights: nothing is asked of the store
            return Outcome("ok")
        standing = self.context.rows.standing(run.column.id, listing.rows, last_read_day(run.column))
        if standing.known < (run.column.row_count or 0) and stops_short(response.body):
            run.cut = True
        return replaced(listing, run, standing)

    def _unproven(self, response: Response, run: ListingRun, listing: Listing) -> Outcome | None:
        """Why a page is no listing although it was answered: status and words count where no row proves the list."""
        rows = listing.rows
        if any(row.date for row in rows) or len(self.context.ledger.unknown(rows)) < len(rows):
            return None
        page = Page(response.body, url=response.url, content_type=content_type(response))
        return listing_without_rows(page, response.status)

    def _agrees(self, response: Response, run: ListingRun, listing: Listing, outcome: Outcome) -> bool:
        """Whether a list that lost most of its rows looked the same on an earlier day, and is still the column's list.

        The home page in a column's place looks the same on many days, and may show the column's newest rows: what is
        left must be rows that were known, on the page that stood there before.
        """
        assert response.request is not None
        known = len(self.context.ledger.unknown(listing.rows)) < len(listing.rows)
        if not known or not self._still_there(response, run.column.id):
            return False
        change = Seen(
            portal=run.portal.name,
            url=run.column.url,
            kind=outcome.code,
            becomes=rows_digest(listing.rows),
            code=outcome.code,
            column=run.column.id,
            params=outcome.params,
            snapshot=response.request.meta.get("snapshot"),
        )
        return self.context.pending.seen(change) is not None

    def _still_there(self, response: Response, column: int) -> bool:
        """Whether a page is the one that was last read as the column's list at its address; False if none is kept."""
        from crawler.discovery.pages import Answer, still_the_page  # heavy, and few lists shrink

        assert response.request is not None
        url = response.request.url
        last = self.context.rows.last_read(column, url)
        if last is None:
            return False
        try:
            headers, body = self.context.snapshots.read_record(last)
        except (OSError, ValueError, KeyError):
            return False
        wanted, ok = PageRequest(url), Outcome("ok")
        if stops_short(response.body) and not stops_short(body):
            return False
        before = Answer(url, ok, wanted, body, headers.get_header("Content-Type") or "")
        return still_the_page(Answer(url, ok, wanted, response.body, content_type(response)), before)

    def _stop_at(self, response: Response, run: ListingRun, outcome: Outcome) -> None:
        """A page that is no listing: where pages were read before it, it is the end of them if it is not there."""
        run.progress.ended = run.progress.ended or (outcome.code == "no_list" and is_behind_the_end(run))
        if run.number > 1 and (outcome.name in ABSENT or run.progress.ended):
            outcome = Outcome("unchanged") if run.progress.ended else outcome
            partly = shortfall(run)
            self._note_listing(response, run, partly or outcome)
            self._end_run(run, partly)
            return
        if outcome.name in ABSENT:
            outcome = because("listing_gone", "column_moved", why=outcome.reason)
        self._give_up(response, run, outcome)

    def _take(self, response: Response, run: ListingRun, listing: Listing) -> Iterator[Request]:
        """Remember what a good listing page shows and go on as far as there is something unknown.

        The column stays due until its run has ended, so that the next run goes on where this one was cut short.
        """
        ledger, column = self.context.ledger, run.column
        known = self.context.rows.sort(column.id, listing.rows)
        new = len(known.unknown)
        if new:
            from cleaning.body.learn import learn  # heavy, and most nights bring nothing unknown

            page = Page(response.body, url=response.url, content_type=content_type(response))
            self.context.boilerplate.remember(column.portal, response.url, learn(page))
        keys = [self.context.rows.address(row.url) for row in listing.rows]
        fresh = run.progress.add(keys, listing, new)
        further = onward(run, listing, fresh, new)
        outcome = because("changed", "new_rows", rows=new) if new else Outcome("unchanged")
        if run.number == 1:
            run.first_rows, run.outcome = listing.rows, outcome
            run.etag, run.last_modified = (None, None) if run.cut else validators_of(response)
            if further:
                ledger.begin_walk(column.id)
        partly = None if further else shortfall(run)
        self._note_listing(response, run, partly or outcome)
        yield from self._take_rows(run, known)
        yield from self._take_children(run, listing)
        if further:
            run.number += 1
            run.guessed, run.derived = further.guessed, further.derived
            yield self.ask_page(run, further)
        else:
            self._end_run(run, partly)

    def _take_children(self, run: ListingRun, listing: Listing) -> Iterator[Request]:
        """Ask for the columns below a column that the first page of it names."""
        ledger, column = self.context.ledger, run.column
        for child in listing.children if run.number == 1 and column.parent is None else ():
            inside = bare_host(child.url) in run.portal.allowed_hosts
            if inside and ledger.enter_column(column.portal, child.url, child.name, column.id):
                yield self.ask_column(run.portal, ledger.column(child.url))

    def _end_run(self, run: ListingRun, partly: Outcome | None) -> None:
        """Keep how far the column was read; one that was read in part is read to its end again at its next fetch."""
        ledger, rows = self.context.ledger, self.context.rows
        with self.context.db.atomic():
            self.context.pending.settle(column=run.column.id)
            known, stated = (run.column.etag, run.column.last_modified), (run.etag, run.last_modified)
            if any(known) and known == stated and rows_digest(run.first_rows) != run.column.rows_digest:
                self.context.hosts.distrust(bare_host(run.column.url))
            ledger.end_walk(run.column.id, run.first_rows, run.etag, run.last_modified)
            if run.known_from_here:
                rows.note_total(run.column.id, run.progress.total)
            else:
                last = run.before.last_full_read if partly and not run.limited else stamp()
                limit = run.portal.max_pages if run.limited else None
                rows.note_reading(run.column.id, run.progress.reading(last, limit))
            if partly and partly.code != "page_limit":
                ledger.begin_walk(run.column.id)
            self._note_column(run, partly or run.outcome)

    def _take_rows(self, run: ListingRun, known: Sorted) -> Iterator[Request]:
        of_column = run.portal, run.column.name
        decided = [(row, *judge_row(row, *of_column)) for row in known.unknown]
        self.context.ledger.remember_rows(run.column, decided)
        wanted = {row.url for row, state, _, _ in decided if state == "pending"}
        for row in known.retitled:
            wanted |= self.context.rows.retitle(row, judge_row(row, *of_column), RULES_VERSION)
        for pending in self.context.ledger.pending_among(run.portal.name, sorted(wanted)):
            yield self.ask_row(run.portal, pending)

    def _note_listing(self, response: Response, run: ListingRun, outcome: Outcome) -> None:
        assert response.request is not None
        self.context.note(response.request, outcome, response, LISTING, run.column.id)

    def _give_up(self, response: Response, run: ListingRun, outcome: Outcome) -> None:
        """A page that ends the run: the server says that nothing has changed, or it cannot be read."""
        with self.context.db.atomic():
            self._note_listing(response, run, outcome)
            self._note_column(run, outcome)

    def _note_column(self, run: ListingRun, outcome: Outcome) -> None:
        due = next_due(now(), run.portal.every, run.column.url)
        self.context.ledger.note_column_fetch(run.column.id, outcome, due)

    def listing_failed(self, failure: Any) -> None:
        run: ListingRun = failure.request.cb_kwargs["run"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, LISTING, run.column.id)
        self._note_column(run, outcome)
