"""``fazhi proposals``: the columns a search of many hosts found, and a person's word on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crawler.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.store.proposals import Proposals

STATES = ("proposed", "watched", "accepted", "refused", "all")


@click.command(short_help="List the columns that wait for your word; accept or refuse them.")
@click.option("--accept", multiple=True, type=int, metavar="NUMBER", help="Watch this column; may be repeated.")
@click.option("--refuse", multiple=True, type=int, metavar="NUMBER", help="Never propose this column again.")
@click.option("--state", default="proposed", show_default=True, type=click.Choice(STATES), help="Only these.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per column.")
def command(accept: Sequence[int], refuse: Sequence[int], state: str, as_json: bool) -> None:
    """List what 'fazhi add --from' and '--country' found and did not watch of themselves, with what speaks for it.

    \b
    Examples:
      fazhi proposals
      fazhi proposals --accept 12 --accept 15 --refuse 13
    """
    from crawler.publish.terminal import json_line, open_store
    from crawler.store.proposals import Proposals

    db = open_store()
    table = Proposals(db)
    if accept or refuse:
        _decide(table, accept, refuse)
        db.close()
        return
    rows, counts, failures = table.columns("" if state == "all" else state), table.counts(), table.failures()
    db.close()
    for row in rows:
        if as_json:
            click.echo(json_line(row))
        else:
            _show(row)
    if not as_json:
        _show_hosts(counts, failures if state == "all" else [])


def _show_hosts(counts: dict[str, int], failures: Sequence[Any]) -> None:
    """Print where nothing was found, and how many hosts stand in each state."""
    from crawler.clauses import spoken
    from crawler.publish.terminal import visible

    for host, problem in failures:
        click.echo(visible(say("nothing on {host}: {problem}", host=host, problem=spoken(problem))))
    click.echo(
        ", ".join(say("{count} hosts {state}", count=count, state=name) for name, count in sorted(counts.items()))
        or say("no host was searched")
    )


def _decide(table: Proposals, accept: Sequence[int], refuse: Sequence[int]) -> None:
    """Carry out a person's word on columns."""
    known = {row["id"]: row for row in table.columns()}
    if missing := [number for number in (*accept, *refuse) if number not in known]:
        raise click.UsageError(
            say("there is no proposal {number}; 'fazhi proposals --state all' lists them", number=missing[0])
        )
    for number in accept:
        _watch(table, known[number])
    for number in refuse:
        table.decide(number, "refused")
        click.echo(say("{number} is refused", number=number))


def _show(row: dict[str, Any]) -> None:
    """Print one column with what speaks for it."""
    from crawler.clauses import spoken
    from crawler.publish.terminal import visible

    evidence = row["evidence"]
    seen = say(
        "  confidence  {confidence:.2f}, {reports} reports seen", confidence=row["confidence"], reports=row["reports"]
    )
    name = row["name"] or say("(no name)")
    lines = [
        f"{row['id']}  {name}  {row['column_url']}",
        say("  agency      {agency}", agency=row["agency"]) if row["agency"] else "",
        say("  site        {site}", site=evidence.get("site", "")),
        say("  found by    {found_by}", found_by=spoken(evidence["found_by"])),
        seen,
        say("  waits as    {problem}", problem=spoken(row["problem"])) if row["problem"] else "",
        *(f"  {each['report_year'] or '    '}  {each['title']}" for each in evidence["reports"]),
    ]
    for line in filter(None, lines):
        click.echo(visible(line))
    if row["state"] == "proposed":
        click.echo(say("  fazhi proposals --accept {id}   or   --refuse {id}\n", id=row["id"]))


def _watch(table: Proposals, row: dict[str, Any]) -> None:
    """Write an accepted column into its host's portal file."""
    from crawler.clock import now
    from crawler.discovery.draft import portal_name, save
    from crawler.discovery.many import of_proposal
    from crawler.places import new_portals
    from crawler.portals import load_all

    search, candidate = of_proposal(row)
    portals = load_all(to_be=True)
    known = next((each for each in portals.values() if search.host in each.allowed_hosts), None)
    if not (known and any(column.url == candidate.url for column in known.columns)):
        try:
            known = save(search, [candidate], now(), new_portals(), known, portal_name(search.home, portals))
        except (OSError, ValueError) as error:
            raise click.ClickException(str(error)) from None
    table.decide(row["id"], "accepted")
    click.echo(say("{id} is watched by portal {name}", id=row["id"], name=known.name))
