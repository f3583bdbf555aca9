"""``fazhi add --from``: many hosts in one run that can be killed, and what is done with what it finds."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.clauses import clause, restored
from crawler.discovery.many import mismatch, of_government
from crawler.discovery.search import Search
from crawler.portals import governments, load_all
from crawler.portals.regions import today
from crawler.store.proposals import Host
from crawler.urls import canonical
from tests import starter
from tests.discovery.conftest import Adds
from tests.replica import Replica, forms

LISTS = ("one_dated", "years", "igs", "nothing", "hub", "eportal", "the_report_itself", "pieces")
SITES = [forms.portal("plain", name) for name in LISTS]


@pytest.fixture(scope="module")
def crowd() -> Iterator[Replica]:
    with Replica(day=1, more=SITES) as replica:
        yield replica


@pytest.fixture
def runs(crowd: Replica, tmp_path: Path) -> Adds:
    crowd.reset_counts()
    return Adds(crowd, tmp_path / "output")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The hosts as a list of agencies; the last row is named twice."""
    path = tmp_path / "agencies.csv"
    lines = [f"{site.name},{site.home},,{at % 3}" for at, site in enumerate(SITES)]
    path.write_text("\n".join(["name,home,region,priority", *lines, lines[-1]]) + "\n", "utf-8")
    return path


def found(runs: Adds) -> set[tuple[str, str, str]]:
    rows = runs.rows("SELECT host, column_url, state FROM proposals")
    return {(row["host"], row["column_url"], row["state"]) for row in rows}


def test_a_killed_run_goes_on_and_ends_like_one_that_was_not(
    runs: Adds, listed: Path, tmp_path: Path, crowd: Replica
) -> None:
    whole = Adds(crowd, tmp_path / "whole" / "output")
    done = whole.fazhi("add", "--json", "--from", str(listed))
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "quiet under cron"
    result = json.loads(done.stdout)
    assert (result["hosts"], result["left"]) == (len(SITES), 0)
    for _ in range(2):
        asked = crowd.count()
        process = starter.start("add", "--json", "--from", str(listed), environment=runs.environment())
        for _ in range(600):
            if crowd.count() > asked + 9 or process.poll() is not None:
                break
            time.sleep(0.05)
        process.kill()
        process.wait()
    assert runs.fazhi("add", "--from", str(listed)).returncode == 0
    assert found(runs) == found(whole)
    assert {path.name for path in runs.portals.glob("*.yml")} == {path.name for path in whole.portals.glob("*.yml")}


def test_what_is_sure_is_watched_and_the_rest_waits_for_a_word(runs: Adds, listed: Path) -> None:
    assert runs.fazhi("add", "--from", str(listed)).returncode == 0
    portals = {portal.home: portal for portal in load_all(runs.portals).values()}
    states = {(row["host"], row["state"]): row for row in runs.rows("SELECT * FROM proposals WHERE column_url != ''")}
    for site, name in zip(SITES, LISTS, strict=True):
        made, host = forms.LISTINGS[name](), site.host.removeprefix("www.")
        if made.watched and name != "eportal":
            assert portals[site.home].verified == "auto"
            assert states[host, "watched"]["reports"] >= 1
    waiting = states["plain-eportal.gov.cn", "proposed"]
    assert restored(waiting["problem"]) == clause("not_kept")
    assert restored(json.loads(waiting["evidence"])["found_by"]).code == "link"
    assert runs.rows("SELECT problem FROM proposals WHERE column_url = '' AND state = 'failed'")
    offered = runs.rows("SELECT name FROM proposals WHERE state = 'offered'")
    assert len(offered) == 4
    text = runs.fazhi("proposals").stdout
    assert f"--accept {waiting['id']}" in text
    assert "not kept for these reports alone" in text
    assert "该栏目并非专门公开此类报告" in runs.fazhi("proposals", FAZHI_LANG="zh").stdout
    assert runs.fazhi("proposals", "--accept", str(waiting["id"])).returncode == 0
    accepted = {canonical(column.url) for each in load_all(runs.portals).values() for column in each.columns}
    assert canonical(waiting["column_url"]) in accepted
    assert not json_lines(runs.fazhi("proposals", "--json").stdout)


def test_a_host_of_which_a_page_could_not_be_had_waits_for_one_more_run(
    runs: Adds, listed: Path, crowd: Replica
) -> None:
    sql = "SELECT host, group_concat(state) AS states FROM proposals WHERE host IN (?, ?) GROUP BY host ORDER BY host"
    mended, broken = (SITES[LISTS.index(name)] for name in ("one_dated", "igs"))
    names = [site.host.removeprefix("www.") for site in (broken, mended)]
    assert names == sorted(names)
    for site, name in ((mended, "one_dated"), (broken, "igs")):
        crowd.set_mode(site.host, "status_503", path=forms.LISTINGS[name]().watched[0])
    try:
        for _ in range(2):  # the second finds both hosts left alone, and asks nothing
            assert runs.fazhi("add", "--json", "--from", str(listed)).returncode == 0
            assert [row["states"] for row in runs.rows(sql, *names)] == ["queued", "queued"]
        crowd.clear_modes()
        crowd.set_mode(broken.host, "status_503", path=forms.LISTINGS["igs"]().watched[0])
        later = "2026-11-24T06:00:00+00:00"
        assert runs.fazhi("add", "--json", "--from", str(listed), FAZHI_NOW=later).returncode == 0
        assert [row["states"] for row in runs.rows(sql, *names)] == ["failed", "searched,watched"]
    finally:
        crowd.clear_modes()


def json_lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_governments_are_a_row_a_division() -> None:
    rows, hosts = governments.load(), {}
    assert [row.code for row in rows] == sorted(today())
    for row in rows:
        assert today()[row.code].name == row.name
        assert today()[row.code].level == row.level
        assert bool(row.home) != bool(row.note), "an address, or why there is none"
        if row.home:
            host = Host(row.home).host
            assert host.endswith(".gov.cn")
            hosts.setdefault(host, []).append(row)
    assert all(row.shared == (len(same) > 1) for same in hosts.values() for row in same)


def test_a_choice_of_the_country() -> None:
    chosen = governments.choose("36")
    assert chosen[0].level == "province"
    assert {each.code[:2] for each in chosen} == {"36"}
    assert len(governments.choose("36", "county", 5)) == 5
    assert not [each for each in chosen if not each.home]


@pytest.mark.parametrize(
    ("code", "title", "fits"),
    [
        ("360100", "南昌市人民政府", True),
        ("360100", "九江市人民政府", False),
        ("360100", "", True),
        ("420100", "武汉市江汉区人民政府", True),
    ],
)
def test_a_home_page_proves_itself(code: str, title: str, fits: bool) -> None:
    host = next(of_government(each) for each in governments.choose(code, "city"))
    search = Search(host.home)
    search.title, search.home = title, host.home
    assert (not mismatch(search, host)) == fits


def test_usage(runs: Adds) -> None:
    assert runs.fazhi("add").returncode == 2
    assert runs.fazhi("add", "http://a.gov.cn/", "--country").returncode == 2
