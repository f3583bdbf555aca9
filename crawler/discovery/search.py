"""The search of a portal for its report columns: best link first, until the budget or the leads are used up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cleaning.document.classify import is_candidate
from crawler.clauses import Clause, clause
from crawler.discovery import engines, frontier, proof
from crawler.discovery.candidates import Candidate, SeenReport, as_report
from crawler.discovery.frontier import Lead
from crawler.discovery.leads import Tried, place_of
from crawler.discovery.links import Anchor
from crawler.discovery.pages import Answer
from crawler.discovery.staging import Stages
from crawler.items import PageRequest
from crawler.outcome import bare_host, same_page
from crawler.platforms import report_links, service, year_links
from crawler.platforms.detect import GENERIC, Guess, each_service
from crawler.urls import canonical

MOST_PAGES: Final = 6  # of a column kept for law-based government, whatever its dates
DOUBTFUL: Final = 75  # how promising a row is whose title does not tell
PREVIEWED: Final = 92  # a list whose first rows were seen above it
PER_LIST: Final = 2
MOST_DOUBTFUL: Final = 6
LEAST_NAMED: Final = 2  # links named by agencies
LEAST_PAGED: Final = 25  # how promising a column must be for its further pages


class Search(Stages):
    """A task: ``next`` says what to ask for, ``answered`` takes what came; ``candidates`` is the result.

    Starts from any address of a portal: its home page, a column or one report.
    """

    def answered(self, lead: Lead, answer: Answer) -> None:
        """Take an answer: rows, links, breadcrumb and what the page says about its site."""
        self._asked.add(place_of(answer.url))
        if lead.kind in ("service", "script"):
            self._hear(lead, answer)
        if answer.outcome.name != "ok":
            if lead.kind == "played":
                self._took(lead, answer)
            ended = answer.outcome
            if lead.kind == "script":
                self._no_script(lead)
            self.tried.append(Tried(answer.url, lead.why, ended.name, Clause(ended.code, ended.params)))
            return
        outcome, seen = self._take(lead, answer)
        self.tried.append(Tried(answer.url, lead.why, outcome, seen))

    def _take(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """What an answer is, as a word and a clause."""
        if lead.kind == "service":
            return self._served(lead, answer)
        if lead.kind == "script":
            return self._script(lead, answer)
        if lead.kind == "played":
            return self._took(lead, answer)
        if lead.kind == "search":
            hits = engines.hits(answer)
            found = sum(self._report_link(hit.url, hit.title, clause("own_search", dialect=lead.name)) for hit in hits)
            return "search", clause("hits", hits=len(hits), reports=found)
        if not self.home:
            self._arrive(answer)
        self._note_site(answer)
        if lead.kind == "probe":
            return self._probed(lead, answer)
        if not self.is_home(answer.url) and answer.shows_report:
            return self._take_report(lead, answer)
        if lead.kind == "report":
            listing = proof.guess(answer, lead.name, ())
            if not listing or not any(as_report(row) for row in listing.listing.rows):
                return "not_a_report", clause("no_report_text")
            self.reports.pop(canonical(answer.url), None)  # a list, named as the reports on it are
        return self._take_page(lead, answer)

    def _arrive(self, answer: Answer) -> None:
        """The first page that answered names the host, and with it the home page."""
        scheme, _, rest = answer.url.partition("://")
        self.home = f"{scheme}://{rest.partition('/')[0]}/"
        self.host = bare_host(answer.url)
        if not self.is_home(answer.url):
            self._push(65, PageRequest(self.home), "page", "", clause("home"))

    def _note_site(self, answer: Answer) -> None:
        named = answer.site_name(home=self.is_home(answer.url))
        for name, value in (("title", named), ("site_id_code", answer.report.site_id_code)):
            if value and not getattr(self, name):
                setattr(self, name, value)
                self.seen_at[name] = answer.url

    def _take_page(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """A page that is no document: maybe a listing, always a source of links."""
        candidate = lead.about if lead.kind == "more" else None
        self._stamps.learn(answer.anchors, home=self.is_home(answer.url))
        guess = None if self.is_home(answer.url) else self._read(lead, answer, candidate)
        guess = guess and replace(guess, listing=self._stamps.listing(guess.listing))
        if guess and guess.service:
            topical = bool(lead.name) and lead.score >= frontier.TOPICAL
            self._set_stage(lead, answer, topical=topical, fresh=0, problem="js_shell")
            for each in each_service(guess, answer.page):
                self._ask_service(lead, each, answer, 99)
            for call in service.calls(answer.page):  # its scripts may ask in another way than its system does
                self._ask_call(lead, call, answer, 97)
            self._links(lead, answer)
            return "js_shell", clause("from_service", platform=guess.platform)
        rows = guess.listing.rows if guess else ()
        fresh = self._links(lead, answer, frozenset(row.url for row in rows)) + self._push_tabs(lead, answer)
        fresh += self._push_included(lead, answer)
        if guess:
            return self._listing(lead, guess, answer)
        return self._without_rows(lead, answer, fresh)

    def _read(self, lead: Lead, answer: Answer, candidate: Candidate | None) -> Guess | None:
        if candidate is not None:
            return proof.further(candidate, answer.page)
        known = [name for name, _ in self._systems.most_common(1)]
        return proof.guess(answer, self._name(lead, None, answer), known)

    def _without_rows(self, lead: Lead, answer: Answer, fresh: int) -> tuple[str, Clause]:
        """A page without a list: years below it, a shell whose scripts say what they ask for, or a menu."""
        self._note_origin(lead, answer)
        name = self._name(lead, None, answer)
        topical = max(lead.score if lead.name else 0, frontier.score(name, answer.url)[0]) >= frontier.TOPICAL
        if years := self._push_years(lead, answer, name, 88 if topical else 30):
            return "years", clause("single_years", years=years)
        problem = answer.plain.problem
        self._set_stage(lead, answer, topical=topical, fresh=fresh, problem=problem)
        if told := self._named_links(lead, answer, name) if topical else 0:
            return "links", clause("links", fresh=told)
        if asked := self._ask(lead, answer, topical=topical, problem=problem, fresh=fresh):
            return "js_shell", asked
        if problem in ("js_shell", "rows_in_comment"):
            return problem, clause(problem)
        return ("links", clause("links", fresh=fresh)) if fresh else ("no_list", clause("no_list_at_all"))

    def _named_links(self, lead: Lead, answer: Answer, name: str) -> int:
        """Open one of the links that say no more than whose report they lead to; gives their number."""
        listing = report_links.read(answer.page)
        if len(listing.rows) < LEAST_NAMED:
            return 0
        evidence = (f"{len(listing.rows)} links named by agencies",)
        guess = Guess(report_links.NAME, {}, evidence, listing)
        candidate = Candidate(self._first_page(lead, answer), name, guess, lead.why)
        for place, row in enumerate(listing.rows[:2]):
            why = clause("row_of", url=candidate.url)
            self._push(96 - place, PageRequest(row.url), "probe", row.title, why, (lead, candidate), lead.trail)
        return len(listing.rows)

    def _note_origin(self, lead: Lead, answer: Answer) -> None:
        """A page whose list proves nothing leads to what may be reports: one of them opened proves it."""
        rows = {canonical(row.url) for row in answer.plain.rows} & self.reports.keys()
        if rows and not self.is_home(answer.url):
            guess = Guess(GENERIC, {}, ("a report was opened from it",), answer.plain)
            name = self._name(lead, None, answer)
            candidate = Candidate(self._first_page(lead, answer), name, guess, lead.why)
            for url in rows:
                self._origins.setdefault(url, (candidate, lead.trail))

    def _push_years(self, lead: Lead, answer: Answer, name: str, score: int) -> int:
        """Note the columns of single years below a page; gives their number."""
        years = [child for child in answer.plain.children if frontier.is_year(child.name)]
        if years and year_links.read(answer.page).rows:
            self._mixed.add(canonical(self._first_page(lead, answer)))
        for child in years:
            self._parents.setdefault(canonical(child.url), (self._first_page(lead, answer), name))
            why = clause("year_below", name=name or answer.url)
            trail = (*lead.trail, Anchor(child.url, child.name))
            self._push(score, PageRequest(child.url), "page", child.name, why, None, trail)
        return len(years)

    def _listing(self, lead: Lead, guess: Guess, answer: Answer) -> tuple[str, Clause]:
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
                self._push(30, PageRequest(child.url), "page", child.name, clause("year_below", name=candidate.name))
        if candidate.reports:
            self._push_previewed(lead, candidate, answer)
            self._keep(candidate, lead.trail)
            self._year_link(lead, candidate.reports.values(), candidate.url)
        elif not found:
            if candidate.dedicated and lead.kind == "page":
                self._set_stage(lead, answer, topical=True, fresh=0, problem="")
            self._probe(lead, candidate)
            self._open_doubtful(lead, candidate)
            self._page_on(lead, candidate, guess)
        count = len(guess.listing.rows)
        if found:
            return "reports", clause("rows_are_reports", reports=found, rows=count)
        return "no_report", clause("no_row_is_report", rows=count)

    def _push_previewed(self, lead: Lead, candidate: Candidate, answer: Answer) -> None:
        """Note the folders of a column's reports that its page leads to as lists of their own: it shows their first
        rows."""
        for child in candidate.guess.listing.children if lead.kind == "page" else ():
            if any(report.url.startswith(child.url) for report in candidate.reports.values()):
                name = next(
                    (each.name for each in answer.anchors if each.url == child.url and each.name != child.name),
                    child.name,
                )
                why = clause("year_below", name=candidate.name or candidate.url)
                self._push(
                    PREVIEWED, PageRequest(child.url), "page", name, why, None, (*lead.trail, Anchor(child.url, name))
                )

    def _probe(self, lead: Lead, candidate: Candidate) -> None:
        """Open the first row of a column kept for the reports whose titles do not tell (2024年度, 县水利局)."""
        if lead.kind in ("page", "tab") and candidate.dedicated and (row := proof.telling(candidate)):
            why = clause("row_of", url=candidate.url)
            self._push(96, PageRequest(row.url), "probe", row.title, why, (lead, candidate), lead.trail)

    def _open_doubtful(self, lead: Lead, candidate: Candidate) -> None:
        """Open rows whose titles do not tell (cut ones, letters that carry reports, lists of reports): the list is the
        column of a report found so, and a page that leads to several is one itself."""
        if candidate.dedicated:
            return
        rows = [row for row in proof.maybe(candidate) if is_candidate(row.title)]
        for row in rows[: min(PER_LIST, MOST_DOUBTFUL - self._doubtful)]:
            self._doubtful += 1
            self._origins.setdefault(canonical(row.url), (candidate, lead.trail))
            trail = (*lead.trail, Anchor(row.url, row.title))
            self._push(DOUBTFUL, PageRequest(row.url), "page", "", clause("row_of", url=candidate.url), None, trail)

    def _probed(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        if not answer.shows_report:
            return "not_a_report", clause("no_report_text")
        shell, candidate = lead.about
        if not candidate.rows:
            candidate.take(candidate.guess.listing.rows)
        candidate.reports[canonical(answer.url)] = _seen(answer)
        self._keep(candidate, shell.trail)
        return "report", clause("a_report", title=answer.report.title or "")

    def _page_on(self, lead: Lead, candidate: Candidate, guess: Guess) -> None:
        """The next page of a listing that may hold reports further back."""
        promise = max(frontier.score(candidate.name, candidate.url)[0], lead.score if lead.kind == "more" else 0)
        kept_for_it = candidate.dedicated and candidate.pages < MOST_PAGES
        ends = proof.reaches_back(guess.listing) and not kept_for_it
        if guess.listing.next is None or ends or promise < LEAST_PAGED:
            return
        score = 94 if kept_for_it else min(promise, 58) - 4 * (lead.kind == "more")
        why = clause("page_of", page=candidate.pages + 1, name=candidate.name or candidate.url)
        self._push(score, guess.listing.next, "more", candidate.name, why, candidate, lead.trail)

    def _take_report(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """A report's page: it is a column itself, or its breadcrumb and its system's way of filing name one; where
        they do not, the page that led to it is."""
        report = _seen(answer, lead.about if isinstance(lead.about, SeenReport) else None)
        self.reports[canonical(answer.url)] = report
        if name := _dedicated_name(lead, answer):
            self._report_page(Anchor(lead.request.url, name), report, lead)
        self._year_link(lead, [report])
        if not self._push_above(lead, answer, report) and (origin := self._origins.get(canonical(lead.request.url))):
            candidate, trail = origin
            candidate.take(candidate.guess.listing.rows)
            candidate.reports.setdefault(canonical(lead.request.url), report)
            self._keep(candidate, trail)
        return "report", clause("a_report", title=report.title)

    def _push_above(self, lead: Lead, answer: Answer, report: SeenReport) -> int:
        """Note the columns above a report, by its breadcrumb and its address; gives how many of them are new."""
        before = self._count
        for place, anchor in enumerate(answer.crumb_links()[:3]):
            score, about = (99, report) if place == 0 else (88 - 20 * place, None)
            why = clause("breadcrumb_of", name=report.title or answer.url)
            trail = (*lead.trail, anchor)
            self._push(score, PageRequest(anchor.url), "page", anchor.name, why, about, trail)
        for place, url in enumerate(frontier.columns_above(answer.url)):
            why = clause("folder_of", name=report.title or answer.url)
            self._push(97 - place, PageRequest(url), "page", (answer.crumbs or [""])[-1], why, report, lead.trail)
        return self._count - before


def _dedicated_name(lead: Lead, answer: Answer) -> str:
    """The name of a column kept for the reports under which a menu leads to this very page, "" if none does."""
    named = [anchor.name for anchor in answer.anchors if same_page(anchor.url, answer.url)]
    named += [lead.trail[-1].name] if lead.trail and lead.kind == "page" else []
    return next(filter(frontier.is_dedicated, named), "")


def _seen(answer: Answer, listed: SeenReport | None = None) -> SeenReport:
    """The report a page shows; a title it lacks is its row's."""
    page = answer.report
    title = page.title or (listed.title if listed else "")
    return SeenReport(answer.url, title, page.issuer, page.report_year, page.published or "")
