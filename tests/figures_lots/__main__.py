"""Prints how the lots are read: ``python -m tests.figures_lots [LOT]``."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from tests.figures_lots.scoring import Counts, Tally, lots, score


def main(wanted: list[str]) -> None:
    """One line a lot and one for all, at first sight and now; the errors of the ``wanted`` ones."""
    chosen = [lot for lot in lots() if not wanted or lot.name in wanted]
    now = [score(lot.sentences) for lot in chosen]
    for lot, tallies in zip(chosen, now, strict=True):
        facts, targets = lot.first
        print(f"lot {lot.name}, {len(lot.sentences)} sentences")
        print(f"  first sight: facts {_told(facts)}; targets {_told(targets)}")
        print(f"  now: facts {_told(tallies[0].counts())}; targets {_told(tallies[1].counts())}")
        if wanted:
            _print_errors(tallies)
    print("together, facts and targets")
    print(f"  first sight: {_told(_sum(part for lot in chosen for part in lot.first))}")
    print(f"  now: {_told(_sum(tally.counts() for tallies in now for tally in tallies))}")


def _told(counts: Counts) -> str:
    right, claimed, stated = counts
    return (
        f"{right} of {claimed} right ({right / max(1, claimed):.3f}), "
        f"{right} of {stated} found ({right / max(1, stated):.3f})"
    )


def _sum(parts: Iterable[Counts]) -> Counts:
    return Counts(*map(sum, zip(*parts, strict=True)))


def _print_errors(tallies: tuple[Tally, Tally]) -> None:
    for word, tally in zip(("fact", "target"), tallies, strict=True):
        for kind, lines in (("wrong", tally.wrong), ("missed", tally.missed)):
            for line in lines:
                print(f"  {kind} {word}: {line}")


if __name__ == "__main__":
    main(sys.argv[1:])
