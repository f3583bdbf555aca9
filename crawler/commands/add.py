"""``fazhi add``: watch a portal by any of its addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler.language import say

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from crawler.discovery.candidates import Candidate
    from crawler.discovery.search import Search
    from crawler.portals import Portal
    from crawler.store.proposals import Host

NOTHING = 3


@click.command(
    short_help="Find the report columns of a portal and watch them.",
    epilog="Exit codes: 0 found; 1 program error or stopped; 2 usage, also a host that is not allowed;"
    " 3 nothing was found, or the portal could not be fetched.",
)
@click.argument("url", required=False)
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list of places, as CSV, workbook or a text of addresses: home, and where known name, region, priority.",
)
@click.option("--country", is_flag=True, help="The governments of all divisions, from the list that comes along.")
@click.option("--offered", is_flag=True, help="The agencies' hosts that other portals have named.")
@click.option("--province", default="", metavar="CODE", help="With --country: only codes that begin so (36, 3601).")
@click.option("--level", type=click.Choice(["province", "city", "county"]), help="With --country.")
@click.option("--limit", default=0, type=click.IntRange(0), help="With --country: so many divisions at most.")
@click.option("--name", default="", metavar="NAME", help="Name of the portal file; by default made of the host.")
@click.option("--yes", "-y", is_flag=True, help="Write the file without asking.")
@click.option("--budget", default=60, show_default=True, type=click.IntRange(2, 500), help="Requests at most.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the file goes; by default $FAZHI_PORTALS, else portals/ of the working folder.",
)
@click.option("--no-crawl", is_flag=True, help="Leave out the first fetch of what was found.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(
    ctx: click.Context,
    url: str | None,
    source: Path | None,
    country: bool,
    offered: bool,
    province: str,
    level: str | None,
    limit: int,
    name: str,
    yes: bool,
    budget: int,
    folder: Path | None,
    no_crawl: bool,
    as_json: bool,
) -> None:
    """Find the columns where the portal at URL publishes its reports, and write a portal file for them.

    URL is a home page, a column or one report's page. The search asks for at most --budget pages, as politely as a
    crawl does, the most promising links first. It shows what it found; --yes (or your consent) writes the portal
    file, with comments that say where each fact was seen, and takes a first fetch.

    With --from, --country or --offered instead of URL, many hosts are searched side by side, each as politely as
    ever. What is sure is watched at once (verified: auto), the rest waits for a person ('fazhi proposals'). A run
    that is stopped or killed goes on where it was, with the same command.

    \b
    Examples:
      fazhi add https://www.example.gov.cn/
      fazhi add --from agencies.csv
      fazhi add --country --province 36 --level county
      fazhi add http://sthjj.example.gov.cn/tzgg/ --name example --yes
    """
    if source or country or offered:
        if url or name:
            raise click.UsageError(say("give either URL or --from, --country, --offered"))
        governments = _governments(province, level or "", limit) if country else []
        ctx.exit(_many(source, governments, offered, budget, folder, as_json))
    if not url:
        raise click.UsageError(say("give an address, or --from FILE, --country or --offered"))
    ctx.exit(_one(url, name, yes, budget, folder, not no_crawl, as_json))


def _one(url: str, name: str, yes: bool, budget: int, folder: Path | None, first_look: bool, as_json: bool) -> int:
    """Search the portal at one address; gives the exit code."""
    from crawler.discovery.result import watcher
    from crawler.discovery.search import Search
    from crawler.portals import load_all

    portals = load_all(to_be=True)
    url = _address(url, portals.values())
    _check_name(name, portals)
    search = Search(url, _columns(portals.values()))
    result = _searched(search, budget, portals, quiet=as_json)
    new = [each for each in search.candidates if not watcher(each, portals.values())]
    stopped = bool(result["stopped"])
    wanted = bool(new) and not stopped and (yes or _consent(asked=not as_json))
    path = _write(search, new, name, folder, portals) if wanted else None
    if as_json:
        click.echo(_json_of(result, path))
    elif stopped:
        click.echo(
            say("\nThe search was stopped before its end, and nothing is written; the same command begins anew.")
        )
    else:
        _say_written(path, bool(new))
    if path and first_look:
        _first_look(path, quiet=as_json)
    return 1 if stopped else 0 if search.candidates else NOTHING


def _searched(search: Search, budget: int, portals: Mapping[str, Portal], *, quiet: bool) -> dict[str, Any]:
    """Run a search and, unless ``quiet``, show what it found; gives the result as data."""
    from crawler.discovery.result import as_data, watcher
    from crawler.publish.found import show
    from crawler.task import robots_verdict, run_task

    if not quiet:
        click.echo(
            say(
                "Looking for report columns from {url} with at most {budget} requests …",
                url=search.start,
                budget=budget,
            ),
            err=True,
        )
    ran = run_task(search, budget=budget)
    watched = {each.url: watcher(each, portals.values()) for each in search.candidates}
    found = {**as_data(search, watched, robots_verdict), "requests": ran.requests, "stopped": ran.stopped}
    if not quiet:
        show(found)
    return found


def _json_of(result: Mapping[str, Any], path: Path | None) -> str:
    """The result as one line, with the file that was written."""
    from crawler.publish.terminal import json_line

    return json_line({**result, **({"file": str(path)} if path else {})})


def _columns(portals: Iterable[Portal]) -> list[str]:
    """The addresses that are watched."""
    return [column.url for portal in portals for column in portal.columns]


def _say_written(path: Path | None, found: bool) -> None:
    if path:
        click.echo(say("\nWritten: {path}\n", path=path))
    elif found:
        click.echo(say("\nNothing is written; --yes writes the portal file."))


def _check_name(name: str, taken: Container[str]) -> None:
    """Raise BadParameter for a name no portal file can have; none at all is made of the host."""
    import re

    if name and not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,60}", name):
        raise click.BadParameter(say("{name!r}: use small letters, digits, - and _", name=name), param_hint="--name")
    if name in taken:
        raise click.BadParameter(
            say("there is a portal {name!r} already; choose another name", name=name), param_hint="--name"
        )


def _governments(province: str, level: str, limit: int) -> list[Host]:
    from crawler.discovery.many import of_government
    from crawler.portals.governments import choose

    return [of_government(each) for each in choose(province, level, limit)]


def _many(
    source: Path | None, hosts: list[Host], offered: bool, budget: int, folder: Path | None, as_json: bool
) -> int:
    """Search every host of the queue; gives the exit code."""
    from crawler.discovery.many import Many
    from crawler.discovery.typed import ListError, read_list
    from crawler.places import new_portals
    from crawler.publish.terminal import bar, json_line, output_folder
    from crawler.store.database import open_database
    from crawler.store.proposals import Proposals
    from crawler.task import run_crowd

    try:
        hosts += read_list(source) if source else []
    except ListError as error:
        raise click.UsageError(str(error)) from None
    db = open_database(output_folder() / "reports.db")
    queue = Proposals(db)
    queue.enter(hosts)
    if offered:
        queue.queue_offered()
    waiting = len(queue.waiting())
    db.close()
    with bar("searching", waiting, shown=not as_json) as progress:
        many = Many(folder or new_portals(), progress)
        ran = run_crowd(many, budget=budget)
    db = open_database(output_folder() / "reports.db")
    counts, proposed = Proposals(db).counts(), len(Proposals(db).columns("proposed"))
    db.close()
    left = counts.get("queued", 0)
    result = {"hosts": many.done, "left": left, "requests": ran.requests, "watched": many.watched, "proposed": proposed}
    if as_json:
        click.echo(json_line({**result, "states": counts, "stopped": ran.stopped}))
    else:
        click.echo(
            say(
                "{done} hosts searched with {requests} requests, {left} left: {watched} columns are "
                "watched now, {proposed} wait for a person ('fazhi proposals').",
                done=many.done,
                requests=ran.requests,
                left=left,
                watched=many.watched,
                proposed=proposed,
            )
        )
        if ran.stopped:
            click.echo(say("The run was stopped; the same command goes on."))
    return 1 if ran.stopped else 0


def _address(url: str, portals: Any) -> str:
    """The address to start from, in a form that can be asked for. Raises UsageError for hosts that are not allowed."""
    from urllib.parse import urlsplit

    from crawler.discovery.hosts import permitted
    from crawler.discovery.typed import address

    url = address(url) or (url if "://" in url else f"http://{url}")
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise click.UsageError(say("{url!r} is no address", url=url)) from None
    if parts.scheme not in ("http", "https") or not host:
        raise click.UsageError(say("{url!r} is no http(s) address", url=url))
    if not permitted(host, portals):
        raise click.UsageError(
            say(
                "{host} is neither below gov.cn nor named in a portal file; copies of portals are not "
                "read. If it is genuine, write a portal file for it by hand",
                host=host,
            )
        )
    return parts._replace(netloc=host + port, path=parts.path or "/", fragment="").geturl()


def _consent(*, asked: bool) -> bool:
    """Ask a person at a terminal; nobody there, or nobody to be ``asked``, means no."""
    import sys

    return asked and sys.stdin.isatty() and click.confirm(say("\nWatch these columns?"), default=True)


def _write(
    search: Search, chosen: Sequence[Candidate], name: str, folder: Path | None, portals: Mapping[str, Portal]
) -> Path:
    """Write the portal file and check it, or add the columns to the file the host has."""
    from crawler.clock import now
    from crawler.discovery.draft import portal_name, save
    from crawler.places import new_portals
    from crawler.portals import file_of

    known = next((each for each in portals.values() if search.host in each.allowed_hosts), None) if not name else None
    folder = folder or new_portals()
    try:
        portal = save(search, chosen, now(), folder, known, name or portal_name(search.home, portals))
        return file_of(portal.name) if known else folder / f"{portal.name}.yml"
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None


def _first_look(path: Path, *, quiet: bool) -> None:
    """Crawl the new portal once, in a process of its own."""
    import os
    import subprocess
    import sys

    from crawler.places import PORTALS
    from crawler.portals import FOLDER

    environment = dict(os.environ)
    if path.parent.resolve() != FOLDER:
        environment[PORTALS] = str(path.parent)
    command = [sys.executable, "-m", "crawler", "crawl", "--all", "--portal", path.stem]
    subprocess.run(command, env=environment, check=False, stdout=sys.stderr if quiet else None)
