"""What a listing says about its further pages in script calls and in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from cleaning.text.normalize import fold
from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom
from crawler.platforms.listing.following import MAX_PAGE

_CALL: Final = re.compile(r"\bcreatePage(?:HTML|Html)?\s*\(([^()\n;]{1,300})\)")
_ASSIGNED: Final = re.compile(r"\b(\w{1,40})\s*=\s*[\"']?(\d{1,9})\b")
_NUMBERED: Final = re.compile(r"_(\d{1,6})(?=\.\w{2,6}$)")
_ROWS: Final = (
    re.compile(
        r"(?:共|总计|合计|全部|找到) ?(?:有|计|找到)? ?[:：]? ?(\d{1,3}(?:,\d{3})+|\d{1,9}) ?"
        r"(?:条|篇|项|份|则|个?记录|个文件)"
    ),
    re.compile(
        r"(?:总(?:记录|条|信息)?数|记录(?:总?数)?|信息总?数|条数|(?<![a-z])total) ?[:：]? ?(\d{1,9})", re.IGNORECASE
    ),
    re.compile(r"(?<![\d/-]) ?(\d{1,9}) ?条(?:记录|信息|数据)"),
)
_PAGES: Final = re.compile(r"[共总分] ?(?:计|有)? ?(\d{1,6}) ?页|总页数 ?[:：]? ?(\d{1,6})")
_PLACE: Final = re.compile(r"(?<![\d/.-]) ?(\d{1,6}) ?(?:/|\bof\b) ?(?:共 ?)?(\d{1,6})(?! ?[/-]\d|\d)")
_HERE: Final = re.compile(r"(?:当前)?第 ?(\d{1,6}) ?页|当前页(?:码)? ?[:：]? ?(\d{1,6})")
_RECORDS: Final = re.compile(
    r"\b(?:recordCount|totalRecords?|totalCount|countRecord|recordTotal|totalRows?|rowCount)\b[\"']?\s*[:=]\s*[\"']?(\d{1,9})\b",
    re.I,
)
_LAYPAGE: Final = re.compile(r"\bcount\s*:\s*[\"']?(\d{1,9})[\"']?\s*,\s*(?=limit\s*:)")  # layui's pager
_PAGE_COUNTS: Final = re.compile(
    r"\b(?:totalPages?|pageCount|countPage|pageTotal)\b[\"']?\s*[:=]\s*[\"']?(\d{1,6})\b", re.I
)
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


def first_call(dom: Dom, url: str, *, named: bool) -> Call | None:
    """The page's first pager call of the dialect that names a container, or of the one that names none."""
    return next((call for call in calls(dom, url) if bool(call.container) == named), None)


def calls(dom: Dom, url: str) -> Iterator[Call]:
    """Every ``createPage``/``createPageHTML`` call of the page's own scripts, calls in comments left out.

    TRS: ``createPageHTML(9, 0, "index", "html")``, current from 0 (seen: ndrc.gov.cn), or its older template that
    sets ``currentPage`` and ``countPage``. UCAP: ``createPageHTML('page_div', 5, 1, 'fg', 'shtml', 89)``, current
    from 1, total rows last (seen: csrc.gov.cn).
    """
    known: dict[str, int] = {}
    for source in _scripts(dom):
        if "age" not in source:
            continue
        known.update((name, int(value)) for name, value in _ASSIGNED.findall(source))
        for found in _CALL.finditer(source):
            if not _commented(source, found.start()) and (call := _read_call(found[1], known)):
                yield call
    if older := _assigned_call(known, url):
        yield older


def _scripts(dom: Dom) -> Iterator[str]:
    return (source for _, kind, source in dom.scripts if kind not in ("template", "text/xml"))


def _assigned_call(known: dict[str, int], url: str) -> Call | None:
    """The call that the variables of TRS' older template stand for."""
    lower = {name.lower(): value for name, value in known.items()}
    pages, current = (
        _first(lower[name] for name in names if name in lower) for names in (_COUNT_NAMES, _CURRENT_NAMES)
    )
    if pages is None or current is None:
        return None
    return Call("", min(pages, MAX_PAGE), current, *_name_of(url), None)


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


def stated(dom: Dom, rows: Collection[int] = ()) -> Stated:
    """Rows, pages and place as the page states them outside its ``rows``: 共 120 条, 共 8 页, 第 1/8 页, a bare 1/8
    inside a pager, ``recordCount:'107'`` in a script. A total below the number of rows shown counts something else.
    """
    text, starts, elements = _outside(dom, rows)
    total = _total(dom, text, len(rows))
    pages = _first(int(found[1] or found[2]) for found in _PAGES.finditer(text))
    current, of = _place(dom, text, starts, elements)
    pages = of if pages is None else pages
    current = _number_of_page(text, pages or MAX_PAGE) if current is None else current
    return Stated(total, _first(_in_scripts(dom, _PAGE_COUNTS)) if pages is None else pages, current)


def _number_of_page(text: str, most: int) -> int | None:
    """Which page this is by 第 1 页, not more than ``most``."""
    found = _HERE.search(text)
    number = int(found[1] or found[2]) if found else 0
    return number if 0 < number <= most else None


def _total(dom: Dom, text: str, rows: int) -> int | None:
    """The number of rows a page states in its text, else in its scripts; not less than the ``rows`` it shows."""
    totals = [int(found[1].replace(",", "")) for form in _ROWS for found in form.finditer(text)]
    counted = _first(number for number in totals if number >= rows)
    if counted is not None:
        return counted
    scripted = _in_scripts(dom, _RECORDS) or _in_scripts(dom, _LAYPAGE)
    return _first(number for number in scripted if number >= rows)


def _first(numbers: Iterable[int]) -> int | None:
    return next(iter(numbers), None)


def _place(dom: Dom, text: str, starts: list[int], elements: list[int]) -> tuple[int | None, int | None]:
    """Which page this is and of how many, by 第 1/8 页 or a bare 1/8 of a pager; twice None where neither is."""
    for found in _PLACE.finditer(text):
        place, of = int(found[1]), int(found[2])
        near = text[max(0, found.start() - 6) : found.end() + 4].lower()
        element = elements[bisect_right(starts, found.start()) - 1]
        if 0 < place <= of and (any(word in near for word in ("页", "条", "page")) or _in_pager(dom, element)):
            return place, of
    return None, None


def _outside(dom: Dom, rows: Collection[int]) -> tuple[str, list[int], list[int]]:
    """The page's short texts outside ``rows`` in one, where each begins in it, and in which element it stands."""
    owner = dom.owners(rows)
    pieces = [(place, element, text) for (element, text), place in zip(dom.texts, dom.places, strict=True)]
    pieces += [(link.element, link.element, link.text) for link in dom.links if link.text]
    text, starts, elements = "", [], []
    for _, element, piece in sorted(pieces, key=lambda item: item[0]):
        if len(piece) <= 200 and owner[element] < 0 and not piece.isspace():
            starts.append(len(text))
            elements.append(element)
            text += " ".join(fold(piece).split()) + " "
    return text, starts, elements


def _in_scripts(dom: Dom, form: re.Pattern[str]) -> list[int]:
    """The number the page's scripts give under such a name, [] where they give none or several."""
    found = {int(number) for source in _scripts(dom) for number in form.findall(source[:500_000])}
    return sorted(found) if len(found) == 1 and found != {0} else []


def _in_pager(dom: Dom, element: int) -> bool:
    return any(_PAGER_MARK.search(dom.marks[at]) for at in dom.around(element, 4))
