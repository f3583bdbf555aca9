"""``fazhi coverage``: which agency published for which year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crawler.exits import region_code
from crawler.language import say

if TYPE_CHECKING:
    from rich.console import Console

    from crawler.store.proposals import Proposals

COLOURS = {
    "in_time": "green",
    "on_1_april": "yellow",
    "late": "yellow",
    "undated": "yellow",
    "not_found": "red",
    "withdrawn": "red",
    "could_not_look": "magenta",
    "not_yet_due": "dim",
}

HEADINGS = ("region", "agency", "state", "days", "parts", "20 days", "evidence")


@click.command(
    short_help="Show which agency published for which year, and in time.",
    epilog="Exit codes: 0 shown; 1 no database; 2 usage, or a registry that cannot be used.",
)
@click.option("--year", "-y", type=click.IntRange(1949, 2200), help="Only this report year, with the evidence.")
@click.option("--portal", "-p", metavar="NAME", help="Only agencies of this portal.")
@click.option(
    "--region",
    "-r",
    metavar="CODE",
    callback=region_code,
    help="Only division codes that begin so, such as 36 or 4401.",
)
@click.option("--json", "form", flag_value="json", help="One JSON object per agency and year.")
@click.option("--csv", "form", flag_value="csv", help="CSV with a header line.")
def command(year: int | None, portal: str | None, region: str | None, form: str | None) -> None:
    """Show agency by report year: published by 31 March (in_time), on_1_april, late, undated (published, date
    unknown), withdrawn, not_yet_due, not_found (with when and where we looked) or could_not_look (with why).

    "Not found" is about our search and no proof that nothing was published: it takes a good fetch of every listing
    of the agency's portal after 1 April. The agencies are those of crawler/portals/data/agencies.yml.

    \b
    Examples:
      fazhi coverage
      fazhi coverage --year 2025 --region 36
      fazhi coverage --csv > coverage.csv
    """
    from crawler.portals.agencies import load
    from crawler.publish.terminal import as_csv, console, json_lines, known_portal, open_store
    from crawler.store import agencies
    from crawler.store import coverage as store
    from crawler.store.proposals import Proposals

    registry = load()
    db = open_store()
    known_portal(db, portal)
    agencies.refresh(db, registry)
    rows = store.coverage(db, year=year, portal=portal, region=region)
    if form == "json":
        click.echo(json_lines(rows), nl=False)
    elif form == "csv":
        click.echo(as_csv(rows, list(rows[0]) if rows else ["agency", "year", "state"]), nl=False)
    elif not rows:
        click.echo(say("no agency of the registry fits"))
    else:
        out = console()
        _detail(out, rows) if year is not None else _matrix(out, rows)
        _note_unregistered(store.unregistered(db, portal=portal))
        if portal is None:
            _note_country(Proposals(db), region or "")


def _state(row: dict[str, Any]) -> str:
    return f"[{COLOURS[row['state']]}]{row['state']}[/]"


def _matrix(out: Console, rows: list[dict[str, Any]]) -> None:
    from rich.table import Table

    from crawler.publish.terminal import cell

    years = sorted({row["year"] for row in rows})
    table = Table(say("region"), say("agency"), *map(str, years), box=None, pad_edge=False)
    cells: dict[str, dict[int, dict[str, Any]]] = {}
    for row in rows:
        cells.setdefault(row["agency"], {})[row["year"]] = row
    for agency, of_year in cells.items():
        newest = of_year[max(of_year)]
        states = (_state(of_year[year]) if year in of_year else "" for year in years)
        table.add_row(newest["region_code"], cell(agency), *states)
    out.print(table)


def _detail(out: Console, rows: list[dict[str, Any]]) -> None:
    from rich.table import Table

    from crawler.publish.terminal import cell

    table = Table(*map(say, HEADINGS), box=None, pad_edge=False)
    for row in rows:
        parts = "" if row["parts_found"] is None else f"{row['parts_found']}/4"
        where = [row["url"]] if row["url"] else [look["url"] for look in row["listings"] if row["state"] == "not_found"]
        evidence = " ".join((row["reason"], *where))
        table.add_row(
            row["region_code"],
            cell(row["agency"]),
            _state(row),
            "" if row["days_to_due"] is None or row["state"] == "could_not_look" else f"{row['days_to_due']:+d}",
            parts,
            cell(row["disclosure"]),
            cell(evidence),
        )
    out.print(table)


def _note_unregistered(issuers: list[tuple[str, int]]) -> None:
    from crawler.publish.terminal import visible

    if issuers:
        names = ", ".join(f"{visible(name)} ({count})" for name, count in issuers[:10])
        more = say(" and {more} more", more=len(issuers) - 10) if len(issuers) > 10 else ""
        click.echo(say("reports of no agency in the registry: {names}{more}", names=names, more=more), err=True)


def _note_country(proposals: Proposals, region: str) -> None:
    """The denominator: of all governments how many are watched, how many were tried in vain, how many never."""
    from crawler.portals import load_all
    from crawler.portals.regions import today

    codes = {code for code in today() if code.startswith(region)}
    watched = {portal.region_code for portal in load_all().values() if portal.verified and not portal.dropped} & codes
    failed = proposals.failed_regions() & codes - watched
    click.echo(
        say(
            "of {all:,} divisions {watched:,} have a portal that is watched, {failed:,} were tried and "
            "failed ('fazhi proposals' says why), {never:,} were never tried",
            all=len(codes),
            watched=len(watched),
            failed=len(failed),
            never=len(codes - watched - failed),
        ),
        err=True,
    )
