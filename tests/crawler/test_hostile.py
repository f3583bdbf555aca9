"""Servers that mean harm: each ends in an outcome by name, in bounded memory, and no other portal notices.

Several hosts are played at once, each with its mode, beside one that is well; the peak of memory is that of the
whole crawling process with all of them.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

import pytest

from crawler.download.handler import is_public
from crawler.portals import PortalError, load
from tests import starter
from tests.conftest import ROOT, Crawls
from tests.replica import Replica, hostile
from tests.replica.model import Site
from tests.replica.modes import TLS
from tests.season.papers import report
from tests.usage import measured

MEMORY = 400  # MB
WELL = "zengcheng"
# What becomes of the listing, and how many of the two reports behind it are kept all the same.
LISTINGS: dict[str, tuple[str, int]] = {
    "too_large": ("too_large", 0),
    "drip": ("timeout", 0),
    "gzip_bomb": ("too_large", 0),
    "deflate_bomb": ("too_large", 0),
    "brotli_bomb": ("too_large", 0),
    "zstd_bomb": ("too_large", 0),
    "cut_short": ("changed", 2),  # all of the page came, its length was stated too long
    "overrun": ("changed", 2),
    "cut_reset": ("connection_error", 0),
    "many_cookies": ("changed", 2),
    "long_header": ("connection_error", 0),
    "many_headers": ("connection_error", 0),
    "large_listing": ("too_large", 0),
    "large_robots": ("robots_unavailable", 0),
    **dict.fromkeys(hostile.REDIRECTS, ("redirected_away", 0)),
    "redirect_ring": ("redirect_loop", 0),
    "redirect_chain": ("redirect_loop", 0),
    "foreign_rows": ("partly_read", 2),  # rows that only their scripts can open are told
    "endless_pages": ("changed", 0),
    "calendar": ("changed", 0),
    "many_links": ("too_large", 0),
    **dict.fromkeys(TLS, ("tls_error", 0)),
    "lying_charset": ("changed", 2),
    "no_charset": ("changed", 2),
    "nul_bytes": ("changed", 2),
    "nested": ("changed", 2),
    "billion_laughs": ("layout_changed", 0),
    "one_character": ("changed", 2),
}
# The pages behind a good listing.
PAGES: dict[str, tuple[str, int]] = {
    "too_large": ("too_large", 0),
    "gzip_bomb": ("too_large", 0),
    "cut_short": ("new", 2),  # all of the page came, its length was stated too long
    "cut_reset": ("connection_error", 2),  # kept with the flag "truncated" until the rest comes
    "redirect_metadata": ("redirected_away", 0),
    "redirect_chain": ("redirect_loop", 0),
    "lying_charset": ("new", 2),
    "nul_bytes": ("new", 2),
    "nested": ("new", 2),
    "one_character": ("too_costly", 0),
    "many_links": ("too_large", 0),
}
TOGETHER = [mode for mode in LISTINGS if mode != "drip"]

Popen = subprocess.Popen[str]


@dataclass
class Played:
    """What a run against hostile servers left."""

    crawls: Crawls
    result: dict[str, Any]
    peak: float  # MB


def sites() -> list[Site]:
    """One small portal for each mode."""
    made = []
    for number, mode in enumerate(sorted({*LISTINGS, *PAGES})):
        agency = f"甲{number}县司法局"
        papers = tuple(
            report(f"/zfxxgk/{year}.html", f"{agency}{year}年法治政府建设年度报告", agency, year, f"{year + 1}-03-01")
            for year in (2024, 2023)
        )
        made.append(hostile.site(mode, papers, "https" if mode.endswith("_tls") else "http"))
    return made


@pytest.fixture(scope="module")
def wicked() -> Iterator[Replica]:
    """A replica that plays them."""
    with Replica(more=sites()) as replica:
        yield replica


def before(replica: Replica, folder: Path, modes: list[str], path: str) -> tuple[Crawls, list[str]]:
    """The portal files of these modes, which hit addresses under ``path``, and the arguments that name them."""
    files = folder / "portals"
    files.mkdir()
    replica.clear_modes()
    replica.reset_counts()
    for mode in modes:
        site = next(each for each in replica.sites if each.portal == mode)
        where = {"large_robots": "/robots.txt"} | dict.fromkeys(TLS, "")
        replica.set_mode(site.host, mode, where.get(mode, path), robots=mode == "large_robots")
        (files / f"{mode.replace('_', '-')}.yml").write_text(
            f"title: {mode}\nhome: {site.home}\nplatform: generic\nmax_pages: 12\ncolumns:\n"
            f"  - url: {site.home}{hostile.LISTING[1:]}\n    name: 法治政府建设年度报告\n",
            "utf-8",
        )
    return Hostile(replica, folder / "output"), [
        part for mode in modes for part in ("--portal", mode.replace("_", "-"))
    ]


class Hostile(Crawls):
    """Crawls of the portals beside the output folder."""

    def environment(self, **extra: str) -> dict[str, str]:
        return super().environment(FAZHI_PORTALS=str(self.output.parent / "portals"), **extra)


def play(replica: Replica, folder: Path, modes: list[str], path: str) -> Played:
    """One run over the portals of these modes and one that is well, which hits addresses under ``path``."""
    crawls, names = before(replica, folder, modes, path)
    done, used = measured(
        [sys.executable, "-m", "crawler", "crawl", "--json", *names, "--portal", WELL],
        cwd=ROOT,
        env=crawls.environment(FAZHI_TIMEOUT="3" if "drip" in modes else "30"),
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode in (0, 3), done.stderr
    assert "Traceback" not in done.stderr
    return Played(crawls, json.loads(done.stdout), used.peak)


def judge(played: Played, modes: list[str], expected: dict[str, tuple[str, int]], purpose: str) -> None:
    """Every mode ended as it should, the portal that is well has all its reports, and nobody else was asked."""
    assert played.peak < MEMORY, f"{modes}: {played.peak:.0f} MB"
    found = {}
    for mode in modes:
        sql = (
            "SELECT outcome, reason_code AS reason FROM fetches"
            " WHERE portal = ? AND purpose = ? AND outcome != 'moved' ORDER BY id"
        )
        looks = played.crawls.rows(sql, mode.replace("_", "-"), "robots" if mode in TLS else purpose)
        kept = played.crawls.rows("SELECT url FROM reports WHERE portal = ?", mode.replace("_", "-"))
        found[mode] = looks[0]["outcome"] if looks else "", len(kept)
        assert all(look["reason"] for look in looks if look["outcome"] not in ("unchanged", "new")), (mode, looks)
    assert found == {mode: expected[mode] for mode in modes}
    assert len(played.crawls.rows("SELECT url FROM reports WHERE portal = ?", WELL)) == 4
    hosts = {site.host for site in played.crawls.replica.sites}
    assert {urlsplit(seen.url).hostname for seen in played.crawls.replica.requests} <= hosts


@pytest.fixture(scope="module")
def listings(inside: Popen, wicked: Replica, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """One run against all at once on their listings, but for the one that is known by its time-out."""
    return play(wicked, tmp_path_factory.mktemp("listings"), TOGETHER, hostile.LISTING)


def test_hostile_listings(listings: Played) -> None:
    judge(listings, TOGETHER, LISTINGS, "listing")
    for mode in ("endless_pages", "calendar"):
        asked = listings.crawls.rows("SELECT count(*) AS n FROM fetches WHERE portal = ?", mode.replace("_", "-"))
        assert 2 <= asked[0]["n"] <= 12 + 1, "no more pages than the portal file allows"


def test_a_listing_that_comes_drop_by_drop(wicked: Replica, tmp_path: Path) -> None:
    judge(play(wicked, tmp_path, ["drip"], hostile.LISTING), ["drip"], LISTINGS, "listing")


def test_hostile_pages(wicked: Replica, tmp_path: Path) -> None:
    played = play(wicked, tmp_path, list(PAGES), "/zfxxgk/2")
    judge(played, list(PAGES), PAGES, "report")
    for row in played.crawls.rows("SELECT title, body FROM reports"):
        assert "\0" not in row["title"] + row["body"]
        assert "法治政府" in row["title"]


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        (
            "bad_tls",
            "its certificate comes from an authority nobody knows, or the server does not send the certificates",
        ),
        ("old_tls", "it speaks no TLS of today, only versions before 1.2"),
        ("expired_tls", "its certificate has expired"),
        ("other_name_tls", "its certificate is made out to another host"),
        ("no_name_tls", "its certificate names no host"),
    ],
)
def test_a_connection_that_cannot_be_trusted_says_why(listings: Played, mode: str, told: str) -> None:
    (line,) = (line for line in listings.result["lines"] if line["portal"] == mode.replace("_", "-"))
    assert f"no trusted TLS connection: {told}" in line["outcome"]
    assert not set("<>[]'") & set(line["outcome"]), "a sentence, no object of the program"


class Inside(BaseHTTPRequestHandler):
    """A service of our own machine that trusts whoever reaches it."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "169.254.169.254", "10.0.0.1"])
def test_a_portal_file_may_not_name_a_bare_address(tmp_path: Path, host: str) -> None:
    home = f"http://{host}/"
    path = tmp_path / "inside.yml"
    path.write_text(f"title: x\nhome: {home}\nplatform: generic\ncolumns:\n  - url: {home}\n", "utf-8")
    with pytest.raises(PortalError, match="bare IP address"):
        load(path)


INNER = ("localhost", "2130706433", "0x7f.1", "ip6-localhost")


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Popen]:
    """A run over portals whose names have come to mean an address inside (DNS rebinding), asked without the replica's
    proxy. It keeps the real delay between two requests, while other tests go on."""
    folder = tmp_path_factory.mktemp("inside")
    (folder / "portals").mkdir()
    with HTTPServer(("127.0.0.1", 0), Inside) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for number, host in enumerate(INNER):
            home = f"http://{host}:{server.server_address[1]}/"
            (folder / "portals" / f"inside{number}.yml").write_text(
                f"title: x\nhome: {home}\nplatform: generic\ncolumns:\n  - url: {home}\n    name: x\n", "utf-8"
            )
        kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        extra = {"FAZHI_PORTALS": str(folder / "portals"), "FAZHI_OUTPUT": str(folder / "output")}
        names = [part for number in range(len(INNER)) for part in ("--portal", f"inside{number}")]
        with subprocess.Popen(
            [sys.executable, "-m", "crawler", "crawl", "--json", *names],
            cwd=ROOT,
            env={**kept, **extra, "FAZHI_TIMEOUT": "5"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as run:
            yield run
            run.kill()
        server.shutdown()


def test_no_name_leads_into_our_own_network(inside: Popen) -> None:
    out, err = inside.communicate(timeout=100)
    assert inside.returncode == 3, err
    assert Inside.asked == []
    lines = json.loads(out)["lines"]
    assert len(lines) == len(INNER)
    for line in lines:
        assert "no address of the public network" in line["outcome"] or "cannot be resolved" in line["outcome"]


def test_a_signal_stops_a_run_that_is_at_a_page_without_end(wicked: Replica, tmp_path: Path) -> None:
    """What has been begun is given up, no other page is begun, and nothing of it is held against the pages."""
    crawls, names = before(wicked, tmp_path, ["one_character"], "/zfxxgk/2")
    run = starter.start("crawl", *names, environment=crawls.environment(FAZHI_TIMEOUT="30"))
    while run.poll() is None and not at_work(crawls):
        time.sleep(0.01)
    begun = at_work(crawls)
    run.send_signal(signal.SIGTERM)
    _, errors = run.communicate(timeout=100)
    assert run.returncode == 1
    assert "stopped: what was found is kept" in errors
    assert "Traceback" not in errors
    assert at_work(crawls) == set()
    assert crawls.rows("SELECT url FROM reports") == []
    rows = crawls.rows("SELECT url, tries FROM listing_rows WHERE state = 'pending'")
    assert begun <= {row["url"] for row in rows if row["tries"] <= 1}
    assert crawls.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert crawls.fazhi("verify").returncode == 0


def at_work(crawls: Crawls) -> set[str]:
    """The pages that a run is at."""
    try:
        return {row["url"] for row in crawls.rows("SELECT url FROM at_work")}
    except sqlite3.OperationalError:  # no table yet
        return set()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fe80::1", False), ("fd00::1", False),
        ("::ffff:127.0.0.1", False), ("255.255.255.255", False), ("portal.example", False),
    ],
)  # fmt: skip
def test_what_is_an_address_of_the_public_network(address: str, public: bool) -> None:
    assert is_public(address) is public
