"""Boda VSB (博达): ``<col>.htm``, then ``<col>/<n>.htm`` with ``n`` counting down: the second page of 30 is 29.htm.

Seen: sthj gansu (``gfxwj.htm``, ``gfxwj/<n>.htm``), ``li#line<unit>_<i>`` rows. A new page renumbers the old ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.items import Listing, ListingPage
from crawler.platforms.listing import service_requests, static_page
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import following, is_next

NAME: Final = "vsb"
PARAMS: Final[Mapping[str, str]] = {}
_FORM: Final = re.compile(r"/info/\d+/\d+\.htm|/content\.jsp\?[^#]*wbnewsid=\d+")
_NUMBERED: Final = re.compile(r"/(\d{1,6})\.htm$")
_LINE: Final = re.compile(r"(?:^|\s)line_?\w*_\d+(?:\s|$)")


first: Final = service_requests.own_page


def read(page: ListingPage) -> Listing:
    """Rows and the page whose number is one lower."""
    known = static_page.reading(page, _FORM)
    return known.listing(_next(page.url, known.dom, known.stated.pages), settled=_number(page.url) is not None)


def _number(url: str) -> int | None:
    found = _NUMBERED.search(urlsplit(url).path)
    return int(found[1]) if found else None


def _next(base: str, dom: Dom, pages: int | None) -> str:
    """One number lower; from the unnumbered first page to the highest number, which a link or the count tells."""
    current = _number(base)
    if current is not None:
        return absolute(base, f"{current - 1}.htm") if current > 1 else ""
    path = urlsplit(base).path
    if not path.endswith(".htm"):
        return following(dom, base)
    stem = absolute(base, f"{path.removesuffix('.htm').rpartition('/')[2]}/")
    for link in dom.links:
        if link.url.startswith(stem) and _number(link.url) and is_next(dom, link):
            return link.url
    return absolute(stem, f"{pages - 1}.htm") if pages and pages > 1 else ""


def detect(page: ListingPage) -> dict[str, Any] | None:
    """VSB by its ``line<unit>_<i>`` rows, its comment or its ``/info/<column>/<id>.htm`` addresses."""
    dom, found = static_page.parsed(page, _FORM)
    marks = ["rows of id line…_…"] if sum(1 for mark in dom.marks if _LINE.search(mark)) >= 2 else []
    if "Visual SiteBuilder" in page.text:
        marks.append("the system's comment")
    return static_page.recognised(found, marks)
