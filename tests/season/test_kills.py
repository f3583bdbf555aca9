"""Killed at any instant: nothing lost, nothing twice, and the next run goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crawler.clock import now
from crawler.store import warc
from tests.conftest import ROOT, Crawls
from tests.replica import Replica, filed
from tests.season.disk import Disk, NoDisk
from tests.season.kills import KILLS, ON_DISK, Killer


@pytest.fixture(scope="module")
def killer(session_replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> Killer:
    """Knows what an undisturbed run leaves as soon as one test has found it out."""
    return Killer(session_replica, tmp_path_factory.mktemp("kills"), 0)


def test_kills_leave_what_an_undisturbed_run_leaves(killer: Killer, replica: Replica) -> None:
    done = killer.again(20250401, KILLS).run(6)
    assert done.wrong == []
    assert done.kills == 6
    assert len(set(done.asked_at_kill)) > 3, "killed at different instants"


def test_kills_leave_every_file_read_and_nothing_half(tmp_path: Path) -> None:
    """Struck while reports that are files are fetched and read."""
    sites = [site for site in filed.all_sites() if site.host == "www.tjjh.gov.cn"]
    with Replica(day=1, more=sites) as replica:
        killer = Killer(replica, tmp_path, 20250402, portals=("--portal", "tjjh"))
        held = killer.undisturbed(1)[0]["attachments"]
        done = killer.run(2)
    assert {method for *_, method in held} == {"pdf_text", "ofd", "docx", ""}
    assert done.wrong == []
    assert done.kills == 2


def test_a_locked_database_ends_the_run_with_a_sentence_and_loses_nothing(killer: Killer, replica: Replica) -> None:
    done = killer.again(3, ["locked"]).run(2)
    assert done.wrong == []
    assert done.kills == 2


def test_a_full_and_a_failing_disk_end_the_run_with_a_sentence_and_lose_nothing(
    killer: Killer, replica: Replica, tmp_path: Path
) -> None:
    try:
        with Disk(tmp_path) as disk:
            done = killer.again(8, ON_DISK, disk).run(4)
    except NoDisk as error:
        pytest.skip(f"no disk that can be filled or made to fail: {error}")
    assert done.wrong == []
    assert all(done.struck[kind] for kind in ON_DISK), done


def test_a_file_that_may_not_grow_ends_with_the_last_whole_record(tmp_path: Path) -> None:
    """A limit of file sizes stands in for a full disk where none can be mounted."""
    script = f"""
import resource, signal, sys
from pathlib import Path
from crawler.store import warc
from tests.season.test_kills import exchange
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file = warc.WarcFile(Path({str(tmp_path)!r}), "limit")
for number in range(1, 9):
    file.write(exchange(number))
resource.setrlimit(resource.RLIMIT_FSIZE, (file.path.stat().st_size + 700, resource.RLIM_INFINITY))
try:
    for number in range(9, 99):
        file.write(exchange(number))
except OSError as error:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(error)
    file.write(exchange(1))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "File too large" in done.stdout, done.stderr
    places, torn = warc.check(tmp_path / "fazhi-limit.warc.gz")
    assert torn == 0
    assert len(places) > 1 + 2 * 8
    assert warc.read_record(tmp_path, places[-2])[1] == exchange(1).body


def exchange(number: int) -> warc.Exchange:
    url = f"http://www.example.gov.cn/{number}.html"
    body = f"第{number}页,".encode() * (500 * number)
    return warc.Exchange(url, "GET", [], b"", 200, "OK", [("Content-Type", "text/html")], body, now())


@pytest.mark.parametrize("cut", [1, 7, 200, 1000])
def test_a_record_that_was_cut_off_hides_none_before_it(tmp_path: Path, cut: int) -> None:
    with warc.WarcFile(tmp_path, "torn") as file:
        places = [file.write(exchange(number)) for number in (1, 2, 3)]
    whole, torn = warc.check(file.path)
    assert ([place for place in whole if place in places], torn) == (places, 0)
    last = whole[-1]
    content = file.path.read_bytes()
    file.path.write_bytes(content[: last.offset + last.length - min(cut, last.length - 1)])
    kept, torn = warc.check(file.path)
    assert kept == whole[:-1]
    assert torn == last.length - min(cut, last.length - 1)
    for number, place in enumerate(places, 1):
        assert warc.read_record(tmp_path, place)[1] == exchange(number).body


def test_a_file_of_nothing_and_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.warc.gz"
    path.write_bytes(b"")
    assert warc.check(path) == ([], 0)
    with warc.WarcFile(tmp_path, "damaged") as file:
        file.write(exchange(1))
    content = bytearray(file.path.read_bytes())
    content[0] ^= 0xFF
    file.path.write_bytes(content)
    with pytest.raises(ValueError, match="damaged in the record at byte 0"):
        warc.check(file.path)


def test_the_next_run_says_that_a_record_was_cut_off(crawls: Crawls) -> None:
    """Once: the run after it has nothing to say."""
    crawls.crawl("--portal", "zengcheng")
    (path,) = warc.files(crawls.output / "warc")
    db = crawls.db
    db.execute("UPDATE runs SET finished = NULL")
    db.conn.commit()
    db.close()
    with path.open("ab") as file:
        file.write(path.read_bytes()[:100])
    for said in (True, False):
        done = crawls.fazhi("crawl", "--portal", "zengcheng", FAZHI_NOW="2026-11-22T07:00:00+00:00")
        assert done.returncode == 0, done.stderr
        assert (f"{path.name} ends with 100 bytes of a record that was cut off" in done.stderr) is said
