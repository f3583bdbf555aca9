"""TRS WCM (拓尔思): ``index.html``, then ``index_1.html`` … from a pager call that counts from 0.

Seen: ndrc.gov.cn (``createPageHTML(9, 0, "index", "html")``), ljxq.cq.gov.cn (``createPage(…)``),
www.jianghan.gov.cn (``.shtml``, rows written by inline script), most.gov.cn (the pager is in a script of its own).
Fujian's portals take the rows of some columns from ``/fjdzapp/search`` (seen: sthjt.fujian.gov.cn).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    dom, found = static_page.parsed(page, _FORM)
    call = next((call for call in pager.calls(dom, page.url) if not call.container), None)
    url = ""
    if found.rows:
        url = pager.by_call(call, page.url) if call else following(dom, page.url) or _probed(page, dom, found.rows)
    return Listing(
        rows=found.rows,
        next=PageRequest(url) if url else None,
        children=static_page.children(page, dom),
        name=static_page.name_of(dom),
        stated_pages=call.pages if call else None,
        problem="" if found.rows else static_page.problem(page, dom, _FORM, call is not None),
    )


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
    if not found.rows and "fjdzapp" in page.text and (column := _CHNLID.search(page.text)):
        index = _CHANNELID.search(page.text)
        given = {"chnlid": column[1], **({"channelid": index[1]} if index else {})}
        return {**given, "evidence": [f"search service with chnlid {column[1]}"]}
    return {"evidence": evidence} if evidence and found.rows else None
