"""The parts of a report are written again only where they read otherwise."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from cleaning.report import Report, Section
from crawler.store.database import open_database
from crawler.store.observation import Observation
from crawler.store.reports import Reports


def save(db: Database, number: int, body: str) -> None:
    sections = [Section(1, "一、", 1, "主要举措", "line", "measures", 0, 0, body.index("\n"))]
    report = Report(title=f"第{number}号", body=body, report_year=2016, sections=sections, is_report=True)
    Reports(db).save(Observation("some", f"http://www.some.gov.cn/{number}.html", report, None))


def test_parts_that_read_as_before_keep_their_rows(tmp_path: Path) -> None:
    db = open_database(tmp_path / "reports.db")
    db.table("portals").insert({"name": "some", "title": "某市", "home": "http://www.some.gov.cn/", "platform": "trs"})
    save(db, 1, "同样的一节。\n旧的结尾。")
    save(db, 2, "另一篇。\n完。")
    save(db, 1, "同样的一节。\n旧的结尾。")
    assert list(db.execute("SELECT id, report, text FROM sections ORDER BY id")) == [
        (1, 1, "同样的一节。"),
        (2, 2, "另一篇。"),
    ]
    save(db, 1, "改过的一节。\n新的结尾。")
    assert list(db.execute("SELECT id, report, text FROM sections ORDER BY id")) == [
        (2, 2, "另一篇。"),
        (3, 1, "改过的一节。"),
    ]
