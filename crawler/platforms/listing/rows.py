"""Rows of a listing: the repeating structure of dated links, found in the page's tree.

Every content system draws its rows through templates of its own, so rows are found by what all of them share:
the same kind of element, side by side, each with a link that has a title and mostly with a date. What a
system's addresses look like helps to choose between two such structures, never to drop a row of the chosen one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from cleaning.text.dates import years_in_digits
from cleaning.text.normalize import fold
from crawler.items import ListingRow
from crawler.platforms.listing import row_titles
from crawler.platforms.listing.addresses import absolute, folder
from crawler.platforms.listing.boxes import boxes
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.row_reader import RowReader
from crawler.platforms.listing.scripted import written_rows

MAX_ROWS: Final = 5000
MOST_UNREAD: Final = 100
_STATE: Final = re.compile(r".*\d|(?:odd|even|first|last|active|on|cur|current|hover|top|bg|clearfix|fix|cf)$")
_SENTENCE: Final = 40
PROSE: Final = 600
_NAV_WORDS: Final = frozenset(
    {"nav", "header", "head", "footer", "foot", "crumbs", "position", "path", "share", "friend", "links", "link"}
    | {"pager", "pagination", "pages", "popbox", "top", "bottom", "dqwz", "weizhi"}
)
_NAV: Final = re.compile(r"nav(?:bar|igation)?\b|menu|footer|crumb|friend-?link|top-?bar|tool-?bar|site-?map", re.I)
_NAV_TAGS: Final = frozenset({"nav", "header", "footer"})
_REPORT: Final = re.compile("法治政府|依法行政|法治建设")
_YEAR: Final = re.compile(r"[12]\d{3} ?年")


@dataclass(slots=True)
class Group:
    """Rows of one structure with the number of them that are dated, and the structure's weight."""

    rows: list[tuple[int, ListingRow]] = field(default_factory=list)
    dated: int = 0
    formed: int = 0
    weight: float = 0.0
    navigation: bool = False
    elements: set[int] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    @property
    def title_length(self) -> float:
        """The mean number of characters of its titles."""
        return sum(len(row.title) for _, row in self.rows) / max(len(self.rows), 1)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a page; ``dated`` counts those beside a day, ``formed`` those whose address has the system's form."""

    rows: tuple[ListingRow, ...] = ()
    dated: int = 0
    formed: int = 0
    unread: tuple[str, ...] = ()
    elements: frozenset[int] = frozenset()


def find_rows(dom: Dom, base: str, form: re.Pattern[str] | None = None) -> Found:
    """The rows of the page's main listing. ``form`` matches addresses of the system's documents.

    Among dated rows an undated link to a folder is a way to another column.
    """
    groups = _groups(dom, base, form)
    best = max(groups, key=lambda group: group.weight, default=None)
    if best is None or not _credible(best) or _is_prose(dom, best):
        hidden = max((group.unread for group in groups), key=len, default=[])
        return Found(unread=tuple(hidden[:MOST_UNREAD]))
    ordered = [row for _, row in sorted(best.rows, key=lambda item: item[0])]
    if sum(bool(row.date) for row in ordered) * 2 > len(ordered):
        ordered = [row for row in ordered if row.date or not urlsplit(row.url).path.endswith("/")]
    unread = dict.fromkeys([*best.unread, *_beside(dom, best.elements)])
    return Found(unique(ordered), best.dated, best.formed, tuple(unread)[:MOST_UNREAD], frozenset(best.elements))


def _beside(dom: Dom, rows: set[int]) -> Iterator[str]:
    """The titles of reports that stand among the rows in elements like theirs, without a link that can be read."""
    kinds = {(dom.parents[row], dom.tags[row]) for row in rows}
    texts: list[tuple[int, str]] = [*dom.texts, *((link.element, link.text) for link in dom.links if not link.url)]
    for element, text in texts:
        if _names_dated_report(text):
            around = dom.around(element, len(dom.tags))
            like = next((at for at in around if (dom.parents[at], dom.tags[at]) in kinds), -1)
            if like >= 0 and like not in rows:
                yield row_titles.tidy(text)


def _names_dated_report(text: str) -> bool:
    return bool(_REPORT.search(text) and _YEAR.search(years_in_digits(fold(text))))


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
    """True for a structure that is a listing rather than a menu: dated rows, the system's addresses, long titles, or
    titles that name reports of a year."""
    count, letters = len(group.rows), group.title_length
    if not count or (letters < 6 and not group.formed):
        return False
    if group.navigation or group.dated * 2 >= count:
        return group.dated * 2 >= count
    return group.dated >= 3 or group.formed * 2 >= count or (letters >= 14 and _enough(group))


def _enough(group: Group) -> bool:
    """Whether undated rows are a listing by their number: five, or two that name reports."""
    rows = [row for _, row in group.rows]
    return len(rows) >= 5 or (len(rows) >= 2 and name_reports(rows))


def name_reports(rows: Sequence[ListingRow]) -> bool:
    """True if most titles could be reports': they say what these reports are about, and of which year."""
    return 2 * sum(_names_report(row) for row in rows) > len(rows)


def _names_report(row: ListingRow) -> bool:
    return bool(_REPORT.search(row.title)) and "年" in row.title


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
    rows = boxes(dom)
    reader = RowReader(dom, rows)
    for box in rows:
        row = reader.row(box)
        if row is None:
            continue
        group = found[_key(dom, box.element, navigation)]
        group.elements.add(box.element)
        if row.url:
            _add(group, box.order, row, navigation[box.element], home, form, day=bool(row.date) or box.dated)
        else:
            group.unread.append(row.title)
    for element, order, link, title, day in written_rows(dom):
        url = absolute(base, link)
        if url and title:
            holder = _holder(dom, element)
            row = ListingRow(url, row_titles.tidy(title), day)
            group = found[_key(dom, holder, navigation)]
            _add(group, order, row, navigation[holder], home, form, day=bool(day))
    return [group for group in found.values() if group.rows or group.unread]


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


def _add(
    group: Group, order: int, row: ListingRow, navigation: bool, home: str, form: re.Pattern[str] | None, *, day: bool
) -> None:
    """Add a row to its structure; ``day`` tells that it stands beside one, if of a year that nothing states."""
    formed = form is not None and bool(form.search(row.url))
    group.rows.append((order, row))
    group.dated += day
    group.formed += formed
    group.navigation = navigation
    value = min(len(row.title), 40) / 10 * (4 if day else 1) * (3 if formed else 1)
    if len(home) > 1 and home in row.url:
        value *= 10
    if _names_report(row):
        value *= 2
    group.weight += value * (0.1 if navigation else 1)


def _navigation(dom: Dom) -> list[bool]:
    """For each element whether it lies in a menu, header, footer or the like."""
    result: list[bool] = []
    for tag, mark, parent in zip(dom.tags, dom.marks, dom.parents, strict=True):
        named = bool(mark) and bool(_NAV.search(mark) or _NAV_WORDS.intersection(mark.lower().split()))
        own = tag in _NAV_TAGS or (named and tag not in ("html", "body"))
        result.append(own or (parent >= 0 and result[parent]))
    return result
