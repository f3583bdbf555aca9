"""The log of one run: a line of JSON per look, for machines and for people with ``jq``."""

from __future__ import annotations

import json
from pathlib import Path

from crawler.clock import stamp
from crawler.outcome import Outcome


class RunLog:
    """Appends to ``output/logs/<run>.jsonl``; the file is made with the first look."""

    def __init__(self, folder: Path, run: str) -> None:
        self.path = folder / f"{run}.jsonl"

    def look(self, portal: str | None, purpose: str, url: str, outcome: Outcome) -> None:
        """Write one look."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        entry = {
            "time": stamp(),
            "portal": portal,
            "purpose": purpose,
            "url": url,
            "outcome": outcome.name,
            "looked": outcome.looked,
            "reason": outcome.reason,
        }
        with self.path.open("a", encoding="ascii") as stream:
            stream.write(json.dumps(entry) + "\n")
