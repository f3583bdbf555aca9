"""Paragraphs that reports share: who joins whom, and that the count of each family stays that of its members."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlite_utils import Database

from cleaning.report import Report
from crawler.store import paragraphs, search
from crawler.store.database import open_database
from crawler.store.observation import Observation
from crawler.store.reports import Reports

OURS = (
    "全年受理群众来信来访二百余件次，逐件登记、限期回复，疑难事项由分管负责同志包案化解，办结率和满意率均比上年提高，"
    "未发生因处置不当引起的越级信访。"
)
OTHER = (
    "组织开展河湖水域岸线专项整治，拆除违规构筑物十七处，恢复岸线三公里，并会同水利部门建立常态化巡查制度，巡查结果按月"
    "向社会公布，接受群众监督和舆论监督。"
)


def edited(text: str, signs: int, seed: int = 1) -> str:
    """The text with some characters replaced."""
    dice, letters = random.Random(seed), list(text)
    for place in dice.sample(range(len(letters)), signs):
        letters[place] = chr(dice.randrange(0x4E00, 0x9FA0))
    return "".join(letters)


@pytest.fixture
def reports(tmp_path: Path) -> Reports:
    db = open_database(tmp_path / "reports.db")
    db.table("portals").insert({"name": "some", "title": "某市", "home": "http://www.some.gov.cn/", "platform": "trs"})
    return Reports(db)


def save(reports: Reports, number: int, *lines: str, published: str | None = None) -> int:
    body = "\n".join((f"某局第{number}年报告", *lines))
    report = Report(title=f"第{number}号", body=body, issuer=f"第{number}局", published=published, is_report=True)
    key = reports.save(Observation("some", f"http://www.some.gov.cn/{number}.html", report, None))[1]
    reports.indexing.finish()
    return key


def families(db: Database) -> list[set[int]]:
    """The reports of each family, after a look at its count."""
    rows = db.execute("SELECT id, reports FROM paragraph_families").fetchall()
    found = []
    for key, count in rows:
        members = {row[0] for row in db.execute("SELECT report FROM paragraph_spans WHERE family = ?", [key])}
        assert len(members) == count > 0
        found.append(members)
    assert db.execute("SELECT count(*) FROM paragraphs_waiting").fetchone()[0] == 0
    return sorted(found, key=min)


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        (OURS, True),
        (edited(OURS, 1), True),
        (edited(OURS, 3), True),
        (f"　　{OURS[:20]} {OURS[20:]}", True),
        (OURS.replace("，", "﹐"), True),
        (edited(OURS, 35), False),
        (OTHER, False),
        (OURS[:30], False),
    ],
    ids=["equal", "a letter", "three letters", "blanks", "other signs", "half", "another", "too short"],
)
def test_near_equal_paragraphs_are_one_family(reports: Reports, second: str, joined: bool) -> None:
    one, two = save(reports, 1, OURS), save(reports, 2, second)
    assert ({one, two} in families(reports.db)) is joined


def test_families_follow_texts_dates_and_deletions(reports: Reports) -> None:
    db = reports.db
    one, two, three = (save(reports, n, OURS, OTHER, published=f"2025-0{n}-01") for n in (3, 2, 1))
    assert families(db) == [{one, two, three}] * 2
    first = "SELECT report, family FROM paragraph_spans ORDER BY family, day LIMIT 1"
    assert db.execute(first).fetchone()[0] == three
    db.execute("UPDATE reports SET published = '2026-01-01' WHERE id = ?", [three])
    assert db.execute(first).fetchone()[0] == two
    save(reports, 3, OTHER, edited(OURS, 35))
    assert {two, three} in families(db)
    assert {one} in families(db)
    db.execute("DELETE FROM reports WHERE id = ?", [two])
    before = families(db)
    assert before == [{one, three}, {one}, {three}] or before == [{one}, {one, three}, {three}]
    with db.atomic():
        search.rebuild(db)
    assert sorted(map(sorted, families(db))) == sorted(map(sorted, before))


def test_only_so_much_of_a_text_is_compared(reports: Reports) -> None:
    dice = random.Random(2)
    lines = ["".join(chr(dice.randrange(0x4E00, 0x9FA0)) for _ in range(60)) for _ in range(paragraphs.MOST + 5)]
    save(reports, 1, *lines)
    assert len(families(reports.db)) == paragraphs.MOST
