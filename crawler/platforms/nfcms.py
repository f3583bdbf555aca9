"""NFCMS (广东省政府网站集约化平台): ``index.html``, ``index_2.html`` …, or all as JSON at ``/postmeta/i/<id>.json``.

Seen: www.zc.gov.cn, gd.gov.cn. A column whose portal file gives ``cat`` is read from its JSON in one request.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from cleaning.text import dates
from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import feeds, static_page
from crawler.platforms.listing.addresses import absolute, page_number
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import following
from crawler.platforms.listing.row_titles import tidy
from crawler.platforms.listing.rows import unique

NAME: Final = "nfcms"
PARAMS: Final[Mapping[str, str]] = {"cat": "number of the column (NFCMS_CAT_ID); read its JSON instead of its pages"}
_FORM: Final = re.compile(r"/post_\d+\.html")
_CAT: Final = re.compile(r"NFCMS_CAT_ID\s*=\s*[\"']?(\d+)")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address, or its JSON where ``cat`` is given."""
    cat = params.get("cat")
    if cat:
        return PageRequest(absolute(url, f"/postmeta/i/{cat}.json"), headers={"Referer": url})
    return PageRequest(url)


def read(page: ListingPage) -> Listing:
    """Rows and the next numbered page; the JSON holds all rows at once."""
    if page.text.lstrip("\ufeff \r\n\t").startswith("{"):
        return _read_feed(page)
    known = static_page.reading(page, _FORM)
    listing = known.listing(_next(page, known.dom))
    shell = listing.problem == "not_a_listing" and bool(_CAT.search(page.text))
    return replace(listing, problem=static_page.problem(page, known.dom, _FORM, paged=True)) if shell else listing


def _next(page: ListingPage, dom: Dom) -> str:
    if url := following(dom, page.url):
        return url
    number = page_number(page.url, r"/index_(\d+)\.html$") or 1
    wanted = absolute(page.url, f"index_{number + 1}.html")
    return wanted if any(link.url == wanted for link in dom.links) else ""


def _read_feed(page: ListingPage) -> Listing:
    data = feeds.load(page.text)
    articles = feeds.within(data, "articles")
    if not isinstance(articles, list):
        return Listing(problem="not_a_listing")
    rows = unique(row for item in articles if isinstance(item, dict) and (row := _feed_row(item, page.url)))
    return Listing(rows=rows, name=tidy(str(data.get("name") or "")), stated_total=len(rows))


def _feed_row(item: Mapping[str, Any], base: str) -> ListingRow | None:
    url, title = absolute(base, str(item.get("url") or "")), tidy(str(item.get("title") or ""))
    day = dates.alone(str(item.get("date") or item.get("created_at") or ""))
    return ListingRow(url, title, day) if url and title else None


def detect(page: ListingPage) -> dict[str, Any] | None:
    """NFCMS by its script variables or its ``post_<id>.html`` addresses."""
    _, found = static_page.parsed(page, _FORM)
    cat = _CAT.search(page.text)
    return static_page.recognised(found, [f"NFCMS_CAT_ID {cat[1]}"] if cat else [])
