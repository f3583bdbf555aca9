"""What each host's robots.txt said when it was last asked for."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from crawler.clock import stamp


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """An answer to robots.txt: when (ISO), status and body."""

    fetched: str
    status: int
    body: bytes


class RobotsStore:
    """One row per origin (scheme, host and port)."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def get(self, origin: str) -> RobotsAnswer | None:
        """The last answer of an origin, None if it was never asked."""
        row = self.db.execute("SELECT fetched, status, body FROM robots WHERE origin = ?", [origin]).fetchone()
        return RobotsAnswer(*row) if row else None

    def put(self, origin: str, status: int, body: bytes) -> None:
        """Remember an answer."""
        with self.db.atomic():
            self.db.execute(
                "INSERT OR REPLACE INTO robots (origin, fetched, status, body) VALUES (?, ?, ?, ?)",
                [origin, stamp(), status, body],
            )
