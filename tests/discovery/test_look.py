"""``fazhi check --look``: a redesign, a moved column and a dead host are told apart, and the new file is proposed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.portals import choose, load
from tests.discovery.conftest import Adds
from tests.discovery.shifting import HOST, NEW, OLD, site
from tests.replica import Replica

HOME = f"http://{HOST}/"


@pytest.fixture(scope="module")
def shifting() -> Iterator[Replica]:
    with Replica(day=1, more=[site()]) as replica:
        yield replica


@pytest.fixture(scope="module")
def added(shifting: Replica, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal as it was added and crawled on day 1."""
    shifting.day = 1
    adds = Adds(shifting, tmp_path_factory.mktemp("added") / "output")
    adds.add(HOME, "--yes", "--name", "donghe")
    return adds.output.parent


@pytest.fixture
def watched(added: Path, shifting: Replica, tmp_path: Path) -> Iterator[Adds]:
    """A copy of it, on day 1."""
    shifting.day = 1
    shifting.clear_modes()
    shifting.reset_counts()
    yield Adds(shifting, Path(shutil.copytree(added, tmp_path / "copy")) / "output")
    shifting.clear_modes()


def look(adds: Adds, code: int, name: str = "donghe") -> dict[str, Any]:
    adds.replica.reset_counts()
    done = adds.fazhi("check", name, "--look", "--json")
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    assert result["requests"] == adds.replica.count() <= 40
    return result


def applied(adds: Adds, result: dict[str, Any]) -> str:
    """The portal file with the proposed diff worked in, checked by loading it."""
    path = adds.portals / "donghe.yml"
    minus = [line[1:] for line in result["diff"].splitlines()[2:] if line.startswith("-")]
    plus = [line[1:] for line in result["diff"].splitlines()[2:] if line.startswith("+")]
    text = path.read_text("utf-8")
    assert "\n".join(minus) in text
    path.write_text(text.replace("\n".join(minus), "\n".join(plus)), "utf-8")
    return load(path).columns[0].url


def test_a_portal_that_is_well_costs_one_request(watched: Adds) -> None:
    result = look(watched, 0)
    (column,) = result["columns"]
    assert (column["state"], column["reports_on_the_page"], result["diff"]) == ("well", 2, "")
    assert result["requests"] == 1


@pytest.mark.parametrize("day", [2, 3])
def test_a_moved_column_is_followed(watched: Adds, day: int) -> None:
    watched.replica.day = day
    result = look(watched, 3)
    (column,) = result["columns"]
    assert (column["state"], column["url"], column["platform"]) == ("moved", f"http://{HOST}{NEW}", "vsb")
    assert ("redirects" in column["sentence"]) == (day == 2)
    assert ("breadcrumb" in column["sentence"]) == (day == 3)
    assert result["requests"] <= 4
    assert applied(watched, result) == f"http://{HOST}{NEW}"
    assert look(watched, 0)["columns"][0]["state"] == "well"


def test_a_column_nobody_names_is_searched_from_the_home_page(watched: Adds) -> None:
    watched.replica.day = 3
    watched.replica.set_mode(HOST, "status_404", path="/info/")
    result = look(watched, 3)
    (column,) = result["columns"]
    assert (column["state"], column["url"]) == ("moved", f"http://{HOST}{NEW}")
    assert "found by" in column["sentence"]


def test_a_redesign_is_no_move(watched: Adds) -> None:
    watched.replica.day = 4
    result = look(watched, 3)
    (column,) = result["columns"]
    assert (column["state"], column["url"], column["platform"]) == ("redesigned", f"http://{HOST}{OLD}", "ucap")
    assert "-platform: vsb" in result["diff"]
    assert "+platform: ucap" in result["diff"]
    assert not result["diff"].count("-  - url")


@pytest.mark.parametrize(
    ("mode", "state"),
    [("timeout", "dead_host"), ("reset", "dead_host"), ("status_412", "not_looked"), ("status_503", "not_looked")],
)
def test_a_dead_host_and_a_wall_are_no_move(watched: Adds, mode: str, state: str) -> None:
    watched.replica.set_mode(HOST, mode)
    result = look(watched, 3)
    assert [column["state"] for column in result["columns"]] == [state]
    assert result["diff"] == ""
    assert result["requests"] <= 2


def test_a_page_of_another_site_is_not_taken_for_the_column(watched: Adds) -> None:
    path = watched.portals / "donghe.yml"
    path.write_text(path.read_text("utf-8").replace("6299000099", "6299000098"), "utf-8")
    (column,) = look(watched, 3)["columns"]
    assert column["state"] == "identity_mismatch"
    assert "6299000099" in column["sentence"]


def test_an_unverified_portal_that_is_well_may_lose_the_mark(watched: Adds) -> None:
    path = watched.portals / "donghe.yml"
    path.write_text(path.read_text("utf-8") + "verified: false\n", "utf-8")
    assert "-verified: false" in look(watched, 0)["diff"]


def test_a_look_settles_a_portal_nobody_had_looked_at(watched: Adds) -> None:
    path = watched.portals / "donghe.yml"
    path.write_text(path.read_text("utf-8") + "verified: false\n", "utf-8")
    assert watched.fazhi("check", "donghe", "--look", "--write").returncode == 0
    assert load(path).verified is True
    path.write_text(path.read_text("utf-8") + "verified: false\n", "utf-8")
    watched.replica.set_mode(HOST, "reset")
    assert watched.fazhi("check", "donghe", "--look", "--write").returncode == 3
    dropped = load(path)
    assert "cannot be reached" in dropped.dropped
    others = {"donghe": dropped, "other": dropped.model_copy(update={"dropped": ""})}
    assert dropped not in choose([], others, unverified=True)


def test_nothing_is_written_and_people_can_read_it(watched: Adds) -> None:
    watched.replica.day = 2
    before = (watched.portals / "donghe.yml").read_text("utf-8")
    done = watched.fazhi("check", "donghe", "--look")
    assert done.returncode == 3
    assert f"the column has moved to http://{HOST}{NEW}" in done.stdout
    assert f"+  - url: http://{HOST}{NEW}" in done.stdout
    assert (watched.portals / "donghe.yml").read_text("utf-8") == before
    assert watched.fazhi("check", "--look").returncode == 2
