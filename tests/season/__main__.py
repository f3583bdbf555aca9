"""``python -m tests.season > docs/season.md``: play all nights and print what they cost and what is known at the end.

``--nights FILE`` reads the nights of an earlier replay (``nights.jsonl``, beside its ``reports.db``) instead.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from tests.markdown import table
from tests.season import truth
from tests.season.nights import FIRST, NIGHTS, date_of, moment
from tests.season.script import SPELLS

HERE = Path(__file__).parent
QUIET = {"unchanged", "unchanged_304", "ok", "changed", "new"}
HEAD = f"""# A season, replayed

{NIGHTS} nights from {FIRST:%-d %B %Y} to {date_of(NIGHTS):%-d %B %Y} on six scripted portals with fourteen agencies,
crawled by the real spider under an injected clock (`tests/season`). Written by `python -m tests.season`; the same
replay is a test. `python -m tests.season.kills --kills 150 --seed 11` kills crawls at random instants instead, lets the
next run go on and compares the store with that of an undisturbed run.
"""


def purpose(night: dict[str, Any], kind: str) -> Counter[str]:
    """The outcomes of a night's looks of one purpose."""
    return Counter(outcome for _, each, _, outcome in night["looks"] if each == kind)


def month(label: str, nights: list[dict[str, Any]]) -> Sequence[object]:
    """One line of the table of months."""
    listings: Counter[str] = sum((purpose(night, "listing") for night in nights), Counter())
    pages: Counter[str] = sum((purpose(night, "report") for night in nights), Counter())
    robots = sum(purpose(night, "robots").total() for night in nights)
    idle = sum(not night["requests"] for night in nights)
    asked = sum(len(night["requests"]) for night in nights)
    most = max(len(night["requests"]) for night in nights)
    bad = sum(count for outcome, count in (listings + pages).items() if outcome not in QUIET)
    good = listings["unchanged_304"], listings["unchanged"], listings["changed"]
    again = pages["unchanged"] + pages["unchanged_304"] + pages["changed"]
    return label, len(nights), idle, asked, most, robots, *good, pages["new"], pages["changed"], again, bad


MONTH_HEAD = ("month", "nights", "without a request", "requests", "most in a night", "robots.txt", "listings: 304",
              "unchanged", "changed", "new reports", "edits seen", "reports fetched again", "bad fetches")  # fmt: skip


def bad_nights(nights: list[dict[str, Any]]) -> Iterable[Sequence[object]]:
    """One line per spell: what the portal did, how the fetches of its listings ended."""
    for spell in SPELLS:
        met = nights[spell.first - 1 : spell.last]
        found = Counter(
            outcome
            for night in met
            for _, kind, url, outcome in night["looks"]
            if kind == "listing" and f"//{spell.host}" in url and outcome not in QUIET
        )
        told = ", ".join(f"{name} ×{count}" for name, count in found.items())
        yield spell.host, f"{date_of(spell.first)} to {date_of(spell.last)}", spell.mode, told


def matrix() -> str:
    """The matrix at the end as the script has it."""
    cells = truth.matrix()
    years = sorted({year for _, year in cells})
    return table(
        ("agency", *map(str, years)),
        ([agency, *(cells[agency, year] for year in years)] for agency in dict.fromkeys(name for name, _ in cells)),
    )


def agreement(folder: Path) -> str:
    """How many cells of the crawler's matrix, as the replay left it, are the script's."""
    from crawler.portals import load_all
    from crawler.portals.agencies import load
    from crawler.store import agencies
    from crawler.store.coverage import coverage
    from crawler.store.database import open_database

    os.environ["FAZHI_NOW"] = moment(NIGHTS)
    db = open_database(folder / "reports.db")
    agencies.refresh(db, load(HERE / "agencies.yml", load_all(HERE / "portals")))
    found = {(row["agency"], row["year"]): row["state"] for row in coverage(db)}
    db.close()
    expected = truth.matrix()
    same = sum(found.get(key) == state for key, state in expected.items())
    return f"{same} of {len(expected)} cells of the crawler's matrix are the script's, which is this:\n\n"


GROWTH_HEAD = ("nights", "how many", "CPU seconds, median", "steps of SQLite, median", "memory, median", "open files")


def growth(nights: list[dict[str, Any]]) -> Iterable[Sequence[object]]:
    """Nights without a request in four lots, first to last: what each costs while the store grows."""
    idle = [night for night in nights if not night["requests"]]
    size = -(-len(idle) // 4)
    for lot in (idle[start : start + size] for start in range(0, len(idle), size)):
        cpu, steps, memory, files = (median(night[key] for night in lot) for key in ("cpu", "steps", "memory", "files"))
        span = f"{lot[0]['night']} to {lot[-1]['night']}"
        yield span, len(lot), f"{cpu:.3f}", f"{steps:,.0f}", f"{memory:.0f} MB", f"{files:.0f}"


def page(nights: list[dict[str, Any]], folder: Path) -> str:
    """The whole document."""
    by_month = [
        month(label, list(group)) for label, group in groupby(nights, lambda each: f"{date_of(each['night']):%Y-%m}")
    ]
    parts = [
        HEAD.rstrip(),
        "## What the nights cost\n\n" + table(MONTH_HEAD, [*by_month, month("all", nights)]),
        "## How the bad nights ended\n\n"
        + table(("host", "nights", "what it did", "how the fetches of its listings ended"), bad_nights(nights)),
        "## What a night without a request costs as the store grows\n\n" + table(GROWTH_HEAD, growth(nights)),
        "## What is known at the end\n\n" + agreement(folder) + matrix(),
    ]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """Play, or read an earlier replay, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.season", description=__doc__)
    parser.add_argument("--nights", type=Path, help="nights.jsonl of an earlier replay")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = chosen.nights or Path(folder) / "nights.jsonl"
        if not chosen.nights:
            subprocess.run([sys.executable, "-m", "tests.season.driver", folder], check=True)
        nights = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        print(page(nights, file.parent), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
