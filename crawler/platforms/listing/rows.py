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
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from cleaning.text import dates
from crawler.items import ListingRow
from crawler.platforms.listing import row_titles
from crawler.platforms.listing.addresses import absolute, folder
from crawler.platforms.listing.boxes import Box, boxes
from crawler.platforms.listing.dom import Dom, Link, flatten
from crawler.platforms.listing.scripted import written_rows

MAX_ROWS: Final = 5000
_STATE: Final = re.compile(r".*\d|(?:odd|even|first|last|active|on|cur|current|hover|top|bg|clearfix|fix|cf)$")
_SENTENCE: Final = 40
PROSE: Final = 600
_NAV_WORDS: Final = frozenset(
    {"nav", "header", "head", "footer", "foot", "crumbs", "position", "path", "share", "friend", "links", "link"}
    | {"pager", "pagination", "pages", "popbox", "top", "bottom", "dqwz", "weizhi"}
)
_NAV: Final = re.compile(r"nav(?:bar|igation)?\b|menu|footer|crumb|friend-?link|top-?bar|tool-?bar|site-?map", re.I)
_NAV_TAGS: Final = frozenset({"nav", "header", "footer"})
_ASIDE: Final = re.compile(r"^[\[【(（].{0,20}[\]】)）]$")
_FILES: Final = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|zip|rar|ofd)$", re.I)


@dataclass(slots=True)
class Group:
    """Rows of one structure with the number of them that are dated, and the structure's weight."""

    rows: list[tuple[int, ListingRow]] = field(default_factory=list)
    dated: int = 0
    formed: int = 0
    weight: float = 0.0
    navigation: bool = False
    elements: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a page; ``dated`` counts those with a date, ``formed`` those with an address of the system's form."""

    rows: tuple[ListingRow, ...] = ()
    dated: int = 0
    formed: int = 0


def find_rows(dom: Dom, base: str, form: re.Pattern[str] | None = None) -> Found:
    """The rows of the page's main listing. ``form`` matches addresses of the system's documents.

    Among dated rows an undated link to a folder is a way to another column.
    """
    groups = _groups(dom, base, form)
    best = max(groups, key=lambda group: group.weight, default=None)
    if best is None or not _credible(best) or _is_prose(dom, best):
        return Found()
    ordered = [row for _, row in sorted(best.rows, key=lambda item: item[0])]
    if best.dated * 2 > len(ordered):
        ordered = [row for row in ordered if row.date or not urlsplit(row.url).path.endswith("/")]
    return Found(unique(ordered), best.dated, best.formed)


def rows_of_fragment(html: str, base: str, form: re.Pattern[str] | None = None) -> Found:
    """The rows of a piece of HTML, such as the answer of a list service."""
    return find_rows(flatten(html, base), base, form)


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
    mean = sum(len(row.title) for _, row in group.rows) / count
    if mean < 6 and not group.formed:
        return False
    if group.dated * 2 >= count or (group.dated >= 3 and not group.navigation):
        return True
    if group.navigation:
        return False
    if group.formed * 2 >= count:
        return True
    return count >= 5 and mean >= 14


def prose(dom: Dom, rows: Iterable[int] = ()) -> int:
    """Characters of sentences before and after the elements ``rows``; between them stand summaries of documents."""
    chosen = sorted(rows)
    first, last = (chosen[0], chosen[-1]) if chosen else (len(dom.tags), len(dom.tags))
    end = next((at for at in range(last + 1, len(dom.tags)) if not _below(dom, at, last)), len(dom.tags))
    return sum(
        len(text)
        for at, (_, text) in zip(dom.places, dom.texts, strict=True)
        if len(text) >= _SENTENCE and (at <= first or at > end)
    )


def _below(dom: Dom, element: int, ancestor: int) -> bool:
    """True if ``element``, one of those right after ``ancestor``, lies in it."""
    return dom.parents[element] >= ancestor


def _is_prose(dom: Dom, group: Group) -> bool:
    """True if the page is a text with some links beside it: far more prose outside the rows than titles in them."""
    return prose(dom, group.elements) > max(PROSE, 4 * sum(len(row.title) for _, row in group.rows))


def _groups(dom: Dom, base: str, form: re.Pattern[str] | None) -> list[Group]:
    found: dict[tuple[int, str, bool], Group] = defaultdict(Group)
    navigation = _navigation(dom)
    home = folder(base)
    for box in boxes(dom):
        row = _row(dom, box)
        if row is not None:
            group = found[_key(dom, box.element, navigation)]
            group.elements.add(box.element)
            _add(group, box.order, row, navigation[box.element], home, form)
    for element, order, link, title, day in written_rows(dom):
        url = absolute(base, link)
        if url and title:
            holder = _holder(dom, element)
            row = ListingRow(url, row_titles.tidy(title), day)
            _add(found[_key(dom, holder, navigation)], order, row, navigation[holder], home, form)
    return [group for group in found.values() if group.rows]


def _key(dom: Dom, element: int, navigation: list[bool]) -> tuple[int, str, bool]:
    """What rows of one structure share: the path to their parent, their kind, and whether it is a menu.

    List items and table rows are of one kind; other elements differ by their first class that is no state.
    """
    parent = dom.parents[element]
    tag = dom.tags[element]
    kind = "li" if tag in ("li", "script") else tag
    if kind not in ("li", "tr"):
        words = (word for word in dom.marks[element].lower().split() if not _STATE.match(word))
        kind = f"{tag}.{next(words, '')}"
    return dom.signs[parent] if parent >= 0 else 0, kind, navigation[element]


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
        value *= 10
    group.weight += value * (0.1 if navigation else 1)


def _navigation(dom: Dom) -> list[bool]:
    """For each element whether it lies in a menu, header, footer or the like."""
    result: list[bool] = []
    for tag, mark, parent in zip(dom.tags, dom.marks, dom.parents, strict=True):
        named = bool(mark) and bool(_NAV.search(mark) or _NAV_WORDS.intersection(mark.lower().split()))
        own = tag in _NAV_TAGS or (named and tag not in ("html", "body"))
        result.append(own or (parent >= 0 and result[parent]))
    return result


def _row(dom: Dom, box: Box) -> ListingRow | None:
    """The row a box holds, None if no link of it leads anywhere."""
    options = []
    for link in box.links:
        url = link.url
        title = row_titles.of_link(dom, link)
        if url and (title or box.texts):
            options.append((url, title, link))
    if not options:
        return None
    url, title, link = _main(options)
    if not title or row_titles.idle(title):
        title = max((row_titles.tidy(text) for text in box.texts if not dates.alone(text)), key=len, default=title)
    if not title or row_titles.idle(title) or len(title) < 2:
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
    texts = [text for text in box.texts if dates.LIKELY.search(text) and not dates.DEADLINE.match(text)]
    pieces = [text for _, text in link.pieces if not dates.DEADLINE.match(text)]
    inner = [text for text in pieces if dates.LIKELY.search(text)]
    for text in reversed(texts):
        if day := dates.alone(text, url):
            return day
    for one, other in pairwise(inner):
        if day := dates.split_pair(one, other):
            return day
    for text in reversed(inner):
        if day := dates.alone(text, url, room=6):
            return day
    if len(texts) + len(inner) > 1 and (day := dates.alone(" ".join(text.strip() for text in texts or inner), url)):
        return day
    for text in texts:
        if day := dates.last(text[-200:]):
            return day
    joined = "".join(pieces)
    if (
        joined
        and row_titles.without_date(joined) != joined
        and (found := dates.find(joined[:40]) or dates.find(joined[-40:]))
    ):
        return found[0]
    return ""
