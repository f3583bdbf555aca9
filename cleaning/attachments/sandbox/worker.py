"""The process that reads one file: started in a directory that holds the file and its order."""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import os
import resource
import signal
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from cleaning.attachments.reader import read_file
from cleaning.attachments.readers import ocr
from cleaning.attachments.readers.programs import limit
from cleaning.attachments.reading import Limits, Reading
from cleaning.attachments.sandbox.confine import confine


def bound(limits: Limits, parent: int) -> None:
    """Limits of memory, processor time, open files, what is written and, by Landlock, what is reached; and an end with
    the parent's."""
    used = 0
    with contextlib.suppress(OSError, ValueError):
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    cpu = math.ceil(limits.seconds + limits.ocr_pages * limits.ocr_seconds) * 2
    for kind, soft in (
        (resource.RLIMIT_AS, used + limits.memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 4 * limits.unpacked),
        (resource.RLIMIT_NOFILE, 256),
    ):
        with contextlib.suppress(OSError, ValueError):
            limit(kind, soft)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it ended before it could be bound to
        os._exit(1)
    confine(Path.cwd())


def main() -> None:
    """Reads the file and writes one line of JSON with what was found."""
    order = json.loads(Path("order").read_text(encoding="utf-8"))
    limits = Limits(**order["limits"])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    bound(limits, order["parent"])
    data = Path("file").read_bytes()
    ocr.announce = lambda pages: _say(answers, {"seconds": pages * limits.ocr_seconds})
    reading = read_file(data, order["name"], order["declared_type"], limits)
    try:
        _say(answers, {"answer": asdict(reading)})
    except MemoryError:
        del data
        note = "The text took more memory than the limits allow."
        short = Reading(media_type=reading.media_type, flags=("out_of_memory",), note=note)
        _say(answers, {"answer": asdict(short)})
    os._exit(0)


def _say(answers: BinaryIO, what: dict[str, Any]) -> None:
    answers.write(json.dumps(what, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
