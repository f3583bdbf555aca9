"""The words a frame cannot do without, so that one scan tells which frames are worth asking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile(
    r"(?P<open>\(\?(?:P<\w+>|[:=!]|<[=!])|\()|(?P<close>\))|(?P<bar>\|)|(?P<many>[?*+]|\{(?P<least>[0-9]*),?[0-9]*\})\??"
    r"|(?P<set>\[(?:[^\]\\]|\\.)*\])|(?P<special>\\.|[.^$])|(?P<sign>.)"
)
Words = frozenset[str]
"""One of these stands in every text that a pattern finds; empty where nothing is sure."""


def needed(pattern: str) -> Words:
    """The best set of words of which one stands in every match of a regular expression without flags."""
    return _choice(_TOKEN.finditer(pattern))


def _choice(tokens: Iterator[re.Match[str]]) -> Words:
    """The needed words of alternatives up to the bracket that closes them."""
    options: list[Words] = []
    while True:
        option, ended = _sequence(tokens)
        options.append(option)
        if ended:
            return frozenset().union(*options) if all(options) else frozenset()


def _sequence(tokens: Iterator[re.Match[str]]) -> tuple[Words, bool]:
    """The best of what the parts of one alternative need, and whether it was the last one."""
    found: list[Words] = []
    run = ""
    group: Words | None = None
    for token in tokens:
        kind = token.lastgroup
        if kind == "many":
            optional = token[0][0] in "?*" or token["least"] in ("0", "")
            run = run[:-1] if group is None and optional else run
            found += [frozenset([run]), *([group] if group and not optional else [])]
            run, group = "", None
            continue
        found += [group] if group else []
        group = None
        if kind == "sign":
            run += token[0]
            continue
        found, run = [*found, frozenset([run])], ""
        if kind in ("bar", "close"):
            return _best(found), kind == "close"
        if kind == "open":
            inner = _choice(tokens)
            group = inner if token[0] in ("(", "(?:") or token[0].startswith("(?P") else frozenset()
    found += [group] if group else []
    return _best([*found, frozenset([run])]), True


def _best(sets: list[Words]) -> Words:
    """The set with the longest shortest word, of those the smallest; the sign of the number alone says nothing."""
    best = max(sets, key=lambda words: (_least(words), -len(words)), default=frozenset())
    return best if _least(best) else frozenset()


def _least(words: Words) -> int:
    return min((len(word.strip("#")) for word in words), default=0)
