"""One crawl from the command line: run the spider, show a sign of life, print what came out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from itertools import chain
from pathlib import Path
from typing import Any, Final

import click
from scrapy import signals
from scrapy.utils.project import get_project_settings

from crawler.clock import now, told
from crawler.language import say
from crawler.outcome import Outcome
from crawler.portals import Portal
from crawler.portals.agencies import load as load_agencies
from crawler.process import CrawlProcess
from crawler.publish.digest import ping, send_digests
from crawler.publish.feed import write_feed
from crawler.publish.stamping import services, stamp_seals
from crawler.publish.summary import RunSummary, run_summary
from crawler.publish.terminal import aligned, json_line, output_folder, visible
from crawler.store import Database, agencies
from crawler.store.database import open_database, rehearsal
from crawler.store.deliveries import told_already
from crawler.store.ledger import Ledger
from crawler.store.runs import no_network, portal_lines, run_totals
from crawler.store.sound import kept_sound
from crawler.store.watched import LeftAlone, WatchedColumn

HEADINGS: Final = ("portal", "report year", "issuer", "published", "characters", "outcome")


def plan(portals: Sequence[Portal], *, insist: bool, as_json: bool) -> None:
    """Print what a crawl would ask for now: due columns, pending pages, known reports that are due; of the other
    columns when they are due. Nothing is kept."""
    with rehearsal(output_folder() / "reports.db") as db:
        _plan(db, portals, insist=insist, as_json=as_json)


def _plan(db: Database, portals: Sequence[Portal], *, insist: bool, as_json: bool) -> None:
    ledger = Ledger(db, "")
    for portal in portals:
        ledger.enter_portal(portal.facts, [(column.url, column.name) for column in portal.columns])
        asked = _asked(ledger, portal.name, insist)
        later = [each for each in ledger.columns(portal.name) if each.url not in asked["columns"] and each.next_fetch]
        waiting = [] if insist else ledger.left_alone(portal.name)
        if as_json:
            notes = {
                "later": [f"{column.url}: due {column.next_fetch}" for column in later],
                "left_alone": [f"{each.url}: {each.sentence}" for each in waiting],
            }
            click.echo(json_line({"portal": portal.name, **asked, **notes}))
        else:
            _show_plan(portal.name, asked, later, waiting)


def _asked(ledger: Ledger, portal: str, insist: bool) -> dict[str, list[str]]:
    """The addresses that a crawl would ask a portal for now, by what they are."""
    return {
        "columns": [column.url for column in ledger.due_columns(portal, insist=insist)],
        "pending": [row.url for row in ledger.pending_rows(portal, insist=insist)],
        "reports": [report.url for report in ledger.due_reports(portal)],
    }


def _show_plan(
    portal: str, asked: dict[str, list[str]], later: Sequence[WatchedColumn], waiting: Sequence[LeftAlone]
) -> None:
    """Print what a portal would be asked for, and what not before when."""
    columns, pages, reports = (len(urls) for urls in asked.values())
    click.echo(
        say(
            "{name}: due columns {columns}, pending pages {pages}, known reports {reports}",
            name=portal,
            columns=columns,
            pages=pages,
            reports=reports,
        )
    )
    for url in chain.from_iterable(asked.values()):
        click.echo(f"  {visible(url)}")
    for column in later:
        moment = told(column.next_fetch or "")
        click.echo(say("  {url}: due {moment}, Beijing time", url=visible(column.url), moment=moment))
    for each in waiting:
        click.echo(f"  {visible(each.url)}: {each.sentence}")


def crawl(portals: Sequence[Portal], *, full: bool, insist: bool, as_json: bool) -> int:
    """Run the spider on the portals, print the result, return the exit code."""
    settings = get_project_settings()
    if not settings["CONTACT"] and not settings["ON_REPLICA"]:
        click.echo(
            say(
                "note: set FAZHI_CONTACT to a mail or web address, so that a portal's owner can reach "
                "you; it goes into the User-Agent"
            ),
            err=True,
        )
    process = CrawlProcess(settings, "reports")
    tty = sys.stderr.isatty() and not as_json
    with _progress(process.crawler, tty):
        spider = process.run(portals=portals, full=full, insist=insist)
    if process.stopped:
        click.echo(say("stopped: what was found is kept, and the next run goes on where this one ended"), err=True)
    names = [portal.name for portal in portals]
    return show(Path(settings["OUTPUT"]), spider.context.run, as_json=as_json, portals=names)


def _progress(crawler: Any, tty: bool) -> AbstractContextManager[Any]:
    """A progress bar of requests done and known, and of reports that are new, on a terminal; nothing elsewhere."""
    if not tty:
        return nullcontext()
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
    task = bar.add_task("crawl", total=0)
    total = done = new = 0

    def scheduled(**kwargs: Any) -> None:
        nonlocal total
        total += 1
        bar.update(task, total=total)

    def fetched(portal: str | None, purpose: str, url: str, outcome: Outcome) -> None:
        nonlocal done, new
        done += purpose != "robots"
        new += outcome.name == "new"
        text = say("{portal}: {outcome}; {new} new", portal=portal, outcome=outcome.name, new=new)
        bar.update(task, completed=done, description=escape(text))

    def opened(spider: Any) -> None:
        spider.context.on_fetch = fetched

    # Scrapy holds receivers weakly; the bar keeps these alive as long as it is shown.
    bar.receivers = (scheduled, opened)  # type: ignore[attr-defined]
    crawler.signals.connect(scheduled, signals.request_scheduled)
    crawler.signals.connect(opened, signals.spider_opened)
    return bar


def show(output: Path, run: str, *, as_json: bool, portals: Sequence[str] = ()) -> int:
    """Print what a run found at ``portals``; returns its exit code.

    Without a terminal, and where the run asked for nothing, what was printed before is not printed again: a crawl every
    hour makes cron write a mail only when there is news.
    """
    with kept_sound(output / "reports.db"), closing(open_database(output / "reports.db")) as db:
        agencies.refresh(db, load_agencies())
        write_feed(db, output / "feed.atom", now())
        for sentence in (*send_digests(db, run), *stamp_seals(db, output, services())):
            click.echo(say("note: {sentence}", sentence=sentence), err=True)
        lines, totals, compared = portal_lines(db, run, portals), run_totals(db, run), run_summary(db, run)
        states = [line for line in lines if not line["outcome"].startswith("not due")]
        offline = no_network(db, run)
        seen = told_already(db, json_line(states))
    if problem := ping(int(totals["exit_code"])):
        click.echo(say("note: {sentence}", sentence=problem), err=True)
    if offline:
        click.echo(say("no host could be reached: has this machine a network, and does its proxy work?"), err=True)
    if as_json:
        result = {"run": run, **totals, "lines": lines, "compared": compared.as_dict()["portals"]}
        click.echo(json_line(result))
        return int(totals["exit_code"])
    if not seen or totals["requests"] or sys.stdout.isatty():
        _print(lines, totals, compared)
    return int(totals["exit_code"])


def _print(lines: Sequence[Mapping[str, Any]], totals: Mapping[str, Any], compared: RunSummary) -> None:
    """Print the table of a run, its totals, and what is otherwise than in the run before."""
    rows = [[visible(line[name.replace(" ", "_")]) for name in HEADINGS] for line in lines]
    click.echo(aligned([[say(name) for name in HEADINGS], *rows]))
    click.echo(
        say(
            "{new_reports} new, {changed_reports} changed, {known_reports} reports known;"
            " {requests} requests, {kilobytes:.0f} kB received",
            kilobytes=totals["bytes"] / 1000,
            **totals,
        )
    )
    if any(portal.before for portal in compared.portals):
        click.echo(say("\nagainst the last run:"))
        for text in compared.lines():
            click.echo(f"  {visible(text)}")
