"""``fazhi rebuild-search``: make the search index anew."""

from __future__ import annotations

import click

from crawler.language import say


@click.command(
    short_help="Make the search index anew from the stored reports.",
    epilog="Exit codes: 0 done, or the index is right with --check; 1 no database, or the index is wrong.",
)
@click.option("--check", is_flag=True, help="Only say whether the index holds what the reports say.")
def command(check: bool) -> None:
    """Make the search index anew. A crawl keeps it current by itself: this is for a database that was written to
    by other programs.

    \b
    Example:
      fazhi rebuild-search
      fazhi rebuild-search --check
    """
    from crawler.publish.terminal import open_store
    from crawler.store import search

    db = open_store()
    total = db.execute("SELECT count(*) FROM reports").fetchone()[0]
    if check:
        click.echo(say("comparing the index with the texts of {count} reports", count=total), err=True)
        if not search.check(db):
            raise click.ClickException(say("the index does not hold what the reports say; run 'fazhi rebuild-search'"))
        later = search.waiting(db)
        click.echo(
            say("the index holds what the reports say")
            + (say("; {later} wait for the next run", later=later) if later else "")
        )
        return
    click.echo(say("indexing {count} reports", count=total), err=True)
    with db.atomic():
        count = search.rebuild(db)
    click.echo(say("{count} reports indexed", count=count))
