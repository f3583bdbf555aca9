"""Reads the kept numbers of a line together: lists, parallels, subsets, differences."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from cleaning.figures.lookup import Match, resolve, strip_connectors, topics
from cleaning.figures.numbers import Number
from cleaning.figures.sentences import Layout
from cleaning.figures.units import base, normalise

_SUBSET: Final = re.compile(r"其中|包括|包含|(?<!包)含")
_JOIN: Final = re.compile(r"、|以及|(?<!调)和|与|及(?!时)")
_LIST: Final = re.compile(r"^[ 、,\uff0c和与及以]*$")
_CHANGE: Final = re.compile(
    r"(?P<sign>上升|增长|增加|提高|提升|多出?|下降|减少|降低|回落|下滑|增幅|降幅|少)(?:了|约|近|超过?|达到?|幅度|为|:)*$"
)
_COMPARES: Final = re.compile(r"较|比|同期|环比|去年|上年|分别")
_LEVEL: Final = re.compile(r"(?:增加|增长|提高|提升|上升|下降|降低|减少|增|降|升|扩大)(?:至|到|为)(?:了|约)?$")
_FROM: Final = re.compile(r"[由从](?:[^,]{0,8}的)?$")
_GROUP: Final = re.compile(r"(?:高于|低于|超过|优于)(?P<scope>全[国省市区县])(?:平均(?:水平|值)?)?的?$")
_PLANS: Final = re.compile(r"力争|争取|计划(?!生育)|拟(?!定)|预计|将(?:达|完成|开展|组织)|目标(?:值|为|是)")
_RATE_OF: Final = re.compile(r"^[,\uff0c(、 ]*(?:占比?|比例|比率|为)?(?:约|达)?$")
_SUMS: Final = {frozenset(("npc_suggestions", "cppcc_proposals")): ("proposals_total", "承办建议提案总数")}


@dataclass(slots=True)
class Spot:
    """A number with its clause: ``left`` and ``right`` are the words around it, ``left_at`` where ``left`` begins."""

    number: Number
    left: str
    right: str
    left_at: int
    sentence_at: int
    sentence: str


@dataclass(slots=True)
class Claim:
    """A number and what claims it; ``key`` is empty for a candidate. Offsets are those of the span in the line."""

    number: Number
    key: str
    label: str
    start: int
    end: int
    unit: str = ""
    subset_of: str | None = None
    negative: bool = False
    scope: str | None = None
    period: str = "annual"
    dated: bool = True
    part_of: str = ""


def claim_all(numbers: list[Number], layout: Layout) -> list[Claim]:
    """One claim for each number, more where one number is said of several things (A率、B率均为100%)."""
    spots = [_spot(numbers, position, layout) for position in range(len(numbers))]
    claims: list[Claim] = []
    parallels = _parallels(spots)
    for position, spot in enumerate(spots):
        same = bool(claims) and spots[position - 1].sentence_at == spot.sentence_at if position else False
        made = parallels.get(position) or _claim(spots, position, claims if same else [])
        _mark_subset(made, spot, claims if same else [], layout)
        claims.extend(made)
    return claims


def _spot(numbers: list[Number], position: int, layout: Layout) -> Spot:
    number, text = numbers[position], layout.text
    start = layout.clause_start(number.start)
    if position:
        start = max(start, numbers[position - 1].end)
    end = layout.clause_end(number.end)
    if position + 1 < len(numbers):
        end = min(end, numbers[position + 1].start)
    sentence_at, _ = layout.sentence(number.start)
    begin = max(start, number.start - 60)
    window = max(sentence_at, number.start - 160)
    return Spot(
        number,
        text[begin : number.start],
        text[number.end : min(end, number.end + 80)],
        begin,
        sentence_at,
        text[window : min(end, number.end + 80)],
    )


def _topic(spot: Spot) -> str:
    named = topics(spot.sentence[: max(0, len(spot.sentence) - len(spot.right))])
    return named[-1][1] if named else ""


def _unit(number: Number) -> str:
    return base(number.unit) if number.unit else "件"


def _claim(spots: list[Spot], position: int, earlier: list[Claim]) -> list[Claim]:
    spot = spots[position]
    number, left = spot.number, spot.left
    if not number.unit and not (number.value == 0 and not spot.right):
        return [_inherit(spot, earlier)]
    group = _GROUP.search(left)
    if group and earlier and earlier[-1].key and earlier[-1].number.unit == number.unit:
        return [replace(_named(spot, earlier[-1].key, earlier[-1].label), scope=group["scope"])]
    change = _CHANGE.search(left)
    if change and (_COMPARES.search(spot.left) or base(number.unit) in ("%", "个百分点", "百分点")):
        return [_difference(spot, change, earlier)]
    level = _LEVEL.search(left)
    if level:
        left = left[: level.start()]
        if len(strip_connectors(left).strip("、")) < 3 and position and _FROM.search(spots[position - 1].left):
            left = _FROM.sub("", spots[position - 1].left)
    elif _FROM.search(left):
        return [_baseline(spot)]
    elif _PLANS.search(left):
        return [_candidate(spot)]
    return _read(spot, left, earlier)


def _baseline(spot: Spot) -> Claim:
    """The earlier value in 从90%提升至100%: claimed only by indicators that keep it."""
    match = resolve(_FROM.sub("", spot.left), "", _unit(spot.number), spot.sentence, _topic(spot))
    return _from_match(spot, match) if match is not None and match.indicator.data.baseline else _candidate(spot)


def _read(spot: Spot, left: str, earlier: list[Claim]) -> list[Claim]:
    unit, topic = _unit(spot.number), _topic(spot)
    core = strip_connectors(left)
    spread = (
        spot.number.value == 0 or "均" in left[len(core) :] or "都" in left[len(core) :] or "分别" in left[len(core) :]
    )
    match = resolve(left, spot.right, unit, spot.sentence, topic)
    parts = [part for part in _JOIN.split(core) if part]
    if match is None:
        return [_rate(spot, earlier)]
    if match.right == 0 and len(parts) > 1 and not match.indicator.data.joint and match.left < len(left):
        if spread:
            return _spread(spot, parts, unit, topic) or [_candidate(spot)]
        other = _coordinated(parts, match, left, unit, spot, topic)
        if other:
            key, label = _SUMS.get(frozenset((other, match.indicator.key)), ("", ""))
            return [_named(spot, key, label, len(left)) if key else _candidate(spot)]
    return [_from_match(spot, match)]


def _spread(spot: Spot, parts: list[str], unit: str, topic: str) -> list[Claim]:
    made: list[Claim] = []
    for part in reversed(parts):
        match = resolve(part, "", unit, spot.sentence, topic, frames=False)
        if match is None:
            break
        if all(match.indicator.key != claim.key for claim in made):
            made.append(_from_match(spot, match))
    return made[::-1]


def _coordinated(parts: list[str], match: Match, left: str, unit: str, spot: Spot, topic: str) -> str:
    """The key of the other thing the number is the sum of (行政复议和行政诉讼案件14件), or an empty string."""
    head_at = len(left) - match.left
    if not left[:head_at].endswith(("、", "和", "与", "及")):
        return ""
    other = resolve(parts[-2], "", unit, spot.sentence, topic, frames=False)
    return other.indicator.key if other is not None and other.indicator.key != match.indicator.key else ""


def _parallels(spots: list[Spot]) -> dict[int, list[Claim]]:
    """Objects and numbers said in parallel: 行政复议、行政诉讼案件分别为14件、23件."""
    made: dict[int, list[Claim]] = {}
    for position, spot in enumerate(spots):
        core = strip_connectors(spot.left)
        if "分别" not in spot.left[len(core) :] and "各" not in spot.left[len(core) :]:
            continue
        run = [spot]
        for following in spots[position + 1 :]:
            if not _LIST.match(following.left) or base(following.number.unit) != base(spot.number.unit):
                break
            run.append(following)
        parts = [part for part in _JOIN.split(core) if part]
        if len(run) < 2 or len(parts) < len(run):
            continue
        for shift, member in enumerate(run):
            part = parts[len(parts) - len(run) + shift]
            match = resolve(part, "", _unit(member.number), spot.sentence, _topic(spot), frames=False)
            made[position + shift] = [
                _named(member, match.indicator.key, match.indicator.data.label) if match else _candidate(member)
            ]
    return made


def _inherit(spot: Spot, earlier: list[Claim]) -> Claim:
    """A bare number in a breakdown takes the unit of its total (其中简易110,普通280)."""
    claim = _candidate(spot)
    whole = next((item for item in reversed(earlier) if item.number.unit), None)
    window = spot.sentence[: len(spot.sentence) - len(spot.right)]
    if (
        whole is not None
        and _SUBSET.search(window)
        and spot.left.strip(" 、")
        and spot.number.value <= whole.number.value
    ):
        claim.unit = whole.number.unit
    return claim


def _difference(spot: Spot, change: re.Match[str], earlier: list[Claim]) -> Claim:
    """较2018年减少了6项: a change of the indicator named before; percentages of growth stay candidates."""
    claim = _candidate(spot)
    claim.negative = change["sign"] in ("下降", "减少", "降低", "回落", "下滑", "降幅", "少")
    unit = base(spot.number.unit) if spot.number.unit else "件"
    if unit == "%":
        return claim
    wanted = "%" if unit in ("个百分点", "百分点") else unit
    compare = _COMPARES.search(spot.left)
    named = spot.left[: compare.start()] if compare else spot.left[: change.start()]
    match = resolve(named, "", wanted, spot.sentence, _topic(spot), frames=False) if named else None
    if match is not None:
        key, label = match.indicator.key, match.indicator.data.label
    else:
        source = earlier[-1] if earlier else None
        if source is None or not source.key or base(source.number.unit) != wanted or len(named) > 6:
            return claim
        key, label = source.key, source.label
    claim.key, claim.label = key.removesuffix("_change") + "_change", label + "增减"
    if wanted == "%":
        claim.unit = "百分点"
    return claim


def _rate(spot: Spot, earlier: list[Claim]) -> Claim:
    """纠错5件,占55.6%: the share belongs to the figure it follows."""
    previous = earlier[-1] if earlier else None
    if (
        previous
        and previous.key == "reconsideration_corrected"
        and _unit(spot.number) == "%"
        and _RATE_OF.match(spot.left)
    ):
        return _named(spot, "reconsideration_corrected_rate", "行政复议纠错率")
    return _candidate(spot)


def _mark_subset(made: list[Claim], spot: Spot, earlier: list[Claim], layout: Layout) -> None:
    """其中 and 包括 make the number a part of the last total in the same unit, and so do the numbers that follow it."""
    if not earlier:
        return
    previous = earlier[-1]
    between = layout.text[previous.number.end : spot.number.start]
    unit = normalise(1, base(spot.number.unit))[1] if spot.number.unit else ""
    whole: str | None = None
    if _SUBSET.search(between):
        total = next((item for item in reversed(earlier) if item.key and _same(item, unit)), None)
        whole = total.key if total is not None and spot.number.value <= total.number.value else None
    elif previous.subset_of and _LIST.match(between[:1]) and ";" not in between:
        whole = _continued(previous.subset_of, spot, earlier)
    for claim in made:
        part_of = claim.part_of if any(item.key == claim.part_of for item in earlier) else ""
        whole_of = part_of or whole
        if whole_of and claim.key != whole_of:
            claim.subset_of = whole_of


def _same(item: Claim, unit: str) -> bool:
    return not unit or normalise(1, base(item.number.unit))[1] == unit


def _continued(whole: str, spot: Spot, earlier: list[Claim]) -> str | None:
    """The total the breakdown still goes on for: parts may not exceed it."""
    total = next((item for item in reversed(earlier) if item.key == whole), None)
    parts = [item.number.value for item in earlier if item.subset_of == whole]
    return whole if total is not None and sum(parts) + spot.number.value <= total.number.value else None


def _from_match(spot: Spot, match: Match) -> Claim:
    data = match.indicator.data
    claim = _named(spot, data.key, data.label, match.left, match.right)
    claim.period, claim.dated, claim.part_of = data.period, data.dated, data.part_of
    return claim


def _named(spot: Spot, key: str, label: str, left: int = 0, right: int = 0) -> Claim:
    start = spot.number.start - left
    lead = spot.left.lstrip(" 、和及与,") if len(spot.left) <= 24 else ""
    if lead:
        start = spot.number.start - len(_SUBSET.sub("", lead) if lead.startswith(("其中", "包括")) else lead)
    claim = Claim(spot.number, key, label, max(start, spot.left_at), spot.number.end + right)
    if not spot.number.unit and key:
        claim.unit = "件"
    return claim


def _candidate(spot: Spot) -> Claim:
    lead = spot.left[-16:].lstrip(" 、和及与,")
    label = strip_connectors(lead).strip() or spot.right[:12].strip()
    return Claim(spot.number, "", label, spot.number.start - len(lead), spot.number.end)
