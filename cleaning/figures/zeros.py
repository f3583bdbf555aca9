"""Zero statements: 无行政复议案件, 未发生行政诉讼, 零败诉, 行政诉讼案件均未发生."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaning.figures.lookup import INDICATORS

_TRIGGER: Final = re.compile(
    r"未发生|未收到|未出现|未接到|未产生|未被|没有|无|零(?=[行败复诉纠应被])|未(?=败诉)|均未|从未"
)
_END: Final = re.compile(r"[,\uff0c;。:!?！？]")
_FILLER: Final = re.compile(
    r"发生|收到|受理|新增|出现|产生|接到|办理|涉及|存在|一起|一例|一件|一宗|一案|一次|任何|的|案件|案|情况|情形|现象|事项|事件|书|函|相关|有关|"
    r"我局|我委|本局|本单位|本机关|本级|被申请|被提起|被起诉|被|提起|申请|引发|引起|涉诉|方面|及其|和|与|及|以及|或者|或|、|也|均|因行政处罚|行政机关|因行政执法|"
    r"人民法院|人民检察院|法院|检察院|检察机关|上级|制发|下发|发出|“|”| |一(?=败|纠)|起|例|件"
)


@dataclass(frozen=True, slots=True)
class Zero:
    """A denied indicator: its key and label, and offsets of the denying words in the line."""

    key: str
    label: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    words: dict[str, tuple[str, str]] = {}
    for indicator in INDICATORS:
        for word in indicator.zero.split():
            words.setdefault(word, (indicator.key, indicator.label))
    choice = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return words, re.compile(choice)


def zeros(text: str) -> Iterator[Zero]:
    """The zero statements of a folded line.

    A denial counts only if every word of its clause is understood: 未发生因政府信息公开被申请行政复议 denies a special
    kind of reconsideration, not all of it, and gives nothing. A predicate at the end of a list (行政复议纠错、诉讼败诉)
    takes the place of the bare subjects before it.
    """
    for trigger in _TRIGGER.finditer(text):
        start = trigger.end()
        stop = _END.search(text, start, start + 60)
        end = stop.start() if stop else min(len(text), start + 60)
        if stop is None and end != len(text):
            continue
        found = list(_read(text, start, end))
        if not found and trigger[0] in ("未发生", "均未", "没有", "无") and _only_filler(text, start, end):
            found = list(_before(text, trigger.start()))
            yield from (Zero(key, label, begin, trigger.end()) for key, label, begin, _ in found)
            continue
        seen = set()
        for key, label, _, finish in found:
            if key not in seen:
                seen.add(key)
                yield Zero(key, label, trigger.start(), finish)


def _only_filler(text: str, start: int, end: int) -> bool:
    return end - start <= 12 and not _FILLER.sub("", text[start:end])


def _before(text: str, end: int) -> Iterator[tuple[str, str, int, int]]:
    start = max(0, end - 30)
    for match in _END.finditer(text, start, end):
        start = match.end()
    yield from _read(text, start, end)


def _read(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    words, pattern = _words()
    found: list[tuple[str, str, int, int]] = []
    at = start
    while at < end:
        match = pattern.match(text, at, end)
        if match:
            found.append((*words[match[0]], at, match.end()))
            at = match.end()
            continue
        filler = _FILLER.match(text, at, end)
        if filler is None:
            return
        at = filler.end()
    if any(key in _PREDICATES for key, *_ in found):
        found = [item for item in found if item[0] not in _SUBJECTS]
    yield from found


_PREDICATES: Final = frozenset({"litigation_lost", "reconsideration_corrected"})
_SUBJECTS: Final = frozenset({"litigation_cases", "reconsideration_cases"})
