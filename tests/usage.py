"""What a program uses: its processor time and peak memory, with all its children, apart from what started it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The peak of a process counts what it was forked from, so that a small one must start it.
_LAUNCH = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
code = subprocess.run(sys.argv[2:], check=False).returncode
wall = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 2**20 if sys.platform == "darwin" else 2**10
with open(sys.argv[1], "w") as file:
    json.dump([used.ru_utime + used.ru_stime, wall, used.ru_maxrss / unit], file)
sys.exit(code if code >= 0 else 128 - code)
"""


@dataclass(frozen=True)
class Usage:
    """CPU and wall seconds of a program with all its children, and the memory of its largest process in MB."""

    cpu: float
    wall: float
    peak: float


def measured(command: Sequence[str], **options: Any) -> tuple[subprocess.CompletedProcess[Any], Usage]:
    """Run a program to its end; ``options`` are those of ``subprocess.run``. One that a signal ends gives 128 more."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "usage"
        done = subprocess.run([sys.executable, "-c", _LAUNCH, str(file), *command], check=False, **options)
        return done, Usage(*json.loads(file.read_text("ascii")))
