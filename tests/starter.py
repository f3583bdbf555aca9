"""Start ``fazhi`` as a process of its own without paying for the libraries each time.

A crawl of the tests takes a second, and most of it is the import of Scrapy, lxml, the cleaning and the like. A fork
server holds these modules: libraries, and of the project what reads no environment when imported. Each command is a
fork of it that begins with the command's own first module, reads its environment, writes to its own files and ends
with its own exit code, as from a shell.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent
# What a crawl imports. None of it installs a reactor or reads the environment of the command.
LOADED: Final = [
    "scrapy.crawler", "scrapy.core.downloader.handlers.http11", "scrapy.core.engine", "scrapy.core.scraper",
    "scrapy.spiders", "scrapy.pipelines", "scrapy.addons", "scrapy.downloadermiddlewares.retry", "protego",
    "scrapy.downloadermiddlewares.robotstxt", "scrapy.downloadermiddlewares.httpcompression",
    "scrapy.downloadermiddlewares.downloadtimeout", "scrapy.downloadermiddlewares.httpproxy",
    "scrapy.spidermiddlewares.httperror", "scrapy.statscollectors", "scrapy.squeues", "scrapy.pqueues",
    "scrapy.extensions.corestats", "scrapy.extensions.logcount", "scrapy.utils.project",
    "twisted.internet.ssl", "lxml.html", "sqlite_utils", "pydantic", "click", "yaml", "ahocorasick_rs", "warcio",
    "rich.table", "feedgen.feed", "diff_match_patch", "chinese_calendar", "rapidfuzz",
    "cleaning.clean", "cleaning.apart", "cleaning.attachments.readers", "cleaning.figures",
    "crawler.commands.crawl", "crawler.platforms", "crawler.spiders.reports",
    "crawler.pipelines.clean", "crawler.pipelines.files", "crawler.pipelines.store", "crawler.publish.summary",
    "crawler.publish.stamping", "crawler.middlewares.browser", "crawler.middlewares.redirect",
    "crawler.middlewares.transport", "crawler.middlewares.snapshot", "crawler.extensions.throttle",
    "crawler.scale.coordinator", "tests.warm",
    "crawler.commands.scale", "crawler.extensions.storage_watch", "crawler.process", "crawler.run",
    "crawler.publish.digest",
    "crawler.pipelines.pages", "crawler.store.sqlite_utils_plugin", "crawler.commands.add", "crawler.commands.check",
    "crawler.spiders.discover", "crawler.discovery.draft", "crawler.discovery.result", "crawler.publish.found",
    "crawler.task", "scrapy.downloadermiddlewares.defaultheaders", "scrapy.downloadermiddlewares.stats",
    "scrapy.downloadermiddlewares.useragent", "scrapy.spidermiddlewares.start", "stringprep",
    "scrapy.logformatter", "scrapy.dupefilters", "scrapy.spidermiddlewares.urllength",
    "scrapy.spidermiddlewares.metacopy", "rich.console", "cleaning.body.learn", "trafilatura",
    *(f"crawler.platforms.{path.stem}" for path in sorted((ROOT / "crawler" / "platforms").glob("[a-z]*.py"))),
]  # fmt: skip
AT_START: Final = ("PYTHON", "LC_", "LANG", "LD_", "OPENSSL", "TZ")


def _server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    return context


def _become(arguments: list[str], environment: dict[str, str], folder: str) -> None:
    """Be the command: in the project's folder and a session of its own, with this environment, writing to two files."""
    os.setsid()
    for number, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["crawler", *arguments]
    runpy.run_module("crawler", run_name="__main__", alter_sys=True)


class Running:
    """A command under way: what a test needs of ``subprocess.Popen``; its output is text."""

    def __init__(self, arguments: Sequence[str], environment: dict[str, str]) -> None:
        self.args: Final = [sys.executable, "-m", "crawler", *arguments]
        self._folder = tempfile.TemporaryDirectory()
        self._process: BaseProcess = _server().Process(
            target=_become, args=(list(arguments), environment, self._folder.name)
        )
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """The exit code, or minus the signal that ended it; None while it runs."""
        return self._process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def kill_group(self) -> None:
        """Kill it and whatever it started that is left."""
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:  # nothing is left, or it has not come to making its session
            self.kill()

    def wait(self, timeout: float | None = None) -> int:
        """The exit code. Raises TimeoutExpired, with the command still running."""
        self._process.join(timeout)
        if self.returncode is None:
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What it wrote until its end, on either stream."""
        self.wait(timeout)
        out, err = ((Path(self._folder.name) / name) for name in ("stdout", "stderr"))
        return out.read_text("utf-8"), err.read_text("utf-8")


def _comes_late(environment: dict[str, str]) -> list[str]:
    """Which of these variables Python reads when it starts, so that a fork would come too late for them."""
    return [name for name in environment if name.startswith(AT_START) and environment[name] != os.environ.get(name)]


def start(*arguments: str, environment: dict[str, str]) -> Running:
    """Start one ``fazhi`` command in ``environment``, in a session of its own."""
    assert not _comes_late(environment), _comes_late(environment)
    return Running(arguments, environment)


def fazhi(*arguments: str, environment: dict[str, str], timeout: float = 200) -> subprocess.CompletedProcess[str]:
    """Run one ``fazhi`` command to its end in ``environment``; its output is text.

    Raises TimeoutExpired after ``timeout`` seconds, the command killed.
    """
    command = [sys.executable, "-m", "crawler", *arguments]
    if _comes_late(environment):
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=timeout, check=False
        )
    running = start(*arguments, environment=environment)
    try:
        said = running.communicate(timeout)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        raise
    return subprocess.CompletedProcess(command, running.wait(), *said)
