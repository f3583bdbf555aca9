"""Kills: ``fazhi crawl --all`` on the replica, struck at random instants, and what must be true afterwards.

``python -m tests.season.kills --kills 150 --seed 7`` runs a campaign and prints a summary; with ``--heavy`` on portals
whose reports are files or pages of over a million bytes, which are read in processes of their own. A round begins
with an empty store, or (every second one) with a store of day 1 on day 4, where reports are new, edited and gone; it is
struck a few times in a row, then the run that cron starts next goes to its end, and the store must equal that of an
undisturbed run: nothing lost, nothing twice. Only listing pages may have been read that it did not need to read.

A run is struck by SIGKILL (the process alone, or its whole group), by a disk that fills up or fails and becomes
read-only, or by another program that holds the database locked. It survives the last three and must then say in one
sentence what is wrong, and end with exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator

from crawler.outcome import UNSENT
from crawler.store import search, warc
from tests import starter
from tests.conftest import Crawls
from tests.replica import Replica, filed, hostile
from tests.replica.model import Site
from tests.season.disk import Disk, NoDisk
from tests.season.papers import report
from tests.store import anew

FIRST_NIGHT, LATER = "2026-01-10T22:00:00+00:00", "2026-01-22T22:00:00+00:00"
PER_ROUND = 2  # a page over which three runs died is set aside, as it should be
LONGEST = 60.0  # seconds a run may take to the instant at which it is struck, and from then on
KILLS = ("process", "group")
ON_DISK = ("full_disk", "read_only")
KINDS = (*KILLS, "locked", *ON_DISK)
SAYS = {"full_disk": "full", "read_only": "", "locked": "another program holds it locked"}
# What a store holds, without keys that depend on the order of insertion and without the story of its runs.
HOLDS = {
    "reports": (
        "SELECT portal, url, title, issuer, region_code, report_year, published, published_from, signed_date,"
        " doc_number, source, site_name, site_id_code, icp, column_path, body, body_sha256, body_source, characters,"
        " flags, provenance, state, first_seen, last_seen, last_changed, next_fetch, fetch_interval, missing_since,"
        " etag, last_modified FROM reports"
    ),
    "addresses": (
        "SELECT report_addresses.url, reports.url AS report, relation FROM report_addresses"
        " JOIN reports ON reports.id = report"
    ),
    "searched": "SELECT url FROM reports WHERE id <= (SELECT indexed FROM search_marks WHERE name = 'reports')",
    "versions": (
        "SELECT url, number, reason, seen, versions.title, versions.body, versions.body_sha256, cleaner"
        " FROM version_texts AS versions JOIN reports ON reports.id = report"
    ),
    "sections": (
        'SELECT url, position, sections.level, marker, heading, kind, part, start, "end", text'
        " FROM sections JOIN reports ON reports.id = report"
    ),
    "figures": (
        'SELECT url, "key", label, value, unit, qualifier, period, year, sentence, start, "end"'
        " FROM figures JOIN reports ON reports.id = report"
    ),
    "attachments": (
        "SELECT reports.url, attachments.url AS file, name, member, role, attachments.media_type, attachments.sha256,"
        " bytes, pages, confidence, attachments.flags, note, outcome, reason, text, snapshots.url AS snapshot, method"
        " FROM attachments JOIN reports ON reports.id = report"
        " LEFT JOIN snapshots ON snapshots.id = attachments.snapshot"
    ),
    "rows": (
        "SELECT listing_rows.url, listing_rows.title, date, listing_rows.state, kind, tries, reports.url AS report"
        " FROM listing_rows LEFT JOIN reports ON reports.id = report"
    ),
    "columns": (
        "SELECT url, portal, name, row_count, rows_digest, read_whole, bad_fetches, etag, last_modified, next_fetch"
        " FROM columns"
    ),
    "snapshots": "SELECT url, sha256 FROM snapshots WHERE url NOT LIKE '%/robots.txt'",
}

Held = dict[str, list[tuple[Any, ...]]]


@dataclass
class Campaign:
    """What a campaign did and found. ``wrong`` holds a sentence for everything that is not as it must be."""

    struck: Counter[str] = field(default_factory=Counter)
    too_late: int = 0
    rounds: int = 0
    torn: int = 0
    waited: int = 0
    asked_at_kill: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many runs were struck."""
        return self.struck.total()

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {self.struck[kind]}" for kind in KINDS if self.struck[kind])
        at = sorted(self.asked_at_kill)
        spread = f"requests sent before: {at[0]} to {at[-1]}, median {at[len(at) // 2]}" if at else ""
        return (
            f"{self.kills} runs struck in {self.rounds} rounds: {kinds} ({self.too_late} more had ended"
            f" before); {spread}; {self.torn} WARC files with a torn end;"
            f" {self.waited} rounds in which a look had timed out and was repeated; {len(self.wrong)} findings"
        )


def holds(output: Path) -> Held:
    """All that a store holds, in an order of its own."""
    db = Database(output / "reports.db")
    try:
        return {name: sorted(map(tuple, db.execute(sql)), key=repr) for name, sql in HOLDS.items()}
    finally:
        db.close()


RECORDS = """
SELECT held.warc, held."offset", held.length, snapshots.sha256, snapshots.url
FROM snapshots JOIN snapshots AS held ON held.id = coalesce(snapshots.refers_to, snapshots.id)
"""
"""Where the bytes of each snapshot stand."""


def sound(output: Path) -> list[str]:
    """What is broken in a store and its WARC files, nothing on a good day."""
    if not (output / "reports.db").exists():
        return []
    db = Database(output / "reports.db")
    try:
        found = [f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"foreign key: {row}" for row in db.execute("PRAGMA foreign_key_check")]
        try:
            rows = list(db.execute(RECORDS))
        except Exception as error:
            return [*found, f"no tables: {error}"] if "snapshots" in db.table_names() else found
        if "search_marks" in db.table_names() and not search.check(db):
            found.append("the search index does not hold what the reports say")
        if "portal_states" in db.table_names():
            found += anew.otherwise(db)
    finally:
        db.close()
    files = {path.name: warc.check(path) for path in warc.files(output / "warc")}
    for name, offset, length, digest, url in rows:
        place = warc.Place(name, offset, length)
        if name not in files or place not in files[name][0]:
            found.append(f"no whole record for {url}")
        elif hashlib.sha256(raw(output / "warc", place)).hexdigest() != digest:
            found.append(f"other bytes in the record of {url}")
    return found


def failed_looks(output: Path) -> int:
    """How many looks brought nothing although a request was sent."""
    db = Database(output / "reports.db")
    try:
        sql = f"SELECT count(*) FROM fetches WHERE NOT looked AND outcome NOT IN {(*UNSENT, 'moved')}"
        return int(db.execute(sql).fetchone()[0])
    finally:
        db.close()


def unnotified(output: Path) -> list[str]:
    """Runs that were not closed, or whose counts are not those of their looks."""
    db = Database(output / "reports.db")
    try:
        runs = db.execute(
            "SELECT id, finished, exit_code, bytes, (SELECT coalesce(sum(bytes), 0) FROM fetches WHERE run = runs.id)"
            " FROM runs"
        )
        return [f"run {run[0]} is told as {run[1:]}" for run in runs if not run[1] or run[3] != run[4]]
    finally:
        db.close()


def raw(folder: Path, place: warc.Place) -> bytes:
    """The bytes of a response as they came, still content-encoded."""
    with warc.path_of(folder, place.warc).open("rb") as stream:
        stream.seek(place.offset)
        record = next(iter(ArchiveIterator(stream)))
        return bytes(record.raw_stream.read())


class Killer:
    """Runs campaigns against one replica in one folder, with the faults named in ``kinds``.

    Faults of the disk need ``disk``; the stores then stand on it. ``portals`` are arguments that choose some.
    """

    def __init__(
        self,
        replica: Replica,
        folder: Path,
        seed: int,
        kinds: Sequence[str] = KILLS,
        disk: Disk | None = None,
        portals: Sequence[str] = (),
    ) -> None:
        self.replica, self.folder, self.kinds, self.disk = replica, folder, kinds, disk
        self.portals = portals
        self.dice = random.Random(seed)
        self.done = Campaign()
        self._undisturbed: dict[int, tuple[Held, int]] = {}

    def again(self, seed: int, kinds: Sequence[str], disk: Disk | None = None) -> Killer:
        """Another campaign that need not find out anew what an undisturbed run leaves."""
        other = Killer(self.replica, self.folder, seed, kinds, disk, self.portals)
        other._undisturbed = self._undisturbed
        return other

    def start_of(self, day: int, output: Path) -> Path:
        """An output folder as a round on a day finds it: empty on day 1, the store of day 1 on a later one."""
        if day > 1:
            self.undisturbed(1)
            shutil.copytree(self.folder / "undisturbed-1", output)
            os.sync()  # a disk that fails takes with it what was copied a moment ago
        return output

    def undisturbed(self, day: int) -> tuple[Held, int]:
        """What a run that nobody kills leaves on a day, and how many requests it sends."""
        if day not in self._undisturbed:
            output = self.start_of(day, self.folder / f"undisturbed-{day}")
            self.finish(day, output)
            self._undisturbed[day] = holds(output), self.replica.count()
        return self._undisturbed[day]

    def now(self, day: int) -> str:
        """The clock of a day."""
        return FIRST_NIGHT if day == 1 else LATER

    def finish(self, day: int, output: Path) -> None:
        """A run to its end.

        A struck run may have seen timeouts, such as when a locked database held up everything else. Their addresses
        are left alone for an hour; the clock of a round stands still, so a further run is told not to wait.
        """
        self.replica.day = day
        self.replica.reset_counts()
        Crawls(self.replica, output).crawl(*self.portals, now=self.now(day))
        if failed_looks(output):
            self.done.waited += 1
            Crawls(self.replica, output).crawl(*self.portals, "--all", now=self.now(day))

    def strike(self, day: int, output: Path, requests: int, kind: str) -> None:
        """A run that is struck, with everything it started, some instant after a request or at any time before."""
        self.replica.day = day
        self.replica.reset_counts()
        after, wait = self.dice.randrange(requests), self.dice.choice((0.0, 0.002, 0.01, 0.03)) * self.dice.random()
        environment = Crawls(self.replica, output).environment(FAZHI_NOW=self.now(day), FAZHI_BUSY_TIMEOUT="0.3")
        process = starter.start("crawl", *(self.portals or ["--all"]), environment=environment)
        end = time.monotonic() + LONGEST
        while process.poll() is None and self.replica.count() < after and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(wait if after else wait * 60)
        asked = self.replica.count()
        with self.fault(kind, process, output):
            try:
                code = process.wait(LONGEST)
            except subprocess.TimeoutExpired:
                process.kill_group()
                process.wait()
                self.done.wrong.append(f"{kind}: the run did not end within {LONGEST:.0f} seconds")
                return
            finally:
                process.kill_group()
        if code == (-signal.SIGKILL if kind in KILLS else 1):
            self.done.struck[kind] += 1
            self.done.asked_at_kill.append(asked)
            if kind not in KILLS:
                self.done.wrong += [f"{kind}: {problem}" for problem in spoken(process.communicate()[1], SAYS[kind])]
        else:
            self.done.too_late += 1
            if code not in (0, 3):
                self.done.wrong.append(f"{kind}: exit code {code}")

    @contextmanager
    def fault(self, kind: str, process: starter.Running, output: Path) -> Iterator[None]:
        """Strike; when the run has ended, all is well again."""
        if kind in KILLS:
            (process.kill_group if kind == "group" else process.kill)()
            yield
        elif kind == "locked":
            with locked(output / "reports.db"):
                yield
        else:
            assert self.disk is not None
            strike, mend = {
                "full_disk": (self.disk.fill, self.disk.free),
                "read_only": (self.disk.fail, self.disk.mend),
            }[kind]
            strike()
            try:
                yield
            finally:
                mend()

    def round(self, kills: int) -> None:
        """Some kills in a row, then a run to its end, on one store."""
        day = 4 if self.done.rounds % 2 else 1
        self.undisturbed(day)
        folder = self.disk.path if self.disk else self.folder
        output = self.start_of(day, folder / f"round-{self.done.rounds}")
        self.done.rounds += 1
        try:
            self._round(f"round {self.done.rounds} (day {day})", day, output, kills)
        finally:
            shutil.rmtree(output)

    def _round(self, label: str, day: int, output: Path, kills: int) -> None:
        expected, requests = self.undisturbed(day)
        for _ in range(kills):
            kind, struck = self.dice.choice(self.kinds), self.done.kills
            self.strike(day, output, max(requests, 1), kind)
            self.done.wrong += [f"{label}, {kind}: {problem}" for problem in sound(output)]
            if self.done.kills == struck:
                break  # a run that came to its end leaves the next one nothing to be struck at
            requests -= self.done.asked_at_kill[-1]
        try:
            self.finish(day, output)
        except AssertionError as error:
            self.done.wrong.append(f"{label}: the next run failed: {error}")
            return
        self.done.wrong += [f"{label}: {problem}" for problem in (*sound(output), *unnotified(output))]
        found = holds(output)
        for name, rows in expected.items():
            more, less = Counter(found[name]) - Counter(rows), Counter(rows) - Counter(found[name])
            if less or (more and name != "snapshots"):
                self.done.wrong.append(f"{label}: {name}: {_short(more)} instead of {_short(less)}")
        twice = [key for key, count in Counter(found["snapshots"]).items() if count > 1]
        self.done.wrong += [f"{label}: kept twice: {url}" for url, _ in twice]
        self.done.torn += sum(warc.check(path)[1] > 0 for path in warc.files(output / "warc"))

    def run(self, kills: int) -> Campaign:
        """Rounds until ``kills`` runs were killed."""
        while self.done.kills < kills:
            known = len(self.done.wrong)
            self.round(min(PER_ROUND, kills - self.done.kills))
            print(self.done, *self.done.wrong[known:], sep="\n", file=sys.stderr, flush=True)
        return self.done


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program that writes to a database and does not come to an end."""
    if not path.exists():
        yield
        return
    other = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        other.close()


def spoken(said: str, words: str) -> list[str]:
    """What is wrong with the last words of a run that found its store broken."""
    found = [f"says no {words!r}: {said[-300:]!r}"] if words not in said else []
    return [*found, *([f"a traceback: {said[-2000:]}"] if "Traceback" in said else [])]


def _short(rows: Counter[tuple[Any, ...]]) -> str:
    return "; ".join(str([str(cell)[:60] for cell in row]) for row in list(rows)[:3]) or "nothing"


def heavy(folder: Path) -> tuple[list[Site], tuple[str, ...]]:
    """Portals whose reports are files, and one whose pages are long, with the arguments that name them."""
    agency, lines = (
        "长页县司法局",
        tuple(f"（{n}）开展执法检查{n}次，办理行政复议案件{n % 90 + 1}件。" * 4 for n in range(3500)),
    )
    papers = tuple(
        replace(
            report(f"/zfxxgk/{year}.html", f"{agency}{year}年法治政府建设年度报告", agency, year, f"{year + 1}-03-01"),
            body=lines,
        )
        for year in (2024, 2023)
    )
    site = hostile.site("long", papers)
    (folder / "portals").mkdir()
    (folder / "portals" / "long.yml").write_text(
        f"title: long\nhome: {site.home}\nplatform: generic\ncolumns:\n"
        f"  - url: {site.home}{hostile.LISTING[1:]}\n    name: 法治政府建设年度报告\n",
        "utf-8",
    )
    os.environ["FAZHI_PORTALS"] = str(folder / "portals")
    names = ("long", "tjjh", "dt", "yanta", "huaning")
    return [site, *filed.all_sites()], tuple(part for name in names for part in ("--portal", name))


def main() -> int:
    """Run a campaign."""
    parser = argparse.ArgumentParser(prog="python -m tests.season.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=12, help="runs to strike (default: 12)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--heavy", action="store_true", help="on reports that are files or long pages")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        more, portals = heavy(Path(folder)) if chosen.heavy else ([], ())
        replica = stack.enter_context(Replica(day=1, more=more))
        kinds, disk = list(chosen.kinds), None
        if any(kind in ON_DISK for kind in kinds):
            try:
                disk = stack.enter_context(Disk(Path(folder)))
            except NoDisk as error:
                kinds = [kind for kind in kinds if kind not in ON_DISK]
                print(f"without {' and '.join(ON_DISK)}: {error}", file=sys.stderr)
        done = Killer(replica, Path(folder), chosen.seed, kinds, disk, portals).run(chosen.kills)
    print(done)
    for problem in done.wrong:
        print(problem)
    return 1 if done.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
