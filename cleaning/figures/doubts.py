"""Numbers of things that no indicator may claim: plans, averages, kinds of what is broken down, data entry."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.context import SUBSET, Claim, Spot

_RECORDS: Final = re.compile(r"录入|归集|上传|推送|公示|抽查|抽取|因[^,]{0,8}信息公开")
_PLANS: Final = re.compile(
    r"力争|争取|(?:(?<=[0-9]年)|(?<=全年)|(?<=年初)|(?<![查度年动作习法案照按训]))计划(?=(?:重点|一般|日常|共)?检查|开展|完成|组织|培训|立案|新增|举办|实施)|拟(?!定)|预计|"
    r"将(?:达|完成|开展|组织)|目标(?:值|为|是)"
)
_AVERAGE: Final = re.compile(r"(?:[人户案件日月年]均|平均每)[^,、]{0,10}$")
_EACH: Final = re.compile(r"每一?(?:个|名|家|位|支|件|户|类|科室|单位|部门)[^,、]{0,16}$")
_GUIDES: Final = re.compile(
    r"(?:指导|督促|监督)(?:各级|各地|各区|各县|各市|下级|基层|区县|县区|乡镇|镇街|地方)[^,]{0,24}$"
)
_THRESHOLD: Final = re.compile(
    r"^(?:县级|市级|区级)?(?:政府|部门|单位|机关|街道|乡镇|镇街|市州|区县|县区|市县|地区|法院)[^,、]{2,24}"
    r"(?:超过?|少于|不足|低于|高于|多于|均在)$"
)
"""How many each of so many bodies has at least or at most: 9个县级政府收到复议申请超过40件."""
_AMONG: Final = re.compile(r"^[^,]{0,8}(?:案件|申请|事项)中,?")
_HOURS: Final = frozenset(["学时", "课时", "小时", "个学时", "个小时"])
_CATEGORY: Final = re.compile(
    r"^[、和及与 ]*(?:其中|涉及|包括|[一二三四五六七八九]是|[:：])*(?:[^,、]{2,16}领域)?"
    r"(?:行政(?:处罚|强制|许可|检查|确认|征收|裁决|不作为)|(?:政府)?信息公开|投诉举报|举报投诉)"
    r"(?:类|案件|类案件|案)?(?:有|共|共有|为|占|达)*$"
)
_KIND: Final = re.compile(
    r"^[、,和及与 ]*(?:其中)?[^,、]{1,12}(?<![各分一两二三四五六七八九十0-9])类(?:案件)?(?:有|共|共有|为|占|达)*$"
)
_BREAKDOWN: Final = re.compile(
    r"行政争议|行政行为|案件以[^,]{1,40}为主|类型|类别|案由|(?:复议|诉讼|应诉|申请|争议|管理)[^,\uff0c]{0,6}(?:事项|领域)"
)
OWN_VERB: Final = re.compile(
    r"处罚|责令|责成|取缔|约谈|下[达发]|整改|没收|立案|关[停闭]|发现|查[封扣获处办]|扣押|移[送交]|注销|吊销|曝光|警告|通报|"
    r"督促|发放|组织|开展|培训(?!机构|学校|中心)|出具|提出|清理|办结|结案|受理|拆除|追缴|收缴|挽回|公[开示]|修[改订]|宣布"
)
"""Verbs that make a member of a list a statement of its own, free of the verb that opens the list."""


def doubtful(spot: Spot, earlier: list[Claim]) -> bool:
    """Whether a number counts another thing than the words next to it name, so that it stays a candidate.

    ``earlier`` are the claims made in the sentence so far.
    """
    if spot.ahead or _PLANS.search(spot.left) or (spot.governs and _RECORDS.search(spot.governs)):
        return True
    if spot.unit not in _HOURS and (
        ("均" in spot.left and _AVERAGE.search(spot.left)) or ("每" in spot.left and _EACH.search(spot.left))
    ):
        return True
    if earlier and earlier[-1].end == spot.left_at and _THRESHOLD.match(spot.left):
        return True
    if ("导" in spot.left or "督" in spot.left) and _GUIDES.search(spot.left):
        return True
    return _names_category(spot, earlier)


def _names_category(spot: Spot, earlier: list[Claim]) -> bool:
    """Whether a number counts one kind of what is broken down, as 行政处罚 in 受理复议申请31件,其中行政处罚12件."""
    left = _AMONG.sub("", spot.left) if "中" in spot.left else spot.left
    if _KIND.match(left) and not OWN_VERB.search(left):
        return True
    if not _CATEGORY.match(left):
        return False
    disputes = any(claim.key.startswith(("reconsideration", "litigation")) for claim in earlier)
    return _BREAKDOWN.search(spot.before) is not None or (disputes and SUBSET.search(spot.before) is not None)
