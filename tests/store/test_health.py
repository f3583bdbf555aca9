"""One sentence about what is wrong with a portal."""

from __future__ import annotations

import pytest

from crawler.clock import now
from crawler.outcome import NOT_LOOKED, because
from crawler.publish.datasette.cells import of_text
from crawler.publish.datasette.language import CURRENT
from crawler.store.health import ADVICE, explain, explain_all
from tests.store.world import LISTING, World


@pytest.fixture
def watched(world: World) -> World:
    world.run()
    world.portal("mou")
    return world


def test_a_portal_that_is_well_says_what_it_holds(watched: World) -> None:
    watched.at("2026-03-05")
    watched.report("mou")
    watched.look("mou")
    finding = explain(watched.db, "mou")
    assert finding.well
    assert finding.sentence == "mou: all well: 1 listing read on 2026-03-05, 1 report kept."


def test_a_block_an_empty_list_and_a_new_layout_are_told_apart(watched: World) -> None:
    said = {}
    for outcome, reason in (
        ("blocked", "a firewall refuses us (403)"),
        ("listing_empty", "the listing shows no rows; it had 20 before"),
        ("layout_changed", "trs finds no list on the page"),
    ):
        watched.at("2026-03-05").night("mou")
        watched.at("2026-03-06").night("mou", outcome, reason)
        said[outcome] = explain(watched.db, "mou").sentence
    assert "the site blocks us: a firewall refuses us (403)" in said["blocked"]
    assert "the list is there but empty" in said["listing_empty"]
    assert "laid out anew: trs finds no list on the page" in said["layout_changed"]
    assert "correct platform or params in crawler/portals/mou.yml" in said["layout_changed"]


def test_the_streak_counts_runs_since_the_last_good_fetch(watched: World) -> None:
    watched.at("2026-03-01").night("mou")
    for day in ("2026-03-02", "2026-03-03", "2026-03-04"):
        watched.at(day).night("mou", "timeout", "no answer in time")
    finding = explain(watched.db, "mou")
    assert (finding.outcome, finding.fetches, finding.since) == ("timeout", 3, "2026-03-01")
    assert "no good fetch since 2026-03-01 in 3 fetches" in finding.sentence
    assert LISTING.format(portal="mou") in finding.sentence
    watched.at("2026-03-05").night("mou")
    assert explain(watched.db, "mou").well


def test_one_bad_listing_of_several_is_enough(world: World) -> None:
    world.run()
    world.portal("mou", columns=(("http://www.mou.gov.cn/a/", "甲"), ("http://www.mou.gov.cn/b/", "乙")))
    world.look("mou")
    world.at("2026-03-01").run()
    world.look("mou", url="http://www.mou.gov.cn/a/")
    world.look("mou", "listing_gone", "404", url="http://www.mou.gov.cn/b/")
    finding = explain(world.db, "mou")
    assert (finding.outcome, finding.url) == ("listing_gone", "http://www.mou.gov.cn/b/")
    row = next(world.db.query("SELECT * FROM portal_health"))
    assert (row["columns_in_trouble"], row["columns"], row["bad_fetches"]) == (1, 2, 1)


def test_a_portal_nobody_looked_at_is_not_well(watched: World) -> None:
    assert explain(watched.db, "mou").sentence == "mou: has not been fetched yet; run 'fazhi crawl --portal mou'."
    watched.at("2026-03-01").look("mou")
    watched.at("2026-03-20")
    assert "nothing was fetched lately, no good fetch since 2026-03-01" in explain(watched.db, "mou").sentence


def test_rows_that_could_not_be_read_are_told(watched: World) -> None:
    watched.row("mou", "关于2025年法治政府建设情况的报告")
    watched.look("mou")
    assert explain(watched.db, "mou").well
    watched.ledger.count_try("http://www.mou.gov.cn/row.html")
    finding = explain(watched.db, "mou")
    assert finding.outcome == "rows_unread"
    assert "1 row could not be read, such as '关于2025年法治政府建设情况的报告'" in finding.sentence


def test_every_way_a_look_can_fail_has_advice() -> None:
    assert set(ADVICE) >= NOT_LOOKED


@pytest.mark.parametrize("outcome", sorted(ADVICE))
def test_every_advice_can_be_written(watched: World, outcome: str) -> None:
    watched.look("mou", outcome, "{reason} from outside {with} braces")
    finding = explain(watched.db, "mou")
    assert finding.outcome == outcome
    assert finding.remedy
    assert [each.portal for each in explain_all(watched.db)] == ["mou"]


def test_the_last_bad_fetch_is_told_in_the_readers_language(watched: World) -> None:
    outcome = because("layout_changed", "few_rows", rows=1, wanted=3)
    (column,) = watched.ledger.columns("mou")
    watched.ledger.note_fetch("mou", "listing", column.url, outcome, column=column.id, status=200, size=9)
    watched.ledger.note_column_fetch(column.id, outcome, now())
    (row,) = watched.db.query("SELECT * FROM portal_health")
    shown = {}
    for language in ("en", "zh"):
        CURRENT.set(language)
        shown[language] = of_text(row["reason_params"], "reason_params", "portal_health", row)
    assert shown == {
        "zh": "列表有 1 条，门户文件要求至少 3 条",
        "en": "the listing shows 1 rows, the portal file expects 3",
    }
    assert shown["en"] in explain(watched.db, "mou").sentence
