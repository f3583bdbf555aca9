"""Whatever a keeper changes in the archive is found and named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.store import warc
from crawler.store.database import open_database
from crawler.store.observation import body_digest
from crawler.store.schema import PARTS
from crawler.store.verify import Mismatch, verify
from tests.conftest import Crawls
from tests.replica import Replica, filed

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a crawl of pages and of files kept."""
    with Replica(day=1, more=filed.all_sites()) as replica:
        crawls = Crawls(replica, tmp_path_factory.mktemp("falsified") / "output")
        crawls.crawl("--portal", "nanchang", "--portal", "dt")
    return crawls.output


@pytest.fixture
def output(archive: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(archive, tmp_path / "output")


def found(output: Path) -> list[Mismatch]:
    with closing(open_database(output / "reports.db")) as db:
        return list(verify(db, output / "warc", full=True))


def sql(statement: str) -> Change:
    def change(output: Path) -> None:
        with closing(open_database(output / "reports.db")) as db:
            db.execute("PRAGMA foreign_keys = OFF")
            with db.atomic():
                db.execute(statement)

    return change


def the_file(output: Path) -> Path:
    return next((output / "warc").glob("*.warc.gz"))


def flip(output: Path) -> None:
    """One bit in the middle of a record's packed body."""
    with closing(Database(output / "reports.db")) as db:
        offset, length = db.execute('SELECT "offset", length FROM snapshots ORDER BY id DESC LIMIT 1').fetchone()
    content = bytearray(the_file(output).read_bytes())
    content[offset + length // 2] ^= 1
    the_file(output).write_bytes(content)


def swap(output: Path) -> None:
    """A well-formed archive of other bytes in the place of the one that was written."""
    path = the_file(output)
    whole = path.read_bytes()
    pieces = [whole[r.offset : r.offset + r.length] for r in warc.check(path)[0]]
    pieces[1], pieces[3] = pieces[3], pieces[1]
    path.write_bytes(b"".join(pieces))


def forget(output: Path) -> None:
    """Delete a report as the program would, with all that belongs to it."""
    with closing(open_database(output / "reports.db")) as db, db.atomic():
        db.execute("DELETE FROM reports WHERE id = 1")


def forge(output: Path) -> None:
    """Another text in a report and its version, whose digests fit, with parts that stay where they were."""
    with closing(open_database(output / "reports.db")) as db, db.atomic():
        key, body = db.execute("SELECT id, body FROM reports ORDER BY id LIMIT 1").fetchone()
        parts = {table: list(db.query(f"SELECT * FROM {table} WHERE report = ?", [key])) for table in PARTS}
        other = body[:-6] + "无违法情形。"
        db.execute("UPDATE reports SET body = ?, body_sha256 = ? WHERE id = ?", [other, body_digest(other), key])
        db.execute("UPDATE versions SET body = NULL, body_sha256 = ? WHERE report = ?", [body_digest(other), key])
        for table, rows in parts.items():
            db.table(table).insert_all(rows)


def empty(output: Path) -> None:
    """A new database beside the WARC files."""
    (output / "reports.db").unlink()
    open_database(output / "reports.db").close()


FALSIFICATIONS: dict[str, tuple[Change, str, str]] = {
    "a bit": (flip, "warc", "cannot be read to its end"),
    "records": (swap, "no_record", "no whole record stands there"),
    "the file": (lambda output: the_file(output).unlink(), "missing_file", "restore it from a backup"),
    "a digest": (sql("UPDATE snapshots SET sha256 = 'x' WHERE id = 2"), "digest", "not x"),
    "an offset": (sql('UPDATE snapshots SET "offset" = 7 WHERE id = 2'), "no_record", "byte 7"),
    "an address": (sql("UPDATE snapshots SET url = 'http://x/' WHERE id = 2"), "other_record", "response record of"),
    "a text": (sql("UPDATE reports SET body = body || '。'"), "report", "digest"),
    "a row": (sql("DELETE FROM reports"), "foreign_key", "not there"),
    "a title": (sql("UPDATE reports SET title = title || '(修订)'"), "shown", "its title is"),
    "a date": (sql("UPDATE reports SET published = '2020-01-01'"), "shown", "its published is"),
    "an issuer": (sql("UPDATE reports SET issuer = '某某局'"), "shown", "its issuer is"),
    "a figure": (sql("UPDATE figure_spans SET value = value + 1"), "shown", "its figures are"),
    "a section": (sql("DELETE FROM section_spans WHERE position = 1"), "shown", "its sections are"),
    "a file's text": (sql("UPDATE attachments SET text = text || '。'"), "shown", "the text of its attachment"),
    "a file's digest": (sql("UPDATE attachments SET sha256 = 'x'"), "attachment", "not that of its bytes"),
    "a file": (sql("DELETE FROM attachments"), "shown", "is missing"),
    "all looks": (sql("DELETE FROM fetches"), "missing_fetches", "and 0 of them are in the table"),
    "one look": (sql("DELETE FROM fetches WHERE id = 3"), "missing_fetches", "of them are in the table"),
    "a look's time": (sql("UPDATE fetches SET time = '2026-12-24T01:00:00Z'"), "fetch_date", "outside its run"),
    "a look's bytes": (
        sql("UPDATE fetches SET snapshot = 1 WHERE snapshot > 3"),
        "fetch_snapshot",
        "names snapshot 1, which is of",
    ),
    "when it was seen": (
        sql("UPDATE reports SET first_seen = '2026-03-01T01:00:00Z'"),
        "report_date",
        "first seen at 2026-03-01",
    ),
    "when a version was seen": (
        sql("UPDATE versions SET seen = '2026-03-01T01:00:00Z'"),
        "version_date",
        "before its page was fetched",
    ),
    "when its page came": (
        sql("UPDATE snapshots SET fetched = '2026-03-01T01:00:00Z' WHERE id = 3"),
        "record_date",
        "the record is dated 2026-11-22",
    ),
    "a report with its versions": (forget, "missing_report", "and is not there"),
    "a version, with a fitting digest": (forge, "shown", "is not what its snapshot gives"),
    "a report's versions": (sql("DELETE FROM versions"), "no_version", "has no version"),
    "a number": (sql("UPDATE versions SET number = 2"), "missing_version", "some are missing"),
    "every row": (empty, "no_row", "responses that no row names"),
}


def test_an_archive_is_as_it_was_written(archive: Path) -> None:
    assert found(archive) == []


@pytest.mark.parametrize("what", FALSIFICATIONS)
def test_a_falsification_is_named(output: Path, what: str) -> None:
    change, kind, words = FALSIFICATIONS[what]
    change(output)
    wrong = found(output)
    assert kind in {each.kind for each in wrong if not each.harmless}
    assert any(words in each.sentence for each in wrong), wrong
