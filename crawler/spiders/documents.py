"""Report pages: those behind new rows, and known ones that are due for another fetch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.follow import follow, outcome_of
from crawler.items import FetchedPage
from crawler.portals import Portal
from crawler.spiders.asking import PortalSpider
from crawler.spiders.pages import fetched, kept_page, validators
from crawler.store.ledger import DueReport, PendingRow


class Documents(PortalSpider):
    """Asks for report pages and hands them to the pipelines."""

    def ask_row(self, portal: Portal, row: PendingRow) -> Request:
        """The page behind a listing row, which may be the report's file itself."""
        known = {"portal": portal, "row": row}
        return self._request(portal, row.url, self.parse_row, self.row_failed, known)

    def ask_again(self, portal: Portal, report: DueReport) -> Request:
        """A known report, conditionally."""
        headers = validators(report.etag, report.last_modified) if portal.render == "plain" else {}
        known = {"portal": portal, "report": report}
        return self._request(portal, report.url, self.parse_again, self.again_failed, known, headers=headers)

    def parse_row(self, response: Response, portal: Portal, row: PendingRow) -> Iterator[Request | FetchedPage]:
        assert response.request is not None
        outcome = outcome_of(response, portal.home)
        if outcome.name == "moved":
            followed = follow(response.request, outcome)
            outcome = outcome if isinstance(followed, Request) else followed
            if isinstance(followed, Request):
                yield followed
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
        self.context.note(response.request, outcome, response, "report", row.column_id)
        if outcome.looked:
            self.context.ledger.count_try(row.url)

    def row_failed(self, failure: Any) -> None:
        row: PendingRow = failure.request.cb_kwargs["row"]
        outcome = self.context.outcome_of(failure.value)
        self.context.note(failure.request, outcome, None, "report", row.column_id)
        if outcome.name == "robots_denied":
            self.context.ledger.decide_row(row.url, "robots_denied", "unknown", outcome.reason)

    def parse_again(self, response: Response, portal: Portal, report: DueReport) -> Iterator[Request | FetchedPage]:
        assert response.request is not None
        outcome = outcome_of(response, portal.home)
        if outcome.name == "moved":
            followed = follow(response.request, outcome)
            if isinstance(followed, Request):
                yield followed
            else:
                outcome = followed
        if outcome.name == "ok":
            yield replace(fetched(response, portal, report.url), report_id=report.id, row_title=report.title)
            return
        if outcome.name == "unchanged_304" and (page := kept_page(self.context, response, portal, report)):
            yield page
            return
        self.context.note(response.request, outcome, response, "report")
        if outcome.name == "unchanged_304":
            self.context.reports.still_there(report.id)
        elif outcome.name in ("gone", "soft_404"):
            self.context.reports.missing(report.id)
        elif outcome.name != "moved":
            self.context.reports.look_later(report.id)

    def again_failed(self, failure: Any) -> None:
        report: DueReport = failure.request.cb_kwargs["report"]
        self.context.note(failure.request, self.context.outcome_of(failure.value), None, "report")
        self.context.reports.look_later(report.id)
