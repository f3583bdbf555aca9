"""The clock is set while a run is on: what was seen before and after stays, and nothing falls silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.world import World


@pytest.mark.parametrize("wrong", ["2027-06-01", "2036-01-01", "2020-01-01"])
def test_a_clock_set_within_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    world = World(tmp_path / "reports.db", monkeypatch)
    ledger = world.run()
    world.portal("p", columns=(("http://www.p.gov.cn/a/", "甲"), ("http://www.p.gov.cn/b/", "乙")))
    world.look("p", url="http://www.p.gov.cn/a/")
    world.at(wrong).look("p", url="http://www.p.gov.cn/b/")
    world.at("2026-01-05", "04:00").look("p", url="http://www.p.gov.cn/a/")
    world.record.finish(0)
    looks = world.db.execute("SELECT count(*) FROM fetches WHERE run = ?", [ledger.run]).fetchone()[0]
    assert looks == 3
    assert world.db.execute("SELECT requests FROM runs").fetchone()[0] == 3
    world.at("2026-01-20")
    assert {column.name for column in world.run().due_columns("p")} == {"甲", "乙"}
