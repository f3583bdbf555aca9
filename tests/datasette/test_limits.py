"""What a stranger asks costs a bounded amount, and pages are answered meanwhile."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from crawler.publish.datasette import limits
from crawler.store.database import open_database
from tests.conftest import ROOT
from tests.datasette.conftest import Room, serving
from tests.datasette.storm import MEMORY, TOO_MUCH, peak, storm
from tests.steps import in_a_loop

KNOWN = "https://room.example.org"
FORMULA = '=cmd|" /C calc"!A0'


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("limits") / "reports.db"
    db = open_database(path)
    for name, title in (("one", FORMULA), ("two", "第二行\n还有一行"), ("three", "普通标题")):
        db.table("portals").insert({"name": name, "title": title, "home": "http://www.some.gov.cn/", "platform": "x"})
    db.close()
    return path


@pytest.fixture(scope="module")
def guarded(small: Path) -> Iterator[Room]:
    with serving([sys.executable, "-m", "crawler", "serve", str(small)], small) as room:
        yield room


@pytest.fixture(scope="module")
def public(small: Path) -> Iterator[Room]:
    command = [sys.executable, "-m", "crawler", "serve", str(small), "--public", "--base-url", f"{KNOWN}/room"]
    with serving(command, small) as room:
        yield room


def test_questions_beyond_all_measure_are_refused_and_the_room_stays(guarded: Room) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = {name: pool.submit(guarded.get, "/reports.json", sql=sql) for name, sql in TOO_MUCH.items()}
        pages = [guarded.get("/reports/portals")[0] for _ in range(3)]
    assert {name: answer.result()[0] for name, answer in asked.items()} == dict.fromkeys(TOO_MUCH, 400)
    assert pages == [200] * 3
    assert peak(guarded) < MEMORY


def test_a_storm_of_strangers_leaves_the_room_as_it_was(guarded: Room) -> None:
    """The sample of ``python -m tests.datasette.storm``, without what takes the whole time of a question each."""
    assert storm(guarded, 24, 1, 8, sql=False).wrong == []


def test_who_waits_too_long_or_takes_too_long_is_told_and_the_next_has_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITS", 0.02)
    monkeypatch.setattr(limits, "TAKES", 0.2)
    stuck = asyncio.Event()

    async def app(scope: limits.Scope, receive: object, send: limits.Send) -> None:
        if b"stuck" in scope["query_string"]:
            await stuck.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def run() -> list[list[int]]:
        room = limits.wrap(app)

        async def ask(sql: str) -> int:
            said: list[int] = []

            async def send(event: Any) -> None:
                said.extend([event["status"]] if "status" in event else [])

            asked = {"query_string": f"sql={sql}".encode(), "path": "/reports.json", "method": "GET", "headers": []}
            await room({"type": "http", **asked}, None, send)
            return said[0]

        together = await asyncio.gather(*map(ask, ["stuck", "stuck", *["quick"] * limits.WAITING, "one too many"]))
        return [together, [await ask("quick")]]

    assert in_a_loop(run()) == [[503] * (limits.AT_ONCE + limits.WAITING + 1), [200]]


ENDLESS = """
import asyncio, signal, threading
from crawler.publish.datasette import ending, limits
signal.signal(signal.SIGTERM, lambda number, frame: None)  # as a server that waits for a visitor's sake
ending.GRACE = 0.05
async def app(scope, receive, send):
    print("up", flush=True)
    threading.Event().wait()
asyncio.run(limits.wrap(app)({"type": "lifespan"}, None, None))
"""


def test_a_visitor_who_takes_no_answer_keeps_no_room_from_ending() -> None:
    """What the server waits for when it was told to end is bounded; then the signal has its plain effect."""
    server = subprocess.Popen([sys.executable, "-c", ENDLESS], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    with server.stdout:
        assert server.stdout.readline() == "up\n"
        server.terminate()
        try:
            assert server.wait(timeout=60) == -signal.SIGTERM
        finally:
            server.kill()
            server.wait()


def test_an_ordinary_question_is_answered(guarded: Room) -> None:
    rows = guarded.json("/reports.json", sql="select name from portals order by name", _shape="arrays")["rows"]
    assert rows == [["one"], ["three"], ["two"]]


def test_no_cell_of_the_rooms_csv_is_a_formula(guarded: Room) -> None:
    for path, arguments in (
        ("/reports/portals.csv", {"_stream": "1"}),
        ("/reports/portals.csv", {"_sort": "name"}),
        ("/reports.csv", {"sql": "select title from portals"}),
    ):
        status, _, text = guarded.get(path, **arguments)
        titles = {row["title"] for row in csv.DictReader(io.StringIO(text, newline=""))}
        assert (status, titles) == (200, {"'" + FORMULA, "第二行\n还有一行", "普通标题"})


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reports/reports?_sort=body'", 400),
        ("/reports/reports?_sort_desc=%22;--", 400),
        ("/reports/reports?_sort=nothing", 400),
        ("/-/room/../../x", 404),
        ("/-/room/%2e%2e/x", 404),
        ("no-path", 400),
        ("/reports/portals", 405),
        ("/reports/portals?_sort=title", 200),
    ],
)
def test_requests_no_page_makes_are_no_failure(guarded: Room, path: str, status: int) -> None:
    host, port = guarded.base.removeprefix("http://").split(":")
    method = "POST" if status == 405 else "GET"
    with socket.create_connection((host, int(port)), timeout=30) as plain:
        plain.sendall(f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        assert int(plain.makefile("rb").readline().split()[1]) == status


def answer(room: Room, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    asked = urllib.request.Request(room.url(path), headers=headers)
    try:
        came = urllib.request.urlopen(asked, timeout=30)
    except urllib.error.HTTPError as error:
        came = error
    with came:
        return came.status, {name.lower(): value for name, value in came.headers.items()}, came.read().decode()


def answered(room: Room, path: str, **headers: str) -> tuple[int, str]:
    status, _, text = answer(room, path, **headers)
    return status, text


def test_a_room_that_is_not_public_is_not_shown_by_a_proxy(guarded: Room) -> None:
    for name in limits.PROXIES:
        assert answered(guarded, "/", **{name.decode(): "192.0.2.1"})[0] == 403


def test_a_public_room_takes_no_sql_and_knows_its_path(public: Room) -> None:
    proxied = {"X-Forwarded-For": "192.0.2.1"}
    status, text = answered(public, "/room/reports/portals", **proxied)
    assert status == 200
    assert 'href="/room/' in text
    assert 'href="/reports' not in text
    assert 'class="language" href="/room/en/reports/portals"' in text
    status, text = answered(public, "/room/en/reports/portals", **proxied)
    assert status == 200
    assert 'class="language" href="/room/reports/portals"' in text
    assert 'href="/room/en/reports' in text
    assert answered(public, "/reports/portals", **proxied)[0] == 200, "the proxy may take the path off as well"
    for path in ("/room/reports?sql=select+1", "/room/reports.json?sql=select+1", "/room/reports/portals?_where=1"):
        assert answered(public, path, **proxied)[0] in (400, 403)


@pytest.mark.parametrize("path", ["/", "/reports/portals", "/reports/portals.json?_size=1", "/reports/portals.atom"])
def test_no_answer_takes_up_the_name_a_visitor_made_up(guarded: Room, public: Room, path: str) -> None:
    """Neither do its headers, such as Link; a public room gives the name that it was told."""
    odd = "stranger.example"
    for room, below, base in ((guarded, "", guarded.base), (public, "/room", KNOWN)):
        status, headers, text = answer(room, below + path, Host=odd)
        assert status == 200
        assert odd not in text + repr(headers)
        if path not in ("/", "/reports/portals.atom"):
            assert f"{base}{below}/reports/portals" in text + headers.get("link", "")


def test_a_feed_is_the_same_under_any_name_and_no_path_is_told(guarded: Room, public: Room, small: Path) -> None:
    said = [answered(guarded, "/reports/portals.atom", Host=host)[1] for host in ("one.example", "two.example")]
    assert said[0].split("<id>")[1].split("</id>")[0] == said[1].split("<id>")[1].split("</id>")[0]
    for room, below in ((guarded, ""), (public, "/room")):
        for name in ("databases", "versions", "plugins", "settings", "config", "metadata", "threads"):
            status, text = answered(room, f"{below}/-/{name}.json")
            assert status == 200 or name == "config"
            assert str(small.parent) not in text
            assert str(ROOT) not in text
        assert json.loads(answered(room, f"{below}/-/databases.json")[1])[0]["name"] == "reports"


def test_the_first_page_of_one_visitor_is_shown_to_no_other(guarded: Room) -> None:
    """It is made once for many, and Datasette writes the address it was asked under into it."""
    for path in ("/", "/en/"):
        for host in ("localhost:1", "stranger.example"):
            assert answered(guarded, path, Host=host)[0] == 200
        status, text = answered(guarded, path)
        assert (status, "stranger" in text) == (200, False)


@pytest.mark.parametrize(
    ("milliseconds", "processor", "clock", "stopped"),
    [(100, 0.09, 0.9, False), (100, 0.11, 0, True), (100, 0, 1.1, True), (3000, 0, 2.9, False), (3000, 0, 3.1, True)],
)
def test_what_the_room_counts_may_wait_for_the_processor_and_a_question_may_not(
    milliseconds: int, processor: float, clock: float, stopped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = {"processor": 0.0, "clock": 0.0}
    fake = SimpleNamespace(thread_time=lambda: now["processor"], perf_counter=lambda: now["clock"])
    monkeypatch.setattr(limits, "time", fake)
    conn = sqlite3.connect(":memory:")
    conn.create_function("pass_time", 0, lambda: now.update(processor=processor, clock=clock))
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) SELECT count(*) FROM n"
    with limits.timelimit(conn, milliseconds):
        conn.execute("SELECT pass_time()")
        told = ""
        try:
            conn.execute(counting).fetchone()
        except sqlite3.OperationalError as error:
            told = str(error)
    assert (told == "interrupted") == stopped
    assert conn.execute(counting).fetchone() == (9999,), "no limit outlives its query"
    conn.close()
