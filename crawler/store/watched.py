"""What the ledger hands out: watched columns, rows that wait for their page, reports that are due."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from crawler.clock import now, stamp, told
from crawler.items import ListingRow

UNCONDITIONAL_FROM = 3  # interval of ``reports.FETCH_AGAIN``, its 30 days


BLIND = timedelta(days=13)  # a column's first page is read without validators at least every fourteen nights


@dataclass(frozen=True, slots=True)
class WatchedColumn:
    """A listing that is watched, with what the last fetch left: validators, digest and walk state.

    ``read_whole`` is 0 while pages of the listing may hold rows nobody has read, so that a walk that was
    cut short is read_whole again in full.
    """

    id: int
    portal: str
    url: str
    name: str
    parent: int | None
    etag: str | None
    last_modified: str | None
    rows_digest: str | None
    row_count: int | None
    read_whole: int
    next_fetch: str | None
    last_unconditional: str | None = None
    above: str | None = None  # the address of the column it is part of

    @property
    def conditional(self) -> bool:
        """Whether the server may say that nothing has changed."""
        return bool(self.read_whole) and (self.last_unconditional or "") > stamp(now() - BLIND)


@dataclass(frozen=True, slots=True)
class PendingRow:
    """A listing row whose page must be fetched to decide what it is."""

    id: int
    column_id: int
    url: str
    title: str
    date: str
    issuer: str
    column_name: str


@dataclass(frozen=True, slots=True)
class DueReport:
    """A known report that is to be fetched again."""

    id: int
    url: str
    title: str
    etag: str | None
    last_modified: str | None
    fetch_interval: int = 0

    @property
    def conditional(self) -> bool:
        """Whether the server may say that nothing has changed: not from the fetch after 30 days on."""
        return self.fetch_interval < UNCONDITIONAL_FROM


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A column that failed and is not asked for until ``until``; ``outcome`` is how its last fetch ended."""

    url: str
    outcome: str
    until: str

    @property
    def sentence(self) -> str:
        """Until when and why, as it stands in tables."""
        return f"left alone until {told(self.until)}: {self.outcome}"


def rows_digest(rows: Sequence[ListingRow]) -> str:
    """A digest of a listing's rows: it changes when a row appears, vanishes or is renamed, never with boilerplate."""
    text = "\n".join(f"{row.url}\t{row.title}\t{row.date}" for row in rows)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_key(title: str, date: str) -> str:
    """What makes a row the same row at another address: a short digest of its title without blanks and its date."""
    text = "".join(title.split()) + "\t" + date
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
