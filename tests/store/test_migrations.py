"""A database of every released schema becomes the same as a new one, and keeps what it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crawler.store.database import open_database
from crawler.store.search import TABLE, catch_up
from tests.store.schemas import BODY, FOLDER, latest, load, shape

FILES = sorted(FOLDER.glob("*.sql"))


def test_the_present_schema_is_kept() -> None:
    assert (FOLDER / f"{latest()}.sql") in FILES, "run: python -m tests.store.schemas"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_released_schema_becomes_the_present_one(tmp_path: Path, file: Path) -> None:
    load(file, tmp_path / "old.db")
    open_database(tmp_path / "old.db").close()
    open_database(tmp_path / "new.db").close()
    old, new = shape(tmp_path / "old.db"), shape(tmp_path / "new.db")
    hint = "the schema was changed without a new migration (before the first release: python -m tests.store.schemas)"
    assert old.keys() == new.keys(), hint
    for name, made in new.items():
        assert old[name] == made, f"{name}: {hint}"
    with closing(sqlite3.connect(tmp_path / "old.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT body, issuer FROM reports").fetchall() == [(BODY, "南昌市生态环境局")]
        assert db.execute("SELECT count(*) FROM versions JOIN snapshots ON snapshots.id = snapshot").fetchone() == (1,)
        assert db.execute("SELECT state, report FROM listing_rows").fetchall() == [("report", 1)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_database_is_searched_and_written_as_a_new_one(tmp_path: Path, file: Path) -> None:
    load(file, tmp_path / "old.db")
    db = open_database(tmp_path / "old.db")
    catch_up(db)
    with db.atomic():
        db.execute("UPDATE reports SET title = '另一个标题'")
    found = db.execute(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH zh_match('另一个')").fetchall()
    db.close()
    assert found
