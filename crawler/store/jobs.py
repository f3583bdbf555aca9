"""Jobs: portals that are with a worker, so that nobody else looks at them and what comes back is merged once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from crawler.clock import stamp


@dataclass(frozen=True, slots=True)
class OpenJob:
    """A job that was sent and has not come back; ``portals`` is a JSON list of their names."""

    id: str
    run: str
    portals: str
    lock: str


class Jobs:
    """The table ``jobs``. (A job is closed by ``crawler.store.merge``, with what it brought.)"""

    def __init__(self, db: Database) -> None:
        self.db = db

    def open(self) -> list[OpenJob]:
        """Jobs that are out, oldest first."""
        sql = "SELECT id, run, portals, lock FROM jobs WHERE finished IS NULL ORDER BY sent, id"
        return [OpenJob(*row) for row in self.db.execute(sql)]

    def waiting(self, lock: str) -> bool:
        """Whether a job of these hosts is out."""
        sql = "SELECT 1 FROM jobs WHERE lock = ? AND finished IS NULL"
        return self.db.execute(sql, [lock]).fetchone() is not None

    def enter(self, job: OpenJob) -> None:
        """Note a job before it is sent."""
        with self.db.atomic():
            self.db.execute(
                "INSERT INTO jobs (id, run, portals, lock, sent) VALUES (?, ?, ?, ?, ?)",
                [job.id, job.run, job.portals, job.lock, stamp()],
            )

    def fail(self, job: str, problem: str) -> None:
        """Close a job that brought nothing."""
        with self.db.atomic():
            sql = "UPDATE jobs SET finished = ?, problem = ? WHERE id = ? AND finished IS NULL"
            self.db.execute(sql, [stamp(), problem[:500], job])
