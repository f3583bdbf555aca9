"""Following harmless redirects ourselves: each hop is a look of its own, and a chain of them ends."""

from __future__ import annotations

from typing import Final

from scrapy import Request
from scrapy.http import Response

from crawler.outcome import Outcome, classify

MAX_REDIRECTS: Final = 5


def outcome_of(response: Response, home: str) -> Outcome:
    """How a look ended that brought a response; ``home`` is the portal's home page."""
    location = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    return classify(response.status, response.url, response.body, location, home)


def follow(request: Request, outcome: Outcome) -> Request | Outcome:
    """The request a harmless redirect asks for, or the outcome that ends a chain of them."""
    hops = request.meta.get("hops", 0) + 1
    if hops > MAX_REDIRECTS:
        return Outcome("redirect_loop", f"more than {MAX_REDIRECTS} redirects")
    return request.replace(url=outcome.location, meta={**request.meta, "hops": hops})
