"""played(page, answers) -> Played: a page whose scripts were run in a process of their own, with what is known.

Scripts are never answered while they run: what they ask for is noted, and they are run anew with the answers.
"""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from cleaning.attachments.sandbox.safely import end, folder, start
from crawler.items import PageRequest

SECONDS: Final = 4.0  # of one page's scripts
GRACE: Final = 3.0  # for a process to begin and to end
MEMORY: Final = 512 << 20  # of the process; the engine's own heap is bound closer
MOST_SAID: Final = 8 << 20
MOST_PAGE: Final = 1_500_000  # characters of a page that is played
LONGEST_URL: Final = 2000
MOST_WANTED: Final = 40  # of one play; the search asks for fewer
LONGEST_BODY: Final = 20_000
USUAL: Final = frozenset({"accept", "content-type", "referer", "x-requested-with"})
_MODULE: Final = "crawler.discovery.engine.play"
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_VALUE: Final = re.compile(r"[\x20-\x7e]{1,1000}")
_NOT_SENT: Final = re.compile(
    r"(?:host|cookie.*|user-agent|connection|content-length|referer|origin|accept|accept-.*|via|te|trailer|upgrade|"
    r"transfer-encoding|expect|date|dnt|keep-alive|proxy-.*|sec-.*|x-forwarded-.*|x-requested-with|range|if-.*)",
    re.I,
)


@dataclass(frozen=True)
class Known:
    """The answer to one request of a page."""

    request: PageRequest
    text: str
    status: int = 200
    kind: str = "text/html"


@dataclass(frozen=True)
class Wanted:
    """One request that a page's scripts make: the rows of a list, perhaps, or a ``script``."""

    request: PageRequest
    kind: str


@dataclass(frozen=True)
class Played:
    """What a page is once its scripts have run: itself, what it asks for yet, where it went, what can be clicked."""

    html: str = ""
    wanted: tuple[Wanted, ...] = ()
    clicks: tuple[str, ...] = ()
    gone: str = ""
    errors: tuple[str, ...] = field(default=())
    problem: str = ""


def available() -> bool:
    """Whether the engine is installed."""
    return find_spec("quickjs") is not None


def played(
    url: str, html: str, answers: Iterable[Known], agent: str, clicks: Sequence[str] = (), now: float = 0.0
) -> Played:
    """What a page becomes by its scripts; never raises, and takes a few seconds at most."""
    page = {
        "url": url, "html": html[:MOST_PAGE], "agent": agent, "clicks": list(clicks), "now": int(now * 1000),
        "answers": [
            {"method": each.request.method, "url": each.request.url.partition("#")[0], "body": each.request.body,
             "headers": own_headers(each.request),
             "text": each.text, "status": each.status, "kind": each.kind} for each in answers
        ],
    }  # fmt: skip
    order = {"page": page, "seconds": SECONDS, "memory": MEMORY, "processor": int(SECONDS + GRACE)}
    try:
        with folder() as (where, started):
            Path(where, "order").write_text(json.dumps({**order, "parent": os.getpid()}), encoding="utf-8")
            process = start(where, _MODULE)
            try:
                started(process.pid)
                return _understood(json.loads(_heard(process)))
            finally:
                end(process)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        return Played(problem=type(error).__name__)


def own_headers(request: PageRequest) -> dict[str, str]:
    """The headers that set a request apart from others to the same address."""
    return {name: value for name, value in request.headers.items() if name.lower() not in USUAL}


def _heard(process: subprocess.Popen[bytes]) -> bytes:
    """What the process says, up to bounds of time and length."""
    assert process.stdout is not None
    out, said, until = process.stdout.fileno(), bytearray(), time.monotonic() + SECONDS + GRACE
    while (left := until - time.monotonic()) > 0 and len(said) <= MOST_SAID:
        if select.select([out], [], [], left)[0]:
            chunk = os.read(out, 1 << 16)
            if not chunk:
                return bytes(said)
            said += chunk
    raise TimeoutError("the scripts did not come to rest")


def _understood(found: Mapping[str, Any]) -> Played:
    """What the process said, checked field by field: scripts may have made it say anything."""
    wanted = tuple(each for told in found["wanted"][:MOST_WANTED] if (each := _wanted(told)))
    clicks = tuple(text for text in found["clicks"][:200] if isinstance(text, str) and len(text) <= 60)
    html, gone = (found[name] if isinstance(found[name], str) else "" for name in ("html", "gone"))
    errors = tuple(str(text)[:200] for text in found["errors"][:20])
    return Played(html.replace("\ue0ff", ""), wanted, clicks, gone[:LONGEST_URL], errors, str(found["problem"]))


def _wanted(told: Mapping[str, Any]) -> Wanted | None:
    """One request, None where it is none that a search makes."""
    method, url, body = told["method"], told["url"], told["body"]
    if method not in ("GET", "POST") or not all(isinstance(each, str) for each in (url, body)):
        return None
    if len(url) > LONGEST_URL or len(body) > LONGEST_BODY or re.search(r"[\x00-\x20\x7f]", url):
        return None
    headers = {
        name: value
        for name, value in list((told.get("headers") or {}).items())[:20]
        if _NAME.fullmatch(name)
        and isinstance(value, str)
        and _VALUE.fullmatch(value)
        and not _NOT_SENT.fullmatch(name)
    }
    return Wanted(PageRequest(url, method, body, headers), "script" if told["kind"] == "script" else "call")
