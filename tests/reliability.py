"""``python -m tests.reliability``: plays every fault and prints the table of docs/reliability.md.

``--kills N`` says how many runs are struck (none: 0), ``--times N`` how often each hostile server is played.
Faults of the disk need root and ext4; where they cannot be played the table says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.progress import track

from tests.crawler import test_hostile
from tests.markdown import table
from tests.replica import Replica, hostile
from tests.season.disk import Disk, NoDisk
from tests.season.kills import KINDS, ON_DISK, Killer

LONGEST = 180  # characters of what a run says
STRUCK = {
    "process": "SIGKILL of the process",
    "group": "SIGKILL of the process group",
    "locked": "the database held locked by another program",
    "full_disk": "a disk that is full",
    "read_only": "a disk that fails and becomes read-only",
}


def struck(kills: int, seed: int) -> list[Sequence[object]]:
    """The rows of the kill campaign."""
    with tempfile.TemporaryDirectory() as folder, Replica(day=1) as replica, ExitStack() as stack:
        disk, kinds = None, list(KINDS)
        try:
            disk = stack.enter_context(Disk(Path(folder)))
        except NoDisk as error:
            kinds = [kind for kind in kinds if kind not in ON_DISK]
            print(f"without {' and '.join(ON_DISK)}: {error}", file=sys.stderr)
        done = Killer(replica, Path(folder), seed, kinds, disk).run(kills)
    for problem in done.wrong:
        print(problem, file=sys.stderr)
    came = f"{len(done.wrong)} findings" if done.wrong else "nothing lost, nothing twice"
    return [(STRUCK[kind], done.struck[kind], came) for kind in KINDS]


def played(times: int) -> list[Sequence[object]]:
    """The rows of the hostile servers, each played in a run of its own beside a portal that is well."""
    rows: list[Sequence[object]] = []
    with Replica(more=test_hostile.sites()) as replica:
        for mode in track(sorted(test_hostile.LISTINGS), console=Console(stderr=True), disable=not sys.stderr.isatty()):
            came: Counter[str] = Counter()
            peak = 0.0
            for _ in range(times):
                with tempfile.TemporaryDirectory() as folder:
                    run = test_hostile.play(replica, Path(folder), [mode], hostile.LISTING)
                    test_hostile.judge(run, [mode], test_hostile.LISTINGS, "listing")
                peak = max(peak, run.peak)
                name = mode.replace("_", "-")
                lines = [line["outcome"] for line in run.result["lines"] if line["portal"] == name]
                told = "; ".join(dict.fromkeys(lines))
                came[told if len(told) <= LONGEST else f"{told[:LONGEST]}…"] += 1
            rows.append((mode.replace("_", " "), times, " / ".join(came), f"{peak:.0f} MB"))
    return rows


def main() -> int:
    """Play and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if chosen.kills:
        print(
            table(("a run is struck by", "times", "what came out"), struck(chosen.kills, chosen.seed)) + "\n",
            flush=True,
        )
    if chosen.times:
        print(table(("a server that plays", "times", "what the run says of it", "peak memory"), played(chosen.times)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
