"""The spider that runs tasks: one request at a time, with the manners, the archive and the looks of a crawl."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterator
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
from crawler.outcome import bare_host, because
from crawler.portals import Portal, load_all
from crawler.spiders.pages import content_type

BUDGET: Final = 60  # requests of one task, robots.txt included
PURPOSE: Final = "discover"


class Task(Protocol):
    """What decides what to ask for: ``fazhi add`` searches a portal, ``fazhi check --look`` visits its columns."""

    home: str

    def next(self) -> Lead | None: ...

    def answered(self, lead: Lead, answer: Answer) -> None: ...


class DiscoverSpider(Spider):
    """Searches the portal at ``url`` for its report columns with at most ``budget`` requests."""

    name = "discover"
    insist = False
    context: Context

    def __init__(
        self, url: str = "", budget: str = "", task: Task | None = None, portal: Portal | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        if task is None and not url:
            raise ValueError("say where to look: -a url=http://www.example.gov.cn/")
        self.task: Task = task or Search(url)
        self.budget = int(budget or BUDGET)
        self.used = 0
        self.portal = portal
        self.known_portals = tuple(load_all().values())
        self.portals = ()
        self._origins: set[str] = set()

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
        """One more request was really sent."""
        self.used += 1

    def closed(self, reason: str) -> None:
        """Close the run and, when started by Scrapy's own command, say what was found."""
        for candidate in getattr(self.task, "candidates", []):
            logging.getLogger(__name__).info("%s: %d reports", candidate.url, len(candidate.reports))
        self.context.close(0 if reason == "finished" else 1)

    async def start(self) -> AsyncIterator[Request]:
        for request in self._go_on():
            yield request

    def _go_on(self) -> Iterator[Request]:
        """The next request of the task, within the budget; robots.txt of a new host counts as well."""
        while lead := self.task.next():
            url = lead.request.url
            parts = urlsplit(url)
            if not permitted(parts.hostname or "", self.known_portals):
                outcome = because("redirected_away", "not_permitted", host=parts.hostname or url[:80])
                self.task.answered(lead, Answer(url, outcome, lead.request))
                continue
            if self.used + 1 + (parts.netloc not in self._origins) > self.budget:
                return
            self._origins.add(parts.netloc)
            yield self._request(lead)
            return

    def _request(self, lead: Lead) -> Request:
        wanted = lead.request
        meta = {
            "portal": self.portal.name if self.portal else None,
            "allowed_hosts": frozenset({bare_host(wanted.url)}),
            "ports": frozenset({port for port in [urlsplit(wanted.url).port] if port}),
            "purpose": PURPOSE,
            "home": self.task.home if wanted.url != self.task.home else "",
            "most_hops": min(MAX_REDIRECTS, max(0, self.budget - self.used - 1)),
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
            cb_kwargs={"lead": lead},
            meta=meta,
            dont_filter=True,
        )

    def parse_answer(self, response: Response, lead: Lead) -> Iterator[Request]:
        request = response.request
        assert request is not None
        outcome = of_answer(response, request.meta["home"])
        if outcome.name == "ok":
            outcome = of_page_found(response)
        self.context.note(request, outcome, response, PURPOSE)
        answer = Answer(response.url, outcome, lead.request, response.body, content_type(response))
        self.task.answered(lead, answer)
        yield from self._go_on()

    def failed(self, failure: Any) -> Iterator[Request]:
        request: Request = failure.request
        lead: Lead = request.cb_kwargs["lead"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(request, outcome, None, PURPOSE)
        self.task.answered(lead, Answer(request.url, outcome, lead.request))
        yield from self._go_on()
