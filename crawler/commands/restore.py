"""``fazhi restore``: the archive back from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.language import say


@click.command(
    short_help="Bring the archive back from a backup.",
    epilog="Exit codes: 0 restored and checked; 1 no backup, a damaged one, or there is a database already; 2 usage;"
    " 75 a run is writing.",
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Copy the backup in FOLDER to the output folder, checked before and after. Nothing is overwritten.

    \b
    Example:
      mv output output.damaged && fazhi restore /mnt/backup/fazhi
    """
    from filelock import FileLock, Timeout

    from crawler.exits import Locked
    from crawler.publish.terminal import output_folder
    from crawler.store.backup import BackupError, restore

    output = output_folder()
    output.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(output / ".lock").acquire(timeout=0):
            copied = restore(folder, output)
    except Timeout:
        raise Locked(say("a run is writing to {output}; wait until it ends", output=output)) from None
    except BackupError as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        say(
            "{output}: reports.db and {files} WARC files restored, {snapshots} snapshots checked",
            output=output,
            files=copied.files,
            snapshots=copied.snapshots,
        )
    )
