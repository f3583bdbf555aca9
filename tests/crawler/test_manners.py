"""Manners: robots.txt, delay, breaker, budget, kill switch and deny list, on real sockets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.conftest import ROOT, Crawls

JIANGHAN = "www.jianghan.gov.cn"


def settings(**environment: str) -> subprocess.CompletedProcess[str]:
    code = "import crawler.settings as s; print(s.DOWNLOAD_DELAY * (1 - s.DOWNLOAD_DELAY_JITTER), s.USER_AGENT)"
    base = {"PATH": "/usr/bin:/bin"}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**base, **environment}, capture_output=True, text=True, check=False
    )


def test_at_least_five_seconds_between_requests_unless_all_traffic_stays_on_this_machine() -> None:
    assert float(settings().stdout.split()[0]) >= 5
    assert float(settings(http_proxy="http://127.0.0.1:9", https_proxy="http://127.0.0.1:9").stdout.split()[0]) >= 5
    assert float(settings(FAZHI_REPLICA="http://127.0.0.1:9").stdout.split()[0]) == 0
    away = settings(FAZHI_REPLICA="http://192.0.2.1:9")
    assert away.returncode != 0
    assert "must be a loopback address" in away.stderr


def waited(folder: Path, moment: str, hosts: int) -> float:
    """Seconds, by the clock that jumps, that a search of so many hosts let pass before its first request."""
    code = "from benchmarks.programs.country_search import main; main()"
    base = {name: value for name, value in os.environ.items() if not name.startswith("FAZHI")}
    own = {"FAZHI_OUTPUT": str(folder / "output"), "FAZHI_PORTALS": str(folder / "portals"), "FAZHI_NOW": moment}
    words = [sys.executable, "-c", code, "--province", "11", "--limit", str(hosts)]
    done = subprocess.run(words, cwd=ROOT, env={**base, **own}, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["waited"])


def test_a_run_begun_at_once_or_after_a_kill_waits_as_if_the_one_before_had_gone_on(tmp_path: Path) -> None:
    assert waited(tmp_path, "2026-11-22T06:00:00+00:00", 1) < 1
    db = Database(tmp_path / "output" / "reports.db")
    ended = next(db.query("SELECT finished FROM runs"))["finished"]
    assert waited(tmp_path, ended.replace("Z", "+00:00"), 2) >= 5
    assert waited(tmp_path, "2026-11-23T06:00:00+00:00", 3) < 1
    db.execute("UPDATE runs SET finished = NULL")
    db.conn.commit()
    db.close()
    assert waited(tmp_path, "2026-11-24T06:00:00+00:00", 4) >= 5


def test_the_user_agent_says_who_and_why_and_whom_to_ask(crawls: Crawls) -> None:
    crawls.fazhi("crawl", "--portal", "jianghan", FAZHI_CONTACT="archive@example.org")
    agents = {seen.headers.get("User-Agent") for seen in crawls.replica.requests}
    assert len(agents) == 1
    agent = agents.pop() or ""
    assert agent.startswith("FazhiWatch/")
    assert "research archive" in agent
    assert "archive@example.org" in agent


def test_robots_txt_is_asked_once_a_day(crawls: Crawls) -> None:
    robots = f"https://{JIANGHAN}/robots.txt"
    crawls.crawl("--portal", "jianghan", now="2026-01-10T00:00:00+00:00")
    assert crawls.replica.count(robots) == 1
    crawls.crawl("--portal", "jianghan", "--all", now="2026-01-10T20:00:00+00:00")
    assert crawls.replica.count(robots) == 1
    crawls.crawl("--portal", "jianghan", "--all", now="2026-01-11T01:00:00+00:00")
    assert crawls.replica.count(robots) == 2


def test_a_server_that_fails_to_give_robots_txt_is_waited_for(crawls: Crawls) -> None:
    crawls.replica.set_mode(JIANGHAN, "status_503", path="/robots.txt", robots=True)
    result = crawls.crawl("--portal", "jianghan", code=3)
    assert [seen.url for seen in crawls.replica.requests] == [f"https://{JIANGHAN}/robots.txt"]
    assert "robots_unavailable" in result["lines"][0]["outcome"]


def test_what_robots_txt_forbids_is_not_asked_for(crawls: Crawls) -> None:
    crawls.crawl("--portal", "jianghan")
    db = crawls.db
    with db.atomic():
        db.execute("UPDATE robots SET body = ?", [b"User-agent: *\nDisallow: /zfxxgk/"])
    db.close()
    crawls.replica.reset_counts()
    result = crawls.crawl("--portal", "jianghan", "--all", code=3)
    assert crawls.replica.count() == 0
    assert "robots_denied" in result["lines"][0]["outcome"]


def test_the_breaker_leaves_a_host_alone_longer_and_longer(crawls: Crawls) -> None:
    crawls.crawl("--portal", "jianghan", now="2026-01-10T00:00:00+00:00")
    crawls.replica.set_mode(JIANGHAN, "status_503")
    crawls.crawl("--portal", "jianghan", "--all", code=3, now="2026-01-10T01:00:00+00:00")
    crawls.replica.clear_modes()
    crawls.replica.reset_counts()
    paused = crawls.crawl("--portal", "jianghan", "--all", code=3, now="2026-01-10T01:30:00+00:00")
    assert crawls.replica.count() == 0, "Retry-After holds even if somebody insists"
    assert "left alone until" in paused["lines"][0]["outcome"]
    crawls.crawl("--portal", "jianghan", "--all", now="2026-01-11T01:30:00+00:00")
    assert crawls.replica.count() > 0


def test_a_burst_of_trouble_counts_once(crawls: Crawls) -> None:
    crawls.crawl("--portal", "liangjiang")
    crawls.replica.set_mode("ljxq.cq.gov.cn", "status_403")
    crawls.replica.reset_counts()
    crawls.crawl("--portal", "liangjiang", "--all", code=3)
    assert crawls.replica.count() <= 4, "three refusals in a row, and one request that was already under way"
    assert crawls.rows("SELECT host, bad_runs FROM hosts") == [{"host": "ljxq.cq.gov.cn", "bad_runs": 1}]


@pytest.mark.parametrize(("name", "text"), [("STOP", ""), ("deny.txt", "# asked us to stop\njianghan.gov.cn\n")])
def test_kill_switch_and_deny_list(crawls: Crawls, name: str, text: str) -> None:
    crawls.output.mkdir()
    (crawls.output / name).write_text(text)
    result = crawls.crawl("--portal", "jianghan", code=3)
    assert crawls.replica.count() == 0
    assert name in result["lines"][0]["outcome"]


def test_a_dry_run_asks_for_nothing(crawls: Crawls) -> None:
    done = crawls.fazhi("crawl", "--dry-run")
    assert done.returncode == 0
    assert "jianghan: due columns 1, pending pages 0, known reports 0" in done.stdout
    assert crawls.replica.count() == 0
