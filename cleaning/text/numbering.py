"""The numbering that official documents put before their headings.

The order of the steps is that of GB/T 9704-2012 (党政机关公文格式, 7.3.3): 一、 then (一) then 1. then (1). Reports
also use 第一部分 above them and ① below, and enumerate inside a section with 一是, 二是. Markers are read, never
corrected: a repeated or skipped number is what the agency published.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaning.text.normalize import fold, fold_sign
from cleaning.text.numerals import number

MARKER_LENGTH = 48
"""Characters of a line in which a marker, or a whole short heading after a bare numeral, must stand."""

HEAD_LENGTH = 240
"""Characters of a line that are read: no heading's marker or lead is longer."""

_DIGITS = "一二三四五六七八九十"
_STARTS = frozenset(f"第({_DIGITS}")
_ENUM_STARTS = frozenset(f"第其首再{_DIGITS}")
_NUMERAL = f"[{_DIGITS}]{{1,3}}"
_PART = re.compile(rf"第(?P<n>{_NUMERAL}|\d{{1,2}})(?:部分|章|篇)[ 、:.,]*")
_CHINESE = re.compile(rf"(?P<n>{_NUMERAL}) ?[、.,][ 、]?")
_CHINESE_SPACED = re.compile(rf"(?P<n>{_NUMERAL}) +(?=[^ ,。;、]{{2,30}}$)")
_BRACKETED = re.compile(rf"\((?P<n> ?{_NUMERAL} ?)[)、.][、.,]? ?")
_HALF_BRACKETED = re.compile(rf"(?P<n>{_NUMERAL} ?)\)[、.,]? ?")
_ARABIC = re.compile(r"(?P<n>\d{1,2}) ?[.、](?: ?(?=(?:19|20)\d\d ?年)|(?! ?\d)) ?")
_ARABIC_LIST = re.compile(r"(?P<n>\d{1,2}) ?、 ?(?=12345|12369|12315|12348|110)")
_BRACKETED_ARABIC = re.compile(r"\(?(?P<n>\d{1,2})\)[、.,]? ?(?!\d*[年月日号%])")
_SERIES = re.compile(rf"[{_DIGITS}](?:[、,.和]|[至到\-—~])|[{_DIGITS}]+[审级季产类线等期批月届次]")
_ENUM = re.compile(
    rf"(?P<n>{_NUMERAL}) ?[是要]|第(?P<o>{_NUMERAL})[,:、]|其(?P<p>[{_DIGITS}])[,:是]|(?P<w>首先|其次|再次)[,是要]"
)
_WORDS = {"首先": 1, "其次": 2, "再次": 3}

_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2776 + i): i + 1 for i in range(10)}
_ROUND = {chr(0x2474 + i): i + 1 for i in range(20)}
_FULL_STOP = {chr(0x2488 + i): i + 1 for i in range(20)}
_IDEOGRAPH = {chr(0x3220 + i): i + 1 for i in range(10)}
_ROMAN = {chr(0x2160 + i): i + 1 for i in range(12)}
_ROMAN_COUNTS = re.compile(r".[、.．] ?(?![\u2160-\u216b])")
"""Not Ⅱ类水质 nor Ⅱ、Ⅲ类水质, which name classes."""

PART, CHINESE, BRACKETED, ARABIC, BRACKETED_ARABIC, CIRCLED = range(6)
"""Ranks of the marker styles; CHINESE is level 1 where no 第一部分 stands above it."""


class Marker(NamedTuple):
    """A marker at the start of a line: its rank, value and number of characters with blanks after it."""

    rank: int
    ordinal: int | None
    text: str
    length: int


_SINGLE = {
    char: (rank, value)
    for table, rank in (
        (_CIRCLED, CIRCLED),
        (_ROUND, BRACKETED_ARABIC),
        (_FULL_STOP, ARABIC),
        (_IDEOGRAPH, BRACKETED),
        (_ROMAN, PART),
    )
    for char, value in table.items()
}


# Which styles a line can have by its first character; any other that passes is a digit.
_STYLES = dict.fromkeys(_DIGITS, ((CHINESE, _CHINESE), (BRACKETED, _HALF_BRACKETED))) | {
    "第": ((PART, _PART),),
    "(": ((BRACKETED, _BRACKETED), (BRACKETED_ARABIC, _BRACKETED_ARABIC)),
}
_DIGIT_STYLES = ((ARABIC, _ARABIC), (ARABIC, _ARABIC_LIST), (BRACKETED_ARABIC, _BRACKETED_ARABIC))


def _match(folded: str) -> tuple[int, re.Match[str] | None]:
    """The style of the marker with which a folded line begins, and where it stands."""
    for rank, pattern in _STYLES.get(folded[0], _DIGIT_STYLES):
        if match := pattern.match(folded):
            return rank, match
    if folded[0] not in _DIGITS or len(folded) >= MARKER_LENGTH:
        return CHINESE, None
    return CHINESE, _CHINESE_SPACED.match(folded.rstrip())


def read_marker(line: str) -> Marker | None:
    """The heading marker ``line`` starts with, or None.

    Numbers that count something are no markers: 2.59万元, 12.4 国家宪法日, 2024年, 一、二审案件, 1、2月, 一是, 一个.
    """
    indent = len(line) - len(line.lstrip())
    head = line[indent : indent + MARKER_LENGTH]
    if not head:
        return None
    single = _SINGLE.get(head[0])
    if single is not None:
        if head[0] in _ROMAN and not _ROMAN_COUNTS.match(head):
            return None
        length = len(head) - len(head[1:].lstrip(" 、.,．，　"))
        return Marker(single[0], single[1], head[0], indent + length)
    first = fold_sign(head[0])
    if first not in _STARTS and not first.isdecimal():
        return None
    folded = fold(head)
    rank, match = _match(folded)
    if match is None or (rank == CHINESE and _SERIES.match(folded, match.end())):
        return None
    ordinal = number(match["n"])
    if ordinal is None or ordinal == 0:
        return None
    length = match.end()
    return Marker(rank, ordinal, head[:length].strip(), indent + length)


def read_enumerator(line: str) -> Marker | None:
    """The enumerator (一是, 二要, 其一, 首先) ``line`` starts with, or None."""
    indent = len(line) - len(line.lstrip())
    head = line[indent : indent + MARKER_LENGTH]
    if not head or fold_sign(head[0]) not in _ENUM_STARTS:
        return None
    match = _ENUM.match(fold(head))
    if match is None:
        return None
    ordinal = _WORDS.get(match["w"] or "") or number(match["n"] or match["o"] or match["p"] or "")
    if not ordinal:
        return None
    text = match.group().rstrip(",:、 ")
    return Marker(CIRCLED + 1, ordinal, head[: len(text)], indent + match.end())
