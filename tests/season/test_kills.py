"""Killed at any instant: nothing lost, nothing twice, and the next run goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.clock import now
from crawler.store import warc
from tests.replica import Replica
from tests.season.kills import Killer

KILLS = 12


def test_a_dozen_kills_leave_what_an_undisturbed_run_leaves(replica: Replica, tmp_path: Path) -> None:
    done = Killer(replica, tmp_path, seed=20250401).run(KILLS)
    assert done.wrong == []
    assert done.kills == KILLS
    assert len(set(done.asked_at_kill)) > 3, "killed at different instants"


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
        assert warc.read(tmp_path, place)[1] == exchange(number).body


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
