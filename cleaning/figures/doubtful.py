"""Numbers that count another thing than the words next to them name, so that no indicator may claim them."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.context import SUBSET, Claim, Context

_RECORDS: Final = re.compile(r"录入|归集|上传|推送|公示|抽查|抽取|因[^,]{0,8}信息公开")
_SHARED_OUT: Final = re.compile(
    r"(?:[人户案件日月年]均|平均每)[^,、]{0,10}$|每一?(?:个|名|家|位|支|件|户|类|科室|单位|部门)[^,、]{0,16}$"
)
"""What falls to each: 人均办案31件."""
_ATTENDS: Final = (
    r"(?:列席|旁听|观摩|[应受]邀参加)[^,]{0,14}$|(?:参与|代理)(?:各类|办理|处理)*(?:行政)?(?:诉讼|应诉|复议)[^,]{0,6}$"
)
_KIND_OF: Final = r"(?:因|被(?![诉申告复提纠]))(?:(?!被纠错)[^,]){1,16}的(?:行政)?(?:复议|诉讼|应诉)[^,、]{0,4}$"
_HELPS: Final = r"(?:协助|配合|帮助)[^,]{2,16}(?:办理|查[处办]|侦办|调查)[^,]{0,8}$"
_GUIDES: Final = r"(?:指导|督促|监督)(?:各(?!类|项|种|方)|下级|基层|区县|县区|乡镇|镇街|地方)[^,]{0,24}$"
_NEVER: Final = r"(?:未|没有)(?:曾|能)?[\u4e00-\u9fff]{2}(?:过|到)?$"
_NOT_OWN: Final = re.compile(f"{_ATTENDS}|{_KIND_OF}|{_GUIDES}|{_HELPS}|{_NEVER}")
"""What is not one's own, or not all of it: who attends holds nothing (列席党组会15次, 参与行政应诉61件), a clause that
says why or how cases ended makes a kind of them (因处罚引发的行政复议案件2件), who guides lets others do it, and
未办理1件 counts nothing."""
_LOOKED_AT: Final = re.compile(r"对[^,]{0,20}(?:办理|查[处办]|办结|审结|作出)的[^,]{0,12}$")
"""Cases of the past that are gone through once more: 对以前办理的处罚案件86件开展回头看."""
_READ: Final = re.compile("审[查核]|评查")
_THRESHOLD: Final = re.compile(
    r"^(?:县级|市级|区级)?(?:政府|部门|单位|机关|街道|乡镇|镇街|市州|区县|县区|市县|地区|法院)[^,、]{2,24}"
    r"(?:超过?|少于|不足|低于|高于|多于|均在)$"
)
"""How many each of so many bodies has at least or at most: 9个县级政府收到复议申请超过40件."""
_KINDS: Final = "[^,、]{0,8}(?:案件|案|企业|单位|人员|行为|项目|主体|部门|机关|乡镇|镇街|街道|个人|当事人)"
_OF_WHICH: Final = re.compile(f"(?:及?以[上下内])?的{_KINDS}")
_OF_SUM: Final = re.compile(f"(?:及?以[上下内]的?|的){_KINDS}")
"""What tells one kind of cases or bodies from others: 罚款10万元以上的案件12件."""
_CONDITION: Final = re.compile("(?:及?以[上下内])?的$")
"""What ends a clause that names a condition: 未完成检查任务80家次的,扣2分."""
_PROPOSES: Final = re.compile("(?:建议|提请|申报|申请)(?:继续|予以|废止|修[改订]|宣布|保留|取消|撤销|列入|纳入)")
"""What one proposes is not done yet: 建议废止2件."""
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
_KINDS_OF: Final = re.compile("(?:查[处办]|办理|立案)[^,]*类案件$")
"""What opens a list of kinds that has no total: 查办食品类案件213件、质量类案件47件."""
_BREAKDOWN: Final = re.compile(
    r"行政争议|行政行为|案件以[^,]{1,40}为主|类型|类别|案由|(?:复议|诉讼|应诉|申请|争议|管理)[^,\uff0c]{0,6}(?:事项|领域)"
)
OWN_VERB: Final = re.compile(
    r"处[罚理置]|责令|责成|取缔|约谈|下[达发]|整改|没收|立案|关[停闭]|发现|查[封扣获处办]|扣押|移[送交]|注销|吊销|曝光|警告|通报|"
    r"督促|发放|(?<!社会)(?<!自治)(?<!行业)(?<!经济)组织|开展|培训(?!机构|学校|中心)|出具|提出|清理|办结|结案|受理|拆除|追缴|收缴|挽回|公[开示布]|修[改订]|宣布"
)
"""Verbs that make a member of a list a statement of its own, free of the verb that opens the list."""


def doubtful(context: Context, earlier: list[Claim]) -> bool:
    """Whether a number counts another thing than the words next to it name, so that it stays a candidate.

    ``earlier`` are the claims made in the sentence so far.
    """
    if context.governs and _RECORDS.search(context.governs) and not context.left.endswith("案卷"):
        return True
    if context.right[:1] in ("及", "以", "的") and _tells_kind(context):
        return True
    if _CONDITION.match(context.right):
        return True
    return (
        _PROPOSES.search(context.governs or context.left) is not None
        or _is_measure(context, earlier)
        or _is_of_others(context)
        or _names_category(context, earlier)
    )


def _tells_kind(context: Context) -> bool:
    """Whether a number tells one kind of cases or bodies from others, with 的 or, as money does, without it."""
    return (_OF_SUM if context.unit == "元" else _OF_WHICH).match(context.right) is not None


def _is_measure(context: Context, earlier: list[Claim]) -> bool:
    """Whether a number is a share of each, or the threshold of what was counted before it."""
    shared = "均" in context.left or "每" in context.left
    if shared and context.unit not in _HOURS and _SHARED_OUT.search(context.left):
        return True
    return bool(earlier) and earlier[-1].end == context.left_at and _THRESHOLD.match(context.left) is not None


def _is_of_others(context: Context) -> bool:
    """Whether a number counts what was looked at, or what others did."""
    if _LOOKED_AT.search(context.left) and not _READ.search(context.right):
        return True
    listed = context.governs and context.left[:1] in ("、", "和", "及", "与")
    return bool(_NOT_OWN.search(context.left) or (listed and _NOT_OWN.search(context.governs)))


def _names_category(context: Context, earlier: list[Claim]) -> bool:
    """Whether a number counts one kind of what is broken down, as 行政处罚 in 受理复议申请31件,其中行政处罚12件.

    Behind checks it counts what came of them.
    """
    left = _AMONG.sub("", context.left) if "中" in context.left else context.left
    if _KIND.match(left) and not OWN_VERB.search(left) and not _KINDS_OF.search(context.governs):
        return True
    if not _CATEGORY.match(left):
        return False
    disputes = any(claim.key.startswith(("reconsideration", "litigation")) for claim in earlier)
    checked = not disputes and any(claim.key == "inspections" for claim in earlier)
    return (not checked and _BREAKDOWN.search(context.before) is not None) or (
        disputes and SUBSET.search(context.before) is not None
    )
