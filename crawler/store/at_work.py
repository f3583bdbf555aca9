"""Table ``at_work``: pages whose cleaning was begun and not ended, so that one that ends runs is set aside."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from crawler.clock import stamp

DEATHS: Final = 3  # runs that died over a page before it is set aside


class AtWork:
    """Counts each page before it is worked on; what is still counted in the next run ended the one before."""

    def __init__(self, db: Database, run: str) -> None:
        self.db = db
        self.run = run

    def begin(self, url: str) -> tuple[int, str]:
        """Count a page; how many runs died over it, and when it was last begun ("" if never)."""
        with self.db.atomic():
            row = self.db.execute("SELECT deaths, run, began FROM at_work WHERE url = ?", [url]).fetchone()
            deaths, before, began = row or (0, None, "")
            deaths += before not in (None, self.run)
            sql = "INSERT OR REPLACE INTO at_work (url, deaths, run, began) VALUES (?, ?, ?, ?)"
            self.db.execute(sql, [url, deaths, self.run, stamp()])
        return deaths, began

    def done(self, url: str) -> None:
        """The page was worked on to its end, whatever that was."""
        with self.db.atomic():
            self.db.execute("DELETE FROM at_work WHERE url = ?", [url])

    def stopped(self) -> None:
        """The run ends in order: what it was still at is not held against the pages."""
        with self.db.atomic():
            self.db.execute("DELETE FROM at_work WHERE run = ? AND deaths = 0", [self.run])
            self.db.execute("UPDATE at_work SET run = NULL WHERE run = ?", [self.run])
