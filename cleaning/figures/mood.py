"""In what mood a number is said: as a fact, or as the target, duty or plan of a time to come.

Judged by the grammar of its clause. A modal before the number (确保, 力争, 应当, 要求…不少于, 将开展) makes it none of
the year's facts, a mark of what is done (已, 共, 累计, 完成了) one of them. What a clause leaves open is answered by
the number before it, the sentence, a later year, the opening 下一步 of its paragraph, and last by its part of the
report.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cleaning.figures.modals import (
    COMPARES,
    DO,
    DUTY,
    FACT,
    PLAN,
    TARGET,
    TITLE,
    ends_with_part,
    is_asked,
    last_modal,
    modal_before,
    mood_of,
    opened,
    set_down,
)
from cleaning.figures.results import (
    ACTUAL,
    COUNTED,
    DONE,
    DONE_BY_NOW,
    REACHED,
    RETROSPECT,
    is_result,
    opens_on_own,
    opens_report,
)
from cleaning.figures.sentences import Layout, YearWord

NEXT_YEAR: Final = "next_year"
"""The mandated part of a report that plans."""

_STRONG: Final = re.compile("力争|争取|努力|目标|有望")
"""Targets that go on to the end of their sentence, as plans do."""
_HABIT: Final = re.compile(r"每(?:年|半年|季度?|月|周|人|名)[^,]*(?:不少于|不低于|不得少于|至少|达到)")
_HOURS: Final = frozenset({"学时", "课时", "小时", "个学时", "个小时"})
_BEHIND: Final = re.compile(
    r" ?(?:及?以上|以下|以内|左右)?(?:[^,、0-9]{0,6}?的?|(?:[、和及][^,、0-9]{1,10}[0-9.]+[^,、0-9]{1,3}?){1,3}的)"
    r"(?:(?P<duty>要求|标准|规定(?!动作)|底线)|(?P<target>目标(?!任务)|力争|预期|硬?指标)|(?P<task>(?:目标)?任务))"
)
_AIMS: Final = re.compile("[,、 ]?(?:为(?!了?全)|按照?|对照|围绕|根据|下达|确定)")
_LAID_DOWN: Final = re.compile(
    rf"(?<![据照按循]《)(?<=《)[^《》]*(?:计划|方案|要点|规划)[^《》]{{0,8}}》中?(?:确定|提出|安排)(?={DO})"
)
"""What a named plan sets: 《2024年普法计划》确定开展宣讲36场."""
_BOUND: Final = re.compile("不(?:得)?(?:少于|低于|超过|高于)|至少")
_ASKED_BEFORE: Final = re.compile(
    "(?!按照?|根据|依[据照]|遵照|对照|结合|落实|贯彻|围绕|严格)[^,]*(?:要求|规定|明确)(?:是|如下)?[,:]$"
)
_LEVELS: Final = re.compile(f"(?:{COMPARES.pattern}|达|保持|[高低]于|每)")
_AIM: Final = re.compile("(?:计划|目标|任务)(?:数|量|值)?$")
_CARRIED_OUT: Final = re.compile("完成|执行|实现|超额|落实")
_FOR_RATE: Final = re.compile("为(?:了)?(?:确保|保证|实现)")
"""A purpose: a rate behind it is what is aimed at, a count mostly what was done for it."""
_AHEAD: Final = re.compile(r"下一?步|下一?阶段|明年|来年|今后|下一?年(?!代|初|末|底)|新的一年")
_NEXT: Final = re.compile("(?<![至到])[明来]年")
_FAR: Final = 300
"""Characters over which 下一步 holds: a paragraph goes on that long about what is to come."""
_LEAD: Final = 6
_NOT_AHEAD: Final = re.compile(
    r"结转|[至到](?:下|明|来)|为(?:下一?步|今后)|(?:下一?步|今后)[^,。]{0,8}(?:打下|奠定|提供)"
)
_BUILT_ON: Final = re.compile("成果|成绩|成效|基础|经验|势头|水平")
"""What of a year gone by a plan goes on from."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")


class _Place(NamedTuple):
    """A number in its clause: ``words`` stand before it, ``right`` behind it; ``same`` tells that the number asked for
    before stands in the same sentence, which begins at ``sentence``; ``own`` is where the number's own words begin."""

    own: int
    start: int
    end: int
    unit: str
    key: str
    sentence: int
    same: bool
    words: str
    right: str


class Moods:
    """The moods of the numbers of one folded line, asked for in reading order.

    ``planned``: the line belongs to a plan or to the next year's part. ``dated``: the report's year is sure enough to
    call what a later one holds a plan.
    """

    def __init__(self, layout: Layout, *, planned: bool = False, dated: bool = True) -> None:
        self._layout = layout
        self._text = layout.text
        self._planned = planned
        self._dated = dated
        ahead = [match.start() for match in _AHEAD.finditer(self._text)]
        self._ahead = [at for at in ahead if self._opens_clause(at)]
        self._set_down = set_down(self._text)
        self._start, self._end = -1, 0
        self._mood = FACT
        self._sentence = -1
        self._goes_on = self._bound_to_part = False
        self._unit = self._key = ""

    def _opens_clause(self, at: int) -> bool:
        """Whether 下一步 and the like stand where a statement about them begins, not as its object (结转下年度)."""
        lead = self._text[self._layout.clause_start(at) : at]
        return len(lead) <= _LEAD and not _NOT_AHEAD.search(lead + self._text[at : at + 16])

    def of(self, start: int, end: int, unit: str = "", key: str = "") -> str:
        """The mood of what stands between two offsets, which are behind those asked for before, and what it counts."""
        if start == self._start:
            return self._mood
        place = self._place(start, end, unit, key)
        said = self._by_modal(place) or self._by_clause(place) or self._by_number_before(place) or self._around(place)
        self._start, self._end, self._mood, self._sentence = start, end, said, place.sentence
        self._goes_on, self._unit, self._key = self._goes_on and said != FACT, unit, key
        return said

    def _place(self, start: int, end: int, unit: str, key: str) -> _Place:
        sentence, _ = self._layout.sentence(start)
        same = sentence == self._sentence
        own = max(self._layout.clause_start(start), self._end if same else sentence)
        led = own > sentence and self._text[own - 1] == ":"
        words = TITLE.sub("", self._text[self._layout.clause_start(own - 1) if led else own : start])
        right = self._text[end : min(self._layout.clause_end(end), end + 24)]
        return _Place(own, start, end, unit, key, sentence, same, words, right)

    def _by_modal(self, place: _Place) -> str | None:
        """The mood that a modal before the number or a word right behind it gives (确保…, …的目标)."""
        if modal := modal_before(place.words, place.right):
            mood = mood_of(modal)
            led = place.words[modal.end() : modal.end() + 1] == ":"
            self._goes_on = led or mood == PLAN or _STRONG.match(modal[0]) is not None
            self._bound_to_part = ends_with_part(modal)
            return mood
        if "》" in self._text and _LAID_DOWN.search(self._text, place.own, place.start):
            return PLAN
        if any(start <= place.start < end for start, end in self._set_down):
            return TARGET
        if _AIM.search(place.words) and not _CARRIED_OUT.search(place.words):
            return TARGET
        behind = _BEHIND.match(place.right)
        if behind is None or (behind["task"] and self._carries_out(place)):
            return None
        if behind["duty"]:
            return DUTY
        return None if DONE.search(place.words) else TARGET

    def _carries_out(self, place: _Place) -> bool:
        """Whether a task is told as done by the verb of its clause (完成检查300家次、办案60件的任务)."""
        clause = self._text[self._layout.clause_start(place.start) : place.start]
        return _CARRIED_OUT.search(clause) is not None and not _AIMS.match(place.words)

    def _by_clause(self, place: _Place) -> str | None:
        """What the rest of the clause says: a purpose, a mark of the done, a habit, a bound, what was reached."""
        words = place.words
        if place.unit == "%" and _FOR_RATE.search(words):
            return TARGET
        if self._dated_back(place.sentence, place.own, place.start):
            return FACT
        if (DONE_BY_NOW if self._planned else DONE).search(words):
            return FACT
        return self._by_bound(place)

    def _by_bound(self, place: _Place) -> str | None:
        """What a habit, a comparison with what was reached, a least or a most makes of a number."""
        words, unit = place.words, place.unit
        actual = self._followed_by_actual(place)
        if _HABIT.search(words) and (unit not in _HOURS or actual):
            return DUTY
        if actual and (COMPARES.search(words + place.right[:4]) or "计划" in words or place.right.startswith("的")):
            return TARGET
        if _BOUND.search(words) is None:
            return None
        led = self._text[max(place.sentence, self._layout.clause_start(place.own - 1)) : place.own]
        if _ASKED_BEFORE.match(led):
            return DUTY
        return self._bound(place) if unit not in _HOURS else None

    def _bound(self, place: _Place) -> str:
        """The mood of a least or a most: reports count what was done and bound what is to be done."""
        led = last_modal(TITLE.sub("", self._text[place.sentence : place.own]))
        if led is not None:
            return mood_of(led)
        return PLAN if self._planned or self._is_ahead(place.own, place.start) else DUTY

    def _by_number_before(self, place: _Place) -> str | None:
        """The mood of the number before where it goes on: plans do to the end of the sentence, others in lists."""
        if not place.same or self._mood == FACT or DONE.search(self._text, self._end, place.own):
            return None
        if REACHED.fullmatch(place.words) or self._reports(place):
            return FACT
        between = self._text[self._end : place.own]
        listed = place.words[:1] in ("、", "和", "及") or (place.unit == "%" == self._unit and ";" not in between)
        carries = (
            (self._goes_on and not (self._bound_to_part and ";" in between))
            or self._planned
            or listed
            or self._followed_by_actual(place)
            or COMPARES.search(place.words) is not None
        )
        return self._mood if carries else None

    def _reports(self, place: _Place) -> bool:
        """Whether a clause behind what was aimed at says what came of it (计划检查100家,全年检查112家)."""
        if place.own <= self._end or self._planned or self._is_ahead(place.own, place.start):
            return False
        aimed = self._text[self._layout.clause_start(self._start) : self._end]
        known = place.key == self._key or RETROSPECT.search(aimed) is not None
        own = self._mood == DUTY and opens_on_own(place.words)
        result = (
            own
            or (known and opens_report(place.words))
            or (is_result(place.words, aimed) and _HAN.match(place.right) is None)
        )
        return result and not self._later_year(place.sentence, place.start)

    def _followed_by_actual(self, place: _Place) -> bool:
        """Whether what was done comes right behind (应完成宣传12场次,培训4次;实际完成…)."""
        return ACTUAL.match(self._text, place.end) is not None

    def _around(self, place: _Place) -> str:
        """What sentence, paragraph and part make of a number that its own clause leaves open."""
        own, start = place.own, place.start
        since = self._end if self._goes_on_from_fact(place) else place.sentence
        if self._later_year(place.sentence, start):
            return PLAN
        if mood := opened(self._text[since:own]):
            return mood
        if _LEVELS.search(place.words) and is_asked(self._text[since:own].rpartition(";")[2]):
            return DUTY
        if since > place.sentence:
            return PLAN if any(since <= at < start for at in self._ahead) else FACT
        coming = self._is_ahead(own, start) or (self._planned and not self._counted(place.sentence))
        return PLAN if coming else FACT

    def _goes_on_from_fact(self, place: _Place) -> bool:
        """Whether the number before is a fact of the same sentence that no plan builds on."""
        fact = place.same and self._mood == FACT
        return fact and not _BUILT_ON.search(self._text, self._end, max(place.own, self._end))

    def _counted(self, sentence: int) -> bool:
        """Whether a sentence of a plan counts as one of the past does, without a word of what is to come."""
        text = self._text[sentence : self._layout.sentence(sentence)[1]]
        return COUNTED.search(text) is not None and last_modal(text) is None and _BOUND.search(text) is None

    def _is_ahead(self, own: int, start: int) -> bool:
        """Whether 下一步 and the like opened what the number stands in, and nothing was said as done since."""
        opened = max((at for at in self._ahead if at < start), default=-_FAR)
        return start - opened < _FAR and not DONE.search(self._text, opened, max(own, opened))

    def _years(self, sentence: int, start: int) -> list[YearWord]:
        return [word for word in self._layout.years if sentence <= word.start < start and word.year is not None]

    def _dated_back(self, sentence: int, own: int, start: int) -> bool:
        """Whether a part about the next year goes back to this one here (巩固2024年…成果)."""
        year = self._layout.report_year
        named = self._years(sentence, start)
        said = bool(named) and (named[-1].past or self._text[named[-1].start].isdigit())
        if not (self._planned and said and year is not None and (named[-1].year or 0) <= year):
            return False
        return _BUILT_ON.search(self._text, named[-1].end, max(own, named[-1].end)) is None

    def _later_year(self, sentence: int, start: int) -> bool:
        year = self._layout.report_year
        named = self._years(sentence, start)
        if not named or year is None or (named[-1].year or 0) <= year or not self._dated:
            return False
        return not re.match(r"[0-9]{1,2}月", self._text[named[-1].end : named[-1].end + 3])

    def year(self, start: int, year: int | None) -> int | None:
        """The year a target is for: a named later one, the next where the text speaks of it, else the number's own."""
        own = self._layout.report_year
        if own is None or year is None:
            return year
        sentence, _ = self._layout.sentence(start)
        named = self._years(sentence, start)
        if _NEXT.search(self._text, named[-1].end if named else sentence, start):
            return own + 1
        if year > own:
            return year
        dated = any(self._text[word.start].isdigit() for word in named) and not _BUILT_ON.search(
            self._text, named[-1].end, start
        )
        coming = self._planned or self._is_ahead(start, start)
        return own + 1 if coming and not dated else year
