"""Numbers that are no figures, by a rule with a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaning.figures.numbers import Number
from cleaning.figures.units import LIST_WORDS, TIME_WORDS, WORD_UNITS, base


class Refusal(NamedTuple):
    """A number that is no figure: the rule, its text, the 0-based line and offsets into the joined lines."""

    rule: str
    span: str
    line: int
    start: int
    end: int


RULES: Final = {
    "title": "inside 《》 or the ASCII brackets some portals put in their place",
    "date": "a year, month, day or hour",
    "duration": "a span of time (7个工作日, 连续4年)",
    "ordinal": "第三批, 第24个",
    "document_number": "〔2023〕4号, (2018)12, 令第593号",
    "day_name": "6·5, “12·4”",
    "quoted_name": "inside a short quotation (“1310”, “三项制度”), or a one in any (“开展1次宣讲、组织1次考试”)",
    "enumerator": "1. or (2) in front of a paragraph or clause",
    "list_count": "the number of parts of a list (六方面, 三大)",
    "code": "stands against Latin letters or signs (PM2.5, A4, 7×24, 1+N), or is a telephone or site code",
    "each": "每N, a rule of distribution, not a count (每2名)",
    "no_unit": "a bare number no indicator claims",
}
"""The rules by name, with what each refuses."""

_TITLE: Final = re.compile(r"《[^《》]{0,150}》|<[^<>]{2,150}>")
_QUOTE: Final = re.compile(r"“[^“”。;\uff1b]{1,60}”")
_MISREAD_TITLE: Final = re.compile(r"[(~—–-][0-9]{4}年?》")
_BEFORE_CODE: Final = re.compile(r"[A-Za-z+×xX*/=_@#&\\][ -]?$")
_AFTER_CODE: Final = re.compile(r"[A-Za-z+×*/=_@#&\\:]")
_DOT_DAY: Final = re.compile(r"[·•・‧∙．][0-9]")
_HOTLINE: Final = frozenset(
    {
        110,
        119,
        120,
        122,
        12123,
        12301,
        12305,
        12309,
        12310,
        12315,
        12318,
        12320,
        12328,
        12329,
        12331,
        12333,
        12336,
        12337,
        12338,
        12345,
        12348,
        12350,
        12351,
        12355,
        12358,
        12360,
        12363,
        12365,
        12366,
        12367,
        12369,
        12371,
        12377,
        12378,
        12380,
        12381,
        12385,
        12388,
        12389,
        12393,
        12395,
        12398,
    }
)
_FEAST: Final = re.compile(
    r"[”\"]? ?(?:国家|国际|全国|世界|全民|宪法|环境|禁毒|消费者|宣传|普法|消防|安全|税收|法治|诚信)"
)
_DOTS: Final = "·•・‧∙．"
_CLAUSE: Final = "。!?;；！？:："


class Surroundings:
    """The titles and quotations of one folded line, to ask whether an offset lies inside one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._titles = [match.span() for match in _TITLE.finditer(text)] if "《" in text or "<" in text else []
        self._quotes = [match.span() for match in _QUOTE.finditer(text)] if "“" in text else []

    def in_title(self, offset: int) -> bool:
        return bool(self._titles) and _inside(self._titles, offset)

    def in_quote(self, offset: int, *, longest: int = 16) -> bool:
        """Whether an offset lies inside a quotation of at most so many characters, its marks included."""
        index = bisect_right(self._quotes, (offset, 1 << 60)) - 1 if self._quotes else -1
        if index < 0:
            return False
        start, end = self._quotes[index]
        return offset < end <= start + longest


def refuse(number: Number, around: Surroundings) -> str:
    """The name of the rule (see ``RULES``) by which a number is no figure, or an empty string.

    ``no_unit`` is not decided here: a bare number is a figure when an indicator claims it.
    """
    text, start, end = around.text, number.start, number.end
    unit = base(number.unit) if number.unit else ""
    before = text[max(0, start - 3) : start]
    after = text[end : end + 12]
    if around.in_title(start) or _MISREAD_TITLE.match(text, start - 1):
        return "title"
    if unit in TIME_WORDS:
        return _time(number, unit, before)
    return (
        _numbered(number, before, after, text)
        or _in_words(number, unit, before, around)
        or _bare(number, before, after, text)
    )


def _in_words(number: Number, unit: str, before: str, around: Surroundings) -> str:
    """The rule by which a number is part of a name or counts the parts of a list."""
    named = around.in_quote(number.start, longest=62 if number.value == 1 else 16)
    if named and (unit != "%" or number.words):
        return "quoted_name"
    return "list_count" if unit in LIST_WORDS or (number.words and not _counts(number, unit, before)) else ""


def _numbered(number: Number, before: str, after: str, text: str) -> str:
    """The rule by which the signs beside a number make it a name, an ordinal or a document's number."""
    if _DOT_DAY.match(text, number.digits_end) or (before and before[-1] in _DOTS):
        return "day_name"
    if before.rstrip(" ").endswith(("第", "届")):
        return "ordinal"
    if before.endswith("每"):
        return "each"
    return "document_number" if _document(number, before, after) else ""


def _bare(number: Number, before: str, after: str, text: str) -> str:
    if _code(number, before, text):
        return "code"
    if number.unit:
        return ""
    if _feast(number, before, after):
        return "day_name"
    if _date(number, before, after):
        return "date"
    return "enumerator" if _enumerator(number, text) else ""


def _time(number: Number, unit: str, before: str) -> str:
    if unit == "号":
        return "document_number" if number.value > 31 or before[-1:] in "〕])第" else "date"
    if unit in ("年", "年度", "月", "日", "时", "年代", "世纪"):
        return (
            "date" if number.value > 31 or unit in ("月", "日", "年代", "世纪") or before.endswith("年") else "duration"
        )
    return "duration"


def _document(number: Number, before: str, after: str) -> bool:
    if before[-1:] in "〔[(" and 1949 <= number.value <= 2100 and after[:1] in (")", "]", "〕") and not number.unit:
        return True
    return before[-1:] in ("]", "〕") or (after[:1] == "号" and not number.unit)


def _code(number: Number, before: str, text: str) -> bool:
    bare = not number.unit
    if number.value > 1e12:
        return True
    if (_BEFORE_CODE.search(before) and not (before[-1:].isalpha() and len(number.unit) > 1)) or (
        bare and _AFTER_CODE.match(text, number.end)
    ):
        return True
    if not bare:
        return before[-1:] in "-" and before[-2:-1].isdigit()
    if before[-1:] in ".-" and before[-2:-1].isdigit():
        return True
    return number.value in _HOTLINE and text[number.digits_end : number.digits_end + 1] not in ("", ",")


def _feast(number: Number, before: str, after: str) -> bool:
    if number.unit or "." not in number.text:
        return False
    return before[-1:] in '“"' or bool(_FEAST.match(after))


def _date(number: Number, before: str, after: str) -> bool:
    if number.unit or not 1949 <= number.value <= 2100 or number.value != int(number.value):
        return False
    span = number.upper is not None or "-" in number.text or "~" in number.text
    return span or after[:1] in ("-", "/", ".", "—", "~", "") or before[-1:] in ("-", "—", "–", "~", "～", "至")


def _enumerator(number: Number, text: str) -> bool:
    if number.unit or number.value > 99 or number.words:
        return False
    before = text[max(0, number.start - 4) : number.start].rstrip(" ")[-1:]
    after = text[number.end : number.end + 1]
    if after in (".", "、", ")") or after == "．":
        opened = before in ("", "(") or before in _CLAUSE
        return opened and (after != "." or not text[number.end + 1 : number.end + 2].isdigit())
    return False


def _counts(number: Number, unit: str, before: str) -> bool:
    """Whether a numeral in words counts something: 两名, 十余次, but not 一件 or 这两次."""
    if unit == "%":
        return True
    if number.value < 2 and not number.more:
        return False
    if (
        before[-1:] in ("这", "各", "上", "逐", "同", "头", "近", "首", "前", "数", "统", "唯", "有", "")
        and unit == "次"
    ):
        return before[-1:] not in ("这", "上", "头", "首", "前", "数")
    return before[-1:] not in ("这", "上", "头", "首", "前", "逐", "数") and unit in WORD_UNITS


def _inside(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(spans, (offset, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]
