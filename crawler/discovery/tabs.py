"""What calls a function of a page's scripts with values when it is clicked: tabs, and the nodes of trees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bs4 import BeautifulSoup

from crawler.discovery.captions import named, text_of
from crawler.discovery.drawn import drawn, entries_of
from crawler.discovery.links import clicked, node_of, sources
from crawler.platforms.listing import literals
from crawler.platforms.listing.clicks import CALL, attributes_read
from crawler.platforms.listing.javascript import tokens

Bodies = Mapping[str, tuple[tuple[str, ...], str]]  # of functions by name: their parameters and text


def tabs(
    tree: BeautifulSoup, scripts: Sequence[str], answers: Sequence[str] = ()
) -> Iterator[tuple[str, dict[str, str]]]:
    """(name, values by parameter) of what calls a function when it is clicked; no values of a function that none of
    the scripts holds. The nodes of a tree give their own fields, by their names and as a call passes them on."""
    known = [*sources(tree), *scripts]
    bodies = literals.functions(known).bodies
    trees = [tree, *([made] if (made := drawn(known)) else [])]
    for each in trees:
        yield from _calls(each, bodies)
    for attribute in dict.fromkeys(name for script in known for name in attributes_read(tokens(script))):
        yield from _attributes(tree, attribute)
    for text in (*known, *answers):
        yield from _nodes(text, known, bodies)


def _calls(tree: BeautifulSoup, bodies: Bodies) -> Iterator[tuple[str, dict[str, str]]]:
    """(name, values) of what calls a function with values."""
    for node, said in clicked(tree):
        for call in CALL.finditer(said):
            parameters, _ = bodies.get(call["name"], ((), ""))
            given = [piece.text for piece in tokens(call["given"]) if piece.kind in ("string", "number")]
            if given and (name := named(node)):
                yield name, dict(zip(parameters, given, strict=False))


def _attributes(tree: BeautifulSoup, attribute: str) -> Iterator[tuple[str, dict[str, str]]]:
    """(name, values) of what has an attribute that a script reads of what was clicked."""
    for name in (attribute, f"data-{attribute}"):
        for node in tree.find_all(True, attrs={name: True}, limit=200):
            if shown := named(node):
                yield shown, {name: text_of(node.get(name)), attribute: text_of(node.get(name))}


def _nodes(text: str, scripts: Sequence[str], bodies: Bodies) -> Iterator[tuple[str, dict[str, str]]]:
    """(name, values) of the objects that have a name and no address: what a script's calls make of their fields."""
    calls: list[tuple[tuple[str, ...], tuple[str, ...]]] | None = None
    for entry in entries_of(text):
        url, name = node_of(entry, None)
        if not name or url or len(entry) < 2:
            continue
        if calls is None:  # read once, however many nodes there are
            calls = list(_passed(scripts, bodies))
        given = dict(entry)
        for parameters, passed in calls:
            given |= {to: entry[key] for to, key in zip(parameters, passed, strict=False) if entry.get(key)}
        yield name, given


def _passed(scripts: Sequence[str], bodies: Bodies) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(parameters, names of the fields passed) of the calls of known functions."""
    for script in scripts:
        for call in CALL.finditer(script):
            parameters, _ = bodies.get(call["name"], ((), ""))
            if parameters:
                yield parameters, tuple(part.strip().rpartition(".")[2] for part in call["given"].split(","))
