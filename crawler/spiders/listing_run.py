"""Reading one column: what is carried from page to page, and what a page and its rows are judged to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from scrapy import Request
from scrapy.http import Response

from cleaning.page.decode import decode
from cleaning.report import Page
from crawler.clock import now
from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.judge import listing_without_rows, of_answer
from crawler.outcome import ABSENT, Outcome, bare_host, because
from crawler.platforms import Platform, platforms
from crawler.portals import Portal
from crawler.schedule import next_due
from crawler.spiders.asking import PortalSpider
from crawler.spiders.pages import content_type, validators, validators_of
from crawler.store.ledger import PendingRow, WatchedColumn

_SITE_CODES: Final = (
    re.compile(r"<meta[^<>]{0,100}SiteIDCode[\"'\s][^<>]{0,100}?(?<![\w])(bm\d{8}|\d{10})(?!\w)", re.I),
    re.compile(r"\bsitecode\s*=\s*[\"']?(bm\d{8}|\d{10})(?!\w)", re.I),
)


@dataclass(slots=True)
class ListingRun:
    """Reading one column from its first page on, until a page holds nothing unknown.

    ``outcome`` is that of the first page, and the column's own once the run has ended.
    """

    portal: Portal
    column: WatchedColumn
    platform: Platform
    params: dict[str, Any]
    number: int = 1
    asked: set[tuple[str, str]] = field(default_factory=set)
    first_rows: tuple[ListingRow, ...] = ()
    last_rows: tuple[ListingRow, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    outcome: Outcome = field(default_factory=lambda: Outcome("unchanged"))


def service(listing: Listing) -> PageRequest | None:
    """Where the rows of a page are served that has none itself (Hanweb JPAAS, Jiangxi), None for other pages."""
    return listing.next if listing.problem == "js_shell" and not listing.rows else None


def stranger(text: str, portal: Portal) -> Outcome | None:
    """Why a page is another site's by the code it states (``SiteIDCode`` meta, ``sitecode`` of the error-report
    button), None where it states the portal's own or none: cloned and hijacked portals exist."""
    stated = next((found[1] for form in _SITE_CODES if (found := form.search(text))), None)
    if stated is None or portal.site_id_code in (None, stated):
        return None
    return because("identity_mismatch", "site_code", stated=stated, own=portal.site_id_code or "")


def judge(listing: Listing, run: ListingRun, *, shrunk_is_fine: bool) -> Outcome:
    """``ok``, or what is wrong with a listing page: zero rows where there were rows is an error.

    Only a child column may have none yet: next year's is often opened before its first report.

    A first page that lost more than half of its rows and its pager is another page than before, such as the
    home page served with status 200 (seen on csrc.gov.cn under load).
    """
    had = run.column.row_count or 0
    if run.number == 1 and listing.next is None and 0 < 2 * len(listing.rows) < had and not shrunk_is_fine:
        return Outcome(
            "layout_changed",
            f"the listing shows {len(listing.rows)} rows and had {had}; if that is right, run"
            f" 'fazhi crawl --portal {run.portal.name} --full'",
        )
    wanted = run.portal.expect.rows
    if run.number == 1 and listing.rows and len(listing.rows) < wanted:
        return Outcome(
            "layout_changed", f"the listing shows {len(listing.rows)} rows, the portal file expects {wanted}"
        )
    if listing.rows or (listing.children and not had):
        return Outcome("ok")
    if listing.problem:
        return Outcome("layout_changed", f"{run.platform.NAME} finds no list on the page ({listing.problem})")
    if run.number > 1:
        return Outcome("ok")
    if run.column.parent is not None and not had:
        return Outcome("ok")
    before = f"it had {had} before" if had else "it never had any"
    return Outcome("listing_empty", f"the listing shows no rows; {before}")


def judge_row(row: ListingRow, run: ListingRun) -> tuple[str, str, str]:
    """State, kind and reason of a new row: ``pending`` if its page must be read to know."""
    from cleaning.document.classify import classify, is_candidate  # heavy, and most nights bring no new row

    if bare_host(row.url) not in run.portal.allowed_hosts:
        return "foreign", "foreign_host", f"{bare_host(row.url)} is not a host of this portal"
    if is_candidate(row.title, run.column.name):
        return "pending", "candidate", ""
    verdict = classify(row.title, run.column.name)
    return "refused", verdict.kind, verdict.reason


LISTING: Final = "listing"


class ListingRuns(PortalSpider):
    """Asks for the listing pages of due columns, and for the pages of their new rows."""

    def ask_row(self, portal: Portal, row: PendingRow) -> Request:
        """The page behind a listing row; ``Documents`` knows how."""
        raise NotImplementedError

    def ask_column(self, portal: Portal, column: WatchedColumn) -> Request:
        """The first page of a column, conditionally if its last run came to an end."""
        source = next((item for item in portal.columns if item.url == column.url), portal.columns[0])
        platform = platforms()[source.platform or portal.platform]
        params = {**portal.params, **source.params}
        run = ListingRun(portal, column, platform, params)
        wanted = platform.first(column.url, params)
        trusted = column.conditional and not self.full and portal.render == "plain"  # a shell stays, its rows change
        trusted = trusted and not self.context.hosts.distrusted(bare_host(column.url))
        trusted = trusted and not self.context.pending.waits(column=column.id)
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

    def parse_listing(self, response: Response, run: ListingRun, wanted: PageRequest) -> Iterator[Request]:
        assert response.request is not None
        outcome = of_answer(response, run.portal.home)
        if outcome.name != "ok":
            self._stop_at(response, run, outcome)
            return
        text = decode(response.body, content_type(response)).text
        if mismatch := stranger(text, run.portal):
            self._give_up(response, run, mismatch)
            return
        listing = run.platform.read(ListingPage(response.url, text, run.params, wanted))
        elsewhere = service(listing)
        if elsewhere and (elsewhere.url, elsewhere.body) not in run.asked:
            self._note_listing(response, run, Outcome("unchanged", "a shell; its rows come from a service"))
            yield self.ask_page(run, elsewhere)
            return
        outcome = self._unproven(response, run, listing) or judge(listing, run, shrunk_is_fine=self.full)
        if outcome.name != "ok":
            self._stop_at(response, run, outcome)
            return
        with self.context.db.atomic():
            wanted_next = list(self._take(response, run, listing))
        yield from wanted_next

    def _unproven(self, response: Response, run: ListingRun, listing: Listing) -> Outcome | None:
        """Why a page is no listing although it was answered: status and words count where no row proves the list."""
        rows = listing.rows
        if any(row.date for row in rows) or len(self.context.ledger.unknown(rows)) < len(rows):
            return None
        page = Page(response.body, url=response.url, content_type=content_type(response))
        return listing_without_rows(page, response.status)

    def _stop_at(self, response: Response, run: ListingRun, outcome: Outcome) -> None:
        """A page that is no listing: where pages were read before it, it is the end of them if it is not there."""
        if outcome.name in ABSENT and run.number > 1:
            self._note_listing(response, run, outcome)
            self._end_run(run)
            return
        if outcome.name in ABSENT:
            outcome = because("listing_gone", "column_moved", why=outcome.reason)
        self._give_up(response, run, outcome)

    def _take(self, response: Response, run: ListingRun, listing: Listing) -> Iterator[Request]:
        """Remember what a good listing page shows and go on as far as there is something unknown.

        The column stays due until its run has ended, so that the next run goes on where this one was cut short.
        """
        ledger, column = self.context.ledger, run.column
        unknown = ledger.unknown(listing.rows)
        if unknown:
            from cleaning.body.learn import learn  # heavy, and most nights bring nothing unknown

            page = Page(response.body, url=response.url, content_type=content_type(response))
            self.context.boilerplate.remember(column.portal, response.url, learn(page))
        if run.number == 1:
            run.first_rows = listing.rows
            run.etag, run.last_modified = validators_of(response)
        go_on = listing.next is not None and (bool(unknown) or not column.read_whole or self.full)
        repeated = listing.next is not None and (listing.next.url, listing.next.body) in run.asked
        repeated = repeated or (run.number > 1 and listing.rows == run.last_rows)  # a server deaf to page numbers
        run.last_rows = listing.rows
        bounded = run.number >= run.portal.max_pages
        if go_on and run.number == 1:
            ledger.begin_walk(column.id)
        outcome = Outcome("changed", f"{len(unknown)} new rows") if unknown else Outcome("unchanged")
        run.outcome = outcome if run.number == 1 else run.outcome
        self._note_listing(response, run, outcome)
        yield from self._take_rows(run, unknown)
        for child in listing.children if run.number == 1 and column.parent is None else ():
            if bare_host(child.url) in run.portal.allowed_hosts and ledger.enter_column(
                column.portal, child.url, child.name, column.id
            ):
                yield self.ask_column(run.portal, ledger.column(child.url))
        if go_on and not repeated and not bounded:
            assert listing.next is not None
            run.number += 1
            yield self.ask_page(run, listing.next)
        else:
            self._end_run(run)

    def _end_run(self, run: ListingRun) -> None:
        with self.context.db.atomic():
            self.context.ledger.end_walk(run.column.id, run.first_rows, run.etag, run.last_modified)
            self._note_column(run, run.outcome)

    def _take_rows(self, run: ListingRun, rows: list[ListingRow]) -> Iterator[Request]:
        decided = [(row, *judge_row(row, run)) for row in rows]
        self.context.ledger.remember_rows(run.column, decided)
        wanted = {row.url for row, state, _, _ in decided if state == "pending"}
        for pending in self.context.ledger.pending_among(run.portal.name, wanted):
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
        self.context.ledger.note_column_look(run.column.id, outcome, due)

    def listing_failed(self, failure: Any) -> None:
        run: ListingRun = failure.request.cb_kwargs["run"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, LISTING, run.column.id)
        self._note_column(run, outcome)
