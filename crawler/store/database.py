"""Opening ``reports.db``, and the few ways in which all tables are written and read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.environment import value
from crawler.exits import Mistake
from crawler.store import search
from crawler.store.schema import migrations


class Outdated(Mistake):
    """The tables are not those of this program, and cannot be brought up to date here."""


def open_database(path: Path) -> Database:
    """The database at ``path``, made and migrated if needed: WAL, foreign keys on, other writers waited for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = Database(path)
    db.execute(f"PRAGMA busy_timeout = {value('FAZHI_BUSY_TIMEOUT') * 1000:.0f}")
    db.enable_wal()
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    search.register(db.conn)
    try:
        migrations.apply(db)
    except sqlite3.OperationalError as error:
        if "already exists" not in str(error):
            raise
        raise Outdated(f"{path} is a database of another program or version; name another output folder") from None
    return db


def connect_to_read(path: Path, timeout: float | None = None) -> sqlite3.Connection:
    """A connection that never writes, also to a database in a folder, or on a medium, that cannot be written.

    Raises sqlite3.DatabaseError if it is no database. ``timeout`` is in seconds; without it that of FAZHI_BUSY_TIMEOUT.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    conn = sqlite3.connect(address, uri=True, timeout=value("FAZHI_BUSY_TIMEOUT") if timeout is None else timeout)
    try:
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A log that cannot be opened beside the database: nobody writes where nothing can be written.
        conn.close()
        conn = sqlite3.connect(f"{address}&immutable=1", uri=True)
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return conn


def open_to_read(path: Path) -> Database:
    """The database at ``path`` as it is, through ``connect_to_read``.

    Raises Outdated if its tables are not those of this program.
    """
    conn = connect_to_read(path)
    db = Database(conn)
    db.execute("PRAGMA query_only = ON")
    search.register(db.conn)
    if migrations.pending(db):
        conn.close()
        raise Outdated(f"{path} holds no archive of this version; copy its folder to where it can be written")
    return db


@contextmanager
def rehearsal(path: Path) -> Iterator[Database]:
    """The database at ``path``, an empty one if there is none, of which nothing that is written is kept."""
    if path.exists():
        db = open_database(path)
    else:
        db = Database(memory=True)
        search.register(db.conn)
        migrations.apply(db)
    db.execute("BEGIN")
    try:
        yield db
    finally:
        db.rollback()
        db.close()


def is_read_only(db: Database) -> bool:
    """True for a database that ``open_to_read`` opened."""
    return bool(db.execute("PRAGMA query_only").fetchone()[0])


def open_archive(path: Path) -> Database:
    """The database at ``path``, brought up to date where it can be written, else as it is."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return open_database(path) if writable else open_to_read(path)


def wait_for_nobody(db: Database) -> None:
    """Give up at once where another writer holds the database: for what is left to do when it cannot be written."""
    db.execute("PRAGMA busy_timeout = 0")


def write_much(db: Database) -> None:
    """For a connection that writes many rows one by one: what a statement or savepoint would have to undo is kept in
    memory. In a temporary file, as is the default (https://www.sqlite.org/tempfiles.html, "Statement Journal Files"),
    it is six times what a report adds to the log. Sorting goes into memory as well, so it is not for those that sort.
    """
    db.execute("PRAGMA temp_store = MEMORY")


@contextmanager
def as_of_now(db: Database) -> Iterator[None]:
    """Read the database as it is at one moment, whatever others write meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def compact_copy(source: Path, target: Path) -> None:
    """A copy of a database in one file, without free pages."""
    with closing(sqlite3.connect(source)) as db:
        db.execute("VACUUM INTO ?", [str(target)])


def rows_of(db: Database, table: str, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The values of these columns, row by row."""
    columns = ", ".join(f'"{name}"' for name in names)
    yield from db.conn.cursor().execute(f'SELECT {columns} FROM "{table}"')


@lru_cache(maxsize=256)
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({quoted}) VALUES ({", ".join("?" * len(names))})'


def insert(db: Database, table: str, row: Mapping[str, Any]) -> int:
    """Insert one row of plain values; returns its rowid. (``Table.insert`` asks for the table's form each time.)"""
    key = db.execute(_insert_sql(table, tuple(row)), list(row.values())).lastrowid
    assert key is not None
    return key


def insert_all(db: Database, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of plain values, inside the open transaction."""
    db.conn.executemany(_insert_sql(table, tuple(names)), rows)


@lru_cache(maxsize=256)
def _upsert_sql(table: str, names: tuple[str, ...], key: str) -> str:
    pairs = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != key)
    return f'{_insert_sql(table, names)} ON CONFLICT ("{key}") DO UPDATE SET {pairs}'


def upsert(db: Database, table: str, row: Mapping[str, Any], key: str) -> None:
    """Insert one row of plain values, or write them into the one with its ``key``."""
    db.execute(_upsert_sql(table, tuple(row), key), list(row.values()))


@lru_cache(maxsize=256)
def _update_sql(table: str, names: tuple[str, ...]) -> str:
    pairs = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{table}" SET {pairs} WHERE id = ?'


def update(db: Database, table: str, key: int, fields: Mapping[str, Any]) -> None:
    """Write fields of the row with this id."""
    db.execute(_update_sql(table, tuple(fields)), [*fields.values(), key])
