"""Articles on several pages: fetched page by page, stored as one text, looked at again, and honest about a page that
cannot be had."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.settings import PAGES_PER_REPORT
from crawler.store.database import insert, open_database
from crawler.store.extract import extract
from crawler.store.merge import merge
from tests import starter
from tests.conftest import Crawls
from tests.replica import Replica, paged
from tests.replica.paged import ENDLESS, FILE, HOST, LONG, address

TJJH = ("--portal", "tjjh")
FIRST, SECOND, SECOND_NIGHT, THIRD_NIGHT = (
    "2026-03-20T22:00:00+00:00",
    "2026-03-21T08:00:00+00:00",
    "2026-03-21T22:30:00+00:00",
    "2026-03-25T22:00:00+00:00",
)


@pytest.fixture(scope="module")
def session_replica() -> Iterator[Replica]:
    with Replica(day=1, more=paged.all_sites()) as replica:
        yield replica


def report(crawls: Crawls, path: str) -> dict[str, Any]:
    (row,) = crawls.rows("SELECT * FROM reports WHERE url = ?", address(path))
    return row


def pages(crawls: Crawls, path: str) -> list[dict[str, Any]]:
    key = report(crawls, path)["id"]
    return crawls.rows("SELECT * FROM following_pages WHERE report = ? ORDER BY position", key)


def reasons(crawls: Crawls, path: str) -> list[str]:
    key = report(crawls, path)["id"]
    return [row["reason"] for row in crawls.rows("SELECT reason FROM versions WHERE report = ? ORDER BY number", key)]


def asked(crawls: Crawls) -> list[str]:
    """What was asked of the long report, in order."""
    stem = LONG.removesuffix(".html")
    return [request.url for request in crawls.replica.requests if stem in request.url]


def test_an_article_on_three_pages_is_one_text(crawls: Crawls) -> None:
    crawls.crawl(*TJJH, now=FIRST)
    row = report(crawls, LONG)
    assert row["body"].split("\n") == paged.lines(LONG)
    assert json.loads(row["flags"]) == []
    assert (row["title"], row["issuer"], row["signed_date"]) == (paged.title(LONG), paged.AGENCY, "2025-02-18")
    parts = {each["part"] for each in crawls.rows("SELECT part FROM sections WHERE report = ?", row["id"])}
    assert parts >= {"measures", "problems", "leader_duty", "next_year"}
    assert asked(crawls) == [address(LONG, number) for number in (1, 2, 3)], "each page once, in order"

    found = pages(crawls, LONG)
    assert [(page["position"], page["url"], page["outcome"]) for page in found] == [
        (2, address(LONG, 2), "ok"),
        (3, address(LONG, 3), "ok"),
    ]
    (version,) = crawls.rows("SELECT pages FROM versions WHERE report = ?", row["id"])
    assert json.loads(version["pages"]) == [
        {name: page[name] for name in ("url", "sha256", "snapshot")} for page in found
    ]
    (file,) = crawls.rows("SELECT url, role FROM attachments WHERE report = ?", row["id"])
    assert file == {"url": f"http://{HOST}{FILE}", "role": "twin"}, "a file linked on the last page is the report's"
    assert crawls.fazhi("verify").returncode == 0


def test_no_more_pages_are_fetched_than_a_report_may_have(crawls: Crawls) -> None:
    crawls.crawl(*TJJH, now=FIRST)
    row = report(crawls, ENDLESS)
    known = [line for part in paged.parts(ENDLESS)[: PAGES_PER_REPORT + 1] for line in part]
    assert row["body"].split("\n") == known
    assert json.loads(row["flags"]) == ["truncated"]
    *good, last = pages(crawls, ENDLESS)
    assert [page["outcome"] for page in good] == ["ok"] * PAGES_PER_REPORT
    assert (last["outcome"], last["url"]) == ("over_limit", address(ENDLESS, PAGES_PER_REPORT + 2))
    assert crawls.replica.count(last["url"]) == 0


def test_the_next_night_asks_conditionally_and_a_change_on_a_later_page_is_told(crawls: Crawls) -> None:
    crawls.crawl(*TJJH, now=FIRST)
    stored = "SELECT body, flags, provenance FROM reports ORDER BY id", "SELECT * FROM following_pages ORDER BY 1, 2"
    before = [crawls.rows(sql) for sql in stored]
    crawls.replica.reset_counts()
    crawls.crawl(*TJJH, now=SECOND)
    assert asked(crawls) == [], "nothing is due again on the same day"

    result = crawls.crawl(*TJJH, now=SECOND_NIGHT)
    assert (result["new_reports"], result["changed_reports"]) == (0, 0)
    assert asked(crawls) == [address(LONG, number) for number in (1, 2, 3)]
    assert {seen.status for seen in crawls.replica.requests if LONG.removesuffix(".html") in seen.url} == {304}
    assert [crawls.rows(sql) for sql in stored] == before

    crawls.replica.day = paged.CHANGED_DAY
    result = crawls.crawl(*TJJH, now=THIRD_NIGHT)
    assert result["changed_reports"] == 1
    assert report(crawls, LONG)["body"].split("\n") == paged.lines(LONG, paged.CHANGED_DAY)
    assert reasons(crawls, LONG) == ["first", "source_changed"]
    assert reasons(crawls, ENDLESS) == ["first"]


@pytest.mark.parametrize(
    ("mode", "outcome", "code"),
    [
        ("status_412", "blocked", 3),
        ("home_200", "blocked", 3),  # this site's home page is short and links to nothing: it stands in front
        ("status_404", "gone", 0),
        ("reset", "connection_error", 3),
    ],
)
def test_a_following_page_that_cannot_be_had_is_told_and_had_later(
    crawls: Crawls, mode: str, outcome: str, code: int
) -> None:
    """What was read is stored and said to be incomplete; the rest comes with the next look and is no news."""
    crawls.replica.set_mode(HOST, mode, path=LONG.replace(".html", "_1.html"))
    crawls.crawl(*TJJH, now=FIRST, code=code)
    row = report(crawls, LONG)
    assert row["body"].split("\n") == paged.parts(LONG)[0]
    assert json.loads(row["flags"]) == ["truncated"]
    (told,) = pages(crawls, LONG)
    assert (told["url"], told["outcome"], told["sha256"]) == (address(LONG, 2), outcome, None)
    assert told["reason"]
    looks = crawls.rows("SELECT outcome FROM fetches WHERE purpose = 'page' AND url = ?", told["url"])
    assert [look["outcome"] for look in looks] == [outcome]

    crawls.replica.clear_modes()
    result = crawls.crawl(*TJJH, now=SECOND_NIGHT)
    assert (result["new_reports"], result["changed_reports"]) == (0, 0)
    row = report(crawls, LONG)
    assert (row["body"].split("\n"), json.loads(row["flags"])) == (paged.lines(LONG), [])
    assert reasons(crawls, LONG) == ["first", "page_read"]

    crawls.replica.set_mode(HOST, mode, path=LONG.replace(".html", "_1.html"))
    result = crawls.crawl(*TJJH, now=THIRD_NIGHT, code=code)
    assert report(crawls, LONG)["body"] == row["body"], "a bad night takes nothing away"
    assert [page["outcome"] for page in pages(crawls, LONG)] == [outcome, "ok"]
    assert reasons(crawls, LONG) == ["first", "page_read"]


def test_computing_anew_reads_all_pages(crawls: Crawls) -> None:
    crawls.crawl(*TJJH, now=FIRST)
    stored = "SELECT id, body, flags, provenance FROM reports ORDER BY id"
    before = crawls.rows(stored), crawls.rows("SELECT * FROM following_pages")
    done = crawls.fazhi("reclean")
    assert (done.returncode, "0 texts read otherwise, 0 otherwise changed" in done.stdout) == (0, True), done.stdout
    assert (crawls.rows(stored), crawls.rows("SELECT * FROM following_pages")) == before


def test_pages_read_by_another_machine_keep_their_snapshots(crawls: Crawls, tmp_path: Path) -> None:
    """The snapshots have other numbers in the ledger, which knows other portals."""
    crawls.crawl("--portal", "nanchang", now=FIRST)
    known, away = tmp_path / "known.db", Crawls(crawls.replica, tmp_path / "away")
    extract(crawls.output / "reports.db", crawls.output / "warc", ["tjjh"], ["tjjh.gov.cn"], known)
    away.output.mkdir()
    shutil.copy(known, away.output / "reports.db")
    away.crawl(*TJJH, now=FIRST)
    ledger = open_database(crawls.output / "reports.db")
    (run,) = ledger.execute("SELECT id FROM runs").fetchone()
    insert(ledger, "jobs", {"id": "one", "run": run, "portals": "tjjh", "lock": "", "sent": FIRST})
    worker = away.db
    worker.execute("UPDATE fetches SET run = ?", [run])
    worker.conn.commit()
    worker.close()
    (portal,) = away.rows("SELECT * FROM portals WHERE name = 'tjjh'")
    insert(ledger, "portals", portal)
    ledger.conn.commit()
    assert merge(ledger, "one", known, away.output / "reports.db")
    ledger.close()
    key = report(crawls, LONG)["id"]
    (version,) = crawls.rows("SELECT pages, files FROM versions WHERE report = ?", key)
    named = [(each["url"], each["sha256"], each["snapshot"]) for each in json.loads(version["pages"])]
    kept = [(row["url"], row["sha256"], row["snapshot"]) for row in pages(crawls, LONG)]
    assert named == kept
    for url, digest, snapshot in named:
        assert crawls.rows("SELECT url, sha256 FROM snapshots WHERE id = ?", snapshot) == [
            {"url": url, "sha256": digest}
        ]


def test_a_kill_between_two_pages_leaves_the_next_run_to_finish(crawls: Crawls) -> None:
    second, third = address(LONG, 2), address(LONG, 3)
    crawls.replica.set_mode(HOST, "timeout", path=third.removeprefix(f"http://{HOST}"))
    environment = crawls.environment(FAZHI_NOW=FIRST, FAZHI_TIMEOUT="30")
    run = starter.start("crawl", *TJJH, environment=environment)
    end = time.monotonic() + 60
    while not crawls.replica.count(third) and run.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    assert crawls.replica.count(third) == 1
    run.kill()
    run.wait()
    assert crawls.rows("SELECT 1 FROM reports WHERE url = ?", address(LONG)) == [], "stored whole or not at all"

    crawls.replica.clear_modes()
    crawls.crawl(*TJJH, now="2026-03-20T23:30:00+00:00")
    assert report(crawls, LONG)["body"].split("\n") == paged.lines(LONG)
    assert crawls.replica.count(second) == 1, "what the first run kept is not asked for again"
    crawls.replica.reset_counts()
    crawls.crawl(*TJJH, now="2026-03-22T00:30:00+00:00")
    assert {seen.status for seen in crawls.replica.requests if seen.url in (second, third)} == {304}
