"""The demonstration: replica portals in one process, the real crawl in another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import click

from crawler.replica_route import VARIABLE

ROOT: Final = Path(__file__).parent.parent


def demo(*, fresh: bool = False) -> int:
    """Run it; returns the crawl's exit code. Raises click.ClickException if there is no replica to run on."""
    if not (ROOT / "tests" / "replica").is_dir():
        raise click.ClickException(
            f"{ROOT / 'tests' / 'replica'} is missing; run the demo in a checkout of the project"
        )
    output = Path(os.environ.get("FAZHI_OUTPUT") or ROOT / "output") / "demo"
    if fresh:
        shutil.rmtree(output, ignore_errors=True)
    again = (output / "reports.db").exists()
    click.echo("Starting the replica portals on this machine …")
    replica = subprocess.Popen(
        [sys.executable, "-m", "tests.replica"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert replica.stdout is not None
        line = replica.stdout.readline()
        if not line:
            raise click.ClickException("the replica portals did not start; its message stands above")
        facts = json.loads(line)
        click.echo(f"Crawling them {'again ' if again else ''}with the production portal files …\n")
        environment = {
            **os.environ,
            VARIABLE: facts["proxy"],
            "SSL_CERT_FILE": facts["ca"],
            "FAZHI_OUTPUT": str(output),
        }
        code = subprocess.run(
            [sys.executable, "-m", "crawler", "crawl", "--all"], cwd=ROOT, env=environment, check=False
        ).returncode
    finally:
        replica.terminate()
        replica.wait(timeout=30)
    if code == 0:
        click.echo("\nOpen it:          .venv/bin/fazhi serve output/demo/reports.db")
        click.echo("A night later:    make demo" if not again else "From the start:   .venv/bin/fazhi demo --fresh")
    return code
