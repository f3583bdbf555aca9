"""Rows of a listing as the ledger knows them, whatever spelling of an address they come with."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from crawler.items import ListingRow
from crawler.store.listing_rows import ListingRows
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
