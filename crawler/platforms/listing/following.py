"""Which link leads on: only one whose page number grows, so that a listing run always ends."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from cleaning.text.normalize import fold
from crawler.platforms.listing.addresses import folder, split_url
from crawler.platforms.listing.dom import Dom, Link

_NEXT_TEXT: Final = frozenset(
    ("下一页", "下页", "后一页", "后页", "下一頁", "下頁", "往后", "向后", ">", "»", "›", "→", "next", "nextpage")
)
_NEXT_WORDS: Final = re.compile(
    r"(?:后|下)\d{1,3}条|更早(?:的(?:信息|文章|内容|公告))?|加载更多|(?:下一?|后一?)页\(\d{1,6}/\d{1,6}"
)
_NEXT_CLASS: Final = frozenset(
    ("next", "nextpage", "page-next", "next-page", "nextbtn", "pagenext", "p_next", "page_next", "layui-laypage-next")
)
_QUERY_NUMBER: Final = re.compile(
    r"(?<=[?&])((?:page|pageno|pagenum|pageindex|pagenumber|page_no|pn|p|currpage|currentpage|curpage|cur_page|cur|pageid|start|offset|startrow|startrecord|begin|first|skip|a\d{1,6}p)=)(\d{1,6})(?=&|$)",
    re.I,
)
_PATH_NUMBERS: Final = (
    re.compile(r"(_)(\d{1,6})(?=\.\w{2,6}$)"),
    re.compile(r"(-)(\d{1,6})(?=\.\w{2,6}$)"),
    re.compile(r"(/)(\d{1,6})(?=\.\w{2,6}$)"),
    re.compile(r"(/page/)(\d{1,6})(?=/?$)", re.I),
    re.compile(r"(/)(\d{1,6})(?=/?$)"),
    re.compile(r"([A-Za-z])(\d{1,6})(?=\.\w{2,6}$)"),
)
MAX_PAGE: Final = 100_000


def split_number(url: str) -> tuple[str, int, str] | None:
    """(before, page number, after) of an address that carries a page number, None if it carries none."""
    counted = sorted(_QUERY_NUMBER.finditer(url), key=lambda match: match[1].lower() == "pageid=")  # a column's id
    found = counted[0] if counted else None
    if found is None and "?" not in url:
        found = next((match for form in _PATH_NUMBERS if (match := form.search(url))), None)
    if found is None:
        return None
    return url[: found.start(2)], int(found[2]), url[found.end(2) :]


def number_in(url: str, otherwise: int = 0) -> int:
    """The page number an address carries, ``otherwise`` if it carries none."""
    found = split_number(url)
    return found[1] if found else otherwise


def grows(current: str, candidate: str) -> bool:
    """True if ``candidate`` is a later page of the listing at ``current``.

    That is the same address with a higher number, or a numbered address where the current one has no number. An
    address that only ends in some number (``list-12.html``) is continued in its own folder (``list-12-2.html``):
    relative links that lengthen the path on every page lead nowhere.
    """
    new = split_number(candidate)
    if new is None or not 0 < new[1] <= MAX_PAGE or candidate == current:
        return False
    old = split_number(current)
    if old is not None and (old[0], old[2]) == (new[0], new[2]):
        return new[1] > old[1]
    if _numbered_like(current, new) is not None:
        return False
    if old is None:
        return True
    stem = re.sub(r"(?:\.\w{2,6}|/)$", "", current)
    return new[0].startswith(stem) and folder(current) == folder(candidate)


def _numbered_like(url: str, form: tuple[str, int, str]) -> int | None:
    """The number ``url`` carries at the place ``form`` has one, None if it is not of that form."""
    before, _, after = form
    middle = url[len(before) : len(url) - len(after) if after else None]
    if url.startswith(before) and url.endswith(after) and middle.isascii() and middle.isdecimal():
        return int(middle)
    return None


def leads_on(current: str, candidate: str, *, said: bool = False) -> bool:
    """True if ``candidate`` is a later page of the listing at ``current``.

    Beside what ``grows``: the same address with one number of its query higher, whatever its name; and, where the link
    itself says that it is the next page, a number that is one lower (systems that count their pages down).
    """
    if not _same_site(current, candidate) or candidate == current:
        return False
    return grows(current, candidate) or _one_higher(current, candidate) or (said and _one_lower(current, candidate))


def _one_higher(current: str, candidate: str) -> bool:
    """True if the addresses differ in one number of the query, which is higher in the candidate or new in it."""
    old, new = urlsplit(current), urlsplit(candidate)
    if old.path != new.path:
        return False
    before, after = dict(parse_qsl(old.query)), dict(parse_qsl(new.query))
    changed = [name for name in after if after[name] != before.get(name)]
    if len(changed) != 1 or not before.keys() <= after.keys() or not after[changed[0]].isdecimal():
        return False
    was = before.get(changed[0], "0")
    return was.isdecimal() and int(was) < int(after[changed[0]]) <= MAX_PAGE


def counts_up(old: str, new: str, number: int) -> bool:
    """True if a field's value becomes this page's ``number``, or one higher than it was."""
    if not (new.isascii() and new.isdecimal()):
        return False
    return int(new) == number or (old.isascii() and old.isdecimal() and int(new) == int(old) + 1)


def _one_lower(current: str, candidate: str) -> bool:
    old, new = split_number(current), split_number(candidate)
    return bool(old and new and (old[0], old[2]) == (new[0], new[2]) and new[1] == old[1] - 1)


def is_next(dom: Dom, link: Link) -> bool:
    """True for a link that says it leads to the next page, by its text, its title, its picture or its class."""
    text = "".join(fold(link.label).split()).lower()
    mark = dom.marks[link.element].lower()
    if is_disabled(dom, link.element):
        return False
    if any(says_next(said) for said in (text, link.title, link.alt)):
        return True
    parent = dom.parents[link.element]
    around = dom.marks[parent].lower().split() if parent >= 0 else []
    return len(text) < 8 and bool(_NEXT_CLASS.intersection([*mark.split(), *around]))


def is_disabled(dom: Dom, element: int) -> bool:
    """True for a control that cannot be used, by its own class or that of the element around it."""
    parent = dom.parents[element]
    return any("disabled" in dom.marks[at].lower() for at in (element, parent) if at >= 0)


def says_next(text: str) -> bool:
    """True for the words of a control that leads to the next page."""
    text = "".join(fold(text).split()).lower().strip("[]【】()")
    known = _NEXT_WORDS.fullmatch(text) is not None or text in _NEXT_TEXT
    return known or text.rstrip(">»›→") in _NEXT_TEXT or text.lstrip("到转") in _NEXT_TEXT


def following(dom: Dom, base: str) -> str:
    """The address of the next page by the page's own links, "" on the last page.

    First a link that says so (下一页, class ``next``), then the numbered link that is one higher than this page
    (two where this page has no number: ``index_2.html``, ``?page=2``).
    """
    here = base.partition("#")[0]
    wanted = str(number_in(here, 1) + 1)
    said = (link for link in dom.links if is_next(dom, link))
    numbered = (link for link in dom.links if link.label.strip().strip("[]") == wanted)
    later = (link.url for link in chain(said, numbered) if grows(here, link.url) and _same_site(here, link.url))
    return next(later, "")


def _same_site(one: str, other: str) -> bool:
    hosts = [(split_url(url).hostname or "").removeprefix("www.") for url in (one, other)]
    return hosts[0] == hosts[1] != ""


def one_lower(base: str, current: int | None, pages: int | None) -> str:
    """The next page where numbers count down (page ``m`` of ``T`` is ``<T-m+1>.htm``), "" unless the page says so."""
    here = split_number(base.partition("#")[0])
    if not here or not current or not pages or here[1] != pages - current + 1 or current >= pages:
        return ""
    return f"{here[0]}{here[1] - 1}{here[2]}" if here[1] > 1 else ""
