"""A search for columns played in memory: the portal's routes answer, nothing goes over a socket."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from scrapy.http import HtmlResponse
from w3lib.url import safe_url_string

from crawler.discovery.pages import Answer
from crawler.discovery.search import Search
from crawler.judge import of_answer, of_page_found
from tests.replica.model import Request, Site


def played(
    site: Site, start: str = "", budget: int = 60, day: int = 1, watched: Collection[str] = ()
) -> tuple[Search, list[str]]:
    """The search after its end, and the addresses it asked for in order; robots.txt is not among them."""
    sites = getattr(site.system, "sites", lambda name: [site])(site.portal)
    hosts = {each.host: each.system.routes(each, day) for each in sites}
    search, asked = Search(start or site.home, watched), []
    while len(asked) < budget - 1 and (lead := search.next()):
        wanted = lead.request
        parts = urlsplit(safe_url_string(wanted.url))  # as Scrapy asks
        asked.append(wanted.url)
        routes = hosts.get(parts.hostname or "", {})
        handler = routes.get(parts.path) or routes.get(f"{parts.path}/")
        request = Request(wanted.method, parts.path, parts.query, dict(wanted.headers), wanted.body.encode())
        made = handler(request) if handler else None
        content, status = (made.content, made.status) if made else (b"<h1>404</h1>", 404)
        kind = made.content_type if made else "text/html"
        response = HtmlResponse(wanted.url, status, {"Content-Type": kind}, content)
        outcome = of_answer(response, search.home)
        outcome = of_page_found(response) if outcome.name == "ok" else outcome
        search.answered(lead, Answer(wanted.url, outcome, wanted, content, kind))
    return search, asked


def below(site: Site, url: str) -> str:
    """An address below its host, whatever its scheme."""
    return url.partition("//")[2].removeprefix(site.host)
