"""All lots, in order."""

from __future__ import annotations

from tests.heads_lots import lot1, lot2, lot3, lot4, lot5, lot6, lot7, lot8, lot9, lot10

LOTS = (lot1.LOT, lot2.LOT, lot3.LOT, lot4.LOT, lot5.LOT, lot6.LOT, lot7.LOT, lot8.LOT, lot9.LOT, lot10.LOT)
