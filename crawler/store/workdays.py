"""The 20-working-days clock of 《政府信息公开条例》(2019) article 26."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

DISCLOSURE_DAYS: Final = 20
LONGEST_SPAN: Final = 60  # days; 20 working days never take longer, holidays included


def disclosure_due(signed: str | None) -> str | None:
    """The last day (ISO) to publish what was signed on the ISO date ``signed``: the 20th working day after it.

    Public holidays and make-up working days are those of the State Council's notices, from chinesecalendar.
    None where ``signed`` is no date, or where the span reaches into a year that library does not know.
    """
    from chinese_calendar import is_workday

    try:
        start = date.fromisoformat((signed or "")[:10])
    except ValueError:
        return None
    left = DISCLOSURE_DAYS
    for offset in range(1, LONGEST_SPAN):
        day = start + timedelta(days=offset)
        try:
            left -= is_workday(day)
        except NotImplementedError:
            return None
        if left == 0:
            return day.isoformat()
    return None
