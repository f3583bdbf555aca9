"""What a long listing costs the ledger: each page the same, however many rows already wait."""

from __future__ import annotations

from pathlib import Path

from crawler.items import ListingRow
from crawler.store.database import open_database
from crawler.store.ledger import Ledger

PER_PAGE = 15
LISTING = "http://www.some.gov.cn/list/"


def steps(folder: Path, pages: int) -> int:
    """Hundreds of instructions of SQLite's machine that reading a listing of so many new pages takes."""
    db = open_database(folder / f"{pages}.db")
    ledger = Ledger(db, "run")
    facts = {"name": "some", "title": "某市", "home": "http://www.some.gov.cn/", "platform": "trs"}
    ledger.enter_portal(facts, [(LISTING, "通知公告")])
    column = ledger.column(LISTING)
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    db.conn.set_progress_handler(count, 100)
    asked = 0
    for page in range(pages):
        rows = [
            ListingRow(f"http://www.some.gov.cn/{page}/{n}.html", f"{page}-{n}号年度报告", "2025-03-01")
            for n in range(PER_PAGE)
        ]
        unknown = ledger.unknown(rows)
        ledger.remember_rows(column, [(row, "pending", "candidate", "") for row in unknown])
        asked += len(ledger.pending_among("some", {row.url for row in unknown}))
    db.conn.set_progress_handler(None, 0)
    db.close()
    assert asked == pages * PER_PAGE
    return taken


def test_a_backfill_costs_in_proportion_to_its_pages(tmp_path: Path) -> None:
    short, long = steps(tmp_path, 25), steps(tmp_path, 100)
    assert long < 4.5 * short, (short, long)
