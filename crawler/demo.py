"""The demonstration: replica portals in one process, the real crawl in another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click

from crawler.language import say
from crawler.places import CHECKOUT, OUTPUT, in_checkout, install_hint, output_folder
from crawler.replica_route import VARIABLE

# The replica is a package of the tests; a wheel brings it along as ``crawler.replica`` (see ``setup.py``).
REPLICA: Final = "tests.replica" if (CHECKOUT / "tests" / "replica").is_dir() else "crawler.replica"


def demo(*, fresh: bool = False) -> int:
    """Run it; returns the crawl's exit code. Raises click.ClickException if the replica cannot be started."""
    if find_spec("jinja2") is None or find_spec("trustme") is None:
        raise click.ClickException(
            say("the replica portals need two more packages; run: {install_hint}", install_hint=install_hint("demo"))
        )
    output = output_folder() / "demo"
    if fresh:
        shutil.rmtree(output, ignore_errors=True)
    again = (output / "reports.db").exists()
    click.echo(say("Starting the replica portals on this machine …"))
    replica = subprocess.Popen(
        [sys.executable, "-m", REPLICA], cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert replica.stdout is not None
        line = replica.stdout.readline()
        if not line:
            raise click.ClickException(say("the replica portals did not start; its message stands above"))
        facts = json.loads(line)
        click.echo(
            say("Crawling them again with the production portal files …\n")
            if again
            else say("Crawling them with the production portal files …\n")
        )
        environment = {**os.environ, VARIABLE: facts["proxy"], "SSL_CERT_FILE": facts["ca"], OUTPUT: str(output)}
        code = subprocess.run(
            [sys.executable, "-m", "crawler", "crawl", "--all"], env=environment, check=False
        ).returncode
    finally:
        replica.terminate()
        replica.wait(timeout=30)
    if code == 0:
        _say_what_next(output / "reports.db", again)
    return code


def _say_what_next(database: Path, again: bool) -> None:
    program = ".venv/bin/fazhi" if in_checkout() else "fazhi"
    shown = database.relative_to(Path.cwd()) if database.is_relative_to(Path.cwd()) else database
    click.echo(say("\nOpen it:          {program} serve {shown}", program=program, shown=shown))
    later = "make demo" if in_checkout() else f"{program} demo"
    click.echo(
        say("A night later:    {later}", later=later)
        if not again
        else say("From the start:   {program} demo --fresh", program=program)
    )
