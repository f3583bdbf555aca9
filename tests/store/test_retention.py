"""After a year fetches without news are one row a month, and the days on which somebody looked are still known."""

from __future__ import annotations

import json
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.store.retention import KEPT_WHOLE, thin
from tests.store.world import World

FIRST = date(2024, 1, 3)
OUTCOMES = ("unchanged", "unchanged_304", "ok", "new", "changed", "blocked", "timeout")


def looks(world: World) -> dict[tuple[str, str], tuple[int, int, set[str]]]:
    """What is known of each listing and outcome: fetches, bytes, and the days they were made on."""
    found: dict[tuple[str, str], tuple[int, int, set[str]]] = {}
    sql = "SELECT url, outcome, count, bytes, coalesce(days, json_array(date(time, '+8 hours'))) FROM fetches"
    for url, outcome, count, size, days in world.db.execute(sql):
        before = found.get((url, outcome), (0, 0, set()))
        found[url, outcome] = (before[0] + count, before[1] + size, before[2] | set(json.loads(days)))
    return found


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(OUTCOMES)), min_size=20, max_size=40))
def test_every_day_on_which_somebody_looked_stays_known(world: World, nights: list[tuple[int, str]]) -> None:
    world.db.execute("DELETE FROM fetches")
    world.at(FIRST.isoformat()).run()
    world.portal("some", columns=(("http://www.some.gov.cn/a/", "通知"), ("http://www.some.gov.cn/b/", "报告")))
    day = FIRST
    for days, outcome in nights:
        day += timedelta(days=days)
        world.at(day.isoformat(), "00:30")
        world.night("some", outcome)
    before, rows = looks(world), world.db.table("fetches").count
    last = "SELECT column_id, outcome, substr(time, 1, 7), max(time) FROM fetches GROUP BY 1, 2, 3"
    newest = world.db.execute(last).fetchall()
    world.at((day + KEPT_WHOLE + timedelta(days=2)).isoformat())
    gone = thin(world.db)
    assert looks(world) == before
    assert world.db.execute(last).fetchall() == newest
    assert world.db.table("fetches").count == rows - gone
    kept = "SELECT 1 FROM fetches WHERE outcome IN ('ok', 'unchanged', 'unchanged_304')"
    assert world.db.execute(f"{kept} GROUP BY url, outcome, substr(time, 1, 7) HAVING count(*) > 1").fetchall() == []
    assert thin(world.db) == 0, "a run is thinned once"


def test_a_year_is_kept_whole(world: World) -> None:
    world.at("2025-03-03").run()
    world.portal("some")
    for day in ("2025-03-04", "2025-03-05", "2025-03-06"):
        world.at(day)
        world.night("some")
    world.at("2026-03-04")
    assert thin(world.db) == 0
