"""Every element of a page that could be one row of a listing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Final

from cleaning.text import dates
from crawler.platforms.listing.dom import Dom, Link

_ROW_TAGS: Final = frozenset({"li", "tr", "dl", "article"})
_MAX_LINKS: Final = 8
_MAX_DATES: Final = 4
_MAX_CLIMB: Final = 8
_CELL_TAGS: Final = frozenset({"li", "dd", "dt"})
_TODAY: Final = re.compile(r"今天|今日|星期|现在是|当前时间")
_ANY_YEAR: Final = "/2000/01/01/"
_THREE: Final = (
    re.compile(r"\s*((?:19|20)\d{2})\s*年?\s*"),
    re.compile(r"\s*([01]?\d)\s*月?\s*"),
    re.compile(r"\s*([0-3]?\d)\s*日?\s*"),
)
_TITLE: Final = 12  # characters of a link that names a document of its own


@dataclass(slots=True)
class Box:
    """One possible row: its links, the texts outside them, and where it stands in the page.

    ``holders`` are the elements of the texts, ``stamps`` (name, value) of attributes in the row that hold dates.
    """

    element: int
    links: list[Link] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    holders: list[int] = field(default_factory=list)
    stamps: list[tuple[str, str]] = field(default_factory=list)
    order: int = 0

    def add(self, element: int, text: str) -> None:
        """One more text of the row."""
        self.texts.append(text)
        self.holders.append(element)

    @property
    def dated(self) -> bool:
        """True if one of the texts is a date."""
        return any(dates.LIKELY.search(text) and dates.alone(text, _ANY_YEAR) for text in self.texts)


def boxes(dom: Dom) -> list[Box]:
    """List items and table rows with few links; where there are none, the elements round a date and its link."""
    near = dom.owners({index for index, tag in enumerate(dom.tags) if tag in _ROW_TAGS})
    dom = replace(dom, texts=_joined(dom, near))
    narrow = _gathered(dom, near)
    dated = {at for at, box in narrow.items() if box.dated}
    kept = {at: box for at, box in narrow.items() if _above(dom, at, dated) is None}
    loose = [link for link in dom.links if near[link.element] not in narrow]
    rows = [*_of_cells(dom, kept, dated), *_loose(dom, loose, [near[element] in narrow for element, _ in dom.texts])]
    _stamp(dom, rows)
    return [part for row in rows for part in _parted(dom, row)]


def _gathered(dom: Dom, near: list[int]) -> dict[int, Box]:
    """The links and texts of each item and row, by element; those without a link and those too wide are none."""
    found: dict[int, Box] = {}
    for link in dom.links:
        if (at := near[link.element]) >= 0:
            found.setdefault(at, Box(at, order=link.element)).links.append(link)
    for element, text in dom.texts:
        if near[element] in found and not _TODAY.search(text):
            found[near[element]].add(element, text)
    return {at: box for at, box in found.items() if _narrow(dom, box)}


def _parted(dom: Dom, box: Box) -> list[Box]:
    """The rows of a table's line: one, or one for each of its links where every link has a date of its own behind or
    before it, or none has a date and each a title."""
    links = [link for link in box.links if link.url]
    if dom.tags[box.element] != "tr" or len({link.url for link in links}) < 2 or len(links) != len(box.links):
        return [box]
    starts = _starts(box, links)
    if not starts:
        return [box]
    parts = [Box(box.element, [link], stamps=box.stamps, order=link.element) for link in links]
    for at, text in zip(box.holders, box.texts, strict=True):
        parts[max(bisect_right(starts, at) - 1, 0)].add(at, text)
    return parts


def _starts(box: Box, links: list[Link]) -> list[int]:
    """Where each row of a table's line begins, [] where it is one: at the link with its date behind it or with a title
    of its own, or at the date before it."""
    days = [at for at, text in zip(box.holders, box.texts, strict=True) if dates.alone(text, _ANY_YEAR)]
    places = [link.element for link in links]
    kinds = [kind for _, kind in sorted([*((at, 0) for at in places), *((at, 1) for at in days)])]
    if kinds == [0, 1] * len(links) or (not days and min(len(link.text) for link in links) >= _TITLE):
        return places
    return days if kinds == [1, 0] * len(links) else []


def _of_cells(dom: Dom, kept: dict[int, Box], dated: set[int]) -> list[Box]:
    """The rows, those taken whole whose list items are their cells: one item holds the link, another one the date."""
    cells = _only_cells(dom, kept, dated)
    whole = _around_cells(dom, cells, kept) if cells else {}
    return [whole.get(at, box) for at, box in kept.items()]


def _around_cells(dom: Dom, cells: dict[int, int], kept: dict[int, Box]) -> dict[int, Box]:
    """For the items in ``cells`` (row -> item) whose row is dated as a whole the box of that row."""
    owner = dom.owners(cells)
    rows = {row: Box(row, kept[at].links, order=kept[at].order) for row, at in cells.items()}
    for element, text in dom.texts:
        if owner[element] >= 0:
            rows[owner[element]].add(element, text)
    stamped = {owner[element] for element, _, value in dom.stamps if dates.alone(value, room=6)}
    return {cells[row]: box for row, box in rows.items() if box.dated or row in stamped}


def _only_cells(dom: Dom, kept: Collection[int], dated: set[int]) -> dict[int, int]:
    """For each parent with one undated item among ``kept`` that item, which may be one cell of a row; what holds dated
    rows is none itself, but a menu's item that stands above them."""
    count = Counter(dom.parents[at] for at in kept)
    cells = {dom.parents[at]: at for at in kept if at not in dated and count[dom.parents[at]] == 1}
    cells = {row: at for row, at in cells.items() if row >= 0 and dom.tags[at] in _CELL_TAGS}
    holders = {above for at in dated for above in dom.around(dom.parents[at], _MAX_CLIMB)} if cells else set()
    return {row: at for row, at in cells.items() if row not in holders}


def _stamp(dom: Dom, rows: list[Box]) -> None:
    """Give each row the attributes in it that hold dates."""
    if not dom.stamps:
        return
    by_element = {box.element: box for box in rows}
    owner = dom.owners(by_element)
    for element, name, value in dom.stamps:
        if owner[element] >= 0:
            by_element[owner[element]].stamps.append((name, value))


def _joined(dom: Dom, near: list[int]) -> list[tuple[int, str]]:
    """The page's texts, a day set apart from its month within one row joined into the first of the two places."""
    texts = list(dom.texts)
    for at in range(len(texts) - 1):
        if near[texts[at][0]] != near[texts[at + 1][0]]:
            continue
        three = texts[at : at + 3]
        if len({near[element] for element, _ in three}) == 1 and (day := _of_three([text for _, text in three])):
            texts[at : at + 3] = [(element, day if place == 0 else "") for place, (element, _) in enumerate(three)]
            continue
        if day := dates.split_pair(texts[at][1], texts[at + 1][1]):
            texts[at], texts[at + 1] = (texts[at][0], day), (texts[at + 1][0], "")
    return texts


def _of_three(texts: list[str]) -> str:
    """The day that year, month and day make, each in a place of its own; "" for other texts."""
    found = [form.fullmatch(text) for form, text in zip(_THREE, texts, strict=False)]
    return "-".join(each[1] for each in found if each) if len(found) == 3 and all(found) else ""


def _narrow(dom: Dom, box: Box) -> bool:
    """True if the element holds no more links and dates than one row does."""
    if len(box.links) == 1:
        return True
    if len(box.links) > _MAX_LINKS:
        return False
    dated = sum(bool(dates.alone(text, _ANY_YEAR)) for text in box.texts)
    if dom.tags[box.element] == "tr":
        return dated <= _MAX_DATES
    return dated < 2 or dated < len(box.links)


def _above(dom: Dom, element: int, chosen: set[int]) -> int | None:
    """The nearest of ``chosen`` round an element. A row nested in a dated row (解读 in a pop-up) is no row."""
    return next((at for at in dom.around(dom.parents[element], _MAX_CLIMB) if at in chosen), None)


def _loose(dom: Dom, links: list[Link], taken: list[bool]) -> list[Box]:
    """Rows that are no list items: the smallest element round a date and its link, or round one link alone. Texts that
    are ``taken`` stand in list items and are theirs."""
    if not links:
        return []
    link_count = _sums(dom, [link.element for link in links])
    found, flat = _dated(dom, link_count, taken)
    for link in links:
        at = _round(dom, link.element, found, link_count)
        box = found.setdefault(at, Box(at))
        box.links.append(link)
        box.order = box.order or link.element
    filled = {at: box for at, box in found.items() if box.links}
    _pair(dom, filled, flat)
    return list(filled.values())


def _dated(dom: Dom, link_count: list[int], taken: list[bool]) -> tuple[dict[int, Box], list[tuple[int, int, str]]]:
    """The smallest elements that hold a date and few links; and, as (place, element, text), the dates beside which
    there are only elements of more than a row."""
    texts = [
        (element, place, text)
        for (element, text), place, held in zip(dom.texts, dom.places, taken, strict=True)
        if not held and not _TODAY.search(text) and dates.alone(text, _ANY_YEAR)
    ]
    date_count = _sums(dom, [element for element, _, _ in texts])
    found: dict[int, Box] = {}
    flat: list[tuple[int, int, str]] = []
    for element, place, text in texts:
        at = _linked(dom, element, link_count)
        if at < 0:
            continue
        if link_count[at] <= _MAX_LINKS and date_count[at] <= 2 and dom.tags[at] != "body":
            found.setdefault(at, Box(at)).add(element, text)
        else:
            flat.append((place, element, text))
    return found, flat


def _linked(dom: Dom, element: int, link_count: list[int]) -> int:
    """The nearest element round one that holds a link, -1 without one."""
    return next((at for at in dom.around(element, _MAX_CLIMB + 1) if link_count[at]), -1)


def _sums(dom: Dom, elements: list[int]) -> list[int]:
    """How many of ``elements`` each element of the page holds."""
    counts = [0] * len(dom.tags)
    for element in elements:
        counts[element] += 1
    for index in range(len(counts) - 1, 0, -1):
        if dom.parents[index] >= 0:
            counts[dom.parents[index]] += counts[index]
    return counts


def _round(dom: Dom, element: int, found: dict[int, Box], link_count: list[int]) -> int:
    """The dated box a link lies in, else the largest element that holds this link alone."""
    single = element
    for at in dom.around(element, _MAX_CLIMB):
        if at in found:
            return at
        if link_count[at] == 1 and dom.tags[at] not in ("body", "html"):
            single = at
    return single


def _pair(dom: Dom, found: dict[int, Box], flat: list[tuple[int, int, str]]) -> None:
    """Give each date of a run of links and dates without elements round the pairs to the link before it; one that
    heads the pair (``dt``) to the link behind it."""
    starts = sorted((box.order, at) for at, box in found.items())
    places = [place for place, _ in starts]
    for position, element, text in flat:
        heads = "dt" in (dom.tags[element], dom.tags[dom.parents[element]])
        at = bisect_left(places, position) - (not heads)
        if 0 <= at < len(starts) and not found[starts[at][1]].texts:
            found[starts[at][1]].add(element, text)
