"""Why a TLS connection was not trusted, in a clause that a person can act on.

OpenSSL's own error says no more than “certificate verify failed”; what is wrong with the certificate is known only
while it is being judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from weakref import ref

from OpenSSL import SSL
from OpenSSL.crypto import X509
from service_identity import CertificateError, VerificationError
from service_identity.pyopenssl import extract_patterns
from twisted.internet._sslverify import ClientTLSOptions, _verifyCB
from twisted.internet.interfaces import IOpenSSLClientConnectionCreator
from twisted.protocols.tls import TLSMemoryBIOProtocol
from twisted.python.failure import Failure
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer  # type: ignore[import-untyped]

# OpenSSL's x509_vfy.h.
CERTIFICATE: Final = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is signed by itself",
    19: "its certificate comes from an authority nobody knows",
    20: "its certificate comes from an authority nobody knows, or the server does not send the certificates in between",
    21: "its certificate comes from an authority nobody knows, or the server does not send the certificates in between",
    23: "its certificate has been withdrawn",
    66: "the key of its certificate is too weak",
    67: "the key of its authority's certificate is too weak",
    68: "the signature of its certificate is too weak",
}
NO_NAME: Final = "its certificate names no host"
WRONG_NAME: Final = "its certificate is made out to another host"
# Words of OpenSSL's reasons; the first that fits is said.
HANDSHAKE: Final = {
    "protocol version": "it speaks no TLS of today, only versions before 1.2",
    "unsupported protocol": "it speaks no TLS of today, only versions before 1.2",
    "wrong version number": "what it sends on this port is no TLS",
    "packet length": "what it sends on this port is no TLS",
    "http request": "what it sends on this port is no TLS",
    "too small": "its key is too weak",
    "no shared cipher": "it offers only ciphers we do not trust",
    "handshake failure": "it refuses every cipher and version we trust",
    "certificate required": "it wants a certificate from us",
    "unrecognized name": "it does not know the host by this name",
    "unexpected eof": "it breaks off while the connection is being agreed on",
}


class Untrusted(Exception):
    """A certificate that cannot be trusted; says why."""


def why_untrusted(error: BaseException) -> str:
    """The clause for a request that failed because of TLS, "" for one that failed otherwise."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, Untrusted):
            return str(cause)
    if any(isinstance(cause, VerificationError) for cause in causes):
        return WRONG_NAME
    for cause in causes:
        if isinstance(cause, SSL.Error):
            reasons = ", ".join(str(part[-1]) for part in (cause.args[0] if cause.args else ()) if part)
            return next(
                (clause for word, clause in HANDSHAKE.items() if word in reasons),
                f"they cannot agree on a connection ({reasons or 'it breaks off'})"[:200],
            )
    return ""


def _causes(error: BaseException | None, depth: int = 5) -> Iterator[BaseException]:
    """The error and all behind it; Twisted gathers several of one request under ``reasons``."""
    if error is None or not depth:
        return
    yield error
    for failure in (*getattr(error, "reasons", ()), *(each for each in error.args if isinstance(each, Failure))):
        yield from _causes(failure.value, depth - 1)
    for behind in {error.__cause__, error.__context__}:
        yield from _causes(behind, depth - 1)


@implementer(IOpenSSLClientConnectionCreator)
class _Connections:
    """Judges certificates as Twisted does and keeps the reason where it refuses one."""

    def __init__(self, options: ClientTLSOptions) -> None:
        self._options = options

    def clientConnectionForTLS(self, protocol: TLSMemoryBIOProtocol) -> SSL.Connection:
        connection = self._options.clientConnectionForTLS(protocol)
        judge = _verifyCB(protocol, self._options._hostnameIsDnsName, self._options._hostnameASCII)
        weak = ref(protocol)

        def verify(connection: SSL.Connection, certificate: X509, code: int, depth: int, ok: int) -> bool:
            named = depth != 0 or _names_hosts(certificate)
            trusted = named and judge(connection, certificate, code, depth, bool(ok))
            if not (ok and named) and (asked := weak()) is not None:
                unsound = NO_NAME if ok else f"its certificate is not valid (X.509 error {code})"
                reason = Failure(Untrusted(CERTIFICATE.get(code, unsound)))  # type: ignore[no-untyped-call]
                asked.failVerification(reason)  # type: ignore[no-untyped-call]
            return trusted

        connection.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, verify)
        return connection


def _names_hosts(certificate: X509) -> bool:
    """Whether a certificate says which hosts it is for; Twisted takes one that does not for any."""
    try:
        return bool(extract_patterns(certificate))
    except (CertificateError, ValueError):
        return False


@implementer(IPolicyForHTTPS)
class TellingPolicy:
    """Scrapy's policy for https (which versions, which authorities), over such connections."""

    def __init__(self, policy: Any) -> None:
        self._policy = policy

    def creatorForNetloc(self, hostname: bytes, port: int) -> _Connections:
        return _Connections(self._policy.creatorForNetloc(hostname, port))
