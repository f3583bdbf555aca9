"""Report pages: those behind new rows, and known ones that are due for another fetch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from scrapy import Request
from scrapy.http import Response

from crawler.items import FetchedPage
from crawler.judge import of_answer
from crawler.outcome import ABSENT, bare_host
from crawler.portals import Portal
from crawler.spiders.asking import PortalSpider
from crawler.spiders.pages import fetched, kept_page, validators
from crawler.store.lookup import columns_of
from crawler.store.versions import newest_snapshot
from crawler.store.watched import DueReport, PendingRow

REPORT: Final = "report"


class Documents(PortalSpider):
    """Asks for report pages and hands them to the pipelines."""

    def ask_row(self, portal: Portal, row: PendingRow) -> Request:
        """The page behind a listing row, which may be the report's file itself."""
        known = {"portal": portal, "row": row}
        return self._request(portal, REPORT, row.url, self.parse_row, self.row_failed, known, row.column_id)

    def ask_again(self, portal: Portal, report: DueReport) -> Request:
        """A known report, conditionally."""
        trusted = portal.render == "plain" and report.conditional
        trusted = trusted and not self.context.hosts.distrusted(bare_host(report.url))
        trusted = trusted and not self.context.pending.waits(report=report.id)
        kept = newest_snapshot(self.context.db, report.id, report.url) if trusted else None
        trusted = trusted and (kept is None or self.context.snapshots.whole(kept))  # lost bytes are asked for again
        headers = validators(report.etag, report.last_modified) if trusted else {}
        known = {"portal": portal, "report": report}
        return self._request(portal, REPORT, report.url, self.parse_again, self.again_failed, known, headers=headers)

    def parse_row(self, response: Response, portal: Portal, row: PendingRow) -> Iterator[Request | FetchedPage]:
        assert response.request is not None
        outcome = of_answer(response, portal.home)
        if outcome.name == "ok":
            page = fetched(response, portal, row.url)
            yield replace(
                page,
                row_title=row.title,
                row_date=row.date,
                row_issuer=row.issuer,
                column_id=row.column_id,
                column_name=row.column_name,
            )
            return
        self.context.note(response.request, outcome, response, REPORT, row.column_id)
        if outcome.looked:
            self.context.ledger.count_try(row.url)

    def row_failed(self, failure: Any) -> None:
        row: PendingRow = failure.request.cb_kwargs["row"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, REPORT, row.column_id)
        if outcome.name == "robots_denied":
            self.context.ledger.decide_row(row.url, "robots_denied", "unknown", outcome.reason)

    def parse_again(self, response: Response, portal: Portal, report: DueReport) -> Iterator[Request | FetchedPage]:
        assert response.request is not None
        outcome = of_answer(response, portal.home)
        if outcome.name == "ok":
            yield replace(fetched(response, portal, report.url), report_id=report.id, row_title=report.title)
            return
        if outcome.name == "unchanged_304" and (page := kept_page(self.context, response, portal, report)):
            yield page
            return
        self.context.note(response.request, outcome, response, REPORT)
        if outcome.name == "unchanged_304":
            agency = portal.agency_at(columns_of(self.context.db, report.url))
            self.context.reports.still_there(report.id, agency)
        elif outcome.name in ABSENT:
            self.context.reports.missing(report.id)
        else:
            self.context.reports.fetch_later(report.id)

    def again_failed(self, failure: Any) -> None:
        report: DueReport = failure.request.cb_kwargs["report"]
        self.context.note(failure.request, self.context.outcome_of(failure.value), None, REPORT)
        self.context.reports.fetch_later(report.id)
