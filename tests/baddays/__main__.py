"""``python -m tests.baddays [WORD|WORD] [FOLDER]``: every day on both sites, or those whose place and name hold a word.

``FOLDER`` keeps what the crawls made.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.baddays.days import DAYS
from tests.baddays.play import cast, play


def main(word: str = "", keep: str = "") -> int:
    """Play and print; 1 if anything false was told or anything true was not."""
    words = word.split("|")
    days = [day for day in DAYS if any(each in f"{day.place}: {day.name}" for each in words)]
    cells = cast([(day, old) for day in days for old in (False, True)])
    with tempfile.TemporaryDirectory() as folder:
        play(cells, Path(keep or folder))
    for cell in cells:
        make = "old" if cell.site.old else "new"
        verdict = "; ".join(
            f"{kind.upper()} {', '.join(found)}"
            for kind, found in (("false", cell.false), ("missing", cell.missing), ("needless", cell.needless))
            if found
        )
        print(
            f"{cell.day.place}: {cell.day.name} [{make} {cell.name}] | {' / '.join(cell.seen)} | {verdict or 'right'}"
        )
    count = [sum(bool(getattr(cell, kind)) for cell in cells) for kind in ("false", "missing", "needless")]
    print(f"{len(cells)} cells: false {count[0]}, missing {count[1]}, needless {count[2]}")
    return 1 if count[0] or count[1] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
