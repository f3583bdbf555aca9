"""When a column is due: reports appear from December to April, so that is when we fetch every night."""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta
from typing import Final

from crawler.clock import BEIJING
from crawler.portals import Every

SEASON_START: Final = (12, 15)
SEASON_END: Final = (4, 30)
NIGHT: Final = timedelta(hours=4)  # fetches are spread over the first hours of the day in Beijing
FIRST_RETRY: Final = timedelta(hours=1)
LAST_RETRY: Final = timedelta(days=7)


def in_season(moment: datetime) -> bool:
    """True from 15 December to 30 April, Beijing time: the law's date is 1 April (督察工作规定, article 24), real
    reports are dated from the last days of December to May."""
    day = moment.astimezone(BEIJING).date()
    return (day.month, day.day) >= SEASON_START or (day.month, day.day) <= SEASON_END


def next_due(moment: datetime, every: Every, key: str) -> datetime:
    """When a column that was just fetched is due again: a night ``every`` says, at a minute of its own.

    The minute is drawn from ``key`` and the date, so that columns spread out and a rerun draws the same.
    The season's first night is never slept over.
    """
    today = moment.astimezone(BEIJING).date()
    day = today + timedelta(days=every.season if in_season(moment) else every.otherwise)
    if not in_season(moment):
        start = today.replace(month=SEASON_START[0], day=SEASON_START[1])
        day = min(day, start) if start > today else day
    draw = int.from_bytes(hashlib.sha256(f"{key} {day}".encode()).digest()[:4], "big") // 2**20
    return datetime.combine(day, time(), BEIJING) + NIGHT * draw / 2**12


def retry_at(moment: datetime, bad_fetches: int) -> datetime:
    """When to fetch again after ``bad_fetches`` (1 or more) bad fetches in a row: 1 hour, doubling, at most a week."""
    return moment + min(FIRST_RETRY * (1 << min(bad_fetches - 1, 20)), LAST_RETRY)
