"""Every page of the lots comes out whole, but for those that are named as left."""

from __future__ import annotations

import pytest

from tests.pages_lots.lot import Lot
from tests.pages_lots.lots import LOTS


@pytest.mark.parametrize("lot", LOTS)
def test_the_text_of_a_lot(lot: Lot) -> None:
    assert [str(wrong) for wrong in lot.wrong if wrong.name not in lot.left] == []
    assert lot.left <= {wrong.name for wrong in lot.wrong}
