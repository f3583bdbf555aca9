"""Numbers that are no figures, by a rule with a name, and those of things that no indicator may claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaning.figures.context import SUBSET, Claim, Context
from cleaning.figures.numbers import Number
from cleaning.figures.units import LIST_WORDS, TIME_WORDS, WORD_UNITS, base


class Refusal(NamedTuple):
    """A number that is no figure: the rule, its text, the 0-based line and offsets into the joined lines."""

    rule: str
    span: str
    line: int
    start: int
    end: int


RULES: Final = {
    "title": "inside 《》 or the ASCII brackets some portals put in their place",
    "date": "a year, month, day or hour",
    "duration": "a span of time (7个工作日, 连续4年)",
    "ordinal": "第三批, 第24个",
    "document_number": "〔2023〕4号, (2018)12, 令第593号",
    "day_name": "6·5, “12·4”",
    "quoted_name": "inside a short quotation (“1310”, “三项制度”), or a one in any (“开展1次宣讲、组织1次考试”)",
    "enumerator": "1. or (2) in front of a paragraph or clause",
    "list_count": "the number of parts of a list (六方面, 三大)",
    "code": "stands against Latin letters or signs (PM2.5, A4, 7×24, 1+N), or is a telephone or site code",
    "each": "每N, a rule of distribution, not a count (每2名)",
    "no_unit": "a bare number no indicator claims",
}
"""The rules by name, with what each refuses."""

_TITLE: Final = re.compile(r"《[^《》]{0,150}》|<[^<>]{2,150}>")
_QUOTE: Final = re.compile(r"“[^“”。;\uff1b]{1,60}”")
_MISREAD_TITLE: Final = re.compile(r"[(~—–-][0-9]{4}年?》")
_BEFORE_CODE: Final = re.compile(r"[A-Za-z+×xX*/=_@#&\\][ -]?$")
_AFTER_CODE: Final = re.compile(r"[A-Za-z+×*/=_@#&\\:]")
_DOT_DAY: Final = re.compile(r"[·•・‧∙．][0-9]")
_HOTLINE: Final = frozenset(
    {
        110,
        119,
        120,
        122,
        12123,
        12301,
        12305,
        12309,
        12310,
        12315,
        12318,
        12320,
        12328,
        12329,
        12331,
        12333,
        12336,
        12337,
        12338,
        12345,
        12348,
        12350,
        12351,
        12355,
        12358,
        12360,
        12363,
        12365,
        12366,
        12367,
        12369,
        12371,
        12377,
        12378,
        12380,
        12381,
        12385,
        12388,
        12389,
        12393,
        12395,
        12398,
    }
)
_FEAST: Final = re.compile(
    r"[”\"]? ?(?:国家|国际|全国|世界|全民|宪法|环境|禁毒|消费者|宣传|普法|消防|安全|税收|法治|诚信)"
)
_DOTS: Final = "·•・‧∙．"
_CLAUSE: Final = "。!?;；！？:："


class Surroundings:
    """The titles and quotations of one folded line, to ask whether an offset lies inside one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._titles = [match.span() for match in _TITLE.finditer(text)] if "《" in text or "<" in text else []
        self._quotes = [match.span() for match in _QUOTE.finditer(text)] if "“" in text else []

    def in_title(self, offset: int) -> bool:
        return bool(self._titles) and _inside(self._titles, offset)

    def in_quote(self, offset: int, *, longest: int = 16) -> bool:
        """Whether an offset lies inside a quotation of at most so many characters, its marks included."""
        index = bisect_right(self._quotes, (offset, 1 << 60)) - 1 if self._quotes else -1
        if index < 0:
            return False
        start, end = self._quotes[index]
        return offset < end <= start + longest


def refuse(number: Number, around: Surroundings) -> str:
    """The name of the rule (see ``RULES``) by which a number is no figure, or an empty string.

    ``no_unit`` is not decided here: a bare number is a figure when an indicator claims it.
    """
    text, start, end = around.text, number.start, number.end
    unit = base(number.unit) if number.unit else ""
    before = text[max(0, start - 3) : start]
    after = text[end : end + 12]
    if around.in_title(start) or _MISREAD_TITLE.match(text, start - 1):
        return "title"
    if unit in TIME_WORDS:
        return _time(number, unit, before)
    if rule := _numbered(number, before, after, text):
        return rule
    if around.in_quote(start, longest=62 if number.value == 1 else 16) and (unit != "%" or number.words):
        return "quoted_name"
    if unit in LIST_WORDS or (number.words and not _counts(number, unit, before)):
        return "list_count"
    return _bare(number, before, after, text)


def _numbered(number: Number, before: str, after: str, text: str) -> str:
    """The rule by which the signs beside a number make it a name, an ordinal or a document's number."""
    if _DOT_DAY.match(text, number.digits_end) or (before and before[-1] in _DOTS):
        return "day_name"
    if before.rstrip(" ").endswith(("第", "届")):
        return "ordinal"
    if before.endswith("每"):
        return "each"
    return "document_number" if _document(number, before, after) else ""


def _bare(number: Number, before: str, after: str, text: str) -> str:
    if _code(number, before, text):
        return "code"
    if number.unit:
        return ""
    if _feast(number, before, after):
        return "day_name"
    if _date(number, before, after):
        return "date"
    return "enumerator" if _enumerator(number, text) else ""


def _time(number: Number, unit: str, before: str) -> str:
    if unit == "号":
        return "document_number" if number.value > 31 or before[-1:] in "〕])第" else "date"
    if unit in ("年", "年度", "月", "日", "时", "年代", "世纪"):
        return (
            "date" if number.value > 31 or unit in ("月", "日", "年代", "世纪") or before.endswith("年") else "duration"
        )
    return "duration"


def _document(number: Number, before: str, after: str) -> bool:
    if before[-1:] in "〔[(" and 1949 <= number.value <= 2100 and after[:1] in (")", "]", "〕") and not number.unit:
        return True
    return before[-1:] in ("]", "〕") or (after[:1] == "号" and not number.unit)


def _code(number: Number, before: str, text: str) -> bool:
    bare = not number.unit
    if number.value > 1e12:
        return True
    if _BEFORE_CODE.search(before) or (bare and _AFTER_CODE.match(text, number.end)):
        return True
    if not bare:
        return before[-1:] in "-" and before[-2:-1].isdigit()
    if before[-1:] in ".-" and before[-2:-1].isdigit():
        return True
    return number.value in _HOTLINE and text[number.digits_end : number.digits_end + 1] not in ("", ",")


def _feast(number: Number, before: str, after: str) -> bool:
    if number.unit or "." not in number.text:
        return False
    return before[-1:] in '“"' or bool(_FEAST.match(after))


def _date(number: Number, before: str, after: str) -> bool:
    year = 1949 <= number.value <= 2100 and number.value == int(number.value)
    if year and not number.unit and (number.upper is not None or after[:1] in ("-", "/", ".", "—", "~", "")):
        return True
    if year and not number.unit and ("-" in number.text or "~" in number.text):
        return True
    return year and number.unit == "" and before[-1:] in ("-", "—", "–", "~", "～", "至")


def _enumerator(number: Number, text: str) -> bool:
    if number.unit or number.value > 99 or number.words:
        return False
    before = text[max(0, number.start - 4) : number.start].rstrip(" ")[-1:]
    after = text[number.end : number.end + 1]
    if after in (".", "、", ")") or after == "．":
        opened = before in ("", "(") or before in _CLAUSE
        return opened and (after != "." or not text[number.end + 1 : number.end + 2].isdigit())
    return False


def _counts(number: Number, unit: str, before: str) -> bool:
    """Whether a numeral in words counts something: 两名, 十余次, but not 一件 or 这两次."""
    if unit == "%":
        return True
    if number.value < 2 and not number.more:
        return False
    if (
        before[-1:] in ("这", "各", "上", "逐", "同", "头", "近", "首", "前", "数", "统", "唯", "有", "")
        and unit == "次"
    ):
        return before[-1:] not in ("这", "上", "头", "首", "前", "数")
    return before[-1:] not in ("这", "上", "头", "首", "前", "逐", "数") and unit in WORD_UNITS


def _inside(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(spans, (offset, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]


_RECORDS: Final = re.compile(r"录入|归集|上传|推送|公示|抽查|抽取|因[^,]{0,8}信息公开")
_AVERAGE: Final = re.compile(r"(?:[人户案件日月年]均|平均每)[^,、]{0,10}$")
_EACH: Final = re.compile(r"每一?(?:个|名|家|位|支|件|户|类|科室|单位|部门)[^,、]{0,16}$")
_ATTENDS: Final = re.compile(
    r"(?:列席|旁听|观摩|[应受]邀参加)[^,]{0,14}$|(?:参与|代理)(?:各类|办理|处理)*(?:行政)?(?:诉讼|应诉|复议)[^,]{0,6}$"
)
"""Those who attend hold nothing themselves: 列席党组会15次, 参与行政应诉61件."""
_KIND_OF: Final = re.compile(
    r"(?:因|被(?![诉申告复提纠]))(?:(?!被纠错)[^,]){1,16}的(?:行政)?(?:复议|诉讼|应诉)[^,、]{0,4}$"
)
"""A clause that says why or how it ended makes a kind of the cases: 因程序瑕疵被纠错的行政复议案件2件."""
_GUIDES: Final = re.compile(r"(?:指导|督促|监督)(?:各(?!类|项|种|方)|下级|基层|区县|县区|乡镇|镇街|地方)[^,]{0,24}$")
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


def doubtful(context: Context, earlier: list[Claim]) -> bool:
    """Whether a number counts another thing than the words next to it name, so that it stays a candidate.

    ``earlier`` are the claims made in the sentence so far.
    """
    if context.governs and _RECORDS.search(context.governs):
        return True
    if context.unit not in _HOURS and (
        ("均" in context.left and _AVERAGE.search(context.left))
        or ("每" in context.left and _EACH.search(context.left))
    ):
        return True
    if earlier and earlier[-1].end == context.left_at and _THRESHOLD.match(context.left):
        return True
    if (
        _ATTENDS.search(context.left)
        or _KIND_OF.search(context.left)
        or (("导" in context.left or "督" in context.left) and _GUIDES.search(context.left))
    ):
        return True
    return _names_category(context, earlier)


def _names_category(context: Context, earlier: list[Claim]) -> bool:
    """Whether a number counts one kind of what is broken down, as 行政处罚 in 受理复议申请31件,其中行政处罚12件."""
    left = _AMONG.sub("", context.left) if "中" in context.left else context.left
    if _KIND.match(left) and not OWN_VERB.search(left):
        return True
    if not _CATEGORY.match(left):
        return False
    disputes = any(claim.key.startswith(("reconsideration", "litigation")) for claim in earlier)
    return _BREAKDOWN.search(context.before) is not None or (disputes and SUBSET.search(context.before) is not None)
