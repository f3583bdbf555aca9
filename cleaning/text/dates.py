"""Dates as Chinese pages write them."""

from __future__ import annotations

import datetime
import re

_DIGITS = str.maketrans("〇○ＯO零一二三四五六七八九", "00000123456789")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d)")
_HANZI = re.compile(
    r"([一二][〇○ＯO零一二三四五六七八九]{3})年([元一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3}|廿[一-九]?)日"
)
_NUMERAL = re.compile("[一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?")


def iso(year: int, month: int, day: int) -> str | None:
    """YYYY-MM-DD if there is such a day, else None."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def hanzi_number(text: str) -> int:
    """The value of a number from 1 to 99 in Chinese numerals (元 is 1), 0 for what is none, such as 十十."""
    text = text.replace("元", "一").replace("廿", "二十")
    if not _NUMERAL.fullmatch(text):
        return 0
    tens, ten, units = text.partition("十")
    if not ten:
        return int(text.translate(_DIGITS))
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + (int(units.translate(_DIGITS)) if units else 0)


def first_date(text: str) -> str | None:
    """The first date in a text as YYYY-MM-DD; None if there is none."""
    if len(text) < 6:
        return None
    for match in _DATE.finditer(text):
        if value := iso(int(match[1]), int(match[2]), int(match[3])):
            return value
    for match in _HANZI.finditer(text):
        if value := iso(int(match[1].translate(_DIGITS)), hanzi_number(match[2]), hanzi_number(match[3])):
            return value
    for match in _COMPACT.finditer(text):
        if value := iso(int(match[1]), int(match[2]), int(match[3])):
            return value
    return None
