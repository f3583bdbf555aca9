"""The portal's own search: what no menu leads to is found by it, within the budget and only where robots.txt allows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.discovery.conftest import Adds
from tests.discovery.hidden import COLUMN, ENDPOINTS, SNIPPETS, host, sites
from tests.replica import Replica


@pytest.fixture(scope="module")
def hidden() -> Iterator[Replica]:
    with Replica(day=1, more=sites()) as replica:
        yield replica


@pytest.fixture
def adds(hidden: Replica, tmp_path: Path) -> Adds:
    hidden.reset_counts()
    return Adds(hidden, tmp_path / "output")


@pytest.mark.parametrize("dialect", [name for name in SNIPPETS if name != "closed"])
def test_a_column_no_menu_names_is_found_by_the_portals_search(adds: Adds, dialect: str) -> None:
    result = adds.add(f"http://{host(dialect)}/")
    (candidate,) = result["candidates"]
    assert candidate["url"] == f"http://{host(dialect)}{COLUMN}"
    assert len(candidate["reports"]) == 2
    asked = [tried for tried in result["tried"] if tried["url"].partition("?")[0].endswith(ENDPOINTS[dialect])]
    assert [tried["outcome"] for tried in asked] == ["search"]
    assert "the portal's own search" in asked[0]["why"]
    assert result["requests"] == adds.replica.count() <= 9


def test_a_search_robots_txt_closes_is_not_asked(adds: Adds) -> None:
    result = adds.add(f"http://{host('closed')}/", code=3)
    assert result["candidates"] == []
    assert [tried["outcome"] for tried in result["tried"] if "own search" in tried["why"]] == ["robots_denied"]
    assert not [request.url for request in adds.replica.requests if "/search" in request.url]
