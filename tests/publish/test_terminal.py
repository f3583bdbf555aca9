"""Titles that would command the terminal: no command that prints them lets a control character through."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from crawler.publish.terminal import aligned
from crawler.store.database import open_database
from tests.conftest import Crawls

EVIL = "\x1b[2J\x1b]0;pwned\x07\x9b31m\u202e反\u2066向\u200b\r覆盖\b=cmd|' /C calc'!A0 𠮷😀2024年法治政府建设年度报告"
COMMANDS = (
    ("changes", "--since", "2020-01-01"), ("coverage",), ("check",), ("portals",), ("diff", "1", "1", "1"),
    ("reclean", "--dry-run"), ("verify",), ("crawl", "--portal", "nanchang", "--due"),
)  # fmt: skip


@pytest.fixture
def evil(crawls: Crawls) -> Crawls:
    crawls.crawl("--portal", "nanchang")
    db = open_database(crawls.output / "reports.db")
    with db.atomic():
        db.execute("UPDATE reports SET title = ?, issuer = ?", [EVIL, EVIL])
        db.execute("UPDATE versions SET title = ?", [EVIL])
        db.execute("UPDATE listing_rows SET title = ?", [EVIL])
        db.execute("UPDATE columns SET name = ?", [EVIL])
        db.execute("UPDATE fetches SET reason_params = json_object('text', ?)", [EVIL])
    db.close()
    return crawls


def test_no_command_lets_a_control_character_through(evil: Crawls) -> None:
    for command in COMMANDS:
        done = evil.fazhi(*command)
        for said in (done.stdout, done.stderr):
            bad = {char for char in said if not char.isprintable() and char != "\n"}
            assert not bad, (command, sorted(map(hex, map(ord, bad))), said[:400])
        assert "Traceback" not in done.stderr, command


@pytest.mark.parametrize(("offered", "told"), [(0, True), (7, False)])
def test_a_kernel_that_cannot_confine_readers_is_told(
    fazhi: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, offered: int, told: bool
) -> None:
    monkeypatch.setattr("cleaning.attachments.sandbox.confine.version", lambda: offered)
    assert ("no Landlock" in fazhi("check").stderr) is told


def test_columns_stand_under_one_another_whatever_the_script() -> None:
    rows = [("门户", "new"), ("a", "12"), ("江汉 x", "")]
    assert aligned(rows) == "门户    new\na       12\n江汉 x"
