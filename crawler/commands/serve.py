"""``fazhi serve``: open Datasette on the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.language import say

if TYPE_CHECKING:
    from urllib.parse import SplitResult

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def must_be_free(host: str, port: int) -> None:
    """Raises UsageError if nobody can listen there: no address of this machine, a port in use or not allowed."""
    import socket

    try:
        family = socket.getaddrinfo(host[:254] or "?", port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError):
        raise click.UsageError(
            say("cannot listen: {host!r} is no address of this machine, or port {port} is taken", host=host, port=port)
        ) from None


@click.command(
    short_help="Browse the database with Datasette.",
    epilog="Exit codes: 1 no database; 2 usage; else Datasette's own.",
)
@click.argument("database", required=False, type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@click.option("--immutable", is_flag=True, help="Promise that nothing writes to the file meanwhile: faster pages.")
@click.option("--public", is_flag=True, help="For a room behind a proxy: no queries in SQL, proxy headers accepted.")
@click.option("--sql", is_flag=True, help="With --public: visitors may write queries in SQL all the same.")
@click.option("--cors", is_flag=True, help="Let pages of other sites read the answers, as programs may anyway.")
@click.option("--mcp", is_flag=True, help="Offer search, reports, citations and coverage to agents at /-/mcp (MCP).")
@click.option(
    "--base-url",
    default="/",
    show_default=True,
    help="Path below which the proxy shows the room, better its whole address.",
)
def command(
    database: Path | None,
    host: str,
    port: int,
    open_browser: bool,
    immutable: bool,
    public: bool,
    sql: bool,
    cors: bool,
    mcp: bool,
    base_url: str,
) -> None:
    """Open Datasette on DATABASE, output/reports.db by default. Visitors can read and never write.

    \b
    Examples:
      fazhi serve
      fazhi serve output/demo/reports.db --port 8002
      fazhi serve --public --base-url https://www.example.org/fazhi/
    """
    import os
    import sys

    from crawler.publish.datasette.address import PUBLIC
    from crawler.publish.datasette.start import arguments, must_stay
    from crawler.publish.terminal import output_folder

    if mcp:
        _need_mcp()
    known = _address(base_url)
    database = database or output_folder() / "reports.db"
    _check(database)
    must_be_free(host, port)
    _prepare(database, host if host not in LOOPBACK and not public else "")
    argv = arguments(
        database,
        host=host,
        port=port,
        open_browser=open_browser,
        immutable=immutable or must_stay(database),
        base_url=f"/{known.path.strip('/')}/".replace("//", "/"),
        sql=sql or not public,
        cors=cors,
    )
    os.environ.pop(PUBLIC, None)
    if public:
        os.environ[PUBLIC] = f"{known.scheme}://{known.netloc}" if known.netloc else "1"
    sys.stdout.flush()
    program = "datasette" if mcp else "crawler.publish.datasette"
    os.execv(sys.executable, [sys.executable, "-m", program, *argv])


def _need_mcp() -> None:
    """Raise ClickException where the package is missing that answers programs of the Model Context Protocol."""
    from importlib.util import find_spec

    from crawler.places import install_hint

    if not find_spec("datasette_mcp"):
        raise click.ClickException(
            say("{name} is missing; run: {install_hint}", name="datasette-mcp", install_hint=install_hint("mcp"))
        )


def _prepare(database: Path, host: str) -> None:
    """Bring the database up to date, and say what a person should know before it is shown; ``host`` is where others
    can reach it who were not meant, "" where none can."""
    from crawler.publish.datasette.start import prepare

    if host:
        click.echo(
            say("note: {host} can be reached by others; everybody who can reach it can read the database", host=host),
            err=True,
        )
    click.echo(
        say("preparing {database}: tables, search index, agencies and who published when", database=database), err=True
    )
    trouble = prepare(database)
    if trouble:
        click.echo(
            say(
                "note: {database} is shown as it is, because it could not be brought up to date: {trouble}",
                database=database,
                trouble=trouble,
            ),
            err=True,
        )


def _address(base_url: str) -> SplitResult:
    """The path, or the whole address, below which the room is shown. Raises UsageError for another text."""
    from urllib.parse import urlsplit

    known = urlsplit(base_url)
    if known.scheme not in ("", "http", "https") or bool(known.scheme) != bool(known.netloc) or known.query:
        raise click.UsageError(say("{base_url} is neither a path nor an address of the web", base_url=base_url))
    return known


def _check(database: Path) -> None:
    """Raise ClickException or UsageError for what is no database."""
    from crawler.publish.datasette.start import is_database

    if database.is_dir():
        raise click.UsageError(say("{database} is a folder; name the database in it", database=database))
    if not database.is_file():
        raise click.ClickException(
            say("{database} is not there yet; run 'fazhi crawl' or 'fazhi demo' first", database=database)
        )
    if not is_database(database):
        raise click.UsageError(
            say("{database} is no SQLite database; name one, such as output/reports.db", database=database)
        )
