"""Answers of list services in JSON: read with care, rows by the names such services use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cleaning.text import dates
from crawler.items import ListingRow
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.row_titles import tidy
from crawler.platforms.listing.rows import unique

_JSONP: Final = re.compile(r"^\s*(?:/\*\*/)?\s*[\w.$]{1,80}\s*\(")
_TAGS: Final = re.compile(r"<[^<>]{0,200}>")
URL_KEYS: Final = (
    "url",
    "linkurl",
    "infourl",
    "post_url",
    "docpuburl",
    "chnldocurl",
    "href",
    "link",
    "puburl",
    "weburl",
    "docurl",
    "pageurl",
    "articleurl",
    "staticurl",
    "viewurl",
    "path",
)
TITLE_KEYS: Final = (
    "title", "doctitle", "realtitle", "infotitle", "articletitle", "newstitle", "subject", "name", "bt",
)  # fmt: skip
DATE_KEYS: Final = (
    "date", "pubdate", "infodate", "publishedtimestr", "display_publish_time", "docreltime", "publishtime",
    "publish_time", "pubtime", "releasetime", "publishdate", "pub_date", "display_date", "displaydate", "showdate",
    "opentime", "docpubtime", "fbsj", "fbrq", "writetime", "created_at", "createdate", "createtime", "time",
)  # fmt: skip
ISSUER_KEYS: Final = (
    "publisher", "issuer", "organization", "dispatch_agency", "publishorg", "deptname", "orgname", "source", "fbjg",
)  # fmt: skip
NUMBER_KEYS: Final = ("document_number", "fileno", "filenum", "wenhao")
INDEX_KEYS: Final = ("identifier", "indexno", "indexid", "index_number", "syh")
TOTALS: Final = ("total", "totalcount", "totalCount", "totalElements", "totalRecord", "totalrecord", "count")
PAGES: Final = ("totalPages", "totalPage", "totalpages", "pageCount", "pagecount", "pages")
MAX_DEPTH: Final = 12


def load(text: str) -> Any:
    """The value of a JSON or JSONP text, None if it is neither."""
    text = text.lstrip("\ufeff").strip()
    if found := _JSONP.match(text[:200]):
        text = text[found.end() :].rstrip("; \r\n\t").removesuffix(")")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def looks_like_json(text: str) -> bool:
    """True for a body that is an object, a list or a call with one."""
    head = text[:300].lstrip("\ufeff").lstrip()
    return head.startswith(("{", "[{", "[]")) or bool(
        (found := _JSONP.match(head)) and head[found.end() :].lstrip()[:1] in "{["
    )


def text_of(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of these fields that holds text or a number, names in any case."""
    known = {str(name).lower(): value for name, value in item.items()}
    for name in names:
        value = known.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""


def day_of(value: str, url: str = "") -> str:
    """A date as text or as seconds or milliseconds since 1970, read in China's time, as ISO text."""
    return dates.of_stamp(value) or dates.alone(value, url)


def row(item: Mapping[str, Any], base: str, url: str = "") -> ListingRow | None:
    """The row an entry describes, None if it lacks an address or a title."""
    url = absolute(base, url or text_of(item, URL_KEYS))
    title = tidy(_TAGS.sub("", text_of(item, TITLE_KEYS)))
    if not url or not title:
        return None
    day = day_of(text_of(item, DATE_KEYS), url)
    return ListingRow(
        url, title, day, text_of(item, ISSUER_KEYS), text_of(item, NUMBER_KEYS), text_of(item, INDEX_KEYS)
    )


def rows(items: Any, base: str) -> tuple[ListingRow, ...]:
    """The rows of a list of entries; entries that are none are left out."""
    entries = items if isinstance(items, list) else []
    return unique(found for item in entries if isinstance(item, dict) and (found := row(item, base)))


def lists(value: Any, depth: int = 0) -> Iterator[list[Any]]:
    """Every list of objects inside a value, outermost first."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            yield value
        children: Any = value[:50]
    else:
        children = value.values() if isinstance(value, dict) else ()
    for child in children:
        yield from lists(child, depth + 1)


def count(value: Any, *names: str) -> int | None:
    """A number stated under one of these names at the top, or one or two levels below."""
    levels = [value]
    for _ in range(3):
        for level in levels:
            for name in names:
                found = level.get(name) if isinstance(level, dict) else None
                if isinstance(found, str) and found.isascii() and found.isdecimal() and len(found) < 10:
                    return int(found)
                if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 10**9:
                    return found
        levels = [child for level in levels if isinstance(level, dict) for child in level.values()][:200]
    return None
