"""Ctrl-C and SIGTERM: the run ends soon, says so, and the next one goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import ROOT, Crawls
from tests.replica import golds

HANGING = "www.jianghan.gov.cn"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_stopped_run_keeps_what_it_has_and_the_next_one_goes_on(crawls: Crawls, name: str) -> None:
    crawls.replica.set_mode(HANGING, "timeout")
    run = subprocess.Popen(
        [sys.executable, "-m", "crawler", "crawl"],
        cwd=ROOT,
        env=crawls.environment(FAZHI_TIMEOUT="3600"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while crawls.replica.count("sthjj.nc.gov.cn") < 3 and run.poll() is None:
        time.sleep(0.05)
    run.send_signal(getattr(signal, name))
    _, errors = run.communicate(timeout=120)
    assert run.returncode == 1
    assert "stopped: what was found is kept" in errors
    assert "Traceback" not in errors
    assert [row["exit_code"] for row in crawls.rows("SELECT exit_code FROM runs")] == [1]
    assert crawls.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]

    crawls.replica.clear_modes()
    assert crawls.fazhi("crawl", "--all").returncode == 0
    assert len(crawls.rows("SELECT id FROM reports")) == len(golds(1))
