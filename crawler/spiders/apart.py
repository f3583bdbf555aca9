"""A long listing page, read in a process of its own with limits of memory and processor time."""

from __future__ import annotations

from typing import Final

from cleaning.apart import serve, work_apart
from cleaning.page.cost import NO_ANSWER, TooCostly
from crawler.items import Listing, ListingPage
from crawler.platforms import platforms

MOST_ROWS: Final = 5_000  # of one page; honest ones have twenty, services that give all at once some hundred
_RECORDS: Final = {"crawler.items": {"Listing", "ListingRow", "PageRequest", "ChildColumn"}}


def read_apart(platform: str, page: ListingPage) -> Listing:
    """What the platform's reader gives. Raises TooCostly for a page beyond the limits or of too many rows."""
    listing = work_apart("crawler.spiders.apart", (platform, page), _RECORDS)
    if not isinstance(listing, Listing):
        raise TooCostly(NO_ANSWER)
    if len(listing.rows) > MOST_ROWS:
        raise TooCostly(f"the list has {len(listing.rows)} rows on one page, more than the {MOST_ROWS} we take")
    return listing


def _read(order: tuple[str, ListingPage]) -> Listing:
    platform, page = order
    return platforms()[platform].read(page)


if __name__ == "__main__":
    serve(_read)
