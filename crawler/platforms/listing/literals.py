"""Addresses that stand in a page's code as literals: in ``onclick``, ``javascript:`` links, data attributes, scripts.

Nothing is executed. A string that is an address is taken as it stands; a function of the page's own scripts that does
nothing but set an address is read with the arguments of its call.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_STRING: Final = re.compile(r"\"([^\"\n]{1,1000})\"|'([^'\n]{1,1000})'")
_ADDRESS: Final = re.compile(
    r"(?:https?:)?//[\w.-]+[/?]\S*|\.{0,2}/\S+|\?\w+=\S*|"
    r"[\w./%-]+\.(?:s?html?|jhtml|jspx?|aspx?|php|do|action|cgi|pdf|docx?|wps|ofd|xlsx?|zip|rar)(?:[?#]\S*)?|"
    r"[\w./-]+\?\w+=\S*",
    re.I,
)
_NOT_PAGES: Final = re.compile(r"\.(?:js|css|png|jpe?g|gif|svg|ico)(?:\?|$)", re.I)
_FUNCTION: Final = re.compile(
    r"\bfunction\s+(\w{1,60})\s*\(([^()]{0,200})\)\s*\{|\b(\w{1,60})\s*=\s*function\s*\(([^()]{0,200})\)\s*\{"
)
_CALL: Final = re.compile(r"(?:^|[;{\s:])(?:return\s+)?(\w{1,60})\s*\(([^()]{0,300})\)")
_GOES: Final = re.compile(
    r"(?:\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\s*\(|\bopen\s*\(|\.href\s*=|\.load\s*\()"
    r"\s*([^;\n]{1,400})"
)
_VARIABLE: Final = re.compile(
    r"\b(?:var|let|const)?\s*(\w{1,40})\s*=\s*(\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\d{1,9})\s*[;,\n]"
)
_TERM: Final = re.compile(r"\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|(\d{1,9})|([A-Za-z_$][\w$.]*))\s*")
_SET: Final = re.compile(
    r"(?:getElementById\(\s*['\"](\w{1,60})['\"]\s*\)|\$\(\s*['\"]#(\w{1,60})['\"]\s*\)|\.(\w{1,60})|\[['\"](\w{1,60})['\"]\])"
    r"\s*\.\s*(?:value\s*=\s*|val\(\s*)(\"[^\"\n]{0,60}\"|'[^'\n]{0,60}'|[\w$]{1,60})"
)
_BODY: Final = 2000
_MAX_FUNCTIONS: Final = 300


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions of a page's scripts by name, as (parameters, body), and its variables with plain values."""

    bodies: Mapping[str, tuple[tuple[str, ...], str]]
    variables: Mapping[str, str]


def address(code: str) -> str:
    """The first string literal of ``code`` that is the address of a page, "" without one."""
    for found in _STRING.finditer(code[:2000]):
        text = (found[1] or found[2]).strip()
        if is_address(text):
            return text
    return ""


def is_address(text: str) -> bool:
    """True for a text that can only be meant as the address of a page."""
    return bool(_ADDRESS.fullmatch(text)) and not _NOT_PAGES.search(text)


def functions(sources: list[str]) -> Functions:
    """What the page's scripts define; each body is cut after 2000 characters."""
    bodies: dict[str, tuple[tuple[str, ...], str]] = {}
    variables: dict[str, str] = {}
    for source in sources:
        for found in _VARIABLE.finditer(source[:200_000]):
            variables.setdefault(found[1], found[2].strip("'\""))
        for found in _FUNCTION.finditer(source[:200_000]):
            names = tuple(name.strip() for name in (found[2] or found[4] or "").split(",") if name.strip())
            bodies.setdefault(found[1] or found[3], (names, _balanced(source, found.end())))
            if len(bodies) >= _MAX_FUNCTIONS:
                return Functions(bodies, variables)
    return Functions(bodies, variables)


def _balanced(source: str, start: int) -> str:
    """The text from ``start``, just behind a brace, up to the brace that closes it."""
    depth = 1
    for at in range(start, min(len(source), start + _BODY)):
        depth += {"{": 1, "}": -1}.get(source[at], 0)
        if depth == 0:
            return source[start:at]
    return source[start : start + _BODY]


def call_address(code: str, known: Functions) -> str:
    """The address a call in ``code`` of one of the page's functions leads to, "" where it cannot be told."""
    for _, arguments, names, body in _calls(code, known):
        values = dict(known.variables) | dict(zip(names, arguments, strict=False))
        options = [value for found in _GOES.finditer(body) if (value := _evaluate(found[1], values, set(names)))]
        if options:
            return options[-1]
    values = dict(known.variables)
    return next((value for found in _GOES.finditer(code) if (value := _evaluate(found[1], values, set()))), "")


def call_fields(code: str, known: Functions) -> dict[str, str]:
    """The form fields a call in ``code`` sets before it submits the form, {} where it does not."""
    for _, arguments, names, body in _calls(code, known):
        if "submit" in body and (found := _fields(body, dict(zip(names, arguments, strict=False)))):
            return found
    return _fields(code, {}) if "submit" in code else {}


def _fields(body: str, values: Mapping[str, str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for by_id, by_jquery, by_name, by_key, value in _SET.findall(body):
        plain = value.strip("'\"") if value[:1] in "'\"" or value.isdecimal() else values.get(value)
        if plain is not None:
            fields[by_id or by_jquery or by_name or by_key] = plain
    return fields


def _calls(code: str, known: Functions) -> list[tuple[str, list[str], tuple[str, ...], str]]:
    """The calls in ``code`` of functions the page defines: name, arguments, parameters, body."""
    found = []
    for name, given in _CALL.findall(code[:1000].removeprefix("javascript:")):
        if name in known.bodies:
            arguments = [part.strip().strip("'\"") for part in given.split(",")]
            found.append((name, arguments, *known.bodies[name]))
    return found


def _evaluate(expression: str, values: Mapping[str, str], parameters: set[str]) -> str:
    """The address a sum of literals and known names spells, "" where a part is unknown or no parameter takes part."""
    text, at, used = "", 0, not parameters
    while found := _TERM.match(expression, at):
        literal, other, number, name = found.groups()
        if name is not None:
            if name not in values:
                return ""
            used = used or name in parameters
            text += values[name]
        else:
            text += number or literal or other or ""
        at = found.end()
        if expression[at : at + 1] != "+":
            break
        at += 1
    return text if used and is_address(text) else ""
