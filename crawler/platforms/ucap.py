"""UCAP (开普云): ``list.shtml``, then ``list_2.shtml``; the prefix is a template's name, pager calls count from 1.

Columns filled by script take their rows from ``/search/<channel>`` as JSON.

Seen: csrc.gov.cn (``createPageHTML('page_div', 5, 1, 'fg', 'shtml', 89)``), sthjj.ganzhou.gov.cn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import answers, feeds, pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import following

NAME: Final = "ucap"
PARAMS: Final[Mapping[str, str]] = {"channel": "id of the column (meta channelid); read its JSON instead of its pages"}
_CHANNEL: Final = re.compile(r"[0-9a-f]{32}")
_FORM: Final = re.compile(
    r"/[0-9a-f]{32}\.s?html|/c\d{5,}/(?:\d{6}/)?(?:c\d+_)?\d*(?:content)?\.shtml|/c\d+/c\d+/content\.shtml"
)


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address, or its JSON where ``channel`` is given."""
    if not params.get("channel"):
        return PageRequest(url)
    fields = {"_isAgg": "true", "_isJson": "true", "_pageSize": 20, "_template": "index", "page": 1}
    return service_requests.get(absolute(url, f"/search/{params['channel']}"), fields, url)


def read(page: ListingPage) -> Listing:
    """Rows, the next numbered page and the columns below; of the JSON its entries."""
    if feeds.looks_like_json(page.text):
        return answers.read_answer(page)
    known = static_page.reading(page, _FORM)
    if call := pager.first_call(known.dom, page.url, named=True):
        return known.listing(pager.by_call(call, page.url), settled=True, total=call.total, pages=call.pages)
    return known.listing(following(known.dom, page.url))


def detect(page: ListingPage) -> dict[str, Any] | None:
    """UCAP by its pager call, its metas or its 32-digit addresses."""
    dom, found = static_page.parsed(page, _FORM)
    call = pager.first_call(dom, page.url, named=True)
    marks = [f"pager call into {call.container!r} with {call.pages} pages, prefix {call.prefix!r}"] if call else []
    marks += [f"meta {name}" for name in ("channelid", "template,templategroup,version") if name in dom.metas]
    channel = dom.metas.get("channelid", "")
    if not found.rows and _CHANNEL.fullmatch(channel) and _is_shell(page, dom):
        return {"channel": channel, "evidence": marks}
    return static_page.recognised(found, marks)


def _is_shell(page: ListingPage, dom: Dom) -> bool:
    """True for a column whose rows are not in its page: a pager's empty place, rows in a comment, a script's frame."""
    if static_page.is_document(page.url, dom):
        return False
    paged = any(mark.split()[:1] == ["page_div"] for mark in dom.marks)
    return paged or static_page.problem(page, dom, _FORM) in ("rows_in_comment", "js_shell")
