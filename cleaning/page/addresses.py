"""The addresses to which a page's links, frames and pictures lead."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin, urlsplit

_NO_PAGES: Final = ("javascript", "data", "mailto", "file")


def joined(base: str, href: str) -> str:
    """The address of a link seen from the page at ``base``, as it stands where that is unknown; "" if it is none."""
    try:
        address = urljoin(base, href.strip())
        urlsplit(address)
    except ValueError:
        return ""
    return address


def on_web(base: str, href: str) -> str:
    """As ``joined``, "" also for what is not fetched by HTTP."""
    address = joined(base, href)
    scheme = urlsplit(address).scheme
    return address if scheme in ("http", "https") or (not base and scheme not in _NO_PAGES) else ""
