"""Plays the nights: the real spider, middlewares, pipelines and store, one crawl per night, all in this process.

``python -m tests.season.driver FOLDER`` writes ``FOLDER/reports.db``, ``FOLDER/warc`` and ``FOLDER/nights.jsonl``.
The crawl of a night is the spider that ``fazhi crawl`` runs; only its portals come from ``tests/season/portals``.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import resource
import sqlite3
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.season.nights import NIGHTS, moment
from tests.season.stage import Stage

if TYPE_CHECKING:
    from crawler.portals import Portal

HERE = Path(__file__).parent
EACH = 10  # steps of SQLite's machine that are counted at once


class Steps:
    """How many steps SQLite's virtual machine takes on the connections of a crawl: its work, whatever the clock says.

    A statement of fewer steps than EACH counts for nothing; one that reads a growing table counts more every night.
    """

    def __init__(self) -> None:
        self.count, self.counting = 0, False

    def watch(self) -> None:
        """Count on every connection that is opened from now on."""
        plain = sqlite3.connect

        def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
            connection = plain(*arguments, **options)
            connection.set_progress_handler(self._step, EACH)
            return connection

        sqlite3.connect = connect

    def _step(self) -> None:
        self.count += EACH * self.counting


STEPS = Steps()


def prepare(stage: Stage, output: Path) -> None:
    """Route this process to the stage; to be called before anything of the crawler is imported."""
    assert not any(name == "crawler.settings" for name in sys.modules), "the settings are read once"
    os.environ |= {"FAZHI_REPLICA": stage.proxy_url, "SSL_CERT_FILE": stage.ca_file, "FAZHI_OUTPUT": str(output)}
    os.environ["FAZHI_TIMEOUT"] = "10"
    STEPS.watch()


def play(stage: Stage, output: Path, nights: int = NIGHTS) -> Iterator[dict[str, Any]]:
    """Crawl night after night and tell of each: what was due, what was asked for, how the looks ended."""
    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.utils.project import get_project_settings
    from scrapy.utils.reactor import install_reactor

    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor

    reactor.startRunning(installSignalHandlers=False)  # type: ignore[attr-defined]
    runner = AsyncCrawlerRunner(get_project_settings())
    for night in range(1, nights + 1):
        os.environ["FAZHI_NOW"] = moment(night)
        stage.night = night
        stage.reset_counts()
        due = what_is_due(output)
        STEPS.counting, STEPS.count = True, 0
        before = cpu()
        loop.run_until_complete(crawl(runner))
        used = {"cpu": cpu() - before, "steps": STEPS.count}
        STEPS.counting = False
        if night == 1:
            gc.collect()
            gc.freeze()  # what was imported stays: only what the nights leave behind is looked over each night
        yield {"night": night, **due, **what_happened(stage, output), **resources(), **used}
    loop.call_soon(reactor.fireSystemEvent, "shutdown")  # type: ignore[attr-defined]
    loop.run_forever()


@cache
def portals() -> tuple[Portal, ...]:
    """The portals of the season, read once."""
    from crawler.portals import load_all

    return tuple(load_all(HERE / "portals").values())


async def crawl(runner: Any) -> None:
    """One run of the spider on the scripted portals."""
    from crawler.spiders.reports import ReportsSpider

    await runner.crawl(runner.create_crawler(ReportsSpider), portals=portals())


def what_is_due(output: Path) -> dict[str, Any]:
    """What the ledger wants looked at tonight, read before the crawl."""
    from crawler.store.database import open_database
    from crawler.store.ledger import Ledger

    db = open_database(output / "reports.db")
    ledger = Ledger(db, "")
    columns, again, pending = [], [], []
    for portal in portals():
        ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
        columns += [column.url for column in ledger.due_columns(portal.name)]
        again += [report.url for report in ledger.due_reports(portal.name)]
        pending += [row.url for row in ledger.pending_rows(portal.name)]
    db.close()
    return {"columns": columns, "again": again, "pending": pending}


def what_happened(stage: Stage, output: Path) -> dict[str, Any]:
    """The requests that reached the portals, every look with its outcome, new rows, and the reports' states."""
    from sqlite_utils import Database

    db = Database(output / "reports.db")
    run = next(db.query("SELECT * FROM runs ORDER BY rowid DESC LIMIT 1"))
    looks = [
        [portal, purpose, url, outcome]
        for portal, purpose, url, outcome in db.execute(
            "SELECT portal, purpose, url, outcome FROM fetches WHERE run = ? ORDER BY id", [run["id"]]
        )
    ]
    rows = db.execute("SELECT count(*) FROM listing_rows WHERE first_seen = ?", [run["started"]]).fetchone()[0]
    states = dict(db.execute("SELECT url, state FROM reports WHERE state != 'published'"))
    db.close()
    asked = [
        [seen.url, seen.status, bool({"If-None-Match", "If-Modified-Since"} & set(seen.headers))]
        for seen in stage.requests
    ]
    return {
        "requests": asked,
        "counted": run["requests"],
        "exit_code": run["exit_code"],
        "looks": looks,
        "new_rows": rows,
        "states": states,
    }


def resources() -> dict[str, float]:
    """What this process holds: memory in MB and open files. All nights are crawled by one process, the hardest case
    for leaks; cron starts a new one each night."""
    gc.collect()
    files = Path("/proc/self/fd")
    memory = Path("/proc/self/statm")
    return {
        "memory": int(memory.read_text("ascii").split()[1]) * resource.getpagesize() / 2**20 if memory.exists() else 0,
        "files": len(list(files.iterdir())) if files.exists() else 0,
    }


def cpu() -> float:
    """CPU seconds this process has used, the portals it plays included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def origin(url: str) -> str:
    """Scheme and host of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def main(folder: Path, nights: int = NIGHTS) -> None:
    """Play the season into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with Stage() as stage, (folder / "nights.jsonl").open("w", encoding="utf-8") as out:
        prepare(stage, folder)
        for told in play(stage, folder, nights):
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
            out.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else NIGHTS)
