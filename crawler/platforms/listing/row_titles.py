"""Titles of rows: whole, without bullets and dates."""

from __future__ import annotations

import re
from typing import Final

from cleaning.text import dates
from cleaning.text.dates import find
from crawler.platforms.listing.dom import Dom, Link

TITLE_CLASSES: Final = frozenset(
    {"til", "tit", "title", "bt", "biaoti", "name", "list-title", "news-title", "txt-title"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CUT: Final = re.compile(r"(?:\.{2,}|…+|．{2,})$")
_BULLET: Final = re.compile(r"^(?:[\[【](?:置顶|最新|new)[\]】]|[\s·•●▪■◆◇★☆»›>・‧∙])+", re.I)
_MONTH: Final = re.compile(r"^\s*(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?月?\s*$")
_DAY: Final = re.compile(r"^\s*\d{1,2}\s*日?\s*$")
_BADGE: Final = re.compile(r"new|hot|top|最新|置顶|推荐|热点|新|热|荐|顶|图|图解|视频", re.I)
_ORDINAL: Final = re.compile(r"\s*\d{1,3}\s*[.、]?\s*")
_HAN: Final = re.compile(r"\s*(?![年月日号届次条项件个年])[\u4e00-\u9fff]")
_BADGE_TAGS: Final = frozenset({"em", "i", "sup", "sub", "small", "label", "mark"})
_SHORT_MARK: Final = re.compile(r"[A-Za-z]{1,6}|[\u4e00-\u9fff]{1,2}")
_END: Final = re.compile("[报告结年度]$")
_BADGE_BEHIND: Final = re.compile(r"(?<=[\u4e00-\u9fff）》])\s*[\[【(（]?(?:new|hot)!?[\]】)）]?$", re.I)
_NAMED: Final = re.compile(r"(?:文章)?(?:标题|题名|名称|文件名)\s*[:：]\s*(\S.*)")
_STATES: Final = re.compile(r"[^\d:：]{2,8}[:：]")
_IDLE: Final = frozenset({"详情", "查看", "查看详情", "更多", "more", "阅读全文", "点击查看", "详细", "全文"})
_MAX: Final = 1000
LEAST_STATED: Final = 12  # characters of a title that names a document
_YEAR_ALONE: Final = re.compile(r"\W?((?:19|20)\d{2})\s*年?\s*度?\W?")
_FOLDER: Final = re.compile(r"/(?:(?:index|list|default)[\w-]*\.\w+)?(?:[?#].*)?$")
_GOES_ON: Final = re.compile(r"\s*(?:[-—–~～－至到]|以[来后前]|起|前)")
"""What follows a date that belongs to the title: 2024年1月1日至6月30日…, 2025年3月1日起施行的…"""
_LEADS_TO: Final = re.compile(r"(?:截[至止]|[至到自从于在]|[-—–~～－])\s*$")


def tidy(text: str) -> str:
    """One line without a bullet in front."""
    return _BULLET.sub("", " ".join(text[: _MAX * 4].split()))[:_MAX].rstrip()


def without_date(text: str) -> str:
    """The text without a date (and time, and brackets round it) at its very start or end."""
    found = find(text[:40])
    if found and not text[: found[1]].strip("[【(（ ") and not _GOES_ON.match(text, found.end):
        return tidy(re.sub(r"^\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】)）]?\s*", "", text[found[2] :]))
    tail = text[-40:]
    found = find(tail)
    if (
        found
        and re.fullmatch(r"\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】)）]?\s*", tail[found.end :])
        and not _LEADS_TO.search(tail[: found.start])
    ):
        return tidy(
            re.sub(
                r"(?:发布时间|发布日期|时间|日期)?\s*[:：]?\s*[\[【(（]?\s*$",
                "",
                text[: len(text) - len(tail) + found[1]],
            )
        )
    return text


def of_link(dom: Dom, link: Link) -> str:
    """The whole title a link gives: the part marked as title if there is one, ``@title`` where the text is cut."""
    if link.name is None:
        pieces = _without_badges(dom, link)
        shown = tidy("".join(_marked(dom, link, pieces) or _without_dates([text for _, text in pieces])))
        stated = _title_line(link.title)
        link.name = stated if _is_year_of(shown, stated, link.url) else whole(_BADGE_BEHIND.sub("", shown), stated)
    return link.name


def _is_year_of(shown: str, stated: str, url: str) -> bool:
    """Whether a link shows no more than the year of the document that its attribute names; the years of a column lead
    to folders."""
    year = _YEAR_ALONE.fullmatch(shown)
    return year is not None and len(stated) >= LEAST_STATED and year[1] in stated and not _FOLDER.search(url)


def _without_badges(dom: Dom, link: Link) -> list[tuple[int, str]]:
    """The link's texts without a short mark in an element of its own in front or behind: NEW, 新, 置顶."""
    filled = [at for at, (_, text) in enumerate(link.pieces) if not text.isspace()]
    if len(filled) < 2:
        return link.pieces
    marks = {at for at in (filled[0], filled[-1]) if _is_badge(dom, link, *link.pieces[at])}
    first, second = (link.pieces[at] for at in filled[:2])
    if first[0] not in (link.element, second[0]) and _ORDINAL.fullmatch(first[1]) and _HAN.match(second[1]):
        marks.add(filled[0])
    return [piece for at, piece in enumerate(link.pieces) if at not in marks]


def _is_badge(dom: Dom, link: Link, element: int, text: str) -> bool:
    if element == link.element:
        return False
    text = text.strip("[]【】()（）!！· \t\r\n")
    if _BADGE.fullmatch(text):
        return True
    return dom.tags[element] in _BADGE_TAGS and bool(_SHORT_MARK.fullmatch(text)) and not _END.search(text)


def _title_line(attribute: str) -> str:
    """The title in an attribute that may state other things on lines of their own (标题：…, 发布时间：…)."""
    lines = [line.strip() for line in attribute.splitlines() if line.strip()]
    if not lines:
        return ""
    named = next((found[1] for line in lines if (found := _NAMED.match(line))), "")
    return named or (lines[0] if len(lines) > 1 and _STATES.match(lines[1]) else " ".join(lines))


def _without_dates(pieces: list[str]) -> list[str]:
    """The pieces of a link's text without those that are nothing but a date, or its day and month set apart."""
    kept = [text for text in pieces if not dates.alone(text, room=0) and not dates.DEADLINE.match(text)]
    if any(_MONTH.match(text) for text in kept):
        kept = [text for text in kept if not _MONTH.match(text) and not _DAY.match(text)]
    return kept if "".join(kept).strip() else pieces


def whole(shown: str, attribute: str) -> str:
    """The shown text, or the ``title`` attribute where that is the same title uncut."""
    shown, attribute = without_date(shown), tidy(attribute)
    cut = _CUT.search(shown)
    stem = shown[: cut.start()] if cut else shown
    if not attribute or len(attribute) < len(stem):
        return shown
    if not stem or idle(stem) or (cut and _squeeze(attribute).startswith(_squeeze(stem)[:8])):
        return attribute
    return (
        attribute if _squeeze(attribute).startswith(_squeeze(stem)) and "发布" not in attribute[len(stem) :] else shown
    )


def idle(text: str) -> bool:
    """True for link texts that name no document, such as 查看."""
    return text.strip(">» []【】+").lower() in _IDLE


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _marked(dom: Dom, link: Link, pieces: list[tuple[int, str]]) -> list[str]:
    """The pieces under the first element in the link that is marked as the title, [] without one."""
    chosen: list[str] = []
    mark = -1
    for element, text in pieces:
        at = element
        for _ in range(6):
            if at == link.element or at < 0:
                break
            words = dom.marks[at].lower().split()
            if (mark < 0 and (dom.tags[at] in _HEADINGS or TITLE_CLASSES.intersection(words))) or at == mark:
                mark = at
                chosen.append(text)
                break
            at = dom.parents[at]
    return chosen if tidy("".join(chosen)) else []
