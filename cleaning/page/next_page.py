"""Articles that go on on further pages: the address of the next one.

Conventions: CMSs cut an article at a page break and link the pages below the text (``_2.html`` beside the first page,
or a page number in the query); TRS writes the links with the script ``createPageHTML(count, index, name, suffix)``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaning.page import pager
from cleaning.page.addresses import joined
from cleaning.page.decode import Decoded
from cleaning.report import Report
from cleaning.text.keyword_scan import KeywordScan

_NAMED = KeywordScan("下一页 下页 后一页 后页 下一頁 >Next >next >NEXT")
_WRITES = KeywordScan("createPageHTML")
_SCRIPT = re.compile(
    r"createPageHTML\(\s{0,4}(\d{1,4})\s{0,4},\s{0,4}(\d{1,4})\s{0,4},\s{0,4}[\"']([\w-]{1,80})[\"']\s{0,4},\s{0,4}[\"'](\w{1,6})[\"']"
)
_SUFFIX = re.compile(r"\.[A-Za-z]{2,6}\Z")
_NUMBER = re.compile(r"[_-]\d{1,2}\Z")
_PAGED = re.compile(r"(?:\A|&)(?:page|pageno|pageindex|currentpage|curpage|pagenum|p)=\d{1,3}(?=&|\Z)", re.IGNORECASE)


def next_page(page: Decoded, tree: LexborHTMLParser, url: str) -> str | None:
    """The absolute address of the page on which this page's article goes on, None if it ends here.

    Only an address that is this page's with another page number counts: listings and neighbouring articles have
    their own.
    """
    if not joined("", url):
        return None
    if (written := _written(page, url)) is not None:
        return written
    numbered = pager.may_number(page.text)
    return _linked(tree, url, numbered) if numbered or _NAMED.any(page.data) else None


def _written(page: Decoded, url: str) -> str | None:
    """The address that a script of TRS writes."""
    if not _WRITES.any(page.data) or not (match := _SCRIPT.search(page.text)):
        return None
    count, index, name, suffix = int(match[1]), int(match[2]), match[3], match[4]
    return urljoin(url, f"{name}_{index + 1}.{suffix}") if index + 1 < count and _stem(url).startswith(name) else None


def _linked(tree: LexborHTMLParser, url: str, numbered: bool) -> str | None:
    """The address that a link of the name of a step has, else the one after this page's among the ``numbered``."""
    numbers: dict[int, str] = {}
    for number, address in _steps(tree, url, numbered):
        if number and _is_page(url, address, number):
            numbers.setdefault(number, address)
        elif not number and _continues(url, address):
            return address
    return _following(numbers, url)


def _steps(tree: LexborHTMLParser, url: str, numbered: bool) -> Iterator[tuple[int, str]]:
    """Where the entries of a pager lead, with the number they name; 0 for the step to the next page."""
    for node in tree.css("a[href], option[value]" if numbered else "a[href]"):
        text = node.text()
        number = pager.number(text) if numbered else 0
        if number or pager.steps_on(text):
            yield number, joined(url, node.attributes.get("href") or node.attributes.get("value") or "")


def _following(numbers: dict[int, str], url: str) -> str | None:
    """The address of the page after this one, whose number is the missing one where no link leads to itself."""
    here = next((number for number, address in numbers.items() if address == url), 0)
    here = here or next(number for number in range(1, len(numbers) + 2) if number not in numbers)
    return numbers.get(here + 1)


def _is_page(url: str, other: str, number: int) -> bool:
    """Whether an address beside this page's has the number by which it is linked, or the one before (from 0)."""
    found = _NUMBER.search(_stem(other)) or _PAGED.search(urlsplit(other).query)
    numbered = found is not None and int("".join(filter(str.isdecimal, found[0]))) in (number, number - 1)
    return numbered and _folder(url) == _folder(other)


def _folder(url: str) -> tuple[str, str]:
    """The host of a page and the folder in which it stands there."""
    there = urlsplit(url)
    return there.netloc, there.path.rsplit("/", 1)[0]


def goes_on(part: Report, before: Collection[str]) -> bool:
    """Whether a page holds a further part of an article whose parts so far have the texts ``before``: a server deaf
    to page numbers gives the first one again."""
    fresh = bool(part.body) and not any(part.body in text for text in before)
    return fresh and {"soft_404", "blocked_page"}.isdisjoint(part.flags)


def _stem(url: str) -> str:
    """The name of a page in its address, without suffix."""
    return _SUFFIX.sub("", urlsplit(url).path.rsplit("/", 1)[-1])


def _continues(url: str, other: str) -> bool:
    """Whether an address beside this page's is the same but for the number of a page."""
    if _folder(url) != _folder(other):
        return False
    here, there = urlsplit(url), urlsplit(other)
    if here.path == there.path:
        return here.query != there.query and _PAGED.sub("", here.query) == _PAGED.sub("", there.query)
    stem, following = _stem(url), _stem(other)
    first = stem.startswith("index") or not stem
    return not first and stem != following and _NUMBER.sub("", following) in (stem, _NUMBER.sub("", stem))
