"""read_safely(data) -> Reading: a file of a stranger, read in a process that can be ended.

The worker has a directory of its own that goes with it, limits of memory and processor time set by the kernel, and
an end that this process sees to. Should this process be killed, a shell that waits for its end does both in its place.
What the worker says is read up to a bound and understood as plain data.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from cleaning.attachments.kinds import KINDS, kind_of
from cleaning.attachments.reading import FLAGS, Limits, Reading

_ROOT = str(Path(__file__).resolve().parents[3])
_CHUNK = 1 << 16
_DEPTH = 8
# Its input ends with the process that holds the other side. Programs that are dying may still write for a moment.
_JANITOR = """read -r group; read -r end
[ -z "$group" ] || kill -9 -"$group" 2>/dev/null
for again in 1 2 3 4 5; do rm -rf -- "$0" && exit; sleep 1; done 2>/dev/null
"""


class _Ended(Exception):
    """The worker gave no answer: the flag and the sentence that say why."""


def read_safely(data: bytes, name: str = "", declared_type: str = "", limits: Limits = Limits()) -> Reading:  # noqa: B008
    """What a file says, read in a worker process with limits of time and memory.

    Never raises on any bytes and never takes longer than ``limits.seconds`` (and ``limits.ocr_seconds`` for each
    page that is recognised as a picture). Leaves no process and no file behind, even if it is killed.
    """
    try:
        with folder() as (where, started):
            Path(where, "file").write_bytes(data)
            return _answer(_run(where, started, name, declared_type, limits))
    except _Ended as ended:
        flag, note = ended.args
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        flag, note = "unreadable", f"The worker that reads files failed ({type(error).__name__})."
    return Reading(media_type=_media_type(data), flags=(flag,), note=note)


def _media_type(data: bytes) -> str:
    """The type by the signature alone: the content has just ended one process."""
    try:
        return KINDS[kind_of(data)].media_type
    except Exception:
        return KINDS["unknown"].media_type


@contextlib.contextmanager
def folder() -> Iterator[tuple[str, Callable[[int], None]]]:
    """A directory, and a function that takes the process group working in it; both end with this process."""
    place = Path(tempfile.gettempdir(), f"fazhi-read-{secrets.token_hex(8)}")
    janitor = subprocess.Popen(
        ["/bin/sh", "-c", _JANITOR, str(place)],
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        bufsize=0,
    )
    assert janitor.stdin is not None
    groups = janitor.stdin
    try:
        place.mkdir(mode=0o700)
        yield str(place), lambda group: _tell(groups, group)
    finally:
        shutil.rmtree(place, ignore_errors=True)
        janitor.kill()
        janitor.wait()
        groups.close()


def _tell(janitor: IO[bytes], group: int) -> None:
    with contextlib.suppress(BrokenPipeError):
        janitor.write(b"%d\n" % group)


def _run(where: str, started: Callable[[int], None], name: str, declared_type: str, limits: Limits) -> dict[str, Any]:
    order = {"name": name, "declared_type": declared_type, "limits": asdict(limits), "parent": os.getpid()}
    Path(where, "order").write_text(json.dumps(order), encoding="utf-8")
    process = start(where, "cleaning.attachments.sandbox.worker")
    try:
        started(process.pid)
        return _listen(process, limits)
    finally:
        end(process)


def start(where: str, module: str) -> subprocess.Popen[bytes]:
    """A process of its own group that runs a module in a directory, and knows of nothing else."""
    path = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path, "TMPDIR": where, "HOME": where, "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", module],
        cwd=where,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _listen(process: subprocess.Popen[bytes], limits: Limits) -> dict[str, Any]:
    """The worker's last line. Lines before it ask for the seconds that recognising pictures takes."""
    assert process.stdout is not None
    deadline = time.monotonic() + limits.seconds
    allowed = limits.ocr_pages * limits.ocr_seconds
    bound = 8 * limits.characters + (1 << 20)
    received, lines_done = bytearray(), 0
    out = process.stdout.fileno()
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise _Ended("timed_out", f"Reading took longer than {limits.seconds:g} seconds and was stopped.")
        if not select.select([out], [], [], min(left, 1.0))[0]:
            continue
        chunk = os.read(out, _CHUNK)
        received += chunk
        if len(received) > bound:
            raise _Ended("too_large", "The file holds more text than the limit allows.")
        while chunk and (end := received.find(b"\n", lines_done)) >= 0:
            asked = json.loads(received[lines_done:end])
            lines_done = end + 1
            if "answer" in asked:
                answer: dict[str, Any] = asked["answer"]
                return answer
            more = min(float(asked.get("seconds", 0)), allowed)
            allowed -= more
            deadline += more
        if not chunk:
            raise _Ended(*_cause(process, limits))


def _cause(process: subprocess.Popen[bytes], limits: Limits) -> tuple[str, str]:
    """Why a worker ended without an answer, by the signal that ended it."""
    code = process.wait(timeout=5)
    if code == -signal.SIGXCPU:
        return "timed_out", f"Reading took longer than {limits.seconds:g} seconds and was stopped."
    # PDFium and C++ end themselves by these when an allocation fails, the kernel by KILL when memory runs out.
    if code in (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL, -signal.SIGKILL):
        return "out_of_memory", f"Reading took more than {limits.memory >> 20} MB of memory and was stopped."
    if code in (-signal.SIGSEGV, -signal.SIGBUS, -signal.SIGFPE):
        return "unreadable", "The file is damaged: it made its reader crash."
    return "unreadable", "The file could not be read: its reader stopped."


def _answer(found: dict[str, Any], depth: int = 0) -> Reading:
    """The reading a worker gave, checked field by field."""
    members = found["members"] if depth < _DEPTH else []
    pages = found["pages"]
    return Reading(
        str(found["text"]),
        str(found["media_type"]),
        str(found["method"]),
        None if pages is None else int(pages),
        min(max(float(found["confidence"]), 0.0), 1.0),
        tuple(flag for flag in found["flags"] if flag in FLAGS),
        str(found["note"]),
        tuple((str(name), _answer(member, depth + 1)) for name, member in members),
    )
