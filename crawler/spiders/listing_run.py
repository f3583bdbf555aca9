"""Reading one column: what is carried from page to page, and what its pages and rows are judged to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaning.document.rules_version import RULES_VERSION
from crawler.aside import aside, turn
from crawler.clock import BEIJING
from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.outcome import Outcome, bare_host, because
from crawler.platforms import Platform
from crawler.portals import Portal
from crawler.spiders.completeness import NOTHING_READ, Progress
from crawler.store.listing_rows import ColumnReading, ListingRows, Standing
from crawler.store.watched import WatchedColumn
from crawler.urls import PORTS

_SITE_CODES: Final = (
    re.compile(r"<meta[^<>]{0,100}SiteIDCode[\"'\s][^<>]{0,100}?(?<![\w])(bm\d{8}|\d{10})(?!\w)", re.I),
    re.compile(r"\bsitecode\s*=\s*[\"']?(bm\d{8}|\d{10})(?!\w)", re.I),
)
_NUMBER: Final = re.compile(r"\d+")


@dataclass(slots=True)
class ListingRun:
    """Reading one column from its first page on, until a page holds nothing unknown; with ``whole`` to its end.

    ``outcome`` is that of the first page, and the column's own once the run has ended. ``before`` is how far the column
    was read at an earlier fetch. ``known_from_here`` says that reading stopped because the rest is known; ``guessed``
    that the page asked for last is one that may not be there, ``derived`` that the others say how it is asked for, so
    that only rows of its own prove it, ``cut`` that a page of this run did not come whole,
    ``limited`` that the portal file's ``max_pages`` ends it before the list does. ``texts`` are the last two pages.
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
    derived: bool = False
    cut: bool = False
    limited: bool = False
    texts: tuple[str, str] = ("", "")
    progress: Progress = field(default_factory=Progress)
    etag: str | None = None
    last_modified: str | None = None
    outcome: Outcome = field(default_factory=lambda: Outcome("unchanged"))


async def read_long(platform: Platform, page: ListingPage) -> Listing:
    """A long page, read in a process of its own while the run goes on."""
    from crawler.spiders.apart import read_apart  # heavy, and hardly any list is long

    async with turn():
        return await aside(lambda: read_apart(platform.NAME, page))


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
    rows, first = len(listing.rows), run.number == 1
    if first and listing.next is None and 0 < 2 * rows < had and not shrunk_is_fine:
        return because("layout_changed", "rows_lost", rows=rows, had=had, portal=run.portal.name)
    if first and 0 < rows < run.portal.expect.rows:
        return because("layout_changed", "few_rows", rows=rows, wanted=run.portal.expect.rows)
    if rows or (listing.children and not had):
        return Outcome("ok")
    if listing.problem:
        return because("layout_changed", "no_list", platform=run.platform.NAME, problem=listing.problem)
    if not first or (run.column.parent is not None and not had):
        return Outcome("ok")
    return because("listing_empty", "no_rows", had=had)


def replaced(listing: Listing, run: ListingRun, standing: Standing) -> Outcome:
    """``ok``, or that another list stands where the column's was: more than half of the rows that stood on its first
    page are gone, and what came instead was mostly dated before it was last read, when it was not there.

    The home page or the news in a column's place: as long as the list or longer, dated, and none of it the column's.
    """
    had = run.column.row_count or 0
    if 2 * standing.known >= had or standing.since > standing.before:
        return Outcome("ok")
    if not standing.before and listing.next is not None:
        return Outcome("ok")
    return because("layout_changed", "other_rows", rows=standing.known, had=had, portal=run.portal.name)


def last_read_day(column: WatchedColumn) -> str:
    """The day from which on a row is news to a column, two days before it was last answered in full: portals date
    documents a day or two before they show them."""
    if column.last_unconditional is None:
        return ""
    read = datetime.fromisoformat(column.last_unconditional).astimezone(BEIJING)
    return (read.date() - timedelta(days=2)).isoformat()


def judge_row(row: ListingRow, portal: Portal, column: str) -> tuple[str, str, str]:
    """State, kind and reason of a new row of a column, by its name: ``pending`` if its page must be read to know."""
    from cleaning.document.classify import classify, is_candidate  # heavy, and most nights bring no new row

    if bare_host(row.url) not in portal.allowed_hosts:
        return "foreign", "foreign_host", f"{bare_host(row.url)} is not a host of this portal"
    if (port := urlsplit(row.url).port) not in PORTS | portal.ports:
        return "foreign", "foreign_port", f"port {port} is none of this portal's"
    if is_candidate(row.title, column):
        return "pending", "candidate", ""
    verdict = classify(row.title, column)
    return "refused", verdict.kind, verdict.reason


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


def onward(run: ListingRun, listing: Listing, fresh: int, unknown: int) -> PageRequest | None:
    """The next page if it is to be read: something may be unknown there, and it can be asked for, by this page or by
    a pager of one before it that links all pages.

    A page that shows no row which this run had not seen before comes from a server deaf to page numbers, or from one
    that gives its last page for each number behind it.
    """
    progress = run.progress
    progress.asked.setdefault(1, PageRequest(run.column.url))
    further = listing.next or progress.page(run.number + 1)
    if further is None:
        progress.ended = progress.at_end
        return None
    if (further.url, further.body) in run.asked or (run.number > 1 and not fresh):
        progress.ended = not run.derived and (run.guessed or further.guessed or progress.stands_still)
        return None
    grown = (progress.total or 0) - (run.before.stated_total or progress.total or 0)
    if not (unknown or run.whole or not run.column.read_whole or progress.new < grown):
        run.known_from_here = True
        return None
    run.limited = run.number >= run.portal.max_pages
    if run.limited:
        return None
    progress.asked[run.number + 1] = further
    return further


def is_behind_the_end(run: ListingRun) -> bool:
    """Whether a page without rows, behind pages that brought some, is nothing but the frame of the one before it: a
    pager that always leads on leads there in the end, with no row less than before. A notice in the list's place says
    something of its own."""
    if run.number <= 2 or not run.progress.new_at_last or len(run.progress.rows) < (run.before.rows_read or 0):
        return False
    before, shown = map(_shown, run.texts)
    return bool(shown) and shown <= before


def _shown(text: str) -> set[str]:
    """The pieces of text that a page shows, whatever numbers stand in them."""
    tree = LexborHTMLParser(text)
    tree.strip_tags(["script", "style", "noscript", "head"], recursive=True)
    return {_NUMBER.sub("#", piece.strip()) for piece in tree.text(separator="\n").split("\n") if piece.strip()}


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
    if run.limited or (run.known_from_here and run.before.page_limit):
        reach = f"page {run.portal.max_pages} of {run.progress.stated_pages or '?'}"
        return because("partly_read", "page_limit", reach=reach, most=run.portal.max_pages)
    if run.progress.control and not run.known_from_here:
        return because("partly_read", "pager_unread", reach=run.progress.reach, words=run.progress.control)
    if run.known_from_here or not (run.progress.short or not (run.progress.ended or run.guessed)):
        return None
    return because("partly_read", "part_of_list", reach=run.progress.reach)
