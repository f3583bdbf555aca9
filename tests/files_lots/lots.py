"""All lots, in order."""

from __future__ import annotations

from importlib import import_module
from itertools import count, takewhile
from pathlib import Path

_HERE = Path(__file__).parent
_NUMBERS = takewhile(lambda number: (_HERE / f"lot{number}.py").exists(), count(1))

LOTS = tuple(import_module(f"tests.files_lots.lot{number}").LOT for number in _NUMBERS)
