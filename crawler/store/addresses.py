"""Addresses: which differences between two of them mean nothing."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

WAP: Final = re.compile(r"_wap(\.s?html?)$")


def canonical(url: str) -> str:
    """One form for the twins of an address: https, no ``www.``, no default port, no fragment, no ``_wap``.

    The ``_wap.html`` twin is a convention of TRS portals (seen on gxq.cq.gov.cn). The result is a key for
    comparing, never an address to ask for.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower().removeprefix("www.")
    if parts.port not in (None, 80, 443):
        host = f"{host}:{parts.port}"
    path = WAP.sub(r"\1", parts.path) or "/"
    return urlunsplit(("https", host, path, parts.query, ""))


def is_plain(url: str) -> bool:
    """True if ``url`` is not the phone twin of another address."""
    return not WAP.search(urlsplit(url).path)
