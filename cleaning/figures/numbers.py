"""Numbers as government reports write them: 2.5万多, 10余次, 百分之百, 1-2次, 两名, 超百万元."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaning.figures.units import UNIT

_PLAIN: Final = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    ord("\uff05"): "%",
    ord("\uff0e"): ".",
    ord("\uff08"): "(",
    ord("\uff09"): ")",
    ord("\uff1a"): ":",
    ord("\uff1b"): ";",
    ord("\uff0b"): "+",
    ord("\u3014"): "[",
    ord("\u3015"): "]",
    ord("\uff3b"): "[",
    ord("\uff3d"): "]",
}
FOLD: Final = _PLAIN | dict.fromkeys(map(ord, "\t\xa0\u2002\u2003\u2009\u3000\u202f"), " ")
"""One character for one character, so that offsets into the folded text hold in the original."""

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
    rf"(?P<small>[十百千](?![分年]))?(?P<large>[万亿](?!元?户|里|一))?(?P<more>余|多|几(?=[万亿]))?(?P<larger>[万亿]{{1,2}})?"
    rf"\s?(?P<unit>{UNIT})?(?P<moreafter>多(?=[,\uff0c、。;]))?"
)
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=4096)
def words_to_number(words: str) -> float | None:
    """The number a Chinese numeral stands for, or None where it is none (两 is 2, 百 is 100)."""
    import cn2an  # loaded when the first numeral in words is met: it is slow to import

    text = words if words[0] not in "百千万亿" else "一" + words
    try:
        return float(cn2an.cn2an(text, "smart"))
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def scan(text: str) -> list[Number]:
    """Every number of a folded line in order, with its unit if one follows.

    Numerals in words are given only where a measure word follows them (两名) or after 百分之. The time is linear
    in the length of the line.
    """
    found = []
    for match in _NUMBER.finditer(text):
        number = _read(match)
        if number is not None:
            found.append(number)
    return found


def _read(match: re.Match[str]) -> Number | None:
    digits, words, percent = match["digits"], match["words"], bool(match["percent"])
    unit = "%" if percent else (match["unit"] or "")
    upper: float | None = None
    if digits is not None:
        value = float(digits.replace(",", "").replace(" ", "")) if len(digits) <= 24 else float("inf")
        upper = float(match["upper"]) if match["upper"] and len(match["upper"]) < 16 else None
    else:
        if not unit:
            return None
        large = words[-1] if words[-1] in "万亿" else ""
        stem = words[:-1] if large else words
        read = words_to_number(stem) if stem else 1.0
        if read is None:
            return None
        value, unit = read, large + unit
    if match["small"]:
        value *= _SMALL[match["small"]]
    digits_end = match.end("words") if digits is None else match.end("digits")
    end = (
        match.end("unit")
        if match["unit"]
        else max(
            match.end("larger"),
            match.end("more"),
            match.end("large"),
            match.end("small"),
            match.end("upper"),
            digits_end,
        )
    )
    if percent:
        end = digits_end
    else:
        unit = (match["large"] or "") + (match["larger"] or "") + unit
    more = bool(match["more"] or match["moreafter"])
    return Number(match.start(), digits_end, end, value, upper, unit, more, digits is None, match[0])
