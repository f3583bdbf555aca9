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

    from crawler.clock import now
    from crawler.portals import PortalError, choose, load_all
    from crawler.publish.terminal import open_store, visible
    from crawler.store.expectations import broken
    from crawler.store.health import explain

    try:
        chosen = choose(portals, load_all())
    except PortalError as error:
        raise click.UsageError(str(error)) from None
    db = open_store()
    well = True
    for portal in chosen:
        finding = explain(db, portal.name)
        expected = broken(db, portal.name, report=portal.expect.report, fields=portal.expect.fields, moment=now())
        well = well and finding.well and not expected
        if as_json:
            click.echo(json.dumps({**asdict(finding), "expectations": expected}, ensure_ascii=False))
            continue
        click.echo(visible(finding.sentence))
        for clause in expected:
            click.echo(f"{portal.name}: {clause}; look at its columns, and mend the portal file or its 'expect'.")
    ctx.exit(0 if well else 3)
