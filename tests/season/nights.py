"""The calendar of the replay: which date a night is, and when the crawl of that night starts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

NIGHTS = 400
FIRST = date(2024, 12, 1)
BEIJING = timezone(timedelta(hours=8))
START = time(5, 0, tzinfo=BEIJING)


def date_of(night: int) -> date:
    """The date in Beijing of the morning on which a night's crawl runs."""
    return FIRST + timedelta(days=night - 1)


def night_of(day: str) -> int:
    """The night whose crawl runs in the morning of an ISO date; below 1 before the replay begins."""
    return (date.fromisoformat(day) - FIRST).days + 1


def seen_from(published: str) -> int:
    """The first night that can see what was published in the course of a day: the next morning's, at least night 1."""
    return max(1, night_of(published) + 1)


def moment(night: int) -> str:
    """The clock at which a night's crawl runs, as ``FAZHI_NOW`` takes it."""
    return datetime.combine(date_of(night), START).isoformat()
