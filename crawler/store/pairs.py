"""Text and queries as pairs of characters, for a search that finds exactly the texts that contain a word.

All characters count, punctuation and blanks too: FTS5's tokenizer ``ascii`` splits at those of ASCII and keeps all that
is not ASCII as it is, so the former stand in the index as private use characters. ASCII letters match in either case,
as with LIKE. Traditional characters, full-width and other forms match as the plain ones (``normalize.plain``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
UNITS: Final = "utf-32-le"  # four bytes a character: pairs are woven from it byte by byte of all characters at once

_LETTER: Final = re.compile("[a-z]")
_ODD: Final = re.compile(f"[{re.escape(''.join(sorted(ODD)))}]")
_QUOTES: Final = ('""', "“”", "＂＂", "「」", "『』", "〝〞")
_TERM: Final = re.compile(
    "([-－−]?)(?:"  # a sign before a word: texts without it
    + "|".join(f"{opening}([^{closing}]+){closing}" for opening, closing in _QUOTES)
    + rf"|([^\s{''.join(_QUOTES)}]+))"
)
_OR: Final = frozenset(("OR", "ＯＲ", "|", "｜", "或"))  # a word alone between two others


@dataclass(frozen=True, slots=True)
class Query:
    """A search: texts with at least one word of each group of ``wanted``, and none of ``unwanted``."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]


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
    codes = {character: _CODE[character] for character in set(_ODD.findall(text))}
    if any(len(code) > 1 for code in codes.values()):
        return _long_pairs(text)
    for character, code in codes.items():
        text = text.replace(character, code)
    units = text.encode(UNITS, "surrogatepass")
    woven = bytearray(" ".encode(UNITS) * (3 * len(text) - 2))
    for place in range(3):  # of a character's four bytes; the last is always zero
        plane = units[place::4]
        woven[place::12] = plane
        woven[place + 4 :: 12] = plane[1:]
    return woven.decode(UNITS, "surrogatepass")


def _long_pairs(text: str) -> str:
    codes = [_CODE[character] for character in text]
    return " ".join([*map(add, codes, codes[1:]), codes[-1]])


def section_pairs(text: str | None, part: str | None) -> str:
    """What the index of sections holds: the pairs of the text, and the part it belongs to."""
    return " ".join(filter(None, (pairs(text), _part(part) if part else "")))


def _part(part: str) -> str:
    """The token of a part: letters only, since the tokenizer splits at all else."""
    return PART_MARK + "".join(filter(str.isalnum, part))


@lru_cache(maxsize=64)
def parse(query: str) -> Query:
    """What a query asks for: its words split at blanks, a phrase between quotation marks kept whole, all in their
    plain form. ``OR`` (or 或, |) joins the words on its sides; a minus before a word excludes it."""
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    joins = False
    found = _TERM.findall(query[:LONGEST_QUERY])
    for place, (minus, *groups) in enumerate(found):
        bare, word = groups[-1], plain(next(filter(None, groups)))
        if bare in _OR and not minus and wanted and place + 1 < len(found):
            joins = True
        elif word and minus:
            unwanted.append(word)
            joins = False
        elif word and joins:
            wanted[-1].append(word)
            joins = False
        elif word:
            wanted.append([word])
    kept = tuple(dict.fromkeys(tuple(dict.fromkeys(group)) for group in wanted))
    return Query(kept, tuple(dict.fromkeys(unwanted)))


def terms(query: str) -> list[str]:
    """The words a query asks for, all of them or one of several, in their plain form."""
    return list(dict.fromkeys(word for group in parse(query).wanted for word in group))


def quoted(words: Sequence[str]) -> str:
    """The query for texts with at least one of some words."""
    return " OR ".join(f'"{word}"' if '"' not in word else f"“{word}”" for word in words)


def match(query: str | None) -> str:
    """The FTS5 expression for texts that ``query`` asks for; one that matches nothing where it asks for no word."""
    asked = parse(query or "")
    wanted = " AND ".join(_any(map(_phrase, group)) for group in asked.wanted)
    if wanted and asked.unwanted:
        return f"({wanted}) NOT {_any(map(_phrase, asked.unwanted))}"
    return wanted or MATCH_NOTHING


def _any(expressions: Iterable[str]) -> str:
    several = list(expressions)
    return several[0] if len(several) == 1 else f"({' OR '.join(several)})"


def section_match(query: str | None, part: str | None = None) -> str:
    """The FTS5 expression for sections that hold all pairs of the words of ``query``, of one part if given.

    Sections that the query asks for are among them; for words of one or two characters they are the same.
    """
    asked = parse(query or "")
    wanted = [_any(f"({' AND '.join(_tokens(word))})" for word in group) for group in asked.wanted]
    if not wanted and not part:
        return MATCH_NOTHING
    unwanted = [_tokens(word)[0] for word in asked.unwanted if len(word) <= 2]
    found = " AND ".join([*([f'"{_part(part)}"'] if part else []), *wanted])
    return f"({found}) NOT {_any(unwanted)}" if unwanted else found


def exact(query: str) -> bool:
    """Whether ``section_match`` finds exactly the sections that the query asks for."""
    asked = parse(query)
    return all(len(word) <= 2 for group in (*asked.wanted, asked.unwanted) for word in group)


def _tokens(term: str) -> list[str]:
    codes = [_CODE[character] for character in term]
    if len(codes) == 1:
        return [f'"{codes[0]}"*']
    return list(dict.fromkeys(f'"{pair}"' for pair in map(add, codes, codes[1:])))


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


@lru_cache(maxsize=64)
def _folded_query(query: str) -> Query:
    asked = parse(query)
    return Query(tuple(tuple(map(_fold, group)) for group in asked.wanted), tuple(map(_fold, asked.unwanted)))


def _folded(text: str, wanted: tuple[str, ...]) -> str:
    """The plain text in which folded terms are to be looked for; folding is left out where no term has a letter."""
    return _fold(text) if any(_LETTER.search(term) for term in wanted) else text


def contains(text: str | None, query: str | None) -> bool:
    """Whether ``text`` is one that ``query`` asks for, by the rules of the index."""
    return _contains(plain(text or ""), query)


def report_contains(text: str, query: str | None, title: str | None) -> bool:
    """The same of a report, whose ``text`` is in its plain form already: no word reaches from its title into it."""
    return _contains(f"{plain(title or '')}\uffff{text}", query)


def _contains(text: str, query: str | None) -> bool:
    asked = _folded_query(query or "")
    folded = _folded(text, (*(word for group in asked.wanted for word in group), *asked.unwanted))
    return (
        bool(asked.wanted)
        and all(any(word in folded for word in group) for group in asked.wanted)
        and not any(word in folded for word in asked.unwanted)
    )


def hits(text: str, query: str, known: str | None = None) -> list[tuple[int, int]]:
    """Where the words of ``query`` stand in ``text``: (start, end), in order, overlapping ones joined. ``known`` is the
    plain form of the text, where it is known."""
    wanted = _folded_terms(query)
    folded = _folded(plain(text) if known is None else known, wanted)
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
