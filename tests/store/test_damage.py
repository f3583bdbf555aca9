"""A damaged database is told in a sentence before anything is written to it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.context import Context
from crawler.store.database import ensure_sound, open_database
from crawler.store.failure import storage_failure

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "reports.db"
    db = open_database(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("PRAGMA journal_mode = DELETE")
    db.close()
    ensure_sound(path)
    return path.read_bytes()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_database_starts_no_run_and_is_not_written(tmp_path: Path, whole: bytes, data: st.DataObject) -> None:
    pages = len(whole) // PAGE
    kind = data.draw(st.sampled_from(("head", "pages", "cut", "text")))
    first = data.draw(st.integers(1, pages // 2))
    damaged = {
        "head": b"\xff" * PAGE + whole[PAGE:],
        "pages": whole[: first * PAGE] + b"\xff" * (len(whole) - first * PAGE),
        "cut": whole[: first * PAGE],
        "text": "这不是数据库。".encode() * 500,
    }[kind]
    path = tmp_path / "reports.db"
    path.write_bytes(damaged)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        Context(tmp_path, "crawl")
    sentence = storage_failure(caught.value, tmp_path)
    assert "fazhi restore" in sentence
    assert "safe" not in sentence
    assert path.read_bytes() == damaged, kind
    assert sorted(each.name for each in tmp_path.iterdir()) in ([".lock", "reports.db"], ["reports.db"])


def test_no_database_yet_is_sound(tmp_path: Path) -> None:
    ensure_sound(tmp_path / "reports.db")
