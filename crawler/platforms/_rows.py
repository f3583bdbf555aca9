"""Rows of a listing: the repeating structure of dated links, found in the page's tree.

Every content system draws its rows through templates of its own, so rows are found by what all of them share:
the same kind of element, side by side, each with a link that has a title and mostly with a date. What a
system's addresses look like helps to choose between two such structures, never to drop a row of the chosen one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from crawler.items import ListingRow
from crawler.platforms import _dates, _titles
from crawler.platforms._addresses import absolute, folder
from crawler.platforms._dom import Dom, Link, flatten
from crawler.platforms._scripted import written_rows

MAX_ROWS: Final = 5000
_ROW_TAGS: Final = frozenset({"li", "tr", "dl", "article"})
_NAV: Final = re.compile(
    r"\b(?:nav|navbar|menu|submenu|header|head|footer|foot|crumb|crumbs|breadcrumb|position|path|share|friend|links?|"
    r"pager?|pagination|pagebar|popbox|tabs?|top|site-?map)\b|menu|nav\b|footer|crumb|friendlink",
    re.I,
)
_NAV_TAGS: Final = frozenset({"nav", "header", "footer"})
_MAX_LINKS: Final = 8
_MAX_DATES: Final = 4
_DIGIT: Final = re.compile(r"\d")
_ASIDE: Final = re.compile(r"^[\[【(（].{0,20}[\]】)）]$")
_FILES: Final = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|zip|rar|ofd)$", re.I)


@dataclass(slots=True)
class Box:
    """One possible row: its links, the texts outside them, and where it stands."""

    element: int
    links: list[Link] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    order: int = 0


@dataclass(slots=True)
class Group:
    """Rows of one structure with the number of them that are dated, and the structure's weight."""

    rows: list[tuple[int, ListingRow]] = field(default_factory=list)
    dated: int = 0
    formed: int = 0
    weight: float = 0.0
    navigation: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a page; ``dated`` counts those with a date, ``formed`` those with an address of the system's form."""

    rows: tuple[ListingRow, ...] = ()
    dated: int = 0
    formed: int = 0


def find_rows(dom: Dom, base: str, form: re.Pattern[str] | None = None) -> Found:
    """The rows of the page's main listing. ``form`` matches addresses of the system's documents."""
    groups = _groups(dom, base, form)
    best = max(groups, key=lambda group: group.weight, default=None)
    if best is None or not _credible(best):
        return Found()
    rows = unique(row for _, row in sorted(best.rows, key=lambda item: item[0]))
    return Found(rows, best.dated, best.formed)


def rows_of_fragment(html: str, base: str, form: re.Pattern[str] | None = None) -> Found:
    """The rows of a piece of HTML, such as the answer of a list service."""
    return find_rows(flatten(html), base, form)


def unique(rows: Iterable[ListingRow]) -> tuple[ListingRow, ...]:
    """Rows with each address once, the first one wins."""
    kept: dict[str, ListingRow] = {}
    for row in rows:
        kept.setdefault(row.url, row)
        if len(kept) >= MAX_ROWS:
            break
    return tuple(kept.values())


def _credible(group: Group) -> bool:
    """True for a structure that is a listing rather than a menu: dated rows, the system's addresses, long titles."""
    count = len(group.rows)
    if group.dated * 2 >= count or (group.dated >= 3 and not group.navigation):
        return True
    if group.navigation:
        return False
    if group.formed * 2 >= count:
        return True
    mean = sum(len(row.title) for _, row in group.rows) / count
    return count >= 5 and mean >= 14


def _groups(dom: Dom, base: str, form: re.Pattern[str] | None) -> list[Group]:
    found: dict[tuple[int, str], Group] = defaultdict(Group)
    navigation = _navigation(dom)
    home = folder(base)
    for box in _boxes(dom):
        parent = dom.parents[box.element]
        row = _row(dom, box, base)
        if row is not None:
            key = (dom.signs[parent] if parent >= 0 else 0, dom.tags[box.element])
            _add(found[key], box.order, row, navigation[box.element], home, form)
    for element, order, link, title, day in written_rows(dom):
        url = absolute(base, link)
        if url and title:
            row = ListingRow(url, _titles.tidy(title), day or "")
            holder = _holder(dom, element)
            parent = dom.parents[holder]
            key = (dom.signs[parent] if parent >= 0 else 0, dom.tags[holder])
            if holder == element:
                key = (dom.signs[parent] if parent >= 0 else 0, "li")
            _add(found[key], order, row, navigation[holder], home, form)
    return [group for group in found.values() if group.rows]


def _holder(dom: Dom, script: int) -> int:
    """The row a script stands in, the script itself where it stands beside rows."""
    parent = dom.parents[script]
    return parent if parent >= 0 and dom.tags[parent] in ("li", "tr", "td", "dd", "p") else script


def _add(group: Group, order: int, row: ListingRow, navigation: bool, home: str, form: re.Pattern[str] | None) -> None:
    formed = form is not None and bool(form.search(row.url))
    group.rows.append((order, row))
    group.dated += bool(row.date)
    group.formed += formed
    group.navigation = navigation
    value = min(len(row.title), 40) / 10 * (4 if row.date else 1) * (3 if formed else 1)
    if len(home) > 1 and home in row.url:
        value *= 3
    group.weight += value * (0.1 if navigation else 1)


def _navigation(dom: Dom) -> list[bool]:
    """For each element whether it lies in a menu, header, footer or the like."""
    result: list[bool] = []
    for tag, mark, parent in zip(dom.tags, dom.marks, dom.parents, strict=True):
        own = tag in _NAV_TAGS or (tag not in ("html", "body") and bool(_NAV.search(mark)))
        result.append(own or (parent >= 0 and result[parent]))
    return result


def _boxes(dom: Dom) -> list[Box]:
    """Every element that could be one row, in document order."""
    near = _nearest(dom, _ROW_TAGS)
    boxes: dict[int, Box] = {}
    for link in dom.links:
        if near[link.element] >= 0:
            box = boxes.setdefault(near[link.element], Box(near[link.element], order=link.element))
            box.links.append(link)
    for element, text in dom.texts:
        if near[element] in boxes:
            boxes[near[element]].texts.append(text)
    kept = {at: box for at, box in boxes.items() if _narrow(box)}
    kept = {at: box for at, box in kept.items() if not _inside_dated(dom, at, kept)}
    loose = [link for link in dom.links if near[link.element] not in boxes or near[link.element] not in kept]
    loose = [link for link in loose if not _covered(dom, near[link.element], kept)]
    return [*kept.values(), *_loose_boxes(dom, loose)]


def _nearest(dom: Dom, tags: frozenset[str]) -> list[int]:
    near: list[int] = []
    for index, (tag, parent) in enumerate(zip(dom.tags, dom.parents, strict=True)):
        near.append(index if tag in tags else near[parent] if parent >= 0 else -1)
    return near


def _narrow(box: Box) -> bool:
    """True if so few links and dates stand in the element that it can be one row."""
    if len(box.links) > _MAX_LINKS:
        return False
    return (
        len(box.links) == 1
        or sum(_DIGIT.search(text) is not None and bool(_dates.alone(text)) for text in box.texts) <= _MAX_DATES
    )


def _row_ancestor(dom: Dom, element: int, kept: dict[int, Box]) -> Box | None:
    at = dom.parents[element]
    for _ in range(8):
        if at < 0:
            return None
        if at in kept:
            return kept[at]
        at = dom.parents[at]
    return None


def _inside_dated(dom: Dom, element: int, kept: dict[int, Box]) -> bool:
    """True for a row nested in another that has a link and a date of its own (解读 links in a pop-up box)."""
    outer = _row_ancestor(dom, element, kept)
    return outer is not None and any(_dates.alone(text) for text in outer.texts)


def _covered(dom: Dom, element: int, kept: dict[int, Box]) -> bool:
    return element >= 0 and _row_ancestor(dom, element, kept) is not None


def _loose_boxes(dom: Dom, links: list[Link]) -> list[Box]:
    """Rows that are no list items: the smallest element round a date and its link, or round one link alone."""
    if not links:
        return []
    size = len(dom.tags)
    link_count, date_count = [0] * size, [0] * size
    for link in links:
        link_count[link.element] += 1
    dated_texts = [
        (element, text) for element, text in dom.texts if _DIGIT.search(text) and _dates.alone(text, "/2000/01/01/")
    ]
    for element, _ in dated_texts:
        date_count[element] += 1
    for index in range(size - 1, 0, -1):
        parent = dom.parents[index]
        if parent >= 0:
            link_count[parent] += link_count[index]
            date_count[parent] += date_count[index]
    boxes: dict[int, Box] = {}
    flat: list[tuple[int, str, int]] = []
    for element, text in dated_texts:
        at = element
        for _ in range(6):
            if at < 0 or link_count[at]:
                break
            at = dom.parents[at]
        if at >= 0 and 0 < link_count[at] <= _MAX_LINKS and date_count[at] <= 2 and dom.tags[at] != "body":
            boxes.setdefault(at, Box(at)).texts.append(text)
        elif at >= 0 and link_count[at]:
            flat.append((element, text, at))
    for link in links:
        at = _boxed(dom, link.element, boxes, link_count)
        box = boxes.setdefault(at, Box(at))
        box.links.append(link)
        box.order = box.order or link.element
    _pair_flat(dom, boxes, flat)
    return [box for box in boxes.values() if box.links]


def _boxed(dom: Dom, element: int, boxes: dict[int, Box], link_count: list[int]) -> int:
    """The dated box a link lies in, else the largest element that holds this link alone."""
    at, single = element, element
    for _ in range(8):
        if at < 0:
            break
        if at in boxes:
            return at
        if link_count[at] == 1 and dom.tags[at] not in ("body", "html"):
            single = at
        at = dom.parents[at]
    return single


def _pair_flat(dom: Dom, boxes: dict[int, Box], flat: list[tuple[int, str, int]]) -> None:
    """Give dates that stand in a row of links and dates without any element round each pair to the link before."""
    starts = sorted((box.order, at) for at, box in boxes.items() if box.links)
    place = 0
    last: int | None = None
    for element, text, _ in flat:
        while place < len(starts) and starts[place][0] <= element:
            last = starts[place][1]
            place += 1
        if last is not None and not boxes[last].texts:
            boxes[last].texts.append(text)


def _row(dom: Dom, box: Box, base: str) -> ListingRow | None:
    """The row a box holds, None if no link of it leads anywhere."""
    options = []
    for link in box.links:
        url = absolute(base, link.href)
        title = _titles.of_link(dom, link)
        if url and (title or box.texts):
            options.append((url, title, link))
    if not options:
        return None
    url, title, link = _main(options)
    if not title or _titles.idle(title):
        title = max((_titles.tidy(text) for text in box.texts if not _dates.alone(text)), key=len, default=title)
    if not title or _titles.idle(title) or len(title) < 2:
        return None
    return ListingRow(url, title, _date(box, link, url))


def _main(options: list[tuple[str, str, Link]]) -> tuple[str, str, Link]:
    """The link that names the document: the first with a title, not a category in front or a file behind."""
    for url, title, link in options:
        if len(title) >= 6 and not _ASIDE.match(title) and not url.endswith("/") and not _FILES.search(url):
            return url, title, link
    return max(options, key=lambda option: len(option[1]))


def _date(box: Box, link: Link, url: str) -> str:
    """The date a row shows: a cell of its own, a part of the link, the end of a longer text."""
    texts = [text for text in box.texts if _DIGIT.search(text)]
    inner = [text for _, text in link.pieces if _DIGIT.search(text)] if link.pieces else []
    for text in reversed(texts):
        if day := _dates.alone(text, url):
            return day
    for text in reversed(inner):
        if day := _dates.alone(text, url, room=6):
            return day
    if len(texts) + len(inner) > 1 and (day := _dates.alone(" ".join(text.strip() for text in texts or inner), url)):
        return day
    for text in texts:
        if day := _dates.last(text[-200:]):
            return day
    joined = "".join(text for _, text in link.pieces)
    if (
        joined
        and _titles.without_date(joined) != joined
        and (found := _dates.find(joined[:40]) or _dates.find(joined[-40:]))
    ):
        return found[0]
    return ""
