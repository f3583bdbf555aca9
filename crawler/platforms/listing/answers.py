"""A list service's answer in JSON, whoever gives it: its entries, and the request for the next page of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import feeds, service_requests
from crawler.platforms.listing.following import split_number
from crawler.platforms.listing.rows import rows_of_fragment

MAX_PAGE: Final = 5000


def read_answer(page: ListingPage, first_page: int = 1) -> Listing:
    """The longest list of entries with address and title in a JSON answer, and its next page.

    That is the same request with its page number one higher, while the answer's count of pages or rows says that
    there is more. Without a page number in the request nothing is guessed. ``first_page`` is the number the service
    gives to its first page.
    """
    data = feeds.load(page.text)
    rows = rows_of(data, page.url, str(page.params.get("row") or ""), str(page.params.get("title") or ""))
    total, pages = feeds.total_of(data, len(rows)), feeds.count(data, *feeds.PAGES)
    further = _further(service_requests.asked(page), len(rows), total, pages, first_page) if rows else None
    further = further or (_next_file(page, data, pages) if rows else None)
    empty = isinstance(data, dict) and total == 0
    problem = "" if rows or empty else "not_a_listing"
    return Listing(rows=rows, next=further, stated_total=total, stated_pages=pages, problem=problem)


def _next_file(page: ListingPage, data: Any, pages: int | None) -> PageRequest | None:
    """The request for the next of the files that pages of a list are, where the answer says that it is the page whose
    number its address ends with, and that there are more."""
    request = service_requests.asked(page)
    found = split_number(request.url)
    if found is None or pages is None or service_requests.page_field(request)[0]:
        return None
    before, number, after = found
    more = feeds.count(data, *service_requests.PAGE_FIELDS) == number < min(pages, MAX_PAGE)
    return replace(request, url=f"{before}{number + 1}{after}") if more else None


def rows_of(data: Any, base: str, template: str = "", title: str = "") -> tuple[ListingRow, ...]:
    """The rows of the longest list of entries in an answer's value, else those of the HTML in it."""
    alike = dict[tuple[str, ...], list[Any]]()  # lists within lists, such as those of years, are one
    for items in feeds.lists(data):
        first = next(item for item in items if isinstance(item, dict))
        alike.setdefault(tuple(first), []).extend(items)
    rows = max((feeds.rows(items, base, template, title) for items in alike.values()), key=len, default=())
    return rows or rows_of_fragment("\n".join(feeds.fragments(data)), base).rows


def _further(
    request: PageRequest, shown: int, total: int | None, pages: int | None, first_page: int
) -> PageRequest | None:
    """The request for the page after one with so many rows, None on the last page and where none is counted."""
    size = service_requests.page_size(request, shown)
    start = service_requests.number(request, *service_requests.OFFSETS)
    if start is not None and total is not None:
        field = next(name for name in service_requests.fields(request) if name.lower() in service_requests.OFFSETS)
        return service_requests.changed(request, **{field: start + size}) if start + size < total else None
    name, number = service_requests.page_field(request)
    read_so_far = max(number - first_page + 1, 1)
    more = name and number < MAX_PAGE and service_requests.goes_on(read_so_far, size, 0, total=total, pages=pages)
    return service_requests.changed(request, **{name: number + 1}) if more else None
