"""What a page's scripts ask for: the rows of its list, the nodes of a menu, what a click on a tab brings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from cleaning.document.classify import is_candidate
from crawler.clauses import Clause, clause
from crawler.discovery import frontier, proof
from crawler.discovery.candidates import Candidate, as_report
from crawler.discovery.drawn import entries_of
from crawler.discovery.follow import Follow
from crawler.discovery.frontier import Lead
from crawler.discovery.links import node_of
from crawler.discovery.pages import Answer
from crawler.items import Listing, ListingPage, ListingRow, PageRequest
from crawler.outcome import same_page
from crawler.platforms import service
from crawler.platforms.detect import Guess, confirm
from crawler.platforms.listing import feeds, held, row_addresses, service_requests
from crawler.platforms.listing.calls import Call
from crawler.platforms.listing.service_requests import agreeing, asked_with, with_field

LEAST: Final = 25  # how promising a shell or a tab must be for what it asks for to be asked
MOST_SCRIPTS: Final = 4
MOST_TABS: Final = 4
MOST_NODES: Final = 2000
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
            for call in service.calls(answer.page, *answer.scripts_read):
                if MENU.search(call.params["url"]):
                    self._ask_call(lead, call, answer, MENU_SCORE)
            if not fresh:
                self._push_scripts(lead, answer, 46)
        return None

    def _ask_scripts(self, lead: Lead, answer: Answer, score: int) -> Clause | None:
        """Ask what the page's scripts ask for, and have its own script files read where those say nothing, or not all
        of it; says what is asked."""
        self._reread(answer)
        found = [] if self._spell_state(lead, answer) else service.calls(answer.page, *answer.scripts_read)
        whole = [call for call in found if call.whole]
        files = 0 if whole else self._push_scripts(lead, answer, score - 1)
        asked = whole if whole or files else found
        for call in asked:
            self._ask_call(lead, call, answer, score)
        if asked:
            return clause("script_services", services=len(asked))
        return clause("script_files", files=files) if files else None

    def _reread(self, answer: Answer) -> None:
        """Take in the script files of a page that were read for another one."""
        known = [self._scripts[url] for url in answer.scripts if self._scripts.get(url)]
        answer.scripts_read += [text for text in known if text not in answer.scripts_read]

    def _push_scripts(self, lead: Lead, answer: Answer, score: int) -> int:
        """Have the page's own script files read; gives how many of them are not known yet."""
        self._reread(answer)
        left = MOST_SCRIPTS - len(self._scripts)
        new = [url for url in answer.scripts if url not in self._scripts][: max(0, left)]
        waits = [*(url for url in answer.scripts if self._scripts.get(url) == ""), *new]
        for url in waits:
            self._scripts[url] = ""
            self._waiting.setdefault(url, []).append((lead, answer, score))
            why = clause("script_of", url=answer.url)
            self._push(score, PageRequest(url), "script", lead.name, why, None, lead.trail)
        return len(waits)

    def _ask_call(self, lead: Lead, call: Call, answer: Answer, score: int) -> None:
        """Ask what a script asks for."""
        self._calls[(call.params["url"], call.params.get("body", ""))] = call
        self._ask_service(lead, proof.hint(call.params, answer.page), answer, score)

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
        asked, plain = 0, list[Call]()
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
            for call in service.calls(answer.page, *answer.scripts_read, given=given):
                if call not in plain:
                    self._ask_call(tab, call, answer, 98 if score >= frontier.TOPICAL else score)
                    asked += 1
        return asked

    def _script(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """A page's own script file: the nodes of a menu, and the services it asks; for each page that waits for it."""
        self._scripts[lead.request.url] = answer.text or " "
        waiting = self._waiting.pop(lead.request.url, [])
        told = [self._script_of(page_lead, page, score, answer) for page_lead, page, score in waiting]
        return told[-1] if told else ("script", clause("script_names", fresh=0, services=0))

    def _no_script(self, lead: Lead) -> None:
        """A script file that cannot be had: the pages that wait for it go on without it."""
        self._scripts[lead.request.url] = " "
        for page_lead, page, score in self._waiting.pop(lead.request.url, []):
            self._ask_known(page_lead, page, score)

    def _script_of(self, lead: Lead, page: Answer, score: int, answer: Answer) -> tuple[str, Clause]:
        """What a script file says to one of the pages it belongs to."""
        page.scripts_read += [answer.text] if answer.text not in page.scripts_read else []
        self._push_tabs(lead, page)
        if self._spell_state(lead, page):
            return "script", clause("script_names", fresh=0, services=0)
        for each in self._unspelled:
            if each[2] is page:
                self._spell(*each)
        hint = proof.hint({"url": answer.url}, page.page)
        if guess := proof.confirm(hint, answer.page, self._name(lead, hint, page)):
            return self._listing(lead, guess, page)
        if self._open_spelled(lead, hint, page, _names_of(_entries(answer.text), page.url), answer.page):
            return "script", clause("script_names", fresh=0, services=0)
        fresh = self._follow(lead, page, page.named_by(answer.text))
        return "script", clause("script_names", fresh=fresh, services=self._ask_known(lead, page, score))

    def _ask_known(self, lead: Lead, page: Answer, score: int) -> int:
        """Ask what the scripts ask for that are known, of which nothing is to be said by others yet to come."""
        waits = any(self._scripts.get(url) == "" for url in page.scripts)
        calls = service.calls(page.page, *page.scripts_read)
        asked = [call for call in calls if call.whole or not waits]
        for call in asked:
            self._ask_call(lead, call, page, score)
        return len(asked)

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
        opened = self._open_nodes(shell, hint, page, answer) or self._open_agreeing(shell, page, answer)
        if not proof.dated(hint, answer.page):
            fresh = self._follow(shell, page, page.named_by(answer.text)) + opened
            if fresh:
                return "links", clause("links", fresh=fresh)
        if nameless:
            if not self._push_tabs(shell, page, answer.text):
                self._spell(shell, hint, page, answer)
            return "js_shell", clause("nameless", entries=len(nameless))
        return "no_list", clause("empty_service")

    def _open_nodes(self, shell: Lead, hint: Guess, page: Answer, answer: Answer) -> int:
        """Ask for what lies below the nodes of a tree whose names promise something; gives for how many."""
        before, sent = self._count, hint.params.get("body", "")
        known = self._calls.get((hint.params.get("url", ""), sent))
        fields = known.opens if known else ()
        nodes = [item for items in feeds.lists(feeds.load(answer.text)) for item in items] if fields else []
        scored = [
            (frontier.score(node_of(node, None)[1], "")[0], node)
            for node in nodes if isinstance(node, dict) and node.get("isParent") is not False
        ]  # fmt: skip
        for score, node in sorted(scored, key=lambda each: -each[0])[:MOST_TABS]:
            pairs = [(name.partition("=")[2] or name, str(node.get(name.partition("=")[0], ""))) for name in fields]
            if score >= frontier.LEAST and all(value for _, value in pairs):
                self._ask_call(shell, _below(hint.params, pairs, fields), page, max(score, MENU_SCORE))
        return self._count - before

    def _open_agreeing(self, shell: Lead, page: Answer, answer: Answer) -> int:
        """Ask for the rows of promising nodes where a script of the page asks for those of another: a field of its
        request holds what that node holds. Gives for how many."""
        before, listed = self._count, feeds.lists(feeds.load(answer.text))
        nodes = [node for items in listed for node in items if isinstance(node, dict)][:MOST_NODES]
        scored = [(frontier.score(name, "")[0], name, node) for node in nodes if (name := node_of(node, None)[1])]
        wanted = sorted((each for each in scored if each[0] >= frontier.TOPICAL), key=lambda each: -each[0])[:MOST_TABS]
        named = [node for _, _, node in scored]
        for call in service.calls(page.page, *page.scripts_read) if wanted else ():
            sent = asked_with(call.params)
            agreed = dict.fromkeys(place for node in named for place in agreeing(sent, node)) if sent else {}
            places = (place for place in agreed if _tells_apart(place[1], named))
            field, key = next(places, ("", ""))
            for score, name, node in wanted if field else ():
                if (value := str(node.get(key) or "")) and (field, key) not in agreeing(sent, node):
                    told = replace(call, params=with_field(call.params, field, value))
                    self._ask_call(replace(shell, kind="tab", name=name), told, page, max(score, 98))
        return self._count - before

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
        items: list[Any] = [entry for script in service.scripts_of(page.page) for entry in _entries(script)]
        hint = Guess(service.NAME, {}, ("rows in a script of the page",), Listing())
        return self._open_spelled(lead, hint, page, _names_of([items, *held.values(page.text)], page.url), page.page)

    def _open_spelled(self, shell: Lead, hint: Guess, page: Answer, names: set[str], rows: ListingPage) -> bool:
        """Open a row at each address that scripts spell of these fields; False where none can be opened."""
        scripts, opened = [*service.scripts_of(page.page), *page.scripts_read] if names else [], False
        call = self._calls.get((hint.params.get("url", ""), hint.params.get("body", "")))
        told = call.told if call else {}
        learned = row_addresses.learned(page.text, scripts, names, page.url, told) if names else []
        for place, template in enumerate(learned):
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
        name = stated or (answer.crumbs[-1:] or [lead.name])[0]
        return name if frontier.is_dedicated(name) else next(filter(frontier.is_dedicated, answer.headings), name)

    @staticmethod
    def _first_page(lead: Lead, answer: Answer) -> str:
        """The address a portal file should hold: as it was linked, unless that was redirected."""
        return lead.request.url if same_page(lead.request.url, answer.url) else answer.url


def _tells_apart(key: str, nodes: list[dict[str, Any]]) -> bool:
    """Whether no two nodes hold the same in a field, as is so of their ids."""
    values = [str(node[key]) for node in nodes if key in node]
    return len(set(values)) == len(values) > 1


def _below(params: Mapping[str, Any], pairs: list[tuple[str, str]], opens: tuple[str, ...]) -> Call:
    """What a tree asks for when a node is opened."""
    names = {name for name, _ in pairs}
    body = urlencode([*(pair for pair in parse_qsl(params.get("body", "")) if pair[0] not in names), *pairs])
    if params.get("method") == "POST":
        return Call({**params, "body": body}, opens=opens)
    return Call({**params, "url": service_requests.changed(PageRequest(params["url"]), **dict(pairs)).url}, opens=opens)


def _entries(script: str) -> list[dict[str, Any]]:
    """The objects of a script."""
    return [dict(entry) for entry in entries_of(script)]


def _names_of(entries: Any, url: str) -> set[str]:
    """The fields of entries that have the title of what may be a report, and no address."""
    return {name for entry, row in feeds.nameless(entries, url) if is_candidate(row.title) for name in entry}


def _is_report(name: str) -> bool:
    """Whether what is clicked is a report and no column."""
    report = as_report(ListingRow("", name))
    return report is not None and report.report_year is not None
