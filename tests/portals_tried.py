"""What ``fazhi add`` makes of portals of every form, as a table: ``python -m tests.portals_tried``.

    python -m tests.portals_tried                    every menu with every list, in memory, a line for each list
    python -m tests.portals_tried --batches          the batches of whole portals, each of another structure
    python -m tests.portals_tried --batches --only 10     the same for one batch, or for portals by name
    python -m tests.portals_tried --crawl            one portal a list over sockets, searched and crawled
    python -m tests.portals_tried --hosts 300 --kills 5   a run over so many hosts, killed and continued
    python -m tests.portals_tried --hosts 100 --delay     the same with the delay of real crawls, which takes its time

The last two compare their proposals with those of a run that was left alone, and state the memory it took; the last
also the least time between two requests to one host, kills and new beginnings included.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from tests.conftest import ROOT
from tests.discovery.conftest import Adds
from tests.markdown import table
from tests.replica import Replica, batches, forms
from tests.replica.model import Site
from tests.replica.portal_search import below, played

PLAIN: Final = "from crawler.cli import main; main()"
POLITE: Final = (
    "import crawler.settings as s; s.DOWNLOAD_DELAY = s.DELAY_FLOOR / (1 - s.DOWNLOAD_DELAY_JITTER);"
    f" s.AUTOTHROTTLE_START_DELAY = s.DOWNLOAD_DELAY; s.AUTOTHROTTLE_ENABLED = True; {PLAIN}"
)  # the replica is otherwise crawled without a delay


def in_memory() -> str:
    """Every pair of menu and list."""
    lines, everything = [], []
    for name, make in forms.LISTINGS.items():
        menus = [menu for menu, listing in forms.pairs() if listing == name]
        made, right, counts, kept, false = make(), 0, [], [], 0
        for menu in menus:
            site = forms.portal(menu, name)
            search, asked = played(site)
            found = {candidate.url.removeprefix(site.home[:-1]) for candidate in search.candidates}
            seen = {report.title for candidate in search.candidates for report in candidate.reports.values()}
            expected = {report.title for report in made.reports}
            right += bool(found) == bool(made.watched) and found <= set(made.watched)
            false += len(seen - expected)
            kept.append(len(seen & expected))
            counts.append(len(asked) + 1)
        everything += counts
        lines.append((name, len(menus), right, f"{statistics.median(counts):.0f}", max(counts), made.requests,
                      f"{statistics.mean(kept):.1f} of {len(made.reports)}", false))  # fmt: skip
    names = ("list", "portals", "right", "requests, median", "most", "allowed", "reports seen", "false reports")
    total = f"{sum(line[2] for line in lines)} of {sum(line[1] for line in lines)} portals right"
    return f"{table(names, lines)}\n\n{total}, {statistics.median(everything):.0f} requests in the median."


def of_batches(only: Collection[str] = ()) -> str:
    """Every portal of the batches, or those that are named by themselves or by their batch."""
    lines = []
    for batch, portals in batches.BATCHES.items():
        for name, make in portals.items():
            if only and not {batch, name} & set(only):
                continue
            site, made = batches.site(name), make()
            search, asked = played(site)
            found = {below(site, candidate.url) for candidate in search.candidates}
            reports = {report.url for candidate in search.candidates for report in candidate.reports.values()}
            seen = {below(site, url) for url in reports}
            expected = {report.path for report in made.reports}
            right = bool(found & set(made.watched)) and found <= set(made.watched) and bool(seen & expected)
            right = right and (not made.every or found == set(made.watched))
            kept = f"{len(seen & expected)} of {len(expected)}"
            lines.append((batch, name, right, len(asked) + 1, kept, len(seen - expected)))
    names = ("batch", "portal", "right", "requests", "reports seen", "false reports")
    total = f"{sum(line[2] for line in lines)} of {len(lines)} portals right"
    return (
        f"{table(names, lines)}\n\n{total}, {statistics.median(line[3] for line in lines):.0f} requests in the median."
    )


def crawled(folder: Path, only: Collection[str] = ()) -> str:
    """One portal a list and those of the batches, searched and then crawled by the real commands; proposals are
    accepted."""
    every = {name: batch for batch, portals in batches.BATCHES.items() for name in portals}
    sites = {name: forms.portal("plain", name) for name in forms.LISTINGS if not only or name in only} | {
        name: batches.site(name) for name, batch in every.items() if not only or {batch, name} & set(only)
    }
    listed = folder / "agencies.csv"
    listed.write_text("\n".join(["name,home", *(f"{site.name},{site.home}" for site in sites.values())]), "utf-8")
    beside = [each for name in sites if name in every for each in batches.sites(name)[1:]]
    with Replica(day=1, more=[*sites.values(), *beside]) as replica:
        runs = Adds(replica, folder / "output")
        found = runs.fazhi("add", "--json", "--from", str(listed))
        assert found.returncode == 0, found.stderr
        waiting = [str(row["id"]) for row in runs.rows("SELECT id FROM proposals WHERE state = 'proposed'")]
        if waiting:
            runs.fazhi("proposals", *(word for number in waiting for word in ("--accept", number)))
        names = [word for path in runs.portals.glob("*.yml") for word in ("--portal", path.stem)]
        done = runs.fazhi("crawl", "--all", "--json", *names)
        assert done.returncode in (0, 3), done.stderr
        lines = [_kept(runs, name, site) for name, site in sites.items()]
    return table(("list", "requests", "columns", "reports kept", "false reports"), lines)


def _kept(runs: Adds, name: str, site: Site) -> tuple[Any, ...]:
    host = site.host.removeprefix("www.")
    rows = runs.rows("SELECT url FROM report_addresses WHERE url LIKE ?", f"%{host}/%")
    made = batches.EVERY[name]() if name in batches.EVERY else forms.LISTINGS[name]()
    stored = {unquote(below(site, row["url"])) for row in rows}  # links may say https
    expected = {unquote(each.path) for each in made.reports}
    (search,) = runs.rows("SELECT requests FROM proposals WHERE host = ? AND column_url = ''", host)
    columns = runs.rows("SELECT id FROM proposals WHERE host = ? AND column_url != ''", host)
    kept = f"{len(stored & expected)} of {len(expected)}"
    return name, search["requests"], len(columns), kept, len(stored - expected)


def killed(folder: Path, hosts: int, kills: int, delay: bool) -> str:
    """A run over so many hosts, killed and continued, against one that was left alone."""
    every = forms.pairs()
    sites = [forms.portal(*every[at % len(every)], host=f"www.h{at}.gov.cn") for at in range(hosts)]
    listed = folder / "agencies.csv"
    listed.write_text("\n".join(["name,home", *(f"{site.name},{site.home}" for site in sites)]), "utf-8")
    with Replica(day=1, more=sites) as replica:
        whole, cut = Adds(replica, folder / "whole" / "output"), Adds(replica, folder / "cut" / "output")
        began = time.monotonic()
        peak = run(whole, listed, replica, 0, delay)
        seconds, requests = time.monotonic() - began, replica.count()
        replica.reset_counts()
        for number in range(kills):
            run(cut, listed, replica, requests * (number + 1) // (kills + 2) // 2, delay)
        run(cut, listed, replica, 0, delay)
        least = nearest(replica)
        one, other = proposals(whole), proposals(cut)
        count = len(one)
    for mark, rows in (("-", one - other), ("+", other - one)):
        for row in sorted(rows, key=str):
            print(mark, *row)
    verdict = "OTHER PROPOSALS" if one != other else "the same proposals"
    told = f"{hosts} hosts, killed {kills} times and continued: {verdict} ({count} rows) as one run"
    apart = f" Two requests to one host were {least:.1f} s apart at least." if delay else ""
    return f"{told} of {seconds:.0f} s and {requests} requests, which took {peak:.0f} MB at most.{apart}"


def nearest(replica: Replica) -> float:
    """The least time (seconds) between two requests that reached one host."""
    last: dict[str, float] = {}
    least = float("inf")
    for seen in replica.requests:
        if seen.method != "CONNECT":
            host = urlsplit(seen.url).netloc
            least = min(least, seen.time - last.get(host, float("-inf")))
            last[host] = seen.time
    return least


def run(runs: Adds, listed: Path, replica: Replica, most: int, delay: bool) -> float:
    """One run to its end, or killed after ``most`` requests; gives its peak of memory in MB."""
    words = [sys.executable, "-c", POLITE if delay else PLAIN, "add", "--json", "--from", str(listed)]
    asked = replica.count()
    environment = runs.environment() | {"FAZHI_TIMEOUT": "60"}  # one server plays all hosts
    process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None and not (most and replica.count() - asked >= most):
        peak = memory(process.pid) or peak  # that of wait4 counts what it was forked from
        time.sleep(0.1)
    if most:
        process.send_signal(signal.SIGKILL)
    process.wait()
    return peak


def memory(process: int) -> float:
    """The most memory (MB) a process has held until now, 0 for one that is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def proposals(runs: Adds) -> set[tuple[Any, ...]]:
    """What stands in the table, but for times and numbers."""
    names = ("host", "column_url", "name", "platform", "agency", "reports", "confidence", "problem", "state")
    return {tuple(row[name] for name in names) for row in runs.rows("SELECT * FROM proposals")}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.portals_tried", description=__doc__)
    parser.add_argument("--crawl", action="store_true")
    parser.add_argument("--batches", action="store_true")
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument("--hosts", type=int, default=0)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--delay", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.batches:
            print(of_batches(arguments.only))
        elif arguments.hosts:
            print(killed(Path(folder), arguments.hosts, arguments.kills, arguments.delay))
        else:
            print(crawled(Path(folder), arguments.only) if arguments.crawl else in_memory())


if __name__ == "__main__":
    main()
