"""What tells that a clause reports what was done, beside one that says what was aimed at.

A mood binds its clause and goes on over a list; it ends where a clause says when or how far something was done
(计划检查100家,全年检查112家), where one without an object says the result (目标50万元,完成62万元), and at a mark of the
done (已, 实际, 累计).
"""

from __future__ import annotations

import re
from typing import Final

DONE: Final = re.compile(
    r"已(?!知)|累计|实际|完成情况|截[至止]|目前|同比|较[去上]年|比[去上]年|先后|圆满|超额|实现了|了(?<![为除]了)(?![解结])|"
    r"共(?<![公党总]共)(?![同享建治和产青赢商性用识])|来(?<!以来)(?=[,共])"
)
DONE_BY_NOW: Final = re.compile("已|累计|实际|截[至止]")
"""The marks of the done that stand in no plan."""
ALL_DONE: Final = re.compile("[已均]|全部")
"""What follows on things that had to be done (应当公开的信息20条已全部公开)."""
COUNTED: Final = re.compile(
    r"(?<![0-9.])(?:[0-9]{2,}[1-46-9]|[2-9][1-46-9])[余多]?(?:人次|[件次家起份人名条场户宗例项个卷])|[0-9]\.[0-9]+(?:%|[万亿]元)"
)
"""A number nobody plans: neither small nor round."""
ACTUAL: Final = re.compile(
    "[^,;。]{0,6}[,;][^,;。]{0,6}实际|[^,;。]{0,6},(?:为|达到?)[0-9.]+%|的[^,;。]{0,4}(?:任务|目标)[^,;。]{0,4}完成(?:了)?[0-9]"
)
"""What was done, right behind what was aimed at."""
REACHED: Final = re.compile(
    "[,\uff0c]?(?:[我全][省市区县局]|本[市区县局])?(?:[0-9]{4}年|全年)?(?:实际|已)?(?:为|达到?)"
)
"""What stands between a bound and what was reached: 控制在5%以内,为4.3%; 不低于90%,我市为98.6%."""
RETROSPECT: Final = re.compile("年初|原[定计]|目标|任务|指标|下达|计划(?:数|量)?(?:为|[0-9])")
"""What looks back on an aim: what came of it is told next. A modal alone (力争, 拟, 将) goes on."""

_WHO: Final = "(?:我们|[我全本](?!年)[\u4e00-\u9fff]{1,2}?|[省市州区县旗镇乡街道]{1,2})?"
_BY_WHEN: Final = (
    "[0-9]{4}年度?(?!底前)|全年度?|年内|当年|今年|本年度?|年[末底终](?!前)|最终|最后|截[至止][^,;]{0,8}|实际"
)
_OWN: Final = re.compile("而?[我本](?:省|市|州|县|区|旗|镇|乡|街道|局|厅|委|办)")
_REPORTS: Final = re.compile(f"[^0-9,;]{{0,8}}?(?:{_BY_WHEN})")
_NO_OBJECT: Final = re.compile(
    f"[,;、]?{_WHO}(?P<when>(?:{_BY_WHEN}|目前|现|已|共|累计|人均|平均|分别|则|均)*)(?P<verb>[\u4e00-\u9fff]{{2}})?了?"
)
_FULFILS: Final = frozenset(("完成", "达到", "实现", "执行", "落实", "开展", "组织", "举办", "实施", "办理"))


def opens_report(words: str) -> bool:
    """Whether the words of a clause begin with when it was done (全年, 最终, 年末)."""
    return _REPORTS.match(words) is not None


def opens_on_own(words: str) -> bool:
    """Whether the words of a clause begin with one's own place, set against what others ask for (…,我市为98%)."""
    return _OWN.match(words) is not None


def is_result(words: str, aimed: str) -> bool:
    """Whether the words before a number name no object but repeat the verb of what was aimed at, or say it is done."""
    said = _NO_OBJECT.fullmatch(words)
    if said is None:
        return False
    verb = said["verb"]
    return bool(said["when"]) if verb is None else verb in _FULFILS or verb in aimed
