"""Crawling a stage of small portals night after night, and what the store says then."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from tests import starter
from tests.answers.papers import YEARS, Papers
from tests.answers.server import Asked, Play, Stage, reply

FIRST = datetime(2026, 1, 20, 1, tzinfo=UTC)


def host(name: str) -> str:
    """The host of a small portal."""
    return f"{name}.yunze.gov.cn"


@dataclass(frozen=True)
class Portal:
    """A small portal that is well-behaved where nothing else is said.

    ``listing``, ``page`` and ``robots`` give the whole answer for a request, None where the good one is meant.
    """

    years: Sequence[int] = YEARS
    listing: Callable[[Asked], bytes | None] = lambda asked: None
    page: Callable[[Asked, int], bytes | None] = lambda asked, year: None
    other: Callable[[Asked], bytes | None] = lambda asked: None
    robots: bytes = field(default_factory=lambda: reply(b"", 404))

    def __call__(self, asked: Asked) -> bytes:
        if asked.path == "/robots.txt":
            return self.robots
        if (told := self.other(asked)) is not None:
            return told
        if asked.path == "/l/":
            paper = Papers(asked.host)
            rows = [paper.row(year) for year in self.years]
            return self.listing(asked) or reply(paper.listing(rows).encode())
        year = next((year for year in range(2015, 2030) if asked.path == f"/a/{year}.html"), 0)
        if not year:
            return reply(b"<html><body>404 Not Found</body></html>", 404)
        told = self.page(asked, year)
        return reply(Papers(asked.host).report(year).encode()) if told is None else told


@dataclass
class Nights:
    """A stage and the output its crawls made."""

    stage: Stage
    folder: Path
    results: dict[int, dict[str, Any]] = field(default_factory=dict)
    codes: dict[int, int] = field(default_factory=dict)
    errors: dict[int, str] = field(default_factory=dict)
    left_alone: set[str] = field(default_factory=set)

    def enter(self, portals: dict[str, Play]) -> None:
        """Put up these portals, each with a portal file of its own."""
        (self.folder / "portals").mkdir(parents=True, exist_ok=True)
        agencies = {Papers(host(name)).agency for name in portals}
        assert len(agencies) == len(portals), "two portals of one agency would have one text"
        for name, play in portals.items():
            self.stage.portals[host(name)] = play
            text = f"title: {name}\nhome: http://{host(name)}/\nplatform: generic\ncolumns:\n  - url: http://{host(name)}/l/\n"
            (self.folder / "portals" / f"{name}.yml").write_text(text, "utf-8")

    def fazhi(self, night: int, *arguments: str, hours: float = 0) -> subprocess.CompletedProcess[str]:
        """Run one command on a night, ``hours`` after its beginning."""
        self.stage.night = night
        kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        own = {
            "FAZHI_REPLICA": self.stage.url,
            "FAZHI_OUTPUT": str(self.folder / "output"),
            "FAZHI_PORTALS": str(self.folder / "portals"),
            "FAZHI_TIMEOUT": "3",
            "FAZHI_NOW": (FIRST + timedelta(days=night - 1, hours=hours)).isoformat(),
        }
        return starter.fazhi(*arguments, environment={**kept, **own}, timeout=300)

    def crawl(self, night: int, *arguments: str, names: Sequence[str] = (), hours: float = 0) -> None:
        """Crawl all portals, or those named, on a night."""
        chosen = [f"--portal={name}" for name in names or [each.split(".")[0] for each in self.stage.portals]]
        done = self.fazhi(night, "crawl", "--json", *chosen, *arguments, hours=hours)
        self.codes[night], self.errors[night] = done.returncode, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        self.results[night] = json.loads(done.stdout)

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows of a query."""
        db = Database(self.folder / "output" / "reports.db")
        try:
            return list(db.query(sql, list(values)))
        finally:
            db.close()

    def reports(self, name: str) -> dict[int, tuple[int, str, list[str]]]:
        """Characters, state and flags of each report of a portal by year."""
        sql = "SELECT report_year, characters, state, flags FROM reports WHERE portal = ?"
        return {
            row["report_year"]: (row["characters"], row["state"], json.loads(row["flags"]))
            for row in self.rows(sql, name)
        }

    def versions(self, name: str) -> list[str]:
        """The reasons of all versions of a portal's reports, the first ones left out."""
        sql = (
            "SELECT reason FROM versions JOIN reports ON reports.id = versions.report"
            " WHERE portal = ? AND number > 1 ORDER BY versions.id"
        )
        return [row["reason"] for row in self.rows(sql, name)]

    def outcomes(self, name: str, night: int = 0, purpose: str = "") -> list[str]:
        """How the looks at a portal ended, in one night or in all, in order."""
        sql = "SELECT outcome, time, purpose FROM fetches WHERE portal = ? ORDER BY id"
        day = (FIRST + timedelta(days=night - 1)).date().isoformat()
        found = self.rows(sql, name)
        mine = [row for row in found if (not night or row["time"].startswith(day)) and purpose in ("", row["purpose"])]
        return [row["outcome"] for row in mine if row["purpose"] != "robots" or purpose]
