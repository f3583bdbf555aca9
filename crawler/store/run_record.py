"""Table ``runs``: a run is entered before its first request and closed with counts taken from its fetches."""

from __future__ import annotations

from sqlite_utils import Database

from crawler.clock import stamp
from crawler.outcome import SENT
from crawler.store.database import insert

OF_RUN = "fetches INDEXED BY fetches_run"  # statistics of a first night, all fetches of one run, would lead to a scan


KILLED = 137  # exit code of a run that was killed, as a shell gives it (128 + SIGKILL)


class RunRecord:
    """Writes the record of one run. Every method is one transaction."""

    def __init__(self, db: Database, run: str) -> None:
        self.db = db
        self.run = run

    def start(self, command: str, warc: str) -> list[str]:
        """Enter the run before its first request, and close runs that were killed: they ended with their last fetch.

        Gives the names of the WARC files of those.
        """
        with self.db.atomic():
            killed = self.db.execute(
                "SELECT id, coalesce((SELECT max(time) FROM fetches WHERE run = runs.id), started), warc FROM runs"
                " WHERE finished IS NULL"
            ).fetchall()
            for run, last, _ in killed:
                self._close(run, KILLED, last)
            insert(self.db, "runs", {"id": self.run, "command": command, "started": stamp(), "warc": warc})
        return [name for _, _, name in killed if name]

    def finish(self, exit_code: int) -> None:
        """Close the run with counts taken from its fetches."""
        self._close(self.run, exit_code, stamp())

    def close_other(self, run: str, exit_code: int) -> None:
        """Close another run again, if fetches of it came in late."""
        fetches = f"SELECT count(*) FROM {OF_RUN} WHERE run = runs.id AND {SENT}"
        if self.db.execute(f"SELECT 1 FROM runs WHERE id = ? AND requests != ({fetches})", [run]).fetchone():
            self._close(run, exit_code, stamp())

    def _close(self, run: str, exit_code: int, finished: str) -> None:
        with self.db.atomic():
            self.db.execute(
                "UPDATE runs SET finished = ?, exit_code = ?,"
                f" requests = (SELECT count(*) FROM {OF_RUN} WHERE run = runs.id"
                f" AND {SENT}),"
                f" bytes = (SELECT coalesce(sum(bytes), 0) FROM {OF_RUN} WHERE run = runs.id),"
                f" new_reports = (SELECT count(*) FROM {OF_RUN} WHERE run = runs.id"
                " AND purpose = 'report' AND outcome = 'new'),"
                f" changed_reports = (SELECT count(*) FROM {OF_RUN} WHERE run = runs.id"
                " AND purpose = 'report' AND outcome = 'changed')"
                " WHERE id = ?",
                [finished, exit_code, run],
            )
