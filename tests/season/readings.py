"""When a column may be read beyond what is new: worked out from what was asked on the nights before, and the rules.

A column of several pages is read to its end after 12 to 14 nights in season and 28 to 30 otherwise, each column in a
night of its own; a first page is read without validators after 13 nights at the earliest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.season.nights import date_of

SEASON, OTHERWISE = (12, 14), (28, 30)
BLIND = 13
READ = ("changed", "unchanged")
GOOD = (*READ, "unchanged_304")


@dataclass
class Column:
    """What the nights so far showed of a column: how many further pages it has, and when it was last read how.

    ``sure`` is the last night on which every page was asked for without news on the first: with news, reading stops
    where the rest is known, which may be before a page that is new as well.
    """

    pages: int = 0
    whole: int = 1
    sure: int = 1
    unconditional: int = 1


@dataclass
class Night:
    """Of one night: the further pages asked for by column, the columns that may be read whole, those that must be, and
    those whose first page may be asked for without validators."""

    further: dict[str, list[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    overdue: set[str] = field(default_factory=set)
    blind: set[str] = field(default_factory=set)


def readings(nights: list[dict[str, Any]]) -> list[Night]:
    """Each night's, from the second on."""
    known = {url: Column() for night in nights for url in night["columns"]}
    return [_night(each, known) for each in nights]


def _night(night: dict[str, Any], known: dict[str, Column]) -> Night:
    number, found = night["night"], Night()
    day = date_of(number)
    in_season = (day.month, day.day) >= (12, 15) or (day.month, day.day) <= (4, 30)
    least, most = SEASON if in_season else OTHERWISE
    listings = {url: outcome for _, purpose, url, outcome in night["looks"] if purpose == "listing"}
    for url in listings.keys() - known.keys():
        found.further.setdefault(_owner(url, known), []).append(url)
    for url, column in known.items():
        pages = len(found.further.get(url, ()))
        last = column.sure if pages > column.pages else column.whole
        if column.pages and number - last >= least:
            found.whole.add(url)
        if column.pages and number - column.whole >= most and listings.get(url) in GOOD:
            found.overdue.add(url)
        if number - column.unconditional >= BLIND:
            found.blind.add(url)
        if listings.get(url) in READ:
            column.unconditional = number
        if pages and pages >= column.pages:
            column.pages, column.whole = pages, number
            column.sure = number if listings[url] == "unchanged" else column.sure
    return found


def _owner(url: str, columns: Iterable[str]) -> str:
    """The column whose folder a page lies in."""
    inside = [each for each in columns if url.startswith(each.rpartition("/")[0] + "/")]
    return max(inside, key=len)
