"""The time of day, in one place, so that a test can replay a season."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from crawler.environment import value

BEIJING = timezone(timedelta(hours=8), "CST")


def now() -> datetime:
    """The present moment in UTC; ``FAZHI_NOW`` (ISO 8601 with zone) stands in for it."""
    given: datetime | None = value("FAZHI_NOW")
    return given.astimezone(UTC) if given else datetime.now(UTC)


def told(moment: str) -> str:
    """A database stamp as people are told it, in Beijing: the hour for today, else day and hour."""
    then = datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(BEIJING)
    today = then.date() == now().astimezone(BEIJING).date()
    return f"{then:%H:%M}" if today else f"{then:%Y-%m-%d %H:%M}"


def beijing_day(moment: str) -> str:
    """The day in Beijing of a database stamp."""
    return datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(BEIJING).date().isoformat()


def stamp(moment: datetime | None = None) -> str:
    """``moment`` (default: now) as the database writes it: ``2026-03-31T22:05:09Z``."""
    return (moment or now()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
