"""What a replica portal is made of: documents in columns on a site, and the answers it gives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import ModuleType

DAYS = (1, 2, 3, 4)
FIRST_DAY = date(2026, 3, 20)


def today(day: int) -> date:
    """The calendar date the replica plays on ``day``."""
    return FIRST_DAY + timedelta(days=day - 1)


def boilerplate_day(day: int) -> int:
    """The day whose visit counters and date lines the pages show: they change once, on day 3."""
    return 3 if day >= 3 else 1


@dataclass(frozen=True, eq=False)
class Document:
    """One published page; ``facts`` are what only one system's template shows."""

    path: str
    title: str
    published: str
    issuer: str
    body: tuple[str, ...]
    time: str = "09:00:00"
    source: str = ""
    strong: tuple[str, ...] = ()
    encoding: str = "utf-8"
    first_day: int = 1
    gone_day: int = 0
    gone_as: str = "404"
    edits: tuple[tuple[int, str, str], ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    is_report: bool = False

    def there(self, day: int) -> bool:
        """Whether the page and its row exist on ``day``."""
        return self.first_day <= day and not self.gone(day)

    def gone(self, day: int) -> bool:
        """Whether the page was there and has been taken down."""
        return bool(self.gone_day) and day >= self.gone_day

    def lines(self, day: int) -> tuple[str, ...]:
        """The paragraphs as they read on ``day``, silent edits applied."""
        lines = self.body
        for since, old, new in self.edits:
            if day >= since:
                lines = tuple(line.replace(old, new) for line in lines)
        return lines

    def modified(self, day: int) -> date:
        """When the page last changed, its boilerplate included."""
        edited = [today(since) for since, _, _ in self.edits if day >= since]
        return max([date.fromisoformat(self.published), *edited, *boilerplate_dates(day)])


@dataclass(frozen=True)
class Column:
    """A listing. ``path`` ends with a slash; ``crumbs`` lead from the home page to it, its own name included."""

    path: str
    name: str
    crumbs: tuple[str, ...]
    documents: tuple[Document, ...] = ()
    children: tuple[Column, ...] = ()
    ident: str = ""
    per_page: int = 10
    first_day: int = 1

    def rows(self, day: int) -> list[Document]:
        """The documents listed on ``day``, newest first."""
        rows = [document for document in self.documents if document.there(day)]
        return sorted(rows, key=lambda row: (row.published, row.time), reverse=True)

    def pages(self, day: int) -> list[list[Document]]:
        """The rows cut into listing pages, at least one page."""
        rows = self.rows(day)
        cut = [rows[start : start + self.per_page] for start in range(0, len(rows), self.per_page)]
        return cut or [[]]

    def open_children(self, day: int) -> list[Column]:
        """The child columns that exist on ``day``."""
        return [child for child in self.children if child.first_day <= day]

    def modified(self, day: int) -> date:
        """When the listing last changed: a row came or went, or its boilerplate changed."""
        known = [date.fromisoformat(row.published) for row in self.rows(day)]
        went = [today(row.gone_day) for row in self.documents if row.gone(day)]
        came = [today(child.first_day) for child in self.open_children(day)]
        return max([FIRST_DAY, *known, *went, *came, *boilerplate_dates(day)])


def boilerplate_dates(day: int) -> list[date]:
    """The date of the last change of boilerplate, none before the first."""
    return [today(3)] if day >= 3 else []


@dataclass(frozen=True, eq=False)
class Site:
    """One portal: its name, its columns and the content system whose dialect it speaks."""

    portal: str
    host: str
    scheme: str
    name: str
    owner: str
    system: ModuleType
    columns: tuple[Column, ...]
    site_id_code: str = ""
    icp: str = ""
    police: str = ""
    robots: str = "User-agent: *\nAllow: /\n"
    listing_validators: bool = True
    menus: tuple[str, ...] = ("首页", "政务公开", "政务服务", "互动交流", "政务动态", "专题专栏")
    files: Mapping[str, bytes] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The address of the home page."""
        return f"{self.scheme}://{self.host}/"

    def all_columns(self, day: int) -> list[Column]:
        """Watched columns and their children, as open on ``day``."""
        return [each for column in self.columns for each in (column, *column.open_children(day))]


@dataclass(frozen=True)
class Request:
    """What a handler may look at."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    mode: str = ""


@dataclass(frozen=True)
class Answer:
    """A response before the server adds validators and compression."""

    content: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: Sequence[tuple[str, str]] = ()
    modified: date | None = None
    validators: bool = True

    @property
    def etag(self) -> str:
        """A strong validator made of the content."""
        return f'"{hashlib.sha1(self.content).hexdigest()[:20]}"'

    @property
    def last_modified(self) -> datetime | None:
        """The time of the last change, at nine in the morning, UTC."""
        return (
            datetime(self.modified.year, self.modified.month, self.modified.day, 9, tzinfo=UTC)
            if self.modified
            else None
        )


Handler = Callable[[Request], Answer]
Routes = dict[str, Handler]


def html(text: str, modified: date | None = None, encoding: str = "utf-8", **more: object) -> Answer:
    """A page; in another encoding than UTF-8 the header names no charset, as such servers do."""
    kind = "text/html; charset=utf-8" if encoding == "utf-8" else "text/html"
    return Answer(text.encode(encoding), content_type=kind, modified=modified, **more)  # type: ignore[arg-type]


def moved(location: str, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(status=status, headers=(("Location", location),), validators=False)
