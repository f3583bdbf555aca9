"""What a process may use that reads or runs what a stranger wrote: limits set by the kernel, an end with its parent."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
from pathlib import Path

from cleaning.attachments.readers.programs import limit
from cleaning.attachments.sandbox.confine import confine


def bind(memory: int, seconds: int, written: int, parent: int) -> None:
    """Limits of memory, processor time, open files, what is written and, by Landlock, what is reached; and an end with
    the parent's."""
    used = 0
    with contextlib.suppress(OSError, ValueError):
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for kind, soft in (
        (resource.RLIMIT_AS, used + memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_NOFILE, 256),
    ):
        with contextlib.suppress(OSError, ValueError):
            limit(kind, soft)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it ended before it could be bound to
        os._exit(1)
    confine(Path.cwd())
