"""Cleaning at a bounded cost: where it is for an ordinary page, in a process of its own for a large one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from scrapy.exceptions import DropItem

from crawler.outcome import because
from crawler.pipelines.base import Pipeline

if TYPE_CHECKING:
    from cleaning.body.boilerplate import Boilerplate
    from cleaning.clean import Cleaned
    from cleaning.report import FileText, Page
    from crawler.items import FetchedPage

LARGE_AT_ONCE: Final = 2
NO_FILES: Final[Sequence[FileText]] = ()
NO_PAGES: Final[Mapping[str, Page]] = {}
Made = TypeVar("Made")


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
        """What ``cleaning.clean.read_page`` gives; one that costs too much is noted, counted as tried and dropped."""
        from cleaning.apart import TooCostly, is_large, read_apart
        from cleaning.clean import read_page

        if not is_large(page, files, following):
            return read_page(page, known, files, following)
        try:
            async with _turn():
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
                self.context.reports.look_later(item.report_id)
        return DropItem(outcome.name, log_level="DEBUG")


_turns: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}


def _turn() -> asyncio.Semaphore:
    """What lets few large pages be cleaned at the same time."""
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(LARGE_AT_ONCE))


async def aside(work: Callable[[], Made]) -> Made:
    """The result of work that blocks, done in a thread that never keeps a stopped run from ending.

    The threads of asyncio and Twisted are waited for at the end of the program, and a scan takes minutes to read.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Made] = loop.create_future()

    def give(made: list[Made], error: Exception | None) -> None:
        if result.cancelled():
            return
        if error is not None:
            result.set_exception(error)
        elif made:
            result.set_result(made[0])

    def run() -> None:
        made: list[Made] = []
        failure = None
        try:
            made.append(work())
        except Exception as error:
            failure = error
        with suppress(RuntimeError):  # the loop was closed: nobody waits any more
            loop.call_soon_threadsafe(give, made, failure)

    threading.Thread(target=run, daemon=True).start()
    return await result
