"""The process that reads one file: started in a directory that holds the file and its order."""

from __future__ import annotations

import json
import math
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from cleaning.attachments.reader import read_file
from cleaning.attachments.readers import ocr
from cleaning.attachments.reading import Limits, Reading
from cleaning.attachments.sandbox.bounds import bind


def bound(limits: Limits, parent: int) -> None:
    """The bounds of reading one file."""
    cpu = math.ceil(limits.seconds + limits.ocr_pages * limits.ocr_seconds) * 2
    bind(limits.memory, cpu, 4 * limits.unpacked, parent)


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
