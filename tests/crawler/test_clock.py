"""A clock that is set forwards or back neither silences the crawler nor loses anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.clock import now
from crawler.store.database import open_database
from crawler.store.hosts import HostStore
from tests.conftest import Crawls

AHEAD, NIGHTS = "2036-01-12T22:00:00+00:00", [f"2026-01-{day}T22:00:00+00:00" for day in (10, 11, 12, 13)]
PORTAL = "nanchang"


def test_a_clock_that_ran_ahead_for_a_night_does_not_end_the_watch(crawls: Crawls) -> None:
    crawls.crawl("--portal", PORTAL, now=NIGHTS[0])
    crawls.crawl("--portal", PORTAL, now=AHEAD)
    crawls.replica.day = 2
    crawls.replica.reset_counts()
    result = crawls.crawl("--portal", PORTAL, now=NIGHTS[1])
    assert crawls.replica.count("http://sthjj.nc.gov.cn/robots.txt") == 1, "an answer from the future is none"
    assert crawls.replica.count("http://sthjj.nc.gov.cn/ncgbj/tzggh/list.shtml") == 1
    assert [line["outcome"] for line in result["lines"]] == ["new"], "and what is new is found"
    seen = crawls.rows("SELECT url FROM fetches WHERE purpose = 'report' AND time LIKE '2026-01-11%'")
    assert len(seen) == result["known_reports"], "known reports are looked at again"
    crawls.replica.reset_counts()
    crawls.crawl("--portal", PORTAL, now=NIGHTS[1].replace("22:00", "22:30"))
    assert crawls.replica.count() == 0, "and then all is as ever"
    assert crawls.rows("SELECT 1 FROM versions WHERE reason != 'first'") == []
    assert crawls.fazhi("verify").returncode == 0


def test_a_clock_set_back_loses_nothing_and_keeps_nothing_twice(crawls: Crawls) -> None:
    crawls.crawl("--portal", PORTAL, now=NIGHTS[3])
    before = crawls.rows("SELECT id, url, body FROM reports ORDER BY id")
    crawls.crawl("--portal", PORTAL, "--all", now="1999-12-31T22:00:00+00:00")
    crawls.crawl("--portal", PORTAL, "--all", now="2026-01-14T23:00:00+00:00")
    assert crawls.rows("SELECT id, url, body FROM reports ORDER BY id") == before
    assert crawls.rows("SELECT url FROM snapshots GROUP BY url, sha256 HAVING count(*) > 1") == []
    assert crawls.rows("SELECT id FROM runs WHERE finished IS NULL") == []


def test_a_pause_and_a_budget_from_the_future_do_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = open_database(tmp_path / "reports.db")
    hosts = HostStore(db)
    monkeypatch.setenv("FAZHI_NOW", AHEAD)
    hosts.trouble("example.gov.cn", "status 503")
    assert hosts.paused("example.gov.cn")
    monkeypatch.setenv("FAZHI_NOW", NIGHTS[0])
    assert hosts.paused("example.gov.cn") is None
    hosts.trouble("example.gov.cn", "status 503")
    assert hosts.paused("example.gov.cn")
    assert hosts.requests_since("example.gov.cn", now()) == 0
    db.close()
