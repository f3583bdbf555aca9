"""Where the functions of a page lead: ``go('c12')`` on a link, the click on a node of a tree or on a tab.

No script is run. A function that sets the address of the window or of a frame, or that loads a piece of a page, spells
the address from literals, its parameters and the attributes of what is clicked; it is read, never guessed
(``crawler.platforms.listing.javascript``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from crawler.platforms.listing import literals
from crawler.platforms.listing.given import entries
from crawler.platforms.listing.javascript import Scope, Token, expression, text_at, tokens

MOST_PIECES: Final = 400  # of a function that are searched for where it leads
_SETS: Final = re.compile(r"(?:[\w$]+\.)*(?:location(?:\.href)?|src)$")
_OPENS: Final = re.compile(r"(?:[\w$]+\.)*(?:location\.(?:assign|replace)|open|load|get|getJSON|fetch)$")
_ROUTES: Final = re.compile(r"(?:[\w$]+\.)*(?:\$?router|history)\.(?:push|replace)$")
_PATHS: Final = re.compile(r"\bmode\s*:\s*[\"']history|createWebHistory|BrowserRouter")  # routes without a hash
_READS: Final = frozenset({"attr", "data", "getAttribute", "prop"})
_CLICKED: Final = re.compile(r"(?:this|(?:e|ev|evt|event)\.(?:currentTarget|target|srcElement))\.(?:dataset\.)?(\w+)")
_INLINE: Final = re.compile(r"<script[^>]{0,300}>(.{1,200000}?)</script>", re.I | re.S)
_READER: Final = re.compile(r"\.(?:data|attr|getAttribute)\(|\.dataset\.")
CALL: Final = re.compile(r"(?P<name>[A-Za-z_$][\w$]*)\s*\((?P<given>[^()]{0,300})\)")


@dataclass(frozen=True, slots=True)
class Function:
    """A function that leads somewhere: the pieces that spell the address, its parameters in their order, what its own
    variables are made of, and the attributes of what was clicked that it reads."""

    name: str
    parameters: tuple[str, ...]
    address: Sequence[Token]
    variables: tuple[tuple[str, Sequence[Token]], ...] = ()
    attributes: tuple[str, ...] = ()

    def called(self, given: Sequence[str], names: Mapping[str, str]) -> str:
        """Where it leads with these arguments, "" where that is not known."""
        return self._spelled({**names, **dict(zip(self.parameters, given, strict=False))})

    def clicked(self, node: Mapping[str, str]) -> str:
        """Where it leads with a node of a tree, "" where that is not known or it takes nothing of a node."""
        owners = {piece.text.partition(".")[0] for piece in self.address if "." in piece.text and piece.kind == "name"}
        return self._spelled(node) if owners & set(self.parameters) else ""

    def on(self, attributes: Mapping[str, str]) -> str:
        """Where it leads when an element with these attributes is clicked."""
        short = {name.removeprefix("data-"): value for name, value in attributes.items()}
        return self._spelled({**short, **attributes})

    def _spelled(self, names: Mapping[str, str]) -> str:
        scope = Scope(dict(names))
        for name, pieces in self.variables:
            if name not in scope.names and (value := expression(pieces, 0, scope)[0]) is not None:
                scope.names[name] = value
        return expression(self.address, 0, scope)[0] or ""


class Functions:
    """The functions of a page's scripts that lead somewhere."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.all: list[Function] = []
        self._scope = Scope()
        read = list(sources)
        mark = "" if any(_PATHS.search(source) for source in read) else "#"
        for source in read:
            pieces = tokens(source)
            self._scope.learn(pieces)
            self.all += _functions(pieces, mark)

    def leads(self, call: str) -> str:
        """Where the calls in a click's text lead, "" where none is of these functions."""
        for found in CALL.finditer(call):
            given = [piece.text for piece in tokens(found["given"]) if piece.kind in ("string", "number")]
            for each in self.all:
                if each.name == found["name"] and (url := each.called(given, self._scope.names)):
                    return url
        return ""

    def on_elements(self) -> Iterator[tuple[str, Function]]:
        """(attribute, function) of the functions that read an attribute of what is clicked."""
        for each in self.all:
            for name in each.attributes:
                yield name, each

    def of_node(self, node: Mapping[str, str]) -> str:
        """Where a click on a tree's node leads, "" where no function takes a node."""
        return next((url for each in self.all if (url := each.clicked(node))), "")


@lru_cache(maxsize=4)  # every reading of a page asks
def functions_of(sources: tuple[str, ...]) -> Functions:
    """The functions of these scripts."""
    return Functions(sources)


def _functions(pieces: Sequence[Token], mark: str) -> Iterator[Function]:
    """The functions of a script that lead somewhere; ``mark`` stands before the routes of its application."""
    for at, piece in enumerate(pieces):
        if piece.text in ("function", "=>"):
            found = _function(pieces, at, mark)
            heads = {each.text.partition(".")[0] for each in found.address}
            heads |= {each.text.partition(".")[0] for _, made in found.variables for each in made}
            if found.address and (found.attributes or heads & set(found.parameters)):
                yield found


def _function(pieces: Sequence[Token], at: int, mark: str) -> Function:
    """The function whose word stands at a place; one without a name has that of what it is given to."""
    if pieces[at].text == "=>":
        opened = next((place for place in range(at - 1, max(at - 20, -1), -1) if pieces[place].text == "("), at - 1)
        closed, name = at, text_at(pieces, max(opened - 2, 0))
    else:
        nameless = text_at(pieces, at + 1) == "("
        opened = at + 1 if nameless else at + 2
        closed = next((place for place in range(opened, len(pieces)) if pieces[place].text == ")"), len(pieces))
        name = text_at(pieces, max(at - 2, 0) if nameless else at + 1)
    parameters = tuple(each.text for each in pieces[opened:closed] if each.kind == "name")
    end = next((place for place in range(closed, min(len(pieces), closed + MOST_PIECES))
                if pieces[place].text in ("function", "=>") and place > closed), closed + MOST_PIECES)  # fmt: skip
    body = pieces[closed:end]
    address = _address(body) or _route(body, mark)
    return Function(name, parameters, address, _variables(body), attributes_read(body) if address else ())


def _address(body: Sequence[Token]) -> Sequence[Token]:
    """The pieces behind the first ``location =``, ``open(``, ``load(`` or ``url:`` of a body; none without one."""
    posted = any(each.text.lower() in ("post", "$.post") for each in body)
    for at in range(len(body) - 2):
        text, mark = body[at].text, body[at + 1].text
        sets = (mark == "=" and _SETS.match(text)) or (mark == "(" and _OPENS.match(text))
        if sets or (text == "url" and mark == ":" and not posted):
            return body[at + 2 : _end(body, at + 2)]
        if text == "attr" and mark == "(" and body[at + 2].text in ("src", "href") and text_at(body, at + 3) == ",":
            return body[at + 4 : _end(body, at + 4)]
    return ()


def _route(body: Sequence[Token], mark: str) -> Sequence[Token]:
    """The pieces of a route that a router is sent to: a text, or ``{path: …, query: {…}}``; none without one."""
    at = next((at for at in range(len(body) - 2) if _ROUTES.match(body[at].text) and body[at + 1].text == "("), -1)
    if at < 0:
        return ()
    start, plus = at + 2, Token("mark", "+")
    if body[start].text != "{":
        return (Token("string", mark), plus, *body[start : _end(body, start)])
    known = dict(entries(body, start))
    if "path" not in known:
        return ()
    spelled = [Token("string", mark), plus, *body[known["path"] : _end(body, known["path"])]]
    asked = known.get("query", -1)
    for place, (name, value) in enumerate(entries(body, asked) if asked >= 0 and body[asked].text == "{" else ()):
        spelled += [plus, Token("string", f"{'&' if place else '?'}{name}="), plus, *body[value : _end(body, value)]]
    return spelled


def _end(body: Sequence[Token], start: int) -> int:
    """Where an expression ends: at the first mark that no bracket of its own holds."""
    depth = 0
    for at in range(start, len(body)):
        text = body[at].text if body[at].kind == "mark" else ""
        if depth == 0 and text in (",", ";", ")", "}"):
            return at
        depth += (text in ("(", "[")) - (text in (")", "]"))
    return len(body)


def _variables(body: Sequence[Token]) -> tuple[tuple[str, Sequence[Token]], ...]:
    """``var name = …`` of a body."""
    return tuple(
        (body[at + 1].text, body[at + 3 : _end(body, at + 3)])
        for at in range(len(body) - 3)
        if body[at].text in ("var", "let", "const") and body[at + 2].text == "="
    )


def attributes_read(body: Sequence[Token]) -> tuple[str, ...]:
    """The attributes of what was clicked that a body reads: ``$(this).attr("rel")``, ``this.dataset.url``."""
    found: list[str] = []
    for at, piece in enumerate(body):
        if (
            piece.text in _READS
            and text_at(body, at + 1) == "("
            and at + 2 < len(body)
            and body[at + 2].kind == "string"
        ):
            found.append(body[at + 2].text)
        elif named := _CLICKED.fullmatch(piece.text):
            found.append(named[1])
    return tuple(dict.fromkeys(found))


class Opening:
    """What the functions of a page open when an element is clicked as a whole: one its ``onclick`` calls, or one that
    reads an attribute of whatever is clicked. They are read when the first such element is met."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._calls: literals.Functions | None = None
        self._reading: list[tuple[str, Function]] | None = None

    def clicked(self, code: str, attributes: Mapping[str, object]) -> list[str]:
        """Where a click on an element leads, [] where that is not known."""
        if code:
            self._calls = self._calls or literals.functions([self._text])
            found = literals.call_address(code, self._calls)
        else:
            own = {name: value for name, value in attributes.items() if isinstance(value, str)}
            found = next((url for name, each in self._readers() if name in own and (url := each.on(own))), "")
        return [found] if literals.is_address(found) else []

    def _readers(self) -> list[tuple[str, Function]]:
        if self._reading is None:
            scripts = _INLINE.findall(self._text) if _READER.search(self._text) else []
            every = functions_of(tuple(scripts)).on_elements()
            self._reading = [
                (at, each) for name, each in every for at in (f"data-{name}", name) if at.startswith("data-")
            ]
        return self._reading
