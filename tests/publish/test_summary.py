"""A run beside the one before."""

from __future__ import annotations

import json

from crawler.publish.summary import run_summary
from tests.store.world import World


def test_a_run_is_compared_with_the_last_one_that_looked_there(world: World) -> None:
    world.run()
    world.portal("jia")
    world.portal("yi")
    world.look("jia")
    world.report("jia")
    world.report("jia", name="b")
    first = world.ledger.run
    world.record.finish(0)
    world.at("2026-03-02").night("yi")
    world.at("2026-03-03").run()
    world.look("jia", "blocked", "a firewall refuses us (403)")
    world.look("yi")
    world.record.finish(3)

    (alone,) = run_summary(world.db, first).lines()
    assert alone == "jia: requests 3, size 11 kB, new 2, changed 0, gone 0, reports 2, trouble 0"
    jia, yi = run_summary(world.db, world.ledger.run).portals
    assert jia.cells() == {
        "requests": "1 ↓2",
        "size": "1 kB ↓10",
        "new": "0 ↓2",
        "changed": "0 →",
        "gone": "0 →",
        "reports": "2 →",
        "trouble": "1 ↑1 blocked",
    }
    assert yi.before is not None
    assert yi.cells()["requests"] == "1 →"
    assert (
        json.loads(json.dumps(run_summary(world.db, world.ledger.run).as_dict()))["portals"][0]["now"]["trouble"] == 1
    )
