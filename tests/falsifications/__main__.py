"""``python -m tests.falsifications``: 200 falsifications, and whether each is named."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import click

from tests.falsifications.acts import ACTS
from tests.falsifications.trial import Tried, falsify, make_archive, reading_once, verified


@click.command()
@click.option("--count", default=200, show_default=True, help="How many falsifications.")
@click.option("--seed", default=1, show_default=True, help="Where chance begins.")
@click.option("--only", default=0, help="Only this one of them, with all that was told.")
def main(count: int, seed: int, only: int) -> None:
    """Falsify an archive at random; exit code 1 if something is not named."""
    tried: Counter[str] = Counter()
    missed: list[Tried] = []
    with tempfile.TemporaryDirectory() as folder, reading_once():
        make_archive(Path(folder) / "output")
        assert verified(Path(folder) / "output") == (0, [])
        for number in [only] if only else range(1, count + 1):
            result = falsify(Path(folder) / "output", number, seed)
            tried[result.act] += 1
            if result.unnamed or result.code != 3:
                missed.append(result)
            if only:
                click.echo("\n".join(result.told))
    for result in missed:
        click.echo(f"{result.number} {result.act}: exit code {result.code}, not named: {result.unnamed}")
    for act, number in tried.most_common():
        click.echo(f"{number:5}  {act:10}  {(ACTS[act].__doc__ or '').strip()}")
    click.echo(f"{sum(tried.values())} falsifications, seed {seed}: {sum(tried.values()) - len(missed)} named")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
