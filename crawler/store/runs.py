"""Tables ``runs`` and ``jobs``: what a run did at each portal, and which portals are with a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from crawler.clock import stamp, told
from crawler.outcome import MISSED, SENT
from crawler.store.ledger import Ledger
from crawler.store.run_record import KILLED


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of one portal in one run; ``size`` in bytes, ``reports`` kept when the run ended.

    ``trouble`` counts fetches that were none, ``outcomes`` names them.
    """

    requests: int
    size: int
    new: int
    changed: int
    gone: int
    trouble: int
    reports: int
    outcomes: str


def portals_of(db: Database, run: str) -> list[str]:
    """The portals a run fetched, by name."""
    return [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT portal FROM fetches WHERE run = ? AND portal IS NOT NULL ORDER BY portal", [run]
        )
    ]


def newest_run(db: Database) -> str:
    """The run that began last. Raises TypeError if there was none."""
    return str(db.execute("SELECT id FROM runs ORDER BY started DESC, id DESC LIMIT 1").fetchone()[0])


def ended_before(db: Database, run: str) -> str | None:
    """When the run before this one ended, None if there was none.

    One that was killed may have asked for more than it could write down: it counts as having ended just now.
    """
    sql = "SELECT finished, exit_code FROM runs WHERE id != ? ORDER BY started DESC, id DESC LIMIT 1"
    row = db.execute(sql, [run]).fetchone()
    return None if row is None else stamp() if row[0] is None or row[1] == KILLED else str(row[0])


def run_before(db: Database, run: str, portal: str) -> str | None:
    """The last run before ``run`` that fetched a portal."""
    first = db.execute("SELECT min(id) FROM fetches WHERE run = ? AND portal = ?", [run, portal]).fetchone()[0]
    sql = "SELECT run FROM fetches WHERE portal = ? AND id < ? ORDER BY id DESC LIMIT 1"
    row = db.execute(sql, [portal, first]).fetchone()
    return str(row[0]) if row else None


def counts(db: Database, run: str, portal: str) -> Counts:
    """What a run did at a portal; all zero if it was not there."""
    row = db.execute(
        f"SELECT coalesce(sum({SENT}), 0), coalesce(sum(bytes), 0),"
        " coalesce(sum(purpose = 'report' AND outcome = 'new'), 0),"
        " coalesce(sum(purpose = 'report' AND outcome = 'changed'), 0),"
        " coalesce(sum(purpose = 'report' AND outcome IN ('gone', 'soft_404')), 0),"
        " coalesce(sum(NOT looked AND outcome != 'moved'), 0),"
        " (SELECT count(*) FROM reports WHERE reports.portal = ?2"
        "  AND first_seen <= (SELECT coalesce(finished, '9999') FROM runs WHERE id = ?1)),"
        " coalesce(group_concat(DISTINCT CASE WHEN NOT looked AND outcome != 'moved' THEN outcome END), '')"
        " FROM fetches WHERE run = ?1 AND portal = ?2",
        [run, portal],
    ).fetchone()
    return Counts(*row)


def run_totals(db: Database, run: str) -> dict[str, Any]:
    """Counts of one run: requests, bytes, new and changed reports, reports known, exit code."""
    names = ("requests", "bytes", "new_reports", "changed_reports", "exit_code")
    row = db.execute(f"SELECT {', '.join(names)} FROM runs WHERE id = ?", [run]).fetchone()
    known = db.execute("SELECT number FROM counts WHERE name = 'reports'").fetchone()
    return {**dict(zip(names, row, strict=True)), "known_reports": known[0] if known else 0}


def portal_lines(db: Database, run: str, portals: Sequence[str] = ()) -> list[dict[str, Any]]:
    """One line per report that is new or changed in a run, and one per portal that brought none, in portal order.

    Each of ``portals`` that was not fetched has one too, saying why and until when.
    """
    lines: list[dict[str, Any]] = []
    looked = portals_of(db, run)
    ledger = Ledger(db, "")
    for portal in sorted({*looked, *portals}):
        reports = _report_lines(db, run, portal)
        said = [_trouble(db, run, portal), _unread(db, run, portal), _waiting(ledger, portal)]
        trouble = "; ".join(each for each in said if each)
        lines += reports
        if trouble:
            lines.append(_line(portal, outcome=trouble))
        elif portal not in looked:
            due = ledger.next_due(portal)
            lines.append(_line(portal, outcome=f"not due until {told(due)}" if due else "nothing to fetch"))
        elif not reports:
            lines.append(_line(portal, outcome="nothing new"))
    return lines


def _waiting(ledger: Ledger, portal: str) -> str:
    """The columns of a portal that are being left alone after bad fetches, "" if there are none."""
    columns = ledger.left_alone(portal)
    said = {each.outcome: each.sentence for each in reversed(columns)}
    return "; ".join(said.values())


def _unread(db: Database, run: str, portal: str) -> str:
    """The listed reports whose page was looked for in a run and is not there, "" if there are none."""
    rows = db.execute(
        "SELECT outcome, reason_params ->> '$.text', count(DISTINCT fetches.url) FROM fetches"
        " JOIN listing_rows ON listing_rows.url = fetches.url AND state = 'pending'"
        f" WHERE run = ? AND fetches.portal = ? AND purpose = 'report' AND outcome IN {MISSED}"
        " GROUP BY outcome, reason_code ORDER BY outcome",
        [run, portal],
    ).fetchall()
    return "; ".join(
        f"{count} listed {'report' if count == 1 else 'reports'} not to be had ({outcome}: {reason})"
        for outcome, reason, count in rows
    )


def no_network(db: Database, run: str) -> bool:
    """True if a run asked for something and no host sent it an answer of any kind."""
    sql = f"SELECT count(*), count(status) FROM fetches WHERE run = ? AND {SENT}"
    asked, answered = db.execute(sql, [run]).fetchone()
    unreached = db.execute(
        "SELECT count(*) FROM fetches WHERE run = ? AND outcome IN ('dns_error', 'connection_error', 'timeout')", [run]
    ).fetchone()[0]
    return bool(asked and not answered and unreached)


def _line(
    portal: str,
    year: int | None = None,
    issuer: str = "",
    published: str = "",
    characters: int | None = None,
    outcome: str = "",
) -> dict[str, Any]:
    return {
        "portal": portal,
        "report_year": year,
        "issuer": issuer,
        "published": published,
        "characters": characters,
        "outcome": outcome,
    }


def _report_lines(db: Database, run: str, portal: str) -> list[dict[str, Any]]:
    sql = (
        "SELECT DISTINCT report_year, coalesce(issuer, title, ''), coalesce(published, ''), characters, fetches.outcome"
        " FROM fetches JOIN report_addresses ON report_addresses.url = fetches.url"
        " JOIN reports ON reports.id = report_addresses.report"
        " WHERE run = ? AND fetches.portal = ? AND outcome IN ('new', 'changed')"
        " ORDER BY report_year DESC, issuer, reports.url"
    )
    return [_line(portal, *row) for row in db.execute(sql, [run, portal])]


def _trouble(db: Database, run: str, portal: str) -> str:
    """The fetches of a portal that did not count as fetching, as one sentence; "" if all did."""
    rows = db.execute(
        "SELECT outcome, reason_params ->> '$.text', count(*) FROM fetches WHERE run = ? AND portal = ? AND NOT looked"
        " AND outcome != 'moved' GROUP BY outcome, reason_code, reason_params ORDER BY count(*) DESC, min(id)",
        [run, portal],
    ).fetchall()
    return "; ".join(
        f"{outcome}: {reason or ''}" + (f" (×{count})" if count > 1 else "") for outcome, reason, count in rows
    )


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
