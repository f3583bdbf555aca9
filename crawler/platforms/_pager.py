"""What a listing says about its further pages: script calls, links and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crawler.platforms._addresses import absolute
from crawler.platforms._dom import Dom

MAX_PAGES: Final = 100_000
_CALL: Final = re.compile(r"\bcreatePage(?:HTML|Html)?\s*\(([^()\n;]{1,300})\)")
_ASSIGNED: Final = re.compile(r"\b(\w{1,40})\s*=\s*[\"']?(\d{1,9})\b")
_NEXT_TEXT: Final = frozenset(
    {"下一页", "下页", "后一页", "后页", ">", "»", "›", "next", "nextpage", "下一页>", "下一页>>", ">>"}
)
_NEXT_CLASS: Final = frozenset({"next", "nextpage", "page-next", "next-page", "pagination-next", "nextbtn", "pagenext"})
_COUNTS: Final = (
    re.compile(r"共\s*(\d{1,9})\s*(?:条|篇|项|记录)"),
    re.compile(r"总(?:数|计|记录数)\s*[:：]?\s*(\d{1,9})"),
)
_PAGES: Final = re.compile(r"共\s*(\d{1,6})\s*页|(?:第)?\s*\d{1,6}\s*/\s*(\d{1,6})\s*页?")


@dataclass(frozen=True, slots=True)
class Call:
    """A pager call with its arguments as text; ``container`` is "" where the dialect has none."""

    container: str
    pages: int
    current: int
    prefix: str
    suffix: str
    total: int | None


def calls(dom: Dom) -> Iterator[Call]:
    """Every ``createPage``/``createPageHTML`` call of the page's own scripts, calls in comments left out.

    TRS: ``createPageHTML(9, 0, "index", "html")``, current from 0 (seen: ndrc.gov.cn). UCAP:
    ``createPageHTML('page_div', 5, 1, 'fg', 'shtml', 89)``, current from 1, total rows last (seen: csrc.gov.cn).
    """
    known: dict[str, int] = {}
    for _, kind, source in dom.scripts:
        if kind in ("template", "text/xml") or "createPage" not in source:
            continue
        for name, value in _ASSIGNED.findall(source):
            known[name] = int(value)
        for found in _CALL.finditer(source):
            if not _commented(source, found.start()):
                call = _read_call(found[1], known)
                if call:
                    yield call


def _commented(source: str, at: int) -> bool:
    line = source[max(source.rfind("\n", 0, at) + 1, at - 300) : at]
    return "//" in line.replace("//<!--", "").replace("<!--", "") and "://" not in line


def _read_call(arguments: str, known: dict[str, int]) -> Call | None:
    parts = [part.strip() for part in arguments.split(",")]
    if len(parts) < 4:
        return None
    container = ""
    if parts[0][:1] in "\"'" and not parts[0].strip("\"'").isdecimal():
        container = parts.pop(0).strip("\"'")
    numbers = [_number(part, known) for part in parts]
    if len(parts) < 4 or numbers[0] is None or numbers[1] is None:
        return None
    total = numbers[4] if len(parts) > 4 else None
    return Call(container, min(numbers[0], MAX_PAGES), numbers[1], parts[2].strip("\"'"), parts[3].strip("\"'."), total)


def _number(text: str, known: dict[str, int]) -> int | None:
    text = text.strip("\"' ")
    if re.fullmatch(r"\d{1,9}", text):
        return int(text)
    return known.get(text)


def next_link(dom: Dom, base: str) -> str:
    """The address behind 下一页 or a link of class ``next``, "" without one."""
    for link in dom.links:
        text = "".join("".join(text for _, text in link.pieces).split()).lower()
        named = text in _NEXT_TEXT or _NEXT_CLASS.intersection(dom.marks[link.element].lower().split())
        if (named or link.title.strip() == "下一页") and "disabled" not in dom.marks[link.element]:
            url = absolute(base, link.href)
            if url and url.rstrip("/") != base.partition("#")[0].rstrip("/"):
                return url
    return ""


def stated(dom: Dom) -> tuple[int | None, int | None]:
    """(rows, pages) in all that the page states in words: 共 120 条, 共 8 页, 1/8."""
    rows = pages = None
    for _, text in [*dom.texts, *((link.element, "".join(t for _, t in link.pieces)) for link in dom.links)]:
        if len(text) > 200 or not any(mark in text for mark in "共总/"):
            continue
        for form in _COUNTS:
            if rows is None and (found := form.search(text)):
                rows = int(found[1])
        if pages is None and (found := _PAGES.search(text)):
            pages = int(found[1] or found[2])
    return rows, pages
