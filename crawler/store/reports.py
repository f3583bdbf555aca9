"""Reports: the current state of each published document, its versions, sections, figures and attachments."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlite_utils import Database

from cleaning.clean import CLEANER_VERSION
from cleaning.record import Report
from crawler.addresses import canonical, is_plain
from crawler.clock import now, stamp
from crawler.outcome import Outcome
from crawler.store.database import insert, insert_all, update

LOOK_AGAIN: Final = (1, 3, 7, 30, 90, 365)  # days between looks at a report that does not change
SECTION: Final = ("level", "marker", "heading", "kind", "part", "start", "end")
CANDIDATE: Final = (
    "value",
    "unit",
    "normal_value",
    "normal_unit",
    "qualifier",
    "period",
    "year",
    "sentence",
    "span",
    "start",
    "end",
)
FIGURE: Final = ("key", "label", "scope", "subset_of", *CANDIDATE)
LAST_RETRY: Final = 30  # days between looks at a report whose host gives no page to judge by


@dataclass(frozen=True, slots=True)
class Sighting:
    """A cleaned report page and how it was seen. ``report_id`` names the report when it is being looked at again."""

    portal: str
    url: str
    report: Report
    snapshot: int | None
    region_code: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    report_id: int | None = None


def body_digest(body: str) -> str:
    """SHA-256 of a body without its white space: re-flowed lines are no change, any other character is."""
    return hashlib.sha256(re.sub(r"\s+", "", body).encode("utf-8", "surrogatepass")).hexdigest()


def _fields(seen: Sighting) -> dict[str, Any]:
    report = seen.report
    return {
        "title": report.title,
        "issuer": report.issuer,
        "region_code": seen.region_code,
        "report_year": report.report_year,
        "published": report.published,
        "published_from": (report.provenance.get("published") or {}).get("from"),
        "signed_date": report.signed_date,
        "doc_number": report.doc_number,
        "index_number": report.index_number,
        "source": report.source,
        "site_name": report.site_name,
        "site_id_code": report.site_id_code,
        "icp": report.icp,
        "column_path": json.dumps(report.column_path, ensure_ascii=False) if report.column_path else None,
        "body": report.body,
        "body_sha256": body_digest(report.body),
        "body_source": report.body_source,
        "characters": len(re.sub(r"\s+", "", report.body)),
        "flags": json.dumps(report.flags, ensure_ascii=False),
        "provenance": json.dumps(report.provenance, ensure_ascii=False),
        "etag": seen.etag,
        "last_modified": seen.last_modified,
    }


class Reports:
    """Reads and writes reports. Every public method is one transaction."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def save(self, seen: Sighting, reclean: Callable[[int], str] | None = None) -> tuple[Outcome, int]:
        """Store a sighting; returns what it meant (new, changed, unchanged) and the report's id.

        ``reclean`` gives the body a stored snapshot has under the present cleaner, so that a change made by the
        cleaner is never told as a change of the source.
        """
        with self.db.atomic():
            known = seen.report_id or self._find(seen)
            if known is None:
                return Outcome("new"), self._insert(seen)
            self._add_address(known, seen.url)
            return self._update(known, seen, reclean), known

    def _find(self, seen: Sighting) -> int | None:
        """The report this page shows: known by its address, or another address of the same text."""
        row = self.db.execute("SELECT report FROM report_addresses WHERE url = ?", [seen.url]).fetchone()
        if row is None:
            row = self._find_twin(seen)
        return int(row[0]) if row else None

    def _find_twin(self, seen: Sighting) -> tuple[int] | None:
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

    def _insert(self, seen: Sighting) -> int:
        moment = stamp()
        key = insert(
            self.db,
            "reports",
            {
                "portal": seen.portal,
                "url": seen.url,
                **_fields(seen),
                "first_seen": moment,
                "last_seen": moment,
                "last_changed": moment,
                "next_look": stamp(now() + timedelta(days=LOOK_AGAIN[0])),
            },
        )
        self._add_address(key, seen.url, "primary")
        self._add_version(key, seen, "first")
        self._replace_parts(key, seen.report)
        return key

    def _add_address(self, report: int, url: str, relation: str = "twin") -> None:
        self.db.execute(
            "INSERT INTO report_addresses (url, report, relation, first_seen) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [url, report, relation, stamp()],
        )

    def _update(self, key: int, seen: Sighting, reclean: Callable[[int], str] | None) -> Outcome:
        url, old_digest, interval, state = self.db.execute(
            "SELECT url, body_sha256, look_interval, state FROM reports WHERE id = ?", [key]
        ).fetchone()
        changed = old_digest != body_digest(seen.report.body)
        fields = _fields(seen)
        if url != seen.url:
            better = state != "published" or (is_plain(seen.url) and not is_plain(url))
            if changed or not better:
                return Outcome("unchanged", "another address of a known report")
            fields = self._promote(key, seen.url) | fields
        reason = self._why(key, seen, reclean) if changed else ""
        if changed:
            self._add_version(key, seen, reason)
            fields["last_changed"] = stamp()
        interval = 0 if changed else min(interval + 1, len(LOOK_AGAIN) - 1)
        fields |= {
            "last_seen": stamp(),
            "state": "published",
            "missing_since": None,
            "look_interval": interval,
            "next_look": stamp(now() + timedelta(days=LOOK_AGAIN[interval])),
        }
        update(self.db, "reports", key, fields)
        if changed:
            self._replace_parts(key, seen.report)
        if reason == "source_changed":
            return Outcome("changed", "the text of the report was changed")
        return Outcome("unchanged", reason)

    def _promote(self, key: int, url: str) -> dict[str, Any]:
        """Make another address of a report its own: the plain one where a ``_wap`` twin was met first, or one that
        may still be there where the page has gone from the present one. Returns the report's fields to write."""
        self.db.execute("UPDATE report_addresses SET relation = 'twin' WHERE report = ?", [key])
        self.db.execute("UPDATE report_addresses SET relation = 'primary' WHERE url = ?", [url])
        return {"url": url, "etag": None, "last_modified": None}

    def _why(self, key: int, seen: Sighting, reclean: Callable[[int], str] | None) -> str:
        (snapshot,) = self.db.execute(
            "SELECT snapshot FROM versions WHERE report = ? ORDER BY number DESC LIMIT 1", [key]
        ).fetchone()
        if snapshot == seen.snapshot:
            return "cleaner_changed"
        if reclean is not None and snapshot is not None:
            try:
                if body_digest(reclean(snapshot)) == body_digest(seen.report.body):
                    return "cleaner_changed"
            except (OSError, ValueError, KeyError):
                pass
        return "source_changed"

    def _add_version(self, key: int, seen: Sighting, reason: str) -> None:
        number = self.db.execute("SELECT count(*) + 1 FROM versions WHERE report = ?", [key]).fetchone()[0]
        insert(
            self.db,
            "versions",
            {
                "report": key,
                "number": number,
                "reason": reason,
                "seen": stamp(),
                "title": seen.report.title,
                "body": seen.report.body,
                "body_sha256": body_digest(seen.report.body),
                "cleaner": CLEANER_VERSION,
                "snapshot": seen.snapshot,
            },
        )

    def _replace_parts(self, key: int, report: Report) -> None:
        for table in ("sections", "figures", "candidates", "attachments"):
            self.db.execute(f"DELETE FROM {table} WHERE report = ?", [key])
        sections = (
            (key, position, *(getattr(each, name) for name in SECTION), report.body[each.start : each.end])
            for position, each in enumerate(report.sections, 1)
        )
        insert_all(self.db, "sections", ("report", "position", *SECTION, "text"), sections)
        for table, names, figures in (
            ("figures", FIGURE, report.figures),
            ("candidates", CANDIDATE, report.candidates),
        ):
            rows = ((key, *(getattr(each, name) for name in names)) for each in figures)
            insert_all(self.db, table, ("report", *names), rows)
        files: dict[str, str] = {}
        for file in report.attachments:
            files.setdefault(file.url, file.name)
        insert_all(self.db, "attachments", ("report", "url", "name"), ((key, *file) for file in files.items()))

    def still_there(self, key: int) -> None:
        """The server says that a report has not changed."""
        with self.db.atomic():
            interval = self.db.execute("SELECT look_interval FROM reports WHERE id = ?", [key]).fetchone()[0]
            interval = min(interval + 1, len(LOOK_AGAIN) - 1)
            update(
                self.db,
                "reports",
                key,
                {
                    "last_seen": stamp(),
                    "look_interval": interval,
                    "next_look": stamp(now() + timedelta(days=LOOK_AGAIN[interval])),
                    "missing_since": None,
                    "state": "published",
                },
            )

    def missing(self, key: int) -> None:
        """A report's page is not there. After two such looks on different days it is ``gone``; its text stays.

        A report with several addresses is looked for at the next one, and is ``gone`` when all were asked.
        """
        with self.db.atomic():
            url, since = self.db.execute("SELECT url, missing_since FROM reports WHERE id = ?", [key]).fetchone()
            sql = "SELECT url FROM report_addresses WHERE report = ? ORDER BY first_seen DESC, url"
            addresses = [row[0] for row in self.db.execute(sql, [key])]
            days = (now().date() - date.fromisoformat((since or stamp())[:10])).days
            gone = days >= max(1, len(addresses) - 1)
            fields: dict[str, Any] = {}
            if len(addresses) > 1 and url in addresses:
                fields = self._promote(key, addresses[(addresses.index(url) + 1) % len(addresses)])
            update(
                self.db,
                "reports",
                key,
                {
                    **fields,
                    "missing_since": since or stamp(),
                    "state": "gone" if gone else "missing",
                    "look_interval": 0,
                    "next_look": stamp(now() + timedelta(days=30 if gone else 1)),
                },
            )

    def look_later(self, key: int) -> None:
        """A look at a report brought no page to judge by: try again tomorrow, then ever later up to a month, and
        change nothing else."""
        with self.db.atomic():
            sql = (
                "SELECT count(DISTINCT substr(time, 1, 10)) FROM fetches JOIN reports ON reports.url = fetches.url"
                " WHERE reports.id = ? AND time > last_seen AND purpose = 'report'"
            )
            days = 2 ** min(max(self.db.execute(sql, [key]).fetchone()[0] - 1, 0), 5)
            update(self.db, "reports", key, {"next_look": stamp(now() + timedelta(days=min(days, LAST_RETRY)))})
