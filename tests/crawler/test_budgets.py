"""A run and a host end in time, a host sends no more than its bytes, and a run ends before the disk is full."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from crawler.middlewares.budgets import Budgets
from crawler.outcome import Outcome

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

    asyncio.run(run())


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
