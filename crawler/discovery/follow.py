"""Weighing what a page leads to: columns, departments, reports, the portal's own search, other agencies' hosts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from cleaning.document.classify import is_candidate
from crawler.clauses import NOTHING, Clause, clause
from crawler.discovery import engines, frontier, proof
from crawler.discovery.branches import full_agency, is_department
from crawler.discovery.candidates import Candidate, SeenReport, as_report
from crawler.discovery.frontier import Lead
from crawler.discovery.hosts import belongs, permitted
from crawler.discovery.leads import IN_BRANCH, Leads, Years, place_of
from crawler.discovery.links import Anchor
from crawler.discovery.pages import Answer
from crawler.items import Listing, ListingRow, PageRequest
from crawler.outcome import bare_host
from crawler.platforms import report_page, year_links
from crawler.platforms.detect import Guess
from crawler.urls import canonical

PAGER: Final = re.compile(r"\d*|\W*|(?:首|尾|末|上一|下一)页.{0,2}|更多.{0,3}|more.{0,3}", re.I)
SEARCH: Final = 58  # how promising the portal's own search is: after columns kept for the reports
MOST_ENGINES: Final = 3
SURE_YEARS: Final = 2  # reports of so many years behind links named by years make their page a column
PER_FOLDER: Final = 2  # report pages that are opened for the sake of one folder's column


class Follow(Leads):
    """Leads that grow by the links of pages."""

    def _links(self, lead: Lead, answer: Answer, rows: frozenset[str] = frozenset()) -> int:
        """Follow what the page leads to, as far as it promises something; gives how much of that is new.

        Rows of its list are documents and no columns. A frame's page is part of its own.
        """
        for request, dialect in engines.requests(answer):
            if dialect not in self._engines and len(self._engines) < MOST_ENGINES:
                self._engines.add(dialect)
                self._push(SEARCH, request, "search", dialect, clause("own_search", dialect=dialect))
        before = self._count
        for url in answer.onward:
            self._onward(url, answer.url)
            why = clause("frame", url=answer.url)
            self._push(
                max(lead.score - 1, 1), PageRequest(url), "page", lead.name, why, None, (*lead.trail, Anchor(url, ""))
            )
        onward = self._count - before
        return onward + self._follow(lead, answer, [each for each in answer.anchors if each.url not in rows])

    def _onward(self, url: str, page: str) -> None:
        """A page that sends a browser to the first page of its own folder (``/cms/`` to ``/cms/index.jhtml``) is
        another page than that: it may be asked for, once."""
        if place_of(url) == place_of(page) and url not in self._sent:
            self._sent |= {url, page}
            self._asked.discard(place_of(url))
            self._known.pop(place_of(url), None)

    def _follow(self, lead: Lead, answer: Answer, anchors: list[Anchor]) -> int:
        """Weigh the links of a page; gives how many new ones are worth a request."""
        before = self._count
        anchors = self._stamps.clean(anchors)
        self._offer(anchors)
        own = [anchor for anchor in anchors if belongs(anchor.url, self.host) and not self.is_home(anchor.url)]
        self.branches.take(answer.url, [anchor for anchor in own if anchor.url not in answer.dated])
        self._note_watched()
        above = {anchor.url for anchor in answer.crumb_links()} if not self.is_home(answer.url) else set()
        for anchor in own:
            column = frontier.is_dedicated(anchor.name)
            if not self._report_link(anchor.url, anchor.name, answer.url) and (
                column or not frontier.is_document(anchor.url)
            ):
                self._weigh(lead, answer, anchor, above=anchor.url in above)
        return self._count - before

    def _weigh(self, lead: Lead, answer: Answer, anchor: Anchor, *, above: bool) -> None:
        """Note a link that promises something; one to a column above the page only if it speaks of reports."""
        score, why = self._score(lead, answer, anchor)
        if score <= 0 or (above and score < frontier.TOPICAL):
            return
        if score >= frontier.DEDICATED and (report := self.reports.get(canonical(anchor.url))):
            self._report_page(anchor, report, lead)
        where = clause("home") if self.is_home(answer.url) else answer.url
        said = clause("link", name=anchor.name, where=where, why=why)
        self._push(score, PageRequest(anchor.url), "page", anchor.name, said, None, (*lead.trail, anchor))

    def _score(self, lead: Lead, answer: Answer, anchor: Anchor) -> tuple[int, Clause]:
        """How promising a link is on this page, and why."""
        paging = anchor.name and PAGER.fullmatch(anchor.name)
        score, why = (0, NOTHING) if paging else frontier.score(anchor.name, anchor.url)
        if frontier.is_year(anchor.name) and lead.name and lead.score >= frontier.TOPICAL:
            return 88, clause("year_below", name=lead.name)
        branch = self.branches.of((*lead.trail, anchor))
        if score >= frontier.TOPICAL:
            self.branches.named |= {branch} - {anchor.url}
            return (max(score, IN_BRANCH + 3) if branch and self.branches.done else score), why
        if anchor.url in answer.dated:
            return 0, NOTHING
        if branch and (known := self._of_branch(branch, anchor)):
            return known
        return (self._weakened(score, lead, anchor.name), why) if score > 0 else (0, NOTHING)

    def _weakened(self, score: int, lead: Lead, name: str) -> int:
        """What is left of a link's promise by its depth and by how often its name was met; a section lends it some."""
        inherited = 6 if lead.score >= frontier.HUB and lead.kind == "page" and lead.trail else 0
        left = max(1, score + inherited - 2 * len(lead.trail) - 3 * self._names[name])
        self._names[name] += 1
        return left

    def _of_branch(self, branch: str, anchor: Anchor) -> tuple[int, Clause] | None:
        """How promising a link of a department is for being one: its front page, or the way that led on elsewhere."""
        if anchor.url == branch:
            first = 34 if branch == self.branches.likeliest else frontier.LEAST
            return (IN_BRANCH if self.branches.done else first), clause("department")
        return (IN_BRANCH + 2, clause("as_elsewhere")) if anchor.name in self.branches.ways else None

    def _offer(self, anchors: list[Anchor]) -> None:
        """Remember the hosts of other agencies that a page leads to: places to add, never asked unasked."""
        for anchor in anchors:
            host = bare_host(anchor.url)
            if not belongs(anchor.url, self.host) and permitted(host) and is_department(anchor.name):
                scheme, _, rest = anchor.url.partition("://")
                home = f"{scheme}://{rest.partition('/')[0]}/"
                if home not in self.elsewhere:
                    self.elsewhere[home] = full_agency(anchor.name, self.region)

    def _report_link(self, url: str, title: str, where: str | Clause) -> bool:
        """True for the link of a report: it is opened for its breadcrumb; a few of each folder are enough."""
        folder = (frontier.columns_above(url) or [url.rpartition("/")[0]])[0]
        report = as_report(ListingRow(url, title))
        if report is None or (report.report_year is None and not frontier.is_document(url)):
            return False
        self.reports.setdefault(canonical(url), report)
        if self._folders[folder] < PER_FOLDER:
            self._folders[folder] += 1
            self._push(frontier.REPORT, PageRequest(url), "report", title, clause("report_link", where=where), report)
        return True

    def _report_page(self, anchor: Anchor, report: SeenReport, lead: Lead) -> None:
        """A menu entry named after the reports leads to a report: the column's page is the newest of them."""
        if frontier.is_document(anchor.url) or as_report(ListingRow(anchor.url, anchor.name)):
            return
        guess = Guess(report_page.NAME, {}, ("the column's page is a report itself",), proof.one_row(report))
        why = clause("leads_to_report", name=anchor.name)
        candidate = Candidate(anchor.url, anchor.name, guess, why, 1, reports={canonical(report.url): report})
        self._keep(candidate, (*lead.trail, anchor) if lead.trail[-1:] != (anchor,) else lead.trail)

    def _year_link(self, lead: Lead, reports: Iterable[SeenReport], listed: str = "") -> None:
        """Links named by years alone that lead to one issuer's reports of two years, some of them by way of a list
        (``listed``): their page is the column."""
        if lead.kind != "page" or len(lead.trail) < 2 or not frontier.is_year(lead.trail[-1].name):
            return
        page = lead.trail[-2]
        if self.is_home(page.url) or not is_candidate(lead.trail[-1].name, page.name):
            return
        known = self._by_year.setdefault(canonical(page.url), Years())
        found = {canonical(each.url): each for each in reports}
        if listed:
            known.listed[listed] = found
        else:
            known.reports |= found
        if candidate := _of_years(page, known):
            self._candidates.pop(canonical(page.url), None)
            self._keep(candidate, lead.trail[:-1])


def _of_one_issuer(known: Years) -> dict[str, SeenReport]:
    """The reports by address of the issuer that most of the links lead to, and those of the lists they lead to."""
    issuers = Counter(each.issuer for each in known.reports.values())
    issuer = max(issuers, key=lambda each: issuers[each], default=None)
    every = {url: report for url, report in known.reports.items() if report.issuer == issuer}
    for found in known.listed.values() if every else ():
        every |= found
    return every


def _of_years(page: Anchor, known: Years) -> Candidate | None:
    """The column that a page with links named by years is, None while that is not sure."""
    every = _of_one_issuer(known)
    if len({each.report_year for each in every.values()} - {None}) < SURE_YEARS:
        return None
    rows = tuple(ListingRow(each.url, each.title, each.date, each.issuer or "") for each in every.values())
    straight = {year_links.form(each.url) for each in every.values()}
    named = [url for url in known.listed if not year_links.is_list(url)]
    lists = " ".join(dict.fromkeys(url if (form := year_links.form(url)) in straight else form for url in named))
    evidence = (f"{len(rows)} links named by years lead to reports",)
    guess = Guess(year_links.NAME, {"lists": lists} if lists else {}, evidence, Listing(rows=rows))
    why = clause("years_lead_to_reports", name=page.name)
    return Candidate(page.url, page.name, guess, why, len(rows), reports=every)
