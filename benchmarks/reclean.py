"""Cleaning an archive anew with one process and with one per core.

    python -m benchmarks.reclean [--pages N] [--rounds N]

The same store is recleaned by turns; the clock counts, since that is what more processes are for. Start-up is measured
apart, with a single report, and taken off.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.measure import median, record, rounds
from benchmarks.ours import Ours
from benchmarks.portals import Portals
from tests.markdown import table
from tests.usage import Usage

PORTALS = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000, metavar="N", help="report pages in all, on 20 portals")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    given = parser.parse_args()
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder, Portals(PORTALS, given.pages // PORTALS) as portals:
        ours = Ours(portals, Path(folder), PORTALS)
        ours.crawl()
        programs = {
            "one report": partial(ours.run, "reclean", "--report", "1"),
            **{f"{n}": partial(ours.run, "reclean", "--processes", str(n)) for n in sorted({1, cores})},
        }
        found: dict[str, Usage] = {name: median(costs) for name, costs in rounds(given.rounds, programs).items()}
    start = found.pop("one report").wall
    base = found["1"].wall - start
    rows = [
        (name, f"{spent.wall:.1f}", f"{given.pages / (spent.wall - start):.0f}", f"{base / (spent.wall - start):.2f}")
        for name, spent in found.items()
    ]
    heads = ("processes", "wall s", "reports a second, start-up taken off", "times one process")
    record("reclean", f"{given.pages:,} reports, medians of {given.rounds}:\n\n{table(heads, rows)}")


if __name__ == "__main__":
    main()
