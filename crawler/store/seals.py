"""Seals: what a run added is written down, digested, and chained to what was sealed before (docs/evidence.md).

``seals/000042.seal`` is a list that ``sha256sum --check`` reads, with facts in its comment lines: the digests of the
seal before, of the new WARC files, and of ``000042.records.jsonl.gz``. Its records say what rows mean, not how tables
hold them: fetches that are thinned later keep their day, and reports cleaned anew are sealed anew.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from crawler import environment
from crawler.clock import stamp
from crawler.store import warc
from crawler.store.database import insert
from crawler.store.run_record import KILLED
from crawler.store.seal_records import (
    FETCHES,
    RUNS,
    SNAPSHOTS,
    VERSIONS,
    canonical,
    fetch_record,
    report_records,
    version_record,
)

FOLDER: Final = "seals"
HEAD: Final = "# Fazhi Watch seal 1"
NUMBERED: Final = ("fetches", "snapshots", "versions")  # tables whose rows are written once, by growing ids
SERVICES: Final = {".tsr": "FAZHI_TSA", ".ots": "FAZHI_OTS"}  # variable of a service by the suffix of its stamps


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal as its file says it: ``digests`` are [(SHA-256, path below ``seals/``)], ``until`` the last row of each
    table that was sealed with it or before; both empty if the file cannot be read."""

    path: Path
    number: int
    run: str
    sealed: str
    until: dict[str, int] = field(default_factory=dict)
    digests: tuple[tuple[str, str], ...] = ()


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def all_seals(output: Path) -> tuple[list[Seal], list[str]]:
    """The seals in their order, and why some of them cannot be read. Of these, only the records are known."""
    found, problems = list[Seal](), list[str]()
    for path in sorted((output / FOLDER).glob("*.seal")):
        try:
            found.append(_read(path))
        except (ValueError, OSError) as error:
            problems.append(str(error))
            if path.stem.isdecimal():
                found.append(Seal(path, int(path.stem), "", "a day that cannot be read"))
    return found, problems


def _read(path: Path) -> Seal:
    """Raises OSError or ValueError, which name the file, if it is no seal."""
    try:
        lines = path.read_text("utf-8").splitlines()
        facts = dict(line[2:].split(": ", 1) for line in lines[1:] if line.startswith("# "))
        digests = tuple((line[:64], line[66:]) for line in lines if not line.startswith("#"))
        until = {name: int(facts[name]) for name in NUMBERED}
        if lines[0] != HEAD:
            raise ValueError("it does not begin like one")
        datetime.fromisoformat(facts["sealed"].replace("Z", "+00:00"))
        return Seal(path, int(path.stem), facts["run"], facts["sealed"], until, digests)
    except (ValueError, KeyError, IndexError) as error:
        raise ValueError(f"{path.name} is no seal that can be read: {error}") from None


def _newest(output: Path) -> list[Seal]:
    """The last seals, newest first, from the newest to one of another run: what sealing needs to know of the chain."""
    folder, found = output / FOLDER, list[Seal]()
    names = os.listdir(folder) if folder.is_dir() else []
    number = max((int(name[:-5]) for name in names if name.endswith(".seal") and name[:-5].isdecimal()), default=0)
    while (path := folder / f"{number:06}.seal").is_file():
        found.append(_read(path))
        if found[-1].run != found[0].run:
            break
        number -= 1
    return found


def _until(db: Database, output: Path, newest: Sequence[Seal]) -> dict[str, int]:
    """The last rows that are sealed. A seal of rows that were lost after it, with a disk or by an older database put
    in the place of its own, says nothing of rows that have their keys now."""
    for each in newest:
        if _is_noted(db, each) or _has_ended(db, each.run):
            return each.until
    row = db.execute("SELECT path FROM seals ORDER BY id DESC LIMIT 1").fetchone()
    return _read(output / row[0]).until if row and (output / row[0]).is_file() else dict.fromkeys(NUMBERED, 0)


def _is_noted(db: Database, each: Seal) -> bool:
    return db.execute("SELECT 1 FROM seals WHERE path = ?", [f"{FOLDER}/{each.path.name}"]).fetchone() is not None


def _has_ended(db: Database, run: str) -> bool:
    """Whether the database knows that a run came to its own end, before which nothing of it can be lost."""
    return db.execute("SELECT 1 FROM runs WHERE id = ? AND exit_code != ?", [run, KILLED]).fetchone() is not None


def unsealed(db: Database, output: Path) -> int:
    """How many fetches, snapshots and versions were written after the last seal."""
    return after(db, _until(db, output, _newest(output)))


def after(db: Database, until: dict[str, int]) -> int:
    """How many fetches, snapshots and versions stand after these last rows."""
    return sum(
        int(db.execute(f"SELECT count(*) FROM {name} WHERE id > ?", [until[name]]).fetchone()[0]) for name in NUMBERED
    )


def seal(db: Database, output: Path, run: str, *, reports: Iterable[int] = ()) -> Path | None:
    """Seal what was written after the last seal, and the present state of ``reports`` beside that of all reports that
    were fetched or have new versions. Returns the seal's file, None if there was nothing to seal.

    Raises OSError if it cannot be written, ValueError if the last seal is none.
    """
    newest = _newest(output)
    until = _until(db, output, newest)
    archives = _new_archives(db, output, newest, until)
    keys = sorted({*reports, *touched(db, until)})
    if not after(db, until) and not archives and not keys:
        return None
    db.execute("PRAGMA wal_checkpoint(PASSIVE)")  # what is sealed must be on disk before its seal is
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    number = newest[0].number + 1 if newest else 1
    records = folder / f"{number:06}.records.jsonl.gz"
    with records.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as file:
        for record in chain(_records(db, until, run), report_records(db, keys)):
            file.write(canonical(record).encode("utf-8", "surrogatepass") + b"\n")
    path = folder / f"{number:06}.seal"
    _write(path, _listed(db, run, [*(each.path for each in newest[:1]), records], archives), records)
    for each in (*newest[:1], _read(path)):
        _note(db, each)
    return path


def _listed(db: Database, run: str, files: Sequence[Path], archives: Sequence[Path]) -> str:
    """The text of a seal over ``files`` beside it and WARC files."""
    lines = [HEAD, f"# run: {run}", f"# sealed: {stamp()}"]
    lines += [f"# {name}: {db.execute(f'SELECT coalesce(max(id), 0) FROM {name}').fetchone()[0]}" for name in NUMBERED]
    lines += [f"{digest_of(path)}  {path.name}" for path in files]
    lines += [f"{digest_of(path)}  {os.path.relpath(path, files[-1].parent)}" for path in archives]
    return "\n".join(lines) + "\n"


def _note(db: Database, made: Seal) -> None:
    """Note a seal in the database, unless it is: a run may be killed between its file and its row. That of a run the
    database has lost is not noted, which ``fazhi verify`` tells."""
    name = f"{FOLDER}/{made.path.name}"
    if _is_noted(db, made) or not db.execute("SELECT 1 FROM runs WHERE id = ?", [made.run]).fetchone():
        return
    with db.atomic():
        row = {
            "run": made.run,
            "manifest_sha256": digest_of(made.path),
            "previous_sha256": next((digest for digest, path in made.digests if path.endswith(".seal")), ""),
            "path": name,
            "sealed": made.sealed,
            "stamp_state": "pending" if any(map(environment.value, SERVICES.values())) else "none",
        }
        insert(db, "seals", row)


def _new_archives(db: Database, output: Path, newest: Sequence[Seal], until: dict[str, int]) -> list[Path]:
    """The WARC files of snapshots after the last seal and of runs that began with its run or later, without those
    that it, or another seal of its run, names."""
    sql = (
        "SELECT warc FROM snapshots WHERE id > ?"
        " UNION SELECT warc FROM runs WHERE rowid >= coalesce((SELECT rowid FROM runs WHERE id = ?), 0)"
    )
    known = {Path(path).name for each in newest for _, path in each.digests}
    rows = db.execute(sql, [until["snapshots"], newest[0].run if newest else ""])
    names = sorted({Path(row[0]).name for row in rows if row[0]} - known)
    return [path for name in names if (path := warc.path_of(output / "warc", name)).is_file()]


def _write(path: Path, text: str, records: Path) -> None:
    """The seal stands whole or not at all, after its records are on disk."""
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8", newline="\n")
    for each in (records, part):
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    part.replace(path)


def touched(db: Database, until: dict[str, int]) -> Iterator[int]:
    """Reports that were fetched after the last seal, or have a version after it."""
    sql = (
        "SELECT report FROM report_addresses WHERE url IN (SELECT url FROM fetches WHERE id > ?)"
        " UNION SELECT report FROM versions WHERE id > ?"
    )
    yield from (row[0] for row in db.execute(sql, [until["fetches"], until["versions"]]))


def _records(db: Database, until: dict[str, int], run: str) -> Iterator[dict[str, Any]]:
    sql = (
        f"{RUNS} WHERE finished IS NOT NULL AND (id = ? OR id IN (SELECT run FROM fetches WHERE id > ?)) ORDER BY rowid"
    )
    for row in db.query(sql, [run, until["fetches"]]):
        yield {"record": "run", **row}
    for row in db.query(SNAPSHOTS, [until["snapshots"]]):
        yield {"record": "snapshot", **row}
    for row in db.query(FETCHES, [until["fetches"]]):
        yield fetch_record(row)
    for row in db.query(VERSIONS, [until["versions"]]):
        yield version_record(row)
