"""A country's first search by the clock that jumps: ``fazhi add --country``.

Everything is the real program but two things, as in ``country_night``: time, and the portals, which answer from memory
in every form of ``tests.replica.forms`` under the divisions' own addresses, names and codes. The polite delay is on.
``main`` takes the options of ``add --country``; the last line of standard output is what was seen, as JSON: ``waited``
are the seconds before the first request, and CPU time is the program's alone, without that of the portals.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time

os.environ.setdefault("FAZHI_NOW", "2026-11-22T06:00:00+00:00")
FOLDER = tempfile.TemporaryDirectory()
for _name in ("output", "portals"):
    os.environ.setdefault(f"FAZHI_{_name.upper()}", f"{FOLDER.name}/{_name}")

import asyncio  # noqa: E402
from urllib.parse import urlsplit  # noqa: E402

from scrapy import Request  # noqa: E402
from scrapy.http import HtmlResponse, Response, TextResponse  # noqa: E402

from benchmarks.portals import ROBOTS  # noqa: E402
from benchmarks.programs.country_night import CLOCK, LATENCY, Answers  # noqa: E402  # sets the clock before all else
from crawler.outcome import bare_host  # noqa: E402
from crawler.portals.governments import choose  # noqa: E402
from tests.replica import forms, model  # noqa: E402

PAIRS = forms.pairs()
DIVISIONS = {bare_host(each.home): (at, each) for at, each in enumerate(choose())}


class Played(Answers):
    """The portals: each division's has the form whose turn it is."""

    making = 0.0  # seconds of CPU that making the answers took
    first = 0.0  # when the first request came

    async def download_request(self, request: Request) -> Response:
        host = urlsplit(request.url).hostname or ""
        cls = type(self)
        cls.first = cls.first or CLOCK.seconds
        cls.nearest = min(cls.nearest, CLOCK.seconds - cls.last.get(host, -1e9))
        await asyncio.sleep(LATENCY)
        cls.last[host] = CLOCK.seconds
        request.meta["download_latency"] = LATENCY
        cls.counts["requests"] += 1
        began = time.process_time()
        made = _answer(request, host)
        cls.making += time.process_time() - began
        return made


def _answer(request: Request, host: str) -> Response:
    parts = urlsplit(request.url)
    if parts.path == "/robots.txt":
        return TextResponse(request.url, 200, {"Content-Type": "text/plain"}, ROBOTS)
    at, division = DIVISIONS[bare_host(request.url)]
    site = forms.portal(*PAIRS[at % len(PAIRS)], host=host)
    routes = site.system.routes(site, 1)
    handler = routes.get(parts.path) or routes.get(f"{parts.path}/")
    if handler is None:
        return HtmlResponse(request.url, 404, body=b"<h1>404</h1>")
    made = handler(model.Request(request.method, parts.path, parts.query, {}, request.body))
    body = made.content.replace(forms.CODE.encode(), f"{division.code}0001".encode())
    body = body.replace("宁岭县".encode(), division.name.encode())
    return HtmlResponse(request.url, made.status, {"Content-Type": made.content_type}, body)


def main() -> None:
    import crawler.settings
    from crawler.cli import main as fazhi

    crawler.settings.DOWNLOAD_HANDLERS |= dict.fromkeys(("http", "https"), f"{__name__}.Played")
    crawler.settings.ASYNCIO_EVENT_LOOP = "benchmarks.programs.country_night.Loop"  # type: ignore[attr-defined]
    began, used = CLOCK.seconds, time.process_time()
    fazhi(["add", "--country", "--json", *sys.argv[1:]], standalone_mode=False)
    seen = {
        "hosts": len(Played.last),
        "requests": Played.counts["requests"],
        "waited": Played.first - began,
        "nearest": Played.nearest,
        "seconds": CLOCK.seconds - began,
        "cpu": time.process_time() - used - Played.making,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(seen))
