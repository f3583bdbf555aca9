"""``python -m tests.replica``: serve until SIGTERM or SIGINT, or until standard input, where it is a pipe, closes."""

from __future__ import annotations

import argparse
import json
import os
import signal
import stat
import sys
import threading

from . import Replica


def wait_for_end_of_input(done: threading.Event) -> None:
    """Set ``done`` when whoever started us closes our input, or dies; a terminal or /dev/null tells nothing."""
    kind = os.fstat(0).st_mode
    if not (stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)):
        return
    while os.read(0, 4096):
        pass
    done.set()


def main() -> int:
    """Start the replica, say where it is in one line of JSON, and wait."""
    parser = argparse.ArgumentParser(prog="python -m tests.replica", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: any free one)")
    parser.add_argument("--day", type=int, default=1, help="day to play, 1 to 4 (default: 1)")
    chosen = parser.parse_args()
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    with Replica(chosen.day, chosen.port) as replica:
        print(json.dumps({"proxy": replica.proxy_url, "ca": replica.ca_file}), flush=True)
        threading.Thread(target=wait_for_end_of_input, args=(done,), daemon=True).start()
        done.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
