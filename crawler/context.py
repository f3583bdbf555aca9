"""What one run holds: the open stores, and the one place where a fetch is noted."""

from __future__ import annotations

import logging
import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout
from scrapy import Request
from scrapy.http import Response

from crawler.aside import aside
from crawler.clock import now
from crawler.download.handler import private_address
from crawler.download.tls import why_untrusted
from crawler.items import FetchedPage
from crawler.outcome import Outcome, Refused, bare_host, because
from crawler.runlog import RunLog
from crawler.store import seals
from crawler.store.at_work import AtWork
from crawler.store.boilerplate import BoilerplateStore
from crawler.store.database import open_database, wait_for_nobody, write_much
from crawler.store.failure import Unkept, storage_failure
from crawler.store.files import Files, Pages
from crawler.store.hosts import HostStore, RobotsStore
from crawler.store.ledger import Ledger
from crawler.store.listing_rows import ListingRows
from crawler.store.pending import PendingChanges
from crawler.store.reports import Reports
from crawler.store.retention import keep_house
from crawler.store.run_record import RunRecord
from crawler.store.second_opinions import SecondOpinions
from crawler.store.snapshots import UNREADABLE, Snapshots
from crawler.store.sound import ensure_sound, remember
from crawler.store.warc import check, path_of, torn_end

FAILURES = {
    "TimeoutError": ("timeout", "browser_restless"),
    "Error": ("connection_error", "browser_failed"),
    "DownloadTimeoutError": ("timeout", "no_answer"),
    "CannotResolveHostError": ("dns_error", "no_host"),
    "DownloadConnectionRefusedError": ("connection_error", "refused_connection"),
    "ResponseDataLossError": ("connection_error", "cut"),
    "DownloadFailedError": ("connection_error", "broken_connection"),
    "TunnelError": ("connection_error", "no_proxy"),
    "IgnoreRequest": ("too_large", "unpacks_too_large"),
    "DownloadCancelledError": ("too_large", "answer_too_large"),
}


class Busy(RuntimeError):
    """Another run holds the lock."""


class Context:
    """Opened by the spider, used by middlewares and pipelines, closed with the spider."""

    def __init__(self, output: Path, command: str, run: str = "", job: str = "") -> None:
        """Open the stores and enter the run; ``run`` and ``job`` name those of a coordinator this crawl is part of."""
        output.mkdir(parents=True, exist_ok=True)
        self.output = output
        self._lock = FileLock(output / ".lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise Busy(f"another run is writing to {output}; wait until it ends") from None
        self.run = run or now().strftime("%Y%m%dT%H%M%SZ-") + secrets.token_hex(2)
        try:
            self._looked_over = ensure_sound(output / "reports.db")
        except BaseException:
            self._lock.release()
            raise
        self.db = open_database(output / "reports.db")
        write_much(self.db)
        self.ledger = Ledger(self.db, self.run)
        self.record = RunRecord(self.db, self.run)
        self.at_work = AtWork(self.db, self.run)
        self.rows = ListingRows(self.db)
        self.reports = Reports(self.db, searched=not job)  # a coordinator indexes what it merges
        self.files = Files(self.db)
        self.pages = Pages(self.db)
        self.boilerplate = BoilerplateStore(self.db)
        self.hosts = HostStore(self.db)
        self.pending = PendingChanges(self.db)
        self.opinions = SecondOpinions(self.db)
        self.robots = RobotsStore(self.db)
        self.snapshots = Snapshots(self.db, output / "warc", job or self.run)
        self.log = RunLog(output / "logs" / self.run[:4], self.run)
        for name in self.record.start(command, self.snapshots.warc_name):
            _say_how_it_ends(path_of(output / "warc", name))
        self._part = bool(job)
        self._adopt()
        self.on_fetch: Callable[[str | None, str, str, Outcome], None] = lambda portal, purpose, url, outcome: None
        self.judged: Callable[[str, Outcome, int], None] = lambda host, outcome, status: None
        self.trouble = False
        self.failed = False
        self.broken = ""
        self.closed = False

    def note(
        self, request: Request, outcome: Outcome, response: Response | None, purpose: str, column: int | None = None
    ) -> None:
        """Write one fetch into ``fetches``."""
        portal: str | None = request.meta["portal"]
        self._count(request.url, outcome, response.status if response is not None else 0)
        self.ledger.note_fetch(
            portal,
            purpose,
            request.url,
            outcome,
            column=column,
            status=response.status if response is not None else None,
            size=int(request.meta.get("received", 0)) if response is not None else 0,
            snapshot=request.meta.get("snapshot") if response is not None else None,
        )
        self.log.fetched(portal, purpose, request.url, outcome)
        self.on_fetch(portal, purpose, request.url, outcome)

    async def holds(self, snapshot: int) -> bool:
        """Whether the bytes of a snapshot are still there, or stand in a coordinator's archive, out of sight."""
        if self._part:
            return True
        try:
            await aside(self.snapshots.reader(snapshot))
        except UNREADABLE:
            return False
        return True

    def note_step(self, request: Request, outcome: Outcome, response: Response) -> None:
        """Write a fetch on the way to an answer: a hop, or an answer that is asked for once more."""
        trouble = self.trouble
        self.note(request, outcome, response, request.meta.get("purpose", "other"), request.meta.get("column"))
        self.trouble = trouble

    def _count(self, url: str, outcome: Outcome, status: int) -> None:
        self.trouble = self.trouble or outcome.trouble
        self.failed = self.failed or outcome.name == "program_error"
        self.judged(bare_host(url), outcome, status)

    def note_page(self, item: FetchedPage, outcome: Outcome) -> None:
        """Write the fetch of a detail page that was read."""
        self._count(item.url, outcome, item.status)
        self.ledger.note_fetch(
            item.portal,
            "report",
            item.url,
            outcome,
            column=item.column_id,
            status=item.status,
            size=item.received,
            snapshot=item.snapshot,
        )
        self.log.fetched(item.portal, "report", item.url, outcome)
        self.on_fetch(item.portal, "report", item.url, outcome)

    def outcome_of(self, error: BaseException) -> Outcome:
        """The outcome of a request that brought no response. Raises Unkept if the store could not take what came."""
        if storage_failure(error, self.output):
            raise Unkept from (error.__cause__ if isinstance(error, Unkept) else error)
        if isinstance(error, Refused):
            return error.outcome
        chain = f"{error} {error.__cause__} {error.__context__}"
        if type(error).__name__ == "CannotResolveHostError" and (found := private_address(chain)):
            return because("dns_error", "private_address", host=found[0], address=found[1])
        if untrusted := why_untrusted(error):
            return because("tls_error", "untrusted", why=untrusted)
        known = FAILURES.get(type(error).__name__)
        return because(*known) if known else because("program_error", "program", error=_named(error))

    def _seal(self) -> None:
        """Seal what this run wrote. (A crawl that is part of another's run is sealed there.)"""
        if self._part:
            return
        try:
            seals.seal(self.db, self.output, self.run)
        except (OSError, ValueError) as error:
            logging.getLogger(__name__).warning("what this run wrote is not sealed: %s", error)

    def _adopt(self) -> None:
        """Seal what was written after the last seal, by a run that was killed or by another hand, and say so."""
        if (
            self._part
            or not (self.output / seals.FOLDER).is_dir()
            or not (count := seals.unsealed(self.db, self.output))
        ):
            return
        logging.getLogger(__name__).warning("%d rows were written after the last seal; they are sealed now", count)
        self._seal()

    def breaks(self, sentence: str) -> None:
        """The store cannot be written: keep the sentence that says so, and wait for no lock any more."""
        self.broken = sentence
        wait_for_nobody(self.db)

    def exit_code(self, *, ended: bool) -> int:
        """What the fetches of the run come to: 0 if everything could be fetched, 3 if some of it could not, 1 if the
        program failed somewhere or the run was cut short."""
        return 1 if self.failed or not ended else 3 if self.trouble else 0

    def close(self, exit_code: int) -> None:
        """Close the run and give up the lock; only the first call counts.

        A run whose store cannot be written stays open in it; the next one closes it as it does one that was killed.
        """
        if self.closed:
            return
        self.closed = True
        try:
            self.reports.indexing.finish()
            self.at_work.stopped()
            self.record.finish(exit_code)
            keep_house(self.db, self.run)
            self.snapshots.close()
            self._seal()
        except sqlite3.Error as error:
            self.broken = self.broken or storage_failure(error, self.output)
            if not self.broken:
                raise
        self.snapshots.close()
        self.log.close()
        self.db.close()
        if not self.broken:
            remember(self.output / "reports.db", self._looked_over)
        self._lock.release()


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


def _say_how_it_ends(path: Path) -> None:
    """Warn of a WARC file of a killed run that ends in half a record or is damaged."""
    if not path.exists():
        return
    try:
        torn = check(path)[1]
    except (OSError, ValueError) as error:
        logging.getLogger(__name__).warning("%s cannot be read to its end: %s", path.name, error)
        return
    if torn:
        logging.getLogger(__name__).warning("%s", torn_end(path, torn))
