"""The guard: no request leaves for a host that no portal names, that is being left alone, or beyond its budget."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.clock import now, told
from crawler.judge import WALL_STATUS
from crawler.middlewares.budgets import Budgets
from crawler.middlewares.own import require_archive
from crawler.outcome import WALLS, Outcome, Refused, bare_host, because

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
STOPPED: Final = because("paused", "stopped")
PORTS: Final = (None, 80, 443)


class GuardMiddleware:
    """Kill switch, host allow-list, deny list, breaker, daily budget and the run's own limits, in this order.

    The breaker opens after ``BREAKER_AFTER`` bad answers in a row, or at once where the server names a time
    (Retry-After), whether status or page shows the wall. However many answers a burst brings, it counts once per run;
    ``Retry-After: 0`` does not switch the pause off.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.budget = crawler.settings.getint("REQUESTS_PER_HOST")
        self.budgets = Budgets(crawler.settings, lambda outcome, host: refuse_waiting(crawler, outcome, host))
        self.breaker_after = crawler.settings.getint("BREAKER_AFTER")
        self.stop_file = Path(crawler.settings["OUTPUT"]) / "STOP"
        self.deny_file = Path(crawler.settings["OUTPUT"]) / "deny.txt"
        self.sent: Counter[str] = Counter()
        self.trouble: Counter[str] = Counter()
        self.walls: Counter[str] = Counter()
        self.open: dict[str, Outcome] = {}
        self.denied = _hosts(self.deny_file)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        require_archive(crawler)
        made = cls(crawler)
        crawler.signals.connect(made.opened, signals.spider_opened)
        crawler.signals.connect(made.closed, signals.spider_closed)
        return made

    def opened(self, spider: Spider) -> None:
        """Be told how each fetch ended: a wall may answer with status 200."""
        spider.context.judged = self.judged  # type: ignore[attr-defined]
        self.budgets.begin_run()

    def closed(self) -> None:
        """Stop the clocks of the run."""
        self.budgets.end_run()

    @property
    def context(self) -> Context:
        return self.crawler.spider.context  # type: ignore[union-attr,no-any-return]

    def process_request(self, request: Request) -> None:
        host = bare_host(request.url)
        if self.stop_file.exists():
            raise Refused(because("paused", "stop_file", file=str(self.stop_file)))
        allowed = request.meta.get("allowed_hosts", {host})
        parts = urlsplit(request.url)
        if parts.scheme not in ("http", "https") or host not in allowed:
            raise Refused(because("redirected_away", "foreign_host", host=host or request.url[:80]))
        if parts.port not in (*PORTS, *request.meta.get("ports", ())):
            raise Refused(because("redirected_away", "other_port", host=host, port=parts.port or 0))
        if host in self.denied:
            raise Refused(because("paused", "denied", host=host, file=str(self.deny_file)))
        if host not in self.sent:
            self._first_request(host)
        if host in self.open:
            raise Refused(self.open[host])
        if self.sent[host] >= self.budget:
            raise Refused(because("paused", "budget", most=self.budget, host=host))
        if over := self.budgets.refusal(host):
            raise Refused(over)
        self.sent[host] += 1

    def _first_request(self, host: str) -> None:
        """What earlier runs left about a host: its pause, and what was sent in the last 24 hours."""
        self.sent[host] = self.context.hosts.requests_since(host, now() - timedelta(days=1))
        self.budgets.begin_host(host, self.context.hosts.bytes_since(host, now() - timedelta(days=1)))
        pause = self.context.hosts.paused(host)
        if pause is None:
            return
        until, reason = pause
        if RETRY_AFTER in reason or not self.crawler.spider.insist:  # type: ignore[union-attr]
            self.open[host] = because("paused", "left_alone", until=told(until), why=reason)

    def process_response(self, request: Request, response: Response) -> Response:
        host = bare_host(request.url)
        self.budgets.came(host, len(response.body))
        if "playwright" in response.flags and bare_host(response.url) not in request.meta.get("allowed_hosts", {host}):
            raise Refused(
                because("redirected_away", "to_other_host", status=response.status, location=response.url[:200])
            )
        refused = response.status in WALL_STATUS and not (request.meta.get("robots") and response.status != 429)
        if not refused and response.status < 500:
            self.trouble[host] = 0
            return response
        wait = retry_after(response)
        reason = f"status {response.status}" + (f", {RETRY_AFTER} {wait:.0f} s" if wait else "")
        self._count(host, reason, wait)
        return response

    def judged(self, host: str, outcome: Outcome, status: int) -> None:
        """How a fetch of a host ended: a wall counts like a refusing status, anything that was read ends the count."""
        if outcome.name in WALLS and status not in WALL_STATUS:
            self.walls[host] += 1
            self._open_after(host, outcome.reason, self.walls[host])
        elif outcome.looked:
            self.walls[host] = 0
            if self.trouble[host] == 0 and host not in self.open:
                self.context.hosts.fine(host)

    def process_exception(self, request: Request, exception: Exception) -> None:
        if type(exception).__name__ in TROUBLE:
            self._count(bare_host(request.url), type(exception).__name__, 0.0)

    def _count(self, host: str, reason: str, wait: float) -> None:
        self.trouble[host] += 1
        self._open_after(host, reason, self.trouble[host], wait)

    def _open_after(self, host: str, reason: str, bad: int, wait: float = 0.0) -> None:
        if host not in self.open and (wait or bad >= self.breaker_after):
            until = self.context.hosts.trouble(host, reason, wait)
            self.open[host] = because("paused", "left_alone", until=told(until), why=reason)
            refuse_waiting(self.crawler, self.open[host], host)


def refuse_waiting(crawler: Crawler, outcome: Outcome, host: str = "") -> None:
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
            waiting.errback(Refused(outcome))


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
