"""Start ``fazhi`` as a process of its own without paying for the libraries each time.

A crawl of the tests takes a second, and most of it is the import of Scrapy, lxml and the like. A fork server holds
these libraries, and nothing of the project; each command is a fork of it that imports the project, reads its
environment, writes to its own files and ends with its own exit code, as from a shell.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent
# What a crawl imports of others. None of it installs a reactor or reads the environment of the command.
LIBRARIES: Final = [
    "scrapy.crawler", "scrapy.core.downloader.handlers.http11", "scrapy.core.engine", "scrapy.core.scraper",
    "scrapy.spiders", "scrapy.pipelines", "scrapy.addons", "scrapy.downloadermiddlewares.retry", "protego",
    "twisted.internet.ssl", "lxml.html", "sqlite_utils", "pydantic", "click", "yaml", "ahocorasick_rs", "warcio",
]  # fmt: skip
# Python and its libraries read these when they start, so that a fork would come too late for them.
AT_START: Final = ("PYTHON", "LC_", "LANG", "LD_", "OPENSSL", "TZ")


def _server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LIBRARIES)
    return context


def _become(arguments: list[str], environment: dict[str, str], folder: str) -> None:
    """Be the command: in the project's folder, with this environment, writing to two files."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["crawler", *arguments]
    runpy.run_module("crawler", run_name="__main__", alter_sys=True)


def fazhi(*arguments: str, environment: dict[str, str], timeout: float = 200) -> subprocess.CompletedProcess[str]:
    """Run one ``fazhi`` command to its end in ``environment``; its output is text.

    Raises TimeoutExpired after ``timeout`` seconds, the command killed.
    """
    command = [sys.executable, "-m", "crawler", *arguments]
    if any(environment.get(name) != os.environ.get(name) for name in environment if name.startswith(AT_START)):
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=timeout, check=False
        )
    with tempfile.TemporaryDirectory() as folder:
        process: BaseProcess = _server().Process(target=_become, args=(list(arguments), environment, folder))
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(command, timeout)
        said = [(Path(folder) / name).read_text("utf-8") for name in ("stdout", "stderr")]
    return subprocess.CompletedProcess(command, process.exitcode, *said)
