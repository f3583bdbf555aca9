"""Which content system drew a page: a guess counts only if that system's reader finds dated rows in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import Platform, platforms
from crawler.platforms.listing import name_reports

# Systems with marks of their own first, those known by little more than their addresses last.
ORDER: Final = (
    "jpaas", "jiangxi", "gkmlpt", "truecms", "hanweb", "anhui", "sasac", "vsb", "epoint", "nfcms", "ucap", "trs",
)  # fmt: skip
GENERIC: Final = "generic"
FEW: Final = 3  # rows


@dataclass(frozen=True, slots=True)
class Guess:
    """A content system with the parameters its reader needs, and where each of that was seen.

    ``service`` is the request that brings the rows of a page that has none itself; until its answer has gone
    through ``confirm`` such a guess is only a hint.
    """

    platform: str
    params: Mapping[str, Any]
    evidence: tuple[str, ...]
    listing: Listing
    service: PageRequest | None = None

    @property
    def proven(self) -> bool:
        """Whether the reader found rows, at least half of them dated.

        Lists without any date exist (csrc.gov.cn's rules): there, two marks of the system stand in for the dates, or
        rows that name reports.
        """
        marked = len(self.evidence) >= 2 and self.platform != GENERIC
        return dated(self.listing) or (len(self.listing.rows) >= FEW and (marked or name_reports(self.listing.rows)))


def dated(listing: Listing) -> bool:
    """True if a listing has rows and at least half of them a date."""
    return 0 < len(listing.rows) <= 2 * sum(bool(row.date) for row in listing.rows)


def detect(page: ListingPage) -> Guess | None:
    """The best guess for a fetched page that should be a listing, None if no reader finds dated rows in it.

    A specific system goes before ``generic``, more evidence before less. A shell is given as a guess with
    ``service`` only if no reader finds rows in the page itself.
    """
    found = list(guesses(page))
    return max(found, key=_rank, default=None)


def _rank(guess: Guess) -> tuple[bool, bool, int, int]:
    place = ORDER.index(guess.platform) if guess.platform in ORDER else len(ORDER)
    return guess.proven, guess.platform != GENERIC, len(guess.evidence), -place


def guesses(page: ListingPage) -> Iterator[Guess]:
    """Every system whose marks the page shows and whose reader can do something with it."""
    for platform in platforms().values():
        hint = platform.detect(page)
        if hint is None:
            continue
        evidence = tuple(str(each)[:300] for each in hint.get("evidence", ()))
        params = {key: value for key, value in hint.items() if key in platform.PARAMS}
        guess = _read(page, platform, params, evidence)
        if guess.proven or guess.service:
            yield guess


def _read(page: ListingPage, platform: Platform, params: Mapping[str, Any], evidence: tuple[str, ...]) -> Guess:
    """What the reader makes of the page; parameters are kept only where the page itself has no rows."""
    listing = platform.read(replace(page, params={}))
    if (plain := Guess(platform.NAME, {}, evidence, listing)).proven:
        return plain
    asked = page.request or PageRequest(page.url)
    service = listing.next if listing.problem == "js_shell" else platform.first(page.url, params)
    if service is not None and (service.url, service.body) in {(asked.url, asked.body), (page.url, "")}:
        service = None
    return Guess(platform.NAME, params, evidence, listing, service)


def each_service(guess: Guess, page: ListingPage) -> Iterator[Guess]:
    """A guess with a service, once for each list that its page may show: only an answer tells which is the column's."""
    yield guess
    platform = platforms()[guess.platform]
    for params in getattr(platform, "others", _none)(page):
        yield replace(guess, params=params, service=platform.first(page.url, params))


def _none(page: ListingPage) -> list[dict[str, Any]]:
    return []


def confirm(guess: Guess, answer: ListingPage) -> Guess | None:
    """The guess with the rows its service answered with, None if that are no dated rows."""
    listing = platforms()[guess.platform].read(replace(answer, params=guess.params, request=guess.service))
    if not dated(listing):
        return None
    name = guess.listing.name or listing.name
    return Guess(guess.platform, guess.params, guess.evidence, replace(listing, name=name))


def read_as(platform: str, page: ListingPage, why: str) -> Guess | None:
    """The page as a listing of a known system, for columns with too few rows to show what drew them."""
    listing = platforms()[platform].read(page)
    return Guess(platform, {}, (why,), listing) if dated(listing) else None
