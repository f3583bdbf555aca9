"""A country's first search (``fazhi add --from``) by the clock that jumps: portals of every form, from memory.

    python -m benchmarks.programs.country_search HOSTS

Everything is the real program but time and the portals, as in ``country_night``; the polite delay is on. Prints hours,
requests, CPU and memory, and the least time between two requests to one host.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("FAZHI_NOW", "2026-11-22T06:00:00+00:00")
FOLDER = tempfile.TemporaryDirectory()
os.environ |= {"FAZHI_OUTPUT": f"{FOLDER.name}/output", "FAZHI_PORTALS": f"{FOLDER.name}/portals"}

import asyncio  # noqa: E402
from urllib.parse import urlsplit  # noqa: E402

from scrapy import Request  # noqa: E402
from scrapy.http import HtmlResponse, Response, TextResponse  # noqa: E402

from benchmarks.portals import ROBOTS  # noqa: E402
from benchmarks.programs.country_night import CLOCK, LATENCY, Answers  # noqa: E402  # sets the clock before all else
from tests.replica import forms, model  # noqa: E402

PAIRS = forms.pairs()


class Played(Answers):
    """The portals, by the number in their host."""

    async def download_request(self, request: Request) -> Response:
        parts = urlsplit(request.url)
        host = parts.hostname or ""
        cls = type(self)
        cls.nearest = min(cls.nearest, CLOCK.seconds - cls.last.get(host, -1e9))
        await asyncio.sleep(LATENCY)
        cls.last[host] = CLOCK.seconds
        request.meta["download_latency"] = LATENCY
        cls.counts["requests"] += 1
        if parts.path == "/robots.txt":
            return TextResponse(request.url, 200, {"Content-Type": "text/plain"}, ROBOTS)
        site = forms.portal(*PAIRS[int(host.split(".")[1][1:]) % len(PAIRS)], host=host)
        routes = site.system.routes(site, 1)
        handler = routes.get(parts.path) or routes.get(f"{parts.path}/")
        if handler is None:
            return HtmlResponse(request.url, 404, body=b"<h1>404</h1>")
        made = handler(model.Request(request.method, parts.path, parts.query, {}, request.body))
        return HtmlResponse(request.url, made.status, {"Content-Type": made.content_type}, made.content)


def main() -> None:
    import crawler.settings
    from crawler.cli import main as fazhi

    hosts = int(sys.argv[1])
    listed = Path(FOLDER.name) / "list.csv"
    listed.write_text("home\n" + "".join(f"http://www.h{at}.gov.cn/\n" for at in range(hosts)), "utf-8")
    crawler.settings.DOWNLOAD_HANDLERS |= dict.fromkeys(("http", "https"), f"{__name__}.Played")
    crawler.settings.ASYNCIO_EVENT_LOOP = "benchmarks.programs.country_night.Loop"  # type: ignore[attr-defined]
    began = CLOCK.seconds
    fazhi(["add", "--json", "--from", str(listed)], standalone_mode=False)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seen = {
        "hosts": hosts,
        **Played.counts,
        "nearest": round(Played.nearest, 2),
        "hours": round((CLOCK.seconds - began) / 3600, 2),
        "cpu": round(used.ru_utime + used.ru_stime, 1),
        "peak": round(used.ru_maxrss / 1024),
    }
    print(json.dumps(seen))
