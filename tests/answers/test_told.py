"""What a run says of portals it did not or could not look at, and the exit codes that follow from it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.answers.nights import Nights, Portal
from tests.answers.papers import Papers
from tests.answers.server import Asked, Stage, reply


def failing(asked: Asked) -> bytes | None:
    return reply(b"", 500) if asked.night == 1 else None


def dead_link(asked: Asked) -> bytes | None:
    paper = Papers(asked.host)
    rows = [paper.row(2024), paper.row(2019, "/a/lost.html")]
    return reply(paper.listing(rows).encode()) if asked.path == "/l/" else None


CASES = {"fine": Portal(), "failing": Portal(listing=failing), "deadlink": Portal(other=dead_link)}


@pytest.fixture
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    with Stage() as stage:
        played = Nights(stage, tmp_path_factory.mktemp("told"))
        played.enter(CASES)
        yield played


def test_a_portal_left_alone_is_told_and_counts(nights: Nights) -> None:
    nights.crawl(1, names=["fine"])
    assert nights.codes[1] == 0
    nights.crawl(1, names=["fine", "failing"])
    assert nights.codes[1] == 3
    nights.crawl(1, hours=0.5)
    lines = {line["portal"]: line["outcome"] for line in nights.results[1]["lines"] if line["report_year"] is None}
    assert nights.codes[1] == 3
    assert lines["failing"].startswith("left alone until 10:0")
    assert lines["failing"].endswith(": server_error")
    assert lines["fine"].startswith("not due until 2026-01-2")
    assert "not to be had (gone: the page is not there (404))" in lines["deadlink"]

    planned = nights.fazhi(1, "crawl", "--dry-run", "--json", "--portal", "failing", hours=0.6)
    assert "server_error" in json.loads(planned.stdout)["left_alone"][0]
    checked = nights.fazhi(1, "check", "failing", hours=0.6)
    assert ", left alone until 10:0" in checked.stdout
    assert checked.returncode == 3


def test_cron_is_told_once(nights: Nights) -> None:
    nights.crawl(1, names=["fine", "failing"])
    first = nights.fazhi(1, "crawl", "--portal=fine", "--portal=failing", hours=0.5)
    again = nights.fazhi(1, "crawl", "--portal=fine", "--portal=failing", hours=0.6)
    assert (first.returncode, again.returncode) == (3, 3)
    assert "left alone until" in first.stdout
    assert again.stdout == ""
    later = nights.fazhi(2, "crawl", "--portal=fine", "--portal=failing", hours=2)
    assert later.returncode == 0
    assert "new" in later.stdout


def test_a_second_run_is_busy(nights: Nights) -> None:
    from filelock import FileLock

    nights.crawl(1, names=["fine"])
    with FileLock(nights.folder / "output" / ".lock"):
        assert nights.fazhi(1, "crawl", "--portal=fine").returncode == 75
