"""``fazhi reclean``: compute stored reports anew from the archive."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from crawler.language import say
from crawler.places import install_hint

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from contextlib import ExitStack
    from pathlib import Path

    from crawler.store import Database
    from crawler.store.reader import Recleaned
    from crawler.store.reclean import Recleaner, Spread

MANY: Final = 200  # reports from which on further processes are worth their start


@click.command(
    short_help="Compute stored reports anew from the WARC files.",
    epilog="Exit codes: 0 all were computed anew; 1 no database or no such report; 2 usage;"
    " 3 some could not be, such as for a missing WARC record; 75 a run is writing.",
)
@click.option("--report", "-r", "wanted", multiple=True, metavar="REPORT", help="Only this one: id, address or issuer.")
@click.option("--dry-run", is_flag=True, help="Show what would change and store nothing.")
@click.option(
    "--processes",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Read pages in N processes (default: one per core, one for few reports).",
)
@click.option("--dask", default="", metavar="ADDRESS", help="Read pages on a Dask cluster (see docs/scale.md).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per report that changed or failed.")
@click.pass_context
def command(
    ctx: click.Context, wanted: tuple[str, ...], dry_run: bool, processes: int | None, dask: str, as_json: bool
) -> None:
    """Clean the stored responses with the present cleaner and report what reads otherwise now.

    Nothing is fetched. A text that reads otherwise becomes a version with the reason cleaner_changed, which is no
    news. Pages once refused that now count as reports wait again for the next crawl. Stopped half-way (Ctrl-C) it
    keeps what it has done, and can simply be run again.

    \b
    Examples:
      fazhi reclean --dry-run
      fazhi reclean --report "南昌市生态环境局 2023"
    """
    from crawler.publish.terminal import open_store, output_folder

    db = open_store()
    counts = Counter[str]()
    with _locked(output_folder(), counts):
        _run(_ids(db, wanted) if wanted else None, counts, dry_run, processes, dask, as_json)
    if not as_json:
        click.echo(_total(counts))
    ctx.exit(3 if counts["failed"] else 0)


def _run(
    chosen: list[int] | None, counts: Counter[str], dry_run: bool, processes: int | None, dask: str, as_json: bool
) -> None:
    """Compute the chosen reports anew, all for None, and tell of each; the run that is newest is sealed with them."""
    from contextlib import ExitStack, closing

    from crawler.parallel import available
    from crawler.publish.terminal import output_folder
    from crawler.store import seals
    from crawler.store.reclean import Recleaner
    from crawler.store.runs import newest_run

    folder = output_folder()
    with ExitStack() as stack:
        recleaner = Recleaner(folder / "reports.db", folder / "warc")
        ids = recleaner.ids() if chosen is None else chosen
        recleaner.processes = processes or (available() if len(ids) >= MANY else 1)
        spread = _on_dask(stack, dask, folder) if dask else None
        with closing(_with_bar(recleaner.run(ids, write=not dry_run, spread=spread), len(ids))) as results:
            _tell(results, counts, as_json=as_json)
        if ids and not dry_run:
            seals.seal(recleaner.db, folder, newest_run(recleaner.db), reports=ids)
        if chosen is None:
            _reconsider(recleaner, write=not dry_run, as_json=as_json)


@contextmanager
def _locked(folder: Path, counts: Counter[str]) -> Iterator[None]:
    """Hold the folder's lock; tells in one sentence what ended the work, and how many reports were done by then."""
    from filelock import FileLock, Timeout

    from crawler.exits import Locked
    from crawler.parallel import Killed

    try:
        with FileLock(folder / ".lock").acquire(timeout=0):
            yield
    except Timeout:
        raise Locked(say("a run is writing to {folder}; wait until it ends", folder=folder)) from None
    except Killed as error:
        raise click.ClickException(
            say("{error}; the {all} reports done are kept", error=error, all=counts["all"])
        ) from None
    except KeyboardInterrupt:
        raise click.ClickException(
            say("stopped after {all} reports; what was done is kept", all=counts["all"])
        ) from None


def _tell(results: Iterable[Recleaned], counts: Counter[str], *, as_json: bool) -> None:
    """Count the results and print those that changed or failed."""
    from dataclasses import asdict

    from crawler.publish.terminal import json_line, visible

    for result in results:
        _count(counts, result)
        if result.changed or result.problem:
            click.echo(json_line(asdict(result)) if as_json else visible(_line(result)))


def _reconsider(recleaner: Recleaner, *, write: bool, as_json: bool) -> None:
    """Name the pages once refused that count as reports now."""
    from crawler.publish.terminal import json_line, visible

    for url, title in recleaner.reconsider(write=write):
        again = {"report": None, "url": url, "title": title}
        said = say("to be read again: {title} {url}", title=title, url=url)
        click.echo(json_line(again) if as_json else visible(said))


def _on_dask(stack: ExitStack, address: str, folder: Path) -> Spread:
    """Reading on the cluster at ``address``, until ``stack`` is closed."""
    import os
    from functools import partial

    object_store = os.environ.get("FAZHI_SHELF", "")
    if not object_store:
        raise click.UsageError(say("FAZHI_SHELF is not set; give a folder all machines share, or an fsspec address"))
    try:
        from distributed import Client

        from crawler.scale.archive import Archive
    except ImportError as error:
        raise click.ClickException(
            say("{name} is missing; run: {install_hint}", name=error.name, install_hint=install_hint("scale"))
        ) from None
    try:
        client: Any = stack.enter_context(Client(address, timeout=5))  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise click.ClickException(
            say("no Dask scheduler answers at {address}: {error}", address=address, error=error)
        ) from None
    archive = stack.enter_context(Archive(object_store, folder / "reports.db", folder / "warc"))
    return partial(archive.readings, client)


def _ids(db: Database, wanted: Iterable[str]) -> list[int]:
    from crawler.store.lookup import find

    ids: dict[int, None] = {}
    for text in wanted:
        found = find(db, text)
        if not found:
            raise click.ClickException(
                say("no report fits {text!r}; give its id, its address, or issuer and year", text=text)
            )
        ids |= dict.fromkeys(known.id for known in found)
    return list(ids)


def _with_bar(results: Iterator[Recleaned], total: int) -> Generator[Recleaned, None, None]:
    """The results, with a progress bar on a terminal."""
    import sys

    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress

    # What is printed meanwhile goes above the bar, or straight into a file that standard output leads to.
    with Progress(console=Console(stderr=True), redirect_stdout=sys.stdout.isatty()) as bar:
        yield from bar.track(results, total=total, description="reclean")


def _line(result: Recleaned) -> str:
    name = f"{result.report} {result.title or result.url}"
    if result.problem:
        return f"{name}: {result.problem}"
    what = [say("text")] if result.body_changed else []
    what += [f"{field} {old!r} → {new!r}" for field, (old, new) in result.facts.items()]
    what += [f"{table} {old} → {new}" for table, (old, new) in result.parts.items()]
    return f"{name}: {'; '.join(what)}"


def _count(counts: Counter[str], result: Recleaned) -> None:
    counts["all"] += 1
    counts["texts"] += result.body_changed
    counts["others"] += result.changed and not result.body_changed
    counts["failed"] += bool(result.problem)


def _total(counts: Counter[str]) -> str:
    return say(
        "{all} reports computed anew: {texts} texts read otherwise, {others} otherwise changed, {failed} could not be",
        **{name: counts[name] for name in ("all", "texts", "others", "failed")},
    )
