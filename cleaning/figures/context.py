"""A number with the words around it, and the claim that comes of asking the indicators."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from cleaning.figures.attribution import Match, resolve, strip_connectors, topics
from cleaning.figures.numbers import Number
from cleaning.figures.sentences import Layout
from cleaning.figures.units import base, normalise

SUBSET: Final = re.compile(r"其中|包括|包含|(?<!包)含(?!量)")
_DISPOSES: Final = re.compile(r"[对为将][^,]{0,12}$|完成(?:了)?$")
_DONE: Final = re.compile(r"进行|开展|实施|提出|出具|的合法性审")
_AHEAD: Final = re.compile(
    r"下一步|下一阶段|明年|力争|[0-9]年计划(?=开展|完成|组织|举办|实施)|"
    r"(?<![^,\uff0c。;\uff1b:\uff1a])(?:我[局委市区县])?(?:将|计划|拟)(?=开展|组织|完成|举办|实施|继续|进一步)"
)
_AHEAD_WORDS: Final = ("下一", "将", "计划", "拟", "明年", "力争")
LIST: Final = re.compile(r"^[ 、,\uff0c和与及以]*$")
_MEMBERS: Final = 8
_TITLE: Final = re.compile(r"《[^《》]*》")
_LEAD: Final = " 、和及与,\uff0c"


@dataclass(slots=True)
class Spot:
    """A number with its clause: ``left`` and ``right`` are the words around it, ``left_at`` where ``left`` begins.

    ``sentence`` is the sentence up to the end of the clause, ``whole`` goes on beyond it; both are cut to a window.
    ``topic`` is the subject last named before the number, ``governs`` what opens the clause before its first number,
    if that is another one (录入 in 录入检查20件、处罚3件), ``leads`` the same for a list over several commas
    (审核文件12件,合同68份), ``gap`` the length of a bracket between ``left`` and it.
    ``ahead``: the sentence speaks of what is yet to be done.
    """

    number: Number
    left: str
    right: str
    left_at: int
    sentence_at: int
    sentence: str
    whole: str
    topic: str
    governs: str
    leads: str
    gap: int
    ahead: bool

    @property
    def unit(self) -> str:
        """The measure word without 万 or 亿; a bare number counts 件."""
        return base(self.number.unit) if self.number.unit else "件"

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.sentence[: self.sentence.rfind(self.number.text)]

    def ask(self, left: str, right: str = "", unit: str = "", *, frames: bool = True) -> Match | None:
        """The indicator that claims the number if these are the words around it."""
        return resolve(left, right, unit or self.unit, self.sentence, self.topic, whole=self.whole, frames=frames)


@dataclass(slots=True)
class Claim:
    """A number and what claims it; ``key`` is empty for a candidate. Offsets are those of the span in the line.

    ``year_at`` is where the year word must stand before, if not before the number.
    """

    number: Number
    key: str
    label: str
    start: int
    end: int
    unit: str = ""
    subset_of: str | None = None
    part_of: str = ""
    negative: bool = False
    scope: str | None = None
    period: str = "annual"
    dated: bool = True
    year_at: int = -1


def spots(numbers: list[Number], layout: Layout) -> list[Spot]:
    """The numbers of a line with the words around them; each number ends the words of the next."""
    subjects = topics(layout.text) if numbers else []
    planned = numbers and any(word in layout.text for word in _AHEAD_WORDS)
    plans = [match.start() for match in _AHEAD.finditer(layout.text)] if planned else []
    return [_spot(numbers, position, layout, subjects, plans) for position in range(len(numbers))]


def _spot(
    numbers: list[Number], position: int, layout: Layout, subjects: list[tuple[int, str]], plans: list[int]
) -> Spot:
    number, text = numbers[position], layout.text
    start = layout.clause_start(number.start)
    if position:
        start = max(start, numbers[position - 1].end)
    end = _right_end(numbers, position, layout)
    sentence_at, sentence_end = layout.sentence(number.start)
    begin = max(start, number.start - 60)
    gap = _bracket(text, begin, number.start)
    window = max(sentence_at, number.start - 160)
    stop = min(end, number.end + 100)
    subject = bisect_right(subjects, (number.start, "\uffff")) - 1
    topic = subjects[subject][1] if subject >= 0 and subjects[subject][0] > window else ""
    plan = bisect_right(plans, number.start) - 1
    right = text[number.end : stop]
    if text[stop : stop + 1] == "、" and position + 1 < len(numbers) and _DISPOSES.search(text[begin : number.start]):
        last = layout.clause_end(numbers[position + 1].end)
        done = _DONE.search(text, numbers[position + 1].end, last)
        right += text[done.start() : min(last, done.start() + 30)] if done else ""
    return Spot(
        number,
        text[begin : number.start - gap],
        right,
        begin,
        sentence_at,
        text[window:stop],
        text[window : min(sentence_end, number.end + 120)],
        topic,
        *_governs(numbers, position, layout),
        gap,
        plan >= 0 and plans[plan] >= window,
    )


def _bracket(text: str, start: int, end: int) -> int:
    """The length of a bracketed remark that closes right before a number: 纠错(含撤销、确认违法)29件."""
    opening = text.rfind("(", start, end) if text[end - 1 : end] == ")" else -1
    return end - opening if opening > start else 0


def _right_end(numbers: list[Number], position: int, layout: Layout) -> int:
    """The end of the words behind a number: the clause, the next number, or the comma of a list before it."""
    number = numbers[position]
    end = layout.clause_end(number.end)
    if position + 1 < len(numbers) and numbers[position + 1].start < end:
        end = numbers[position + 1].start
        comma = layout.text.find("、", number.end, end)
        end = comma if comma >= 0 else end
    return number.end if layout.text[number.end : number.end + 1] == "、" else end


def _governs(numbers: list[Number], position: int, layout: Layout) -> tuple[str, str]:
    """What opens the clause before its first number, and what opens the list the clause goes on with."""
    if not position:
        return "", ""
    start = layout.clause_start(numbers[position].start)
    first = _first(numbers, position, start)
    clause = "" if first == position else _opening(layout.text[start : numbers[first].start])
    while first and position - first < _MEMBERS and _joined(numbers[first - 1].end, start, layout.text):
        start = layout.clause_start(numbers[first - 1].start)
        first = _first(numbers, first - 1, start)
    return clause, "" if first == position else _opening(layout.text[start : numbers[first].start])


def _opening(text: str) -> str:
    return (_TITLE.sub("", text) if "》" in text else text)[-30:]


def _first(numbers: list[Number], position: int, start: int) -> int:
    first = position
    while first and numbers[first - 1].start >= start and position - first < _MEMBERS:
        first -= 1
    return first


def _joined(end: int, start: int, text: str) -> bool:
    return start - end == 1 and text[end] in ",\uff0c" and not SUBSET.match(text, start)


def named(spot: Spot, key: str, label: str, left: int = 0, right: int = 0) -> Claim:
    """A claim that rests on so many characters left and right of the number; a short clause is taken whole."""
    lead = spot.left.lstrip(_LEAD) if len(spot.left) <= 24 else ""
    opening = SUBSET.match(lead)
    length = (len(lead) - (opening.end() if opening else 0) if lead else left) + spot.gap
    start = max(spot.number.start - length, spot.left_at)
    claim = Claim(spot.number, key, label, start, spot.number.end + right)
    if not spot.number.unit:
        claim.unit = "件"
    return claim


def from_match(spot: Spot, match: Match) -> Claim:
    data = match.indicator.data
    claim = named(spot, data.key, data.label, match.left, match.right)
    claim.period, claim.dated, claim.part_of = data.period, data.dated, data.part_of
    return claim


def candidate(spot: Spot) -> Claim:
    """The number with the words before it (else behind it) as its label, claimed by nobody."""
    lead = spot.left[-16:].lstrip(_LEAD)
    label = strip_connectors(lead).strip() or spot.right[:12].strip()
    return Claim(spot.number, "", label, spot.number.start - spot.gap - len(lead), spot.number.end)


def mark_subset(made: list[Claim], spot: Spot, earlier: list[Claim], layout: Layout) -> None:
    """其中 and 包括 make the number a part of the last total in the same unit, and so do the numbers that follow it."""
    if not earlier:
        return
    previous = earlier[-1]
    between = layout.text[previous.number.end : spot.number.start]
    whole: str | None = None
    if SUBSET.search(between):
        total = next((item for item in reversed(earlier) if item.key and _same(item, spot)), None)
        whole = total.key if total is not None and spot.number.value <= total.number.value else None
    elif previous.subset_of and LIST.match(between[:1]) and ";" not in between and _same(previous, spot):
        whole = _continued(previous.subset_of, spot, earlier)
    for claim in made:
        part_of = claim.part_of if claim.part_of and any(item.key == claim.part_of for item in earlier) else ""
        if (part_of or whole) and claim.key != (part_of or whole):
            claim.subset_of = part_of or whole


def _same(item: Claim, spot: Spot) -> bool:
    return not spot.number.unit or normalise(1, base(item.number.unit))[1] == normalise(1, spot.unit)[1]


def _continued(whole: str, spot: Spot, earlier: list[Claim]) -> str | None:
    """The total the breakdown still goes on for: parts may not exceed it."""
    total = next((item for item in reversed(earlier) if item.key == whole), None)
    parts = [item.number.value for item in earlier if item.subset_of == whole]
    return whole if total is not None and sum(parts) + spot.number.value <= total.number.value else None
