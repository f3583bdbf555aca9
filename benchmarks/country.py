"""The quiet night of a whole country: what a column costs, and how long politeness takes.

    python -m benchmarks.country [--portals N] [--columns N] [--rounds N]

Two measurements. What one more column costs is the difference of two real crawls over sockets, one with many more
columns than the other, every column answered 304. How long the night of N portals with N columns each takes is found
by running it with the polite delay on a clock that jumps (``benchmarks.programs.country_night``).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.measure import ROOT, median, record, rounds
from benchmarks.ours import NEXT_NIGHT, NIGHT, Ours
from benchmarks.portals import MODIFIED, Portals
from crawler.portals import Portal, load_all
from crawler.store.database import open_database
from crawler.store.ledger import Ledger
from tests.markdown import table
from tests.usage import Usage

FEW: Final = 1
MANY: Final = 51
PORTALS: Final = 20
REPORTS: Final = 20


def remember(output: Path, portals: dict[str, Portal]) -> None:
    """A store that has read all columns of these portals to their end the night before."""
    db = open_database(output / "reports.db")
    ledger = Ledger(db, "")
    with db.atomic():
        for portal in portals.values():
            ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
        db.execute(
            "UPDATE columns SET read_whole = 1, etag = ?, last_modified = ?, rows_digest = '', row_count = 20,"
            " last_fetch = ?3, last_good_fetch = ?3, last_unconditional = ?3, next_fetch = ?3,"
            " last_outcome = 'unchanged'",
            [f'"{REPORTS}-0"', MODIFIED, NIGHT.replace("+00:00", "Z")],
        )
    db.close()


class Crowd:
    """Portals of ours with many columns and the store that knows them."""

    def __init__(self, portals: Portals, folder: Path, count: int, columns: int) -> None:
        self.ours = Ours(portals, folder, count, columns)
        self.kept = folder / "kept"
        remember(self.kept, load_all(self.ours.files))

    def night(self) -> Usage:
        """A quiet night from the kept store."""
        shutil.rmtree(self.ours.output, ignore_errors=True)
        shutil.copytree(self.kept, self.ours.output)
        return self.ours.crawl(NEXT_NIGHT)


def further_column(count: int) -> str:
    """What one more column costs, over sockets."""
    with tempfile.TemporaryDirectory() as folder, Portals(PORTALS, REPORTS) as portals:
        crowds = {
            str(columns): Crowd(portals, Path(folder) / str(columns), PORTALS, columns) for columns in (FEW, MANY)
        }
        found = rounds(count, {name: crowd.night for name, crowd in crowds.items()})
        portals.reset()
        crowds[str(MANY)].night()
        counts = portals.reset()
    if (counts["not_modified"], counts["robots"]) != (PORTALS * MANY, PORTALS):
        raise RuntimeError(f"the portals were asked otherwise than expected: {counts}")
    few, many = (median(found[str(columns)]) for columns in (FEW, MANY))
    more = PORTALS * (MANY - FEW)
    each = statistics.median(
        (large.cpu - small.cpu) / more for small, large in zip(found[str(FEW)], found[str(MANY)], strict=True)
    )
    rows = [
        (f"{PORTALS * columns:,}", f"{PORTALS * columns + PORTALS:,}", f"{spent.cpu:.2f}", f"{spent.peak:.0f}")
        for columns, spent in ((FEW, few), (MANY, many))
    ]
    text = table(("columns, all 304", "requests", "CPU s", "peak MB"), rows)
    return (
        f"Quiet nights of {PORTALS} portals over sockets, medians of {count}:\n\n{text}\n\n"
        f"One further column costs {each * 1000:.1f} ms of CPU."
    )


def country(portals: int, columns: int) -> dict[str, Any]:
    """One night of so many portals with so many columns each, by the jumping clock."""
    with tempfile.TemporaryDirectory() as folder:
        files, output = Path(folder) / "portals", Path(folder) / "output"
        files.mkdir()
        for portal in range(portals):
            lines = [f"title: 某县{portal}", f"home: http://www.b{portal:04d}.gov.cn/", "platform: trs"]
            lines += [f'region_code: "99{portal:04d}"', "columns:"]
            for column in range(columns):
                lines += [f"  - url: http://www.b{portal:04d}.gov.cn/c{column}/", "    name: 法治政府建设年度报告"]
            (files / f"b{portal:04d}.yml").write_text("\n".join(lines) + "\n", "utf-8")
        remember(output, load_all(files))
        environment = {key: value for key, value in os.environ.items() if not key.startswith("FAZHI")}
        environment |= {"FAZHI_OUTPUT": str(output), "FAZHI_PORTALS": str(files), "FAZHI_NOW": NEXT_NIGHT}
        environment |= {"FAZHI_CONTACT": "benchmark", "PYTHONPATH": str(ROOT)}
        program = "from benchmarks.programs.country_night import main; main()"
        words = [sys.executable, "-c", program, "--region", "99"]
        done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if (seen["listings"], seen["hosts"]) != (portals * columns, portals):
        raise RuntimeError(f"not every column was asked for: {seen}")
    return seen


def whole(sizes: list[tuple[int, int]]) -> str:
    """The table of simulated nights."""
    rows = []
    for portals, columns in sizes:
        seen = country(portals, columns)
        requests = seen["listings"] + seen["robots"]
        rows.append(
            (
                f"{portals:,} × {columns}",
                f"{requests:,}",
                f"{seen['seconds'] / 60:.0f}",
                f"{requests / seen['seconds']:.0f}",
                f"{seen['nearest']:.1f}",
                f"{seen['cpu']:.0f}",
                f"{seen['cpu'] / seen['listings'] * 1000:.1f}",
                f"{seen['peak']:.0f}",
            )
        )
    heads = (
        "portals × columns", "requests", "minutes by the portals' clock", "requests a second",
        "nearest two at one host, s", "CPU s", "CPU ms per column", "peak MB",
    )  # fmt: skip
    return (
        f"Whole nights with the polite delay, one process, by a clock that jumps, one run each:\n\n{table(heads, rows)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portals", type=int, default=3_000, metavar="N")
    parser.add_argument("--columns", type=int, default=30, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    given = parser.parse_args()
    sizes = [(given.portals // 10, given.columns), (given.portals, given.columns)]
    record("country", f"{further_column(given.rounds)}\n\n{whole(sizes)}")


if __name__ == "__main__":
    main()
