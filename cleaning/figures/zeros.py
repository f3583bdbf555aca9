"""Zero statements: 无行政复议案件, 未发生行政诉讼, 零败诉, 行政诉讼案件均未发生."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from cleaning.figures.attribution import INDICATORS, topics
from cleaning.figures.indicators.indicator import Indicator

_TRIGGER: Final = re.compile(
    r"未发生|未收到|未出现|未接到|未产生|未作出|未实施|未采取|未被|没有|无|零(?=[行败复诉纠应被])|未(?=败诉)|均未|从未|均为零|为零(?<!均为零)"
)
_DENIAL: Final = re.compile("[未无零没]")
"""One of these is in every trigger: most lines hold none."""
_END: Final = re.compile(r"[,\uff0c;。:!?！？]")
_FILLER: Final = re.compile(
    r"(?<=[、和也及])(?:无|没有|未发生|未收到)|发生|收到|数量|受理|新增|出现|产生|接到|办理|涉及|存在|一起|一例|一件|一宗|一案|一次|任何|的|案件|案|等|情况|情形|现象|事项|事件|书|函|相关|有关|"
    r"我局|我委|本局|本单位|本机关|本级|被申请|被提起|被起诉|被|提起|申请|引发|引起|涉诉|方面|及其|和|与|及|以及|或者|或|、|也|均|因行政处罚|行政机关|因行政执法|"
    r"人民法院|人民检察院|法院|检察院|检察机关|上级|制发|下发|发出|“|”| |一(?=败|纠)|起|例|件"
)


@dataclass(frozen=True, slots=True)
class Zero:
    """A denied indicator: its key, label and total, and offsets of the denying words in the line."""

    key: str
    label: str
    part_of: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, Indicator], re.Pattern[str]]:
    words: dict[str, Indicator] = {}
    for indicator in INDICATORS:
        for word in indicator.zero.split():
            words.setdefault(word, indicator)
    choice = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return words, re.compile(choice)


def zeros(text: str) -> Iterator[Zero]:
    """The zero statements of a folded line.

    A denial counts only if every word of its clause is understood: 未发生因政府信息公开被申请行政复议 denies a special
    kind of reconsideration, not all of it, and gives nothing. A predicate at the end of a list (行政复议纠错、诉讼败诉)
    takes the place of the bare subjects before it. 零 denies only the word right behind it (零败诉).
    """
    triggers = list(islice(_TRIGGER.finditer(text), _MOST)) if _DENIAL.search(text) else []
    subjects = topics(text) if triggers else []
    for trigger in triggers:
        start = trigger.end()
        end = _clause_end(text, start)
        if end < 0:
            continue
        found = _read(text, start, end, only_first=trigger[0] == "零")
        if not found and trigger[0] in _BACKWARD and _only_filler(text, start, end):
            yield from _zeros(_before(text, trigger.start()), subjects, None, start)
        else:
            yield from _zeros(found, subjects, trigger.start(), None)


_Found = tuple[Indicator, int, int]


def _zeros(found: list[_Found], subjects: list[tuple[int, str]], begin: int | None, stop: int | None) -> Iterator[Zero]:
    seen = set()
    for indicator, start, end in found:
        last = bisect_right(subjects, (start, "\uffff")) - 1
        topic = subjects[last][1] if last >= 0 else ""
        fits = not indicator.topic or topic in ("", indicator.topic)
        if fits and indicator.key not in seen:
            seen.add(indicator.key)
            first = start if begin is None else begin
            yield Zero(indicator.key, indicator.label, indicator.part_of, first, end if stop is None else stop)


def _clause_end(text: str, start: int) -> int:
    stop = _END.search(text, start, start + 60)
    if stop:
        return stop.start()
    return len(text) if len(text) <= start + 60 else -1


def _only_filler(text: str, start: int, end: int) -> bool:
    return end - start <= 12 and not _FILLER.sub("", text[start:end])


def _before(text: str, end: int) -> list[_Found]:
    start = max(0, end - 30)
    for match in _END.finditer(text, start, end):
        start = match.end()
    return _read(text, start, end)


def _read(text: str, start: int, end: int, *, only_first: bool = False) -> list[_Found]:
    words, pattern = _words()
    found: list[_Found] = []
    at = start
    while at < end:
        match = pattern.match(text, at, end)
        if match:
            found.append((words[match[0]], at, match.end()))
            at = match.end()
            if only_first:
                return found
            continue
        filler = _FILLER.match(text, at, end)
        if filler is None:
            return []
        at = filler.end()
    said = [item for item in found if item[0].key in _PREDICATES]
    others = any(item[0].key not in _PREDICATES | _SUBJECTS for item in found)
    return ([] if others else said) if said else found


_MOST: Final = 500
_BACKWARD: Final = frozenset({"未发生", "均未", "没有", "无", "均为零", "为零"})
_PREDICATES: Final = frozenset({"litigation_lost", "reconsideration_corrected"})
_SUBJECTS: Final = frozenset({"litigation_cases", "reconsideration_cases"})
