"""A small load in the suite; the large ones are commands (docs/reliability.md)."""

from __future__ import annotations

from pathlib import Path

from tests.load import portals


def test_a_run_on_several_portals_disturbs_no_reader_and_stays_small(tmp_path: Path) -> None:
    came = portals.run(8, 60, polite=False, folder=tmp_path)
    assert portals.wrong(came, polite=False) == []
