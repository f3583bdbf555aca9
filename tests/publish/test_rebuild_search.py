"""``fazhi rebuild-search`` tells a wrong index from a right one, and mends it."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

from tests.store.world import World


def test_checks_and_mends(world: World, fazhi: Callable[..., Result]) -> None:
    world.run()
    world.portal("some")
    world.report("some", body="涉及行政复议案件。")
    assert "1 wait for the next run" in fazhi("rebuild-search", "--check").output
    world.reports.indexing.finish()
    done = fazhi("rebuild-search", "--check")
    assert (done.exit_code, done.stdout) == (0, "the index holds what the reports say\n")
    assert done.stderr == "comparing the index with the texts of 1 reports\n"
    world.db.execute("INSERT INTO reports_fts (reports_fts) VALUES ('delete-all')")
    broken = fazhi("rebuild-search", "--check")
    assert broken.exit_code == 1
    assert "rebuild-search" in broken.output
    done = fazhi("rebuild-search")
    assert (done.exit_code, done.stdout) == (0, "1 reports indexed\n")
    assert fazhi("rebuild-search", "--check").exit_code == 0


def test_without_a_database(fazhi: Callable[..., Result], world: World) -> None:
    world.db.close()
    world.path.unlink()
    assert fazhi("rebuild-search").exit_code == 1
