"""``Replica``: the portals, the server that plays them and what they were asked."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from . import modes, sites
from .certificates import Certificates
from .model import DAYS, Answer, Request, Routes, Site, moved
from .server import Seen, Server, squeeze

CACHED = 2048


class Mode(NamedTuple):
    """A bad day of one host: where it holds, and whether robots.txt is hit as well."""

    name: str
    path: str
    robots: bool


class Replica:
    """All replica portals behind one proxy on loopback; a context manager.

    ``day`` (1 to 4) may be set at any time; ``more`` are sites to play beside the standard ones. Hosts that are
    not played get 502; the replica makes no connection of its own. ``too_large_bytes`` bounds the mode of that name.
    """

    def __init__(self, day: int = 1, port: int = 0, more: Iterable[Site] = ()) -> None:
        self._sites = {site.host: site for site in (*sites.all_sites(), *more)}
        self._modes: dict[str, Mode] = {}
        self._routes: dict[tuple[str, int], Routes] = {}
        self._lock = threading.Lock()
        self._requests: list[Seen] = []
        self._port = port
        self._day = 0
        self.day = day
        self.too_large_bytes = modes.TOO_LARGE_BYTES
        self.compressed = lru_cache(maxsize=CACHED)(squeeze)
        self._made = lru_cache(maxsize=CACHED)(self._make)

    def __enter__(self) -> Replica:
        self._folder = tempfile.TemporaryDirectory(prefix="replica-")
        self.certificates = Certificates(Path(self._folder.name))
        self._server = Server(self._port, self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stop()
        self._thread.join(10)
        self._folder.cleanup()

    @property
    def day(self) -> int:
        """The day played; setting it to anything but 1 to 4 raises ValueError."""
        return self._day

    @day.setter
    def day(self, day: int) -> None:
        if day not in DAYS:
            raise ValueError(f"day {day}: the replica has the days {DAYS[0]} to {DAYS[-1]}")
        self._day = day

    @property
    def proxy_url(self) -> str:
        """What http_proxy and https_proxy should say."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def ca_file(self) -> str:
        """The authority to trust, as a PEM file."""
        return str(self.certificates.ca_file)

    def environment(self) -> dict[str, str]:
        """Environment variables for a subprocess that shall see the replica as the web."""
        proxies = {"http_proxy": self.proxy_url, "https_proxy": self.proxy_url}
        return {**proxies, "no_proxy": "", "SSL_CERT_FILE": self.ca_file}

    @property
    def sites(self) -> list[Site]:
        """All portals played."""
        return list(self._sites.values())

    def site(self, host: str) -> Site | None:
        """The portal of ``host``, None if the replica does not play it."""
        return self._sites.get(host.lower())

    def set_mode(self, host: str, mode: str, path: str = "", robots: bool = False) -> None:
        """Give ``host`` a bad day; ``""`` ends it.

        Only addresses whose path starts with ``path`` are hit. robots.txt stays as it is unless ``robots``,
        except under the modes of a whole host (timeout, reset, bad_tls, captive). Raises ValueError for an
        unknown host or mode.
        """
        if host not in self._sites:
            raise ValueError(f"{host}: not played; the replica plays {', '.join(self._sites)}")
        if mode and mode not in modes.MODES:
            raise ValueError(f"{mode}: no such mode; there are {', '.join(modes.MODES)}")
        if mode:
            self._modes[host] = Mode(mode, path, robots)
        else:
            self._modes.pop(host, None)

    def clear_modes(self) -> None:
        """End all bad days."""
        self._modes.clear()

    def mode(self, host: str, path: str) -> str:
        """The mode that holds for an address, ``""`` on a good day."""
        mode = self._modes.get(host.lower())
        if mode is None:
            return ""
        if mode.name in modes.WHOLE_HOST and not mode.path:
            return mode.name
        if path == "/robots.txt" and not mode.robots:
            return ""
        return mode.name if path.startswith(mode.path) else ""

    @property
    def requests(self) -> list[Seen]:
        """What was asked since the start or the last reset, oldest first."""
        with self._lock:
            return list(self._requests)

    def count(self, url_or_host: str | None = None) -> int:
        """How many requests: all, those of a host, or those of one exact address."""
        seen = self.requests
        if url_or_host is None:
            return len(seen)
        if "/" in url_or_host:
            return sum(each.url == url_or_host for each in seen)
        return sum(each.url.split("/")[2].split(":")[0] == url_or_host for each in seen)

    def reset_counts(self) -> None:
        """Forget what was asked."""
        with self._lock:
            self._requests.clear()

    def remember(self, seen: Seen) -> None:
        """Note one request."""
        with self._lock:
            self._requests.append(seen)

    def amend(self, seen: Seen, now: Seen) -> None:
        """Replace a note made before the answer was finished."""
        with self._lock:
            self._requests = [now if each is seen else each for each in self._requests]

    def routes(self, site: Site, day: int = 0) -> Routes:
        """Every address of ``site`` on ``day``, the present one when 0."""
        key = (site.host, day or self.day)
        if key not in self._routes:
            self._routes[key] = site.system.routes(site, key[1])
        return self._routes[key]

    def answer(self, site: Site, request: Request) -> Answer:
        """What ``site`` answers; pages are made once per address, day and listing mode."""
        if request.query or request.method == "POST":
            return self.plain(site, request)
        return self._made(site.host, self.day, request.path, request.mode if request.mode in modes.LISTINGS else "")

    def _make(self, host: str, day: int, path: str, mode: str) -> Answer:
        return self.plain(self._sites[host], Request("GET", path, mode=mode), day)

    def plain(self, site: Site, request: Request, day: int = 0) -> Answer:
        """The answer of the site itself: robots.txt, a file, a page, the folder of a page, or not found."""
        if request.path == "/robots.txt":
            return Answer(site.robots.encode(), content_type="text/plain")
        if request.path in site.files:
            return Answer(site.files[request.path], content_type="application/octet-stream")
        routes = self.routes(site, day)
        if request.path in routes:
            return routes[request.path](request)
        if f"{request.path}/" in routes:
            return moved(f"{request.path}/")
        return modes.not_found_page(site)

    def control(self, method: str, path: str, query: dict[str, str]) -> Any:
        """The control face; None for an unknown address. Raises KeyError or ValueError for a wrong parameter."""
        match method, path:
            case "GET", "/_replica/requests":
                return [each._asdict() for each in self.requests]
            case "POST", "/_replica/day":
                self.day = int(query["n"])
            case "POST", "/_replica/mode":
                self.set_mode(query["host"], query.get("mode", ""), query.get("path", ""), query.get("robots") == "1")
            case "POST", "/_replica/reset":
                self.reset_counts()
            case _:
                return None
        return {"day": self.day, "modes": {host: mode.name for host, mode in self._modes.items()}}
