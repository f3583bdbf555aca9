"""Text and queries as pairs of characters, for a search that finds exactly the texts that contain a word.

All characters count, punctuation and blanks too: FTS5's tokenizer ``ascii`` splits at those of ASCII and keeps all that
is not ASCII as it is, so the former stand in the index as private use characters. ASCII letters match in either case,
as with LIKE. Traditional characters, full-width and other forms match as the plain ones (``normalize.plain``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import Final

from cleaning.text.normalize import invisible, plain

LONGEST_QUERY: Final = 500  # characters of a query that are used
MATCH_NOTHING: Final = '""'
LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
PRIVATE: Final = 0xE000  # the 256 private use characters from here on stand for others
PART_MARK: Final = "\uf8ff"  # begins the token of a mandated part: no code of a character begins with it
ODD: Final = frozenset(map(chr, (*range(0x80), *range(PRIVATE, PRIVATE + 0x100)))) - LETTERS | {PART_MARK}
UNITS: Final = "utf-32-le"  # four bytes a character: pairs are woven from it without a loop

_LETTER: Final = re.compile("[a-z]")
_QUOTES: Final = ('""', "“”", "＂＂", "「」", "『』", "〝〞")
_TERM: Final = re.compile(
    "|".join(f"{opening}([^{closing}]+){closing}" for opening, closing in _QUOTES) + rf"|([^\s{''.join(_QUOTES)}]+)"
)


class _Code(dict[str, str]):
    """How each character stands in the index: itself, one private use character, or two. No code begins another."""

    def __missing__(self, character: str) -> str:
        code = ord(character)
        if character == PART_MARK:
            text = chr(PRIVATE + 0xFE) + chr(PRIVATE)
        elif character not in ODD:
            text = character
        elif "A" <= character <= "Z":
            text = character.lower()
        elif code < 0x80:
            text = chr(PRIVATE + code)
        else:
            text = chr(PRIVATE + 0xFF) + character
        self[character] = text
        return text


_CODE: Final = _Code()


def pairs(text: str | None) -> str | None:
    """The text as FTS5 is to index it: its pairs of characters, and its last character alone, blanks between."""
    text = plain(text) if text else text
    if not text:
        return text
    codes = {character: _CODE[character] for character in ODD.intersection(text)}
    if any(len(code) > 1 for code in codes.values()):
        return _long_pairs(text)
    for character, code in codes.items():
        text = text.replace(character, code)
    units = memoryview(text.encode(UNITS, "surrogatepass")).cast("I")
    woven = bytearray(4 * (3 * len(units) - 2))
    slots = memoryview(woven).cast("I")
    slots[0::3] = units
    slots[1::3] = units[1:]
    slots[2::3] = memoryview(" ".encode(UNITS) * (len(units) - 1)).cast("I")
    return woven.decode(UNITS, "surrogatepass")


def _long_pairs(text: str) -> str:
    codes = [_CODE[character] for character in text]
    return " ".join([*map(add, codes, codes[1:]), codes[-1]])


def section_pairs(text: str | None, part: str | None) -> str:
    """What the index of sections holds: the pairs of the text, each once, and the part it belongs to."""
    tokens = (pairs(text) or "").split(" ") if text else []
    return " ".join([*dict.fromkeys(tokens), *([_part(part)] if part else [])])


def _part(part: str) -> str:
    """The token of a part: letters only, since the tokenizer splits at all else."""
    return PART_MARK + "".join(filter(str.isalnum, part))


def terms(query: str) -> list[str]:
    """The words of a query in their plain form: split at blanks, a phrase between quotation marks kept whole."""
    found = _TERM.findall(query[:LONGEST_QUERY])
    words = (plain(next(filter(None, groups))) for groups in found)
    return list(dict.fromkeys(word for word in words if word))


def match(query: str | None) -> str:
    """The FTS5 expression for texts that contain all words of ``query``; one that matches nothing for no words."""
    return " AND ".join(_phrase(term) for term in terms(query or "")) or MATCH_NOTHING


def section_match(query: str | None, part: str | None = None) -> str:
    """The FTS5 expression for sections that hold all pairs of ``query``, of one part if given.

    Sections that contain the words are among them; for words of one or two characters they are the same.
    """
    wanted = [token for term in terms(query or "") for token in _tokens(term)]
    if not wanted and not part:
        return MATCH_NOTHING
    return " AND ".join([*([f'"{_part(part)}"'] if part else []), *dict.fromkeys(wanted)])


def exact(query: str) -> bool:
    """Whether ``section_match`` finds exactly the sections that contain the words."""
    return all(len(term) <= 2 for term in terms(query))


def _tokens(term: str) -> list[str]:
    codes = [_CODE[character] for character in term]
    return [f'"{codes[0]}"*'] if len(codes) == 1 else [f'"{pair}"' for pair in map(add, codes, codes[1:])]


def _phrase(term: str) -> str:
    codes = [_CODE[character] for character in term]
    if len(codes) == 1:
        return f'"{codes[0]}"*'
    return '"' + " ".join(map(add, codes, codes[1:])) + '"'


def _fold(text: str) -> str:
    """ASCII letters in lower case, all others as they are (``bytes.lower`` knows no others)."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


@lru_cache(maxsize=64)
def _folded_terms(query: str) -> tuple[str, ...]:
    return tuple(_fold(term) for term in terms(query))


def _folded(text: str, wanted: tuple[str, ...]) -> str:
    """The text in which folded terms are to be looked for; folding is left out where no term has a letter."""
    text = plain(text)
    return _fold(text) if any(_LETTER.search(term) for term in wanted) else text


def contains(text: str | None, query: str | None) -> bool:
    """Whether ``text`` contains all words of ``query``, by the rules of the index."""
    wanted = _folded_terms(query or "")
    folded = _folded(text or "", wanted)
    return bool(wanted) and all(term in folded for term in wanted)


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of ``query`` stand in ``text``: (start, end), in order, overlapping ones joined."""
    wanted = _folded_terms(query)
    folded = _folded(text, wanted)
    spans: list[tuple[int, int]] = []
    for term in wanted:
        start = folded.find(term)
        while start >= 0:
            spans.append((start, start + len(term)))
            start = folded.find(term, start + len(term))
    if len(folded) != len(text):
        places = [place for place, sign in enumerate(text) if not invisible(sign)]
        spans = [(places[start], places[end - 1] + 1) for start, end in spans]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def snippet(text: str | None, query: str | None, length: int = 80) -> str:
    """About ``length`` characters of ``text`` around the first hit, hits between 【 and 】; "" without a hit."""
    found = hits(text or "", query or "")
    if not text or not found:
        return ""
    first = max(0, found[0][0] - length // 3)
    last = min(len(text), max(first + length, found[0][1]))
    parts, place = ["…" if first else ""], first
    for start, end in found:
        if start < last:
            parts += [text[place:start], "【", text[start : min(end, last)], "】"]
            place = min(end, last)
    return "".join([*parts, text[place:last], "…" if last < len(text) else ""]).replace("\n", " ")
