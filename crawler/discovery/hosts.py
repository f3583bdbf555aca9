"""The hosts that may be asked at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from crawler.outcome import bare_host
from crawler.portals import Portal
from crawler.urls import is_number

GOVERNMENT: Final = ".gov.cn"


def permitted(host: str, portals: Iterable[Portal] = ()) -> bool:
    """True for hosts below ``gov.cn`` and for those a portal file names; copies of portals live everywhere else."""
    host = host.lower().rstrip(".").removeprefix("www.")
    if any(host in portal.allowed_hosts for portal in portals):
        return True
    return host.endswith(GOVERNMENT) and not is_number(host)


def belongs(url: str, home: str) -> bool:
    """True if ``url`` is on the host ``home`` (without ``www.``) or on one below it, such as xxgk.example.gov.cn."""
    host = bare_host(url)
    return bool(host) and (host == home or host.endswith(f".{home}"))
