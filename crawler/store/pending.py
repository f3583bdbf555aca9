"""Changes that wait for a second fetch (``pending_changes``): a drastic loss is believed when another day agrees."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from sqlite_utils import Database

from crawler.clock import beijing_day, now, stamp
from crawler.store.database import insert

NEXT_LOOK: Final = timedelta(days=1)
PATIENCE: Final = timedelta(days=14)
SEVERAL: Final = 3  # reports of a portal to which the same does not happen by itself


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen instead of what is kept, of a report or a column; ``becomes`` is a digest of it, ``patient`` says
    that it is believed only when it lasts."""

    portal: str
    url: str
    kind: str
    becomes: str
    code: str
    report: int | None = None
    column: int | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    snapshot: int | None = None
    patient: bool = False


class PendingChanges:
    """Reads and writes them. Every method is one transaction."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def seen(self, change: Seen) -> str | None:
        """Note a fetch that saw a change; gives when it was first seen if a fetch on an earlier day saw the same."""
        with self.db.atomic():
            row = self._open(change)
            if row is None or row[2] != change.becomes:
                if row is not None:
                    self._decide(row[0], "withdrawn")
                self._enter(change)
                return None
            key, first, _ = row
            if self._too_soon(change, first) or self._elsewhere(change):
                self.db.execute(
                    "UPDATE pending_changes SET last_seen = ?, fetches = fetches + 1, due = ? WHERE id = ?",
                    [stamp(), stamp(now() + NEXT_LOOK), key],
                )
                return None
            self._decide(key, "confirmed")
            return str(first)

    def settle(self, *, report: int | None = None, column: int | None = None) -> None:
        """What was kept was seen again: what waited was no change."""
        self.db.execute(
            "UPDATE pending_changes SET state = 'withdrawn', decided = ? WHERE state = 'pending'"
            " AND coalesce(report, -column_id) = ?",
            [stamp(), report if report is not None else -(column or 0)],
        )

    def waits(self, *, report: int | None = None, column: int | None = None) -> bool:
        """Whether a change waits: the next fetch must not be conditional."""
        sql = "SELECT 1 FROM pending_changes WHERE state = 'pending' AND coalesce(report, -column_id) = ?"
        known = report if report is not None else -(column or 0)
        return self.db.execute(sql, [known]).fetchone() is not None

    def _open(self, change: Seen) -> tuple[int, str, str] | None:
        """What waits already: the same as it becomes now, whatever it was taken for, else another of its kind."""
        sql = (
            "SELECT id, first_seen, becomes_sha256 FROM pending_changes WHERE state = 'pending'"
            " AND coalesce(report, -column_id) = ?1 AND (kind = ?2 OR becomes_sha256 = ?3)"
            " ORDER BY becomes_sha256 = ?3 DESC"
        )
        known = change.report if change.report is not None else -(change.column or 0)
        row: tuple[int, str, str] | None = self.db.execute(sql, [known, change.kind, change.becomes]).fetchone()
        return row

    def _elsewhere(self, change: Seen) -> bool:
        """Whether the same stands in the place of something else too: then it stands in front of the site."""
        sql = (
            "SELECT 1 FROM pending_changes WHERE state = 'pending' AND portal = ? AND becomes_sha256 = ?"
            " AND report IS NOT ? AND kind = ?"
        )
        return self.db.execute(sql, [change.portal, change.becomes, change.report, change.kind]).fetchone() is not None

    def _too_soon(self, change: Seen, first: str) -> bool:
        """Whether what was first seen then is no more believed today: what befalls several reports of a portal is the
        site's doing, and told when it lasts."""
        if beijing_day(first) == beijing_day(stamp()):
            return True
        if first <= stamp(now() - PATIENCE) or change.report is None:
            return False
        sql = "SELECT count(*) FROM pending_changes WHERE state = 'pending' AND portal = ? AND kind = ?"
        alike: int = self.db.execute(sql, [change.portal, change.kind]).fetchone()[0]
        return change.patient or alike >= SEVERAL

    def _enter(self, change: Seen) -> None:
        moment = stamp()
        insert(
            self.db,
            "pending_changes",
            {
                "portal": change.portal,
                "report": change.report,
                "column_id": change.column,
                "url": change.url,
                "kind": change.kind,
                "evidence_code": change.code,
                "evidence_params": json.dumps(dict(change.params), ensure_ascii=False),
                "becomes_sha256": change.becomes,
                "snapshot": change.snapshot,
                "first_seen": moment,
                "last_seen": moment,
                "due": stamp(now() + NEXT_LOOK),
            },
        )

    def _decide(self, key: int, state: str) -> None:
        self.db.execute(
            "UPDATE pending_changes SET state = ?, decided = ?, last_seen = ?, fetches = fetches + 1 WHERE id = ?",
            [state, stamp(), stamp(), key],
        )
