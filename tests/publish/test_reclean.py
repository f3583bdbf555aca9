"""Reports computed anew from real WARC records with the real cleaner."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from filelock import FileLock

from cleaning.clean import clean
from cleaning.report import Page
from crawler.clock import now
from crawler.outcome import Outcome
from crawler.store import search
from crawler.store.lookup import changes
from crawler.store.observation import Observation
from crawler.store.snapshots import Snapshots
from crawler.store.warc import Exchange
from tests.store.world import World

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="某市水利局{year}年法治政府建设情况报告">
<meta name="PubDate" content="2026-03-01 09:00">
<title>某市水利局</title></head><body><div class="TRS_Editor">
<p>{year}年,我局深入推进法治政府建设,现将有关情况报告如下:</p>
<p>一、主要举措和成效</p><p>全年办理行政复议案件3件,审查合同20份,开展法治培训5次,依法履行各项水利管理职责。</p>
<p>二、存在的不足和原因</p><p>执法队伍力量不足,业务培训不够经常,原因在于编制有限。</p>
<p>三、下一步安排</p><p>继续落实行政执法三项制度,加强对重大决策的合法性审查,提高依法行政水平。</p>
</div></body></html>"""


class Archive:
    """Reports crawled for real: response in the WARC, then cleaned, then stored."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.run()
        world.portal("mou")
        self.snapshots = Snapshots(world.db, world.path.parent / "warc", "run-1")

    def keep(self, name: str, page: str) -> tuple[str, int]:
        url = f"http://www.mou.gov.cn/{name}.html"
        headers = [("Content-Type", "text/html; charset=utf-8")]
        return url, self.snapshots.keep(
            Exchange(url, "GET", [], b"", 200, "OK", headers, page.encode(), now()), "text/html"
        )

    def crawl(self, name: str = "a", year: int = 2025) -> int:
        page = PAGE.format(year=year)
        url, snapshot = self.keep(name, page)
        report = clean(Page(page.encode(), url))
        assert report.is_report
        outcome, key = self.world.reports.save(
            Observation("mou", url, report, snapshot, "360100", '"tag"', "yesterday")
        )
        self.world.ledger.note_fetch("mou", "report", url, outcome, status=200, snapshot=snapshot)
        return key

    def row(self, key: int) -> dict[str, Any]:
        return next(self.world.db.query("SELECT * FROM reports WHERE id = ?", [key]))


@pytest.fixture
def archive(world: World) -> Archive:
    return Archive(world)


def read_badly(archive: Archive, key: int) -> None:
    """Make the store look as an earlier cleaner would have left it."""
    with archive.world.db.atomic():
        archive.world.db.table("reports").update(key, {"body": "旧", "body_sha256": "old", "issuer": "旧名"})
        archive.world.db.execute("DELETE FROM section_spans WHERE report = ?", [key])


def test_a_better_cleaner_makes_a_version_and_no_news(archive: Archive, fazhi: Callable[..., Result]) -> None:
    key = archive.crawl()
    good = archive.row(key)
    read_badly(archive, key)
    archive.world.at("2026-06-01")
    result = fazhi("reclean", "--json")
    assert result.exit_code == 0
    (told,) = map(json.loads, result.output.splitlines())
    assert (told["report"], told["body_changed"], told["facts"]) == (key, True, {"issuer": ["旧名", good["issuer"]]})
    assert told["parts"]["sections"][0] == 0 < told["parts"]["sections"][1]
    assert archive.row(key) == good
    reasons = archive.world.db.execute("SELECT reason, body = ? FROM version_texts ORDER BY number", [good["body"]])
    assert reasons.fetchall() == [("first", 1), ("cleaner_changed", 1)]
    assert [change.kind for change in changes(archive.world.db)] == ["new"]


def test_the_same_cleaner_changes_nothing(archive: Archive, fazhi: Callable[..., Result]) -> None:
    key = archive.crawl()
    before = archive.row(key)
    archive.world.at("2026-06-01")
    result = fazhi("reclean")
    assert result.output == "1 reports computed anew: 0 texts read otherwise, 0 otherwise changed, 0 could not be\n"
    assert archive.row(key) == before


def test_a_dry_run_stores_nothing(archive: Archive, fazhi: Callable[..., Result]) -> None:
    key = archive.crawl()
    read_badly(archive, key)
    assert "text; issuer '旧名' →" in fazhi("reclean", "--dry-run").output
    assert archive.row(key)["body"] == "旧"


@pytest.mark.parametrize("damage", ["gone", "cut", "garbage"])
def test_a_missing_record_is_named_and_the_rest_is_done(
    archive: Archive, fazhi: Callable[..., Result], tmp_path: Path, damage: str
) -> None:
    lost = archive.crawl("a", 2024)
    archive.snapshots = Snapshots(archive.world.db, tmp_path / "warc", "run-2")
    kept = archive.crawl("b", 2025)
    read_badly(archive, lost)
    read_badly(archive, kept)
    file = tmp_path / "warc" / "fazhi-run-1.warc.gz"
    content = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(content[:20] if damage == "cut" else b"\0" * len(content))
    result = fazhi("reclean", "--json")
    told = {each["report"]: each for each in map(json.loads, result.output.splitlines())}
    assert result.exit_code == 3
    assert told[lost]["problem"].startswith("missing_record: snapshot 1 at byte ")
    assert "of fazhi-run-1.warc.gz cannot be read: " in told[lost]["problem"]
    assert told[kept]["body_changed"]
    assert (archive.row(lost)["body"], archive.row(kept)["body"] != "旧") == ("旧", True)


def test_a_page_once_refused_is_read_again_if_it_is_a_report_now(
    archive: Archive, fazhi: Callable[..., Result]
) -> None:
    archive.world.row("mou", "某市水利局2025年法治政府建设情况报告")
    url, snapshot = archive.keep("row", PAGE.format(year=2025))
    other, blank = archive.keep("other", "<html><body><p>会议新闻</p></body></html>")
    archive.world.row("mou", "会议新闻", name="other")
    for address, bytes_seen in ((url, snapshot), (other, blank)):
        archive.world.ledger.note_fetch("mou", "report", address, Outcome("not_a_report"), snapshot=bytes_seen)
        archive.world.ledger.decide_row(address, "refused", "other", "not a report")
    assert f"to be read again: 某市水利局2025年法治政府建设情况报告 {url}" in fazhi("reclean").output
    assert [row.url for row in archive.world.ledger.pending_rows("mou")] == [url]


def test_only_the_report_asked_for(archive: Archive, fazhi: Callable[..., Result]) -> None:
    first, second = archive.crawl("a", 2024), archive.crawl("b", 2025)
    read_badly(archive, first)
    read_badly(archive, second)
    assert fazhi("reclean", "--report", str(second)).exit_code == 0
    assert (archive.row(first)["body"], archive.row(second)["body"] != "旧") == ("旧", True)
    assert "no report fits '77'" in fazhi("reclean", "--report", "77").output


def test_a_run_that_is_writing_is_not_disturbed(archive: Archive, fazhi: Callable[..., Result], tmp_path: Path) -> None:
    archive.crawl()
    with FileLock(tmp_path / ".lock"):
        result = fazhi("reclean")
    assert result.exit_code == 75
    assert "wait until it ends" in result.output


def contents(path: Path) -> list[str]:
    """Everything a database holds, its search index included."""
    with closing(sqlite3.connect(path)) as conn:
        search.register(conn)
        return list(conn.iterdump())


def test_more_processes_make_the_same_database(
    archive: Archive, fazhi: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [archive.crawl(f"page{number}", 2000 + number) for number in range(26)]
    for key in keys[::2]:
        read_badly(archive, key)
    archive.world.db.execute('UPDATE snapshots SET "offset" = 7 WHERE id = ?', [keys[3]])
    archive.world.at("2026-06-01")
    archive.world.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    outputs = {}
    for processes in ("1", "3"):
        folder = tmp_path / processes
        folder.mkdir()
        shutil.copy(archive.world.path, folder)
        (folder / "warc").symlink_to(tmp_path / "warc")
        monkeypatch.setattr("crawler.settings.OUTPUT", folder)
        result = fazhi("reclean", "--json", "--processes", processes)
        assert result.exit_code == 3
        outputs[processes] = (result.output, contents(folder / "reports.db"))
    assert len(outputs["1"][0].splitlines()) == 14
    assert outputs["1"] == outputs["3"]
    assert outputs["1"][1] != contents(archive.world.path)
