"""Reading one column: what is carried from page to page, and what a page and its rows are judged to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from cleaning.document.rules_version import RULES_VERSION
from cleaning.page.decode import decode
from cleaning.report import Page
from crawler.clock import now, stamp
from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.judge import CUT, listing_without_rows, of_answer
from crawler.outcome import ABSENT, Outcome, bare_host, because
from crawler.platforms import Platform, platforms
from crawler.portals import Portal
from crawler.schedule import next_due
from crawler.spiders.asking import PortalSpider
from crawler.spiders.completeness import NOTHING_READ, Progress, whole_due
from crawler.spiders.pages import content_type, validators, validators_of
from crawler.store.ledger import PendingRow, WatchedColumn, rows_digest
from crawler.store.listing_rows import ColumnReading, ListingRows, Sorted
from crawler.store.pending import Seen
from crawler.urls import PORTS

_SITE_CODES: Final = (
    re.compile(r"<meta[^<>]{0,100}SiteIDCode[\"'\s][^<>]{0,100}?(?<![\w])(bm\d{8}|\d{10})(?!\w)", re.I),
    re.compile(r"\bsitecode\s*=\s*[\"']?(bm\d{8}|\d{10})(?!\w)", re.I),
)


@dataclass(slots=True)
class ListingRun:
    """Reading one column from its first page on, until a page holds nothing unknown; with ``whole`` to its end.

    ``outcome`` is that of the first page, and the column's own once the run has ended. ``before`` is how far the column
    was read at an earlier look. ``known_from_here`` says that reading stopped because the rest is known; ``guessed``
    that the page asked for last is one that may not be there, ``cut`` that a page of this run did not come whole.
    """

    portal: Portal
    column: WatchedColumn
    platform: Platform
    params: dict[str, Any]
    number: int = 1
    asked: set[tuple[str, str]] = field(default_factory=set)
    first_rows: tuple[ListingRow, ...] = ()
    before: ColumnReading = NOTHING_READ
    whole: bool = False
    known_from_here: bool = False
    guessed: bool = False
    cut: bool = False
    progress: Progress = field(default_factory=Progress)
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
        return because("layout_changed", "rows_lost", rows=len(listing.rows), had=had, portal=run.portal.name)
    wanted = run.portal.expect.rows
    if run.number == 1 and listing.rows and len(listing.rows) < wanted:
        return because("layout_changed", "few_rows", rows=len(listing.rows), wanted=wanted)
    if listing.rows or (listing.children and not had):
        return Outcome("ok")
    if listing.problem:
        return because("layout_changed", "no_list", platform=run.platform.NAME, problem=listing.problem)
    if run.number > 1:
        return Outcome("ok")
    if run.column.parent is not None and not had:
        return Outcome("ok")
    return because("listing_empty", "no_rows", had=had)


def judge_row(row: ListingRow, run: ListingRun) -> tuple[str, str, str]:
    """State, kind and reason of a new row: ``pending`` if its page must be read to know."""
    from cleaning.document.classify import classify, is_candidate  # heavy, and most nights bring no new row

    if bare_host(row.url) not in run.portal.allowed_hosts:
        return "foreign", "foreign_host", f"{bare_host(row.url)} is not a host of this portal"
    if (port := urlsplit(row.url).port) not in PORTS | run.portal.ports:
        return "foreign", "foreign_port", f"port {port} is none of this portal's"
    if is_candidate(row.title, run.column.name):
        return "pending", "candidate", ""
    verdict = classify(row.title, run.column.name)
    return "refused", verdict.kind, verdict.reason


LISTING: Final = "listing"


def judge_again(rows: ListingRows, portal: str) -> None:
    """Judge the refused rows of a portal by today's rules where others refused them."""
    if not (outdated := rows.outdated(portal, RULES_VERSION)):
        return
    from cleaning.document.classify import classify, is_candidate

    decided = []
    for ident, row, column in outdated:
        verdict = classify(row.title, column)
        pending = is_candidate(row.title, column)
        decided.append((ident, ("pending", "candidate", "") if pending else ("refused", verdict.kind, verdict.reason)))
    rows.redecide(decided, RULES_VERSION)


def goes_on(run: ListingRun, listing: Listing, fresh: int, unknown: int) -> bool:
    """True if the next page is to be read: something may be unknown there, and it can be asked for.

    A page that shows no row which this run had not seen before comes from a server deaf to page numbers.
    """
    if listing.next is None:
        run.progress.ended = True
        return False
    if (listing.next.url, listing.next.body) in run.asked or (run.number > 1 and not fresh):
        run.progress.ended = run.guessed or listing.next.guessed
        return False
    grown = (run.progress.total or 0) - (run.before.stated_total or run.progress.total or 0)
    if not (unknown or run.whole or not run.column.read_whole or run.progress.new < grown):
        run.known_from_here = True
        return False
    return run.number < run.portal.max_pages


def _reports_among(titles: list[str], column: str) -> list[str]:
    """Those titles that may be reports'."""
    if not titles:
        return []
    from cleaning.document.classify import is_candidate  # heavy, and most lists have no such rows

    return [title for title in titles if is_candidate(title, column)]


def shortfall(run: ListingRun) -> Outcome | None:
    """``partly_read`` if a page of a column did not come whole, if a column that was not left because the rest is known
    shows less than it states, or rows whose address cannot be read; None if all is read."""
    if run.cut:
        return because("partly_read", "cut_list", reach=run.progress.reach)
    if hidden := _reports_among(run.progress.unread, run.column.name):
        return because("partly_read", "rows_by_script", rows=len(hidden), title=hidden[0])
    if run.known_from_here or not (run.progress.short or not (run.progress.ended or run.guessed)):
        return None
    return because("partly_read", "part_of_list", reach=run.progress.reach)


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
        run = ListingRun(portal, column, platform, params, before=self.context.rows.reading(column.id))
        run.whole = self.full or whole_due(run.before, column.url, now())
        wanted = platform.first(column.url, params)
        trusted = column.conditional and not run.whole and portal.render == "plain"  # a shell stays, its rows change
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
        run.cut = run.cut or CUT in response.flags
        text, encoding, *_ = decode(response.body, content_type(response))
        if mismatch := stranger(text, run.portal):
            self._give_up(response, run, mismatch)
            return
        listing = run.platform.read(ListingPage(response.url, text, run.params, wanted, encoding))
        elsewhere = service(listing)
        if elsewhere and (elsewhere.url, elsewhere.body) not in run.asked:
            self._note_listing(response, run, because("unchanged", "shell"))
            yield self.ask_page(run, elsewhere)
            return
        outcome = self._unproven(response, run, listing) or judge(listing, run, shrunk_is_fine=self.full)
        if outcome.code == "rows_lost" and self._agrees(response, run, listing, outcome):
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
            kind="rows_lost",
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
            headers, body = self.context.snapshots.read(last)
        except (OSError, ValueError, KeyError):
            return False
        wanted, ok = PageRequest(url), Outcome("ok")
        before = Answer(url, ok, wanted, body, headers.get_header("Content-Type") or "")
        return still_the_page(Answer(url, ok, wanted, response.body, content_type(response)), before)

    def _stop_at(self, response: Response, run: ListingRun, outcome: Outcome) -> None:
        """A page that is no listing: where pages were read before it, it is the end of them if it is not there."""
        if outcome.name in ABSENT and run.number > 1:
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
        if known.unknown:
            from cleaning.body.learn import learn  # heavy, and most nights bring nothing unknown

            page = Page(response.body, url=response.url, content_type=content_type(response))
            self.context.boilerplate.remember(column.portal, response.url, learn(page))
        if run.number == 1:
            run.first_rows = listing.rows
            run.etag, run.last_modified = (None, None) if run.cut else validators_of(response)
        keys = [self.context.rows.address(row.url) for row in listing.rows]
        fresh = run.progress.add(keys, listing, len(known.unknown))
        go_on = goes_on(run, listing, fresh, len(known.unknown))
        if go_on and run.number == 1:
            ledger.begin_walk(column.id)
        new = len(known.unknown)
        outcome = because("changed", "new_rows", rows=new) if new else Outcome("unchanged")
        run.outcome = outcome if run.number == 1 else run.outcome
        partly = None if go_on else shortfall(run)
        self._note_listing(response, run, partly or outcome)
        yield from self._take_rows(run, known)
        for child in listing.children if run.number == 1 and column.parent is None else ():
            if bare_host(child.url) in run.portal.allowed_hosts and ledger.enter_column(
                column.portal, child.url, child.name, column.id
            ):
                yield self.ask_column(run.portal, ledger.column(child.url))
        if go_on:
            assert listing.next is not None
            run.number += 1
            run.guessed = listing.next.guessed
            yield self.ask_page(run, listing.next)
        else:
            self._end_run(run, partly)

    def _end_run(self, run: ListingRun, partly: Outcome | None) -> None:
        """Keep how far the column was read; one that was read in part is read to its end again at its next look."""
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
                last = run.before.last_full_read if partly else stamp()
                rows.note_reading(run.column.id, run.progress.reading(last))
            if partly:
                ledger.begin_walk(run.column.id)
            self._note_column(run, partly or run.outcome)

    def _take_rows(self, run: ListingRun, known: Sorted) -> Iterator[Request]:
        decided = [(row, *judge_row(row, run)) for row in known.unknown]
        self.context.ledger.remember_rows(run.column, decided)
        wanted = {row.url for row, state, _, _ in decided if state == "pending"}
        for row in known.retitled:
            wanted |= self.context.rows.retitle(row, judge_row(row, run), RULES_VERSION)
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
        self.context.ledger.note_column_look(run.column.id, outcome, due)

    def listing_failed(self, failure: Any) -> None:
        run: ListingRun = failure.request.cb_kwargs["run"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, LISTING, run.column.id)
        self._note_column(run, outcome)
