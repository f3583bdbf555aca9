"""``python -m tests.commands``: every parameter of every command with every wrong thing; 1 if one is not answered."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

import crawler.settings
from crawler.cli import main as fazhi
from crawler.store.database import open_database
from tests.commands.wrong import crossing, wrong_things


def main() -> int:
    """Try all of them and print those that are not answered in a sentence."""
    for name in [name for name in os.environ if name.startswith("FAZHI_")]:
        del os.environ[name]
    bad = 0
    lines = crossing()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "here"
        folder.mkdir()
        crawler.settings.OUTPUT = Path(name) / "archive"
        crawler.settings.OUTPUT.mkdir()
        open_database(crawler.settings.OUTPUT / "reports.db").close()
        os.chdir(folder)
        things = wrong_things(folder)
        for parameter, kind in lines:
            result = CliRunner().invoke(fazhi, parameter.line(things[kind]))
            broke = result.exception is not None and not isinstance(result.exception, SystemExit)
            refused = result.exit_code in (1, 2) and bool(result.stderr.strip())
            if broke or len(result.output) > 30_000 or not (refused or parameter.may_be_right(kind)):
                bad += 1
                print(f"{parameter} {kind}: exit code {result.exit_code} {result.exception!r}"[:200])
        os.chdir("/")
    print(f"{len(lines)} wrong inputs, {bad} not answered in a sentence")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
