"""What a script says in plain words: its string literals, flat object literals and the calls that fetch something.

No script is run. A token that is a literal has its value; a name has the one the script, a hidden input or the page's
own address gives it; everything else has none.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Self

from crawler.platforms.listing.scripted import unquote

MAX_TOKENS: Final = 200_000
MAX_SCRIPT: Final = 1_000_000
MAX_KEPT: Final = 2_000_000  # characters of all scripts that are kept as they were read
MOST_KEPT: Final = 60  # and their number: more than a page has, with the files it loads
SHORT: Final = 200  # characters that are read again as soon as they are found
_TOKEN: Final = re.compile(
    r"(?P<comment>/\*.{0,20000}?\*/|(?<![:\"'\w/])//[^\n]*)"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.){0,20000}\"|'(?:[^'\\\n]|\\.){0,20000}'|`[^`]{0,20000}`)"
    r"|(?P<number>\d+(?:\.\d+)?(?![\w]))"
    r"|(?P<name>[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)"
    r"|(?P<mark>=>|[^\s\w])",
    re.S,
)
_CLOCK: Final = frozenset({"Date", "Date.now", "Math.random"})  # any number does for what only keeps caches away
_WRAPS: Final = frozenset({
    "encodeURIComponent", "encodeURI", "escape", "String", "Number", "parseInt", "$.trim", "decodeURIComponent",
})  # fmt: skip
_FIELD: Final = (re.compile(r"\[name\s*=\s*[\"']?([\w-]{1,60})"), re.compile(r"^[#.]?([\w-]{1,60})"))
_PLACEHOLDER: Final = re.compile(r"\$\{(?:\s*(?:new\s+)?[A-Za-z.]{1,40}\()?([^{}()]{1,80})\)?\}")
_CAPITAL: Final = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a script: ``kind`` is string, number, name or mark; ``text`` of a string is its value."""

    kind: str
    text: str


class Pieces(tuple[Token, ...]):
    """The pieces of a script, with what is asked of them again and again: it is found once, so that a script of very
    many functions costs no more than its length."""

    @cached_property
    def brackets(self) -> tuple[list[int], dict[int, int]]:
        """For each piece where the bracket round it opens, -1 for none; and where each bracket is closed."""
        around, closed, opened = list[int](), dict[int, int](), list[int]()
        for at, piece in enumerate(self):
            if piece.kind == "mark" and piece.text in ")]}" and opened:
                closed[opened.pop()] = at
            around.append(opened[-1] if opened else -1)
            if piece.kind == "mark" and piece.text in "([{":
                opened.append(at)
        return around, closed

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each name stands, by the last of the names joined in it."""
        found: dict[str, list[int]] = {}
        for at, piece in enumerate(self):
            if piece.kind == "name":
                found.setdefault(piece.text.rpartition(".")[2], []).append(at)
        return found

    @cached_property
    def literals(self) -> dict[str, list[int]]:
        """Where each name stands that is set to an object literal, ``name = {`` or ``name: {``."""
        found: dict[str, list[int]] = {}
        for at in range(len(self) - 2):
            if self[at + 2].text == "{" and self[at + 1].text in ("=", ":") and self[at].kind == "name":
                found.setdefault(self[at].text, []).append(at)
        return found


_READ: Final[OrderedDict[str, Pieces]] = OrderedDict()


def tokens(script: str) -> Pieces:
    """The pieces of a script without its comments, MAX_TOKENS at most. The scripts read last are kept as they were
    read, MAX_KEPT characters of them at most: a page's are asked of by every reading of it."""
    if len(script) < SHORT:
        return Pieces(_read(script))
    if (known := _READ.pop(script, None)) is not None:
        _READ[script] = known
        return known
    pieces = _READ[script] = Pieces(_read(script))
    while len(_READ) > 1 and (len(_READ) > MOST_KEPT or sum(map(len, _READ)) > MAX_KEPT):
        _READ.popitem(last=False)
    return pieces


def _read(script: str) -> Iterator[Token]:
    known: dict[tuple[str, str], Token] = {}
    count = 0
    for match in _TOKEN.finditer(script[:MAX_SCRIPT]):
        kind = match.lastgroup or ""
        if kind == "comment":
            continue
        text = match[0]
        if (token := known.get((kind, text))) is None:
            token = known[(kind, text)] = Token(kind, unquote(text) if kind == "string" else text)
        yield token
        count += 1
        if count >= MAX_TOKENS:
            return


@dataclass(slots=True)
class Scope:
    """Where names get their values: what a function is told, the script's own, hidden inputs, the page's address."""

    names: dict[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)  # the names that a script sets to a number
    told: Mapping[str, str] = field(default_factory=dict)
    _folded: dict[str, str] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, scope: Scope, told: Mapping[str, str] | None = None) -> Self:
        """The same names, shared and not copied, with what a function is told before them."""
        told = scope.told if told is None else told
        return cls(scope.names, scope.inputs, scope.query, scope.numbers, told, scope.folded)

    def value(self, name: str) -> str | None:
        """The value of a name such as ``siteId`` or ``config.siteId``, None if nothing says."""
        before, _, last = name.rpartition(".")
        if before.rpartition(".")[2] == "dataset":
            last = name = f"data-{_CAPITAL.sub(lambda found: f'-{found[0].lower()}', last)}"
        for known in (self.told, self.names, self.inputs, self.query):
            for key in (name, last):
                if key in known:
                    return known[key]
        return self.folded.get(last.lower())

    @property
    def folded(self) -> dict[str, str]:
        """What inputs and address say, by names in small letters."""
        if self._folded is None:
            self._folded = {key.lower(): text for known in (self.query, self.inputs) for key, text in known.items()}
        return self._folded

    def learn(self, pieces: Sequence[Token]) -> None:
        """Take in every ``name = value`` and ``name: value`` of a script; the first of a name counts."""
        self._learn_taken(pieces)
        for at in range(len(pieces) - 2):
            if (
                pieces[at].kind in ("name", "string")
                and pieces[at + 1].text in ("=", ":")
                and pieces[at + 2].text != "="
            ):
                value, end = expression(pieces, at + 2, self)
                if value is not None and _ends(pieces, end):
                    self.numbers |= (
                        {pieces[at].text} if pieces[at + 2].kind == "number" and value.isdecimal() else set()
                    )
                    self.names.setdefault(pieces[at].text, value)

    def _learn_taken(self, pieces: Sequence[Token]) -> None:
        """Take in the attributes that ``const { column, site } = box.dataset`` takes."""
        for at in range(2, len(pieces) - 2):
            if pieces[at].text == "}" and pieces[at + 1].text == "=" and _takes_data(pieces[at + 2 : at + 12]):
                opened = next((place for place in range(at, max(-1, at - 60), -1) if pieces[place].text == "{"), at)
                for piece in pieces[opened:at]:
                    value = self.value(f"dataset.{piece.text}") if piece.kind == "name" else None
                    self.names |= {piece.text: value} if value is not None else {}


def _takes_data(pieces: Sequence[Token]) -> bool:
    """Whether a statement gives the attributes of an element."""
    end = next((at for at, piece in enumerate(pieces) if piece.text in (";", ",")), len(pieces))
    return any(piece.text.rpartition(".")[2] == "dataset" for piece in pieces[:end])


def text_at(pieces: Sequence[Token], at: int) -> str:
    """The text of the piece at a place, "" behind the last one."""
    return pieces[at].text if at < len(pieces) else ""


def _ends(pieces: Sequence[Token], at: int) -> bool:
    return at >= len(pieces) or pieces[at].kind != "mark" or pieces[at].text in ",;})]"


def expression(pieces: Sequence[Token], at: int, scope: Scope) -> tuple[str | None, int]:
    """The value of literals and names joined by ``+`` from ``at`` on, and where they end; None if a part has none.

    A part without a value in front of a path (``site.root + "/api/list"``) is left out: the path begins at the root.
    """
    parts: list[str | None] = []
    while at < len(pieces):
        value, at = _operand(pieces, at, scope)
        parts.append(value)
        if text_at(pieces, at) != "+":
            break
        at += 1
    if len(parts) > 1 and parts[0] is None and (parts[1] or "").startswith("/"):
        parts = parts[1:]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) and text_at(pieces, at) == text_at(pieces, at + 1) == "|":
        return expression(pieces, at + 2, scope) if at + 2 < len(pieces) else (None, at)
    return ("".join(known) if len(known) == len(parts) else None), at


def _operand(pieces: Sequence[Token], at: int, scope: Scope) -> tuple[str | None, int]:
    """The value of one literal, name or call, and where it ends."""
    token = pieces[at]
    if token.text in ("new", "+") and token.kind != "string" and at + 1 < len(pieces):
        return _operand(pieces, at + 1, scope)
    if token.kind == "string":
        return _filled(token.text, scope), at + 1
    if token.kind == "name":
        return _named(pieces, at, scope)
    return token.text if token.kind == "number" else None, at + 1


def _named(pieces: Sequence[Token], at: int, scope: Scope) -> tuple[str | None, int]:
    """A name, or a call, which has the value of the field or input its argument names; and where it ends."""
    name = pieces[at].text
    value, at = "1" if name in _CLOCK else scope.value(name), at + 1
    first = True
    while text_at(pieces, at) == "(":
        end = closing(pieces, at)
        if name in _WRAPS and at + 1 < end:
            value = expression(pieces, at + 1, scope)[0]
        elif (first or value is None) and name not in _CLOCK:
            value = _of_field(pieces, at, end, scope, value, name)
        at, first = end + 1, False
        while at + 1 < len(pieces) and pieces[at].text == "." and pieces[at + 1].kind == "name":
            name, at = pieces[at + 1].text, at + 2
            if value is None and name.startswith("dataset."):
                value = scope.value(name)
    return value, at


def _of_field(
    pieces: Sequence[Token], at: int, end: int, scope: Scope, otherwise: str | None, method: str
) -> str | None:
    """The value of what the first text in a bracket names: a field of the page, a part of its address, a meta, an
    attribute."""
    argument = next((piece.text for piece in pieces[at + 1 : end] if piece.kind == "string"), "")
    named = next((found[1] for form in _FIELD if (found := form.search(argument))), "")
    if argument.startswith("meta"):
        named = f"meta:{named}"
    elif method.rpartition(".")[2] == "data":
        named = f"data-{named}"
    return scope.value(named) if named else otherwise


def _filled(text: str, scope: Scope) -> str:
    """A template string with the names in it replaced, one without a value by nothing."""
    return _PLACEHOLDER.sub(lambda found: scope.value(found[1].strip()) or "", text) if "${" in text else text


def closing(pieces: Sequence[Token], at: int) -> int:
    """Where the bracket opened at ``at`` is closed, the last piece if nowhere; a part of a script is searched."""
    if isinstance(pieces, Pieces):
        return pieces.brackets[1].get(at, len(pieces) - 1)
    depth = 0
    for place in range(at, min(len(pieces), at + 5000)):
        if pieces[place].kind == "mark":
            depth += (pieces[place].text in "([{") - (pieces[place].text in ")]}")
            if depth == 0:
                return place
    return len(pieces) - 1


def fields(pieces: Sequence[Token], at: int, scope: Scope) -> dict[str, str | None]:
    """The names and values of the object literal opened at ``at``; None for a value that is not known."""
    found: dict[str, str | None] = {}
    end, at = closing(pieces, at), at + 1
    while at < end:
        name, mark = pieces[at], text_at(pieces, at + 1)
        if name.kind in ("name", "string", "number") and at + 1 < end:
            if mark == ":" and at + 2 < end and pieces[at + 2].text not in ("{", "["):
                found[name.text], after = expression(pieces, at + 2, scope)
                at = max(after, at + 2)
            elif mark in (",", "}"):
                found[name.text] = scope.value(name.text)
        at = next_comma(pieces, at, end) + 1
    return found


def next_comma(pieces: Sequence[Token], at: int, end: int) -> int:
    """Where the next comma outside brackets stands, ``end`` or a place behind it without one."""
    while at < end and pieces[at].text != ",":
        at = closing(pieces, at) + 1 if pieces[at].text in ("(", "[", "{") else at + 1
    return at


def objects(pieces: Sequence[Token], scope: Scope) -> Iterator[dict[str, str]]:
    """Every object literal of a script with the values that are known, such as the nodes of a tree or rows."""
    for at, token in enumerate(pieces):
        if token.text == "{" and token.kind == "mark" and at + 2 < len(pieces) and pieces[at + 2].text == ":":
            known = {name: value for name, value in fields(pieces, at, scope).items() if value is not None}
            if known:
                yield known
