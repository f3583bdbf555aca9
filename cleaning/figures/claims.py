"""Reads the kept numbers of a line together: lists, parallels, sums."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.attribution import Match, strip_connectors
from cleaning.figures.changes import CHANGE, FROM, LEVEL, difference, is_difference, starts_change
from cleaning.figures.context import (
    SUBSET,
    Claim,
    Context,
    candidate,
    contexts,
    from_match,
    mark_subset,
    named,
    same_unit,
)
from cleaning.figures.doubtful import doubtful
from cleaning.figures.fulfilled import fulfilled, goes_on_with, sum_of
from cleaning.figures.governing import (
    after_noun,
    before_comma,
    before_verb,
    of_head_before,
    under_verb,
    without_remarks,
)
from cleaning.figures.numbers import Number
from cleaning.figures.others import ELSEWHERE, leave_to_others, of_others
from cleaning.figures.parallels import JOIN, of_year, parallels
from cleaning.figures.sentences import Layout
from cleaning.figures.units import base

_CASES_LEFT: Final = re.compile(r"(?<!典型)(?:案件|复议案|诉讼案)(?:共|为|达|有|数)*$")
"""A bare number right behind it counts cases: reports drop the measure word (行政诉讼案件3,其中…)."""
_CAUSE: Final = re.compile("^(?:因|由于|受)[^,、0-9]{2,16}$")
"""Why something changed is none of what changed."""
_TREND: Final = re.compile(
    "(?:自[^,]*以来)?(?:持续|连续|逐年|稳步|明显|大幅|总体|呈)*(?:下降|上升|增长|减少|提升|增加|回落)(?:趋势|态势)?$"
)
"""What says that something changed, behind its name."""
_GROUP: Final = re.compile(r"(?:高于|低于|超过|优于)(?P<scope>全[国省市区县])(?:平均(?:水平|值)?)?的?$")
_SHARE: Final = re.compile(r"^[,\uff0c(、 ]*(?:占(?:审结(?:案件|数|总数|案件总数)的)?比?|比例|比率|为)?(?:约|达)?$")
_OCCASIONS: Final = frozenset(["次", "场", "期", "场次"])
_OF_EACH: Final = re.compile("均|两个|双")
_MEMORY: Final = 24
_FEW: Final = 4
_REACH: Final = 100
_BARE: Final = 16
_FAMILIES: Final = {"npc": "proposals", "cppcc": "proposals"}
_DISPOSAL: Final = re.compile(
    r"[ 、,和及与]*(?:其中|全年|当年|年内|已|依法|共|累计)*"
    r"(?:受理|审结|办结|结案|[主协分会]办|(?:直接|综合)?(?:被)?纠错率?|(?:按时)?办结率|办复率|答复率|满意率)$"
)
"""A verb or rate without an object of its own."""
_SUMS: Final = {frozenset(("npc_suggestions", "cppcc_proposals")): ("proposals_total", "承办建议提案总数")}


def claim_all(numbers: list[Number], layout: Layout) -> list[Claim]:
    """One claim for each number, more where one number is said of several things (A率、B率均为100%)."""
    places = contexts(numbers, layout)
    claims: list[Claim] = []
    shared: list[Claim] = []
    earlier: list[Claim] = []
    last: Claim | None = None
    for position, context in enumerate(places):
        if position and places[position - 1].sentence_at != context.sentence_at:
            earlier = []
        if last is not None and not context.topic and len(context.left) <= _BARE:
            context.topic = _topic_before(context, last, layout)
        shared = shared[1:] or parallels(places, position, earlier, layout)
        made = shared[:1] or _claim(places, position, earlier)
        if not made[-1].key:
            made = of_year(context, claims[-_FEW:], layout) or made
        last = made[-1] if made[-1].key else last
        mark_subset(made, context, earlier, layout)
        _mark_running(made, context, earlier)
        claims.extend(made)
        earlier = [*earlier[-_MEMORY:], *made]
    leave_to_others(claims, layout)
    return claims


def _mark_running(made: list[Claim], context: Context, earlier: list[Claim]) -> None:
    """A running total behind the year's own number is of no year: 全年启动37起,累计启动212起."""
    if "累计" in context.left:
        for claim in made:
            own = (item.number.value for item in earlier if item.key == claim.key and same_unit(item, context))
            if claim.key and any(value < claim.number.value for value in own):
                claim.period, claim.dated = "cumulative", False


def _topic_before(context: Context, last: Claim, layout: Layout) -> str:
    """The subject of the figure named before it, for a bare verb in a sentence that names none (。受理1033件)."""
    if context.left_at - last.end > _REACH or not _DISPOSAL.match(strip_connectors(context.left)):
        return ""
    family = last.key.partition("_")[0]
    family = _FAMILIES.get(family, family)
    return "" if ELSEWHERE.search(layout.text, last.end, context.left_at) else family


def _claim(places: list[Context], position: int, earlier: list[Claim]) -> list[Claim]:
    context = places[position]
    if _is_bare(context):
        return [_inherit(context, earlier)]
    if claim := _of_group(context, earlier):
        return [claim]
    if doubtful(context, earlier):
        return [candidate(context)]
    change = CHANGE.search(context.left)
    if change and is_difference(context, change):
        return [difference(context, change, earlier)]
    if LEVEL.search(context.left):
        return _level(places, position, earlier)
    if aim := goes_on_with(context, earlier) or sum_of(context, earlier) or fulfilled(context, earlier):
        return [named(context, aim.key, aim.label)]
    if starts_change(places, position):
        return [_baseline(context)]
    return _read(context, context.left, earlier, places[position - 1] if position else None)


def _is_bare(context: Context) -> bool:
    """Whether a number without a unit counts nothing by itself: neither cases at a clause's end nor none at all."""
    number = context.number
    return not number.unit and bool(context.right or not (number.value == 0 or _CASES_LEFT.search(context.left)))


def _of_group(context: Context, earlier: list[Claim]) -> Claim | None:
    """The value of a wider group that the one before is compared with (高于全省平均水平95%)."""
    group = _GROUP.search(context.left) if "全" in context.left else None
    if not (group and earlier and earlier[-1].key and earlier[-1].number.unit == context.number.unit):
        return None
    claim = named(context, earlier[-1].key, earlier[-1].label)
    claim.scope = group["scope"]
    return claim


def _level(places: list[Context], position: int, earlier: list[Claim]) -> list[Claim]:
    """The later value of a change (罚款由8万元增至13.5万元) has the object of the earlier one."""
    context = places[position]
    level = LEVEL.search(context.left)
    left = _CAUSE.sub("", context.left[: level.start()] if level else context.left)
    bare = position > 0 and len(strip_connectors(left)) < 3
    since = position - 1
    while since and places[since].left.startswith("、"):
        since -= 1
    start = FROM.search(places[since].left) if bare else None
    if start is None:
        return (
            [_after_change(context, earlier[-1])]
            if bare and _told(context, earlier[-1])
            else _read(context, left, earlier)
        )
    before = places[since]
    claims = _read(context, before.left[: start.start()] or _before_trend(before), earlier)
    for claim in claims:
        claim.start = max(claim.start, context.left_at)
        if level is None or not level["year"]:
            claim.year_at = before.left_at + start.start()
    return claims


def _before_trend(context: Context) -> str:
    """What the clause before says to rise or fall: 案件总量自2021年以来持续下降,由187件降至93件."""
    return _TREND.sub("", context.before[: -len(context.left)].rstrip(",").rpartition(",")[2])


def _told(context: Context, before: Claim) -> bool:
    """Whether the number before tells what changed to this one."""
    if context.unit == "%":
        return before.key.endswith("_change")
    return bool(before.key) and same_unit(before, context)


def _after_change(context: Context, change: Claim) -> Claim:
    """What a change led to (败诉率下降3.2个百分点,降至6.7%; 去年处罚94件,今年增至121件)."""
    return named(context, change.key.removesuffix("_change"), change.label.removesuffix("增减"))


def _baseline(context: Context) -> Claim:
    """The earlier value of a change: claimed only by indicators that keep it."""
    match = context.ask(FROM.sub("", context.left))
    return from_match(context, match) if match is not None and match.indicator.data.baseline else candidate(context)


def _read(context: Context, left: str, earlier: list[Claim], before: Context | None = None) -> list[Claim]:
    left = _free(context, left, earlier)
    core = strip_connectors(left)
    match = _match(context, left, core, before)
    if match is not None and not _follows(match, earlier):
        match = of_head_before(context, before)
    if match is None and context.governs.endswith("对") and left.endswith("、"):
        match = context.ask("对", context.right)
    if match is not None and of_others(match, context, core, earlier):
        match = other if (other := under_verb(context, core)) and other.indicator is not match.indicator else None
    parts = list(filter(None, JOIN.split(core)))
    if match is None and _shared_with_unknown(context, core, parts, left):
        return _spread(context, parts) or [candidate(context)]
    if match is None:
        return [_share(context, earlier)]
    if match.right or match.indicator.data.joint or len(parts) < 2 or match.left >= len(left):
        return [from_match(context, match)]
    return _of_several(context, parts, match, left, left[len(core) :])


def _match(context: Context, left: str, core: str, before: Context | None) -> Match | None:
    """The indicator of a number by the words next to it, else by those that govern them from farther away."""
    return (
        context.ask(left, context.right)
        or under_verb(context, core)
        or without_remarks(context, left)
        or before_verb(context, core)
        or before_comma(context, core)
        or after_noun(context, core)
        or of_head_before(context, before)
    )


def _shared_with_unknown(context: Context, core: str, parts: list[str], left: str) -> bool:
    """Whether a rate is said of a known thing and of an unknown one behind it (按时办结率、见面沟通率均为100%)."""
    if context.unit != "%" or len(parts) < 2 or not _OF_EACH.search(left, len(core)):
        return False
    return context.ask(parts[-1]) is None and context.ask(core[: -len(parts[-1]) - 1], frames=False) is not None


def _of_several(context: Context, parts: list[str], match: Match, left: str, tail: str) -> list[Claim]:
    """What a number counts that stands behind several things: each of them, their sum, or the last one."""
    if context.number.value == 0 or context.unit == "%" or any(word in tail for word in ("均", "都", "分别")):
        return _spread(context, parts) or [candidate(context)]
    other = _coordinated(parts, match, left, context)
    if not other:
        return [from_match(context, match)]
    key, label = _SUMS.get(frozenset((other, match.indicator.key)), ("", ""))
    return [named(context, key, label, len(left)) if key else candidate(context)]


def _free(context: Context, left: str, earlier: list[Claim]) -> str:
    """The words before a number without those the number before it counts (召开3次党组会和8次培训)."""
    taken = earlier[-1].end - context.left_at if earlier else 0
    return left[taken:] if 0 < taken <= len(left) and left.endswith(("和", "与", "及", "、")) else left


def _follows(match: Match, earlier: list[Claim]) -> bool:
    """Whether the figure named before is what an indicator follows on; people are trained on the last occasion."""
    wanted = match.indicator.data.follows.split()
    for claim in reversed(earlier[-3:] if wanted else ()):
        if claim.key in wanted:
            return True
        if match.indicator.key == "training_persons" and base(claim.number.unit) in _OCCASIONS:
            return False
    return not wanted


def _spread(context: Context, parts: list[str]) -> list[Claim]:
    """One number said of each part of a list, read from its end for as long as the parts are understood."""
    made: list[Claim] = []
    for part in reversed(parts):
        match = context.ask(part, frames=not made)
        if match is None and part.endswith("率"):
            continue
        if match is None:
            break
        if all(match.indicator.key != claim.key for claim in made):
            made.append(from_match(context, match))
    return made[::-1]


def _coordinated(parts: list[str], match: Match, left: str, context: Context) -> str:
    """The key of the other thing the number is the sum of (行政复议和行政诉讼案件14件), or an empty string."""
    if not left[: len(left) - match.left].endswith(("、", "和", "与", "及")):
        return ""
    other = context.ask(parts[-2])
    return other.indicator.key if other is not None and other.indicator.key != match.indicator.key else ""


def _inherit(context: Context, earlier: list[Claim]) -> Claim:
    """A bare number in a breakdown takes the unit of its total (其中简易110,普通280)."""
    claim = candidate(context)
    whole = next((item for item in reversed(earlier) if item.number.unit), None)
    if whole is not None and SUBSET.search(context.before) and context.left.strip(" 、"):
        claim.unit = whole.number.unit if context.number.value <= whole.number.value else ""
    return claim


def _share(context: Context, earlier: list[Claim]) -> Claim:
    """纠错5件,占55.6%: the share belongs to the figure it follows."""
    previous = earlier[-1] if earlier else None
    corrected = previous is not None and previous.key == "reconsideration_corrected"
    if corrected and context.unit == "%" and _SHARE.match(context.left) and not context.right.startswith("的"):
        return named(context, "reconsideration_corrected_rate", "行政复议纠错率")
    return candidate(context)
