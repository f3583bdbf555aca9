"""Who is told what, once, through a webhook on loopback."""

from __future__ import annotations

import json
import logging
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from crawler.publish.digest import MOST_LINES, OPERATORS, READERS, ping, send_digests
from tests.store.world import World

SECRET = "t0pS3cret"


class Hook(BaseHTTPRequestHandler):
    """Takes JSON and keeps it; answers ``server.status``."""

    server: Any

    def do_POST(self) -> None:
        self.server.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[Any]:
    server: Any = HTTPServer(("127.0.0.1", 0), Hook)
    server.told, server.status = [], 200
    server.address = f"json://127.0.0.1:{server.server_port}/{SECRET}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def told(hook: Any, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Both audiences listen at the hook; what they were told."""
    monkeypatch.setenv(READERS, hook.address)
    monkeypatch.setenv(OPERATORS, hook.address)
    messages: list[dict[str, str]] = hook.told
    return messages


def night(world: World, day: str, outcome: str = "unchanged", reason: str = "") -> list[str]:
    """A run that looks at one portal and ends with the digests."""
    world.at(day).run()
    if day.endswith("01"):
        world.portal("mou")
    world.look("mou", outcome, reason)
    world.record.finish(0)
    return send_digests(world.db, world.ledger.run)


def test_nothing_is_sent_when_nothing_happened(world: World, told: list[dict[str, str]]) -> None:
    assert night(world, "2026-03-01") == []
    assert night(world, "2026-03-02") == []
    assert told == []


def test_readers_hear_of_each_report_once(world: World, told: list[dict[str, str]]) -> None:
    world.run()
    world.portal("mou")
    world.report("mou", title="某市水利局2025年法治政府建设年度报告")
    send_digests(world.db, world.ledger.run)
    world.at("2026-03-02").run()
    send_digests(world.db, world.ledger.run)
    world.at("2026-03-03").run()
    world.report("mou", body="改过的正文。", title="某市水利局2025年法治政府建设年度报告")
    send_digests(world.db, world.ledger.run)
    assert [message["title"] for message in told] == ["Fazhi Watch: 1 new", "Fazhi Watch: 1 changed"]
    assert told[0]["message"] == "new: 某市水利局2025年法治政府建设年度报告\n  http://www.mou.gov.cn/a.html"


def test_trouble_is_told_when_it_starts_and_when_it_ends(world: World, told: list[dict[str, str]]) -> None:
    night(world, "2026-03-01")
    for day in ("2026-03-02", "2026-03-03", "2026-03-04"):
        night(world, day, "blocked", "瑞数 browser challenge (412)")
    night(world, "2026-03-05", "paused", "left alone until tomorrow")
    night(world, "2026-03-06")
    night(world, "2026-03-07")
    assert [message["title"] for message in told] == ["Fazhi Watch: 1 in trouble", "Fazhi Watch: 1 well again"]
    assert "mou: the site blocks us: 瑞数 browser challenge (412)" in told[0]["message"]
    assert told[1]["message"] == "over: mou: blocked since 2026-03-01 is over."


def test_a_pause_of_our_own_making_is_no_trouble(world: World, told: list[dict[str, str]]) -> None:
    night(world, "2026-03-01")
    night(world, "2026-03-02", "paused", "STOP exists, so nothing is asked for; remove it to go on")
    assert told == []


def test_readers_do_not_hear_of_trouble_nor_operators_of_reports(
    world: World, hook: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(READERS, hook.address)
    night(world, "2026-03-01", "timeout", "no answer in time")
    assert hook.told == []
    monkeypatch.delenv(READERS)
    monkeypatch.setenv(OPERATORS, hook.address)
    world.at("2026-03-02").run()
    world.report("mou")
    send_digests(world.db, world.ledger.run)
    assert [message["title"] for message in hook.told] == ["Fazhi Watch: 1 in trouble"]


def test_what_no_service_took_is_told_after_the_next_run(world: World, hook: Any, told: list[dict[str, str]]) -> None:
    hook.status = 500
    night(world, "2026-03-01")
    world.report("mou", title="题")
    problems = night(world, "2026-03-02", "timeout", "no answer in time")
    told.clear()
    hook.status = 200
    assert night(world, "2026-03-03", "timeout", "no answer in time") == []
    assert [message["title"] for message in told] == ["Fazhi Watch: 1 new", "Fazhi Watch: 1 in trouble"]
    assert problems == [f"service 1 (JSON) of {each} did not take the message" for each in (READERS, OPERATORS)]


def test_the_first_message_that_fails_is_sent_again_and_to_nobody_else(
    world: World, hook: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each service has its own state: one that is away hears later, one that heard is not told twice."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        away = f"json://127.0.0.1:{port}/{SECRET}"
        monkeypatch.setenv(READERS, f"{hook.address}, {away}")
        world.run()
        world.portal("mou")
        world.report("mou", title="先")
        assert send_digests(world.db, world.ledger.run) == [f"service 2 (JSON) of {READERS} did not take the message"]
        failures = "SELECT failures, notified IS NULL FROM deliveries ORDER BY failures"
        assert world.db.execute(failures).fetchall() == [(0, 0), (1, 1)]
        assert SECRET not in str(world.db.execute("SELECT * FROM deliveries").fetchall())
        world.at("2026-03-02").run()
        assert len(send_digests(world.db, world.ledger.run)) == 1
        assert len(hook.told) == 1
    server = HTTPServer(("127.0.0.1", port), Hook)
    later: Any = server
    later.told, later.status = [], 200
    thread = threading.Thread(target=server.handle_request, daemon=True)
    thread.start()
    world.at("2026-03-03").run()
    assert send_digests(world.db, world.ledger.run) == []
    thread.join()
    server.server_close()
    assert [message["title"] for message in later.told] == ["Fazhi Watch: 1 new"]
    assert len(hook.told) == 1


def test_a_change_is_told_with_its_gist_and_where_to_read_it(
    world: World, told: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAZHI_ROOM", "https://room.example/")
    world.run()
    world.portal("mou")
    world.report("mou", title="题", body="甲。\n本年罚款3万元。\n乙。")
    send_digests(world.db, world.ledger.run)
    world.at("2026-03-02").run()
    world.report("mou", title="题", body="甲甲。\n本年罚款5万元。\n乙。")
    send_digests(world.db, world.ledger.run)
    assert told[1]["message"].split("\n  ") == [
        "changed: 题",
        "{+甲+}甲。",
        "… and 1 more paragraphs",
        "https://room.example/reports/reports/1",
        "http://www.mou.gov.cn/a.html",
    ]


def test_a_run_that_ended_is_told_elsewhere(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Hook, "do_GET", lambda self: (asked.append(self.path), self.send_error(hook.status)), False)
    assert ping(0) == ""
    monkeypatch.setenv("FAZHI_PING", f"http://127.0.0.1:{hook.server_port}/{SECRET}")
    assert [ping(code) for code in (0, 3, 1)] == [""] * 3
    assert asked == [f"/{SECRET}", f"/{SECRET}", f"/{SECRET}/fail"]
    hook.status = 500
    assert ping(0) == "127.0.0.1 (FAZHI_PING) did not take the ping: Internal Server Error"


def test_readers_hear_later_of_what_no_service_took(world: World, hook: Any, told: list[dict[str, str]]) -> None:
    night(world, "2026-03-01")
    world.at("2026-03-02").run()
    world.report("mou", title="先")
    send_digests(world.db, world.ledger.run)
    hook.status = 500
    world.at("2026-03-03").run()
    world.report("mou", name="b", title="后")
    assert send_digests(world.db, world.ledger.run)
    told.clear()
    hook.status = 200
    night(world, "2026-03-04")
    assert [message["message"] for message in told] == ["new: 后\n  http://www.mou.gov.cn/b.html"]


def test_a_first_crawl_of_hundreds_is_one_short_message(world: World, told: list[dict[str, str]]) -> None:
    world.run()
    world.portal("mou")
    for number in range(MOST_LINES + 7):
        world.report("mou", name=f"r{number}", title=f"题{number}\x1b[31m")
    send_digests(world.db, world.ledger.run)
    (message,) = told
    assert message["title"] == f"Fazhi Watch: {MOST_LINES + 7} new"
    assert message["message"].endswith("… and 7 more")
    assert "\x1b" not in message["message"]


def test_no_secret_reaches_a_log_or_a_problem(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        monkeypatch.setenv(OPERATORS, f"json://user:{SECRET}@127.0.0.1:{port}/{SECRET}, nosuch://{SECRET}")
        with caplog.at_level(logging.DEBUG):
            logging.getLogger("urllib3.connectionpool").debug("heard")
            problems = night(world, "2026-03-01", "timeout", "no answer in time")
    assert problems == [
        f"service 1 (JSON) of {OPERATORS} did not take the message",
        f"{OPERATORS} holds an address that Apprise does not understand",
    ]
    assert "heard" in caplog.text
    assert SECRET not in caplog.text
    logging.getLogger("urllib3.connectionpool").warning("heard again")
    assert "heard again" in caplog.text


def test_apprise_is_not_loaded_unless_configured(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    assert night(world, "2026-03-01", "timeout", "no answer in time") == []
