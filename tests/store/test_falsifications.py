"""Whatever a keeper changes in the archive is found and named."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.store import seals, warc
from crawler.store.database import open_database
from crawler.store.observation import body_digest
from crawler.store.retention import thin
from crawler.store.runs import newest_run
from crawler.store.schema import PARTS
from crawler.store.verify import Mismatch, verify
from tests.falsifications.acts import ACTS
from tests.falsifications.trial import falsify, make_archive, reading_once

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What two nights of crawling keep; its files are read once for all copies."""
    output = tmp_path_factory.mktemp("falsified") / "output"
    make_archive(output)
    with reading_once():
        yield output


@pytest.fixture
def output(archive: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(archive, tmp_path / "output")


def found(output: Path, *, anew: bool = True) -> list[Mismatch]:
    with closing(open_database(output / "reports.db")) as db:
        return list(verify(db, output / "warc", full=True, anew=anew))


def sql(statement: str) -> Change:
    def change(output: Path) -> None:
        with closing(open_database(output / "reports.db")) as db:
            db.execute("PRAGMA foreign_keys = OFF")
            with db.atomic():
                db.execute(statement)

    return change


def the_file(output: Path) -> Path:
    return min((output / "warc").rglob("*.warc.gz"))


def flip(output: Path) -> None:
    """One bit in the middle of a record's packed body."""
    with closing(Database(output / "reports.db")) as db:
        offset, length = db.execute('SELECT "offset", length FROM snapshots WHERE id = 3').fetchone()
    content = bytearray(the_file(output).read_bytes())
    content[offset + length // 2] ^= 1
    the_file(output).write_bytes(content)


def swap(output: Path) -> None:
    """A well-formed archive of other bytes in the place of the one that was written."""
    path = the_file(output)
    whole = path.read_bytes()
    pieces = [whole[r.offset : r.offset + r.length] for r in warc.check(path)[0]]
    pieces[0], pieces[1] = pieces[1], pieces[0]
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


def seal_anew(output: Path) -> None:
    """Change a report and make a seal of one's own after it, as a keeper could who knows the program."""
    sql("UPDATE reports SET title = 'x' WHERE id = 1")(output)
    with closing(open_database(output / "reports.db")) as db:
        seals.seal(db, output, "0", reports=[])


def edit(name: str, old: bytes, new: bytes) -> Change:
    def change(output: Path) -> None:
        path = output / "seals" / name
        path.write_bytes(path.read_bytes().replace(old, new))

    return change


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
    "a seal": (lambda output: (output / "seals/000001.seal").unlink(), "seal", "seal 1 is missing"),
    "the last seal": (lambda output: (output / "seals/000002.seal").unlink(), "seal", "and is not there"),
    "a seal's date": (
        edit("000001.seal", b"2026-11-22", b"2026-03-22"),
        "sealed_file",
        "000001.seal was changed after",
    ),
    "the last seal's date": (edit("000002.seal", b"2026-11-24", b"2026-03-24"), "seal", "one of both was changed"),
    "sealed records": (edit("000001.records.jsonl.gz", b"\x00", b"\x01"), "sealed_file", "was changed after"),
    "a title, sealed over": (seal_anew, "sealed", "has another title than was sealed"),
    "a state": (sql("UPDATE reports SET state = 'gone' WHERE id = 1"), "sealed", "has another state than was sealed"),
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


def test_an_expert_checks_the_seals_without_the_program(archive: Path) -> None:
    names = sorted(path.name for path in (archive / "seals").glob("*.seal"))
    assert names == ["000001.seal", "000002.seal"]
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", *names], cwd=archive / "seals", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert {line.rpartition(": ")[0] for line in done.stdout.splitlines()} == {
        "000001.seal",
        "000001.records.jsonl.gz",
        "000002.records.jsonl.gz",
        *(f"../warc/{path.name[6:10]}/{path.name}" for path in warc.files(archive / "warc")),
    }


def test_thinned_looks_leave_their_days_and_no_break(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_NOW", "2028-11-24T06:00:00+00:00")
    with closing(open_database(output / "reports.db")) as db:
        assert thin(db) > 0
    assert found(output, anew=False) == []
    sql("UPDATE fetches SET days = '[\"2026-11-24\"]' WHERE days IS NOT NULL")(output)
    assert any(
        "sealed on 2026-11-22" in each.sentence and "is not there" in each.sentence
        for each in found(output, anew=False)
    )


def test_what_was_written_after_the_last_seal_is_adopted_and_told(output: Path) -> None:
    with closing(open_database(output / "reports.db")) as db, db.atomic():
        db.execute(
            "INSERT INTO fetches (run, purpose, url, host, time, outcome, looked)"
            " SELECT run, purpose, url, host, time, 'timeout', 0 FROM fetches ORDER BY id DESC LIMIT 1"
        )
        db.execute(
            "UPDATE runs SET requests = requests + 1 WHERE id = (SELECT run FROM fetches ORDER BY id DESC LIMIT 1)"
        )
    (told,) = found(output, anew=False)
    assert told.harmless
    assert told.sentence.startswith("1 fetches, snapshots or versions were written after 000002.seal")
    with closing(open_database(output / "reports.db")) as db:
        assert seals.unsealed(db, output) == 1
        assert seals.seal(db, output, newest_run(db)) == output / "seals" / "000003.seal"
        assert seals.unsealed(db, output) == 0
        db.execute("DELETE FROM seals WHERE id = 3")  # as a run leaves it that is killed just then
        assert seals.seal(db, output, newest_run(db), reports=[1]) == output / "seals" / "000004.seal"
    assert found(output, anew=False) == []


def test_a_seal_of_a_run_the_database_has_lost_hides_nothing_and_stops_no_run(output: Path) -> None:
    """As a failing disk, or an older database put in the place of its own, leaves it."""
    with closing(open_database(output / "reports.db")) as db:
        last = newest_run(db)
        older = db.execute("SELECT id FROM runs ORDER BY rowid LIMIT 1").fetchone()[0]
        looks = db.execute("SELECT count(*) FROM fetches WHERE run = ?", [last]).fetchone()[0]
        assert looks > 1
        with db.atomic():
            db.execute("DELETE FROM seals WHERE run = ?", [last])
            db.execute(
                "UPDATE fetches SET run = ? WHERE run = ?", [older, last]
            )  # other looks under the keys of the lost
            db.execute("DELETE FROM runs WHERE id = ?", [last])
        assert seals.unsealed(db, output) >= looks
        assert seals.seal(db, output, older) == output / "seals" / "000003.seal"
        assert seals.unsealed(db, output) == 0
    assert any("000002.seal is not the seal that the database notes" in each.sentence for each in found(output))
    assert not [each for each in found(output) if each.kind == "not_sealed"]


@pytest.mark.parametrize("name", ["notes.seal", ".000002.seal", "000002 (copy).seal"])
def test_a_file_that_is_no_seal_stops_no_run_from_sealing(output: Path, name: str) -> None:
    (output / "seals" / name).write_text("not ours")
    with closing(open_database(output / "reports.db")) as db:
        assert seals.unsealed(db, output) == 0
        assert seals.seal(db, output, newest_run(db), reports=[1]) == output / "seals" / "000003.seal"


@pytest.mark.parametrize("act", ACTS)
def test_what_chance_draws_of_each_kind_is_named(archive: Path, act: str) -> None:
    """A sample of ``python -m tests.falsifications``."""
    tried = falsify(archive, 1, 20, act)
    assert (tried.unnamed, tried.code) == ([], 3), tried.told


@pytest.mark.parametrize("suffix", [".seal", ".records.jsonl.gz"])
def test_a_seal_that_is_none_is_named_and_hides_nothing(output: Path, suffix: str) -> None:
    sql("UPDATE reports SET title = 'x' WHERE id = 1")(output)
    for content in (
        b"",
        b"\xff",
        b"# Fazhi Watch seal 1\n# run\n",
        gzip.compress(b'7\n{"record":"fetch"}\n{"record":[]}\n'),
    ):
        (output / "seals" / f"000001{suffix}").write_bytes(content)
        told = [each.sentence for each in found(output, anew=False)]
        assert any(f"000001{suffix}" in each for each in told), told
        assert any("another title than was sealed" in each for each in told), told
