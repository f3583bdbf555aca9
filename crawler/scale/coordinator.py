"""The coordinator: sends what is due to workers and is the only one who writes the ledger."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from procrastinate import App

from cleaning.report import CLEANER_VERSION
from crawler.context import Context
from crawler.portals import Portal
from crawler.scale import queue
from crawler.scale.bundle import (
    DATABASE,
    Answer,
    BundleError,
    ObjectStore,
    Order,
    answer_name,
    order_name,
    pack,
    tables_digest,
    unpack,
)
from crawler.scale.units import Unit, units
from crawler.store import warc
from crawler.store.extract import extract
from crawler.store.merge import merge
from crawler.store.run_record import KILLED
from crawler.store.runs import Jobs, OpenJob

POLL: Final = 0.5  # seconds between two questions to the object store and the queue
QUIET: Final = 60.0  # seconds without anybody at work after which a person hears of it


class Coordinator:
    """One distributed run on one output folder and an open queue; ``tell`` gets each sentence for a person.

    Raises Busy if another run is writing.
    """

    def __init__(
        self,
        output: Path,
        app: App,
        object_store: ObjectStore,
        *,
        silent: float = 30.0,
        tell: Callable[[str], None] = print,
    ) -> None:
        self.output, self.app, self.object_store, self.silent, self.tell = output, app, object_store, silent, tell
        self.folder = output / "jobs"
        self.context = Context(output, "scale crawl")
        self.jobs = Jobs(self.context.db)
        self.worst = 0

    async def run(self, portals: Sequence[Portal], every: Iterable[Portal], *, full: bool, insist: bool) -> int:
        """Fetch what is due of ``portals`` (of ``every`` known one), merge what comes back, give the exit code.

        Jobs that an earlier coordinator left open are seen to their end first of all: they are not sent twice.
        """
        code = 1
        try:
            for job in self.jobs.open():
                await self._resend(job)
            chosen = {portal.name for portal in portals}
            for unit in units(every):
                wanted = tuple(portal for portal in unit.portals if portal.name in chosen)
                if wanted and self._due(wanted, full or insist):
                    await self._send(Unit(wanted, unit.hosts), unit.lock, full, insist)
            await self._collect()
            code = self.worst
        finally:
            self.context.close(code)
        return code

    def _due(self, portals: Iterable[Portal], insist: bool) -> bool:
        ledger, due = self.context.ledger, False
        for portal in portals:
            ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
            due = due or bool(
                ledger.due_columns(portal.name, insist=insist)
                or ledger.pending_rows(portal.name, insist=insist)
                or ledger.due_reports(portal.name)
            )
        return due

    async def _send(self, unit: Unit, lock: str, full: bool, insist: bool) -> None:
        """Write the extract and the order of a unit, note the job, and only then put it into the queue."""
        if self.jobs.waiting(lock):
            return
        job = f"{self.context.run}-{lock}"
        folder = self.folder / job
        names = [portal.name for portal in unit.portals]
        shutil.rmtree(folder, ignore_errors=True)
        room = folder / "room"
        room.mkdir(parents=True)
        order = Order(
            job,
            self.context.run,
            [portal.model_dump(mode="json") for portal in unit.portals],
            full,
            insist,
            CLEANER_VERSION,
            await asyncio.to_thread(tables_digest),
        )
        await asyncio.to_thread(
            extract, self.output / DATABASE, self.output / "warc", names, unit.hosts, room / DATABASE
        )
        await asyncio.to_thread(pack, room, folder / "order.zip", order)
        (room / DATABASE).rename(folder / "known.db")
        shutil.rmtree(room)
        self.jobs.enter(OpenJob(job, self.context.run, json.dumps(names), lock))
        await self._resend(OpenJob(job, self.context.run, json.dumps(names), lock))

    async def _resend(self, job: OpenJob) -> None:
        """Bring an open job to the object store and into the queue, unless it is there, at work, or answered."""
        if await asyncio.to_thread(self.object_store.has, answer_name(job.id)):
            return
        bundle = self.folder / job.id / "order.zip"
        if not bundle.is_file() or not (bundle.parent / "known.db").is_file():
            self._give_up(job, "its files in the output folder are gone")
            return
        if not await asyncio.to_thread(self.object_store.has, order_name(job.id)):
            await asyncio.to_thread(self.object_store.put, bundle, order_name(job.id))
        if not await queue.taken(self.app, job.id):
            await queue.send(self.app, job.id, job.lock)

    async def _collect(self) -> None:
        """Merge answers as they come, until no job is open."""
        quiet = 0.0
        while waiting := self.jobs.open():
            there = await asyncio.to_thread(self.object_store.names)
            answered = [job for job in waiting if answer_name(job.id) in there]
            for job in answered:
                await self._take(job)
            for name in await queue.revive(self.app, self.silent):
                self.tell(f"{name}: its worker has gone; the job is given out again")
            await self._give_up_failed()
            busy = answered or await queue.jobs(self.app, "doing")
            quiet = 0.0 if busy else quiet + POLL
            if quiet >= QUIET:
                self.tell(f"{len(waiting)} jobs wait and nobody works; start a worker: fazhi scale worker")
                quiet = 0.0
            if not answered:
                await asyncio.sleep(POLL)

    async def _give_up_failed(self) -> None:
        failed = await queue.jobs(self.app, "failed")
        for job in self.jobs.open():
            if job.id in failed and not await asyncio.to_thread(self.object_store.has, answer_name(job.id)):
                self._give_up(job, f"{queue.ATTEMPTS} attempts failed; the workers' logs say why")

    async def _take(self, job: OpenJob) -> None:
        """Merge one answer: its WARC file first, then its rows, then nothing of it is left lying around."""
        folder = self.folder / job.id
        try:
            await asyncio.to_thread(self.object_store.get, answer_name(job.id), folder / "answer.zip")
            answer = Answer(**await asyncio.to_thread(unpack, folder / "answer.zip", folder / "answer"))
            await asyncio.to_thread(_keep_records, folder / "answer" / "warc", self.output / "warc")
        except (BundleError, TypeError) as error:
            self._give_up(job, str(error))
            return
        merge(self.context.db, job.id, folder / "known.db", folder / "answer" / DATABASE)
        self.worst = _worse(self.worst, answer.exit_code)
        if job.run != self.context.run:
            self.context.record.close_other(job.run, KILLED)
        self._clear(job)
        self.tell(f"{job.lock}: done")

    def _give_up(self, job: OpenJob, problem: str) -> None:
        self.jobs.fail(job.id, problem)
        self.worst = _worse(self.worst, 3)
        self.tell(f"{job.lock}: could not be fetched: {problem}; the next run tries again")
        self._clear(job)

    def _clear(self, job: OpenJob) -> None:
        shutil.rmtree(self.folder / job.id, ignore_errors=True)
        for name in (order_name(job.id), answer_name(job.id)):
            self.object_store.remove(name)


def _worse(one: int, other: int) -> int:
    """The exit code of two together: a program error is worse than a portal that could not be fetched."""
    return next((code for code in (1, 3) if code in (one, other)), 0)


def _keep_records(source: Path, archive: Path) -> None:
    """Copy a worker's WARC files into the archive, each whole or not at all."""
    for path in warc.files(source):
        kept = warc.path_of(archive, path.name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        temporary = kept.with_name(f".{path.name}.part")
        with path.open("rb") as stream, temporary.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
            copy.flush()
            os.fsync(copy.fileno())
        temporary.replace(kept)
