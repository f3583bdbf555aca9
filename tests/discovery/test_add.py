"""``fazhi add``: from any address of a portal to its report columns, their reports, and a file that can be crawled."""

from __future__ import annotations

import signal
import time
from pathlib import Path
from typing import Any

import pytest

from crawler.portals import load, load_all
from crawler.urls import canonical
from tests import starter
from tests.discovery.conftest import Adds
from tests.replica import Replica, forms
from tests.replica.client import COLUMNS
from tests.replica.model import Site
from tests.replica.more import all_sites
from tests.replica.more.common import year_of
from tests.replica.reports import golds

SYSTEMS = {
    "mzj.yunzhou.gov.cn": "hanweb",
    "kjj.haiyu.gov.cn": "jpaas",
    "www.nanting.gov.cn": "gkmlpt",
    "www.xiangxi.gov.cn": "anhui",
    "lyj.hexi.gov.cn": "vsb",
    "gzw.beiling.gov.cn": "sasac",
    "sthjj.ganyuan.gov.cn": "jiangxi",
    "slj.suzhong.gov.cn": "truecms",
    "tyj.longshan.gov.cn": "generic",
    "www.lingyuan.gov.cn": "generic",
    "jyj.qianlin.gov.cn": "generic",
}


def titles(candidate: dict[str, Any]) -> set[str]:
    return {report["title"] for report in candidate["reports"]}


@pytest.mark.parametrize("site", list(all_sites())[::2], ids=lambda site: site.host)
def test_a_home_page_is_enough_for_any_system(adds: Adds, site: Site) -> None:
    result = adds.add(site.home, "--yes")
    assert result["requests"] <= 12
    assert adds.replica.count() >= result["requests"]
    (candidate,) = result["candidates"]
    column = site.columns[0]
    assert candidate["url"] == f"{site.scheme}://{site.host}{column.path}"
    assert (candidate["name"], candidate["system"]) == (column.name, SYSTEMS[site.host])
    reports = {document.title: document for document in column.documents if document.is_report}
    assert titles(candidate)
    assert titles(candidate) <= set(reports)
    for found in candidate["reports"]:
        document = reports[found["title"]]
        assert (found["issuer"], found["published"]) == (document.issuer, document.published)
        assert found["report_year"] == year_of(document.published)
    portal = load(adds.portals / f"{result['file'].rpartition('/')[2]}")
    assert portal.title == site.name
    assert portal.site_id_code == site.site_id_code
    assert portal.region_code == result["region_code"]
    assert portal.verified
    stored = adds.rows("SELECT title, portal FROM reports")
    assert {row["title"] for row in stored} == set(reports), "the first look keeps them all"
    assert {row["portal"] for row in stored} == {portal.name}


def test_links_named_by_years_are_a_column_whose_reports_are_kept_and_checked(tmp_path: Path) -> None:
    site = forms.portal("plain", "year_links")
    with Replica(day=1, more=(site,)) as replica:
        adds = Adds(replica, tmp_path / "output")
        (candidate,) = adds.add(site.home, "--yes")["candidates"]
        assert candidate["system"] == "year_links"
        reports = {report.title for report in forms.LISTINGS["year_links"]().reports}
        assert {row["title"] for row in adds.rows("SELECT title FROM reports")} == reports
        checked = adds.fazhi("check", "plain-yearlinks", "--look")
        assert "as the portal file says" in checked.stdout


@pytest.mark.parametrize("name", COLUMNS)
def test_the_watched_portals_are_found_from_their_home_pages(adds: Adds, name: str) -> None:
    result = adds.add(load_all()[name].home, "--yes")
    (candidate,) = result["candidates"]
    assert candidate["url"] == COLUMNS[name]
    assert candidate["system"] == load_all()[name].platform
    assert candidate["watched_by"] == name
    assert titles(candidate) <= {gold["fields"]["title"] for gold in golds(1) if gold["portal"] == name}
    assert titles(candidate)
    assert result["requests"] <= 10
    assert result["file"] is None, "a column that is watched is not written again"


@pytest.mark.parametrize("gold", [each for each in golds(1) if each["seed"]], ids=lambda gold: str(gold["portal"]))
def test_a_reports_address_leads_to_its_column(adds: Adds, gold: dict[str, Any]) -> None:
    result = adds.add(gold["url"], "--no-crawl")
    (candidate,) = result["candidates"]
    assert candidate["url"] == COLUMNS[gold["portal"]]
    assert canonical(gold["url"]) in {canonical(report["url"]) for report in candidate["reports"]}
    assert result["requests"] <= 8


def test_a_columns_address_is_that_column(adds: Adds) -> None:
    result = adds.add("http://lyj.hexi.gov.cn/zwgk/tzgg.htm", "--no-crawl", "--name", "hexi-forest", "--yes")
    assert [candidate["url"] for candidate in result["candidates"]] == ["http://lyj.hexi.gov.cn/zwgk/tzgg.htm"]
    text = (adds.portals / "hexi-forest.yml").read_text("utf-8")
    assert "河西市林业局2025年度法治政府建设情况报告" in text, "the file says what was seen"
    assert "http://lyj.hexi.gov.cn/" in text
    assert adds.rows("SELECT count(*) AS n FROM reports") == [{"n": 0}]


def test_nothing_is_written_without_consent(adds: Adds) -> None:
    done = adds.fazhi("add", "http://lyj.hexi.gov.cn/")
    assert done.returncode == 0, done.stderr
    for words in (
        "河西市林业局2025年度法治政府建设情况报告",
        "河西市林业局  ",
        "robots.txt  allowed",
        "vsb: ",
        "one conditional request a day",
        "Nothing is written",
    ):
        assert words in done.stdout
    assert not adds.portals.exists()


def test_every_look_is_kept_like_a_crawls(adds: Adds) -> None:
    result = adds.add("http://lyj.hexi.gov.cn/")
    looks = adds.rows("SELECT url, snapshot, purpose FROM fetches")
    assert len(looks) == result["requests"] == adds.replica.count()
    assert [row["url"] for row in looks][:2] == ["http://lyj.hexi.gov.cn/robots.txt", "http://lyj.hexi.gov.cn/"]
    assert all(row["snapshot"] for row in looks)
    assert adds.rows("SELECT name FROM portals") == [], "a search is not a portal"
    assert list(adds.output.rglob("warc/**/*.warc*"))


@pytest.mark.parametrize("budget", [2, 3, 4])
def test_the_budget_holds(adds: Adds, budget: int) -> None:
    result = adds.add("http://www.zc.gov.cn/", "--budget", str(budget), code=0 if budget > 3 else 3)
    assert adds.replica.count() == result["requests"] <= budget


def test_a_portal_without_reports_is_told_plainly(adds: Adds) -> None:
    adds.replica.set_mode("lyj.hexi.gov.cn", "empty_listing", path="/zwgk/")
    adds.replica.set_mode("lyj.hexi.gov.cn", "status_404", path="/zwgk/")
    done = adds.fazhi("add", "http://lyj.hexi.gov.cn/", "--yes")
    assert done.returncode == 3
    assert "Found no column with reports" in done.stdout
    assert "gone: http://lyj.hexi.gov.cn/zwgk/tzgg.htm" in done.stdout or "gone: http://lyj.hexi.gov.cn/" in done.stdout
    assert not adds.portals.exists()
    assert adds.replica.count() <= 40


@pytest.mark.parametrize(
    ("mode", "outcome"), [("timeout", "timeout"), ("status_412", "blocked"), ("captive", "redirected_away")]
)
def test_a_portal_that_cannot_be_looked_at(adds: Adds, mode: str, outcome: str) -> None:
    adds.replica.set_mode("lyj.hexi.gov.cn", mode)
    result = adds.add("http://lyj.hexi.gov.cn/", code=3)
    assert result["candidates"] == []
    assert {tried["outcome"] for tried in result["tried"]} <= {outcome, "robots_unavailable"}
    assert adds.replica.count() <= 3


@pytest.mark.parametrize(
    "url",
    [
        "http://www.hqtbz.example.com/",
        "http://127.0.0.1/",
        "http://gov.cn.example.org/",
        "ftp://www.zc.gov.cn/",
        "http://[::1/",
        "http://evilgov.cn/",
        "http://www.zc.gov.cn:99999/",
        "http://" + "a" * 70 + ".gov.cn/",
        "http://user@10.0.0.1:80/.gov.cn",
    ],
)
def test_hosts_that_are_not_allowed_are_not_asked(adds: Adds, url: str) -> None:
    done = adds.fazhi("add", url, "--yes")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert adds.replica.count() == 0


def test_what_robots_txt_forbids_is_not_asked_for(adds: Adds) -> None:
    result = adds.add("https://www.jianghan.gov.cn/search?q=1", code=3)
    assert [tried["outcome"] for tried in result["tried"]] == ["robots_denied"]
    assert adds.replica.count() == 1


def test_a_name_that_is_taken_or_unfit_is_a_usage_error(adds: Adds) -> None:
    assert adds.fazhi("add", "http://lyj.hexi.gov.cn/", "--name", "jianghan").returncode == 2
    assert adds.fazhi("add", "http://lyj.hexi.gov.cn/", "--name", "../x").returncode == 2
    assert adds.replica.count() == 0


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=lambda sign: sign.name)
def test_a_stopped_search_says_so_and_writes_nothing(adds: Adds, sign: signal.Signals) -> None:
    adds.replica.set_mode("mzj.yunzhou.gov.cn", "timeout")
    process = starter.start(
        "add", "--yes", "http://mzj.yunzhou.gov.cn/", environment=adds.environment(FAZHI_TIMEOUT="3600")
    )
    while not adds.replica.count() and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(sign)
    said, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in errors
    assert "stopped before its end, and nothing is written" in said
    assert not list(adds.portals.glob("*.yml"))
