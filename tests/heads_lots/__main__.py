"""Prints how the heads are read: ``python -m tests.heads_lots``."""

from __future__ import annotations

from tests.heads_lots.lots import LOTS


def main() -> None:
    for number, lot in enumerate(LOTS, 1):
        wrong = [line for head in lot.heads for line in head.wrong()]
        stated = sum(len(head.fields) for head in lot.heads)
        first = f"first sight {lot.first} of {lot.fields} ({lot.first / lot.fields:.3f})"
        print(f"lot {number}, {len(lot.heads)} heads: {first}, now {stated - len(wrong)} of {stated}")
        for line in wrong:
            print(f"  {line}")


if __name__ == "__main__":
    main()
