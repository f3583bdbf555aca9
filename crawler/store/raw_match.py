"""A query that asks the index of pairs for whole words, which finds nothing and says nothing: told before it is asked.

The index holds texts as pairs of characters (``crawler.store.pairs``). SQLite itself cannot say that a word is none:
in its own shell such a query still counts zero, which the index's view and docs/room-reference.md say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from cleaning.text.normalize import plain
from crawler.store.pairs import PRIVATE

_INDEX: Final = re.compile(r"\b(?:reports|sections)_fts\b", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"(?:\bmatch\b|\b(?:reports|sections)_fts\s*[=(])\s*(?:'((?:[^']|'')*)'|[:@$](\w+)|(\?\d*))", re.IGNORECASE
)
_TOKEN: Final = re.compile(r"([a-z0-9\u0080-\U0010ffff]+)(\s*\*)?", re.IGNORECASE)
_TEXT: Final = re.compile(r"'(?:[^']|'')*'")
# What is no word of a query (sqlite.org/fts5.html): operators, columns, and how near is near.
_OPERATOR: Final = re.compile(r"\b(?:AND|OR|NOT|NEAR)\b|\b(?:title|body|text)\s*:|\{[^{}]*\}\s*:|,\s*\d+\s*\)")


def told(sql: str, values: Any = None) -> str | None:
    """How to search instead, None for a query that the index can answer; ``values`` are bound to it."""
    if not _INDEX.search(sql):
        return None
    for asked in _ASKED.finditer(sql):
        literal, name, mark = asked.groups()
        query = literal.replace("''", "'") if literal is not None else _bound(values, name or _place(sql, asked, mark))
        if isinstance(query, str) and _is_lost(query):
            shown = query.replace("'", "''")
            return f"the index holds pairs of characters and would find nothing: write MATCH zh_match('{shown}')"
    return None


def _place(sql: str, asked: re.Match[str], mark: str) -> int:
    """Which of the values, from 0, a question mark stands for; one in a text is none."""
    return int(mark[1:] or _TEXT.sub("", sql[: asked.start(3)]).count("?") + 1) - 1


def _bound(values: Any, which: str | int) -> Any:
    if isinstance(values, Mapping):
        return values.get(which)
    return values[which] if isinstance(values, Sequence) and isinstance(which, int) and which < len(values) else None


def _is_lost(query: str) -> bool:
    """Whether a word of the query is none that stands in the index: two characters in their plain form, or one as a
    beginning. What ``zh_pairs`` wrote may be longer, by its signs of private use."""
    for token, prefix in _TOKEN.findall(_OPERATOR.sub(" ", query)):
        spelled = any(PRIVATE <= ord(character) < PRIVATE + 0x100 for character in token)
        if not spelled and (plain(token) != token or len(token) > 2 or (len(token) == 1 and not prefix)):
            return True
    return False
