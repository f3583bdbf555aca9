"""One replay of the season, which all tests of this folder read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlite_utils import Database

from tests.conftest import ROOT


@dataclass
class Season:
    """What the nights told, and the database they left."""

    nights: list[dict[str, Any]]
    db: Database

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows of a query."""
        return list(self.db.query(sql, list(values)))


@pytest.fixture(scope="session")
def season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Season]:
    """All nights, played in a process of their own: the crawler's settings and Twisted's reactor are one a process."""
    folder = tmp_path_factory.mktemp("season")
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    command = [sys.executable, "-m", "tests.season.driver", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    nights = [json.loads(line) for line in (folder / "nights.jsonl").read_text("utf-8").splitlines()]
    db = Database(folder / "reports.db")
    yield Season(nights, db)
    db.close()
