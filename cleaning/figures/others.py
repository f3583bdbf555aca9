"""What is closed, decided or checked but belongs to others than the words of an indicator name."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.attribution import Match
from cleaning.figures.context import PARTS, SUBSET, Claim, Context
from cleaning.figures.sentences import Layout

_CLOSED: Final = re.compile(r"[ 、,\uff0c和及与]*(?:其中|已|均|全部|按期|共)*(?:办结|结案|审结|查结)$")
_PROCEEDINGS: Final = frozenset(
    ["complaints", "proposals", "ogi", "reconsideration", "litigation", "eco_damage", "central", "provincial"]
)
_CASES: Final = ("cases_", "violations_", "penalty_", "transfers_", "seizures", "no_penalty", "town_", "inspection")
_DECISIONS: Final = frozenset(["penalty_decisions", "permits", "coercive_measures"])
_HANDLED: Final = re.compile(r"审[核查]|评查|抽查|公示|整理|归档")
LISTS: Final = ("、", "和", "及", "与")
_BODIES: Final = re.compile(
    "[^,、]{0,8}?(?:部门|单位|机关|[市县区]局|乡镇|镇街|街道|区县|县区|市县|地区|村|社区|[科处]室)(?:开展|进行|组织|实施|的)"
)
"""A number that counts those on whom something is done, not what is done."""
_OF_BODIES: Final = ("inspections", "publicity_enterprises", "enterprises_", "joint_departments")
_WHO_ENFORCES: Final = re.compile(
    "[^,、]{0,6}?(?:部门|执法(?:单位|机关|主体|大队)|乡镇|镇街|街道|区县|县区|市县|[科处]室)"
)
"""Bodies that are supervised where they are checked; other bodies may be those a law is enforced on."""
ELSEWHERE: Final = re.compile(r"仲裁|公证|援助|许可|审批|申诉|监察|人民调解|行政调解|纠纷|赔偿|立案|业务|服务")
"""Words of other proceedings: a bare verb behind them is theirs."""

_OWN: Final = re.compile("[我本](?P<level>[省市州盟县区旗镇乡局厅委办]|街道)")
_LEVELS: Final = {"国": 4, "省": 3, "市": 2, "州": 2, "盟": 2, "县": 1, "区": 1, "旗": 1}
_ASKS: Final = re.compile("要求|目标|规定|任务|指标|应当?(?!诉)|须")
_AGENCIES: Final = "局厅委办"
_SHARE: Final = re.compile("[,(]其中[^,;。]{0,6}")
"""What parts an agency's own share from what is said of a whole province: the rest is that of others."""
_CONTRAST: Final = 90
_ELSEWHERE: Final = re.compile(
    "(?:外(?=[省市县地])|(?:邻近?|兄弟|周边|其他|别的|某些?|个别|部分|先进)[^,;。0-9的]{0,2})(?:[省市县区州](?!场)|地区?|城市|地方)(?!的?(?:部门|单位|机关|领导))"
)


def leave_to_others(claims: list[Claim], layout: Layout) -> None:
    """Takes the names of numbers that are said of another place: a wider one that one's own is set against behind it
    (全国平均为91.5%;我区为99.2%), or one that is not named (邻县罚没3200万元)."""
    own = list(_OWN.finditer(layout.text))
    for claim in claims if own else ():
        at = claim.number.start
        if (
            claim.key
            and not claim.scope
            and (_is_wider(at, claim.number.end, own, layout) or _is_elsewhere(at, own, layout))
        ):
            claim.key = ""


def _is_wider(start: int, end: int, own: list[re.Match[str]], layout: Layout) -> bool:
    """Whether a number is said of 全国, 全省 … right before one's own place is named, or as a mean beside it."""
    scope = layout.scope(layout.sentence(start)[0], start) or ""
    level = _LEVELS.get(scope[1:2], 0) if scope.startswith("全") else 0
    if not level or _ASKS.search(layout.text, layout.clause_start(start), start):
        return False
    mean = "平均" in layout.text[layout.clause_start(start) : start]
    since = start - _CONTRAST if mean else end
    beside = next((word for word in own if since <= word.start() < end + _CONTRAST), None)
    if beside is None or beside["level"] in _AGENCIES:
        return beside is not None and _SHARE.fullmatch(layout.text, end, beside.start()) is not None
    return level > _LEVELS.get(beside["level"], 0)


def _is_elsewhere(start: int, own: list[re.Match[str]], layout: Layout) -> bool:
    """Whether the clause of a number names another place, and not one's own."""
    clause = layout.clause_start(start)
    if _ELSEWHERE.search(layout.text, clause, start) is None:
        return False
    return not any(clause <= word.start() < start for word in own)


def of_others(match: Match, context: Context, core: str, earlier: list[Claim]) -> bool:
    """Whether what is closed or decided belongs to something else.

    许可46件,办结46件; 信访案件181件,其中重点案件已办结8件; 审核执法文书86份,其中行政处罚决定书32份;
    审核处罚案件87件、许可案件46件; 对12个部门开展案卷评查; 应诉案件176件;区政府作为被告的22件.
    """
    key = match.indicator.key
    if key in _DECISIONS and _handled(context, core, earlier):
        return True
    bodies = _WHO_ENFORCES if key.startswith(_OF_BODIES) else _BODIES
    told = context.right if key == "inspections" else context.right[: match.right]
    if told and bodies.match(told) and not key.startswith("joint_"):
        return True
    if key == "cases_closed" and _closes_others(context, core, earlier):
        return True
    return core.endswith("的") and key not in PARTS and key in {claim.key for claim in earlier}


def _handled(context: Context, core: str, earlier: list[Claim]) -> bool:
    """Whether decisions are those that were reviewed, checked or made public, by the verb of their list or part."""
    if not earlier or core[:1] in LISTS:
        return bool(earlier) and _HANDLED.search(context.leads) is not None
    part = not earlier[-1].key and SUBSET.search(context.left) is not None
    return part and _HANDLED.search(earlier[-1].label) is not None


def _closes_others(context: Context, core: str, earlier: list[Claim]) -> bool:
    """Whether what is closed are not the cases of enforcement."""
    last = earlier[-1] if earlier else None
    if last is not None and last.key.startswith(_CASES):
        return False
    bare = last is not None and (last.key or ELSEWHERE.search(last.label)) and _CLOSED.match(core)
    return bool(bare) or context.topic in _PROCEEDINGS
