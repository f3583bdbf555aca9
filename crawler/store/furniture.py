"""Furniture: blocks of a portal's pages that are not the article, remembered so that the next page is clean."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from crawler.clock import stamp


class FurnitureStore:
    """What is remembered of each portal's furniture."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def known(self, portal: str) -> frozenset[str]:
        """Digests of the blocks remembered of a portal."""
        return frozenset(row[0] for row in self.db.execute("SELECT digest FROM furniture WHERE portal = ?", [portal]))

    def remember(self, portal: str, url: str, blocks: Mapping[str, str]) -> None:
        """Count blocks (digest -> text) seen on one page; the same page seen again counts once."""
        moment = stamp()
        with self.db.atomic():
            self.db.conn.executemany(
                "INSERT INTO furniture (portal, digest, text, url, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (portal, digest) DO UPDATE SET last_seen = excluded.last_seen, url = excluded.url,"
                " pages = pages + (url != excluded.url)",
                [(portal, digest, text, url, moment, moment) for digest, text in blocks.items()],
            )
