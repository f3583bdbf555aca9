"""``fazhi export``: the corpus as files for research."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.language import say

FORMATS = ("csv", "jsonl", "parquet", "datapackage")


@click.command(
    short_help="Write the corpus as files for research, with a codebook.",
    epilog="Exit codes: 0 written; 1 no database, a missing package or a folder that cannot be written; 2 usage.",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte order mark, for Excel.")
def command(folder: Path, form: str, bom: bool) -> None:
    """Write reports, sections, figures, versions and coverage to DIR, with codebook.md, datapackage.json and
    SHA256SUMS. All tables are of one moment. Files of an earlier export are replaced.

    In CSV, a text that begins like a formula is preceded by an apostrophe. parquet needs an extra package.

    \b
    Examples:
      fazhi export corpus
      fazhi export corpus --format csv --bom
      fazhi export corpus --format parquet
    """
    from crawler.portals.agencies import load
    from crawler.publish.export import ExportError, export
    from crawler.publish.terminal import open_store
    from crawler.store import agencies

    if bom and form not in ("csv", "datapackage"):
        raise click.UsageError(say("--bom belongs to CSV; {form} needs none", form=form))
    db = open_store()
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
