"""``fazhi export``: the corpus as files for research."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.language import say

if TYPE_CHECKING:
    from crawler.store import Database

FORMATS = ("csv", "jsonl", "parquet", "datapackage", "wacz")
REPLAY = "fazhi.wacz"


@click.command(
    short_help="Write the corpus as files for research, with a codebook.",
    epilog="Exit codes: 0 written; 1 no database, no such report, a missing package or a folder that cannot be written;"
    " 2 usage; 3 written, but some records of the archive cannot be read.",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte order mark, for Excel.")
@click.option("--report", metavar="REPORT", help="With wacz: only this report (id, address, or issuer and year).")
@click.option("--portal", metavar="NAME", help="With wacz: only this portal.")
@click.option("--run", metavar="ID", help="With wacz: only what this run saw.")
@click.pass_context
def command(
    ctx: click.Context, folder: Path, form: str, bom: bool, report: str | None, portal: str | None, run: str | None
) -> None:
    """Write reports, sections, figures, versions and coverage to DIR, with codebook.md, README.md,
    CITATION.cff, datapackage.json, croissant.json and SHA256SUMS. All tables are of one moment. Files of an
    earlier export are replaced.

    In CSV, a text that begins like a formula is preceded by an apostrophe. parquet needs an extra package.

    wacz writes fazhi.wacz instead: the pages and files as they were received, to be replayed in a browser.

    \b
    Examples:
      fazhi export corpus
      fazhi export corpus --format csv --bom
      fazhi export corpus --format parquet
      fazhi export replay --format wacz --report 12
    """
    from crawler.portals.agencies import load
    from crawler.publish.export import ExportError, export
    from crawler.publish.terminal import open_store
    from crawler.store import agencies

    chosen = [(what, which) for what, which in (("report", report), ("portal", portal), ("run", run)) if which]
    _check(form, bom, [what for what, _ in chosen])
    db = open_store()
    if form == "wacz":
        ctx.exit(_replay(db, folder, *(chosen[0] if chosen else ("all", ""))))
    try:
        agencies.refresh(db, load())
        resources = export(db, folder, form, bom=bom)
    except ExportError as error:
        raise click.ClickException(str(error)) from None
    width = max(len(each.path) for each in resources)
    for each in resources:
        size = say("{rows:>9,} rows  {bytes:>13,} bytes", rows=each.rows, bytes=each.bytes)
        click.echo(f"{each.path:<{width}}  {size}")
    click.echo(say("what the columns mean: {path}", path=folder / "codebook.md"))


def _check(form: str, bom: bool, parts: list[str]) -> None:
    """Raise UsageError for options that do not go together."""
    if bom and form not in ("csv", "datapackage"):
        raise click.UsageError(say("--bom belongs to CSV; {form} needs none", form=form))
    if parts and form != "wacz":
        raise click.UsageError(say("--{what} belongs to wacz; the tables are written whole", what=parts[0]))
    if len(parts) > 1:
        raise click.UsageError(say("choose one of --report, --portal and --run"))


def _replay(db: Database, folder: Path, what: str, which: str) -> int:
    """Write the replay file; returns the exit code."""
    from crawler.publish.terminal import known_portal, one_report, output_folder
    from crawler.publish.wacz import write_wacz
    from crawler.store.database import as_of_now
    from crawler.store.lookup import replayed, runs

    if what == "portal":
        known_portal(db, which)
    elif what == "run" and which not in (known := runs(db)):
        last = known[-1] if known else "-"
        raise click.UsageError(
            say("there is no run {name!r} in the archive; the last one is {last}", name=which, last=last)
        )
    key = one_report(db, which).id if what == "report" else which
    with as_of_now(db):
        packed = write_wacz(replayed(db, what, key), output_folder() / "warc", folder / REPLAY)
    path = folder / REPLAY
    click.echo(
        say("{path}: {records:,} records, {bytes:,} bytes", path=path, records=packed.records, bytes=packed.bytes)
    )
    if packed.missing:
        click.echo(
            say("{missing:,} records cannot be read as they were written; see 'fazhi verify'", missing=packed.missing),
            err=True,
        )
    return 3 if packed.missing else 0
