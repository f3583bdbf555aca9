"""Under which name the room gives its own addresses: never under one that a visitor made up.

Datasette writes the Host header it was asked with into ``Link``, ``rel=alternate``, next pages, facets and feeds
(https://docs.datasette.io/en/stable/deploying.html). Whoever can choose it could lead the readers of a cache or a
proxy elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import Any, Final
from urllib.parse import urlsplit

PUBLIC: Final = "FAZHI_PUBLIC"  # environment variable by which ``fazhi serve --public`` speaks to its plugins
LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")

Scope = MutableMapping[str, Any]


def is_public() -> bool:
    """Whether this room was started to stand behind a proxy."""
    return bool(os.environ.get(PUBLIC))


def origin() -> tuple[str, str] | None:
    """Scheme and host under which a public room is known, None where nobody said."""
    parts = urlsplit(os.environ.get(PUBLIC, ""))
    return (parts.scheme, parts.netloc) if parts.netloc else None


def told(scope: Scope) -> Scope:
    """A request as if it had been made under the room's own name: the one given to ``--base-url``, a name of this
    machine for itself, else the address on which the server listens."""
    headers = scope["headers"]
    asked = next((value.decode("latin-1") for name, value in headers if name.lower() == b"host"), "")
    if known := origin():
        scheme, host = known
    else:
        scheme, host = scope.get("scheme") or "http", _own(scope.get("server"), asked)
    others = [pair for pair in headers if pair[0].lower() != b"host"]
    return {**scope, "scheme": scheme, "headers": [*others, (b"host", host.encode("latin-1"))]}


def below(scope: Scope, base: str) -> Scope:
    """A request without the path below which a proxy shows the room, whether the proxy left it there or not.

    Datasette puts ``base_url`` before whatever it links to, also where the path of the request begins with it.
    """
    path = scope["path"]
    if base == "/" or not f"{path}/".startswith(base):
        return scope
    raw = scope.get("raw_path") or path.encode()
    cut = len(base) - 1
    return {**scope, "path": path[cut:] or "/", "raw_path": raw[cut:] or b"/"}


def _own(server: Any, asked: str) -> str:
    name, port = (server or ("localhost", None))[:2]
    name = f"[{name}]" if ":" in name else name
    own = {f"{each}:{port}" for each in (*LOOPBACK, name)} | ({*LOOPBACK, name} if port in (None, 80) else set())
    return asked if asked in own else f"{name}:{port}" if port else name


def absolute(original: Any) -> Any:
    """Datasette's ``absolute_url``; for a public room whose name nobody said, the path alone, which leads there from
    wherever the page is shown."""

    def absolute_url(request: Any, path: str) -> str:
        address = str(original(request, path))
        if is_public() and origin() is None:
            parts = urlsplit(address)
            return parts._replace(scheme="", netloc="").geturl()
        return address

    return absolute_url
