"""Rows that stand on a page without being shown there: in the markup a script puts in its place, in a script's list.

Asked only of a page that shows no rows itself; nothing is executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Final

from crawler.items import ListingPage, ListingRow
from crawler.platforms.listing import feeds
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.javascript import Scope, objects, tokens
from crawler.platforms.listing.rows import Found, rows_of_fragment, unique

LEAST: Final = 2  # dated rows from which on they are a list
MOST: Final = 20  # places tried
LARGEST: Final = 2_000_000
_HELD: Final = re.compile(r"<(template|textarea)\b[^<>]{0,300}>(.{20,2000000}?)</\1\s*>", re.I | re.S)
_SCRIPTS: Final = ("", "text/javascript", "application/javascript", "application/json")


def unshown_rows(page: ListingPage, dom: Dom, form: re.Pattern[str] | None = None) -> Found:
    """The first dated list among what a page holds and does not show; none where there is no such list."""
    for markup in islice(_markup(page.text, dom), MOST):
        found = rows_of_fragment(markup, page.url, form)
        if _is_list(found.rows):
            return found
    for rows in islice(_lists(page, dom), MOST):
        if _is_list(rows):
            return Found(rows, dated=sum(bool(row.date) for row in rows))
    return Found()


def _is_list(rows: tuple[ListingRow, ...]) -> bool:
    dated = sum(bool(row.date) for row in rows)
    return dated >= LEAST and 2 * dated >= len(rows)


def _markup(text: str, dom: Dom) -> Iterator[str]:
    """Markup with links that a page holds: in templates and text areas, and what its scripts write."""
    for found in islice(_HELD.finditer(text[:LARGEST]), MOST):
        if "<a" in found[2] or "&lt;a" in found[2]:
            yield found[2] if found[1].lower() == "template" else unescape(found[2])
    written = "".join(
        piece.text
        for _, kind, source in dom.scripts
        if kind in _SCRIPTS and "document.write" in source
        for piece in tokens(source)
        if piece.kind == "string"
    )
    if "<a" in written:
        yield written


def _lists(page: ListingPage, dom: Dom) -> Iterator[tuple[ListingRow, ...]]:
    """The entries of each script that name a document and its address."""
    for _, kind, source in dom.scripts:
        if kind in _SCRIPTS and "{" in source:
            rows = (feeds.row(entry, page.url) for entry in objects(tokens(source), Scope()))
            yield unique(row for row in rows if row is not None)
