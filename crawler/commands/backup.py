"""``fazhi backup``: a checked copy of the archive."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.language import say


@click.command(
    short_help="Copy the archive to another folder and check the copy.",
    epilog="Exit codes: 0 copied and checked; 1 no database, or the copy is not whole; 2 usage.",
)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path | None) -> None:
    """Copy database, WARC files and seals to FOLDER (FAZHI_BACKUP by default), also while a run writes; every digest
    of the copy is checked.

    Of WARC files only what is new since the last backup is copied. The database in FOLDER is replaced when all is
    right, so that FOLDER holds a whole backup at any time.

    \b
    Examples:
      fazhi backup /mnt/backup/fazhi
      fazhi restore /mnt/backup/fazhi
    """
    from crawler import environment
    from crawler.commands.verify import bar
    from crawler.publish.terminal import open_store, output_folder
    from crawler.store.backup import BackupError, backup
    from crawler.store.verify import size

    folder = folder or environment.value("FAZHI_BACKUP")
    if folder is None:
        raise click.UsageError(say("name the FOLDER to copy to, or set FAZHI_BACKUP"))
    db = open_store()
    total = size(db)
    db.close()
    try:
        with bar(total) as step:
            copied = backup(output_folder(), folder, step)
    except BackupError as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        say(
            "{folder}: reports.db and {files} WARC files, {size:.0f} kB new, {snapshots} snapshots checked",
            folder=folder,
            files=copied.files,
            size=copied.bytes / 1000,
            snapshots=copied.snapshots,
        )
    )
