"""``fazhi changes``: what is new, changed or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from crawler.language import say

if TYPE_CHECKING:
    from datetime import datetime

UNITS: Final = {"h": 1 / 24, "d": 1, "w": 7}  # days
HEADINGS: Final = ("what", "report", "portal", "title")
COLOURS: Final = {"new": "green", "changed": "yellow", "gone": "red"}


def moment(text: str, now: datetime) -> datetime:
    """The moment meant by a date, a date with time (Beijing time unless it names a zone) or a duration before now.

    Raises ValueError for anything else.
    """
    import re
    from datetime import datetime, timedelta

    from crawler.clock import BEIJING

    duration = re.fullmatch(r"(\d{1,5})\s*([hdw])", text.strip().lower())
    if duration:
        return (now - timedelta(days=int(duration[1]) * UNITS[duration[2]])).astimezone(BEIJING)
    given = datetime.fromisoformat(text.strip())
    return given if given.tzinfo else given.replace(tzinfo=BEIJING)


def zone(moment: datetime) -> str:
    """The zone of a moment in words."""
    from crawler.clock import BEIJING

    return say("Beijing time") if moment.utcoffset() == BEIJING.utcoffset(None) else f"{moment:%Z}"


@click.command(
    short_help="List reports that are new, changed or gone.",
    epilog="Exit codes: 0 shown, also if there are none; 1 no database; 2 usage.",
)
@click.option("--since", default="7d", show_default=True, metavar="DATE|DURATION", help="2026-03-01, 12h, 3d or 2w.")
@click.option("--portal", "-p", metavar="NAME", help="Only this portal.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per change.")
def command(since: str, portal: str | None, as_json: bool) -> None:
    """List what happened to reports since a day or for some time back, newest first.

    New is a report's first version, changed a text its source changed, gone a page that was not there on two
    different days. Texts that read otherwise only because the cleaning got better are not news.

    \b
    Examples:
      fazhi changes --since 2026-03-01
      fazhi changes --since 12h --json
    """
    from dataclasses import asdict

    from crawler.clock import now, stamp
    from crawler.publish.terminal import json_lines, known_portal, open_store
    from crawler.store.lookup import changes

    try:
        began = moment(since, now())
        start = stamp(began)
    except (ValueError, OverflowError):
        raise click.BadParameter(
            say("{since!r} is neither a date such as 2026-03-01 nor a duration such as 3d", since=since),
            param_hint="--since",
        ) from None
    db = open_store()
    found = changes(db, since=start, portal=known_portal(db, portal))
    if as_json:
        click.echo(json_lines(asdict(change) for change in found), nl=False)
        return
    from datetime import datetime

    from rich.table import Table

    from crawler.publish.terminal import cell, console

    if not found:
        click.echo(
            say("nothing new, changed or gone since {began:%Y-%m-%d %H:%M} ({zone})", began=began, zone=zone(began))
        )
        return
    table = Table(say("when ({zone})", zone=zone(began)), *map(say, HEADINGS), box=None, pad_edge=False)
    for change in found:
        what = f"[{COLOURS[change.kind]}]{change.kind}[/]"
        when = datetime.fromisoformat(change.time).astimezone(began.tzinfo)
        table.add_row(f"{when:%Y-%m-%d %H:%M}", what, str(change.report), change.portal, cell(change.name))
    console().print(table)
