"""Any list of dated links, whatever system drew it.

Rows are the page's main repeating structure. The next page is found by the pager call of the known dialects, by
下一页 or a class that says so, or by the numbered link one higher; numbers must grow, so that a listing run ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage
from crawler.platforms.listing import answers, feeds, name_reports, pager, service_requests, static_page
from crawler.platforms.listing.following import following, one_lower

NAME: Final = "generic"
PARAMS: Final[Mapping[str, str]] = {}


first: Final = service_requests.own_page


def read(page: ListingPage) -> Listing:
    """Rows, the next page and the columns below."""
    if feeds.looks_like_json(page.text):
        return answers.read_answer(page)
    known = static_page.reading(page, static_page.DOCUMENT)
    if call := next(pager.calls(known.dom, page.url), None):
        return known.listing(pager.by_call(call, page.url), settled=True, total=call.total, pages=call.pages)
    own = following(known.dom, page.url) or one_lower(page.url, known.stated.current, known.stated.pages)
    return known.listing(own)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """A listing of unknown make: at least three rows, most of them dated."""
    if feeds.looks_like_json(page.text):
        rows = answers.read_answer(page).rows
        return {"evidence": [f"a JSON answer with {len(rows)} entries"]} if rows else None
    _, found = static_page.parsed(page)
    if len(found.rows) < 3 or not (found.dated * 2 >= len(found.rows) or name_reports(found.rows)):
        return None
    return {"evidence": [f"{found.dated} dated rows of {len(found.rows)}, the first {found.rows[0].title!r}"]}
