"""The search of a portal for its report columns: best link first, until the budget or the leads are used up."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from crawler.clock import BEIJING, now
from crawler.discovery import engines, frontier, proof
from crawler.discovery.branches import PER_BRANCH, TRIED, Branches, full_agency, is_department
from crawler.discovery.candidates import Candidate, SeenReport, as_report, without_repeats
from crawler.discovery.frontier import Lead
from crawler.discovery.hosts import belongs, permitted
from crawler.discovery.links import Anchor, in_script
from crawler.discovery.pages import Answer
from crawler.items import ListingRow, PageRequest
from crawler.outcome import bare_host, same_page
from crawler.platforms import report_page, service
from crawler.platforms.detect import Guess, confirm
from crawler.platforms.listing import absolute
from crawler.portals.regions import of_site
from crawler.urls import canonical

MAX_DEPTH: Final = 6
MAX_LEADS: Final = 5000
OLDEST: Final = timedelta(days=800)  # how far back a listing is paged in search of its first report
MOST_PAGES: Final = 6  # of a column kept for law-based government, whatever its dates
PATIENCE: Final = 22  # requests without a column after which only links that speak of one are followed
PAGER: Final = re.compile(r"\d*|\W*|(?:首|尾|末|上一|下一)页.{0,2}|更多.{0,3}|more.{0,3}", re.I)
_GOVERNMENT: Final = re.compile(r"([\u4e00-\u9fff]{2,9}?[省市县区旗州盟])人民政府")
INDEX: Final = re.compile(r"/(?:index|default|list|common_list|moreinfo)\.(?:s?html?|jhtml|jsp)$")
SEARCH: Final = 58  # how promising the portal's own search is: after columns kept for the reports
MOST_ENGINES: Final = 3
PER_FOLDER: Final = 2  # report pages that are opened for the sake of one folder's column
MOST_SCRIPTS: Final = 4
IN_BRANCH: Final = 84  # a department, once another has shown a column


def place_of(url: str) -> str:
    """One form for the addresses of one page: the canonical one without the name of a first page's file."""
    return INDEX.sub("/", canonical(url))


@dataclass(frozen=True, slots=True)
class Tried:
    """One request that was made: what came of it as a word, and in a clause what was seen."""

    url: str
    why: str
    outcome: str
    seen: str = ""

    def as_dict(self) -> dict[str, str]:
        """Ready for JSON."""
        return {"url": self.url, "why": self.why, "outcome": self.outcome, "seen": self.seen}


class Search:
    """A task: ``next`` says what to ask for, ``answered`` takes what came; ``candidates`` is the result.

    Starts from any address of a portal: its home page, a column or one report. ``watched`` are the addresses of
    columns that are watched already: the departments they stand in are not searched again.
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
        self._scripts: set[str] = set()
        self._push(100, PageRequest(url), "page", "", "the address given")

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
            return lead
        return None

    def _of_use(self, lead: Lead) -> bool:
        """Whether a lead is still of use with what has been found since."""
        branch = self.branches.of(lead.trail)
        if branch and lead.kind == "page" and not self._branch_open(branch, lead):
            return False
        if lead.kind in ("service", "probe"):
            return not self._has_reports(lead)
        if not any(each.reports for each in self._candidates.values()):
            return lead.score >= frontier.TOPICAL or len(self.tried) < PATIENCE
        if lead.kind == "report":
            return not any(canonical(lead.request.url) in each.reports for each in self._candidates.values())
        parent = self._parents.get(canonical(lead.request.url))
        if parent and canonical(parent[0]) in self._candidates and frontier.is_year(lead.name):
            return False
        return lead.kind == "page" and (lead.score >= frontier.TOPICAL or bool(branch and self.branches.done))

    def _has_reports(self, lead: Lead) -> bool:
        """Whether the column a service or a row was asked for has shown its reports meanwhile."""
        shell: Lead = lead.about[0]
        known = self._candidates.get(canonical(shell.request.url))
        return known is not None and bool(known.reports)

    def _branch_open(self, branch: str, lead: Lead) -> bool:
        """Whether more of a department may be asked for: of the first one or two, and of all once one has proven."""
        branches = self.branches
        if branch in branches.done:
            return lead.score >= frontier.TOPICAL and lead.trail[-1].url != branch and lead.name not in branches.ways
        if branches.asked[branch] >= PER_BRANCH:
            return False
        if branch not in branches.begun and not branches.done and len(branches.begun) >= TRIED:
            return lead.score >= frontier.TOPICAL and lead.score != IN_BRANCH
        branches.begun.add(branch)
        return True

    def answered(self, lead: Lead, answer: Answer) -> None:
        """Take an answer: rows, links, breadcrumb and what the page says about its site."""
        self._asked.add(place_of(answer.url))
        if answer.outcome.name != "ok":
            self.tried.append(Tried(answer.url, lead.why, answer.outcome.name, answer.outcome.reason))
            return
        outcome, seen = self._take(lead, answer)
        self.tried.append(Tried(answer.url, lead.why, outcome, seen))

    def _take(self, lead: Lead, answer: Answer) -> tuple[str, str]:
        """What an answer is, as a word and a clause."""
        if lead.kind == "service":
            return self._served(lead, answer)
        if lead.kind == "script":
            return self._script(lead, answer)
        if lead.kind == "search":
            hits = engines.hits(answer)
            found = sum(self._report_link(hit.url, hit.title, f"the portal's own search ({lead.name})") for hit in hits)
            return "search", f"{len(hits)} documents named, {found} of them reports"
        if not self.home:
            self._arrive(answer)
        self._note_site(answer)
        if lead.kind == "probe":
            return self._probed(lead, answer)
        if not self.is_home(answer.url) and answer.shows_report:
            return self._take_report(lead, answer)
        if lead.kind == "report":
            return "not_a_report", "the page shows no report's text"
        return self._take_page(lead, answer)

    def _arrive(self, answer: Answer) -> None:
        """The first page that answered names the host, and with it the home page."""
        scheme, _, rest = answer.url.partition("://")
        self.home = f"{scheme}://{rest.partition('/')[0]}/"
        self.host = bare_host(answer.url)
        if not self.is_home(answer.url):
            self._push(65, PageRequest(self.home), "page", "", "the home page")

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
        self, score: int, request: PageRequest, kind: str, name: str, why: str, about: Any = None,
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

    def _take_page(self, lead: Lead, answer: Answer) -> tuple[str, str]:
        """A page that is no document: maybe a listing, always a source of links."""
        candidate = lead.about if lead.kind == "more" else None
        guess = None if self.is_home(answer.url) else self._read(lead, answer, candidate)
        if guess and guess.service:
            self._ask_service(lead, guess, answer, 99)
            self._links(lead, answer)
            return "js_shell", f"its rows come from a service ({guess.platform})"
        rows = guess.listing.rows if guess else ()
        fresh = self._links(lead, answer, frozenset(row.url for row in rows))
        if guess:
            return self._listing(lead, guess, answer)
        return self._without_rows(lead, answer, fresh)

    def _read(self, lead: Lead, answer: Answer, candidate: Candidate | None) -> Guess | None:
        if candidate is not None:
            return proof.further(candidate, answer.page)
        known = [name for name, _ in self._systems.most_common(1)]
        return proof.read(answer, self._name(lead, None, answer), known)

    def _name(self, lead: Lead, guess: Guess | None, answer: Answer) -> str:
        """A column's name: what its page states, the last of its breadcrumb, its link's text."""
        stated = (guess.listing.name if guess else "") or answer.dom.metas.get("columnname", "")
        return stated or (answer.crumbs[-1:] or [lead.name])[0]

    def _without_rows(self, lead: Lead, answer: Answer, fresh: int) -> tuple[str, str]:
        """A page without a list: years below it, a shell whose scripts say what they ask for, or a menu."""
        name = self._name(lead, None, answer)
        topical = max(lead.score if lead.name else 0, frontier.score(name, answer.url)[0]) >= frontier.TOPICAL
        years = [child for child in answer.plain.children if frontier.is_year(child.name)]
        for child in years:
            self._parents.setdefault(canonical(child.url), (self._first_page(lead, answer), name))
            why = f"a year below {name or answer.url}"
            trail = (*lead.trail, Anchor(child.url, child.name))
            self._push(88 if topical else 30, PageRequest(child.url), "page", child.name, why, None, trail)
        if years:
            return "years", f"{len(years)} columns of single years"
        problem = answer.plain.problem
        shell = problem == "js_shell" or not answer.anchors
        if topical or (shell and lead.score >= 40):
            asked = self._ask_scripts(lead, answer, 98 if topical else min(lead.score, 69))
            if asked:
                return "js_shell", f"filled by a script; {asked}"
        elif not fresh and lead.score >= 40:
            self._push_scripts(lead, answer, 46)
        if problem in ("js_shell", "rows_in_comment"):
            return problem, proof.PROBLEMS[problem]
        return ("links", f"{fresh} links worth following, no list of documents") if fresh else ("no_list", "no list")

    def _ask_scripts(self, lead: Lead, answer: Answer, score: int) -> str:
        """Ask what the page's scripts ask for, and have its own script files read; gives what is asked as a clause."""
        found = service.calls(answer.page)
        for params in found:
            self._ask_service(lead, proof.hint(params, answer.page), answer, score)
        files = 0 if found else self._push_scripts(lead, answer, score - 1)
        said = f"{len(found)} services are named in it" if found else ""
        return said or (f"{files} of its own script files are read" if files else "")

    def _push_scripts(self, lead: Lead, answer: Answer, score: int) -> int:
        new = [url for url in answer.scripts if url not in self._scripts][: MOST_SCRIPTS - len(self._scripts)]
        for url in new:
            self._scripts.add(url)
            self._push(
                score, PageRequest(url), "script", lead.name, f"a script of {answer.url}", (lead, answer), lead.trail
            )
        return len(new)

    def _ask_service(self, lead: Lead, guess: Guess, answer: Answer, score: int) -> None:
        assert guess.service is not None
        why = f"the rows of {answer.url}"
        self._push(score, guess.service, "service", lead.name, why, (lead, guess, answer), lead.trail)

    def _script(self, lead: Lead, answer: Answer) -> tuple[str, str]:
        """A page's own script file: the nodes of a menu, and the services it asks."""
        page_lead, page = lead.about
        anchors = [Anchor(url, name) for href, name in in_script(answer.text) if (url := absolute(page.url, href))]
        fresh = self._follow(page_lead, page, anchors)
        found = service.calls(page.page, answer.text)
        for params in found:
            self._ask_service(page_lead, proof.hint(params, page.page), page, lead.score)
        return "script", f"{fresh} links and {len(found)} services are named in it"

    def _served(self, lead: Lead, answer: Answer) -> tuple[str, str]:
        shell, hint, page = lead.about
        guess = confirm(hint, answer.page) or proof.confirm(hint, answer.page, self._name(shell, hint, page))
        if guess:
            return self._listing(shell, guess, page)
        if nameless := service.without_addresses(answer.text):
            return (
                "js_shell",
                f"{nameless} entries without an address: only a browser that runs the page's script opens them",
            )
        return "no_list", "the service names no documents"

    def _listing(self, lead: Lead, guess: Guess, answer: Answer) -> tuple[str, str]:
        """A listing: a candidate if it holds reports; else a row of it may be one, or its next page hold some."""
        self._systems[guess.platform] += 1
        if lead.kind == "more":
            candidate: Candidate = lead.about
            candidate.pages += 1
        else:
            name = self._name(lead, guess, answer)
            candidate = Candidate(self._first_page(lead, answer), name, guess, lead.why)
        found = candidate.take(guess.listing.rows)
        if isinstance(lead.about, SeenReport) and lead.kind == "page":
            candidate.reports[canonical(lead.about.url)] = lead.about
        for child in guess.listing.children:
            self._parents.setdefault(canonical(child.url), (candidate.url, candidate.name))
            if frontier.is_year(child.name):
                self._push(30, PageRequest(child.url), "page", child.name, f"a year below {candidate.name}")
        if candidate.reports:
            self._keep(candidate, lead.trail)
        elif not found:
            self._probe(lead, candidate)
            self._page_on(lead, candidate, guess)
        count = len(guess.listing.rows)
        return (
            ("reports", f"{found} of {count} rows are reports")
            if found
            else ("no_report", f"none of {count} rows is a report")
        )

    def _probe(self, lead: Lead, candidate: Candidate) -> None:
        """Open the first row of a column kept for the reports whose titles do not tell (2024年度, 县水利局)."""
        if lead.kind == "page" and candidate.dedicated and (row := proof.telling(candidate)):
            self._push(
                96, PageRequest(row.url), "probe", row.title, f"a row of {candidate.url}", (lead, candidate), lead.trail
            )

    def _probed(self, lead: Lead, answer: Answer) -> tuple[str, str]:
        if not answer.shows_report:
            return "not_a_report", "the page shows no report's text"
        shell, candidate = lead.about
        candidate.reports[canonical(answer.url)] = _seen(answer)
        self._keep(candidate, shell.trail)
        return "report", f"a report: {answer.report.title}"

    @staticmethod
    def _first_page(lead: Lead, answer: Answer) -> str:
        """The address a portal file should hold: as it was linked, unless that was redirected."""
        return lead.request.url if same_page(lead.request.url, answer.url) else answer.url

    def _keep(self, candidate: Candidate, trail: tuple[Anchor, ...] = ()) -> None:
        """Remember a candidate, a year's column as part of the one above it."""
        branch = self.branches.prove(trail) if candidate.dedicated else self.branches.of(trail)
        if branch:
            candidate.agency = full_agency(self.branches.names[branch], self.region)
            self._like_branches()
        parent = self._parents.get(canonical(candidate.url))
        if parent and frontier.is_year(candidate.name):
            above = self._candidates.get(canonical(parent[0]))
            if above is None:
                why = f"the column above {candidate.name}"
                above = replace(candidate, url=parent[0], name=parent[1], why=why, reports={})
                self._candidates[canonical(parent[0])] = above
            above.reports = {**candidate.reports, **above.reports}
            return
        self._candidates.setdefault(canonical(candidate.url), candidate)

    def _like_branches(self) -> None:
        """A department has shown a column: its sisters are worth as much."""
        for anchor in self.branches.left:
            why = f"department {anchor.name!r} on {self.branches.where}, as another has a column of reports"
            self._push(IN_BRANCH, PageRequest(anchor.url), "page", anchor.name, why, None, (anchor,))

    def _note_watched(self) -> None:
        """Departments below which a column is watched need no search."""
        places = [place_of(url) for url in self.watched]
        for url in self.branches.names:
            if any(place.startswith(place_of(url)) for place in places):
                self.branches.done.add(url)

    def _page_on(self, lead: Lead, candidate: Candidate, guess: Guess) -> None:
        """The next page of a listing that may hold reports further back."""
        dates = [row.date for row in guess.listing.rows if row.date]
        oldest = (now().astimezone(BEIJING) - OLDEST).date().isoformat()
        promise = max(frontier.score(candidate.name, candidate.url)[0], lead.score if lead.kind == "more" else 0)
        kept_for_it = candidate.dedicated and candidate.pages < MOST_PAGES
        if guess.listing.next is None or promise < 25 or (dates and min(dates) < oldest and not kept_for_it):
            return
        score = 94 if kept_for_it else min(promise, 58) - 4 * (lead.kind == "more")
        why = f"page {candidate.pages + 1} of {candidate.name or candidate.url}"
        self._push(score, guess.listing.next, "more", candidate.name, why, candidate, lead.trail)

    def _links(self, lead: Lead, answer: Answer, rows: frozenset[str] = frozenset()) -> int:
        """Follow what the page leads to, as far as it promises something; gives how much of that is new.

        Rows of its list are documents and no columns. A frame's page is part of its own.
        """
        for request, dialect in engines.requests(answer):
            if dialect not in self._engines and len(self._engines) < MOST_ENGINES:
                self._engines.add(dialect)
                self._push(SEARCH, request, "search", dialect, f"the portal's own search ({dialect})")
        before = self._count
        for url in answer.onward:
            why = f"a frame of {answer.url}, or where it sends a browser"
            self._push(
                max(lead.score - 1, 1), PageRequest(url), "page", lead.name, why, None, (*lead.trail, Anchor(url, ""))
            )
        onward = self._count - before
        return onward + self._follow(lead, answer, [each for each in answer.anchors if each.url not in rows])

    def _follow(self, lead: Lead, answer: Answer, anchors: list[Anchor]) -> int:
        """Weigh the links of a page; gives how many new ones are worth a request."""
        before = self._count
        self._offer(anchors)
        own = [anchor for anchor in anchors if belongs(anchor.url, self.host) and not self.is_home(anchor.url)]
        self.branches.take(answer.url, own)
        self._note_watched()
        above = {anchor.url for anchor in answer.crumb_links()} if not self.is_home(answer.url) else set()
        where = "the home page" if self.is_home(answer.url) else answer.url
        for anchor in own:
            if self._report_link(anchor.url, anchor.name, answer.url) or frontier.is_document(anchor.url):
                continue
            score, why = self._score(lead, answer, anchor)
            if score <= 0 or (anchor.url in above and score < frontier.TOPICAL):
                continue
            if score >= frontier.DEDICATED and (report := self.reports.get(canonical(anchor.url))):
                self._report_page(anchor, report, lead)
            text = f"link {anchor.name!r} on {where}: {why}"
            trail = (*lead.trail, anchor)
            self._push(score, PageRequest(anchor.url), "page", anchor.name, text, None, trail)
        return self._count - before

    def _score(self, lead: Lead, answer: Answer, anchor: Anchor) -> tuple[int, str]:
        """How promising a link is on this page, and why."""
        score, why = (0, "") if PAGER.fullmatch(anchor.name) else frontier.score(anchor.name, anchor.url)
        branch = self.branches.of((*lead.trail, anchor))
        if score >= frontier.TOPICAL:
            return (max(score, IN_BRANCH + 3) if branch and self.branches.done else score), why
        if anchor.url in answer.dated:
            return 0, ""
        if branch and anchor.url == branch:
            return (IN_BRANCH if self.branches.done else 34), "a department's pages"
        if branch and anchor.name in self.branches.ways:
            return IN_BRANCH + 2, "as in another department"
        if score <= 0:
            return 0, ""
        inherited = 6 if lead.score >= frontier.HUB and lead.kind == "page" and lead.trail else 0
        score = max(1, score + inherited - 2 * len(lead.trail) - 3 * self._names[anchor.name])
        self._names[anchor.name] += 1
        return score, why

    def _offer(self, anchors: list[Anchor]) -> None:
        """Remember the hosts of other agencies that a page leads to: places to add, never asked unasked."""
        for anchor in anchors:
            host = bare_host(anchor.url)
            if not belongs(anchor.url, self.host) and permitted(host) and is_department(anchor.name):
                scheme, _, rest = anchor.url.partition("://")
                self.elsewhere.setdefault(
                    f"{scheme}://{rest.partition('/')[0]}/", full_agency(anchor.name, self.region)
                )

    def _report_link(self, url: str, title: str, where: str) -> bool:
        """True for the link of a report: it is opened for its breadcrumb; a few of each folder are enough."""
        folder = (frontier.columns_above(url) or [url.rpartition("/")[0]])[0]
        report = as_report(ListingRow(url, title))
        if report is None or (report.report_year is None and not frontier.is_document(url)):
            return False
        self.reports.setdefault(canonical(url), report)
        if self._folders[folder] < PER_FOLDER:
            self._folders[folder] += 1
            self._push(frontier.REPORT, PageRequest(url), "report", title, f"link to a report on {where}", report)
        return True

    def _take_report(self, lead: Lead, answer: Answer) -> tuple[str, str]:
        """A report's page: it is a column itself, or its breadcrumb and its system's way of filing name one."""
        report = _seen(answer, lead.about if isinstance(lead.about, SeenReport) else None)
        self.reports[canonical(answer.url)] = report
        says = f"a report: {report.title}"
        named = [anchor for anchor in answer.anchors if same_page(anchor.url, answer.url)]
        named += [lead.trail[-1]] if lead.trail and lead.kind == "page" else []
        if column := next((each for each in named if frontier.score(each.name, "")[0] >= frontier.DEDICATED), None):
            self._report_page(Anchor(lead.request.url, column.name), report, lead)
        for place, anchor in enumerate(answer.crumb_links()[:3]):
            score, about = (99, report) if place == 0 else (88 - 20 * place, None)
            why = f"the breadcrumb of {report.title or answer.url}"
            trail = (*lead.trail, anchor)
            self._push(score, PageRequest(anchor.url), "page", anchor.name, why, about, trail)
        for place, url in enumerate(frontier.columns_above(answer.url)):
            why = f"the folder {report.title or answer.url} is filed in"
            self._push(97 - place, PageRequest(url), "page", (answer.crumbs or [""])[-1], why, report, lead.trail)
        return "report", says

    def _report_page(self, anchor: Anchor, report: SeenReport, lead: Lead) -> None:
        """A menu entry named after the reports leads to a report: the column's page is the newest of them."""
        if frontier.is_document(anchor.url) or as_report(ListingRow(anchor.url, anchor.name)):
            return
        guess = Guess(report_page.NAME, {}, ("the column's page is a report itself",), proof.one_row(report))
        why = f"link {anchor.name!r}, which leads to a report"
        candidate = Candidate(anchor.url, anchor.name, guess, why, 1, reports={canonical(report.url): report})
        self._keep(candidate, (*lead.trail, anchor) if lead.trail[-1:] != (anchor,) else lead.trail)


def _seen(answer: Answer, listed: SeenReport | None = None) -> SeenReport:
    """The report a page shows; a title it lacks is its row's."""
    page = answer.report
    title = page.title or (listed.title if listed else "")
    return SeenReport(answer.url, title, page.issuer, page.report_year, page.published or "")
