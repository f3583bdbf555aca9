"""Where the rows of an answer lead that have an id and no address: the page's own script says how it spells one.

Read are sums (``'/detail?id=' + row.id``), template literals, placeholders of templates (``{{ item.id }}``) and the
functions that a row's click calls. An address is kept with ``{name}`` for a field of the row.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from crawler.platforms.listing import row_values
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.javascript import Scope, Token, closing, text_at, tokens
from crawler.platforms.listing.literals import functions
from crawler.platforms.listing.row_values import IDLE, METHODS, change

MOST: Final = 4
CELL: Final = "_"  # before the place of a cell, in a row of cells without names
MOST_PARTS: Final = 30
FIELD: Final = re.compile(r"\{(\w{1,40})(?:\|([^{}]{0,40}))?\}")
_FILLED: Final = re.compile(r"\$\{\s*([^{}]{1,80}?)\s*\}")
_MUSTACHE: Final = re.compile(
    r"(?:\{\{\{?[#=]?|<%[=-]?|#\{|\[\[)\s*(?:[\w$]+\.)*([A-Za-z_]\w{0,39})\s*(?:\}?\}\}|%>|\}|\]\])"
)
_ADDRESS: Final = re.compile(r"[\w./?&=%:~#!+,;@-]*(?:\{\w{1,40}(?:\|[^{}]{0,40})?\}[\w./?&=%:~#!+,;@-]*)+")
_LEADS: Final = re.compile(r"^(?:https?:/)?\.{0,2}/|^[\w./-]+(?:\?|/)[\w./?&=-]*\{|^\?\w+=")
_BOUND: Final = re.compile(r"""\s(?:v-bind)?[:@][\w.-]{1,30}=(?:"([^"]{1,500})"|'([^']{1,500})')""")
_ROOT: Final = re.compile(r"(\{(\w{1,40})\})/")  # of the site, such as {ctx}
_CALLED: Final = re.compile(r"\b([A-Za-z_$][\w$]{0,60})\(\s*((?:[\\'\" ]*\{\w{1,40}\}[\\'\" ]*,?)+)\s*\)")
_DETAIL: Final = re.compile(r"detail|view|info|content|show|article|news|read|xq|\.s?html?|\.jsp|\.aspx|\.do\b", re.I)
_DATA: Final = re.compile(r"/(?:api|rest|json|service|ajax|query\w*|list\w*|count|hits?|click)\b|callback=", re.I)


def fill(template: str, entry: Mapping[str, Any]) -> str:
    """A row's address, "" where it lacks a field of it."""
    known = {str(name).lower(): str(value).strip() for name, value in entry.items() if isinstance(value, (str, int))}
    if not template or not all(known.get(name.lower()) for name in fields_in(template)):
        return ""
    return FIELD.sub(
        lambda found: quote(row_values.changed(known[found[1].lower()], found[2] or ""), safe="/:?=&%"), template
    )


def fields_in(template: str) -> list[str]:
    """The fields whose values stand in a template."""
    return [found[1] for found in FIELD.finditer(template)]


def learned(
    text: str, scripts: Iterable[str], names: Iterable[str], base: str, told: Mapping[str, str] | None = None
) -> list[str]:
    """The addresses, most likely first, that a page and its scripts spell from these fields of a row, and of what the
    function is told that asks for the rows."""
    known = {name.lower() for name in names}
    found: dict[str, None] = {}
    for spelled in _spelled(text, list(scripts)):
        for match in _ADDRESS.findall(spelled):
            root = _ROOT.match(match)
            way = match[root.end(1) :] if root and root[2].lower() not in known else match
            way = _told(way, known, told or {})
            fields = {name.lower() for name in fields_in(way)}
            if fields and fields <= known and _LEADS.search(way) and (address := _absolute(base, way)):
                found.setdefault(address)
    return sorted(found, key=lambda each: (bool(_DATA.search(each)), not _DETAIL.search(each)))[:MOST]


def _told(way: str, known: Container[str], told: Mapping[str, str]) -> str:
    """An address with what is told in the places of what is no field of a row."""
    return FIELD.sub(lambda found: found[0] if found[1].lower() in known else told.get(found[1], found[0]), way)


def _absolute(base: str, template: str) -> str:
    """A template as an absolute address, its fields kept."""
    held = [found[0] for found in FIELD.finditer(template)]
    places = iter(range(len(held)))
    spelled = absolute(base, FIELD.sub(lambda _: f"~~{next(places)}~~", template))
    return re.sub(r"~~(\d+)~~", lambda found: held[int(found[1])], spelled)


def _spelled(text: str, scripts: list[str]) -> Iterator[str]:
    """What the page's markup and scripts spell with fields in it; of functions, as a row's click calls them."""
    bound = [one or other for one, other in _BOUND.findall(text)]
    plain = [_MUSTACHE.sub(r"{\1}", each) for each in (text, *scripts) if "{" in each or "<%" in each]
    roots = _roots(scripts)
    spelt = [spelled for source in (*bound, *scripts) for spelled in sums(tokens(source), roots)]
    yield from spelt
    yield from plain
    bodies = functions(scripts).bodies
    for spelled in (*spelt, *plain, *(_fields_of(each) for each in bound)):
        for name, given in _CALLED.findall(spelled):
            parameters, body = bodies.get(name, ((), ""))
            names = dict(zip(parameters, fields_in(given), strict=False))
            for each in sums(tokens(body)) if names else ():
                yield FIELD.sub(lambda found, names=names: f"{{{names.get(found[1], found[1])}}}", each)  # type: ignore[misc]


def _roots(scripts: Sequence[str]) -> dict[str, str]:
    """The parts of addresses that variables hold, whichever script sets them."""
    scope = Scope()
    for source in scripts:
        scope.learn(tokens(source))
    return {name: text for name, text in scope.names.items() if re.match(r"(?:https?:/)?/\w", text)}


def _fields_of(code: str) -> str:
    """A bound attribute's call with its arguments as fields: ``open(item.id)`` -> ``open({id})``."""
    return re.sub(r"([(,]\s*)(?:[\w$]+\.)+(\w{1,40})(?=\s*[,)])", r"\1{\2}", code)


def sums(pieces: Sequence[Token], known: Mapping[str, str] | None = None) -> Iterator[str]:
    """Every sum of literals and fields, and every template literal, with ``{name}`` for what is no literal; a variable
    stands for what it was last set to, those of ``known`` were set before."""
    at, set_to = 0, dict(known or {})
    while at < len(pieces):
        if pieces[at].text in ("var", "let", "const", ",") and text_at(pieces, at + 2) == "=":
            _learn(pieces, at + 1, set_to)
        if pieces[at].kind != "string" and not (pieces[at].kind == "name" and text_at(pieces, at + 1) in "+[("):
            at += 1
            continue
        parts, end = _sum(pieces, at, set_to)
        text = "".join(parts)
        if "{" in text:
            yield text
        at = end if len(parts) > 1 else at + 1


def _learn(pieces: Sequence[Token], at: int, set_to: dict[str, str]) -> None:
    """Take in what a variable is set to, if that is a field, or a part of an address."""
    parts, _ = _sum(pieces, at + 2, set_to)
    text = "".join(parts)
    set_to.pop(pieces[at].text, None)
    if FIELD.fullmatch(text) or re.match(r"(?:https?:/)?/[\w{]", text):
        set_to[pieces[at].text] = text


def _sum(pieces: Sequence[Token], at: int, set_to: Mapping[str, str]) -> tuple[list[str], int]:
    """The parts of a sum, and where it ends."""
    parts: list[str] = []
    for _ in range(MOST_PARTS):
        part, at = _part(pieces, at, set_to)
        parts.append(part)
        if text_at(pieces, at) != "+":
            break
        at += 1
    if len(parts) > 1 and parts[0].startswith("{") and parts[1].startswith("/"):
        parts = parts[1:]  # the root of the site
    return parts, at


def _part(pieces: Sequence[Token], at: int, set_to: Mapping[str, str]) -> tuple[str, int]:
    """One literal as it is, a variable as what it was set to, anything else as the field its last name is; and where
    it ends."""
    if at >= len(pieces):
        return "", at
    piece = pieces[at]
    if piece.kind in ("string", "number"):
        return _FILLED.sub(lambda found: f"{{{_last(found[1])}}}", piece.text), at + 1
    name, at, changes = piece.text if piece.kind == "name" else "", at + 1, list[str]()
    while text_at(pieces, at) in ("[", "(", "."):
        opened, (owner, _, method) = text_at(pieces, at), name.rpartition(".")
        if opened == ".":
            name, at = f"{name}.{text_at(pieces, at + 1)}", at + 2
            continue
        end = closing(pieces, at)
        if opened == "(" and method in METHODS | IDLE and owner:
            index = text_at(pieces, end + 2) if text_at(pieces, end + 1) == "[" else ""
            changes.append(change(method, pieces[at + 1 : end], index))
            name, at = owner, end + (4 if index.isdecimal() and method == "split" else 1)
            continue
        inside = [each for each in pieces[at + 1 : end] if each.kind in ("string", "name")]
        if inside and (opened == "(" or inside[-1].kind == "string"):
            name = inside[-1].text
        elif opened == "[" and text_at(pieces, at + 1).isdecimal() and end == at + 2:
            name = f"{CELL}{text_at(pieces, at + 1)}"
        at = max(end, at) + 1
    return _field(name, changes, set_to), at


def _field(name: str, changes: Sequence[str], set_to: Mapping[str, str]) -> str:
    """The place of a field with what is made of its value; what a variable was set to."""
    known = set_to.get(name, "")
    if known and not any(changes):
        return known
    held = FIELD.fullmatch(known)
    last, before = (held[1], held[2] or "") if held else (_last(name), "")
    made = ";".join(filter(None, (before, *changes)))
    if not re.fullmatch(r"\w{1,40}", last):
        return ""
    return f"{{{last}|{made}}}" if made else f"{{{last}}}"


def _last(name: str) -> str:
    """The last of names joined by dots, a call's argument for a call."""
    words = re.findall(r"\w+", name)
    return words[-1] if words else ""
