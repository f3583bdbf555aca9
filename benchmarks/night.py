"""A night without news and a night with five new reports, beside the programs people use for it.

    python -m benchmarks.night [--portals N] [--reports N] [--rounds N] [--only PROGRAM …]

Requests and bytes are the server's count. Every program first sees all reports once (not measured) and then runs on a
copy of what it kept. For ours the night is the next one, so that robots.txt is due again, and no known report is due
for another look (looks at known reports come after 1, 3, 7, 30, 90 and 365 days).
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from benchmarks.measure import ROOT, cost, median, record, rounds
from benchmarks.ours import NEXT_NIGHT, Ours
from benchmarks.portals import ROWS, Portals
from tests.markdown import table
from tests.usage import Usage

OURS = "Fazhi Watch"
NEWS = 5


@dataclass(frozen=True)
class Night:
    """What a night cost us and the portals."""

    cost: Usage
    counts: dict[str, Any]


class Programs:
    """What each program kept of the first look at everything, and its night on a copy of it."""

    def __init__(self, portals: Portals, folder: Path) -> None:
        self.portals, self.folder = portals, folder
        self.urls = [portals.url(portal) for portal in range(portals.portals)]
        kept = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
        self.environment = {**kept, "PYTHONPATH": str(ROOT)}
        self.ours = Ours(portals, folder / "ours", portals.portals)

    def first(self, chosen: list[str]) -> None:
        """Let the programs that remember anything see everything once."""
        if OURS in chosen:
            self.ours.crawl()
            db = Database(self.ours.output / "reports.db")
            found = db.execute("SELECT count(*) FROM reports").fetchone()[0]
            if found != self.portals.portals * self.portals.reports:
                raise RuntimeError(f"the first crawl kept {found} reports")
            with db.atomic():
                db.execute("UPDATE reports SET next_fetch = '2026-12-01T00:00:00Z', fetch_interval = 5")
            db.close()
            self.ours.output.rename(self.folder / "kept-ours")
        for name, run in self.all().items():
            if name in chosen and name != OURS:
                (self.folder / "state").mkdir()
                self.portals.reset()
                run()
                if not self.portals.reset()["requests"]:
                    raise RuntimeError(f"{name} asked for nothing")
                (self.folder / "state").rename(self.folder / f"kept-{name}")

    def night(self, name: str, news: int) -> Night:
        """One night of a program."""
        place = self.ours.output if name == OURS else self.folder / "state"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.folder / ("kept-ours" if name == OURS else f"kept-{name}"), place)
        self.portals.fresh(news)
        self.portals.reset()
        spent = self.all()[name]()
        return Night(spent, self.portals.reset())

    def scrapy(self, delta: bool) -> Usage:
        state = self.folder / "state"
        words = [sys.executable, "-m", "benchmarks.programs.plain_scrapy", str(state / "db"), "lxml", "0"]
        extra = {"DELTAFETCH": str(state / "delta")} if delta else {}
        return cost([*words, *self.urls], {**self.environment, **extra}, state)

    def urlwatch(self, pages: int) -> Usage:
        """The first ``pages`` listing pages of every portal."""
        state = self.folder / "state"
        files = ["", *(f"index_{page}.html" for page in range(1, pages))]
        jobs = [f"url: {url}{file}\n" for url in self.urls for file in files]
        (state / "urls.yaml").write_text("---\n".join(jobs), "utf-8")
        (state / "urlwatch.yaml").write_text("report:\n  stdout:\n    enabled: true\n", "utf-8")
        words = ["--urls", "urls.yaml", "--config", "urlwatch.yaml", "--cache", "cache.db"]
        program = "import sys; from urlwatch.cli import main; sys.exit(main())"
        return cost([sys.executable, "-c", program, *words], {**self.environment, "HOME": str(state)}, state)

    def all(self) -> dict[str, Callable[[], Usage]]:
        pages = -(-self.portals.reports // ROWS)
        return {
            OURS: partial(self.ours.crawl, NEXT_NIGHT),
            "Scrapy, everything again": partial(self.scrapy, False),
            "scrapy-deltafetch": partial(self.scrapy, True),
            "urlwatch, first listing pages": partial(self.urlwatch, 1),
            "urlwatch, all listing pages": partial(self.urlwatch, pages),
        }


def rows(found: dict[str, list[Night]]) -> list[tuple[object, ...]]:
    lines: list[tuple[object, ...]] = []
    base = median([night.cost for night in next(iter(found.values()))]).cpu
    for name, nights in found.items():
        spent = median([night.cost for night in nights])
        counts = nights[0].counts
        requests = counts["requests"] - counts["robots"]
        size = statistics.median(night.counts["bytes"] for night in nights) / 1e6
        numbers = (f"{requests:,} + {counts['robots']}", counts["articles"], f"{size:.2f}")
        costs = (f"{spent.cpu:.2f}", f"{spent.cpu / base:.1f}", f"{spent.wall:.1f}", f"{spent.peak:.0f}")
        lines.append((name, *numbers, *costs))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portals", type=int, default=20, metavar="N")
    parser.add_argument("--reports", type=int, default=20, metavar="N", help="reports of each portal")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--only", action="append", metavar="PROGRAM", help="one of the programs; nothing is recorded")
    given = parser.parse_args()
    heads = ("program", "requests + robots.txt", "of these report pages", "MB", "CPU s", "× ours", "wall s", "peak MB")
    texts = [f"{given.portals} portals with {given.reports} reports each, medians of {given.rounds}."]
    with tempfile.TemporaryDirectory() as folder, Portals(given.portals, given.reports) as portals:
        programs = Programs(portals, Path(folder))
        chosen = [name for name in programs.all() if not given.only or name in given.only]
        programs.first(chosen)
        for news, what in ((0, "A night without news"), (NEWS, f"A night with {NEWS} new reports")):
            found = rounds(given.rounds, {name: partial(programs.night, name, news) for name in chosen})
            texts.append(f"{what}:\n\n{table(heads, rows(found))}")
    text = "\n\n".join(texts)
    if given.only:
        print(text)
    else:
        record("night", text)


if __name__ == "__main__":
    main()
