"""``fazhi reclean``: compute stored reports anew from the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

    from crawler.store.reclean import Recleaned


@click.command(
    short_help="Compute stored reports anew from the WARC files.",
    epilog="Exit codes: 0 all were computed anew; 1 no database, no such report, or a run is writing; 2 usage;"
    " 3 some could not be, such as for a missing WARC record.",
)
@click.option("--report", "-r", "wanted", multiple=True, metavar="REPORT", help="Only this one: id, address or issuer.")
@click.option("--dry-run", is_flag=True, help="Show what would change and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per report that changed or failed.")
@click.pass_context
def command(ctx: click.Context, wanted: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Clean the stored responses with the present cleaner and report what reads otherwise now.

    Nothing is fetched. A text that reads otherwise becomes a version with the reason cleaner_changed, which is no
    news. Pages once refused that now count as reports wait again for the next crawl.

    \b
    Examples:
      fazhi reclean --dry-run
      fazhi reclean --report "南昌市生态环境局 2023"
    """
    from dataclasses import asdict

    from filelock import FileLock, Timeout

    from crawler.publish.terminal import json_lines, open_store, output_folder, visible
    from crawler.store.reclean import Recleaner

    db = open_store()
    recleaner = Recleaner(db, output_folder() / "warc")
    ids = _ids(db, wanted) if wanted else recleaner.ids()
    try:
        with FileLock(output_folder() / ".lock").acquire(timeout=0):
            results = list(_with_bar(recleaner.run(ids, write=not dry_run), len(ids)))
            again = [] if wanted else list(recleaner.reconsider(write=not dry_run))
    except Timeout:
        raise click.ClickException(f"a run is writing to {output_folder()}; wait until it ends") from None
    told = [result for result in results if result.changed or result.problem]
    if as_json:
        click.echo(json_lines(asdict(result) for result in told), nl=False)
        click.echo(json_lines({"report": None, "url": url, "title": title} for url, title in again), nl=False)
    else:
        for result in told:
            click.echo(visible(_line(result)))
        for url, title in again:
            click.echo(visible(f"to be read again: {title} {url}"))
        click.echo(_total(results))
    ctx.exit(3 if any(result.problem for result in results) else 0)


def _ids(db: Database, wanted: Iterable[str]) -> list[int]:
    from crawler.store.lookup import find

    ids: dict[int, None] = {}
    for text in wanted:
        found = find(db, text)
        if not found:
            raise click.ClickException(f"no report fits {text!r}; give its id, its address, or issuer and year")
        ids |= dict.fromkeys(known.id for known in found)
    return list(ids)


def _with_bar(results: Iterator[Recleaned], total: int) -> Iterator[Recleaned]:
    """The results, with a progress bar on a terminal."""
    import sys

    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, "reclean", total=total, console=Console(stderr=True))


def _line(result: Recleaned) -> str:
    name = f"{result.report} {result.title or result.url}"
    if result.problem:
        return f"{name}: {result.problem}"
    what = ["text"] if result.body_changed else []
    what += [f"{field} {old!r} → {new!r}" for field, (old, new) in result.facts.items()]
    what += [f"{table} {old} → {new}" for table, (old, new) in result.parts.items()]
    return f"{name}: {'; '.join(what)}"


def _total(results: list[Recleaned]) -> str:
    texts = sum(result.body_changed for result in results)
    others = sum(result.changed and not result.body_changed for result in results)
    failed = sum(bool(result.problem) for result in results)
    return (
        f"{len(results)} reports computed anew: {texts} texts read otherwise, {others} otherwise changed,"
        f" {failed} could not be"
    )
