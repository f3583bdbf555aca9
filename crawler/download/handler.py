"""What Scrapy's downloader leaves open: which network addresses may be asked, and how long a response's head may be."""

from __future__ import annotations

import ipaddress
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IAddress
from twisted.web._newclient import HEADER, STATUS

from crawler.download.tls import TellingPolicy

LONGEST_HEAD: Final = 2_000_000  # bytes of status line and headers
_refused: dict[str, str] = {}  # host -> address


def private_address(text: str) -> tuple[str, str] | None:
    """Host and address for a failure that names a host whose address is none of the public network, None for any
    other."""
    return next(((host, address) for host, address in _refused.items() if host in text), None)


class PublicResolver(CachingThreadedResolver):
    """Gives only addresses of the public network, so that no name leads into our own.

    It sees every address a connection is made to, also those written as numbers, at the moment of connecting: a name
    that is resolved anew to another address is judged anew. The proxies of the environment may stand anywhere.
    """

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:
        return super().getHostByName(name, timeout).addCallback(self._judge, name)

    def _judge(self, address: str, name: str) -> str:
        if name in {urlsplit(url).hostname for url in getproxies().values()} or is_public(address):
            return address
        _refused[name] = address
        raise DNSLookupError(f"{name} is {address}, which is no address of the public network")


def is_public(address: str) -> bool:
    """False for loopback, private, link-local, multicast and reserved addresses, and for what is no address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return found.is_global and not found.is_multicast


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Hangs up on a server whose headers do not end."""

    _head = 0

    def request(self, request: Any) -> Deferred[Any]:
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self._head += len(data)
            if self._head > LONGEST_HEAD + len(data):
                self.transport.abortConnection()  # type: ignore[union-attr]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Builds such connections."""

    def buildProtocol(self, addr: IAddress | None) -> BoundedProtocol:
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class DownloadHandler(HTTP11DownloadHandler):
    """Scrapy's, over such connections; a certificate it refuses is told of."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory
        self._contextFactory = TellingPolicy(self._contextFactory)  # type: ignore[assignment]
