"""``fazhi portals``: what is watched."""

from __future__ import annotations

import click


@click.command(short_help="List the watched portals and check their files.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per portal.")
def command(as_json: bool) -> None:
    """List the portal files with system, region and watched columns; a file that cannot be used is an error.

    \b
    Example:
      fazhi portals
    """
    import json

    from rich.console import Console
    from rich.table import Table

    from crawler.portals import PortalError, load_all

    try:
        portals = load_all()
    except PortalError as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        for portal in portals.values():
            click.echo(json.dumps(portal.model_dump(mode="json"), ensure_ascii=False))
        return
    table = Table("portal", "site", "system", "region", "watched column", box=None)
    for portal in portals.values():
        columns = "\n".join(f"{column.name} {column.url}" for column in portal.columns)
        table.add_row(portal.name, portal.title, portal.platform, portal.region_code or "", columns)
    Console().print(table)
