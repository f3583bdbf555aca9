"""A list service's answer in JSON, whoever gives it: its entries, and the request for the next page of them."""

from __future__ import annotations

from typing import Final

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import feeds, service_requests
from crawler.platforms.listing.rows import rows_of_fragment

MAX_PAGE: Final = 5000


def read(page: ListingPage, first_page: int = 1) -> Listing:
    """The longest list of entries with address and title in a JSON answer, and its next page.

    That is the same request with its page number one higher, while the answer's count of pages or rows says that
    there is more. Without a page number in the request nothing is guessed. ``first_page`` is the number the service
    gives to its first page.
    """
    data = feeds.load(page.text)
    rows = max((feeds.rows(items, page.url) for items in feeds.lists(data)), key=len, default=())
    if not rows:
        rows = rows_of_fragment("\n".join(feeds.fragments(data)), page.url).rows
    total, pages = feeds.total_of(data, len(rows)), feeds.count(data, *feeds.PAGES)
    request = service_requests.asked(page)
    further = _further(request, rows, total, pages, first_page)
    empty = isinstance(data, dict) and total == 0
    problem = "" if rows or empty else "not_a_listing"
    return Listing(rows=rows, next=further, stated_total=total, stated_pages=pages, problem=problem)


def _further(
    request: PageRequest, rows: tuple[ListingRow, ...], total: int | None, pages: int | None, first_page: int
) -> PageRequest | None:
    """The request for the page after one with these rows, None on the last page and where none is counted."""
    start = service_requests.number(request, *service_requests.OFFSETS)
    if start is not None and rows and total is not None:
        field = next(name for name in service_requests.fields(request) if name.lower() in service_requests.OFFSETS)
        behind = start + service_requests.page_size(request, len(rows))
        return service_requests.changed(request, **{field: behind}) if behind < total else None
    name, number = service_requests.page_field(request)
    if not name or not rows or number >= MAX_PAGE:
        return None
    size = service_requests.page_size(request, len(rows))
    read_so_far = max(number - first_page + 1, 1)
    if pages is not None:
        more = read_so_far < pages
    elif total is not None:
        more = read_so_far * size < total
    else:
        more = False
    return service_requests.changed(request, **{name: number + 1}) if more else None
