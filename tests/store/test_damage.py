"""A damaged database is told in a sentence before anything is written to it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.context import Context
from crawler.store import sound
from crawler.store.database import connect_to_read, open_database
from crawler.store.failure import storage_failure
from crawler.store.sound import ensure_sound

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


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The databases that were looked over."""
    found: list[Path] = []
    look_over = sound._look_over
    monkeypatch.setattr(sound, "_look_over", lambda path: (found.append(path), look_over(path)))
    return found


def _run(folder: Path) -> None:
    Context(folder, "crawl").close(0)


def test_what_a_run_left_in_order_is_looked_over_once_a_week(
    tmp_path: Path, looks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 16):
        monkeypatch.setenv("FAZHI_NOW", f"2026-01-{day:02}T18:00:00Z")
        _run(tmp_path)
    assert len(looks) == 2  # the first run makes the file, the 8th and the 15th look at it
    monkeypatch.setenv("FAZHI_NOW", "2025-12-01T18:00:00Z")
    _run(tmp_path)
    assert len(looks) == 3, "a look that a clock running ahead dated is none"


def test_what_others_did_to_it_is_looked_over_by_the_next_run(tmp_path: Path, looks: list[Path]) -> None:
    path = tmp_path / "reports.db"
    _run(tmp_path)
    whole, times = path.read_bytes(), path.stat()
    half = len(whole) // PAGE // 2 * PAGE
    path.write_bytes(whole[:half] + b"\xff" * PAGE + whole[half + PAGE :])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(sqlite3.DatabaseError):
        Context(tmp_path, "crawl")
    path.write_bytes(whole)
    _run(tmp_path)
    assert len(looks) == 2
    killed = Context(tmp_path, "crawl")  # what it wrote is in the log beside the database
    killed.db.close()
    killed._lock.release()
    _run(tmp_path)
    assert len(looks) == 3
    (tmp_path / sound.RECORD).write_text("[]")
    _run(tmp_path)
    assert len(looks) == 4


def test_a_room_that_holds_it_open_makes_no_run_look(tmp_path: Path, looks: list[Path]) -> None:
    _run(tmp_path)
    with closing(connect_to_read(tmp_path / "reports.db")):
        _run(tmp_path)
        assert (tmp_path / "reports.db-wal").stat().st_size
        _run(tmp_path)
    assert not looks
