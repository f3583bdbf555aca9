"""What a listing says about its further pages in script calls and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import MAX_PAGE

_CALL: Final = re.compile(r"\bcreatePage(?:HTML|Html)?\s*\(([^()\n;]{1,300})\)")
_ASSIGNED: Final = re.compile(r"\b(\w{1,40})\s*=\s*[\"']?(\d{1,9})\b")
_NUMBERED: Final = re.compile(r"_(\d{1,6})(?=\.\w{2,6}$)")
_ROWS: Final = (
    re.compile(r"共\s*(?:有)?\s*(\d{1,9})\s*(?:条|篇|项|个?记录)"),
    re.compile(r"总(?:记录)?数\s*[:：]\s*(\d{1,9})"),
)
_PAGES: Final = re.compile(r"[共总]\s*(?:计|有)?\s*(\d{1,6})\s*页|总页数\s*[:：]\s*(\d{1,6})")
_PLACE: Final = re.compile(r"(?:^|条|第|[:：])\s*(\d{1,6})\s*/\s*(\d{1,6})\s*(?:页|$)")
_PAGER_MARK: Final = re.compile(r"pag|index|p_|fanye|fy", re.I)
_COUNT_NAMES: Final = ("countpage", "npagecount", "pagecount", "totalpage", "totalpages")
_CURRENT_NAMES: Final = ("currentpage", "ncurrindex", "currentpageindex", "currindex", "curpage")


@dataclass(frozen=True, slots=True)
class Call:
    """A pager call; ``container`` is "" in the dialect that counts from 0 (TRS), named in the one from 1 (UCAP)."""

    container: str
    pages: int
    current: int
    prefix: str
    suffix: str
    total: int | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page says in words: rows and pages in all, and which page it is; None where it does not say."""

    rows: int | None = None
    pages: int | None = None
    current: int | None = None


def calls(dom: Dom, url: str) -> Iterator[Call]:
    """Every ``createPage``/``createPageHTML`` call of the page's own scripts, calls in comments left out.

    TRS: ``createPageHTML(9, 0, "index", "html")``, current from 0 (seen: ndrc.gov.cn), or its older template that
    sets ``currentPage`` and ``countPage``. UCAP: ``createPageHTML('page_div', 5, 1, 'fg', 'shtml', 89)``, current
    from 1, total rows last (seen: csrc.gov.cn).
    """
    known: dict[str, int] = {}
    for _, kind, source in dom.scripts:
        if kind in ("template", "text/xml") or "age" not in source:
            continue
        for name, value in _ASSIGNED.findall(source):
            known[name] = int(value)
        for found in _CALL.finditer(source):
            if not _commented(source, found.start()) and (call := _read_call(found[1], known)):
                yield call
    lower = {name.lower(): value for name, value in known.items()}
    pages = next((lower[name] for name in _COUNT_NAMES if name in lower), None)
    current = next((lower[name] for name in _CURRENT_NAMES if name in lower), None)
    if pages is not None and current is not None:
        stem, suffix = _name_of(url)
        yield Call("", min(pages, MAX_PAGE), current, stem, suffix, None)


def _name_of(url: str) -> tuple[str, str]:
    name = urlsplit(url).path.rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    return (_NUMBERED.sub("", name).rpartition(".")[0], suffix) if stem and suffix else ("index", "html")


def _commented(source: str, at: int) -> bool:
    line = source[max(source.rfind("\n", 0, at) + 1, at - 300) : at]
    return "//" in line.replace("//<!--", "") and "://" not in line


def _read_call(arguments: str, known: dict[str, int]) -> Call | None:
    parts = [part.strip() for part in arguments.split(",")]
    container = ""
    if parts[0][:1] in ("'", '"') and not parts[0].strip("\"'").isdecimal():
        container = parts.pop(0).strip("\"'")
    if len(parts) < 4:
        return None
    pages, current = (_value(part, known) for part in parts[:2])
    if pages is None or current is None:
        return None
    total = _value(parts[4], known) if len(parts) > 4 else None
    prefix, suffix = parts[2].strip("\"'"), parts[3].strip("\"'.")
    return Call(container, min(pages, MAX_PAGE), current, prefix, suffix, total)


def _value(text: str, known: dict[str, int]) -> int | None:
    text = text.strip("\"' ")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else known.get(text)


def by_call(call: Call, url: str) -> str:
    """The next page's address by a call, "" on the last page. The address' own number counts if it is higher."""
    found = _NUMBERED.search(urlsplit(url).path)
    here = int(found[1]) if found else 0
    number = max(call.current, here) + 1
    last = call.pages if call.container else call.pages - 1
    if number > last or (call.container and number < 2):
        return ""
    return absolute(url, f"{call.prefix}_{number}.{call.suffix}")


def stated(dom: Dom) -> Stated:
    """Rows, pages and place in words: 共 120 条, 共 8 页, 第 1/8 页, and a bare 1/8 inside a pager."""
    rows = pages = current = None
    for element, text in [*dom.texts, *((link.element, "".join(t for _, t in link.pieces)) for link in dom.links)]:
        if len(text) > 200:
            continue
        if "共" in text or "总" in text:
            for form in _ROWS:
                if rows is None and (found := form.search(text)):
                    rows = int(found[1])
            if pages is None and (found := _PAGES.search(text)):
                pages = int(found[1] or found[2])
        if "/" in text and current is None and (found := _PLACE.search(" ".join(text.split()))):
            place, of = int(found[1]), int(found[2])
            if 0 < place <= of and ("页" in text or "条" in text or _in_pager(dom, element)):
                current, pages = place, of if pages is None else pages
    return Stated(rows, pages, current)


def _in_pager(dom: Dom, element: int) -> bool:
    for _ in range(3):
        if element < 0:
            return False
        if _PAGER_MARK.search(dom.marks[element]):
            return True
        element = dom.parents[element]
    return False
