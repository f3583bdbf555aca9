"""A small past to ask questions about: runs, looks and reports written through the store, at times of our choosing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaning.report import Report, Section
from crawler.clock import now, stamp
from crawler.items import ListingRow
from crawler.outcome import Outcome
from crawler.store.database import open_database
from crawler.store.ledger import Ledger
from crawler.store.observation import Observation
from crawler.store.reports import Reports
from crawler.store.run_record import RunRecord

LISTING = "http://www.{portal}.gov.cn/tzgg/"


class World:
    """Every method happens at the moment last given to ``at`` (Beijing time)."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._runs = 0
        self.at("2026-01-05")
        self.path = path
        self.db = open_database(path)
        self.reports = Reports(self.db)

    def at(self, day: str, time: str = "03:00") -> World:
        """Move the clock."""
        self._monkeypatch.setenv("FAZHI_NOW", f"{day}T{time}:00+08:00")
        return self

    def run(self) -> Ledger:
        """Start a run."""
        self._runs += 1
        self.ledger = Ledger(self.db, f"run-{self._runs}")
        self.record = RunRecord(self.db, self.ledger.run)
        self.record.start("crawl", f"fazhi-{self._runs}.warc.gz")
        return self.ledger

    def portal(self, name: str, title: str = "某市人民政府", columns: tuple[tuple[str, str], ...] = ()) -> None:
        """Watch a portal, by default with one column 通知公告."""
        facts = {"name": name, "title": title, "home": f"http://www.{name}.gov.cn/", "platform": "trs"}
        self.ledger.enter_portal(facts, columns or [(LISTING.format(portal=name), "通知公告")])

    def look(
        self, portal: str, outcome: str = "unchanged", reason: str = "", *, whole: bool = True, url: str = ""
    ) -> None:
        """Look at a portal's listings (or the one at ``url``), read to the end if ``whole``."""
        for column in self.ledger.columns(portal):
            if url and column.url != url:
                continue
            verdict = Outcome(outcome, reason)
            self.ledger.note_fetch(portal, "listing", column.url, verdict, column=column.id, status=200, size=1000)
            self.ledger.note_column_fetch(column.id, verdict, now())
            if verdict.looked and outcome not in ("gone", "soft_404"):
                self.ledger.begin_walk(column.id)
                if whole:
                    self.ledger.end_walk(column.id, [], None, None)

    def night(self, portal: str, outcome: str = "unchanged", reason: str = "") -> Ledger:
        """One run that looks at one portal and ends."""
        self.run()
        self.look(portal, outcome, reason)
        self.record.finish(0)
        return self.ledger

    def row(self, portal: str, title: str, state: str = "pending", name: str = "row") -> None:
        """A listing row nobody has read yet."""
        column = self.ledger.columns(portal)[0]
        row = ListingRow(f"http://www.{portal}.gov.cn/{name}.html", title, "2026-03-01")
        self.ledger.remember_rows(column, [(row, state, "candidate", "")])

    def report(self, portal: str, *, name: str = "a", snapshot: int | None = None, **fields: object) -> int:
        """A report's page is read; returns the report's id."""
        url = f"http://www.{portal}.gov.cn/{name}.html"
        given = {"body": f"{name}的正文。", "report_year": 2025, "is_report": True, **fields}
        snapshot = snapshot or self._snapshot(url)
        outcome, key = self.reports.save(Observation(portal, url, Report(**given), snapshot))
        self.ledger.note_fetch(portal, "report", url, outcome, status=200, size=5000, snapshot=snapshot)
        return key

    def _snapshot(self, url: str) -> int:
        row = {"url": url, "fetched": stamp(), "sha256": "", "warc": "none.warc.gz", "offset": 0, "length": 0}
        key = self.db.table("snapshots").insert(row).last_pk
        assert isinstance(key, int)
        return key

    def missing(self, key: int) -> None:
        """A known report's page is not there."""
        portal, url = self.db.execute("SELECT portal, url FROM reports WHERE id = ?", [key]).fetchone()
        self.ledger.note_fetch(portal, "report", url, Outcome("gone", "the page is not there (404)"), status=404)
        self.reports.missing(key)


def sections(*parts: str | None) -> list[Section]:
    """Sections of the given mandated parts."""
    return [Section(1, "一、", 1, "标题", "line", part, 0, 0, 2) for part in parts]
