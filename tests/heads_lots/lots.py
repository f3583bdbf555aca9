"""All lots, in order."""

from __future__ import annotations

from tests.heads_lots import lot1, lot2, lot3, lot4, lot5, lot6, lot7, lot8, lot9, lot10, lot11, lot12

LOTS = tuple(each.LOT for each in (lot1, lot2, lot3, lot4, lot5, lot6, lot7, lot8, lot9, lot10, lot11, lot12))
