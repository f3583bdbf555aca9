"""What is known of a column's rows, and how far it was read: ``listing_rows``, ``columns``, ``hosts``."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from sqlite_utils import Database

from crawler.clock import BEIJING, now
from crawler.items import ListingRow
from crawler.outcome import bare_host
from crawler.store.watched import content_key
from crawler.urls import canonical, is_plain, random_fields, without

_YEARS: Final = re.compile(r"20\d{2}")
_AGREE: Final = 2  # rows that must show the same random fields: one alone may be a document put up again
_PART: Final = 400  # values of one query


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """How far a column was read the last time that it was read whole, and what it stated of its length.

    ``page_limit`` is the portal file's ``max_pages`` that ended that reading before the list did.
    """

    stated_total: int | None
    stated_pages: int | None
    rows_read: int | None
    pages_read: int | None
    last_full_read: str | None
    trusted_order: bool
    page_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of a page as the ledger knows them: those nobody has seen, and known ones whose title is another now."""

    unknown: list[ListingRow] = field(default_factory=list)
    retitled: list[ListingRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many rows of a page are known; of the others, how many are dated since a day, and how many before it."""

    known: int
    since: int
    before: int


class ListingRows:
    """Reads and writes rows and readings; every method is one transaction at most."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._sessions: dict[str, frozenset[str]] = {}

    def reading(self, column: int) -> ColumnReading:
        """How far a column was read."""
        sql = (
            "SELECT stated_total, pages_stated, rows_read, pages_read, last_full_read, trusted_order, page_limit"
            " FROM columns WHERE id = ?"
        )
        total, pages, rows, read, last, trusted, limit = self.db.execute(sql, [column]).fetchone()
        return ColumnReading(total, pages, rows, read, last, bool(trusted), limit)

    def note_reading(self, column: int, reading: ColumnReading) -> None:
        """Keep how far a column was read."""
        self.db.execute(
            "UPDATE columns SET stated_total = ?, pages_stated = ?, rows_read = ?, pages_read = ?, last_full_read = ?,"
            " trusted_order = ?, page_limit = ? WHERE id = ?",
            [
                reading.stated_total,
                reading.stated_pages,
                reading.rows_read,
                reading.pages_read,
                reading.last_full_read,
                int(reading.trusted_order),
                reading.page_limit,
                column,
            ],
        )

    def last_read(self, column: int, url: str) -> int | None:
        """The bytes that were last read as a column's list at an address, None if none are kept."""
        sql = (
            "SELECT snapshot FROM fetches WHERE column_id = ? AND purpose = 'listing' AND url = ?"
            " AND outcome IN ('changed', 'unchanged', 'partly_read') AND snapshot IS NOT NULL"
            " ORDER BY time DESC, id DESC LIMIT 1"
        )
        row = self.db.execute(sql, [column, url]).fetchone()
        return int(row[0]) if row else None

    def note_total(self, column: int, total: int | None) -> None:
        """Keep the number of rows a column states."""
        self.db.execute("UPDATE columns SET stated_total = ? WHERE id = ?", [total, column])

    def sort(self, column: int, rows: Sequence[ListingRow]) -> Sorted:
        """Tell the rows of a page: by address without session parts, and by title and date where only such parts
        changed since another night. A page of which only the phone twin was listed is asked for: its report is kept
        under the plain address."""
        titles = self._titles(rows)
        known = {row.url: titles.get(self.address(row.url), {}) for row in rows}
        unknown = [row for row in rows if not _is_listed(row.url, known[row.url])]
        twins = self._twins(column, unknown, {row.url for row in rows})
        if twins:
            self._learn(twins)
        unknown = [row for row in unknown if row.url not in twins]
        retitled = [row for row in rows if row.title != _title_in(known[row.url], row)]
        return Sorted(unknown, retitled)

    def standing(self, column: int, rows: Sequence[ListingRow], day: str) -> Standing:
        """How the rows of a page stand to those that are known, by address or by title and date in the column; where
        none of the column's are, all are taken for known. ``day`` is an ISO date; a row dated after tomorrow, which no
        row comes with, counts as one before it."""
        if self.db.execute("SELECT 1 FROM listing_rows WHERE column_id = ? LIMIT 1", [column]).fetchone() is None:
            return Standing(len(rows), 0, 0)
        titles = self._titles(rows)
        others = [(content_key(row.title, row.date), row) for row in rows if self.address(row.url) not in titles]
        moved = {key for key, _ in self._with_keys(column, [key for key, _ in others])}
        strange = [row for key, row in others if key not in moved]
        tomorrow = (now() + timedelta(days=1)).astimezone(BEIJING).date().isoformat()
        since = sum(day <= row.date <= tomorrow for row in strange)
        return Standing(len(rows) - len(strange), since, sum(bool(row.date) for row in strange) - since)

    def address(self, url: str) -> str:
        """What two spellings of one row's address have in common: canonical, without the host's session parts."""
        return canonical(without(url, self.sessions(bare_host(url))))

    def sessions(self, host: str) -> frozenset[str]:
        """The query fields of a host that mean nothing."""
        if host not in self._sessions:
            row = self.db.execute("SELECT session_params FROM hosts WHERE host = ?", [host]).fetchone()
            self._sessions[host] = frozenset(json.loads(row[0])) if row else frozenset()
        return self._sessions[host]

    def _titles(self, rows: Sequence[ListingRow]) -> dict[str, dict[str, str]]:
        """Address -> url -> title of those rows that are known, the first one first."""
        found: dict[str, dict[str, str]] = {}
        addresses = [self.address(row.url) for row in rows]
        for start in range(0, len(addresses), _PART):
            part = addresses[start : start + _PART]
            marks = ",".join("?" * len(part))
            sql = f"SELECT address, url, title FROM listing_rows WHERE address IN ({marks}) ORDER BY id"
            for address, url, title in self.db.execute(sql, part):
                found.setdefault(address, {})[url] = title
        return found

    def _twins(self, column: int, rows: Sequence[ListingRow], shown: set[str]) -> dict[str, tuple[str, frozenset[str]]]:
        """Those rows that another night showed at an address which differs in a random field alone and is gone now:
        address -> (old address, fields)."""
        keys = {content_key(row.title, row.date): row for row in rows if row.date}
        twins: dict[str, tuple[str, frozenset[str]]] = {}
        for key, old in self._with_keys(column, list(keys)):
            row = keys[key]
            if old not in shown and (fields := random_fields(old, row.url)):
                twins[row.url] = (old, fields)
        agreeing = Counter(fields for _, fields in twins.values())
        least = min(_AGREE, len(shown))
        return {url: twin for url, twin in twins.items() if agreeing[twin[1]] >= least}

    def _with_keys(self, column: int, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Key and address of each known row of a column that has one of these titles and dates."""
        for start in range(0, len(keys), _PART):
            part = keys[start : start + _PART]
            marks = ",".join("?" * len(part))
            sql = f"SELECT content_key, url FROM listing_rows WHERE column_id = ? AND content_key IN ({marks})"
            yield from self.db.execute(sql, [column, *part]).fetchall()

    def _learn(self, twins: Mapping[str, tuple[str, frozenset[str]]]) -> None:
        """Remember the hosts' random fields, and bring the addresses of their known rows to the form without them."""
        hosts: dict[str, set[str]] = {}
        for url, (_, fields) in twins.items():
            hosts.setdefault(bare_host(url), set()).update(fields)
        for host, names in hosts.items():
            merged = sorted(self.sessions(host) | names)
            self.db.execute(
                "INSERT INTO hosts (host, session_params) VALUES (?1, ?2)"
                " ON CONFLICT (host) DO UPDATE SET session_params = ?2",
                [host, json.dumps(merged)],
            )
            self._sessions.pop(host, None)
            for row, url in self.db.execute("SELECT id, url FROM listing_rows").fetchall():
                if bare_host(url) == host:
                    self.db.execute("UPDATE listing_rows SET address = ? WHERE id = ?", [self.address(url), row])

    def retitle(self, row: ListingRow, decide: tuple[str, str, str], rules: str) -> set[str]:
        """Keep a known row's new title; a refused one is judged anew, and one that names another year asks for its page
        again. Gives the address to ask for, none where the page is not wanted."""
        address = self.address(row.url)
        found = self.db.execute(
            "SELECT id, url, title, state FROM listing_rows WHERE address = ? ORDER BY url != ?, id", [address, row.url]
        ).fetchone()
        if found is None:
            return set()
        ident, url, title, state = found
        self.db.execute(
            "UPDATE listing_rows SET title = ?, date = ?, content_key = ?, rules_version = ? WHERE id = ?",
            [row.title, row.date, content_key(row.title, row.date), rules, ident],
        )
        another = set(_YEARS.findall(title)) != set(_YEARS.findall(row.title))
        if state == "refused" or (another and state not in ("pending", "foreign")):
            self._decide(ident, decide, rules)
            return {url} if decide[0] == "pending" else set()
        return set()

    def outdated(self, portal: str, rules: str) -> list[tuple[int, ListingRow, str]]:
        """The refused rows of a portal that other rules refused, with the name of their column."""
        sql = (
            "SELECT listing_rows.id, listing_rows.url, title, date, columns.name FROM listing_rows"
            " JOIN columns ON columns.id = column_id"
            " WHERE listing_rows.portal = ?1 AND state = 'refused' AND (rules_version < ?2 OR rules_version > ?2)"
        )
        rows = self.db.execute(sql, [portal, rules]).fetchall()
        return [(ident, ListingRow(url, title, date), name) for ident, url, title, date, name in rows]

    def redecide(self, decided: Iterable[tuple[int, tuple[str, str, str]]], rules: str) -> None:
        """Keep what the rules of today make of refused rows."""
        with self.db.atomic():
            for ident, decision in decided:
                self._decide(ident, decision, rules)

    def _decide(self, ident: int, decision: tuple[str, str, str], rules: str) -> None:
        self.db.execute(
            "UPDATE listing_rows SET state = ?, kind = ?, reason = ?, tries = 0, rules_version = ? WHERE id = ?",
            [*decision, rules, ident],
        )


def _is_listed(url: str, listed: Iterable[str]) -> bool:
    """Whether a row stands in the ledger at one of the addresses that differ from its own in nothing that matters."""
    return any(is_plain(each) or not is_plain(url) for each in listed)


def _title_in(listed: Mapping[str, str], row: ListingRow) -> str:
    """The title a row has in the ledger: at its own address, else at the first twin of it; its own if it has none."""
    return listed.get(row.url) or next(iter(listed.values()), row.title)
