"""Stored reports read from the WARC files with the present cleaner: nothing is fetched, nothing written."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.exceptions import ArchiveLoadFailed

from cleaning.attachments import read_safely
from cleaning.body.boilerplate import NONE
from cleaning.clean import clean
from cleaning.report import COLUMNS, Page, Report
from crawler.store.boilerplate import BoilerplateStore, digest_of
from crawler.store.files import Files, Pages, StoredFile, StoredPage
from crawler.store.observation import Observation, agency_named, fields_of, name_issuer
from crawler.store.snapshots import Snapshots
from crawler.store.versions import newest_snapshot

FACTS: Final = (*(each.name for each in COLUMNS), "flags")


PARTS: Final = ("sections", "figures", "attachments")


UNREADABLE: Final = (OSError, ValueError, KeyError, EOFError, zlib.error, ArchiveLoadFailed)


@dataclass(frozen=True, slots=True)
class Recleaned:
    """What the present cleaner made of one report.

    ``facts`` maps a field that changed to [old, new], ``parts`` a table to [rows before, rows after]. ``problem``
    is a sentence if the report could not be computed anew, or no longer looks like one; it is then left as it was.
    """

    report: int
    title: str | None
    url: str
    body_changed: bool = False
    facts: dict[str, list[Any]] = field(default_factory=dict)
    parts: dict[str, list[int]] = field(default_factory=dict)
    problem: str = ""

    @property
    def changed(self) -> bool:
        """True if anything reads otherwise than before."""
        return self.body_changed or bool(self.facts or self.parts)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it reads now: what that changes, and what is to be stored (None if there was a problem)."""

    result: Recleaned
    report: Report | None = None
    snapshot: int | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    files: tuple[StoredFile, ...] = ()
    pages: tuple[StoredPage, ...] = ()
    boilerplate: str = ""


class Reader:
    """Reads stored pages with the present cleaner. It writes nothing, so that many processes may do it at once."""

    def __init__(self, database: Path, warc_folder: Path) -> None:
        self.db = Database(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True))
        self._snapshots = Snapshots(self.db, warc_folder, "reclean")
        self._boilerplate = BoilerplateStore(self.db)
        self._files = Files(self.db)
        self._pages = Pages(self.db)

    def report(self, key: int, without: bool = False) -> Reading:
        """What the present cleaner makes of one report; ``without`` True: knowing no boilerplate.

        Raises KeyError for an unknown id.
        """
        old = next(self.db.query("SELECT * FROM reports WHERE id = ?", [key]), None)
        if old is None:
            raise KeyError(key)
        result = Recleaned(old["id"], old["title"], old["url"])
        snapshot = newest_snapshot(self.db, old["id"], old["url"])
        try:
            page = self._page(old, snapshot)
            pages = list(self._pages.of(key).values())
            following = {each.url: self._following(page, each) for each in pages if each.snapshot is not None}
        except UNREADABLE as error:
            problem = f"missing_record: {self._where(snapshot)} cannot be read: {_short(error)}"
            return Reading(replace(result, problem=problem))
        files = tuple(self._read_again(file) for file in self._files.of(old["id"]).values())
        boilerplate = NONE if without else self._boilerplate.known(old["portal"], old["url"])
        report = clean(page, boilerplate, files=[file.told for file in files], following=following)
        if not report.is_report:
            problem = f"not_a_report: the cleaner no longer takes it for one ({report.kind})"
            return Reading(replace(result, problem=problem))
        name_issuer(report, agency_named(old["provenance"]))
        new = fields_of(Observation(old["portal"], old["url"], report, snapshot))
        before = self._sizes(old["id"])
        after = {name: len(getattr(report, name)) for name in PARTS}
        result = replace(
            result,
            body_changed=old["body_sha256"] != new["body_sha256"],
            facts={name: [old[name], new[name]] for name in FACTS if old[name] != new[name]},
            parts={name: [before[name], after[name]] for name in PARTS if before[name] != after[name]},
        )
        return Reading(result, report, snapshot, new, files, tuple(pages), digest_of(boilerplate))

    def version(self, key: int, without: bool = False) -> tuple[str, str]:
        """(text, digest of the boilerplate) of the bytes a version was read from, under the present cleaner.

        Raises KeyError for an unknown id, and what ``UNREADABLE`` names for bytes that cannot be read.
        """
        sql = (
            "SELECT portal, url, reports.title, snapshot, pages, files FROM versions"
            " JOIN reports ON reports.id = report WHERE versions.id = ?"
        )
        old = next(self.db.query(sql, [key]), None)
        if old is None:
            raise KeyError(key)
        page = self._page(old, old["snapshot"])
        following = {
            each["url"]: self._following(page, StoredPage(each["url"], snapshot=each["snapshot"]))
            for each in json.loads(old["pages"])
        }
        files = [
            self._read_again(StoredFile(each["url"], "", snapshot=each["snapshot"])).told
            for each in json.loads(old["files"])
        ]
        boilerplate = NONE if without else self._boilerplate.known(old["portal"], old["url"])
        body = clean(page, boilerplate, with_figures=False, files=files, following=following).body
        return body, digest_of(boilerplate)

    def bytes_of(self, snapshot: int) -> bytes:
        """The decoded body of a snapshot; raises what ``UNREADABLE`` names."""
        return self._snapshots.read_record(snapshot)[1]

    def close(self) -> None:
        """Close the database."""
        self._snapshots.close()
        self.db.close()

    def refused(self, row: int) -> tuple[str, str] | None:
        """(address, title) of a listing row once read and refused if the present cleaner takes its page for a
        report, else None."""
        url, title, portal, snapshot = self.db.execute(
            "SELECT url, title, portal, (SELECT max(snapshot) FROM fetches WHERE fetches.url = listing_rows.url"
            " AND fetches.portal = listing_rows.portal AND outcome = 'not_a_report') FROM listing_rows WHERE id = ?",
            [row],
        ).fetchone()
        try:
            page = self._page({"url": url, "title": title}, snapshot)
        except UNREADABLE:
            return None
        report = clean(page, self._boilerplate.known(portal, url), with_figures=False)
        return (url, title) if report.is_report else None

    def _read_again(self, file: StoredFile) -> StoredFile:
        """A file as the present reader reads it; what was read before stays where its bytes or all text are lost."""
        if file.snapshot is None:
            return file
        try:
            headers, content = self._snapshots.read_record(file.snapshot)
        except UNREADABLE:
            return file
        declared = (headers.get_header("Content-Type") if headers else None) or ""
        reading = read_safely(content, file.name or file.url, declared)
        lost = file.reading is not None and file.reading.has_text and not reading.has_text
        return file if lost else replace(file, reading=reading)

    def archives(self, ids: Sequence[int]) -> list[str]:
        """The WARC files that hold what these reports were read from."""
        marks = ", ".join("?" * len(ids))
        sql = (
            "WITH seen(id) AS (SELECT snapshot FROM versions"
            f" WHERE report IN ({marks}) UNION SELECT snapshot FROM fetches WHERE url IN (SELECT url FROM"
            f" report_addresses WHERE report IN ({marks}) UNION SELECT url FROM attachments WHERE report IN ({marks})"
            f" UNION SELECT url FROM following_pages WHERE report IN ({marks})))"
            " SELECT DISTINCT warc FROM snapshots WHERE id IN"
            " (SELECT id FROM seen UNION SELECT refers_to FROM snapshots JOIN seen USING (id))"
        )
        return [row[0] for row in self.db.execute(sql, [*ids, *ids, *ids, *ids])]

    def _sizes(self, key: int) -> dict[str, int]:
        sql = "SELECT count(*) FROM {} WHERE report = ?"
        return {name: self.db.execute(sql.format(name), [key]).fetchone()[0] for name in PARTS}

    def _page(self, old: dict[str, Any], snapshot: int | None) -> Page:
        """The page as the crawl handed it to the cleaner, with what its listing row said."""
        if snapshot is None:
            raise KeyError("no snapshot was kept")
        headers, content = self._snapshots.read_record(snapshot)
        (url,) = self.db.execute("SELECT url FROM snapshots WHERE id = ?", [snapshot]).fetchone()
        row = self.db.execute(
            "SELECT title, date, issuer, columns.name FROM listing_rows JOIN columns ON columns.id = column_id"
            " WHERE listing_rows.url = ?",
            [old["url"]],
        ).fetchone() or (old["title"] or "", "", "", "")
        content_type = (headers.get_header("Content-Type") if headers else None) or ""
        return Page(content, url, content_type, *row)

    def _following(self, first: Page, page: StoredPage) -> Page:
        """A page on which the article of ``first`` goes on, as it was last read."""
        assert page.snapshot is not None
        headers, content = self._snapshots.read_record(page.snapshot)
        (url,) = self.db.execute("SELECT url FROM snapshots WHERE id = ?", [page.snapshot]).fetchone()
        content_type = (headers.get_header("Content-Type") if headers else None) or ""
        return replace(first, content=content, url=url, content_type=content_type)

    def _where(self, snapshot: int | None) -> str:
        row = self.db.execute('SELECT warc, "offset" FROM snapshots WHERE id = ?', [snapshot]).fetchone()
        return f"snapshot {snapshot} at byte {row[1]} of {row[0]}" if row else f"snapshot {snapshot}"


def report_reader(database: Path, warc_folder: Path) -> Callable[[int], Reading]:
    """``Reader.report`` on a store; made anew in each process."""
    return Reader(database, warc_folder).report


def row_reader(database: Path, warc_folder: Path) -> Callable[[int], tuple[str, str] | None]:
    """``Reader.refused`` on a store; made anew in each process."""
    return Reader(database, warc_folder).refused


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
