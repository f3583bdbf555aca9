"""From the bytes of a detail page to its record."""

from __future__ import annotations

from crawler.items import FetchedPage
from crawler.pipelines.bounded import BoundedPipeline
from crawler.store.at_work import DEATHS


class CleanPipeline(BoundedPipeline):
    """Fills ``FetchedPage.report``, without figures: they are read once it is known that the page is stored."""

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        """Count the page as tried before anything of it is worked on; one over which runs died is set aside."""
        deaths, began = self.context.at_work.begin(item.row_url)
        if deaths >= DEATHS and not getattr(self.crawler.spider, "insist", False):
            raise self.set_aside(item, "deaths", deaths=deaths, began=began)
        known = self.context.boilerplate.known(item.portal, item.row_url)
        cleaned = await self.cleaned(item, item.page, known)
        item.report, item.lines = cleaned.report, cleaned.lines
        return item
