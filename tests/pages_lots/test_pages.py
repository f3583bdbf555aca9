"""Every page of the lots comes out whole."""

from __future__ import annotations

import pytest

from tests.pages_lots.lot import Lot
from tests.pages_lots.lots import LOTS


@pytest.mark.parametrize("lot", LOTS)
def test_the_text_of_a_lot(lot: Lot) -> None:
    assert [str(wrong) for wrong in lot.wrong] == []
