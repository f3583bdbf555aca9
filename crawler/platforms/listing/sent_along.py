"""What a request sends that its script does not spell field by field: what tables send by themselves, the function of
JSONP, tokens in headers, a tree's node, and numbers among what is sent as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from crawler.platforms.listing import given, service_requests
from crawler.platforms.listing.javascript import Pieces, Scope, closing, expression, text_at

MOST_OPTIONS: Final = 40  # of a call; layui's table, which has the most, knows some 30
MOST_HEADERS: Final = 50  # places where a script sets headers
PAGE: Final = frozenset({name.lower() for name in service_requests.PAGE_FIELDS} | {"currpage", "pageindex", "p", "pn"})
SIZE: Final = frozenset(name.lower() for name in service_requests.SIZE_FIELDS)
_CALLBACK: Final = frozenset({"callback", "jsoncallback", "jsonpcallback", "cb"})
_TOKEN: Final = re.compile(r"csrf|xsrf|token", re.I)


def options_in(pieces: Pieces, opened: int) -> dict[str, int]:
    """Where the values begin of the options in the bracket that opens at a place, by name."""
    return dict(islice(given.entries(pieces, opened), MOST_OPTIONS))


def text_of(pieces: Pieces, options: Mapping[str, int], name: str, scope: Scope) -> str:
    """The text of an option, "" where there is none or nothing says it."""
    return (expression(pieces, options[name], scope)[0] or "") if name in options else ""


def typed(pieces: Pieces, held: int, sent: dict[str, Any], scope: Scope) -> dict[str, Any]:
    """What is sent as JSON, in which a number is none in quotes: what a script counts, or sets a name to."""
    places, made = dict(given.entries(pieces, held)) if held >= 0 else {}, dict[str, Any]()
    for name, each in sent.items():
        at = places.get(name, -1)
        inner = given.literal(pieces, at) if isinstance(each, dict) and at >= 0 else -1
        if isinstance(each, dict):
            made[name] = typed(pieces, inner, each, scope)
        else:
            set_by = text_at(pieces, at) if at >= 0 and pieces[at].kind == "name" else ""
            counted = bool(set_by) and (
                {set_by, set_by.rpartition(".")[2]} & scope.numbers or name.lower() in PAGE | SIZE
            )
            made[name] = int(each) if counted and isinstance(each, str) and each.isdecimal() else each
    return made


def by_itself(
    pieces: Pieces, start: int, options: Mapping[str, int], scope: Scope, address: str
) -> list[tuple[str, str]]:
    """The fields that what asks for the address at a place sends without being told."""
    jsonp = {name: text_of(pieces, options, name, scope) for name in ("dataType", "jsonp")}
    grid = of_grid(pieces, start, options, scope)
    return [*of_table(pieces, options, scope), *grid, *of_jsonp(jsonp, address)]


def of_table(pieces: Pieces, options: Mapping[str, int], scope: Scope) -> list[tuple[str, str]]:
    """The number and size of the page that layui's table sends by itself (layui.dev, table: ``request``, ``limit``)."""
    if not {"cols", "elem"} <= options.keys() or text_at(pieces, options.get("page", -1)) in ("false", ""):
        return []
    held = given.literal(pieces, options["request"]) if "request" in options else -1
    names = given.value(pieces, held, scope) if held >= 0 else {}
    limit = text_of(pieces, options, "limit", scope) or "10"
    return [(names.get("pageName") or "page", "1"), (names.get("limitName") or "limit", limit)]


def of_grid(pieces: Pieces, start: int, options: Mapping[str, int], scope: Scope) -> list[tuple[str, str]]:
    """What the grids of easyui (jeasyui.com, datagrid: ``pagination``) and DataTables (datatables.net, server-side
    processing: ``draw``, ``start``, ``length``) send by themselves."""
    if {"columns", "pagination"} <= options.keys() and text_at(pieces, options["pagination"]) == "true":
        return [("page", "1"), ("rows", text_of(pieces, options, "pageSize", scope) or "10")]
    inner = pieces.brackets[0][start]
    around = options_in(pieces, pieces.brackets[0][inner]) if inner > 0 and text_at(pieces, inner - 2) == "ajax" else {}
    if text_at(pieces, around.get("serverSide", len(pieces))) != "true":
        return []
    return [("draw", "1"), ("start", "0"), ("length", text_of(pieces, around, "pageLength", scope) or "10")]


def of_jsonp(options: Mapping[str, str], address: str) -> list[tuple[str, str]]:
    """The field that names the function an answer in JSONP calls, unless the address names it."""
    if options["dataType"] != "jsonp":
        return []
    name = options["jsonp"] or "callback"
    asked = {each.lower() for each, _ in parse_qsl(urlsplit(address).query)}
    return [] if asked & (_CALLBACK | {name.lower()}) else [(name, "result")]


def in_headers(pieces: Pieces, options: Mapping[str, int], scope: Scope) -> str:
    """The headers that carry a token of the page, as ``X-CSRF-TOKEN={_csrf}``: of this call, or of all calls."""
    tokens = {text: name for name, text in scope.inputs.items() if text and _TOKEN.search(name)}
    found: dict[str, str] = {}
    places = sorted(pieces.places.get("setRequestHeader", []) + pieces.places.get("headers", [])) if tokens else []
    for at in (place for place in places[:MOST_HEADERS] if place + 4 < len(pieces)):
        if pieces[at].text.endswith("setRequestHeader") and pieces[at + 1].text == "(":
            name, end = expression(pieces, at + 2, scope)
            text = expression(pieces, end + 1, scope)[0] if text_at(pieces, end) == "," else None
            found |= {name: text} if name and text else {}
        elif pieces[at].text == "headers" and pieces[at + 1].text == ":":
            held = given.literal(pieces, at + 2)
            stated = given.value(pieces, held, scope) if held >= 0 else {}
            found |= {key: text for key, text in stated.items() if isinstance(text, str)}
    return " ".join(f"{name}={{{tokens[text]}}}" for name, text in found.items() if text in tokens)


def of_node(pieces: Pieces, options: Mapping[str, int]) -> tuple[str, ...]:
    """The fields of a node that zTree sends when it is opened (its setting ``async.autoParam``)."""
    place = options.get("autoParam", -1)
    if place < 0 or text_at(pieces, place) != "[":
        return ()
    return tuple(piece.text for piece in pieces[place : closing(pieces, place)] if piece.kind == "string")
