"""A name that means a public address when it is first looked up and one of our own network from then on.

The crawler runs without the replica's proxy, through its own resolver; what answers below it is a resolver and a route
of this test: the public address is played by a server on 127.0.0.2. Whatever would reach 127.0.0.1 is the attack.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

PUBLIC = "9.9.9.9"
LISTING = "<ul>{}</ul>".format(
    "".join(
        f"<li><a href='/{year}.html'>某市司法局{year}年法治政府建设年度报告</a><span>{year + 1}-03-01</span></li>"
        for year in range(2019, 2025)
    )
)
CRAWL = """
import json, socket, sys
from twisted.internet import asyncioreactor
asyncioreactor.install()
from twisted.internet import reactor

public, answers, log, pinned = sys.argv[1], sys.argv[2].split(","), open(sys.argv[3], "a"), sys.argv[4] == "pinned"
looked_up = {}

def look_up(name):
    looked_up[name] = looked_up.get(name, 0) + 1
    address = answers[min(looked_up[name], len(answers)) - 1]
    print(json.dumps(["look up", name, address]), file=log, flush=True)
    return address

def connect(host, port, *rest, **more):
    print(json.dumps(["connect", host, port]), file=log, flush=True)
    return plain(("127.0.0.2" if host == public else host), port, *rest, **more)

socket.gethostbyname = look_up
plain, reactor.connectTCP = reactor.connectTCP, connect

import crawler.settings
crawler.settings.DOWNLOAD_DELAY = 0.0
crawler.settings.AUTOTHROTTLE_ENABLED = False
crawler.settings.DNSCACHE_ENABLED = pinned
from crawler.cli import main
main(["crawl", "--json", "--portal", "rebinding"], prog_name="fazhi")
"""


class Portal(BaseHTTPRequestHandler):
    """Answers as the portal would; closes each connection, so that the next request needs a new one."""

    server: Recording

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        found = self.path != "/robots.txt"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(LISTING.encode() if found else b"")

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


class Recording(ThreadingHTTPServer):
    """Keeps what it was asked for, and that somebody connected at all."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__((host, port), Portal)
        self.asked: list[str] = []
        self.connections = 0

    def get_request(self) -> Any:
        self.connections += 1
        return super().get_request()

    def __enter__(self) -> Recording:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


@pytest.fixture
def servers() -> Iterator[tuple[Recording, Recording]]:
    """The portal, and a service of our own on the same port that trusts whoever reaches it."""
    with Recording("127.0.0.2", 0) as portal, Recording("127.0.0.1", portal.server_address[1]) as inside:
        yield portal, inside


def crawl(
    folder: Path, port: int, answers: list[str], pinned: str, month: int = 10
) -> tuple[dict[str, Any], list[list[Any]]]:
    """One run with these answers of the resolver; gives its result and what was looked up and connected to."""
    files, log = folder / "portals", folder / "log"
    files.mkdir(exist_ok=True)
    log.write_text("")
    home = f"http://www.rebinding.gov.cn:{port}/"
    (files / "rebinding.yml").write_text(
        f"title: x\nhome: {home}\nplatform: generic\ncolumns:\n  - url: {home}fzzf/\n    name: 法治政府建设\n", "utf-8"
    )
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    kept |= {"FAZHI_PORTALS": str(files), "FAZHI_OUTPUT": str(folder / "output"), "FAZHI_TIMEOUT": "5"}
    kept["FAZHI_NOW"] = f"2026-{month}-01T06:00:00+00:00"
    command = [sys.executable, "-c", CRAWL, PUBLIC, ",".join(answers), str(log), pinned]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, timeout=120, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout), [json.loads(line) for line in log.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("inner", ["127.0.0.1", "169.254.169.254"])
def test_a_name_that_is_looked_up_again_is_judged_again(
    servers: tuple[Recording, Recording], tmp_path: Path, inner: str
) -> None:
    portal, inside = servers
    result, seen = crawl(tmp_path, portal.server_address[1], [PUBLIC, inner], "anew")
    assert [each[2] for each in seen if each[0] == "look up"][:2] == [PUBLIC, inner]
    assert {each[1] for each in seen if each[0] == "connect"} == {PUBLIC}
    assert portal.asked == ["/robots.txt"], "the first connection was the portal's"
    assert (inside.asked, inside.connections) == ([], 0)
    (line,) = result["lines"]
    assert f"www.rebinding.gov.cn is {inner}, which is no address of the public network" in line["outcome"]


def test_within_a_run_a_name_is_looked_up_once_and_judged_again_in_the_next(
    servers: tuple[Recording, Recording], tmp_path: Path
) -> None:
    portal, inside = servers
    port = portal.server_address[1]
    _, seen = crawl(tmp_path, port, [PUBLIC, "127.0.0.1"], "pinned")
    assert [each[2] for each in seen if each[0] == "look up"] == [PUBLIC]
    assert len(portal.asked) > 2
    portal.asked.clear()
    result, seen = crawl(tmp_path, port, ["127.0.0.1"], "pinned", month=11)
    assert not [each for each in seen if each[0] == "connect"]
    assert (portal.asked, inside.asked, inside.connections) == ([], [], 0)
    assert "no address of the public network" in result["lines"][0]["outcome"]
