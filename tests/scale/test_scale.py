"""Crawls with several workers: nothing lost, nothing twice, one worker at a host, the store of one machine."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import Crawls
from tests.replica import Replica
from tests.scale.conftest import NOW, Fleet
from tests.season.kills import holds, sound


def finish(coordinator: subprocess.Popen[str], code: int = 0) -> dict[str, Any]:
    out, err = coordinator.communicate(timeout=120)
    assert coordinator.returncode == code, err + out
    result: dict[str, Any] = json.loads(out)
    return result


def who(replica: Replica) -> dict[str, list[str]]:
    """For each host, which worker asked, request by request."""
    asked: dict[str, list[str]] = {}
    for seen in replica.requests:
        name = seen.headers["User-Agent"].split("contact ")[1].split("@")[0]
        asked.setdefault(urlsplit(seen.url).netloc, []).append(name)
    return asked


def handovers(names: list[str]) -> int:
    """How often another worker went on at a host."""
    return sum(one != other for one, other in pairwise(names))


@pytest.fixture(scope="module")
def one_machine(session_replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The stores of plain crawls on day 1 and then on day 4."""
    output = tmp_path_factory.mktemp("one") / "output"
    session_replica.clear_modes()
    for day, now in ((1, NOW), (4, "2026-01-22T22:00:00+00:00")):
        session_replica.day = day
        Crawls(session_replica, output).crawl(now=now)
        if day == 1:
            import shutil

            shutil.copytree(output, output.parent / "first")
    return {1: output.parent / "first", 4: output}


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_make_the_store_of_one_machine(
    fleet: Fleet, one_machine: dict[int, Path], replica: Replica, workers: int
) -> None:
    for number in range(workers):
        fleet.start(f"worker{number}")
    result = finish(fleet.coordinate())
    assert result["new_reports"] == 14
    assert sound(fleet.crawls.output) == []
    assert holds(fleet.crawls.output) == holds(one_machine[1])
    asked = who(replica)
    assert len(asked) == 5
    assert {host: handovers(names) for host, names in asked.items()} == dict.fromkeys(asked, 0)
    assert len({name for names in asked.values() for name in names}) > 1
    assert list(fleet.shelf.iterdir()) == []
    assert list((fleet.crawls.output / "jobs").iterdir()) == []
    again = finish(fleet.coordinate())
    assert (again["requests"], again["new_reports"]) == (0, 0)


def wait_for(condition: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


JIANGHAN = "www.jianghan.gov.cn"


def hang(replica: Replica, host: str, after: int) -> None:
    """Let a host answer so many requests and then be silent."""
    wait_for(lambda: replica.count(host) >= after)


def test_a_worker_killed_in_the_middle_of_a_portal_loses_nothing(
    fleet: Fleet, one_machine: dict[int, Path], replica: Replica
) -> None:
    details = {urlsplit(row["url"]).path for row in _rows(one_machine[1], "SELECT url FROM reports") if JIANGHAN in row["url"]}
    replica.set_mode(JIANGHAN, "timeout", path=sorted(details)[0])
    workers = {name: fleet.start(name) for name in ("worker0", "worker1")}
    coordinator = fleet.coordinate()
    wait_for(lambda: any(urlsplit(seen.url).path in details and seen.status == 0 for seen in replica.requests))
    killed = who(replica)[JIANGHAN][-1]
    workers[killed].send_signal(signal.SIGKILL)
    replica.clear_modes()
    out, err = coordinator.communicate(timeout=120)
    assert coordinator.returncode == 0, err
    assert "its worker has gone; the job is given out again" in err
    assert sound(fleet.crawls.output) == []
    assert holds(fleet.crawls.output) == holds(one_machine[1])
    asked = who(replica)
    assert {host: handovers(names) for host, names in asked.items()} == {host: int(host == JIANGHAN) for host in asked}
    assert set(asked[JIANGHAN]) == set(workers)


def _rows(output: Path, sql: str) -> list[dict[str, Any]]:
    return Crawls(None, output).rows(sql)  # type: ignore[arg-type]
