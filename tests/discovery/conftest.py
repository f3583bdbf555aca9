"""The replica with a portal of every content system, and the command run against it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Crawls
from tests.replica import Replica
from tests.replica.more import all_sites

NOW = "2026-11-22T06:00:00+00:00"


@dataclass
class Adds(Crawls):
    """Runs ``fazhi add`` with a folder of its own for portal files."""

    @property
    def portals(self) -> Path:
        return self.output.parent / "portals"

    def environment(self, **extra: str) -> dict[str, str]:
        return super().environment(**{"FAZHI_PORTALS": str(self.portals), "FAZHI_NOW": NOW, **extra})

    def add(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        """The printed result; the exit code must be ``code``."""
        done = self.fazhi("add", "--json", *arguments)
        assert done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        return result


@pytest.fixture(scope="session")
def whole_replica() -> Iterator[Replica]:
    with Replica(day=1, more=all_sites()) as replica:
        yield replica


@pytest.fixture
def adds(whole_replica: Replica, tmp_path: Path) -> Iterator[Adds]:
    """An empty output folder, the replica on day 1 with counters at zero."""
    whole_replica.day = 1
    whole_replica.clear_modes()
    whole_replica.reset_counts()
    yield Adds(whole_replica, tmp_path / "output")
    whole_replica.clear_modes()
