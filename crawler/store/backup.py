"""Copies of the archive that are whole, checked before they take the place of older ones."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from crawler.language import say
from crawler.store import seals, warc
from crawler.store.database import connect_to_read
from crawler.store.verify import verify

DATABASE: Final = "reports.db"
WARC: Final = "warc"
COPIED: Final = 1 << 20  # bytes copied at a time
MORE: Final = ("deny.txt",)


class BackupError(RuntimeError):
    """A copy that could not be made; the message says why and what to do. What was there before is untouched."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy took: WARC files in all, bytes that were new, snapshots checked in the copy."""

    files: int
    bytes: int
    snapshots: int


def backup(output: Path, folder: Path, step: Callable[[], None] = lambda: None) -> Copied:
    """Copy the archive in ``output`` to ``folder``; of WARC files only what is new is copied.

    The database is copied first, as it is at one moment: the record of every snapshot it names is on disk by then.
    The new database takes the old one's place when every digest of the copy was found right. Raises BackupError
    if something is not, or if ``folder`` holds another archive, OSError if it cannot be written.
    """
    if folder.resolve().is_relative_to(output.resolve()) or output.resolve().is_relative_to(folder.resolve()):
        raise BackupError(
            say(
                "{folder} and {output} are one folder, or one is in the other; name another place",
                folder=folder,
                output=output,
            )
        )
    part = folder / f"{DATABASE}.part"
    folder.mkdir(parents=True, exist_ok=True)
    for name in (part.name, f"{part.name}-wal", f"{part.name}-shm", f"{part.name}-journal"):
        (folder / name).unlink(missing_ok=True)
    _copy_database(output / DATABASE, part)
    copied = _copy_files(output / WARC, folder / WARC)
    _copy_seals(part, output, folder)
    snapshots = _check(part, folder / WARC, step)
    os.replace(part, folder / DATABASE)
    for name in MORE:
        if (output / name).is_file():
            shutil.copy2(output / name, folder / name)
    _force(folder)
    return Copied(len(warc.files(folder / WARC)), copied, snapshots)


def restore(folder: Path, output: Path, step: Callable[[], None] = lambda: None) -> Copied:
    """Make ``output`` the archive that was copied to ``folder``, which is checked before and after.

    Raises BackupError if there is no such copy, if it is damaged, or if ``output`` holds a database already.
    """
    if not (folder / DATABASE).is_file():
        raise BackupError(
            say(
                "there is no {database} in {folder}; name a folder that 'fazhi backup' wrote",
                database=DATABASE,
                folder=folder,
            )
        )
    if (output / DATABASE).exists():
        raise BackupError(
            say(
                "{database} exists; move {output} away first, it is not overwritten",
                database=output / DATABASE,
                output=output,
            )
        )
    _check(folder / DATABASE, folder / WARC, lambda: None)
    return backup(folder, output, step)


def _copy_database(source: Path, target: Path) -> None:
    """The online backup of SQLite (sqlite.org/backup.html), made a single file that needs no log beside it."""
    with closing(connect_to_read(source, timeout=60)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb") as stream:
        os.fsync(stream.fileno())


def _copy_seals(database: Path, output: Path, folder: Path) -> None:
    """The seals that the copied database notes, with their records and stamps; later ones are of rows it lacks."""
    with closing(sqlite3.connect(database)) as db:
        names = [Path(row[0]).stem for row in db.execute("SELECT path FROM seals")]
    for name in names:
        for path in (output / seals.FOLDER).glob(f"{name}.*"):
            (folder / seals.FOLDER).mkdir(exist_ok=True)
            shutil.copy2(path, folder / seals.FOLDER / path.name)


def _copy_files(source: Path, target: Path) -> int:
    """Bring the copy of every WARC file up to its original's length; returns the bytes that were new."""
    target.mkdir(parents=True, exist_ok=True)
    copied = 0
    for path in warc.files(source):
        copy = warc.path_of(target, path.name)
        copy.parent.mkdir(exist_ok=True)
        with path.open("rb") as old, copy.open("ab") as new:
            have, size = new.tell(), path.stat().st_size
            if have > size:
                raise BackupError(
                    say(
                        "{path} has {have} bytes and its original {size}: WARC files only grow, so either the "
                        "original was damaged or this is another archive's copy; choose an empty folder",
                        path=copy,
                        have=have,
                        size=size,
                    )
                )
            old.seek(have)
            shutil.copyfileobj(old, new, COPIED)
            new.flush()
            os.fsync(new.fileno())
            copied += new.tell() - have
    return copied


def _check(database: Path, folder: Path, step: Callable[[], None]) -> int:
    db = Database(sqlite3.connect(f"file:{database.resolve()}?mode=ro", uri=True))
    try:
        wrong = [found.sentence for found in verify(db, folder, step, anew=False) if not found.harmless]
        if wrong:
            more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            raise BackupError(
                say(
                    "the copy in {parent} is not whole: {finding}{more}; see 'fazhi verify'",
                    parent=database.parent,
                    finding=wrong[0],
                    more=more,
                )
            )
        return int(db.execute("SELECT count(*) FROM snapshots").fetchone()[0])
    finally:
        db.close()


def _force(folder: Path) -> None:
    for each in (*(folder / WARC).glob("*/"), folder / WARC, folder):
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
