"""What a benchmark needs: the cost of a program, medians over rounds, and its table in ``docs/performance.md``."""

from __future__ import annotations

import os
import platform
import re
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import track

from tests.usage import Usage, measured

ROOT: Final = Path(__file__).parent.parent
DOCUMENT: Final = ROOT / "docs" / "performance.md"


def cost(command: Sequence[str], environment: Mapping[str, str], folder: Path = ROOT) -> Usage:
    """Run a program to its end. Raises RuntimeError with what it wrote if it fails."""
    log = folder / "benchmark.log" if folder != ROOT else Path(os.devnull)
    with log.open("wb") as stream:
        done, used = measured(command, cwd=folder, env=dict(environment), stdout=stream, stderr=stream)
    if done.returncode:
        tail = log.read_text("utf-8", "replace")[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}\n{tail}")
    return used


def median(costs: Sequence[Usage]) -> Usage:
    """The median of each figure."""
    return Usage(*(statistics.median(getattr(each, name) for each in costs) for name in ("cpu", "wall", "peak")))


def rounds(count: int, programs: Mapping[str, Callable[[], Any]]) -> dict[str, list[Any]]:
    """Run every program ``count`` times, in turn, so that a busy moment of the machine hits all of them."""
    found: dict[str, list[Any]] = {name: [] for name in programs}
    work = [(name, program) for _ in range(count) for name, program in programs.items()]
    shown = track(work, "rounds", console=Console(stderr=True), disable=not sys.stderr.isatty())
    for name, program in shown:
        found[name].append(program())
    return found


def record(section: str, text: str) -> None:
    """Print a result and put it between its markers in ``docs/performance.md``."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    text = f"{text}\n\n({machine}; `python -m benchmarks.{section}`)"
    print(text)
    marked = re.compile(rf"(<!-- bench {section} -->\n).*?(\n<!-- end -->)", re.DOTALL)
    document = DOCUMENT.read_text("utf-8")
    if not marked.search(document):
        raise RuntimeError(f"{DOCUMENT} has no place marked for {section!r}")
    DOCUMENT.write_text(marked.sub(lambda match: match[1] + text + match[2], document), "utf-8")
