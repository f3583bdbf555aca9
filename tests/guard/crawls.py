"""What crawls of the replica ask, tell and store, and the replay of the season."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from tests.conftest import ROOT, Crawls
from tests.guard import product
from tests.replica import Replica, filed, paged
from tests.replica.model import Site
from tests.season import truth
from tests.season.nights import NIGHTS, moment

Facts = dict[str, Any]
VALIDATORS = {"If-None-Match", "If-Modified-Since"}
IDS = ("id", "report", "snapshot")
PATIENT = "60"  # seconds for an answer: no portal is late here, only a busy machine is
LOOSE = ("cpu", "steps", "memory", "files")  # what the season measures of the machine


class Night(NamedTuple):
    """The day that the replica plays, when the crawl starts and what is said to it."""

    day: int
    now: str
    said: tuple[str, ...] = ()


FILED = ("--portal", "tjjh", "--portal", "dt", "--portal", "yanta", "--portal", "huaning")
WORLDS: dict[str, tuple[Callable[[], Iterable[Site]], tuple[Night, ...]]] = {
    "portals": (
        tuple,
        (
            Night(1, "2026-01-10T22:00:00+00:00"),
            Night(3, "2026-01-14T22:00:00+00:00", ("--all",)),
            Night(4, "2026-01-22T22:00:00+00:00", ("--all",)),
            Night(4, "2026-01-23T22:00:00+00:00", ("--all",)),
        ),
    ),
    "reports that are files": (
        filed.all_sites,
        (Night(1, "2026-03-20T22:00:00+00:00", FILED), Night(3, "2026-03-25T22:00:00+00:00", ("--all", *FILED))),
    ),
    "reports of several pages": (
        paged.all_sites,
        (
            Night(1, "2026-03-20T22:00:00+00:00", ("--portal", "tjjh")),
            Night(3, "2026-03-25T22:00:00+00:00", ("--all", "--portal", "tjjh")),
        ),
    ),
}


def told(rows: Iterable[Mapping[str, Any]], keys: Sequence[str]) -> Facts:
    """Lines of a table by what tells them apart, JSON in them read and long texts as lines."""
    found: Facts = {}
    for row in sorted(rows, key=lambda row: json.dumps(row, sort_keys=True, default=str)):
        name = whole = " ".join(str(row[key]) for key in keys)
        number = 1
        while name in found:
            number += 1
            name = f"{whole} #{number}"
        found[name] = {key: _value(value) for key, value in row.items() if key not in keys}
    return found


def _value(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return without_ids(json.loads(value))
        except ValueError:
            return value
    return value.split("\n") if isinstance(value, str) and "\n" in value else value


def without_ids(value: Any) -> Any:
    """Facts without the numbers of lines in the database, which stand for the order in which answers came."""
    if isinstance(value, dict):
        return {key: without_ids(each) for key, each in value.items() if key not in IDS or not isinstance(each, int)}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


def _printed(text: str) -> list[Any]:
    """The lines that a command prints as JSON, in an order of their own."""
    lines = [without_ids(json.loads(line)) for line in text.splitlines()]
    return sorted(lines, key=lambda line: json.dumps(line, sort_keys=True))


def world(sites: Iterable[Site], nights: Iterable[Night], commands: bool = False) -> Facts:
    """What a crawl of each night says, asks and finds, and what is stored after the last."""
    found: Facts = {}
    with Replica(more=sites) as replica, tempfile.TemporaryDirectory() as folder:
        crawls = Crawls(replica, Path(folder) / "output")
        for number, night in enumerate(nights, 1):
            replica.day = night.day
            replica.reset_counts()
            done = crawls.fazhi("crawl", "--json", *night.said, FAZHI_NOW=night.now, FAZHI_TIMEOUT=PATIENT)
            if not done.stdout:
                raise RuntimeError(done.stderr)
            result = json.loads(done.stdout)
            fetches = crawls.rows(product.FETCHES, result["run"])
            requests = [
                f"{seen.method} {seen.url} {seen.status}{' conditional' * bool(VALIDATORS & set(seen.headers))}"
                for seen in replica.requests
            ]
            found[f"night {number}"] = {
                "exit code": done.returncode,
                "printed": {key: value for key, value in result.items() if key not in ("run", "bytes", "compared")},
                "looks": told(fetches, ("portal", "purpose", "url")),
                "requests": sorted(requests),
            }
        for name, (keys, sql) in product.STORED.items():
            found[name] = told(crawls.rows(sql), keys)
        for command in (("coverage", "--json"), ("changes", "--since", "2026-01-01", "--json")) if commands else ():
            found[command[0]] = _printed(crawls.fazhi(*command, FAZHI_NOW=night.now).stdout)
    return found


def crawl() -> dict[str, Facts]:
    """All worlds."""
    return {name: world(sites(), nights, commands=name == "portals") for name, (sites, nights) in WORLDS.items()}


def _once(requests: list[list[Any]]) -> list[list[Any]]:
    """Requests without the repeats of those that no answer came to: how often these are sent is up to the network."""
    return [each for at, each in enumerate(requests) if each[1] or each not in requests[:at]]


def season() -> dict[str, Facts]:
    """The replay: each night's requests and looks, what is stored at the end, and the matrix."""
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "tests.season.driver", name], cwd=ROOT, env=kept, check=True)
        lines = (folder / "nights.jsonl").read_text("utf-8").splitlines()
        found: Facts = {}
        for night in map(json.loads, lines):
            told_of = {key: value for key, value in night.items() if key not in LOOSE}
            told_of["requests"] = _once(told_of["requests"])
            ordered = {key: sorted(value, key=str) for key, value in told_of.items() if isinstance(value, list)}
            found[f"night {night['night']:03}"] = told_of | ordered
        found["matrix"] = product.season_matrix(folder, moment(NIGHTS))
        db = Database(folder / "reports.db")
        for table, (keys, sql) in product.STORED.items():
            found[table] = told(db.query(sql), keys)
        db.close()
    found["script's matrix"] = {f"{agency} {year}": state for (agency, year), state in truth.matrix().items()}
    return found
