"""The worker process: what it gives, what it survives, what it leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaning.attachments import Limits, read_file, read_safely
from tests.attachments.made import rar
from tests.attachments.samples import paragraphs, word
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_worker_reads_what_this_process_reads_and_leaves_nothing(scratch: Path) -> None:
    data = word(paragraphs(0))
    assert read_safely(data, "报告.docx") == read_file(data, "报告.docx")
    assert list(scratch.iterdir()) == []


def test_a_worker_that_takes_too_long_is_ended(scratch: Path) -> None:
    reading = read_safely(word(paragraphs(0)), limits=Limits(seconds=0.01))
    assert (reading.text, reading.flags) == ("", ("timed_out",))
    assert "0.01 seconds" in reading.note
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 5000, b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"]
)
def test_any_bytes_give_a_reading(data: bytes) -> None:
    reading = read_safely(data)
    assert reading.text == ""
    assert reading.flags
    assert reading.note.endswith(".")


def test_a_caller_that_is_killed_leaves_no_file_and_no_process(
    scratch: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Not the worker's folder, not the worker, not the program that the worker has started."""
    tools = tmp_path_factory.mktemp("tools")
    (tools / "bsdtar").write_text("#!/bin/sh\necho $$ $PPID > started\nexec sleep 60\n")
    (tools / "bsdtar").chmod(0o755)
    (tools / "a.rar").write_bytes(rar({"a.txt": b"text"}))
    code = "import sys; from cleaning.attachments import read_safely; read_safely(open(sys.argv[1], 'rb').read())"
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"

    def started() -> list[str]:
        return [pid for file in scratch.rglob("started") for pid in file.read_text().split()]

    environment = {**os.environ, "TMPDIR": str(scratch), "PATH": path}
    caller = subprocess.Popen([sys.executable, "-c", code, str(tools / "a.rar")], cwd=ROOT, env=environment)
    try:
        _wait(lambda: bool(started()))
        named = started()
        assert [file.name[:11] for file in scratch.iterdir()] == ["fazhi-read-"]
        assert caller.poll() is None
    finally:
        caller.send_signal(signal.SIGKILL)
        caller.wait()
    _wait(lambda: not list(scratch.iterdir()))
    _wait(lambda: not any(_runs(int(pid)) for pid in named))


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    """Whether a process lives; one that has ended and was not collected yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
