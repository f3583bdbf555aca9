"""When a column is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from crawler.clock import BEIJING
from crawler.portals import Every
from crawler.schedule import in_season, next_due, retry_at


@pytest.mark.parametrize(
    ("moment", "season"),
    [
        ("2025-12-14T15:59:00+00:00", False),
        ("2025-12-14T16:00:00+00:00", True),
        ("2026-04-30T15:59:00+00:00", True),
        ("2026-04-30T16:00:00+00:00", False),
        ("2026-08-01T00:00:00+00:00", False),
    ],
)
def test_the_season_runs_from_15_december_to_30_april_in_beijing(moment: str, season: bool) -> None:
    assert in_season(datetime.fromisoformat(moment)) is season


def test_every_hour_from_cron_looks_once_a_night_in_season_and_once_a_week_otherwise() -> None:
    looks = []
    moment = datetime(2025, 11, 20, tzinfo=UTC)
    due = moment
    while moment < datetime(2026, 6, 1, tzinfo=UTC):
        if moment >= due:
            looks.append(moment.astimezone(BEIJING).date())
            due = next_due(moment, Every(), "http://example.gov.cn/")
        moment += timedelta(hours=1)
    season = [day for day in looks if (day.month, day.day) >= (12, 15) or (day.month, day.day) <= (4, 30)]
    assert len(set(season)) == len(season) == 137, "one look in each of the season's nights"
    gaps = {(b - a).days for a, b in pairwise(looks) if b.month in (5, 6) and a.month == 5}
    assert gaps == {7}


def test_columns_are_spread_over_the_night() -> None:
    moment = datetime(2026, 1, 10, 3, tzinfo=UTC)
    hours = {next_due(moment, Every(), f"http://example.gov.cn/{n}/").astimezone(BEIJING).hour for n in range(200)}
    assert hours == {0, 1, 2, 3}


def test_bad_looks_are_repeated_ever_later_up_to_a_week() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    waits = [retry_at(moment, n) - moment for n in (1, 2, 3, 8, 9, 1000)]
    assert waits == [timedelta(hours=h) for h in (1, 2, 4, 128, 168, 168)]
