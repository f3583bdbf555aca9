"""``render: browser``: a page that only scripts fill is read, and the browser keeps the crawler's manners."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli import main
from crawler.middlewares import browser
from tests.conftest import Crawls
from tests.crawler.shell import COLUMN, ELSEWHERE, HOST, site
from tests.replica import Replica

FILE = f"""
title: 空科市人社局
home: http://{HOST}/
platform: generic
site_id_code: "6299000097"
render: %s
columns:
  - url: http://{HOST}{COLUMN}
    name: 通知公告
"""


@pytest.fixture(scope="module")
def shell() -> Iterator[Replica]:
    with Replica(day=1, more=[site()]) as replica:
        yield replica


@pytest.fixture
def crawls(shell: Replica, tmp_path: Path) -> Crawls:
    shell.reset_counts()
    (tmp_path / "portals").mkdir()
    return Crawls(shell, tmp_path / "output")


def crawl(crawls: Crawls, render: str, code: int) -> None:
    folder = crawls.output.parent / "portals"
    (folder / "kongke.yml").write_text(FILE % render, "utf-8")
    done = crawls.fazhi("crawl", "--portal", "kongke", "--all", FAZHI_PORTALS=str(folder), FAZHI_TIMEOUT="30")
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr, done.stderr


def test_a_shell_is_rendered_politely(crawls: Crawls) -> None:
    crawl(crawls, "browser", 0)
    reports = {document.title for document in site().columns[0].documents if document.is_report}
    assert {row["title"] for row in crawls.rows("SELECT title FROM reports")} == reports
    seen = crawls.replica.requests
    assert {request.url.split("/")[2] for request in seen} == {HOST}, f"{ELSEWHERE} is never asked"
    asked = [request.url.removeprefix(f"http://{HOST}") for request in seen]
    assert asked[:4] == ["/robots.txt", COLUMN, "/app.js", "/api/list"]
    assert not {"/search/counter", "/logo.png", "/a.css", "/frame.html", "/favicon.ico"}.intersection(asked)
    agents = [{name.lower(): value for name, value in request.headers.items()}["user-agent"] for request in seen]
    assert all("FazhiWatch" in agent for agent in agents)
    assert crawls.rows("SELECT count(*) AS n FROM fetches") == [{"n": len(seen)}], "every request is written down"


def test_without_it_a_shell_is_no_empty_list(crawls: Crawls) -> None:
    crawl(crawls, "plain", 3)
    assert crawls.rows("SELECT last_outcome FROM columns") == [{"last_outcome": "layout_changed"}]
    assert crawls.rows("SELECT count(*) AS n FROM fetches WHERE purpose = 'browser'") == [{"n": 0}]


def test_a_missing_browser_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kongke.yml").write_text(FILE % "browser", "utf-8")
    monkeypatch.setenv("FAZHI_PORTALS", str(tmp_path))
    monkeypatch.setenv("FAZHI_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setattr(browser, "find_spec", lambda name: None)
    result = CliRunner().invoke(main, ["crawl", "--portal", "kongke"])
    assert result.exit_code == 1
    assert "pip install -e '.[browser]'" in result.output
    assert not (tmp_path / "output").exists()
