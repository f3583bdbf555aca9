"""The search of a portal for its report columns: best link first, until the budget or the leads are used up."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from datetime import timedelta
from typing import Any, Final

from crawler.clock import BEIJING, now
from crawler.discovery import engines, frontier
from crawler.discovery.candidates import Candidate, SeenReport, as_report, without_repeats
from crawler.discovery.frontier import Lead
from crawler.discovery.hosts import belongs
from crawler.discovery.pages import Answer
from crawler.items import ListingRow, PageRequest
from crawler.outcome import bare_host, same_page
from crawler.platforms.detect import Guess, confirm, detect, read_as
from crawler.urls import canonical

MAX_DEPTH: Final = 6
MAX_LEADS: Final = 5000
OLDEST: Final = timedelta(days=800)  # how far back a listing is paged in search of its first report
MOST_PAGES: Final = 6  # of a column kept for law-based government, whatever its dates
ENOUGH: Final = 70  # with a column in hand, only links at least as promising are followed
PAGER: Final = re.compile(r"\d*|\W*|(?:首|尾|末|上一|下一)页.{0,2}|更多.{0,3}|more.{0,3}", re.I)
INDEX: Final = re.compile(r"/(?:index|default|list|common_list|moreinfo)\.(?:s?html?|jhtml|jsp)$")
SEARCH: Final = 58  # how promising the portal's own search is: after columns kept for the reports
MOST_ENGINES: Final = 3
PER_FOLDER: Final = 2  # report pages that are opened for the sake of one folder's column


def place_of(url: str) -> str:
    """One form for the addresses of one page: the canonical one without the name of a first page's file."""
    return INDEX.sub("/", canonical(url))


class Search:
    """A task: ``next`` says what to ask for, ``answered`` takes what came; ``candidates`` is the result.

    Starts from any address of a portal: its home page, a column or one report.
    """

    def __init__(self, url: str) -> None:
        self.start = url
        self.home = ""
        self.title = self.site_id_code = ""
        self.seen_at: dict[str, str] = {}
        self.tried: list[tuple[str, str, str]] = []
        self.reports: dict[str, SeenReport] = {}
        self._candidates: dict[str, Candidate] = {}
        self._parents: dict[str, tuple[str, str]] = {}
        self._sections: list[str] = []
        self._systems: Counter[str] = Counter()
        self._folders: Counter[str] = Counter()
        self._heap: list[Lead] = []
        self._known: dict[str, int] = {}
        self._asked: set[str] = set()
        self._names: Counter[str] = Counter()
        self._count = 0
        self._usual = False
        self._engines: set[str] = set()
        self._push(100, PageRequest(url), "page", "", "the address given")

    @property
    def candidates(self) -> list[Candidate]:
        """The columns found, best first."""
        return without_repeats(self._candidates.values())

    def next(self) -> Lead | None:
        """What to ask for next, None when nothing promising is left."""
        if not self._heap and not self._usual and self.home and not self._candidates:
            self._usual = True
            for url in frontier.usual_places(self.home, self._sections):
                self._push(frontier.LEAST, PageRequest(url), "page", "", "a usual slug below a section seen")
        while self._heap:
            lead = heapq.heappop(self._heap)
            place = place_of(lead.request.url) + lead.request.body
            if place not in self._asked and self._worth_it(lead):
                self._asked.add(place)
                return lead
        return None

    def _worth_it(self, lead: Lead) -> bool:
        """Whether a lead is still of use with what has been found since."""
        if lead.kind == "service" or not any(each.reports for each in self._candidates.values()):
            return True
        if lead.kind == "report":
            return not any(canonical(lead.request.url) in each.reports for each in self._candidates.values())
        parent = self._parents.get(canonical(lead.request.url))
        if parent and canonical(parent[0]) in self._candidates and frontier.is_year(lead.name):
            return False
        return lead.kind == "page" and lead.score >= ENOUGH

    def answered(self, lead: Lead, answer: Answer) -> None:
        """Take an answer: rows, links, breadcrumb and what the page says about its site."""
        self.tried.append((answer.url, lead.why, answer.outcome.name))
        self._asked.add(place_of(answer.url))
        if answer.outcome.name != "ok":
            return
        if lead.kind == "service":
            self._served(lead, answer)
            return
        if lead.kind == "search":
            for hit in engines.hits(answer):
                self._report_link(hit.url, hit.title, f"the portal's own search ({lead.name})")
            return
        if not self.home:
            self._arrive(answer)
        self._note_site(answer)
        if frontier.is_document(answer.url) or lead.kind == "report" or (not self.is_home(answer.url)):
            if answer.shows_report:
                self._take_report(lead, answer)
                return
            if lead.kind == "report":
                return
        self._take_page(lead, answer)

    def _arrive(self, answer: Answer) -> None:
        """The first page that answered names the host, and with it the home page."""
        scheme, _, rest = answer.url.partition("://")
        self.home = f"{scheme}://{rest.partition('/')[0]}/"
        self.host = bare_host(answer.url)
        if not self.is_home(answer.url):
            self._push(45, PageRequest(self.home), "page", "", "the home page")

    def is_home(self, url: str) -> bool:
        """Whether an address is the portal's home page."""
        return same_page(url, self.home)

    def _note_site(self, answer: Answer) -> None:
        report = answer.report
        for name, value in (("title", report.site_name), ("site_id_code", report.site_id_code)):
            if value and not getattr(self, name):
                setattr(self, name, value)
                self.seen_at[name] = answer.url

    def _push(
        self, score: int, request: PageRequest, kind: str, name: str, why: str, depth: int = 0, about: Any = None
    ) -> None:
        key = place_of(request.url) + request.body
        if score <= self._known.get(key, 0) or len(self._known) > MAX_LEADS or depth > MAX_DEPTH or key in self._asked:
            return
        if self.home and kind != "search" and not belongs(request.url, self.host):
            return
        self._known[key] = score
        self._count += 1
        heapq.heappush(self._heap, Lead((-score, self._count), request, kind, name, why, depth, about))

    def _take_page(self, lead: Lead, answer: Answer) -> None:
        """A page that is no document: maybe a listing, always a source of links."""
        guess = None if self.is_home(answer.url) else detect(answer.page) or self._of_this_site(answer)
        if guess and guess.service:
            self._push(99, guess.service, "service", lead.name, f"the rows of {answer.url}", 0, (lead, guess, answer))
        elif guess and guess.proven:
            self._listing(lead, guess, answer)
        self._links(lead, answer)

    def _of_this_site(self, answer: Answer) -> Guess | None:
        """A short column read as the system that drew the site's other listings."""
        system = next((name for name, _ in self._systems.most_common(1)), "")
        return read_as(system, answer.page, f"read as {system}, like this site's other lists") if system else None

    def _served(self, lead: Lead, answer: Answer) -> None:
        shell, hint, page = lead.about
        guess = confirm(hint, answer.page)
        if guess:
            self._listing(shell, guess, page)

    def _listing(self, lead: Lead, guess: Guess, answer: Answer) -> None:
        """A proven listing: a candidate if it holds reports, else its next page may."""
        self._systems[guess.platform] += 1
        if lead.kind == "more":
            candidate: Candidate = lead.about
            candidate.pages += 1
        else:
            name = guess.listing.name or (answer.crumbs[-1:] or [lead.name])[0]
            candidate = Candidate(self._first_page(lead, answer), name, guess, lead.why)
        found = candidate.take(guess.listing.rows)
        if isinstance(lead.about, SeenReport) and lead.kind == "page":
            candidate.reports[canonical(lead.about.url)] = lead.about
        for child in guess.listing.children:
            self._parents.setdefault(canonical(child.url), (candidate.url, candidate.name))
            if frontier.is_year(child.name):
                self._push(30, PageRequest(child.url), "page", child.name, f"a year below {candidate.name}", 1)
        if candidate.reports:
            self._keep(candidate)
        if not found and not candidate.reports:
            self._page_on(lead, candidate, guess)

    @staticmethod
    def _first_page(lead: Lead, answer: Answer) -> str:
        """The address a portal file should hold: as it was linked, unless that was redirected."""
        return lead.request.url if same_page(lead.request.url, answer.url) else answer.url

    def _keep(self, candidate: Candidate) -> None:
        """Remember a candidate, a year's column as part of the one above it."""
        parent = self._parents.get(canonical(candidate.url))
        if parent and frontier.is_year(candidate.name):
            above = self._candidates.get(canonical(parent[0]))
            if above is None:
                above = Candidate(parent[0], parent[1], candidate.guess, f"the column above {candidate.name}")
                self._candidates[canonical(parent[0])] = above
            above.reports = {**candidate.reports, **above.reports}
            return
        self._candidates.setdefault(canonical(candidate.url), candidate)

    def _page_on(self, lead: Lead, candidate: Candidate, guess: Guess) -> None:
        """The next page of a listing that may hold reports further back."""
        dates = [row.date for row in guess.listing.rows if row.date]
        oldest = (now().astimezone(BEIJING) - OLDEST).date().isoformat()
        promise = max(frontier.worth(candidate.name, candidate.url)[0], lead.score if lead.kind == "more" else 0)
        kept_for_it = candidate.dedicated and candidate.pages < MOST_PAGES
        if guess.listing.next is None or promise < 25 or (dates and min(dates) < oldest and not kept_for_it):
            return
        score = 94 if kept_for_it else min(promise, 58) - 4 * (lead.kind == "more")
        why = f"page {candidate.pages + 1} of {candidate.name or candidate.url}"
        self._push(score, guess.listing.next, "more", candidate.name, why, 0, candidate)

    def _links(self, lead: Lead, answer: Answer) -> None:
        """Follow what the page links to, as far as it promises something; a frame's page is part of its own."""
        for request, dialect in engines.requests(answer):
            if dialect not in self._engines and len(self._engines) < MOST_ENGINES:
                self._engines.add(dialect)
                self._push(SEARCH, request, "search", dialect, f"the portal's own search ({dialect})")
        for url in answer.onward:
            why = f"a frame of {answer.url}, or where it sends a browser"
            self._push(max(lead.score - 1, 1), PageRequest(url), "page", lead.name, why, lead.depth + 1)
        above = {anchor.url for anchor in answer.crumb_links()} if not self.is_home(answer.url) else set()
        inherited = 6 if lead.score >= frontier.HUB and lead.kind == "page" and lead.depth else 0
        for anchor in answer.anchors:
            if self._report_link(anchor.url, anchor.name, answer.url) or frontier.is_document(anchor.url):
                continue
            score, why = (0, "") if PAGER.fullmatch(anchor.name) else frontier.worth(anchor.name, anchor.url)
            if score <= 0 or (anchor.url in above and score < frontier.DEDICATED - 10):
                continue
            if score >= frontier.HUB and "公开" in anchor.name and anchor.url not in self._sections:
                self._sections.append(anchor.url)
            if score < frontier.DEDICATED - 10:
                score = max(1, score + inherited - 2 * lead.depth - 3 * self._names[anchor.name])
                self._names[anchor.name] += 1
            where = "the home page" if self.is_home(answer.url) else answer.url
            text = f"link {anchor.name!r} on {where}: {why}"
            self._push(score, PageRequest(anchor.url), "page", anchor.name, text, lead.depth + 1)

    def _report_link(self, url: str, title: str, where: str) -> bool:
        """True for the link of a report: it is opened for its breadcrumb; a few of each folder are enough."""
        folder = (frontier.columns_above(url) or [url])[0]
        report = as_report(ListingRow(url, title))
        if report is None or (report.report_year is None and not frontier.is_document(url)):
            return False
        if self._folders[folder] < PER_FOLDER:
            self._folders[folder] += 1
            self._push(frontier.REPORT, PageRequest(url), "report", title, f"link to a report on {where}", 1, report)
        return True

    def _take_report(self, lead: Lead, answer: Answer) -> None:
        """A report's page: the columns of its breadcrumb, then where its system files such pages."""
        page = answer.report
        listed = lead.about if isinstance(lead.about, SeenReport) else None
        report = SeenReport(
            answer.url,
            page.title or (listed.title if listed else ""),
            page.issuer,
            page.report_year,
            page.published or "",
        )
        self.reports[canonical(answer.url)] = report
        for place, anchor in enumerate(answer.crumb_links()[:3]):
            score, about = (99, report) if place == 0 else (88 - 20 * place, None)
            why = f"the breadcrumb of {report.title or answer.url}"
            self._push(score, PageRequest(anchor.url), "page", anchor.name, why, 1, about)
        for place, url in enumerate(frontier.columns_above(answer.url)):
            why = f"the folder {report.title or answer.url} is filed in"
            self._push(97 - place, PageRequest(url), "page", (answer.crumbs or [""])[-1], why, 1, report)
