"""Requests of list services: what one asked for, and the one for the next page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.items import ListingPage, PageRequest
from crawler.platforms.listing.addresses import split_url

FORM: Final[Mapping[str, str]] = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
PAGE_FIELDS: Final = (
    "page", "pageNo", "pageNum", "pageIndex", "pageNumber", "currPage", "currentPage", "current", "curPage", "page_no",
    "p", "pn",
)  # fmt: skip
OFFSETS: Final = ("offset", "start", "skip", "from", "startrow")  # fields that count rows instead of pages
SIZE_FIELDS: Final = ("pageSize", "_pageSize", "size", "rows", "limit", "perPage", "prepage", "rn")
MAX_RECORDS: Final = 100_000
_COUNTS_PAGES: Final = re.compile(r"page|(?:^|_)cur|index|yema|dqy|ym$", re.I)
_COUNTS_ROWS: Final = re.compile(r"size|row|per|limit|count|num_?per|total|id$", re.I)


def asked(page: ListingPage) -> PageRequest:
    """What was asked for this page; the plain address where the page does not know."""
    return page.request or PageRequest(page.url)


def own_page(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The column's own address is its first page."""
    return PageRequest(url)


def fields(request: PageRequest) -> dict[str, str]:
    """The query's and the body's fields, the body's win; of JSON those that are plain, however deep they stand."""
    body = _plain(held) if (held := _object(request.body)) is not None else _pairs(request.body)
    return {**_pairs(split_url(request.url).query), **body}


def _object(body: str) -> dict[str, Any] | None:
    """The object a JSON body is, None for a form's."""
    try:
        held = json.loads(body) if body.startswith("{") else None
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _plain(held: Mapping[str, Any]) -> dict[str, str]:
    """The texts and numbers of an object, those of the objects in it first."""
    found: dict[str, str] = {}
    for each in held.values():
        found |= _plain(each) if isinstance(each, Mapping) else {}
    own = (pair for pair in held.items() if isinstance(pair[1], (str, int)) and not isinstance(pair[1], bool))
    return found | {name: str(each) for name, each in own}


def asked_with(params: Mapping[str, Any]) -> dict[str, str]:
    """What a request sends, as a portal file keeps it, but for what counts pages and rows."""
    request = PageRequest(str(params["url"]), body=str(params.get("body") or ""))
    counts = {name.lower() for name in (*PAGE_FIELDS, *SIZE_FIELDS, *OFFSETS)}
    return {name: value for name, value in fields(request).items() if value and name.lower() not in counts}


def agreeing(sent: Mapping[str, str], node: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(field of what is sent, field of a menu's node) that hold the same."""
    held = {str(key): str(value) for key, value in node.items() if isinstance(value, (str, int)) and value != ""}
    return [(name, key) for name, value in sent.items() for key, own in held.items() if own == value]


def with_field(params: Mapping[str, Any], name: str, value: str) -> dict[str, Any]:
    """The same request, as a portal file keeps it, with another value of one field."""
    made = changed(PageRequest(str(params["url"]), body=str(params.get("body") or "")), **{name: value})
    return {**params, "url": made.url, **({"body": made.body} if made.body else {})}


def number(request: PageRequest, *names: str) -> int | None:
    """The first of these fields that holds a number."""
    known = {name.lower(): value for name, value in fields(request).items()}
    given = (known.get(name.lower(), "") for name in names)
    return next((int(value) for value in given if _is_decimal(value) and len(value) < 10), None)


def _is_decimal(value: str) -> bool:
    return value.isascii() and value.isdecimal()


def page_field(request: PageRequest) -> tuple[str, int]:
    """(name, value) of the field that counts pages: one of the known names, else one whose name speaks of a page and
    whose value is small; ("", 0) without one."""
    values = {name: value for name, value in fields(request).items() if _is_decimal(value)}
    lower = {name.lower(): name for name in values}
    for known in PAGE_FIELDS:
        if name := lower.get(known.lower()):
            return name, int(values[name][:9])
    for name, value in values.items():
        if _COUNTS_PAGES.search(name) and not _COUNTS_ROWS.search(name) and len(value) < 5:
            return name, int(value)
    return "", 0


def page_size(request: PageRequest, otherwise: int) -> int:
    """The rows of a page the request asks for, ``otherwise`` where it does not say."""
    if size := number(request, *SIZE_FIELDS):
        return size
    sized = (value for name, value in fields(request).items() if _COUNTS_ROWS.search(name) and value.isdecimal())
    return next((int(value) for value in sized if len(value) < 4 and int(value)), otherwise)


def goes_on(number: int, size: int, shown: int, *, total: int | None = None, pages: int | None = None) -> bool:
    """Whether a page follows the one of this number (from 1) and ``size``: by the pages or the rows stated in all,
    where none are stated by the ``shown`` rows, which fill it."""
    if pages is not None:
        return number < pages
    return number * size < total if total is not None else shown >= size


def next_window(request: PageRequest, total: int | None, shown: int = 0) -> PageRequest | None:
    """The request for the window of records after the one asked for as ``startrecord`` to ``endrecord``, cut at the
    ``total``; where that is not stated another one follows if ``shown`` rows fill this one."""
    start, end = (number(request, name) or 0 for name in ("startrecord", "endrecord"))
    size = end - start + 1
    more = end < total if total is not None else shown >= size
    if not more or not 0 < start <= end < MAX_RECORDS:
        return None
    last = end + size if total is None else min(end + size, total)
    return changed(request, startrecord=end + 1, endrecord=last)


def changed(request: PageRequest, **values: object) -> PageRequest:
    """The same request with other values for some fields, each where it stood, new ones in the query."""
    held = _object(request.body)
    body, query = [] if held is not None else parse_qsl(request.body, keep_blank_values=True), ""
    parts = urlsplit(request.url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in values.items():
        pairs, in_query = _put(pairs, name, str(value))
        body, in_body = _put(body, name, str(value))
        in_body = in_body or (held is not None and _put_in(held, name, value))
        if not in_query and not in_body:
            pairs.append((name, str(value)))
    query = urlencode(pairs)
    sent = urlencode(body) if held is None else json.dumps(held, ensure_ascii=False)
    return replace(request, url=urlunsplit(parts._replace(query=query)), body=sent)


def _put_in(held: dict[str, Any], name: str, value: object) -> bool:
    """Change a field of an object, or of those in it, in the kind of value it had; False where none is so called."""
    done = False
    for key, old in held.items():
        if key.lower() == name.lower() and isinstance(old, (str, int)):
            held[key], done = (str(value) if isinstance(old, str) else value), True
        elif isinstance(old, dict):
            done = _put_in(old, name, value) or done
    return done


def get(url: str, values: Mapping[str, Any], referer: str = "") -> PageRequest:
    """A GET request with these fields."""
    separator = "&" if "?" in url else "?"
    headers = {"Referer": referer} if referer else {}
    return PageRequest(
        f"{url}{separator}{urlencode({name: str(value) for name, value in values.items()})}", headers=headers
    )


def post(url: str, values: Mapping[str, Any], referer: str = "") -> PageRequest:
    """A form POST with these fields; a list is sent as ``name[]`` once for each value, as jQuery does."""
    pairs: list[tuple[str, str]] = []
    for name, value in values.items():
        if isinstance(value, (list, tuple)):
            pairs += [(f"{name}[]", str(each)) for each in value]
        else:
            pairs.append((name, str(value)))
    headers = {**FORM, "Referer": referer} if referer else dict(FORM)
    return PageRequest(url, "POST", urlencode(pairs), headers)


def of_shell(page: ListingPage, service: PageRequest) -> PageRequest | None:
    """The request a shell leads to, None if the service itself answered with a shell: asking again would not end."""
    paths = {urlsplit(url).path for url in (page.url, asked(page).url)}
    return None if urlsplit(service.url).path in paths else service


def _pairs(text: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=500))
    except ValueError:
        return {}


def _put(pairs: list[tuple[str, str]], name: str, value: str) -> tuple[list[tuple[str, str]], bool]:
    known = any(key.lower() == name.lower() for key, _ in pairs)
    return [(key, value if key.lower() == name.lower() else old) for key, old in pairs], known
