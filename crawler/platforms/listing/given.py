"""The values that stand in a script for what a request sends: object literals, by themselves or by the names they have.

No script is run. A name is what it was set to; a parameter is what the calls of its function give it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final
from urllib.parse import urlencode

from crawler.platforms.listing.javascript import Pieces, Scope, Token, closing, expression, next_comma, text_at

WORDS: Final[Mapping[str, object]] = {"true": True, "false": False, "null": None, "undefined": None}
MOST_AROUND: Final = 60  # brackets round a place
MOST_CALLS: Final = 2000
MOST_TRIED: Final = 50  # calls of a function that are asked what they give to a parameter
DEEPEST: Final = 6
_KEYWORDS: Final = frozenset({"if", "for", "while", "switch", "catch", "with"})


def entries(pieces: Sequence[Token], opened: int) -> Iterator[tuple[str, int]]:
    """(name, place of the value) of what the object literal opened at a place holds; ``{id}`` is ``{id: id}``."""
    end, at = closing(pieces, opened), opened + 1
    while at < end:
        if pieces[at].kind in ("name", "string", "number"):
            if text_at(pieces, at + 1) == ":" and at + 2 < end:
                yield pieces[at].text, at + 2
            elif text_at(pieces, at + 1) in (",", "}") and pieces[at].kind == "name":
                yield pieces[at].text, at
        at = next_comma(pieces, at, end) + 1


def value(pieces: Sequence[Token], at: int, scope: Scope, depth: int = 0) -> Any:
    """What stands at a place, as JSON would hold it: None for what is not known."""
    text = text_at(pieces, at)
    if at >= len(pieces) or depth > DEEPEST:
        return None
    if pieces[at].kind == "mark" and text == "{":
        return {name: value(pieces, place, scope, depth + 1) for name, place in entries(pieces, at)}
    if pieces[at].kind == "mark" and text == "[":
        return [value(pieces, place, scope, depth + 1) for place in arguments(pieces, at)]
    if pieces[at].kind == "name" and text in WORDS:
        return WORDS[text]
    known, end = expression(pieces, at, scope)
    if known is None and pieces[at].kind == "name" and end == at + 1 and isinstance(pieces, Pieces):
        held = literal(pieces, at, DEEPEST)  # an object that a name was set to
        return value(pieces, held, scope, depth + 1) if held >= 0 and held != at else None
    is_number = pieces[at].kind == "number" and end == at + 1
    return int(text) if is_number and text.isdecimal() else known


def arguments(pieces: Sequence[Token], opened: int) -> list[int]:
    """Where the parts begin of what stands in the bracket opened at a place."""
    end, at, found = closing(pieces, opened), opened + 1, list[int]()
    while at < end:
        found.append(at)
        at = next_comma(pieces, at, end) + 1
    return found


def literal(pieces: Pieces, at: int, depth: int = 0) -> int:
    """Where the object literal opens that stands at a place, or that the name or function there stands for; -1 without
    one."""
    if at >= len(pieces) or depth > DEEPEST:
        return -1
    text = pieces[at].text
    if pieces[at].kind == "mark":
        return at if text == "{" else -1
    if text == "new":
        return literal(pieces, at + 1, depth + 1)
    if text in ("function", "=>"):
        return _returned(pieces, at)
    if text_at(pieces, at + 1) == "(":  # JSON.stringify(params), qs.stringify(params), Object.assign({}, params)
        inner = (literal(pieces, place, depth + 1) for place in arguments(pieces, at + 1))
        return next((place for place in inner if place >= 0 and text_at(pieces, place + 1) != "}"), -1)
    if text_at(pieces, at + 1) == "=>":
        return literal(pieces, at + 2, depth + 1) if text_at(pieces, at + 2) != "(" else literal(pieces, at + 3)
    return _set_to(pieces, at) if pieces[at].kind == "name" else -1


def _returned(pieces: Pieces, at: int) -> int:
    """The object literal a function gives back."""
    for place in range(at, min(at + MOST_CALLS, len(pieces) - 1)):
        if pieces[place].text == "return":
            return place + 1 if pieces[place + 1].text == "{" else literal(pieces, place + 1, DEEPEST)
    return -1


def _set_to(pieces: Pieces, at: int) -> int:
    """Where the object literal opens that the name at a place is set to, by itself or as a field of another: the
    nearest, since each component of an application has its own."""
    nearest = [place for name in {pieces[at].text, pieces[at].text.rpartition(".")[2]}
               for place in _beside(pieces.literals.get(name, ()), at)]  # fmt: skip
    return min(nearest, key=lambda place: (abs(place + 2 - at), place), default=-3) + 2


def _beside(places: Sequence[int], at: int) -> Sequence[int]:
    """Those of sorted places that stand next to another on either side, and not at it."""
    before, behind = bisect_left(places, at), bisect_right(places, at)
    return [*places[max(0, before - 1) : before], *places[behind : behind + 1]]


def sent_as(pieces: Pieces, at: int) -> int:
    """Where the object literal opens that is sent as what stands at a place; -1 without one. For a parameter that is
    what the calls of its function give it."""
    opened = literal(pieces, at)
    if opened >= 0 or at >= len(pieces) or pieces[at].kind != "name" or (made := parameter_of(pieces, at)) is None:
        return opened
    name, index = made
    for given in islice(_calls_of(pieces, name), MOST_TRIED):
        if index < len(given) and (opened := literal(pieces, given[index])) >= 0:
            return opened
    return -1


def set_on(pieces: Pieces, at: int, scope: Scope) -> dict[str, Any]:
    """The fields that the function at a place sets on the object it is given: ``function (d) { d.cid = 3 }``."""
    end = _end_of_function(pieces, at)
    name = next((piece.text for piece in pieces[at:end] if piece.kind == "name" and piece.text != "function"), "")
    if end == at or not name:
        return {}
    sets = (
        place
        for place in range(at, end - 2)
        if pieces[place].text.startswith(f"{name}.") and pieces[place + 1].text == "=" and pieces[place + 2].text != "="
    )
    return {pieces[place].text.partition(".")[2]: value(pieces, place + 2, scope) for place in islice(sets, MOST_TRIED)}


def _end_of_function(pieces: Pieces, at: int) -> int:
    """Where the body ends of the function that stands at a place, the place itself without one."""
    is_one = text_at(pieces, at) == "function" or "=>" in (
        text_at(pieces, at + 1),
        text_at(pieces, closing(pieces, at) + 1),
    )
    brace = next((place for place in range(at, min(at + 60, len(pieces))) if pieces[place].text == "{"), -1)
    return closing(pieces, brace) if is_one and brace >= 0 else at


def parameter_of(pieces: Pieces, at: int) -> tuple[str, int] | None:
    """(function, place among its parameters) of the name at a place, None where it is no parameter of the functions it
    stands in."""
    around, name = pieces.brackets[0], pieces[at].text
    place = around[at]
    for _ in range(MOST_AROUND):
        if place < 0:
            return None
        if pieces[place].text == "{" and (head := _head(pieces, place)) and name in head[1]:
            return head[0], head[1].index(name)
        place = around[place]
    return None


def _head(pieces: Sequence[Token], brace: int) -> tuple[str, list[str]] | None:
    """(name, parameters) of the function whose body opens at a brace, None for any other brace."""
    end = brace - 2 if text_at(pieces, brace - 1) == "=>" else brace - 1
    if end > 1 and text_at(pieces, brace - 1) == "=>" and pieces[end].kind == "name":
        return (pieces[end - 2].text, [pieces[end].text]) if pieces[end - 1].text in ("=", ":") else None
    if end < 1 or pieces[end].text != ")":
        return None
    opened = next((place for place in range(end, max(-1, end - 60), -1) if pieces[place].text == "("), -1)
    names = [piece.text for piece in pieces[opened + 1 : end] if piece.kind == "name"]
    before = opened - 2 if text_at(pieces, opened - 1) in ("function", "async") else opened - 1
    if before >= 1 and pieces[before].text in ("=", ":"):
        before -= 1
    name = pieces[before].text.rpartition(".")[2] if before >= 0 and pieces[before].kind == "name" else ""
    return None if opened < 0 or name in _KEYWORDS else (name, names)


def passed(pieces: Pieces, at: int, scope: Scope) -> Iterator[dict[str, str]]:
    """What the calls of the function round a place give to its parameters, an object as the fields of a query: a
    function of the script's own may ask for whatever it is told (``get('/list')``)."""
    for name, parameters in _functions_around(pieces, at):
        for places in islice(_calls_of(pieces, name), MOST_TRIED):
            made: dict[str, str] = {}
            for parameter, place in zip(parameters, places, strict=False):
                held = literal(pieces, place)
                fields = value(pieces, held, scope) if held >= 0 else None
                text = urlencode(as_fields(fields)) if isinstance(fields, dict) else expression(pieces, place, scope)[0]
                made |= {parameter: text} if text is not None else {}
            if made:
                yield made


def _functions_around(pieces: Pieces, at: int) -> Iterator[tuple[str, list[str]]]:
    """(name, parameters) of the named functions a place stands in, the nearest first."""
    place = pieces.brackets[0][at]
    for _ in range(MOST_AROUND):
        if place < 2:
            return
        if pieces[place].text == "{" and (head := _head(pieces, place)) and head[0]:
            yield head
        before = place - 2 - (text_at(pieces, place - 2) in ("await", "return", "new"))
        if pieces[place].text == "(" and text_at(pieces, before) == "=>" and (head := _head(pieces, before + 1)):
            yield head
        place = pieces.brackets[0][place]


def _calls_of(pieces: Pieces, name: str) -> Iterator[list[int]]:
    """Where the arguments begin of each call of a function."""
    for place in pieces.places.get(name, ()) if name else ():
        if text_at(pieces, place + 1) == "(" and (place == 0 or pieces[place - 1].text != "function"):
            yield arguments(pieces, place + 1)


def learn_calls(pieces: Sequence[Token], scope: Scope) -> None:
    """Take in the literals that the calls of a script's own functions give to their parameters: ``load('c12', 1)``."""
    heads = {head[0]: head[1] for at, piece in enumerate(pieces) if piece.text == "{" and (head := _head(pieces, at))}
    for place in range(1, len(pieces) - 1):
        names = heads.get(pieces[place].text) if pieces[place].kind == "name" else None
        if names and pieces[place + 1].text == "(" and pieces[place - 1].text != "function":
            for name, at in zip(names, arguments(pieces, place + 1), strict=False):
                if pieces[at].kind in ("string", "number") and text_at(pieces, at + 1) in (",", ")"):
                    scope.names.setdefault(name, pieces[at].text)


def as_fields(known: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """An object as form fields, as jQuery sends them (``code[]=a``, ``page[size]=15``); none for what is not known."""
    found: list[tuple[str, str]] = []
    for name, each in known.items():
        key = f"{prefix}[{name}]" if prefix else name
        if isinstance(each, Mapping):
            found += as_fields(each, key)
        elif isinstance(each, list):
            found += [(f"{key}[]", str(item)) for item in each if isinstance(item, (str, int))]
        elif each is not None:
            found.append((key, str(each).lower() if isinstance(each, bool) else str(each)))
    return found
