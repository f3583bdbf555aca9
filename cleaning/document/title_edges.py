"""What stands around a title and is no part of it: tags, badges, file names, notes, the name of the site.

Portals write the newest row's badge into its link (…报告NEW), name rows like files (…报告（20250110）, …报告-副本) and
note in brackets what the reader should know of the copy (…报告（修订）). After the noun a document ends in such a tail
says nothing about its kind, unless it names one (…报告（一图读懂）, …报告（征求意见稿）).
"""

from __future__ import annotations

import re

from cleaning.document.title_patterns import NOTED_KIND, PERIOD_LONG

_CUT = re.compile(r"(?:\.{2,}|…+|。{2,}|·{3,})[)\])】]?$")
_BRACKETED = r"[(\[【〔]([^()\[\]【】〔〕]{1,24})[)\]】〕]"
_NOTE = re.compile(rf"{_BRACKETED}$")
_NOTE_AROUND = re.compile(r"\(([^()]{0,16}〔[^()〔〕]{0,8}〕[^()]{0,8})\)$")
_NOUN = r"(?:(?<=报告|年报|总结|情况)|(?<=[)\]】]))"
_TAIL = re.compile(
    r"(?:[-_|–—]{1,4}[^-_|–—]{0,30}(?:网|网站|门户|平台|政府|政务公开|信息公开|公开目录|局|委|厅|部|办)"
    r"|\.(?:pdf|docx?|wps|ofd|rtf|txt|html?|shtml|zip|rar)"
    r"|(?:20\d\d|19\d\d)(?:年度?)?"
    r"|20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?"
    r"|\d{1,2}:\d\d(?::\d\d)?"
    rf"|(?<!情况){_NOUN}[:—-]{{0,2}}[一-鿿]{{2,20}}(?:局|委员会|办公室|政府|办事处|管委会|厅|镇|街道|乡|中心)"
    rf"|{_NOUN}(?:\d{{0,2}}[-_—–·.]{{1,3}})?(?:副本|复件|拷贝|最终|终版|终稿|定稿|最新|新|已?(?:修[订改正]|更新|更正|盖章|公示))"
    r"[版稿本件]?\d{0,2}"
    rf"|{_NOUN}[-_—–·.]{{0,3}}(?:(?!h5|ppt)[a-z]{{1,6}}|20[0-9]{{6}}|[a-z]?[0-9]{{1,3}}(?:\.[0-9])?)[!·*]{{0,3}}"
    r"|[。.,;:、!*?★☆]"
    r")$"
)
_QUOTED = re.compile(r"([^《》]*)《([^《》]*)》((?:全文|正文|公开|公示|公告|公布|的公示|的公告)?)")
_HEAD = re.compile(
    r"^(?:[\d一二三四五六七八九十]{1,2}[、.](?!\d)|[·•●■◆★☆>*\-]+|\[[^\[\]]{1,12}\](?=.{8})|首页|标题:|名称:"
    r"|(?:new|hot|top|置顶|最新|推荐)[!:·]?(?=.{10}))"
)
_TAG = re.compile(r"【([^【】]{1,30})】|^\[([^\[\]]{1,30})\]")
_ENCLOSED = re.compile("[含附]|另附|内容包括")
"""How a note begins that tells what else the page holds."""
_LAYERS = 8


def is_cut(folded: str) -> bool:
    """Whether a listing cut the title short (it ends in dots)."""
    return _CUT.search(folded) is not None


def uncut(folded: str) -> str:
    """The visible part of a cut title."""
    return _CUT.sub("", folded)


def tags(folded: str) -> list[str]:
    """What a folded title states in tags and in a note at its end: 【图解】…, …报告(一图读懂)."""
    notes = [match[1] for match in [_NOTE.search(core(folded))] if match]
    return [*("".join(each) for each in _TAG.findall(folded)), *notes]


def core(folded: str) -> str:
    """``folded`` without tags, numbering, badges, file names, site names and notes at its edges."""
    text = _TAG.sub("", folded) or folded
    for _ in range(_LAYERS):
        shorter = _HEAD.sub("", _without_tail(text))
        if shorter == text or not shorter:
            break
        text = shorter
    if text.count("《") == 1 and (quoted := _QUOTED.fullmatch(text)):
        text = "".join(quoted.groups(""))
    return text


def _without_tail(text: str) -> str:
    """A title without the last thing that stands behind it."""
    note = _NOTE.search(text) or _NOTE_AROUND.search(text)
    if note is None:
        return _TAIL.sub("", text)
    telling = not _ENCLOSED.match(note[1]) and (NOTED_KIND.search(note[1]) or PERIOD_LONG.search(note[1]))
    return text if telling else text[: note.start()]
