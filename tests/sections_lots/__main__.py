"""Prints how the lots of outlines are read: ``python -m tests.sections_lots``."""

from __future__ import annotations

from tests.sections_lots.scoring import lots


def main() -> None:
    """One line a lot, and what is read otherwise than its answer says."""
    for lot in lots():
        errors = {outline.name: errors for outline in lot.outlines if (errors := outline.errors())}
        right = len(lot.outlines) - len(errors)
        print(f"lot {lot.name}: {right} of {len(lot.outlines)} outlines right, at first sight {lot.first}")
        for name, lines in errors.items():
            print(f"  {name}", *(f"    {line}" for line in lines), sep="\n")


if __name__ == "__main__":
    main()
