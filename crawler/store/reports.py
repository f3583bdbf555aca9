"""Reports: the current state of each published document, its versions, sections and figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import Figure, Report, Target
from crawler.clock import now, stamp
from crawler.outcome import Outcome
from crawler.store.database import insert, insert_all, update
from crawler.store.files import Files, Pages
from crawler.store.observation import Observation, body_digest, characters, fields_of, named_anew, public_id
from crawler.store.search import Indexing
from crawler.urls import canonical, is_plain

LOOK_AGAIN: Final = (1, 3, 7, 30, 90, 365)  # days between looks at a report that does not change
CHANGES: Final = {
    "source_changed": "the text of the report was changed",
    "attachment_changed": "a file that holds the report was changed",
}
SECTION: Final = ("level", "marker", "heading", "kind", "part", "start", "end")
CANDIDATE: Final = (
    "value",
    "unit",
    "normal_value",
    "normal_unit",
    "qualifier",
    "period",
    "year",
    "start",
    "end",
)
FIGURE: Final = ("key", "label", "scope", "subset_of", *CANDIDATE)
TARGET: Final = ("key", "label", "mood", "scope", *(name for name in CANDIDATE if name != "period"))
SENTENCE: Final = ("sentence_start", "sentence_end")
WHOLE: Final = 0.95  # share of a cut text that stands in the whole one: its last sentence may have been cut
ALIKE: Final = 0.5  # share of the shorter text's lines that two readings of one document have in common
_section = attrgetter(*SECTION)
# Gives the body that snapshots of a page and of its following pages (by address) have under the present cleaner.
Reclean = Callable[[int, Mapping[str, int]], str]
LAST_RETRY: Final = 30  # days between looks at a report whose host gives no page to judge by


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a report that is being looked at again."""

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
        sql = "SELECT report_year, issuer, body, body_sha256, flags, etag, last_modified FROM reports WHERE id = ?"
        return Kept(*self.db.execute(sql, [key]).fetchone())

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
                "next_fetch": stamp(now() + timedelta(days=LOOK_AGAIN[0])),
            },
        )
        self._add_address(key, seen.url, "primary")
        self._add_version(key, seen, "first")
        self._replace_parts(key, seen.report)
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
        changed = old_digest != body_digest(seen.report.body) or self._other_unread(key, seen)
        fields = fields_of(seen)
        if url != seen.url:
            better = state != "published" or (is_plain(seen.url) and not is_plain(url))
            if changed or not better:
                return Outcome("unchanged", "another address of a known report")
            fields = self._promote(key, seen.url) | fields
        reason = self._why(key, seen, reclean) if changed else ""
        if changed:
            fields["last_changed"] = stamp()
        interval = 0 if changed else min(interval + 1, len(LOOK_AGAIN) - 1)
        fields |= {
            "last_seen": stamp(),
            "state": "published",
            "missing_since": None,
            "fetch_interval": interval,
            "next_fetch": stamp(now() + timedelta(days=LOOK_AGAIN[interval])),
        }
        update(self.db, "reports", key, fields)
        if changed:
            self._add_version(key, seen, reason)
        if changed or body != seen.report.body:
            self._replace_parts(key, seen.report)
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

    def _last(self, key: int) -> tuple[int | None, dict[str, int], dict[str, str]]:
        """What a report's last version was read from: its page's snapshot, those of the following pages by address,
        and the digests of its files by address."""
        snapshot, pages, files = self.db.execute(
            "SELECT snapshot, pages, files FROM versions WHERE report = ? ORDER BY number DESC LIMIT 1", [key]
        ).fetchone()
        return snapshot, _snapshots(json.loads(pages)), _digests(json.loads(files))

    def _other_unread(self, key: int, seen: Observation) -> bool:
        """Whether a report whose files cannot be read has other files than before: no text shows such a change."""
        if not seen.evidence or any(item.role == "body" for item in seen.report.attachments):
            return False
        old = self._last(key)[2]
        return bool(old) and set(old.values()) != set(_digests(seen.evidence).values())

    def _why(self, key: int, seen: Observation, reclean: Reclean | None) -> str:
        snapshot, pages, old = self._last(key)
        new = _digests(seen.evidence)
        if set(old.values()) != set(new.values()):
            return self._why_other_files(key, seen, old, new)
        present = _snapshots(seen.further)
        if (snapshot, pages) == (seen.snapshot, present):
            return "cleaner_changed"
        if reclean is not None and snapshot is not None:
            with suppress(OSError, ValueError, KeyError):
                before = reclean(snapshot, pages)
                if body_digest(before) == body_digest(seen.report.body):
                    return "cleaner_changed"
                late = {url: present[url] for url in present if url not in pages}
                if late and body_digest(reclean(snapshot, pages | late)) == body_digest(seen.report.body):
                    return "page_read"
        return "completed" if self._completes(key, seen.report) else "source_changed"

    def _completes(self, key: int, report: Report) -> bool:
        """Whether a text that was cut short now goes on: nothing was changed where it had been read."""
        from cleaning.document.judge import keeps

        kept = self.kept(key)
        return (
            "truncated" in kept.flags and len(report.body) > len(kept.body) and keeps(kept.body, report.body) >= WHOLE
        )

    def _why_other_files(self, key: int, seen: Observation, old: dict[str, str], new: dict[str, str]) -> str:
        """Why a text comes from other files than before: they were changed, or could not be had or read then."""
        known = self.files.of(key)
        digests = {url: file.sha256 for url, file in known.items()}
        present = {file.url: file.sha256 for file in seen.files}
        same = all(present.get(url) == digest for url, digest in old.items())
        same = same and all(digests.get(url) in (None, digest) for url, digest in new.items())
        if old and new and not same:
            return "attachment_changed"
        late = all((file := known.get(url)) and not (file.reading and file.reading.has_text) for url in new)
        return "attachment_read" if new and late else "source_changed"

    def _add_version(self, key: int, seen: Observation, reason: str) -> None:
        """Note the version that the report's text, already written, is: it is kept there until it is replaced."""
        from cleaning.clean import CLEANER_VERSION  # heavy, and most nights store nothing

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
                "body_sha256": body_digest(seen.report.body),
                "characters": characters(seen.report.body),
                "cleaner": CLEANER_VERSION,
                "boilerplate_sha256": seen.boilerplate,
                "snapshot": seen.snapshot,
                "pages": json.dumps(seen.further, ensure_ascii=False),
                "files": json.dumps(seen.evidence, ensure_ascii=False),
            },
        )

    def _replace_parts(self, key: int, report: Report) -> None:
        for table, (names, rows) in parts_of(report).items():
            self._replace(table, key, ("report", *names), [(key, *row) for row in rows])

    def _replace(self, table: str, key: int, names: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
        """Write the rows of a report where they are others than those that stand: rows that stay need no new place in
        the search index. (None stand when the text was replaced: they went with it.)"""
        columns = ", ".join(f'"{name}"' for name in names)
        old = self.db.execute(f"SELECT {columns} FROM {table} WHERE report = ? ORDER BY id", [key]).fetchall()
        if old == rows:
            return
        if old:
            self.db.execute(f"DELETE FROM {table} WHERE report = ?", [key])
        insert_all(self.db, table, names, rows)

    def still_there(self, key: int, agency: str = "") -> None:
        """The server says that a report has not changed; ``agency`` is whom the portal file names for its column."""
        with self.db.atomic():
            interval, issuer, provenance = self.db.execute(
                "SELECT fetch_interval, issuer, provenance FROM reports WHERE id = ?", [key]
            ).fetchone()
            interval = min(interval + 1, len(LOOK_AGAIN) - 1)
            update(
                self.db,
                "reports",
                key,
                {
                    "last_seen": stamp(),
                    "fetch_interval": interval,
                    "next_fetch": stamp(now() + timedelta(days=LOOK_AGAIN[interval])),
                    "missing_since": None,
                    "state": "published",
                    **named_anew(issuer, provenance, agency),
                },
            )

    def missing(self, key: int, since: str | None = None) -> None:
        """A report's page is not there. After two such looks on different days it is ``gone``; its text stays.
        ``since`` is the first of them where it was of another kind.

        A report with several addresses is looked for at the next one, and is ``gone`` when all were asked.
        """
        with self.db.atomic():
            url, known = self.db.execute("SELECT url, missing_since FROM reports WHERE id = ?", [key]).fetchone()
            since = min(known or since or stamp(), stamp())  # a clock may have run ahead
            sql = "SELECT url FROM report_addresses WHERE report = ? AND until IS NULL ORDER BY first_seen DESC, url"
            addresses = [row[0] for row in self.db.execute(sql, [key])]
            days = (now().date() - date.fromisoformat(since[:10])).days
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
                    "missing_since": since,
                    "state": "gone" if gone else "missing",
                    "fetch_interval": 0,
                    "next_fetch": stamp(now() + timedelta(days=30 if gone else 1)),
                },
            )

    def fetch_later(self, key: int) -> None:
        """A look at a report brought no page to judge by: try again tomorrow, then ever later up to a month, and
        change nothing else."""
        with self.db.atomic():
            sql = (
                "SELECT count(DISTINCT substr(time, 1, 10)) FROM fetches JOIN reports ON reports.url = fetches.url"
                " WHERE reports.id = ? AND time > last_seen AND purpose = 'report'"
            )
            days = 2 ** min(max(self.db.execute(sql, [key]).fetchone()[0] - 1, 0), 5)
            update(self.db, "reports", key, {"next_fetch": stamp(now() + timedelta(days=min(days, LAST_RETRY)))})


def newest_snapshot(db: Database, report: int, url: str) -> int | None:
    """The bytes last seen of a report's page that were good; those of its last version if no look names any."""
    row = (
        db.execute(
            "SELECT snapshot FROM fetches WHERE url = ? AND purpose = 'report' AND snapshot IS NOT NULL"
            " AND outcome IN ('new', 'changed', 'unchanged') ORDER BY time DESC, id DESC LIMIT 1",
            [url],
        ).fetchone()
        or db.execute(
            "SELECT snapshot FROM versions WHERE report = ? ORDER BY number DESC LIMIT 1", [report]
        ).fetchone()
    )
    return row[0] if row else None


def parts_of(report: Report) -> dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]:
    """The parts of a report's text as their tables hold them: columns and rows by table."""
    sections = [(position, *_section(each)) for position, each in enumerate(report.sections, 1)]
    parts: dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]] = {
        "section_spans": (("position", *SECTION), sections)
    }
    for table, names, numbers in (
        ("figure_spans", FIGURE, report.figures),
        ("target_spans", TARGET, report.targets),
        ("candidate_spans", CANDIDATE, report.candidates),
    ):
        rows = [(*values, *_sentence(report.body, each)) for values, each in _with(names, numbers)]
        parts[table] = ((*names, *SENTENCE), rows)
    return parts


def _with(names: Sequence[str], numbers: Iterable[Figure | Target]) -> list[tuple[tuple[Any, ...], Figure | Target]]:
    """Each number with its values of these names."""
    values = attrgetter(*names)
    return [(values(each), each) for each in numbers]


def _sentence(body: str, number: Figure | Target) -> tuple[int, int]:
    """Where the sentence of a number stands in the text: the last place at or before the number, else the number's."""
    start = body.rfind(number.sentence, 0, number.start + len(number.sentence))
    return (start, start + len(number.sentence)) if start >= 0 else (number.start, number.end)


def _snapshots(pages: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {str(page["url"]): int(page["snapshot"]) for page in pages}


def _digests(files: Sequence[dict[str, Any]]) -> dict[str, str]:
    return {str(file["url"]): str(file["sha256"]) for file in files}
