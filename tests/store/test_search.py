"""Search finds exactly what a scan of all texts finds, whatever is asked and however the texts came to change."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from operator import add
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlite_utils import Database

from cleaning.report import Report
from cleaning.text.normalize import plain
from crawler.store import pairs, search
from crawler.store.observation import Observation
from crawler.store.reports import Reports
from tests.store import corpus

BODIES = corpus.texts(150)
QUERIES = corpus.queries(BODIES, 400)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "reports.db"
    corpus.fill(path, BODIES).close()
    return path


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    db = Database(path)
    yield db
    db.close()


def found(db: Database, query: str) -> set[int]:
    sql = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH zh_match(?)"
    return {row[0] for row in db.execute(sql, [query])}


def scanned(db: Database, query: str) -> set[int]:
    """What LIKE finds for the words of a query."""

    def like(term: str) -> set[int]:
        pattern = "%" + plain(term).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        sql = "SELECT report FROM search_texts WHERE title LIKE ?1 ESCAPE '\\' OR text LIKE ?1 ESCAPE '\\'"
        return {row[0] for row in db.execute(sql, [pattern])}

    asked = pairs.parse(query)
    groups = [set().union(*map(like, group)) for group in asked.wanted]
    return set.intersection(*groups).difference(*map(like, asked.unwanted))


# Bodies made to be confused, and what is asked of them: full-width signs, digits inside numbers, Latin in either
# case, words over the end of a paragraph, signs of every query language, and the end of a text.
TRAPS = (
    "罚款2.59万元，ＶＯＣｓ与VOCs。\n第二段：１２３45，100%完成。",
    "罚款159万元；vocs、PM2.5和PM10。\n行政\n处罚",
    "行 政 处 罚\u3000全角空格，“引号”《书名》〔2024〕1号",
    "NEAR(行政 处罚) AND OR NOT body:罚 罚* ^罚 {罚} a_b a%b \\ ' \"",
    "同意见。意见。见",
    "é Ä ß İ ı ﬀ Ⅳ ① ㎡ 𠮷野家 龦",
)
TRAP_QUERIES = """
2.59万元 59万元 9万 万元 159万元 59 5 . 2. .5 2.5 PM2.5 PM1 0 00% % _ a_b a%b 45 １２３ １ 3 3²
ＶＯＣｓ VOCs vocs Vocs V v s与 s、 。 ，Ｖ 段：１ 行政 政处 处罚 罚 罚* ^罚 {罚} body:罚 NEAR( NEAR AND OR NOT ) * \\ '
“引 引号” 《书名》 书名 〔2024〕 2024 〔 1号 意见 见 见。 。意 意见。见 同意见。意见。见
é e É Ä ä ß ss İ i ı I ﬀ f ff Ⅳ IV ① 1 ㎡ m 𠮷 𠮷野 吉野 野家 龦 龦龦
"""
TRAP_PHRASES = (
    '"行政\n处罚"',
    '"政\n处"',
    '"行 政"',
    '"。\n第"',
    '"处 罚\u3000全"',
    '"\n"',
    '" "',
    '"。\n"',
    '"行政 处罚"',
)


def test_traps(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", [f"开头。\n{body}" for body in TRAPS])
    asked = [query for query in (*TRAP_QUERIES.split(), *TRAP_PHRASES) if pairs.terms(query)]
    answers = {query: (found(db, query), scanned(db, query)) for query in asked}
    assert {query: sets for query, sets in answers.items() if sets[0] != sets[1]} == {}
    assert len(answers) > 100
    assert answers["处罚"][0] == {2, 4}
    assert answers['"行政\n处罚"'][0] == {2}
    assert sum(not sets[0] for sets in answers.values()) < len(answers) / 3


def test_equals_a_scan(db: Database) -> None:
    wrong = {query: (found(db, query), scanned(db, query)) for query in QUERIES if pairs.terms(query)}
    assert len(wrong) >= 380
    assert {query: sets for query, sets in wrong.items() if sets[0] != sets[1]} == {}
    sizes = {len(sets[1]) for sets in wrong.values()}
    assert 0 in sizes
    assert max(sizes) == len(BODIES)
    assert len(sizes) > 20


@given(st.text(max_size=12), st.text(min_size=1, max_size=4))
@example("é", "e")
@example("A", "a")
@example("ﬀ", "f")
@example("İ", "i")
@example("法\x00治", "法")
@example("\ue0ff\ue00a\uf8ff\n", "\ue00a")
@example("\n\uf8ff", "\uf8ff")
def test_any_characters(text: str, query: str) -> None:
    """``contains`` and the index agree on any text; SQLite keeps no text beyond a NUL character in LIKE."""
    text, query = (value.encode("utf-8", "replace").decode() for value in (text, query))
    conn = sqlite3.connect(":memory:")
    search.register(conn)
    conn.execute("CREATE VIRTUAL TABLE fts USING fts5(text, tokenize='ascii')")
    conn.execute("INSERT INTO fts VALUES (zh_pairs(?))", [text])
    indexed = conn.execute("SELECT count(*) FROM fts WHERE fts MATCH zh_match(?)", [query]).fetchone()[0] == 1
    conn.close()
    assert indexed == pairs.contains(text, query)


@pytest.mark.parametrize("query", ["", " ", "\u3000", '"', '""', '" "', "  \n"])
def test_a_query_without_words_finds_nothing_and_is_no_error(db: Database, query: str) -> None:
    assert found(db, query) == scanned(db, query) if pairs.terms(query) else found(db, query) == set()


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        ('a "b c" d a', [["a"], ["b c"], ["d"]], []),
        ("a OR b c", [["a", "b"], ["c"]], []),
        ("a 或 “b c” | d", [["a", "b c", "d"]], []),
        ("a -b －“c d”", [["a"]], ["b", "c d"]),
        ("复议 OR 诉讼 -纠错", [["复议", "诉讼"]], ["纠错"]),
        ("OR a OR", [["OR"], ["a"]], []),
        ("或 a-b -", [["或"], ["a-b"], ["-"]], []),
        ('"-a" "OR" b', [["-a"], ["OR"], ["b"]], []),
        ("-a", [], ["a"]),
    ],
)
def test_how_a_query_is_read(query: str, wanted: list[list[str]], unwanted: list[str]) -> None:
    assert pairs.parse(query) == pairs.Query(tuple(map(tuple, wanted)), tuple(unwanted))


def test_follows_changes_and_deletions(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", ["旧的文本。\n第二段。", "别的文本。\n第二段。"])
    reports = Reports(db)
    changed = Report(title="新标题", body="崭新的内容。\n第二段。", report_year=2016, is_report=True)
    reports.save(Observation("some", "http://www.some.gov.cn/0.html", changed, None))
    assert (found(db, "旧的"), found(db, "崭新"), found(db, "新标题")) == (set(), {1}, {1})
    db.execute("DELETE FROM reports WHERE id = 1")
    assert found(db, "第二段") == {2}
    assert search.check(db)


def test_rolled_back_writes_leave_no_trace(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", ["甲乙丙。\n第二段。"])
    db.execute("BEGIN")
    db.execute("UPDATE reports SET body = '丁戊己' WHERE id = 1")
    assert found(db, "戊己") == {1}
    db.conn.rollback()
    assert (found(db, "戊己"), found(db, "乙丙")) == (set(), {1})


def test_stock_tools_count_and_dump_the_index_and_do_not_take_it_for_theirs(tmp_path: Path) -> None:
    corpus.fill(tmp_path / "reports.db", BODIES[:20]).close()
    with closing(sqlite3.connect(tmp_path / "reports.db")) as plain:
        names = [row[0] for row in plain.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        counts = {name: plain.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
        assert counts["reports_fts"] == counts["reports"] == 20
        assert any("CREATE VIRTUAL TABLE" in line for line in plain.iterdump())
        assert Database(plain).table("reports").detect_fts() is None


def test_a_rebuild_that_knows_no_pairs_is_found_and_mended(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", BODIES[:20])
    before = {query: found(db, query) for query in QUERIES[:60]}
    assert search.check(db)
    db.execute("INSERT INTO reports_fts (reports_fts) VALUES ('rebuild')")
    assert not search.check(db)
    search.rebuild(db)
    assert search.check(db)
    assert {query: found(db, query) for query in QUERIES[:60]} == before


def test_a_writer_without_the_functions_fails_loudly_and_a_reader_needs_none(tmp_path: Path) -> None:
    corpus.fill(tmp_path / "reports.db", ["涉及行政复议案件。\n第二段。"]).close()
    plain = sqlite3.connect(tmp_path / "reports.db")
    with pytest.raises(sqlite3.OperationalError, match="zh_pairs"):
        plain.execute("UPDATE reports SET body = 'x'")
    rows = plain.execute("SELECT rowid FROM reports_fts WHERE reports_fts MATCH '\"行政 政复 复议\"'").fetchall()
    plain.close()
    assert rows == [(1,)]


def test_index_is_no_larger_than_half_again_the_text(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", corpus.texts(600, lines=25))
    search.rebuild(db)
    text = db.execute("SELECT sum(length(CAST(title || body AS BLOB))) FROM reports").fetchone()[0]
    index = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%_fts%'").fetchone()[0]
    assert index <= 1.5 * text


def test_a_report_is_searched_once_its_group_is_indexed(tmp_path: Path) -> None:
    """Index and view agree while reports wait, and a waiting report may be changed or deleted."""
    db = corpus.fill(tmp_path / "reports.db", ["已经入库。\n第二段。"])
    reports = Reports(db)
    for number in (7, 8, 9):
        report = Report(title=f"第{number}号", body=f"等待{number}。\n第二段。", report_year=2016, is_report=True)
        reports.save(Observation("some", f"http://www.some.gov.cn/{number}.html", report, None))
    assert (found(db, "等待"), found(db, "第二段")) == (set(), {1})
    db.execute("DELETE FROM reports WHERE id = 3")
    db.execute("UPDATE reports SET body = '改了等待。' WHERE id = 2")
    assert search.check(db)
    search.catch_up(db)
    assert (found(db, "等待"), found(db, "改了"), found(db, "已经")) == ({2, 4}, {2}, {1})
    assert search.check(db)


def test_the_key_of_the_last_report_may_be_drawn_again(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", ["第一篇。\n第二段。", "第二篇。\n第二段。"])
    db.execute("DELETE FROM reports WHERE id = 2")
    report = Report(title="新的", body="又一篇。\n第二段。", report_year=2016, is_report=True)
    _, key = Reports(db).save(Observation("some", "http://www.some.gov.cn/9.html", report, None))
    assert key == 2
    assert found(db, "第二段") == {1}
    search.catch_up(db)
    assert (found(db, "第二段"), found(db, "第二篇")) == ({1, 2}, set())
    assert search.check(db)


def test_many_reports_are_indexed_while_they_come(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", [f"第{number}篇。\n完" for number in range(search.GROUP + 20)])
    search.rebuild(db)
    again = Reports(db)
    for number in range(search.GROUP + 20):
        report = Report(title="后来", body=f"后来{number}。", report_year=2016, is_report=True)
        again.save(Observation("some", f"http://www.some.gov.cn/later/{number}.html", report, None))
    assert len(found(db, "后来")) == search.GROUP


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=30))
@example("\xad")  # nothing is left of a soft hyphen
@example("Ａ，。、“”《》〔2024〕\n　１２ＡbC")
def test_woven_pairs_are_the_pairs(text: str) -> None:
    codes = [pairs._CODE[character] for character in plain(text)]
    assert pairs.pairs(text) == " ".join(map(add, codes, [*codes[1:], ""]))


def test_rebuild_mends_a_broken_index(tmp_path: Path) -> None:
    db = corpus.fill(tmp_path / "reports.db", BODIES[:5])
    db.execute("INSERT INTO reports_fts (reports_fts) VALUES ('delete-all')")
    assert not search.check(db)
    assert search.rebuild(db) == 5
    assert search.check(db)
    assert found(db, "年法治政府") == {1, 2, 3, 4, 5}


def test_sqlite_utils_search_reads_chinese(path: Path) -> None:
    db = Database(path)
    for query in ("行政复议", "法治 建设", "2.59万元", "处罚", "《行政处罚法》"):
        command = [sys.executable, "-m", "sqlite_utils", "search", str(path), "reports", query, "-c", "id", "--csv"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        assert {int(line) for line in done.stdout.split()[1:]} == scanned(db, query), query
    db.close()


def test_snippet_marks_the_hit() -> None:
    text = "前" * 200 + "涉及行政复议案件3件，" + "后" * 200
    shown = pairs.snippet(text, "行政复议", 60)
    assert "涉及【行政复议】案件3件" in shown
    assert len(shown) <= 64
    assert pairs.snippet(text, "诉讼") == ""
    assert pairs.snippet(None, "诉讼") == ""


def test_a_million_equal_characters() -> None:
    text = "法" * 1_000_000
    assert pairs.contains(text, "法" * 400)
    assert len(pairs.hits(text, "法 法法")) > 0
    assert pairs.snippet(text, "法法").startswith("【法法】")


@given(st.text(alphabet=st.sampled_from("ＡＢｃ０１２３年度abc012行政，。⾏⾃"), min_size=1, max_size=20))
def test_other_forms_of_a_character_are_found_and_keep_their_place(text: str) -> None:
    assert len(plain(text)) == len(text)
    for query in (text, plain(text)):
        assert pairs.hits(text, f'"{query}"') == [(0, len(text))]
        assert pairs.match(f'"{query}"') == pairs.match(f'"{plain(text)}"')


def test_like_finds_the_plain_form_in_any_tool(tmp_path: Path) -> None:
    corpus.fill(tmp_path / "reports.db", ["共办理１２件ＶＯＣｓ案件。\n完。", "办理12件。\n完。"]).close()
    with closing(sqlite3.connect(tmp_path / "reports.db")) as stock:
        like = "SELECT report FROM search_texts WHERE text LIKE '%12件%' ORDER BY 1"
        assert stock.execute(like).fetchall() == [(1,), (2,)]
        kept = stock.execute("SELECT body_folded FROM reports ORDER BY id").fetchall()
    assert kept == [("共办理12件VOCs案件。\n完。",), (None,)]
