"""Listings through sockets: a few habits of portals over three nights; the crossed forms stand in tests/listings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tests.answers.nights import Nights, Portal, host
from tests.answers.papers import Papers
from tests.answers.server import Asked, Stage, reply

SIX = (2024, 2023, 2022, 2021, 2020, 2019)


def half(name: str, years: Sequence[int], foot: str, charset: str = "utf-8") -> Portal:
    """A portal whose listing shows its first three years on ``/l/`` and the rest on ``/l/index_2.html``."""

    def page(asked: Asked, part: Sequence[int]) -> bytes:
        paper = Papers(asked.host)
        rows = [paper.row(year) for year in part]
        return reply(paper.listing(rows, foot=foot, charset=charset).encode(charset))

    def other(asked: Asked) -> bytes | None:
        return page(asked, years[3:]) if asked.path.startswith("/l/index_2") else None

    return Portal(years, listing=lambda asked: page(asked, years[:3]), other=other)


def growing(asked: Asked) -> bytes:
    """An ascending list of one page that states its total and grows on the second night."""
    paper = Papers(asked.host)
    years = [2021, 2022, 2023] if asked.night == 1 else [2021, 2022, 2023, 2024]
    return reply(paper.listing([paper.row(year) for year in years], foot=f"共{len(years)}条").encode())


def sessions(asked: Asked) -> bytes:
    """Each answer gives its rows another session's id."""
    paper = Papers(asked.host)
    rows = [paper.row(year, f"/a/{year}.html;jsessionid={asked.night}A{year}") for year in (2024, 2023)]
    return reply(paper.listing(rows).encode())


def news_instead(asked: Asked) -> bytes | None:
    """On the second night other rows stand in the list's place, as many as it has and older than its last look."""
    rows = [f'<li><a href="/n/{at}.html">第{at}次调度会</a><span>2026-01-{at:02}</span></li>' for at in range(1, 19)]
    return reply(Papers(asked.host).listing(rows).encode()) if asked.night == 2 else None


def half_written(asked: Asked) -> bytes | None:
    """On the second night the page stops behind its third row, and its stated length is true."""
    paper = Papers(asked.host)
    page = paper.listing([paper.row(year) for year in SIX])
    return reply(page[: page.index(paper.row(2021))].encode()) if asked.night == 2 else None


SELECT = (
    '<select onchange="location=this.value"><option value="/l/">1</option>'
    '<option value="/l/index_2.html">2</option></select><p>共2页</p>'
)
PORTALS = {
    "select": half("select", SIX, SELECT),
    "opaque": half("opaque", SIX, '<a href="javascript:;" onclick="$p.forward(this)">下一页</a><p>共6条</p>'),
    "growing": Portal((2024, 2023, 2022, 2021), listing=growing),
    "sessions": Portal(listing=sessions),
    "replaced": Portal(SIX, listing=news_instead),
    "stopped": Portal(SIX, listing=half_written),
}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    with Stage() as stage:
        played = Nights(stage, tmp_path_factory.mktemp("listings"))
        played.enter(PORTALS)
        for night in (1, 2):
            played.crawl(night)
        played.crawl(3, names=["replaced", "stopped"])
        yield played


@pytest.mark.parametrize(
    ("name", "years"), [("select", SIX), ("growing", (2024, 2023, 2022, 2021)), ("sessions", (2024, 2023))]
)
def test_every_report_is_stored_once(nights: Nights, name: str, years: Sequence[int]) -> None:
    assert set(nights.reports(name)) == set(years)
    assert nights.versions(name) == []
    assert len(nights.rows("SELECT 1 FROM listing_rows WHERE portal = ?", name)) == len(years)


def test_a_pager_that_cannot_be_followed_is_trouble_each_night(nights: Nights) -> None:
    for night in (1, 2):
        assert nights.outcomes("opaque", night, "listing") == ["partly_read"]
    assert [nights.codes[night] for night in (1, 2)] == [3, 3]
    (told,) = nights.rows(
        "SELECT reason_params ->> '$.text' AS said FROM fetches WHERE outcome = 'partly_read' LIMIT 1"
    )
    assert "3 of 6 rows" in told["said"]


def test_a_quiet_night_asks_for_one_listing_page(nights: Nights) -> None:
    for name in ("select", "sessions"):
        assert nights.stage.paths(host(name), 2).count("/l/") == 1
        assert not [path for path in nights.stage.paths(host(name), 2) if "index_2" in path]


@pytest.mark.parametrize(("name", "seen"), [("replaced", "layout_changed"), ("stopped", "partly_read")])
def test_a_list_that_lost_its_rows_for_a_night_is_trouble_that_night_alone(
    nights: Nights, name: str, seen: str
) -> None:
    assert [nights.outcomes(name, night, "listing") for night in (1, 2, 3)] == [["changed"], [seen], ["unchanged"]]
    assert nights.codes[3] == 0
    assert set(nights.reports(name)) == set(SIX)
    assert [row["kind"] for row in nights.rows("SELECT kind FROM changes WHERE portal = ?", name)] == ["new"] * len(SIX)
    assert len(nights.rows("SELECT 1 FROM listing_rows WHERE portal = ?", name)) == len(SIX)
