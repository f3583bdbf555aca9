"""What readers wrote below a text: 网友评论（6）, 用户…：…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaning.page.lines import Line, characters_in

_MOST: Final = 120
_SHORT: Final = 24
_ABOVE: Final = 150
"""Characters of a text that can have remarks below it; a letter with its answer has fewer above 网友留言."""
_WHOSE: Final = "网友|用户|读者|公众|全部|所有|最新|最热|热门|精彩|精选|发表|我要|我来说"
_HEADING: Final = re.compile(
    rf"(?:{_WHOSE})(?:评论|跟帖)(?:列表|专?区)?(?:[(]?\d{{1,6}}条?[)]?)?:?"
    rf"|(?:{_WHOSE})?(?:评论|留言|跟帖)(?:列表|专?区)?[(]?\d{{1,6}}条?[)]?:?"
    r"|共?有?\d{1,6}[条个位](?:网友|用户|精彩)?(?:评论|留言|跟帖)"
)
_REMARK: Final = re.compile(
    r"(?:网友|用户|游客|匿名用户|匿名网友)(?!满意|投诉|反映|需求|[^:]{0,6}[数量率])[^:。,;]{0,12}:."
)
_OUTLINE: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|附件?\d?[:：]")
_FEWEST: Final = 2


def cut(lines: Sequence[Line], start: int, end: int) -> int:
    """The end of ``lines[start:end]`` without the remarks of readers below the text."""
    found, first, remarks, unbroken = end, end, 0, True
    for at in range(end - 1, max(start, end - _MOST), -1):
        text = lines[at].text
        if _OUTLINE.match(text):
            break
        if len(text) <= _SHORT and _HEADING.fullmatch(lines[at].folded):
            found = at
        if unbroken and text:
            unbroken = _REMARK.match(lines[at].folded[:60]) is not None
            remarks, first = (remarks + 1, at) if unbroken else (remarks, first)
    found = min(found, first if remarks >= _FEWEST else end)
    return found if found < end and characters_in(lines[start:found]) >= _ABOVE else end
