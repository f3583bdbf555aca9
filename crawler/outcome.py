"""How a look ended: one vocabulary, and one pure function from a response to its outcome.

An outcome says whether it counts as having looked. A wall (``blocked``) does not, so it can never be read
as "nothing published".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaning.page.block_pages import GONE, wall
from cleaning.page.document_files import is_document

LOOKED: Final = frozenset(
    {"new", "changed", "unchanged", "unchanged_304", "ok", "not_a_report", "gone", "soft_404", "identity_mismatch"}
)
NOT_LOOKED: Final = frozenset(
    {
        "blocked",
        "redirected_home",
        "redirected_away",
        "redirect_loop",
        "listing_empty",
        "listing_gone",
        "layout_changed",
        "robots_denied",
        "robots_unavailable",
        "tls_error",
        "timeout",
        "dns_error",
        "connection_error",
        "too_large",
        "server_error",
        "client_error",
        "empty_response",
        "paused",
        "program_error",
    }
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``name`` from the vocabulary, ``reason`` one sentence a person can act on, ``location`` for ``moved``."""

    name: str
    reason: str = ""
    location: str = ""

    @property
    def looked(self) -> bool:
        """True if this counts as having looked."""
        return self.name in LOOKED


WALL_STATUS: Final = {
    401: "asks for a login (401)",
    403: "a firewall refuses us (403)",
    405: "a firewall refuses us (405)",
    412: "瑞数 browser challenge (412)",
    418: "a firewall refuses us (418)",
    429: "asks us to slow down (429)",
    521: "加速乐 browser challenge (521)",
}
MOST_TAGS: Final = 200_000  # a page of more is no page: its tree would take hundreds of megabytes
SMALL_PAGE: Final = 60_000  # bytes; walls and error pages are small
SHORT_TEXT: Final = 400  # characters of visible text an error page may have


def classify(status: int, url: str, body: bytes, location: str = "", home: str = "") -> Outcome:
    """The outcome of one response, before anybody asks what the page holds.

    ``ok`` means the body can be read; ``moved`` carries the absolute ``location`` to ask for instead (only on
    the same host or its www/https twin). ``home`` is the portal's home page, to know a redirect there.
    """
    if status == 304:
        return Outcome("unchanged_304", "the server says nothing has changed")
    if status in (301, 302, 303, 307, 308):
        return _redirect(status, url, location, home)
    if status in WALL_STATUS:
        return Outcome("blocked", WALL_STATUS[status])
    if status in (404, 410):
        return Outcome("gone", f"the page is not there ({status})")
    if status >= 500:
        wall = _wall(_readings(body))
        return Outcome("blocked", wall) if wall else Outcome("server_error", f"the server fails ({status})")
    if status >= 400:
        return Outcome("client_error", f"the server refuses the request ({status})")
    if not body.strip():
        return Outcome("empty_response", "the answer is empty")
    if (tags := body.count(b"<")) > MOST_TAGS:
        return Outcome("too_large", f"the page has {tags} tags, more than the {MOST_TAGS} we take")
    readings = _readings(body)
    if wall := _wall(readings):
        return Outcome("blocked", wall)
    if status == 202:
        return Outcome("blocked", "the server answers 202 without a page")
    if _gone(readings):
        return Outcome("soft_404", "the page says that it does not exist, with status 200")
    return Outcome("ok")


def _shown(text: str) -> str:
    """The visible text of a page without blanks."""
    tree = LexborHTMLParser(text)
    tree.strip_tags(["script", "style", "noscript"], recursive=True)
    return "".join(tree.text(separator=" ").split())


def _readings(body: bytes) -> list[tuple[str, str]]:
    """A small page's text and what is visible of it, under the encodings portals use; nothing of a large one or
    of a document file."""
    if len(body) > SMALL_PAGE or is_document(body):
        return []
    try:
        texts = [body.decode("utf-8")]  # bytes that are valid UTF-8 are nothing else
    except UnicodeDecodeError:
        texts = [body.decode(encoding, "ignore") for encoding in ("utf-8", "gb18030")]
    return [(text, _shown(text)) for text in texts]


def _wall(readings: list[tuple[str, str]]) -> str:
    return next((name for text, visible in readings if (name := wall(text, len(visible)))), "")


def _gone(readings: list[tuple[str, str]]) -> bool:
    """True if a small page says that the page asked for does not exist."""
    for text, visible in readings:
        told = GONE.search(visible if len(visible) < SHORT_TEXT else visible[:200])
        if told and GONE.search(text):
            return True
    return False


def _redirect(status: int, url: str, location: str, home: str) -> Outcome:
    target = urljoin(url, location) if location else ""
    if not target or urlsplit(target).scheme not in ("http", "https"):
        return Outcome("redirected_away", f"redirects ({status}) to an address we do not follow: {location[:200]!r}")
    if same_page(url, target) and urlsplit(url).scheme == urlsplit(target).scheme:
        return Outcome("blocked", f"redirects ({status}) to itself, a cookie challenge")
    if not same_site(url, target):
        return Outcome("redirected_away", f"redirects ({status}) to another host: {target[:200]}")
    if home and same_page(target, home) and not same_page(url, home):
        return Outcome("redirected_home", f"redirects ({status}) to the home page")
    return Outcome("moved", f"redirects ({status}) to {target[:200]}", target)


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
