"""What the words farther from a number make of it: the verb that opens a list (审核文件12件、合同68份), the name before
a verb, a bracket or a comma."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.attribution import Match
from cleaning.figures.context import LIST, SUBSET, VERB, Context
from cleaning.figures.doubtful import OWN_VERB
from cleaning.figures.others import LISTS

_PAPERS: Final = re.compile(r"[^,、]{0,4}?(?:规范性文件|政策性?文件|文件|决策(?:事项)?|合同(?:协议)?|协议)$")
"""What a verb of reading goes on to over several commas: 审核合同58份,规范性文件9件,重大决策事项6项."""
_PLACES: Final = re.compile(
    "(?![^,、]*(?:违[法规]|问题|合格))[^,、]{1,10}(?:企业|单位|场所|机构|门店|商户|经营户|工地)$"
)
_CASES: Final = re.compile("(?:处罚|许可)(?:案[件卷]|决定书?)$")
_OFFENCES: Final = re.compile("[^,、]{0,10}(?:违法|违规)[^,、]{0,4}案件$")
_LIGHT: Final = re.compile("(?:共|累计|全年|已)*(?:作出|实施|办理|开展|组织|举办|进行)$")
_NOUN_VERB: Final = re.compile(
    "(?:^|[,、])(?:全年|年内|共|累计)*(?P<noun>[^,、]{0,6}(?:许可|纠纷|合同|协议|案卷|规范性文件|法律援助))"
    "(?P<verb>办[理结]|受理|审[查核]|评查|调解|化解|制定|清理|出具)了?$"
)
_REMARK: Final = re.compile(r"\([^()]{1,12}\)")
_STATED: Final = re.compile("(?:情况|数量|统计|如下)+$")
_WHEN: Final = re.compile("(?:[0-9]{4}年度?|全年|每年|年内|今年|本年度?|当年|累计|已|先后)+")
_DIGIT: Final = re.compile("[0-9]")
_GOES_ON: Final = {"审查": _PAPERS, "审核": _PAPERS, "检查": _PLACES, "查处": _OFFENCES, "查办": _OFFENCES}
"""What verbs go on to over several commas."""


def under_verb(context: Context, core: str) -> Match | None:
    """What a later member of a list means under the verb of its first one (审核文件12件、合同68份)."""
    if "》" in core:
        core = "、" + core.rpartition("》")[2].removeprefix("等")
    listed = 2 < len(core) < 18 and core[0] in LISTS
    if OWN_VERB.search(_CASES.sub("", core)) or not (listed or context.leads != context.governs):
        return None
    verb = VERB.search(context.governs) or VERB.search(context.leads) or _verb_within(context)
    if verb is None or listed:
        return context.ask(verb[0] + core[1:]) if verb else None
    goes_on = _GOES_ON.get(verb[0])
    return context.ask(verb[0] + core) if goes_on is not None and goes_on.match(core) else None


def _verb_within(context: Context) -> re.Match[str] | None:
    """The verb behind the clause's first number (2名法务人员参与审查协议28件、合同156件), or of the total before it."""
    before = context.before[: len(context.before) - len(context.left)]
    whole = before.rpartition("其中")[0].rstrip(",") if SUBSET.match(context.governs) else before
    clause = whole.rpartition(",")[2]
    return max(VERB.finditer(clause), key=re.Match.start, default=None) if context.governs else None


def without_remarks(context: Context, left: str) -> Match | None:
    """What a number counts whose object holds a bracket (行政审批(许可)事项1046件)."""
    return context.ask(_REMARK.sub("", left)) if ")" in left else None


def before_verb(context: Context, core: str) -> Match | None:
    """What a number counts that stands before the verb that did it (行政处罚共作出136件)."""
    light = _LIGHT.search(core) if core[-1:] in "出施理展织办行" else None
    return context.ask(core[: light.start()], frames=False) if light else None


def after_noun(context: Context, core: str) -> Match | None:
    """What a number counts whose verb stands behind its noun (行政许可办结1.9万件, 矛盾纠纷化解31起)."""
    said = _NOUN_VERB.search(core)
    return context.ask(said["verb"] + said["noun"], context.right) if said else None


def of_head_before(context: Context, before: Context | None) -> Match | None:
    """What a number without words counts in another unit than the one before (评查2次、100卷)."""
    if before is None or not LIST.match(context.left) or before.unit == context.unit:
        return None
    return context.ask(before.left) if before.number.end + len(context.left) == context.number.start else None


def before_comma(context: Context, core: str) -> Match | None:
    """What a number counts whose clause says no more than when: the name that ends the clause before it, if that
    counts nothing itself (办好执法培训班,全年不少于4期)."""
    if not _WHEN.fullmatch(core):
        return None
    before = context.before[: -len(context.left)].rstrip(",:")
    clause = _STATED.sub("", before[max(map(before.rfind, ",:")) + 1 :])
    return None if _DIGIT.search(clause) else context.ask(clause, frames=False)
