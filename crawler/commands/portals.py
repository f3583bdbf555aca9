"""``fazhi portals``: what is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crawler.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from rich.console import Console

    from crawler.portals import Portal


@click.command(
    short_help="List the portals and check their files.",
    epilog="Exit codes: 0 all files can be used; 2 usage; 3 some file cannot be used.",
)
@click.option("--verified", is_flag=True, help="Only portals whose columns have been seen to hold reports.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per portal.")
@click.pass_context
def command(ctx: click.Context, verified: bool, as_json: bool) -> None:
    """List the portal files with system, region, season state, last fetch and columns.

    A file that cannot be used is named. Portals that are not verified come from the registry: their addresses
    were read somewhere, and nobody has had a good fetch yet; 'fazhi crawl' asks them only when they are named or
    with --unverified.

    \b
    Examples:
      fazhi portals
      fazhi portals --verified
    """
    from crawler.clock import now
    from crawler.exits import ALL_LOOKED_AT, NOT_WELL
    from crawler.portals import load_all
    from crawler.publish.terminal import console, json_line

    bad: list[str] = []
    portals = [portal for portal in load_all(bad=bad).values() if portal.verified or not verified]
    lines = _lines(portals, now())
    if as_json:
        for portal, line in zip(portals, lines, strict=True):
            facts = {**portal.model_dump(mode="json"), **line}
            click.echo(json_line(facts))
    else:
        out = console()
        for portal, line in zip(portals, lines, strict=True):
            _print(out, portal, line)
    for sentence in bad:
        click.echo(say("cannot be used: {sentence}", sentence=sentence), err=True)
    ctx.exit(NOT_WELL if bad else ALL_LOOKED_AT)


def _print(out: Console, portal: Portal, line: dict[str, Any]) -> None:
    """A line with the portal's facts, cut where the terminal ends, and one for each column's whole address."""
    from rich.text import Text

    from crawler.publish.terminal import visible

    mark = say("verified") if portal.verified else say("not verified")
    if portal.seen and not portal.verified:
        mark = say("not verified (seen {month})", month=portal.seen)
    look = say("never fetched")
    if line["last_fetch"]:
        look = say("last fetch {time} {outcome}", time=line["last_fetch"], outcome=line["last_outcome"])
    facts = (f"{portal.name:<12}", portal.title, portal.platform, portal.region_code or "", mark, line["season"], look)
    out.print(Text(visible("  ".join(filter(None, facts)))), no_wrap=True, overflow="ellipsis")
    for column in portal.columns:
        out.print(Text(visible(f"  {column.url}  {column.name}".rstrip())), soft_wrap=True)


def _lines(portals: Iterable[Portal], moment: datetime) -> list[dict[str, Any]]:
    """For each portal how often it is fetched now, and its last fetch if there has been one."""
    from crawler.publish.terminal import output_folder
    from crawler.schedule import in_season
    from crawler.store.database import open_archive
    from crawler.store.health import last_fetches

    path = output_folder() / "reports.db"
    last: dict[str, tuple[str | None, str | None, str | None]] = {}
    if path.exists():
        db = open_archive(path)
        last = last_fetches(db)
        db.close()
    return [_line(portal, in_season(moment), *last.get(portal.name, (None, None, None))) for portal in portals]


def _line(portal: Portal, season: bool, last: str | None, outcome: str | None, following: str | None) -> dict[str, Any]:
    days = portal.every.season if season else portal.every.otherwise
    often = "every day" if days == 1 else f"every {days} days"
    return {
        "season": f"{'in season' if season else 'off season'}, {often}",
        "last_fetch": last,
        "last_outcome": outcome,
        "next_fetch": following,
    }
