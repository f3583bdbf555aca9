"""Whether a page is a listing of reports: a report on it is the proof, not the number or the dates of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from cleaning.document.classify import is_candidate
from crawler.clock import BEIJING, now
from crawler.discovery.candidates import Candidate, SeenReport, as_report, stands_here
from crawler.discovery.frontier import TOPICAL, is_year, score
from crawler.discovery.pages import Answer
from crawler.items import Listing, ListingPage, ListingRow
from crawler.platforms import platforms, service
from crawler.platforms.detect import GENERIC, Guess, detect

OLDEST: Final = timedelta(days=800)  # how far back a listing is paged in search of its first report


def guess(answer: Answer, name: str, systems: Sequence[str]) -> Guess | None:
    """The listing a page is: as the system that drew it reads it, else as a reader that finds a report in it.

    ``name`` is the column's; ``systems`` are those that drew other lists of the site.
    """
    guess = detect(answer.page)
    if guess and (guess.service or _reports(guess.listing, name, answer.page.url)):
        return guess
    proven = _by_reports(answer, name, dict.fromkeys((*systems, GENERIC, service.NAME)))
    return proven or (guess if guess and guess.proven else _by_candidates(answer.plain, name))


def _by_candidates(listing: Listing, name: str) -> Guess | None:
    """A column kept for the reports with rows that may be some, though no title says so."""
    if not _topical(name):
        return None
    told = [row for row in listing.rows if not is_year(row.title) and is_candidate(row.title, name)]
    return Guess(GENERIC, {}, (f"{len(told)} rows that may be reports",), listing) if told else None


def _by_reports(answer: Answer, name: str, systems: Iterable[str]) -> Guess | None:
    """The listing as the first of these readers reads it that finds reports in it."""
    page = answer.page
    for platform in systems:
        listing = answer.plain if platform == GENERIC else platforms()[platform].read(page)
        if (count := _reports(listing, name, page.url)) and _holds(listing, count, name, page.url):
            why = f"{count} of {len(listing.rows)} rows {'is a report' if count == 1 else 'are reports'}"
            return Guess(platform, {}, (why,), listing)
    return None


def further(candidate: Candidate, page: ListingPage) -> Guess | None:
    """A further page of a column, read as its first one."""
    guess = candidate.guess
    listing = platforms()[guess.platform].read(replace(page, params=guess.params))
    return replace(guess, listing=listing) if listing.rows else None


def hint(params: Mapping[str, Any], page: ListingPage) -> Guess:
    """A service a page's scripts name, to be confirmed by its answer."""
    wanted = service.of_page(replace(page, params=params))
    return Guess(service.NAME, params, (f"a script asks {wanted.url}",), Listing(), wanted)


def confirm(guess: Guess, answer: ListingPage, name: str) -> Guess | None:
    """The guess with the rows of its service's answer, None if none of them is a report."""
    listing = platforms()[guess.platform].read(replace(answer, params=guess.params, request=guess.service))
    return replace(guess, listing=listing, service=None) if _reports(listing, name) else None


def dated(guess: Guess, answer: ListingPage) -> bool:
    """Whether a service's answer lists documents, which are dated, and not the columns of a menu."""
    listing = platforms()[guess.platform].read(replace(answer, params=guess.params, request=guess.service))
    return any(row.date for row in listing.rows)


def reaches_back(listing: Listing) -> bool:
    """Whether a page of a listing has rows from before the time in which its reports would be."""
    oldest = (now().astimezone(BEIJING) - OLDEST).date().isoformat()
    return any(row.date and row.date < oldest for row in listing.rows)


def telling(candidate: Candidate) -> ListingRow | None:
    """The row of a column that is opened to see whether it is a report, None where no title allows it."""
    return next((row for row in maybe(candidate) if not is_year(row.title)), None)


def maybe(candidate: Candidate) -> list[ListingRow]:
    """The rows of a column that may be reports of its portal by their titles."""
    rows = (row for row in candidate.guess.listing.rows if stands_here(row.url, candidate.url))
    return [row for row in rows if is_candidate(row.title, candidate.name)]


def one_row(report: SeenReport) -> Listing:
    """The listing of a column whose page is a report."""
    return Listing(rows=(ListingRow(report.url, report.title, report.date, report.issuer or ""),))


def _reports(listing: Listing, name: str, column: str = "") -> int:
    rows = (row for row in listing.rows if not column or stands_here(row.url, column))
    return sum(as_report(row, name) is not None for row in rows)


def _topical(name: str, url: str = "") -> bool:
    return score(name, url)[0] >= TOPICAL


def _holds(listing: Listing, count: int, name: str, url: str) -> bool:
    """Whether so many reports make a list their column: one under a fitting name, half of the rows elsewhere."""
    return _topical(name, url) or 2 * count >= len(listing.rows)
