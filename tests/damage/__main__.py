"""``python -m tests.damage``: every kind of damage on every report page of the replica, as a table."""

from __future__ import annotations

import argparse

from tests.damage import KINDS
from tests.damage.measure import Sample, measure, peers, samples, undamaged
from tests.damage.scores import scored


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description=__doc__)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), help="only this kind (repeatable)")
    parser.add_argument("--seed", type=int, default=0, help="where in the pages the damage is done (default: 0)")
    parser.add_argument("--names", action="store_true", help="name the pages that are wrong and not flagged")
    parser.add_argument("--peers", action="store_true", help="the installed other extractors on the same pages")
    parser.add_argument("--scores", action="store_true", help="how well the score tells wrong texts from right ones")
    chosen = parser.parse_args()
    pages = samples()
    if chosen.scores:
        _print_scores(pages)
        return 0
    if chosen.peers:
        print("| extractor | pages | exact | F1 |\n|---|---:|---:|---:|")
        for name, (tried, exact, f1) in peers(pages, chosen.seed).items():
            print(f"| {name} | {tried} | {exact} ({exact / tried:.1%}) | {f1:.4f} |")
        return 0
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


def _print_scores(pages: list[Sample]) -> None:
    """The share of right and wrong texts with a score below each threshold."""
    groups: dict[str, list[float]] = {}
    for how, value in scored(pages):
        groups.setdefault(how or "right", []).append(value)
    steps = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
    print("| text | number |" + "".join(f" < {step} |" for step in steps) + "\n|---|---:|" + "---:|" * len(steps))
    for how, values in groups.items():
        shares = (sum(value < step for value in values) / len(values) for step in steps)
        print(f"| {how} | {len(values)} |" + "".join(f" {share:.0%} |" for share in shares))


if __name__ == "__main__":
    raise SystemExit(main())
