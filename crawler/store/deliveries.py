"""Who was told what: the table ``deliveries``, one row for each message service and for the terminal.

A service is named by a digest of its address, which holds credentials and stands nowhere.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.clock import stamp


@dataclass(frozen=True, slots=True)
class Delivery:
    """One service: it knows what was before ``since``, and since then up to ``notified`` (None: nothing yet)."""

    service: str
    since: str
    notified: str | None

    @property
    def known_until(self) -> str:
        """The moment after which the service knows nothing; a clock that ran ahead counts as the beginning."""
        return self.notified if self.notified and self.notified <= stamp() else min(self.since, stamp())


def service_name(audience: str, address: str) -> str:
    """How a service is noted: ``readers 0f3a…``."""
    return f"{audience} {hashlib.sha256(address.encode()).hexdigest()[:16]}"


def delivery(db: Database, service: str, since: str) -> Delivery:
    """What a service knows; one that is met for the first time is to hear of what happened from ``since`` on."""
    with db.atomic():
        db.execute("INSERT OR IGNORE INTO deliveries (service, since) VALUES (?, ?)", [service, since])
    row = db.execute("SELECT service, since, notified FROM deliveries WHERE service = ?", [service]).fetchone()
    return Delivery(*row)


def note_delivered(db: Database, service: str, moment: str) -> None:
    """A service took a message about all up to ``moment``."""
    with db.atomic():
        sql = "UPDATE deliveries SET notified = ?1, tried = ?1, failures = 0, problem = '' WHERE service = ?2"
        db.execute(sql, [moment, service])


def note_failed(db: Database, service: str, problem: str) -> None:
    """A service did not take a message, which is sent again."""
    with db.atomic():
        sql = "UPDATE deliveries SET tried = ?, failures = failures + 1, problem = ? WHERE service = ?"
        db.execute(sql, [stamp(), problem, service])


def told_already(db: Database, text: str) -> bool:
    """Whether ``text`` is what a person was last told by the program's output; remembers that it is told now."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = delivery(db, "terminal", stamp()).notified
    with db.atomic():
        db.execute("UPDATE deliveries SET notified = ? WHERE service = 'terminal'", [digest])
    return known == digest
