"""A PostgreSQL server of the tests' own, and workers and a coordinator that use it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import starter
from tests.conftest import Crawls
from tests.ports import free_port
from tests.replica import Replica

NOW = "2026-01-10T22:00:00+00:00"


def programs() -> Path:
    """The folder of PostgreSQL's programs, of the distribution's newest version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    where = shutil.which("initdb")
    assert where, "PostgreSQL is missing; run: sudo apt-get install postgresql"
    return Path(where).parent


def as_server_user() -> list[str]:
    """PostgreSQL refuses to run as root: what to put before its commands."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def postgres() -> Iterator[str]:
    """An empty server on loopback; gives the address of its database."""
    folder = Path(tempfile.mkdtemp(prefix="fazhi-pg-"))
    folder.chmod(0o755)
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    port = free_port()
    data, tools = folder / "data", programs()
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
    try:
        make = [tools / "initdb", "-D", data, "-U", "fazhi", "-A", "trust", "--no-sync", "-E", "UTF8"]
        subprocess.run([*as_server_user(), *make], **run)  # type: ignore[call-overload]
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        start = [tools / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"]
        subprocess.run([*as_server_user(), *start], **run)  # type: ignore[call-overload]
        yield f"postgresql://fazhi@127.0.0.1:{port}/postgres"
    finally:
        stop = [tools / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
        subprocess.run([*as_server_user(), *stop], stdout=subprocess.DEVNULL, cwd=folder, check=False)
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Fleet:
    """Workers on one queue and one object_store. Each says its name in the User-Agent, so that portals see who asks."""

    crawls: Crawls
    database: str
    object_store: Path
    now: str = NOW
    workers: dict[str, starter.Running] = field(default_factory=dict)

    def environment(self, **extra: str) -> dict[str, str]:
        """The environment of a coordinator or a worker."""
        queue = {"FAZHI_QUEUE": self.database, "FAZHI_SHELF": str(self.object_store), "FAZHI_NOW": self.now}
        return self.crawls.environment(**{**queue, **extra})

    def fazhi(self, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run one ``fazhi`` command to its end."""
        return starter.fazhi(*arguments, environment=self.environment(**extra))

    def start(self, name: str, jobs: int = 1, **more: str) -> starter.Running:
        """Start a worker that sends signs of life every second."""
        words = ["scale", "worker", "--jobs", str(jobs), "--beat", "1"]
        extra = {"FAZHI_CONTACT": f"{name}@example.org", "FAZHI_OUTPUT": str(self.object_store / f"nowhere-{name}")}
        self.workers[name] = starter.start(*words, environment=self.environment() | extra | more)
        return self.workers[name]

    def coordinate(self, *arguments: str) -> starter.Running:
        """Start a coordinator."""
        return starter.start("scale", "crawl", "--json", "--silent", "3", *arguments, environment=self.environment())

    def hurry(self) -> None:
        """Let jobs that were tried be tried again at once."""
        import psycopg

        with psycopg.connect(self.database, autocommit=True) as connection:
            connection.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")

    def stop(self) -> None:
        """End all workers."""
        for worker in self.workers.values():
            worker.kill()
            worker.wait()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgres() as address:
        yield address


@pytest.fixture
def fleet(server: str, replica: Replica, tmp_path: Path) -> Iterator[Fleet]:
    """No worker yet, an empty queue, an empty output folder."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    fleet = Fleet(Crawls(replica, tmp_path / "output"), server, tmp_path / "object_store")
    made = fleet.fazhi("scale", "setup")
    assert made.returncode == 0, made.stderr
    try:
        yield fleet
    finally:
        fleet.stop()
