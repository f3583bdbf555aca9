"""Ctrl-C and SIGTERM: the run ends soon, says so, and the next one goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import ROOT, Crawls
from tests.replica import Replica, golds

HANGING = "www.jianghan.gov.cn"
SIGNALS = ("SIGINT", "SIGTERM")


def asked(replica: Replica, name: str) -> int:
    """How often a run has asked a portal that answers."""
    return sum("sthjj.nc.gov.cn" in seen.url and name in seen.headers["User-Agent"] for seen in replica.requests)


def test_a_stopped_run_keeps_what_it_has_and_the_next_one_goes_on(replica: Replica, tmp_path: Path) -> None:
    """A run for each signal, side by side: each waits the grace an open request has."""
    replica.set_mode(HANGING, "timeout")
    crawls = {name: Crawls(replica, tmp_path / name) for name in SIGNALS}
    runs = {
        name: subprocess.Popen(
            [sys.executable, "-m", "crawler", "crawl"],
            cwd=ROOT,
            env=each.environment(FAZHI_TIMEOUT="3600", FAZHI_CONTACT=f"{name}@example.org"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name, each in crawls.items()
    }
    for name, run in runs.items():
        while asked(replica, name) < 3 and run.poll() is None:
            time.sleep(0.05)
        run.send_signal(getattr(signal, name))
    for name, run in runs.items():
        _, errors = run.communicate(timeout=120)
        assert run.returncode == 1, name
        assert "stopped: what was found is kept" in errors
        assert "Traceback" not in errors
        assert [row["exit_code"] for row in crawls[name].rows("SELECT exit_code FROM runs")] == [1]
        assert crawls[name].rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]

    replica.clear_modes()
    for each in crawls.values():
        assert each.fazhi("crawl", "--all").returncode == 0
        assert len(each.rows("SELECT id FROM reports")) == len(golds(1))
