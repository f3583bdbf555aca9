"""``fazhi crawl``: fetch the portals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from crawler.exits import region_code
from crawler.language import say
from crawler.without import without_collecting, without_whole_stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.portals import Portal


@click.command(
    short_help="Look at the portals for new and changed reports.",
    epilog="Exit codes: 0 every portal was fetched; 1 program error or stopped; 2 usage;"
    " 3 some portal could not be fetched, is left alone after bad fetches, or its file cannot be used;"
    " 75 another run is writing.",
)
@click.argument("portals", nargs=-1, metavar="[PORTAL]...")
@click.option("--portal", "-p", "names", multiple=True, metavar="NAME", help="The same, as an option.")
@click.option("--full", is_flag=True, help="Read every listing page, also those known from earlier runs.")
@click.option(
    "--all/--due",
    "insist",
    default=False,
    help="Look also at columns that are not due and hosts left alone, or (the default) only at what is due.",
)
@click.option(
    "--region", metavar="CODE", callback=region_code, help="Only portals whose region code begins with CODE (36, 3601)."
)
@click.option("--unverified", is_flag=True, help="Also the portals of the registry that are not verified yet.")
@click.option("--dry-run", is_flag=True, help="Print what would be asked for, and ask for nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
@click.pass_context
def command(
    ctx: click.Context,
    portals: tuple[str, ...],
    names: tuple[str, ...],
    full: bool,
    insist: bool,
    region: str | None,
    unverified: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Fetch the watched columns of each PORTAL (all by default), and what is new in them, kept in output/reports.db.

    Each fetch is written down with its outcome, also the ones that failed. A second run at once finds nothing
    new and costs each portal one conditional request per watched column.

    Columns are due every night from 15 December to 30 April and once a week otherwise, so that this command
    can run every hour; --all fetches all of them now.

    Portals of the registry marked "verified: false" are fetched only when named or with --unverified.

    \b
    Examples:
      fazhi crawl
      fazhi crawl jianghan nanchang
    """
    with without_collecting():
        with without_whole_stack():
            import crawler.process  # noqa: F401  # before all else, see there
        from crawler.exits import ALL_LOOKED_AT, NOT_WELL
        from crawler.places import first_use
        from crawler.publish.terminal import chosen_portals
        from crawler.run import crawl, plan

    chosen, bad = chosen_portals((*portals, *names), region or "", unverified=unverified)
    _check_browser(chosen)
    if note := first_use():
        click.echo(note, err=True)
    if dry_run:
        plan(chosen, insist=insist or full, as_json=as_json)
        code = ALL_LOOKED_AT
    else:
        code = crawl(chosen, full=full, insist=insist, as_json=as_json)
        if unseen := [portal for portal in chosen if portal.verified is False]:
            _settle(unseen)
    ctx.exit(NOT_WELL if bad and code == ALL_LOOKED_AT else code)


def _check_browser(chosen: Sequence[Portal]) -> None:
    """Raise ClickException where a portal needs a browser that is not there."""
    from crawler.middlewares.browser import BrowserMissing, check

    try:
        check(chosen)
    except BrowserMissing as error:
        raise click.ClickException(str(error)) from None


def _settle(unseen: Sequence[Portal]) -> None:
    """Mark the portals of the registry in whose columns reports have been found; name those that have none yet."""
    from crawler.discovery.amend import seen_by_crawl
    from crawler.portals import FOLDER, file_of, file_to_write
    from crawler.settings import ON_REPLICA
    from crawler.task import known_reports

    empty = []
    for portal in unseen:
        if known_reports(portal):
            path = file_of(portal.name)
            if ON_REPLICA and path.is_relative_to(FOLDER):
                continue  # what the replica plays proves nothing of the portal itself
            file_to_write(portal.name).write_text(seen_by_crawl(path.read_text("utf-8")), "utf-8")
        else:
            empty.append(portal.name)
    if empty:
        click.echo(
            say(
                "note: no report yet in {names}; 'fazhi check NAME --look --write' settles each", names=", ".join(empty)
            ),
            err=True,
        )
