"""``python -m tests.battery``: every page with every disturbance, and the matrix that docs/reliability.md shows."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from tests.battery import Battery, cells
from tests.markdown import table


def main() -> int:
    """Play all cells and print the matrix; 1 if anything false was told or anything true was not."""
    second: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        battery = Battery(Path(folder))
        for paper, disturbance in cells():
            cell = battery.play(paper, disturbance)
            second[disturbance.name][cell.outcomes[1]] += 1
            for problem in cell.wrong:
                wrong[disturbance.name].append(problem)
                print(f"{disturbance.name}: {paper.name}: {problem} ({', '.join(cell.outcomes)})", file=sys.stderr)
        battery.close()
    rows = [
        (name, found.total(), ", ".join(f"{each} ×{count}" for each, count in found.most_common()), len(wrong[name]))
        for name, found in second.items()
    ]
    print(table(("disturbance", "pages", "how the second night ended", "false or missing"), rows), end="")
    return 1 if any(wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
