"""Whether a column was read as far as it goes: stated totals, pages and order against the rows that were read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from crawler.clock import BEIJING
from crawler.items import Listing, ListingRow, PageRequest
from crawler.platforms.listing.series import between
from crawler.schedule import in_season
from crawler.store.listing_rows import ColumnReading

IN_SEASON: Final = 14  # nights after which a column of several pages is read whole, at the latest
OTHERWISE: Final = 30
SPREAD: Final = 3  # nights by which columns read whole for the same reason lie apart
SHORT: Final = 5  # pages of a column that is read whole each night while its order tells nothing
UNTRUSTED: Final = 7  # nights for longer columns of that kind
SAME: Final = (
    0.9  # share of the stated rows that stands for all where every stated page was read: some are no documents
)


NOTHING_READ: Final = ColumnReading(None, None, None, None, None, trusted_order=False)


@dataclass(slots=True)
class Progress:
    """What one listing run has read so far, over all pages."""

    rows: dict[str, ListingRow] = field(default_factory=dict)
    first_page: int = 0
    pages: int = 0
    new: int = 0
    total: int | None = None
    stated_pages: int | None = None
    linked: dict[int, PageRequest | None] = field(default_factory=dict)
    asked: dict[int, PageRequest] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    control: str = ""
    ended: bool = False
    last: tuple[str, ...] = ()
    stands_still: bool = False
    new_at_last: int = 0

    def add(self, keys: Sequence[str], listing: Listing, new: int) -> int:
        """Count one more page; gives how many of its rows this run had not seen on a page before."""
        fresh = {key: row for key, row in zip(keys, listing.rows, strict=True) if key not in self.rows}
        self.rows |= fresh
        self.stands_still = self.pages > 1 and self.last == tuple(keys)  # the first page again is no end
        self.last, self.new_at_last = tuple(keys), len(fresh)
        self.pages += 1
        self.first_page = self.first_page or len(listing.rows)
        self.new += new
        self.total = max((each for each in (self.total, listing.stated_total) if each is not None), default=None)
        self.stated_pages = max((n for n in (self.stated_pages, listing.stated_pages) if n is not None), default=None)
        self.linked |= listing.linked
        self.unread += listing.unread
        self.control = listing.control
        return len(fresh)

    def reading(self, last_full_read: str | None, page_limit: int | None) -> ColumnReading:
        """What is kept of the run."""
        trusted = newest_first(list(self.rows.values()), self.first_page)
        rows, pages = len(self.rows), self.pages
        return ColumnReading(self.total, self.stated_pages, rows, pages, last_full_read, trusted, page_limit)

    @property
    def reach(self) -> str:
        """How far the column was read, with the numbers: 15 of 93 rows, page 1 of 7."""
        read = len(self.rows)
        rows = f"{read} of {self.total} rows" if self.total and self.total > read else f"{read} rows"
        return f"{rows}, page {self.pages} of {self.stated_pages or self.linked_to or '?'}"

    @property
    def linked_to(self) -> int:
        """The highest number that a pager links, 0 without one."""
        return max(self.linked, default=0)

    def page(self, number: int) -> PageRequest | None:
        """How to ask for a page behind the one read last, which leads on to none, unless that is the last: by a pager
        of a page before it, or as the pages asked for and linked agree on."""
        if self.at_end and not self.short:
            return None
        pages = self.stated_pages or (-(-(self.total or 0) // self.first_page) if self.first_page else 0)
        return self.linked.get(number) or between({**self.linked, **self.asked}, number, pages)

    @property
    def at_end(self) -> bool:
        """Whether the last page read, which leads on to none, may be the last there is: pages before it may have
        linked more by number, though those count for nothing where a total says that all was read."""
        if self.total is not None:
            return len(self.rows) >= self.total or self.pages >= self.linked_to
        return self.pages >= (self.stated_pages or self.linked_to)

    @property
    def short(self) -> bool:
        """True if the column states more than was read of it.

        Where every stated page was read, a few rows less are rows that are no documents.
        """
        if self.total is not None and len(self.rows) < self.total:
            all_pages = self.stated_pages is not None and self.pages >= self.stated_pages
            return not (all_pages and len(self.rows) >= SAME * self.total)
        return self.total is None and self.stated_pages is not None and self.pages < self.stated_pages


def newest_first(rows: Sequence[ListingRow], first_page: int) -> bool:
    """True if new rows of a list come to stand on its first page: behind pinned ones its dates never rise.

    The pinned rows in front may not fill the first page. Undated rows tell nothing; without dates nothing is known.
    """
    days = [row.date for row in rows]
    if not any(days):
        return False
    start = len(days)
    last = ""
    for at in range(len(days) - 1, -1, -1):
        if days[at] and days[at] < last:
            break
        last = days[at] or last
        start = at
    return start < first_page


def whole_due(reading: ColumnReading, key: str, moment: datetime) -> bool:
    """True if a column of several pages is to be read to its end tonight, without validators.

    That is every fourteen nights in season and every thirty otherwise, columns spread over some nights; sooner where
    its order cannot be trusted and it states no total that would grow.
    """
    if (reading.pages_read or 1) <= 1 or reading.last_full_read is None:
        return False
    last = datetime.fromisoformat(reading.last_full_read)
    nights = (moment.astimezone(BEIJING).date() - last.astimezone(BEIJING).date()).days
    most = IN_SEASON if in_season(moment) else OTHERWISE
    if not reading.trusted_order and reading.stated_total is None:
        most = 1 if (reading.pages_read or 0) <= SHORT else UNTRUSTED
    draw = hashlib.sha256(f"{key} {reading.last_full_read[:10]}".encode()).digest()[0]
    return nights >= most - (draw % SPREAD if most >= IN_SEASON else 0)
