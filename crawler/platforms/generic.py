"""Any list of dated links, whatever system drew it.

Rows are the page's main repeating structure. The next page is found by the pager call of the known dialects, by
下一页 or a class that says so, or by the numbered link one higher; numbers must grow, so that a walk ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import _answers, _feeds, _page, _pager
from crawler.platforms._following import following, one_lower

NAME: Final = "generic"
PARAMS: Final[Mapping[str, str]] = {}


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address is its first page."""
    return PageRequest(url)


def read(page: ListingPage) -> Listing:
    """Rows, the next page and the columns below."""
    if _feeds.looks_like_json(page.text):
        return _answers.read(page)
    dom, found = _page.parsed(page, _page.DOCUMENT)
    call = next(_pager.calls(dom, page.url), None)
    stated = _pager.stated(dom)
    url = ""
    if found.rows:
        url = _pager.by_call(call, page.url) if call else following(dom, page.url)
        url = url or one_lower(page.url, stated.current, stated.pages)
    return Listing(
        rows=found.rows,
        next=PageRequest(url) if url else None,
        children=_page.children(page, dom),
        name=_page.name_of(dom),
        total_rows=call.total if call and call.total is not None else stated.rows,
        total_pages=call.pages if call else stated.pages,
        problem="" if found.rows else _page.problem(page, dom, pager=call is not None),
    )


def sniff(page: ListingPage) -> dict[str, Any] | None:
    """A listing of unknown make: at least three rows, most of them dated."""
    if _feeds.looks_like_json(page.text):
        rows = _answers.read(page).rows
        return {"evidence": [f"a JSON answer with {len(rows)} entries"]} if rows else None
    _, found = _page.parsed(page)
    if len(found.rows) < 3 or found.dated * 2 < len(found.rows):
        return None
    return {"evidence": [f"{found.dated} dated rows of {len(found.rows)}, the first {found.rows[0].title!r}"]}
