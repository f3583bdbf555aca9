"""Cleaning an archive on a Dask cluster of real processes: the store of one process, also when a worker is killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests import starter
from tests.conftest import ROOT, Crawls
from tests.ports import free_port
from tests.replica import Replica
from tests.season.kills import holds, sound

WORKERS = (
    "import sys\n"
    "from distributed.cli.dask_worker import main\n"
    "main([sys.argv[1], '--nthreads', '1', '--no-nanny', '--no-dashboard', '--host', '127.0.0.1'])"
)


@dataclass
class Cluster:
    """A Dask scheduler and its workers, on loopback."""

    address: str
    environment: dict[str, str]
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, code: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", code, *arguments]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, **quiet)  # type: ignore[call-overload]
        self.processes.append(process)
        return process  # type: ignore[no-any-return]

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start(WORKERS, self.address)


@pytest.fixture
def cluster(crawls: Crawls) -> Iterator[Cluster]:
    port = free_port()
    cluster = Cluster(f"tcp://127.0.0.1:{port}", crawls.environment())
    scheduler = (
        "from distributed.cli.dask_scheduler import main\n"
        f"main(['--host', '127.0.0.1', '--port', '{port}', '--no-dashboard'])"
    )
    cluster.start(scheduler)
    yield cluster
    for process in cluster.processes:
        process.kill()
        process.wait()


def aged(store: Path) -> Path:
    """Let a store look as if an older cleaner had made it: every text lacks its end."""
    db = Database(store / "reports.db")
    from crawler.store import search

    search.register(db.conn)
    with db.atomic():
        db.execute("UPDATE reports SET body = substr(body, 1, 500), body_sha256 = 'old', title = '旧'")
    db.close()
    return store


def test_a_cluster_makes_the_store_of_one_process(
    cluster: Cluster, crawls: Crawls, replica: Replica, tmp_path: Path
) -> None:
    crawls.crawl()
    one = aged(crawls.output)
    many = Path(shutil.copytree(one, tmp_path / "many"))
    now = {"FAZHI_NOW": "2026-11-23T06:00:00+00:00"}
    alone = crawls.fazhi("reclean", "--processes", "1", **now)
    assert alone.returncode == 0, alone.stderr
    workers = [cluster.worker() for _ in range(2)]
    object_store = tmp_path / "object_store"
    environment = Crawls(replica, many).environment(FAZHI_SHELF=str(object_store), **now)
    spread = starter.start("reclean", "--dask", cluster.address, environment=environment)
    end = time.monotonic() + 60
    while not list(object_store.glob("reclean-*.db")) and time.monotonic() < end:
        time.sleep(0.01)
    os.kill(workers[0].pid, signal.SIGKILL)
    out, err = spread.communicate(timeout=120)
    assert spread.returncode == 0, err
    assert out == alone.stdout
    assert sound(many) == []
    assert holds(many) == holds(one)
    assert all("旧" not in str(row) for row in holds(many)["reports"])
    assert not list(object_store.glob("reclean-*.db"))


def test_a_scheduler_that_does_not_answer_is_said_in_a_sentence(crawls: Crawls, tmp_path: Path) -> None:
    crawls.crawl("--portal", "xuchang")
    done = crawls.fazhi("reclean", "--dask", "tcp://127.0.0.1:9", FAZHI_SHELF=str(tmp_path))
    assert done.returncode == 1
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr
