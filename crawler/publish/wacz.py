"""Replay files: what was fetched of a report, a portal, a run or all, as WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1).

The records are copied byte for byte from the WARC files, so their digests stay those of the snapshots. At no time is
more than one record in memory; the index is sorted in a file that SQLite keeps and deletes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Final

from surt import surt
from warcio.archiveiterator import ArchiveIterator

from crawler.clock import stamp
from crawler.publish.describe import TITLE
from crawler.store.snapshots import UNREADABLE
from crawler.store.warc import information, path_of, software

WACZ_VERSION: Final = "1.1.1"
ARCHIVE: Final = "data.warc.gz"
INDEX: Final = "index.cdx.gz"
LINES: Final = 1024  # of the index in a gzip member of their own
CHUNK: Final = 1 << 16  # bytes of a body read at a time
MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # of the files inside: when they were packed says nothing of what they hold


@dataclass(frozen=True, slots=True)
class Packed:
    """What a replay file holds: its size, how many records, and how many of those asked for cannot be read."""

    bytes: int
    records: int
    missing: int


class _Wacz:
    """A ZIP file whose entries are stored as they are, since what replays them reads records at their offsets."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self.file = file
        self.resources: list[dict[str, Any]] = []

    def add(self, path: str, pieces: Iterable[bytes], *, listed: bool = True) -> str:
        """Write an entry piece by piece; returns its digest."""
        digest, size = hashlib.sha256(), 0
        with self.file.open(zipfile.ZipInfo(path, MOMENT), "w", force_zip64=True) as entry:
            for piece in pieces:
                entry.write(piece)
                digest.update(piece)
                size += len(piece)
        said = f"sha256:{digest.hexdigest()}"
        if listed:
            self.resources.append({"name": path.rpartition("/")[2], "path": path, "hash": said, "bytes": size})
        return said


class _Records:
    """The records that were packed, as the index and the list of pages name them, sorted outside of memory."""

    def __init__(self, db: sqlite3.Connection, step: Callable[[], None]) -> None:
        self.db = db
        self.step = step
        self.missing = 0
        self.bodies: set[int] = set()  # snapshots whose body is in the archive
        db.execute("CREATE TABLE packed (line TEXT, page TEXT)")

    def pieces(self, folder: Path, rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
        """The archive, record by record; what cannot be read as it was written is counted instead."""
        yield (head := information(ARCHIVE))
        offset = len(head)
        for row in rows:
            try:
                if row["refers_to"] is not None and row["refers_to"] not in self.bodies:
                    raise ValueError(f"{row['warc']}: the body of {row['url']} is not in the archive")
                content = _content(folder, row)
                line = _line(row, content, offset, self.step)
            except UNREADABLE:
                self.missing += 1
                continue
            self.db.execute("INSERT INTO packed VALUES (?, ?)", (line, _page(row) if row["public_id"] else None))
            offset += len(content)
            if row["refers_to"] is None:
                self.bodies.add(row["id"])
            yield content

    @property
    def count(self) -> int:
        """How many were packed."""
        return int(self.db.execute("SELECT count(*) FROM packed").fetchone()[0])

    def index(self, places: list[str]) -> Iterator[bytes]:
        """The index (CDXJ, sorted by bytes) in gzip members; ``places`` takes the first key of each and its place."""
        places.append(f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': INDEX})}\n")
        offset = 0
        sorted_lines = (row[0] for row in self.db.execute("SELECT line FROM packed ORDER BY line"))
        while lines := list(islice(sorted_lines, LINES)):
            member = gzip.compress("".join(lines).encode(), mtime=0)
            digest = f"sha256:{hashlib.sha256(member).hexdigest()}"
            place = {"offset": offset, "length": len(member), "digest": digest, "filename": INDEX}
            places.append(f"{lines[0].partition(' {')[0]} {json.dumps(place)}\n")
            offset += len(member)
            yield member

    def pages(self) -> Iterator[bytes]:
        """The pages of reports, each as often as it was kept."""
        yield _json_line({"format": "json-pages-1.0", "id": "pages", "title": "All pages"}).encode()
        for (page,) in self.db.execute("SELECT page FROM packed WHERE page IS NOT NULL ORDER BY rowid"):
            yield page.encode()

    def main_page(self) -> dict[str, str]:
        """The page to begin with: the newest."""
        row = self.db.execute("SELECT page FROM packed WHERE page IS NOT NULL ORDER BY rowid DESC LIMIT 1").fetchone()
        page = json.loads(row[0]) if row else {}
        return {"mainPageUrl": page["url"], "mainPageDate": page["ts"]} if page else {}


def write_wacz(
    rows: Iterable[dict[str, Any]], warc: Path, target: Path, step: Callable[[], None] = lambda: None
) -> Packed:
    """Write a replay file of the snapshots that ``crawler.store.lookup.replayed`` gives.

    ``warc`` is the folder of the WARC files; nothing outside of it is read. Records that cannot be read as they were
    written are left out, counted, and told in the file's description. ``step`` is called for each piece that is read,
    and may end the work by an exception that is no OSError or ValueError. Raises OSError if ``target`` cannot be
    written; it is replaced when all is done.
    """
    part = target.with_name(f".{target.name}.part")
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect("")) as own, zipfile.ZipFile(part, "w") as file:
            wacz, records, places = _Wacz(file), _Records(own, step), list[str]()
            wacz.add(f"archive/{ARCHIVE}", records.pieces(warc, rows))
            wacz.add(f"indexes/{INDEX}", records.index(places))
            wacz.add("indexes/index.idx", (line.encode() for line in places))
            wacz.add("pages/pages.jsonl", records.pages())
            about = json.dumps(_package(wacz.resources, records), ensure_ascii=False, indent=2)
            digest = wacz.add("datapackage.json", [about.encode()], listed=False)
            whole = json.dumps({"path": "datapackage.json", "hash": digest})
            wacz.add("datapackage-digest.json", [whole.encode()], listed=False)
            count = records.count
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Packed(target.stat().st_size, count, records.missing)


def _content(folder: Path, row: dict[str, Any]) -> bytes:
    """A record as it stands in its WARC file. Raises OSError or ValueError if it does not stand there."""
    path = path_of(folder, row["warc"]).resolve()
    if not path.is_relative_to(folder.resolve()) or row["offset"] < 0 or row["length"] <= 0:
        raise ValueError(f"{row['warc']} is not in {folder}")
    with path.open("rb") as stream:
        stream.seek(row["offset"])
        content = stream.read(row["length"])
    if len(content) != row["length"]:
        raise ValueError(f"{row['warc']} ends before its record at byte {row['offset']}")
    return content


def _line(row: dict[str, Any], content: bytes, offset: int, step: Callable[[], None]) -> str:
    """The record's line in the index. Raises ValueError if it is not the response that the snapshot names, or what
    refers to its body."""
    record = next(iter(ArchiveIterator(BytesIO(content))))
    kind, url = record.rec_type, record.rec_headers.get_header("WARC-Target-URI")
    if kind != ("response" if row["refers_to"] is None else "revisit") or url != row["url"]:
        raise ValueError(f"{row['warc']}: no response of {row['url']} at byte {row['offset']}")
    status, mime = record.http_headers.get_statuscode(), record.http_headers.get_header("Content-Type") or ""
    mime = mime if kind == "response" else "warc/revisit"  # by which what replays it knows to look elsewhere
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    if _digest(record.raw_stream, step) != row["sha256"] and kind == "response":
        raise ValueError(f"{row['warc']}: other bytes than were seen at byte {row['offset']}")
    said = {
        "url": url,
        "mime": mime.partition(";")[0].strip(),
        "status": status,
        "digest": digest,
        "length": str(len(content)),
        "offset": str(offset),
        "filename": ARCHIVE,
    }
    moment = "".join(each for each in row["fetched"] if each.isdigit())
    return f"{surt(url)} {moment} {_json_line(said)}"


def _digest(stream: Any, step: Callable[[], None]) -> str:
    body = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        step()
        body.update(chunk)
    return body.hexdigest()


def _page(row: dict[str, Any]) -> str:
    ident = f"{row['public_id']}-{row['fetched']}"
    return _json_line({"id": ident, "url": row["url"], "ts": row["fetched"], "title": row["title"] or row["url"]})


def _json_line(value: dict[str, Any]) -> str:
    return f"{json.dumps(value, ensure_ascii=False)}\n"


def _package(resources: list[dict[str, Any]], records: _Records) -> dict[str, Any]:
    left_out = f"{records.missing} records could not be read as they were written, and are left out."
    return {
        "profile": "data-package",
        "wacz_version": WACZ_VERSION,
        "software": software(),
        "title": TITLE,
        "created": stamp(),
        **({"description": left_out} if records.missing else {}),
        **records.main_page(),
        "resources": resources,
    }
