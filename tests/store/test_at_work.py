"""A page over which runs die is counted before it is worked on; a run that ends in order holds nothing against it."""

from __future__ import annotations

from pathlib import Path

from crawler.store.at_work import AtWork
from crawler.store.database import open_database

URL = "http://www.some.gov.cn/a.html"


def test_each_run_that_died_counts_once(tmp_path: Path) -> None:
    db = open_database(tmp_path / "reports.db")
    counts = []
    for night in range(4):
        run = AtWork(db, f"run{night}")
        counts.append(run.begin(URL)[0])
        assert run.begin(URL)[0] == counts[-1]
    assert counts == [0, 1, 2, 3]
    last = AtWork(db, "run4")
    last.begin(URL)
    last.done(URL)
    assert AtWork(db, "run5").begin(URL) == (0, "")


def test_a_run_that_is_stopped_is_no_death(tmp_path: Path) -> None:
    db = open_database(tmp_path / "reports.db")
    AtWork(db, "run0").begin(URL)
    for night in range(1, 4):
        run = AtWork(db, f"run{night}")
        assert run.begin(URL)[0] == 1
        run.stopped()
    AtWork(db, "other").begin(URL + "?2")
    AtWork(db, "other").stopped()
    assert [row["url"] for row in db.query("SELECT url FROM at_work")] == [URL]
