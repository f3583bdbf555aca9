"""``fazhi init``: a working folder of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.language import say

SERVICES = ("fazhi.service", "fazhi.timer")


@click.command(
    short_help="Make a working folder: portal files, archive, cron and systemd files.",
    epilog="Exit codes: 0 made, or all there already; 1 the folder cannot be written; 2 usage.",
)
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Make FOLDER (the present one by default) a working folder. Files that are there already are left as they are.

    Commands started in it keep the archive in its output/ and read and write portal files in its portals/. The
    crontab line and the systemd units in it hold its path; .env holds the address the portals are told.

    \b
    Examples:
      fazhi init
      fazhi init /srv/fazhi
    """
    from crawler.publish.working_folder import files

    folder = folder.resolve()
    made = []
    for name in ("portals", "output"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path, text in files(folder).items():
        target = folder / path
        if not target.exists():
            target.write_text(text, encoding="utf-8")
            made.append(path)
    told = ", ".join(made) if made else say("everything is there already")
    click.echo(f"{folder}: {told}")
    click.echo(
        say(
            "Next: say who you are in {file}, then run 'fazhi add ADDRESS' or 'fazhi crawl' there.",
            file=folder / ".env",
        )
    )
