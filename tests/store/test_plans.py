"""What a crawl asks the store for each page and row is answered from an index, however much the store holds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cleaning.report import Attachment, Report
from crawler.clock import now
from crawler.items import ListingRow
from crawler.outcome import Outcome
from crawler.store.boilerplate import BoilerplateStore
from crawler.store.hosts import HostStore, RobotsStore
from crawler.store.reports import Observation
from crawler.store.snapshots import Snapshots
from crawler.store.warc import Exchange
from tests.store.world import World, sections

URL = "http://www.mou.gov.cn/new.html"


def crawl_path(world: World) -> None:
    """One of everything a crawl does with the store for a column, a row and a report."""
    column = world.ledger.due_columns("mou", insist=True)[0]
    rows = [ListingRow(URL, "某市水利局2025年法治政府建设年度报告", "2026-03-01")]
    world.ledger.unknown(rows)
    world.ledger.remember_rows(column, [(rows[0], "pending", "candidate", "")])
    world.ledger.begin_walk(column.id)
    world.ledger.end_walk(column.id, rows, '"tag"', None)
    world.ledger.note_column_fetch(column.id, Outcome("blocked", "a wall"), now())
    world.ledger.pending_rows("mou")
    world.ledger.due_reports("mou")
    HostStore(world.db).requests_since("mou.gov.cn", now())
    HostStore(world.db).paused("mou.gov.cn")
    RobotsStore(world.db).get("http://www.mou.gov.cn")
    exchange = Exchange(URL, "GET", [], b"", 200, "OK", [("Content-Type", "text/html")], b"<p>", now())
    snapshots = Snapshots(world.db, world.path.parent / "warc", "plans")
    snapshot = snapshots.keep(exchange, "text/html")
    snapshots.keep(exchange, "text/html")
    boilerplate = BoilerplateStore(world.db)
    boilerplate.known("mou", URL)
    boilerplate.remember("mou", URL, {"digest": "友情链接"})
    report = Report(
        body="正文的话。", report_year=2025, is_report=True, sections=sections("measures"),
        attachments=[Attachment("http://www.mou.gov.cn/a.pdf", "附件")],
    )  # fmt: skip
    seen = Observation("mou", URL, report, snapshot)
    _, key = world.reports.save(seen)
    world.ledger.decide_row(URL, "report", "annual_report", "", key)
    world.ledger.count_try(URL)
    world.ledger.note_fetch("mou", "report", URL, Outcome("new"), status=200, snapshot=snapshot)
    report.body = "改过的正文。"
    world.reports.save(seen, lambda *_: "正文的话。")
    for method in (world.reports.still_there, world.reports.missing, world.reports.fetch_later):
        method(key)


def statements(world: World, work: Callable[[World], None]) -> list[str]:
    """The SQL some work runs, each form once, values in place."""
    seen: dict[str, str] = {}

    def trace(sql: str) -> None:
        if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)", sql) and "_fts" not in sql:
            seen.setdefault(re.sub(r"'[^']*'|\d+", "?", sql), sql)

    world.db.conn.set_trace_callback(trace)
    work(world)
    world.db.conn.set_trace_callback(None)
    return list(seen.values())


@pytest.fixture
def lived_in(world: World) -> World:
    world.run()
    world.portal("mou")
    world.look("mou")
    world.report("mou")
    return world


def test_no_table_is_read_through_on_the_way_of_a_crawl(lived_in: World) -> None:
    found = statements(lived_in, crawl_path)
    assert len(found) > 40
    scans = []
    for sql in found:
        for *_, step in lived_in.db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall():
            if re.match(r"SCAN (?!CONSTANT|\d+ CONSTANT)", step):
                scans.append((step, sql))
    assert not scans


def test_the_check_can_fail(lived_in: World) -> None:
    (sql,) = statements(lived_in, lambda world: world.db.execute("SELECT id FROM reports WHERE body = '2026'"))
    assert any(step.startswith("SCAN") for *_, step in lived_in.db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())


def test_the_changes_of_a_store_without_a_withdrawn_report_do_not_read_all_reports(lived_in: World) -> None:
    lived_in.db.execute("ANALYZE")
    lived_in.db.execute("UPDATE sqlite_stat1 SET stat = '100000 100000' WHERE idx = 'reports_state'")
    lived_in.db.execute("ANALYZE sqlite_schema")  # reads what was written
    plan = "EXPLAIN QUERY PLAN SELECT * FROM changes WHERE time >= '2026-11-23' ORDER BY time DESC LIMIT 8"
    assert not [step for *_, step in lived_in.db.execute(plan).fetchall() if step.startswith("SCAN reports")]
