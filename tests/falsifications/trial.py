"""A falsification tried: made in a copy, verified, and what of it was not named."""

from __future__ import annotations

import functools
import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

from crawler import settings
from crawler.commands.verify import command
from crawler.store import reader
from crawler.store.database import open_database
from tests.conftest import Crawls
from tests.falsifications.acts import ACTS, OFTEN, Archive, Unfit, Words
from tests.replica import Replica, filed


@dataclass(frozen=True)
class Tried:
    """A falsification that was tried: which, what it was to be named by, and what was not."""

    number: int
    act: str
    named: list[Words]
    unnamed: list[Words]
    code: int
    told: list[str]


def make_archive(output: Path) -> None:
    """What two nights of crawling keep: pages, and files of several formats."""
    with Replica(day=1, more=filed.all_sites()) as replica:
        crawls = Crawls(replica, output)
        crawls.crawl("--portal", "nanchang", "--portal", "dt")
        crawls.crawl("--portal", "nanchang", now="2026-11-24T06:00:00+00:00")


@contextmanager
def reading_once() -> Iterator[None]:
    """Files are read in a process of their own, which is the same for the same bytes: once for all copies."""
    with patch.object(reader, "read_safely", functools.cache(reader.read_safely)):
        yield


def verified(output: Path) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and findings of ``fazhi verify --full --json``."""
    with patch.object(settings, "OUTPUT", output):
        done = CliRunner().invoke(command, ["--full", "--json"])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]


def falsify(whole: Path, number: int, seed: int, act: str = "") -> Tried:
    """Make the ``number``-th falsification of a seed in a copy, and verify it."""
    for again in range(100):
        rng = random.Random(f"{seed} {number} {again}")
        name = act or rng.choices(list(ACTS), [OFTEN.get(each, 1) for each in ACTS])[0]
        with tempfile.TemporaryDirectory() as folder:
            output = Path(shutil.copytree(whole, Path(folder) / "output"))
            archive = Archive(output, open_database(output / "reports.db"), rng)
            archive.db.execute("PRAGMA foreign_keys = OFF")
            try:
                named = ACTS[name](archive)
                archive.db.conn.commit()
            except Unfit:
                continue
            finally:
                archive.db.close()
            code, found = verified(output)
        told = [each["sentence"] for each in found if not each["harmless"]]
        unnamed = [words for words in named if not any(all(word in each for word in words) for each in told)]
        return Tried(number, name, named, unnamed, code, told)
    raise AssertionError(f"nothing could be drawn for {act or 'any act'}")
