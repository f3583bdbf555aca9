"""A page whose links are named by years alone (2025年度): some lead straight to that year's report, others to a list.

A list is told by its address, that of a folder or of a folder's first page; the portal file names the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.items import ChildColumn, Listing, ListingPage, ListingRow
from crawler.platforms import generic
from crawler.platforms.listing import name_reports
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.row_titles import of_link
from crawler.platforms.listing.service_requests import own_page
from crawler.platforms.listing.static_page import INDEX

NAME: Final = "year_links"
PARAMS: Final[Mapping[str, str]] = {"lists": "addresses of years that are lists, parted by blanks; * is any number"}
YEAR: Final = re.compile(r"[\[【(（〔]?(?:19|20)\d{2}\s*年?\s*度?[\]】)）〕]?")


first: Final = own_page


def read(page: ListingPage) -> Listing:
    """A row for each address that is named by a year, undated, since only the report's own page says its day; the
    years that are lists as columns below; and the reports that the page itself lists, as a year's list does."""
    listing = generic.read(page)
    known = set(str(page.params.get("lists") or "").split())
    links = named(page)
    below = {url for url in links if is_list(url) or {url, form(url)} & known}
    lists = tuple(ChildColumn(url, name) for url, name in links.items() if url in below)
    rows = tuple(ListingRow(url, name) for url, name in links.items() if url not in below)
    if not links:
        return listing
    own = listing.rows if name_reports(listing.rows) else ()
    problem = "" if rows or own or lists else "not_a_listing"
    return replace(listing, rows=(*rows, *own), children=lists, problem=problem, unread=(), next=None)


def named(page: ListingPage) -> dict[str, str]:
    """The addresses that are named by a year, each with that name."""
    dom = flatten(page.text, page.url, page.encoding)
    links = ((link.url, of_link(dom, link)) for link in dom.links if link.url)
    found: dict[str, str] = {}
    for url, name in links:
        if YEAR.fullmatch(name):
            found.setdefault(url, name)
    return found


def is_list(url: str) -> bool:
    """True for the address of a folder or of its first page."""
    return INDEX.sub("", urlsplit(url).path).endswith("/")


def form(url: str) -> str:
    """An address with * for its numbers: what the addresses of other years may look like."""
    return re.sub(r"\d+", "*", url)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """Nothing of itself: columns of single years are linked alike; only what is behind tells (``fazhi add``)."""
    return None
