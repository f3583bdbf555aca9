"""Any list service of any make: the page or its own scripts say how it is asked, the portal file remembers it.

``calls`` reads from scripts what a browser would ask for when it draws the page: the address, the fields and the
method. Nothing is made up: fields whose value nothing states are left out, but for the page's number and size, which
begin at the first page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.platforms.listing import answers, feeds, flatten, held, pager, service_requests
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.calls import YEAR, Call
from crawler.platforms.listing.calls import calls as of_script
from crawler.platforms.listing.declared import declared
from crawler.platforms.listing.given import learn_calls
from crawler.platforms.listing.javascript import Scope, objects, tokens
from crawler.platforms.listing.page_values import PageValues, page_values
from crawler.platforms.listing.rows import rows_of_fragment, unique
from crawler.platforms.listing.unpacked import unpacked

NAME: Final = "service"
PARAMS: Final[Mapping[str, str]] = {
    "url": "the list service's address, first page; without it the page itself is read",
    "method": "GET (default) or POST",
    "body": "what is posted, form fields or JSON",
    "row": "the address of a row that has none: {name} stands for its field of that name",
    "title": "the field of a row's title, where its name does not say so",
    "headers": "what is sent as headers, such as X-CSRF-TOKEN={_csrf}: {name} stands for an input or meta of the page; "
    "a blank in a value is %20",
    "years": "the first of the years that {year} in url or body stands for; the newest is the newest the page offers",
}
MAX_CALLS: Final = 4
_READS_COMMENTS: Final = re.compile(
    r"nodeType\s*={2,3}\s*8|COMMENT_NODE|SHOW_COMMENT|[\"']#comment[\"']|replace\(\s*(?:/\^?|[\"'])<!--|<!--[^\n]{0,40}\.(?:replace|split|match)"
    r"|(?:indexOf|split|match|exec)\(\s*(?:/|[\"'])<!--",
    re.I,
)
_AREA: Final = re.compile(r"<textarea\b[^>]{0,300}>(.{1,500000}?)</textarea>", re.I | re.S)
_PLACE: Final = re.compile(r"\{([\w:-]{1,60})\}")


def first(url: str, params: Mapping[str, Any]) -> PageRequest:
    """The service's first page; the page itself while no service is known, or where it states what is to be sent."""
    if not params.get("url") or _left_open(params):
        return PageRequest(url)
    return _filled(url, params, {})


def _left_open(params: Mapping[str, Any]) -> bool:
    """Whether values are to be taken from the page itself."""
    return any(_PLACE.search(str(params.get(name) or "")) for name in ("url", "body", "headers"))


def of_page(page: ListingPage) -> PageRequest:
    """The service's first page as the column's page has it asked for."""
    known = page_values(page.text) if _left_open(page.params) else PageValues()
    newest = {"year": str(known.years[-1])} if known.years else {}
    return _filled(page.url, page.params, known.fields | newest)


def _filled(url: str, params: Mapping[str, Any], known: Mapping[str, str]) -> PageRequest:
    """The request with the values of a page in their places."""
    body, address = (_in_place(str(params.get(name) or ""), known) for name in ("body", "url"))
    kind = "application/json; charset=UTF-8" if body.startswith("{") else service_requests.FORM["Content-Type"]
    headers = {"Referer": url, **({"Content-Type": kind} if body else {})}
    for pair in str(params.get("headers") or "").split():
        name, _, value = pair.partition("=")
        headers[name] = _PLACE.sub(lambda found: known.get(found[1], ""), unquote(value))
    return PageRequest(absolute(url, address), str(params.get("method") or "GET"), body, headers)


def _in_place(text: str, known: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: quote(known.get(found[1], ""), safe=""), text)


def read(page: ListingPage) -> Listing:
    """Rows of an answer, as JSON, JSONP or pieces of HTML, and the request for its next page; of a page that states
    what is to be sent, the request for its rows."""
    page = replace(page, text=unpacked(page.text))
    if _left_open(page.params) and _is_page(page):
        return Listing(next=of_page(page), problem="js_shell")
    listing = _read_answer(page)
    if listing.next is None and (before := year_before(page)):
        return replace(listing, next=before, problem="")
    return listing


def _is_page(page: ListingPage) -> bool:
    """Whether this is the column's own page and no answer of its service."""
    service = absolute(page.url, _PLACE.sub("", str(page.params["url"])))
    return urlsplit(service_requests.asked(page).url).path != urlsplit(service).path


def year_before(page: ListingPage) -> PageRequest | None:
    """The request for the first page of the year before the one asked for, None behind the first."""
    request, oldest = service_requests.asked(page), str(page.params.get("years") or "")
    name, number = service_requests.page_field(_filled(page.url, page.params, {}))
    for part in ("body", "url") if oldest.isdecimal() else ():
        text = str(getattr(request, part))
        found = _year_in(str(page.params.get(part) or ""), text)
        if found and int(found["year"]) > int(oldest):
            earlier = f"{text[: found.start('year')]}{int(found['year']) - 1}{text[found.end('year') :]}"
            asked = replace(request, url=earlier) if part == "url" else replace(request, body=earlier)
            return service_requests.changed(asked, **{name: number}) if name else asked
    return None


def _year_in(template: str, text: str) -> re.Match[str] | None:
    """The year that stands in a text where its template has one."""
    before, place, _ = template.partition(YEAR)
    known = re.escape(before.rpartition("}")[2][-40:])
    return re.search(rf"{known}(?P<year>\d{{4}})(?!\d)", text) if place else None


def _read_answer(page: ListingPage) -> Listing:
    """What a service answers, of one year where it has years."""
    if not feeds.looks_like_json(page.text):
        return _read_page(page)
    counted = service_requests.page_field(_filled(page.url, page.params, {})) if page.params.get("url") else ("", 0)
    listing = answers.read_answer(page, first_page=counted[1] if counted[0] else 1)
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
    name, number = service_requests.page_field(service_requests.asked(page))
    further = None
    if name and page.params.get("url") and stated.pages is not None and number < stated.pages:
        further = service_requests.changed(service_requests.asked(page), **{name: number + 1})
    return Listing(rows=rows, next=further, stated_total=stated.rows, stated_pages=stated.pages)


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
    """The scripts that stand in a page, and the calls that its attributes stand for."""
    dom = flatten(page.text, page.url)
    scripts = [source for _, kind, source in dom.scripts if kind in ("", "text/javascript", "module")]
    return [*scripts, *declared(page.text)]


def calls(page: ListingPage, *scripts: str, given: Mapping[str, str] | None = None) -> list[Call]:
    """The requests for lists that a page's inline scripts and its own files make, most likely first; ``given`` are
    values of a function's parameters, as a click gives them."""
    read_as = [tokens(source) for source in (*scripts_of(page), *scripts)]
    stated = page_values(page.text)
    inputs = stated.fields | dict.fromkeys(stated.chooses, YEAR)
    parts = urlsplit(page.url)
    query = dict(parse_qsl(parts.query) + parse_qsl(parts.fragment.partition("?")[2]))  # that of a route as well
    scope = Scope(dict(given or {}), inputs=inputs, query=query)
    for pieces in read_as:
        scope.learn(pieces)
    for pieces in read_as:
        learn_calls(pieces, scope)
    found: dict[tuple[str, str], Call] = {}
    for pieces in read_as:
        for call in of_script(pieces, scope, page.url):
            if YEAR in call.params["url"] + call.params.get("body", ""):
                call.params["years"] = str(stated.years[0])
            found.setdefault((call.params["url"].partition("?")[0], call.params.get("body", "")), call)
    ranked = sorted(found.values(), key=lambda each: (not each.asked, -_likely(each.params)))
    return list(islice(ranked, MAX_CALLS))


def _likely(params: Mapping[str, str]) -> int:
    text = params["url"] + params.get("body", "")
    wanted = service_requests.fields(PageRequest(params["url"], body=params.get("body", "")))
    counts = {name.lower() for name in service_requests.PAGE_FIELDS} & {name.lower() for name in wanted}
    return 2 * bool(re.search(r"list|search|quer", text, re.I)) + bool(counts)
