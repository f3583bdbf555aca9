"""The table ``proposals``: hosts that wait to be searched, and the columns found there. It is the queue of a search.

A host is the row without ``column_url``: ``queued`` until its search has ended (``searched``, ``failed``), or
``offered`` where another portal named it and nobody has asked for it yet. A column's row is ``watched``, ``proposed``
(it waits for a person), ``accepted`` or ``refused``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlite_utils import Database

from crawler.clauses import NOTHING, Clause, restored
from crawler.clock import stamp
from crawler.outcome import bare_host

QUEUED: Final = "queued"
OFFERED: Final = "offered"


@dataclass(frozen=True, slots=True)
class Host:
    """A place to search: ``name`` is the agency's where that is known, ``region_code`` the division it must state."""

    home: str
    name: str = ""
    region_code: str | None = None
    priority: int = 0

    @property
    def host(self) -> str:
        """The host without ``www.``."""
        return bare_host(self.home)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A column a search found, with what speaks for it; ``problem`` says why it waits for a person."""

    url: str
    name: str
    platform: str
    agency: str
    evidence: Mapping[str, Any]
    reports: int
    confidence: float
    problem: Clause = NOTHING
    watched: bool = False


class Proposals:
    """The queue and what came of it."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.table: Any = db["proposals"]

    def enter(self, hosts: Iterable[Host], state: str = QUEUED) -> int:
        """Put hosts into the queue that are not known yet; gives how many. An offered one is queued when asked for."""
        before = self.table.count
        with self.db.atomic():
            rows = [
                {"host": each.host, "home": each.home, "column_url": "", "name": each.name, "state": state,
                 "region_code": each.region_code, "priority": each.priority, "created": stamp()}
                for each in hosts
            ]  # fmt: skip
            self.table.insert_all(rows, ignore=True)
            if state == QUEUED:
                names = [row["host"] for row in rows]
                self.db.execute(
                    "UPDATE proposals SET state = ? WHERE column_url = '' AND state = ?"
                    " AND host IN (SELECT value FROM json_each(?))", [QUEUED, OFFERED, json.dumps(names)],
                )  # fmt: skip
        return int(self.table.count - before)

    def queue_offered(self) -> None:
        """Queue every host that other portals named."""
        with self.db.atomic():
            sql = "UPDATE proposals SET state = ? WHERE column_url = '' AND state = ?"
            self.db.execute(sql, [QUEUED, OFFERED])

    def waiting(self) -> list[Host]:
        """The hosts whose search has not ended, those of high priority first."""
        rows = self.table.rows_where("column_url = '' AND state = ?", [QUEUED], order_by="priority DESC, id")
        return [Host(row["home"], row["name"], row["region_code"], row["priority"]) for row in rows]

    def finish(
        self, host: Host, found: Sequence[Proposal], *, requests: int, problem: Clause, partly: bool = False
    ) -> None:
        """Write down what the search of a host found, all of it or nothing.

        A host of which pages could not be had (``partly``) waits for the next run, once; also where nothing was sent.
        """
        moment = stamp()
        with self.db.atomic():
            rows = [
                {"host": host.host, "home": host.home, "column_url": each.url, "name": each.name,
                 "platform": each.platform, "agency": each.agency or None, "region_code": host.region_code,
                 "priority": host.priority, "evidence": json.dumps(each.evidence, ensure_ascii=False),
                 "reports": each.reports, "confidence": each.confidence, "problem": each.problem.stored(),
                 "state": "watched" if each.watched else "proposed", "created": moment, "tried": moment}
                for each in found
            ]  # fmt: skip
            self.table.insert_all(rows, ignore=True)
            sql = (
                "UPDATE proposals SET state = CASE WHEN ?1 AND (tried IS NULL OR ?2 = 0) THEN ?3 ELSE ?4 END,"
                " tried = iif(?2 = 0, tried, ?5), requests = requests + ?2, problem = ?6"
                " WHERE host = ?7 AND column_url = ''"
            )
            ended = "searched" if found else "failed"
            self.db.execute(sql, [partly, requests, QUEUED, ended, moment, problem.stored(), host.host])

    def columns(self, state: str = "") -> list[dict[str, Any]]:
        """The columns in a state, all without one, the surest first."""
        where = "column_url != ''" + (" AND state = ?" if state else "")
        rows = self.table.rows_where(where, [state] if state else [], order_by="confidence DESC, id")
        return [{**row, "problem": restored(row["problem"]), "evidence": _evidence(row["evidence"])} for row in rows]

    def counts(self) -> dict[str, int]:
        """How many hosts stand in each state."""
        sql = "SELECT state, count(*) FROM proposals WHERE column_url = '' GROUP BY state"
        return dict(self.db.execute(sql).fetchall())

    def failures(self) -> list[tuple[str, Clause]]:
        """(host, problem) of the hosts in which nothing was found."""
        sql = "SELECT host, problem FROM proposals WHERE column_url = '' AND state = 'failed' ORDER BY id"
        return [(host, restored(problem)) for host, problem in self.db.execute(sql)]

    def failed_regions(self) -> set[str]:
        """The divisions whose government was searched in vain."""
        sql = "SELECT region_code FROM proposals WHERE column_url = '' AND state = 'failed' AND region_code IS NOT NULL"
        return {code for (code,) in self.db.execute(sql)}

    def decide(self, number: int, state: str) -> None:
        """A person's word on a column."""
        with self.db.atomic():
            self.table.update(number, {"state": state, "decided": stamp(), "problem": ""})


def _evidence(text: str) -> dict[str, Any]:
    found = json.loads(text)
    return {**found, "found_by": restored(found.get("found_by", ""))}
