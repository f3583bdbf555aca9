"""The guard: no request leaves for a host that no portal names, that is being left alone, or beyond its budget."""

from __future__ import annotations

from collections import Counter
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.outcome import WALL_STATUS, Outcome, bare_host

LEAVE_ALONE = frozenset(
    {"DownloadTimeoutError", "DownloadConnectionRefusedError", "CannotResolveHostError", "DownloadFailedError"}
)


class Refused(IgnoreRequest):
    """A request that was not sent, with the outcome that says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


class GuardMiddleware:
    """Host allow-list, per-host budget and breaker. A burst of trouble counts once per look, not per retry."""

    def __init__(self, crawler: Crawler) -> None:
        self.budget = crawler.settings.getint("REQUESTS_PER_HOST")
        self.breaker_after = crawler.settings.getint("BREAKER_AFTER")
        self.allowed = crawler.settings.getlist("ALLOWED_HOSTS")
        self.sent: Counter[str] = Counter()
        self.trouble: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        host = bare_host(request.url)
        if parts.scheme not in ("http", "https") or host not in request.meta.get("allowed_hosts", {host}):
            raise Refused(Outcome("redirected_away", f"{host or request.url[:80]} is not a host of this portal"))
        if self.trouble[host] >= self.breaker_after:
            raise Refused(
                Outcome("paused", f"{host} failed {self.trouble[host]} times in a row and is left alone for this run")
            )
        if self.sent[host] >= self.budget:
            raise Refused(
                Outcome(
                    "paused",
                    f"the budget of {self.budget} requests to {host} is used up; the rest waits for the next run",
                )
            )
        self.sent[host] += 1

    def process_response(self, request: Request, response: Response) -> Response:
        host = bare_host(request.url)
        bad = response.status in WALL_STATUS or response.status >= 500
        self.trouble[host] = self.trouble[host] + 1 if bad else 0
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        if type(exception).__name__ in LEAVE_ALONE:
            self.trouble[bare_host(request.url)] += 1
