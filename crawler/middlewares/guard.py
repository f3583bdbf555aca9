"""The guard: no request leaves for a host that no portal names, that is being left alone, or beyond its budget."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.clock import now
from crawler.outcome import WALL_STATUS, Outcome, bare_host

if TYPE_CHECKING:
    from crawler.context import Context

TROUBLE: Final = frozenset(
    {
        "DownloadTimeoutError",
        "DownloadConnectionRefusedError",
        "CannotResolveHostError",
        "DownloadFailedError",
        "TimeoutError",
    }
)
RETRY_AFTER: Final = "Retry-After"
STOPPED: Final = "the run was stopped; the next one goes on"


class Refused(IgnoreRequest):
    """A request that was not sent, with the outcome that says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


class GuardMiddleware:
    """Kill switch, host allow-list, deny list, daily budget and breaker, in this order.

    The breaker opens after ``BREAKER_AFTER`` bad answers in a row, or at once where the server names a time
    (Retry-After). However many answers a burst brings, it counts once per run; ``Retry-After: 0`` does not
    switch the pause off.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.budget = crawler.settings.getint("REQUESTS_PER_HOST")
        self.breaker_after = crawler.settings.getint("BREAKER_AFTER")
        self.stop_file = Path(crawler.settings["OUTPUT"]) / "STOP"
        self.deny_file = Path(crawler.settings["OUTPUT"]) / "deny.txt"
        self.sent: Counter[str] = Counter()
        self.trouble: Counter[str] = Counter()
        self.open: dict[str, str] = {}
        self.denied = _hosts(self.deny_file)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    @property
    def context(self) -> Context:
        return self.crawler.spider.context  # type: ignore[union-attr,no-any-return]

    def process_request(self, request: Request) -> None:
        host = bare_host(request.url)
        if self.stop_file.exists():
            raise Refused(Outcome("paused", f"{self.stop_file} exists, so nothing is asked for; remove it to go on"))
        allowed = request.meta.get("allowed_hosts", {host})
        if urlsplit(request.url).scheme not in ("http", "https") or host not in allowed:
            raise Refused(Outcome("redirected_away", f"{host or request.url[:80]} is not a host of this portal"))
        if host in self.denied:
            raise Refused(Outcome("paused", f"{host} stands in {self.deny_file}"))
        if host not in self.sent:
            self._first_request(host)
        if host in self.open:
            raise Refused(Outcome("paused", self.open[host]))
        if self.sent[host] >= self.budget:
            reason = f"the daily budget of {self.budget} requests to {host} is used up; the rest waits until tomorrow"
            raise Refused(Outcome("paused", reason))
        self.sent[host] += 1

    def _first_request(self, host: str) -> None:
        """What earlier runs left about a host: its pause, and what was sent in the last 24 hours."""
        self.sent[host] = self.context.hosts.requests_since(host, now() - timedelta(days=1))
        pause = self.context.hosts.paused(host)
        if pause is None:
            return
        until, reason = pause
        if RETRY_AFTER in reason or not self.crawler.spider.insist:  # type: ignore[union-attr]
            self.open[host] = f"{host} is left alone until {until}: {reason}"

    def process_response(self, request: Request, response: Response) -> Response:
        host = bare_host(request.url)
        if "playwright" in response.flags and bare_host(response.url) not in request.meta.get("allowed_hosts", {host}):
            raise Refused(Outcome("redirected_away", f"the browser was sent to another host: {response.url[:200]}"))
        if response.status not in WALL_STATUS and response.status < 500:
            if self.trouble[host] == 0 and host not in self.open:
                self.context.hosts.fine(host)
            self.trouble[host] = 0
            return response
        wait = retry_after(response)
        reason = f"status {response.status}" + (f", {RETRY_AFTER} {wait:.0f} s" if wait else "")
        self._count(host, reason, wait)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        if type(exception).__name__ in TROUBLE:
            self._count(bare_host(request.url), type(exception).__name__, 0.0)

    def _count(self, host: str, reason: str, wait: float) -> None:
        self.trouble[host] += 1
        if host not in self.open and (wait or self.trouble[host] >= self.breaker_after):
            until = self.context.hosts.trouble(host, reason, wait)
            self.open[host] = f"{host} failed ({reason}) and is left alone until {until}"
            refuse_waiting(self.crawler, self.open[host], host)


def refuse_waiting(crawler: Crawler, reason: str, host: str = "") -> None:
    """Give requests that wait in the download slots back unsent, those of one host or all of them.

    They passed the guard before there was a reason to refuse them, and with a polite delay they wait for minutes.
    """
    assert crawler.engine is not None
    for slot in crawler.engine.downloader.slots.values():
        kept = [(request, waiting) for request, waiting in slot.queue if host and bare_host(request.url) != host]
        dropped = [pair for pair in slot.queue if pair not in kept]
        slot.queue.clear()
        slot.queue.extend(kept)
        for _, waiting in dropped:
            waiting.errback(Refused(Outcome("paused", reason)))


def retry_after(response: Response) -> float:
    """Seconds a server asks to wait (RFC 9110 §10.2.3: seconds or a date), 0 where it asks for nothing sensible."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        return max(0.0, (parsedate_to_datetime(value) - now()).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def _hosts(path: Path) -> frozenset[str]:
    """Host names in a file, one a line, ``#`` begins a comment; none if there is no file."""
    if not path.is_file():
        return frozenset()
    lines = (line.split("#")[0].strip().lower() for line in path.read_text("utf-8").splitlines())
    return frozenset(line.removeprefix("www.") for line in lines if line)
