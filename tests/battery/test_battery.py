"""A sample of the battery: no cell tells what is not true, and each true change is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.battery import DISTURBANCES, Battery, Disturbance, Paper, sample


@pytest.fixture(scope="module")
def battery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Battery]:
    made = Battery(tmp_path_factory.mktemp("battery"))
    yield made
    made.close()


SAMPLE = sample(2 * len(DISTURBANCES), seed=2026)
NAMES = [f"{at}-{each.name}" for at, (_, each) in enumerate(SAMPLE)]


@pytest.mark.parametrize(("paper", "disturbance"), SAMPLE, ids=NAMES)
def test_nothing_false_is_told(battery: Battery, paper: Paper, disturbance: Disturbance) -> None:
    cell = battery.play(paper, disturbance)
    assert cell.wrong == [], f"{paper.name}: {cell.outcomes}"
