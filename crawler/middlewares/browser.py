"""Pages that only a browser can show, for portals whose file says ``render: browser`` (optional extra ``browser``).

The page itself is asked for like any other request. What the page then asks for by itself goes through the same guard
and the same robots.txt, one after another with the host's delay; anything but scripts and data of the page's own host
is refused. There is no evasion: the browser says whose it is, and a wall stays a wall.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, Final

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.context import Context
from crawler.language import say
from crawler.middlewares.guard import GuardMiddleware
from crawler.middlewares.robots import RobotsMiddleware
from crawler.outcome import Outcome, Refused, bare_host
from crawler.places import install_hint
from crawler.portals import Portal

PACKAGE: Final = "scrapy_playwright"
HANDLER: Final = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"
BROWSERS: Final = ("chromium", "google-chrome")
BROWSERS_OWN: Final = "*.google.com,*.googleapis.com,*.gvt1.com"  # its maker's services, which must not be reached
NEEDED: Final = frozenset({"document", "script", "xhr", "fetch"})  # styles, pictures and fonts carry no text
PURPOSE: Final = "browser"
IDLE: Final = 120_000  # milliseconds a page may take to come to rest, its delayed requests included


class BrowserMissing(ValueError):
    """A portal is to be rendered and nothing here can do it; the message says what to install."""


def check(portals: Iterable[Portal]) -> list[Portal]:
    """The portals that are to be rendered. Raises BrowserMissing if there are some and the extra is not installed."""
    wanted = [portal for portal in portals if portal.render == "browser"]
    if wanted and find_spec(PACKAGE) is None:
        raise BrowserMissing(
            say(
                "portal {name} is to be rendered in a browser, which needs an optional part of the "
                "program: {install_hint}, and Chromium (apt install chromium, or playwright install "
                "chromium)",
                name=wanted[0].name,
                install_hint=install_hint("browser"),
            )
        )
    return wanted


def prepare(crawler: Crawler, portals: Iterable[Portal]) -> None:
    """Let a crawl render the pages of those portals that want it; without one nothing changes."""
    wanted = check(portals)
    if not wanted:
        return
    settings = crawler.settings
    hosts = {host: portal.name for portal in wanted for host in portal.allowed_hosts}
    names = sorted({name for host in hosts for name in (host, f"www.{host}")})
    rules = ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {name}" for name in ("127.0.0.1", *names))])
    options: dict[str, Any] = {"args": [f"--host-resolver-rules={rules}"]}
    if os.geteuid() == 0:
        options["args"].append("--no-sandbox")
    if found := next((path for name in BROWSERS if (path := shutil.which(name))), None):
        options["executable_path"] = found
    if settings.getbool("ON_REPLICA"):
        options["proxy"] = {"server": os.environ["http_proxy"], "bypass": BROWSERS_OWN}
    agent = {"user_agent": settings["USER_AGENT"], "locale": "zh-CN"}
    context = {**agent, "service_workers": "block", "accept_downloads": False}
    timeout = settings.getfloat("DOWNLOAD_TIMEOUT") * 1000
    settings.setdict(
        {
            "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
            "PLAYWRIGHT_LAUNCH_OPTIONS": options,
            "PLAYWRIGHT_CONTEXTS": {portal.name: context for portal in wanted},
            "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 1,
            "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": timeout,
            "PLAYWRIGHT_ABORT_REQUEST": Gate(crawler, hosts),
        },
        priority="cmdline",
    )


def meta(portal: Portal) -> dict[str, Any]:
    """What marks a request of this portal for the browser; {} for portals that need none."""
    if portal.render != "browser":
        return {}
    from scrapy_playwright.page import PageMethod

    return {
        "playwright": True,
        "playwright_context": portal.name,
        "playwright_page_methods": [PageMethod("wait_for_load_state", "networkidle", timeout=IDLE)],
    }


class Gate:
    """Decides about every request of a rendered page: called with one, gives True if it must not be sent."""

    def __init__(self, crawler: Crawler, hosts: dict[str, str]) -> None:
        self.crawler, self.hosts = crawler, hosts
        self._turns: dict[str, asyncio.Lock] = {}

    async def __call__(self, request: Any) -> bool:
        frame = request.frame
        if frame.parent_frame is not None or request.resource_type not in NEEDED:
            return True
        if request.is_navigation_request() and frame.url in ("", "about:blank"):
            return False  # the page itself, which the crawler asked for
        host = bare_host(frame.url)
        if bare_host(request.url) != host or host not in self.hosts:
            return True
        return not await self._allowed(request, host)

    async def _allowed(self, request: Any, host: str) -> bool:
        """Guard, robots.txt and delay, as for a request of the crawler's own; one that is sent is written down."""
        context: Context = self.crawler.spider.context  # type: ignore[union-attr]
        meta = {"portal": self.hosts[host], "allowed_hosts": frozenset({host})}
        asked = Request(request.url, method=request.method, meta=meta, dont_filter=True)
        async with self._turns.setdefault(host, asyncio.Lock()):
            try:
                self._middleware(GuardMiddleware).process_request(asked)
                await self._middleware(RobotsMiddleware).process_request(asked)
                await self._wait(host)
            except Refused:
                return False
            context.note(asked, Outcome("ok", f"asked for by the page {request.frame.url}"), None, PURPOSE)
        return True

    async def _wait(self, host: str) -> None:
        """Wait for the host's turn in the downloader's slot, and take it."""
        assert self.crawler.engine is not None
        slots = self.crawler.engine.downloader.slots
        for slot in (slots[name] for name in (host, f"www.{host}") if name in slots):
            await asyncio.sleep(max(0.0, slot.lastseen + slot.download_delay() - time.time()))
            slot.lastseen = time.time()

    def _middleware(self, kind: type[Any]) -> Any:
        assert self.crawler.engine is not None
        found = self.crawler.engine.downloader.middleware.middlewares
        return next(each for each in found if isinstance(each, kind))
