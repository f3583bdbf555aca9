"""The log of one run: a line of JSON per fetch, for machines and for people with ``jq``."""

from __future__ import annotations

import json
from io import FileIO
from pathlib import Path

from crawler.clock import stamp
from crawler.outcome import Outcome


class RunLog:
    """Appends to ``output/logs/<year>/<run>.jsonl``; the file is made with the first fetch."""

    def __init__(self, folder: Path, run: str) -> None:
        self.path = folder / f"{run}.jsonl"
        self._file: FileIO | None = None

    def fetched(self, portal: str | None, purpose: str, url: str, outcome: Outcome) -> None:
        """Write one fetch."""
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("ab", buffering=0)
        entry = {
            "time": stamp(),
            "portal": portal,
            "purpose": purpose,
            "url": url,
            "outcome": outcome.name,
            "looked": outcome.looked,
            "reason": outcome.reason,
        }
        self._file.write(json.dumps(entry).encode() + b"\n")

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
