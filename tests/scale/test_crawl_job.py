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


def test_what_is_not_the_jobs_stays(tmp_path: Path) -> None:
    """Whoever calls the module by hand loses nothing beside the folder that was named."""
    room = tmp_path / "job" / "room"
    room.mkdir(parents=True)
    os.mkfifo(room / ORDER)
    (tmp_path / "job" / "of another").write_text("x")
    command = [sys.executable, "-m", "crawler.scale.crawl_job", room]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, timeout=60, check=False)
    assert done.returncode == ORPHANED
    assert [path.name for path in (tmp_path / "job").iterdir()] == ["of another"]
