"""From the bytes of a detail page to its record."""

from __future__ import annotations

from cleaning.report import Report
from crawler.items import FetchedPage
from crawler.pipelines.base import Pipeline


class CleanPipeline(Pipeline):
    """Fills ``FetchedPage.report``, without figures: they are read once it is known that the page is stored."""

    def process_item(self, item: FetchedPage) -> FetchedPage:
        from cleaning.clean import read

        boilerplate = self.context.boilerplate.known(item.portal, item.row_url)
        cleaned = read(item.page, boilerplate)
        if item.report_id is not None and _outgrown(cleaned.report):
            item.row_title = ""
            cleaned = read(item.page, boilerplate)
        item.report, item.lines = cleaned.report, cleaned.lines
        return item


def _outgrown(report: Report) -> bool:
    """Whether the title kept of a report names another year than the text that now stands at its address."""
    from cleaning.document.report_year import year_in_text

    if (report.provenance.get("title") or {}).get("from") != "row":
        return False
    stated = year_in_text(report.body.partition("\n")[0])
    return None not in (stated, report.report_year) and stated != report.report_year
