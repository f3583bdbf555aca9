"""A run and a host end in time, a host sends no more than its bytes, and a run ends before the disk is full."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import Settings

from cleaning.report import Attachment
from crawler.clock import now
from crawler.context import Context
from crawler.items import FetchedPage
from crawler.middlewares.budgets import Budgets
from crawler.outcome import Outcome
from crawler.pipelines.files import FilesPipeline, Task
from crawler.portals import choose, load_all
from crawler.spiders.reports import ReportsSpider
from crawler.store.database import open_database
from crawler.store.files import StoredFile
from crawler.store.hosts import HostStore
from crawler.store.ledger import Ledger
from crawler.store.listing_rows import ListingRows
from crawler.store.pending import PendingChanges
from crawler.store.run_record import RunRecord
from tests.steps import in_a_loop

HOST = "some.gov.cn"
NONE = {"RUN_SECONDS": 0, "HOST_SECONDS": 0, "BYTES_PER_HOST": 0, "LEAST_FREE_BYTES": 0}


def budgets(folder: Path, **given: Any) -> tuple[Budgets, list[tuple[str, str]]]:
    returned: list[tuple[str, str]] = []

    def give_back(outcome: Outcome, host: str) -> None:
        returned.append((outcome.code, host))

    return Budgets(Settings({"OUTPUT": folder, **NONE, **given}), give_back), returned


@pytest.mark.parametrize(("setting", "code"), [("RUN_SECONDS", "run_deadline"), ("HOST_SECONDS", "host_deadline")])
def test_what_is_left_when_time_is_up_goes_back(tmp_path: Path, setting: str, code: str) -> None:
    async def run() -> None:
        kept, returned = budgets(tmp_path, **{setting: 0.01})
        kept.begin_run()
        kept.begin_host(HOST, 0)
        assert kept.refusal(HOST) is None
        while not returned:
            await asyncio.sleep(0.01)
        refused = kept.refusal(HOST)
        assert refused is not None
        assert (refused.name, refused.code) == ("paused", code)
        assert returned == [(code, HOST if code == "host_deadline" else "")]
        assert (kept.refusal("other.gov.cn") is None) == (code == "host_deadline")

    in_a_loop(run())


def test_the_bytes_of_a_day_count_with_those_of_earlier_runs(tmp_path: Path) -> None:
    kept, _ = budgets(tmp_path, BYTES_PER_HOST=1000)
    kept.begin_host(HOST, 600)
    kept.came(HOST, 399)
    assert kept.refusal(HOST) is None
    kept.came(HOST, 1)
    assert (kept.refusal(HOST) or Outcome("")).code == "byte_budget"
    assert kept.refusal("other.gov.cn") is None


@pytest.mark.parametrize(("free", "code"), [(5_000, ""), (999, "disk_full"), (0, "disk_full")])
def test_a_disk_that_is_nearly_full_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, code: str
) -> None:
    usage = type(shutil.disk_usage(tmp_path))(100_000, 100_000 - free, free)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    kept, returned = budgets(tmp_path, LEAST_FREE_BYTES=500_000_000)
    assert (kept.refusal(HOST) or Outcome("")).code == code
    assert returned == ([(code, "")] if code else [])


def test_a_column_that_comes_due_while_a_run_lasts_is_asked_for_and_not_twice(tmp_path: Path) -> None:
    (portal,) = choose(["liangjiang"], load_all())
    spider = ReportsSpider(portals=[portal])
    with closing(open_database(tmp_path / "reports.db")) as db:
        ledger = Ledger(db, "one")
        parts = {"rows": ListingRows(db), "hosts": HostStore(db), "pending": PendingChanges(db)}
        spider.context = cast(Context, SimpleNamespace(ledger=ledger, **parts))
        RunRecord(db, "one").start("crawl", "")
        ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
        assert list(spider.came_due()) == [], "a portal that the run has not come to"
        spider.begun.append(portal)
        asked = [request.url for request in spider.came_due()]
        assert asked == [column.url for column in portal.columns]
        assert list(spider.came_due()) == [], "under way"
        first = ledger.column(asked[0])
        ledger.note_column_fetch(first.id, Outcome("ok"), now() + timedelta(hours=1))
        assert list(spider.came_due()) == []
        ledger.note_column_fetch(first.id, Outcome("ok"), now() - timedelta(seconds=1))
        assert [request.url for request in spider.came_due()] == asked[:1]


def test_no_more_text_is_kept_of_a_reports_files_than_one_may_have(tmp_path: Path) -> None:
    """Files that unpack to much text: those that fit are kept, one is cut, the others are not even asked for."""
    (portal,) = choose(["liangjiang"], load_all())
    most = {"FILES_PER_REPORT": 50, "FILE_CHARACTERS": 1000, "FILE_CHARACTERS_PER_REPORT": 1500}
    text = "年度执法检查情况表\n".encode() * 300
    with closing(open_database(tmp_path / "reports.db")) as db:
        snapshots = SimpleNamespace(read_record=lambda key: (None, text + str(key).encode()))
        files = SimpleNamespace(known=lambda url: None, fresh=lambda url: int(url[-5]))
        spider = SimpleNamespace(context=SimpleNamespace(db=db, snapshots=snapshots, files=files))
        signals = SimpleNamespace(connect=lambda *_: None)
        pipeline = FilesPipeline(
            cast(Crawler, SimpleNamespace(settings=Settings(most), spider=spider, signals=signals))
        )
        task = Task(cast(FetchedPage, None), portal, {}, 1_000_000, pipeline.text_together)

        async def read() -> list[StoredFile]:
            named = [Attachment(url=f"{portal.home}{number}.txt", name=f"{number}.txt") for number in range(4)]
            return [await pipeline._file(task, each, place) for place, each in enumerate(named)]

        kept = in_a_loop(read())
    assert [each.outcome for each in kept] == ["ok", "ok", "over_limit", "over_limit"]
    assert "1500 characters" in kept[2].reason
    sizes = [len(each.reading.text) for each in kept if each.reading]
    assert 900 < sizes[0] <= 1000
    assert 400 < sizes[1] <= 600
    assert all("truncated" in each.reading.flags for each in kept if each.reading)
