"""SASAC-style n-dirs: ``/n…/n…/index.html``, older pages are bare fragments ``index_<unit>_<n>.html`` counting down.

Seen: sasac.gov.cn (``maxPageNum = 16``; ``index_2603340_15.html`` is the second page, ``_1`` the oldest;
dates ``[2022-03-24]``; hidden anchors to all parts).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms.listing import static_page
from crawler.platforms.listing.addresses import absolute

NAME: Final = "sasac"
PARAMS: Final[Mapping[str, str]] = {"unit": "number of the list unit; by default the one the page's fragments carry"}
_FORM: Final = re.compile(r"/c\d+/content\.html")
_MAX: Final = re.compile(r"\bmaxPageNum\d*\s*=\s*[\"']?(\d{1,5})")
_PART: Final = re.compile(r"index_(\d{3,12})_(\d{1,5})\.html")
_UNIT: Final = re.compile(r"index_(\d{3,12})_")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address is its first page."""
    return PageRequest(url)


def read(page: ListingPage) -> Listing:
    """Rows of the page or of a fragment, and the fragment whose number is one lower."""
    known = static_page.reading(page, _FORM)
    stated = _MAX.search(page.text)
    pages = int(stated[1]) if stated else None
    return known.listing(_next(page, pages), pages=pages, settled=pages is not None or bool(_PART.search(page.text)))


def _next(page: ListingPage, pages: int | None) -> str:
    here = _PART.search(urlsplit(page.url).path)
    if here:
        number = int(here[2]) - 1
        return absolute(page.url, f"index_{here[1]}_{number}.html") if number > 0 else ""
    parts = Counter(unit for unit, _ in _PART.findall(page.text)) or Counter(_UNIT.findall(page.text))
    unit = str(page.params.get("unit") or next((unit for unit, _ in parts.most_common(1)), ""))
    if not unit.isdecimal():
        return ""
    highest = max((int(number) for name, number in _PART.findall(page.text) if name == unit), default=0)
    number = pages - 1 if pages else highest
    return absolute(page.url, f"index_{unit}_{number}.html") if number > 0 else ""


def detect(page: ListingPage) -> dict[str, Any] | None:
    """n-dirs by ``maxPageNum``, fragment addresses or documents at ``/n…/c<id>/content.html``."""
    _, found = static_page.parsed(page, _FORM)
    evidence = []
    if stated := _MAX.search(page.text):
        evidence.append(f"maxPageNum = {stated[1]}")
    if part := _PART.search(page.text):
        evidence.append(f"fragments such as {part[0]}")
    if found.formed >= 2:
        evidence.append(f"{found.formed} rows with addresses such as {found.rows[0].url}")
    return {"evidence": evidence} if evidence and found.rows else None
