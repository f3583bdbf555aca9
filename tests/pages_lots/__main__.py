"""Prints how the pages are read: ``python -m tests.pages_lots [--words]``."""

from __future__ import annotations

import sys

from tests.pages_lots.lots import LOTS
from tests.pages_lots.words import replaced


def main() -> None:
    if "--words" in sys.argv:
        read = list(replaced(LOTS))
        broken = [each for each in read if not each.whole]
        flagged, doubted = (sum(each.flagged for each in read if each.whole is whole) for whole in (False, True))
        print(f"{len(read)} pages with other words: {len(read) - len(broken)} whole, {doubted} of them flagged")
        print(f"{flagged} of {len(broken)} pages that are not whole are flagged")
        print(*(f"  {each}" for each in broken if not each.flagged), sep="\n")
        return
    for number, lot in enumerate(LOTS, 1):
        broken = [wrong for wrong in lot.read if not wrong.whole]
        doubted = sum(wrong.flagged for wrong in lot.read if wrong.whole)
        lost, leaked = sum(len(wrong.lost) for wrong in broken), sum(len(wrong.leaked) for wrong in broken)
        flagged = sum(wrong.flagged for wrong in broken)
        now = f"now {len(lot.samples) - len(broken)} of {len(lot.samples)}"
        print(f"lot {number}: first sight {lot.first} of {lot.pages} whole, {now}; {lost} lines lost, {leaked} leaked")
        print(f"  {flagged} of {len(broken)} pages that are not whole are flagged, {doubted} of the others")
        for wrong in lot.wrong:
            print(f"  {wrong}")


if __name__ == "__main__":
    main()
