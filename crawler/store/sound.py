"""Whether ``reports.db`` is as SQLite wrote it, at a cost that does not grow with the archive from night to night.

A process that is killed cannot damage a database in WAL mode, nor can a power cut where the disk keeps what it was told
to (https://www.sqlite.org/howtocorrupt.html, https://www.sqlite.org/wal.html); what can is another program, a copy, a
disk. Each of them but a failing disk leaves the file otherwise than the last run left it. So it is looked over whole
(``PRAGMA quick_check``) unless it stands exactly as a run that ended in order left it, and then once in ``TRUSTED`` for
the sake of the disk. What a disk loses in between is told by the statement that reads it, and by ``fazhi verify``.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from crawler.clock import now, stamp

LOOKED_OVER: Final = 2.0  # seconds after which looking at the rows ends; the pages of all tables are looked at before
TRUSTED: Final = timedelta(days=7)
RECORD: Final = ".sound"


class Damaged(sqlite3.DatabaseError):
    """The database file is not as SQLite wrote it."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def ensure_sound(path: Path) -> str:
    """Look for damage in a database before anything is written to it; when it was last looked for.

    Raises sqlite3.DatabaseError if it is damaged or no database; a file that does not exist yet is sound.
    """
    if looked := _trusted(path):
        return looked
    if path.is_file() and path.stat().st_size:
        _look_over(path)
    return stamp()


def remember(path: Path, looked: str) -> None:
    """Note how the files stand now that they are closed, after they were looked over at ``looked``."""
    text = json.dumps({"looked": looked, "files": _stand(path)})
    new = path.parent / f"{RECORD}.new"
    with suppress(OSError):  # the next run looks for itself
        new.write_text(text, "utf-8")
        new.replace(path.parent / RECORD)


@contextmanager
def kept_sound(path: Path) -> Iterator[None]:
    """Let the program write to a database that is closed in the end; if it was trusted before, it is afterwards."""
    looked = _trusted(path)
    yield
    if looked:
        remember(path, looked)


def _stand(path: Path) -> list[list[int]]:
    """What no writing leaves as it was, of the database and of a log that was not written back into it.

    The time of change of the file's entry is among it: unlike that of its content, no program can set it back.
    """
    log = path.with_name(f"{path.name}-wal")
    stats = [each.stat() for each in (path, log) if each.is_file()]
    return [[each.st_ino, each.st_size, each.st_mtime_ns, each.st_ctime_ns] for each in stats if each.st_size]


def _trusted(path: Path) -> str:
    """When the database was looked over, if that is not long ago and it stands as it was left since; else ""."""
    try:
        record = json.loads((path.parent / RECORD).read_text("utf-8"))
        looked = str(record["looked"])
        age = now() - datetime.fromisoformat(looked.replace("Z", "+00:00"))
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    stand = _stand(path)
    return looked if stand and stand == record.get("files") and timedelta(0) <= age < TRUSTED else ""


def _look_over(path: Path) -> None:
    """``PRAGMA quick_check``: the pages of all tables and indexes, then their rows until the time is over."""
    until = time.monotonic() + LOOKED_OVER
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as conn:
        conn.set_progress_handler(lambda: time.monotonic() > until, 10_000)
        try:
            (found,) = conn.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                return
            raise
    if found != "ok":
        raise Damaged(found)
