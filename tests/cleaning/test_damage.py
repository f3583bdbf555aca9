"""A seeded sample of the battery of damage; all of it: ``python -m tests.damage``."""

import pytest

from tests.damage import CUT, KINDS
from tests.damage.measure import measure, samples, undamaged

EVERY = 7  # of the pages, another part for each kind


@pytest.mark.parametrize("name", sorted(KINDS))
def test_damaged_pages_come_out_whole_or_say_so(name: str) -> None:
    first = sorted(KINDS).index(name) % EVERY
    count = measure([name], samples()[first::EVERY])[name]
    assert count.tried >= 2
    assert count.whole >= 0.75 * count.tried or name in CUT
    assert len(count.silent) <= 0.25 * count.tried, count.silent


def test_pages_without_damage_are_not_doubted() -> None:
    assert not undamaged(samples())
    assert len(samples()) > 30
