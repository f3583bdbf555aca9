"""A page whose links are named by years alone (2025年度), each leading straight to that year's report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, ListingRow
from crawler.platforms.listing import static_page
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.row_titles import of_link
from crawler.platforms.listing.service_requests import own_page

NAME: Final = "year_links"
PARAMS: Final[Mapping[str, str]] = {}
YEAR: Final = re.compile(r"(?:19|20)\d{2}\s*年?\s*度?")


first: Final = own_page


def read(page: ListingPage) -> Listing:
    """A row for each address that is named by a year; undated, since only the report's own page says its day."""
    dom = flatten(page.text, page.url, page.encoding)
    rows = _rows(dom)
    return Listing(rows=rows, name=static_page.name_of(dom), problem="" if rows else "not_a_listing")


def _rows(dom: Dom) -> tuple[ListingRow, ...]:
    named = [(link.url, of_link(dom, link)) for link in dom.links if link.url]
    found: dict[str, ListingRow] = {}
    for url, name in named:
        if YEAR.fullmatch(name):
            found.setdefault(url, ListingRow(url, name))
    return tuple(found.values())


def detect(page: ListingPage) -> dict[str, Any] | None:
    """Nothing of itself: columns of single years are linked alike; only what is behind tells (``fazhi add``)."""
    return None
