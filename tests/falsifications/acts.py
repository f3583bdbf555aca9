"""What a keeper may do to an archive, and the words by which it must be named."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from crawler.store import seal_records, seals, warc
from crawler.store.database import open_database
from crawler.store.observation import body_digest
from crawler.store.schema import PARTS

Words = tuple[str, ...]  # that one sentence holds
SEALED: Final = {
    "snapshots": ("url", "fetched", "sha256", "warc", "offset", "length"),
    "fetches": (
        "portal", "purpose", "url", "time", "status", "outcome", "looked", "reason_code", "reason_params", "bytes",
    ),
    "versions": ("number", "reason", "seen", "title", "cleaner", "boilerplate_sha256"),
    "reports": seal_records.FACTS,
    "attachments": seal_records.FILE,
    "figure_spans": ("key", "value", "unit", "year", "start", "end"),
    "section_spans": ("position", "marker", "heading", "part", "start", "end"),
    "runs": ("command", "started", "finished", "exit_code", "requests", "bytes", "new_reports", "changed_reports"),
}  # fmt: skip
WHOLE: Final = ("snapshots", "fetches", "versions", "runs")  # sealed row by row
DATES: Final = {
    "snapshots": ("fetched",),
    "fetches": ("time",),
    "versions": ("seen",),
    "reports": ("published", "first_seen", "last_seen", "last_changed"),
    "runs": ("started", "finished"),
}
NAMED: Final = {
    "snapshots": "SELECT 'the snapshot of ' || url || ' of ' || fetched FROM snapshots WHERE id = ?",
    "fetches": "SELECT 'the fetch of ' || url || ' at ' || time FROM fetches WHERE id = ?",
    "versions": "SELECT 'version ' || number || ' of report ' || public_id FROM versions"
    " JOIN reports ON reports.id = report WHERE versions.id = ?",
    "reports": "SELECT 'report ' || public_id || ' (' || url || ')' FROM reports WHERE id = ?",
    "runs": "SELECT 'run ' || id FROM runs WHERE rowid = ?",
}


class Unfit(Exception):
    """What was drawn changes nothing here, or the database refuses it: another one is drawn."""


@dataclass
class Archive:
    """A copy that is falsified, with its open database."""

    output: Path
    db: Database
    rng: random.Random

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return list(self.db.execute(sql, list(values)).fetchall())

    def one(self, table: str) -> int:
        return int(self.rng.choice(self.rows(f"SELECT rowid FROM {table}"))[0])

    def two(self, table: str) -> list[int]:
        return [row[0] for row in self.rng.sample(self.rows(f"SELECT rowid FROM {table}"), 2)]

    def name(self, table: str, key: int) -> str:
        """The words by which a finding must name a row: its own, or those of its report."""
        if table not in NAMED:
            table, key = "reports", self.rows(f"SELECT report FROM {table} WHERE rowid = ?", key)[0][0]
        return str(self.rows(NAMED[table], key)[0][0])

    def set(self, table: str, row: int, /, **cells: object) -> None:
        """Write cells of a row. Raises Unfit if the database refuses it."""
        names = ", ".join(f'"{name}" = ?' for name in cells)
        try:
            self.db.execute(f"UPDATE {table} SET {names} WHERE rowid = ?", [*cells.values(), row])
        except sqlite3.IntegrityError:
            raise Unfit from None

    def archive(self) -> Path:
        return self.rng.choice(warc.files(self.output / "warc"))

    def file(self, suffix: str) -> Path:
        return self.rng.choice(sorted((self.output / "seals").glob(f"*{suffix}")))


Act = Callable[[Archive], list[Words]]


def _another(table: str, column: str) -> str:
    """What a finding calls a field that was changed."""
    if table in WHOLE:
        return "another"
    return f"another {table if table not in NAMED else column}"


def _other(rng: random.Random, value: Any) -> Any:
    if isinstance(value, (int, float)):
        return value + rng.choice((-1, 1, 7))
    text = value or ""
    place = rng.randrange(len(text) + 1)
    return text[:place] + rng.choice("x某1") + text[place:]


def _draw(archive: Archive, columns: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    table = archive.rng.choice(sorted(columns))
    return table, archive.rng.choice(columns[table])


def cell(archive: Archive) -> list[Words]:
    """Another value in one cell."""
    table, column = _draw(archive, SEALED)
    key = archive.one(table)
    name, (old,) = archive.name(table, key), archive.rows(f'SELECT "{column}" FROM {table} WHERE rowid = ?', key)[0]
    archive.set(table, key, **{column: _other(archive.rng, old)})
    return [(name, _another(table, column), column if table in WHOLE else "")]


def exchange(archive: Archive) -> list[Words]:
    """A cell exchanged between two rows."""
    table, column = _draw(archive, SEALED)
    keys = archive.two(table)
    names = [archive.name(table, key) for key in keys]
    values = [archive.rows(f'SELECT "{column}" FROM {table} WHERE rowid = ?', key)[0][0] for key in keys]
    if values[0] == values[1]:
        raise Unfit
    archive.set(table, keys[0], **{column: "~"})  # of some columns no two rows may have the same
    archive.set(table, keys[1], **{column: values[0]})
    archive.set(table, keys[0], **{column: values[1]})
    return [(name, _another(table, column), column if table in WHOLE else "") for name in names]


def redate(archive: Archive) -> list[Words]:
    """A moment or a day earlier or later, by a second up to years."""
    table, column = _draw(archive, DATES)
    key = archive.one(table)
    name, (old,) = archive.name(table, key), archive.rows(f'SELECT "{column}" FROM {table} WHERE rowid = ?', key)[0]
    if not old:
        raise Unfit
    by = archive.rng.choice((-1, 1)) * archive.rng.choice(
        (timedelta(seconds=1), timedelta(hours=5), timedelta(days=1), timedelta(days=31), timedelta(days=730))
    )
    day = len(old) == 10
    moment = datetime.fromisoformat(old.replace("Z", "+00:00")) + (max(by, -by, timedelta(days=1)) if day else by)
    archive.set(table, key, **{column: moment.date().isoformat() if day else moment.strftime("%Y-%m-%dT%H:%M:%SZ")})
    return [(name, "another", column)]


def delete(archive: Archive) -> list[Words]:
    """A row."""
    table = archive.rng.choice(sorted(SEALED))
    key = archive.one(table)
    name = archive.name(table, key)
    archive.db.execute(f"DELETE FROM {table} WHERE rowid = ?", [key])
    return [(name, "is not there" if table in NAMED else f"another {table}")]


def delete_all(archive: Archive) -> list[Words]:
    """All rows of a table."""
    table = archive.rng.choice(sorted(SEALED))
    names = [archive.name(table, row[0]) for row in archive.rows(f"SELECT rowid FROM {table}")]
    archive.db.execute(f"DELETE FROM {table}")
    return [(name, "is not there" if table in NAMED else f"another {table}") for name in names]


def forget(archive: Archive) -> list[Words]:
    """A report as the program would delete it, with its versions, parts and files."""
    key = archive.one("reports")
    name = archive.name("reports", key)
    archive.db.execute("PRAGMA foreign_keys = ON")
    archive.db.execute("UPDATE listing_rows SET report = NULL WHERE report = ?", [key])
    archive.db.execute("DELETE FROM reports WHERE id = ?", [key])
    return [(name, "is not there")]


def rewrite(archive: Archive) -> list[Words]:
    """Another text of a report and its version, with parts that stay and digests that fit."""
    key = archive.one("reports")
    name, body = archive.name("reports", key), archive.rows("SELECT body FROM reports WHERE id = ?", key)[0][0]
    parts = {table: list(archive.db.query(f"SELECT * FROM {table} WHERE report = ?", [key])) for table in PARTS}
    other = _other(archive.rng, body)
    archive.set("reports", key, body=other, body_sha256=body_digest(other))
    archive.db.execute("UPDATE versions SET body_sha256 = ? WHERE report = ?", [body_digest(other), key])
    for table, rows in parts.items():
        archive.db.table(table).insert_all(rows, replace=True)
    return [(name, "another", "text_sha256"), (f"report {key}", "text is not what its page gives")]


def invent(archive: Archive) -> list[Words]:
    """A look, a version or a snapshot that never was, among those that were sealed."""
    table = archive.rng.choice(("fetches", "versions", "snapshots"))
    key, (first,) = archive.one(table), archive.rows(f"SELECT min(id) FROM {table}")[0]
    row = {**archive.db.table(table).get(key), "id": first - 1}
    row |= {"number": 0} if table == "versions" else {"url": f"{row['url']}?x"}
    archive.db.table(table).insert(row)
    return [(archive.name(table, first - 1), "was not sealed with them")]


def look_again(archive: Archive) -> list[Words]:
    """A look that never was, after all that was sealed."""
    row = archive.db.table("fetches").get(archive.one("fetches"))
    archive.db.table("fetches").insert({**row, "id": None})
    return [(f"run {row['run']}", "are in the table")]


def empty(archive: Archive) -> list[Words]:
    """A new database beside the WARC files and seals."""
    archive.db.close()
    (archive.output / "reports.db").unlink()
    archive.db = open_database(archive.output / "reports.db")
    return [(path.name, "that no row names") for path in warc.files(archive.output / "warc")]


def flip(archive: Archive) -> list[Words]:
    """A bit of a WARC file."""
    path = archive.archive()
    content = bytearray(path.read_bytes())
    content[archive.rng.randrange(len(content))] ^= 1 << archive.rng.randrange(8)
    path.write_bytes(content)
    return [(path.name, "was changed after")]


def cut(archive: Archive) -> list[Words]:
    """The end of a WARC file, or all of it."""
    path = archive.archive()
    if archive.rng.random() < 0.5:
        path.unlink()
        return [(path.name, "is not there"), ("snapshot", path.name, "the file is not there")]
    content = path.read_bytes()
    path.write_bytes(content[: archive.rng.randrange(len(content))])
    return [(path.name, "was changed after"), ("snapshot", path.name, "no whole record stands there")]


def reorder(archive: Archive) -> list[Words]:
    """Two records of a WARC file in each other's place."""
    path = archive.archive()
    places = warc.check(path)[0]
    if len(places) < 2:
        raise Unfit
    whole = path.read_bytes()
    pieces = [whole[each.offset : each.offset + each.length] for each in places]
    one, two = archive.rng.sample(range(len(pieces)), 2)
    pieces[one], pieces[two] = pieces[two], pieces[one]
    path.write_bytes(b"".join(pieces))
    return [(path.name, "was changed after")]


def append(archive: Archive) -> list[Words]:
    """A record that is one of the file's own once more."""
    path = archive.archive()
    whole = path.read_bytes()
    (offset, length) = archive.rng.choice(
        archive.rows('SELECT "offset", length FROM snapshots WHERE warc = ?', path.name)
    )
    path.write_bytes(whole + whole[offset : offset + length])
    return [(path.name, "was changed after"), (path.name, "that no row names")]


def rerecord(archive: Archive) -> list[Words]:
    """Other bytes in a record, with digests, offsets and rows that fit: by somebody who knows the program."""
    key = archive.one("snapshots")
    name = archive.name("snapshots", key)
    where, offset, length = archive.rows('SELECT warc, "offset", length FROM snapshots WHERE id = ?', key)[0]
    path = warc.path_of(archive.output / "warc", where)
    whole = path.read_bytes()
    record = next(iter(ArchiveIterator(BytesIO(whole[offset : offset + length]))))
    body = record.raw_stream.read() + b" "
    made = BytesIO()
    writer = WARCWriter(made, gzip=True)
    kept = [pair for pair in record.rec_headers.headers if not re.search("digest|length", pair[0], re.IGNORECASE)]
    writer.write_record(
        writer.create_warc_record(
            record.rec_headers.get_header("WARC-Target-URI"), "response", payload=BytesIO(body),
            http_headers=record.http_headers, warc_headers_dict=dict(kept),
        )
    )  # fmt: skip
    path.write_bytes(whole[:offset] + made.getvalue() + whole[offset + length :])
    more = len(made.getvalue()) - length
    archive.db.execute(
        'UPDATE snapshots SET "offset" = "offset" + ? WHERE warc = ? AND "offset" > ?', [more, where, offset]
    )
    digest = hashlib.sha256(body).hexdigest()
    archive.set("snapshots", key, sha256=digest, length=length + more)
    return [(where, "was changed after"), (name, "another", "sha256")]


def seal(archive: Archive) -> list[Words]:
    """A seal or its records: gone, or with another byte."""
    path = archive.file(archive.rng.choice((".seal", ".records.jsonl.gz")))
    if archive.rng.random() < 0.5:
        path.unlink()
        return [(path.name, "is not there")]
    content = bytearray(path.read_bytes())
    place = archive.rng.randrange(len(content))
    content[place] = (content[place] + archive.rng.randrange(1, 256)) % 256
    path.write_bytes(content)
    return [(path.name,)]


def swap_seals(archive: Archive) -> list[Words]:
    """Two seals in each other's place."""
    one, two = archive.rng.sample(sorted((archive.output / "seals").glob("*.seal")), 2)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    return [(one.name, "one of both was changed"), (two.name, "one of both was changed")]


def reseal(archive: Archive) -> list[Words]:
    """A sealed record, and the seal over it, but not what comes after: by somebody who knows the form."""
    path = archive.file(".records.jsonl.gz")
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    place = archive.rng.randrange(len(lines))
    record = json.loads(lines[place])
    lines[place] = seal_records.canonical({**record, "url": "http://x/"}).encode() + b"\n"
    before = seals.digest_of(path)
    path.write_bytes(gzip.compress(b"".join(lines), mtime=0))
    over = path.with_name(path.name.replace(".records.jsonl.gz", ".seal"))
    over.write_text(over.read_text().replace(before, seals.digest_of(path)))
    return [(over.name, "one of both was changed")]


def seal_over(archive: Archive) -> list[Words]:
    """A fact of a report, with a seal of one's own after it."""
    key = archive.one("reports")
    name = archive.name("reports", key)
    archive.set("reports", key, title="另一个标题")
    (run,) = archive.rows("SELECT max(run) FROM seals")[0]
    made = seals.seal(archive.db, archive.output, run)
    assert made is None, "there was nothing to be sealed"
    return [(name, "another title")]


ACTS: Final[dict[str, Act]] = {
    act.__name__: act
    for act in (
        cell, exchange, redate, delete, delete_all, forget, rewrite, invent, look_again, empty, flip, cut, reorder,
        append, rerecord, seal, swap_seals, reseal, seal_over,
    )
}  # fmt: skip
OFTEN: Final = {"cell": 8, "exchange": 5, "redate": 5, "delete": 5, "flip": 3, "seal": 3}
