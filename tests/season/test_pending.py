"""A page that cannot be had is asked for ever more seldom, and had in the end."""

from __future__ import annotations

from tests.conftest import Crawls
from tests.replica import golds

HOST = "sthjj.xuchang.gov.cn"


def test_a_row_whose_page_is_blocked_waits_longer_after_each_look(crawls: Crawls) -> None:
    url = next(gold["url"] for gold in golds(1) if gold["portal"] == "xuchang" and gold["name"] == "2024")
    crawls.replica.set_mode(HOST, "status_412", path=url.partition(HOST)[2])
    asked = []
    for clock in ("00:00", "00:30", "01:05", "02:00", "03:10", "06:00", "07:15"):
        crawls.replica.reset_counts()
        done = crawls.fazhi("crawl", "--portal", "xuchang", FAZHI_NOW=f"2026-01-10T{clock}:00+08:00")
        assert done.returncode in (0, 3), done.stderr
        if crawls.replica.count(url):
            asked.append(clock)
    assert asked == ["00:00", "01:05", "03:10", "07:15"]
    crawls.replica.clear_modes()
    crawls.crawl("--portal", "xuchang", "--all", now="2026-01-10T07:20:00+08:00")
    assert crawls.rows("SELECT count(*) AS n FROM reports WHERE url = ?", url) == [{"n": 1}]
    assert crawls.rows("SELECT url FROM listing_rows WHERE state = 'pending'") == []
