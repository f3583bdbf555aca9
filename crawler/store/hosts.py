"""Tables ``hosts`` and ``robots``: hosts that are left alone, by a breaker that remembers across runs, and what each
host's robots.txt said when it was last asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlite_utils import Database

from crawler.clock import now, stamp
from crawler.outcome import SENT

FIRST_PAUSE: Final = timedelta(hours=1)
LAST_PAUSE: Final = timedelta(days=7)


class HostStore:
    """One row per host that ever gave trouble."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def paused(self, host: str) -> tuple[str, str] | None:
        """(until, reason) if the host is being left alone now; one set by a clock that ran ahead does not hold."""
        row = self.db.execute("SELECT paused_until, reason FROM hosts WHERE host = ?", [host]).fetchone()
        latest = stamp(now() + LAST_PAUSE)
        return (row[0], row[1]) if row and row[0] and stamp() < row[0] <= latest else None

    def trouble(self, host: str, reason: str, retry_after: float = 0.0) -> str:
        """The breaker opened in this run (call once per run and host); returns until when the host is left alone.

        The pause doubles from run to run, from an hour to a week; ``retry_after`` (seconds) can only lengthen it.
        """
        with self.db.atomic():
            row = self.db.execute("SELECT bad_runs FROM hosts WHERE host = ?", [host]).fetchone()
            bad_runs = (row[0] if row else 0) + 1
            pause = min(FIRST_PAUSE * 2 ** min(bad_runs - 1, 20), LAST_PAUSE)
            until = stamp(now() + max(pause, timedelta(seconds=min(retry_after, LAST_PAUSE.total_seconds()))))
            self.db.execute(
                "INSERT INTO hosts (host, bad_runs, paused_until, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " bad_runs = excluded.bad_runs, paused_until = excluded.paused_until, reason = excluded.reason",
                [host, bad_runs, until, reason],
            )
        return until

    def fine(self, host: str) -> None:
        """The host answered as it should."""
        self.db.execute(
            "UPDATE hosts SET bad_runs = 0, paused_until = NULL, reason = '' WHERE host = ? AND bad_runs", [host]
        )

    def distrust(self, host: str) -> None:
        """The host said that nothing had changed where something had: its 304 is believed no more."""
        with self.db.atomic():
            self.db.execute(
                "INSERT INTO hosts (host, distrusts_304) VALUES (?, 1) ON CONFLICT DO UPDATE SET distrusts_304 = 1",
                [host],
            )

    def distrusted(self, host: str) -> bool:
        """Whether the host's 304 was once wrong."""
        row = self.db.execute("SELECT distrusts_304 FROM hosts WHERE host = ?", [host]).fetchone()
        return bool(row and row[0])

    def requests_since(self, host: str, moment: datetime) -> int:
        """Requests sent to a host since ``moment``."""
        sql = f"SELECT count(*) FROM fetches WHERE host = ? AND time BETWEEN ? AND ? AND {SENT}"
        return int(self.db.execute(sql, [host, stamp(moment), stamp()]).fetchone()[0])

    def bytes_since(self, host: str, moment: datetime) -> int:
        """Bytes received from a host since ``moment``."""
        sql = "SELECT coalesce(sum(bytes), 0) FROM fetches WHERE host = ? AND time BETWEEN ? AND ?"
        return int(self.db.execute(sql, [host, stamp(moment), stamp()]).fetchone()[0])


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
