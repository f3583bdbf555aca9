"""Prints how the lots of files are read: ``python -m tests.files_lots``."""

from __future__ import annotations

from tests.files_lots.lots import LOTS


def main() -> None:
    for number, lot in enumerate(LOTS, 1):
        wrong = [line for sample in lot.samples if (line := sample.wrong())]
        now = f"now {len(lot.samples) - len(wrong)} of {len(lot.samples)}"
        print(f"lot {number}: first sight {lot.first} of {lot.files}, {now}")
        for line in wrong:
            print(f"  {line}")


if __name__ == "__main__":
    main()
