"""Pagers: the lines of numbers and steps (1 2 3 下一页) that lead from one page of an article to the others."""

from __future__ import annotations

import re

from cleaning.page.lines import Line
from cleaning.text.words import any_of

_ON = any_of("下一页 下页 后一页 后页 下一頁 nextpage next")
_STEP = (
    f"(?:{_ON}|"
    + any_of(
        "首页 第一页 上一页 上页 前一页 前页 末页 尾页 最后一页 上一頁 prevpage previous prev first last pages page"
    )
    + ")"
)
_SIGN = r"[\d第共总页转到跳|/\\<>\[\]【】〈〉«»‹›(){}·•….,:_-]"
FORMS = (
    rf"{_SIGN}{{0,200}}?{_STEP}(?:{_STEP}|{_SIGN})*+",
    r"(?:[\[【〈<(]\d{1,3}[\]】〉>)]){2,}",
    r"(?:第\d{1,3}页[|/·]?){2,}",
    r"共\d+页.{0,40}",
)
"""How such a line reads, folded, whatever is a link in it."""
_ONLY_SIGNS = re.compile(rf"{_SIGN}*+\Z")
_PLACE = re.compile(r"(?<!\d)(\d{1,3})/(?:共)?(\d{1,3})(?!\d)")
_TOTAL = re.compile(r"共(\d{1,3})页")
_LONGEST = 120
_NUMBER = re.compile(r"[\s\[【〈<(（第]*(\d{1,3})[\s\]】〉>)）页]*\Z")
_NAME = re.compile(rf"[\s>»\[\]【】〉›→]*{_ON}[\s>»\[\]【】〉›→]*\Z", re.IGNORECASE)
_MAY_NUMBER = re.compile(r">[\s\[【〈(（第]*+2[\s\]】〉)）页]*+</(?i:a|b|i|em|li|font|span|option|strong)>")


def may_number(markup: str) -> bool:
    """Whether a page may hold the number of a second page at all."""
    return _MAY_NUMBER.search(markup) is not None


def number(text: str) -> int:
    """The page that a link of this text leads to: [2], 第2页; 0 if it names none."""
    found = _NUMBER.match(text)
    return int(found[1]) if found else 0


def steps_on(text: str) -> bool:
    """Whether a link of this text leads to the page after this one."""
    return _NAME.match(text) is not None


def is_numbers(line: Line) -> bool:
    """True for a line of nothing but the numbers of pages, one of them at least a link."""
    anchors = line.anchors
    if not anchors or len(line.text) > _LONGEST or "\t" in line.text:
        return False
    return any(map(number, anchors)) and _ONLY_SIGNS.match(line.folded) is not None


def leaves_more(line: Line) -> bool:
    """Whether a line says that further pages follow: 1/3 or 共3页 beside a link to the next one."""
    if not line.link or len(line.text) > _LONGEST or not any(map(steps_on, line.anchors)):
        return False
    place, total = _PLACE.search(line.folded), _TOTAL.search(line.folded)
    return (place is not None and int(place[1]) < int(place[2])) or (total is not None and int(total[1]) > 1)
