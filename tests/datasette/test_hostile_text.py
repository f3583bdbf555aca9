"""Hostile text from the portal to every place where it is shown: one portal, crawled twice, looked at everywhere."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from playwright.sync_api import Browser, expect

from crawler.publish.digest import operators_message, readers_message
from crawler.store.database import open_database
from crawler.store.health import Trouble
from crawler.store.lookup import changes
from tests.conftest import ROOT, Crawls
from tests.datasette.conftest import Room, serving
from tests.replica import Replica
from tests.replica.hostile_text import ASTRAL, BIDI, ESCAPES, HOST, IN_SERVICE, MARKS, PAGES, SCRIPT, portal_file, site

# The edits of day 3 take much of more than two texts, which is trouble at first and believed after two weeks.
DAYS = ((1, "2026-03-05T06:00:00+00:00", 0), (3, "2026-05-30T06:00:00+00:00", 3), (3, "2026-06-14T07:00:00+00:00", 0))
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NAMED = ("script", "open", "formula", "at", "minus", "steering", "path")  # marks that come through as they are
WRITTEN = {".lock", ".sound", "reports.db", "reports.db-wal", "reports.db-shm", "feed.atom", "warc", "logs", "seals"}
COMMANDS = (
    ("changes", "--since", "2020-01-01"), ("changes", "--since", "2020-01-01", "--json"), ("coverage",),
    ("check",), ("check", "--json"), ("portals",), ("portals", "--json"), ("diff", "1"), ("diff", "1", "--json"),
    ("reclean", "--dry-run", "--processes", "1"), ("crawl", "--portal", "text", "--dry-run", "--all"),
)  # fmt: skip
# All in one process: the start of the program is most of what a command costs.
RUN_ALL = """
import json, sys
from click.testing import CliRunner
from crawler.cli import main
done = [CliRunner().invoke(main, command) for command in json.loads(sys.argv[1])]
print(json.dumps([[each.exit_code, each.output, repr(each.exception or "")] for each in done]))
"""


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """What each crawl printed."""
    return {}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, told: dict[str, str]) -> Iterator[Crawls]:
    """The archive of two crawls, and the folder ``around`` it as it was and must stay."""
    around = tmp_path_factory.mktemp("around")
    (around / "portals").mkdir()
    (around / "portals" / "text.yml").write_text(portal_file(), "utf-8")
    os.environ["FAZHI_PORTALS"] = str(around / "portals")
    try:
        with Replica(more=[site()]) as replica:
            crawls = Crawls(replica, around / "output")
            for day, now, code in DAYS:
                replica.day = day
                done = crawls.fazhi("crawl", "--portal", "text", FAZHI_NOW=now)
                assert done.returncode == code, (done.stdout, done.stderr)
                assert "Traceback" not in done.stderr, done.stderr
                told[now] = done.stdout + done.stderr
            assert {seen.url.split("/")[2] for seen in replica.requests} == {HOST}
            yield crawls
    finally:
        del os.environ["FAZHI_PORTALS"]


def texts(crawls: Crawls) -> Iterator[tuple[str, str, str]]:
    """(table, column, text) of everything the database holds; a text that is no UTF-8 raises."""
    db = crawls.db
    for table in db.table_names():
        if table.startswith("sqlite_") or "_search" in table:
            continue
        for row in db.query(f'SELECT * FROM "{table}"'):
            yield from ((table, column, value) for column, value in row.items() if isinstance(value, str))
    db.close()


def controls(text: str) -> set[str]:
    """What would steer a terminal: all that is not printable, but for line ends."""
    return {hex(ord(char)) for char in text if not char.isprintable() and char not in "\r\n"}


def test_every_report_is_kept_and_its_text_is_as_it_is(hostile: Crawls) -> None:
    rows = hostile.rows("SELECT url, title, body FROM reports WHERE body != ''")
    known = {row["url"].rpartition("gov.cn")[2] for row in hostile.rows("SELECT url FROM report_addresses")}
    assert known == {*(f"{PAGES}{name}.html" for name in MARKS), *(f"/json/{name}.html" for name in (*IN_SERVICE, "�"))}
    for row in rows:
        name = row["url"].rpartition("/")[2].removesuffix(".html")
        if name in NAMED:  # control characters of ASCII mean nothing in a page, and markup of a title is taken off
            mark = re.sub(r"[\x00-\x1f\x7f]", "", MARKS[name])
            assert name == "script" or row["title"].count(mark) == 2, row
            assert row["body"].count(mark) >= 12, row
    for table, column, text in texts(hostile):
        assert "\0" not in text, (table, column, text[:200])
        text.encode()
    versions = hostile.rows("SELECT report FROM versions WHERE number = 2")
    assert len(versions) == len(rows)


def test_nothing_is_written_beside_the_archive(hostile: Crawls) -> None:
    assert {path.name for path in hostile.output.iterdir()} <= WRITTEN
    assert {path.name for path in hostile.output.parent.iterdir()} == {"portals", "output"}
    for folder, kinds in (("warc", (".gz",)), ("logs", (".log", ".jsonl"))):
        assert {path.suffix for path in (hostile.output / folder).rglob("*") if path.is_file()} <= set(kinds)
    names = {row["name"] for row in hostile.rows("SELECT name FROM attachments")}
    assert "../../x.txt" in names
    assert any(len(name) < 3100 and name.startswith("长长") for name in names)


def test_feed_parses_and_nothing_in_it_runs(hostile: Crawls) -> None:
    raw = (hostile.output / "feed.atom").read_bytes()
    feed = feedparser.parse(raw, sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    assert len(feed.entries) >= 2 * len(MARKS)
    assert any(MARKS["open"] in entry.title for entry in feed.entries)
    for entry in feed.entries:
        assert entry.title_detail.type == "text/plain"
        for piece in entry.content:
            tags = set(re.findall(r"<(?!/?(?:p|del|ins)>)[^>]*", piece.value))
            assert not tags, piece.value


def test_messages_hold_no_control_characters(hostile: Crawls) -> None:
    db = open_database(hostile.output / "reports.db")
    told = readers_message(db, changes(db, since="2020-01-01T00:00:00Z"))
    db.close()
    bad = f"{SCRIPT}{ESCAPES}{BIDI}\ud800\0"
    trouble = Trouble(1, "text", "2026-01-01T00:00:00Z", None, "blocked", bad)
    for title, text in (told, operators_message([trouble], [trouble])):
        assert not controls(title + text)
        assert (title + text).encode()


def test_export_defuses_cells_and_keeps_the_text(hostile: Crawls, tmp_path: Path) -> None:
    csv.field_size_limit(10**9)
    kept = {row["id"]: row for row in hostile.rows("SELECT * FROM reports")}
    for form, data in (("csv", "."), ("datapackage", "data"), ("jsonl", ".")):
        done = hostile.fazhi("export", str(tmp_path / form), "--format", form)
        assert done.returncode == 0, done.stderr
        for path in (tmp_path / form / data).iterdir():
            if path.suffix == ".csv":
                with path.open(encoding="utf-8", newline="") as file:
                    cells = [cell for row in csv.reader(file) for cell in row]
                assert not [cell for cell in cells if cell.startswith(FORMULAS) and not _number(cell)], path
    with (tmp_path / "csv" / "reports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            title = kept[int(row["id"])]["title"]
            assert row["title"] == ("'" + title if title.startswith(FORMULAS) else title)
    for line in (tmp_path / "jsonl" / "reports.jsonl").read_text("utf-8").split("\n")[:-1]:
        record = json.loads(line)
        assert record["body"] == kept[record["id"]]["body"]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_no_command_steers_the_terminal(hostile: Crawls, told: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN_ALL, json.dumps(COMMANDS)], cwd=ROOT, capture_output=True, text=True, timeout=200,
        env=hostile.environment(FAZHI_NOW=DAYS[-1][1]), check=True,
    )  # fmt: skip
    for command, (code, output, error) in zip(COMMANDS, json.loads(done.stdout), strict=True):
        assert code in (0, 3), (command, code, error, output[-500:])
        assert not controls(output), (command, controls(output), output[:500])
        told[" ".join(command)] = output
    assert any("__pwned" in text for text in told.values())
    assert not controls("".join(told[now] for _, now, _ in DAYS))
    shown = [json.loads(line) for line in told["changes --since 2020-01-01 --json"].splitlines()]
    titles = {row["title"] for row in hostile.rows("SELECT title FROM reports")}
    assert titles == {line["title"] for line in shown}, "what JSON says is the text as it is"


@pytest.mark.parametrize("arguments", [("classify",), ("classify", "--json"), ("clean", "-"), ("clean", "-", "--json")])
def test_what_a_person_pipes_in_does_not_steer_the_terminal(arguments: tuple[str, ...]) -> None:
    text = "".join(
        f"<p>{ESCAPES}{BIDI}{ASTRAL}{mark}、全年办结案件三件，依法行政工作有序推进。</p>" for mark in "一二三四五六"
    )
    page = f"<h1>2024年法治政府建设年度报告{ESCAPES}{BIDI}</h1><div class='TRS_Editor'>{text}</div>"
    master, slave = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "crawler", *arguments], cwd=ROOT, input=page.encode(), stdout=slave, stderr=slave,
        env={**os.environ, "NO_COLOR": "1", "TERM": "dumb"}, timeout=60, check=False,
    )  # fmt: skip
    os.close(slave)
    shown = os.read(master, 1 << 20).decode("utf-8", "replace")
    os.close(master)
    assert done.returncode == 0
    assert not controls(shown.replace("\t", "")), shown
    assert "法治政府" in shown or "案件" in shown


@pytest.fixture(scope="module")
def shown(hostile: Crawls) -> Iterator[Room]:
    path = hostile.output / "reports.db"
    with serving([sys.executable, "-m", "crawler", "serve", str(path)], path) as room:
        yield room


def test_nothing_runs_in_a_readers_browser(shown: Room, browser: Browser) -> None:
    ids: dict[str, Any] = shown.rows("SELECT min(id) AS report FROM reports WHERE url LIKE '%script%'")[0]
    version = shown.rows("SELECT id FROM versions WHERE report = ? AND number = 2", ids["report"])[0]["id"]
    paths = (
        "/", f"/reports/reports/{ids['report']}", f"/reports/reports/{ids['report']}?q=script",
        "/reports/reports", "/reports/reports?_search=script", "/reports/reports?_search=不足&_part=problems",
        f"/reports/versions/{version}", "/reports/attachments", "/reports/listing_rows", "/reports/portals",
        "/reports/columns", "/reports/silent_edits",
    )  # fmt: skip
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    elsewhere: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on(
        "request", lambda asked: None if asked.url.startswith((shown.base, "data:")) else elsewhere.append(asked.url)
    )
    for path in paths:
        answer = page.goto(shown.base + path)
        assert answer is not None
        assert answer.status == 200, path
        assert "script-src 'self'" in answer.headers["content-security-policy"], path
        page.wait_for_load_state()
        assert page.evaluate("window.__pwned") is None, path
        assert page.locator("img[src=x], svg[onload], a[href^='javascript' i]").count() == 0, path
        if path != "/":
            expect(page.locator("body")).to_contain_text("年度")
    assert dialogs == []
    assert elsewhere == []
    context.close()


TURNED = """() => {
  const control = /[\u202a-\u202e\u2066-\u2069]/, turned = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, text = node.data.trim(), own = node.parentElement.closest("bdi, a, td, dd, svg");
    if (text.length < 2 || control.test((own || node.parentElement).textContent)) continue;
    const place = (offset) => {
      const range = document.createRange();
      range.setStart(node, offset); range.setEnd(node, offset + 1);
      return range.getBoundingClientRect();
    };
    const start = node.data.indexOf(text), first = place(start), second = place(start + 1);
    if (second.width && first.top === second.top && second.left < first.left) turned.push(text.slice(0, 60));
  }
  return turned;
}"""


@pytest.mark.parametrize("name", ["steering", "leaving"])
def test_a_title_turns_nothing_round_but_itself(shown: Room, browser: Browser, name: str) -> None:
    """Whatever stands after a title or an issuer still runs from left to right."""
    ids = shown.rows("SELECT min(id) AS report FROM reports WHERE url LIKE ?", f"%/{name}.html")[0]
    version = shown.rows("SELECT id FROM versions WHERE report = ? AND number = 2", ids["report"])[0]["id"]
    paths = (
        "/", f"/reports/reports/{ids['report']}", f"/reports/reports/{ids['report']}?q=复议",
        "/reports/reports?_size=50", "/reports/reports?_search=复议&_size=50", "/reports/listing_rows",
        f"/reports/versions/{version}", "/reports/portals", "/reports/columns", "/reports/changes",
        "/reports/attachments",
    )  # fmt: skip
    context = browser.new_context()
    page = context.new_page()
    turned = {}
    for path in paths:
        page.goto(shown.base + path)
        turned[path] = page.evaluate(TURNED)
    context.close()
    assert not any(turned.values()), turned
