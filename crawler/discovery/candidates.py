"""Columns in which reports were seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cleaning.document.classify import classify
from cleaning.metadata.issuer import from_title
from crawler.clauses import Clause
from crawler.discovery.frontier import TOPICAL, score
from crawler.discovery.hosts import belongs, permitted
from crawler.items import ListingRow
from crawler.outcome import bare_host
from crawler.platforms.detect import GENERIC, Guess
from crawler.urls import canonical


@dataclass(frozen=True, slots=True)
class SeenReport:
    """A report as a listing row or its own page shows it."""

    url: str
    title: str
    issuer: str | None
    report_year: int | None
    date: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "report_year": self.report_year,
            "issuer": self.issuer,
            "title": self.title,
            "published": self.date or None,
            "url": self.url,
        }


@dataclass
class Candidate:
    """A listing that may be watched. ``reports`` are keyed by canonical address; ``why`` says how it was found.

    ``agency`` is the department of the portal whose branch the column stands in, "" where it is the portal's own;
    ``stood_on`` are hosts of reports that are named no more.
    """

    url: str
    name: str
    guess: Guess
    why: Clause
    rows: int = 0
    pages: int = 1
    agency: str = ""
    reports: dict[str, SeenReport] = field(default_factory=dict)
    stood_on: tuple[str, ...] = ()

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts on which the reports stand, the one with most of them first."""
        stands = Counter(bare_host(report.url) for report in self.reports.values())
        return tuple(dict.fromkeys([*(host for host, _ in stands.most_common()), *self.stood_on]))

    @property
    def dedicated(self) -> bool:
        """Whether the column is kept for law-based government, by its name or slug."""
        return score(self.name, self.url)[0] >= TOPICAL

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """Candidates sort by it, best last: dedicated, of a known system, many reports, a short address."""
        return self.dedicated, self.guess.platform != GENERIC, len(self.reports), -len(self.url)

    def previews(self, other: Candidate) -> bool:
        """Whether a column shows a part of what another one below it does, and nothing else."""
        below = other.url != self.url and other.url.startswith(self.url.rpartition("/")[0] + "/")
        return below and self.reports.keys() < other.reports.keys()

    def take(self, rows: Iterable[ListingRow]) -> int:
        """Count rows and keep those that are reports; gives the number of reports among them. What stands on another
        host is not the portal's, and no crawl of it would keep it."""
        found = 0
        for row in rows:
            self.rows += 1
            if not stands_here(row.url, self.url):
                continue
            if report := as_report(row, self.name):
                self.reports.setdefault(canonical(row.url), report)
                found += 1
        return found


def stands_here(url: str, column: str) -> bool:
    """Whether a row is a page of its column's host, of one above that or of one below: zwgk.example.gov.cn lists
    www.example.gov.cn, and that lists sfj.example.gov.cn, a name only the government itself can have given away."""
    above = bare_host(column)
    return belongs(column, bare_host(url)) or (permitted(above) and belongs(url, above))


def as_report(row: ListingRow, column: str = "") -> SeenReport | None:
    """The report a listing row announces, None if its title is something else's."""
    verdict = classify(row.title, column, published=row.date)
    if not verdict.is_report:
        return None
    return SeenReport(row.url, row.title, row.issuer or from_title(row.title), verdict.report_year, row.date)


def without_repeats(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates worth watching, best first: none whose reports all stand in a better one, such as a hub's, or in
    a list below it that has more of them."""
    kept: list[Candidate] = []
    every = list(candidates)
    for candidate in sorted(every, key=lambda each: each.weight, reverse=True):
        if not candidate.reports or any(candidate.previews(each) for each in every):
            continue
        known = set().union(*(each.reports for each in kept)) if kept else set()
        if not set(candidate.reports) <= known:
            kept.append(candidate)
    return kept
