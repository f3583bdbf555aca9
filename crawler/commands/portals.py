"""``fazhi portals``: what is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from crawler.portals import Portal


@click.command(short_help="List the portals and check their files.")
@click.option("--verified", is_flag=True, help="Only portals whose columns have been seen to hold reports.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per portal.")
def command(verified: bool, as_json: bool) -> None:
    """List the portal files with system, region, season state, last look and columns.

    A file that cannot be used is an error. Portals that are not verified come from the registry: their addresses
    were read somewhere, and nobody has had a good look yet; 'fazhi crawl' asks them only when they are named or
    with --unverified.

    \b
    Examples:
      fazhi portals
      fazhi portals --verified
    """
    from rich.table import Column, Table

    from crawler.clock import now
    from crawler.portals import PortalError, load_all
    from crawler.publish.terminal import cell, console, json_line

    try:
        portals = [portal for portal in load_all().values() if portal.verified or not verified]
    except PortalError as error:
        raise click.ClickException(str(error)) from None
    lines = _lines(portals, now())
    if as_json:
        for portal, line in zip(portals, lines, strict=True):
            facts = {**portal.model_dump(mode="json"), **line}
            click.echo(json_line(facts))
        return
    names = ("portal", "site", "system", "region", "verified", "season", "last look")
    table = Table(*names, Column("columns", overflow="fold"), box=None)
    for portal, line in zip(portals, lines, strict=True):
        mark = "yes" if portal.verified else f"no (seen {portal.seen})" if portal.seen else "no"
        look = f"{line['last_fetch'] or 'never'} {line['last_outcome'] or ''}".strip()
        columns = "\n".join(f"{column.name} {column.url}".strip() for column in portal.columns)
        row = (portal.name, portal.title, portal.platform, portal.region_code, mark, line["season"], look, columns)
        table.add_row(*(cell(fact) for fact in row))
    console().print(table, soft_wrap=True)


def _lines(portals: Iterable[Portal], moment: datetime) -> list[dict[str, Any]]:
    """For each portal how often it is looked at now, and its last look if there has been one."""
    from crawler.publish.terminal import output_folder
    from crawler.schedule import in_season
    from crawler.store.database import open_database
    from crawler.store.health import last_fetches

    path = output_folder() / "reports.db"
    looks: dict[str, tuple[str | None, str | None, str | None]] = {}
    if path.exists():
        db = open_database(path)
        looks = last_fetches(db)
        db.close()
    return [_line(portal, in_season(moment), *looks.get(portal.name, (None, None, None))) for portal in portals]


def _line(portal: Portal, season: bool, last: str | None, outcome: str | None, following: str | None) -> dict[str, Any]:
    days = portal.every.season if season else portal.every.otherwise
    often = "every day" if days == 1 else f"every {days} days"
    return {
        "season": f"{'in season' if season else 'off season'}, {often}",
        "last_fetch": last,
        "last_outcome": outcome,
        "next_fetch": following,
    }
