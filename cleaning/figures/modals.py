"""The words that make a number a target, a duty or a plan: 确保, 应当, 计划."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.results import ALL_DONE, DONE

FACT: Final = "fact"
TARGET: Final = "target"
DUTY: Final = "duty"
PLAN: Final = "plan"

DO: Final = (
    "开展|组织|完成|举办|实施|继续|进一步|新增|办理|召开|建立|建成|建设|培训|检查|抽查|审查|审核|评查|制定|修订|修改|废止|清理|"
    "出台|安排|发放|配备|选派|聘请|达|提高|提升|力争|确保|推进|推动|落实|加强|强化|深化|加大|优化|健全|完善|打造|立案|查处|"
    "宣讲|宣传|覆盖|受理|调解|化解|公开|承办|听取|研究|邀请|对|在|于|再|年度|全面|持续|陆续|分批|集中|重点|按|围绕|以|每|全年|"
    "不断|着力|大力|严格|认真|积极|深入|扎实|新|用|通过|利用|分[两三0-9]|投入|选取|选择|面向"
)
# Each alternative begins with its own character, so that the search skips to the few places that can match.
_MODALS: Final = {
    TARGET: (
        r"原(?=定|计划)|确(?<!为确)保|保(?<!为保)证(?!金|书|人|质量的|体系)|力争|争取(?!到|[^,]{0,8}(?:资金|经费|项目|支持|投资|补助))|"
        r"(?:确定|下达)(?=[^,]*任务(?:数|量)?$)|努力(?:实现|达到|做到|完成)|目(?<=年目)标(?=[办立检审组开查培])|目标(?:值|为|是|:)|任务(?:数|量)?(?:为|是|:)|划(?<=按计划)(?=[^,]{0,6}[需应要])|指标(?:值)?(?:为|是|:)|有望|提出(?=:)|"
        rf"需(?<![无不所急亟按供刚必特]需)(?:(?<=[还尚仍]需)|(?={DO}))"
    ),
    DUTY: (
        r"应(?<![反适相供响对回顺效呼感答]应)(?![急诉用对届收付援邀声允答变景有聘战运]|当事人|[\u4e00-\u9fff]{1,2}尽)|"
        r"必须|须(?<![必内]须)(?!知|要)|不得(?:少于|低于|超过)|务必|则(?<=原则)上|要求|规定|明确|"
        r"要(?<![主重需必首只摘纪概简扼紧次就显险机若既还]要)(?!清醒|看到|认识到)(?![求素点闻案件旨塞地害务事员领职么紧是情])"
    ),
    PLAN: (
        r"年[^,]{0,6}?要(?<![主重需必首只]要)(?!清醒|看到|认识到)(?![求素点闻案件])|"
        r"计(?=划数?量?(?:上限)?改?(?:为|是|:)[^,]{0,12}$)|计(?:(?<=[0-9]年计)|(?<=全年计)|(?<=年初计)|(?<=本年度计)|(?<![查度年动作习法案照据按训划原非]计))划"
        rf"(?={DO}|共|重点|一般|日常)|拟(?<![草模虚比]拟)(?!定(?!于)|(?:作出|给予)?(?:行政)?处罚(?:决定|案件|的)|[稿写合人态声])|预计|打算|(?:安排|思路)(?=(?:是|如下|为)?:)|准备(?={DO})|"
        rf"将(?={DO}|要|会|从|不[少低]|把(?=[^,]*力度)|力度)"
    ),
}
_MODAL: Final = re.compile("|".join(_MODALS.values()))
_MOOD_BY_SIGN: Final = dict.fromkeys("应必须不务则要规明", DUTY) | dict.fromkeys("年计拟预打安思准将", PLAN)
"""The mood of a modal by its first character; all others are those of targets."""
_PLAN_TITLE: Final = re.compile(r"(?:计划|要点|安排|方案|规划|打算|目标任务|任务分解表?)(?:的?通知|的公告)?$")
_REPORT: Final = re.compile(r"报告|总结|情况|成效|年报|完成|执行")
_STRIVES: Final = re.compile("力争(?!上游|先进|一流)|有望")
_ASKED: Final = re.compile(r"要求|规定|明确")
COMPARES: Final = re.compile(r"达到|不低于|不少于|不得|不超过|至少|控制在|每[年季月半人名周]|以上|以内")
_LAYS_DOWN: Final = re.compile("明确(?:全年|年内|年度)")
_ASKS: Final = re.compile(
    "(?:^|[,;])(?![^,;]{0,6}(?:按照?|根据|依[据照]|遵照|对照|结合|落实|贯彻|围绕|严格))[^,;]*(?:要求|规定|明确)(?:是|如下)?[,:]"
)
"""A clause that asks for what the rest of its sentence says: 《实施方案》要求,…,出庭应诉率达100%."""
_SETS_DOWN: Final = re.compile("(?:列|纳|写)入|[定列作]为")
_SET_DOWN: Final = re.compile(
    "[将把“](?P<what>[^。;“]{4,100}?)”?(?:列入|纳入|写入|[定列作]为|确定为)"
    "[^,;。0-9]{0,16}(?:年度|年初|全年|工作|目标)[^,;。0-9]{0,8}(?:要点|计划|目标|任务|考核|指标|实事)"
)
"""What is made part of a plan: 将“评查案卷200卷、培训1000人次”列入年度工作要点."""
TITLE: Final = re.compile(r"《[^《》]*》")


def last_modal(words: str) -> re.Match[str] | None:
    """The last modal in some words."""
    return max(_MODAL.finditer(words), key=re.Match.start, default=None)


def mood_of(modal: re.Match[str]) -> str:
    """The mood a modal gives to the number behind it."""
    return _MOOD_BY_SIGN.get(modal[0][0], TARGET)


def set_down(text: str) -> list[tuple[int, int]]:
    """Where a line names what is made part of a plan or a target."""
    return [found.span("what") for found in _SET_DOWN.finditer(text)] if _SETS_DOWN.search(text) else []


def ends_with_part(modal: re.Match[str]) -> bool:
    """Whether a modal holds for its part of a sentence alone, as what is meant for papers does (拟废止5件;…)."""
    return modal[0] == "拟"


def is_plan(title: str) -> bool:
    """Whether a document of this title plans (要点, 方案, 计划) and reports nothing."""
    return _PLAN_TITLE.search(title) is not None and _REPORT.search(title) is None


def modal_before(words: str, right: str) -> re.Match[str] | None:
    """The last modal before a number, None if a mark of the done follows it."""
    found = last_modal(words)
    if found is None or DONE.search(words, found.end()):
        return None
    if "的" in words[found.end() :] and ALL_DONE.search(right):
        return None
    asked = words[found.end() :] + right[:6]
    if _ASKED.match(found[0]) and not (COMPARES.search(asked) or _LAYS_DOWN.match(words, found.start())):
        return None
    return found


def is_asked(before: str) -> bool:
    """Whether the clauses before a number's own ask for something and nothing is said as done since."""
    found = max(_ASKS.finditer(before), key=re.Match.end, default=None) if _ASKED.search(before) else None
    return found is not None and not DONE.search(before, found.end())


def opened(before: str) -> str | None:
    """The mood in which the clauses before a number's own open, a plan or an aim, if nothing is said as done since."""
    before = TITLE.sub("", before)
    found = last_modal(before)
    if found is None or DONE.search(before, found.end()):
        return None
    if ends_with_part(found) and ";" in before[found.end() :]:
        return None
    return mood_of(found) if mood_of(found) == PLAN or _STRIVES.match(before, found.start()) else None
