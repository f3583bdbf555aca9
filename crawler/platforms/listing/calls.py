"""The requests that scripts make, read from their text: which literal is asked for, how, and what is sent along.

A literal is asked for where it stands as what is asked for in a call (``$.getJSON("…")``, ``url: "…"``), or where it
reads as the address of a service.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from crawler.platforms.listing import given, sent_along, service_requests
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.javascript import Pieces, Scope, expression, text_at
from crawler.urls import canonical

SIZE: Final = "15"
YEAR: Final = "{year}"
MOST_PASSED: Final = 12  # calls of a function that asks for what it is given
_ASSET: Final = re.compile(r"\.(?:js|css|png|jpe?g|gif|svg|ico|swf|woff2?|ttf|mp4|pdf|docx?|xlsx?|zip)(?:$|\?)", re.I)
_SERVICE: Final = re.compile(
    r"list|search|quer|page|find|doc|info|data|content|article|news|rest/|api/|json|interface|service|channel|row|item|"
    r"tree|menu|nodes?\b",
    re.I,
)
_IDLE: Final = re.compile(
    r"visit|count|click|hit|login|captcha|user|comment|vote|token|weather|(?<![a-z])(?:stat|log)\b|track|share|suggest",
    re.I,
)
_MEDIA: Final = re.compile(r"(?:application|text|multipart|image)/", re.I)  # what a Content-Type begins with (RFC 6838)
_POST: Final = re.compile(r"(?:^|\.)post(?:JSON)?$", re.I)
_ASKS: Final = re.compile(r"(?:^|\.)(?:get|post|getJSON|ajax|fetch|axios|request|load)$")
_JSON: Final = re.compile(r"\bjson\b", re.I)
# Options that hold what is sent: jQuery and axios, layui's table, zTree's async, bootstrap-table and easyui.
_SENT: Final = ("data", "params", "where", "otherParam", "queryParams", "body")
_OPTIONS: Final = frozenset({*_SENT, "method", "dataType", "contentType", "headers", "success", "autoParam", "baseURL"})


@dataclass(frozen=True, slots=True)
class Call:
    """A request that a script makes: as the portal file keeps it; whether all parts of its address are known; whether
    it stands in a call; the fields of a tree's node that are sent when the node is opened; and what the function that
    makes it is told."""

    params: dict[str, str]
    whole: bool = True
    asked: bool = False
    opens: tuple[str, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Lenient(Scope):
    """A scope in which a page's number is the first and its size a usual one; it notes what nothing says."""

    missed: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def value(self, name: str) -> str | None:
        known = Scope.value(self, name)
        self.used.add(name)
        last = name.rpartition(".")[2].lower()
        if known is None and last in sent_along.PAGE | {"n", "num", "index", "i"}:
            return "1"
        if known is None and last in sent_along.SIZE:
            return SIZE
        self.missed += [name] if known is None else []
        return known


def calls(pieces: Pieces, scope: Scope, base: str) -> Iterator[Call]:
    """Every request for a service on the page's own host, in the order of the script."""
    root = next((text for name, text in scope.names.items() if name.rpartition(".")[2] == "baseURL"), None)
    at = 0
    while at < len(pieces):
        end, asked = at + 1, _is_asked(pieces, at)
        if pieces[at].kind == "string" or (pieces[at].kind == "name" and (asked or text_at(pieces, end) == "+")):
            lenient = Lenient.of(scope)
            value, end = expression(pieces, at, lenient)
            yield from _calls_at(pieces, at, end, value, lenient, base, root, asked=asked)
        at = max(end, at + 1)


def _calls_at(
    pieces: Pieces, at: int, end: int, value: str | None, lenient: Lenient, base: str, root: str | None, *, asked: bool
) -> Iterator[Call]:
    """What is asked for at a place; where that lacks what a function is given, what each of its calls gives."""
    call = _call_at(pieces, at, end, value, lenient, base, root, asked=asked)
    outer = Lenient.of(lenient)
    for names in islice(given.passed(pieces, at, outer), MOST_PASSED) if asked and lenient.used else ():
        known, whole = Lenient.of(lenient, names), not outer.missed
        outer.missed.clear()
        if names.keys().isdisjoint(lenient.used - sent_along.PAGE):
            continue
        told = expression(pieces, at, known)[0]
        if (bound := _call_at(pieces, at, end, told, known, base, root, asked=asked)) is not None:
            call = None
            yield replace(bound, whole=bound.whole and whole, told=names)
    if call is not None:
        yield call


def _call_at(
    pieces: Pieces, at: int, end: int, value: str | None, lenient: Lenient, base: str, root: str | None, *, asked: bool
) -> Call | None:
    """What is asked for at a place where an expression of this value and end stands, None for what is no service."""
    sends = asked and _sent(pieces, _options(pieces, at), end) >= 0
    may_be = _may_be_service(value or "", asked=asked, sends=sends)
    rooted = _rooted(pieces, at, value or "", root or "") if may_be else ""
    address = _service_address(rooted, base, asked=asked, sends=sends)
    if not address:
        return None
    call = _call(pieces, at, end, address, Scope.of(lenient), based=root is not None)
    return replace(call, whole=call.whole and not lenient.missed, asked=asked)


def _is_asked(pieces: Pieces, at: int) -> bool:
    """Whether what stands at a place is what a call asks for; the parameter of a function that asks for anything is
    not."""
    if at < 2 or pieces[at - 1].text not in ("(", ",", ":") or not _is_first(pieces, at):
        return False
    return pieces[at].kind != "name" or given.parameter_of(pieces, at) is None


def _is_first(pieces: Pieces, at: int) -> bool:
    """Whether something stands where a call has what it asks for: ``get(…)``, ``open("GET", …)``, ``url: …``."""
    before, mark = pieces[at - 2].text, pieces[at - 1].text
    if mark == "(":
        return bool(_ASKS.search(before))
    if mark == ",":
        return text_at(pieces, at - 3) == "(" and text_at(pieces, at - 4).endswith("open")
    opened = _opened(pieces, at) if before == "url" else -1
    return opened > 0 and (pieces[opened - 1].text == "(" or not _OPTIONS.isdisjoint(_options(pieces, at)))


def _rooted(pieces: Pieces, at: int, value: str, root: str) -> str:
    """An address with the ``baseURL`` of an axios instance before it; jQuery knows none."""
    jquery = any(piece.text.startswith(("$", "jQuery")) for piece in pieces[max(0, at - 4) : at])
    if not root or jquery or re.match(r"(?:https?:)?//", value) or value.startswith(root) or not value:
        return value
    return f"{root.rstrip('/')}/{value.lstrip('/')}"


def _service_address(value: str, base: str, *, asked: bool, sends: bool) -> str:
    """The address a literal spells of a service on the page's own host, "" for the page itself and all else."""
    address = absolute(base, value) if _may_be_service(value, asked=asked, sends=sends) else ""
    own = address and urlsplit(address).hostname == urlsplit(base).hostname and canonical(address) != canonical(base)
    return address if own else ""


def _may_be_service(value: str, *, asked: bool, sends: bool) -> bool:
    """True for a literal that is a path or address of something asked for, not of a page, a picture or a script; what
    has the name of a page is none where something is sent to it."""
    if (
        not re.match(r"(?:https?:)?//|/|\.{1,2}/|[\w-]+/", value)
        or len(value) > 1000
        or re.search(r"[\s<>{}\"']", value)
        or _MEDIA.match(value)
    ):
        return False
    path, _, query = value.partition("?")
    path = re.sub(r"^(?:https?:)?//[^/]*", "", path)
    if _ASSET.search(value) or _IDLE.search(path) or not path.strip("/"):
        return False
    plain = re.search(r"\.s?html?$" if asked else r"/$|\.s?html?$", path)
    return (asked or bool(_SERVICE.search(path))) and (not plain or sends or "=" in query)


def _call(pieces: Pieces, start: int, end: int, address: str, scope: Scope, *, based: bool) -> Call:
    """The call round an address literal: its method and fields, as the portal file keeps them. ``based`` is true where
    an axios instance has a ``baseURL``."""
    options = _options(pieces, start)
    place = _sent(pieces, options, end)
    held = given.sent_as(pieces, place) if place >= 0 else -1
    sent = _known(given.value(pieces, held, scope), scope) if held >= 0 else {}
    sent |= _known(given.set_on(pieces, place, scope), scope) if place >= 0 else {}
    method = _method(pieces, start, options, scope)
    params = {"url": address}
    if method == "POST" and _as_json(pieces, start, place, options, scope, based=based):
        told = sent_along.typed(pieces, held, sent, scope)
        params |= {"method": "POST", "body": json.dumps(told, ensure_ascii=False)}
    else:
        plain = expression(pieces, place, scope)[0] if place >= 0 and held < 0 and not sent else None
        own = sent_along.by_itself(pieces, start, options, scope, address)
        fields = [*given.as_fields(sent), *own, *parse_qsl(plain or "")]
        params |= _with_fields(address, method, fields)
    if headers := sent_along.in_headers(pieces, options, scope):
        params["headers"] = headers
    lost = (
        place >= 0 and held < 0 and not sent and pieces[place].kind == "name" and not given.parameter_of(pieces, place)
    )
    return Call(params, whole=not lost, opens=sent_along.of_node(pieces, options))


def _with_fields(address: str, method: str, fields: Sequence[tuple[str, str]]) -> dict[str, str]:
    if method == "POST":
        return {"url": address, "method": "POST", "body": _templated(urlencode(fields))}
    return {"url": _templated(service_requests.get(address, dict(fields)).url) if fields else address}


def _templated(text: str) -> str:
    """A query with the places of values that a page gives left open."""
    return re.sub(r"%7B(\w{1,60})%7D", r"{\1}", text)


def _options(pieces: Pieces, start: int) -> dict[str, int]:
    """The options object an address stands in as ``url: …``, or that follows it: each option with its place."""
    opened = _opened(pieces, start)
    if opened < 0:
        end = next((at for at in range(start, min(start + 40, len(pieces))) if pieces[at].text in (",", ";", ")")), -1)
        told = _POST.search(text_at(pieces, start - 2))  # $.post and axios.post take what is sent first
        follows = not told and end >= 0 and pieces[end].text == "," and text_at(pieces, end + 1) == "{"
        held = sent_along.options_in(pieces, end + 1) if follows else {}
        return held if held.keys() & {"params", "data", "method", "headers", "body"} else {}
    return sent_along.options_in(pieces, opened)


def _opened(pieces: Pieces, start: int) -> int:
    """Where the object literal that holds the piece at ``start`` opens, -1 if none does."""
    at = pieces.brackets[0][start]
    return at if at >= 0 and pieces[at].text == "{" and text_at(pieces, at + 2) == ":" else -1


def _sent(pieces: Pieces, options: Mapping[str, int], end: int) -> int:
    """Where stands what is sent along: an option, or the call's next argument; -1 for nothing."""
    if options:
        return next((options[name] for name in _SENT if name in options), -1)
    follows = text_at(pieces, end) == "," and text_at(pieces, end + 1) not in ("function", "(", "")
    return end + 1 if follows and text_at(pieces, end + 2) != "=>" else -1


def _method(pieces: Pieces, start: int, options: Mapping[str, int], scope: Scope) -> str:
    """GET or POST: by an option, by the function that is called, by the word before the address."""
    stated = sent_along.text_of(pieces, options, "type", scope) or sent_along.text_of(pieces, options, "method", scope)
    if text_at(pieces, start - 1) == "," and pieces[start - 2].kind == "string":
        stated = stated or pieces[start - 2].text
    caller = next((piece.text for piece in reversed(pieces[max(0, start - 4) : start]) if piece.kind == "name"), "")
    return "POST" if (stated or ("post" if _POST.search(caller) else "get")).lower() == "post" else "GET"


def _as_json(pieces: Pieces, start: int, place: int, options: Mapping[str, int], scope: Scope, *, based: bool) -> bool:
    """Whether what is posted is JSON: it is made to be, or is said to be; axios sends an object so."""
    if place < 0:
        return False
    if pieces[place].text == "JSON.stringify":
        return True
    kind = sent_along.text_of(pieces, options, "contentType", scope)
    if (at := options.get("headers", -1)) >= 0 and (held := given.literal(pieces, at)) >= 0:
        stated = given.value(pieces, held, scope)
        kind = kind or next((str(each) for name, each in stated.items() if name.lower() == "content-type"), "")
    if kind:
        return bool(_JSON.search(kind))
    axios = any(piece.text.partition(".")[0] == "axios" for piece in pieces[max(0, start - 4) : start])
    jquery = any(piece.text.startswith(("$", "jQuery")) for piece in pieces[max(0, start - 4) : start])
    is_object = pieces[place].text == "{" or text_at(pieces, place + 1) != "("
    return (axios or (based and not jquery)) and is_object


def _known(value: Any, scope: Scope) -> dict[str, Any]:
    """What is sent with the values that are known; a page's number and size have one where the script computes it."""
    found: dict[str, Any] = {}
    for name, each in value.items() if isinstance(value, dict) else ():
        known = _known(each, scope) if isinstance(each, dict) else _filled(name, each, scope)
        if known is not None and known != {}:
            found[name] = known
    return found


def _filled(name: str, value: Any, scope: Scope) -> Any:
    """A field's value, or what its name stands for."""
    value = scope.value(name) if value is None else value
    if value is None and name.lower() in sent_along.PAGE:
        return "1"
    return SIZE if value is None and name.lower() in sent_along.SIZE else value
