"""The reading room as people use it: a crawl's database, Datasette over it, and a browser."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlite_utils import Database

from tests.conftest import ROOT, Crawls
from tests.datasette import borrowed, hostile
from tests.ports import free_port
from tests.replica import Replica

BROWSERS = ("chromium", "google-chrome")


@dataclass(frozen=True)
class Room:
    """A running Datasette, the database it shows, and what it wrote until it answered."""

    base: str
    path: Path
    said: str

    def url(self, path: str, **arguments: object) -> str:
        """An address in the room."""
        return self.base + path + ("?" + urllib.parse.urlencode(arguments) if arguments else "")

    def get(self, path: str, **arguments: object) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of a page."""
        try:
            answer = urllib.request.urlopen(self.url(path, **arguments), timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            return answer.status, headers, answer.read().decode()

    def json(self, path: str, **arguments: object) -> Any:
        """What a JSON page says."""
        with urllib.request.urlopen(self.url(path, **arguments), timeout=30) as answer:
            return json.loads(answer.read())

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows of a query on the database itself."""
        db = Database(self.path)
        try:
            return list(db.query(sql, list(values)))
        finally:
            db.close()


@contextmanager
def serving(command: list[str], path: Path, *, quiet: bool = False) -> Iterator[Room]:
    """Run a server command (its port is appended) until the block ends; a ``quiet`` one wrote no traceback."""
    port = free_port()
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen([*command, "--port", str(port)], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert server.poll() is None, _said(log)
                time.sleep(0.1)
            yield Room(f"http://127.0.0.1:{port}", path, _said(log))
            assert server.poll() is None, _said(log)
            log.seek(0)
            assert not quiet or "Traceback" not in log.read(), _said(log)
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
                raise


def _said(log: IO[str]) -> str:
    """The last of what a server wrote."""
    log.seek(0)
    return log.read()[-3000:]


@pytest.fixture(scope="session")
def database(session_replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What crawls on the replica's days 1 and 3 left, a report changed by its source among it, and a hostile one."""
    return crawled(session_replica, tmp_path_factory.mktemp("room"))


def crawled(replica: Replica, folder: Path, *, hostile_too: bool = True) -> Path:
    """The database of those crawls, in a new output folder."""
    crawls = Crawls(replica, folder)
    replica.clear_modes()
    for day, now in ((1, "2026-11-22T06:00:00+00:00"), (3, "2026-12-30T06:00:00+00:00")):
        replica.day = day
        crawls.crawl("--all", now=now)
    replica.day = 1
    path = crawls.output / "reports.db"
    borrowed.plant(path)
    if hostile_too:
        hostile.plant(path)
    return path


def served(database: Path) -> AbstractContextManager[Room]:
    """The room that ``fazhi serve`` opens on a database; nothing that is asked of it makes it write a traceback."""
    return serving([sys.executable, "-m", "crawler", "serve", str(database)], database, quiet=True)


@pytest.fixture(scope="session")
def room(database: Path) -> Iterator[Room]:
    with served(database) as room:
        yield room


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser, else the one playwright brings."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1200, "height": 900}, locale="zh-CN")
    yield context
    context.close()


@pytest.fixture
def page(desk: BrowserContext) -> Iterator[Page]:
    """A desktop page in which nothing may go wrong."""
    page = desk.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert problems == []
