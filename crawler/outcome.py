"""How a fetch ended: one vocabulary with its sets.

An outcome says whether it counts as having looked. A wall (``blocked``) does not, so it can never be read
as "nothing published". What an answer is, is judged in ``crawler.judge``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

from crawler.reasons import sentence

LOOKED: Final = frozenset(
    {"new", "changed", "unchanged", "unchanged_304", "ok", "not_a_report", "gone", "soft_404", "identity_mismatch"}
)
NOT_LOOKED: Final = frozenset(
    {
        "blocked",
        "suspect",
        "redirected_home",
        "redirected_away",
        "redirect_loop",
        "listing_empty",
        "listing_gone",
        "partly_read",
        "layout_changed",
        "robots_denied",
        "robots_unavailable",
        "tls_error",
        "timeout",
        "dns_error",
        "connection_error",
        "too_large",
        "too_costly",
        "server_error",
        "client_error",
        "empty_response",
        "paused",
        "program_error",
    }
)
UNSENT: Final = ("paused", "robots_denied", "robots_unavailable")
"""Nothing was sent, unless the row has a status: the answer to robots.txt itself may end as unavailable."""
SENT: Final = f"(outcome NOT IN {UNSENT} OR status IS NOT NULL)"
"""In SQL: a row of ``fetches`` for which a request was sent."""
ABSENT: Final = ("gone", "soft_404")
"""The server says that there is no such page."""
MISSED: Final = (*ABSENT, "identity_mismatch")
"""It was looked, but what was asked for could not be had: such a page is asked for again only later."""
READ: Final = ("new", "changed", "unchanged")
"""The page was there and was read; its bytes are good."""
CONFIRMED: Final = ("ok", *READ, "unchanged_304")
"""The listing or page was seen as it is."""
PASSING: Final = ("moved",)
"""A step on the way to an answer, neither looked nor trouble."""
QUIET: Final = frozenset({*CONFIRMED, *PASSING, "not_a_report"})
"""Nothing a person need know of."""
WALLS: Final = frozenset({"blocked"})
"""The site keeps us out: its host is left alone after a few in a row."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``name`` from the vocabulary, why as a code of ``crawler.reasons`` with its parameters, ``location`` for
    ``moved``."""

    name: str
    code: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    location: str = ""

    @property
    def looked(self) -> bool:
        """True if this counts as having looked."""
        return self.name in LOOKED

    @property
    def trouble(self) -> bool:
        """True if something could not be fetched."""
        return not self.looked and self.name not in PASSING

    @property
    def reason(self) -> str:
        """Why, in one English sentence a person can act on."""
        return sentence(self.code, self.params)


def because(name: str, code: str, **params: str | int) -> Outcome:
    """An outcome with its reason."""
    return Outcome(name, code, params)


class Refused(IgnoreRequest):
    """A request that was not sent, with the outcome that says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


def same_page(one: str, other: str) -> bool:
    """True if two addresses differ at most in scheme, ``www.``, fragment or an index file name."""
    return _page_key(one) == _page_key(other)


def _page_key(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    path = re.sub(r"/(?:index|default)\.s?html?$", "/", parts.path) or "/"
    return bare_host(url), path, parts.query


def bare_host(url: str) -> str:
    """The host of ``url`` in lower case, without port and leading ``www.``."""
    return (urlsplit(url).hostname or "").lower().removeprefix("www.")


def same_site(one: str, other: str) -> bool:
    """True if both addresses are on one host, ``www.`` aside."""
    return bool(bare_host(one)) and bare_host(one) == bare_host(other)
