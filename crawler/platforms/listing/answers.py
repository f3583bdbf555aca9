"""A list service's answer in JSON, whoever gives it: its entries, and the request for the next page of them."""

from __future__ import annotations

from typing import Final

from crawler.items import Listing, ListingPage
from crawler.platforms.listing import feeds, service_requests

MAX_PAGE: Final = 5000


def read(page: ListingPage, first_page: int = 1) -> Listing:
    """The longest list of entries with address and title in a JSON answer, and its next page.

    That is the same request with its page number one higher, while the answer's count of pages or rows says that
    there is more. Without a page number in the request nothing is guessed. ``first_page`` is the number the service
    gives to its first page.
    """
    data = feeds.load(page.text)
    rows = max((feeds.rows(items, page.url) for items in feeds.lists(data)), key=len, default=())
    total, pages = (feeds.count(data, *names) for names in (feeds.TOTALS, feeds.PAGES))
    request = service_requests.asked(page)
    further = None
    for name in service_requests.PAGE_FIELDS:
        number = service_requests.number(request, name)
        if number is None or not rows:
            continue
        size = next(
            (each for field in service_requests.SIZE_FIELDS if (each := service_requests.number(request, field))),
            len(rows),
        )
        read_so_far = max(number - first_page + 1, 1)
        more = read_so_far < pages if pages is not None else read_so_far * size < total if total is not None else False
        further = service_requests.changed(request, **{name: number + 1}) if more and number < MAX_PAGE else None
        break
    empty = isinstance(data, dict) and total == 0
    return Listing(
        rows=rows,
        next=further,
        stated_total=total,
        stated_pages=pages,
        problem="" if rows or empty else "not_a_listing",
    )
