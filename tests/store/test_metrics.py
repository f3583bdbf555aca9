"""The archive's state in numbers, read back as a monitoring system would."""

from __future__ import annotations

import re

from crawler.store.metrics import as_text, metrics
from tests.store.world import World

LINE = re.compile(r'(?:# (?:HELP|TYPE) fazhi_\w+ .+|fazhi_\w+(?:\{(?:\w+="(?:[^"\\\n]|\\.)*",?)+\})? [-+.e\d]+)')


def test_what_is_well_and_what_is_not_is_a_number(world: World) -> None:
    world.run()
    world.portal("mou")
    world.report("mou")
    world.look("mou")
    world.record.finish(0)
    for day in ("2026-03-01", "2026-03-02"):
        world.at(day).night("mou", "blocked", "a wall")
    world.db.execute("INSERT INTO deliveries (service, since, failures) VALUES ('readers \"\\x\n', '2026', 2)")
    text = as_text(metrics(world.db, world.path.parent))
    assert all(LINE.fullmatch(line) for line in text.splitlines())
    assert text.endswith("\n")
    numbers = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert numbers['fazhi_portal_well{portal="mou"}'] == "0"
    assert numbers['fazhi_portal_bad_fetches{portal="mou"}'] == "2"
    assert numbers['fazhi_portal_reports{portal="mou"}'] == "1"
    assert float(numbers["fazhi_last_run_finished_timestamp_seconds"]) == 1772391600
    assert numbers['fazhi_delivery_failures{service="readers \\"\\\\x\\n"}'] == "2"
    assert text.count("# TYPE fazhi_portal_well gauge") == 1
