"""A live check of a portal's columns: are they where the file says, drawn by the system it names, still alive?"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from crawler.clauses import NOTHING
from crawler.discovery.candidates import as_report
from crawler.discovery.frontier import Lead, columns_above
from crawler.discovery.leads import place_of
from crawler.discovery.pages import Answer
from crawler.discovery.search import Search
from crawler.items import ListingPage, PageRequest
from crawler.outcome import same_page
from crawler.platforms import platforms, year_links
from crawler.platforms.detect import GENERIC, Guess, confirm, dated, detect
from crawler.portals import Column, Portal

DEAD: Final = frozenset({"dns_error", "connection_error", "timeout", "tls_error"})
LOST: Final = frozenset(
    {"ok", "gone", "soft_404", "redirected_home", "redirected_away", "redirect_loop", "client_error"}
)
REPORTS: Final = 3  # known reports that are asked for the column above them


@dataclass
class Finding:
    """What became of one column.

    ``state`` is well, partly_read (the way to its further pages cannot be followed), redesigned, moved, lost (no longer
    found), dead_host, identity_mismatch or not_looked.
    ``url``, ``platform`` and ``params`` are what the portal file should say.
    """

    column: Column
    url: str
    platform: str
    params: Mapping[str, Any]
    state: str = ""
    sentence: str = ""
    reports: int = 0

    @property
    def changed(self) -> bool:
        """Whether the portal file should say something else."""
        return self.state in ("moved", "redesigned")

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "column": self.column.url,
            "name": self.column.name,
            "state": self.state,
            "sentence": self.sentence,
            "url": self.url,
            "platform": self.platform,
            "params": dict(self.params),
            "reports_on_the_page": self.reports,
        }


@dataclass
class Step:
    """One request of a live check: ``kind`` is file (as the portal file says), plain, above (a report) or there."""

    kind: str
    finding: Finding
    hint: tuple[Guess, Answer] | None = None


def _redrawn(page: ListingPage, platform: str) -> Guess | None:
    """The system that draws a page now, if it shows no mark of ``platform`` and clear ones of another.

    A reader finds rows in other systems' pages as well, but not the way to their next page.
    """
    if platform == GENERIC or "<" not in page.text[:2000] or platforms()[platform].detect(page) is not None:
        return None
    guess = detect(page)
    return guess if guess and guess.proven and guess.platform != GENERIC else None


class Look:
    """A task. ``reports`` are addresses of known reports by the column they stand in, newest first."""

    def __init__(self, portal: Portal, reports: Mapping[str, Sequence[str]]) -> None:
        self.portal, self.home, self.reports = portal, portal.home, reports
        self.findings = [self._finding(column) for column in portal.columns]
        self.agent = ""
        self.search: Search | None = None
        self._queue: deque[Lead] = deque()
        self._asked: set[tuple[str, str]] = set()
        for finding in self.findings:
            reader = platforms()[finding.platform]
            self._ask(reader.first(finding.column.url, finding.params), Step("file", finding))

    def _finding(self, column: Column) -> Finding:
        params = {**self.portal.params, **column.params}
        return Finding(column, column.url, column.platform or self.portal.platform, params)

    def _ask(self, request: PageRequest, step: Step) -> bool:
        key = (request.url, request.body)
        if key in self._asked:
            return False
        self._asked.add(key)
        self._queue.append(Lead((0, 0), request, "look", "", NOTHING, about=step))
        return True

    def next(self) -> Lead | None:
        """The next step; a search of the whole portal once a column is lost."""
        while self._queue:
            lead = self._queue.popleft()
            if lead.about.finding.state in ("", "lost"):
                return lead
        if self.search is None and any(finding.state == "lost" for finding in self.findings):
            self.search = Search(self.portal.home)
            self.search.plays = False  # its requests are for one column that moved
        return self.search.next() if self.search else None

    def answered(self, lead: Lead, answer: Answer) -> None:
        """Take an answer and decide, or ask on."""
        if lead.kind != "look":
            assert self.search is not None
            self.search.answered(lead, answer)
            self._take_found()
            return
        step: Step = lead.about
        outcome = answer.outcome
        if outcome.name in DEAD:
            self._end(step, "dead_host", f"the host cannot be reached: {outcome.reason}")
        elif outcome.name not in LOST:
            self._end(step, "not_looked", f"{outcome.name}: {outcome.reason}")
        elif outcome.name == "ok" and (mismatch := self._mismatch(answer)):
            self._end(step, "identity_mismatch", mismatch)
        elif outcome.name != "ok" or not self._take(step, answer):
            self._go_on(step, answer)

    def _mismatch(self, answer: Answer) -> str:
        """Why the page is another site's, "" if it is not."""
        code = answer.report.site_id_code if "<" in answer.text[:2000] else None
        if code and self.portal.site_id_code and code != self.portal.site_id_code:
            return f"the page carries site code {code}, the portal file says {self.portal.site_id_code}"
        return ""

    @staticmethod
    def _end(step: Step, state: str, sentence: str, rows: Sequence[Any] = ()) -> None:
        finding = step.finding
        if finding.state in ("", "lost"):
            finding.state, finding.sentence = state, sentence
            finding.reports = sum(as_report(row, finding.column.name) is not None for row in rows)

    def _take(self, step: Step, answer: Answer) -> bool:
        """True if the answer settles the column or leads to what will."""
        finding = step.finding
        if step.hint:
            guess = confirm(step.hint[0], answer.page)
            return guess is not None and self._settle(step, guess, step.hint[1])
        if step.kind == "above":
            return self._columns_of(step, answer)
        if step.kind == "file" and (settled := self._as_written(step, answer)) is not None:
            return settled
        guess = detect(answer.page)
        if guess and guess.service:
            return self._ask(guess.service, Step(step.kind, finding, (guess, answer)))
        return guess is not None and self._settle(step, guess, answer)

    def _as_written(self, step: Step, answer: Answer) -> bool | None:
        """The same for a page read as the portal file says; None where it cannot be read so."""
        finding = step.finding
        page = replace(answer.page, params=finding.params)
        listing = platforms()[finding.platform].read(page)
        if listing.problem == "js_shell" and listing.next and not listing.rows:
            guess = Guess(finding.platform, finding.params, (), listing, listing.next)
            return self._ask(listing.next, Step(step.kind, finding, (guess, answer)))
        if dated(listing) or (finding.platform == year_links.NAME and listing.rows):
            as_is = Guess(finding.platform, finding.params, (), listing)
            return self._settle(step, _redrawn(page, finding.platform) or as_is, answer)
        return None

    def _settle(self, step: Step, guess: Guess, answer: Answer) -> bool:
        """Compare what answered with what the file says."""
        finding = step.finding
        asked = answer.request.url
        service = step.kind == "file" and asked != finding.column.url
        moved = not service and place_of(answer.url) != place_of(finding.column.url)
        rows = guess.listing.rows
        same = guess.platform == finding.platform
        reads = f"{len(rows)} dated rows as {guess.platform}"
        if moved:
            how = "its old address redirects there" if step.kind != "there" else "the breadcrumb of a known report says"
            self._end(step, "moved", f"the column has moved to {answer.url} ({how}; {reads})", rows)
            finding.url = answer.url
        elif same:
            partly = guess.listing.shortfall
            behind = f", but only {partly}: the way to the rest cannot be followed" if partly else ""
            sentence = f"the column is as the portal file says: {reads}{behind}"
            self._end(step, "partly_read" if partly else "well", sentence, rows)
            return True
        else:
            why = "; ".join(guess.evidence)
            self._end(step, "redesigned", f"the page is drawn by another system now: {reads} ({why})", rows)
        finding.platform = guess.platform
        finding.params = finding.params if same and not guess.params else guess.params
        return True

    def _columns_of(self, step: Step, answer: Answer) -> bool:
        """Ask for the columns above a known report, nearest first."""
        above = [anchor.url for anchor in answer.crumb_links()[:1]] + columns_above(answer.url)[:1]
        asked = [self._ask(PageRequest(url), Step("there", step.finding)) for url in above]
        return any(asked)

    def _go_on(self, step: Step, answer: Answer) -> None:
        """Where else the column may be: its plain page, then the breadcrumbs of its known reports."""
        finding = step.finding
        if finding.state not in ("", "lost"):
            return
        plain = PageRequest(finding.column.url)
        from_service = step.kind == "file" and not same_page(answer.request.url, plain.url)
        if from_service and self._ask(plain, Step("plain", finding)):
            return
        found = f"status {answer.outcome.name}" if answer.outcome.name != "ok" else "no list of dated rows"
        finding.state = "lost"
        finding.sentence = finding.sentence or f"the column is not at its address any more ({found})"
        if step.kind in ("file", "plain"):
            for url in list(self.reports.get(finding.column.url, ()))[:REPORTS]:
                self._ask(PageRequest(url), Step("above", finding))

    def _take_found(self) -> None:
        """What the search found for columns that are lost: the best column the file does not name yet."""
        assert self.search is not None
        named = {place_of(finding.url) for finding in self.findings}
        lost = [finding for finding in self.findings if finding.state == "lost"]
        new = [each for each in self.search.candidates if place_of(each.url) not in named]
        for finding, candidate in zip(lost, new, strict=False):
            finding.state = "moved"
            finding.sentence = f"the column has moved to {candidate.url} (found by {candidate.why})"
            finding.url, finding.platform = candidate.url, candidate.guess.platform
            finding.params, finding.reports = candidate.guess.params, len(candidate.reports)
