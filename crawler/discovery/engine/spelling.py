"""How a page's scripts spell the addresses of its rows, read from what they drew: an answer's entries, and the links
of the same titles, give the template that the portal file keeps (``row``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final
from urllib.parse import unquote

from crawler.platforms.listing import feeds, row_addresses
from crawler.platforms.listing.row_values import changed

CHANGES: Final = ("", "->>", "0:10", "0:10;->>", "0:10;->>/", "0:7;->>", "0:7", "0:4", "5:7", "8:10")
MOST_TRIED: Final = 400
MOST_ENTRIES: Final = 60
SHORTEST: Final = 2  # characters of a value that stands in an address
Entry = Mapping[str, Any]


def spelling(text: str, links: Mapping[str, str]) -> str:
    """The template by which every drawn entry of an answer has its link's address, "" where there is none; ``links``
    are addresses by the text of their links."""
    drawn = list(_drawn(text, links))
    if not drawn:
        return ""
    entry, url = max(drawn, key=lambda pair: len(pair[1]))
    head, _, path = url.partition("://")
    host, slash, rest = path.partition("/")
    begins = f"{head}://{host}{slash}"
    for template in islice(_templates(rest, _pieces(entry, rest)), MOST_TRIED):
        if "{" in template and all(_same(row_addresses.fill(begins + template, each), to) for each, to in drawn):
            return begins + template
    return ""


def title_field(text: str, links: Mapping[str, str]) -> str:
    """The field in which every drawn entry of an answer has the text of its link, "" where there is none."""
    drawn = [entry for entry, _ in _drawn(text, links)]
    names = drawn[0] if drawn else ()
    return next((name for name in names if all(str(entry.get(name)).strip() in links for entry in drawn)), "")


def _same(made: str, url: str) -> bool:
    return unquote(made) == unquote(url)


def _drawn(text: str, links: Mapping[str, str]) -> Iterator[tuple[Entry, str]]:
    """The entries of an answer that the page shows, each with the address of its link."""
    for items in feeds.lists(feeds.load(text)):
        for item in items[:MOST_ENTRIES]:
            if isinstance(item, dict):
                entry = feeds.flat(item)
                titles = (value.strip() for value in entry.values() if isinstance(value, str))
                if url := next((links[title] for title in titles if title in links), ""):
                    yield entry, url


def _pieces(entry: Entry, rest: str) -> list[tuple[str, str]]:
    """(text, field) for what of an entry stands in an address, longest first."""
    found = dict[str, list[str]]()
    for name, value in entry.items():
        if isinstance(value, (str, int)) and not isinstance(value, bool) and name.isidentifier() and name.isascii():
            for change in CHANGES:
                part = changed(str(value), change)
                if len(part) >= SHORTEST and part in rest:
                    found.setdefault(part, []).append(f"{{{name}|{change}}}" if change else f"{{{name}}}")
    return [(part, place) for part in sorted(found, key=len, reverse=True) for place in found[part]]


def _templates(rest: str, pieces: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The address with fields in the place of what they hold, those with the longest first."""
    for at, (part, place) in enumerate(pieces):
        before, found, behind = rest.partition(part)
        if found:
            for head in _templates(before, pieces[at:]):
                for tail in _templates(behind, pieces[at:]):
                    yield head + place + tail
    yield rest
