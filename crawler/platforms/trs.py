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
        return answers.read(page)
    known = static_page.reading(page, _FORM)
    call = next((call for call in pager.calls(known.dom, page.url) if not call.container), None)
    if call:
        return known.listing(pager.by_call(call, page.url), settled=True, total=call.total, pages=call.pages)
    listing = known.listing(following(known.dom, page.url))
    total = listing.stated_total
    if listing.next or not listing.rows or (total is not None and total <= len(listing.rows)):
        return listing
    if (rest := _rest(page, len(listing.rows), total)) or (probed := _probed(page, known.dom, listing.rows)):
        return replace(listing, next=rest or PageRequest(probed, guessed=True))
    return listing


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


def _probed(page: ListingPage, dom: Dom, rows: tuple[ListingRow, ...]) -> str:
    """The next address where a script of its own fills the pager: a full page with an empty pager has ``index_1``.

    A walk ends at the first page that is not there.
    """
    if len(rows) < FULL_PAGE or not any(_PAGER.search(mark) for mark in dom.marks):
        return ""
    found = _INDEX.search(urlsplit(page.url).path)
    if not found and not urlsplit(page.url).path.endswith("/"):
        return ""
    suffix = found[2] if found else urlsplit(rows[0].url).path.rpartition(".")[2]
    number = int(found[1] or 0) + 1 if found else 1
    return absolute(page.url, f"index_{number}.{suffix}") if re.fullmatch("s?html?", suffix) else ""


def detect(page: ListingPage) -> dict[str, Any] | None:
    """TRS by its pager call or by two rows with ``t<date>_<id>`` addresses."""
    dom, found = static_page.parsed(page, _FORM)
    evidence = []
    call = next((call for call in pager.calls(dom, page.url) if not call.container), None)
    if call:
        evidence.append(f"pager call with {call.pages} pages, prefix {call.prefix!r}")
    if found.formed >= 2:
        evidence.append(f"{found.formed} rows with addresses such as {found.rows[0].url}")
    if not found.rows and (given := _service_params(page.text)):
        return {**given, "evidence": [f"search service with chnlid {given['chnlid']}"]}
    return {"evidence": evidence} if evidence and found.rows else None
