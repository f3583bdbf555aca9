"""``python -m tests.damage``: every kind of damage on every report page of the replica, as a table."""

from __future__ import annotations

import argparse

from tests.damage import KINDS
from tests.damage.measure import measure, samples, undamaged


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description=__doc__)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), help="only this kind (repeatable)")
    parser.add_argument("--seed", type=int, default=0, help="where in the pages the damage is done (default: 0)")
    parser.add_argument("--names", action="store_true", help="name the pages that are wrong and not flagged")
    chosen = parser.parse_args()
    pages = samples()
    counts = measure(chosen.kind or list(KINDS), pages, chosen.seed)
    print("| damage | pages | whole | flagged | wrong in silence |\n|---|---:|---:|---:|---:|")
    for name, count in counts.items():
        print(f"| {name} | {count.tried} | {count.whole} | {count.flagged} | {len(count.silent)} |")
        if chosen.names and count.silent:
            print("|   " + ", ".join(count.silent))
    tried = sum(count.tried for count in counts.values())
    whole, flagged, silent = (
        sum(count.whole for count in counts.values()),
        sum(count.flagged for count in counts.values()),
        sum(len(count.silent) for count in counts.values()),
    )
    print(f"| **all** | {tried} | {whole} ({whole / tried:.1%}) | {flagged} | {silent} ({silent / tried:.1%}) |")
    print(f"\nUndamaged pages: {len(pages)}, flagged: {len(undamaged(pages))}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
