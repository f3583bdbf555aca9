"""The registry: portals nobody has had a good look at, and the commands that keep them apart."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.discovery.hosts import permitted
from crawler.discovery.leads import place_of
from crawler.outcome import bare_host
from crawler.platforms import platforms
from crawler.portals import FOLDER, REGISTRY, Portal, PortalError, choose, file_to_write, load_all
from tests.conftest import Crawls

WATCHED = {"jianghan", "liangjiang", "nanchang", "xuchang", "zengcheng"}
REGISTERED = [portal for portal in load_all(FOLDER).values() if (FOLDER / REGISTRY / f"{portal.name}.yml").exists()]


def test_there_is_a_registry_to_start_with() -> None:
    assert len(REGISTERED) >= 40
    assert {portal.name for portal in load_all(FOLDER).values() if portal.verified} == WATCHED


@pytest.mark.parametrize("portal", REGISTERED, ids=lambda portal: portal.name)
def test_a_registered_portal_can_be_asked(portal: Portal) -> None:
    assert (portal.verified, portal.seen) == (False, "2026-11")
    assert permitted(urlsplit(portal.home).hostname or "")
    for column in portal.columns:
        reader = platforms()[column.platform or portal.platform]
        assert set(column.params) <= set(reader.PARAMS)
        request = reader.first(column.url, {**portal.params, **column.params})
        assert bare_host(request.url) == bare_host(portal.home)


def test_no_column_is_watched_twice() -> None:
    places = Counter(place_of(column.url) for portal in load_all().values() for column in portal.columns)
    assert [place for place, count in places.items() if count > 1] == []


def test_unverified_portals_are_crawled_only_on_demand() -> None:
    portals = load_all()
    assert {portal.name for portal in choose([], portals)} == WATCHED
    assert {portal.name for portal in choose([], portals, unverified=True)} == set(portals)
    assert [portal.name for portal in choose(["rongchang"], portals)] == ["rongchang"]
    assert {portal.name for portal in choose([], portals, "4401")} == {"zengcheng"}
    assert {"gz-swj", "zengcheng"} <= {portal.name for portal in choose([], portals, "4401", unverified=True)}


def test_a_crawl_asks_the_verified_ones_and_portals_lists_them_all(crawls: Crawls) -> None:
    planned = crawls.fazhi("crawl", "--dry-run", "--json").stdout.splitlines()
    assert {json.loads(line)["portal"] for line in planned} == WATCHED
    planned = crawls.fazhi("crawl", "--dry-run", "--json", "--unverified").stdout.splitlines()
    assert {json.loads(line)["portal"] for line in planned} == set(load_all())
    crawls.crawl("--portal", "xuchang")
    listed = [json.loads(line) for line in crawls.fazhi("portals", "--json").stdout.splitlines()]
    assert {line["name"]: line["verified"] for line in listed} == {
        portal.name: portal.verified for portal in load_all().values()
    }
    looks = {line["name"]: line["last_fetch"] for line in listed if line["last_fetch"]}
    assert looks == {"xuchang": "2026-11-22T06:00:00Z"}
    table = crawls.fazhi("portals", FAZHI_NOW="2026-01-10T00:00:00+00:00").stdout
    assert "in season, every day" in table
    assert "not verified (seen 2026-11)" in table
    assert "off season, every 7 days" in crawls.fazhi("portals", FAZHI_NOW="2026-08-10T00:00:00+00:00").stdout
    few = crawls.fazhi("portals", "--verified", "--json").stdout.splitlines()
    assert {json.loads(line)["name"] for line in few} == WATCHED


def test_a_folder_of_ones_own_is_read_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (FOLDER / "nanchang.yml").read_text("utf-8")
    (tmp_path / "mine.yml").write_text(text, "utf-8")
    monkeypatch.setenv("FAZHI_PORTALS", str(tmp_path))
    assert set(load_all()) == {*load_all(FOLDER), "mine"}
    (tmp_path / "nanchang.yml").write_text(text.replace("南昌", "洪城"), "utf-8")
    assert "洪城" in load_all()["nanchang"].title, "one's own stands before the project's"
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "mine.yml").write_text(text, "utf-8")
    with pytest.raises(PortalError, match="same name"):
        load_all()


def test_a_portal_that_came_along_is_amended_among_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own folder may be read-only, and an update overwrites it."""
    assert file_to_write("nanchang") == FOLDER / "nanchang.yml", "a checkout without a folder of one's own"
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("FAZHI_PORTALS", str(own))
    for portal in load_all(FOLDER).values():
        assert file_to_write(portal.name) == own / f"{portal.name}.yml"
    monkeypatch.delenv("FAZHI_PORTALS")
    monkeypatch.setattr("crawler.places.in_checkout", lambda: False)
    monkeypatch.setattr("crawler.places.working_folder", lambda: None)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = file_to_write("nanchang")
    assert not path.is_relative_to(FOLDER), "an installed program"
    path.write_text((FOLDER / "nanchang.yml").read_text("utf-8") + "verified: auto\n", "utf-8")
    assert load_all()["nanchang"].verified == "auto"
    assert file_to_write("nanchang") == path
