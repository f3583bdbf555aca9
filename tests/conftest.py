"""What many tests need: the replica portals, and the real command run against them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlite_utils import Database

from tests import starter
from tests.replica import Replica

ROOT = Path(__file__).parent.parent

os.environ["FAZHI_LANG"] = "en"  # what tests expect, whatever the locale; those for another language say so
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each program a test starts compiles all modules anew

# A slow machine is no defect: examples are bounded in number, never in time. The suite draws the same examples each
# time, so that what was green stays green; others by:
# python -m pytest --hypothesis-profile=other
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("other", deadline=None)
settings.load_profile("same")


# Files whose tests or fixtures take longest: what begins last should be short, or one process waits for the other.
LONGEST = ("tests/season/", "tests/crawler/", "tests/installed/", "tests/answers/", "tests/discovery/", "tests/scale/")
MEMORY = Path("/dev/shm")
ENOUGH = 6 << 30  # bytes; the tests' folders of a whole run are a tenth of that


def pytest_configure() -> None:
    """Keep the tests' folders in memory where there is enough: every commit of a crawl waits for the disk otherwise."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest."""
    rank = {folder: number for number, folder in enumerate(LONGEST)}
    items.sort(key=lambda item: next((rank[each] for each in LONGEST if item.nodeid.startswith(each)), len(LONGEST)))


@dataclass
class Crawls:
    """Runs ``fazhi`` on one output folder with all traffic routed to the replica."""

    replica: Replica
    output: Path

    def environment(self, **extra: str) -> dict[str, str]:
        """The environment of a subprocess that crawls the replica into ``output``."""
        kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        route = {"FAZHI_REPLICA": self.replica.proxy_url, "SSL_CERT_FILE": self.replica.ca_file}
        return {**kept, **route, "FAZHI_OUTPUT": str(self.output), "FAZHI_TIMEOUT": "3", **extra}

    def fazhi(self, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run one ``fazhi`` command to its end."""
        return starter.fazhi(*arguments, environment=self.environment(**extra))

    def crawl(self, *arguments: str, code: int = 0, now: str = "2026-11-22T06:00:00+00:00") -> dict[str, Any]:
        """Crawl at the moment ``now`` and give the printed result; the exit code must be ``code``."""
        done = self.fazhi("crawl", "--json", *arguments, FAZHI_NOW=now)
        assert done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        return result

    @property
    def db(self) -> Database:
        """The database the crawls made."""
        return Database(self.output / "reports.db")

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows of a query."""
        db = self.db
        try:
            return list(db.query(sql, list(values)))
        finally:
            db.close()


@pytest.fixture(scope="session")
def session_replica() -> Iterator[Replica]:
    with Replica(day=1) as replica:
        yield replica


@pytest.fixture
def replica(session_replica: Replica) -> Iterator[Replica]:
    """The replica portals on day 1, with counters at zero and no bad day."""
    session_replica.day = 1
    session_replica.clear_modes()
    session_replica.reset_counts()
    yield session_replica
    session_replica.clear_modes()


@pytest.fixture
def crawls(replica: Replica, tmp_path: Path) -> Crawls:
    """Crawls into an empty output folder."""
    return Crawls(replica, tmp_path / "output")
