"""The archive as evidence: whether database and WARC files still say the same, and copies of both that are whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator

from crawler.store import warc
from crawler.store.database import as_of_now
from crawler.store.observation import body_digest

CHUNK: Final = 1 << 16  # bytes
WRONG: Final = "the file was changed after it was written"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is not as it was written: ``kind`` for programs, ``sentence`` for people.

    ``harmless`` is True for what an interrupted run leaves behind and nothing refers to.
    """

    kind: str
    place: str
    sentence: str
    harmless: bool = False


def snapshots_of(db: Database) -> int:
    """How many snapshots there are."""
    return db.table("snapshots").count


def size(db: Database) -> int:
    """How many steps ``verify`` takes: one for each snapshot, each version and each report."""
    counted = " + ".join(f"(SELECT count(*) FROM {table})" for table in ("snapshots", "versions", "reports"))
    return int(db.execute(f"SELECT {counted}").fetchone()[0])


def verify(db: Database, folder: Path, step: Callable[[], None] = lambda: None) -> Iterator[Mismatch]:
    """Compare a database with the WARC files in ``folder``; nothing is written. ``step`` is called as it goes on.

    The database is read as it is at one moment, before the files: what a run adds meanwhile is no mismatch.
    """
    with as_of_now(db):
        yield from _database(db)
        whole: dict[str, set[tuple[int, int]]] = {}
        for path in sorted(folder.glob("*.warc.gz")):
            whole[path.name], mismatches = _file(path)
            yield from mismatches
        for row in db.query('SELECT id, url, sha256, warc, "offset", length FROM snapshots ORDER BY warc, "offset"'):
            yield from _snapshot(row, folder, whole)
            step()
        for row in db.query("SELECT id, report, number, body, body_sha256 FROM version_texts ORDER BY id"):
            if body_digest(row["body"]) != row["body_sha256"]:
                place = f"version {row['number']} of report {row['report']}"
                yield Mismatch("version", place, f"the text of {place} is not the one its digest was made of")
            step()
        for row in db.query("SELECT id, body, body_sha256 FROM reports ORDER BY id"):
            if body_digest(row["body"]) != row["body_sha256"]:
                place = f"report {row['id']}"
                yield Mismatch("report", place, f"the text of {place} is not the one its digest was made of")
            step()


def _database(db: Database) -> Iterator[Mismatch]:
    for row in db.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Mismatch("database", "reports.db", f"reports.db is damaged: {row[0]}")
    for table, key, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Mismatch("foreign_key", table, f"row {key} of {table} refers to a row of {parent} that is not there")


def _file(path: Path) -> tuple[set[tuple[int, int]], list[Mismatch]]:
    """The whole records of a file, and what is wrong with it."""
    try:
        places, torn = warc.check(path)
    except (OSError, ValueError) as error:
        return set(), [Mismatch("warc", path.name, f"{path.name} cannot be read to its end: {error}")]
    found = {(place.offset, place.length) for place in places}
    if not torn:
        return found, []
    return found, [Mismatch("torn_end", path.name, warc.torn_end(path, torn), harmless=True)]


def _snapshot(row: dict[str, Any], folder: Path, whole: dict[str, set[tuple[int, int]]]) -> Iterator[Mismatch]:
    name, place = Path(row["warc"]).name, f"snapshot {row['id']}"
    where = f"{place} ({row['url'][:200]}) at byte {row['offset']} of {name}"
    if name not in whole:
        yield Mismatch("missing_file", place, f"{where}: the file is not there; restore it from a backup")
        return
    if whole[name] and (row["offset"], row["length"]) not in whole[name]:
        yield Mismatch("no_record", place, f"{where}: no whole record stands there; {WRONG}")
        return
    try:
        kind, url, digest = _digest(folder / name, row["offset"])
    except Exception as error:  # a damaged record fails in whatever way zlib and the WARC reader find
        said = " ".join(str(error).split())[:200] or type(error).__name__
        yield Mismatch("unreadable", place, f"{where}: the record cannot be read ({said}); {WRONG}")
        return
    if kind != "response" or url != row["url"]:
        yield Mismatch("other_record", place, f"{where}: there stands a {kind} record of {url}; {WRONG}")
    elif digest != row["sha256"]:
        yield Mismatch("digest", place, f"{where}: the bytes have the digest {digest}, not {row['sha256']}; {WRONG}")


def _digest(path: Path, offset: int) -> tuple[str, str, str]:
    """Type, address and SHA-256 of one record's body as it came, read in pieces.

    The digests of the record's own headers are compared as well (ISO 28500, 5.8 and 5.9). Raises ValueError if they
    do not fit, and what the reader raises for bytes that are no record.
    """
    with path.open("rb") as stream:
        stream.seek(offset)
        record = next(iter(ArchiveIterator(stream, check_digests="raise")))
        digest = hashlib.sha256()
        while chunk := record.raw_stream.read(CHUNK):
            digest.update(chunk)
        with suppress(AttributeError):
            record.raw_stream.close()
        return record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or "", digest.hexdigest()


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
    part = folder / f"{DATABASE}.part"
    folder.mkdir(parents=True, exist_ok=True)
    for name in (part.name, f"{part.name}-wal", f"{part.name}-shm", f"{part.name}-journal"):
        (folder / name).unlink(missing_ok=True)
    _copy_database(output / DATABASE, part)
    copied = _copy_files(output / WARC, folder / WARC)
    snapshots = _check(part, folder / WARC, step)
    os.replace(part, folder / DATABASE)
    for name in MORE:
        if (output / name).is_file():
            shutil.copy2(output / name, folder / name)
    _force(folder)
    return Copied(len(list((folder / WARC).glob("*.warc.gz"))), copied, snapshots)


def restore(folder: Path, output: Path, step: Callable[[], None] = lambda: None) -> Copied:
    """Make ``output`` the archive that was copied to ``folder``, which is checked before and after.

    Raises BackupError if there is no such copy, if it is damaged, or if ``output`` holds a database already.
    """
    if not (folder / DATABASE).is_file():
        raise BackupError(f"there is no {DATABASE} in {folder}; name a folder that 'fazhi backup' wrote")
    if (output / DATABASE).exists():
        raise BackupError(f"{output / DATABASE} exists; move {output} away first, it is not overwritten")
    _check(folder / DATABASE, folder / WARC, lambda: None)
    return backup(folder, output, step)


def _copy_database(source: Path, target: Path) -> None:
    """The online backup of SQLite (sqlite.org/backup.html), made a single file that needs no log beside it."""
    with closing(sqlite3.connect(source, timeout=60)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb") as stream:
        os.fsync(stream.fileno())


def _copy_files(source: Path, target: Path) -> int:
    """Bring the copy of every WARC file up to its original's length; returns the bytes that were new."""
    target.mkdir(parents=True, exist_ok=True)
    copied = 0
    for path in sorted(source.glob("*.warc.gz")):
        with path.open("rb") as old, (target / path.name).open("ab") as new:
            have, size = new.tell(), path.stat().st_size
            if have > size:
                raise BackupError(
                    f"{target / path.name} has {have} bytes and its original {size}: WARC files only grow, so either"
                    " the original was damaged or this is another archive's copy; choose an empty folder"
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
        wrong = [found.sentence for found in verify(db, folder, step) if not found.harmless]
        if wrong:
            more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            raise BackupError(f"the copy in {database.parent} is not whole: {wrong[0]}{more}; see 'fazhi verify'")
        return int(db.execute("SELECT count(*) FROM snapshots").fetchone()[0])
    finally:
        db.close()


def _force(folder: Path) -> None:
    for each in (folder / WARC, folder):
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
