"""UCAP (开普云): ``list.shtml``, then ``list_2.shtml``; the prefix is a template's name, pager calls count from 1.

Seen: csrc.gov.cn (``createPageHTML('page_div', 5, 1, 'fg', 'shtml', 89)``), sthjj.ganzhou.gov.cn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import _page, _pager
from crawler.platforms._following import following

NAME: Final = "ucap"
PARAMS: Final[Mapping[str, str]] = {}
_FORM: Final = re.compile(
    r"/[0-9a-f]{32}\.s?html|/c\d{5,}/(?:\d{6}/)?(?:c\d+_)?\d*(?:content)?\.shtml|/c\d+/c\d+/content\.shtml"
)


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address is its first page."""
    return PageRequest(url)


def read(page: ListingPage) -> Listing:
    """Rows, the next numbered page and the columns below."""
    dom, found = _page.parsed(page, _FORM)
    call = next((call for call in _pager.calls(dom, page.url) if call.container), None)
    url = ""
    if found.rows:
        url = _pager.by_call(call, page.url) if call else following(dom, page.url)
    return Listing(
        rows=found.rows,
        next=PageRequest(url) if url else None,
        children=_page.children(page, dom),
        name=_page.name_of(dom),
        total_rows=call.total if call else None,
        total_pages=call.pages if call else None,
        problem="" if found.rows else _page.problem(page, dom, _FORM, call is not None),
    )


def sniff(page: ListingPage) -> dict[str, Any] | None:
    """UCAP by its pager call, its metas or its 32-digit addresses."""
    dom, found = _page.parsed(page, _FORM)
    evidence = []
    call = next((call for call in _pager.calls(dom, page.url) if call.container), None)
    if call:
        evidence.append(f"pager call into {call.container!r} with {call.pages} pages, prefix {call.prefix!r}")
    for name in ("channelid", "template,templategroup,version"):
        if name in dom.metas:
            evidence.append(f"meta {name}")
    if found.formed >= 2:
        evidence.append(f"{found.formed} rows with addresses such as {found.rows[0].url}")
    return {"evidence": evidence} if evidence and found.rows else None
