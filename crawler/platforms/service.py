"""Any list service of any make: the page or its own scripts say how it is asked, the portal file remembers it.

``calls`` reads from scripts what a browser would ask for when it draws the page: the address, the fields and the
method. Nothing is made up: fields whose value nothing states are left out, but for the page's number and size, which
begin at the first page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import answers, feeds, flatten, held, pager, service_requests
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.javascript import Scope, Token, closing, expression, fields, objects, text_at, tokens
from crawler.platforms.listing.rows import rows_of_fragment, unique
from crawler.urls import canonical

NAME: Final = "service"
PARAMS: Final[Mapping[str, str]] = {
    "url": "the list service's address, first page; without it the page itself is read",
    "method": "GET (default) or POST",
    "body": "what is posted, form fields or JSON",
    "row": "the address of a row that has none: {name} stands for its field of that name",
}
MAX_CALLS: Final = 4
_ASSET: Final = re.compile(r"\.(?:js|css|png|jpe?g|gif|svg|ico|swf|woff2?|ttf|mp4|pdf|docx?|xlsx?|zip)(?:$|\?)", re.I)
_SERVICE: Final = re.compile(
    r"list|search|quer|page|find|doc|info|data|content|article|news|rest/|api/|json|interface|service|channel|row|item|"
    r"tree|menu|nodes?\b",
    re.I,
)
_IDLE: Final = re.compile(
    r"visit|count|click|hit|login|captcha|user|comment|vote|token|weather|stat\b|log\b|track|share|suggest", re.I
)
_PAGE: Final = frozenset({name.lower() for name in service_requests.PAGE_FIELDS} | {"currpage", "pageindex", "p", "pn"})
_SIZE: Final = frozenset(name.lower() for name in service_requests.SIZE_FIELDS)
_CALLBACK: Final = frozenset({"callback", "jsoncallback", "jsonpcallback", "cb"})
_POST: Final = re.compile(r"(?:^|\.)post$", re.I)
_READS_COMMENTS: Final = re.compile(
    r"nodeType\s*={2,3}\s*8|COMMENT_NODE|SHOW_COMMENT|[\"']#comment[\"']|replace\(\s*(?:/\^?|[\"'])<!--|<!--[^\n]{0,40}\.(?:replace|split|match)"
    r"|(?:indexOf|split|match|exec)\(\s*(?:/|[\"'])<!--",
    re.I,
)
_AREA: Final = re.compile(r"<textarea\b[^>]{0,300}>(.{1,500000}?)</textarea>", re.I | re.S)
SIZE: Final = "15"


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The service's first page, the page itself while no service is known."""
    if not params.get("url"):
        return PageRequest(url)
    body = str(params.get("body") or "")
    kind = "application/json; charset=UTF-8" if body.startswith("{") else service_requests.FORM["Content-Type"]
    headers = {"Referer": url, **({"Content-Type": kind} if body else {})}
    return PageRequest(absolute(url, str(params["url"])), str(params.get("method") or "GET"), body, headers)


def read(page: ListingPage) -> Listing:
    """Rows of an answer, as JSON, JSONP or pieces of HTML, and the request for its next page."""
    if not feeds.looks_like_json(page.text):
        return _read_page(page)
    first_page = service_requests.number(first(page.url, page.params), *_PAGE) if page.params.get("url") else None
    listing = answers.read_answer(page, first_page=1 if first_page is None else first_page)
    if listing.rows:
        return listing
    rows = _in_fragments(feeds.fragments(feeds.load(page.text)), service_requests.asked(page).url)
    return replace(listing, rows=rows, problem="") if rows else listing


def _read_page(page: ListingPage) -> Listing:
    """Rows that stand in the page itself: in its HTML, its scripts, its comments or its text areas."""
    ways = (held.in_xml, _in_html, _in_scripts, _in_comments, _in_areas, held.in_attributes)
    rows = next((found for way in ways if (found := way(page))), ())
    if not rows:
        return Listing(problem="not_a_listing")
    stated = pager.stated(flatten(page.text, page.url, page.encoding))
    return Listing(rows=rows, stated_total=stated.rows, stated_pages=stated.pages)


def _in_html(page: ListingPage) -> tuple[ListingRow, ...]:
    return rows_of_fragment(page.text, page.url).rows


def _in_scripts(page: ListingPage) -> tuple[ListingRow, ...]:
    """Rows that stand in the page's scripts as object literals with an address and a title."""
    kinds = ("", "text/javascript", "module", "application/json")
    scripts = [source for _, kind, source in flatten(page.text, page.url).scripts if kind in kinds]
    scripts += [] if page.text.lstrip().startswith("<") else [page.text]  # a script file by itself
    items = [item for source in scripts for item in objects(tokens(source), Scope())]
    return feeds.rows(items, page.url, str(page.params.get("row") or ""))


def _in_comments(page: ListingPage) -> tuple[ListingRow, ...]:
    """Rows that stand in a comment, where a script of the page reads comments: elsewhere they are an old template's."""
    dom = flatten(page.text, page.url)
    if not any(_READS_COMMENTS.search(source) for _, _, source in dom.scripts):
        return ()
    return _in_fragments((text for text in dom.comments if "<a" in text), page.url)


def _in_fragments(pieces: Iterable[str], base: str) -> tuple[ListingRow, ...]:
    return unique(row for piece in pieces for row in rows_of_fragment(piece, base).rows)


def _in_areas(page: ListingPage) -> tuple[ListingRow, ...]:
    """Rows that wait in a hidden text area until a script shows them."""
    areas = [unescape(text) for text in _AREA.findall(page.text)]
    return _in_fragments((text for text in areas if "<a" in text), page.url)


def detect(page: ListingPage) -> dict[str, Any] | None:
    """Nothing of itself: its calls are tried one by one where no other reader finds rows."""
    return None


def scripts_of(page: ListingPage) -> list[str]:
    """The scripts that stand in a page."""
    dom = flatten(page.text, page.url)
    return [source for _, kind, source in dom.scripts if kind in ("", "text/javascript", "module")]


def calls(page: ListingPage, *scripts: str, given: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """The requests for lists that a page's inline scripts and its own files make, most likely first, as parameters;
    ``given`` are values of a function's parameters, as a click gives them."""
    read_as = [tokens(source) for source in (*scripts_of(page), *scripts)]
    scope = Scope(dict(given or {}), inputs=_inputs(page.text), query=dict(parse_qsl(urlsplit(page.url).query)))
    for pieces in read_as:
        scope.learn(pieces)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for pieces in read_as:
        for params in _calls(pieces, scope, page.url):
            found.setdefault((params["url"].partition("?")[0], params.get("body", "")), params)
    ranked = sorted(found.values(), key=lambda each: -_likely(each))
    return list(islice(ranked, MAX_CALLS))


def _likely(params: Mapping[str, str]) -> int:
    text = params["url"] + params.get("body", "")
    return 2 * bool(re.search(r"list|search|quer", text, re.I)) + any(
        name.lower() in _PAGE
        for name, _ in parse_qsl(urlsplit(params["url"]).query) + parse_qsl(params.get("body", ""))
    )


def _calls(pieces: Sequence[Token], scope: Scope, base: str) -> Iterator[dict[str, str]]:
    lenient = _Lenient(scope.names, scope.inputs, scope.query)
    at = 0
    while at < len(pieces):
        end = at + 1
        if pieces[at].kind == "string" or (pieces[at].kind == "name" and text_at(pieces, end) == "+"):
            value, end = expression(pieces, at, lenient)
            if address := _service_address(value or "", base):
                yield _params(pieces, at, end, address, scope)
        at = max(end, at + 1)


def _service_address(value: str, base: str) -> str:
    """The address a literal spells of a service on the page's own host, "" for the page itself and all else."""
    address = absolute(base, value) if _may_be_service(value) else ""
    own = address and urlsplit(address).hostname == urlsplit(base).hostname and canonical(address) != canonical(base)
    return address if own else ""


class _Lenient(Scope):
    """A scope in which a page's number is the first and its size a usual one."""

    def value(self, name: str) -> str | None:
        known = Scope.value(self, name)
        last = name.rpartition(".")[2].lower()
        if known is None and last in _PAGE | {"n", "num", "index", "i"}:
            return "1"
        return SIZE if known is None and last in _SIZE else known


def _may_be_service(value: str) -> bool:
    """True for a literal that is a path or address of something asked for, not of a page, a picture or a script."""
    if (
        not re.match(r"(?:https?:)?//|/|\.{1,2}/|[\w-]+/", value)
        or len(value) > 1000
        or re.search(r"[\s<>{}\"']", value)
    ):
        return False
    path, _, query = value.partition("?")
    path = re.sub(r"^(?:https?:)?//[^/]*", "", path)
    if _ASSET.search(value) or _IDLE.search(path):
        return False
    plain = re.search(r"/$|\.s?html?$", path)
    return bool(_SERVICE.search(path)) and (not plain or "=" in query)


def _params(pieces: Sequence[Token], start: int, end: int, address: str, scope: Scope) -> dict[str, str]:
    """The call round an address literal: its method and fields, as the portal file keeps them."""
    caller = next((piece.text for piece in reversed(pieces[max(0, start - 4) : start]) if piece.kind == "name"), "")
    options, data = _sent(pieces, start, end, scope)
    values = {name: given for name, value in data.items() if (given := _given(name, value, scope)) is not None}
    values |= _jsonp(options, address)
    method = options.get("type") or options.get("method") or ("POST" if _POST.search(caller) else "GET")
    if method.upper() == "POST":
        return {"url": address, "method": "POST", "body": urlencode(values)}
    return {"url": service_requests.get(address, values).url if values else address}


def _jsonp(options: Mapping[str, str | None], address: str) -> dict[str, str]:
    """The field that names the function an answer in JSONP calls, unless the address names it."""
    if options.get("dataType") != "jsonp":
        return {}
    field = options.get("jsonp") or "callback"
    asked = {name.lower() for name, _ in parse_qsl(urlsplit(address).query)}
    return {} if asked & (_CALLBACK | {field.lower()}) else {field: "result"}


def _given(name: str, value: str | None, scope: Scope) -> str | None:
    """A field's value, or what its name stands for; a page's number and size have one where the script computes it."""
    value = scope.value(name) if value is None else value
    if value is None and name.lower() in _PAGE:
        return "1"
    return SIZE if value is None and name.lower() in _SIZE else value


def _opened(pieces: Sequence[Token], start: int) -> int:
    """Where the object literal that holds the piece at ``start`` opens, -1 if none does."""
    depth = 0
    for at in range(start - 1, max(-1, start - 400), -1):
        if pieces[at].kind != "mark":
            continue
        if pieces[at].text in ")]}":
            depth += 1
        elif pieces[at].text in "([{":
            if depth == 0:
                named = pieces[at].text == "{" and at + 2 < len(pieces) and pieces[at + 2].text == ":"
                return at if named else -1
            depth -= 1
    return -1


def _sent(
    pieces: Sequence[Token], start: int, end: int, scope: Scope
) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """The options object an address stands in as ``url: …``, {} for other calls; and the fields sent along: its
    ``data: {…}``, or the object that is the call's next argument."""
    opened = _opened(pieces, start)
    if opened < 0:
        return {}, _next_argument(pieces, end, scope)
    return fields(pieces, opened, scope), _inner(pieces, opened, scope)


def _inner(pieces: Sequence[Token], opened: int, scope: Scope) -> dict[str, str | None]:
    """The fields an options object sends as ``data: {…}`` or ``params: {…}``."""
    for at in range(opened, min(closing(pieces, opened), len(pieces) - 2)):
        if pieces[at].text in ("data", "params") and pieces[at + 1].text == ":":
            begins = _begins(pieces, at + 2)
            return {**fields(pieces, begins, scope), **_arrays(pieces, begins)} if begins >= 0 else {}
    return {}


def _begins(pieces: Sequence[Token], at: int) -> int:
    """Where the object literal opens that stands at a place, or is what the name there was set to; -1 without one."""
    if pieces[at].text == "{":
        return at
    named = (
        place for place in range(len(pieces) - 2) if pieces[place].text == pieces[at].text and pieces[at].kind == "name"
    )
    return next((place + 2 for place in named if pieces[place + 1].text == "=" and pieces[place + 2].text == "{"), -1)


def _arrays(pieces: Sequence[Token], opened: int) -> dict[str, str | None]:
    """The fields of an object literal that hold one text in a list, as jQuery sends them."""
    last = closing(pieces, opened)
    spots = (at for at in range(opened, last - 4) if [pieces[at + n].text for n in (1, 2, 4)] == [":", "[", "]"])
    return {f"{pieces[at].text}[]": pieces[at + 3].text for at in spots if pieces[at + 3].kind == "string"}


def _next_argument(pieces: Sequence[Token], at: int, scope: Scope) -> dict[str, str | None]:
    """The object that follows an address as the call's next argument; one of options holds no fields."""
    if text_at(pieces, at) != "," or text_at(pieces, at + 1) != "{":
        return {}
    if inner := _inner(pieces, at + 1, scope):
        return inner
    found = fields(pieces, at + 1, scope)
    return {} if found.keys() & {"params", "data", "method", "headers", "body"} else found


def _inputs(text: str) -> dict[str, str]:
    """The page's inputs by id and name."""
    from bs4 import BeautifulSoup  # heavy, and every start loads all platforms

    found: dict[str, str] = {}
    for node in BeautifulSoup(text[:500_000], "lxml").find_all("input", limit=200):
        for key in (node.get("id"), node.get("name")):
            if key and node.get("value") is not None:
                found.setdefault(str(key), str(node["value"]))
    return found
