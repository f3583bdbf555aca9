"""A fuzzing campaign: ``python -m tests.fuzz [--seconds N | --runs N] [TARGET…]``.

Each target runs in a process of its own (libFuzzer, through atheris), starting from the inputs kept in
``tests/fuzz/corpus``. An input that makes a reader fail is written to ``tests/fuzz/corpus/TARGET/found-…``, where the
test suite tries it from then on. Prints a table and ends with 1 if anything was found.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.fuzz.seeds import seeds, words
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
SMALL = 1024  # bytes of an input worth keeping
DONE = re.compile(r"^Done (\d+) runs|^#(\d+)\s", re.MULTILINE)

FAILURE = re.compile(r"\s*(\w+\.)*\w*(Error|Exception)\b|SUMMARY")


def campaign(target: str, runs: int, seconds: int, keep: int = 0) -> tuple[int, int, str]:
    """Fuzz one target; gives executions, inputs that reached new code, and what was found ("" for nothing).

    It ends after ``runs`` executions or ``seconds``, whichever comes first; 0 is no bound.
    """
    kept = CORPUS / target
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as new:
        dictionary = Path(new) / ".words"
        dictionary.write_text("\n".join(words()), "ascii")
        bounds = [f"-runs={runs or -1}", f"-max_total_time={seconds}", f"-dict={dictionary}"]
        for number, start in enumerate(seeds(target)):
            (Path(new) / f"seed-{number}").write_bytes(start)
        options = [*bounds, "-timeout=30", "-rss_limit_mb=2048", f"-artifact_prefix={kept}/found-"]
        command = [sys.executable, "-m", "tests.fuzz.one", target, new, str(kept), *options]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        executed = max((int(a or b) for a, b in DONE.findall(done.stderr)), default=0)
        found = "" if done.returncode == 0 else _finding(done.stderr)
        fresh = [path for path in Path(new).iterdir() if not path.name.startswith(("seed-", "."))]
        for path in sorted((path for path in fresh if path.stat().st_size <= SMALL), key=lambda path: path.name)[:keep]:
            shutil.copy(path, kept / f"kept-{path.name[:16]}")
        return executed, len(fresh), found


def _finding(output: str) -> str:
    lines = [line for line in output.splitlines() if FAILURE.match(line)]
    return " / ".join(lines[:2])[:300] or output[-300:]


def main() -> int:
    """Run the campaign."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(TARGETS)}; all by default")
    parser.add_argument("--runs", type=int, default=0, help="at most so many executions of each target")
    parser.add_argument("--seconds", type=int, default=20, help="at most so many seconds for each target; 0: no bound")
    parser.add_argument("--keep", type=int, default=0, help="small inputs to new code to add to the corpus, per target")
    chosen = parser.parse_args()
    wrong = [name for name in chosen.targets if name not in TARGETS]
    if wrong:
        parser.error(f"there is no target {wrong[0]!r}; there are {', '.join(TARGETS)}")
    if importlib.util.find_spec("atheris") is None:
        parser.error("atheris is missing; run 'make fuzz', which installs it (Linux on x86-64 only)")
    table = Table("target", "executions", "inputs to new code", "found", box=None, pad_edge=False)
    total = bad = 0
    errors = Console(stderr=True)
    for name in track(chosen.targets or list(TARGETS), "fuzzing", console=errors, disable=not errors.is_terminal):
        executed, inputs, found = campaign(name, chosen.runs, chosen.seconds, chosen.keep)
        total, bad = total + executed, bad + bool(found)
        table.add_row(name, f"{executed:,}", str(inputs), found or "nothing")
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    console.print(f"{total:,} executions, {bad} findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
