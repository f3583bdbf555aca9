"""What a search of one portal found, on the terminal (``crawler.discovery.result`` gives it as data)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import click

from crawler.clauses import spoken
from crawler.language import counted, say
from crawler.outcome import same_page
from crawler.publish.terminal import visible

SHOWN: Final = 8  # reports listed for each candidate
UNREACHED: Final = frozenset({"dns_error", "connection_error", "robots_unavailable", "timeout"})
"""Outcomes without a word of the portal."""

Result = Mapping[str, Any]


def show(result: Result) -> None:
    """What was found, or plainly that nothing was and what was tried; of a search that was stopped, what it had."""
    tried = {each["outcome"] for each in result["tried"]}
    if result["candidates"]:
        _show_found(result)
    elif result["stopped"]:
        click.echo(say("No column with reports after {requests} requests.", requests=result["requests"]))
    elif tried and tried <= UNREACHED:
        _show_unreached(result["tried"][0])
    else:
        _show_nothing(result)
    if result["elsewhere"]:
        click.echo(say("\nOther agencies' sites named there, each to be added for itself:"))
        for other in result["elsewhere"]:
            click.echo(visible(f"  {other['name']}  fazhi add {other['home']}"))


def _show_unreached(tried: Result) -> None:
    remedy = say("check the address, and whether this machine has a network")
    seen = spoken(tried["seen"])
    said = say("{url} could not be fetched: {seen}; {remedy}.", url=tried["url"], seen=seen, remedy=remedy)
    click.echo(visible(said))


def _show_nothing(result: Result) -> None:
    click.echo(
        say("Found no column with reports after {requests} requests. What was tried:", requests=result["requests"])
    )
    for tried in result["tried"]:
        seen = "; ".join(spoken(part) for part in (tried["seen"], tried["why"]) if part)
        click.echo(visible(f"  {tried['outcome']}: {tried['url']} ({seen})"))
    for report in result["reports"]:
        click.echo(visible(say("  report met: {title} {url}", title=report["title"], url=report["url"])))
    if advice := _advice(result):
        click.echo(advice)


def _advice(result: Result) -> str:
    """What a person may do where nothing was found; whoever gave the exact address has been told what stands there."""
    if result["reports"]:
        return say("Reports were met, but no list that shows them: their column can be watched by a portal file.")
    if all(tried["outcome"] in ("js_shell", "rows_in_comment") for tried in result["tried"]):
        return say("The pages are filled by scripts: 'render: browser' in a portal file has a browser show them.")
    if len(result["tried"]) > 1 and same_page(result["start"], result["home"]):
        return say("Give the address of a column or of one report, or raise --budget.")
    return ""


def _show_found(result: Result) -> None:
    click.echo(
        say(
            "{title}: {columns} with reports, {requests} requests",
            title=visible(result["title"]),
            columns=counted("{count} column", "{count} columns", len(result["candidates"])),
            requests=result["requests"],
        )
    )
    if result["region"]:
        click.echo(
            visible(say("division {region_code} {region}", region_code=result["region_code"], region=result["region"]))
        )
    for found in result["candidates"]:
        click.echo()
        _show_column(found)
        _show_reports(found["reports"])
    if result["left"]:
        names = ", ".join(each["name"] for each in result["left"])
        again = say(
            "\nLeft unvisited: {names}. 'fazhi add {start}' again goes on there.", names=names, start=result["start"]
        )
        click.echo(visible(again))


def _show_column(found: Result) -> None:
    """One column with how it was found and what watching it costs."""
    click.echo(visible((found["name"] or say("(no name)")) + f"  {found['url']}"))
    if found["agency"]:
        click.echo(visible(say("  agency      {agency}", agency=found["agency"])))
    evidence = "; ".join(found["evidence"])
    click.echo(visible(say("  system      {system}: {evidence}", system=found["system_in_words"], evidence=evidence)))
    click.echo(visible(say("  found by    {found_by}", found_by=spoken(found["found_by"]))))
    click.echo(visible(f"  robots.txt  {found['robots']}"))
    click.echo(say("  cost        {daily_cost}", daily_cost=found["daily_cost"]))
    if found["watched_by"]:
        click.echo(say("  watched     already, by portal {watched_by}", watched_by=found["watched_by"]))


def _show_reports(reports: list[Result]) -> None:
    for report in reports[:SHOWN]:
        click.echo(visible(f"  {report['report_year'] or '    '}  {report['issuer'] or ''}  {report['title']}"))
    if len(reports) > SHOWN:
        click.echo(say("  … and {more} more", more=len(reports) - SHOWN))
