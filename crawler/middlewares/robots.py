"""robots.txt: asked for once a day, obeyed; a server that fails to give it is waited for (RFC 9309 §2.3.1)."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from crawler.clock import now
from crawler.context import Context
from crawler.extensions.throttle import slow_down
from crawler.middlewares.guard import Refused
from crawler.outcome import Outcome, bare_host, classify

KEEP: Final = timedelta(hours=24)
MAX_SIZE: Final = 512 * 1024  # bytes a crawler must read, RFC 9309 §2.5; the rest is not parsed


class RobotsMiddleware:
    """Refuses what robots.txt forbids and honours Crawl-delay."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.agent = str(crawler.settings["BOT_NAME"])
        self._rules: dict[str, Protego | Outcome] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta.get("robots"):
            return
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._rules:
                self._rules[origin] = await self._ask(origin, request)
        rules = self._rules[origin]
        if isinstance(rules, Outcome):
            raise Refused(rules)
        if not rules.can_fetch(request.url, self.agent):
            raise Refused(Outcome("robots_denied", f"robots.txt of {parts.netloc} forbids {parts.path[:120]}"))

    async def _ask(self, origin: str, request: Request) -> Protego | Outcome:
        """The rules of an origin, from the last day's answer if there is one, or why there are none."""
        context: Context = self.crawler.spider.context  # type: ignore[union-attr]
        known = context.robots.get(origin)
        if known and timedelta(0) <= now() - datetime.fromisoformat(known.fetched) < KEEP:
            return self._parse(origin, known.status, known.body)
        url = f"{origin}/robots.txt"
        meta = {
            "robots": True,
            "portal": request.meta.get("portal"),
            "allowed_hosts": request.meta.get("allowed_hosts"),
        }
        robots_request = Request(url, meta=meta, callback=NO_CALLBACK, priority=1000)
        assert self.crawler.engine is not None
        for _ in range(5):
            try:
                response = await self.crawler.engine.download_async(robots_request)
            except Exception as error:
                outcome = context.outcome_of(error)
                context.note(robots_request, outcome, None, "robots")
                if isinstance(error, IgnoreRequest):
                    return outcome
                return Outcome("robots_unavailable", f"robots.txt of {origin} cannot be asked for: {outcome.reason}")
            outcome = classify(response.status, url, response.body[:MAX_SIZE] or b" ", _location(response))
            context.note(robots_request, outcome, response, "robots")
            if outcome.name != "moved":
                break
            url = outcome.location
            robots_request = robots_request.replace(url=url)
        context.robots.put(origin, response.status, response.body[:MAX_SIZE])
        return self._parse(origin, response.status, response.body[:MAX_SIZE])

    def _parse(self, origin: str, status: int, body: bytes) -> Protego | Outcome:
        if status >= 500 or status == 429:
            return Outcome("robots_unavailable", f"robots.txt of {origin} answers {status}; we wait")
        rules = Protego.parse(body.decode("utf-8", "replace") if status == 200 else "")
        delay = rules.crawl_delay(self.agent)
        if delay:
            slow_down(self.crawler, bare_host(origin), min(float(delay), 600.0))
        return rules


def _location(response: object) -> str:
    headers = getattr(response, "headers", {})
    return (headers.get("Location") or b"").decode("latin-1")
