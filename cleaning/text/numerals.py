"""Numerals of Chinese documents: 二十三, 两百零五, 三万五千, 二〇二四, 廿一, 贰拾, ２３."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaning.text.normalize import fold

SIGNS = "零〇一二三四五六七八九十百千万亿两"
"""The signs of numerals as ordinary text writes them."""

_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟萬億两零", "一二三四五六七八九十百千万亿二〇", strict=True))
_PLAIN = str.maketrans(_FORMAL | {"廿": "二十", "卅": "三十"})
_VALUES = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_DIGIT = "[一二三四五六七八九]"
_SECTION = f"(?:{_DIGIT}?千)?(?:〇?{_DIGIT}?百)?(?:〇?{_DIGIT}?十)?(?:〇?{_DIGIT})?"
_SPOKEN = re.compile(f"(?:{_SECTION}亿)?(?:〇?{_SECTION}万)?〇?{_SECTION}")
_SPELLED = re.compile(f"(?:〇|{_DIGIT}){{4,}}|{_DIGIT}+〇(?:〇|{_DIGIT})*")
_UNSAID = re.compile(f"(?<=[百千万亿]){_DIGIT}$")
_LONGEST = 24


@lru_cache(maxsize=1024)
def number(text: str) -> int | None:
    """The value of a Chinese or Arabic numeral, None where the whole text is none (十百, 一一十, 三件).

    Digits may be spelled out (二〇二四, 一〇五; but 三四 is three or four), the first one and the last place may stay
    unsaid (十二; 两千五 is 2500).
    """
    text = fold(text).strip()
    if not text or len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    plain = text.translate(_PLAIN)
    if _SPELLED.fullmatch(plain):
        return int("".join(str(_VALUES[sign]) for sign in plain))
    return _spoken(plain) if _SPOKEN.fullmatch(plain) else None


def quantity(text: str) -> float | None:
    """As ``number``, with a decimal part: 九十九点五 is 99.5."""
    whole, point, part = text.partition("点")
    value = number(whole)
    if value is None or not point:
        return value
    digits = fold(part).translate(_PLAIN)
    if not digits or any(sign not in _VALUES for sign in digits):
        return None
    return float(f"{value}." + "".join(str(_VALUES[sign]) for sign in digits))


def _spoken(text: str) -> int:
    """The value of a numeral with places: each digit counts for the place behind it, each section for its myriad."""
    total, section, digit = 0, 0, 0
    for sign in text:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign in _PLACES:
            section += (digit or 1) * _PLACES[sign]
            digit = 0
        else:
            total += (section + digit or 1) * _MYRIADS[sign]
            section = digit = 0
    if _UNSAID.search(text):
        digit *= (_PLACES | _MYRIADS)[text[-2]] // 10
    return total + section + digit
