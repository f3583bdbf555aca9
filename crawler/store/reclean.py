"""Stored reports computed anew from the WARC files: nothing is fetched, and nothing counts as a look."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.exceptions import ArchiveLoadFailed

from cleaning.clean import clean
from cleaning.record import Page, Report
from crawler.store.furniture import FurnitureStore
from crawler.store.reports import Reports, Sighting, _fields
from crawler.store.snapshots import Snapshots

FACTS: Final = (
    "title",
    "issuer",
    "report_year",
    "published",
    "signed_date",
    "doc_number",
    "index_number",
    "source",
    "site_name",
    "site_id_code",
    "icp",
    "column_path",
    "flags",
)
OF_LOOKS: Final = ("region_code", "etag", "last_modified")
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


class Recleaner(Reports):
    """Rewrites reports one by one, each in one transaction."""

    def __init__(self, db: Database, warc_folder: Path) -> None:
        super().__init__(db)
        self._snapshots = Snapshots(db, warc_folder, "reclean")
        self._furniture = FurnitureStore(db)

    def ids(self) -> list[int]:
        """All reports."""
        return [row[0] for row in self.db.execute("SELECT id FROM reports ORDER BY id")]

    def run(self, ids: Iterable[int], *, write: bool = True) -> Iterator[Recleaned]:
        """Compute each report anew; with ``write`` False nothing is stored. An unknown id raises StopIteration."""
        for key in ids:
            old = next(self.db.query("SELECT * FROM reports WHERE id = ?", [key]))
            yield self._reclean(old, write=write)

    def reconsider(self, *, write: bool = True) -> Iterator[tuple[str, str]]:
        """(address, title) of pages once read and refused that the present cleaner takes for reports.

        Their rows wait again for the next crawl, which fetches and keeps them.
        """
        rows = self.db.execute(
            "SELECT listing_rows.url, listing_rows.title, portal, max(snapshot) FROM listing_rows"
            " JOIN fetches USING (portal, url) WHERE state = 'refused' AND outcome = 'not_a_report'"
            " AND snapshot IS NOT NULL GROUP BY 1 ORDER BY 1"
        ).fetchall()
        for url, title, portal, snapshot in rows:
            try:
                report = clean(self._page({"url": url, "title": title}, snapshot), self._furniture.known(portal, url))
            except UNREADABLE:
                continue
            if report.is_report:
                if write:
                    with self.db.atomic():
                        self.db.execute(
                            "UPDATE listing_rows SET state = 'pending', kind = 'candidate', reason = '', tries = 0"
                            " WHERE url = ?",
                            [url],
                        )
                yield url, title

    def _reclean(self, old: dict[str, Any], *, write: bool) -> Recleaned:
        result = Recleaned(old["id"], old["title"], old["url"])
        snapshot = self._newest_snapshot(old["id"], old["url"])
        try:
            page = self._page(old, snapshot)
        except UNREADABLE as error:
            return replace(result, problem=f"missing_record: {self._where(snapshot)} cannot be read: {_short(error)}")
        report = clean(page, self._furniture.known(old["portal"], old["url"]))
        if not report.is_report:
            return replace(result, problem=f"not_a_report: the cleaner no longer takes it for one ({report.kind})")
        new = _fields(Sighting(old["portal"], old["url"], report, snapshot))
        before = self._sizes(old["id"])
        after = {name: len(getattr(report, name)) for name in PARTS}
        changed = old["body_sha256"] != new["body_sha256"]
        if write:
            self._write(old["id"], report, snapshot, new, changed)
        return replace(
            result,
            body_changed=changed,
            facts={name: [old[name], new[name]] for name in FACTS if old[name] != new[name]},
            parts={name: [before[name], after[name]] for name in PARTS if before[name] != after[name]},
        )

    def _write(self, key: int, report: Report, snapshot: int | None, new: dict[str, Any], changed: bool) -> None:
        """Store the record; what belongs to looks (state, times, validators) and to the portal stays."""
        with self.db.atomic():
            if changed:
                self._add_version(key, Sighting("", "", report, snapshot), "cleaner_changed")
            kept = {name: value for name, value in new.items() if name not in OF_LOOKS}
            self.db.table("reports").update(key, kept)
            self._replace_parts(key, report)

    def _sizes(self, key: int) -> dict[str, int]:
        sql = "SELECT count(*) FROM {} WHERE report = ?"
        return {name: self.db.execute(sql.format(name), [key]).fetchone()[0] for name in PARTS}

    def _newest_snapshot(self, key: int, url: str) -> int | None:
        """The bytes last seen of the report that were good; those of its last version if no look names any."""
        row = (
            self.db.execute(
                "SELECT snapshot FROM fetches WHERE url = ? AND purpose = 'report' AND snapshot IS NOT NULL"
                " AND outcome IN ('new', 'changed', 'unchanged') ORDER BY time DESC, id DESC LIMIT 1",
                [url],
            ).fetchone()
            or self.db.execute(
                "SELECT snapshot FROM versions WHERE report = ? ORDER BY number DESC LIMIT 1", [key]
            ).fetchone()
        )
        return row[0] if row else None

    def _page(self, old: dict[str, Any], snapshot: int | None) -> Page:
        """The page as the crawl handed it to the cleaner, with what its listing row said."""
        if snapshot is None:
            raise KeyError("no snapshot was kept")
        headers, content = self._snapshots.read(snapshot)
        (url,) = self.db.execute("SELECT url FROM snapshots WHERE id = ?", [snapshot]).fetchone()
        row = self.db.execute(
            "SELECT title, date, issuer, columns.name FROM listing_rows JOIN columns ON columns.id = column_id"
            " WHERE listing_rows.url = ?",
            [old["url"]],
        ).fetchone() or (old["title"] or "", "", "", "")
        content_type = (headers.get_header("Content-Type") if headers else None) or ""
        return Page(content, url, content_type, *row)

    def _where(self, snapshot: int | None) -> str:
        row = self.db.execute('SELECT warc, "offset" FROM snapshots WHERE id = ?', [snapshot]).fetchone()
        return f"snapshot {snapshot} at byte {row[1]} of {row[0]}" if row else f"snapshot {snapshot}"


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
