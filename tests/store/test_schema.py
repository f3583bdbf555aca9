"""The schema is made in one step, and its triggers keep texts, their parts and the search index in agreement."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from cleaning.report import Figure, Report, Section
from crawler.store import search
from crawler.store.database import open_database
from crawler.store.observation import Observation
from crawler.store.reports import Reports

URL = "http://www.some.gov.cn/{}.html"


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "reports.db"
    first = open_database(path)
    made = first.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    first.close()
    second = open_database(path)
    assert second.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == made
    assert second.execute("PRAGMA foreign_key_check").fetchall() == []


def figure(body: str, words: str) -> Figure:
    start = body.index(words)
    line_start = body.rfind("\n", 0, start) + 1
    sentence = body[line_start : body.index("。", start) + 1]
    end = start + len(words)
    return Figure(
        "penalty_cases", "行政处罚案件数", 3.0, "件", 3.0, "件", "exact", "annual", None, None, None, sentence, words,
        0, start, end,
    )  # fmt: skip


def report(year: int | None, lines: list[str]) -> Report:
    body = "\n".join(lines)
    sections = [Section(1, "一、", 1, lines[0], "line", "measures", 0, 0, len(body))]
    return Report(
        title=f"{year}年报告", body=body, report_year=year, sections=sections, figures=[figure(body, "办案3件")],
        candidates=[figure(body, "培训3场")], is_report=True,
    )  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Database:
    db = open_database(tmp_path / "reports.db")
    db.table("portals").insert({"name": "some", "title": "某市", "home": "http://www.some.gov.cn/", "platform": "trs"})
    return db


def save(db: Database, name: str, shown: Report) -> tuple[str, int]:
    seen = {"url": name, "fetched": "", "sha256": "", "warc": "w", "offset": 0, "length": 0}
    snapshot = db.table("snapshots").insert(seen).last_pk
    assert isinstance(snapshot, int)
    outcome, key = Reports(db).save(Observation("some", URL.format(name), shown, snapshot))
    return outcome.name, key


def lines(*more: str) -> list[str]:
    return ["一、主要举措", "坚持依法行政。全年办案3件。", "开展培训3场。", *more]


def consistent(db: Database) -> None:
    search.catch_up(db)
    assert search.check(db)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_words_are_shown_from_where_they_stand(db: Database) -> None:
    shown = report(2023, lines())
    save(db, "a", shown)
    assert db.execute("SELECT text FROM sections").fetchall() == [(shown.body,)]
    assert db.execute("SELECT sentence, span FROM figures").fetchall() == [
        (shown.figures[0].sentence, shown.figures[0].span)
    ]
    assert db.execute("SELECT sentence, span FROM candidates").fetchall() == [("开展培训3场。", "培训3场")]


def test_a_text_is_stored_once_and_an_earlier_one_is_kept(db: Database) -> None:
    old, new = report(2023, lines()), report(2023, lines("又及。"))
    save(db, "a", old)
    assert db.execute("SELECT body FROM versions").fetchall() == [(None,)]
    save(db, "b", report(2022, ["一、别的", "全年办案3件。", "培训3场。"]))
    assert save(db, "a", new) == ("changed", 1)
    consistent(db)
    assert db.execute("SELECT body FROM version_texts WHERE report = 1 ORDER BY number").fetchall() == [
        (old.body,),
        (new.body,),
    ]
    assert db.execute("SELECT number, body IS NULL FROM versions WHERE report = 1 ORDER BY number").fetchall() == [
        (1, 0),
        (2, 1),
    ]
    assert db.execute("SELECT text FROM sections WHERE report = 1").fetchall() == [(new.body,)]
    db.execute("DELETE FROM reports WHERE id = 1")
    consistent(db)
    assert db.execute("SELECT report FROM sections UNION ALL SELECT report FROM figures").fetchall() == [(2,), (2,)]


def test_a_new_year_at_an_old_address_is_a_new_report(db: Database) -> None:
    old = report(2023, lines())
    new = report(2024, ["一、工作成效", "去年办案3件。", "组织培训3场。"])
    assert save(db, "a", old) == ("new", 1)
    assert save(db, "a", new) == ("new", 2)
    assert db.execute("SELECT report_year, replaced_by, next_fetch IS NULL FROM reports ORDER BY id").fetchall() == [
        (2023, 2, 1),
        (2024, None, 0),
    ]
    assert db.execute("SELECT count(DISTINCT public_id), count(DISTINCT address) FROM reports").fetchone() == (2, 1)
    assert save(db, "a", new) == ("unchanged", 2)
    assert save(db, "a", old) == ("unchanged", 1), "the page shows the earlier report again"
    assert db.execute("SELECT id, replaced_by FROM reports ORDER BY id").fetchall() == [(1, None), (2, 1)]
    consistent(db)


def test_a_mended_year_is_no_new_report(db: Database) -> None:
    shown = report(2023, lines())
    save(db, "a", shown)
    outcome, key = save(db, "a", replace(shown, report_year=2024, body=shown.body + "又及"))
    assert (outcome, key) == ("changed", 1)
    assert db.execute("SELECT report_year FROM reports").fetchall() == [(2024,)]
