"""Hanweb JPAAS: the column page is a shell, the rows come as HTML inside JSON from the publish server.

Seen: fzggw.zj.gov.cn (``unitbuild.js`` with ``queryData``, the real spelling of ``bulidstatic`` included).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import feeds, pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.rows import find_rows

NAME: Final = "jpaas"
PARAMS: Final[Mapping[str, str]] = {
    "webId": "number of the site",
    "pageId": "number of the column (meta ColId)",
    "tplSetId": "the template set's id",
    "tagId": "name of the list unit, such as 信息列表",
    "parseType": "bulidstatic unless the page says otherwise",
    "pageType": "column unless the page says otherwise",
    "editType": "null unless the page says otherwise",
    "unitUrl": "address of the unit service, by default /api-gateway/jpaas-publish-server/front/page/build/unit",
    "pageSize": "rows per page, 15 by default",
}
_FIELDS: Final = ("parseType", "webId", "tplSetId", "pageType", "tagId", "editType", "pageId")
_USUAL: Final = {"parseType": "bulidstatic", "pageType": "column", "editType": "null", "tagId": "信息列表"}
_SERVICE: Final = "/api-gateway/jpaas-publish-server/front/page/build/unit"
_QUERY: Final = re.compile(r"queryData\s*=\s*\"(\{[^\"]{1,2000}\})\"", re.I)
_URL: Final = re.compile(r"<script[^>]{0,400}?\burl\s*=\s*\"([^\"]{1,300}/build/unit[^\"]{0,100})\"", re.I)
_PAIR: Final = re.compile(r"['\"](\w{1,40})['\"]\s*:\s*['\"]([^'\"]{0,200})['\"]")
_FORM: Final = re.compile(r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\w+\.html|/art/\d{4}/art_\w+\.html")
PAGE_SIZE: Final = 15
MAX_PAGE: Final = 2000
MAX_UNITS: Final = 6


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The unit's first page of rows; the shell itself while its parameters are not known."""
    if not (params.get("webId") and params.get("pageId") and params.get("tplSetId")):
        return PageRequest(url)
    return _unit_request(url, params, 1)


def _unit_request(url: str, params: Mapping[str, Any], number: int) -> PageRequest:
    known = {name: params.get(name) or _USUAL.get(name, "") for name in _FIELDS}
    size = str(params.get("pageSize") or PAGE_SIZE)
    rows = int(size) if size.isascii() and size.isdecimal() and len(size) < 4 else PAGE_SIZE
    known["paramJson"] = json.dumps({"pageNo": number, "pageSize": rows}, separators=(",", ":"))
    return service_requests.get(absolute(url, str(params.get("unitUrl") or _SERVICE)), known, url)


def read(page: ListingPage) -> Listing:
    """Rows of a unit's answer; of a shell only where its rows are, as the request for them."""
    if feeds.looks_like_json(page.text):
        return _read_unit(page)
    found = shell(page.text)
    return static_page.reading(page, _FORM).shell_or_listing(_unit_request(page.url, found, 1) if found else None)


def _read_unit(page: ListingPage) -> Listing:
    inner = feeds.within(feeds.load(page.text), "data")
    html = inner.get("html") if isinstance(inner, dict) else inner
    if not isinstance(html, str):
        return Listing(problem="not_a_listing")
    dom = flatten(html, page.url)
    found = find_rows(dom, page.url, _FORM)
    stated = pager.stated(dom)
    total, pages = stated.rows, stated.pages
    total = feeds.count(inner, "total", "totalCount", "count") if total is None else total
    request = service_requests.asked(page)
    number, size = _place(request)
    further = None
    more = service_requests.goes_on(number, size, len(found.rows), total=total or None, pages=pages or None)
    if found.rows and more and number < MAX_PAGE:
        param = json.dumps({"pageNo": number + 1, "pageSize": size}, separators=(",", ":"))
        further = service_requests.changed(request, paramJson=param)
    return Listing(rows=found.rows, next=further, stated_total=total, stated_pages=pages)


def _place(request: PageRequest) -> tuple[int, int]:
    """(page number, rows per page) a unit request asks for."""
    value = feeds.load(service_requests.fields(request).get("paramJson", ""))
    number, size = (feeds.count(value, name) for name in ("pageNo", "pageSize"))
    return number or 1, size or PAGE_SIZE


def shell(text: str) -> dict[str, str]:
    """The parameters of the first unit a shell holds, {} if the page is none."""
    return next(iter(units(text)), {})


def units(text: str) -> list[dict[str, str]]:
    """The parameters of all units of a page: its menu and its place may be drawn by units as well as its rows."""
    found = []
    for query in _QUERY.finditer(text) if "unitbuild" in text else ():
        unit = {name: value for name, value in _PAIR.findall(query[1]) if name in _FIELDS}
        if address := _URL.search(text):
            unit["unitUrl"] = address[1]
        if unit.get("webId") and unit.get("pageId") and unit not in found:
            found.append(unit)
    return found[:MAX_UNITS]


def others(page: ListingPage) -> list[dict[str, str]]:
    """The units of a page beside the one that ``detect`` gives."""
    return units(page.text)[1:]


def detect(page: ListingPage) -> dict[str, Any] | None:
    """JPAAS by the unit its shell builds, all parameters of which it gives, or by an answer of the unit service."""
    if feeds.looks_like_json(page.text):
        rows = [row.url for row in read(page).rows] if _SERVICE in page.url else []
        formed = sum(bool(_FORM.search(url)) for url in rows)
        evidence = (
            ["an answer of the unit service", f"{formed} rows with addresses such as {rows[0]}"] if formed else []
        )
        return {"evidence": evidence} if evidence else None
    found = shell(page.text)
    return {**found, "evidence": [f"unitbuild.js with queryData for column {found['pageId']}"]} if found else None
