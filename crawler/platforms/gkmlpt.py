"""Guangdong's disclosure catalogue (gkmlpt): ``/gkmlpt/api/all/<cat>?page=n&sid=<SID>``, 100 rows a page.

``page=0`` and ``page=1`` are the same page, so pages are counted from 1. The index is a shell whose
``window._CONFIG`` holds the site's number (SID) and the tree of categories (TREE).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.items import ChildColumn, Listing, ListingPage, PageRequest
from crawler.platforms.listing import feeds, service_requests, static_page
from crawler.platforms.listing.addresses import absolute

NAME: Final = "gkmlpt"
PARAMS: Final[Mapping[str, str]] = {
    "sid": "the site's number (window._CONFIG.SID)",
    "cat": "the category's number (window._CONFIG.TREE)",
}
PER_PAGE: Final = 100
ALL: Final = "0"  # the category that holds all documents
_SID: Final = re.compile(r"[\"']?\bSID\b[\"']?\s*[:=]\s*[\"']?(\d{1,12})")
_TREE: Final = re.compile(r"[\"']?\bTREE\b[\"']?\s*[:=]\s*(?=[\[{])")
_FRAGMENT: Final = re.compile(r"#/?(\d{1,12})")
_WANTED: Final = re.compile(r"法治政府|法治建设|依法行政")
MAX_NODES: Final = 5000


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The category's first 100 rows; the index itself while ``sid`` and ``cat`` are not known."""
    if not (params.get("sid") and params.get("cat")):
        return PageRequest(url)
    return _api(url, str(params["sid"]), str(params["cat"]), 1)


def _api(url: str, sid: str, cat: str, number: int) -> PageRequest:
    base = absolute(url, f"{_root(url)}gkmlpt/api/all/{cat}")
    return service_requests.get(base, {"page": number, "sid": sid}, url)


def _root(url: str) -> str:
    """The path up to the catalogue: departments share a host as ``/bm/gkmlpt/``."""
    path = urlsplit(url).path
    return path[: path.index("/gkmlpt") + 1] if "/gkmlpt" in path else "/"


def read(page: ListingPage) -> Listing:
    """Rows of an answer; of the index the request for its category, which is the address' fragment or ``cat``."""
    if feeds.looks_like_json(page.text):
        return _read_answer(page)
    config = detect(page)
    if config is None:
        dom, _ = static_page.parsed(page)
        return Listing(problem=static_page.problem(page, dom) or "not_a_listing")
    cat = str(page.params.get("cat") or config.get("cat") or "")
    wanted = _api(page.url, str(config["sid"]), cat, 1) if cat.isdecimal() else None
    following = service_requests.of_shell(page, wanted) if wanted else None
    return Listing(next=following, problem="js_shell")


def _read_answer(page: ListingPage) -> Listing:
    data = feeds.load(page.text)
    articles = feeds.within(data, "articles")
    if not isinstance(articles, list):
        return Listing(problem="not_a_listing")
    rows = feeds.rows(articles, page.url)
    total = feeds.count({"total": data.get("total")}, "total")
    if total is None:
        total = feeds.count(data.get("classify"), "post_count")
    request = service_requests.asked(page)
    number = max(service_requests.number(request, "page") or 1, 1)
    more = rows and service_requests.goes_on(number, PER_PAGE, len(articles), total=total)
    return Listing(
        rows=rows,
        next=service_requests.changed(request, page=number + 1) if more else None,
        children=_below(feeds.within(data, "classify", "children"), request),
        name=str(feeds.within(data, "classify", "name") or "")[:200],
        stated_total=total,
        stated_pages=-(-total // PER_PAGE) if total is not None else None,
    )


def _below(children: Any, request: PageRequest) -> tuple[ChildColumn, ...]:
    """Categories below this one, asked for in the same way."""
    found = []
    for child in children[:60] if isinstance(children, list) else ():
        number = feeds.text_of(child, ("id",)) if isinstance(child, dict) else ""
        if number.isdecimal() and (name := feeds.text_of(child, ("name",))):
            url = re.sub(r"/api/all/\d+", f"/api/all/{number}", service_requests.changed(request, page=1).url)
            found.append(ChildColumn(url, name))
    return tuple(found)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """The catalogue by its ``window._CONFIG``; ``cat`` is read from the address or found by name."""
    sid = _SID.search(page.text)
    if "gkmlpt" not in page.url + page.text[:200_000] or "_CONFIG" not in page.text or not sid:
        return None
    found: dict[str, Any] = {"sid": sid[1], "evidence": [f"window._CONFIG with SID {sid[1]}"]}
    asked = page.request.url if page.request else ""
    if fragment := _FRAGMENT.search(page.url) or _FRAGMENT.search(asked):
        found["cat"] = fragment[1]
        found["evidence"].append(f"category {fragment[1]} in the address")
        return found
    for number, name in _categories(page.text):
        if _WANTED.search(name):
            found["cat"] = number
            found["evidence"].append(f"category {number} is named {name}")
            return found
    found["evidence"].append(f"no category is named after the reports, so all documents are read (category {ALL})")
    return {**found, "cat": ALL}


def _categories(text: str) -> Iterator[tuple[str, str]]:
    """(number, name) of the tree's categories, from the top down."""
    start = _TREE.search(text)
    if not start:
        return
    try:
        tree, _ = json.JSONDecoder().raw_decode(text, start.end())
    except (ValueError, RecursionError):
        return
    level = [tree]
    for _ in range(MAX_NODES):
        if not level:
            return
        node = level.pop(0)
        if isinstance(node, list):
            level += node[:500]
        elif isinstance(node, dict):
            number, name = feeds.text_of(node, ("id",)), feeds.text_of(node, ("name", "title"))
            if number and name:
                yield number, name
            level.append(node.get("children") or [])
