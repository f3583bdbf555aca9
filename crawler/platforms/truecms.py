"""truecms (some Jiangsu portals): rows as JSONP from ``…/messageController/getMessage.do?startrecord=&endrecord=``.

The service answers only with a Referer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import answers, feeds, service_requests, static_page
from crawler.platforms.listing.addresses import absolute

NAME: Final = "truecms"
PARAMS: Final[Mapping[str, str]] = {
    "api": "address of getMessage.do with the list's own fields",
    "perPage": "rows per request, 20 by default",
}
_SERVICE: Final = re.compile(r"[\"']([^\"'\s<>]{0,200}messageController/getMessage\.do[^\"'\s<>]{0,600})[\"']")


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
    service = _SERVICE.search(page.text)
    wanted = _window(page.url, service[1].replace("&amp;", "&"), page.params) if service else None
    return static_page.reading(page).shell_or_listing(wanted)


def _read_answer(page: ListingPage) -> Listing:
    data = feeds.load(page.text)
    if data is None:
        return Listing(problem="not_a_listing")
    rows = answers.rows_of(data, page.url)
    total = feeds.count(data, "total", "totalRecord", "totalrecord", "totalCount", "count")
    further = service_requests.next_window(service_requests.asked(page), total, len(rows)) if rows else None
    return Listing(rows=rows, next=further, stated_total=total)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """truecms by the address of its service."""
    service = _SERVICE.search(page.text)
    if not service:
        return None
    api = service[1].replace("&amp;", "&")
    return {"api": absolute(page.url, api), "evidence": [f"service {api}"]}
