"""Where the functions of a page lead: ``go('c12')`` on a link, and the click on a node of a tree.

No script is run. A function that sets the address of the window spells it from literals and its parameters; it is
read, never guessed (``crawler.platforms.listing.javascript``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crawler.platforms.listing.javascript import Scope, Token, expression, text_at, tokens

MOST_PIECES: Final = 400  # of a function that are looked at for where it leads
_SETS: Final = re.compile(r"(?:[\w$]+\.)*location(?:\.href)?$")
_OPENS: Final = re.compile(r"(?:[\w$]+\.)*(?:location\.(?:assign|replace)|open)$")
_CALL: Final = re.compile(r"(?P<name>[A-Za-z_$][\w$]*)\s*\((?P<given>[^()]{0,300})\)")


@dataclass(frozen=True, slots=True)
class Function:
    """A function that leads somewhere: the pieces that spell the address, and its parameters in their order."""

    name: str
    parameters: tuple[str, ...]
    address: Sequence[Token]

    def called(self, given: Sequence[str], names: Mapping[str, str]) -> str:
        """Where it leads with these arguments, "" where that is not known."""
        return self._spelled({**names, **dict(zip(self.parameters, given, strict=False))})

    def clicked(self, node: Mapping[str, str]) -> str:
        """Where it leads with a node of a tree, "" where that is not known or it takes nothing of a node."""
        owners = {piece.text.partition(".")[0] for piece in self.address if "." in piece.text and piece.kind == "name"}
        return self._spelled(node) if owners & set(self.parameters) else ""

    def _spelled(self, names: Mapping[str, str]) -> str:
        return expression(self.address, 0, Scope(dict(names)))[0] or ""


class Functions:
    """The functions of a page's scripts that lead somewhere."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.all: list[Function] = []
        self._scope = Scope()
        for source in sources:
            pieces = tokens(source)
            self._scope.learn(pieces)
            self.all += _functions(pieces)

    def leads(self, call: str) -> str:
        """Where the calls in a click's text lead, "" where none is of these functions."""
        for found in _CALL.finditer(call):
            given = [piece.text for piece in tokens(found["given"]) if piece.kind in ("string", "number")]
            for each in self.all:
                if each.name == found["name"] and (url := each.called(given, self._scope.names)):
                    return url
        return ""

    def of_node(self, node: Mapping[str, str]) -> str:
        """Where a click on a tree's node leads, "" where no function takes a node."""
        return next((url for each in self.all if (url := each.clicked(node))), "")


def _functions(pieces: Sequence[Token]) -> Iterator[Function]:
    for at, piece in enumerate(pieces):
        if piece.text == "function":
            found = _function(pieces, at)
            if {each.text.partition(".")[0] for each in found.address} & set(found.parameters):
                yield found


def _function(pieces: Sequence[Token], at: int) -> Function:
    """The function whose word stands at a place; one without a name has that of what it is given to."""
    nameless = text_at(pieces, at + 1) == "("
    opened = at + 1 if nameless else at + 2
    closed = next((place for place in range(opened, len(pieces)) if pieces[place].text == ")"), len(pieces))
    name = text_at(pieces, max(at - 2, 0) if nameless else at + 1)
    parameters = tuple(each.text for each in pieces[opened:closed] if each.kind == "name")
    return Function(name, parameters, _address(pieces, closed))


def _address(pieces: Sequence[Token], start: int) -> Sequence[Token]:
    """The pieces behind the first ``location =`` or ``open(`` of a function's body; none without one."""
    for at in range(start, min(len(pieces) - 2, start + MOST_PIECES)):
        text, mark = pieces[at].text, pieces[at + 1].text
        if text == "function":
            break
        if (mark == "=" and _SETS.match(text)) or (mark == "(" and _OPENS.match(text)):
            end = next((place for place in range(at + 2, len(pieces)) if pieces[place].text in ",;)}"), len(pieces))
            return pieces[at + 2 : end]
    return ()
