"""Every field of the lots is read."""

from __future__ import annotations

import pytest

from tests.heads_lots.lot import Lot
from tests.heads_lots.lots import LOTS


@pytest.mark.parametrize("lot", LOTS)
def test_the_fields_of_a_lot(lot: Lot) -> None:
    assert [line for head in lot.heads for line in head.wrong()] == []
