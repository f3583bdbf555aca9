"""A page kept for the reports whose links say no more than whose they are, or of which year, or only that one may look.

The rest stands round a link: in the first cell of its row, in the head of its column, in the heading above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from crawler.items import Listing, ListingPage, ListingRow
from crawler.platforms.listing import static_page
from crawler.platforms.listing.addresses import split_url
from crawler.platforms.listing.dom import Dom, Link
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.row_titles import idle, of_link, tidy
from crawler.platforms.listing.rows import unique
from crawler.platforms.listing.service_requests import own_page

NAME: Final = "report_links"
PARAMS: Final[Mapping[str, str]] = {}
LONGEST: Final = 20
MOST_CELLS: Final = 6
_YEAR: Final = re.compile(r"\D{0,2}((?:19|20)\d{2})\s*年?\s*度?.{0,16}")


first: Final = own_page


def read(page: ListingPage) -> Listing:
    """A row for each link named by an agency, or that only says to look in the row of one; undated."""
    dom = flatten(page.text, page.url, page.encoding)
    rows = unique(_rows(dom, page.url))
    return Listing(rows=rows, name=static_page.name_of(dom), problem="" if rows else "not_a_listing")


def _rows(dom: Dom, base: str) -> Iterator[ListingRow]:
    host = split_url(base).hostname
    for link in dom.links:
        if not link.url or split_url(link.url).hostname != host or link.url.endswith("/"):
            continue
        name, year = of_link(dom, link), ""
        if idle(name) and (said := _sentence(dom, link)):
            yield ListingRow(link.url, f"{said}度报告")
        if idle(name) or re.fullmatch(r"(?:19|20)\d{2}\s*年?\s*度?", name):
            name, year = _named_cell(dom, link), _head(dom, link) or _year(name)
        if _names(name):
            yield ListingRow(link.url, f"{name} {year or _above(dom, link)}".rstrip())


def _sentence(dom: Dom, link: Link) -> str:
    """The year of the sentence outside tables in which a link stands that only says to look."""
    if _row(dom, link)[0] >= 0:
        return ""
    block = dom.parents[link.element]
    text = "".join(text for element, text in dom.texts if element == block)
    found = re.search(r"(?:19|20)\d{2}年", text)
    return found[0] if found and len(text) < 100 else ""


def _names(name: str) -> bool:
    from cleaning.metadata.issuer import is_agency  # heavy, and every start loads all platforms

    return len(name) <= LONGEST and is_agency(name)


def _year(text: str) -> str:
    found = _YEAR.fullmatch(text)
    return f"{found[1]}年" if found else ""


def _row(dom: Dom, link: Link) -> tuple[int, int]:
    """The table row a link lies in and the number of its cell there, (-1, -1) outside tables."""
    below = link.element
    for at in dom.around(link.element, 8):
        if dom.tags[at] == "tr":
            return at, dom.nth[below]
        below = at
    return -1, -1


def _named_cell(dom: Dom, link: Link) -> str:
    """The first cell in a link's row, before its own, that names an agency; rows may begin with a number."""
    row, own = _row(dom, link)
    cells = (_text(dom, row, number) for number in range(min(own, MOST_CELLS)))
    return next((cell for cell in cells if _names(cell)), "") if row >= 0 else ""


def _head(dom: Dom, link: Link) -> str:
    """The year at the head of a link's column."""
    row, cell = _row(dom, link)
    if row < 0:
        return ""
    first = next((at for at, tag in enumerate(dom.tags) if tag == "tr" and dom.parents[at] == dom.parents[row]), row)
    table = dom.parents[dom.parents[row]]
    head = next((at for at, tag in enumerate(dom.tags) if tag == "tr" and table in dom.around(at, 3)), first)
    return _year(_text(dom, head, cell)) or _year(_text(dom, first, cell))


def _text(dom: Dom, row: int, cell: int) -> str:
    """What stands in a cell of a table's row."""
    texts = []
    for element, text in dom.texts:
        chain = list(dom.around(element, 6))
        if row in chain[1:] and dom.nth[chain[chain.index(row) - 1]] == cell:
            texts.append(text)
    return tidy("".join(texts))


def _above(dom: Dom, link: Link) -> str:
    """The year that the last heading before a link names."""
    before = (
        text
        for (_, text), place in zip(reversed(dom.texts), reversed(dom.places), strict=True)
        if place <= link.element
    )
    return next((year for text in before if len(text) <= LONGEST and (year := _year(text))), "")


def detect(page: ListingPage) -> dict[str, Any] | None:
    """Nothing of itself: lists of departments look alike; only what is behind a link tells (``fazhi add``)."""
    return None
