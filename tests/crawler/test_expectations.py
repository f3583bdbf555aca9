"""What a portal file expects, and what ``fazhi check`` says when it is not so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.store.coverage import last_due_year
from tests.conftest import Crawls


@pytest.mark.parametrize(
    ("moment", "year"),
    [
        (datetime(2026, 4, 1, 12, tzinfo=UTC), 2024),
        (datetime(2026, 4, 2, 0, tzinfo=UTC), 2025),
        (datetime(2026, 12, 31, tzinfo=UTC), 2025),
    ],
)
def test_the_last_due_year_turns_after_1_april(moment: datetime, year: int) -> None:
    assert last_due_year(moment) == year


def test_check_says_what_is_wrong_and_what_to_do(crawls: Crawls) -> None:
    before = crawls.fazhi("check")
    assert before.returncode == 1
    assert "fazhi crawl" in before.stderr
    crawls.crawl("--portal", "nanchang")
    well = crawls.fazhi("check", "nanchang", FAZHI_NOW="2026-11-22T07:00:00+00:00")
    assert well.returncode == 0, well.stdout
    db = crawls.db
    db.execute("UPDATE reports SET published = NULL WHERE report_year = 2023")
    db.close()
    done = crawls.fazhi("check", "nanchang", FAZHI_NOW="2026-11-22T07:00:00+00:00")
    assert done.returncode == 3
    assert "1 of its reports have no published" in done.stdout
    crawls.replica.set_mode("sthjj.nc.gov.cn", "status_412")
    crawls.crawl("--portal", "nanchang", "--all", code=3, now="2026-11-22T08:00:00+00:00")
    blocked = crawls.fazhi("check", "nanchang", FAZHI_NOW="2026-11-22T09:00:00+00:00")
    assert blocked.returncode == 3
    assert "412" in blocked.stdout


def test_agencies_are_assigned_and_the_feed_written_by_the_crawl_itself(crawls: Crawls) -> None:
    crawls.crawl("--portal", "nanchang")
    assert (crawls.output / "feed.atom").read_bytes().count(b"<entry>") == 2
    rows = crawls.rows("SELECT count(*) AS n FROM reports WHERE agency IS NOT NULL")
    assert rows == [{"n": 2}]
