"""Dates as listings write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_FULL: Final = re.compile(
    r"(?<![\d.])((?:19|20)\d{2})\s?[-/.年－—–]\s?(1[0-2]|0?[1-9])\s?[-/.月－—–]\s?(3[01]|[12]\d|0?[1-9])(?![\d])\s?日?"
)
_COMPACT: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?!\d)")
_DAY_FIRST: Final = re.compile(
    r"^\W*(3[01]|[12]\d|0?[1-9])\s*日?\s+((?:19|20)\d{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?月?\W*$"
)
_YEAR_FIRST: Final = re.compile(
    r"^\W*((?:19|20)\d{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?月?\s+(3[01]|[12]\d|0?[1-9])\s*日?\W*$"
)
_MONTH_DAY: Final = re.compile(r"^\W*(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])\s?日?\W*$")
_URL_FORMS: Final = (
    re.compile(r"/t((?:19|20)\d{2})(\d{2})(\d{2})_\d"),
    re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})/"),
    re.compile(r"/((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})/"),
    re.compile(r"/((?:19|20)\d{2})(\d{2})/?(\d{2})/"),
    re.compile(r"/((?:19|20)\d{2})/(\d{2})(\d{2})/"),
    re.compile(r"/((?:19|20)\d{2})[-/]?(\d{2})/"),
    re.compile(r"/((?:19|20)\d{2})/"),
)
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|[\W_]+")
DEADLINE: Final = re.compile(r"\W*(?:截止|截至|有效期|失效)[^\d]{0,8}\d")  # days of something else than publication
_BRACKETS: Final = "[]【】()（）〔〕 \t"


def iso(year: int, month: int, day: int) -> str:
    """The day as ISO text, "" if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def find(text: str) -> tuple[str, int, int] | None:
    """The first full date in a text as (ISO text, start, end), None if there is none."""
    for found in _FULL.finditer(text):
        if day := iso(*(int(part) for part in found.groups())):
            return day, found.start(), found.end()
    return None


def last(text: str) -> str:
    """The last full date in a text as ISO text, "" if there is none."""
    days = [iso(*(int(part) for part in found.groups())) for found in _FULL.finditer(text)]
    return next((day for day in reversed(days) if day), "")


def alone(text: str, url: str = "", room: int = 30) -> str:
    """The date of a cell that holds little else (``room`` characters), as ISO text, "" if it holds none.

    Forms seen on portals: ``2026-02-14 17:32``, ``2026年02月14日``, ``[2022-03-24]``, ``2026/04/09``, ``20260214``,
    a day set above its month (``14`` ``2026-02``), and ``02-14`` whose year only the address gives.
    """
    text = " ".join(text.split())
    if len(text) > 60:
        return ""
    if found := find(text):
        return found[0] if len(_CLOCK.sub("", text[: found[1]] + text[found[2] :])) <= room else ""
    if split := _DAY_FIRST.match(text):
        day, year, month = (int(part) for part in split.groups())
        return iso(year, month, day)
    if split := _YEAR_FIRST.match(text):
        return iso(*(int(part) for part in split.groups()))
    if (compact := _COMPACT.search(text)) and len(text.strip(_BRACKETS)) <= 10:
        return iso(*(int(part) for part in compact.groups()))
    if short := _MONTH_DAY.match(text):
        return _complete(int(short[1]), int(short[2]), url)
    return ""


def split_pair(one: str, other: str) -> str:
    """The date that two neighbouring texts make, the day set apart from year and month, "" if they make none."""
    if len(one) > 12 or len(other) > 12 or find(one) or find(other):
        return ""
    joined = f"{' '.join(one.split())} {' '.join(other.split())}"
    return alone(joined) if _DAY_FIRST.match(joined) or _YEAR_FIRST.match(joined) else ""


def _complete(month: int, day: int, url: str) -> str:
    """A day without a year, in the year that lies nearest to the address's date."""
    near = of_url(url)
    if near is None:
        return ""
    options = [option for year in (near.year, near.year - 1, near.year + 1) if (option := iso(year, month, day))]
    if not options:
        return ""
    return min(options, key=lambda option: abs((date.fromisoformat(option) - near).days))


def of_url(url: str) -> date | None:
    """The date an address carries (``t20250314_1``, ``/2026/8/28/``, ``/20240401/``, ``/202503/``); None without."""
    for form in _URL_FORMS:
        if found := form.search(url):
            parts = [int(part) for part in found.groups()]
            default = [1, 7, 1] if len(parts) == 1 else [1, 1, 15]
            if day := iso(*(parts + default[len(parts) :])):
                return date.fromisoformat(day)
    return None
