"""Table ``reports``: the current state of each published document, and the addresses it is shown at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import Report
from crawler.clock import now, stamp
from crawler.outcome import Outcome
from crawler.store.database import insert, update
from crawler.store.files import Files, Pages
from crawler.store.observation import Observation, body_digest, fields_of, named_anew, public_id
from crawler.store.parts import replace_parts
from crawler.store.pending import PATIENCE, SEVERAL
from crawler.store.search import Indexing
from crawler.store.versions import CHANGES, Reclean, Versions
from crawler.urls import canonical, is_plain

FETCH_AGAIN: Final = (1, 3, 7, 30, 90, 365)  # days between fetches of a report that does not change
ALIKE: Final = 0.5  # share of the shorter text's lines that two readings of one document have in common
LAST_RETRY: Final = 30  # days between fetches of a report whose host gives no page to judge by


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a report that is being fetched again."""

    title: str
    report_year: int | None
    issuer: str | None
    body: str
    digest: str
    flags: str
    etag: str | None
    last_modified: str | None


def another_year(kept: Kept, report: Report) -> bool:
    """Whether a page shows the report of another year than is kept, and not the same text with its year mended.

    The opening paragraph says what year a text reports on; one that does not is told by how much of it is the same.
    """
    from cleaning.document.report_year import year_in_text

    if None in (kept.report_year, report.report_year) or kept.report_year == report.report_year:
        return False
    before, after = (year_in_text(text.partition("\n")[0]) for text in (kept.body, report.body))
    if before is not None and after is not None:
        return before != after
    old, new = set(kept.body.splitlines()), set(report.body.splitlines())
    return len(old & new) < ALIKE * max(1, min(len(old), len(new)))


class Reports:
    """Reads and writes reports. Every public method is one transaction."""

    def __init__(self, db: Database, *, searched: bool = True) -> None:
        """``searched`` False leaves the search index to whoever takes the reports over."""
        self.db = db
        self.files = Files(db)
        self.versions = Versions(db, self.files)
        self.indexing = Indexing(db, active=searched)
        self.pages = Pages(db)

    def save(self, seen: Observation, reclean: Reclean | None = None) -> tuple[Outcome, int]:
        """Store a observation; returns what it meant (new, changed, unchanged) and the report's id.

        ``reclean`` reads stored snapshots with the present cleaner, so that a change made by the cleaner is never told
        as a change of the source.
        """
        with self.db.atomic():
            shown = seen.report_id or self._shown_at(seen.url)
            known = self._find(seen, shown)
            if known is None:
                outcome, known = Outcome("new"), self._insert(seen)
            else:
                self._add_address(known, seen.url)
                outcome = self._update(known, seen, reclean)
            if shown not in (None, known):
                self._replace_at(seen.url, shown, known)
            if outcome.name != "unchanged":
                self.indexing.added()
            return outcome, known

    def kept(self, key: int) -> Kept:
        """What is kept of a report."""
        sql = (
            "SELECT coalesce(title, ''), report_year, issuer, body, body_sha256, flags, etag, last_modified"
            " FROM reports WHERE id = ?"
        )
        return Kept(*self.db.execute(sql, [key]).fetchone())

    def is_elsewhere(self, url: str, digest: str) -> bool:
        """Whether a text is that of a published report whose page stands at another address, and was never at this."""
        sql = (
            "SELECT 1 FROM reports WHERE body_sha256 = ? AND body != '' AND state = 'published' AND address != ?"
            " AND NOT EXISTS (SELECT 1 FROM report_addresses WHERE report = reports.id AND url = ?)"
        )
        return self.db.execute(sql, [digest, canonical(url), url]).fetchone() is not None

    def _shown_at(self, url: str) -> int | None:
        """The report last seen at an address."""
        sql = "SELECT report FROM report_addresses WHERE url = ? AND until IS NULL"
        row = self.db.execute(sql, [url]).fetchone()
        return int(row[0]) if row else None

    def _find(self, seen: Observation, shown: int | None) -> int | None:
        """The report this page shows: one of this address and year, the one last seen at the address unless the page
        now shows another year's, or one with the same text elsewhere."""
        year = seen.report.report_year
        sql = "SELECT id FROM reports WHERE address = ? AND coalesce(report_year, 0) = ?"
        row = self.db.execute(sql, [canonical(seen.url), year or 0]).fetchone()
        if row is None and shown is not None and not self._another_year(shown, seen.report):
            return shown
        row = row or self._find_twin(seen)
        return int(row[0]) if row else None

    def _another_year(self, shown: int, report: Report) -> bool:
        """Whether a page shows the report of another year than it did, and not the same text with its year mended."""
        return another_year(self.kept(shown), report)

    def _replace_at(self, url: str, before: int | None, now_shown: int) -> None:
        """An address shows another report than before: the earlier one keeps its text and is not asked for again."""
        self.db.execute("UPDATE report_addresses SET until = ? WHERE url = ? AND report = ?", [stamp(), url, before])
        self.db.execute(
            "UPDATE reports SET replaced_by = ?, next_fetch = NULL WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM report_addresses WHERE report = reports.id AND until IS NULL)",
            [now_shown, before],
        )
        self.db.execute("UPDATE reports SET replaced_by = NULL WHERE id = ?", [now_shown])

    def _find_twin(self, seen: Observation) -> tuple[int] | None:
        """A report with the same text under another address: a ``_wap`` twin, http/https, or a copy elsewhere."""
        digest = body_digest(seen.report.body)
        if not seen.report.body:
            return None
        rows = self.db.execute(
            "SELECT id, url, issuer, report_year FROM reports WHERE body_sha256 = ?", [digest]
        ).fetchall()
        for key, url, issuer, year in rows:
            same_document = (issuer, year) == (seen.report.issuer, seen.report.report_year)
            if same_document or canonical(url) == canonical(seen.url):
                return (key,)
        return None

    def _insert(self, seen: Observation) -> int:
        moment = stamp()
        address = canonical(seen.url)
        key = insert(
            self.db,
            "reports",
            {
                "public_id": public_id(address, seen.report.report_year),
                "portal": seen.portal,
                "url": seen.url,
                "address": address,
                **fields_of(seen),
                "first_seen": moment,
                "last_seen": moment,
                "last_changed": moment,
                "next_fetch": stamp(now() + timedelta(days=FETCH_AGAIN[0])),
            },
        )
        self._add_address(key, seen.url, "primary")
        self.versions.add(key, seen, "first")
        replace_parts(self.db, key, seen.report)
        self.files.put(key, seen.report.attachments, seen.files)
        self.pages.put(key, seen.pages)
        return key

    def _add_address(self, report: int, url: str, relation: str = "twin") -> None:
        self.db.execute(
            "INSERT INTO report_addresses (url, report, relation, first_seen) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET until = NULL WHERE until IS NOT NULL",
            [url, report, relation, stamp()],
        )

    def _update(self, key: int, seen: Observation, reclean: Reclean | None) -> Outcome:
        url, body, old_digest, interval, state = self.db.execute(
            "SELECT url, body, body_sha256, fetch_interval, state FROM reports WHERE id = ?", [key]
        ).fetchone()
        changed = old_digest != body_digest(seen.report.body) or self.versions.other_unread(key, seen)
        fields = fields_of(seen)
        if url != seen.url:
            better = state != "published" or (is_plain(seen.url) and not is_plain(url))
            if changed or not better:
                return Outcome("unchanged", "another address of a known report")
            fields = self._promote(key, seen.url) | fields
        reason = self.versions.why(key, seen, reclean) if changed else ""
        if changed:
            fields["last_changed"] = stamp()
        interval = 0 if changed else min(interval + 1, len(FETCH_AGAIN) - 1)
        fields |= {
            "last_seen": stamp(),
            "state": "published",
            "missing_since": None,
            "fetch_interval": interval,
            "next_fetch": stamp(now() + timedelta(days=FETCH_AGAIN[interval])),
        }
        update(self.db, "reports", key, fields)
        if changed:
            self.versions.add(key, seen, reason)
        if changed or body != seen.report.body:
            replace_parts(self.db, key, seen.report)
        self.files.put(key, seen.report.attachments, seen.files)
        self.pages.put(key, seen.pages)
        if reason in CHANGES:
            return Outcome("changed", CHANGES[reason])
        return Outcome("unchanged", reason)

    def _promote(self, key: int, url: str) -> dict[str, Any]:
        """Make another address of a report its own: the plain one where a ``_wap`` twin was met first, or one that
        may still be there where the page has gone from the present one. Returns the report's fields to write."""
        self.db.execute("UPDATE report_addresses SET relation = 'twin' WHERE report = ?", [key])
        self.db.execute("UPDATE report_addresses SET relation = 'primary' WHERE url = ?", [url])
        return {"url": url, "etag": None, "last_modified": None}

    def still_there(self, key: int, agency: str = "") -> None:
        """The server says that a report has not changed; ``agency`` is whom the portal file names for its column."""
        with self.db.atomic():
            interval, issuer, provenance = self.db.execute(
                "SELECT fetch_interval, issuer, provenance FROM reports WHERE id = ?", [key]
            ).fetchone()
            interval = min(interval + 1, len(FETCH_AGAIN) - 1)
            update(
                self.db,
                "reports",
                key,
                {
                    "last_seen": stamp(),
                    "fetch_interval": interval,
                    "next_fetch": stamp(now() + timedelta(days=FETCH_AGAIN[interval])),
                    "missing_since": None,
                    "state": "published",
                    **named_anew(issuer, provenance, agency),
                },
            )

    def missing(self, key: int, since: str | None = None) -> None:
        """A report's page is not there. After two such fetches on different days it is ``gone``; its text stays.
        ``since`` is the first of them where it was of another kind. Where several of a portal are missing it is the
        site that fails, until that has lasted.

        A report with several addresses is looked for at the next one, and is ``gone`` when all were asked.
        """
        with self.db.atomic():
            url, known = self.db.execute("SELECT url, missing_since FROM reports WHERE id = ?", [key]).fetchone()
            since = min(known or since or stamp(), stamp())  # a clock may have run ahead
            sql = "SELECT url FROM report_addresses WHERE report = ? AND until IS NULL ORDER BY first_seen DESC, url"
            addresses = [row[0] for row in self.db.execute(sql, [key])]
            days = (now().date() - date.fromisoformat(since[:10])).days
            gone = days >= max(1, len(addresses) - 1) and (days >= PATIENCE.days or self._is_missing_alone(key))
            fields: dict[str, Any] = {}
            if len(addresses) > 1 and url in addresses:
                fields = self._promote(key, addresses[(addresses.index(url) + 1) % len(addresses)])
            update(
                self.db,
                "reports",
                key,
                {
                    **fields,
                    "missing_since": since,
                    "state": "gone" if gone else "missing",
                    "fetch_interval": 0,
                    "next_fetch": stamp(now() + timedelta(days=30 if gone else 1)),
                },
            )

    def _is_missing_alone(self, key: int) -> bool:
        """Whether hardly any other report of its portal is missing as well."""
        sql = (
            "SELECT count(*) FROM reports WHERE (state = 'missing' OR id = ?)"
            " AND portal = (SELECT portal FROM reports WHERE id = ?)"
        )
        missing: int = self.db.execute(sql, [key, key]).fetchone()[0]
        return missing < SEVERAL

    def fetch_later(self, key: int) -> None:
        """A fetch of a report brought no page to judge by: try again tomorrow, then ever later up to a month, and
        change nothing else."""
        with self.db.atomic():
            sql = (
                "SELECT count(DISTINCT substr(time, 1, 10)) FROM fetches JOIN reports ON reports.url = fetches.url"
                " WHERE reports.id = ? AND time > last_seen AND purpose = 'report'"
            )
            days = 2 ** min(max(self.db.execute(sql, [key]).fetchone()[0] - 1, 0), 5)
            update(self.db, "reports", key, {"next_fetch": stamp(now() + timedelta(days=min(days, LAST_RETRY)))})
