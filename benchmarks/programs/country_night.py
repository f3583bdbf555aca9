"""One ``fazhi crawl`` of a made-up country by a clock that jumps from one event to the next instead of waiting.

Everything is the real program (scheduler, slots, throttle, guard, robots, spider, store) but two things: time, which
passes only when nothing is left to do, and the portals, which answer from memory after ``LATENCY``. The polite delay is
on. The last line of standard output is what was seen, as JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import selectors
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from typing import Any, Final

from benchmarks.portals import ROBOTS

LATENCY: Final = 0.3  # seconds until a portal has answered


class Clock:
    """Seconds that pass by being added."""

    def __init__(self) -> None:
        self.began = datetime.fromisoformat(os.environ["FAZHI_NOW"])
        self.seconds = 1_000.0
        self.jump(0.0)

    def jump(self, seconds: float) -> None:
        """Let time pass, for the event loop and for the program's time of day."""
        self.seconds += seconds
        os.environ["FAZHI_NOW"] = (self.began + timedelta(seconds=int(self.seconds) - 1_000)).isoformat()


CLOCK: Final = Clock()
time.monotonic = lambda: CLOCK.seconds  # before anything takes it from there

from scrapy import Request  # noqa: E402
from scrapy.core.downloader.handlers.base import BaseDownloadHandler  # noqa: E402
from scrapy.http import Response, TextResponse  # noqa: E402


class Jumping(selectors.DefaultSelector):  # type: ignore[misc,valid-type]
    """Waits for nothing: where the loop would sleep, the clock jumps."""

    def select(self, timeout: float | None = None) -> list[Any]:
        ready = super().select(0 if timeout is not None else None)
        if not ready and timeout:
            CLOCK.jump(timeout)
        return ready


class Loop(asyncio.SelectorEventLoop):
    """The event loop on that clock."""

    def __init__(self) -> None:
        super().__init__(Jumping())

    def time(self) -> float:
        return CLOCK.seconds


class Answers(BaseDownloadHandler):
    """The portals: nothing is new anywhere. Counts what they see."""

    lazy = False
    counts: Final[Counter[str]] = Counter()
    last: Final[dict[str, float]] = {}
    nearest = 1e9

    async def download_request(self, request: Request) -> Response:
        host = request.url.split("/")[2]
        cls = type(self)
        cls.nearest = min(cls.nearest, CLOCK.seconds - cls.last.get(host, -1e9))
        await asyncio.sleep(LATENCY)
        cls.last[host] = CLOCK.seconds
        request.meta["download_latency"] = LATENCY
        if request.url.endswith("/robots.txt"):
            cls.counts["robots"] += 1
            return TextResponse(request.url, 200, {"Content-Type": "text/plain"}, ROBOTS)
        cls.counts["listings"] += 1
        if not request.headers.get("If-None-Match"):
            raise RuntimeError(f"{request.url} is asked for without a condition")
        return Response(request.url, 304)


def main() -> None:
    import crawler.settings
    from crawler.cli import main as fazhi

    crawler.settings.DOWNLOAD_HANDLERS |= dict.fromkeys(("http", "https"), f"{__name__}.Answers")
    crawler.settings.ASYNCIO_EVENT_LOOP = f"{__name__}.Loop"  # type: ignore[attr-defined]
    began = CLOCK.seconds
    code = fazhi(["crawl", "--json", *sys.argv[1:]], standalone_mode=False)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seen = {
        "code": code,
        **Answers.counts,
        "hosts": len(Answers.last),
        "nearest": Answers.nearest,
        "seconds": CLOCK.seconds - began,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss / 1024,
    }
    print(json.dumps(seen))
