"""Cleaning at a bounded cost: where it is for an ordinary page, in a process of its own for a large one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from scrapy.exceptions import DropItem

from cleaning.page.cost import TooCostly
from crawler.aside import aside, turn
from crawler.outcome import because
from crawler.pipelines.base import Pipeline

if TYPE_CHECKING:
    from cleaning.body.boilerplate import Boilerplate
    from cleaning.clean import Cleaned
    from cleaning.report import FileText, Page
    from crawler.items import FetchedPage

NO_FILES: Final[Sequence[FileText]] = ()
NO_PAGES: Final[Mapping[str, Page]] = {}


class BoundedPipeline(Pipeline):
    """A pipeline that cleans pages."""

    async def cleaned(
        self,
        item: FetchedPage,
        page: Page,
        known: Boilerplate,
        files: Sequence[FileText] = NO_FILES,
        following: Mapping[str, Page] = NO_PAGES,
    ) -> Cleaned:
        """What ``cleaning.clean.read_page`` gives; one that costs too much is noted, counted as tried and dropped.

        The figures of a large page are read at once (``item.figured``), where it costs the run nothing.
        """
        from cleaning.apart import is_large, read_apart
        from cleaning.clean import read_page

        item.figured = is_large(page, files, following)
        if not item.figured:
            return read_page(page, known, files, following)
        try:
            async with turn():
                return await aside(lambda: read_apart(page, known, files, following))
        except TooCostly as error:
            raise self.set_aside(item, "costly", why=str(error)) from None

    def set_aside(self, item: FetchedPage, code: str, **params: str | int) -> DropItem:
        """Note that a page is too costly to be cleaned; what is to be raised."""
        outcome = because("too_costly", code, **params)
        with self.context.db.atomic():
            self.context.note_page(item, outcome)
            if item.report_id is None:
                self.context.ledger.count_try(item.row_url)
            else:
                self.context.reports.fetch_later(item.report_id)
        return DropItem(outcome.name, log_level="DEBUG")
