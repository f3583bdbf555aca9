"""Text as it is matched: one character for one, so that offsets hold (``fold``), without blanks (``squeeze``), or as a
search compares it (``plain``)."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from cleaning.text.traditional import SIMPLIFIED, TRADITIONAL

# Ideographs, printable ASCII and common signs stay what they are; the full-width forms of ASCII and two blanks become
# one other character each. Nothing of that combines with its neighbours.
_SAME = "\t\n -~\u4e00-\u9fff\u3001\u3002\u3007-\u3011\u3014\u3015\u2018\u2019\u201c\u201d\u2014\u00b7"
_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\u00a0": " "}
_COMMON = [(wide, _NARROW[wide]) for wide in "，（）：；"]
"""What changes in nearly every line: replaced one by one, before the rest is searched."""
_OTHER = re.compile(rf"[^{_SAME}]")
_CHANGING = re.compile(rf"[^{_SAME[2:]}]")
_SIGNS = ("<circle>", "<super>", "<sub>")
"""Kinds of compatibility characters that are signs of their own: ① is no 1 that could stand beside a digit."""

_HAN = "零一二三四五六七八九十百千"
_LIKE_ZERO = "Oo\u039f\u03bf\u041e\u043e○◯⚪⭕⭘"
# They begin with one class of characters, so that the search skips all others.
_ODD = re.compile(rf"[{_LIKE_ZERO}0〇](?:(?<![0〇])|(?<=[{_HAN}〇]0)|(?<=[0-9]〇))")
_ZEROS = re.compile(
    rf"[{_LIKE_ZERO}〇0](?:(?<=[1-9].)(?!(?<=0)0*+[0-9年月日])[{_LIKE_ZERO}〇0]*+(?=[0-9{_HAN}年月日])"
    rf"|(?<=[{_HAN}].)[{_LIKE_ZERO}〇0]*+(?=[0-9{_HAN}年])|(?<=[0-9][-/.][{_LIKE_ZERO}])(?=[1-9]))"
)
_SHORT = 64  # characters of a text that is likely to be met again
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")


class _Single(dict[str, str]):
    """The one character or blank that a character stands for, learned when it is first met."""

    def __missing__(self, char: str) -> str:
        sign = unicodedata.decomposition(char).startswith(_SIGNS)
        folded = char if sign else unicodedata.normalize("NFKC", char)
        if len(folded) != 1:
            folded = char
        self[char] = " " if folded.isspace() else folded
        return self[char]


_SINGLE = _Single()


def fold_sign(sign: str) -> str:
    """``fold`` of a single character."""
    return _SINGLE[sign]


def fold(text: str) -> str:
    """``text`` for matching: NFKC character by character, every blank a space, zeros mended, the length unchanged."""
    if _CHANGING.search(text):
        for wide, narrow in _COMMON:
            text = text.replace(wide, narrow)
        text = _CHANGING.sub(_single, text)
    return _ZEROS.sub(_zeros, text) if _ODD.search(text) else text


def squeeze(text: str) -> str:
    """``text`` for comparing: NFKC, zeros mended, without blanks and invisible characters."""
    return _squeezed_before(text) if len(text) < _SHORT else _squeezed(text)


def _squeezed(text: str) -> str:
    if _OTHER.search(text):
        for wide, narrow in _COMMON:
            text = text.replace(wide, narrow)
        if _OTHER.search(text):
            text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = "".join(text.split())
    return _ZEROS.sub(_zeros, text) if _ODD.search(text) else text


# The pages of a portal share most of their short lines.
_squeezed_before = lru_cache(maxsize=8192)(_squeezed)


def size(text: str) -> int:
    """The number of characters of a text without white space."""
    return len("".join(text.split()))


def _single(match: re.Match[str]) -> str:
    return _SINGLE[match[0]]


def _with_zeros(text: str) -> str:
    """Between numerals what looks like a zero is one: 二O二四 and 二◯二四 are 二〇二四, 2O24 is 2024."""
    return _ZEROS.sub(_zeros, text) if _ODD.search(text) else text


def _zeros(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    arabic = text[start - 1] not in _HAN and (text[end].isdecimal() or text[end] in "年月日")
    return ("0" if arabic else "〇") * (end - start)


# Signs that stand for another in a search; what is written most stays, so that most texts are their own folded form.
_STANDS_FOR = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)) | dict(
    zip(",():;!?「『〝„」』〞○◯⚪⭕⭘\u3000", "，（）：；！？““““”””〇〇〇〇〇 ", strict=True)
)
_WIDENED = ",():;"  # in nearly every text: replaced one by one, before the rest is searched
_KEPT_RANGES = ((0x20, 0x7E), (0x3001, 0x3002), (0x3007, 0x3011), (0x3014, 0x3015), (0x3400, 0x9FFF))
_KEPT = "\n，（）：；！？～＂‘’“”—·"


@cache
def _unlike() -> re.Pattern[str]:
    """What ``plain`` changes, as one class of characters."""
    kept = sorted((*_KEPT_RANGES, *((ord(sign), ord(sign)) for sign in _KEPT)))
    edges = pairwise([(-1, -1), *kept, (sys.maxunicode + 1, sys.maxunicode + 1)])
    between = [(end + 1, start - 1) for (_, end), (start, _) in edges if end + 1 < start]
    ranges = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in between)
    return re.compile(f"[{re.escape(''.join(_STANDS_FOR))}{ranges}]")


def invisible(sign: str) -> bool:
    """Whether a sign has no width and no meaning of its own."""
    return _INVISIBLE.fullmatch(sign) is not None


def plain(text: str) -> str:
    """``text`` as a search compares it, the length unchanged but for invisible signs, which go.

    Traditional characters are simplified, full-width letters, digits and look-alikes are the plain ones, quotation
    marks of one side are one mark, punctuation is full width. Letters keep their case. Most texts stay as they are.
    """
    for sign in _WIDENED:
        text = text.replace(sign, _STANDS_FOR[sign])
    return _with_zeros(_unlike().sub(_plain, text))


class _Plain(dict[str, str]):
    """What a sign is in the plain form, learned when it is first met."""

    def __missing__(self, sign: str) -> str:
        single = "" if invisible(sign) else _SINGLE[sign]
        self[sign] = _STANDS_FOR.get(sign) or _STANDS_FOR.get(single, single)
        return self[sign]


_PLAIN = _Plain()


def _plain(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


_RADICALS = {at: unicodedata.normalize("NFKC", chr(at)) for at in range(0x2F00, 0x2FD6)} | {
    ord(radical): whole
    for radical, whole in zip(
        "⺁⺈⺌⺟⺠⺬⺮⺶⻄⻅⻆⻉⻊⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂刀小母民示竹羊西见角贝足车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
}
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def unified(text: str) -> str:
    """The text with characters in the place of radicals that look like them, as the maps of many PDF fonts name them
    (⼯作 for 工作): Kangxi radicals, and those of the supplement that are characters of their own
    (EquivalentUnifiedIdeograph.txt of the Unicode database)."""
    return text.translate(_RADICALS) if _RADICAL.search(text) else text
