"""truecms (some Jiangsu portals): rows as JSONP from ``…/messageController/getMessage.do?startrecord=&endrecord=``.

The service answers only with a Referer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import feeds, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.following import following
from crawler.platforms.listing.rows import rows_of_fragment, unique

NAME: Final = "truecms"
PARAMS: Final[Mapping[str, str]] = {
    "api": "address of getMessage.do with the list's own fields",
    "perPage": "rows per request, 20 by default",
}
_SERVICE: Final = re.compile(r"[\"']([^\"'\s<>]{0,200}messageController/getMessage\.do[^\"'\s<>]{0,600})[\"']")
MAX_RECORDS: Final = 100_000


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The first record window; the page itself while the service's address is not known."""
    return _window(url, str(params["api"]), params) if params.get("api") else PageRequest(url)


def _window(url: str, api: str, params: Mapping[str, Any]) -> PageRequest:
    size = str(params.get("perPage") or 20)
    request = PageRequest(absolute(url, api), headers={"Referer": url})
    return service_requests.changed(request, startrecord=1, endrecord=size if size.isdecimal() else 20)


def read(page: ListingPage) -> Listing:
    """Rows of an answer, of a shell the request for its rows."""
    if feeds.looks_like_json(page.text):
        return _read_answer(page)
    read = static_page.reading(page)
    service = _SERVICE.search(page.text)
    if service and not read.found.dated:
        wanted = _window(page.url, service[1].replace("&amp;", "&"), page.params)
        shell = service_requests.of_shell(page, wanted)
        return Listing(next=shell, name=static_page.name_of(read.dom), problem="js_shell")
    return read.listing(following(read.dom, page.url))


def _read_answer(page: ListingPage) -> Listing:
    data = feeds.load(page.text)
    options = [feeds.rows(items, page.url) for items in feeds.lists(data)]
    rows = max(options, key=len, default=())
    if not rows:
        rows = unique(rows_of_fragment("\n".join(feeds.fragments(data)), page.url).rows)
    total = feeds.count(data, "total", "totalRecord", "totalrecord", "totalCount", "count")
    if not rows and data is None:
        return Listing(problem="not_a_listing")
    request = service_requests.asked(page)
    start, end = (service_requests.number(request, name) for name in ("startrecord", "endrecord"))
    further = None
    if rows and start and end and end >= start and end < MAX_RECORDS:
        step = end - start + 1
        if end < total if total is not None else len(rows) >= step:
            last = min(end + step, total) if total is not None else end + step
            further = service_requests.changed(request, startrecord=end + 1, endrecord=last)
    return Listing(rows=rows, next=further, stated_total=total)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """truecms by the address of its service."""
    service = _SERVICE.search(page.text)
    if not service:
        return None
    api = service[1].replace("&amp;", "&")
    return {"api": absolute(page.url, api), "evidence": [f"service {api}"]}
