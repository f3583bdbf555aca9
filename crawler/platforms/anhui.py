"""Anhui's common platform ("label" system): lists are fragments of ``/site/label/8888?labelName=publicInfoList``.

Seen: hbxs.gov.cn (``/zwgk/public/<organId>/<id>.html``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute, split_url
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import following

NAME: Final = "anhui"
PARAMS: Final[Mapping[str, str]] = {
    "siteId": "number of the site",
    "organId": "number of the organisation",
    "catId": "number of the category",
    "type": "4 by default",
    "pageSize": "rows per page, 15 by default",
    "file": "the fragment's template, /xxgk/publicInfoList_newest2020 by default",
}
_SERVICE: Final = "/site/label/8888"
_TEMPLATE: Final = "/xxgk/publicInfoList_newest2020"
_FORM: Final = re.compile(r"/public/\d+/\d+\.html|/content/article/\d+|/content/detail/\w+\.html")
_LABEL: Final = re.compile(r"/site/label/\d+\?([^\s\"'<>]{10,600})")
_NAMED: Final = re.compile(r"\b(siteId|organId|catId|type|pageSize|file)\b[\"']?\s*[:=]\s*[\"']?([\w/]{1,80})")
_TOTAL: Final = re.compile(r"\b(?:pageCount|totalPages?|data-pages?)\b[\"']?\s*[:=]\s*[\"']?(\d{1,6})")
MAX_PAGE: Final = 5000


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The list's first fragment; the page itself while ``siteId`` and ``catId`` or ``organId`` are not known."""
    return _fragment(url, params) if _names_list(params) else PageRequest(url)


def _names_list(params: Mapping[str, Any]) -> bool:
    return bool(params.get("siteId") and (params.get("catId") or params.get("organId")))


def _fragment(url: str, params: Mapping[str, Any]) -> PageRequest:
    fields = {
        "labelName": "publicInfoList",
        **{name: params.get(name, "") for name in ("siteId", "organId", "catId")},
        "type": params.get("type") or "4",
        "pageIndex": 1,
        "pageSize": params.get("pageSize") or "15",
        "dateFormat": "yyyy-MM-dd",
        "file": params.get("file") or _TEMPLATE,
    }
    return service_requests.get(absolute(url, _SERVICE), fields, url)


def read(page: ListingPage) -> Listing:
    """Rows of a fragment or a page; the next fragment while the list goes on."""
    dom, found = static_page.parsed(page, _FORM)
    number = service_requests.number(service_requests.asked(page), "pageIndex")
    if not found.rows and not number and (config := parameters(page)):
        return static_page.shell(page, dom, _fragment(page.url, config))
    stated = pager.stated(dom)
    pages = _page_count(page.text) if stated.pages is None else stated.pages
    empty = bool(number) and _is_fragment(page.text)
    return Listing(
        rows=found.rows,
        next=_further(page, dom, len(found.rows), pages) if found.rows else None,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_total=stated.rows,
        stated_pages=pages,
        problem="" if found.rows or empty else static_page.problem(page, dom, _FORM, pages is not None),
    )


def _page_count(text: str) -> int | None:
    """The number of pages the list's script or attributes give."""
    found = _TOTAL.search(text)
    return int(found[1]) if found else None


def _is_fragment(text: str) -> bool:
    return len(text) < 20_000 and "<html" not in text[:2000].lower()


def _further(page: ListingPage, dom: Dom, rows: int, pages: int | None) -> PageRequest | None:
    """The next fragment, or the page a plain pager leads to, None where nothing says that the list goes on."""
    request = service_requests.asked(page)
    if number := service_requests.number(request, "pageIndex"):
        size = service_requests.number(request, "pageSize") or 15
        more = number < MAX_PAGE and service_requests.goes_on(number, size, rows, pages=pages)
        return service_requests.changed(request, pageIndex=number + 1) if more else None
    if url := following(dom, page.url):
        return PageRequest(url)
    if (pages or 0) > 1 and (config := parameters(page)):
        return service_requests.changed(_fragment(page.url, config), pageIndex=2)
    return None


def parameters(page: ListingPage) -> dict[str, str]:
    """The list's numbers, from the label address in the page's scripts or from the page's own address."""
    label = _LABEL.search(page.text)
    given = parse_qsl(label[1].replace("&amp;", "&"))[:50] if label else []
    given += parse_qsl(split_url(page.url).query)[:50]
    if label or "labelName" in page.text:
        given += _NAMED.findall(page.text[:500_000])
    found: dict[str, str] = {}
    for name, value in given:
        if name in PARAMS:
            found.setdefault(name, value)
    return found if _names_list(found) else {}


def detect(page: ListingPage) -> dict[str, Any] | None:
    """The label system by its list address or its ``/public/<organisation>/<id>.html`` addresses."""
    _, found = static_page.parsed(page, _FORM)
    config = parameters(page) if "/site/label/" in page.text or "labelName" in page.text else {}
    if not config:
        return static_page.recognised(found, [])
    marks = [f"list label with {', '.join(f'{name}={value}' for name, value in sorted(config.items()))}"]
    return {**config, **(static_page.recognised(found, marks) or {"evidence": marks})}
