"""``fazhi scale``: a crawl on several machines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from crawler.language import say
from crawler.places import install_hint

if TYPE_CHECKING:
    from procrastinate import App

    from crawler.scale.bundle import ObjectStore

QUEUE = "FAZHI_QUEUE"
SHELF = "FAZHI_SHELF"


@click.group(short_help="Spread portals over several machines.")
def command() -> None:
    """Crawl with workers on several machines: one coordinator keeps output/reports.db, workers keep nothing.

    FAZHI_QUEUE names a PostgreSQL database (postgresql://user@host/fazhi), FAZHI_SHELF a folder or object store all
    machines reach (/mnt/fazhi, s3://bucket/fazhi). Portals that share a host go to one worker at a time.
    See docs/scale.md.

    \b
    Examples:
      fazhi scale setup                 once, to make the queue's tables
      fazhi scale worker                on every machine
      fazhi scale crawl                 where reports.db is, instead of fazhi crawl
    """


@contextmanager
def _extra() -> Iterator[None]:
    """Tells in a sentence that the optional part of the program is missing."""
    try:
        yield
    except ImportError as error:
        raise click.ClickException(
            say("{name} is missing; run: {install_hint}", name=error.name, install_hint=install_hint("scale"))
        ) from None


def _queue(object_store: ObjectStore | None, tell: Callable[[str], None] = click.echo) -> tuple[App, str]:
    with _extra():
        from crawler.scale.queue import make_app
    address = os.environ.get(QUEUE, "")
    if not address:
        raise click.UsageError(
            say("FAZHI_QUEUE is not set; give a PostgreSQL address such as postgresql://fazhi@host/fazhi")
        )
    return make_app(address, object_store, tell), address


def _shelf() -> ObjectStore:
    with _extra():
        from crawler.scale.bundle import ObjectStore
    address = os.environ.get(SHELF, "")
    if not address:
        raise click.UsageError(say("FAZHI_SHELF is not set; give a folder all machines share, or an fsspec address"))
    try:
        return ObjectStore(address)
    except (ImportError, ValueError) as error:
        raise click.UsageError(f"{SHELF}: {error}") from None


@command.command()
def setup() -> None:
    """Make the queue's tables in the PostgreSQL database; nothing is done if they are there."""
    import asyncio

    from crawler.scale.queue import reach

    app, address = _queue(None)

    async def make() -> bool:
        async with reach(app, address):
            if await app.check_connection_async():
                return False
            await app.schema_manager.apply_schema_async()
            return True

    click.echo(say("the queue is ready") if asyncio.run(make()) else say("the queue was ready already"))


@command.command()
@click.option("--jobs", default=4, show_default=True, metavar="N", help="Units of portals fetched side by side.")
@click.option("--beat", default=10.0, show_default=True, metavar="SECONDS", help="Seconds between signs of life.")
@click.option("--once", is_flag=True, help="End when no job waits.")
def worker(jobs: int, beat: float, once: bool) -> None:
    """Take jobs and do them until stopped. On Ctrl-C open jobs are given back and done by another worker.

    A job needs little: most of its time it waits for the portal's polite delay.
    """
    import asyncio

    from crawler.scale.queue import QUEUE as NAME
    from crawler.scale.queue import reach

    app, address = _queue(_shelf(), lambda sentence: click.echo(sentence, err=True))

    async def serve() -> None:
        async with reach(app, address):
            waiting = say("waiting for jobs, up to {jobs} side by side; Ctrl-C ends", jobs=jobs)
            click.echo(say("doing the jobs that wait") if once else waiting, err=True)
            await app.run_worker_async(
                queues=[NAME],
                concurrency=jobs,
                wait=not once,
                shutdown_graceful_timeout=0,
                update_heartbeat_interval=beat,
                stalled_worker_timeout=3 * beat,
                fetch_job_polling_interval=min(5.0, beat),
            )

    asyncio.run(serve())


@command.command()
@click.option("--portal", "-p", "names", multiple=True, metavar="NAME", help="Only this portal; may be repeated.")
@click.option("--full", is_flag=True, help="Read every listing page, also those known from earlier runs.")
@click.option(
    "--all/--due", "insist", default=False, help="Look also at columns that are not due, or only at due ones."
)
@click.option("--unverified", is_flag=True, help="Also the portals of the registry that are not verified yet.")
@click.option(
    "--silent", default=30.0, show_default=True, metavar="SECONDS", help="A worker that is silent so long is gone."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
@click.pass_context
def crawl(
    ctx: click.Context,
    names: tuple[str, ...],
    full: bool,
    insist: bool,
    unverified: bool,
    silent: float,
    as_json: bool,
) -> None:
    """Fetch the portals as 'fazhi crawl' does, with the workers of the queue.

    Ends when every job has come back. If it is stopped, jobs that are out stay out; the next call takes them in.
    """
    import asyncio

    from scrapy.utils.project import get_project_settings

    from crawler.portals import PortalError, choose, load_all

    object_store = _shelf()
    app, address = _queue(object_store)
    from crawler.context import Busy
    from crawler.exits import Locked
    from crawler.run import show
    from crawler.scale.coordinator import Coordinator
    from crawler.scale.queue import reach

    every = load_all()
    try:
        portals = choose(names, every, unverified=unverified)
    except PortalError as error:
        raise click.UsageError(str(error)) from None
    output = get_project_settings()["OUTPUT"]

    async def coordinate() -> str:
        async with reach(app, address):
            coordinator = Coordinator(
                output, app, object_store, silent=silent, tell=lambda text: click.echo(text, err=True)
            )
            await coordinator.run(portals, every.values(), full=full, insist=insist)
            return coordinator.context.run

    try:
        run = asyncio.run(coordinate())
    except Busy as error:
        raise Locked(str(error)) from None
    ctx.exit(show(output, run, as_json=as_json))
