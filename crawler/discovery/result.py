"""What a search of one portal found, as plain data: for JSON and for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from crawler.discovery.candidates import Candidate, SeenReport
from crawler.discovery.draft import COST, region_of, system_of
from crawler.discovery.leads import place_of
from crawler.discovery.search import Search
from crawler.portals import Portal
from crawler.portals.regions import full_name


def watcher(candidate: Candidate, portals: Iterable[Portal]) -> str:
    """The portal that watches a candidate's column already, "" if none does."""
    for portal in portals:
        if place_of(candidate.url) in {place_of(column.url) for column in portal.columns}:
            return portal.name
    return ""


def as_data(search: Search, watched: Mapping[str, str], robots: Callable[[str], str]) -> dict[str, Any]:
    """The result; ``watched`` names the portal that watches a column, ``robots`` says what robots.txt allows."""
    region = region_of(search)
    return {
        "start": search.start,
        "home": search.home,
        "title": search.title,
        "site_id_code": search.site_id_code or None,
        "region_code": region.region.code if region else None,
        "region": full_name(region.region) if region else None,
        "candidates": [_column(each, watched[each.url], robots(each.url)) for each in search.candidates],
        "left": [{"name": anchor.name, "url": anchor.url} for anchor in search.branches.left if search.branches.done],
        "elsewhere": [{"name": name, "home": home} for home, name in search.elsewhere.items()],
        "reports": [report.as_dict() for report in search.reports.values()],
        "tried": [each.as_dict() for each in search.tried],
        "file": None,
    }


def _column(candidate: Candidate, watched_by: str, robots: str) -> dict[str, Any]:
    return {
        "url": candidate.url,
        "name": candidate.name,
        "agency": candidate.agency or None,
        "system": candidate.guess.platform,
        "system_in_words": system_of(candidate),
        "params": dict(candidate.guess.params),
        "evidence": list(candidate.guess.evidence),
        "found_by": candidate.why,
        "rows_read": candidate.rows,
        "pages_read": candidate.pages,
        "robots": robots,
        "daily_cost": COST,
        "watched_by": watched_by or None,
        "reports": [report.as_dict() for report in newest_first(candidate)],
    }


def newest_first(candidate: Candidate) -> Sequence[SeenReport]:
    """The reports seen in a column."""
    return sorted(candidate.reports.values(), key=lambda each: (each.report_year or 0, each.title), reverse=True)
