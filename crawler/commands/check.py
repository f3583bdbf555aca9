"""``fazhi check``: what is wrong with the portals, and what to do."""

from __future__ import annotations

import click


@click.command(
    short_help="Explain in a sentence how each portal is doing.",
    epilog="Exit codes: 0 all is well; 2 usage; 3 some portal needs attention.",
)
@click.argument("portals", nargs=-1, metavar="[PORTAL]...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per portal.")
@click.pass_context
def command(ctx: click.Context, portals: tuple[str, ...], as_json: bool) -> None:
    """Say for each PORTAL (all by default) what is wrong and what to do, from the looks that were taken.

    \b
    Example:
      fazhi check nanchang
    """
    import json
    from dataclasses import asdict

    from crawler.portals import PortalError, choose, load_all
    from crawler.publish.terminal import open_store, visible
    from crawler.store.health import explain

    try:
        names = [portal.name for portal in choose(portals, load_all())]
    except PortalError as error:
        raise click.UsageError(str(error)) from None
    db = open_store()
    findings = [explain(db, name) for name in names]
    for finding in findings:
        click.echo(json.dumps(asdict(finding), ensure_ascii=False) if as_json else visible(finding.sentence))
    ctx.exit(0 if all(finding.well for finding in findings) else 3)
