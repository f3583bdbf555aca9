"""Jiangxi's common platform (赣服务): the column page is a shell, rows come from ``POST /queryList``.

Seen: sthjt.jiangxi.gov.cn (``loadPageData(params,'380055')``; a document's addresses are JSON inside JSON).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import feeds, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.rows import unique

NAME: Final = "jiangxi"
PARAMS: Final[Mapping[str, str]] = {
    "webSiteCode": "code of the site, such as jxssthjt",
    "channelCode": "code of the column, such as col42150",
    "unitid": "number of the list unit on the page",
    "perPage": "rows per page, 15 by default",
}
_CALL: Final = re.compile(r"\bloadPageData\s*\(")
_LISTED: Final = re.compile(r"\b(webSiteCode|channelCode)\s*:\s*\[\s*['\"]([\w-]{1,60})['\"]")
_PLAIN: Final = re.compile(r"\b(unitid|perPage)\s*:\s*['\"]?([\w-]{1,40})")
MAX_PAGE: Final = 5000


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's first rows; the shell itself while its codes are not known."""
    if not (params.get("webSiteCode") and params.get("channelCode")):
        return PageRequest(url)
    return _query(url, params)


def _query(url: str, params: Mapping[str, Any]) -> PageRequest:
    fields = {
        "current": 1,
        "unitid": params.get("unitid", ""),
        "webSiteCode": [params["webSiteCode"]],
        "channelCode": [params["channelCode"]],
        "perPage": params.get("perPage") or "15",
    }
    return service_requests.post(absolute(url, "/queryList"), fields, url)


def read(page: ListingPage) -> Listing:
    """Rows of an answer; of a shell the request for its rows."""
    if feeds.looks_like_json(page.text):
        return _read_answer(page)
    config = parameters(page.text)
    return static_page.reading(page).shell_or_listing(_query(page.url, config) if config else None)


def _read_answer(page: ListingPage) -> Listing:
    data = feeds.within(feeds.load(page.text), "data")
    results = feeds.within(data, "results")
    if not isinstance(results, list):
        return Listing(problem="not_a_listing")
    rows = unique(row for item in results if isinstance(item, dict) and (row := _row(item, page.url)))
    request = service_requests.asked(page)
    number = service_requests.number(request, "current") or 1
    size = service_requests.number(request, "perPage") or 15
    total = feeds.count({**data, "results": None}, "total", "totalCount", "count")
    more = rows and number < MAX_PAGE and service_requests.goes_on(number, size, len(results), total=total)
    further = service_requests.changed(request, current=number + 1) if more else None
    return Listing(rows=rows, next=further, stated_total=total)


def _row(item: Mapping[str, Any], base: str) -> ListingRow | None:
    source = item.get("source")
    entry: Mapping[str, Any] = source if isinstance(source, dict) else item
    urls = entry.get("urls")
    inner = feeds.load(urls) if isinstance(urls, str) else urls
    address = feeds.text_of(inner, ("pc", "common", "wap")) if isinstance(inner, dict) else ""
    return feeds.row(entry, base, address)


def parameters(text: str) -> dict[str, str]:
    """The codes of a shell, {} if the page is none."""
    if not _CALL.search(text):
        return {}
    found = dict(_LISTED.findall(text)) | dict(_PLAIN.findall(text))
    return found if {"webSiteCode", "channelCode"} <= found.keys() else {}


def detect(page: ListingPage) -> dict[str, Any] | None:
    """The platform by its ``loadPageData`` call; gives the codes."""
    found = parameters(page.text)
    return (
        {**found, "evidence": [f"loadPageData for {found['channelCode']} of {found['webSiteCode']}"]} if found else None
    )
