"""Numbers as government reports write them: 2.5万多, 10余次, 百分之百, 1-2次, 两名, 超百万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cleaning.figures.units import STARTS, UNIT

_FOLDS: Final = {
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **dict(
        zip(
            "\uff05\uff0e\uff08\uff09\uff1a\uff1b\uff0b\u3014\u3015\uff3b\uff3d\ufe5d\ufe5e",
            "%.():;+[][][]",
            strict=True,
        )
    ),
    **dict.fromkeys("\t\xa0\u2002\u2003\u2009\u3000\u202f", " "),
}
_FOLDED: Final = re.compile(f"[{''.join(_FOLDS)}]")


def fold(text: str) -> str:
    """The text with full-width digits, signs and blanks in ASCII, one character for one, so that offsets still hold."""
    return _FOLDED.sub(lambda match: _FOLDS[match[0]], text)


NUMERALS: Final = "一二两三四五六七八九十百千万亿零〇"


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
_WORDS: Final = rf"(?<![{NUMERALS}])[{NUMERALS}]{{1,12}}(?:点[{NUMERALS}]{{1,6}})?"
_NUMBER: Final = re.compile(
    rf"(?P<percent>百分之)?(?:(?P<digits>{_ARABIC})(?:%?\s?(?:[-~—–~]{{1,2}}|至|到)\s?(?P<upper>[0-9]+(?:\.[0-9]+)?))?|(?P<words>{_WORDS}))"
    rf"(?P<small>[十百千](?![分年]))?(?P<large>[万亿](?!元?户|里|一))?(?P<more>余|多|几(?=[万亿])|\s余(?=[{re.escape(STARTS)}]))?(?P<larger>[万亿]{{1,2}})?"
    rf"\s?(?P<unit>{UNIT})?(?P<moreafter>多(?=[,\uff0c、。;]))?"
)
_ANCHOR: Final = re.compile(rf"[0-9]|(?<![{NUMERALS}])[{NUMERALS}]+(?![{NUMERALS}])(?=[{re.escape(STARTS)} 点余多几])")
_GROUPS: Final = ("digits", "words", "percent", "upper", "small", "large", "larger", "unit")
_AFTER: Final = ("larger", "more", "large", "small", "upper")
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_DIGITS: Final = {word: digit for digit, word in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def words_to_number(words: str) -> float | None:
    """The number a Chinese numeral stands for, or None where it is none (两百零五 is 205, 二〇二四 is 2024).

    A numeral may leave its first one unsaid (十二, 百). 万 and 亿 are not read here: they belong to the unit.
    """
    if len(words) > 1 and all(word in _DIGITS for word in words):
        return float("".join(str(_DIGITS[word]) for word in words))
    total, digit = 0, -1
    for word in words:
        if word in _DIGITS:
            if digit > 0:
                return None
            digit = _DIGITS[word]
        elif word in _SMALL:
            total += _SMALL[word] * (digit if digit > 0 else 1)
            digit = -1
        else:
            return None
    return float(total + max(digit, 0))


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


def _read(match: re.Match[str]) -> Number | None:
    digits, words, percent, upper, small, large, larger, measure = match.group(*_GROUPS)
    unit = "%" if percent else (measure or "")
    if digits is not None:
        value = float(digits.replace(",", "").replace(" ", "")) if len(digits) <= 24 else float("inf")
        digits_end = match.end("digits")
    else:
        if not unit:
            return None
        myriads = words[-1] if words[-1] in "万亿" else ""
        stem = words[:-1] if myriads else words
        read = words_to_number(stem) if stem else 1.0
        if read is None:
            return None
        value, unit = read, myriads + unit
        digits_end = match.end("words")
    if small:
        value *= _SMALL[small]
    if percent:
        end = digits_end
    else:
        unit = (large or "") + (larger or "") + unit
        end = match.end("unit") if measure else max(*map(match.end, _AFTER), digits_end)
    more = bool(match["more"] or match["moreafter"])
    limit = float(upper) if digits is not None and upper and len(upper) < 16 else None
    return Number(match.start(), digits_end, end, value, limit, unit, more, digits is None, match[0])
