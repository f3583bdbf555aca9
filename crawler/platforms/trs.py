"""TRS WCM (拓尔思): ``index.html``, then ``index_1.html`` … from a pager call that counts from 0.

Seen: ndrc.gov.cn (``createPageHTML(9, 0, "index", "html")``), ljxq.cq.gov.cn (``createPage(…)``),
www.jianghan.gov.cn (``.shtml``, rows written by inline script), most.gov.cn (the pager is in a script of its own).
Fujian's portals take the rows of some columns from ``/fjdzapp/search`` (seen: sthjt.fujian.gov.cn).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import answers, feeds, pager, service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import following

NAME: Final = "trs"
PARAMS: Final[Mapping[str, str]] = {
    "chnlid": "number of the column in Fujian's search service, which is asked instead of the page",
    "channelid": "number of that service's index, 229105 by default",
}
_SERVICE: Final = "/fjdzapp/search"
_CHNLID: Final = re.compile(r"\bchnlid\b[\"']?\s*[:=]\s*[\"']?(\d{1,12})", re.I)
_CHANNELID: Final = re.compile(r"\bchannelid\b[\"']?\s*[:=]\s*[\"']?(\d{1,12})", re.I)
_SEARCH_ID: Final = re.compile(r"\bsearchId\b[\"']?\s*[:=]\s*[\"']?(\d{1,12})")
_PAGER: Final = re.compile(
    r"(?:^|[\s_-])(?:pages?|pager|pagination|fenye|fanye|page_?(?:list|nav|box|div))(?:$|[\s_-])", re.I
)
_INDEX: Final = re.compile(r"/index(?:_(\d{1,4}))?\.(s?html?)$")
FULL_PAGE: Final = 10  # rows a page has at least where another one follows
_FORM: Final = re.compile(r"/t\d{8}_\d+[\w]*\.s?html?|/[PW]0\d{15,}\.\w+")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address, or Fujian's service where ``chnlid`` is given."""
    if not params.get("chnlid"):
        return PageRequest(url)
    fields = {
        "channelid": params.get("channelid") or "229105",
        "sortfield": "-docorderpri,-docreltime",
        "classsql": f"chnlid={params['chnlid']}",
        "classcol": "publishyear",
        "classnum": 100,
        "page": 1,
        "prepage": 75,
    }
    return service_requests.post(absolute(url, _SERVICE), fields, url)


def read(page: ListingPage) -> Listing:
    """Rows, the next numbered page and the columns below; of a service's answer its entries."""
    if feeds.looks_like_json(page.text):
        return answers.read_answer(page)
    known = static_page.reading(page, _FORM)
    if call := pager.first_call(known.dom, page.url, named=False):
        return known.listing(pager.by_call(call, page.url), settled=True, total=call.total, pages=call.pages)
    listing = known.listing(following(known.dom, page.url))
    shown, total = len(listing.rows), listing.stated_total
    if listing.next or not shown or (total is not None and total <= shown):
        return listing
    return replace(listing, next=_rest(page, shown, total) or _probed(page, known.dom, listing.rows))


def _rest(page: ListingPage, shown: int, total: int | None) -> PageRequest | None:
    """Fujian's service for the rows behind those the page shows, where its scripts name it and state a higher total.

    Seen: www.pingtan.gov.cn (75 of 107 rows in the page, ``recordCount:'107'``, ``classsql: "chnlid=1780"``,
    ``searchId: 200210``).
    """
    given = _service_params(page.text)
    if total is None or not given:
        return None
    return service_requests.changed(first(page.url, given), page=2, prepage=shown)


def _service_params(text: str) -> dict[str, str]:
    """The column's and the index's number of Fujian's service, {} where the page's scripts do not name it."""
    column = _CHNLID.search(text) if "fjdzapp" in text else None
    if column is None:
        return {}
    index = _CHANNELID.search(text) or _SEARCH_ID.search(text)
    return {"chnlid": column[1], **({"channelid": index[1]} if index else {})}


def _probed(page: ListingPage, dom: Dom, rows: tuple[ListingRow, ...]) -> PageRequest | None:
    """The next address where a script of its own fills the pager: a full page with an empty pager has ``index_1``.

    A listing run ends at the first page that is not there.
    """
    if len(rows) < FULL_PAGE or not any(_PAGER.search(mark) for mark in dom.marks):
        return None
    path = urlsplit(page.url).path
    if found := _INDEX.search(path):
        number, suffix = int(found[1] or 0) + 1, found[2]
    elif path.endswith("/"):
        number, suffix = 1, urlsplit(rows[0].url).path.rpartition(".")[2]
    else:
        return None
    url = absolute(page.url, f"index_{number}.{suffix}") if re.fullmatch("s?html?", suffix) else ""
    return PageRequest(url, guessed=True) if url else None


def detect(page: ListingPage) -> dict[str, Any] | None:
    """TRS by its pager call or by two rows with ``t<date>_<id>`` addresses."""
    dom, found = static_page.parsed(page, _FORM)
    if not found.rows and (given := _service_params(page.text)):
        return {**given, "evidence": [f"search service with chnlid {given['chnlid']}"]}
    call = pager.first_call(dom, page.url, named=False)
    marks = [f"pager call with {call.pages} pages, prefix {call.prefix!r}"] if call else []
    return static_page.recognised(found, marks)
