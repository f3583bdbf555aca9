"""The archive as evidence: whether what is shown, its rows and the WARC files still say the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator

from crawler import environment
from crawler.store import links, sealed, stamps, warc
from crawler.store.database import as_of_now
from crawler.store.observation import body_digest
from crawler.store.seals import FOLDER, Seal, after, all_seals
from crawler.store.shown import SAMPLE, chosen, compare

CHUNK: Final = 1 << 16  # bytes
# Those that others refer to come first. What it must be that one refers to is said beside it.
SNAPSHOTS: Final = """
SELECT snapshots.*, first.url AS first_url, first.fetched AS first_fetched,
first.sha256 = snapshots.sha256 AND first.refers_to IS NULL AS fits
FROM snapshots LEFT JOIN snapshots AS first ON first.id = snapshots.refers_to
ORDER BY snapshots.refers_to IS NOT NULL, snapshots.warc, snapshots."offset"
"""
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


def size(db: Database, *, full: bool = False) -> int:
    """How many steps ``verify`` takes: one for each snapshot, version and report, and each report cleaned anew."""
    counted = " + ".join(f"(SELECT count(*) FROM {table})" for table in ("snapshots", "versions", "reports"))
    (each, reports) = db.execute(f"SELECT {counted}, (SELECT count(*) FROM reports)").fetchone()
    return int(each + (reports if full else min(reports, SAMPLE)))


def verify(
    db: Database, folder: Path, step: Callable[[], None] = lambda: None, *, full: bool = False, anew: bool = True
) -> Iterator[Mismatch]:
    """Compare a database with the WARC files in ``folder``; nothing is written. ``step`` is called as it goes on.

    ``full`` cleans all reports anew, not only some; ``anew`` False none. The database is read as it is at one moment,
    before the files: what a run adds meanwhile is no mismatch.
    """
    chain, problems = all_seals(folder.parent)
    yield from (Mismatch("seal", FOLDER, problem) for problem in problems)
    with as_of_now(db):
        yield from _database(db)
        yield from (Mismatch(*found) for found in links.broken(db))
        whole: dict[str, set[tuple[int, int]]] = {}
        for path in warc.files(folder):
            whole[path.name], mismatches = _file(path)
            yield from mismatches
            yield from _unknown(db, path, whole[path.name])
        yield from _snapshots(db, folder, whole, step)
        for finding in _texts(db):
            if finding is not None:
                yield finding
            step()
        yield from _sealed(db, folder.parent, chain)
        if anew:
            path = Path(db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0])
            yield from (Mismatch(*found) for found in compare(path, folder, chosen(db, full=full), step))


def _sealed(db: Database, output: Path, chain: list[Seal]) -> Iterator[Mismatch]:
    """What is not as the seals and their stamps say."""
    yield from (Mismatch(*found) for found in sealed.check(db, output, chain))
    yield from _unsealed(db, chain)
    read, roots = [each for each in chain if each.until], environment.value("FAZHI_TSA_ROOTS")
    yield from (Mismatch(*found) for found in stamps.check(db, output, read, roots))


def _unsealed(db: Database, chain: list[Seal]) -> Iterator[Mismatch]:
    """What a run that is going on, was killed, or another hand wrote: the next run seals it, and says so."""
    if chain and chain[-1].until and (count := after(db, chain[-1].until)):
        last = f"{chain[-1].path.name}, the last seal"
        told = f"{count} fetches, snapshots or versions were written after {last}; the next run seals them"
        yield Mismatch("unsealed", FOLDER, told, harmless=True)


def _texts(db: Database) -> Iterator[Mismatch | None]:
    """For each version and each report, whether its digest is another than its text's."""
    for table, sql in (
        ("version", "SELECT 'version ' || number || ' of report ' || report, body, body_sha256 FROM version_texts"),
        ("report", "SELECT 'report ' || id, body, body_sha256 FROM reports"),
    ):
        for place, body, digest in db.execute(f"{sql} ORDER BY id"):
            told = f"the text of {place} is not the one its digest was made of"
            yield Mismatch(table, place, told) if body_digest(body) != digest else None


def _unknown(db: Database, path: Path, whole: set[tuple[int, int]]) -> Iterator[Mismatch]:
    """Responses that no snapshot names. A run that is going on or was killed leaves some, which do no harm."""
    rows = db.execute('SELECT "offset", length FROM snapshots WHERE warc = ?', [path.name]).fetchall()
    strangers = [place for place in sorted(whole - {tuple(row) for row in rows}) if warc.is_answer(path, place[0])]
    if not strangers:
        return
    run = db.execute("SELECT finished, exit_code FROM runs WHERE warc = ?", [path.name]).fetchone()
    job = "SELECT 1 FROM jobs WHERE ? = 'fazhi-' || id || '.warc.gz' AND (finished IS NULL OR problem != '')"
    killed = run is not None and (run[0] is None or run[1] not in (0, 3))
    yield Mismatch(
        "no_row",
        path.name,
        f"{path.name} holds {len(strangers)} responses that no row names, the first at byte {strangers[0][0]}",
        harmless=killed or db.execute(job, [path.name]).fetchone() is not None,
    )


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


def _snapshots(
    db: Database, folder: Path, whole: dict[str, set[tuple[int, int]]], step: Callable[[], None]
) -> Iterator[Mismatch]:
    """What is wrong with the records of all snapshots, by the whole records of each file."""
    lost: set[int] = set()
    for row in db.query(SNAPSHOTS):
        name, place = Path(row["warc"]).name, f"snapshot {row['id']}"
        where = f"{place} ({row['url'][:200]}) at byte {row['offset']} of {name}"
        if found := _absent(row, whole.get(name)) or _other(row, warc.path_of(folder, name), lost):
            lost.add(row["id"])
            yield Mismatch(found[0], place, f"{where}: {found[1]}")
        step()


def _absent(row: dict[str, Any], places: set[tuple[int, int]] | None) -> tuple[str, str] | None:
    """Kind and clause where no record can stand at a snapshot's place; ``places`` are those of its file."""
    if places is None:
        return "missing_file", "the file is not there; restore it from a backup"
    if places and (row["offset"], row["length"]) not in places:
        return "no_record", f"no whole record stands there; {WRONG}"
    return None


def _other(row: dict[str, Any], path: Path, lost: set[int]) -> tuple[str, str] | None:
    """Kind and clause where another record stands there; ``lost`` are snapshots that were found wrong before."""
    try:
        record = _seen(path, row["offset"])
    except Exception as error:  # a damaged record fails in whatever way zlib and the WARC reader find
        said = " ".join(str(error).split())[:200] or type(error).__name__
        return "unreadable", f"the record cannot be read ({said}); {WRONG}"
    kind = "response" if row["refers_to"] is None else "revisit"
    if (record.kind, record.url) != (kind, row["url"]):
        return "other_record", f"there stands a {record.kind} record of {record.url}; {WRONG}"
    if record.date != row["fetched"]:
        return "record_date", f"the record is dated {record.date}, and the row {row['fetched']}"
    if kind == "revisit":
        return _referred(row, record, lost)
    if record.digest != row["sha256"]:
        return "digest", f"the bytes have the digest {record.digest}, not {row['sha256']}; {WRONG}"
    return None


def _referred(row: dict[str, Any], record: _Record, lost: set[int]) -> tuple[str, str] | None:
    """The same of a record whose body stands in another."""
    first = row["refers_to"]
    if record.first != (row["first_url"], row["first_fetched"]) or not row["fits"]:
        return "referred", f"it refers to {record.first[0]} of {record.first[1]}, and the row to snapshot {first}"
    return ("referred", f"its bytes stand in the record of snapshot {first}, which is lost") if first in lost else None


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as it stands in a file: ``digest`` is the SHA-256 of its body as it came, ``first`` address and date
    of the record to which it refers."""

    kind: str
    url: str
    date: str
    digest: str
    first: tuple[str, str]


def _seen(path: Path, offset: int) -> _Record:
    """One record, read in pieces.

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
        url, date, *first = (
            record.rec_headers.get_header(f"WARC-{name}") or ""
            for name in ("Target-URI", "Date", "Refers-To-Target-URI", "Refers-To-Date")
        )
        return _Record(record.rec_type, url, date, digest.hexdigest(), (first[0], first[1]))
