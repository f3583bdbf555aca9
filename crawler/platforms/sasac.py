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

from crawler.items import Listing, ListingPage
from crawler.platforms.listing import service_requests, static_page
from crawler.platforms.listing.addresses import absolute

NAME: Final = "sasac"
PARAMS: Final[Mapping[str, str]] = {"unit": "number of the list unit; by default the one the page's fragments carry"}
_FORM: Final = re.compile(r"/c\d+/content\.html")
_MAX: Final = re.compile(r"\bmaxPageNum\d*\s*=\s*[\"']?(\d{1,5})")
_PART: Final = re.compile(r"index_(\d{3,12})_(\d{1,5})\.html")
_UNIT: Final = re.compile(r"index_(\d{3,12})_")


first: Final = service_requests.own_page


def read(page: ListingPage) -> Listing:
    """Rows of the page or of a fragment, and the fragment whose number is one lower."""
    known = static_page.reading(page, _FORM)
    stated = _MAX.search(page.text)
    pages = int(stated[1]) if stated else None
    return known.listing(_next(page, pages), pages=pages, settled=pages is not None or bool(_PART.search(page.text)))


def _next(page: ListingPage, pages: int | None) -> str:
    """The fragment one lower than this one; behind the column's own page the highest."""
    here = _PART.search(urlsplit(page.url).path)
    unit, number = (here[1], int(here[2]) - 1) if here else _highest(page, pages)
    return absolute(page.url, f"index_{unit}_{number}.html") if number > 0 else ""


def _highest(page: ListingPage, pages: int | None) -> tuple[str, int]:
    """The list unit of a column's page and the number of its newest fragment, 0 where nothing tells it."""
    linked = _PART.findall(page.text)
    counted = Counter(unit for unit, _ in linked) or Counter(_UNIT.findall(page.text))
    unit = str(page.params.get("unit") or next(iter(counted.most_common(1)), ("",))[0])
    if pages:
        return unit, pages - 1 if unit.isdecimal() else 0
    return unit, max((int(number) for name, number in linked if name == unit), default=0)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """n-dirs by ``maxPageNum``, fragment addresses or documents at ``/n…/c<id>/content.html``."""
    _, found = static_page.parsed(page, _FORM)
    marks = []
    if stated := _MAX.search(page.text):
        marks.append(f"maxPageNum = {stated[1]}")
    if part := _PART.search(page.text):
        marks.append(f"fragments such as {part[0]}")
    return static_page.recognised(found, marks)
