"""A proxy that plays small portals: each answer is written to the socket as a portal says, to the byte."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Asked:
    """One request: night and address, and its headers in lower case."""

    night: int
    host: str
    port: int | None
    path: str
    headers: Mapping[str, str]


Play = Callable[[Asked], bytes]


@dataclass
class Stage:
    """The portals by host, the night that is played, and what was asked so far."""

    portals: dict[str, Play] = field(default_factory=dict)
    night: int = 1
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Stage:
        stage = self

        class Connection(socketserver.StreamRequestHandler):
            timeout = 20

            def handle(self) -> None:
                line = self.rfile.readline(65536).decode("latin-1").split()
                headers = {}
                while (header := self.rfile.readline(65536)).strip():
                    name, _, value = header.decode("latin-1").partition(":")
                    headers[name.strip().lower()] = value.strip()
                if len(line) > 1:
                    self.wfile.write(stage.answer(line[1], headers))

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 128

            def handle_error(self, request: Any, client_address: Any) -> None:
                """A client that leaves in the middle is no event."""

        self._server = Server(("127.0.0.1", 0), Connection)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    @property
    def url(self) -> str:
        """Where the proxy listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, url: str, headers: Mapping[str, str]) -> bytes:
        """What the portal of an address says tonight."""
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asked = Asked(self.night, parts.hostname or "", parts.port, path, headers)
        self.asked.append(asked)
        play = self.portals.get(asked.host)
        return play(asked) if play else reply(b"no such host", 502)

    def paths(self, host: str, night: int = 0) -> list[str]:
        """What was asked of a host, robots.txt aside, in one night or in all."""
        mine = [each for each in self.asked if each.host == host and night in (0, each.night)]
        return [each.path for each in mine if each.path != "/robots.txt"]


def reply(
    content: bytes,
    status: int = 200,
    *headers: tuple[str, str | bytes],
    length: int | None = -1,
    kind: str = "text/html",
    version: str = "1.1",
) -> bytes:
    """The bytes of a response; ``length`` -1 states the right one, None states none."""
    lines = [f"HTTP/{version} {status} X".encode(), b"Connection: close"]
    if kind:
        lines.append(f"Content-Type: {kind}".encode())
    lines += [
        name.encode() + b": " + (value if isinstance(value, bytes) else value.encode()) for name, value in headers
    ]
    if length is not None:
        lines.append(f"Content-Length: {len(content) if length < 0 else length}".encode())
    return b"\r\n".join([*lines, b"", content])
