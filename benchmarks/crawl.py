"""The whole crawl, CPU per report page, beside what one would write first.

    python -m benchmarks.crawl [--pages N] [--rounds N] [--only PROGRAM …]

All programs ask the same server for the same 54 KB pages. Ours does all it does on a portal: robots.txt, listing, raw
response to the WARC, cleaning with sections and figures, store with versions and search index. CPU is that of the
whole process, start-up included, divided by the report pages.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from benchmarks import portals as made
from benchmarks.measure import ROOT, cost, median, record, rounds
from benchmarks.ours import Ours
from benchmarks.portals import Portals
from tests.markdown import table
from tests.usage import Usage

PORTALS = 20
OURS = "Fazhi Watch"


class Programs:
    """Each method is one run from nothing of one program."""

    def __init__(self, portals: Portals, folder: Path) -> None:
        self.portals, self.folder = portals, folder
        self.pages = PORTALS * portals.reports
        self.urls = [portals.url(portal) for portal in range(PORTALS)]
        kept = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
        self.environment = {**kept, "PYTHONPATH": str(ROOT)}

    def fresh(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.folder))

    def check(self, found: int, program: str) -> None:
        if found != self.pages:
            raise RuntimeError(f"{program} kept {found} of {self.pages} pages; see {self.folder}")

    def ours(self) -> Usage:
        ours = Ours(self.portals, self.fresh(), PORTALS)
        spent = ours.crawl()
        db = Database(ours.output / "reports.db")
        self.check(db.execute("SELECT count(*) FROM reports").fetchone()[0], OURS)
        return spent

    def scrapy(self, extractor: str) -> Usage:
        folder = self.fresh()
        words = [sys.executable, "-m", "benchmarks.programs.plain_scrapy", str(folder / "db"), extractor, "0"]
        spent = cost([*words, *self.urls], self.environment, folder)
        self.check(Database(folder / "db")["reports"].count, f"Scrapy with {extractor}")
        return spent

    def crawlee(self) -> Usage:
        folder = self.fresh()
        words = [sys.executable, "-m", "benchmarks.programs.crawlee_parsel", str(folder / "db"), "0"]
        spent = cost([*words, *self.urls], self.environment, folder)
        self.check(Database(folder / "db")["reports"].count, "crawlee")
        return spent

    def trafilatura(self) -> Usage:
        folder = self.fresh()
        reports = range(self.portals.reports)
        lines = [url + made.path(report) for url in self.urls for report in reports]
        (folder / "urls.txt").write_text("\n".join(lines) + "\n", "utf-8")
        import trafilatura

        settings = (Path(trafilatura.__file__).parent / "settings.cfg").read_text("utf-8")
        ours = {"SLEEP_TIME": "0", "SSRF_PROTECTION": "off"}  # no pauses, loopback allowed
        lines = [line for line in settings.splitlines() if line.partition(" ")[0] not in ours]
        lines += [f"{key} = {value}" for key, value in ours.items()]
        (folder / "settings.cfg").write_text("\n".join(lines) + "\n", "utf-8")
        words = ["--input-file", "urls.txt", "--output-dir", "out", "--json", "--with-metadata", "--parallel", "1"]
        words = [sys.executable, "-m", "trafilatura.cli", *words, "--config-file", "settings.cfg"]
        self.portals.reset()
        spent = cost(words, self.environment, folder)
        self.check(self.portals.reset()["articles"], "trafilatura")  # it gives like pages one file name
        return spent

    def all(self) -> dict[str, Callable[[], Usage]]:
        return {
            OURS: self.ours,
            "Scrapy, container text, upsert": partial(self.scrapy, "lxml"),
            "Scrapy, trafilatura, upsert": partial(self.scrapy, "trafilatura"),
            "crawlee (parsel), container text, upsert": self.crawlee,
            "trafilatura's command line": self.trafilatura,
        }


def stages(count: int = 200, times: int = 5) -> str:
    """Where our time goes: the steps of a report page one by one in this process, the least of some rounds."""
    from cleaning.body.learn import learn
    from cleaning.clean import add_figures, read_page
    from cleaning.report import Page
    from crawler.clock import now
    from crawler.store.boilerplate import BoilerplateStore
    from crawler.store.database import open_database
    from crawler.store.reports import Observation, Reports
    from crawler.store.snapshots import Snapshots
    from crawler.store.warc import Exchange

    urls = [f"http://{made.host(0)}/{made.COLUMN}/{made.path(report)}" for report in range(count)]
    pages = [Page(made.article(0, report), url=url) for report, url in enumerate(urls)]
    spent: dict[str, list[float]] = {}
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            db = open_database(Path(folder) / "reports.db")
            db.table("portals").insert({"name": "b", "title": "", "home": "http://b/", "platform": "trs"})
            reports, boilerplate = Reports(db), BoilerplateStore(db)
            snapshots = Snapshots(db, Path(folder) / "warc", "run")
            began = time.process_time()

            def lap(step: str) -> None:
                nonlocal began
                spent.setdefault(step, []).append((time.process_time() - began) / count * 1000)
                began = time.process_time()

            kept = []
            for page in pages:
                headers = [("Content-Type", "text/html; charset=utf-8")]
                exchange = Exchange(page.url, "GET", [], b"", 200, "OK", headers, page.content, now())
                kept.append(snapshots.keep(exchange, "text/html"))
            lap("WARC record, on disk")
            known = boilerplate.known("b", "")
            cleaned = [read_page(page, known) for page in pages]
            lap("clean, metadata, sections")
            for one in cleaned:
                add_figures(one.report)
            lap("figures")
            for page, one in zip(pages, cleaned, strict=True):
                boilerplate.remember("b", page.url, learn(page, one.report, one.lines))
            lap("boilerplate learned")
            for page, one, snapshot in zip(pages, cleaned, kept, strict=True):
                reports.save(Observation("b", page.url, one.report, snapshot))
            lap("store and search index")
            db.close()
    return table(("step", "ms per page"), [(step, f"{min(laps):.2f}") for step, laps in spent.items()])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000, metavar="N", help="report pages in all, on 20 portals")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--only", action="append", metavar="PROGRAM", help="one of the programs; nothing is recorded")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Portals(PORTALS, given.pages // PORTALS) as portals:
        programs = Programs(portals, Path(folder))
        chosen = {name: run for name, run in programs.all().items() if not given.only or name in given.only}
        found = {name: median(costs) for name, costs in rounds(given.rounds, chosen).items()}
    base = found.get(OURS, next(iter(found.values())))
    rows = [
        (
            name,
            f"{spent.cpu / programs.pages * 1000:.1f}",
            f"{spent.cpu / base.cpu:.1f}",
            f"{spent.wall:.1f}",
            f"{spent.peak:.0f}",
        )
        for name, spent in found.items()
    ]
    text = table(("program", "CPU ms per page", "× ours", "wall s", "peak MB"), rows)
    text = f"{programs.pages:,} report pages on {PORTALS} portals, medians of {given.rounds}:\n\n{text}"
    if given.only:
        print(text)
        return
    record("crawl", f"{text}\n\nOur steps, in one process:\n\n{stages()}")


if __name__ == "__main__":
    main()
