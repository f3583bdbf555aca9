"""Epoint (新点) WebBuilder: ``moreinfo.html`` or ``1.html``, then ``2.html``; ``span#index`` counts them as 1/57.

Disclosure lists filled by script take their rows from ``/EWB-FRONT/rest/lightfrontaction/getgovinfolist``.

Seen: jxsggzy.cn (``ul.ewb-page-items``, ``ShowAjaxNewPage(…)``), sthjj.xuchang.gov.cn (document addresses).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import answers, feeds, service_requests, static_page
from crawler.platforms.listing.addresses import absolute, page_number
from crawler.platforms.listing.following import following

NAME: Final = "epoint"
PARAMS: Final[Mapping[str, str]] = {
    "siteGuid": "id of the site; with categorynum its list service is asked instead of the page",
    "categorynum": "number of the category",
    "deptcode": "code of the department, may be left out",
}
_SERVICE: Final = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist"
_NAMED: Final = re.compile(r"\b(siteGuid|categorynum|deptcode)\b[\"']?\s*[:=]\s*[\"']([\w-]{1,60})[\"']", re.I)
_FORM: Final = re.compile(r"/\d{8}/[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\.html")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address, or its list service, which counts from 0."""
    if not (params.get("siteGuid") and params.get("categorynum")):
        return PageRequest(url)
    wanted = {name: params.get(name, "") for name in PARAMS}
    return service_requests.post(absolute(url, _SERVICE), {**wanted, "pageIndex": 0, "pageSize": 20}, url)


def read(page: ListingPage) -> Listing:
    """Rows and the next numbered page, of the page or of the service's answer."""
    if feeds.looks_like_json(page.text):
        return answers.read_answer(page, first_page=0)
    known = static_page.reading(page, _FORM)
    stated = known.stated
    if stated.pages and stated.current:
        number = max(stated.current, page_number(page.url, r"/(\d+)\.html$") or 1) + 1
        return known.listing(absolute(page.url, f"{number}.html") if number <= stated.pages else "", settled=True)
    return known.listing(following(known.dom, page.url))


def detect(page: ListingPage) -> dict[str, Any] | None:
    """Epoint by its ``ewb-`` classes, its pager or its document addresses."""
    dom, found = static_page.parsed(page, _FORM)
    if not found.rows:
        return _named_service(page) if "lightfrontaction/getgovinfolist" in page.text else None
    marks = ["elements of class ewb-…"] if any(re.search("(?:^| )ewb-", mark) for mark in dom.marks) else []
    if "ShowAjaxNewPage" in page.text or "EpointWebBuilder" in page.text:
        marks.append("the system's scripts")
    return static_page.recognised(found, marks)


def _named_service(page: ListingPage) -> dict[str, Any] | None:
    """The parameters of the list service that a page's scripts or its address name."""
    names = {name.lower(): name for name in PARAMS}
    known = {names[name.lower()]: value for name, value in reversed(_NAMED.findall(page.text))}
    asked = service_requests.fields(PageRequest(page.url))
    known |= {names[name.lower()]: value for name, value in asked.items() if name.lower() in names}
    if not {"siteGuid", "categorynum"} <= known.keys():
        return None
    return {**known, "evidence": [f"list service with category {known['categorynum']}"]}
