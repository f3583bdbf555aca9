"""Calendars without end: as rows, as a pager, as columns below a listing, and as columns that may be added."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Crawls
from tests.replica import Replica, calendars, hostile
from tests.season.papers import report

MODES = ("calendar", "calendar_pager", "calendar_rows", "calendar_folders", "calendar_columns")
PAGES = 3
COLUMNS = 60  # that are watched below one listing
AGENCY = "乙县司法局"


@pytest.fixture(scope="module")
def portals() -> Iterator[Replica]:
    papers = tuple(
        report(f"/zfxxgk/{year}.html", f"{AGENCY}{year}年法治政府建设年度报告", AGENCY, year, f"{year + 1}-03-01")
        for year in range(2019, 2025)
    )
    with Replica(more=[hostile.site(mode, papers) for mode in MODES]) as replica:
        for site in replica.sites:
            if site.portal in MODES:
                replica.set_mode(site.host, site.portal)
        yield replica


@pytest.fixture
def trapped(portals: Replica, tmp_path: Path) -> Crawls:
    """Crawls with a portal file for each calendar."""
    (tmp_path / "portals").mkdir()
    for site in portals.sites:
        if site.portal in MODES:
            (tmp_path / "portals" / f"{site.portal.replace('_', '-')}.yml").write_text(
                f"title: {site.portal}\nhome: {site.home}\nplatform: generic\nmax_pages: {PAGES}\ncolumns:\n"
                f"  - url: {site.home}{hostile.LISTING[1:]}\n    name: 法治政府建设年度报告\n",
                "utf-8",
            )
    portals.reset_counts()
    return Crawls(portals, tmp_path / "output")


def weeks(trapped: Crawls, name: str, count: int = 2, code: int = 0) -> list[int]:
    """Requests of as many nights, more than a week apart, so that every column is due."""
    asked = []
    for night in range(count):
        before = trapped.replica.count()
        done = trapped.fazhi(
            "crawl", "--json", "--portal", name, FAZHI_PORTALS=str(trapped.output.parent / "portals"),
            FAZHI_NOW=f"2026-11-{1 + 8 * night:02}T06:00:00+00:00",
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        asked.append(trapped.replica.count() - before)
    return asked


@pytest.mark.parametrize(("name", "again"), [("calendar", PAGES), ("calendar-pager", 1)])
def test_months_are_read_as_far_as_the_portal_file_says_and_that_is_told(
    trapped: Crawls, name: str, again: int
) -> None:
    """What lies behind is unread on any night, so no night is a good one; where the newest rows come first (the first
    calendar's do not) only the first page is asked for again."""
    assert weeks(trapped, name, code=3) == [1 + PAGES, 1 + again]
    assert trapped.rows("SELECT DISTINCT state FROM listing_rows") == [{"state": "refused"}]
    told = trapped.rows("SELECT last_outcome, last_good_fetch, page_limit FROM columns")
    assert told == [{"last_outcome": "partly_read", "last_good_fetch": None, "page_limit": PAGES}]


def test_days_that_are_called_reports_are_asked_for_once_a_night_and_told(trapped: Crawls) -> None:
    days = calendars.DAYS * PAGES
    assert weeks(trapped, "calendar-rows", code=3) == [1 + PAGES + days, 2 + days], "tried again, and no more of them"
    states = trapped.rows("SELECT DISTINCT listing_rows.state, outcome FROM listing_rows JOIN fetches USING (url)")
    assert states == [{"state": "pending", "outcome": "suspect"}]
    assert trapped.rows("SELECT url FROM reports") == []


def test_months_that_are_columns_are_watched_up_to_a_bound(trapped: Crawls) -> None:
    assert weeks(trapped, "calendar-folders") == [2 + COLUMNS] * 2
    assert len(trapped.rows("SELECT url FROM columns")) == 1 + COLUMNS


def test_a_calendar_named_like_the_column_does_not_hide_it(trapped: Crawls) -> None:
    """Whoever adds the portal gets the column and nothing of the calendar, within the budget of requests."""
    done = trapped.fazhi(
        "add", "--json", "http://calendar-columns.hostile.gov.cn/", FAZHI_PORTALS=str(trapped.output.parent / "new")
    )
    assert done.returncode == 0, done.stderr
    assert trapped.replica.count() <= 40
    found = json.loads(done.stdout)["candidates"]
    assert [each["url"] for each in found] == [f"http://calendar-columns.hostile.gov.cn{hostile.LISTING}"]
    assert len(found[0]["reports"]) == 6


def test_a_calendar_alone_is_no_column(trapped: Crawls) -> None:
    home = "http://calendar-pager.hostile.gov.cn/"
    done = trapped.fazhi("add", "--json", home, FAZHI_PORTALS=str(trapped.output.parent / "new"))
    assert done.returncode == 3, done.stdout
    assert trapped.replica.count() <= 40
    assert json.loads(done.stdout)["candidates"] == []
