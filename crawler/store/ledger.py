"""The ledger: what is watched, known, pending and due. It is the crawler's queue and its memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from cleaning.document.rules_version import RULES_VERSION
from crawler.clock import beijing_day, now, stamp
from crawler.items import ListingRow
from crawler.outcome import MISSED, PASSING, UNSENT, Outcome, bare_host
from crawler.schedule import retry_at
from crawler.store import regions
from crawler.store.database import insert, upsert
from crawler.store.watched import DueReport, LeftAlone, PendingRow, WatchedColumn, content_key, rows_digest
from crawler.urls import canonical

LONGEST_WAIT = timedelta(days=60)  # between two fetches of a column, retries of a host in trouble included
CLOCKS_DIFFER = timedelta(days=1)  # by which the clock may have been wrong without being seen to
MOST_CHILDREN = 60  # columns below one listing that are watched: one a year, not one for each month of a calendar
MAX_TRIES = 5  # fetches of a pending row before it waits for a person


def _with_text(outcome: Outcome) -> dict[str, str | int]:
    """The parameters of a reason, with its sentence for whoever reads the table without the program."""
    return {**outcome.params, "text": outcome.reason} if outcome.reason else {}


class Ledger:
    """Reads and writes the ledger of one run. Every method is one transaction."""

    def __init__(self, db: Database, run: str) -> None:
        self.db = db
        self.run = run

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self.db.execute(sql, list(values)).fetchall()

    def enter_portal(self, portal: dict[str, Any], columns: Iterable[tuple[str, str]]) -> None:
        """Mirror a portal file and its columns (url, name) into the database."""
        with self.db.atomic():
            regions.enter(self.db, portal.get("region_code"))
            upsert(self.db, "portals", portal, "name")
            named = list(columns)
            for url, name in named:
                self.enter_column(portal["name"], url, name)
            self._watch(portal["name"], [url for url, _ in named])

    def _watch(self, portal: str, urls: Sequence[str]) -> None:
        """Of a portal's columns only those are watched that its file names, and those below them."""
        marks = ",".join("?" * len(urls))
        own = f"(url IN ({marks}) OR coalesce(parent IN (SELECT id FROM columns WHERE url IN ({marks})), 0))"
        self.db.execute(
            f"UPDATE columns SET watched = {own} WHERE portal = ? AND watched != {own}",
            [*urls, *urls, portal, *urls, *urls],
        )

    def enter_column(self, portal: str, url: str, name: str, parent: int | None = None) -> bool:
        """Remember a column; True if it was not known. One more than MOST_CHILDREN below another is not remembered."""
        before = self.db.execute("SELECT 1 FROM columns WHERE url = ?", [url]).fetchone()
        if before is None and parent is not None:
            (known,) = self.db.execute("SELECT count(*) FROM columns WHERE parent = ?", [parent]).fetchone()
            if known >= MOST_CHILDREN:
                return False
        with self.db.atomic():
            self.db.execute(
                "INSERT INTO columns (portal, url, name, parent, first_seen) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (url) DO UPDATE SET name = excluded.name WHERE excluded.name != ''",
                [portal, url, name, parent, stamp()],
            )
        return before is None

    def columns(self, portal: str) -> list[WatchedColumn]:
        """The watched columns of a portal, parents first."""
        names = (
            "id, portal, url, name, parent, etag, last_modified, rows_digest, row_count, read_whole, next_fetch,"
            " last_unconditional, (SELECT url FROM columns AS above WHERE above.id = columns.parent)"
        )
        rows = self._rows(
            f"SELECT {names} FROM columns WHERE portal = ? AND watched ORDER BY parent IS NOT NULL, id", portal
        )
        return [WatchedColumn(*row) for row in rows]

    def due_columns(self, portal: str, *, insist: bool = False) -> list[WatchedColumn]:
        """The columns of a portal that are due now, all of them with ``insist``.

        One that is due only later than any fetch may be was fetched by a clock that ran ahead: it is due as well.
        """
        moment, latest = stamp(), stamp(now() + LONGEST_WAIT)
        columns = self.columns(portal)
        return [each for each in columns if insist or not moment < (each.next_fetch or "") <= latest]

    def left_alone(self, portal: str) -> list[LeftAlone]:
        """The columns of a portal that failed and are not due again yet, the soonest first."""
        rows = self._rows(
            "SELECT url, last_outcome, next_fetch FROM columns WHERE portal = ? AND bad_fetches > 0 AND next_fetch > ?"
            " ORDER BY next_fetch",
            portal,
            stamp(),
        )
        return [LeftAlone(*row) for row in rows]

    def next_due(self, portal: str) -> str | None:
        """When the next column of a portal is due, None if none was ever fetched."""
        (moment,) = self.db.execute("SELECT min(next_fetch) FROM columns WHERE portal = ?", [portal]).fetchone()
        return str(moment) if moment else None

    def column(self, url: str) -> WatchedColumn:
        """The watched column at ``url``; raises StopIteration if there is none."""
        portal = self.db.execute("SELECT portal FROM columns WHERE url = ?", [url]).fetchone()[0]
        return next(column for column in self.columns(portal) if column.url == url)

    def begin_walk(self, column: int) -> None:
        """Note that pages of a column are being read and its validators must not be trusted until the end."""
        with self.db.atomic():
            self.db.execute(
                "UPDATE columns SET read_whole = 0, etag = NULL, last_modified = NULL WHERE id = ?", [column]
            )

    def end_walk(self, column: int, rows: Sequence[ListingRow], etag: str | None, last_modified: str | None) -> None:
        """A column was read to where everything is known: its first page's rows and validators hold from now on."""
        with self.db.atomic():
            self.db.execute(
                "UPDATE columns SET read_whole = 1, rows_digest = ?, row_count = ?, etag = ?, last_modified = ?,"
                " last_unconditional = ? WHERE id = ?",
                [rows_digest(rows), len(rows), etag, last_modified, stamp(), column],
            )

    def note_column_fetch(self, column: int, outcome: Outcome, due: datetime) -> None:
        """Keep when a column was last fetched, how it ended, and when it is ``due`` again if all went well."""
        moment = now()
        with self.db.atomic():
            bad = 0
            if outcome.name == "partly_read":
                bad = 1  # what could be read was read: to try again within the night would not help
            elif not outcome.looked or outcome.name == "identity_mismatch":
                bad = 1 + self.db.execute("SELECT bad_fetches FROM columns WHERE id = ?", [column]).fetchone()[0]
                due = min(due, retry_at(moment, bad))
            self.db.execute(
                "UPDATE columns SET last_fetch = ?1, last_outcome = ?2, bad_fetches = ?3, next_fetch = ?4,"
                " last_good_fetch = CASE WHEN ?3 THEN last_good_fetch ELSE ?1 END WHERE id = ?5",
                [stamp(moment), outcome.name, bad, stamp(due), column],
            )

    def unknown(self, rows: Sequence[ListingRow]) -> list[ListingRow]:
        """Those rows whose address stands neither in ``listing_rows`` nor among the reports' addresses."""
        if not rows:
            return []
        known: set[str] = set()
        urls = [row.url for row in rows]
        for start in range(0, len(urls), 500):
            part = urls[start : start + 500]
            marks = ",".join("?" * len(part))
            known.update(row[0] for row in self._rows(f"SELECT url FROM listing_rows WHERE url IN ({marks})", *part))
        return [row for row in rows if row.url not in known]

    def remember_rows(self, column: WatchedColumn, rows: Iterable[tuple[ListingRow, str, str, str]]) -> None:
        """Keep new rows with (state, kind, reason); a known row keeps its state and gets ``last_seen``."""
        moment = stamp()
        with self.db.atomic():
            for row, state, kind, reason in rows:
                self.db.execute(
                    "INSERT INTO listing_rows"
                    " (portal, column_id, url, address, title, date, content_key, issuer, state, kind, reason,"
                    " rules_version, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (url) DO UPDATE SET last_seen = excluded.last_seen",
                    [
                        column.portal,
                        column.id,
                        row.url,
                        canonical(row.url),
                        row.title,
                        row.date,
                        content_key(row.title, row.date),
                        row.issuer,
                        state,
                        kind,
                        reason,
                        RULES_VERSION,
                        moment,
                        moment,
                    ],
                )

    def pending_rows(self, portal: str, *, insist: bool = False) -> list[PendingRow]:
        """Rows of a portal that still wait for their page, oldest first.

        A row whose page could not be had waits an hour, then ever longer, unless ``insist``.
        """
        rows = self._pending("listing_rows.portal = ?", portal)
        return rows if insist else [row for row in rows if self._may_ask(row.url)]

    def pending_among(self, portal: str, urls: Iterable[str]) -> list[PendingRow]:
        """Those rows of a listing page that wait for their page, at a cost that does not grow with those that wait."""
        rows = [
            row
            for url in urls
            for row in self._pending("listing_rows.url = ? AND listing_rows.portal = ?", url, portal)
        ]
        return sorted(rows, key=lambda row: row.id)

    def _pending(self, where: str, *values: object) -> list[PendingRow]:
        """What a pending row is: the one place that says so."""
        sql = (
            "SELECT listing_rows.id, column_id, listing_rows.url, title, date, issuer, columns.name FROM listing_rows"
            f" JOIN columns ON columns.id = column_id WHERE {where} AND state = 'pending' AND tries < ?"
            " ORDER BY listing_rows.id"
        )
        return [PendingRow(*row) for row in self._rows(sql, *values, MAX_TRIES)]

    def _may_ask(self, url: str) -> bool:
        """Whether the last fetch of a page that could not be had is long enough ago."""
        sql = (
            "SELECT count(*), max(time) FROM fetches WHERE url = ? AND purpose = 'report'"
            f" AND outcome NOT IN {(*UNSENT, *PASSING)}"
            f" AND (NOT looked OR outcome IN {MISSED})"
        )
        ((tries, last),) = self._rows(sql, url)
        return not tries or retry_at(datetime.fromisoformat(last), tries) <= now()

    def decide_row(self, url: str, state: str, kind: str, reason: str, report: int | None = None) -> None:
        """Write what a row turned out to be."""
        with self.db.atomic():
            self.db.execute(
                "UPDATE listing_rows SET state = ?, kind = ?, reason = ?, report = coalesce(?, report) WHERE url = ?",
                [state, kind, reason, report, url],
            )

    def count_try(self, url: str) -> None:
        """One more fetch of a pending row that brought no page."""
        with self.db.atomic():
            self.db.execute("UPDATE listing_rows SET tries = tries + 1 WHERE url = ? AND state = 'pending'", [url])

    def ended_so(self, url: str, outcome: str, ago: timedelta = timedelta(0)) -> bool:
        """Whether a fetch of a row's page ended so on an earlier day, and as long ago as that."""
        sql = "SELECT min(time) FROM fetches WHERE url = ? AND purpose = 'report' AND outcome = ?"
        first = self.db.execute(sql, [url, outcome]).fetchone()[0]
        return first is not None and beijing_day(first) < beijing_day(stamp()) and first <= stamp(now() - ago)

    def due_reports(self, portal: str) -> list[DueReport]:
        """Known reports of a portal whose next fetch has come, longest due first.

        One seen last by a clock that ran ahead is due as well, unless it is to be tried again within a day.
        """
        sql = (
            "SELECT id, url, coalesce(title, ''), etag, last_modified, fetch_interval FROM reports"
            " WHERE portal = ? AND (next_fetch <= ? OR last_seen > ? AND next_fetch > ?) ORDER BY next_fetch"
        )
        ahead = stamp(now() + CLOCKS_DIFFER)
        return [DueReport(*row) for row in self._rows(sql, portal, stamp(), ahead, ahead)]

    def note_fetch(
        self,
        portal: str | None,
        purpose: str,
        url: str,
        outcome: Outcome,
        *,
        column: int | None = None,
        status: int | None = None,
        size: int = 0,
        snapshot: int | None = None,
    ) -> None:
        """Keep one fetch: every one, good or bad, stands in ``fetches``; ``portal`` is None before there is one."""
        insert(
            self.db,
            "fetches",
            {
                "run": self.run,
                "portal": portal,
                "column_id": column,
                "purpose": purpose,
                "url": url,
                "host": bare_host(url),
                "time": stamp(),
                "status": status,
                "outcome": outcome.name,
                "looked": int(outcome.looked),
                "reason_code": outcome.code,
                "reason_params": json.dumps(_with_text(outcome), ensure_ascii=False),
                "bytes": size,
                "snapshot": snapshot,
            },
        )
