"""TRS WCM (拓尔思): ``index.html``, then ``index_1.html`` … from a pager call that counts from 0.

Seen: ndrc.gov.cn (``createPageHTML(9, 0, "index", "html")``), ljxq.cq.gov.cn (``createPage(…)``),
www.jianghan.gov.cn (``.shtml``, rows written by inline script).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import _page, _pager
from crawler.platforms._following import following

NAME: Final = "trs"
PARAMS: Final[Mapping[str, str]] = {}
_FORM: Final = re.compile(r"/t\d{8}_\d+[\w]*\.s?html?|/[PW]0\d{15,}\.\w+")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address is its first page."""
    return PageRequest(url)


def read(page: ListingPage) -> Listing:
    """Rows, the next numbered page and the columns below."""
    dom, found = _page.parsed(page, _FORM)
    call = next((call for call in _pager.calls(dom, page.url) if not call.container), None)
    url = ""
    if found.rows:
        url = _pager.by_call(call, page.url) if call else following(dom, page.url)
    return Listing(
        rows=found.rows,
        next=PageRequest(url) if url else None,
        children=_page.children(page, dom),
        name=_page.name_of(dom),
        total_pages=call.pages if call else None,
        problem="" if found.rows else _page.problem(page, dom, _FORM, call is not None),
    )


def sniff(page: ListingPage) -> dict[str, Any] | None:
    """TRS by its pager call or by two rows with ``t<date>_<id>`` addresses."""
    dom, found = _page.parsed(page, _FORM)
    evidence = []
    call = next((call for call in _pager.calls(dom, page.url) if not call.container), None)
    if call:
        evidence.append(f"pager call with {call.pages} pages, prefix {call.prefix!r}")
    if found.formed >= 2:
        evidence.append(f"{found.formed} rows with addresses such as {found.rows[0].url}")
    return {"evidence": evidence} if evidence and found.rows else None
