"""What the room asks for a page is answered from indexes, also in a store of many reports that ANALYZE has seen."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from benchmarks import world
from crawler.store.database import open_database
from tests.conftest import ROOT

REPORTS = 400
AS_MANY = 250  # times as many rows the planner is told of
PAGES = (
    "/",
    "/reports/reports",
    "/reports/reports?_sort_desc=published",
    "/reports/reports?_sort=issuer",
    "/reports/reports?_sort_desc=report_year&_next=2025%2C200",
    "/reports/reports?region_code__startswith=36&report_year=2023",
    "/reports/reports?_search=处罚",
    "/reports/reports?_search=免罚清单",
    "/reports/reports?_search=免罚清单&_part=problems",
    "/reports/reports?_search=处罚&_part=problems",
    "/reports/reports?_search=处罚&region_code__startswith=36&report_year=2023",
    "/reports/reports?_search=罚 OR 免罚清单 -诉讼",
    "/reports/sections?_search=免罚清单",
    "/reports/coverage",
    "/reports/-/matrix",
    "/reports/changes",
    "/reports/changes?time__gte=2026-11-01",
    "/reports/-/plan",
    "/reports/feed.atom",
)
LARGE = "reports|versions|section_spans|figure_spans|fetches|snapshots|listing_rows|coverage"
# What counts or gathers a column goes through an index that holds it; once, and the answer is kept.
GATHERS = re.compile(r"(?i)\b(?:count|max|min|json_group_array)\(|\bgroup by\b|\bdistinct\b")


def wasteful(sql: str, steps: list[str]) -> list[str]:
    """The steps that read a large table through, or sort all of it for one page."""
    bad = [step for step in steps if re.match(rf"SCAN (?:{LARGE})(?! USING)(?: |$)", step)]
    walked = [step for step in steps if re.match(rf"SCAN (?:{LARGE}) USING", step)]
    if walked and not GATHERS.search(sql):
        bad += walked if not re.search(r"(?i)\blimit\b", sql) else []
        bad += [step for step in steps if step == "USE TEMP B-TREE FOR ORDER BY"]
    return bad


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    path = tmp_path_factory.mktemp("plans") / "reports.db"
    db = open_database(path)
    world.fill(db, REPORTS)
    db.execute("ANALYZE")
    with db.atomic():
        for row, stat in db.execute("SELECT rowid, stat FROM sqlite_stat1").fetchall():
            more = re.sub(r"\b(?!1\b)\d+", lambda number: str(int(number[0]) * AS_MANY), stat)
            db.execute("UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?", [more, row])
    db.close()
    command = [sys.executable, "-m", "tests.datasette.asked", str(path), *PAGES]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, timeout=120)
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reads_a_large_table_through(asked: dict[str, dict[str, list[str]]], page: str) -> None:
    queries = asked[page]
    assert any(re.search(rf"(?i)\bfrom (?:{LARGE}|changes|sections)", sql) for sql in queries)
    assert {sql: bad for sql, steps in queries.items() if (bad := wasteful(sql, steps))} == {}


def test_the_check_can_fail() -> None:
    assert wasteful("select * from reports where title = ?", ["SCAN reports"])
    sort = ["SCAN reports USING INDEX reports_state", "USE TEMP B-TREE FOR ORDER BY"]
    assert wasteful("select id, title from reports order by title limit 51", sort)
    assert not wasteful("select count(*) from reports group by state", sort[:1])
