"""Which indicator claims a number, judged by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from cleaning.figures.frame_words import Words, needed
from cleaning.figures.indicators.duties import DUTIES
from cleaning.figures.indicators.ecology import ECOLOGY
from cleaning.figures.indicators.enforcement import ENFORCEMENT
from cleaning.figures.indicators.indicator import Compiled, Expression, Indicator, compile_indicator
from cleaning.figures.indicators.inspection import INSPECTION
from cleaning.figures.indicators.review import REVIEW
from cleaning.figures.indicators.teaching import TEACHING

INDICATORS: Final[tuple[Indicator, ...]] = (*REVIEW, *ECOLOGY, *ENFORCEMENT, *INSPECTION, *TEACHING, *DUTIES)
"""Every named indicator; where two frames fit, the earlier one claims the number."""

_DENIES: Final = re.compile(
    r"(?:[未不非拟待]|(?<![相对])应|按[期时]|[逾超到]期|尚需|撤销|终止|中止|取消|解除|阶段性?|部分|[不免][予于])$"
)
"""What stands before a head and makes it another thing: 未办结, 应结案, 按期结案, 阶段性办结, 撤销立案, 解除扣押."""
_MINGLED: Final = re.compile("(?:诉讼|应诉)(?=(?:行政)?复议)|复议(?=(?:行政)?诉讼)")
"""One word for two kinds of proceedings: the number is the sum of both (诉讼复议28件)."""
_ADMINISTRATIVE: Final = re.compile(
    "(?<=.)行政(?=复议|诉讼|处罚|许可|强制|检查)|行政(?=(?:复议|诉讼|处罚|许可|强制|检查).)"
)
"""A word that heads go without as well."""
_TASKS: Final = ("任务", "任务数", "任务量")
_OF_TASKS: Final = frozenset(["个", "项"])
"""What counts tasks themselves; other words count what is to be done (案卷评查任务60卷)."""
LEFT: Final = 44
RIGHT: Final = 90

_CONNECT: Final = re.compile(
    r"(?:连续[0-9两三四五六七八九十]{1,2}年(?:均|都)?|(?:目标|计划)(?:数|量|值)?(?=为|是|$)|(?:任务|要求|规定|指标|标准)(?:数|量)?(?=为|是|不|至少|须|应)|始终|持续|继续|一直|共计|合计|总计|累计|总共|达到|高达|共有|分别|平均|全部|总数|数量|总量|总额|次数|实现|多达|不得少于|不得低于|不得超过|不少于|不?[低高]于|不超过|"
    r"至少|大约|超过|突破|首次|稳定在|保持在?|控制在|维持在|(?<!公)共|(?<![统审会设])计|(?<!传)达|(?<![行认成作])为|是|(?<![持所])有|了|(?<![合节])约|"
    r"(?<=率)(?:两个|双)|力争|争取|确保|预计|应当?(?![诉用])|要(?![求素])|须|(?:(?<=案件|申请|受理|审结|办结)|(?<=案件办理|申请办理)|(?<=案件总|申请总))量|近|只|(?<!商)超|逾|仅|各|均|都|数|等|20[0-9]{2}年度?|人民币|\([^()]{0,28}\)|[:\s“”])+$"
)
_SUBJECTS: Final = {
    "reconsideration": "复议",
    "litigation": "诉讼 应诉 败诉",
    "ogi": "信息公开 依申请公开",
    "eco_damage": "损害赔偿 索赔",
    "complaints": "举报 投诉 信访 热线 工单 来信来访 12345 12315 12369",
    "suggestions": "检察建议 司法建议",
    "proposals": "提案 代表建议 人大建议 主办方 分办件 协办件 会办意见",
    "legal_aid": "法律援助机构 法律援助中心 法律援助工作站 法律援助处",
    "normative": "规范性文件 政策措施",
    "publicity": "六进” 八进” 普法 法治宣传 宣讲 宣传活动 送法 法治讲座 法律宣传",
    "training": "培训 轮训 集训",
}
_WORDS: Final = {word: topic for topic, words in _SUBJECTS.items() for word in words.split()}
_DOCKETS: Final = re.compile("(?:案件)?申请(?:共|共计)?[0-9][^;。立]{0,24},(?:依法|已|其中)*立案[0-9]")
"""Applications are put on the docket: no cases of enforcement (新收复议申请723件,立案614件)."""
_INSPECTS: Final = "[^,]{0,8}督[察查](?:[^,0-9]{0,12}(?:信访|举报|投诉)件)?"
_TOPICS: Final = re.compile(
    "|".join(
        [
            *(f"{word}(?!机[关构](?:作为|为)?共同)" if word == "复议" else word for word in _WORDS),
            f"中央{_INSPECTS}",
            f"省{_INSPECTS}",
            "(?<!赔偿)立案(?!受理|登记|启动)",
            "违法案件",
            "违法行为",
        ]
    ).join(("(?<!超过)(?<!超过行政)(?<![高多少低]于)(?<![高多少低]于行政)(?:", ")(?![^,;。]{0,8}的[0-9.]+倍)"))
)
_LED_BY: Final = {"中": "central", "省": "provincial"}


class Match(NamedTuple):
    """The indicator that claims a number, with how many characters left and right of the number it rests on."""

    indicator: Compiled
    left: int
    right: int


def topics(sentence: str) -> list[tuple[int, str]]:
    """The subjects a sentence names, each with where its name ends."""
    found: list[tuple[int, str]] = []
    for match in _TOPICS.finditer(sentence):
        topic = _WORDS.get(match[0]) or _LED_BY.get(match[0][0], "enforcement")
        if match[0] == "立案" and found and found[-1][1] == "reconsideration":
            topic = "reconsideration" if _DOCKETS.match(sentence, found[-1][0]) else topic
        found.append((match.end(), topic))
    return found


@lru_cache(maxsize=1024)
def strip_connectors(left: str) -> str:
    """The words before a number without the 共, 达, 为, 约 … that join them to it."""
    return _CONNECT.sub("", left)


class _Tables(NamedTuple):
    """Indicators by head, the lengths of the heads by their last two characters, and the frames by unit."""

    heads: dict[str, list[Compiled]]
    lengths: dict[str, tuple[int, ...]]
    frames: dict[str, _Frames]


class _Frames:
    """The frames of one unit in order; one scan for the words they need tells which can fit."""

    def __init__(self, frames: list[tuple[Compiled, Expression, Words]]) -> None:
        self._frames = [(entry, frame) for entry, frame, _ in frames]
        self._always = [at for at, (_, _, words) in enumerate(frames) if not words]
        places: dict[str, list[int]] = {}
        for at, (_, _, words) in enumerate(frames):
            for word in words:
                places.setdefault(word, []).append(at)
        self._places = list(places.values())
        self._find = AhoCorasick(list(places)).find_matches_as_indexes if places else None

    def fitting(self, text: str) -> Iterator[tuple[Compiled, re.Match[str]]]:
        """The frames that are found in a text, in order."""
        at = set(self._always)
        for hit in self._find(text, overlapping=True) if self._find is not None else ():
            at.update(self._places[hit[0]])
        for entry, frame in [self._frames[each] for each in sorted(at)]:
            if found := frame.search(text):
                yield entry, found


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    heads: dict[str, list[Compiled]] = {}
    frames: dict[str, list[tuple[Compiled, Expression, Words]]] = {}
    for compiled in map(compile_indicator, INDICATORS):
        for head in _variants(compiled):
            entries = heads.setdefault(head, [])
            if compiled not in entries:
                entries.append(compiled)
        made = [(compiled, frame, needed(frame.pattern)) for frame in compiled.frames]
        for unit in compiled.units:
            frames.setdefault(unit, []).extend(made)
    endings: dict[str, set[int]] = {}
    for head in heads:
        endings.setdefault(head[-2:], set()).add(len(head))
    return _Tables(
        heads,
        {ending: tuple(sorted(sizes, reverse=True)) for ending, sizes in endings.items()},
        {unit: _Frames(each) for unit, each in frames.items()},
    )


def _variants(compiled: Compiled) -> Iterator[str]:
    for long in compiled.data.heads.split():
        for head in {long: 0, _ADMINISTRATIVE.sub("", long): 0}:
            yield head
            if head.endswith("率"):
                yield from (head[:-1] + word for word in ("比例", "比率", "占比"))
            if "件" in compiled.units and not head.endswith(("案件", "案", "书")):
                yield head + "案件"
                yield head + "案"


def resolve(
    left: str, right: str, unit: str, sentence: str, topic: str, *, whole: str = "", frames: bool = True
) -> Match | None:
    """The indicator that claims a number, or None.

    ``left`` and ``right`` are the rest of the number's clause on both sides, ``unit`` its measure word without
    万 or 亿, ``sentence`` the sentence up to the end of the clause, ``topic`` the subject last named before the number,
    ``whole`` the sentence with what follows the number.
    """
    core = strip_connectors(left[-LEFT:])
    if core.endswith(_TASKS) and unit not in _OF_TASKS:
        core = strip_connectors(core[: core.rindex("任务")])
    place = _Around(left[-LEFT:], core, right[:RIGHT], unit, sentence, topic, whole)
    match, ends = _by_head(place)
    return match if ends or not frames else _by_frame(place)


class _Around(NamedTuple):
    """The words around a number, ``core`` those before it without connectors."""

    left: str
    core: str
    right: str
    unit: str
    sentence: str
    topic: str
    whole: str


def _by_head(place: _Around) -> tuple[Match | None, bool]:
    """The indicator whose head ends before the number, and whether that ends the search."""
    heads, lengths, _ = _tables()
    core = place.core
    for length in lengths.get(core[-2:], ()):
        known = heads.get(core[-length:])
        before = len(core) - length
        if known is None or _denied(core, before):
            continue
        if _mingled(core, before):
            return None, True
        entry = next((each for each in known if place.unit in each.units and _takes(each, place)), None)
        if entry is not None:
            whole = Match(entry, length + len(place.left) - len(core), 0)
            return None if entry.data.blocks else whole, True
    return None, False


def _denied(core: str, before: int) -> bool:
    """Whether the words before a head make it another thing."""
    return before > 0 and _DENIES.search(core, max(0, before - 3), before) is not None


def _mingled(core: str, before: int) -> bool:
    """Whether a head is the second half of a word for two kinds of proceedings."""
    return before > 1 and _MINGLED.match(core, before - 2) is not None


def _takes(entry: Compiled, place: _Around) -> bool:
    """Whether an indicator whose head ends before the number claims it, or keeps it from all others."""
    if entry.data.blocks:
        return True
    return not (entry.yields is not None and entry.yields.search(place.right)) and _allowed(entry, place, "")


def _by_frame(place: _Around) -> Match | None:
    """The first indicator one of whose frames fits."""
    frames = _tables().frames.get(place.unit)
    at, dropped = len(place.core), len(place.left) - len(place.core)
    for entry, found in frames.fitting(f"{place.core}#{place.right}") if frames is not None else ():
        if _allowed(entry, place, found[0].partition("#")[2]):
            return Match(entry, max(0, at - found.start()) + dropped, max(0, found.end() - at - 1))
    return None


def _allowed(entry: Compiled, place: _Around, right: str) -> bool:
    """Whether what an indicator needs stands around the number, and nothing that it refuses."""
    if entry.data.topic and entry.data.topic != place.topic:
        return False
    if entry.refuse is not None and entry.refuse.search(f"{place.left}#{right}"):
        return False
    if entry.shuns is not None and entry.shuns.search(place.whole):
        return False
    if entry.near is not None and not entry.near.search(place.whole):
        return False
    return entry.needs is None or entry.needs.search(place.sentence) is not None
