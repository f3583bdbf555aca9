"""One language at a time: what a page says of itself is Chinese, or English under /en/."""

from __future__ import annotations

from tests.datasette.conftest import Room


def test_why_a_listing_waits_is_said_in_the_readers_language(room: Room) -> None:
    _, _, chinese = room.get("/reports/waiting")
    assert "该栏目并非专门公开此类报告" in chinese
    assert "首页上的链接“年度报告”：年度报告类栏目" in chinese
    _, _, english = room.get("/en/reports/waiting")
    assert "the column is not kept for these reports alone" in english
    assert "on the home page: a column of yearly reports" in english
