"""A drastic change waits for another day, whatever it is taken for on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.store.pending import PendingChanges, Seen
from tests.store.world import World


@pytest.mark.parametrize(
    ("kind", "becomes", "believed"),
    [("text_lost", "one", True), ("other_page", "one", True), ("text_lost", "other", False)],
)
def test_the_same_text_is_the_same_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, becomes: str, believed: bool
) -> None:
    world = World(tmp_path / "reports.db", monkeypatch)
    world.at("2026-05-30").run()
    world.portal("mou")
    key = world.report("mou")
    pending = PendingChanges(world.db)

    def seen(kind: str, becomes: str) -> str | None:
        return pending.seen(Seen("mou", "http://www.mou.gov.cn/", kind, becomes, "lost_most", report=key))

    assert seen("text_lost", "one") is None
    first = world.db.execute("SELECT first_seen FROM pending_changes").fetchone()[0]
    world.at("2026-05-31")
    assert seen(kind, becomes) == (first if believed else None)
    states = world.db.execute("SELECT state FROM pending_changes ORDER BY id").fetchall()
    assert [state for (state,) in states] == (["confirmed"] if believed else ["withdrawn", "pending"])
