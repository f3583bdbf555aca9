"""Anhui's common platform ("label" system): lists are fragments of ``/site/label/8888?labelName=publicInfoList``.

Seen: hbxs.gov.cn (``/zwgk/public/<organId>/<id>.html``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
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
    if not (params.get("siteId") and (params.get("catId") or params.get("organId"))):
        return PageRequest(url)
    return _fragment(url, params)


def _fragment(url: str, params: Mapping[str, Any]) -> PageRequest:
    fields = {
        "labelName": "publicInfoList",
        "siteId": params.get("siteId", ""),
        "organId": params.get("organId", ""),
        "catId": params.get("catId", ""),
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
    stated = pager.stated(dom)
    pages = stated.pages
    if pages is None and (told := _TOTAL.search(page.text)):
        pages = int(told[1])
    if not found.rows and not number and (config := parameters(page)):
        return Listing(
            next=service_requests.of_shell(page, _fragment(page.url, config)),
            name=static_page.name_of(dom),
            problem="js_shell",
        )
    empty = bool(number) and len(page.text) < 20_000 and "<html" not in page.text[:2000].lower()
    return Listing(
        rows=found.rows,
        next=_further(page, dom, len(found.rows), pages) if found.rows else None,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_total=stated.rows,
        stated_pages=pages,
        problem="" if found.rows or empty else static_page.problem(page, dom, _FORM, pages is not None),
    )


def _further(page: ListingPage, dom: Dom, rows: int, pages: int | None) -> PageRequest | None:
    """The next fragment, or the page a plain pager leads to, None where nothing says that the list goes on."""
    request = service_requests.asked(page)
    if number := service_requests.number(request, "pageIndex"):
        size = service_requests.number(request, "pageSize") or 15
        more = number < pages if pages is not None else rows >= size
        return service_requests.changed(request, pageIndex=number + 1) if more and number < MAX_PAGE else None
    if url := following(dom, page.url):
        return PageRequest(url)
    if (pages or 0) > 1 and (config := parameters(page)):
        return service_requests.changed(_fragment(page.url, config), pageIndex=2)
    return None


def parameters(page: ListingPage) -> dict[str, str]:
    """The list's numbers, from the label address in the page's scripts or from the page's own address."""
    found: dict[str, str] = {}
    label = _LABEL.search(page.text)
    sources = [label[1].replace("&amp;", "&")] if label else []
    try:
        sources.append(urlsplit(page.url).query)
    except ValueError:
        return {}
    for source in sources:
        for name, value in parse_qsl(source)[:50]:
            if name in PARAMS and value:
                found.setdefault(name, value)
    if "labelName" in page.text or label:
        for name, value in _NAMED.findall(page.text[:500_000]):
            found.setdefault(name, value)
    return found if found.get("siteId") and (found.get("catId") or found.get("organId")) else {}


def detect(page: ListingPage) -> dict[str, Any] | None:
    """The label system by its list address or its ``/public/<organisation>/<id>.html`` addresses."""
    _, found = static_page.parsed(page, _FORM)
    config = parameters(page) if "/site/label/" in page.text or "labelName" in page.text else {}
    evidence = []
    if config:
        evidence.append(f"list label with {', '.join(f'{name}={value}' for name, value in sorted(config.items()))}")
    if found.formed >= 2:
        evidence.append(f"{found.formed} rows with addresses such as {found.rows[0].url}")
    return {**config, "evidence": evidence} if evidence and (found.rows or config) else None
