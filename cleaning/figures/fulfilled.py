"""What was done of what was aimed at, where the number of the done names no object of its own."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.context import Claim, Context, same_unit
from cleaning.figures.results import REACHED, is_result

_FULFILS: Final = re.compile(
    "的[^,]{0,4}(?:任务|目标)[^,]{0,4}完成(?:了)?$|"
    "、?(?:[我全][区市县局镇委])?(?:截[至止][^,]{0,8})?(?:目前|现)?(?:[^,]{0,6}改为线上|实[际学]|已(?=[完组开举办查]))(?:共|累计|完成|组织|开展|举办|评查|办理?|查处|检查|审查|听取|学)*(?:了)?$"
)
"""What is done of what was aimed at: 检查企业300家次的任务已完成316家次; 应培训8期,已组织9期."""
_AIM_BEHIND: Final = re.compile("[,;]?(?:年初|原定?|年度|全年)*(?:计划|目标|任务)(?:数|量|值)?[为是]?")
"""What was aimed at, behind what was done: 开展活动32次,计划20次."""
_FALLS_SHORT: Final = re.compile("[,;]?(?:但|仍)?(?:距离?|与|离|较|比|未达到?|达不到)(?:规定的?|要求的?|上级的?)?")
_ASKED_FOR: Final = re.compile("的?(?:要求|标准|规定|目标)")
"""What was asked for beside what was reached: 人均培训31学时,与60学时的要求仍有差距."""
_AIMED: Final = re.compile("计划|目标|任务|指标|要求|规定|原定|应|[须需拟]")
_SUM: Final = re.compile("[,;、]?(?:合计|共计|总计|累计|共)+")
_FEW: Final = 4


def goes_on_with(context: Context, earlier: list[Claim]) -> Claim | None:
    """The number right before, if one without an object of its own says how far it was reached."""
    last = earlier[-1] if earlier else None
    if last is None or not last.key or not same_unit(last, context):
        return None
    if context.unit == "%" and REACHED.fullmatch(context.left):
        return last
    if _FALLS_SHORT.fullmatch(context.left):
        return last if _ASKED_FOR.match(context.right) else None
    return last if _FULFILS.match(context.left) or _AIM_BEHIND.fullmatch(context.left) else None


def sum_of(context: Context, earlier: list[Claim]) -> Claim | None:
    """The last of the numbers of one kind that a bare 合计 adds up, which are its parts (评查96卷、41卷,合计137卷)."""
    if not earlier or not earlier[-1].key or not _SUM.fullmatch(context.left):
        return None
    left, parts = context.number.value, []
    for claim in reversed(earlier):
        if claim.key != earlier[-1].key or not same_unit(claim, context) or claim.subset_of or left <= 0:
            break
        parts.append(claim)
        left = round(left - claim.number.value, 4)
    if left or len(parts) < 2:
        return None
    for claim in parts:
        claim.subset_of = claim.key
    return parts[0]


def fulfilled(context: Context, earlier: list[Claim]) -> Claim | None:
    """What was aimed at in the same unit, if a number without an object of its own tells what was done of it."""
    aim = next((claim for claim in reversed(earlier[-_FEW:]) if same_unit(claim, context)), None)
    if aim is None or not aim.key or context.right or aim.end == context.left_at:
        return None
    before = context.before
    upto = before[: max(0, aim.number.end - context.number.start + len(before))]
    aimed = upto[max(map(upto.rfind, ",;:")) + 1 :]
    return aim if _AIMED.search(aimed) is not None and is_result(context.left, aimed) else None
