"""What a page's scripts ask for: the rows of its list, the nodes of a menu, what a click on a tab brings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cleaning.document.classify import is_candidate
from crawler.clauses import Clause, clause
from crawler.discovery import frontier, proof
from crawler.discovery.candidates import Candidate, as_report
from crawler.discovery.drawn import entries_of
from crawler.discovery.follow import Follow
from crawler.discovery.frontier import Lead
from crawler.discovery.pages import Answer
from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.outcome import same_page
from crawler.platforms import service
from crawler.platforms.detect import Guess, confirm
from crawler.platforms.listing import feeds, row_addresses

LEAST: Final = 25  # how promising a shell or a tab must be for what it asks for to be asked
MOST_SCRIPTS: Final = 4
MOST_TABS: Final = 4
MOST_INCLUDED: Final = 4
INCLUDED: Final = 56  # how promising a piece is that a script puts into a page
SECTION: Final = 40  # how promising a page must be for its scripts to be read
MENU: Final = re.compile(r"tree|menu|nav|node|catalog|(?:channel|column)s?\.|json/", re.I)
MENU_SCORE: Final = 60


class Services(Follow):
    """Leads that grow by what scripts ask for; every service is confirmed by one request."""

    def _listing(self, lead: Lead, guess: Guess, answer: Answer) -> tuple[str, Clause]:
        """What the rows of a service are; ``Search`` knows how."""
        raise NotImplementedError

    def _ask(self, lead: Lead, answer: Answer, *, topical: bool, problem: str, fresh: int) -> Clause | None:
        """Ask what a page's scripts ask for: its rows where it may be a column or nothing else stands there, else the
        menus of a section."""
        shell = problem == "js_shell" or not fresh
        if topical or (shell and lead.score >= LEAST):
            return self._ask_scripts(lead, answer, 98 if topical else min(lead.score, 69))
        if lead.score >= SECTION:
            for params in service.calls(answer.page):
                if MENU.search(params["url"]):
                    self._ask_service(lead, proof.hint(params, answer.page), answer, MENU_SCORE)
            if not fresh:
                self._push_scripts(lead, answer, 46)
        return None

    def _ask_scripts(self, lead: Lead, answer: Answer, score: int) -> Clause | None:
        """Ask what the page's scripts ask for, and have its own script files read; says what is asked."""
        found = [] if self._spell_state(lead, answer) else service.calls(answer.page)
        for params in found:
            self._ask_service(lead, proof.hint(params, answer.page), answer, score)
        files = 0 if found else self._push_scripts(lead, answer, score - 1)
        if found:
            return clause("script_services", services=len(found))
        return clause("script_files", files=files) if files else None

    def _push_scripts(self, lead: Lead, answer: Answer, score: int) -> int:
        new = [url for url in answer.scripts if url not in self._scripts][: MOST_SCRIPTS - len(self._scripts)]
        for url in new:
            self._scripts.add(url)
            why = clause("script_of", url=answer.url)
            self._push(score, PageRequest(url), "script", lead.name, why, (lead, answer), lead.trail)
        return len(new)

    def _ask_service(self, lead: Lead, guess: Guess, answer: Answer, score: int) -> None:
        assert guess.service is not None
        why = clause("rows_of", url=answer.url)
        self._push(score, guess.service, "service", lead.name, why, (lead, guess, answer), lead.trail)

    def _push_included(self, lead: Lead, answer: Answer) -> int:
        """Ask for the pieces of pages that scripts put into a page: a menu may be one; gives their number."""
        before = self._count
        for url in answer.included[:MOST_INCLUDED]:
            self._ask_service(lead, proof.hint({"url": url}, answer.page), answer, max(lead.score - 1, INCLUDED))
        return self._count - before

    def _push_tabs(self, lead: Lead, answer: Answer, *answers: str) -> int:
        """Ask what the scripts ask for when something is clicked whose name promises a column; gives how much."""
        asked, plain = 0, list[dict[str, str]]()
        scored = [
            (frontier.score(name, "")[0], name, given) for name, given in answer.tabs(*answers) if not _is_report(name)
        ]
        for score, name, given in sorted(scored, key=lambda each: -each[0])[: 2 * MOST_TABS]:
            if score < LEAST or asked >= MOST_TABS:
                break
            if not given:
                asked += self._push_scripts(lead, answer, score - 1)
                continue
            plain = plain or service.calls(answer.page, *answer.scripts_read)
            tab = replace(lead, kind="tab", name=name)
            for params in service.calls(answer.page, *answer.scripts_read, given=given):
                if params not in plain:
                    promise = 98 if score >= frontier.TOPICAL else score
                    self._ask_service(tab, proof.hint(params, answer.page), answer, promise)
                    asked += 1
        return asked

    def _script(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """A page's own script file: the nodes of a menu, and the services it asks."""
        page_lead, page = lead.about
        page.scripts_read.append(answer.text)
        self._push_tabs(page_lead, page)
        if self._spell_state(page_lead, page):
            return "script", clause("script_names", fresh=0, services=0)
        for each in self._unspelled:
            if each[2] is page:
                self._spell(*each)
        hint = proof.hint({"url": answer.url}, page.page)
        if guess := proof.confirm(hint, answer.page, self._name(page_lead, hint, page)):
            return self._listing(page_lead, guess, page)
        fresh = self._follow(page_lead, page, page.named_by(answer.text))
        found = service.calls(page.page, answer.text)
        for params in found:
            self._ask_service(page_lead, proof.hint(params, page.page), page, lead.score)
        return "script", clause("script_names", fresh=fresh, services=len(found))

    def _served(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """What a service gave: a column's rows, or the nodes of a menu."""
        shell, hint, page = lead.about
        guess = confirm(hint, answer.page) or proof.confirm(hint, answer.page, self._name(shell, hint, page))
        if guess:
            return self._listing(shell, guess, page)
        nameless = feeds.nameless(feeds.load(answer.text), answer.url)
        if any(row.date for _, row in nameless):  # documents: the nodes of a menu have no date
            self._spell(shell, hint, page, answer)
            return "js_shell", clause("nameless", entries=len(nameless))
        if not proof.dated(hint, answer.page) and (fresh := self._follow(shell, page, page.named_by(answer.text))):
            return "links", clause("links", fresh=fresh)
        if nameless:
            if not self._push_tabs(shell, page, answer.text):
                self._spell(shell, hint, page, answer)
            return "js_shell", clause("nameless", entries=len(nameless))
        return "no_list", clause("empty_service")

    def _spell(self, shell: Lead, hint: Guess, page: Answer, answer: Answer) -> None:
        """Rows without addresses: open one as the page's scripts spell where it leads; a report proves the spelling."""
        if hint.platform != service.NAME:
            return
        names = {name for entry, _ in feeds.nameless(feeds.load(answer.text), answer.url)[:3] for name in entry}
        spelled = self._open_spelled(shell, hint, page, names, replace(answer.page, request=hint.service))
        if not spelled and not page.scripts_read and self._push_scripts(shell, page, shell.score):
            self._unspelled.append((shell, hint, page, answer))

    def _spell_state(self, lead: Lead, page: Answer) -> bool:
        """The same for rows that stand in a script of the page itself, as the state its application begins with."""
        items = [dict(entry) for script in service.scripts_of(page.page) for entry in entries_of(script)]
        names = {name for entry, row in feeds.nameless(items, page.url) if is_candidate(row.title) for name in entry}
        hint = Guess(service.NAME, {}, ("rows in a script of the page",), Listing())
        return bool(names) and self._open_spelled(lead, hint, page, names, page.page)

    def _open_spelled(self, shell: Lead, hint: Guess, page: Answer, names: set[str], rows: ListingPage) -> bool:
        """Open a row at each address that scripts spell of these fields; False where none can be opened."""
        scripts, opened = [*service.scripts_of(page.page), *page.scripts_read], False
        for place, template in enumerate(row_addresses.learned(page.text, scripts, names, page.url)):
            params = {**hint.params, "row": template}
            guess = replace(hint, params=params, listing=service.read(replace(rows, params=params)), service=None)
            candidate = Candidate(self._first_page(shell, page), self._name(shell, None, page), guess, shell.why)
            row = proof.telling(candidate)
            if row is None:
                break
            opened = True
            why = clause("row_of", url=candidate.url)
            self._push(96 - place, PageRequest(row.url), "probe", row.title, why, (shell, candidate), shell.trail)
        return opened

    def _name(self, lead: Lead, guess: Guess | None, answer: Answer) -> str:
        """A column's name: what its page states, the last of its breadcrumb, its link's text."""
        if lead.kind == "tab":
            return lead.name
        stated = (guess.listing.name if guess else "") or answer.dom.metas.get("columnname", "")
        return stated or (answer.crumbs[-1:] or [lead.name])[0]

    @staticmethod
    def _first_page(lead: Lead, answer: Answer) -> str:
        """The address a portal file should hold: as it was linked, unless that was redirected."""
        return lead.request.url if same_page(lead.request.url, answer.url) else answer.url


def _is_report(name: str) -> bool:
    """Whether what is clicked is a report and no column."""
    report = as_report(ListingRow("", name))
    return report is not None and report.report_year is not None
