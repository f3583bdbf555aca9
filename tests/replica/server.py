"""The proxy that plays the portals: plain http as absolute addresses, https through CONNECT and its own TLS."""

from __future__ import annotations

import gzip
import json
import re
import socket
import ssl
import sys
import threading
import time
from collections.abc import Iterable
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from . import modes
from .model import Answer, Request

if TYPE_CHECKING:
    from .replica import Replica

LONGEST_BODY = 1 << 20


class Seen(NamedTuple):
    """One request the replica answered: ``bytes`` is the body as sent, ``time`` the monotonic clock."""

    method: str
    url: str
    status: int
    bytes: int
    headers: dict[str, str]
    time: float


class Server(ThreadingHTTPServer):
    """Listens on loopback only and forgets nobody: ``stop`` ends every open connection."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port: int, replica: Replica) -> None:
        super().__init__(("127.0.0.1", port), Connection)
        self.replica = replica
        self.stopping = threading.Event()
        self.open: set[socket.socket] = set()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves in the middle is no event; anything else is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    def stop(self) -> None:
        """Stop listening and cut what is still open."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        for connection in list(self.open):
            modes.cut(connection)


class Connection(BaseHTTPRequestHandler):
    """One client connection; after CONNECT it speaks TLS as the host that was asked for."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "nginx"
    sys_version = ""
    timeout = 60
    disable_nagle_algorithm = True
    tunnel = ""

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        try:
            super().finish()
        finally:
            if self.tunnel:
                self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: what was asked is in ``Replica.requests``."""

    def do_CONNECT(self) -> None:
        host, _, port = self.path.rpartition(":")
        replica = self.server.replica
        mode = replica.mode(host, "/")
        if replica.site(host) is None or port != "443":
            self.send(Answer(b"unknown host\n", 502, "text/plain", validators=False), f"https://{self.path}/")
            return
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        if mode in modes.TLS:
            replica.remember(Seen("CONNECT", f"https://{host}/", 0, 0, dict(self.headers), time.monotonic()))
        self.server.open.discard(self.connection)
        try:
            self.connection = replica.certificates.context(host, mode if mode in modes.TLS else "").wrap_socket(
                self.connection, server_side=True
            )
        except (OSError, ssl.SSLError):
            self.close_connection = True
            return
        self.server.open.add(self.connection)
        self.tunnel, self.close_connection = host, False
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)  # type: ignore[assignment]

    def do_GET(self) -> None:
        url = f"https://{self.tunnel}{self.path}" if self.tunnel else self.path
        body = self.body()
        if url.startswith("/"):
            self.send_control(url)
            return
        parts = urlsplit(url)
        host, replica = parts.hostname or "", self.server.replica
        site = replica.site(host)
        default = {"http": 80, "https": 443}.get(parts.scheme)
        if site is None or (parts.port or default) != default or parts.scheme != ("https" if self.tunnel else "http"):
            self.send(Answer(b"unknown host\n", 502, "text/plain", validators=False), url)
            return
        path = parts.path or "/"
        mode = replica.mode(host, path)
        request = Request(self.command, path, parts.query, dict(self.headers), body, mode)
        if mode in modes.ON_THE_WIRE:
            seen = Seen(self.command, url, 0, 0, dict(self.headers), time.monotonic())
            replica.remember(seen)
            sent = modes.ON_THE_WIRE[mode](self, lambda: replica.answer(site, request))
            replica.amend(seen, seen._replace(status=200 if sent else 0, bytes=sent))
            self.close_connection = True
            return
        answer = modes.INSTEAD[mode](site, request, replica) if mode in modes.INSTEAD else replica.answer(site, request)
        self.send(answer, url)

    do_POST = do_GET
    do_HEAD = do_GET

    def body(self) -> bytes:
        """The request's body, bounded."""
        try:
            length = int(self.headers.get("Content-Length") or 0)
        except ValueError:
            length = 0
        if length > LONGEST_BODY:
            self.close_connection = True
        return self.rfile.read(min(max(length, 0), LONGEST_BODY))

    def send(self, answer: Answer, url: str) -> None:
        """Send an answer with its validators, as 304 where the client has it, compressed where it may be."""
        headers = list(self.validators(answer))
        status, content = answer.status, answer.content
        if answer.status == 200 and self.not_modified(answer):
            status, content = 304, b""
        else:
            headers.append(("Content-Type", answer.content_type))
            packed = any(name == "Content-Encoding" for name, _ in answer.headers)
            if not packed and len(content) > 200 and takes_gzip(self.headers.get("Accept-Encoding", "")):
                content = self.server.replica.compressed(content)
                headers.append(("Content-Encoding", "gzip"))
            headers += [("Vary", "Accept-Encoding"), ("Content-Length", str(len(content)))]
        if self.command == "HEAD":
            content = b""
        # Recorded before the last byte leaves, so that a client that has its answer finds it counted.
        self.server.replica.remember(
            Seen(self.command, url, status, len(content), dict(self.headers), time.monotonic())
        )
        self.write(status, [*headers, *answer.headers], content)

    def write(self, status: int, headers: Iterable[tuple[str, str]], content: bytes = b"") -> None:
        """Head and body in one piece."""
        phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else "Unknown"
        head = [f"HTTP/1.1 {status} {phrase}", f"Server: {self.server_version}", f"Date: {self.date_time_string()}"]
        head += [f"{name}: {value}" for name, value in headers]
        if self.close_connection:
            head.append("Connection: close")
        self.wfile.write("\r\n".join([*head, "", ""]).encode("utf-8") + content)

    def validators(self, answer: Answer) -> Iterable[tuple[str, str]]:
        """ETag and Last-Modified, where the answer has them."""
        if answer.validators and answer.status == 200:
            yield "ETag", answer.etag
            if answer.last_modified:
                yield "Last-Modified", format_datetime(answer.last_modified, usegmt=True)

    def not_modified(self, answer: Answer) -> bool:
        """Whether the client's copy is the present one; If-None-Match decides where it is given (RFC 9110 13.1)."""
        if not answer.validators or self.command not in ("GET", "HEAD"):
            return False
        known = self.headers.get("If-None-Match")
        if known is not None:
            tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
            return answer.etag in tags or "*" in tags
        since = self.headers.get("If-Modified-Since")
        if not since or answer.last_modified is None:
            return False
        try:
            return answer.last_modified <= parsedate_to_datetime(since)
        except (ValueError, TypeError):
            return False

    def send_control(self, url: str) -> None:
        """The replica's own face: what was asked so far, and the levers."""
        parts = urlsplit(url)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        try:
            found = self.server.replica.control(self.command, parts.path, query)
        except (KeyError, ValueError) as problem:
            status, found = 400, {"error": str(problem)}
        else:
            status = 404 if found is None else 200
        content = json.dumps(found, ensure_ascii=False).encode()
        self.write(status, [("Content-Type", "application/json"), ("Content-Length", str(len(content)))], content)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header names gzip with any weight but 0."""
    return re.search(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", accepted) is not None


def squeeze(content: bytes) -> bytes:
    """gzip with a fixed time, so that the same content gives the same bytes."""
    return gzip.compress(content, 6, mtime=0)
