"""robots.txt: asked for once a day, obeyed; a server that fails to give it is waited for (RFC 9309 §2.3.1)."""

from __future__ import annotations

import asyncio
import codecs
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from crawler.clock import now
from crawler.context import Context
from crawler.judge import of_robots
from crawler.middlewares.own import keeps_archive
from crawler.outcome import Outcome, Refused, bare_host, because

PURPOSE: Final = "robots"
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
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware | RobotsTxtMiddleware:
        """Ours for our spiders, Scrapy's own for its shell."""
        return cls(crawler) if keeps_archive(crawler) else RobotsTxtMiddleware.from_crawler(crawler)

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
            raise Refused(because("robots_denied", "robots_forbids", host=parts.netloc, path=parts.path[:120]))

    async def _ask(self, origin: str, request: Request) -> Protego | Outcome:
        """The rules of an origin, from the last day's answer if there is one, or why there are none."""
        context: Context = self.crawler.spider.context  # type: ignore[union-attr]
        known = context.robots.get(origin)
        if known and timedelta(0) <= now() - datetime.fromisoformat(known.fetched) < KEEP:
            return self._parse(origin, known.status, known.body)
        carried = ("portal", "allowed_hosts", "ports")
        meta = {name: request.meta[name] for name in carried if name in request.meta}
        meta |= {"robots": True, "purpose": PURPOSE}
        robots_request = Request(f"{origin}/robots.txt", meta=meta, callback=NO_CALLBACK, priority=1000)
        assert self.crawler.engine is not None
        host = urlsplit(origin).netloc
        try:
            response = await self.crawler.engine.download_async(robots_request)
        except Exception as error:
            outcome = context.outcome_of(error)
            context.note(robots_request, outcome, None, PURPOSE)
            if isinstance(error, IgnoreRequest):
                return outcome
            return because("robots_unavailable", "robots_unasked", host=host, why=outcome.reason)
        context.note(response.request or robots_request, of_robots(response.status, host), response, PURPOSE)
        context.robots.put(origin, response.status, response.body[:MAX_SIZE])
        return self._parse(origin, response.status, response.body[:MAX_SIZE])

    def _parse(self, origin: str, status: int, body: bytes) -> Protego | Outcome:
        outcome = of_robots(status, urlsplit(origin).netloc)
        if not outcome.looked:
            return outcome
        rules = Protego.parse(text_of(body) if status == 200 else "")
        delay = rules.crawl_delay(self.agent)
        if delay:
            slow_down(self.crawler, bare_host(origin), min(float(delay), 600.0))
        return rules


def slow_down(crawler: Crawler, host: str, delay: float) -> None:
    """Make ``delay`` (seconds) the least time between two requests to a host, with or without ``www.``."""
    if crawler.settings.getbool("ON_REPLICA"):
        return
    assert crawler.engine is not None
    downloader = crawler.engine.downloader
    delay = delay / (1 - crawler.settings.getfloat("DOWNLOAD_DELAY_JITTER"))
    for key in (host, f"www.{host}"):
        setting = downloader.per_slot_settings.setdefault(key, {})
        setting["delay"] = max(delay, setting.get("delay", 0.0), crawler.settings.getfloat("DOWNLOAD_DELAY"))
        if key in downloader.slots:
            downloader.slots[key].delay = max(downloader.slots[key].delay, setting["delay"])


def text_of(body: bytes) -> str:
    """The text of a robots.txt: UTF-8 (RFC 9309 §2.2), or what its byte order mark says."""
    marked = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return body.decode("utf-16" if marked else "utf-8-sig", "replace")
