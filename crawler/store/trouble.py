"""Troubles of portals as spans of time, and what has been told to whom."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from crawler.clock import stamp
from crawler.store.health import explain_all


@dataclass(frozen=True, slots=True)
class Trouble:
    """One span of trouble of a portal; ``until`` is None while it lasts. ``reason`` is a sentence."""

    id: int
    portal: str
    since: str
    until: str | None
    outcome: str
    reason: str


def update_troubles(db: Database) -> None:
    """Open and close spans by how the portals are now.

    A portal that is being left alone (``paused``) keeps the state it had: nobody looked.
    """
    with db.atomic():
        for finding in explain_all(db):
            row = db.execute("SELECT id FROM troubles WHERE portal = ? AND until IS NULL", [finding.portal]).fetchone()
            if finding.outcome == "paused":
                continue
            if finding.outcome is None and row:
                db.table("troubles").update(row[0], {"until": stamp()})
            elif finding.outcome is not None and row:
                db.table("troubles").update(row[0], {"outcome": finding.outcome, "reason": finding.sentence})
            elif finding.outcome is not None:
                db.table("troubles").insert(
                    {
                        "portal": finding.portal,
                        "since": stamp(),
                        "outcome": finding.outcome,
                        "reason": finding.sentence,
                    }
                )


def unnotified(db: Database) -> tuple[list[Trouble], list[Trouble]]:
    """(begun, ended) troubles nobody was told of. One that ended before its start was told is left out."""
    names = "id, portal, since, until, outcome, reason"
    begun = f"SELECT {names} FROM troubles WHERE until IS NULL AND start_notified IS NULL ORDER BY id"
    ended = (
        f"SELECT {names} FROM troubles WHERE until IS NOT NULL AND start_notified IS NOT NULL AND end_notified IS NULL"
        " ORDER BY id"
    )
    return [Trouble(*row) for row in db.execute(begun)], [Trouble(*row) for row in db.execute(ended)]


def mark_notified(db: Database, begun: list[Trouble], ended: list[Trouble]) -> None:
    """Remember that these were told."""
    with db.atomic():
        for name, troubles in (("start_notified", begun), ("end_notified", ended)):
            rows = [(stamp(), trouble.id) for trouble in troubles]
            db.conn.executemany(f"UPDATE troubles SET {name} = ? WHERE id = ?", rows)


def notified_until(db: Database, audience: str) -> str | None:
    """Up to which moment an audience knows the changes, None if it was never told any."""
    row = db.execute("SELECT notified FROM deliveries WHERE service = ?", [audience]).fetchone()
    return str(row[0]) if row else None


def note_notified(db: Database, audience: str, moment: str) -> None:
    """An audience knows the changes up to ``moment``."""
    with db.atomic():
        db.execute(
            "INSERT INTO deliveries (service, since, notified) VALUES (?1, ?2, ?2)"
            " ON CONFLICT (service) DO UPDATE SET notified = ?2, failures = 0, problem = ''",
            [audience, moment],
        )
