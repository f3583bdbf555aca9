"""The queue: Procrastinate on PostgreSQL. One job is one unit of portals; its lock lets one worker at its hosts.

Procrastinate keeps the locks in the database (a unique index over running jobs), gives a job out again when its
worker stops sending heartbeats, and loses none when it or a worker is killed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import click
from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job
from psycopg import AsyncConnection, OperationalError

from crawler.language import say
from crawler.scale.bundle import Answer, ObjectStore, Order, answer_name, check, order_name, pack, unpack
from crawler.scale.crawl_job import ORDER

QUEUE: Final = "fetches"
TASK: Final = "fazhi.fetch"
ATTEMPTS: Final = 3
PATIENCE: Final = 10  # seconds the database may take to answer at the start
ENDINGS: Final = (0, 1, 3)  # exit codes of a crawl that closed its run
LONGEST_LOG: Final = 4000  # characters
log = logging.getLogger(__name__)


class FetchFailed(RuntimeError):
    """A crawl that did not close its run; the queue tries it again."""


def make_app(
    database: str, object_store: ObjectStore | None = None, tell: Callable[[str], None] = lambda sentence: None
) -> App:
    """The queue in the PostgreSQL database with this address; workers name their object store, and who hears in a
    sentence which jobs they took and what came of them."""
    app = App(connector=PsycopgConnector(conninfo=database))
    retry = RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=2)

    @app.task(name=TASK, queue=QUEUE, retry=retry)
    async def fetch(job: str) -> None:
        assert object_store is not None
        await work(job, object_store, tell)

    return app


@asynccontextmanager
async def reach(app: App, database: str) -> AsyncIterator[None]:
    """The open queue. Raises ClickException if the database cannot be reached or has no queue's tables."""
    try:
        await (await AsyncConnection.connect(database, connect_timeout=PATIENCE)).close()
        async with app.open_async():
            yield
    except (ConnectorException, OperationalError) as error:
        cause = " ".join(str(error.__cause__ or error).split())[:200]
        raise click.ClickException(
            say("the queue cannot be used: {cause}; check FAZHI_QUEUE, and run 'fazhi scale setup' once", cause=cause)
        ) from None


async def send(app: App, job: str, lock: str) -> None:
    """Put a job into the queue, unless it waits there already."""
    try:
        await app.configure_task(TASK, queue=QUEUE, lock=lock, queueing_lock=job).defer_async(job=job)
    except AlreadyEnqueued:
        log.info("%s waits already", job)


async def jobs(app: App, status: str) -> dict[str, Job]:
    """Our jobs of one status (todo, doing, failed, succeeded) by name."""
    found = await app.job_manager.list_jobs_async(queue=QUEUE, task=TASK, status=status)
    return {str(each.task_kwargs["job"]): each for each in found}


async def taken(app: App, job: str) -> bool:
    """Whether a job is at work, or was given up."""
    found = await app.job_manager.list_jobs_async(queue=QUEUE, task=TASK, queueing_lock=job)
    return any(each.status in ("doing", "failed") for each in found)


async def revive(app: App, silent: float) -> list[str]:
    """Give jobs of workers that were silent for so many seconds out again; returns their names."""
    stalled = list(await app.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=silent))
    for each in stalled:
        await app.job_manager.retry_job(each)
    return [str(each.task_kwargs["job"]) for each in stalled]


async def work(job: str, object_store: ObjectStore, tell: Callable[[str], None]) -> None:
    """Do one job: fetch the order, crawl in a process of its own, bring the answer.

    A job that was answered before its worker could say so is not done again.
    """
    if await asyncio.to_thread(object_store.has, answer_name(job)):
        tell(say("{job}: was answered already", job=job))
        return
    with tempfile.TemporaryDirectory(prefix="fazhi-job-") as name:
        folder = Path(name)
        bundle, room = folder / "order.zip", folder / "room"
        await asyncio.to_thread(object_store.get, order_name(job), bundle)
        order = Order(**await asyncio.to_thread(unpack, bundle, room))
        bundle.unlink()  # so that the crawl, which outlives a killed worker, leaves nothing behind either
        check(order)
        (room / ORDER).write_text(json.dumps(asdict(order), ensure_ascii=False), "utf-8")
        tell(say("{job}: taken, {portals}", job=job, portals=", ".join(str(each["name"]) for each in order.portals)))
        code, said = await _crawl(room)
        if code not in ENDINGS:
            tell(say("{job}: failed with exit code {code}; it is tried again or given up", job=job, code=code))
            raise FetchFailed(f"{job}: the crawl ended with exit code {code}: {said[-LONGEST_LOG:]}")
        await asyncio.to_thread(pack, room, folder / "answer.zip", Answer(job, code, said[-LONGEST_LOG:]))
        await asyncio.to_thread(object_store.put, folder / "answer.zip", answer_name(job))
        tell(say("{job}: done, exit code {code}", job=job, code=code))


async def _crawl(room: Path) -> tuple[int, str]:
    """Run the crawl of a room; the process ends with us, however we end, because its standard input does."""
    command: list[Any] = [sys.executable, "-m", "crawler.scale.crawl_job", room]
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr is not None
    try:
        said = b""
        while line := await process.stderr.readline():
            said = (said + line)[-4 * LONGEST_LOG :]
        return await process.wait(), said.decode("utf-8", "replace")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
