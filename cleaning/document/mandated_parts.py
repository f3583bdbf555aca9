"""Which of the mandated parts a heading or a paragraph answers.

The parts are those of 《法治政府建设与责任落实督察工作规定》 art. 24-25: what was done
(measures), what is lacking and why (problems), how the leaders did their duty as
第一责任人 (leader_duty), what comes next (next_year), other matters (other).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaning.report import Section
from cleaning.text.normalize import fold

_LACK = "(?:问题|不足|短板|差距|薄弱|困难|弱项|欠缺|缺点)"
_LEADER = re.compile(
    r"第一责任人|(?:主要负责人|主要负责同志|主要领导|一把手|领导班子).{0,8}(?:履行|履职|落实).{0,20}(?:职责|责任|情况)|主要负责人履职"
    r"|(?:主要负责人|主要负责同志|主要领导|一把手).{0,12}(?:职责|责任)"
)
_PROBLEM = re.compile(
    rf"存在.{{0,10}}{_LACK}|(?:主要|突出){_LACK}|{_LACK}(?:环节)?(?:和|及(?!时)|以及|与|、|$|之处|情况$|方面$|分析|的?原因)"
    rf"|^(?:工作|目前|当前).{{0,6}}{_LACK}|有待.{{0,6}}(?:改进|加强).{{0,4}}方面"
)
_NAMES_LACK = re.compile(_LACK)
_LACKS = re.compile(
    r"不(?:高|够|足|强|多|广|深|大|严|全|平衡|到位|完善|健全)|薄弱|有待|尚未|滞后|缺乏|欠缺|偏[少低弱]|有差距"
)
_DID = re.compile(r"\d[\d.,]*万?亿?余?多?[\u4e00-\u9fff]|100%")
_PLAIN_PROBLEM = re.compile(rf"(?<!不)存在的?(?:主要|突出)?{_LACK}")
_NOT_PROBLEM = re.compile(
    r"问题导向|问题整改|(?:解决|化解|破解|查摆|纠治|整治|聚焦|针对|紧盯|补齐|补足|补强|克服|攻克).{0,16}"
    r"(?:问题|不足|短板|弱项|困难|差距)"
)
_NEXT = re.compile(
    r"下一步|下步|下阶段|下一阶段|今后|明年|来年|下年度?|下一年|未来|努力方向|整改(?:措施|方向|打算)|改进(?:措施|方向|打算)"
    r"|工作(?:打算|思路|展望|计划|安排|设想|谋划|规划)$|^(?:打算|展望|思路|计划)|(?:打算|展望|思路)$"
)
_YEAR_PLAN = re.compile(r"(20\d\d) ?年?度?.*(?:安排|计划|打算|思路|展望|重点|任务|谋划|目标|要点|方向|举措)")
_AHEAD = re.compile(r"(?<![-—~至到\d])(20\d\d) ?年")
_DONE = re.compile(r"情况|成效|成绩|进展|完成|回顾|总结|主要做法|亮点")
_OTHER = re.compile(r"其[他它].{0,8}(?:报告|说明|事项|情况)|需要(?:报告|说明)的(?:其[他它])?(?:事项|情况)")

NAMED_PART = re.compile(
    rf"(?:上一?年度|本年度|20\d\d年度?)?(?:推进|开展)?(?:法治政府建设)?的?(?:主要)?(?:工作)?(?:举措|做法|工作)(?:和|及|与)(?:主要)?成效"
    rf"|(?:法治政府建设)?(?:工作)?(?:中)?存在的(?:主要|突出)?{_LACK}(?:(?:和|及|与|、)(?:{_LACK}|原因)){{0,2}}"
    r"|(?:党政)?主要负责人履行.{0,24}(?:职责|情况)"
    r"|(?:下一?步|下一?年度?|20\d\d年度?)(?:法治政府建设)?(?:主要|重点)?(?:工作)?(?:的?(?:安排|打算|计划|思路)|(?:主要安排))"
)
"""A line that is nothing but the name of a mandated part, for reports that do not number their headings."""

_REPORTED = re.compile(r"现[将就].{0,30}?(20\d\d) ?年")
_YEAR = re.compile(r"(?<!\d)(20\d\d) ?年(?!.{0,3}月)")
_NEXT_LINE = re.compile(
    r"(?:\(?[一二三四五六七八九十]{1,2}\)?[、.]?|\d{1,2}[.、])? ?"
    r"(?:20\d\d年,?)?(?:下一?步|下阶段|今后|下一?年度?|明年)"
)
_NEXT_SENTENCE = re.compile(r"[。;](?=下一?步|今后,|下阶段)")
_DEEPER_PLAN = re.compile(
    r"(?:下一?步|下阶段|下一阶段|下一?年度?|今后|明年|来年)"
    r"|20\d\d ?年度?.{0,12}(?:安排|打算|计划|思路|展望|重点|谋划|要点)|(?:整改|改进)(?:措施|举措|方向|打算)"
)
_CITED = re.compile(r"《[^《》]{0,120}》")


def report_year_of(preamble: list[str]) -> int | None:
    """The year an opening names (现将2023年…报告如下, else the first year named), None when it names none."""
    text = _CITED.sub("", fold(" ".join(line[:2000] for line in preamble[-5:]))[:6000])
    match = _REPORTED.search(text) or _YEAR.search(text)
    return int(match[1]) if match else None


def _is_plan(text: str, year: int | None) -> bool:
    """Whether a heading names what comes after the report year."""
    if year is not None and any(int(named[1]) > year and not _DONE.search(text) for named in _AHEAD.finditer(text)):
        return True
    planned = _YEAR_PLAN.search(text)
    if planned and year is not None and int(planned[1]) <= year:
        return False
    if planned and not _DONE.search(text[planned.start() :]):
        return True
    return _NEXT.search(text) is not None


def heading_parts(heading: str, year: int | None = None) -> list[str]:
    """The mandated parts a top heading names, in the order of the law, ``["measures"]`` where it names none.

    ``year`` is the report year: with it 2024年重点工作 is no plan for 2024.
    """
    return list(_named_parts(heading, year))


# The headings of reports are much the same from year to year and from agency to agency.
@lru_cache(maxsize=4096)
def _named_parts(heading: str, year: int | None) -> tuple[str, ...]:
    text = fold(heading)
    named = {
        "problems": _PROBLEM.search(_NOT_PROBLEM.sub("", text)) is not None,
        "leader_duty": _LEADER.search(text) is not None,
        "next_year": _is_plan(text, year),
    }
    if not any(named.values()):
        return ("other",) if _OTHER.search(text) else ("measures",)
    found = tuple(part for part, there in named.items() if there)
    return (*found, "next_year") if found == ("problems",) and "整改" in text and "措施" in text else found


@lru_cache(maxsize=4096)
def _own_part(heading: str, inherited: str | None, year: int | None) -> str | None:
    """The part a deeper heading names itself; None where it only continues ``inherited``.

    A plan names shortcomings and a plan or a problem of the leaders' duty without
    being that part, so only plain names count below a section of another part.
    """
    text = fold(heading)
    if inherited in ("measures", "other", None) and _LEADER.search(text):
        return "leader_duty"
    if inherited != "problems" and _PLAIN_PROBLEM.search(text) and not _NOT_PROBLEM.search(text):
        return "problems"
    if inherited != "next_year" and _DEEPER_PLAN.match(text) and _is_plan(text, year) and not _DONE.search(text):
        return "next_year"
    return None


def assign_parts(sections: list[Section], text: str, year: int | None) -> None:
    """Set ``part`` of every section of the body ``text`` of a report on ``year``; one that is known stays."""
    above: list[Section] = []
    for section in sections:
        while above and above[-1].level >= section.level:
            above.pop()
        inherited = above[-1].part if above else None
        own = _own_part(section.heading, inherited, year) if above else _top_part(section.heading, year)
        if not above and own == "measures" and _tells_lack(section, text):
            own = "problems"
        section.part = section.part or own or inherited
        above.append(section)
    tops = [sections[begin:stop] for begin, stop in _tops(sections)]
    for group in tops:
        _split_plan(group, text, year)
    if year is not None and len(tops) > 1 and not any(each.part == "next_year" for each in sections):
        _close_with_plan(tops[-2][0], tops[-1], text, year)


def _tells_lack(section: Section, text: str) -> bool:
    """Whether a heading names shortcomings, though as something tackled, above a text of shortcomings without a count
    of what was done (聚焦问题短板)."""
    if not _NAMES_LACK.search(fold(section.heading)):
        return False
    below = fold(text[section.start : section.end].partition("\n")[2])
    return _LACKS.search(below) is not None and not _DID.search(below)


def _top_part(heading: str, year: int | None) -> str:
    """The part of a top heading: the first it names, problems before all but the leaders' duty."""
    named = heading_parts(heading, year)
    return "problems" if "problems" in named and "leader_duty" not in named else named[0]


def _close_with_plan(above: Section, last: list[Section], text: str, year: int) -> None:
    """Take the last part below that of the problems for the plan, if no other is one and it names a year to come."""
    words = fold(text[last[0].start : last[-1].end])
    ahead = any(int(named[1]) > year for named in _AHEAD.finditer(words))
    if above.part == "problems" and last[0].part == "measures" and ahead:
        for section in last:
            section.part = "next_year" if section.part == "measures" else section.part


def _split_plan(group: list[Section], text: str, year: int | None) -> None:
    """Give the headings below a combined one from the plan on the part that comes next."""
    start = _plan_start(group, text, year)
    for section in group[1:] if start is not None else ():
        if section.start >= (start or 0) and section.part == "problems":
            section.part = "next_year"


def _tops(sections: list[Section]) -> Iterator[tuple[int, int]]:
    """Index ranges of the top sections with everything below each."""
    begin = 0
    level = 0
    for index, section in enumerate(sections):
        if index == 0 or section.level <= level:
            if index:
                yield begin, index
            begin, level = index, section.level
    if sections:
        yield begin, len(sections)


def _next_start(text: str, start: int, end: int) -> int | None:
    """Where the plan begins in the text of a combined section, as an offset; None where nothing says so."""
    position = text.find("\n", start, end) + 1
    while 0 < position < end:
        stop = text.find("\n", position, end)
        stop = end if stop == -1 else stop
        if _NEXT_LINE.match(fold(text[position : min(stop, position + 60)])):
            return position
        position = stop + 1
    folded = fold(text[start:end])
    match = _NEXT_SENTENCE.search(folded)
    return start + match.end() if match else None


def _plan_start(group: list[Section], text: str, year: int | None) -> int | None:
    """Where the plan begins below a combined heading, None below others and where a deeper heading names it."""
    if not set(heading_parts(group[0].heading, year)) >= {"problems", "next_year"}:
        return None
    if any(_own_part(section.heading, "problems", year) == "next_year" for section in group[1:]):
        return None
    return _next_start(text, group[0].start, group[-1].end)
