"""400 nights: what they cost, how the looks ended, and what is known at the end."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import pytest

from crawler.portals import load_all
from crawler.portals.agencies import load
from crawler.store import agencies
from crawler.store.coverage import coverage
from tests.season import truth
from tests.season.conftest import Season
from tests.season.driver import origin
from tests.season.nights import BEIJING, NIGHTS, moment, night_of
from tests.season.readings import GOOD, readings
from tests.season.script import CHURNING, SPELLS, Spell, spells

HERE = Path(__file__).parent


def listings(night: dict[str, Any], host: str = "") -> list[str]:
    """The outcomes of a night's looks at listings, of one host or of all."""
    return [outcome for _, purpose, url, outcome in night["looks"] if purpose == "listing" and f"//{host}" in url]


def failing_since(nights: list[dict[str, Any]]) -> dict[int, set[str]]:
    """Night -> the columns whose last look, on an earlier night, was none."""
    columns = {url for night in nights for url in night["columns"]}
    last: dict[str, str] = {}
    failing = {}
    for night in nights:
        failing[night["night"]] = {url for url, outcome in last.items() if outcome not in GOOD}
        last |= {url: end for _, purpose, url, end in night["looks"] if purpose == "listing" and url in columns}
    return failing


def outcomes(night: dict[str, Any]) -> Counter[str]:
    """How often each outcome a night's looks at reports had."""
    return Counter(outcome for _, purpose, _, outcome in night["looks"] if purpose == "report")


def test_the_matrix_is_the_one_the_script_knows(season: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_NOW", moment(NIGHTS))
    agencies.refresh(season.db, load(HERE / "agencies.yml", load_all(HERE / "portals")))
    found = {(row["agency"], row["year"]): row["state"] for row in coverage(season.db)}
    expected = truth.matrix()
    assert found == expected
    assert set(expected.values()) == {
        "in_time", "on_1_april", "late", "withdrawn", "not_found", "could_not_look", "not_yet_due"
    }  # fmt: skip


def test_every_report_is_stored_once_with_every_text_it_had(season: Season) -> None:
    stored = {}
    for row in season.rows("SELECT id, state, first_seen FROM reports"):
        urls = season.rows("SELECT url FROM report_addresses WHERE report = ?", row["id"])
        versions = season.rows("SELECT body, reason FROM version_texts WHERE report = ? ORDER BY number", row["id"])
        assert [each["reason"] for each in versions] == ["first", *["source_changed"] * (len(versions) - 1)]
        bodies = tuple("".join(each["body"].split()) for each in versions)
        stored[frozenset(each["url"] for each in urls)] = bodies, row["state"]
    assert stored == {each.urls: (each.bodies, each.state) for each in truth.known().values()}


def test_a_report_is_found_on_its_first_night_in_season_and_within_a_week_otherwise(season: Season) -> None:
    for key, each in truth.known().items():
        marks = ", ".join("?" * len(each.urls))
        (row,) = season.rows(f"SELECT min(first_seen) AS seen FROM report_addresses WHERE url IN ({marks})", *each.urls)
        day = datetime.fromisoformat(row["seen"]).astimezone(BEIJING).date()
        first, last = each.found
        assert first <= night_of(day.isoformat()) <= last, (key, day)


def test_no_response_is_kept_twice_and_no_row_waits(season: Season) -> None:
    twice = season.rows("SELECT url, count(*) AS n FROM snapshots GROUP BY url, sha256 HAVING n > 1")
    assert twice == []
    assert season.rows("SELECT url FROM listing_rows WHERE state = 'pending'") == []
    assert season.rows("SELECT url FROM reports GROUP BY body_sha256 HAVING count(*) > 1") == []
    assert season.rows("PRAGMA foreign_key_check") == []


def test_no_night_asks_for_more_than_is_due_or_new(season: Season) -> None:
    """A further listing page is the one that ends a run, the first without an unknown row, or one of a column that is
    read whole again."""
    for night, reading in zip(season.nights, readings(season.nights), strict=True):
        asked = Counter(url for url, _, _ in night["requests"])
        robots = {origin(url) for url in asked}
        whole = {url: len(pages) for url, pages in reading.further.items() if url in reading.whole}
        news = [url for _, purpose, url, outcome in night["looks"] if purpose == "listing" and outcome == "changed"]
        further = sum(whole.values()) + len({*news} - whole.keys())
        again = {url: count - 1 for url, count in asked.items() if count > 1}
        retried = sum(again.values())
        bound = len(night["columns"]) + len(robots) + len(night["again"]) + len(night["pending"])
        assert len(night["requests"]) <= bound + night["new_rows"] + further + retried, night
        reset = {each.host for each in spells(night["night"]) if each.mode == "reset"}
        assert all(urlsplit(url).hostname in reset and count <= 2 for url, count in again.items()), again
        assert night["counted"] == len(night["requests"]) - retried, night


def test_a_column_of_several_pages_is_read_whole_at_the_latest_after_fourteen_nights_in_season(season: Season) -> None:
    read = 0
    for night, reading in list(zip(season.nights, readings(season.nights), strict=True))[1:]:
        assert reading.overdue <= reading.further.keys(), night["night"]
        news = {url for _, purpose, url, outcome in night["looks"] if purpose == "listing" and outcome == "changed"}
        assert reading.further.keys() <= reading.whole | news, night["night"]
        read += len(reading.further)
    assert read > 100


def test_a_night_without_news_is_one_conditional_request_per_due_column(season: Season) -> None:
    """But for columns that are read whole that night, and first pages that were last read without validators a
    fortnight ago."""
    quiet = [
        (night, reading)
        for night, reading in zip(season.nights, readings(season.nights), strict=True)
        if night["columns"] and not night["new_rows"] and not night["again"] and set(listings(night)) <= {
            "unchanged_304", "unchanged"
        }
    ]  # fmt: skip
    assert len(quiet) > 30
    for night, reading in quiet:
        pages = [each for each in night["requests"] if not each[0].endswith("/robots.txt")]
        assert reading.further.keys() <= reading.whole, night["night"]
        further = {url for each in reading.further.values() for url in each}
        assert sorted(url for url, _, _ in pages) == sorted([*night["columns"], *further]), night["night"]
        free = further | reading.whole | reading.blind
        for url, _, conditional in pages:
            assert conditional or CHURNING in url or url in free, (night["night"], url)
    plain = [night for night, reading in quiet if not reading.further.keys() | (reading.blind & {*night["columns"]})]
    assert len(plain) > 30


def test_a_night_on_which_nothing_is_due_sends_nothing(season: Season) -> None:
    idle = [night for night in season.nights if not (night["columns"] or night["again"] or night["pending"])]
    assert len(idle) > 100
    assert {len(night["requests"]) for night in idle} == {0}
    failing = failing_since(season.nights)
    assert {night["exit_code"] for night in idle if failing[night["night"]]} == {3}, "a portal is left alone: trouble"
    assert {night["exit_code"] for night in idle if not failing[night["night"]]} == {0}


@pytest.mark.parametrize("spell", SPELLS, ids=lambda spell: f"{spell.host}-{spell.mode}-{spell.first}")
def test_bad_nights_are_told_by_name(season: Season, spell: Spell) -> None:
    nights = season.nights[spell.first - 1 : spell.last]
    looked = [night for night in nights if listings(night, spell.host)]
    assert looked, "the spell is met"
    for night in looked:
        assert spell.outcome in listings(night, spell.host), night
        assert night["exit_code"] == 3
    if spell.last < NIGHTS:
        after = next(night for night in season.nights[spell.last :] if listings(night, spell.host))
        assert set(listings(after, spell.host)) <= {"changed", "unchanged", "unchanged_304"}, "and it is over"


def test_trouble_is_told_only_when_there_is_some(season: Season) -> None:
    spelled = {night for each in SPELLS for night in range(each.first, each.last + 1)}
    assert {night["night"] for night in season.nights if night["exit_code"]} <= spelled


def test_gone_is_said_after_two_looks_on_different_days_and_taken_back(season: Season) -> None:
    history: dict[str, list[tuple[int, str]]] = {}
    for night in season.nights:
        for url in {*night["states"], *history}:
            state = night["states"].get(url, "published")
            if not history.get(url) or history[url][-1][1] != state:
                history.setdefault(url, []).append((night["night"], state))
    stories = sorted(tuple(state for _, state in story) for story in history.values())
    assert stories == [
        ("missing", "gone"),
        ("missing", "gone", "published"),
        ("missing", "published"),
        ("missing", "published"),
    ]
    for story in history.values():
        (first, _), (second, state) = story[:2]
        assert second == first + 1, (state, "a missing page is looked at again the next day")
    bodies = season.rows("SELECT body FROM reports WHERE state = 'gone'")
    assert [bool(row["body"]) for row in bodies] == [True], "the text stays"


def test_a_moved_report_is_watched_at_its_new_address(season: Season) -> None:
    (moved,) = (each for each in truth.known().values() if any("t20250408" in url for url in each.urls))
    (row,) = (row for row in season.rows("SELECT url, state FROM reports") if row["url"] in moved.urls)
    assert row["state"] == "published"
    assert "t20250408" in row["url"]


def test_a_host_that_refuses_is_asked_ever_more_seldom(season: Season) -> None:
    wall = next(each for each in SPELLS if each.last == NIGHTS)
    nights = [night["night"] for night in season.nights if night["night"] >= wall.first
              and any(wall.host in url for url in night["again"])]  # fmt: skip
    assert len(nights) < 40


def test_what_the_runs_say_is_what_the_portals_saw(season: Season) -> None:
    total = season.rows("SELECT sum(requests) AS n, sum(new_reports) AS new, sum(changed_reports) AS changed FROM runs")
    known = truth.known().values()
    assert total[0]["new"] == len(known)
    assert total[0]["changed"] == sum(len(each.bodies) - 1 for each in known) == 2
    assert json.dumps(season.nights[-1]["states"]).count("gone") == 1


def test_nothing_grows_from_night_to_night(season: Season) -> None:
    """The nights of one season against those of the next: memory within a tenth, no more open files."""
    first, second = season.nights[30:150], season.nights[280:400]
    files = [median(night["files"] for night in nights) for nights in (first, second)]
    memory = [median(night["memory"] for night in nights) for nights in (first, second)]
    assert files[1] <= files[0] + 1, files
    assert memory[1] <= 1.1 * memory[0], memory


def test_a_night_without_news_is_the_same_work_for_the_store_at_the_end(season: Season) -> None:
    """Counted in steps of SQLite's machine: within a hundredth, while runs and looks grow by some every night.

    Nights that take together the looks of a run of a year ago are left out: that run's number of looks decides.
    """
    asked = {night["night"]: bool(night["requests"]) for night in season.nights}
    alike = [night for night in season.nights if not any(asked.get(night["night"] - days) for days in (366, 367))]
    idle = [night for night in alike if not night["requests"]]
    one_page = [
        night for night in alike
        if night["night"] > 280 and len(night["columns"]) == 1 and not night["new_rows"] and not night["again"]
        and len(night["requests"]) == 2 and set(listings(night)) <= {"unchanged_304", "unchanged"}
    ]  # fmt: skip
    for nights, parts in ((idle, 3), (one_page, 2)):
        early, late = nights[: len(nights) // parts], nights[-(len(nights) // parts) :]
        assert len(early) > 2
        steps = [max(night["steps"] for night in each) for each in (early, late)]
        assert 0 < steps[1] <= 1.01 * steps[0], (nights[0]["night"], steps)
