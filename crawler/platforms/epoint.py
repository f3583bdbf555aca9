"""Epoint (新点) WebBuilder: ``moreinfo.html`` or ``1.html``, then ``2.html``; ``span#index`` counts them as 1/57.

Seen: jxsggzy.cn (``ul.ewb-page-items``, ``ShowAjaxNewPage(…)``), sthjj.xuchang.gov.cn (document addresses).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import _page, _pager
from crawler.platforms._addresses import absolute, page_number
from crawler.platforms._dom import Dom

NAME: Final = "epoint"
PARAMS: Final[Mapping[str, str]] = {}
_FORM: Final = re.compile(r"/\d{8}/[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\.html")
_INDEX: Final = re.compile(r"^\s*(\d{1,6})\s*/\s*(\d{1,6})\s*$")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address is its first page."""
    return PageRequest(url)


def read(page: ListingPage) -> Listing:
    """Rows and the next numbered page."""
    dom, found = _page.parsed(page, _FORM)
    current, pages = _count(dom)
    return Listing(
        rows=found.rows,
        next=_next(page, dom, current, pages) if found.rows else None,
        children=_page.children(page, dom),
        name=_page.name_of(dom),
        total_pages=pages,
        problem="" if found.rows else _page.problem(page, dom, _FORM, pages is not None),
    )


def _count(dom: Dom) -> tuple[int, int | None]:
    """(current page, pages) from the pager's 1/57, pages None where there is none."""
    for element, text in [*dom.texts, *((link.element, "".join(t for _, t in link.pieces)) for link in dom.links)]:
        if "/" in text and (found := _INDEX.match(text)) and 0 < int(found[1]) <= int(found[2]):
            parent = dom.parents[element]
            marks = f"{dom.marks[element]} {dom.marks[parent] if parent >= 0 else ''}"
            if "index" in marks or "page" in marks:
                return int(found[1]), int(found[2])
    return 1, None


def _next(page: ListingPage, dom: Dom, current: int, pages: int | None) -> PageRequest | None:
    if pages is None:
        url = _pager.next_link(dom, page.url)
        return PageRequest(url) if url and _number(url) > _number(page.url) else None
    number = max(current, _number(page.url)) + 1
    return PageRequest(absolute(page.url, f"{number}.html")) if number <= pages else None


def _number(url: str) -> int:
    return page_number(url, r"/(\d+)\.html$") or 1


def sniff(page: ListingPage) -> dict[str, Any] | None:
    """Epoint by its ``ewb-`` classes, its pager or its document addresses."""
    dom, found = _page.parsed(page, _FORM)
    evidence = []
    if any(mark.startswith("ewb-") or " ewb-" in mark for mark in dom.marks):
        evidence.append("elements of class ewb-…")
    if "ShowAjaxNewPage" in page.text or "EpointWebBuilder" in page.text:
        evidence.append("the system's scripts")
    if found.formed >= 2:
        evidence.append(f"{found.formed} rows with addresses such as {found.rows[0].url}")
    return {"evidence": evidence} if evidence and found.rows else None
