"""Bytes are kept once, and kept again where they were lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from crawler.clock import now
from crawler.store.database import open_database
from crawler.store.snapshots import Snapshots
from crawler.store.warc import Exchange


def test_bytes_that_were_lost_are_kept_again(tmp_path: Path) -> None:
    answer = Exchange("http://www.mou.gov.cn/a.html", "GET", [], b"", 200, "OK", [], b"text", now())
    with closing(open_database(tmp_path / "reports.db")) as db, closing(Snapshots(db, tmp_path / "warc", "1")) as kept:
        first = kept.keep(answer, "text/html")
        assert kept.keep(answer, "text/html") == first
        (tmp_path / "warc" / kept.warc_name).write_bytes(b"")
        assert not kept.whole(first)
        second = kept.keep(answer, "text/html")
        assert second != first
        assert kept.read(second)[1] == b"text"
        assert kept.keep(answer, "text/html") == second
