"""What travels between the rooms of the crawler.

What a listing holds comes from pages and from JSON, which can spell lone surrogates and NUL: neither an address nor
the database can hold them, so they are replaced where a record is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cleaning.page.decode import sound
from cleaning.report import Page


class _Sound:
    """A record whose texts are made sound when it is made."""

    __slots__ = ()

    def __post_init__(self) -> None:
        name: str
        for name in self.__slots__:
            value = getattr(self, name)
            if isinstance(value, str) and (mended := sound(value)) != value:
                object.__setattr__(self, name, mended)


@dataclass(frozen=True, slots=True)
class ListingRow(_Sound):
    """One row of a listing: an absolute address, the whole title, the date as ISO text or ""."""

    url: str
    title: str
    date: str = ""
    issuer: str = ""
    doc_number: str = ""
    index_number: str = ""


@dataclass(frozen=True, slots=True)
class PageRequest(_Sound):
    """How to ask for one page of a listing; ``guessed`` where nothing but the system's habit says that it is there,
    ``derived`` where the pages round it say how it is asked for."""

    url: str
    method: str = "GET"
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    guessed: bool = False
    derived: bool = False


@dataclass(frozen=True, slots=True)
class ChildColumn(_Sound):
    """A column below the watched one, such as one per report year."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A fetched page of a listing, as a platform reads it.

    ``params`` are the platform's parameters from the portal file; ``request`` is
    what was asked, ``text`` the decoded body, ``encoding`` what it was decoded from:
    browsers send Chinese in a query in the encoding of the page that holds the link.
    """

    url: str
    text: str
    params: Mapping[str, Any] = field(default_factory=dict)
    request: PageRequest | None = None
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Listing(_Sound):
    """What one page of a listing holds.

    ``next`` asks for the following page, None on the last one. ``stated_total`` (rows
    in all) and ``stated_pages`` are None where the page does not say; ``linked`` says how to ask for the further
    pages that its pager links by number, None where it could not be read: there are at least so many. ``unread`` holds
    the titles of rows whose address only a script knows, ``control`` the words of a control that leads to further pages
    in a way that could not be read. ``problem`` names what is
    wrong with a page that should have rows ("rows_in_comment", "js_shell",
    "not_a_listing"), "" otherwise.
    """

    rows: tuple[ListingRow, ...] = ()
    next: PageRequest | None = None
    children: tuple[ChildColumn, ...] = ()
    name: str = ""
    stated_total: int | None = None
    stated_pages: int | None = None
    linked: Mapping[int, PageRequest | None] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    control: str = ""
    problem: str = ""

    @property
    def shortfall(self) -> str:
        """How far this page goes if it states more than it holds and nothing leads on, in words; "" otherwise."""
        rows, total, pages = len(self.rows), self.stated_total, self.stated_pages
        if self.next is not None or not (total > rows if total is not None else (pages or 1) > 1 or self.control):
            return ""
        return f"{rows} of {total} rows" if total is not None else f"{rows} rows, page 1 of {pages or '?'}"


@dataclass(slots=True)
class FetchedPage:
    """A detail page on its way through the pipelines: snapshot, then clean, then store.

    ``row_url`` is the address the listing or the ledger has, ``url`` the one that answered. ``report_id`` is
    set when a known report is fetched again. ``report`` and ``lines`` (all lines of the page) are filled by the
    cleaning pipeline, ``files`` (the page's attachments as they were fetched and read) by the last one before the
    store. ``pages`` are the pages its article goes on on as they were fetched, ``following`` what of them can be read,
    by address. ``waited_since`` is when a drastic change was first seen that is now believed. ``cut`` says that the
    answer did not come whole, ``figured`` that the report's figures have been read.
    """

    portal: str
    url: str
    row_url: str
    content: bytes
    content_type: str
    status: int
    received: int
    snapshot: int | None
    cut: bool = False
    row_title: str = ""
    row_date: str = ""
    row_issuer: str = ""
    column_id: int | None = None
    column_name: str = ""
    report_id: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    report: Any = None
    lines: list[str] = field(default_factory=list)
    pages: list[Any] = field(default_factory=list)
    following: dict[str, Page] = field(default_factory=dict)
    files: list[Any] = field(default_factory=list)
    waited_since: str | None = None
    figured: bool = False

    @property
    def page(self) -> Page:
        """What the cleaning stage is told about it."""
        return Page(
            content=self.content,
            url=self.url,
            content_type=self.content_type,
            row_title=self.row_title,
            row_date=self.row_date,
            row_issuer=self.row_issuer,
            column=self.column_name,
        )
