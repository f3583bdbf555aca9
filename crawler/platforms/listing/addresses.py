"""Addresses in listings: resolved, or dropped where nothing can be fetched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from cleaning.page.decode import sound

_BLANKS: Final = re.compile(r"[\t\r\n]")
_SESSION: Final = re.compile(r";\w{0,20}sess\w{0,5}id=[^;/?#]*", re.I)
_UNSAFE: Final = re.compile(r"[\x00-\x20\"<>\\^`{|}]")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
MAX_LENGTH: Final = 2000
_VIEWER: Final = re.compile(r"/viewer\.html\?(?:[^#]*&)?file=([^&#]+)")
# What most links look like: a path from the root or the page's folder, without what any of the rules below is about.
_PLAIN: Final = re.compile(r"(\./|/)?(\w[\w.-]*(?:/[\w-][\w.-]*)*/?)", re.A)
_WHOLE: Final = re.compile(r"https?://\w", re.A)
ROUTE: Final = re.compile(r"!?/[\w-]")  # a fragment that names a page of its own, as in sa.html#/sdgsglbf


def absolute(base: str, href: str, encoding: str = "utf-8") -> str:
    """``href`` as an absolute http(s) address, "" where it is none (javascript:, mailto:, #).

    Chinese in its query is written in the ``encoding`` of the page it stands on, as browsers send it (URL Standard,
    "percent-encode after encoding"); UTF-8 is left to the request.

    A fragment is dropped unless it names a page of its own: a route of a script (``#/…``, seen on ndrc.gov.cn) or a
    category of Guangdong's catalogue (``/gkmlpt/index#2541``).

    A session's id in its path (``;jsessionid=…``, Servlet Specification, 7.1.3) names no page and is left out.

    Backslashes in its path are slashes, as in browsers (URL Standard; seen on portals made with ASP.NET).
    """
    if (plain := _PLAIN.fullmatch(href)) and len(href) <= MAX_LENGTH and (place := _place(base, plain[1] == "/")):
        return place + plain[2]
    path, mark, query = _BLANKS.sub("", href).strip().partition("?")
    href = _SESSION.sub("", path).replace("\\", "/") + mark + _encoded(query, encoding)
    if not href or (href.startswith("#") and not ROUTE.match(href, 1)) or len(href) > MAX_LENGTH:
        return ""
    if href.startswith("/"):
        return _resolved(_root(base), href)
    return _resolved(_scheme(base) if _WHOLE.match(href) else base, href)


@lru_cache(maxsize=16)
def _root(base: str) -> str:
    """All that an address from the root of its site needs to know of its page: menus are the same on all pages."""
    try:
        return urljoin(base, "/")
    except ValueError:
        return base


@lru_cache(maxsize=64)
def _place(base: str, from_root: bool) -> str:
    """What an address beside a page's, or one from the root of its site, begins with; "" where there is none."""
    place = _resolved(base, "/" if from_root else ".")
    return place if place.endswith("/") else ""


def _scheme(base: str) -> str:
    """All that an address with a host needs to know of its page: links to others are the same on all pages."""
    scheme = base.partition("://")[0]
    return f"{scheme}://any/" if scheme in ("http", "https") else base


@lru_cache(maxsize=4096)  # a link is asked for by the element round it, too, and by each reading of a page
def _resolved(base: str, href: str) -> str:
    try:
        url, mark, fragment = urljoin(base, href).partition("#")
        if not _is_web(url):
            return ""
    except ValueError:
        return ""
    if ROUTE.match(fragment) or ("/gkmlpt/" in url and fragment.isdecimal()):
        url += mark + fragment
    return sound(_UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", _shown(url)))


def _shown(url: str) -> str:
    """The file that PDF.js's viewer shows by its address (``viewer.html?file=…``): its page holds nothing else."""
    found = _VIEWER.search(url)
    file = unquote(found[1]) if found else ""
    return urljoin(url, file) if file and _is_web(urljoin(url, file)) else url


def _is_web(url: str) -> bool:
    """True for an http(s) address with a host; ValueError for a port no host can have."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0


def _encoded(query: str, encoding: str) -> str:
    """A query with what is no ASCII percent-encoded in ``encoding``; signs unknown to it as numeric references."""
    if encoding == "utf-8" or query.isascii():
        return query
    try:
        return _BEYOND_ASCII.sub(lambda found: quote(found[0].encode(encoding, "xmlcharrefreplace")), query)
    except LookupError:
        return query


@lru_cache(maxsize=1024)  # more than a page has links, which is more than the library remembers
def split_url(url: str) -> SplitResult:
    """The parts of an address, all of them "" where it cannot be split."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def folder(url: str) -> str:
    """The folder an address lies in, with its closing slash, without host: ``/a/b/`` for ``/a/b/index.html``."""
    return split_url(url).path.rpartition("/")[0] + "/"


def page_number(url: str, form: str) -> int | None:
    """The number an address carries under the regular expression ``form``, None if it does not match."""
    found = re.search(form, split_url(url).path)
    return int(found[1]) if found and len(found[1]) < 7 else None
