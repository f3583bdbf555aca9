"""The numbers a word processor puts before paragraphs itself: 一、 (一) 1. are then nowhere in the text.

Number formats are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat); the Word binary format numbers the same
ones (MS-OSHARED 2.2.1.3, MSONFC).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

_DIGITS = "〇一二三四五六七八九"
_BY_CODE = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 14: "decimalFullWidth",
    18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet", 30: "ideographTraditional",
    38: "chineseLegalSimplified", 255: "none", **dict.fromkeys((10, 11, 33, 35, 37, 39), "chineseCounting"),
}  # fmt: skip
_COUNTING = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
    "japaneseDigitalTenThousand", "ideographDigital", "koreanCounting",
}  # fmt: skip


def by_code(code: int) -> str:
    """The name of a number format of the Word binary format."""
    return _BY_CODE.get(code, "decimal")


def chinese(value: int) -> str:
    """1 to 9999 as 一 to 九千九百九十九, the way headings count (十一, not 一十一)."""
    if not 0 < value < 10_000:
        return str(value)
    out, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            out += ("〇" if zero and out else "") + _DIGITS[digit] + unit
        zero = digit == 0
    return out.removeprefix("一") if out.startswith("一十") else out


def _roman(value: int) -> str:
    out = ""
    for number, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    ):
        count, value = divmod(value, number)
        out += letters * min(count, 20)
    return out


def number(value: int, style: str) -> str:
    """A value in a number format; "" for bullets and formats without a number."""
    if style in {"bullet", "none"}:
        return ""
    if style in _COUNTING:
        return chinese(value)
    for name, signs in _SIGNS.items():
        if style.startswith(name) and 1 <= value <= len(signs):
            return signs[value - 1]
    if style.startswith("decimalFullWidth"):
        return "".join(chr(0xFF10 + int(digit)) for digit in str(value))
    if style in _WRITTEN:
        return _WRITTEN[style](value)
    return str(value)


def _legal(value: int) -> str:
    return chinese(value).translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))


def _letter(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * min((value - 1) // 26 + 1, 5)


_SIGNS: Final = {
    "decimalEnclosedCircle": "".join(map(chr, range(0x2460, 0x2474))),
    "decimalEnclosedParen": "".join(map(chr, range(0x2474, 0x2488))),
    "decimalEnclosedFullstop": "".join(map(chr, range(0x2488, 0x249C))),
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
"""Formats with a sign of their own for each of the first numbers."""
_WRITTEN: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": "{:02d}".format,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
}


@dataclass
class Level:
    """One level of a list: its first value, number format and text with %1 to %9 for the levels' numbers."""

    start: int = 1
    style: str = "decimal"
    text: str = "%1."


@dataclass
class Counter:
    """The running numbers of one list."""

    levels: dict[int, Level]
    values: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """The marker of the next paragraph at a level, counted from 0; "" for none."""
        level = self.levels.get(depth)
        if level is None:
            return ""
        self.values[depth] = self.values.get(depth, level.start - 1) + 1
        for deeper in [at for at in self.values if at > depth]:
            del self.values[deeper]

        def fill(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self.levels.get(at, Level())
            return number(self.values.get(at, other.start), other.style)

        if level.style in {"bullet", "none"}:
            return ""
        marker = re.sub(r"%([1-9])", fill, level.text)
        return marker + " " if marker[-1:].isalnum() and marker.isascii() else marker
