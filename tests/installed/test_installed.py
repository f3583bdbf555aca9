"""From a wheel in an empty environment: crawl, serve, export, demo, Scrapy's own commands, nothing in the package."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.installed.conftest import Installed
from tests.ports import free_port


def reports(database: Path) -> int:
    """How many reports a database holds."""
    db = sqlite3.connect(database)
    try:
        return int(db.execute("SELECT count(*) FROM reports").fetchone()[0])
    finally:
        db.close()


def test_from_a_folder_of_ones_own_to_a_page(installed: Installed) -> None:
    told = installed.run("fazhi", "init", ".")
    assert str(installed.folder) in told
    assert {"scrapy.cfg", ".env", "crontab", "fazhi.service", "fazhi.timer", "portals", "output"} <= {
        path.name for path in installed.folder.iterdir()
    }
    assert "everything is there already" in installed.run("fazhi", "init")
    for name in ("crontab", "fazhi.service"):
        text = (installed.folder / name).read_text("utf-8")
        assert str(installed.folder) in text
        assert str(installed.bin / "fazhi") in text
        assert "$folder" not in text
    installed.run("fazhi", "crawl", "--portal", "nanchang")
    database = installed.folder / "output" / "reports.db"
    assert reports(database) == 2
    installed.run("fazhi", "export", "corpus", "--format", "csv")
    assert "南昌市生态环境局" in (installed.folder / "corpus" / "reports.csv").read_text("utf-8-sig")
    lines = installed.run("scrapy", "crawl", "reports", "-a", "portals=jianghan", "-o", "out.jsonl")
    records = [json.loads(line) for line in (installed.folder / "out.jsonl").read_text("utf-8").splitlines()]
    assert len(records) == 3, lines
    assert {"title", "issuer", "report_year", "body", "url"} <= records[0].keys()
    assert "ERROR" not in lines
    assert served(installed, database)


def first_page(address: str) -> str:
    """What a server that is starting shows, asked until it listens."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def served(installed: Installed, database: Path) -> bool:
    """True if the wheel's reading room shows the database with its own templates."""
    port = free_port()
    environment = {**os.environ, "HOME": str(installed.home)}
    command = [installed.bin / "fazhi", "serve", database, "--port", str(port)]
    room = subprocess.Popen(command, cwd=installed.folder, env=environment, stderr=subprocess.DEVNULL)
    try:
        page = first_page(f"http://127.0.0.1:{port}/")
    finally:
        room.terminate()
        room.wait(timeout=30)
    return "法治政府建设年度报告" in page and re.search(r'<html lang="zh', page) is not None


def test_outside_of_any_folder_the_archive_is_in_the_users_data(installed: Installed) -> None:
    told = installed.run("fazhi", "crawl", "--portal", "jianghan")
    home = installed.home / ".local" / "share" / "fazhi-watch" / "output"
    assert f"the archive goes to {home}" in told
    assert reports(home / "reports.db") == 3
    assert not list(installed.folder.iterdir())
    packages = next((installed.bin.parent / "lib").glob("python*")) / "site-packages"
    assert not (packages / "output").exists()
    assert "the archive goes to" not in installed.run("fazhi", "crawl", "--portal", "jianghan")


def test_demo_plays_its_own_portals(installed: Installed) -> None:
    told = installed.run("fazhi", "demo", FAZHI_OUTPUT=str(installed.folder / "kept"))
    assert "14 new, 0 changed" in told
    assert "fazhi serve" in told
    assert "make" not in told
    assert reports(installed.folder / "kept" / "demo" / "reports.db") == 14


def test_scrapys_own_commands(installed: Installed) -> None:
    installed.run("fazhi", "init")
    assert installed.run("scrapy", "list").split() == ["discover", "reports"]
    address = "https://www.jianghan.gov.cn/"
    assert "<html" in installed.run("scrapy", "fetch", address)
    assert "200" in installed.run("scrapy", "shell", address, "-c", "print(response.status)")
    assert installed.run("scrapy", "crawl", "reports", "-a", "portals=nanchan", code=1).startswith(
        "there is no portal 'nanchan'; did you mean 'nanchang'?"
    )
    once = ("-s", "CLOSESPIDER_PAGECOUNT=1", "-s", "LOG_LEVEL=INFO")
    assert "closespider_pagecount" in installed.run("scrapy", "crawl", "reports", *once, code=None)
    assert "OK" in installed.run("scrapy", "check")


def test_versions_are_told(installed: Installed) -> None:
    assert re.fullmatch(r"fazhi, version \d+\.\d+\.\d+\S*\n", installed.run("fazhi", "--version"))
