"""What a search asks for next: its leads by promise, and which of them are still of use with what was found."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from crawler.clauses import Clause, clause
from crawler.discovery import frontier
from crawler.discovery.branches import ALLOWED, BESIDE, PER_BRANCH, SHORT, TRIED, Branches, full_agency
from crawler.discovery.candidates import Candidate, SeenReport, without_repeats
from crawler.discovery.frontier import Lead
from crawler.discovery.hosts import belongs
from crawler.discovery.links import Anchor
from crawler.discovery.stamps import Stamps
from crawler.items import Listing, PageRequest
from crawler.outcome import bare_host, same_page
from crawler.platforms import year_links
from crawler.platforms.detect import Guess
from crawler.platforms.listing.calls import Call
from crawler.portals.regions import of_site
from crawler.urls import canonical

MAX_DEPTH: Final = 6
MAX_LEADS: Final = 5000
PATIENCE: Final = 22  # requests without a column after which only links that speak of one are followed
IN_BRANCH: Final = 84  # a department, once another has shown a column
SECTION: Final = 45  # a section in which the government's own column may stand
_GOVERNMENT: Final = re.compile(r"([\u4e00-\u9fff]{2,9}?[省市县区旗州盟])人民政府")
_GOVERNS: Final = re.compile(r"(?<![镇乡])人民政府$")
INDEX: Final = re.compile(r"/(?:index|default|list|common_list|moreinfo)\.(?:s?html?|jhtml|jsp)$")


def place_of(url: str) -> str:
    """One form for the addresses of one page: the canonical one without the name of a first page's file."""
    return INDEX.sub("/", canonical(url))


@dataclass(frozen=True, slots=True)
class Tried:
    """One request that was made: what came of it as a word, and what was seen."""

    url: str
    why: Clause
    outcome: str
    seen: Clause

    def as_dict(self) -> dict[str, str | Clause]:
        """Ready for JSON, but for the clauses."""
        return {"url": self.url, "why": self.why, "outcome": self.outcome, "seen": self.seen}


@dataclass
class Years:
    """What the links of a page that are named by years led to: reports, and lists with the reports on them."""

    reports: dict[str, SeenReport] = field(default_factory=dict)
    listed: dict[str, dict[str, SeenReport]] = field(default_factory=dict)

    @property
    def forms(self) -> set[str]:
        """What the addresses look like that were opened."""
        return {year_links.form(url) for url in (*self.listed, *(each.url for each in self.reports.values()))}


class Leads:
    """What a search knows of a portal and where it could go on. ``candidates`` is the result.

    ``watched`` are the addresses of columns that are watched already: the departments they stand in are not searched
    again.
    """

    def __init__(self, url: str, watched: Collection[str] = ()) -> None:
        self.start = url
        host = bare_host(url)
        self.watched = [each for each in watched if bare_host(each) == host]
        self.home = self.host = ""
        self.title = self.site_id_code = ""
        self.seen_at: dict[str, str] = {}
        self.tried: list[Tried] = []
        self.reports: dict[str, SeenReport] = {}
        self.branches = Branches()
        self.elsewhere: dict[str, str] = {}
        self._candidates: dict[str, Candidate] = {}
        self._parents: dict[str, tuple[str, str]] = {}
        self._systems: Counter[str] = Counter()
        self._folders: Counter[str] = Counter()
        self._heap: list[Lead] = []
        self._known: dict[str, int] = {}
        self._asked: set[str] = set()
        self._names: Counter[str] = Counter()
        self._count = 0
        self._engines: set[str] = set()
        self._scripts: dict[str, str] = {}
        self._waiting: dict[str, list[tuple[Lead, Any, int]]] = {}
        self._calls: dict[tuple[str, str], Call] = {}
        self._sent: set[str] = set()
        self._origins: dict[str, tuple[Candidate, tuple[Anchor, ...]]] = {}
        self._by_year: dict[str, Years] = {}
        self._mixed: set[str] = set()
        self._rows: set[str] = set()
        self._doubtful = 0
        self._stamps = Stamps()
        self._unspelled: list[tuple[Any, ...]] = []
        self._push(100, PageRequest(url), "page", "", clause("given"))

    @property
    def candidates(self) -> list[Candidate]:
        """The columns found, best first."""
        return without_repeats(self._candidates.values())

    @property
    def region(self) -> str:
        """The name of the division the site belongs to, "" where it does not say."""
        found = of_site(self.title, self.site_id_code, self.host)
        named = _GOVERNMENT.match(self.title)
        return found.region.name if found else named[1] if named else ""

    def is_home(self, url: str) -> bool:
        """Whether an address is the portal's home page, and no route of an application that begins there."""
        return same_page(url, self.home) and "#" not in canonical(url)

    def next(self) -> Lead | None:
        """What to ask for next, None when nothing promising is left."""
        while self._heap:
            lead = heapq.heappop(self._heap)
            place = place_of(lead.request.url) + lead.request.body
            if place in self._asked or not self._of_use(lead):
                continue
            self._asked.add(place)
            if branch := self.branches.of(lead.trail):
                self.branches.asked[branch] += 1
                if lead.name in self.branches.ways:
                    self.branches.shown.add(branch)
            return lead
        return None

    def _of_use(self, lead: Lead) -> bool:
        """Whether a lead is still of use with what has been found since."""
        if lead.kind == "page" and not lead.about and canonical(lead.request.url) in self._rows:
            return False  # a row of a column that was found
        branch = self.branches.of(lead.trail)
        if branch and lead.kind == "page" and not self._branch_open(branch, lead):
            return False
        if lead.kind in ("service", "probe"):
            return not self._has_reports(lead)
        seen = [each.reports for each in self._candidates.values() if each.reports]
        if seen:
            return self._beside_columns(lead, branch, seen)
        return lead.score >= frontier.TOPICAL or len(self.tried) < PATIENCE

    def _beside_columns(self, lead: Lead, branch: str, seen: Sequence[Mapping[str, SeenReport]]) -> bool:
        """Whether a lead is of use though columns were found: a report that stands in none of them, or a page whose
        name speaks of one or, where a department has one, of a department."""
        if lead.kind == "report":
            return not any(canonical(lead.request.url) in reports for reports in seen)
        if frontier.is_year(lead.name) and len(lead.trail) > 1 and (years := self._years_beside(lead)):
            return year_links.form(lead.request.url) not in years.forms
        topical = lead.score >= frontier.TOPICAL or self._of_another(lead, branch)
        return lead.kind == "page" and topical and not self._below_candidate(lead)

    def _of_another(self, lead: Lead, branch: str) -> bool:
        """Whether a lead may show the column of another agency than those whose columns were found: of a department, of
        a page that lists them, or of the government itself."""
        if branch:
            if canonical(lead.request.url) in self._rows:
                return False
            first = self.branches.spent < BESIDE and self.branches.begun <= {branch}
            return bool(self.branches.done) or first
        if frontier.is_own_door(lead.name) and all(
            each.agency or _of_others(each) for each in self._candidates.values()
        ):
            return True
        if all(candidate.agency for candidate in self._candidates.values()):
            return lead.score >= SECTION
        return not self.branches.names and frontier.is_door(lead.name)

    def _years_beside(self, lead: Lead) -> Years | None:
        """What the other years of a page led to that is a column by its links to them."""
        page = canonical(lead.trail[-2].url)
        known = self._candidates.get(page)
        return self._by_year.get(page) if known and known.guess.platform == year_links.NAME else None

    def _below_candidate(self, lead: Lead) -> bool:
        """Whether a lead is a single year of a column that is a candidate already."""
        parent = self._parents.get(canonical(lead.request.url)) if frontier.is_year(lead.name) else None
        return parent is not None and canonical(parent[0]) in self._candidates

    def _has_reports(self, lead: Lead) -> bool:
        """Whether the column a service or a row was asked for has shown its reports meanwhile."""
        shell: Lead = lead.about[0]
        known = self._candidates.get(canonical(shell.request.url))
        return known is not None and bool(known.reports)

    def _branch_open(self, branch: str, lead: Lead) -> bool:
        """Whether more of a department may be asked for: of the first few, and of all once one has proven."""
        branches = self.branches
        if branch in branches.done:
            return lead.score >= frontier.TOPICAL and lead.trail[-1].url != branch and lead.name not in branches.ways
        if branches.asked[branch] >= PER_BRANCH:
            return False
        if branch in branches.shown:
            return lead.score >= frontier.TOPICAL
        enough = len(branches.begun) >= TRIED or branches.spent >= ALLOWED
        if branch not in branches.begun and not branches.done and enough:
            return lead.score >= frontier.TOPICAL and lead.score != IN_BRANCH
        branches.begun.add(branch)
        return True

    def _push(
        self, score: int, request: PageRequest, kind: str, name: str, why: Clause, about: Any = None,
        trail: tuple[Anchor, ...] = (),
    ) -> None:  # fmt: skip
        key = place_of(request.url) + request.body
        known = score <= self._known.get(key, 0) or key in self._asked
        if known or len(self._known) > MAX_LEADS or len(trail) > MAX_DEPTH:
            return
        if self.home and kind != "search" and not belongs(request.url, self.host):
            return
        self._known[key] = score
        self._count += 1
        heapq.heappush(self._heap, Lead((-score, self._count), request, kind, name, why, about, trail))

    def _keep(self, candidate: Candidate, trail: tuple[Anchor, ...] = ()) -> None:
        """Remember a candidate, a year's column as part of the one above it."""
        self._rows |= {canonical(row.url) for row in candidate.guess.listing.rows}
        branch = self.branches.of(trail)
        if branch and (candidate.dedicated or self._own(candidate, self.branches.names[branch])):
            self.branches.prove(trail)
        if branch:
            candidate.agency = full_agency(self.branches.names[branch], self.region)
            self._like_branches()
        if not self._join_year(candidate, trail):
            self._candidates.setdefault(canonical(candidate.url), candidate)

    @staticmethod
    def _own(candidate: Candidate, agency: str) -> bool:
        """Whether all reports of a column are the department's own: 县教育局 has those of 宁岭县教育局."""
        name = agency.lstrip("".join(SHORT))
        issuers = ((report.issuer or "").removesuffix("人民政府") for report in candidate.reports.values())
        return all(issuer.endswith(name.removesuffix("人民政府")) for issuer in issuers)

    def _join_year(self, candidate: Candidate, trail: tuple[Anchor, ...]) -> bool:
        """Add the reports of a single year's column, by its own name or its link's, to the column above it."""
        parent = self._parents.get(canonical(candidate.url))
        linked = trail[-1].name if trail and canonical(trail[-1].url) == canonical(candidate.url) else ""
        if parent is None or not any(map(frontier.is_year, (candidate.name, linked))):
            return False
        above = self._candidates.get(canonical(parent[0]))
        if above is None:
            why = clause("above", name=candidate.name)
            guess = candidate.guess
            if canonical(parent[0]) in self._mixed:
                guess = Guess(year_links.NAME, {}, ("links named by years, some of them to lists",), Listing())
            above = replace(candidate, url=parent[0], name=parent[1], guess=guess, why=why, reports={})
            self._candidates[canonical(parent[0])] = above
        above.reports = {**candidate.reports, **above.reports}
        return True

    def _like_branches(self) -> None:
        """A department has shown a column: its sisters are worth as much."""
        for anchor in self.branches.left:
            if anchor.url in self.branches.named:
                continue
            why = clause("sister", name=anchor.name, where=self.branches.where)
            self._push(IN_BRANCH, PageRequest(anchor.url), "page", anchor.name, why, None, (anchor,))

    def _note_watched(self) -> None:
        """Departments below which a column is watched need no search."""
        places = [place_of(url) for url in self.watched]
        for url in self.branches.names:
            if any(place.startswith(place_of(url)) for place in places):
                self.branches.done.add(url)


def _of_others(candidate: Candidate) -> bool:
    """Whether a column holds the reports of several agencies, towns among them, and none of a government above them."""
    issuers = {report.issuer for report in candidate.reports.values()}
    return len(issuers) > 1 and not any(issuer is None or _GOVERNS.search(issuer) for issuer in issuers)
