"""A sample of the bad days over sockets: nothing false is told, nothing is missed, and no good answer is trouble."""

from __future__ import annotations

import random

import pytest

from tests.baddays.days import LISTS, PAGES, ROWS
from tests.baddays.play import Cell, cast, play

EACH = 5  # days of each place, each on one of the two makes of site
NIGHTS = (1, 2, 3, 4, 20)
DRAW = random.Random(2026)
CELLS = cast([(day, DRAW.random() < 0.5) for place in (PAGES, ROWS, LISTS) for day in DRAW.sample(place, EACH)])


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[Cell]:
    play(CELLS, tmp_path_factory.mktemp("baddays"), NIGHTS)
    return CELLS


@pytest.mark.parametrize("at", range(len(CELLS)), ids=[f"{cell.day.place}-{cell.day.name}" for cell in CELLS])
def test_a_bad_day_is_told_rightly(played: list[Cell], at: int) -> None:
    cell = played[at]
    assert (cell.false, cell.missing, cell.needless) == ([], [], []), cell.seen
