"""Following harmless redirects: each hop is a fetch of its own, on one host, and a chain of them ends.

A page without a text of its own that leads on by itself (meta refresh, a script that only sets the address, a single
frame) is followed one hop, as browsers do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from selectolax.lexbor import LexborHTMLParser

from cleaning.page.decode import decode
from cleaning.page.document_files import is_document
from crawler.judge import LOOP, MAX_REDIRECTS, MOVES, location_of, of_redirect
from crawler.middlewares.own import require_archive
from crawler.outcome import Outcome, same_page, same_site

if TYPE_CHECKING:
    from crawler.context import Context

STUB: Final = 20_000  # bytes of a page that does nothing but lead on
WORDS: Final = 60  # characters it may show: "the page is moving, please wait"
_HINTS: Final = (b"refresh", b"location", b"frame")
_REFRESH: Final = re.compile(r"\s*\d{1,3}(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
_SCRIPT: Final = re.compile(
    r"\blocation(?:\.href)?\s*=\s*[\"']([^\"']{1,500})[\"']\s*(?:[;}<]|$)"
    r"|\blocation\.(?:replace|assign)\(\s*[\"']([^\"']{1,500})[\"']\s*\)"
)


class RedirectMiddleware:
    """Follows what leads on; the last answer of a chain that does not end carries a flag."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        require_archive(crawler)
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        outcome = self._hop(request, response)
        if outcome is None:
            return response
        hops = request.meta.get("hops", 0) + 1
        if hops > request.meta.get("most_hops", MAX_REDIRECTS):
            return response.replace(flags=[*response.flags, LOOP])
        context: Context = self.crawler.spider.context  # type: ignore[union-attr]
        context.note_step(request, outcome, response)
        stub = request.meta.get("stub", False) or outcome.code == "moved_in_page"
        return request.replace(url=outcome.location, meta={**request.meta, "hops": hops, "stub": stub})

    @staticmethod
    def _hop(request: Request, response: Response) -> Outcome | None:
        """The step an answer asks for, None where it ends here."""
        if response.status in MOVES:
            home = "" if request.meta.get("robots") else request.meta.get("home", "")
            outcome = of_redirect(response.status, response.url, location_of(response), home)
            return outcome if outcome.name == "moved" else None
        if response.status != 200 or request.method != "GET" or request.meta.get("stub") or request.meta.get("robots"):
            return None
        target = leads_on(response)
        if target is None:
            return None
        return Outcome("moved", "moved_in_page", {"location": target[:200]}, target)


def leads_on(response: Response) -> str | None:
    """The absolute address on the same host to which a page without a text leads by itself, None for other pages."""
    body = response.body
    if len(body) > STUB or is_document(body) or not any(hint in body.lower() for hint in _HINTS):
        return None
    text = decode(body, (response.headers.get("Content-Type") or b"").decode("latin-1")).text
    tree = LexborHTMLParser(text)
    addresses = _targets(tree)
    tree.strip_tags(["script", "style", "noscript", "title", "head"], recursive=True)
    if len("".join(tree.text(separator=" ").split())) > WORDS:
        return None
    for address in addresses:
        try:
            target: str = urljoin(response.url, address.strip())
            if _is_elsewhere(response.url, target):
                return target
        except ValueError:
            continue
    return None


def _targets(tree: LexborHTMLParser) -> list[str]:
    """The addresses a page leads to by itself: by a refresh, by its first script that moves on, by its only frame."""
    found = [_REFRESH.match(node.attributes.get("content") or "") for node in tree.css("meta[http-equiv=refresh i]")]
    scripts = "\n".join(node.text() for node in tree.css("script:not([src])"))
    moved = [match[1] or match[2] for match in _SCRIPT.finditer(scripts)][:1]
    frames = [node.attributes.get("src") or "" for node in tree.css("iframe[src], frame[src]")]
    return [*(match[1] for match in found if match), *moved, *(frames if len(frames) == 1 else ())]


def _is_elsewhere(url: str, target: str) -> bool:
    """True for another page of the same host; the same path with other parameters is a challenge, not a page."""
    here, there = urlsplit(url), urlsplit(target)
    other = not same_page(url, target) and (here.path != there.path or not there.query)
    return other and there.scheme in ("http", "https") and same_site(url, target)
