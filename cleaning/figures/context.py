"""A number with the words around it, and the claim that comes of asking the indicators."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from cleaning.figures.attribution import Match, resolve, strip_connectors, topics
from cleaning.figures.numbers import Number
from cleaning.figures.sentences import Layout
from cleaning.figures.units import base, counted

SUBSET: Final = re.compile(r"其中|包括|包含|(?<!包)含(?!量)")
_DISPOSES: Final = re.compile(r"[对为将][^,]{0,12}$|完成(?:了)?$")
_DONE: Final = re.compile(r"进行|开展|实施|提出|提供|出具|的合法性审")
_GOES_ON: Final = re.compile(
    r"[、,和及与 ]*(?:其中|其余|[0-9]{4}年|全年|当年|年内|今年|已|共|累计|依法|按期|期内|宣布|经审[查核]后?)*"
    r"(?:受理|[新接]?收|审结|办结|结案|(?:直接|综合)?纠错|废止|失效|修[改订]|新?制定|出台|启动|赔偿|[办答]复率|满意率|[主协分会]办)"
)
"""A bare verb that goes on beyond a semicolon with the subject named before it."""
LIST: Final = re.compile(r"^[ 、,\uff0c和与及以]*$")
VERB: Final = re.compile(
    r"立案查[处办]|清理|出动|派出|审查|审核|移送|办理|查[处办]|废止|制定|出台|印发|评查|检查|受理|移交"
)
"""The verbs that govern lists."""
_MEMBERS: Final = 8
_TITLE: Final = re.compile(r"《[^《》]*》")
PARTS: Final = frozenset(["enforcement_officers"])
"""Keys that count a part: of all officers those with a certificate."""
_STAGELESS: Final = frozenset(["violations_punished"])
_STAGES: Final = frozenset(["cases_filed", "cases_closed", "penalty_decisions"])
"""A case handled within cases of one stage is a kind of these: 结案302起,其中快速办理案件196起."""
_LEAD: Final = " 、和及与,\uff0c"


@dataclass(slots=True)
class Context:
    """A number with its clause: ``left`` and ``right`` are the words around it, ``left_at`` where ``left`` begins.

    ``sentence`` is the sentence up to the end of the clause, ``whole`` goes on beyond it; both are cut to a window.
    ``topic`` is the subject last named before the number, ``governs`` what opens the clause before its first number,
    if that is another one (录入 in 录入检查20件、处罚3件), ``leads`` the same for a list over several commas
    (审核文件12件,合同68份), ``gap`` the length of a bracket between ``left`` and it.
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


def contexts(numbers: list[Number], layout: Layout) -> list[Context]:
    """The numbers of a line with the words around them; each number ends the words of the next."""
    subjects = topics(layout.text) if numbers else []
    return [_context(numbers, position, layout, subjects) for position in range(len(numbers))]


def _context(numbers: list[Number], position: int, layout: Layout, subjects: list[tuple[int, str]]) -> Context:
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
    if topic and ";" in text[subjects[subject][0] : begin] and not _GOES_ON.match(text, begin):
        topic = ""
    right = text[number.end : stop]
    clause, leads = _governs(numbers, position, layout)
    listed = text[stop : stop + 1] == "、" and position + 1 < len(numbers)
    if listed and _DISPOSES.search(clause or text[begin : number.start]):
        last = layout.clause_end(numbers[position + 1].end)
        done = _DONE.search(text, numbers[position + 1].end, last)
        right += text[done.start() : min(last, done.start() + 30)] if done else ""
    return Context(
        number,
        text[begin : number.start - gap],
        right,
        begin,
        sentence_at,
        text[window:stop],
        _statement(text, window, number, min(sentence_end, number.end + 120)),
        topic,
        clause,
        leads,
        gap,
    )


def _statement(text: str, start: int, number: Number, end: int) -> str:
    """The statement around a number: what stands between semicolons."""
    stop = text.find(";", number.end, end)
    return text[max(start, text.rfind(";", start, number.start) + 1) : stop if stop >= 0 else end]


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
        if VERB.search(layout.text, start, numbers[first].start):
            break
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


def named(context: Context, key: str, label: str, left: int = 0, right: int = 0) -> Claim:
    """A claim that rests on so many characters left and right of the number; a short clause is taken whole."""
    lead = context.left.lstrip(_LEAD) if len(context.left) <= 24 else ""
    opening = SUBSET.match(lead)
    length = (len(lead) - (opening.end() if opening else 0) if lead else left) + context.gap
    start = max(context.number.start - length, context.left_at)
    claim = Claim(context.number, key, label, start, context.number.end + right)
    if not context.number.unit:
        claim.unit = "件"
    return claim


def from_match(context: Context, match: Match) -> Claim:
    data = match.indicator.data
    claim = named(context, data.key, data.label, match.left, match.right)
    claim.period, claim.dated, claim.part_of = data.period, data.dated, data.part_of
    return claim


def candidate(context: Context) -> Claim:
    """The number with the words before it (else behind it) as its label, claimed by nobody."""
    lead = context.left[-16:].lstrip(_LEAD)
    label = strip_connectors(lead).strip() or context.right[:12].strip()
    return Claim(context.number, "", label, context.number.start - context.gap - len(lead), context.number.end)


def mark_subset(made: list[Claim], context: Context, earlier: list[Claim], layout: Layout) -> None:
    """其中 and 包括 make the number a part of the last total in the same unit, and so do the numbers that follow it.

    A part of a total is no second total: it stays a candidate, unless it is said of another body (其中市本级立案62件)
    or of one year of many (2021年以来审结1084件,其中2023年447件).
    """
    whole = _whole(context, earlier, layout)
    listed = whole is None and _goes_on_in_part(context, earlier, layout)
    known = {item.key for item in earlier if item.key and item.subset_of in (None, whole)}
    own_scope = layout.names_scope(context.left_at, context.number.start) or _of_one_year(context, earlier, layout)
    for claim in made:
        if listed and any(claim.key == item.key and claim.number.value <= item.number.value for item in earlier):
            whole = claim.key
        _mark(claim, _own_total(claim, whole, known), own_scope)


def _own_total(claim: Claim, whole: str | None, known: set[str]) -> str | None:
    """The key of the total a number is a part of: the one its words name, else one of its own key, else the last."""
    if claim.part_of in known:
        return claim.part_of
    return claim.key if whole and claim.key in known else whole


def _mark(claim: Claim, total: str | None, own_scope: bool) -> None:
    if total and claim.key != total:
        claim.key = "" if claim.key in _STAGELESS and total in _STAGES and not own_scope else claim.key
        claim.subset_of = total
    elif total and claim.key not in PARTS and not own_scope:
        claim.key, claim.subset_of = "", total


def _goes_on_in_part(context: Context, earlier: list[Claim], layout: Layout) -> bool:
    """Whether the number before is a part and this one goes on about it in another unit (其中21起,罚款0.42万元)."""
    if not earlier or not earlier[-1].subset_of:
        return False
    between = layout.text[earlier[-1].number.end : context.number.start]
    return LIST.match(between[:1]) is not None and ";" not in between


def _of_one_year(context: Context, earlier: list[Claim], layout: Layout) -> bool:
    """Whether the last total counts several years and one of them is named since: what follows is of that year."""
    total = max((item.end for item in earlier if item.key and not item.subset_of), default=-1)
    if total < 0 or not any(word.year and total <= word.start < context.number.start for word in layout.years):
        return False
    return layout.year(total - 1, context.sentence_at)[0] is None


def _whole(context: Context, earlier: list[Claim], layout: Layout) -> str | None:
    """The key of the total a number is said to be a part of."""
    if not earlier:
        return None
    previous = earlier[-1]
    between = layout.text[previous.number.end : context.number.start]
    if SUBSET.search(between):
        return _total(context, earlier)
    if previous.subset_of and LIST.match(between[:1]) and ";" not in between and same_unit(previous, context):
        return _continued(previous.subset_of, context, earlier)
    return None


def _total(context: Context, earlier: list[Claim]) -> str | None:
    """The key of the last figure in the same unit, if the number can be a part of it."""
    totals = (item for item in reversed(earlier) if item.key and not item.key.endswith("_change"))
    total = next((item for item in totals if same_unit(item, context)), None)
    return total.key if total is not None and context.number.value <= total.number.value else None


def same_unit(item: Claim, context: Context) -> bool:
    return not context.number.unit or counted(item.number.unit) == counted(context.unit)


def _continued(whole: str, context: Context, earlier: list[Claim]) -> str | None:
    """The total the breakdown still goes on for: parts may not exceed it."""
    total = next((item for item in reversed(earlier) if item.key == whole), None)
    parts = [item.number.value for item in earlier if item.subset_of == whole]
    return whole if total is not None and sum(parts) + context.number.value <= total.number.value else None
