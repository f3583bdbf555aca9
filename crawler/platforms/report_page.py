"""A column whose page is the newest report itself: each year the same address shows another text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from cleaning.report import Page
from crawler.items import Listing, ListingPage, ListingRow
from crawler.platforms.listing.service_requests import own_page

NAME: Final = "report_page"
PARAMS: Final[Mapping[str, str]] = {}


first: Final = own_page


def read(page: ListingPage) -> Listing:
    """One row: the page itself under its own title."""
    from cleaning.clean import clean  # heavy, and every start loads all platforms

    report = clean(Page(page.text.encode("utf-8", "replace"), page.url, "text/html; charset=utf-8"))
    if not (report.is_report and report.title):
        return Listing(problem="not_a_listing")
    row = ListingRow(page.url, report.title, report.published or "", report.issuer or "")
    return Listing(rows=(row,))


def detect(page: ListingPage) -> dict[str, Any] | None:
    """Nothing of itself: any report's page looks so; only the menu that leads here can tell (``fazhi add``)."""
    return None
