"""Texts of one page are compared at a bounded cost, and twins are still found."""

from __future__ import annotations

import random

import pytest

from cleaning.document.likeness import FREE, MOST, Likeness

LETTERS = [chr(number) for number in range(0x4E00, 0x4E00 + 1500)]


def texts(count: int, changed: float, length: int = 600) -> list[str]:
    """Texts that share all but ``changed`` of their letters."""
    draw = random.Random(7)
    base = [draw.choice(LETTERS) for _ in range(length)]
    return [
        "".join(draw.choice(LETTERS) if draw.random() < changed else letter for letter in base) for _ in range(count)
    ]


@pytest.mark.parametrize("changed", [0.0, 0.02, 0.3, 1.0])
def test_any_number_of_texts_costs_a_bounded_number_of_comparisons(changed: float) -> None:
    likeness, given = Likeness(), texts(90, changed)
    found = [likeness.of(given[0], each, 90.0) >= 90.0 for each in given]
    assert all(found) if changed <= 0.02 else not any(found[1:])
    for one in given:
        for other in given:
            likeness.of(one, other, 90.0)
    assert likeness.done <= MOST


def test_a_twin_is_found_after_many_other_texts() -> None:
    likeness, one = Likeness(), texts(2, 0.03)
    for each in texts(2 * FREE, 1.0):
        assert likeness.of(one[0], each, 90.0) == 0.0
    assert likeness.of(*one, 90.0) >= 90.0
    assert likeness.of(one[0], one[1][:200], 90.0) == 0.0
