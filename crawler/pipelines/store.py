"""From a cleaned page to the store: a report, another fetch of one, or a row that turned out to be something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from scrapy.exceptions import DropItem

from cleaning.page.document_files import is_document
from cleaning.report import Page, Report
from crawler.items import FetchedPage, ListingPage, PageRequest
from crawler.judge import of_document
from crawler.outcome import ABSENT, Outcome, bare_host, because
from crawler.pipelines.base import Pipeline
from crawler.portals import Portal
from crawler.spiders.listing_run import judge_row
from crawler.store.boilerplate import digest_of
from crawler.store.lookup import columns_of
from crawler.store.observation import Observation, body_digest, name_issuer
from crawler.store.pending import PATIENCE, Seen
from crawler.store.reports import Kept, another_year
from crawler.store.versions import goes_on

ASKED: Final = 300_000  # bytes of a page on which a second opinion takes no longer than a page may
STANDS: Final = 0.75  # share of a kept text that stands in a page whose change is told at first sight
STORED: Final = frozenset({"new", "changed", "unchanged", "unchanged_304"})


class StorePipeline(Pipeline):
    """The last step of a page; every table it writes is written in one transaction that is safe to repeat."""

    def process_item(self, item: FetchedPage) -> dict[str, Any]:
        """The plain record of a stored report, for Scrapy's feeds; what is no report leaves as a dropped item."""
        portal = self.portal(item)
        kept = self.context.reports.kept(item.report_id) if item.report_id is not None else None
        outcome = of_document(item, portal.site_code_at(item.row_url), kept.body if kept else "")
        if item.cut and outcome.name != "ok" and outcome.code != "wall":
            outcome = because("connection_error", "cut")
        with self.context.db.atomic():
            outcome = self._doubt(item, kept, outcome) if kept is not None else self._first_sight(item, outcome)
            outcome = self._settle(item, kept, outcome, portal)
            self._learn(item, outcome)
            if item.status == 304 and outcome.name == "unchanged":
                outcome = because("unchanged_304", "not_modified")
            self.context.note_page(item, outcome)
            self.context.at_work.done(item.row_url)
        if not item.report.is_report or outcome.name not in STORED:
            raise DropItem(outcome.name, log_level="DEBUG")
        return {"portal": item.portal, "url": item.row_url, "outcome": outcome.name, **item.report.as_dict()}

    def _settle(self, item: FetchedPage, kept: Kept | None, outcome: Outcome, portal: Portal) -> Outcome:
        """Write what a page came to: a report, a row refused, a report that is missing or to be fetched later."""
        if outcome.name == "ok":
            return self._save(item, kept, portal)
        if item.report_id is None:
            self._refuse(item, outcome)
        elif outcome.name in ABSENT:
            self.context.reports.missing(item.report_id, item.waited_since)
        else:
            self.context.reports.fetch_later(item.report_id)
        return outcome

    def _learn(self, item: FetchedPage, outcome: Outcome) -> None:
        """Remember what stands round the text on a page that was seen."""
        from cleaning.body.learn import learn

        if outcome.looked and outcome.name not in ABSENT and not is_document(item.content):
            self.context.boilerplate.remember(item.portal, item.row_url, learn(item.page, item.report, item.lines))

    def _first_sight(self, item: FetchedPage, outcome: Outcome) -> Outcome:
        """What the first fetch behind a row comes to: where the row names one year's report and the page shows another
        year's that is known from its own address, a server may have mixed up its answers."""
        if outcome.name != "ok" or not self.context.reports.is_elsewhere(item.row_url, body_digest(item.report.body)):
            return outcome
        from cleaning.document.classify import classify

        year = classify(item.row_title, item.column_name).report_year
        if year in (None, item.report.report_year) or self.context.ledger.ended_so(item.row_url, "suspect", PATIENCE):
            return outcome
        return _other(item.report)

    def _doubt(self, item: FetchedPage, kept: Kept, outcome: Outcome) -> Outcome:
        """What a fetch of a known report comes to beside the text that is kept: an answer that was cut never replaces a
        whole one, and what lost most of itself or became another page is believed on another day."""
        if outcome.code == "other_document":
            return self._wait(item, "other_page", outcome) or because("gone", "became_another", **outcome.params)
        return self._beside(item, kept, outcome) if outcome.name == "ok" else outcome

    def _beside(self, item: FetchedPage, kept: Kept, outcome: Outcome) -> Outcome:
        """The same for a report that was read: what of the kept text is in it."""
        from cleaning.document.judge import MOST, counts_up, keeps

        report: Report = item.report
        if _same(report, kept):
            return outcome
        share = keeps(kept.body, report.body)
        if (item.cut or _is_cut(report)) and not (share >= MOST and _has_grown(kept, report)):
            return because("connection_error", "cut")
        if counts_up(kept.body, report.body) and self._same_files(item):
            return self._wait(item, "count", because("unchanged", "counts")) or outcome
        if (loss := self._loss(item, kept, share)) is None:
            return outcome
        kind, told, patient = loss
        unread = not report.body and any(file.sha256 is None for file in item.files)
        waits = self._wait(item, kind, told, patient=patient)
        return told if unread else waits or outcome

    def _loss(self, item: FetchedPage, kept: Kept, share: float) -> tuple[str, Outcome, bool] | None:
        """What waits where a known report lost itself, as (kind, outcome, whether it must last): another report's text,
        a page that no longer calls itself a report, as a draft does, or ``share`` of the text too small to stand."""
        report: Report = item.report
        if self.context.reports.is_elsewhere(item.row_url, body_digest(report.body)):
            return "other_page", _other(report), True
        if share > 0 and _renounces(report, kept):
            return "other_page", _other(report), False
        if share >= STANDS or _followed(kept, report) or _completes(kept, report):
            return None
        if not kept.body or any(each.role == "body" for each in report.attachments):  # the text is a file's
            return None
        return "text_lost", because("suspect", "lost_most"), False

    def _same_files(self, item: FetchedPage) -> bool:
        known = self.context.files.of(item.report_id) if item.report_id is not None else {}
        return {url: file.sha256 for url, file in known.items()} == {file.url: file.sha256 for file in item.files}

    def _wait(self, item: FetchedPage, kind: str, outcome: Outcome, *, patient: bool = False) -> Outcome | None:
        """The outcome of a fetch that saw a drastic change, None if a fetch on an earlier day saw the same, one of a
        fortnight ago where it is to be ``patient``."""
        first = self.context.pending.seen(
            Seen(
                portal=item.portal,
                url=item.row_url,
                kind=kind,
                becomes=body_digest(item.report.body),
                code=outcome.code,
                report=item.report_id,
                params=outcome.params,
                snapshot=item.snapshot,
                patient=patient,
            )
        )
        if first is None:
            return outcome
        item.waited_since = first
        return None

    def _save(self, item: FetchedPage, kept: Kept | None, portal: Portal) -> Outcome:
        from cleaning.clean import add_figures

        if not item.figured:
            add_figures(item.report)
        name_issuer(item.report, portal.agency_at(columns_of(self.context.db, item.row_url)))
        if item.cut and "truncated" not in item.report.flags:
            item.report.flags.append("truncated")
        if kept is not None:
            self.context.pending.settle(report=item.report_id)
            same_validators = _validators(item) == (kept.etag, kept.last_modified) and any(_validators(item))
            if item.status != 304 and same_validators and not _same(item.report, kept):
                self.context.hosts.distrust(bare_host(item.row_url))
        observation = Observation(
            portal=item.portal,
            url=item.row_url,
            report=item.report,
            snapshot=item.snapshot,
            region_code=portal.region_code,
            etag=item.etag,
            last_modified=item.last_modified,
            report_id=item.report_id,
            files=item.files,
            pages=item.pages,
            boilerplate=digest_of(self.context.boilerplate.known(item.portal, item.row_url)),
        )
        outcome, key = self.context.reports.save(observation, lambda old, pages: self._reclean(old, pages, item))
        reason = f"{item.report.kind}: {outcome.name}"
        self.context.ledger.decide_row(item.row_url, "report", item.report.kind, reason, key)
        self._ask(item, key)
        return outcome

    def _ask(self, item: FetchedPage, key: int) -> None:
        """Ask for a second opinion on a text with a sign of doubt, once for a portal and a way to find texts there."""
        from cleaning.body.second_opinion import is_doubtful, second_opinion

        if not is_doubtful(item.report) or len(item.content) > ASKED or is_document(item.content):
            return
        if self.context.opinions.was_asked(item.portal, item.report.body_source):
            return
        opinion = second_opinion(item.page, item.report)
        if opinion is not None:
            self.context.opinions.enter(key, opinion)

    def _refuse(self, item: FetchedPage, outcome: Outcome) -> None:
        """A page behind a row that brought no report: final if it could be read, tried again if it could not, or if
        the row names one and only one day spoke against it."""
        if outcome.name == "not_a_report" and item.report.kind == "collection":
            self.context.ledger.decide_row(item.row_url, "refused", item.report.kind, outcome.reason)
            self._follow(item)
        elif outcome.name == "not_a_report":
            if _promised(item) and not self.context.ledger.ended_so(item.row_url, "not_a_report"):
                return  # the row says that it is one: believed when another day agrees
            self.context.ledger.decide_row(item.row_url, "refused", item.report.kind, outcome.reason)
        elif outcome.looked:
            self.context.ledger.count_try(item.row_url)

    def _follow(self, item: FetchedPage) -> None:
        """Ask for the reports that a page leads to which only names their agencies: they are rows of its column."""
        from cleaning.page.decode import decode
        from crawler.platforms import report_links

        portal, spider = self.portal(item), self.crawler.spider
        column = next(each for each in self.context.ledger.columns(portal.name) if each.id == item.column_id)
        text = decode(item.content, item.content_type).text
        rows = report_links.read(ListingPage(item.url, text, {}, PageRequest(item.url))).rows
        rows = tuple(replace(row, issuer=row.issuer or row.title.split()[0]) for row in rows)
        decided = [
            (row, *judge_row(row, portal, column.name)) for row in self.context.rows.sort(column.id, rows).unknown
        ]
        self.context.ledger.remember_rows(column, decided)
        for pending in self.context.ledger.pending_among(portal.name, [row.url for row, *_ in decided]):
            self.crawler.engine.crawl(spider.ask_row(portal, pending))  # type: ignore[union-attr]

    def _reclean(self, snapshot: int, pages: Mapping[str, int], item: FetchedPage) -> str:
        """The body of earlier snapshots of a page and of those its article goes on on, under the present cleaner and
        the present boilerplate. Raises ValueError for a page that was large: no run waits for that."""
        from cleaning.apart import is_large
        from cleaning.clean import clean

        page = self._kept(item.page, snapshot)
        following = {url: self._kept(replace(page, url=url), old) for url, old in pages.items()}
        if is_large(page, following=following):
            raise ValueError("too large to be cleaned here")
        known = self.context.boilerplate.known(item.portal, item.row_url)
        files = [file.told for file in item.files]
        return clean(page, known, with_figures=False, files=files, following=following).body

    def _kept(self, page: Page, snapshot: int) -> Page:
        headers, body = self.context.snapshots.read_record(snapshot)
        return replace(page, content=body, content_type=headers.get_header("Content-Type") or "")


def _same(report: Report, kept: Kept) -> bool:
    return body_digest(report.body) == kept.digest


def _other(report: Report) -> Outcome:
    return because("suspect", "other_document", words=report.title or "")


def _promised(item: FetchedPage) -> bool:
    """Whether the row that led to a page names a report."""
    from cleaning.document.classify import classify

    return classify(item.row_title, item.column_name).is_report


def _renounces(report: Report, kept: Kept) -> bool:
    """Whether no title of a page is a report's any more where that of the kept report was."""
    from cleaning.document.classify import classify
    from cleaning.document.judge import own_titles

    titles = own_titles(report)
    return bool(titles) and classify(kept.title).is_report and not any(classify(each).is_report for each in titles)


def _has_grown(kept: Kept, report: Report) -> bool:
    """True for more of a text that was cut when it was kept."""
    return "truncated" in kept.flags and len(report.body) > len(kept.body)


def _completes(kept: Kept, report: Report) -> bool:
    """True for the whole of a text of which the beginning was kept."""
    return "truncated" in kept.flags and goes_on(kept.body, report.body)


def _followed(kept: Kept, report: Report) -> bool:
    """Whether the same agency's report of another year took the place: that of another agency is what a server shows
    that mixes up its answers."""
    return another_year(kept, report) and (kept.issuer == report.issuer or None in (kept.issuer, report.issuer))


def _is_cut(report: Report) -> bool:
    """Whether the page itself stops short; one that goes on on a page that could not be had is none."""
    return "truncated" in report.flags and not report.next_page


def _validators(item: FetchedPage) -> tuple[str | None, str | None]:
    return item.etag, item.last_modified
