"""Running heads, feet and page numbers of paged documents, learned by their recurrence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cleaning.attachments.layout.page_text import Line, Sheet
from cleaning.text.normalize import fold

_DEPTH = 3  # lines from the top or bottom of a page that can be running ones
_ZONE = 0.16  # part of the page's height they stand in
_PAGE_NUMBER = re.compile(
    r"第? ?(?:\d{1,4}|[一二三四五六七八九十]{1,4}) ?页"
    r"(?: ?[,/、|]? ?[共总] ?(?:\d{1,4}|[一二三四五六七八九十]{1,4}) ?页)?"
    r"|共 ?\d{1,4} ?页[,/、 ]*第 ?\d{1,4} ?页"
    r"|[-—–―─一~·\.\[|_ ]{1,6}\d{1,4}[-—–―─一~·\.\]|_ ]{1,6}|(?:page )?\d{1,4} ?(?:/|of) ?\d{1,4}|page \d{1,4}",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}|[ivxlc]{1,6}", re.IGNORECASE)
_LEADER = re.compile(r"(?:[.…·•‥⋯]\s?){4,}\s*[-—]?\s*(?:\d{1,4}|[IVXivx]{1,5})\s*[-—]?$")


def is_page_number(text: str) -> bool:
    """第 3 页, 第3页共12页, — 3 —, - 3 -, 3/12. A bare number is one only by its place."""
    return _PAGE_NUMBER.fullmatch(fold(text).strip()) is not None


def is_contents(text: str) -> bool:
    """A line of a table of contents: a heading, dots, a page number."""
    return _LEADER.search(fold(text)) is not None


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", fold(line.text)))


def _edges(sheet: Sheet) -> list[tuple[Line, str]]:
    """The lines near the top and the bottom of a page with the edge they stand at."""
    ordered = sorted(sheet.lines, key=lambda line: line.top)
    top = [(line, "top") for line in ordered[:_DEPTH] if line.bottom < _ZONE * sheet.height]
    bottom = [(line, "bottom") for line in ordered[-_DEPTH:] if line.top > (1 - _ZONE) * sheet.height]
    return top + bottom


def without_running(sheets: Sequence[Sheet]) -> None:
    """Takes running heads, feet and page numbers off the sheets.

    A line is a running one when the same words (numbers aside) stand at the same edge and height of at least half
    of the pages, three at least, or every page but the first or every other page; a page number by its form.
    """
    running, bare = _running(sheets), _bare_numbers(sheets)

    def goes(line: Line, edge: str, number: int) -> bool:
        text = line.text.replace("\t", " ")
        counts = edge == "bottom" and number in bare and _BARE.fullmatch(fold(text)) is not None
        return counts or (_key(line), edge) in running or is_page_number(text)

    for number, sheet in enumerate(sheets):
        gone = {id(line) for line, edge in _edges(sheet) if goes(line, edge, number)}
        sheet.lines = [line for line in sheet.lines if id(line) not in gone and not is_contents(line.text)]


def _running(sheets: Sequence[Sheet]) -> set[tuple[str, str]]:
    """The keys and edges of the lines that stand at one height of many pages."""
    places: dict[tuple[str, str], list[float]] = {}
    for sheet in sheets:
        for key, place in {(_key(line), edge): line.top / sheet.height for line, edge in _edges(sheet)}.items():
            places.setdefault(key, []).append(place)
    enough = max(3, len(sheets) // 3)
    return {key for key, found in places.items() if len(found) >= enough and max(found) - min(found) < 0.03}


def _bare_numbers(sheets: Sequence[Sheet]) -> set[int]:
    """The pages whose last line is a bare number that counts the pages."""
    alone = {number: text for number, sheet in enumerate(sheets) if (text := _bare_foot(sheet))}
    offsets = {number: int(text) - number for number, text in alone.items() if text.isdecimal()}
    if len(sheets) == 1:
        return {number for number in alone if offsets.get(number) == 1}
    common = Counter(offsets.values()).most_common(1)
    return set(alone) if common and common[0][1] > 1 else set()


def _bare_foot(sheet: Sheet) -> str:
    """The bare number at the foot of a page, "" without one."""
    last = max(sheet.lines, key=lambda line: line.top, default=None)
    text = fold(last.text).strip() if last and last.top > (1 - _ZONE) * sheet.height else ""
    return text if _BARE.fullmatch(text) else ""
