"""The files of report pages: fetched by the same spider, one after the other, kept raw first, then read.

A page waits here until all its files were asked for, so that a report is stored whole or not at all: a run that is
killed in between leaves the page pending or due, and the next one asks only for what it did not get.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from cleaning.page.document_files import is_document
from cleaning.report import Attachment, Reading
from crawler.aside import aside
from crawler.clock import stamp
from crawler.items import FetchedPage
from crawler.judge import CUT, OK, of_document, of_status
from crawler.outcome import Outcome, bare_host, because
from crawler.pipelines.asking import AskingPipeline
from crawler.portals import Portal
from crawler.spiders.pages import content_type, validators, validators_of
from crawler.store.files import StoredFile

READERS: Final = 2  # files read at the same time, each in a process of its own
PAGES: Final = (".html", ".htm", ".shtml", ".txt", ".csv", ".mht")  # names behind which a text is no surprise


@dataclass(slots=True)
class Task:
    """The files of one page; ``left`` is how many bytes may still be fetched for it, ``characters`` how much text may
    be kept of them."""

    item: FetchedPage
    portal: Portal
    known: dict[str, StoredFile]
    left: int
    characters: int


class FilesPipeline(AskingPipeline):
    """Fills ``FetchedPage.files`` and cleans the page again with what was read."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.most = crawler.settings.getint("FILES_PER_REPORT")
        self.largest = crawler.settings.getint("FILE_BYTES")
        self.together = crawler.settings.getint("FILE_BYTES_PER_REPORT")
        self.characters = crawler.settings.getint("FILE_CHARACTERS")
        self.text_together = crawler.settings.getint("FILE_CHARACTERS_PER_REPORT")
        self.timeout = crawler.settings.getfloat("FILE_TIMEOUT")
        self._reading = asyncio.Semaphore(READERS)
        self._told = False

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        portal = self.portal(item)
        itself, code = is_document(item.content), portal.site_code_at(item.row_url)
        if not item.report.attachments or not (itself or of_document(item, code).name == "ok"):
            return item
        known = self.context.files.of(item.report_id) if item.report_id else {}
        task = Task(item, portal, known, self.together, self.text_together)
        if itself:
            item.files = [await self._itself(task)]
        else:
            for place, attachment in enumerate(item.report.attachments):
                item.files.append(await self._file(task, attachment, place))
        boilerplate = self.context.boilerplate.known(item.portal, item.row_url)
        told = [file.told for file in item.files]
        item.report = (await self.cleaned(item, item.page, boilerplate, told, item.following)).report
        return item

    async def _itself(self, task: Task) -> StoredFile:
        """A row that leads to a file instead of a page: it has been fetched."""
        item = task.item
        url, name = item.report.attachments[0].url, item.row_title or item.report.attachments[0].name
        before = task.known.get(url) or StoredFile(url, name)
        assert item.snapshot is not None
        return await self._kept(task, before, OK, item.content, item.snapshot, item.content_type)

    async def _file(self, task: Task, attachment: Attachment, place: int) -> StoredFile:
        """One file of a page, asked for if it may be. Whatever happens, it is told and the run goes on."""
        url = attachment.url
        before = task.known.get(url) or self.context.files.known(url) or StoredFile(url, attachment.name)
        before = replace(before, name=attachment.name)
        if bare_host(url) not in task.portal.allowed_hosts:
            reason = f"{bare_host(url) or url[:80]} is not a host of this portal; its portal file can name it"
            return replace(before, outcome="foreign_host", reason=reason)
        if place >= self.most or task.left <= 0:
            return self._over(before, f"{self.most} files" if place >= self.most else f"{self.together} bytes")
        if task.characters <= 0:
            return self._over(before, f"{self.text_together} characters of text")
        fresh = self.context.files.fresh(url)
        if fresh is not None:
            with suppress(OSError, ValueError, KeyError):
                body = self.context.snapshots.read_record(fresh)[1]
                task.left -= len(body)
                return await self._kept(task, before, OK, body, fresh, "")
        return await self._fetch(task, before)

    @staticmethod
    def _over(before: StoredFile, limit: str) -> StoredFile:
        return replace(before, outcome="over_limit", reason=f"no more than {limit} of one report are fetched")

    async def _fetch(self, task: Task, before: StoredFile) -> StoredFile:
        """Ask for a file, conditionally if it was read before and its bytes are still there."""
        meta = {"download_maxsize": min(self.largest, task.left), "download_timeout": self.timeout}
        before_it = task.left
        held = before.snapshot is not None and await self.context.holds(before.snapshot)
        headers = validators(before.etag, before.last_modified) if held else {}
        outcome, response = await self.ask(task.item, "attachment", before.url, headers, meta, _judge, task)
        if outcome.name == "unchanged_304":
            task.characters -= _characters(before.reading)
            return replace(before, outcome="ok", reason="")
        if outcome.name == "too_large" and before_it < self.largest:
            return self._over(before, f"{self.together} bytes")
        if response is None:
            return replace(before, outcome=outcome.name, reason=outcome.reason)
        assert response.request is not None
        etag, last_modified = validators_of(response)
        before = replace(before, etag=etag, last_modified=last_modified)
        snapshot, declared, body = int(response.request.meta["snapshot"]), content_type(response), response.body
        task.left = min(task.left, before_it - len(body))  # what came packed counts unpacked
        del response
        return await self._kept(task, before, outcome, body, snapshot, declared)

    async def _kept(
        self, task: Task, before: StoredFile, outcome: Outcome, body: bytes, snapshot: int, declared: str
    ) -> StoredFile:
        """The file as these bytes make it; what is known of the same bytes is not read again."""
        digest = hashlib.sha256(body).hexdigest()
        reading = before.reading if digest == before.sha256 else None
        if reading is None:
            most = min(self.characters, task.characters)
            reading = await self._read(body, before.name or before.url, declared, most)
            if most < self.characters and "truncated" in reading.flags:
                task.characters = 0
        task.characters -= _characters(reading)
        return replace(
            before,
            outcome=outcome.name,
            reason=outcome.reason,
            sha256=digest,
            bytes=len(body),
            fetched=stamp(),
            snapshot=snapshot,
            reading=reading,
        )

    async def _read(self, body: bytes, name: str, declared: str, most: int) -> Reading:
        from cleaning.attachments import Limits, read_safely
        from crawler.publish.terminal import unconfined

        if not self._told and (said := unconfined()):
            logging.getLogger(__name__).warning("%s", said)
        self._told = True
        async with self._reading:
            return await aside(lambda: read_safely(body, name, declared, Limits(characters=most)))


def _characters(reading: Reading | None) -> int:
    """How much text is kept of a file with all its members."""
    return sum(len(each.text) for each in (reading, *dict(reading.inner()).values())) if reading else 0


def _judge(response: Response, request: Request) -> Outcome:
    """A file is taken for what its bytes are; anything else is what its status says, or a page in its place."""
    if CUT in response.flags:
        return because("connection_error", "cut")
    if response.status != 200 and not is_document(response.body):
        return of_status(response.status) or because("client_error", "status_client", status=response.status)
    if _is_page(response, request):
        return because("soft_404", "file_is_page")
    return OK


def _is_page(response: Response, request: Request) -> bool:
    """Whether a web page came where the address promised a file: an error page with status 200."""
    if is_document(response.body) or request.url.lower().split("?")[0].endswith(PAGES):
        return False
    head = response.body[:2000].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html")) or "text/html" in content_type(response).lower()
