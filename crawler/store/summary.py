"""What a run found, for the people who started it."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from crawler.store.runs import portals_of


def run_totals(db: Database, run: str) -> dict[str, Any]:
    """Counts of one run: requests, bytes, new and changed reports, reports known, exit code."""
    names = ("requests", "bytes", "new_reports", "changed_reports", "exit_code")
    row = db.execute(f"SELECT {', '.join(names)} FROM runs WHERE id = ?", [run]).fetchone()
    known = db.execute("SELECT count(*) FROM reports").fetchone()[0]
    return {**dict(zip(names, row, strict=True)), "known_reports": known}


def portal_lines(db: Database, run: str) -> list[dict[str, Any]]:
    """One line per report that is new or changed in a run, and one per portal that brought none, in portal order."""
    lines: list[dict[str, Any]] = []
    for portal in portals_of(db, run):
        reports = _report_lines(db, run, portal)
        trouble = _trouble(db, run, portal)
        lines += reports
        if trouble or not reports:
            lines.append(_line(portal, outcome=trouble or "nothing new"))
    return lines


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
    """The looks of a portal that did not count as looking, as one sentence; "" if all did."""
    rows = db.execute(
        "SELECT outcome, reason_params ->> '$.text', count(*) FROM fetches WHERE run = ? AND portal = ? AND NOT looked"
        " AND outcome != 'moved' GROUP BY outcome, reason_code, reason_params ORDER BY count(*) DESC, min(id)",
        [run, portal],
    ).fetchall()
    return "; ".join(
        f"{outcome}: {reason or ''}" + (f" (×{count})" if count > 1 else "") for outcome, reason, count in rows
    )
