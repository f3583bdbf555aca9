"""Servers that say that nothing has changed where something has, and listings that lose their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.answers.nights import Nights, Portal, host
from tests.answers.papers import Papers
from tests.answers.server import Asked, Stage, reply

SAME = (("ETag", '"x1"'), ("Last-Modified", "Mon, 05 Jan 2026 08:00:00 GMT"))
PAGES = ("/l/", "/a/2025.html", "/a/2024.html", "/a/2023.html")


def blind(asked: Asked) -> bytes | None:
    """304 for ever, whatever has changed: from the second night on there is one row more, and an edit."""
    if asked.path not in PAGES:
        return None
    if asked.headers.get("if-none-match") or asked.headers.get("if-modified-since"):
        return reply(b"", 304, *SAME, length=None)
    paper, late = Papers(asked.host), asked.night > 1
    if asked.path == "/l/":
        years = (2025, 2024, 2023) if late else (2024, 2023)
        return reply(paper.listing([paper.row(year) for year in years]).encode(), 200, *SAME)
    text = paper.report(int(asked.path[3:7]))
    return reply((text.replace("开展述法1次", "开展述法4次") if late else text).encode(), 200, *SAME)


def honest(asked: Asked) -> bytes | None:
    if asked.path not in PAGES:
        return None
    if asked.headers.get("if-none-match"):
        return reply(b"", 304, *SAME, length=None)
    paper = Papers(asked.host)
    text = paper.listing() if asked.path == "/l/" else paper.report(int(asked.path[3:7]))
    return reply(text.encode(), 200, *SAME)


def shrinking(asked: Asked) -> bytes | None:
    paper = Papers(asked.host)
    years = range(2022, 2025) if asked.night > 1 else range(2015, 2025)
    return reply(paper.listing([paper.row(year) for year in years]).encode()) if asked.path == "/l/" else None


def replaced(title: str, *lists: str) -> Callable[[Asked], bytes | None]:
    """Another page of the site in the listing's place from night 2 on, with the listing's newest rows on it."""

    def other(asked: Asked) -> bytes | None:
        if asked.path != "/l/":
            return None
        paper = Papers(asked.host)
        page = paper.listing([paper.row(year) for year in range(2015, 2025)])
        if asked.night > 1:
            page = paper.listing([paper.row(year) for year in range(2022, 2025)], top="".join(lists))
            page = page.replace("<title>法治政府建设</title>", f"<title>{title}</title>")
        return reply(page.encode())

    return other


MORE = "<ul>{}</ul>".format("".join(f'<li><a href="/xw/{n}.html">本局召开第{n}次全体会议</a></li>' for n in range(30)))
OTHERS = {
    "entry": replaced("法治信息港"),
    "digest": replaced("法治政府建设", MORE),
    "front": replaced("网站首页", MORE),
}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    cases = {"blind": Portal(other=blind), "honest": Portal(other=honest), "shrinking": Portal(other=shrinking)}
    cases |= {name: Portal(other=other) for name, other in OTHERS.items()}
    with Stage() as stage:
        played = Nights(stage, tmp_path_factory.mktemp("validators"))
        played.enter(cases)
        for night in (1, 2, 3, 15, 42):
            played.crawl(night, "--all")
        yield played


def test_a_server_that_always_says_304_is_seen_through(nights: Nights) -> None:
    assert set(nights.reports("blind")) == {2025, 2024, 2023}
    assert "changed" in nights.outcomes("blind", 15, "listing")
    assert nights.versions("blind") == ["source_changed"] * 2
    assert nights.rows("SELECT host FROM hosts WHERE distrusts_304") == [{"host": host("blind")}]


def test_an_honest_server_is_asked_whole_now_and_then_and_believed(nights: Nights) -> None:
    assert "unchanged_304" in nights.outcomes("honest", 3, "listing")
    assert "unchanged" in nights.outcomes("honest", 15, "listing")
    assert nights.versions("honest") == []


def test_a_list_that_lost_most_of_its_rows_is_believed_on_another_day(nights: Nights) -> None:
    assert nights.outcomes("shrinking", 2, "listing") == ["layout_changed"]
    assert nights.codes[2] == 3
    assert nights.outcomes("shrinking", 3, "listing") == ["unchanged"]
    assert len(nights.reports("shrinking")) == 10


@pytest.mark.parametrize("name", OTHERS)
def test_another_page_in_the_place_of_a_list_is_never_believed(nights: Nights, name: str) -> None:
    assert [nights.outcomes(name, night, "listing") for night in (2, 3, 15)] == [["layout_changed"]] * 3
    assert len(nights.reports(name)) == 10
