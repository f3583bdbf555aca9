"""Certificates of the replica's own authority, and of another one nobody trusts."""

from __future__ import annotations

import ssl
from pathlib import Path
from threading import Lock

import trustme


class Certificates:
    """TLS contexts per host, made when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._trusted = trustme.CA(organization_name="Replica portals")
        self._other = trustme.CA(organization_name="Somebody else")
        self._contexts: dict[tuple[str, bool], ssl.SSLContext] = {}
        self._lock = Lock()
        self.ca_file = folder / "replica-ca.pem"
        self._trusted.cert_pem.write_to_path(str(self.ca_file))

    def context(self, host: str, trusted: bool = True) -> ssl.SSLContext:
        """A server context with a certificate for ``host``; of the other authority if not ``trusted``."""
        with self._lock:
            if (host, trusted) not in self._contexts:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.set_alpn_protocols(["http/1.1"])
                (self._trusted if trusted else self._other).issue_cert(host).configure_cert(context)
                self._contexts[host, trusted] = context
            return self._contexts[host, trusted]
