"""The lots stay read as well as they are."""

from __future__ import annotations

import pytest

from tests.figures_lots.scoring import Lot, lots, score


@pytest.mark.parametrize("lot", lots(), ids=lambda lot: f"lot{lot.name}")
def test_a_lot_is_read_without_a_wrong_claim(lot: Lot) -> None:
    facts, targets = score(lot.sentences)
    assert facts.wrong == []
    assert targets.wrong == []
    right, _, stated = (sum(pair) for pair in zip(facts.counts(), targets.counts(), strict=True))
    assert right >= 0.97 * stated, facts.missed + targets.missed
