"""What readers are shown against the bytes it was read from: reports and versions cleaned anew from the WARC files.

Only what the present cleaner made can be compared. Boilerplate is learned on: where the present one gives another
text than was kept, the text kept must at least consist of lines that the page shows.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import CLEANER_VERSION
from crawler.store.files import Files, StoredFile, attachment_row
from crawler.store.observation import body_digest
from crawler.store.parts import parts_of
from crawler.store.reader import FACTS, UNREADABLE, Reader, Reading

SAMPLE: Final = 50  # reports cleaned anew unless all are asked for
PARTS: Final = {
    "section_spans": "sections",
    "figure_spans": "figures",
    "target_spans": "targets",
    "candidate_spans": "candidates",
}
OF_A_READING: Final = ("url", "name", "member", "role", "media_type", "method", "pages", "flags", "note", "text")
CUT: Final = "truncated"  # a flag of the transfer, which the bytes that came do not show

Found = tuple[str, str, str]


def chosen(db: Database, *, full: bool) -> list[int]:
    """The reports to be cleaned anew: all, or some that chance draws."""
    keys = [row[0] for row in db.execute("SELECT id FROM reports ORDER BY id")]
    return keys if full or len(keys) <= SAMPLE else sorted(random.sample(keys, SAMPLE))


def compare(database: Path, folder: Path, keys: Sequence[int], step: Callable[[], None]) -> Iterator[Found]:
    """(kind, place, sentence) of everything shown of these reports that the bytes in ``folder`` do not give."""
    reader = Reader(database, folder)
    try:
        for key in keys:
            yield from _report(reader, key)
            yield from _versions(reader, key)
            step()
    finally:
        reader.close()


def _report(reader: Reader, key: int) -> Iterator[Found]:
    newest = reader.db.execute(
        "SELECT cleaner, boilerplate_sha256 FROM versions WHERE report = ? ORDER BY number DESC LIMIT 1", [key]
    ).fetchone()
    if newest is None or newest[0] != CLEANER_VERSION:
        return
    yield from _files(reader, key)
    reading = reader.report(key)
    wrong = _differences(reader, reading)
    if wrong and reading.boilerplate != newest[1] and not reading.result.problem.startswith("missing_record"):
        wrong = min(wrong, _differences_without(reader, key), key=len)
    place = f"report {key}"
    for what in wrong:
        yield "shown", place, f"{place} ({reading.result.url}): {what}"


def _differences(reader: Reader, reading: Reading) -> list[str]:
    """What is shown of a report otherwise than it reads."""
    report, key = reading.report, reading.result.report
    if report is None:
        return [reading.result.problem.partition(": ")[2] or reading.result.problem]
    row = next(reader.db.query("SELECT * FROM reports WHERE id = ?", [key]))
    wrong = ["its text is not what its page gives"] if row["body"] != reading.fields["body"] else []
    wrong += _facts(row, reading.fields)
    for table, (names, rows) in parts_of(report).items():
        columns = ", ".join(f'"{name}"' for name in names)
        kept = reader.db.execute(f"SELECT {columns} FROM {table} WHERE report = ? ORDER BY id", [key]).fetchall()
        if kept != rows:
            wrong.append(f"its {PARTS[table]} are not those of its text: {_first(names, kept, rows)}")
    columns = ", ".join(OF_A_READING)
    kept = list(reader.db.query(f"SELECT {columns} FROM attachments WHERE report = ? ORDER BY id", [key]))
    known = {file.url: file for file in reading.files}
    listed = [
        attachment_row(item, known.get(item.url) or StoredFile(item.url, item.name)) for item in report.attachments
    ]
    return wrong + _attachments(kept, [{name: row[name] for name in OF_A_READING} for row in listed])


def _first(names: Sequence[str], kept: list[tuple[Any, ...]], read: list[tuple[Any, ...]]) -> str:
    """The first row of a part that is not as it reads."""
    place = next(number for number, (one, two) in enumerate(zip_longest(kept, read)) if one != two)
    if len(kept) != len(read):
        return f"there are {len(kept)} instead of {len(read)}, and number {place + 1} is another"
    cells = zip(names, kept[place], read[place], strict=True)
    other = ", ".join(f"{name} {old!r} instead of {new!r}" for name, old, new in cells if old != new)
    return f"number {place + 1} has {other}"


def _facts(row: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    wrong = []
    for name in FACTS:
        kept, read = row[name], fields[name]
        if name == "flags":
            kept = kept.replace(f', "{CUT}"', "").replace(f'"{CUT}"', "")
            read = read.replace(f', "{CUT}"', "").replace(f'"{CUT}"', "")
        if kept != read:
            wrong.append(f"its {name} is {kept!r}, and its page gives {read!r}")
    return wrong


def _attachments(kept: list[dict[str, Any]], read: list[dict[str, Any]]) -> list[str]:
    places = {(row["url"], row["member"]): row for row in read}
    wrong = []
    for row in kept:
        new = places.pop((row["url"], row["member"]), None)
        where = f"attachment {row['name'] or row['url']}"
        if new is None:
            wrong.append(f"its {where} is not on its page")
        else:
            wrong += [f"the {name} of its {where} is not what its bytes give" for name in row if row[name] != new[name]]
    return wrong + [f"its attachment {row['name'] or row['url']} is missing" for row in places.values()]


def _differences_without(reader: Reader, key: int) -> list[str]:
    """What is shown of a report that its page does not show even where nothing is taken for boilerplate.

    Its text must consist of lines of the page; facts must be the page's; parts must be where the text has them.
    """
    reading = reader.report(key, without=True)
    if reading.report is None:
        return [reading.result.problem]
    row = next(reader.db.query("SELECT * FROM reports WHERE id = ?", [key]))
    strange = _strange(row["body"], reading.report.body)
    return [f"its text has a line that its page does not show: {strange[:80]!r}"] * bool(strange) + _facts(
        row, reading.fields
    )


def _strange(kept: str, shown: str) -> str:
    """The first line of a text that is not in what the page shows; "" if there is none."""
    lines = {"".join(line.split()) for line in shown.splitlines()}
    return next((line for line in kept.splitlines() if "".join(line.split()) not in lines), "")


def _versions(reader: Reader, key: int) -> Iterator[Found]:
    """Earlier and present versions of a report whose text is not what their snapshots give."""
    sql = (
        "SELECT id, number, body, boilerplate_sha256 FROM version_texts WHERE report = ? AND cleaner = ?"
        " AND snapshot IS NOT NULL ORDER BY number"
    )
    for version, number, body, known in reader.db.execute(sql, [key, CLEANER_VERSION]).fetchall():
        place = f"version {number} of report {key}"
        try:
            text, boilerplate = reader.version(version)
            if body_digest(text) == body_digest(body):
                continue
            if boilerplate != known and not _strange(body, reader.version(version, without=True)[0]):
                continue
        except UNREADABLE as error:
            yield "shown", place, f"{place}: what it was read from cannot be read: {str(error)[:200]}"
            continue
        yield "shown", place, f"the text of {place} is not what its snapshot gives"


def _files(reader: Reader, key: int) -> Iterator[Found]:
    """Files of a report whose digest is not that of their bytes."""
    for url, file in Files(reader.db).of(key).items():
        if file.snapshot is None:
            continue
        place = f"attachment {url} of report {key}"
        try:
            content = reader.bytes_of(file.snapshot)
        except UNREADABLE as error:
            yield "attachment", place, f"the bytes of {place} cannot be read: {str(error)[:200]}"
            continue
        if hashlib.sha256(content).hexdigest() != file.sha256:
            yield "attachment", place, f"the digest of {place} is not that of its bytes"
