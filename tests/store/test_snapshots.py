"""Bytes are kept once, and kept again where they were lost."""

from __future__ import annotations

import gzip
import random
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.clock import now
from crawler.store.database import open_database
from crawler.store.extract import extract
from crawler.store.reader import Reader
from crawler.store.snapshots import SHARED, Snapshots
from crawler.store.warc import Exchange
from tests.store.world import World


def test_bytes_that_were_lost_are_kept_again(tmp_path: Path) -> None:
    answer = Exchange("http://www.mou.gov.cn/a.html", "GET", [], b"", 200, "OK", [], b"text", now())
    with closing(open_database(tmp_path / "reports.db")) as db, closing(Snapshots(db, tmp_path / "warc", "1")) as kept:
        first = kept.keep(answer, "text/html")
        assert kept.keep(answer, "text/html") == first
        (tmp_path / "warc" / kept.warc_name).write_bytes(b"")
        assert not kept.whole(first)
        second = kept.keep(answer, "text/html")
        assert second != first
        assert kept.read_record(second)[1] == b"text"
        assert kept.keep(answer, "text/html") == second


def answer(url: str, body: bytes, packed: str = "") -> Exchange:
    return Exchange(url, "GET", [], b"", 200, "OK", [("Content-Encoding", packed)] if packed else [], body, now())


@pytest.mark.parametrize("size", [SHARED - 1, SHARED])
def test_a_large_body_is_kept_once_for_all_addresses(tmp_path: Path, size: int) -> None:
    """Each address reads it by the headers that came there."""
    body = gzip.compress(random.Random(1).randbytes(size), 0)[: size - 8] + bytes(8)
    with closing(open_database(tmp_path / "reports.db")) as db, closing(Snapshots(db, tmp_path / "warc", "1")) as kept:
        first, second = (kept.keep(answer(f"http://{name}.gov.cn/", body), "") for name in "ab")
        assert kept.read_record(first)[1] == kept.read_record(second)[1] == body
        assert (kept.row(second)["refers_to"] == first) is (size >= SHARED)
        assert (kept.row(second)["length"] < 2000) is (size >= SHARED)
        third = kept.keep(answer("http://c.gov.cn/", body, "gzip"), "")
        headers, unpacked = kept.read_record(third)
        assert headers.get_header("Content-Encoding") == "gzip"
        assert unpacked != body


def test_another_machine_is_given_the_body_a_due_page_refers_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path / "reports.db", monkeypatch)
    world.run()
    for name in ("some", "mou"):
        world.portal(name)
    body = random.Random(1).randbytes(SHARED)
    with closing(Snapshots(world.db, tmp_path / "warc", "1")) as kept:
        first = kept.keep(answer("http://www.some.gov.cn/a.html", body), "")
    with closing(Snapshots(world.db, tmp_path / "warc", "2")) as kept:
        second = kept.keep(answer("http://www.mou.gov.cn/a.html", body), "")
    report = world.report("mou", snapshot=second)
    world.at("2026-04-05")
    (tmp_path / "sent").mkdir()
    extract(world.path, tmp_path / "warc", ["mou"], ["mou.gov.cn"], tmp_path / "sent" / "reports.db")
    with closing(Database(tmp_path / "sent" / "reports.db")) as db:
        assert Snapshots(db, tmp_path / "sent" / "warc", "x").read_record(second)[1] == body
        assert [row["id"] for row in db.query("SELECT id FROM snapshots")] == [first, second]
    with closing(Reader(world.path, tmp_path / "warc")) as reader:
        assert reader.archives([report]) == ["fazhi-1.warc.gz", "fazhi-2.warc.gz"]
    world.db.close()
