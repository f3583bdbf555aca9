"""From the bytes of a detail page to its record."""

from __future__ import annotations

from crawler.items import FetchedPage
from crawler.pipelines.base import Pipeline


class CleanPipeline(Pipeline):
    """Fills ``FetchedPage.report``, without figures: they are read once it is known that the page is stored."""

    def process_item(self, item: FetchedPage) -> FetchedPage:
        from cleaning.clean import read

        cleaned = read(item.page, self.context.boilerplate.known(item.portal, item.row_url))
        item.report, item.lines = cleaned.report, cleaned.lines
        return item
