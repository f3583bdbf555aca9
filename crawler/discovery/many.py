"""The search of many hosts side by side: what is sure is watched at once, the rest is proposed to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from crawler.clauses import NOTHING, Clause, clause
from crawler.clock import now
from crawler.discovery.candidates import Candidate, SeenReport
from crawler.discovery.draft import MOST_HOSTS, portal_name, region_of, save
from crawler.discovery.search import Search
from crawler.items import Listing
from crawler.platforms.detect import Guess
from crawler.portals import load_all
from crawler.portals.governments import Government
from crawler.portals.regions import within
from crawler.store import Database
from crawler.store.proposals import OFFERED, Host, Proposal, Proposals

SURE: Final = 0.8  # from here on a column is watched without a person's word
REPORTS: Final = 5  # named as evidence
UNHAD: Final = frozenset(
    {"timeout", "connection_error", "dns_error", "server_error", "empty_response", "paused", "robots_unavailable"}
)  # outcomes of pages that another day may show


def of_government(each: Government) -> Host:
    """A division's government as a place to search; provinces and cities go first."""
    return Host(each.home, f"{each.name}人民政府", each.code, {"province": 30, "city": 20}.get(each.level, 10))


class Many:
    """Hands out searches one by one and takes their ends; the table of proposals is the queue."""

    proposals: Proposals

    def __init__(self, folder: Path, on_end: Callable[[int, int, str], None] = lambda done, total, host: None) -> None:
        self.folder, self.on_end = folder, on_end
        self.portals = load_all(to_be=True)
        self.hosts: dict[Search, Host] = {}
        self.total = self.done = self.watched = 0

    def open(self, db: Database) -> None:
        """Take the queue of the run's store."""
        self.proposals = Proposals(db)

    def __iter__(self) -> Iterator[Search]:
        waiting = self.proposals.waiting()
        self.total = len(waiting)
        for host in waiting:
            search = Search(host.home, self._settled())
            self.hosts[search] = host
            yield search

    def ended(self, search: Search, requests: int, *, stopped: bool) -> None:
        """Write down what a search found; one that was stopped stays in the queue."""
        host = self.hosts.pop(search)
        if stopped:
            return
        self.done += 1
        stranger = mismatch(search, host)
        found = self._propose(search, host, stranger)
        problem = stranger or (NOTHING if search.candidates else problem_of(search))
        partly = any(tried.outcome in UNHAD for tried in search.tried)
        self.proposals.finish(host, found, requests=requests, problem=problem, partly=partly)
        if not stranger:
            offered = [Host(home, name, host.region_code) for home, name in search.elsewhere.items()]
            self.proposals.enter(offered, OFFERED)
        self.on_end(self.done, self.total, host.host)

    def _propose(self, search: Search, host: Host, stranger: Clause) -> list[Proposal]:
        """What a search found but for what is watched on a person's word; what is sure is watched from now on."""
        settled = self._settled()
        new = [each for each in search.candidates if each.url not in settled]
        found = [proposal(search, each, host, stranger) for each in new]
        sure = [candidate for candidate, each in zip(new, found, strict=True) if each.watched]
        if sure:
            self._watch(search, sure)
        self.watched += len(sure)
        return found

    def _settled(self) -> set[str]:
        """The columns watched on a person's word; those a run marked itself are found anew by one that goes on."""
        return {column.url for each in self.portals.values() if each.verified != "auto" for column in each.columns}

    def _watch(self, search: Search, found: list[Candidate]) -> None:
        """Watch columns at once, marked as nobody's word; a run killed just after this has written some already."""
        written = {column.url for each in self.portals.values() for column in each.columns}
        chosen = [candidate for candidate in found if candidate.url not in written]
        if not chosen:
            return
        known = next((each for each in self.portals.values() if search.host in each.allowed_hosts), None)
        portal = save(search, chosen, now(), self.folder, known, portal_name(search.home, self.portals), auto=True)
        self.portals[portal.name] = portal


def mismatch(search: Search, host: Host) -> Clause:
    """Why a home page is not that of the division it was listed for, nothing if it fits or says nothing."""
    found = region_of(search)
    if host.region_code is None or found is None or within(found.region.code, host.region_code):
        return NOTHING
    return clause("stranger", name=found.region.name, code=found.region.code, why=found.why)


def problem_of(search: Search) -> Clause:
    """Why nothing was found."""
    if not search.tried:
        return clause("nothing_asked")
    outcomes = Counter(tried.outcome for tried in search.tried)
    usual = next(tried for tried in search.tried if tried.outcome == outcomes.most_common(1)[0][0])
    if len(search.tried) == 1:
        return clause("ended", outcome=usual.outcome, seen=usual.seen)
    if search.reports:
        return clause("reports_without_list", reports=len(search.reports))
    return clause("no_column", pages=len(search.tried), url=usual.url, seen=usual.seen)


def proposal(search: Search, candidate: Candidate, host: Host, stranger: Clause) -> Proposal:
    """A column that was found, with what speaks for it and what against."""
    reports = sorted(candidate.reports.values(), key=lambda each: (each.report_year or 0, each.title), reverse=True)
    fits, doubt = _fits(search, candidate, host, stranger)
    confidence = round(0.4 * candidate.dedicated + 0.4 * fits + min(len(reports), 4) * 0.05, 2)
    evidence = {
        "found_by": candidate.why.stored(), "system": list(candidate.guess.evidence),
        "params": dict(candidate.guess.params), "site": search.title, "site_id_code": search.site_id_code,
        "reports": [report.as_dict() for report in reports[:REPORTS]], "hosts": list(candidate.hosts[:MOST_HOSTS]),
    }  # fmt: skip
    if not doubt and not candidate.dedicated:
        doubt = clause("not_kept")
    watched = confidence >= SURE and not doubt
    return Proposal(candidate.url, candidate.name, candidate.guess.platform, candidate.agency, evidence, len(reports),
                    confidence, NOTHING if watched else doubt, watched)  # fmt: skip


def _fits(search: Search, candidate: Candidate, host: Host, stranger: Clause) -> tuple[bool, Clause]:
    """Whether the reports' issuers are of this host, and what speaks against it."""
    if stranger:
        return False, stranger
    if host.region_code and region_of(search) is None:
        return False, clause("no_division")
    issuers = {report.issuer for report in candidate.reports.values() if report.issuer}
    if not issuers:
        return False, clause("no_issuers")
    if _of_site(issuers, {search.region, search.title, candidate.agency, host.name} - {""}):
        return True, NOTHING
    return False, clause("issuers_differ", issuers="、".join(sorted(issuers)[:3]))


def _of_site(issuers: Iterable[str], names: Collection[str]) -> bool:
    """Whether one of the issuers is of the place or agency a site is named after."""
    return any(name[:2] in issuer or issuer in name for issuer in issuers for name in names)


def of_proposal(row: Mapping[str, Any]) -> tuple[Search, Candidate]:
    """A column of the table as the search left it, to be watched on a person's word."""
    evidence = row["evidence"]
    search = Search(row["home"])
    search.title, search.site_id_code = evidence.get("site", ""), evidence.get("site_id_code", "")
    search.home, search.host = row["home"], row["host"]
    guess = Guess(row["platform"], evidence.get("params", {}), tuple(evidence.get("system", ())), Listing())
    candidate = Candidate(row["column_url"], row["name"], guess, evidence["found_by"], agency=row["agency"] or "")
    candidate.stood_on = tuple(evidence.get("hosts", ()))
    for each in evidence.get("reports", ()):
        report = SeenReport(each["url"], each["title"], each["issuer"], each["report_year"], each["published"] or "")
        candidate.reports[report.url] = report
    return search, candidate
