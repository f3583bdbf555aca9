"""Many portals in one run while people read: ``python -m tests.load.portals [--portals 300] [--rows 400] [--polite]``.

With ``--polite`` the crawl keeps the real delay between two requests to a host; without, the replica's own route
lifts it. A Datasette on the same database is asked for pages all the while. Prints what came out.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlite_utils import Database

from crawler.portals import DELAY_FLOOR
from crawler.publish.datasette.start import arguments
from crawler.store.database import open_database
from tests.conftest import ROOT, Crawls
from tests.load.country import REPORTS, sites, write_files
from tests.markdown import table
from tests.ports import free_port
from tests.replica import Replica
from tests.usage import measured

HEAD = (
    "portals × rows", "requests", "wall", "reports kept", "peak memory", "shortest gap at a host, seen by the server",
    "pages read meanwhile",
)  # fmt: skip
PAGES = ("/", "/reports/reports?_search=处罚", "/reports/coverage", "/reports/fetches?_sort_desc=id")


@dataclass
class Came:
    """What came out of a run. ``gap`` is the shortest time between two requests to one host, in seconds; memory is
    the peak of the crawl's process in MB."""

    portals: int
    rows: int
    exit_code: int
    seconds: float
    requests: int
    reports: int
    memory: float
    gap: float
    pages: Counter[int] = field(default_factory=Counter)
    said: str = ""

    @property
    def row(self) -> tuple[object, ...]:
        """The line of the table of docs/reliability.md."""
        read = ", ".join(f"{count:,} × {status}" for status, count in sorted(self.pages.items()))
        wanted = self.portals * len(REPORTS)
        return (
            f"{self.portals} × {self.rows}", f"{self.requests:,}", f"{self.seconds:.0f} s",
            f"{self.reports} of {wanted}", f"{self.memory:.0f} MB",
            f"{self.gap:.2f} s (floor {DELAY_FLOOR:.0f} s)", read,
        )  # fmt: skip


@contextmanager
def reading(database: Path, seen: Counter[int]) -> Iterator[None]:
    """A Datasette that is asked for one page after the other until the block ends; ``seen`` counts the statuses.

    The block begins when the first page has come: from then on somebody reads, however fast the run is.
    """
    port = free_port()
    command = [sys.executable, "-m", "crawler.publish.datasette", *arguments(database, port=port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=ROOT, **quiet)  # type: ignore[call-overload]
    stop, answered = threading.Event(), threading.Event()

    def read() -> None:
        number = 0
        while not stop.is_set():
            page = urllib.request.quote(PAGES[number % len(PAGES)], safe="/?=&")  # type: ignore[attr-defined]
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{page}", timeout=60) as answer:
                    answer.read()
                    seen[answer.status] += 1
            except urllib.error.HTTPError as error:
                seen[error.code] += 1
            except OSError:
                time.sleep(0.2)
                continue
            number += 1
            answered.set()
            stop.wait(0.3)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        while not answered.wait(0.2):
            if server.poll() is not None:
                raise RuntimeError(f"the reading room ended with {server.returncode}")
        yield
    finally:
        stop.set()
        thread.join()
        server.kill()
        server.wait()


def run(portals: int, rows: int, *, polite: bool, folder: Path) -> Came:
    """One crawl of so many portals."""
    made = sites(portals, rows)
    write_files(made, folder / "portals")
    output = folder / "output"
    open_database(output / "reports.db").close()
    with Replica(more=made) as replica:
        environment = Crawls(replica, output).environment(FAZHI_PORTALS=str(folder / "portals"), FAZHI_TIMEOUT="60")
        if polite:
            del environment["FAZHI_REPLICA"]
            environment |= {"http_proxy": replica.proxy_url, "https_proxy": replica.proxy_url}
        names = [part for site in made for part in ("--portal", site.portal)]
        seen: Counter[int] = Counter()
        began = time.monotonic()
        with reading(output / "reports.db", seen):
            command = [sys.executable, "-m", "crawler", "crawl", "--json", *names]
            with (folder / "out").open("wb") as out:
                done, used = measured(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.PIPE, text=True)
        seconds = time.monotonic() - began
        moments: dict[str, list[float]] = {}
        for each in replica.requests:
            moments.setdefault(urlsplit(each.url).netloc, []).append(each.time)
    gap = min((b - a for times in moments.values() for a, b in pairwise(times)), default=0.0)
    db = Database(output / "reports.db")
    kept = db.execute("SELECT count(*) FROM reports").fetchone()[0]
    db.close()
    requests = sum(map(len, moments.values()))
    return Came(portals, rows, done.returncode, seconds, requests, kept, used.peak, gap, seen, done.stderr)


def wrong(came: Came, *, polite: bool) -> list[str]:
    """What is not as it must be."""
    found = [] if came.exit_code == 0 else [f"exit code {came.exit_code}: {came.said[-500:]}"]
    if came.reports != came.portals * len(REPORTS):
        found.append(f"{came.reports} reports instead of {came.portals * len(REPORTS)}")
    if came.memory > 500:
        found.append(f"{came.memory:.0f} MB of memory")
    if "locked" in came.said or any(status != 200 for status in came.pages) or not came.pages:
        found.append(f"readers were disturbed: {dict(came.pages)} {came.said[-300:]}")
    if polite and came.gap < DELAY_FLOOR:
        found.append(f"a gap of {came.gap:.2f} s at a host")
    return found


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.portals", description=__doc__)
    parser.add_argument("--portals", type=int, default=300)
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--polite", action="store_true")
    chosen: Any = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fazhi-load-") as folder:
        came = run(chosen.portals, chosen.rows, polite=chosen.polite, folder=Path(folder))
    print(table(HEAD, [came.row]))
    problems = wrong(came, polite=chosen.polite)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
