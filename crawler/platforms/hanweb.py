"""Hanweb (大汉) JCMS: the first page ships a group of records as XML in a script, further groups come from a proxy.

Seen: fzggw.jiangsu.gov.cn (data island, ``jpage({totalRecord:138,perPage:10,groupSize:3,…})``, a second unit for
phones with the same records, a search function with a wrong ``totalRecord``), gxt.jiangsu.gov.cn (the proxy's
answers), sthjt.jiangsu.gov.cn (record windows), sthjt.zj.gov.cn (``/module/xxgk/search.jsp``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import following
from crawler.platforms.listing.islands import Unit, datastore, islands, nameless_unit, records, units
from crawler.platforms.listing.rows import rows_of_fragment

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


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address, or the disclosure catalogue's search where ``infotypeId`` is given."""
    if not params.get("infotypeId"):
        return PageRequest(url)
    wanted = {name: params.get(name, "") for name in ("divid", "infotypeId", "jdid", "area")}
    rest = {"unit": "", "keyWord": "", "sortfield": "compaltedate:0", "currpage": 1, "requestUrl": url}
    fields = wanted | rest | {"standardXxgk": 1}
    return service_requests.post(absolute(url, _XXGK), fields, absolute(url, "/module/xxgk/tree.jsp"))


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
    totals = {name: known[name].total if name in known else 0 for name in found}
    name = wanted if wanted in found else max(totals, key=totals.__getitem__)
    held = records(found[name])
    rows = _rows(held, page)
    unit = known.get(name) or nameless_unit(page.text, found[name], page.url, _PROXY)
    return Listing(
        rows=rows,
        next=_second_window(unit, page, len(held)) if unit and rows else None,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_total=unit.total if unit else _counted(page.text, found[name], dom, len(held)),
        stated_pages=-(-unit.total // unit.per_page) if unit else None,
    )


def _counted(text: str, island: str, dom: Dom, held: int) -> int | None:
    """The rows in all that a page states without a way to ask for them: by its island, its words or its scripts."""
    said = re.search(r"共\s{0,3}(\d{1,9})\s{0,3}条", text)
    totals = (_stated(island, "totalrecord"), pager.stated(dom).rows, int(said[1]) if said else None)
    return next((total for total in totals if total is not None and total >= held), None)


def _second_window(unit: Unit, page: ListingPage, held: int) -> PageRequest | None:
    """The window behind the records that the page holds, whole groups at most, cut at the total; None if it holds all.

    A page may hold less than the group it names or is taken to have.
    """
    size = unit.per_page * min(unit.group, -(-held // unit.per_page))
    if unit.total <= size:
        return None
    window = f"startrecord={size + 1}&endrecord={min(2 * size, unit.total)}&perpage={unit.per_page}"
    url = f"{unit.proxy}{'&' if '?' in unit.proxy else '?'}{window}"
    return service_requests.of_shell(page, service_requests.post(url, unit.fields, page.url))


def _read_answer(page: ListingPage) -> Listing:
    """The proxy's XML. Servers that obey ``page`` and not the window say so in the request's own fields."""
    request = service_requests.asked(page)
    rows = _rows(records(page.text), page)
    total, pages = (_stated(page.text, tag) for tag in ("totalrecord", "totalpage"))
    if service_requests.number(request, "startrecord"):
        further = service_requests.next_window(request, total)
    else:
        further = _page_after(request, pages, "page", "pageNum")
    return Listing(rows=rows, next=further if rows else None, stated_total=total, stated_pages=pages)


def _page_after(request: PageRequest, pages: int | None, *names: str) -> PageRequest | None:
    """The request with the first of these fields that counts its pages one higher, None behind the last of them."""
    for name in names:
        if current := service_requests.number(request, name):
            return service_requests.changed(request, **{name: current + 1}) if current < (pages or 0) else None
    return None


def _stated(text: str, tag: str) -> int | None:
    found = re.search(rf"<{tag}>\s*(\d{{1,9}})\s*</{tag}>", text, re.I)
    return int(found[1]) if found else None


def _rows(fragments: list[str], page: ListingPage) -> tuple[ListingRow, ...]:
    return rows_of_fragment(f"<ul>{''.join(fragments)}</ul>", page.url, _FORM).rows


def _read_plain(page: ListingPage) -> Listing:
    """Rows in the page itself: ``?uid=…&pageNum=…`` and the catalogue's search, which count pages in the request."""
    dom, found = static_page.parsed(page, _FORM)
    stated = pager.stated(dom)
    return Listing(
        rows=found.rows,
        next=_after_plain(page, dom, stated.pages) if found.rows else None,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_total=stated.rows,
        stated_pages=stated.pages,
        problem="" if found.rows else static_page.problem(page, dom, _FORM, stated.rows == 0),
    )


def _after_plain(page: ListingPage, dom: Dom, pages: int | None) -> PageRequest | None:
    """The next of ``pages``: by the field of the request that counts them, by the page's links where none does."""
    request = service_requests.asked(page)
    if pages and service_requests.number(request, "currpage", "pageNum"):
        return _page_after(request, pages, "currpage", "pageNum")
    url = "" if pages == 1 else following(dom, page.url)
    return PageRequest(url) if url else None


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
