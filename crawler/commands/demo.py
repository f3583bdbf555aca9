"""``fazhi demo``: the real crawl on replica portals."""

from __future__ import annotations

import click


@click.command(short_help="Run the real crawl on replica portals on this machine.")
@click.option("--fresh", is_flag=True, help="Forget the earlier demo first.")
@click.pass_context
def command(ctx: click.Context, fresh: bool) -> None:
    """Start the replica portals on loopback and crawl them with the production portal files.

    The result goes to demo/ in the output folder, apart from what real crawls keep. A second demo shows what a night
    without news costs. It needs the optional extra "demo".

    \b
    Example:
      fazhi demo
    """
    from crawler.demo import demo

    ctx.exit(demo(fresh=fresh))
