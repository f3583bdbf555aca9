"""Compatibility forms of Chinese text (Unicode NFKC), made quickly where the text holds ordinary characters alone."""

from __future__ import annotations

import re
import unicodedata

# Ideographs, printable ASCII and common signs stay what they are; the full-width forms of ASCII and two blanks become
# one other character each. Nothing of that combines with its neighbours.
_SAME = "\t\n -~\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u3014\u3015\u2018\u2019\u201c\u201d\u2014\u00b7"
_UNUSUAL = re.compile(rf"[^{_SAME}\u3000\u00a0\uff01-\uff5e]")
_WIDE = re.compile("[\u3000\u00a0\uff01-\uff5e]")
_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\u00a0": " "}
_CHANGING = re.compile(rf"[^{_SAME}]|[\t\n]")


class _Single(dict[str, str]):
    """The one character or blank that a character stands for, learned when it is first met."""

    def __missing__(self, char: str) -> str:
        folded = unicodedata.normalize("NFKC", char)
        if len(folded) != 1:
            folded = char
        self[char] = " " if folded.isspace() else folded
        return self[char]


_SINGLE = _Single()


def fold_sign(sign: str) -> str:
    """``fold`` of a single character."""
    return _SINGLE[sign]


def nfkc(text: str) -> str:
    """The text in normal form NFKC."""
    if _UNUSUAL.search(text):
        return unicodedata.normalize("NFKC", text)
    return _WIDE.sub(lambda match: _NARROW[match[0]], text)


def fold(text: str) -> str:
    """``text`` for matching: NFKC character by character, every blank a space, the length unchanged."""
    return _CHANGING.sub(lambda match: _SINGLE[match[0]], text)
