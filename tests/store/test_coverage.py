"""The matrix: every state with its evidence, and none that the looks do not bear."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from crawler.portals.agencies import Agency
from crawler.store import agencies
from crawler.store.coverage import coverage, unregistered
from tests.store.world import LISTING, World, sections

NAME = "某市生态环境局"


def agency(**fields: Any) -> Agency:
    given = {"name": NAME, "level": "city", "type": "department", "duty": "article24", "portal": "mou"}
    return Agency(**{**given, **fields})


def cell(world: World, year: int = 2025, *registry: Agency) -> dict[str, Any]:
    known = registry or (agency(),)
    agencies.refresh(world.db, known)
    (row,) = (row for row in coverage(world.db, year=year) if row["agency"] == known[0].name)
    return row


@pytest.fixture
def watched(world: World) -> World:
    world.run()
    world.portal("mou")
    return world


@pytest.mark.parametrize(
    ("published", "state", "days"),
    [
        ("2025-12-25", "in_time", 97),
        ("2026-03-31", "in_time", 1),
        ("2026-04-01", "on_1_april", 0),
        ("2026-04-02", "late", -1),
        ("2026-11-30", "late", -243),
    ],
)
def test_the_date_of_publication_decides(watched: World, published: str, state: str, days: int) -> None:
    watched.at("2026-12-01")
    watched.report("mou", issuer=NAME, published=published)
    row = cell(watched)
    assert (row["state"], row["days_to_due"]) == (state, days)
    assert row["url"] == "http://www.mou.gov.cn/a.html"


def test_a_report_seen_before_the_date_its_page_states_was_public_when_seen(watched: World) -> None:
    watched.at("2026-03-20")
    watched.report("mou", issuer=NAME, published="2026-04-14")
    assert cell(watched)["state"] == "in_time"


def test_a_report_without_a_date_is_in_time_only_if_it_was_seen_in_time(watched: World) -> None:
    watched.at("2026-03-31", "23:30")
    watched.report("mou", issuer=NAME)
    watched.at("2027-05-01")
    watched.report("mou", name="b", issuer=NAME, report_year=2026)
    assert cell(watched, 2025)["state"] == "in_time"
    assert (cell(watched, 2026)["state"], cell(watched, 2026)["days_to_due"]) == ("undated", None)


def test_the_earliest_of_several_reports_counts(watched: World) -> None:
    watched.at("2026-04-20")
    watched.report("mou", name="late", issuer=NAME, published="2026-04-10")
    watched.report("mou", name="early", issuer=NAME, published="2026-03-10")
    assert cell(watched)["published"] == "2026-03-10"


def test_a_vanished_copy_does_not_hide_the_one_that_stands(watched: World) -> None:
    watched.at("2026-04-20")
    gone = watched.report("mou", name="gone", issuer=NAME, published="2026-03-01")
    watched.report("mou", name="stands", issuer=NAME, published="2026-04-10")
    for day in ("2026-05-01", "2026-05-02"):
        watched.at(day).missing(gone)
    assert (cell(watched)["state"], cell(watched)["url"]) == ("late", "http://www.mou.gov.cn/stands.html")


def test_nothing_is_due_before_the_second_of_april_in_beijing(watched: World) -> None:
    watched.at("2026-04-01", "23:59").look("mou")
    assert cell(watched)["state"] == "not_yet_due"
    watched.at("2026-04-02", "00:01")
    assert cell(watched)["state"] == "could_not_look"


def test_not_found_names_when_and_where_we_looked(watched: World) -> None:
    watched.at("2026-04-02").look("mou")
    row = cell(watched)
    assert row["state"] == "not_found"
    assert "2026-04-02" in row["reason"]
    assert [look["url"] for look in row["listings"]] == [LISTING.format(portal="mou")]


def test_without_a_look_after_the_due_day_it_is_not_not_found(watched: World) -> None:
    watched.at("2026-03-30").look("mou")
    watched.at("2026-06-01")
    row = cell(watched)
    assert row["state"] == "could_not_look"
    assert row["reason"].startswith("no fetch since 2026-03-30")


def test_a_block_is_never_not_found_and_says_what_blocked(watched: World) -> None:
    watched.at("2026-03-30").look("mou")
    watched.at("2026-04-05").run()
    watched.look("mou", "blocked", "瑞数 browser challenge (412)")
    row = cell(watched)
    assert row["state"] == "could_not_look"
    assert "blocked on 2026-04-05 (瑞数 browser challenge (412)), no good fetch since 2026-03-30" in row["reason"]


@pytest.mark.parametrize("outcome", ["gone", "soft_404", "listing_empty", "layout_changed", "identity_mismatch"])
def test_a_listing_that_was_not_read_proves_nothing(watched: World, outcome: str) -> None:
    watched.at("2026-04-05").look("mou", outcome)
    assert cell(watched)["state"] == "could_not_look"


def test_a_listing_not_read_to_its_end_proves_nothing(watched: World) -> None:
    watched.at("2026-04-05").look("mou", whole=False)
    row = cell(watched)
    assert (row["state"], row["reason"]) == ("could_not_look", "a listing of portal mou could not be read to its end")


def test_one_unread_column_of_several_proves_nothing_unless_it_is_another_years(world: World) -> None:
    world.run()
    world.portal("mou", columns=(("http://www.mou.gov.cn/a/", "通知公告"), ("http://www.mou.gov.cn/b/", "年度报告")))
    parent = world.ledger.columns("mou")[0].id
    world.ledger.enter_column("mou", "http://www.mou.gov.cn/a/2021/", "2021年度", parent)
    world.at("2026-04-05").look("mou", url="http://www.mou.gov.cn/a/")
    assert cell(world)["reason"].startswith("no fetch yet of 年度报告 http://www.mou.gov.cn/b/")
    world.look("mou", url="http://www.mou.gov.cn/b/")
    assert cell(world)["state"] == "not_found"
    assert cell(world, 2021)["state"] == "could_not_look"


@pytest.mark.parametrize("name", ["2025年度", "2026年", "历年"])
def test_a_column_of_the_report_year_or_the_year_after_concerns_it(watched: World, name: str) -> None:
    parent = watched.ledger.columns("mou")[0]
    watched.ledger.enter_column("mou", "http://www.mou.gov.cn/child/", name, parent.id)
    watched.at("2026-04-05").look("mou", url=parent.url)
    assert cell(watched)["reason"].startswith(f"no fetch yet of {name}")


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("关于2025年法治政府建设情况的报告", "could_not_look"),
        ("关于二〇二五年法治政府建设情况的报告", "could_not_look"),
        ("关于2023年法治政府建设情况的报告", "not_found"),
    ],
)
def test_a_row_that_may_be_the_report_and_was_not_read_forbids_not_found(
    watched: World, title: str, state: str
) -> None:
    watched.at("2026-04-05").look("mou")
    watched.row("mou", title)
    row = cell(watched)
    assert row["state"] == state
    assert (title in row["reason"]) == (state == "could_not_look")


def test_an_agency_without_a_watched_portal_could_not_be_looked_at(watched: World) -> None:
    watched.at("2026-05-01")
    assert cell(watched, 2025, agency(portal=None))["reason"] == "no portal is watched for this agency"
    assert cell(watched, 2025, agency(portal="other"))["reason"] == "portal other has not been fetched yet"


def test_a_vanished_report_is_withdrawn_with_the_day_it_was_last_seen(watched: World) -> None:
    watched.at("2026-03-10")
    key = watched.report("mou", issuer=NAME, published="2026-03-10")
    for day in ("2026-05-01", "2026-05-02"):
        watched.at(day).run()
        assert cell(watched)["state"] == "in_time"
        watched.missing(key)
    row = cell(watched)
    assert (row["state"], row["reason"]) == ("withdrawn", "last seen 2026-03-10")


@pytest.mark.parametrize(
    ("signed", "published", "due", "verdict"),
    [
        ("2020-03-02", "2020-04-14", "2020-03-30", "late"),
        ("2020-03-02", "2020-03-30", "2020-03-30", "in_time"),
        # Spring Festival 28 January to 4 February 2025; 26 January and 8 February were worked.
        ("2025-01-20", "2025-02-21", "2025-02-21", "in_time"),
        (None, "2025-02-21", None, "no_signature_date"),
        ("2099-03-02", "2025-02-21", None, "calendar_unknown"),
    ],
)
def test_the_clock_of_twenty_working_days(
    watched: World, signed: str | None, published: str, due: str | None, verdict: str
) -> None:
    watched.at("2026-04-20")
    watched.report("mou", issuer=NAME, report_year=2019, published=published, signed_date=signed)
    row = cell(watched, 2019)
    assert (row["disclosure_due"], row["disclosure"]) == (due, verdict)


def test_completeness_counts_the_four_mandated_parts(watched: World) -> None:
    watched.report("mou", issuer=NAME, sections=sections("measures", "measures", None, "next_year", "other"))
    watched.report("mou", name="b", issuer=NAME, report_year=2024)
    row = cell(watched, 2025)
    assert (row["parts_found"], row["parts_missing"]) == (2, ["problems", "leader_duty"])
    assert cell(watched, 2024)["parts_found"] is None


def test_the_region_is_the_one_of_the_report_year(watched: World) -> None:
    regions = [{"code": "440118", "since": 2022}, {"code": "440183", "until": 2021}]
    watched.at("2026-12-01")
    assert cell(watched, 2021, agency(regions=regions))["region_code"] == "440183"
    assert cell(watched, 2022, agency(regions=regions))["region_code"] == "440118"
    assert [row["year"] for row in coverage(watched.db, region="4401")] == [
        2019,
        2020,
        2021,
        2022,
        2023,
        2024,
        2025,
        2026,
    ]
    assert {row["year"] for row in coverage(watched.db, region="440118")} == {2022, 2023, 2024, 2025, 2026}


def test_years_run_from_the_rule_to_today_and_within_the_agencys_life(watched: World) -> None:
    watched.report("mou", issuer=NAME, report_year=2017)
    agencies.refresh(watched.db, [agency(since=2023, until=2024)])
    assert [row["year"] for row in coverage(watched.db)] == [2017, 2023, 2024]


def test_reports_of_no_registered_agency_are_named(watched: World) -> None:
    watched.report("mou", issuer="某市水利局")
    agencies.refresh(watched.db, [agency()])
    assert unregistered(watched.db) == [("某市水利局", 1)]


def test_is_of_the_programs_day_and_a_second_time_writes_nothing(watched: World) -> None:
    key = watched.report("mou", issuer=NAME, published="2026-03-01")
    agencies.refresh(watched.db, [agency()])
    table = [(row["agency"], row["year"], row["state"]) for row in coverage(watched.db)]
    assert ("某市生态环境局", 2025, "in_time") in table
    reader = sqlite3.connect(watched.path)
    before = reader.execute("PRAGMA data_version").fetchone()
    agencies.refresh(watched.db, [agency()])
    assert reader.execute("PRAGMA data_version").fetchone() == before
    reader.close()
    watched.at("2030-12-01")
    agencies.refresh(watched.db, [agency()])
    assert max(row["year"] for row in coverage(watched.db)) == 2030
    watched.db.execute("DELETE FROM reports WHERE id = ?", [key])
    assert cell(watched, 2025)["state"] != "in_time"
