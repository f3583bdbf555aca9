"""Snapshots: which bytes were seen where and when, with their place in the WARC files."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders

from crawler.clock import stamp
from crawler.store import warc
from crawler.store.database import insert

# What a record raises that is gone, or is not as it was written.
UNREADABLE: Final = (OSError, ValueError, KeyError, EOFError, zlib.error, ArchiveLoadFailed)


class Snapshots:
    """Keeps every response: first on disk, then in the database."""

    def __init__(self, db: Database, folder: Path, run: str) -> None:
        self.db = db
        self.folder = folder
        self._file = warc.WarcFile(folder, run)

    @property
    def warc_name(self) -> str:
        """File name of this run's WARC."""
        return self._file.path.name

    def keep(self, exchange: warc.Exchange, media_type: str) -> int:
        """The id of the snapshot of this response, on disk when this returns.

        Bytes already kept for the same address, and whole, are not written twice: the look itself stands in
        ``fetches``.
        """
        digest = hashlib.sha256(exchange.body).hexdigest()
        known = self.db.execute(
            "SELECT id FROM snapshots WHERE sha256 = ? AND url = ? ORDER BY id DESC LIMIT 1", [digest, exchange.url]
        ).fetchone()
        if known and self.whole(int(known[0])):
            return int(known[0])
        place = self._file.write(exchange)
        row = {
            "url": exchange.url,
            "fetched": stamp(exchange.fetched),
            "sha256": digest,
            "warc": place.warc,
            "offset": place.offset,
            "length": place.length,
            "media_type": media_type,
        }
        return insert(self.db, "snapshots", row)

    def read(self, snapshot: int) -> tuple[StatusAndHeaders, bytes]:
        """Headers and decoded body of a snapshot. Raises KeyError for an unknown id, OSError or ValueError for
        a WARC file that is gone or changed."""
        row = self.db.execute('SELECT warc, "offset", length FROM snapshots WHERE id = ?', [snapshot]).fetchone()
        if row is None:
            raise KeyError(snapshot)
        return warc.read(self.folder, warc.Place(*row))

    def whole(self, snapshot: int) -> bool:
        """Whether the bytes of a snapshot can still be read."""
        try:
            self.read(snapshot)
        except UNREADABLE:
            return False
        return True

    def row(self, snapshot: int) -> dict[str, Any]:
        """What is known of a snapshot beside its bytes."""
        return self.db.table("snapshots").get(snapshot)

    def close(self) -> None:
        """Close the WARC file."""
        self._file.close()
