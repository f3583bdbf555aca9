"""Addresses that stand in a page's code as literals: in ``onclick``, ``javascript:`` links, data attributes, scripts.

Nothing is executed. A string that is an address is taken as it stands; a function of the page's own scripts that does
nothing but set an address is read with the arguments of its call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
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
    r"\bfunction\s+(\w{1,60})\s*\(([^()]{0,200})\)\s*\{|"
    r"\b(\w{1,60})\s*[=:]\s*(?:function\s*\(([^()]{0,200})\)|\(([^()]{0,200})\)\s*=>|(\w{1,60})\s*=>)\s*\{|"
    r"(?<=[,{;}\n])\s*(?!(?:if|for|while|switch|catch|with|function)\b)(\w{1,60})\s*\(([^()]{0,200})\)\s*\{"
)
_PLACEHOLDER: Final = re.compile(r"\$\{\s*([\w$.]{1,60})\s*\}")
_COUNTED: Final = re.compile(
    r"([\"'])(?P<before>[^\"'\n]{1,300})\1\s*\+\s*(?:[^\"';\n+()]|\([^()\n]{0,60}\)){1,60}(?:\+\s*([\"'])(?P<after>[^\"'\n]{0,100})\3)?"
)
_CALL: Final = re.compile(r"(?:^|[;{\s:])(?:return\s+)?(\w{1,60})\s*\(([^()]{0,300})\)")
_GOES: Final = re.compile(
    r"(?:\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\s*\(|\bopen\s*\(|\.href\s*=|\.load\s*\()"
    r"\s*([^;\n]{1,400})"
)
_VARIABLE: Final = re.compile(
    r"\b(?:var|let|const)?\s*(\w{1,40})\s*=\s*(\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\d{1,9})\s*[;,\n]"
)
_LOCAL: Final = re.compile(r"\b(?:var|let|const)\s+(\w{1,40})\s*=\s*([^;\n]{1,400})")
_TERM: Final = re.compile(
    r"\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|(\d{1,9})|([A-Za-z_$][\w$.]*(?!\s*\(|[\w$.]))"
    r"|(?:encodeURIComponent|encodeURI|escape|String)\(\s*([A-Za-z_$][\w$.]*)\s*\)"
    r"|\(\s*(?:parseInt\(\s*)?([A-Za-z_$][\w$.]*)\s*\)?\s*([+-])\s*(\d{1,4})\s*\))\s*"
)
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


def functions(sources: Iterable[str]) -> Functions:
    """What the page's scripts define; each body is cut after 2000 characters."""
    return _defined(tuple(sources))


@lru_cache(maxsize=4)  # every reading of a page asks
def _defined(sources: tuple[str, ...]) -> Functions:
    bodies: dict[str, tuple[tuple[str, ...], str]] = {}
    variables: dict[str, str] = {}
    for source in sources:
        for found in _VARIABLE.finditer(source[:200_000]):
            variables.setdefault(found[1], found[2].strip("'\""))
        for found in _FUNCTION.finditer(source[:200_000]):
            given = "".join(filter(None, found.group(2, 4, 5, 6, 8)))  # one of the five ways to name parameters
            names = tuple(name.strip() for name in given.split(",") if name.strip())
            bodies.setdefault(found[1] or found[3] or found[7], (names, body_at(source, found.end())))
            if len(bodies) >= _MAX_FUNCTIONS:
                return Functions(bodies, variables)
    return Functions(bodies, variables)


def body_at(source: str, start: int) -> str:
    """The text from ``start``, just behind a brace, up to the brace that closes it."""
    depth = 1
    for at in range(start, min(len(source), start + _BODY)):
        depth += {"{": 1, "}": -1}.get(source[at], 0)
        if depth == 0:
            return source[start:at]
    return source[start : start + _BODY]


def call_address(code: str, known: Functions) -> str:
    """The address a call in ``code`` of one of the page's functions leads to, "" where it is not known."""
    for _, arguments, names, body in _calls(code, known):
        known_here = dict(known.variables) | dict(zip(names, arguments, strict=False))
        values, given = _with_locals(body, known_here, set(names))
        options = [value for found in _GOES.finditer(body) if (value := _evaluate(found[1], values, given))]
        if options:
            return options[-1]
    values = dict(known.variables)
    return next((value for found in _GOES.finditer(code) if (value := _evaluate(found[1], values, set()))), "")


def counted_addresses(sources: list[str], number: int) -> Iterator[str]:
    """The addresses scripts go to that are spelled from a literal and one value, with ``number`` in its place."""
    for source in sources:
        for goes in _GOES.finditer(source[:200_000]):
            for found in _COUNTED.finditer(_summed(goes[1])):
                text = f"{found['before']}{number}{found['after'] or ''}"
                if is_address(text):
                    yield text


def _summed(expression: str) -> str:
    """A template literal as the sum it stands for."""
    if "`" not in expression:
        return expression
    return _PLACEHOLDER.sub(r"'+\1+'", expression).replace("`", "'")


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
    text, used = _spelled(expression, values)
    return text if (used & parameters or not parameters) and is_address(text) else ""


def _spelled(expression: str, values: Mapping[str, str]) -> tuple[str, set[str]]:
    """What a sum of literals and known names spells, and those names; nothing where a part is unknown."""
    text, at, used = "", 0, set[str]()
    expression = _summed(expression)
    while found := _TERM.match(expression, at):
        literal, other, number, name, wrapped, counted, sign, by = found.groups()
        name = name or wrapped or counted
        if name is not None and (name not in values or (sign and not values[name].isdecimal())):
            return "", set()
        used |= {name} if name is not None else set()
        known = values[name] if name is not None else number or literal or other or ""
        text += str(int(known) + int(sign + by)) if sign else known
        at = found.end()
        if expression[at : at + 1] != "+":
            break
        at += 1
    return text, used


def _with_locals(body: str, values: dict[str, str], parameters: set[str]) -> tuple[dict[str, str], set[str]]:
    """The values known in a function's body with those its own variables take, and which of all depend on its call."""
    given = set(parameters)
    for found in _LOCAL.finditer(body):
        text, used = _spelled(found[2], values)
        if text and found[1] not in parameters:
            values[found[1]] = text
            given |= {found[1]} if used & given else set()
    return values, given
