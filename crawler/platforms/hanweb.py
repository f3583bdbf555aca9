"""Hanweb (大汉) JCMS: the first page ships a group of records as XML in a script, further groups come from a proxy.

Seen: fzggw.jiangsu.gov.cn (data island, ``jpage({totalRecord:138,perPage:10,groupSize:3,…})``, a second unit for
phones with the same records, a search function with a wrong ``totalRecord``), gxt.jiangsu.gov.cn (the proxy's
answers), sthjt.jiangsu.gov.cn (record windows), sthjt.zj.gov.cn (``/module/xxgk/search.jsp``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.following import following
from crawler.platforms.listing.islands import Unit, datastore, islands, records, units
from crawler.platforms.listing.rows import Found, rows_of_fragment

NAME: Final = "hanweb"
PARAMS: Final[Mapping[str, str]] = {
    "unit": "number of the list unit on the page; by default the one with most records",
    "infotypeId": "category of the disclosure catalogue; asks /module/xxgk/search.jsp instead of the page",
    "divid": "that module's block, such as div1",
    "jdid": "that module's site number",
    "area": "that module's organisation code",
}
_FORM: Final = re.compile(r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_\d+\.html|/art/\d{4}/art_(?:\d+_\d+|[0-9a-f]{32})\.html")
_PROXY: Final = "/module/web/jpage/dataproxy.jsp"
_XXGK: Final = "/module/xxgk/search.jsp"
MAX_RECORDS: Final = 100_000


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address, or the disclosure catalogue's search where ``infotypeId`` is given."""
    if not params.get("infotypeId"):
        return PageRequest(url)
    wanted = {name: params.get(name, "") for name in ("divid", "infotypeId", "jdid", "area")}
    rest = {
        "unit": "",
        "keyWord": "",
        "sortfield": "compaltedate:0",
        "currpage": 1,
        "requestUrl": url,
        "standardXxgk": 1,
    }
    return service_requests.post(absolute(url, _XXGK), wanted | rest, absolute(url, "/module/xxgk/tree.jsp"))


def read(page: ListingPage) -> Listing:
    """Rows of a data island, of a proxy's answer, of the catalogue's search or of a plain page."""
    if datastore(page.text):
        return _read_answer(page)
    found = islands(page.text)
    if found:
        return _read_island(page, found)
    return _read_plain(page)


def _read_island(page: ListingPage, found: dict[str, str]) -> Listing:
    """The first page: records of one unit, the other units only repeat them for other screens."""
    dom, _ = static_page.parsed(page, _FORM)
    known = units(page.text, page.url, _PROXY)
    wanted = str(page.params.get("unit") or "")
    sizes = {name: (known[name].total if name in known else 0, -at) for at, name in enumerate(found)}
    name = wanted if wanted in found else max(found, key=lambda unit: sizes[unit])
    rows = _rows(records(found[name]), page)
    unit = known.get(name)
    window = unit.per_page * unit.group if unit else 0
    further = None
    if unit and rows.rows and unit.total > window > 0:
        further = service_requests.of_shell(page, _window(unit, window + 1, min(2 * window, unit.total), page.url))
    return Listing(
        rows=rows.rows,
        next=further,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_total=unit.total if unit else None,
        stated_pages=-(-unit.total // unit.per_page) if unit and unit.per_page else None,
    )


def _window(unit: Unit, start: int, end: int, referer: str) -> PageRequest:
    """A window of whole groups, the last one cut at the total."""
    url = f"{unit.proxy}?startrecord={start}&endrecord={end}&perpage={unit.per_page}"
    return service_requests.post(url, unit.fields, referer)


def _read_answer(page: ListingPage) -> Listing:
    """The proxy's XML. Servers that obey ``page`` and not the window say so in the request's own fields."""
    request = service_requests.asked(page)
    rows = _rows(records(page.text), page)
    total, pages = (_stated(page.text, tag) for tag in ("totalrecord", "totalpage"))
    start, end = (service_requests.number(request, name) for name in ("startrecord", "endrecord"))
    further = None
    if rows.rows and start and end and end >= start and total and end < min(total, MAX_RECORDS):
        step = end - start + 1
        further = service_requests.changed(request, startrecord=end + 1, endrecord=min(end + step, total))
    elif rows.rows and not start and (current := service_requests.number(request, "page", "pageNum")) and pages:
        name = "page" if service_requests.number(request, "page") else "pageNum"
        further = service_requests.changed(request, **{name: current + 1}) if current < pages else None
    return Listing(rows=rows.rows, next=further, stated_total=total, stated_pages=pages)


def _stated(text: str, tag: str) -> int | None:
    found = re.search(rf"<{tag}>\s*(\d{{1,9}})\s*</{tag}>", text, re.I)
    return int(found[1]) if found else None


def _rows(fragments: list[str], page: ListingPage) -> Found:
    return rows_of_fragment(f"<ul>{''.join(fragments)}</ul>", page.url, _FORM)


def _read_plain(page: ListingPage) -> Listing:
    """Rows in the page itself: ``?uid=…&pageNum=…`` and the catalogue's search, which count pages in the request."""
    dom, found = static_page.parsed(page, _FORM)
    request = service_requests.asked(page)
    stated = pager.stated(dom)
    total, pages = stated.rows, stated.pages
    name = next((name for name in ("currpage", "pageNum") if service_requests.number(request, name)), "")
    current = service_requests.number(request, name) or 1
    further = None
    if name and pages and current < pages:
        further = service_requests.changed(request, **{name: current + 1})
    elif (not pages or (not name and pages > 1)) and (url := following(dom, page.url)):
        further = PageRequest(url)
    return Listing(
        rows=found.rows,
        next=further if found.rows else None,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_total=total,
        stated_pages=pages,
        problem="" if found.rows else static_page.problem(page, dom, _FORM, bool(total == 0)),
    )


def detect(page: ListingPage) -> dict[str, Any] | None:
    """JCMS by its data island, its pager's script or its ``art_<column>_<id>`` addresses."""
    listing = read(page)
    evidence = []
    if known := units(page.text, page.url, _PROXY):
        evidence.append(f"jpage units {', '.join(known)} on the page")
    if datastore(page.text):
        evidence.append("an answer of the record proxy")
    formed = [row.url for row in listing.rows if _FORM.search(row.url)]
    if len(formed) >= 2:
        evidence.append(f"{len(formed)} rows with addresses such as {formed[0]}")
    return {"evidence": evidence} if evidence and listing.rows else None
