"""Replay files hold the records as they came, where their index says; what WACZ demands is there."""

from __future__ import annotations

import json
import shutil
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator

from crawler.publish import wacz
from crawler.store import warc
from crawler.store.lookup import replayed
from tests.conftest import Crawls
from tests.publish.packed import addresses, files_of
from tests.replica import Replica, filed


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Replica(day=1, more=filed.all_sites()) as replica:
        crawls = Crawls(replica, tmp_path_factory.mktemp("replayed") / "output")
        crawls.crawl("--portal", "dt", "--portal", "nanchang")
        yield crawls


def replay(archive: Crawls, folder: Path, *chosen: str) -> dict[str, bytes]:
    """The files of a replay file that the command wrote."""
    done = archive.fazhi("export", str(folder), "--format", "wacz", *chosen)
    assert done.returncode == 0, done.stderr
    return files_of(folder / "fazhi.wacz")


def test_all_a_portal_a_run_and_a_report_can_be_replayed(archive: Crawls, tmp_path: Path) -> None:
    everything = [row["url"] for row in archive.rows("SELECT url FROM snapshots")]
    files = replay(archive, tmp_path / "all")
    assert sorted(addresses(files)) == sorted(everything)
    pages = [json.loads(line) for line in files["pages/pages.jsonl"].decode().splitlines()]
    titles = {row["url"]: row["title"] for row in archive.rows("SELECT url, title FROM reports")}
    assert {page["url"]: page["title"] for page in pages[1:]} == titles
    (run,) = archive.rows("SELECT id FROM runs")
    assert sorted(addresses(replay(archive, tmp_path / "run", "--run", run["id"]))) == sorted(everything)
    portal = addresses(replay(archive, tmp_path / "portal", "--portal", "nanchang"))
    assert 0 < len(portal) < len(everything)
    (row,) = archive.rows("SELECT report, url FROM attachments WHERE sha256 IS NOT NULL AND member = '' LIMIT 1")
    one = addresses(replay(archive, tmp_path / "one", "--report", str(row["report"])))
    assert row["url"] in one
    assert len(one) < len(everything)
    assert archive.fazhi("export", str(tmp_path / "none"), "--format", "wacz", "--portal", "x").returncode == 2
    assert archive.fazhi("export", str(tmp_path / "none"), "--format", "wacz", "--run", "x").returncode == 2
    assert archive.fazhi("export", str(tmp_path / "none"), "--format", "wacz", "--report", "999").returncode == 1
    assert archive.fazhi("export", str(tmp_path / "none"), "--portal", "nanchang").returncode == 2


def test_what_is_not_as_it_was_written_is_left_out_and_told(archive: Crawls, tmp_path: Path) -> None:
    """Other bytes, another address, places that lead out of the folder: nothing of it comes into the file."""
    output = shutil.copytree(archive.output, tmp_path / "output")
    whole = len(archive.rows("SELECT id FROM snapshots"))
    (path,) = warc.files(output / "warc")
    (tmp_path / "outside.warc.gz").write_bytes(path.read_bytes())
    (output / "warc" / "linked.warc.gz").symlink_to(tmp_path / "outside.warc.gz")
    changes = [
        "sha256 = 'x'",
        "url = 'http://x/'",
        "warc = 'linked.warc.gz'",
        "warc = '..'",
        "length = -1",
        '"offset" = 3',
    ]
    with closing(Database(output / "reports.db")) as db, db.atomic():
        for key, change in enumerate(changes, start=1):
            db.execute(f"UPDATE snapshots SET {change} WHERE id = ?", [key])
    copy = Crawls(archive.replica, output)
    done = copy.fazhi("export", str(tmp_path / "out"), "--format", "wacz")
    assert done.returncode == 3
    assert f"{len(changes)} records cannot be read" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["fazhi.wacz"]
    assert len(addresses(replay(archive, tmp_path / "all"))) == whole
    with zipfile.ZipFile(tmp_path / "out" / "fazhi.wacz") as packed:
        assert len(addresses({name: packed.read(name) for name in packed.namelist()})) == whole - len(changes)


def test_an_index_of_many_members_is_one_sorted_index(
    archive: Crawls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wacz, "LINES", 4)
    with closing(archive.db) as db:
        packed = wacz.write_wacz(replayed(db), archive.output / "warc", tmp_path / "small.wacz")
    with zipfile.ZipFile(tmp_path / "small.wacz") as file:
        files = {name: file.read(name) for name in file.namelist()}
    assert len(addresses(files)) == packed.records > 4
    assert len(files["indexes/index.idx"].splitlines()) == 2 + (packed.records - 1) // 4


def test_the_first_record_says_who_wrote_the_file(archive: Crawls) -> None:
    with warc.files(archive.output / "warc")[0].open("rb") as stream:
        record = next(iter(ArchiveIterator(stream)))
        text = record.content_stream().read().decode()
    said = dict(line.split(": ", 1) for line in text.splitlines() if line)
    assert record.rec_type == "warcinfo"
    assert said["software"].startswith("Fazhi Watch/")
    assert said["robots"] == "obeyed (RFC 9309)"
    assert said["operator"]
    assert "Fazhi" in said["http-header-user-agent"]
