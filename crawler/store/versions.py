"""Table ``versions``: the texts a report has had, what each was read from, and why one took the place of another."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import CLEANER_VERSION, Report
from crawler.clock import stamp
from crawler.store.database import insert
from crawler.store.files import Files
from crawler.store.observation import Observation, body_digest, characters

CHANGES: Final = {
    "source_changed": "the text of the report was changed",
    "attachment_changed": "a file that holds the report was changed",
}


TORN: Final = 3  # characters at the end of a cut text that may be read wrongly
WHOLE: Final = 0.95  # share of a cut text that stands in the whole one: its last sentence may have been cut


# Gives the body that snapshots of a page and of its following pages (by address) have under the present cleaner.
Reclean = Callable[[int, Mapping[str, int]], str]


class Versions:
    """Tells what a new observation of a report means beside its last version, and adds versions."""

    def __init__(self, db: Database, files: Files) -> None:
        self.db = db
        self.files = files

    def _last(self, key: int) -> tuple[int | None, dict[str, int], dict[str, str]]:
        """What a report's last version was read from: its page's snapshot, those of the following pages by address,
        and the digests of its files by address."""
        snapshot, pages, files = self.db.execute(
            "SELECT snapshot, pages, files FROM versions WHERE report = ? ORDER BY number DESC LIMIT 1", [key]
        ).fetchone()
        return snapshot, _snapshots(json.loads(pages)), _digests(json.loads(files))

    def other_unread(self, key: int, seen: Observation) -> bool:
        """Whether a report whose files cannot be read has other files than before: no text shows such a change."""
        if not seen.evidence or any(item.role == "body" for item in seen.report.attachments):
            return False
        old = self._last(key)[2]
        return bool(old) and set(old.values()) != set(_digests(seen.evidence).values())

    def why(self, key: int, seen: Observation, reclean: Reclean | None) -> str:
        """Why a text is another than the last version's: a reason as it stands in ``versions``.

        ``reclean`` reads stored snapshots with the present cleaner, so that a change made by the cleaner is never told
        as a change of the source.
        """
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

        body, flags = self.db.execute("SELECT body, flags FROM reports WHERE id = ?", [key]).fetchone()
        return (
            "truncated" in flags
            and len(report.body) > len(body)
            and (keeps(body, report.body) >= WHOLE or goes_on(body, report.body))
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

    def add(self, key: int, seen: Observation, reason: str) -> None:
        """Note the version that the report's text, already written, is: it is kept there until it is replaced."""
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


def newest_snapshot(db: Database, report: int, url: str) -> int | None:
    """The bytes last seen of a report's page that were good; those of its last version if no fetch names any."""
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


def goes_on(cut: str, whole: str) -> bool:
    """Whether a text begins as one that was cut ends: up to the characters whose bytes may have been parted."""
    begun = "".join(cut.split())[:-TORN]
    return bool(begun) and "".join(whole.split()).startswith(begun)


def _snapshots(pages: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {str(page["url"]): int(page["snapshot"]) for page in pages}


def _digests(files: Sequence[dict[str, Any]]) -> dict[str, str]:
    return {str(file["url"]): str(file["sha256"]) for file in files}
