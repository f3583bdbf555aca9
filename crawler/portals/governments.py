"""Home pages of the governments of divisions, as data: ``data/governments.csv``, renewed by hand like the divisions.

Each is a candidate from a public list until its page states the division (``fazhi add --country``).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "data" / "governments.csv"
LEVELS: Final = ("province", "city", "county")


@dataclass(frozen=True, slots=True)
class Government:
    """A division's government: ``home`` is "" where none is known, and ``note`` says why; ``shared`` is True where
    another has its host too.

    ``source`` says where the address was read, ``seen`` in which month.
    """

    code: str
    name: str
    level: str
    home: str
    source: str
    seen: str
    shared: bool
    note: str


@cache
def load(path: Path = FILE) -> tuple[Government, ...]:
    """All governments of the list, by code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    return tuple(Government(**{**row, "shared": row["shared"] == "yes"}) for row in rows)  # type: ignore[arg-type]


def choose(province: str = "", level: str = "", limit: int = 0) -> list[Government]:
    """Those with a home page whose code begins with ``province``, provinces and cities first; ``limit`` 0 is all."""
    chosen = [each for each in load() if each.home and each.code.startswith(province) and level in ("", each.level)]
    chosen.sort(key=lambda each: (LEVELS.index(each.level), each.code))
    return chosen[:limit] if limit else chosen
