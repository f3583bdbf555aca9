"""The crawl of one job ends with its worker and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from crawler.scale.crawl_job import ORDER, ORPHANED
from tests.conftest import ROOT


def test_a_killed_worker_leaves_no_folder(tmp_path: Path) -> None:
    """The order is a pipe nobody writes to: the crawl is at work until its standard input ends."""
    room = tmp_path / "job" / "room"
    room.mkdir(parents=True)
    os.mkfifo(room / ORDER)
    command = [sys.executable, "-m", "crawler.scale.crawl_job", room]
    job = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE)
    job.communicate(timeout=60)
    assert job.returncode == ORPHANED
    assert list(tmp_path.iterdir()) == []
