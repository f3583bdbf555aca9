"""From the bytes of a detail page to its record."""

from __future__ import annotations

from cleaning.report import Page
from crawler.items import FetchedPage
from crawler.pipelines.base import Pipeline


def as_page(item: FetchedPage) -> Page:
    """What the cleaning stage is told about a fetched page."""
    return Page(
        content=item.content,
        url=item.url,
        content_type=item.content_type,
        row_title=item.row_title,
        row_date=item.row_date,
        row_issuer=item.row_issuer,
        column=item.column_name,
    )


class CleanPipeline(Pipeline):
    """Fills ``FetchedPage.report``, without figures: they are read once it is known that the page is stored."""

    def process_item(self, item: FetchedPage) -> FetchedPage:
        from cleaning.clean import read

        cleaned = read(as_page(item), self.context.boilerplate.known(item.portal, item.row_url))
        item.report, item.lines = cleaned.report, cleaned.lines
        return item
