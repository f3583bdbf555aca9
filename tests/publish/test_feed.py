"""The feed as a feed reader sees it, and the same changes in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest
from click.testing import Result
from lxml import etree

from crawler.clock import now
from crawler.publish.feed import write_feed
from crawler.store.lookup import changes, newest
from crawler.store.observation import body_digest
from tests.store.world import World

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def past(world: World) -> World:
    """One report that was edited and put back, one that vanished, one that only the cleaner reads otherwise."""
    world.run()
    world.portal("mou")
    for day, body in (("2026-03-01", "罚款3万元。"), ("2026-03-02", "罚款5万元。"), ("2026-03-05", "罚款3万元。")):
        world.at(day)
        world.report("mou", issuer="某市生态环境局", title="某市2025年法治政府建设情况报告", body=body)
    gone = world.report("mou", name="b", issuer="某市水利局", published="2026-03-04", report_year=2024)
    for day in ("2026-03-06", "2026-03-07"):
        world.at(day)
        world.missing(gone)
    snapshot = world.db.execute("SELECT max(snapshot) FROM versions WHERE report = 1").fetchone()[0]
    world.report("mou", body="罚款3万元。好", snapshot=snapshot, title="某市2025年法治政府建设情况报告")
    return world.at("2026-03-08")


def read(world: World) -> Any:
    path = world.path.with_name("feed.atom")
    write_feed(world.db, path, now())
    return feedparser.parse(path.read_bytes())


def test_a_feed_reader_sees_what_is_new_changed_and_gone(past: World) -> None:
    feed = read(past)
    assert not feed.bozo
    assert [(entry.title, entry.updated) for entry in feed.entries] == [
        ("已撤下：某市水利局2024年法治政府建设年度报告", "2026-03-06T19:00:00+00:00"),
        ("新发布：某市水利局2024年法治政府建设年度报告", "2026-03-04T19:00:00+00:00"),
        ("已修改：某市2025年法治政府建设情况报告", "2026-03-04T19:00:00+00:00"),
        ("已修改：某市2025年法治政府建设情况报告", "2026-03-01T19:00:00+00:00"),
        ("新发布：某市2025年法治政府建设情况报告", "2026-02-28T19:00:00+00:00"),
    ]
    assert feed.feed.updated == feed.entries[0].updated
    assert feed.entries[3].link == "http://www.mou.gov.cn/a.html"
    assert "罚款<del>3</del><ins>5</ins>万元。" in feed.entries[3].content[0].value
    assert all(entry.published == entry.updated for entry in feed.entries)
    ids = [entry.id.removeprefix("tag:fazhi-watch.invalid,2026:") for entry in feed.entries]
    (gone, first, again, changed, new) = ids
    digests = [body_digest(body)[:16] for body in ("罚款3万元。", "罚款5万元。")]
    assert (new, changed) == tuple(f"version-{digest}/https://mou.gov.cn/a.html" for digest in digests)
    assert again == f"version-{digests[0]}-2/https://mou.gov.cn/a.html", "the text it had before"
    assert gone == first.replace("version-", "gone-2026-03-06-")
    assert "links" not in feed.feed, "nobody knows where the file is shown"


def test_with_a_room_entries_lead_there(past: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_ROOM", "https://room.example/fazhi/")
    feed = read(past)
    assert [(link.rel, link.href) for link in feed.feed.links] == [
        ("self", "https://room.example/fazhi/reports/feed.atom")
    ]
    gone, *_, new = feed.entries
    assert gone.link == "https://room.example/fazhi/reports/reports/2", "to the kept text"
    assert new.link == "https://room.example/fazhi/reports/versions/1"
    assert "http://www.mou.gov.cn/a.html" in new.content[0].value


def test_the_file_has_what_atom_demands(past: World) -> None:
    path = past.path.with_name("feed.atom")
    write_feed(past.db, path, now())
    root = etree.fromstring(path.read_bytes())
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, (element.tag, name)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None


def test_ids_and_bytes_stay_the_same_until_something_happens(past: World) -> None:
    path = past.path.with_name("feed.atom")
    assert write_feed(past.db, path, now())
    before = path.read_bytes()
    assert not write_feed(past.db, path, now() + timedelta(days=30))
    past.at("2026-04-10")
    past.report("mou", name="c", title="新")
    assert write_feed(past.db, path, now())
    old, new = (feedparser.parse(content) for content in (before, path.read_bytes()))
    assert [entry.id for entry in new.entries[1:]] == [entry.id for entry in old.entries]


def test_an_empty_feed_is_valid_and_never_changes(world: World) -> None:
    feed = read(world)
    assert (feed.bozo, feed.entries, feed.feed.updated) == (False, [], "1970-01-01T00:00:00+00:00")


def test_what_xml_cannot_hold_is_left_out(world: World) -> None:
    world.run()
    world.portal("mou")
    world.report("mou", name='甲?q="<x>&%E4', title="题\x00\x1b[31m<b>&\ufffe目")
    feed = read(world)
    assert not feed.bozo
    assert "目" in feed.entries[0].title
    assert feed.entries[0].link == "http://www.mou.gov.cn/%E7%94%B2?q=%22%3Cx%3E&%E4.html"


def test_a_reader_never_sees_half_a_feed(past: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = past.path.with_name("feed.atom")
    path.write_text("old")

    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="no space"):
        write_feed(past.db, path, now())
    assert path.read_text() == "old"
    assert [each.name for each in path.parent.iterdir() if "feed" in each.name] == ["feed.atom"]


def test_the_newest_are_the_first_of_all(past: World) -> None:
    everything = changes(past.db)
    for count in range(1, 8):
        assert newest(past.db, count) == everything[:count]
    assert newest(past.db, 9, until="2026-03-04T18:59:59Z") == everything[3:]


def test_who_is_reading_the_old_feed_reads_it_to_its_end(past: World) -> None:
    path = past.path.with_name("feed.atom")
    write_feed(past.db, path, now())
    before = path.read_bytes()
    with path.open("rb") as reader:
        past.at("2026-04-10").report("mou", name="c", title="新")
        assert write_feed(past.db, path, now())
        assert reader.read() == before != path.read_bytes()


@pytest.mark.parametrize(
    ("since", "kinds"),
    [
        ("2026-03-05", ["gone", "new", "changed"]),
        ("2026-03-05T03:00:00+08:00", ["gone", "new", "changed"]),
        ("2026-03-05T03:00:01+08:00", ["gone"]),
        ("36h", ["gone"]),
        ("3d", ["gone", "new", "changed"]),
        ("2w", ["gone", "new", "changed", "changed", "new"]),
        ("2027-01-01", []),
    ],
)
def test_changes_since_a_day_or_for_some_time(
    past: World, fazhi: Callable[..., Result], since: str, kinds: list[str]
) -> None:
    result = fazhi("changes", "--since", since, "--json")
    assert [json.loads(line)["kind"] for line in result.output.splitlines()] == kinds


def test_changes_in_the_terminal(past: World, fazhi: Callable[..., Result]) -> None:
    assert "2026-03-07 03:00 gone 2 mou" in " ".join(fazhi("changes").output.split())
    shown = " ".join(fazhi("changes", "--since", "2026-03-01T00:00+00:00").output.split())
    assert "when (UTC)" in shown
    assert "2026-03-06 19:00 gone 2 mou" in shown
    assert "nothing new, changed or gone since" in fazhi("changes", "--since", "1h").output
    result = fazhi("changes", "--since", "yesterday")
    assert (result.exit_code, "is neither a date such as 2026-03-01 nor a duration" in result.output) == (2, True)


def test_without_a_database_the_next_step_is_named(
    fazhi: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.settings.OUTPUT", tmp_path / "none")
    result = fazhi("changes")
    assert result.exit_code == 1
    assert "run 'fazhi crawl' first" in result.output
    assert not (tmp_path / "none").exists()
