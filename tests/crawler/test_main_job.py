"""The main job: five portals crawled with their production portal files, the store compared with the gold."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Crawls
from tests.replica import Replica, golds

STATED = ("title", "issuer", "region_code", "report_year", "published", "signed_date", "source", "doc_number", "icp")


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def crawled(session_replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> Crawls:
    """One crawl of day 1 that several tests read."""
    session_replica.day = 1
    session_replica.clear_modes()
    session_replica.reset_counts()
    crawls = Crawls(session_replica, tmp_path_factory.mktemp("main") / "output")
    crawls.crawl()
    return crawls


def stored(crawls: Crawls, url: str) -> dict[str, Any]:
    rows = crawls.rows(
        "SELECT reports.* FROM reports JOIN report_addresses ON report = reports.id WHERE report_addresses.url = ?", url
    )
    assert len(rows) == 1, f"{url} is stored {len(rows)} times"
    return rows[0]


@pytest.mark.parametrize("gold", golds(1), ids=lambda gold: f"{gold['portal']}-{gold['name']}")
def test_report_is_stored_to_the_character(crawled: Crawls, gold: dict[str, Any]) -> None:
    row = stored(crawled, gold["url"])
    assert squeeze(row["body"]) == squeeze("\n".join(gold["body_lines"]))
    fields = gold["fields"]
    assert {name: row[name] for name in STATED} == {name: fields.get(name) for name in STATED}
    assert row["site_id_code"] == fields.get("site_id_code")
    path = json.loads(row["column_path"]) if row["column_path"] else None
    assert path == fields.get("column_path")


@pytest.mark.parametrize(
    "gold", [g for g in golds(1) if g["seed"]], ids=lambda gold: f"{gold['portal']}-{gold['name']}"
)
def test_headings_of_the_seed_reports(crawled: Crawls, gold: dict[str, Any]) -> None:
    report = stored(crawled, gold["url"])["id"]
    rows = crawled.rows("SELECT marker, heading FROM sections WHERE report = ? ORDER BY position", report)
    wanted = [(marker, squeeze(text)) for marker, text in gold["fields"]["headings"]]
    assert [(row["marker"], squeeze(row["heading"])) for row in rows if not row["marker"].endswith("是")] == wanted


def test_only_reports_become_reports_and_every_row_is_remembered(crawled: Crawls) -> None:
    urls = {row["url"] for row in crawled.rows("SELECT url FROM report_addresses")}
    expected = {gold["url"] for gold in golds(1)}
    assert {url.replace("_wap.html", ".html") for url in urls} == expected
    assert crawled.rows("SELECT count(*) AS n FROM listing_rows WHERE state = 'pending'") == [{"n": 0}]
    refused = crawled.rows("SELECT portal, count(*) AS n FROM listing_rows WHERE state = 'refused' GROUP BY portal")
    assert len(refused) == 5
    assert all(row["n"] >= 20 for row in refused), refused
    assert crawled.rows("SELECT count(*) AS n FROM listing_rows WHERE state = 'refused' AND kind = ''") == [{"n": 0}]


def test_nothing_is_fetched_twice_and_lookalikes_not_at_all(crawled: Crawls) -> None:
    asked = [seen.url for seen in crawled.replica.requests if not seen.url.endswith("/robots.txt")]
    assert len(asked) == len(set(asked))
    refused = {row["url"] for row in crawled.rows("SELECT url FROM listing_rows WHERE state = 'refused'")}
    fetched_in_vain = refused & set(asked)
    assert len(fetched_in_vain) <= 3, fetched_in_vain


def test_a_night_without_news_costs_one_request_per_column(crawls: Crawls) -> None:
    crawls.crawl()
    before = crawls.rows("SELECT * FROM reports ORDER BY id")
    crawls.replica.reset_counts()
    result = crawls.crawl("--all", now="2026-11-22T06:10:00+00:00")
    assert result["new_reports"] == result["changed_reports"] == 0
    columns = crawls.rows("SELECT portal, count(*) AS n FROM columns GROUP BY portal")
    assert result["requests"] == crawls.replica.count() <= sum(row["n"] for row in columns)
    assert crawls.rows("SELECT * FROM reports ORDER BY id") == before
    crawls.replica.reset_counts()
    crawls.crawl(now="2026-11-22T07:00:00+00:00")
    assert crawls.replica.count() == 0, "nothing is due an hour later"


def test_raw_bytes_are_in_the_warc(crawled: Crawls) -> None:
    from warcio.archiveiterator import ArchiveIterator

    files = sorted((crawled.output / "warc").rglob("*.warc.gz"))
    assert len(files) == 1
    with files[0].open("rb") as stream:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(stream)
        ]
    responses = {url: body for kind, url, body in records if kind == "response"}
    for gold in golds(1):
        assert gold["url"] in responses
    assert {row["warc"] for row in crawled.rows("SELECT DISTINCT warc FROM snapshots")} == {files[0].name}


def test_gb18030_page_that_declares_gb2312(crawled: Crawls) -> None:
    odd = [gold for gold in golds(1) if gold["portal"] == "jianghan" and gold["name"] == "2023"]
    assert "\ufffd" not in stored(crawled, odd[0]["url"])["body"]


def test_wap_twin_is_the_same_report(crawled: Crawls) -> None:
    seed = next(gold for gold in golds(1) if gold["portal"] == "liangjiang" and gold["seed"])
    twin = seed["url"].replace(".html", "_wap.html")
    assert crawled.rows("SELECT state FROM listing_rows WHERE url = ?", twin) == [{"state": "report"}]
    assert stored(crawled, twin)["id"] == stored(crawled, seed["url"])["id"]
    assert stored(crawled, twin)["url"] == seed["url"], "the plain address is the report's own"


def test_days_bring_a_new_child_column_an_edit_and_a_loss(crawls: Crawls) -> None:
    crawls.crawl(now="2026-01-10T22:00:00+00:00")
    known = {row["url"] for row in crawls.rows("SELECT url FROM columns")}
    crawls.replica.day = 2
    result = crawls.crawl("--all", now="2026-01-11T22:00:00+00:00")
    assert result["new_reports"] == len(golds(2)) - len(golds(1)) >= 2
    fresh = {row["url"] for row in crawls.rows("SELECT url FROM columns")} - known
    assert [url for url in fresh if "fzzf2025" in url]
    assert result["changed_reports"] == 0

    crawls.replica.day = 3
    result = crawls.crawl("--all", now="2026-01-14T22:00:00+00:00")
    assert result["changed_reports"] == 1
    versions = crawls.rows("SELECT report, number, reason FROM versions WHERE number > 1")
    assert [(v["number"], v["reason"]) for v in versions] == [(2, "source_changed")]
    edited = crawls.rows("SELECT url FROM reports WHERE id = ?", versions[0]["report"])[0]["url"]
    gold = next(gold for gold in golds(3) if gold["url"] == edited)
    assert squeeze(stored(crawls, edited)["body"]) == squeeze("\n".join(gold["body_lines"]))

    crawls.replica.day = 4
    lost = {gold["url"] for gold in golds()} - {gold["url"] for gold in golds(4)}
    assert lost
    bodies = {url: stored(crawls, url)["body"] for url in lost}
    crawls.crawl("--all", now="2026-01-22T22:00:00+00:00")
    assert {stored(crawls, url)["state"] for url in lost} == {"missing"}
    crawls.crawl("--all", now="2026-01-23T22:00:00+00:00")
    assert {stored(crawls, url)["state"] for url in lost} == {"gone"}
    assert {url: stored(crawls, url)["body"] for url in lost} == bodies


BAD_DAYS = {
    "timeout": "timeout",
    "status_403": "blocked",
    "status_412": "blocked",
    "status_521": "blocked",
    "status_503": "server_error",
    "redirect_home": "redirected_home",
    "soft_404": "listing_gone",
    "empty_listing": "listing_empty",
    "empty_200": "empty_response",
    "rows_in_comment": "layout_changed",
    "js_shell": "layout_changed",
    "self_302": "blocked",
    "captive": "redirected_away",
    "reset": "connection_error",
    "too_large": "too_large",
    "drip": "timeout",
    "bad_tls": "tls_error",
    "home_200": "layout_changed",
    "status_404": "listing_gone",
}
HOSTS = {
    "jianghan": "www.jianghan.gov.cn",
    "nanchang": "sthjj.nc.gov.cn",
    "xuchang": "sthjj.xuchang.gov.cn",
}


@pytest.mark.parametrize("mode", BAD_DAYS)
def test_bad_days_are_told_by_name_and_touch_nothing(crawls: Crawls, mode: str, crawled: Crawls) -> None:
    """One portal has a bad day on its second night: it is named with its outcome, the others are finished."""
    bad = "xuchang" if mode == "bad_tls" else "jianghan"
    other = "nanchang"
    names = ("--portal", bad, "--portal", other)
    shutil.copytree(crawled.output, crawls.output)
    before = crawls.rows("SELECT * FROM reports ORDER BY id"), crawls.rows("SELECT * FROM versions ORDER BY id")
    crawls.replica.set_mode(HOSTS[bad], mode)
    result = crawls.crawl("--all", *names, code=3, now="2026-11-22T06:10:00+00:00")
    lines = {line["portal"]: line["outcome"] for line in result["lines"]}
    assert lines[other] == "nothing new"
    outcomes = crawls.rows("SELECT portal, outcome FROM fetches WHERE run = ? AND purpose = 'listing'", result["run"])
    assert {row["outcome"] for row in outcomes if row["portal"] == bad} <= {
        BAD_DAYS[mode],
        "robots_unavailable",
        "moved",
    }
    assert BAD_DAYS[mode] in lines[bad] or "robots_unavailable" in lines[bad]
    assert (
        crawls.rows("SELECT * FROM reports ORDER BY id"),
        crawls.rows("SELECT * FROM versions ORDER BY id"),
    ) == before
    crawls.replica.clear_modes()
    assert crawls.crawl("--all", *names, code=3 if mode == "status_503" else 0, now="2026-11-22T06:20:00+00:00")


def test_a_wall_on_the_first_night_is_no_answer_and_the_next_night_finds_all(crawls: Crawls, replica: Replica) -> None:
    replica.set_mode(HOSTS["jianghan"], "home_200", path="/zfxxgk/fdzdgknr/gysyjs/sthj_69506/hjzf/202")
    crawls.crawl("--portal", "jianghan", code=3)
    assert crawls.rows("SELECT * FROM reports") == []
    replica.clear_modes()
    crawls.crawl("--portal", "jianghan", "--all")
    assert len(crawls.rows("SELECT * FROM reports")) == sum(gold["portal"] == "jianghan" for gold in golds(1))


def test_scrapys_own_commands_work(crawls: Crawls, tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.conftest import ROOT

    environment = crawls.environment()
    scrapy = [sys.executable, "-m", "scrapy"]
    listed = subprocess.run([*scrapy, "list"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert listed.stdout.split() == ["discover", "reports"]
    arguments = [*scrapy, "crawl", "reports", "-a", "portals=jianghan,nanchang"]
    subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    portals = {row["portal"] for row in crawls.rows("SELECT DISTINCT portal FROM reports")}
    assert portals == {"jianghan", "nanchang"}


def test_two_runs_never_overlap(crawls: Crawls) -> None:
    from filelock import FileLock

    crawls.output.mkdir()
    with FileLock(crawls.output / ".lock"):
        done = crawls.fazhi("crawl")
    assert done.returncode == 75
    assert "another run" in done.stderr
    assert "Traceback" not in done.stderr
    assert crawls.replica.count() == 0


def test_unknown_portal_is_a_usage_error(crawls: Crawls) -> None:
    done = crawls.fazhi("crawl", "--portal", "jianghann")
    assert done.returncode == 2
    assert "did you mean 'jianghan'" in done.stderr
