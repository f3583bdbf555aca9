"""Rows of a listing as the ledger knows them, whatever spelling of an address they come with."""

from __future__ import annotations

import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from crawler.items import ListingRow
from crawler.store.listing_rows import ListingRows, Standing
from tests.store.world import World

PLAIN = "http://www.mou.gov.cn/a/1.html"
PHONE = "http://www.mou.gov.cn/a/1_wap.html"
OTHER = "https://mou.gov.cn/a/1.html"


@pytest.mark.parametrize("shown", list(permutations((PLAIN, PHONE, OTHER))), ids=str)
def test_a_page_is_asked_for_once_and_once_more_where_its_phone_twin_came_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: tuple[str, ...]
) -> None:
    world = World(tmp_path / "reports.db", monkeypatch)
    world.run()
    world.portal("mou")
    (column,), rows = world.ledger.columns("mou"), ListingRows(world.db)
    asked = []
    for url in shown * 2:
        row = ListingRow(url, "某局2024年法治政府建设年度报告", "2025-03-01")
        known = rows.sort(column.id, [row])
        assert not known.retitled
        world.ledger.remember_rows(column, [(each, "pending", "candidate", "") for each in known.unknown])
        asked += [each.url for each in known.unknown]
    first = shown[0]
    assert asked == ([PHONE, shown[1]] if first == PHONE else [first])


def test_twins_with_titles_of_their_own_are_not_taken_for_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path / "reports.db", monkeypatch)
    world.run()
    world.portal("mou")
    (column,), rows = world.ledger.columns("mou"), ListingRows(world.db)
    both = [ListingRow(PHONE, "某局2024年法治政府…", "2025-03-01"), ListingRow(PLAIN, "某局年报", "2025-03-01")]
    world.ledger.remember_rows(column, [(row, "refused", "other", "") for row in both])
    assert rows.sort(column.id, both).retitled == []
    (plain,) = rows.sort(column.id, [ListingRow(PLAIN, "某局2024年年报", "2025-03-01")]).retitled
    rows.retitle(plain, ("refused", "other", ""), "rules")
    titles = world.db.execute("SELECT title FROM listing_rows ORDER BY url").fetchall()
    assert titles == [("某局2024年年报",), ("某局2024年法治政府…",)]


def test_a_page_of_any_length_stands_to_the_known_rows_by_address_title_and_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path / "reports.db", monkeypatch)
    world.run()
    world.portal("mou")
    (column,), rows = world.ledger.columns("mou"), ListingRows(world.db)
    strange = [ListingRow(f"http://www.mou.gov.cn/n/{at}.html", f"第{at}次会议", "2025-12-01") for at in range(3_000)]
    assert rows.standing(column.id, strange, "2026-01-01") == Standing(3_000, 0, 0), "nothing is known yet"
    both = [ListingRow(PLAIN, "某局年报", "2025-03-01"), ListingRow(OTHER.replace("1", "2"), "某局要闻", "2025-03-02")]
    world.ledger.remember_rows(column, [(row, "refused", "other", "") for row in both])
    moved = ListingRow("http://www.mou.gov.cn/new/7.html", "某局要闻", "2025-03-02")
    dated = [ListingRow(f"http://www.mou.gov.cn/d/{day}.html", day, day) for day in ("2026-01-05", "2099-01-01", "")]
    world.db.conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 1_000)
    assert rows.standing(column.id, [both[0], moved, *strange, *dated], "2026-01-01") == Standing(2, 1, 3_001)
