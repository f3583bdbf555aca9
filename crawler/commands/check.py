"""``fazhi check``: what is wrong with the portals, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from crawler.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.discovery.live_check import Finding
    from crawler.portals import Portal
    from crawler.store import Database


@click.command(
    short_help="Explain in a sentence how each portal is doing.",
    epilog="Exit codes: 0 all is well; 2 usage; 3 some portal needs attention.",
)
@click.argument("portals", nargs=-1, metavar="[PORTAL]...")
@click.option("--look", is_flag=True, help="Look at the live columns of one PORTAL now, and propose a new portal file.")
@click.option("--write", is_flag=True, help="With --look: write the proposed portal file.")
@click.option(
    "--budget", default=40, show_default=True, type=click.IntRange(2, 500), help="Requests at most, with --look."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per portal.")
@click.option("--metrics", is_flag=True, help="Print the archive's state in numbers, in Prometheus' text format.")
@click.pass_context
def command(
    ctx: click.Context, portals: tuple[str, ...], look: bool, write: bool, budget: int, as_json: bool, metrics: bool
) -> None:
    """Say for each PORTAL (all by default) what is wrong and what to do, from the fetches that were made.

    With --look the columns of one PORTAL are visited now: a redesigned page, a moved column (followed where the
    old address redirects, a known report's breadcrumb names another column, or a search finds it) and a dead host
    are told apart, and the portal file as it should read is shown as a diff; --write writes it. A portal of the
    registry is settled so: verified, amended, or dropped with the reason.

    \b
    Examples:
      fazhi check nanchang
      fazhi check nanchang --look
      fazhi check --metrics > /var/lib/prometheus/node-exporter/fazhi.prom
    """
    if metrics:
        _metrics(alone=not (portals or look or as_json))
        return
    from crawler.publish.terminal import chosen_portals, open_store, unconfined

    chosen, bad = chosen_portals(portals)
    if look:
        if len(portals) != 1:
            raise click.UsageError(say("--look visits one portal: name it"))
        ctx.exit(_look(chosen[0], budget, as_json, write))
    if said := unconfined():
        click.echo(said, err=True)
    db = open_store()
    states = [_state(db, portal, as_json) for portal in chosen]
    ctx.exit(0 if all(states) and not bad else 3)


def _state(db: Database, portal: Portal, as_json: bool) -> bool:
    """Print the state of one portal; whether it is well."""
    from dataclasses import asdict

    from crawler.clock import now
    from crawler.publish.terminal import json_line, visible
    from crawler.store.coverage import broken
    from crawler.store.health import explain
    from crawler.store.second_opinions import disagreements

    finding, opinions = explain(db, portal.name), disagreements(db, portal.name)
    expected = broken(db, portal.name, report=portal.expect.report, fields=portal.expect.fields, moment=now())
    if as_json:
        facts = {"expectations": expected, "second_opinions": [asdict(each) for each in opinions]}
        click.echo(json_line({**asdict(finding), **facts}))
        return finding.well and not expected
    click.echo(visible(finding.sentence))
    for clause in expected:
        click.echo(
            say(
                "{name}: {clause}; look at its columns, and mend the portal file or its 'expect'.",
                name=portal.name,
                clause=clause,
            )
        )
    for opinion in opinions:
        click.echo(visible(f"{portal.name}: {opinion.sentence}."))
    return finding.well and not expected


def _metrics(*, alone: bool) -> None:
    """Print the archive's state in numbers; raises UsageError where something else is asked for as well."""
    from crawler.publish.terminal import open_store, output_folder
    from crawler.store.metrics import as_text, metrics

    if not alone:
        raise click.UsageError(say("--metrics speaks of the whole archive: leave out portals and other options"))
    db = open_store()
    click.echo(as_text(metrics(db, output_folder())), nl=False)
    db.close()


def _look(portal: Portal, budget: int, as_json: bool, write: bool) -> int:
    """Visit a portal's columns, print what became of them and the file proposed; gives the exit code."""
    from crawler.clock import now
    from crawler.discovery.amend import difference, settled
    from crawler.discovery.live_check import Look
    from crawler.portals import file_of, file_to_write
    from crawler.publish.terminal import json_line
    from crawler.task import known_reports, run_task

    task = Look(portal, known_reports(portal))
    ran = run_task(task, budget=budget, portal=portal)
    for finding in (each for each in task.findings if not each.state):
        finding.state, finding.sentence = "not_looked", "the budget was used up before it"
    path = file_of(portal.name)
    before = path.read_text("utf-8")
    after = settled(before, portal, task.findings, now())
    diff = difference(before, after, path.name)
    if write and diff:
        file_to_write(portal.name).write_text(after, "utf-8")
    if as_json:
        found = [finding.as_dict() for finding in task.findings]
        click.echo(json_line({"portal": portal.name, "columns": found, "requests": ran.requests, "diff": diff}))
    else:
        _tell(portal, task.findings, diff)
    return 0 if all(finding.state == "well" for finding in task.findings) else 3


def _tell(portal: Portal, findings: Sequence[Finding], diff: str) -> None:
    """Print what became of the columns, and the portal file as it should read."""
    from crawler.publish.terminal import visible

    for finding in findings:
        click.echo(visible(f"{portal.name}: {finding.column.name or finding.column.url}: {finding.sentence}."))
    if diff:
        click.echo(say("\nProposed:\n") + "\n".join(visible(line) for line in diff.splitlines()))
