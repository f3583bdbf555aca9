"""Numbers that say how much something changed, and from what to what."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.context import Claim, Context, candidate
from cleaning.figures.units import base

CHANGE: Final = re.compile(
    r"(?P<sign>上升|增长|增加|提高|提升|多出?|下降|减少|降低|回落|下滑|增幅|降幅|少)(?:了|约|近|超过?|达到?|幅度|为|:)*$"
)
_COMPARES: Final = re.compile(r"同比|环比|较|比|同期|去年|上年|分别")
_COMPARED: Final = re.compile(r"同比|去年同期|上年同期|较(?:去年|上年|[0-9]{4}年)|与(?:去年|上年)[^,\uff0c]{0,4}相比")
LEVEL: Final = re.compile(
    r"(?:全面|大幅|逐步)?(?:增加|增长|提高|提升|上升|攀升|下降|降低|减少|增|降|升|扩大|精简|压减|压缩|缩减|调整)(?:至|到|为)(?:了|约)?"
    r"(?P<year>(?:[0-9]{4}年|今年|本年度?)的?)?$"
)
FROM: Final = re.compile(r"[由从](?P<year>[^,]{0,8}的)?$")
_FALLING: Final = frozenset(["下降", "减少", "降低", "回落", "下滑", "降幅", "少"])
_AGAINST_AIM: Final = re.compile("(?:比|较|超)[^,]{0,4}(?:计划|目标|任务|规定|要求|指标|预期)")
"""What is compared with an aim is no change of a year: 比计划多126场次."""
_POINTS: Final = frozenset(["个百分点", "百分点"])


def is_difference(context: Context, change: re.Match[str]) -> bool:
    """Whether a word of change before a number makes it the difference to another time."""
    if context.unit == "%" or context.unit in _POINTS or _COMPARES.search(context.left):
        return True
    return not context.left[: change.start()].strip(" 、,\uff0c") or _COMPARED.search(context.before) is not None


def starts_change(places: list[Context], position: int) -> bool:
    """从90% in 从90%提升至100%."""
    following = places[position + 1] if position + 1 < len(places) else None
    return bool(following and FROM.search(places[position].left) and LEVEL.search(following.left))


def difference(context: Context, change: re.Match[str], earlier: list[Claim]) -> Claim:
    """较2018年减少了6项: a change of the indicator named before; percentages of growth stay candidates."""
    claim = candidate(context)
    if context.unit == "%" or _AGAINST_AIM.search(context.left):
        return claim
    wanted = "%" if context.unit in _POINTS else context.unit
    compare = _COMPARES.search(context.left)
    before = context.left[: compare.start()] if compare else context.left[: change.start()]
    said = _subject(context, before, wanted, earlier)
    if said is None:
        return claim
    key, label = said
    claim.key, claim.label = key.removesuffix("_change") + "_change", label.removesuffix("增减") + "增减"
    claim.negative = change["sign"] in _FALLING
    if wanted == "%":
        claim.unit = "百分点"
    return claim


def _subject(context: Context, before: str, wanted: str, earlier: list[Claim]) -> tuple[str, str] | None:
    """Key and label of what changed: what stands before the change, else the figure before it in the same unit."""
    match = context.ask(before, unit=wanted, frames=False) if before else None
    if match is not None:
        return match.indicator.key, match.indicator.data.label
    source = earlier[-1] if earlier and len(before) <= 6 else None
    same = source is not None and source.key and base(source.number.unit) == wanted
    return (source.key, source.label) if source is not None and same else None
