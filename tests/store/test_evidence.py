"""Evidence: what is damaged is found and said, and a backup is whole at any time."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.store import warc
from tests import starter
from tests.conftest import Crawls
from tests.replica import Replica


@pytest.fixture(scope="module")
def archive(session_replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One crawl's output, which tests copy."""
    session_replica.clear_modes()
    session_replica.day = 1
    crawls = Crawls(session_replica, tmp_path_factory.mktemp("evidence") / "output")
    crawls.crawl("--portal", "nanchang")
    return crawls.output


@pytest.fixture
def copy(archive: Path, replica: Replica, tmp_path: Path) -> Crawls:
    shutil.copytree(archive, tmp_path / "output")
    return Crawls(replica, tmp_path / "output")


def sql(crawls: Crawls, statement: str) -> None:
    db = Database(crawls.output / "reports.db")
    with db.atomic():
        db.execute(statement)
    db.close()


def the_file(crawls: Crawls) -> Path:
    return next((crawls.output / "warc").rglob("*.warc.gz"))


def findings(crawls: Crawls) -> list[dict[str, Any]]:
    done = crawls.fazhi("verify", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == (3 if any(not each["harmless"] for each in found) else 0), done.stderr
    return found


def test_all_is_as_written(copy: Crawls) -> None:
    done = copy.fazhi("verify")
    assert done.returncode == 0, done.stdout
    assert "all as written" in done.stdout
    assert done.stderr == ""


def keys(crawls: Crawls) -> list[int]:
    return [row["id"] for row in crawls.rows("SELECT id FROM reports")]


def test_what_was_changed_is_found_and_said(copy: Crawls) -> None:
    sql(copy, "UPDATE reports SET title = title || '(修订)'")
    found = findings(copy)
    shown = {each["place"] for each in found if each["kind"] == "shown"}
    assert shown == {f"report {key}" for key in keys(copy)}
    assert [each["kind"] for each in found].count("sealed") == len(shown)
    assert all("(修订)" in each["sentence"] or "has another title" in each["sentence"] for each in found)


def test_a_record_that_was_cut_off_is_told_and_harmless(copy: Crawls) -> None:
    """Unless the file was sealed before: then nobody but a keeper wrote on."""
    with the_file(copy).open("ab") as stream:
        stream.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff")
    assert {(each["kind"], each["harmless"]) for each in findings(copy)} == {("torn_end", True), ("sealed_file", False)}
    shutil.rmtree(copy.output / "seals")
    sql(copy, "DELETE FROM seals")
    (found,) = findings(copy)
    assert found["harmless"]
    assert "10 bytes of a record that was cut off" in found["sentence"]


def test_a_backup_grows_is_checked_and_comes_back(copy: Crawls, tmp_path: Path) -> None:
    first = copy.fazhi("backup", str(tmp_path / "backup"))
    assert first.returncode == 0, first.stderr
    copy.crawl("--portal", "zengcheng", now="2026-11-23T06:00:00+00:00")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "backup" / "warc").rglob("*.gz")}
    again = copy.fazhi("backup", str(tmp_path / "backup"))
    assert again.returncode == 0, again.stderr
    assert {path: path.stat().st_mtime_ns for path in before} == before, "what was there is not written again"
    nothing = copy.fazhi("backup", str(tmp_path / "backup"))
    assert " 0 kB new" in nothing.stdout
    refused = copy.fazhi("restore", str(tmp_path / "backup"))
    assert refused.returncode == 1
    assert "is not overwritten" in refused.stderr
    back = Crawls(copy.replica, tmp_path / "back")
    restored = back.fazhi("restore", str(tmp_path / "backup"))
    assert restored.returncode == 0, restored.stderr
    everything = "SELECT url, title, body, first_seen, next_fetch FROM reports ORDER BY id"
    assert back.rows(everything) == copy.rows(everything)
    assert back.fazhi("verify").returncode == 0
    for path in (copy.output / "seals").iterdir():
        assert (back.output / "seals" / path.name).read_bytes() == path.read_bytes()
    copy.replica.reset_counts()
    back.crawl("--portal", "zengcheng", "--all", now="2026-11-24T06:00:00+00:00")
    assert not [seen for seen in copy.replica.requests if "/post_" in seen.url and seen.status == 200]


def test_a_damaged_archive_does_not_replace_a_good_backup(copy: Crawls, tmp_path: Path) -> None:
    copy.fazhi("backup", str(tmp_path / "backup"))
    good = (tmp_path / "backup" / "reports.db").read_bytes()
    for folder in (copy.output, copy.output / "warc", copy.output.parent):
        assert "name another place" in copy.fazhi("backup", str(folder)).stderr
    assert copy.fazhi("backup").returncode == 2, "no folder is named, and FAZHI_BACKUP names none"
    sql(copy, "UPDATE snapshots SET sha256 = 'x'")
    done = copy.fazhi("backup", str(tmp_path / "backup"))
    assert done.returncode == 1
    assert "is not whole" in done.stderr
    assert (tmp_path / "backup" / "reports.db").read_bytes() == good
    the_file(copy).write_bytes(b"")
    assert "only grow" in copy.fazhi("backup", str(tmp_path / "backup")).stderr


def test_backups_taken_while_a_crawl_writes_are_whole(crawls: Crawls, tmp_path: Path) -> None:
    crawls.crawl("--portal", "jianghan")
    process = starter.start("crawl", "--all", environment=crawls.environment(FAZHI_NOW="2026-11-23T06:00:00+00:00"))
    try:
        taken = 0
        while process.poll() is None or not taken:
            if process.poll() is None and crawls.replica.count() < 12 + 8 * taken:
                time.sleep(0.01)
                continue
            done = crawls.fazhi("backup", str(tmp_path / "backup"))
            assert done.returncode == 0, done.stderr
            assert Crawls(crawls.replica, tmp_path / "backup").fazhi("verify").returncode == 0
            taken += 1
    finally:
        process.wait(60)
    assert process.returncode == 0


def test_five_words_are_no_record(tmp_path: Path) -> None:
    """The WARC library takes them for the head of a record in the older ARC format."""
    (tmp_path / "a.warc.gz").write_bytes(b"http://www.mou.gov.cn/ 192.0.2.1 20260101000000 text/html 0\n\n\n")
    with pytest.raises(ValueError, match=r"^a.warc.gz: no response record at byte 0"):
        warc.read_record(tmp_path, warc.Place("a.warc.gz", 0, 60))
