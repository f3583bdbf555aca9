"""What all readers of static listing pages share: rows, children and what is wrong with a page without rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

from cleaning.text.dates import find
from crawler.items import ChildColumn, Listing, ListingPage, PageRequest
from crawler.platforms.listing import choices, pager, service_requests
from crawler.platforms.listing.addresses import folder, split_url
from crawler.platforms.listing.dom import Dom, Link
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.following import following
from crawler.platforms.listing.next_page import earlier_year, linked_pages, next_page
from crawler.platforms.listing.row_titles import of_link, tidy
from crawler.platforms.listing.rows import PROSE, Found, find_rows, prose, rows_of_fragment
from crawler.platforms.listing.unshown import unshown_rows

MAX_CHILDREN: Final = 60
MAX_COMMENTS: Final = 20
MAX_COMMENT: Final = 2_000_000
_YEAR: Final = re.compile(r"(?:19|20)\d{2}\s*年?\s*度?")
INDEX: Final = re.compile(r"(?:index|list|common_list|moreinfo|1)\.(?:s?html?|jhtml|jsp)$")
_MONTHS: Final = re.compile(r"^(?:19|20)\d{2}(?:\d{2}){0,2}$")
_NOT_COLUMNS: Final = frozenset({"images", "img", "css", "js", "wap", "rss", "m", "content", "art", "info"})
_SHELL: Final = re.compile(
    r"text/x-handlebars|handlebars-template|ng-app|ng-repeat|v-for=|v-if=|id=[\"']?(?:app|root|list-app)\b|unitbuild\.js|"
    r"loadPageData|data-channel|\{\{[^}]{1,60}\}\}|\$_ts|window\._CONFIG",
    re.I,
)
_EMPTY: Final = re.compile(
    r"暂无|没有(?:找到|查到|符合|相关|数据|记录|信息)|无相关|共\s*0\s*[条篇页]|敬请期待|栏目建设中|暂时没有"
)
DOCUMENT: Final = re.compile(
    r"/t\d{8}_\d+|/post_\d+|/content\.s?html|/art_\w+\.html|/[0-9a-f]{32}\.|/[0-9a-f-]{36}\.html|/info/\d+/\d+\.htm"
)


def parsed(page: ListingPage, form: re.Pattern[str] | None = None) -> tuple[Dom, Found]:
    """The page's tree and the rows of its main listing, shown or not; none for a document's own page."""
    dom = flatten(page.text, page.url, page.encoding)
    if is_document(page.url, dom):
        return dom, Found()
    found = find_rows(dom, page.url, form)
    return dom, found if found.rows or _is_template(page, dom) else unshown_rows(page, dom, form)


def recognised(found: Found, marks: list[str]) -> dict[str, Any] | None:
    """What ``detect`` gives for a page that bears these marks of a system: rows whose addresses have the system's form
    are one more, and a page without rows is no listing whatever its marks."""
    if found.formed >= 2:
        marks = [*marks, f"{found.formed} rows with addresses such as {found.rows[0].url}"]
    return {"evidence": marks} if marks and found.rows else None


def shell(page: ListingPage, dom: Dom, service: PageRequest) -> Listing:
    """The listing of a page whose rows a script fetches: none, and the request that brings them."""
    return Listing(next=service_requests.of_shell(page, service), name=name_of(dom), problem="js_shell")


@dataclass(frozen=True, slots=True)
class Reading:
    """A static page as it was read: its tree, its rows, and what it states about them."""

    page: ListingPage
    form: re.Pattern[str] | None
    dom: Dom
    found: Found
    stated: pager.Stated

    def listing(
        self, own: str = "", *, settled: bool = False, total: int | None = None, pages: int | None = None
    ) -> Listing:
        """The listing: ``own`` is the next page's address by the system's own rules, which stand before all other
        evidence; with ``settled`` they say that there is none. ``total`` and ``pages`` are what its pager states.
        """
        total = self.stated.rows if total is None else total
        pages = self.stated.pages if pages is None else pages
        rows = self.found.rows
        further, control = PageRequest(own) if own and rows else None, ""
        if not own and not settled:
            further, control = self._by_evidence(replace(self.stated, rows=total, pages=pages))
        linked = linked_pages(self.page, self.dom, self.stated, further) if further else {}
        return Listing(
            rows=rows,
            next=further,
            children=children(self.page, self.dom) or self._years(),
            name=name_of(self.dom),
            stated_total=total,
            stated_pages=pages,
            linked=linked,
            unread=self.found.unread,
            control=control,
            problem="" if rows else problem(self.page, self.dom, self.form, settled or pages is not None),
        )

    def _years(self) -> tuple[ChildColumn, ...]:
        """The columns of single years that stand in place of rows, two at least, wherever on the page's host they lie
        (``/c112/`` below ``/c110/``)."""
        found: dict[str, ChildColumn] = {}
        for link in () if self.found.rows else self.dom.links:
            path, name = INDEX.sub("", urlsplit(link.url).path), of_link(self.dom, link)
            if _YEAR.fullmatch(name) and path.endswith("/") and _host(link.url) == _host(self.page.url):
                found.setdefault(path, ChildColumn(link.url, name))
        own = folder(self.page.url) in found  # an empty year between its sisters
        return () if own or len(found) < 2 else tuple(islice(found.values(), MAX_CHILDREN))

    def _by_evidence(self, stated: pager.Stated) -> tuple[PageRequest | None, str]:
        """The next page and the control that leads there as ``next_page`` finds them, unless all rows are here."""
        shown = len(self.found.rows)
        whole = not shown or (stated.rows is not None and stated.rows <= shown)
        further, control = (None, "") if whole else next_page(self.page, self.dom, stated)
        return further or earlier_year(self.page, self.dom, stated), control

    def shell_or_listing(self, service: PageRequest | None) -> Listing:
        """A shell where ``service`` is known to bring rows and the page dates none itself, else the plain listing."""
        if service and not self.found.dated:
            return shell(self.page, self.dom, service)
        return self.listing(following(self.dom, self.page.url))


def reading(page: ListingPage, form: re.Pattern[str] | None = None) -> Reading:
    """A static listing page, read; ``form`` matches addresses of the system's documents."""
    dom, found = parsed(page, form)
    return Reading(page, form, dom, found, pager.stated(dom, found.elements))


def is_document(url: str, dom: Dom) -> bool:
    """True for the page of one document, by its ``ArticleTitle`` meta (国办发〔2017〕47号) or its address."""
    title = dom.metas.get("articletitle", "")
    return bool(DOCUMENT.search(url)) or (bool(title) and title != dom.metas.get("columnname"))


def name_of(dom: Dom) -> str:
    """The column's name: the ``ColumnName`` meta every column page must have (国办发〔2017〕47号)."""
    return tidy(dom.metas.get("columnname", ""))


def problem(page: ListingPage, dom: Dom, form: re.Pattern[str] | None = None, paged: bool = False) -> str:
    """What is wrong with a page in which no rows were found, "" for an honest empty list."""
    if is_document(page.url, dom):
        return "not_a_listing"
    if _in_comment(page, dom, form):
        return "rows_in_comment"
    if _is_template(page, dom):
        return "js_shell"
    return "" if prose(dom) <= 2 * PROSE and (paged or _is_empty_column(dom)) else "not_a_listing"


def _is_template(page: ListingPage, dom: Dom) -> bool:
    """True for a page whose rows a script draws, by its templates or by the marks of frameworks that do so."""
    kinds = (kind for _, kind, _ in dom.scripts)
    return any(kind.startswith("text/x-") or "handlebars" in kind for kind in kinds) or bool(_SHELL.search(page.text))


def _is_empty_column(dom: Dom) -> bool:
    """True for a page that names itself as a column or says that it holds nothing."""
    return bool(name_of(dom)) or "columntype" in dom.metas or any(_EMPTY.search(text) for _, text in dom.texts)


def _in_comment(page: ListingPage, dom: Dom, form: re.Pattern[str] | None) -> bool:
    """Whether a comment of the page holds rows."""
    for comment in [text for text in dom.comments if text.count("<a") >= 2][:MAX_COMMENTS]:
        if len(comment) <= MAX_COMMENT:
            found = rows_of_fragment(comment, page.url, form)
            if found.dated or found.formed:
                return True
    return False


def children(page: ListingPage, dom: Dom) -> tuple[ChildColumn, ...]:
    """Columns directly below this one: folders right under its address, years in the menu below its own entry, or its
    own page asked for another year (``?year=2024``).

    Seen: ljxq.cq.gov.cn, where ``…/fzzfjsndbg/`` has one child column ``fzzf2024/`` per year.
    """
    home, host = folder(page.url), _host(page.url)
    if home == "/":
        return ()
    entries = _menu_entries(dom, host, home)
    found: dict[str, ChildColumn] = {}
    for link in dom.links:
        if _host(link.url) == host:
            path, name = INDEX.sub("", urlsplit(link.url).path), of_link(dom, link)
            if _YEAR.fullmatch(name) and _asks_otherwise(link.url, page.url):
                found.setdefault(link.url, ChildColumn(link.url, name))
            elif _is_below(path, home, name) or _is_year_below(dom, link, entries, name, path != home):
                found.setdefault(path, ChildColumn(link.url, name))
    for url, name in choices.leading(dom, page.url, _YEAR) if dom.choices else ():
        if _asks_otherwise(url, page.url):
            found.setdefault(url, ChildColumn(url, name))
    return tuple(islice(found.values(), MAX_CHILDREN))


def _is_year_below(dom: Dom, link: Link, entries: set[int], name: str, elsewhere: bool) -> bool:
    """True for a year in the menu below the column's own entry that leads elsewhere than there."""
    return elsewhere and bool(_YEAR.fullmatch(name)) and _under(dom, link, entries)


def _asks_otherwise(url: str, page: str) -> bool:
    """True for the address of the same page with another query."""
    one, other = urlsplit(url), urlsplit(page)
    return bool(one.query) and one.path == other.path and one.query != other.query


def _menu_entries(dom: Dom, host: str, home: str) -> set[int]:
    """The list items that hold a link to the column itself."""
    own = {dom.parents[link.element] for link in dom.links if _is_column(link.url, host, home)}
    return {at for at in own if at >= 0 and dom.tags[at] == "li"}


def _host(url: str) -> str:
    return split_url(url).hostname or ""


def _is_column(url: str, host: str, home: str) -> bool:
    """True for an address of the column itself."""
    return url.endswith(home) or (home in url and _host(url) == host and INDEX.sub("", urlsplit(url).path) == home)


def _is_below(path: str, home: str, name: str) -> bool:
    """True for a folder right under ``home`` that is a column by its slug and its link's text."""
    rest = path[len(home) :]
    if not path.startswith(home) or not re.fullmatch(r"[^/.]+/", rest) or not name or find(name):
        return False
    return rest[:-1].lower() not in _NOT_COLUMNS and (not _MONTHS.match(rest[:-1]) or bool(_YEAR.fullmatch(name)))


def _under(dom: Dom, link: Link, entries: set[int]) -> bool:
    """True for a link in a list below one of the menu entries ``entries``."""
    parent = dom.parents[link.element]
    return parent not in entries and any(at in entries for at in dom.around(parent, 6))
