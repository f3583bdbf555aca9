"""Tables ``attachments`` and ``following_pages``: the files of reports and the pages their articles go on on, when each
was seen, and what was read of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import timedelta
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import Attachment, FileText, Reading
from crawler.clock import now, stamp
from crawler.store.database import insert_all

FRESH: Final = timedelta(hours=12)  # a file fetched that short ago, by a run that was cut short, is not asked for again


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a report. ``outcome`` is how the last fetch of it ended and ``reason`` says why in a sentence.

    ``sha256``, ``bytes``, ``fetched``, ``snapshot`` and ``reading`` are those of the last good fetch, None before one.
    """

    url: str
    name: str
    outcome: str = ""
    reason: str = ""
    sha256: str | None = None
    bytes: int | None = None
    fetched: str | None = None
    snapshot: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    reading: Reading | None = None

    @property
    def told(self) -> FileText:
        """What the cleaning stage needs to know of it."""
        return FileText(self.url, self.name, self.reading)


def fresh(db: Database, url: str, purpose: str) -> int | None:
    """The snapshot of what was fetched at an address a short while ago and was good, None if it is to be asked for."""
    row = db.execute(
        "SELECT snapshot FROM fetches WHERE url = ? AND purpose = ? AND status = 200 AND looked"
        " AND snapshot IS NOT NULL AND outcome NOT IN ('soft_404', 'identity_mismatch') AND time > ?"
        " ORDER BY id DESC LIMIT 1",
        [url, purpose, stamp(now() - FRESH)],
    ).fetchone()
    return int(row[0]) if row else None


class Files:
    """Reads and writes the files of reports."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def of(self, report: int) -> dict[str, StoredFile]:
        """The files of a report by address, in page order."""
        return _files(self.db.query("SELECT * FROM attachments WHERE report = ? ORDER BY id", [report]))

    def known(self, url: str) -> StoredFile | None:
        """What was last read at an address, whichever report it belongs to."""
        sql = (
            "SELECT * FROM attachments WHERE url = ? AND report = (SELECT report FROM attachments WHERE url = ?"
            " AND sha256 IS NOT NULL ORDER BY fetched DESC LIMIT 1) ORDER BY id"
        )
        return _files(self.db.query(sql, [url, url])).get(url)

    def fresh(self, url: str) -> int | None:
        """The snapshot of a file that was fetched a short while ago, None if it is to be asked for."""
        return fresh(self.db, url, "attachment")

    def put(self, report: int, listed: Sequence[Attachment], files: Iterable[StoredFile]) -> None:
        """Keep the files of a report as its page lists them now; a file known before keeps its number."""
        known = {file.url: file for file in files}
        rows = [attachment_row(item, known.get(item.url) or StoredFile(item.url, item.name)) for item in listed]
        with self.db.atomic():
            kept = {(row["url"], row["member"]) for row in rows}
            sql = "SELECT id, url, member FROM attachments WHERE report = ?"
            for key, url, member in self.db.execute(sql, [report]).fetchall():
                if (url, member) not in kept:
                    self.db.execute("DELETE FROM attachments WHERE id = ?", [key])
            for row in rows:
                names = list(row)
                self.db.execute(
                    f"INSERT INTO attachments (report, {', '.join(names)}) VALUES ({', '.join('?' * (len(names) + 1))})"
                    " ON CONFLICT (report, url, member) DO UPDATE SET "
                    + ", ".join(f"{name} = excluded.{name}" for name in names),
                    [report, *row.values()],
                )


def attachment_row(item: Attachment, file: StoredFile) -> dict[str, Any]:
    """The row of a file, or of a member of an archive, which has no bytes of its own in the archive of fetches."""
    reading = file.reading
    row = {
        "url": item.url,
        "name": item.name,
        "member": item.member,
        "role": item.role,
        "outcome": file.outcome,
        "reason": file.reason,
        "fetched": file.fetched,
        "snapshot": file.snapshot,
    }
    if item.member:
        return row | _read(dict(reading.inner()).get(item.member) if reading else None)
    return row | {
        **_read(reading),
        "sha256": file.sha256,
        "bytes": file.bytes,
        "etag": file.etag,
        "last_modified": file.last_modified,
    }


def _read(reading: Reading | None) -> dict[str, Any]:
    return {
        "media_type": reading.media_type if reading else "",
        "pages": reading.pages if reading else None,
        "method": reading.method if reading else "",
        "confidence": reading.confidence if reading else None,
        "flags": json.dumps(list(reading.flags) if reading else []),
        "note": reading.note if reading else "",
        "text": reading.text if reading else "",
    }


def _files(rows: Iterable[dict[str, Any]]) -> dict[str, StoredFile]:
    """Files out of their rows, with the members of archives in their readings."""
    found: dict[str, StoredFile] = {}
    for row in rows:
        reading = _reading(row)
        if not row["member"]:
            names = ("outcome", "reason", "sha256", "bytes", "fetched", "snapshot", "etag", "last_modified")
            kept = {name: row[name] for name in names}
            found[row["url"]] = StoredFile(row["url"], row["name"], **kept, reading=reading)
        elif (file := found.get(row["url"])) and file.reading and reading:
            inside = (*file.reading.members, (row["member"], reading))
            found[row["url"]] = replace(file, reading=replace(file.reading, members=inside))
    return found


def _reading(row: dict[str, Any]) -> Reading | None:
    """What was read, None if nobody has read the file."""
    if not row["media_type"]:
        return None
    return Reading(
        text=row["text"],
        media_type=row["media_type"],
        method=row["method"],
        pages=row["pages"],
        confidence=row["confidence"] or 0.0,
        flags=tuple(json.loads(row["flags"])),
        note=row["note"],
    )


def evidence(listed: Sequence[Attachment], files: Iterable[StoredFile], flags: Sequence[str]) -> list[dict[str, Any]]:
    """The files a report's text was read from; where none could be read, those that should have given it."""
    urls = {item.url for item in listed if item.role == "body"}
    if not urls and {"body_in_attachment", "image_only"} & set(flags):
        urls = {item.url for item in listed}
    return [
        {"url": file.url, "sha256": file.sha256, "snapshot": file.snapshot}
        for file in files
        if file.url in urls and file.sha256
    ]


def fetchable(files: Iterable[StoredFile], page: str) -> Iterator[StoredFile]:
    """Those files of the page at an address that a crawl asks for."""
    yield from (file for file in files if file.url != page and file.outcome not in ("foreign_host", "over_limit"))


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One following page. ``outcome`` is how the last fetch of it ended and ``reason`` says why in a sentence; the
    rest is of the last good fetch, None before one."""

    url: str
    outcome: str = ""
    reason: str = ""
    sha256: str | None = None
    fetched: str | None = None
    snapshot: int | None = None
    etag: str | None = None
    last_modified: str | None = None


_NAMES = tuple(each.name for each in fields(StoredPage))


class Pages:
    """Reads and writes the following pages of reports."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def of(self, report: int) -> dict[str, StoredPage]:
        """The following pages of a report by the address that leads to each, in their order."""
        sql = f"SELECT {', '.join(_NAMES)} FROM following_pages WHERE report = ? ORDER BY position"
        return {row[0]: StoredPage(*row) for row in self.db.execute(sql, [report])}

    def put(self, report: int, pages: Sequence[StoredPage]) -> None:
        """Keep the following pages of a report as they are now."""
        if list(self.of(report).values()) == list(pages):
            return
        with self.db.atomic():
            self.db.execute("DELETE FROM following_pages WHERE report = ?", [report])
            rows = ((report, position, *astuple(page)) for position, page in enumerate(pages, 2))
            insert_all(self.db, "following_pages", ("report", "position", *_NAMES), rows)


def page_evidence(joined: Sequence[str], pages: Sequence[StoredPage]) -> list[dict[str, Any]]:
    """The following pages whose text is part of the report's, with their digests and snapshots."""
    return [
        {"url": page.url, "sha256": page.sha256, "snapshot": page.snapshot}
        for page in pages
        if page.url in joined and page.sha256
    ]
