"""Addresses: which differences between two of them mean nothing."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

WAP: Final = re.compile(r"_wap(\.s?html?)$")
ROUTE: Final = re.compile(r"!?/[\w-]|\d+$")
_RANDOM: Final = re.compile(r"(?=.*\d)[\w.-]{6,}")  # what a random or counting value looks like: six signs with a digit
PORTS: Final = {None, 80, 443}
_ASCII: Final = "".join(map(chr, range(33, 127)))


@lru_cache(maxsize=512)  # each step of a page asks for that of its address
def canonical(url: str) -> str:
    """One form for the twins of an address: https, the host's one spelling, no default port, no ``_wap``, other
    scripts percent-encoded as they are asked for (RFC 3987, section 3.1).

    ``www.`` and a fragment go too, unless the fragment names a page of its own (``#/…``, ``/gkmlpt/index#2541``).
    The ``_wap.html`` twin is a convention of TRS portals (seen on gxq.cq.gov.cn). The result is a key for
    comparing, never an address to ask for.
    """
    parts = urlsplit(url)
    host = ascii_host(parts.hostname or "").removeprefix("www.")
    try:
        port = parts.port
    except ValueError:
        port = None
    if port not in PORTS:
        host = f"{host}:{port}"
    path, query = WAP.sub(r"\1", parts.path) or "/", parts.query
    if not url.isascii():
        path, query = (quote(part, safe=_ASCII) for part in (path, query))
    return urlunsplit(("https", host, path, query, parts.fragment if ROUTE.match(parts.fragment) else ""))


def ascii_host(host: str) -> str:
    """A host in the one spelling DNS knows: lower case, no final dot, other scripts in Punycode (RFC 5891).

    A name that has no such spelling is given back in lower case; nothing can be asked for under it.
    """
    host = host.lower().rstrip(".")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def is_number(host: str) -> bool:
    """True for a bare IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_plain(url: str) -> bool:
    """True if ``url`` is not the phone twin of another address."""
    return not WAP.search(urlsplit(url).path)


def random_fields(old: str, new: str) -> frozenset[str]:
    """The fields of the query in which two addresses differ, if they differ in nothing else and their values look
    drawn; an empty set otherwise."""
    one, other = urlsplit(old), urlsplit(new)
    if (one.netloc, one.path) != (other.netloc, other.path):
        return frozenset()
    before, after = dict(parse_qsl(one.query, True)), dict(parse_qsl(other.query, True))
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    values = [value for each in (before, after) for name in changed if (value := each.get(name)) is not None]
    drawn = bool(changed) and len(changed) < len(after) + (len(after) == 1 and one.path not in ("", "/"))
    return frozenset(changed) if drawn and all(_RANDOM.fullmatch(value) for value in values) else frozenset()


def without(url: str, fields: Collection[str]) -> str:
    """An address without these fields of its query, as it is if it has none of them."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, True) if fields else []
    kept = [(name, value) for name, value in pairs if name not in fields]
    return url if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))
