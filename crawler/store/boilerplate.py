"""Boilerplate: blocks of a portal's pages that are not the article, remembered so that the next page is clean."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from sqlite_utils import Database

from crawler.clock import stamp
from crawler.urls import canonical

MOST: Final = 5000  # blocks remembered of one portal; what recurs is met long before


def digest_of(known: Iterable[str]) -> str:
    """What names the boilerplate a page was cleaned with: the SHA-256 of the digests of its blocks, in order."""
    return hashlib.sha256("\n".join(sorted(known)).encode()).hexdigest()


class BoilerplateStore:
    """What is remembered of each portal's boilerplate; read once per run and portal."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._portals: dict[str, dict[str, str | None]] = {}
        self._last: dict[str, tuple[str, frozenset[str]]] = {}  # portal -> page and what was known for it

    def _blocks(self, portal: str) -> dict[str, str | None]:
        """Digest -> the canonical address of the only page that showed it, None if several did."""
        if portal not in self._portals:
            rows = self.db.execute("SELECT digest, url, pages FROM boilerplate WHERE portal = ?", [portal])
            self._portals[portal] = {digest: canonical(url) if pages == 1 else None for digest, url, pages in rows}
        return self._portals[portal]

    def known(self, portal: str, url: str) -> frozenset[str]:
        """Digests of the blocks of a portal that pages other than ``url`` (and its twins) showed."""
        own = canonical(url)
        page, known = self._last.get(portal, ("", frozenset()))
        if page != own:
            known = frozenset(digest for digest, page in self._blocks(portal).items() if page != own)
            self._last[portal] = own, known
        return known

    def remember(self, portal: str, url: str, blocks: Mapping[str, str]) -> None:
        """Count blocks (digest -> text) seen on one page; the same page seen again counts once."""
        known = self._blocks(portal)
        page = canonical(url)
        fresh = {digest: text for digest, text in blocks.items() if known.get(digest, "") not in (None, page)}
        if len(known) > MOST:
            fresh = {digest: text for digest, text in fresh.items() if digest in known}
        if not fresh:
            return
        moment = stamp()
        with self.db.atomic():
            self.db.conn.executemany(
                "INSERT INTO boilerplate (portal, digest, text, url, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (portal, digest) DO UPDATE SET last_seen = excluded.last_seen, pages = pages + 1",
                [(portal, digest, text, url, moment, moment) for digest, text in fresh.items()],
            )
        self._last.pop(portal, None)
        known.update({digest: None if digest in known else page for digest in fresh})
