"""What must be known at the end, worked out from the script alone: no line of this asks the crawler or its store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from tests.replica.model import Site
from tests.season.nights import NIGHTS, date_of
from tests.season.papers import Paper
from tests.season.script import SPELLS, reports, sites

HERE = Path(__file__).parent
WALLS = {each.host: each.first for each in SPELLS if each.last == NIGHTS}  # hosts that are shut at the end, since when


def agencies() -> dict[str, str]:
    """Agency -> host of the portal that carries its reports, "" where none is watched."""
    hosts = {site.portal: site.host for site in sites()}
    registry = yaml.safe_load((HERE / "agencies.yml").read_text("utf-8"))
    return {entry["name"]: hosts.get(entry.get("portal"), "") for entry in registry}


def readable(host: str, paper: Paper) -> bool:
    """Whether anybody could read a paper before a wall went up that is still there."""
    return paper.first_day <= NIGHTS and paper.first_day < WALLS.get(host, NIGHTS + 1)


def matrix() -> dict[tuple[str, int], str]:
    """(agency, report year) -> state at the end of the last night, from 2019 to the calendar year."""
    today = date_of(NIGHTS)
    found = {}
    for agency, host in agencies().items():
        own = [paper for site, paper in reports() if paper.agency == agency and readable(site.host, paper)]
        for year in range(2019, today.year + 1):
            of_year = [paper for paper in own if paper.report_year == year]
            found[agency, year] = _published(of_year, year) or _unpublished(host, year, today)
    return found


def _published(of_year: list[Paper], year: int) -> str:
    """The state of a year with a report: its earliest date decides, unless nothing of it is left."""
    if not of_year:
        return ""
    if all(paper.gone(NIGHTS) for paper in of_year):
        return "withdrawn"
    due = date(year + 1, 4, 1)
    public = min(date.fromisoformat(paper.published) for paper in of_year)
    return "in_time" if public < due else "on_1_april" if public == due else "late"


def _unpublished(host: str, year: int, today: date) -> str:
    """The state of a year without one: whether anybody could look after the date."""
    due = date(year + 1, 4, 1)
    if today <= due:
        return "not_yet_due"
    looked_until = date_of(WALLS[host] - 1) if host in WALLS else today
    return "not_found" if host and looked_until > due else "could_not_look"


@dataclass(frozen=True)
class Known:
    """What the store must hold of one report: every address, the texts it had, in order, and the nights between
    which it must have been found."""

    urls: frozenset[str]
    bodies: tuple[str, ...]
    state: str
    found: tuple[int, int]


def known() -> dict[tuple[str, int], Known]:
    """(agency, report year) -> what must be stored; an agency's report for a year is one, at whatever addresses."""
    found: dict[tuple[str, int], list[tuple[Site, Paper]]] = {}
    for site, paper in reports():
        if readable(site.host, paper):
            found.setdefault((paper.agency, paper.report_year), []).append((site, paper))
    return {key: _known(copies) for key, copies in found.items()}


def _known(copies: list[tuple[Site, Paper]]) -> Known:
    site, first = min(copies, key=lambda copy: copy[1].first_day)
    nights = sorted({first.first_day, *(since for since, _, _ in first.edits)})
    texts = tuple("".join("".join(first.lines(night)).split()) for night in nights)
    state = "gone" if all(paper.gone(NIGHTS) for _, paper in copies) else "published"
    urls = frozenset(f"{site.scheme}://{site.host}{paper.path}" for site, paper in copies)
    return Known(urls, texts, state, _found_between(site.host, first.first_day))


def _found_between(host: str, night: int) -> tuple[int, int]:
    """The nights in which a report that is there from ``night`` on is found: at once in the season, within a week
    otherwise, and not before a spell of its host is over."""
    while any(each.host == host and each.first <= night <= each.last for each in SPELLS):
        night += 1
    day = date_of(night)
    season = (day.month, day.day) >= (12, 15) or (day.month, day.day) <= (4, 30)
    return night, night if season else night + 6
