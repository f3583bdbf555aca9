"""Addresses in listings: resolved, or dropped where nothing can be fetched."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

_BLANKS: Final = re.compile(r"[\t\r\n]")
_UNSAFE: Final = re.compile(r"[\x00-\x20\"<>\\^`{|}]")
MAX_LENGTH: Final = 2000


def absolute(base: str, href: str) -> str:
    """``href`` as an absolute http(s) address without fragment, "" where it is none (javascript:, mailto:, #)."""
    href = _BLANKS.sub("", href).strip()
    if not href or href.startswith("#") or len(href) > MAX_LENGTH:
        return ""
    try:
        url = urljoin(base, href).partition("#")[0]
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return ""
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", url) if usable else ""


def folder(url: str) -> str:
    """The folder an address lies in, with its closing slash, without host: ``/a/b/`` for ``/a/b/index.html``."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return "/"
    return path.rpartition("/")[0] + "/"


def page_number(url: str, form: str) -> int | None:
    """The number an address carries under the regular expression ``form``, None if it does not match."""
    try:
        found = re.search(form, urlsplit(url).path)
    except ValueError:
        return None
    return int(found[1]) if found and len(found[1]) < 7 else None
