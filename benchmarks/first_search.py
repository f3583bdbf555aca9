"""The first search of a whole country: how long politeness takes, and what it costs.

    python -m benchmarks.first_search

``fazhi add --country`` over the shipped list of governments, portals of every form of the tests answering from memory,
by a clock that jumps (``benchmarks.programs.country_search``): the whole list by one process, and its largest province,
which is the longest that machines that share the provinces out have to wait for. Two larger searches are reckoned.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from typing import Any, Final

from benchmarks.measure import ROOT, record
from crawler.portals import DELAY_FLOOR
from crawler.portals.governments import choose
from crawler.settings import CONCURRENT_REQUESTS, DOWNLOAD_DELAY_JITTER
from crawler.spiders.discover import BUDGET, SIDE_BY_SIDE
from tests.markdown import table

PAUSE: Final = DELAY_FLOOR / (1 - DOWNLOAD_DELAY_JITTER) + 0.3  # seconds from one request of a host to the next
DEPARTMENTS: Final = 30  # with a site of their own, of each government


def search(*words: str) -> dict[str, Any]:
    """What ``add --country`` with these options takes."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("FAZHI")}
    environment |= {"FAZHI_CONTACT": "benchmark", "PYTHONPATH": str(ROOT)}
    program = "from benchmarks.programs.country_search import main; main()"
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


def row(name: str, seen: dict[str, Any]) -> tuple[str, ...]:
    """A measured search as a row of the table."""
    return (
        name, f"{seen['hosts']:,}", f"{seen['requests']:,}", f"{seen['seconds'] / 60:.0f} min",
        f"{seen['cpu'] / 60:.1f} min", f"{seen['cpu'] / seen['requests'] * 1000:.0f}", f"{seen['peak']:.0f}",
        f"{seen['nearest']:.1f}",
    )  # fmt: skip


def reckoned(name: str, hosts: int, each: int, seen: dict[str, Any]) -> tuple[str, ...]:
    """A search of other size from the measured cost of a request; ``SIDE_BY_SIDE`` hosts wait for themselves."""
    requests = hosts * each
    seconds = max(requests * PAUSE / SIDE_BY_SIDE, each * PAUSE)
    cpu = requests * seen["cpu"] / seen["requests"]
    return (
        name, f"{hosts:,}", f"{requests:,}", f"{max(seconds, cpu) / 3600:.1f} h", f"{cpu / 3600:.1f} h",
        f"{seen['cpu'] / seen['requests'] * 1000:.0f}", "as above", f"≥ {DELAY_FLOOR:.0f}",
    )  # fmt: skip


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    ((largest, _),) = Counter(each.code[:2] for each in choose()).most_common(1)
    one, part = search(), search("--province", largest)
    mean = round(one["requests"] / one["hosts"])
    heads = ("search", "hosts", "requests", "time", "CPU", "CPU ms a request", "peak MB", "nearest two at one host, s")
    rows = [
        row("governments, one machine", one),
        row(f"governments of one province ({largest}), one machine", part),
        reckoned("governments, every budget used up (reckoned)", one["hosts"], BUDGET, one),
        reckoned(f"{DEPARTMENTS} departments of each on sites of their own (reckoned)",
                 one["hosts"] * DEPARTMENTS, mean, one),
    ]  # fmt: skip
    bound = f"{SIDE_BY_SIDE} hosts are searched side by side, {CONCURRENT_REQUESTS} requests at most under way"
    record("first_search", f"{bound}, the polite delay is on:\n\n{table(heads, rows)}")


if __name__ == "__main__":
    main()
