"""Rows that a page holds for its scripts: elements of XML, JSON in an attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from crawler.items import ListingPage, ListingRow
from crawler.platforms.listing import feeds
from crawler.platforms.listing.rows import unique

_XML_ITEM: Final = re.compile(r"<(item|record|row|entry|doc|news|article|info)\b([^>]{0,400})>(.{1,20000}?)</\1>", re.S)
_XML_FACT: Final = re.compile(r"<([A-Za-z]\w{0,40})\b[^>]{0,200}>([^<]{1,2000}|<!\[CDATA\[.{1,2000}?\]\]>)</")
_XML_ALONE: Final = re.compile(
    r"<\w{1,30}((?:\s+[\w:-]{1,40}=\"[^\"<]{0,500}\"){2,30})\s*/?>"
)  # each fact an attribute
_XML_ATTRIBUTE: Final = re.compile(r"([\w:-]{1,40})=\"([^\"<]{0,500})\"")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)
_HELD: Final = re.compile(
    r"""\s(?:data-|:|v-)?\w{1,30}=(?:"(\[(?:\{|&#?\w+;|\s).{20,200000}?\])"|'(\[\{.{20,200000}?\])')""", re.S
)


def in_xml(page: ListingPage) -> tuple[ListingRow, ...]:
    """Rows that are elements of XML, each fact in one of its own."""
    if not page.text.lstrip("\ufeff").lstrip().startswith("<?xml"):
        return ()
    items = [
        {
            **dict(_XML_ATTRIBUTE.findall(own)),
            **{name: _CDATA.sub(r"\1", text) for name, text in _XML_FACT.findall(item)},
        }
        for _, own, item in _XML_ITEM.findall(page.text)
    ]
    items += [dict(_XML_ATTRIBUTE.findall(item)) for item in _XML_ALONE.findall(page.text)]  # facts are attributes
    read = ({name: unescape(fact) for name, fact in item.items()} for item in items)
    return unique(row for item in read if (row := feeds.row(item, page.url)))


def in_attributes(page: ListingPage) -> tuple[ListingRow, ...]:
    """Rows that stand as JSON in an attribute of the element a script fills, or of one that only holds them."""
    template = str(page.params.get("row") or "")
    lists = (items for value in values(page.text) for items in feeds.lists(value))
    return max((feeds.rows(items, page.url, template) for items in lists), key=len, default=())


def values(text: str) -> Iterator[Any]:
    """What stands as JSON in the attributes of a page."""
    for one, other in _HELD.findall(text):
        if (value := feeds.load(unescape(one or other))) is not None:
            yield value
