"""Snapshots: which bytes were seen where and when, with their place in the WARC files."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders

from crawler.clock import stamp
from crawler.store import warc
from crawler.store.database import insert

# Bytes of a body from which on it is kept once for all addresses. A record that refers to another takes about 1 kB and
# is lost with it: an error page, which thousands of addresses share, packs to a few kilobytes and stays whole.
SHARED: Final = 1 << 16
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

        Bytes already kept for the same address, and whole, are not written twice: the fetch itself stands in
        ``fetches``. Those kept for another address are referred to, from ``SHARED`` bytes on.
        """
        digest = hashlib.sha256(exchange.body).hexdigest()
        known = self._newest("url = ?", [digest, exchange.url])
        if known:
            return known[0]
        first = self._newest("refers_to IS NULL", [digest]) if len(exchange.body) >= SHARED else None
        place = self._file.write(exchange, warc.First(first[1], first[2]) if first else None)
        row = {
            "url": exchange.url,
            "fetched": stamp(exchange.fetched),
            "sha256": digest,
            "warc": place.warc,
            "offset": place.offset,
            "length": place.length,
            "media_type": media_type,
            "refers_to": first and first[0],
        }
        return insert(self.db, "snapshots", row)

    def _newest(self, which: str, values: list[str]) -> tuple[int, str, str] | None:
        """The newest snapshot of a digest and a condition, if its bytes can still be read: id, address, when."""
        sql = f"SELECT id, url, fetched FROM snapshots WHERE sha256 = ? AND {which} ORDER BY id DESC LIMIT 1"
        row = self.db.execute(sql, values).fetchone()
        return row if row and self.whole(row[0]) else None

    def read_record(self, snapshot: int) -> tuple[StatusAndHeaders, bytes]:
        """Headers and decoded body of a snapshot. Raises KeyError for an unknown id, OSError or ValueError for
        a WARC file that is gone or changed."""
        return self.reader(snapshot)()

    def reader(self, snapshot: int) -> Callable[[], tuple[StatusAndHeaders, bytes]]:
        """``read`` for another thread: what it asks the database is known. Raises KeyError for an unknown id."""
        sql = (
            'SELECT snapshots.warc, snapshots."offset", snapshots.length, first.warc, first."offset", first.length'
            " FROM snapshots LEFT JOIN snapshots AS first ON first.id = snapshots.refers_to WHERE snapshots.id = ?"
        )
        row = self.db.execute(sql, [snapshot]).fetchone()
        if row is None:
            raise KeyError(snapshot)
        first = None if row[3] is None else warc.Place(*row[3:])
        return partial(warc.read_record, self.folder, warc.Place(*row[:3]), first)

    def whole(self, snapshot: int) -> bool:
        """Whether the bytes of a snapshot can still be read."""
        try:
            self.read_record(snapshot)
        except UNREADABLE:
            return False
        return True

    def row(self, snapshot: int) -> dict[str, Any]:
        """What is known of a snapshot beside its bytes."""
        return self.db.table("snapshots").get(snapshot)

    def close(self) -> None:
        """Close the WARC file."""
        self._file.close()
