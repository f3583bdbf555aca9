"""The menu a script draws: its pieces of markup, filled with the objects and lists that it, or a service, holds.

No script is run. ``'<li><a href="/gk/' + lj[i] + '/">' + mc[i] + '</a></li>'`` is a piece of markup with two fields;
whatever holds both, an object with keys of these names or lists of one length, fills it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from bs4 import BeautifulSoup

from crawler.platforms.listing import feeds
from crawler.platforms.listing.javascript import Scope, Token, objects, text_at, tokens
from crawler.platforms.listing.row_addresses import FIELD, fields_in, sums
from crawler.platforms.listing.row_values import changed

MOST_PIECES: Final = 40
MOST_ENTRIES: Final = 600


def drawn(scripts: Sequence[str], answers: Iterable[str] = ()) -> BeautifulSoup | None:
    """What the scripts draw of their own objects and lists, and of those in answers; None where they draw nothing."""
    if not any(("<" in script and "+" in script) or "${" in script for script in scripts):
        return None
    read_as = [tokens(script) for script in scripts]
    markup = [text for pieces in read_as for text in sums(pieces) if "<" in text and FIELD.search(text)][:MOST_PIECES]
    entries = [*_of_scripts(read_as), *_of_answers(answers)][:MOST_ENTRIES] if markup else []
    filled = [text for piece in markup for entry in entries if (text := _fill(piece, entry))]
    return BeautifulSoup("\n".join(dict.fromkeys(filled)), "lxml") if filled else None


def entries_of(text: str) -> Iterator[Mapping[str, str]]:
    """The objects of an answer, or of a script."""
    yield from _of_answers([text]) if feeds.looks_like_json(text) else _of_scripts([tokens(text)])


def _of_scripts(read_as: Sequence[Sequence[Token]]) -> Iterator[Mapping[str, str]]:
    for pieces in read_as:
        yield from objects(pieces, Scope())
        yield from _side_by_side(pieces)


def _of_answers(answers: Iterable[str]) -> Iterator[Mapping[str, str]]:
    for answer in answers:
        for items in feeds.lists(feeds.load(answer)):
            for item in items:
                if isinstance(item, dict):
                    yield {str(key): str(value) for key, value in item.items() if isinstance(value, (str, int))}


def _side_by_side(pieces: Sequence[Token]) -> Iterator[dict[str, str]]:
    """Lists of texts of one length, as objects: the first of each, the second of each."""
    found: dict[int, dict[str, list[str]]] = {}
    for at, piece in enumerate(pieces):
        if piece.kind == "name" and text_at(pieces, at + 1) == "=" and text_at(pieces, at + 2) == "[":
            values = _texts(pieces, at + 3)
            if len(values) > 1:
                found.setdefault(len(values), {})[piece.text] = values
    for count, lists in found.items():
        if len(lists) > 1:
            yield from ({name: values[place] for name, values in lists.items()} for place in range(count))


def _texts(pieces: Sequence[Token], at: int) -> list[str]:
    """The literals of a list that holds nothing else, [] for any other."""
    found: list[str] = []
    while at + 1 < len(pieces) and pieces[at].kind in ("string", "number"):
        found.append(pieces[at].text)
        if pieces[at + 1].text == "]":
            return found
        at += 2
    return []


def _fill(piece: str, entry: Mapping[str, Any]) -> str:
    """A piece of markup filled, "" where the entry lacks more than one of its fields or all that it shows."""
    names = dict.fromkeys(fields_in(piece))
    known = [name for name in names if entry.get(name)]
    if not known or len(known) < min(len(names), 2):
        return ""
    return FIELD.sub(lambda found: escape(changed(str(entry.get(found[1], "")), found[2] or "")), piece)
