"""The row a box holds: its address, its whole title, and the day of publication among the days it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cleaning.text import dates
from crawler.items import ListingRow
from crawler.platforms.listing import row_titles
from crawler.platforms.listing.boxes import Box
from crawler.platforms.listing.dom import Dom, Link

_ASIDE: Final = re.compile(r"^[\[【(（].{0,20}[\]】)）]$")
_FILES: Final = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|zip|rar|ofd)$", re.I)
_PUBLISHED: Final = re.compile(r"发布|公开|公布|上网|上传|信息时间|更新")
_WRITTEN: Final = re.compile(r"成文|印发|签发|制定|生成|形成|实施|施行|生效|失效|废止|截止|截至|有效期")
_LABEL: Final = re.compile(r"[^\d]{2,12}$")
_LABELS: Final = re.compile(r"(?=[\u4e00-\u9fff]{2}(?:日期|时间) ?[:：])")
_HEADER: Final = re.compile(r"\W*(\w{2,4})(?:日期|时间)\W*")
_YEAR_ALONE: Final = re.compile(r"\W*((?:19|20)\d{2})\s*年?(?:\s*[01]?\d\s*月)?\W*")
_CLIMB: Final = 12


class RowReader:
    """Reads the boxes of one page, knowing the heads of its columns and the years that stand above its rows."""

    def __init__(self, dom: Dom, rows: Sequence[Box]) -> None:
        self.dom = dom
        held = {element for box in rows for element in box.holders}
        self.columns = _columns(dom, held)
        self.years = [
            (place, found[1])
            for (element, text), place in zip(dom.texts, dom.places, strict=True)
            if element not in held and len(text) < 20 and (found := _YEAR_ALONE.fullmatch(text))
        ]

    def row(self, box: Box) -> ListingRow | None:
        """The row of a box, its address "" where only a script knows it; None for what is no row."""
        options = self._options(box)
        if not options:
            return None
        url, title, link = _main([option for option in options if option[0]] or options)
        if _says_nothing(title):
            title = _longest(box.texts, title)
        if _says_nothing(title) or len(title) < 2:
            return None
        row = ListingRow(url, title, self.date(box, link, url))
        return row if url or row.date else None

    def _options(self, box: Box) -> list[tuple[str, str, Link]]:
        """The links of a box that lead somewhere: address, title, link."""
        titled = [(link.url, row_titles.of_link(self.dom, link), link) for link in box.links if link.url or link.code]
        return [option for option in titled if option[1] or box.texts]

    def date(self, box: Box, link: Link, url: str) -> str:
        """The day of publication a row shows: a day labelled so, else any day that is not one of writing."""
        published, unsaid, written = self._days(box)
        pieces = [text for _, text in link.pieces if not dates.DEADLINE.match(text)]
        return (
            (_shown(published, url) or _shown(unsaid, url))
            or (_in_link(pieces, url) or _together(unsaid, pieces, url) or _ending(unsaid, pieces))
            or (_stamped(box.stamps, url) or self._of_year(box, pieces) or _shown(written, url))
        )

    def _days(self, box: Box) -> tuple[list[str], list[str], list[str]]:
        """The texts of a row that may be days: of publication, unsaid of what, of something else."""
        roles: dict[bool | None, list[str]] = {True: [], None: [], False: []}
        for text, role in self._roles(box):
            if dates.LIKELY.search(text) and not dates.DEADLINE.match(text):
                roles[role].append(text)
        return roles[True], roles[None], roles[False]

    def _roles(self, box: Box) -> Iterator[tuple[str, bool | None]]:
        """Each text of a row with what it states: True the day of publication, False another day, None unsaid."""
        before = ""
        said = [(part, holder) for text, holder in zip(box.texts, box.holders, strict=True) for part in _labelled(text)]
        for text, holder in said:
            role = self.columns.get(self._cell(holder, box.element)) if self.columns else None
            yield text, _role(before + text) if role is None else role
            before = text if _LABEL.fullmatch(text.strip()) and text.rstrip().endswith((":", "：", "期", "间")) else ""

    def _cell(self, element: int, row: int) -> int:
        """Which cell of a row an element lies in, -1 for what lies elsewhere."""
        cells = (at for at in self.dom.around(element, _CLIMB) if self.dom.parents[at] == row)
        return next((self.dom.nth[at] for at in cells), -1)

    def _of_year(self, box: Box, pieces: list[str]) -> str:
        """A month and day with the year that heads this part of the list."""
        year = next((year for place, year in reversed(self.years) if place <= box.order), "")
        if not year:
            return ""
        for text in [*reversed(box.texts), *reversed(pieces)]:
            if day := dates.alone(text, f"/{year}/07/01/"):
                return day if day.startswith(year) else f"{year}{day[4:]}"
        return ""


def _labelled(text: str) -> list[str]:
    """A text in parts that begin with a label each, as 成文日期：… 发布日期：… states two days."""
    return [part for part in _LABELS.split(text) if part] if ":" in text or "：" in text else [text]


def _role(label: str) -> bool | None:
    """What the day under a label is: True that of publication, False another one, None unsaid."""
    if _PUBLISHED.search(label):
        return True
    return False if _WRITTEN.search(label) else None


def _columns(dom: Dom, held: set[int]) -> dict[int, bool]:
    """Of a table's heads the cells that state the day of publication (True) and those that state another (False)."""
    heads: list[tuple[int, bool]] = []
    for element, text in dom.texts:
        found = _HEADER.fullmatch(text) if len(text) < 20 else None
        if found and (role := _role(found[1])) is not None:
            heads.append((element, role))
    for (one, published), (other, also) in pairwise(heads[:20]):
        if published != also and not {one, other} & held and (cells := _siblings(dom, one, other)):
            return {cells[0]: published, cells[1]: also}
    return {}


def _siblings(dom: Dom, one: int, other: int) -> tuple[int, int] | None:
    """The places of two elements among the children of what holds both, None if one holds the other."""
    chain = [one]
    while dom.parents[chain[-1]] >= 0 and len(chain) < _CLIMB:
        chain.append(dom.parents[chain[-1]])
    for _ in range(_CLIMB):
        parent = dom.parents[other]
        if parent < 0:
            return None
        if parent in chain[1:]:
            child = chain[chain.index(parent) - 1]
            return (dom.nth[child], dom.nth[other]) if child != other else None
        other = parent
    return None


def _says_nothing(title: str) -> bool:
    return not title or row_titles.idle(title)


def _longest(texts: list[str], otherwise: str) -> str:
    """The longest text of a row, without the date beside it, for a link that does not name its document (查看)."""
    told = (row_titles.without_date(row_titles.tidy(text)) for text in texts)
    return max((text for text in told if text and not dates.alone(text, room=0)), key=len, default=otherwise)


def _main(options: list[tuple[str, str, Link]]) -> tuple[str, str, Link]:
    """The link that names the document: the first with a title, not a category in front or a file behind."""
    for url, title, link in options:
        if len(title) >= 6 and not _ASIDE.match(title) and not url.endswith("/") and not _FILES.search(url):
            return url, title, link
    return max(options, key=lambda option: len(option[1]))


def _shown(texts: list[str], url: str) -> str:
    """A date in a cell of its own, the last one first."""
    return next((day for text in reversed(texts) if (day := dates.alone(text, url))), "")


def _in_link(pieces: list[str], url: str) -> str:
    """A date that is a part of the link, its day perhaps set apart."""
    inner = [text for text in pieces if dates.LIKELY.search(text)]
    for one, other in pairwise(inner):
        if day := dates.split_pair(one, other):
            return day
    return next((day for text in reversed(inner) if (day := dates.alone(text, url, room=6))), "")


def _together(texts: list[str], pieces: list[str], url: str) -> str:
    """The date all parts of a row make together."""
    inner = [text for text in pieces if dates.LIKELY.search(text)]
    if len(texts) + len(inner) < 2:
        return ""
    return dates.alone(" ".join(text.strip() for text in texts or inner), url)


def _ending(texts: list[str], pieces: list[str]) -> str:
    """The date at the end of a longer text, or at either end of the link's."""
    for text in texts:
        if day := dates.last(text[-200:]):
            return day
    joined = "".join(pieces)
    if joined and row_titles.without_date(joined) != joined:
        found = dates.find(joined[:40]) or dates.find(joined[-40:])
        return found.day if found else ""
    return ""


def _stamped(stamps: list[tuple[str, str]], url: str) -> str:
    """A date in an attribute: one line of it that holds little else, those that say publication first."""
    lines = [line for _, value in stamps for line in value.splitlines()]
    lines = [line for line in lines if not _WRITTEN.search(line)]
    for line in sorted(lines, key=lambda line: not _PUBLISHED.search(line)):
        if day := dates.alone(line, url, room=6):
            return day
    return ""
