"""``fazhi verify``: is the evidence still what it was?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crawler.language import say

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


@click.command(
    short_help="Check the database against the WARC files.",
    epilog="Exit codes: 0 all is as it was written; 1 no database, or it cannot be read; 2 usage;"
    " 3 something is not as it was written.",
)
@click.option("--full", is_flag=True, help="Clean all reports anew, not only some that chance draws.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per finding.")
@click.pass_context
def command(ctx: click.Context, full: bool, as_json: bool) -> None:
    """Read every record of the archive, compute every digest anew, and say what is not as it was written.

    Checked are the database itself, every WARC file from its first to its last byte, that every snapshot's record
    stands whole at its offset with the address, time and bytes that were seen, that every response has its row, that
    fetches, versions and reports fit each other, and that cleaning the bytes anew gives what is shown: texts, titles,
    dates, sections, figures and attachments. A record that was cut off when a run was killed is told and does no
    harm. Nothing is written.

    \b
    Examples:
      fazhi verify
      fazhi verify --full
      fazhi verify --json | jq .sentence
    """
    from dataclasses import asdict

    from crawler.publish.terminal import json_lines, open_store, output_folder, visible
    from crawler.store.verify import size, snapshots_of, verify

    db = open_store()
    findings = []
    with bar(size(db, full=full)) as step:
        findings = list(verify(db, output_folder() / "warc", step, full=full))
    snapshots = snapshots_of(db)
    db.close()
    wrong = [finding for finding in findings if not finding.harmless]
    if as_json:
        click.echo(json_lines(asdict(finding) for finding in findings), nl=False)
    else:
        for finding in findings:
            click.echo(visible((say("note: ") if finding.harmless else "") + finding.sentence))
        click.echo(
            say("{snapshots} snapshots checked: ", snapshots=snapshots)
            + (say("{count} findings", count=len(wrong)) if wrong else say("all as written"))
        )
    ctx.exit(3 if wrong else 0)


def bar(total: int) -> AbstractContextManager[Any]:
    """A progress bar on a terminal; gives what is to be called at each step."""
    import sys
    from contextlib import contextmanager

    @contextmanager
    def shown() -> Any:
        if not sys.stderr.isatty():
            yield lambda: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True)) as progress:
            task = progress.add_task("verify", total=total)
            yield lambda: progress.advance(task)

    return shown()
