"""From a cleaned page to the store: a report, another look at one, or a row that turned out to be something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cleaning.page.document_files import is_document
from cleaning.report import Page, Report
from crawler.items import FetchedPage
from crawler.outcome import Outcome
from crawler.pipelines.base import Pipeline
from crawler.pipelines.clean import as_page
from crawler.store.boilerplate import digest_of
from crawler.store.observation import Observation


class StorePipeline(Pipeline):
    """The last step of a page; every table it writes is written in one transaction that is safe to repeat."""

    def process_item(self, item: FetchedPage) -> FetchedPage:
        from cleaning.body.learn import learn
        from cleaning.clean import add_figures

        portal = self.portal(item)
        outcome = judge_page(item, portal.site_id_code)
        if outcome.name == "ok":
            add_figures(item.report)
        with self.context.db.atomic():
            if outcome.name == "ok":
                outcome = self._save(item, portal.region_code)
            elif item.report_id is None:
                self._refuse(item, outcome)
            elif outcome.name in ("gone", "soft_404"):
                self.context.reports.missing(item.report_id)
            else:
                self.context.reports.look_later(item.report_id)
            if outcome.looked and not is_document(item.content):
                blocks = learn(as_page(item), item.report, item.lines)
                self.context.boilerplate.remember(item.portal, item.row_url, blocks)
            if item.status == 304 and outcome.name == "unchanged":
                outcome = Outcome("unchanged_304", "the server says nothing has changed")
            self.context.note_page(item, outcome)
        return item

    def _save(self, item: FetchedPage, region_code: str | None) -> Outcome:
        observation = Observation(
            portal=item.portal,
            url=item.row_url,
            report=item.report,
            snapshot=item.snapshot,
            region_code=region_code,
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
        return outcome

    def _refuse(self, item: FetchedPage, outcome: Outcome) -> None:
        """A page behind a row that brought no report: final if it could be read, tried again if it could not."""
        if outcome.name == "not_a_report":
            self.context.ledger.decide_row(item.row_url, "refused", item.report.kind, outcome.reason)
        elif outcome.looked:
            self.context.ledger.count_try(item.row_url)

    def _reclean(self, snapshot: int, pages: Mapping[str, int], item: FetchedPage) -> str:
        """The body of earlier snapshots of a page and of those its article goes on on, under the present cleaner and
        the present boilerplate."""
        from cleaning.clean import clean

        page = self._kept(as_page(item), snapshot)
        following = {url: self._kept(replace(page, url=url), old) for url, old in pages.items()}
        known = self.context.boilerplate.known(item.portal, item.row_url)
        files = [file.told for file in item.files]
        return clean(page, known, with_figures=False, files=files, following=following).body

    def _kept(self, page: Page, snapshot: int) -> Page:
        headers, body = self.context.snapshots.read(snapshot)
        return replace(page, content=body, content_type=headers.get_header("Content-Type") or "")


def misled(report: Report, site_id_code: str | None) -> Outcome | None:
    """Why a page is not the one asked for, whatever it was to hold: a wall, a missing page, another site's."""
    if "blocked_page" in report.flags:
        return Outcome("blocked", "the page is a wall")
    if "soft_404" in report.flags:
        return Outcome("soft_404", "the page says that it does not exist, with status 200")
    if site_id_code and report.site_id_code and report.site_id_code != site_id_code:
        return Outcome(
            "identity_mismatch", f"the page carries site code {report.site_id_code}, the portal has {site_id_code}"
        )
    return None


def judge_page(item: FetchedPage, site_id_code: str | None) -> Outcome:
    """``ok`` for a page that shows a report, else why it does not.

    A row whose title is a report's but whose page has neither text nor file is ``layout_changed``, never
    "not a report": the page may be a home page served with status 200.
    """
    report: Report = item.report
    if wrong := misled(report, site_id_code):
        return wrong
    if not report.body and not report.attachments and "image_only" not in report.flags:
        return Outcome(
            "layout_changed", "the page has no text and no file; it may be another page than the one asked for"
        )
    if item.report_id is None and not report.is_report:
        return Outcome("not_a_report", report.kind)
    if item.report_id is not None and not report.is_report:
        return Outcome("layout_changed", "the page no longer shows the report")
    return Outcome("ok")
