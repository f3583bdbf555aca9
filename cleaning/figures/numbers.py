"""Numbers as government reports write them: 2.5万多, 10余次, 百分之百, 1-2次, 两名, 超百万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cleaning.figures.units import STARTS, UNIT
from cleaning.text.normalize import fold
from cleaning.text.numerals import SIGNS, quantity

_PARTING: Final = re.compile("(?<=[0-9\uff10-\uff19])\uff0c(?=[0-9\uff10-\uff19])")


def fold_line(line: str) -> str:
    """The folded line. A full-width comma between digits stays: it parts numbers (10，120), it groups no thousands."""
    folded = fold(line)
    for match in _PARTING.finditer(line):
        folded = folded[: match.start()] + match[0] + folded[match.end() :]
    return folded


@dataclass(slots=True)
class Number:
    """One number of a line with its unit; ``start`` and ``end`` are offsets in the line, unit included.

    ``digits_end`` is where the bare number ends. ``upper`` is the upper end of a range (1-2次), else None.
    ``more`` is 余, 多 or 几 inside the number. ``words`` tells numbers written in Chinese numerals.
    """

    start: int
    digits_end: int
    end: int
    value: float
    upper: float | None
    unit: str
    more: bool
    words: bool
    text: str


_ARABIC: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_WORDS: Final = rf"(?<![{SIGNS}])[{SIGNS}]{{1,12}}(?:点[{SIGNS}]{{1,6}})?"
_NUMBER: Final = re.compile(
    rf"(?P<percent>百分之)?(?:(?P<digits>{_ARABIC})(?:%?\s?(?:[-~—–~]{{1,2}}|至|到)\s?(?P<upper>[0-9]+(?:\.[0-9]+)?))?|(?P<words>{_WORDS}))"
    rf"(?P<small>[十百千](?![分年]))?(?P<large>[万亿](?!元?户|里|一))?(?P<more>余|多|几(?=[万亿])|\s余(?=[{re.escape(STARTS)}]))?(?P<larger>[万亿]{{1,2}})?"
    rf"\s?(?P<unit>{UNIT})?(?P<moreafter>多(?=[,\uff0c、。;]))?"
)
_ANCHOR: Final = re.compile(rf"[0-9]|(?<![{SIGNS}])[{SIGNS}]+(?![{SIGNS}])(?=[{re.escape(STARTS)} 点余多几])")
_GROUPS: Final = ("percent", "upper", "small", "large", "larger", "unit")
_AFTER: Final = ("larger", "more", "large", "small", "upper")
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}


def scan(text: str) -> Iterator[Number]:
    """Every number of a folded line in order, with its unit if one follows.

    Numerals in words are given only where a measure word follows them (两名) or after 百分之. The time is linear
    in the length of the line.
    """
    anchor = _ANCHOR.search(text)
    while anchor:
        match = _NUMBER.match(text, anchor.start())
        number = _read(match) if match else None
        if number is not None:
            yield number
        anchor = _ANCHOR.search(text, max(match.end() if match else 0, anchor.end()))


def _in_words(words: str, unit: str) -> tuple[float, str] | None:
    """Value and unit of a number in Chinese numerals (两万件), None where it counts nothing."""
    myriads = words[-1] if words[-1] in "万亿" else ""
    stem = words[:-1] if myriads else words
    value = quantity(stem) if stem else 1.0
    return (value, myriads + unit) if unit and value is not None else None


def _read(match: re.Match[str]) -> Number | None:
    percent, upper, small, large, larger, measure = match.group(*_GROUPS)
    said = _value(match, "%" if percent else (measure or ""))
    if said is None:
        return None
    value, unit = said
    words = match["digits"] is None
    digits_end = match.end("words" if words else "digits")
    end = digits_end
    if not percent:
        unit = (large or "") + (larger or "") + unit
        end = match.end("unit") if measure else max(*map(match.end, _AFTER), digits_end)
    more = bool(match["more"] or match["moreafter"])
    return Number(
        match.start(), digits_end, end, value * _SMALL.get(small, 1), _limit(upper), unit, more, words, match[0]
    )


def _value(match: re.Match[str], unit: str) -> tuple[float, str] | None:
    """The number itself and its unit, None where words count nothing."""
    digits = match["digits"]
    if digits is None:
        return _in_words(match["words"], unit)
    return float(digits.replace(",", "").replace(" ", "")) if len(digits) <= 24 else float("inf"), unit


def _limit(upper: str | None) -> float | None:
    """The upper end of a range; a number of more digits is none."""
    return float(upper) if upper and len(upper) < 16 else None
