"""The search of a portal for its report columns: best link first, until the budget or the leads are used up."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from crawler.clock import BEIJING, now
from crawler.discovery import engines, frontier, proof
from crawler.discovery.candidates import Candidate, SeenReport
from crawler.discovery.follow import Follow
from crawler.discovery.frontier import Lead
from crawler.discovery.leads import Tried, place_of
from crawler.discovery.links import Anchor, in_script
from crawler.discovery.pages import Answer
from crawler.items import PageRequest
from crawler.outcome import bare_host, same_page
from crawler.platforms import service
from crawler.platforms.detect import Guess, confirm
from crawler.platforms.listing import absolute
from crawler.urls import canonical

OLDEST: Final = timedelta(days=800)  # how far back a listing is paged in search of its first report
MOST_PAGES: Final = 6  # of a column kept for law-based government, whatever its dates
MOST_SCRIPTS: Final = 4


class Search(Follow):
    """A task: ``next`` says what to ask for, ``answered`` takes what came; ``candidates`` is the result.

    Starts from any address of a portal: its home page, a column or one report.
    """

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

    def _note_site(self, answer: Answer) -> None:
        report = answer.report
        for name, value in (("title", report.site_name), ("site_id_code", report.site_id_code)):
            if value and not getattr(self, name):
                setattr(self, name, value)
                self.seen_at[name] = answer.url

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
        if years := self._push_years(lead, answer, name, 88 if topical else 30):
            return "years", f"{years} columns of single years"
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

    def _push_years(self, lead: Lead, answer: Answer, name: str, score: int) -> int:
        """Note the columns of single years below a page; gives their number."""
        years = [child for child in answer.plain.children if frontier.is_year(child.name)]
        for child in years:
            self._parents.setdefault(canonical(child.url), (self._first_page(lead, answer), name))
            why = f"a year below {name or answer.url}"
            trail = (*lead.trail, Anchor(child.url, child.name))
            self._push(score, PageRequest(child.url), "page", child.name, why, None, trail)
        return len(years)

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


def _seen(answer: Answer, listed: SeenReport | None = None) -> SeenReport:
    """The report a page shows; a title it lacks is its row's."""
    page = answer.report
    title = page.title or (listed.title if listed else "")
    return SeenReport(answer.url, title, page.issuer, page.report_year, page.published or "")
