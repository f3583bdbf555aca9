"""Crawls with several workers: nothing lost, nothing twice, one worker at a host, the store of one machine."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from crawler.portals import Portal
from crawler.scale.units import units
from crawler.store.database import open_database
from crawler.store.merge import merge
from tests import starter
from tests.conftest import ROOT, Crawls
from tests.replica import Replica
from tests.scale.conftest import NOW, Fleet
from tests.season.kills import holds, sound

JIANGHAN = "www.jianghan.gov.cn"
THREE = tuple(word for name in ("jianghan", "nanchang", "xuchang") for word in ("--portal", name))
LATER = "2026-01-22T22:00:00+00:00"
LOOKS = (
    "SELECT portal, purpose, url, status, outcome, looked, reason_code, reason_params, bytes FROM fetches"
    " WHERE purpose != 'robots' ORDER BY portal, time, purpose, url, outcome"
)


def finish(coordinator: starter.Running, code: int = 0) -> dict[str, Any]:
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
    for day, now in ((1, NOW), (4, LATER)):
        session_replica.day = day
        Crawls(session_replica, output).crawl(*THREE, now=now)
        if day == 1:
            shutil.copytree(output, output.parent / "first")
    return {1: output.parent / "first", 4: output}


def test_workers_make_the_store_of_one_machine(fleet: Fleet, one_machine: dict[int, Path], replica: Replica) -> None:
    for number in range(2):
        fleet.start(f"worker{number}")
    result = finish(fleet.coordinate(*THREE))
    assert result["new_reports"] == 8
    assert sound(fleet.crawls.output) == []
    assert holds(fleet.crawls.output) == holds(one_machine[1])
    asked = who(replica)
    assert len(asked) == 3
    assert {host: handovers(names) for host, names in asked.items()} == dict.fromkeys(asked, 0)
    assert len({name for names in asked.values() for name in names}) > 1
    assert list(fleet.object_store.iterdir()) == []
    assert list((fleet.crawls.output / "jobs").iterdir()) == []
    again = finish(fleet.coordinate(*THREE))
    assert (again["requests"], again["new_reports"]) == (0, 0)
    db = open_database(fleet.crawls.output / "reports.db")
    job = next(db.query("SELECT id FROM jobs LIMIT 1"))["id"]
    assert not merge(db, job, one_machine[1] / "reports.db", one_machine[4] / "reports.db"), "merged a second time"
    db.close()
    assert holds(fleet.crawls.output) == holds(one_machine[1])


def wait_for(condition: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def test_a_worker_killed_in_the_middle_of_a_portal_loses_nothing(
    fleet: Fleet, one_machine: dict[int, Path], replica: Replica
) -> None:
    sql = "SELECT url FROM reports WHERE portal = 'jianghan'"
    details = {urlsplit(row["url"]).path for row in Crawls(replica, one_machine[1]).rows(sql)}
    replica.set_mode(JIANGHAN, "timeout", path=sorted(details)[0])
    workers = {name: fleet.start(name) for name in ("worker0", "worker1")}
    coordinator = fleet.coordinate(*THREE)
    wait_for(lambda: any(urlsplit(seen.url).path in details and seen.status == 0 for seen in replica.requests))
    killed = who(replica)[JIANGHAN][-1]
    workers[killed].send_signal(signal.SIGKILL)
    replica.clear_modes()
    _, err = coordinator.communicate(timeout=120)
    assert coordinator.returncode == 0, err
    assert "its worker has gone; the job is given out again" in err
    assert sound(fleet.crawls.output) == []
    assert holds(fleet.crawls.output) == holds(one_machine[1])
    asked = who(replica)
    assert {host: handovers(names) for host, names in asked.items()} == {host: int(host == JIANGHAN) for host in asked}
    assert set(asked[JIANGHAN]) == set(workers)


def test_a_later_night_with_workers(fleet: Fleet, one_machine: dict[int, Path], replica: Replica) -> None:
    """Validators, known rows, boilerplate and versions go along: edits, news and losses are told as on one machine."""
    shutil.copytree(one_machine[1], fleet.crawls.output)
    replica.day = 4
    fleet.now = LATER
    fleet.start("worker0")
    fleet.start("worker1")
    finish(fleet.coordinate(*THREE))
    assert sound(fleet.crawls.output) == []
    assert holds(fleet.crawls.output) == holds(one_machine[4])
    plain = Crawls(replica, one_machine[4]).rows(LOOKS)
    assert fleet.crawls.rows(LOOKS) == plain
    sealed = fleet.crawls.rows("SELECT command FROM seals JOIN runs ON runs.id = seals.run ORDER BY seals.id")
    assert [row["command"] for row in sealed][-1] == "scale crawl"
    verified = fleet.crawls.fazhi("verify", "--full")
    assert verified.returncode == 0, verified.stdout


def test_a_coordinator_that_was_killed_is_followed_by_one_that_takes_in_what_was_done(
    fleet: Fleet, one_machine: dict[int, Path], replica: Replica
) -> None:
    first = fleet.coordinate(*THREE)
    wait_for(lambda: fleet.object_store.is_dir() and len([*fleet.object_store.glob("*.order.zip")]) == 3)
    first.kill()
    first.communicate()
    fleet.start("worker0")
    wait_for(lambda: len([*fleet.object_store.glob("*.answer.zip")]) >= 2)
    result = finish(fleet.coordinate(*THREE))
    assert result["new_reports"] == 0, "the looks belong to the run that sent them"
    assert holds(fleet.crawls.output) == holds(one_machine[1])
    assert all(handovers(names) == 0 for names in who(replica).values())
    runs = fleet.crawls.rows("SELECT exit_code, new_reports FROM runs ORDER BY started, id")
    assert sorted((run["exit_code"], run["new_reports"]) for run in runs) == [(0, 0), (137, 8)]


def test_a_worker_that_is_stopped_gives_its_job_back(fleet: Fleet, replica: Replica) -> None:
    replica.set_mode(JIANGHAN, "timeout", path="/zfxxgk")
    stopped = fleet.start("worker0")
    coordinator = fleet.coordinate("--portal", "jianghan")
    wait_for(lambda: any(JIANGHAN in seen.url and "/zfxxgk" in seen.url for seen in replica.requests))
    stopped.send_signal(signal.SIGTERM)
    assert stopped.wait(20) == 0
    replica.clear_modes()
    fleet.start("worker1")
    assert finish(coordinator)["new_reports"] == 3


def test_a_portal_that_could_not_be_looked_at_is_exit_code_3(fleet: Fleet, replica: Replica) -> None:
    replica.set_mode(JIANGHAN, "status_403")
    fleet.start("worker0", jobs=2)
    result = finish(fleet.coordinate("--portal", "jianghan", "--portal", "xuchang"), code=3)
    assert result["new_reports"] == 3


def test_a_worker_of_another_version_does_nothing(fleet: Fleet, replica: Replica, tmp_path: Path) -> None:
    """It says so, the job is given up after three attempts, and the portal stays due."""
    other = tmp_path / "sitecustomize.py"
    other.write_text("import cleaning.report; cleaning.report.CLEANER_VERSION = '0'\n", "utf-8")
    worker = [sys.executable, "-m", "crawler", "scale", "worker", "--jobs", "1", "--beat", "1"]
    with subprocess.Popen(worker, cwd=ROOT, env=fleet.environment(PYTHONPATH=str(tmp_path))) as stranger:
        coordinator = fleet.coordinate("--portal", "jianghan")
        wait_for(lambda: fleet.hurry() or coordinator.poll() is not None)
        _, err = coordinator.communicate()
        stranger.kill()
    assert coordinator.returncode == 3
    assert "could not be fetched: 3 attempts failed" in err
    assert replica.count() == 0
    fleet.start("worker1")
    assert finish(fleet.coordinate("--portal", "jianghan"))["new_reports"] == 3


def test_portals_that_share_a_host_are_one_unit() -> None:
    def portal(name: str, *hosts: str) -> Portal:
        home = f"https://{hosts[0]}/"
        return Portal.model_validate(
            {
                "name": name,
                "title": name,
                "home": home,
                "platform": "generic",
                "columns": [{"url": home}],
                "hosts": hosts,
            }
        )

    a, b, c, d = portal("a", "www.a.cn"), portal("b", "b.cn"), portal("c", "c.cn", "b.cn", "a.cn"), portal("d", "d.cn")
    found = units([a, b, c, d])
    assert [[each.name for each in unit.portals] for unit in found] == [["a", "b", "c"], ["d"]]
    assert [unit.lock for unit in found] == ["a.cn", "d.cn"]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"FAZHI_QUEUE": ""}, "FAZHI_QUEUE is not set"),
        ({"FAZHI_SHELF": ""}, "FAZHI_SHELF is not set"),
        ({"FAZHI_QUEUE": "postgresql://fazhi@127.0.0.1:1/none"}, "the queue cannot be used"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(fleet: Fleet, missing: dict[str, str], sentence: str) -> None:
    done = fleet.fazhi("scale", "crawl", **missing)
    assert done.returncode in (1, 2)
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
