"""Pages whose lists, menus or clicks only their own scripts know: played, and played on with each answer.

The engine asks nobody. What a page's scripts ask for becomes a lead like any other, on the page's own host alone,
within the search's requests and the limits below; then the page is played anew with all that is known. Once it asks
nothing new, an answer that holds the rows is a service that a crawl can ask without an engine; rows that no answer
holds as they are drawn are told and not watched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote

from crawler.clauses import Clause, clause
from crawler.clock import now
from crawler.discovery import frontier, proof
from crawler.discovery.candidates import as_report
from crawler.discovery.engine import lasting, spelling, stage
from crawler.discovery.frontier import Lead
from crawler.discovery.leads import Tried
from crawler.discovery.links import Anchor
from crawler.discovery.pages import Answer
from crawler.discovery.services import LEAST, SECTION, Services
from crawler.discovery.staged import Key, Stage, key_of
from crawler.items import ListingPage, ListingRow, PageRequest
from crawler.outcome import bare_host
from crawler.platforms.detect import Guess
from crawler.platforms.listing.unpacked import unpacked
from crawler.urls import canonical

MOST_STAGES: Final = 6  # pages of one search that are played
MOST_PLAYS: Final = 40
MOST_FAILED: Final = 3  # plays that were ended by their bounds, each after seconds in which the run waits
PER_STAGE: Final = 12  # requests but for its script files
MOST_FILES: Final = 7
SCRIPT: Final = "script"
MOST_CLICKS: Final = 3
WAITS: Final = 15  # how much less promising a page is played than read
MOST_UNNAMED: Final = 60
PLAYED: Final = 93  # how promising what a column's scripts ask for is: after what is read of their text
AGAIN: Final = "again"  # the kind of a request that proves of another that it lasts


class Stages(Services):
    """Leads that grow by what a page's scripts do when they run."""

    plays = True
    agent = "FazhiWatch"  # what a page's scripts are told; the spider says it in full

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._stages: list[Stage] = []
        self._on_stage: Stage | None = None
        self._staged: set[tuple[str, tuple[str, ...]]] = set()
        self._played = self._failed = 0
        self._heard: dict[Key, stage.Known] = {}
        self._began = now().timestamp()
        self.engine_missing = False

    def next(self) -> Lead | None:
        while True:
            if self._on_stage and (lead := self._of_stage(self._on_stage)):
                return lead
            best = self._best()
            if best and (not self._heap or best.score >= self._heap[0].score):
                self._on_stage = best
                continue
            lead = super().next()
            if lead is not None or best is None:
                return lead
            self._on_stage = best

    def _best(self) -> Stage | None:
        """The most promising page that waits to be played, once what has shown its reports needs it no more."""
        found = bool(self._candidates)
        self._stages = [
            each for each in self._stages
            if not self._shown(each) and (not found or (each.score >= frontier.TOPICAL and not each.clicks))
        ]  # fmt: skip
        return max(self._stages, key=lambda each: each.score, default=None)

    def _shown(self, each: Stage) -> bool:
        known = self._candidates.get(canonical(each.lead.request.url))
        return known is not None and bool(known.reports)

    def _set_stage(self, lead: Lead, page: Answer, *, topical: bool, fresh: int, problem: str) -> None:
        """Have a page played, once all that is read of its scripts' text has led nowhere."""
        if not self.plays or not page.has_scripts:
            return
        shell = problem == "js_shell" or not fresh
        if topical:
            self._stage(Stage(lead, page, PLAYED))
        elif lead.score >= (LEAST if shell else SECTION):
            self._stage(Stage(lead, page, min(lead.score, MOST_UNNAMED) - (WAITS if shell else 2 * WAITS)))

    def _stage(self, each: Stage) -> None:
        if not stage.available():
            if not self.engine_missing:
                self.tried.append(Tried(each.page.url, each.lead.why, "js_shell", clause("no_engine")))
            self.engine_missing = True
        elif (canonical(each.page.url), each.clicks) not in self._staged and len(self._staged) < MOST_STAGES:
            self._staged.add((canonical(each.page.url), each.clicks))
            each.page = replace(each.page)  # without the trees that were made of it: it may wait long
            self._stages.append(each)

    def _of_stage(self, each: Stage) -> Lead | None:
        """The next request of the page that is played, None once it asks for nothing new."""
        while not self._shown(each):
            while each.queue:
                wanted = each.queue.popleft()
                known = self._heard.get(key_of(wanted.request)) if wanted.kind != AGAIN else None
                if known:
                    self._answer(each, wanted, known)
                    continue
                each.requests += wanted.kind != SCRIPT
                why = clause("played_asks", url=each.page.url)
                about = (each, wanted)
                return Lead((-each.score, 0), wanted.request, "played", each.lead.name, why, about, each.lead.trail)
            if not self._play(each):
                break
        if each in self._stages:
            self._stages.remove(each)
        self._on_stage = None
        return None

    def _play(self, each: Stage) -> bool:
        """Play a page with all that is known; True while it asks for something new."""
        scripts = [stage.Known(PageRequest(url), text, kind="text/javascript")
                   for url, text in self._scripts.items() if text.strip()]  # fmt: skip
        url = each.lead.request.url if "#" in each.lead.request.url else each.page.url
        while self._played < MOST_PLAYS and self._failed < MOST_FAILED:
            self._played += 1
            known = {**{key_of(script.request): script for script in scripts}, **each.known}
            made = stage.played(url, each.page.text, known.values(), self.agent, each.clicks, self._began)
            self._failed += bool(made.problem)
            fresh = [wanted for wanted in made.wanted if key_of(wanted.request) not in known]
            left = self._leave(each, fresh)
            calls = [wanted for wanted in fresh if wanted.kind != SCRIPT and self._may_ask(wanted.request)]
            each.queue.extend(calls[: max(0, PER_STAGE - each.requests)])
            if not each.queue and not left:
                self._conclude(each, made)
            if each.queue or not left:
                return bool(each.queue)
        return False

    def _leave(self, each: Stage, fresh: list[stage.Wanted]) -> bool:
        """Queue the script files that are asked for, the last of them where there are many, as a page's own come last;
        the others, and those of other hosts, are as good as missing. True where there are such."""
        files = [wanted for wanted in fresh if wanted.kind == SCRIPT]
        own = [wanted for wanted in files if self._may_ask(wanted.request)]
        taken = own[max(0, len(own) - max(0, MOST_FILES - each.files)) :]
        each.files += len(taken)
        each.queue.extend(taken)
        left = [wanted for wanted in files if wanted not in taken]
        for wanted in left:
            each.known[key_of(wanted.request)] = stage.Known(wanted.request, "", 404)
        return bool(left)

    def _may_ask(self, request: PageRequest) -> bool:
        """Whether a script's request is for its own host, to which alone it may lead a search."""
        return request.url.startswith(("http://", "https://")) and bare_host(request.url) == self.host

    def _answer(self, each: Stage, wanted: stage.Wanted, known: stage.Known) -> None:
        each.known[key_of(wanted.request)] = known
        each.calls.append(known)

    def _hear(self, lead: Lead, answer: Answer) -> stage.Known:
        """Keep an answer for the pages whose scripts ask for the same."""
        good = answer.outcome.name == "ok" or answer.text.lstrip()[:1] in ("{", "[", "(")
        text, status = (answer.text, 200) if good else ("", 404)
        known = stage.Known(lead.request, text, status, answer.content_type)
        return self._heard.setdefault(key_of(lead.request), known)

    def _took(self, lead: Lead, answer: Answer) -> tuple[str, Clause]:
        """What came of a request that a played page made."""
        each, wanted = lead.about
        if wanted.kind == AGAIN:
            each.again[key_of(wanted.request)] = answer.text
            return "played", clause("asked_again")
        known = self._hear(lead, answer)
        self._answer(each, wanted, known)
        return "played", clause("played_answer", characters=len(known.text))

    def _conclude(self, each: Stage, made: stage.Played) -> None:
        """Read what a page has become: its rows by the answer that holds them, else what it leads to."""
        drawn = replace(each.page, content=made.html.encode(), content_type="text/html; charset=utf-8", scripts_read=[])
        if made.gone and self._may_ask(PageRequest(made.gone)):
            name = each.clicks[-1] if each.clicks else each.lead.name
            trail = (*each.lead.trail, Anchor(made.gone, name))
            self._push(max(each.lead.score, frontier.score(name, "")[0]), PageRequest(made.gone), "page", name,
                       clause("played_leads", url=each.page.url), None, trail)  # fmt: skip
        if self._serve(each, drawn):
            return
        if not self._tell(each, drawn):
            self._links(each.lead, drawn)
            self._click(each, made)
        if made.problem and not made.html:
            self.tried.append(Tried(each.page.url, each.lead.why, "no_list", clause("not_played")))

    def _click(self, each: Stage, made: stage.Played) -> None:
        """Click what a name promises something of that leads nowhere by itself."""
        scored = [(frontier.score(text, "")[0], text) for text in made.clicks if text not in each.clicks]
        least = frontier.TOPICAL if each.clicks else min(SECTION, frontier.TOPICAL)
        for score, text in sorted(scored, key=lambda pair: -pair[0])[:MOST_CLICKS]:
            if score >= least and as_report(ListingRow("", text)) is None and len(each.clicks) < MOST_CLICKS:
                lead = replace(each.lead, kind="tab", name=text)
                promise = PLAYED + 1 if score >= frontier.TOPICAL else score
                self._stage(Stage(lead, each.page, promise, (*each.clicks, text), dict(each.known), list(each.calls)))

    def _serve(self, each: Stage, drawn: Answer) -> bool:
        """Take the answer that holds the reports which the page shows; False where no answer does."""
        name = self._name(each.lead, None, each.page)
        links = {anchor.name.strip(): anchor.url for anchor in drawn.anchors if anchor.name.strip()}
        shown = set(map(canonical, links.values()))
        for known in reversed(each.calls):
            if not known.text:
                continue
            for params in self._params(known, links):
                hint = proof.hint(params, each.page.page)
                told = ListingPage(known.request.url, known.text, {}, known.request)
                guess = proof.confirm(hint, told, name)
                if guess and self._as_drawn(guess, name, shown):
                    lasts = self._lasts(each, known, guess, name)
                    if lasts is None:
                        return True  # it is asked once more, and the page is read again then
                    if not lasts:
                        break
                    outcome, seen = self._listing(each.lead, guess, each.page)
                    self.tried.append(Tried(each.page.url, each.lead.why, outcome, seen))
                    return True
        return False

    @staticmethod
    def _as_drawn(guess: Guess, name: str, shown: set[str]) -> bool:
        """Whether the reports of an answer stand where the page's links lead."""
        reports = [row for row in guess.listing.rows if as_report(row, name)]
        return all(canonical(row.url) in shown for row in reports)

    def _params(self, known: stage.Known, links: dict[str, str]) -> Iterator[dict[str, str]]:
        """How a portal file would have the answer asked for."""
        request = known.request
        params = {"url": request.url}
        if request.method != "GET":
            params |= {"method": request.method, "body": request.body}
        if own := stage.own_headers(request):
            params["headers"] = " ".join(f"{name}={quote(value, safe='=/:;,+')}" for name, value in own.items())
        yield params
        said = unpacked(known.text)
        row = {"row": spelled} if (spelled := spelling.spelling(said, links)) else {}
        title = {"title": named} if (named := spelling.title_field(said, links)) else {}
        yield from ({**params, **more} for more in (row, title, row | title) if more)

    def _lasts(self, each: Stage, known: stage.Known, guess: Guess, name: str) -> bool | None:
        """Whether another night's request will be answered alike; None where that is asked first."""
        lent = list(lasting.borrowed(known, each.calls, each.page.text, stage.own_headers(known.request)))
        doubts = {key_of(source.request): source.request for _, source in lent}
        if later := lasting.later(known.request):
            doubts[key_of(later)] = later
        if fresh := [request for key, request in doubts.items() if key not in each.again]:
            if len(each.again) >= MOST_CLICKS:
                return False
            each.queue.extend(stage.Wanted(request, AGAIN) for request in fresh[:MOST_CLICKS])
            return None
        if not all(value in each.again[key_of(source.request)] for value, source in lent):
            return False
        told = ListingPage(known.request.url, each.again[key_of(later)] if later else known.text, {}, known.request)
        again = proof.confirm(replace(guess, service=known.request), told, name)
        return again is not None and {row.url for row in guess.listing.rows} <= {row.url for row in again.listing.rows}

    def _tell(self, each: Stage, drawn: Answer) -> bool:
        """Say which reports a page shows only where its scripts run."""
        before = {canonical(anchor.url) for anchor in each.page.anchors}
        name = self._name(each.lead, None, each.page)
        rows = [ListingRow(anchor.url, anchor.name) for anchor in drawn.anchors if canonical(anchor.url) not in before]
        reports = {canonical(row.url): found for row in rows if (found := as_report(row, name))}
        if reports:
            for url, report in reports.items():
                self.reports.setdefault(url, report)
            self.tried.append(
                Tried(each.page.url, each.lead.why, "js_shell", clause("drawn_only", reports=len(reports)))
            )
        return bool(reports)
