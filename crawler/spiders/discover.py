"""The spider that runs tasks, with the manners, the archive and the fetches of a crawl.

A task has one request under way at a time; many tasks run side by side, each on a host of its own.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.context import Context
from crawler.discovery.frontier import Lead
from crawler.discovery.hosts import permitted
from crawler.discovery.pages import Answer
from crawler.discovery.search import Search
from crawler.judge import MAX_REDIRECTS, of_answer, of_page_found
from crawler.middlewares import browser
from crawler.middlewares.guard import STOPPED
from crawler.outcome import bare_host, because
from crawler.portals import Portal, load_all
from crawler.spiders.pages import content_type
from crawler.store import Database

BUDGET: Final = 60  # requests of one task, robots.txt included
PURPOSE: Final = "discover"
SIDE_BY_SIDE: Final = 200  # tasks under way at once: what of them is held in memory, and enough to wait for hosts


class Task(Protocol):
    """What decides what to ask for: ``fazhi add`` searches a portal, ``fazhi check --look`` visits its columns."""

    home: str
    agent: str

    def next(self) -> Lead | None: ...

    def answered(self, lead: Lead, answer: Answer) -> None: ...


class Crowd(Protocol):
    """Many tasks: handed out one by one, each given back when it has ended."""

    def open(self, db: Database) -> None: ...

    def __iter__(self) -> Iterator[Any]: ...

    def ended(self, task: Any, requests: int, *, stopped: bool) -> None: ...


@dataclass(eq=False)
class Running:
    """A task under way: requests sent so far, the origins whose robots.txt is known, whether the run was stopped."""

    task: Task
    used: int = 0
    origins: set[str] = field(default_factory=set)
    stopped: bool = False


class DiscoverSpider(Spider):
    """Searches the portal at ``url`` for its report columns with at most ``budget`` requests; or does the ``task``
    given, or all tasks of a ``crowd``, each with that budget."""

    name = "discover"
    keeps_archive = True
    insist = False
    context: Context

    def __init__(
        self,
        url: str = "",
        budget: str = "",
        task: Task | None = None,
        portal: Portal | None = None,
        crowd: Crowd | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if task is None and crowd is None and not url:
            raise ValueError("say where to look: -a url=http://www.example.gov.cn/")
        self.task = None if crowd else task or Search(url)
        self.crowd = crowd
        self.budget = int(budget or BUDGET)
        self.used = 0
        self.portal = portal
        self.known_portals = tuple(load_all(to_be=True).values())
        self.portals = ()
        self._tasks: Iterator[Task] = iter(())
        self._at_work: dict[str, Running] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        browser.prepare(crawler, [spider.portal] if spider.portal else [])
        spider.context = Context(crawler.settings["OUTPUT"], " ".join(sys.argv[1:])[:500])
        if spider.portal:
            spider.context.ledger.enter_portal(spider.portal.facts, [])
        crawler.signals.connect(spider.count, signals.request_reached_downloader)
        return spider

    def count(self, request: Request) -> None:
        """One more request was really sent; it counts for the task at work on its host."""
        self.used += 1
        if running := self._at_work.get(bare_host(request.url)):
            running.used += 1

    def closed(self, reason: str) -> None:
        """Close the run and, when started by Scrapy's own command, say what was found."""
        for candidate in getattr(self.task, "candidates", []):
            logging.getLogger(__name__).info("%s: %d reports", candidate.url, len(candidate.reports))
        self.context.close(0 if reason == "finished" else 1)

    async def start(self) -> AsyncIterator[Request]:
        if self.crowd is None:
            assert self.task is not None
            self._tasks = iter([self.task])
        else:
            self.crowd.open(self.context.db)
            self._tasks = iter(self.crowd)
        for _ in range(SIDE_BY_SIDE):
            for request in self._begin():
                yield request

    def _begin(self) -> Iterator[Request]:
        """The first request of the next task that has one to make."""
        for task in self._tasks:
            task.agent = self.settings["USER_AGENT"]
            if request := self._go_on(Running(task)):
                yield request
                return

    def _go_on(self, running: Running) -> Request | None:
        """The next request of a task within its budget, robots.txt of a new host counted as well; None at its end."""
        while not running.stopped and (lead := running.task.next()):
            url = lead.request.url
            parts = urlsplit(url)
            if not permitted(parts.hostname or "", self.known_portals):
                outcome = because("redirected_away", "not_permitted", host=parts.hostname or url[:80])
                running.task.answered(lead, Answer(url, outcome, lead.request))
                continue
            if running.used + 1 + (parts.netloc not in running.origins) > self.budget:
                break
            running.origins.add(parts.netloc)
            self._at_work[bare_host(url)] = running
            return self._request(running, lead)
        self._at_work = {host: each for host, each in self._at_work.items() if each is not running}
        if self.crowd is not None:
            self.crowd.ended(running.task, running.used, stopped=running.stopped)
        return None

    def _request(self, running: Running, lead: Lead) -> Request:
        wanted = lead.request
        meta = {
            "portal": self.portal.name if self.portal else None,
            "allowed_hosts": frozenset({bare_host(wanted.url)}),
            "ports": frozenset({port for port in [urlsplit(wanted.url).port] if port}),
            "purpose": PURPOSE,
            "home": running.task.home if wanted.url != running.task.home else "",
            "most_hops": min(MAX_REDIRECTS, max(0, self.budget - running.used - 1)),
            "stub": True,
            "handle_httpstatus_all": True,
            "dont_retry": True,
        }
        if self.portal and wanted.method == "GET":
            meta |= browser.meta(self.portal)
        return Request(
            wanted.url,
            method=wanted.method,
            body=wanted.body,
            headers=dict(wanted.headers),
            callback=self.parse_answer,
            errback=self.failed,
            cb_kwargs={"running": running, "lead": lead},
            meta=meta,
            dont_filter=True,
        )

    def parse_answer(self, response: Response, running: Running, lead: Lead) -> Iterator[Request]:
        request = response.request
        assert request is not None
        outcome = of_answer(response, request.meta["home"])
        if outcome.name == "ok":
            outcome = of_page_found(response)
        self.context.note(request, outcome, response, PURPOSE)
        plain, _, route = lead.request.url.partition("#")  # the server is not told of the route of an application
        url = lead.request.url if route and response.url == plain else response.url
        answer = Answer(url, outcome, lead.request, response.body, content_type(response))
        running.task.answered(lead, answer)
        yield from self._onward(running)

    def failed(self, failure: Any) -> Iterator[Request]:
        request: Request = failure.request
        running: Running = request.cb_kwargs["running"]
        lead: Lead = request.cb_kwargs["lead"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(request, outcome, None, PURPOSE)
        running.stopped = outcome == STOPPED
        running.task.answered(lead, Answer(request.url, outcome, lead.request))
        yield from self._onward(running)

    def _onward(self, running: Running) -> Iterator[Request]:
        """The task's next request, or at its end the first of another one."""
        if request := self._go_on(running):
            yield request
        elif not running.stopped:
            yield from self._begin()
