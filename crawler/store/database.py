"""Opening ``reports.db``."""

from __future__ import annotations

import os
from pathlib import Path

from sqlite_utils import Database

from crawler.store import search
from crawler.store.schema import migrations

BUSY_TIMEOUT = float(os.environ.get("FAZHI_BUSY_TIMEOUT") or 30)  # seconds a writer waits for another one


def open_database(path: Path) -> Database:
    """The database at ``path``, made and migrated if needed: WAL, foreign keys on, other writers waited for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = Database(path)
    db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000:.0f}")
    db.enable_wal()
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    search.register(db.conn)
    migrations.apply(db)
    return db
