"""Where sentences and clauses begin, and which year, period and scope a number belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

_END: Final = re.compile(r"[。!?！？]+[”’)》]?")
_BOUND: Final = re.compile(r"[,\uff0c;。:()!?！？]")
_YEAR: Final = re.compile(
    r"(?=[较比同与超0-9今本全去上每连近过最两三四五六几十])"
    r"(?:(?P<compare>[较比同与超])?(?P<year>(?:19|20)[0-9]{2})年?(?P<span>[-—–~至到](?P<last>(?:19|20)[0-9]{2}))?(?P<mark>年)(?![^,\uff0c。;\uff1b]{0,10}的[0-9.]+倍)(?P<since>(?:[0-9]{1,2}月)?(?:以来|至今|起))?"
    r"|(?P<own>今年|本年度?|全年)|(?P<past>(?<![较比同与于超])(?:去年|上年度?|上一年度?)(?!结转|遗留|度|末|底))|(?P<habit>每年|每季度|每月|连续[0-9两三四五六七八九十]{1,2}年|(?:最?近|过去)[0-9两三四五六七八九十]{1,2}年|(?<!第)[两三四五六几]年多?来|十[一二三四五]五”?(?:期间|时期|以来)))"
)
_SCOPE: Final = re.compile(
    r"(?=[我本全各省市区县])(?<!提升|提高|增强|研究|加强|强化|推动|推进|服务|保障|促进|部署|规范|营造)(?<![居列府级])(?:(?:我|本|全)(?:局|委|厅|市|区|县|省|州|盟|旗|镇|乡|街道|系统|院|队|支队|单位|机关|行业|国|办)"
    r"(?:[^,\uff0c。;0-9]{0,8}系统|各级[^,\uff0c。;0-9]{0,6}机关)?|各(?:镇街|街镇|乡镇|区县?局|县区?局|县区|区县|县\(市、?区\)|市州|地区|单位|部门)|[省市区县]本级|"
    r"(?<=[,\uff0c;。])(?:[市区县]局|省厅|[省市区县]级(?=[^,\uff0c。;0-9]{0,8}部门(?![和及与、])))(?![和及与、]|以及|领导|主要|党))"
)
_AS_OF: Final = re.compile(r"目前|现有|截至|截止|现已")
_RUNNING: Final = re.compile(r"截[至止](?:目前|今|现在)")
_CUMULATIVE: Final = re.compile(r"(?<![年月])以来|近年来|至今")
_QUARTER: Final = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}日)?|第?[一二三四1-4]季度|[上下]半年|[年月]?[初底末]")
_SINCE: Final = re.compile(r"(?:[0-9]{1,2}月)?[^,\uff0c。;0-9]{0,24}(?:以来|至今)[,\uff0c]")
"""自2021年行政复议体制改革以来: counted from that year on."""


class YearWord(NamedTuple):
    """A mention of a year in a line; ``year`` is None where it names no single year (每年, 2016年至今)."""

    start: int
    end: int
    year: int | None
    cumulative: bool
    habit: bool
    past: bool = False


class Layout:
    """Sentence ends, clause bounds and year words of one folded line."""

    def __init__(self, text: str, report_year: int | None) -> None:
        self.text = text
        self.ends = [match.end() for match in _END.finditer(text)]
        self.bounds = [match.start() for match in _BOUND.finditer(text)]
        self.years = list(_years(text, report_year)) if "年" in text else []
        self._year_ends = [word.end for word in self.years]
        self._named = _last_named(self.years)
        self.report_year = report_year

    def sentence(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence an offset lies in."""
        index = bisect_right(self.ends, offset)
        start = self.ends[index - 1] if index else 0
        end = self.ends[index] if index < len(self.ends) else len(self.text)
        return start, end

    def clause_start(self, offset: int) -> int:
        """Where the clause before an offset begins; a short bracket that closes within the clause does not end it."""
        index = bisect_left(self.bounds, offset) - 1
        if index >= 0 and self.text[self.bounds[index]] == ")":
            opening = self.text.rfind("(", max(0, self.bounds[index] - 30), self.bounds[index])
            if opening > 0:
                index = bisect_left(self.bounds, opening) - 1
        return self.bounds[index] + 1 if index >= 0 else 0

    def clause_end(self, offset: int) -> int:
        """Where the clause after an offset ends."""
        index = bisect_left(self.bounds, offset)
        return self.bounds[index] if index < len(self.bounds) else len(self.text)

    def year(self, offset: int, sentence_start: int) -> tuple[int | None, str]:
        """The year and period of a number at an offset.

        The nearest year word to the left counts, carried within the paragraph; one that names no single year holds
        for its own sentence only. Without any the report's year is taken.
        """
        before = self.text[max(sentence_start, offset - 80) : offset]
        index = bisect_right(self._year_ends, offset) - 1
        if index < 0:
            return _carried(self.report_year, before)
        word = self.years[index]
        if word.year is None and word.start >= sentence_start:
            return None, "cumulative" if word.cumulative else "annual"
        named = self._named[index]
        year = named.year if named is not None else self.report_year
        inside = named is not None and named.start >= sentence_start
        return (year, _period(before)) if inside else _carried(year, before)

    def scope(self, sentence_start: int, offset: int) -> str | None:
        """Whose figure it is: the last 我局, 全市, 全区环保系统, 各镇街 … before the number in its sentence.

        A sentence that opens with 其中 goes on with the one before it.
        """
        found = None
        if sentence_start and self.text.startswith("其中", sentence_start):
            found = self.scope(self.sentence(sentence_start - 1)[0], sentence_start)
        for match in _SCOPE.finditer(self.text, max(sentence_start, offset - 90), offset):
            found = match[0]
        return found

    def names_scope(self, start: int, end: int) -> bool:
        """Whether the words between two offsets say themselves whose figure follows."""
        return _SCOPE.search(self.text, start, end) is not None


def _last_named(years: list[YearWord]) -> list[YearWord | None]:
    """For each year word the last one up to it that names a single year."""
    named: list[YearWord | None] = []
    last: YearWord | None = None
    for word in years:
        last = word if word.year is not None else last
        named.append(last)
    return named


def _years(text: str, report_year: int | None) -> list[YearWord]:
    words: list[YearWord] = []
    explicit_at = -1
    for match in _YEAR.finditer(text):
        start = match.start()
        near = explicit_at >= 0 and start - explicit_at < 200 and "。" not in text[explicit_at:start]
        if match["compare"] or (match["own"] == "全年" and near):
            continue
        word = _word(match, report_year)
        words.append(word._replace(year=None, cumulative=True) if _spans(match, words) else word)
        explicit_at = match.end() if match["year"] else explicit_at
    return words


def _spans(match: re.Match[str], before: list[YearWord]) -> bool:
    """Whether a year ends a span that an earlier one begins (2023年第四季度至2024年第三季度)."""
    start = match.start()
    if not (match["year"] and before and before[-1].year and match.string[start - 1 : start] in ("至", "到")):
        return False
    return _QUARTER.fullmatch(match.string, before[-1].end, start - 1) is not None


def _word(match: re.Match[str], report_year: int | None) -> YearWord:
    start, end = match.span()
    if match["year"]:
        year = int(match["year"])
        since = match["since"] or (match.string[start - 1 : start] in ("自", "从") and _SINCE.match(match.string, end))
        spanning = match["last"] is not None or (bool(since) and year != report_year)
        return YearWord(start, end, None if spanning else year, spanning, False)
    if match["own"]:
        return YearWord(start, end, report_year, False, False)
    if match["past"]:
        return YearWord(start, end, report_year - 1 if report_year else None, False, False, past=True)
    return YearWord(start, end, None, match["habit"][0] != "每", True)


def _period(before: str) -> str:
    if _CUMULATIVE.search(before):
        return "cumulative"
    return "as_of" if _AS_OF.search(before) else "annual"


def _carried(year: int | None, before: str) -> tuple[int | None, str]:
    """A year from outside the sentence does not hold for a running total (截至目前) or one since an event (…以来)."""
    period = _period(before)
    running = period == "cumulative" or _RUNNING.search(before) is not None
    return (None if running else year), period
