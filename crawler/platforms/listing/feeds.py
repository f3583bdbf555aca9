"""Answers of list services in JSON: read with care, rows by the names such services use."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any, Final

from cleaning.text import dates
from crawler.items import ListingRow
from crawler.platforms.listing import literals, row_addresses, unpacked
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.row_titles import tidy
from crawler.platforms.listing.rows import unique

_JSONP: Final = re.compile(r"^\s*(?:/\*\*/)?\s*[\w.$]{1,80}\s*\(")
_TAGS: Final = re.compile(r"<[^<>]{0,200}>")
URL_KEYS: Final = (
    "url", "linkurl", "infourl", "post_url", "docpuburl", "chnldocurl", "href", "link", "puburl", "weburl", "docurl",
    "pageurl", "articleurl", "staticurl", "viewurl", "path",
)  # fmt: skip
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
_URLISH: Final = re.compile(r"url|link|href|path|addr|page$", re.I)
_TITLEISH: Final = re.compile(r"title|name$|biaoti|bt$|mc$|subject|caption|topic|head|标题|名称", re.I)
_DATEISH: Final = re.compile(r"date|time|riqi|rq$|sj$|shijian|day|日期|时间", re.I)
_PUBLISHED: Final = re.compile(r"(?:pub|rel|issue|show|fb|send).{0,12}(?:date|time|rq|sj|day)|发布|公开", re.I)
_SAYS_NOTHING: Final = re.compile(r"^(?:[A-Za-z]{1,2}_?|_)\d*$")  # too short, or the number of a table's field
_LONGEST: Final = 200  # characters of a title
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_PART: Final = re.compile(r"[\w-]+(?:/[\w-]+)*")  # of an address: the page's script spells the rest
_TOTALISH: Final = re.compile(r"total|count|^num$|sum$|hits|found|records?$", re.I)
_NOT_TOTAL: Final = re.compile(r"page|size|cur|index|click|view|read|per", re.I)
TOTALS: Final = ("total", "totalcount", "totalCount", "totalElements", "totalRecord", "totalrecord", "count")
PAGES: Final = ("totalPages", "totalPage", "totalpages", "pageCount", "pagecount", "pages")
MAX_DEPTH: Final = 12
SHORTEST_STEM: Final = 6  # characters of a title before the dots that cut it
MOST_CELLS: Final = 60
MOST_PACKED: Final = 2000
TOLD_WITHIN: Final = 3  # levels of objects in which an answer may hold its entries as text


def load(text: str) -> Any:
    """The value of a JSON or JSONP text, None if it is neither."""
    text = text.lstrip("\ufeff").strip()
    if found := _JSONP.match(text[:200]):
        text = text[found.end() :].rstrip("; \r\n\t").removesuffix(")")
    try:
        return _told_within(json.loads(text))
    except (ValueError, RecursionError):
        return None


def _told_within(value: Any, depth: int = 0) -> Any:
    """An answer whose entries stand as a text of JSON within it, with the entries in the place of that text."""
    if isinstance(value, str) and value[:200].lstrip().startswith(("{", "[")):
        try:
            held = json.loads(value)
        except ValueError:
            return value
        return held if next(lists(held), None) else value
    if isinstance(value, dict) and depth < TOLD_WITHIN:
        return {name: _told_within(each, depth + 1) for name, each in value.items()}
    return value


def looks_like_json(text: str) -> bool:
    """True for a body that is an object, a list or a call with one."""
    head = text[:300].lstrip("\ufeff").lstrip()
    return head.startswith(("{", "[{", "[]", "[[", '["')) or bool(
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


def row(item: Mapping[str, Any], base: str, url: str = "", title: str = "") -> ListingRow | None:
    """The row an entry describes, None if it lacks an address or a title.

    The facts stand under names such services use or under others that say the same, perhaps in an object of their own
    (``tip``). A date of publication goes before one of writing. ``title`` is the field of the title where it is known.
    """
    entry = flat(item)
    stated = text_of(entry, URL_KEYS)
    stated = "" if _PART.fullmatch(stated) else stated
    url = absolute(base, url or stated or _named(entry, _URLISH, _is_address) or _short(entry, _is_address))
    said = (
        str(entry.get(title) or "")
        or text_of(entry, TITLE_KEYS)
        or _named(entry, _TITLEISH, _is_title)
        or _longest(entry)
    )
    title = tidy(_TAGS.sub("", unescape(_uncut(said, entry))))
    if not url or not title:
        return None
    day = day_of(text_of(entry, DATE_KEYS), url)
    day = day or day_of(
        _named(entry, _PUBLISHED, day_of) or _named(entry, _DATEISH, day_of) or _short(entry, day_of), url
    )
    return ListingRow(
        url, title, day, text_of(entry, ISSUER_KEYS), text_of(entry, NUMBER_KEYS), text_of(entry, INDEX_KEYS)
    )


def _uncut(title: str, entry: Mapping[str, Any]) -> str:
    """A title that ends in dots as another field has it in full."""
    stem = title.rstrip(".… ")
    if stem == title or len(stem) < SHORTEST_STEM:
        return title
    whole = (each for each in entry.values() if isinstance(each, str) and each.startswith(stem))
    return next((each for each in whole if len(stem) < len(each) < _LONGEST and not each.endswith((".", "…"))), title)


def flat(item: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with the fields of the objects in it, its own first."""
    inner = [value for value in item.values() if isinstance(value, dict)]
    return {str(key): _unboxed(value) for level in (*reversed(inner), item) for key, value in level.items()}


def _unboxed(value: Any) -> Any:
    """The address in a text that is an object itself (``"{\"pc\":\"/gk/1.html\"}"``); anything else as it is."""
    if not isinstance(value, str) or not value.startswith('{"') or len(value) > 1000:
        return value
    held = load(value)
    texts = [each for each in held.values() if isinstance(each, str)] if isinstance(held, dict) else []
    return next((each for each in texts if _is_address(each)), value)


def _named(entry: Mapping[str, Any], form: re.Pattern[str], holds: Callable[[str], object]) -> str:
    """The first text under a name of this form that holds what is wanted."""
    for name, value in entry.items():
        if form.search(name) and isinstance(value, (str, int)) and not isinstance(value, bool) and holds(str(value)):
            return str(value).strip()
    return ""


def _short(entry: Mapping[str, Any], holds: Callable[[str], object]) -> str:
    """The first text that holds what is wanted under a name too short to say anything (``t``, ``u``, ``d``)."""
    return _named(entry, _SAYS_NOTHING, holds)


def _longest(entry: Mapping[str, Any]) -> str:
    """The longest text under a name that says nothing: a title says more than an issuer."""
    texts = (each for name, each in entry.items() if _SAYS_NOTHING.search(name) and isinstance(each, str))
    return max((each for each in texts if _is_title(each) and len(each) < _LONGEST), key=len, default="")


def _is_address(value: str) -> bool:
    return literals.is_address(value.strip())


def _is_title(value: str) -> bool:
    return len(value.strip()) >= 4 and bool(_HAN.search(value))


def rows(items: Any, base: str, template: str = "", title: str = "") -> tuple[ListingRow, ...]:
    """The rows of a list of entries; entries that are none are left out. ``template`` spells the address of those that
    have only an id (``row_addresses``), ``title`` names the field of their titles."""
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    made = (row(item, base, row_addresses.fill(template, flat(item)) if template else "", title) for item in entries)
    return unique(found for found in made if found and found.url != base)  # a menu names the list itself


def nameless(value: Any, base: str) -> list[tuple[dict[str, Any], ListingRow]]:
    """The entries of an answer that have a title but no address, each with the row it would be at ``base``: a person
    sees them, nothing says where they lead."""
    entries = [item for items in lists(value) for item in items if isinstance(item, dict)]
    return [(flat(item), shown) for item in entries if not row(item, base) and (shown := row(item, base, base))]


def fragments(value: Any) -> list[str]:
    """The pieces of HTML with links inside a value, in its order."""
    pieces: list[str] = []
    level = [value]
    for _ in range(20_000):
        if not level:
            break
        item = level.pop()
        if isinstance(item, str) and "<a" in item:
            pieces.append(item)
        elif isinstance(item, (list, dict)):
            level += list(item.values() if isinstance(item, dict) else item)[:5000]
    return pieces[::-1]


def lists(value: Any, depth: int = 0) -> Iterator[list[Any]]:
    """Every list of objects inside a value, outermost first."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            yield value
        elif cells := [_of_cells(item) for item in value if isinstance(item, list) and len(item) > 1]:
            yield cells
        elif packed := unpacked.cells(value[:MOST_PACKED]):
            yield [_of_cells(item) for item in packed]
        children: Any = value[:50]
    else:
        children = value.values() if isinstance(value, dict) else ()
    for child in children:
        yield from lists(child, depth + 1)


def _of_cells(row: list[Any]) -> dict[str, Any]:
    """A row of cells without names as an entry, each cell under its place (``row_addresses`` spells it so)."""
    return {
        f"{row_addresses.CELL}{at}": cell for at, cell in enumerate(row[:MOST_CELLS]) if isinstance(cell, (str, int))
    }


def total_of(value: Any, shown: int) -> int | None:
    """How many rows an answer states in all, under a name of its kind; never fewer than those it shows."""
    stated = count(value, *TOTALS)
    if stated is not None:
        return stated
    named = (_number(found) for item in _objects(value) for name, found in item.items() if _counts(name))
    return next((number for number in named if number and number >= shown), None)


def _counts(name: str) -> bool:
    return bool(_TOTALISH.search(name)) and not _NOT_TOTAL.search(name)


def count(value: Any, *names: str) -> int | None:
    """A number stated under one of these names at the top, or one or two levels below."""
    stated = (_number(item.get(name)) for item in _objects(value) for name in names)
    return next((number for number in stated if number is not None), None)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The object itself, then those in it, then those in these; of each level 200 values are tried."""
    level = [value]
    for _ in range(3):
        objects = [item for item in level if isinstance(item, dict)]
        yield from objects
        level = [child for item in objects for child in item.values()][:200]


def _number(value: Any) -> int | None:
    """A count that stands as a number or as its digits, None for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def within(value: Any, *names: str) -> Any:
    """What stands under these names, each inside the one before; None where one is missing."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value
