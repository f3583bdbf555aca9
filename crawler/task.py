"""Running a task from the command line: one process, one spider, the lock of a crawl."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from protego import Protego
from scrapy.utils.project import get_project_settings

from crawler.middlewares.robots import text_of
from crawler.portals import Portal
from crawler.process import CrawlProcess
from crawler.spiders.discover import Crowd, Task
from crawler.store.database import open_database
from crawler.store.hosts import RobotsStore
from crawler.store.lookup import listed


@dataclass(frozen=True, slots=True)
class Ran:
    """How a task ended: requests sent, and whether it was stopped before its end."""

    requests: int
    stopped: bool


def run_task(task: Task, *, budget: int, portal: Portal | None = None) -> Ran:
    """Run it to its end or its budget, in the name of a watched portal or of none.

    Raises ClickException if another run is writing.
    """
    settings = get_project_settings()
    process = CrawlProcess(settings, "discover")
    spider = process.run(task=task, budget=str(budget), portal=portal)
    logging.getLogger(__name__).info("%d requests", spider.used)
    return Ran(spider.used, process.stopped)


def run_crowd(crowd: Crowd, *, budget: int) -> Ran:
    """Run many tasks side by side, each to its end or its budget.

    Raises ClickException if another run is writing.
    """
    process = CrawlProcess(get_project_settings(), "discover")
    spider = process.run(crowd=crowd, budget=str(budget))
    return Ran(spider.used, process.stopped)


def known_reports(portal: Portal) -> dict[str, list[str]]:
    """The addresses of stored reports by the watched column whose listing shows them, newest first."""
    db = open_database(get_project_settings()["OUTPUT"] / "reports.db")
    found = listed(db, portal.name)
    db.close()
    return found


def robots_verdict(url: str) -> str:
    """What the stored robots.txt of an address' host says about it, as a clause."""
    settings = get_project_settings()
    scheme, _, rest = url.partition("://")
    db = open_database(settings["OUTPUT"] / "reports.db")
    known = RobotsStore(db).get(f"{scheme}://{rest.partition('/')[0]}")
    db.close()
    if known is None:
        return "not asked"
    if known.status != 200:
        return f"none (status {known.status})"
    rules = Protego.parse(text_of(known.body))
    agent = str(settings["BOT_NAME"])
    delay = rules.crawl_delay(agent)
    pause = f", {delay:g} s between requests" if delay else ""
    return ("allowed" if rules.can_fetch(url, agent) else "forbidden") + pause
