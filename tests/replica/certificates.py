"""Certificates of the replica's own authority, and of another one nobody trusts."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import trustme


class Certificates:
    """TLS contexts per host, made when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._trusted = trustme.CA(organization_name="Replica portals")
        self._other = trustme.CA(organization_name="Somebody else")
        self._contexts: dict[tuple[str, str], ssl.SSLContext] = {}
        self._lock = Lock()
        self.ca_file = folder / "replica-ca.pem"
        self._trusted.cert_pem.write_to_path(str(self.ca_file))

    def context(self, host: str, mode: str = "") -> ssl.SSLContext:
        """A server context with a certificate for ``host``: of the other authority under ``bad_tls``, without any
        version of TLS after 1.1 under ``old_tls``, out of date, made out to another host or to none under the modes
        of that name."""
        with self._lock:
            if (host, mode) not in self._contexts:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.set_alpn_protocols(["http/1.1"])
                if mode == "old_tls":
                    context.set_ciphers("ALL:@SECLEVEL=0")
                    context.minimum_version = ssl.TLSVersion.TLSv1
                    context.maximum_version = ssl.TLSVersion.TLSv1_1
                authority = self._other if mode == "bad_tls" else self._trusted
                ended = datetime(2020, 1, 1, tzinfo=UTC) if mode == "expired_tls" else None
                names = {"other_name_tls": (f"other.{host}",), "no_name_tls": ()}.get(mode, (host,))
                authority.issue_cert(*names, common_name=host, not_after=ended).configure_cert(context)
                self._contexts[host, mode] = context
            return self._contexts[host, mode]
