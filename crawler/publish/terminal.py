"""What the commands that read the store share: finding it, and writing what portals said without being fooled."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

import click

from crawler.language import say

if TYPE_CHECKING:
    from rich.console import Console

    from crawler.portals import Portal
    from crawler.store import Database
    from crawler.store.lookup import Known

# Commands that draw no table and open no store start in a third of the time without these libraries.
PLAIN_WIDTH: Final = 160  # columns of output that is no terminal
FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def output_folder() -> Path:
    """Where runs write."""
    from crawler.settings import OUTPUT

    return OUTPUT


def unconfined() -> str:
    """What to say where the kernel cannot confine what reads files of strangers, "" where it can."""
    from cleaning.attachments.sandbox.confine import version

    if version():
        return ""
    return say(
        "this kernel offers no Landlock: what reads the files of portals is bound in memory, time and size only, "
        "and could reach this user's files and network if a reader had a hole; see docs/reliability.md"
    )


def open_store() -> Database:
    """``reports.db`` of the output folder, as it is where it cannot be written. Raises ClickException if there is
    none yet."""
    from crawler.store.database import open_archive

    path = output_folder() / "reports.db"
    if not path.exists():
        raise click.ClickException(say("there is no database at {path}; run 'fazhi crawl' first", path=path))
    return open_archive(path)


def known_portal(db: Database, name: str | None) -> str | None:
    """``name``, if there is such a portal in the archive. Raises UsageError that names the nearest one."""
    from crawler.store.lookup import portal_names

    known = portal_names(db)
    if name is not None and name not in known:
        from crawler.portals import nearest

        raise click.UsageError(
            say("there is no portal {name!r} in the archive; {nearest}", name=name, nearest=nearest(name, known))
        )
    return name


def one_report(db: Database, text: str) -> Known:
    """The report that ``text`` means. Raises ClickException if none does, or more than one."""
    from crawler.store import lookup

    found = lookup.find(db, text)
    if not found:
        raise click.ClickException(
            say("no report fits {text!r}; give its id, its address, or issuer and year", text=text)
        )
    if len(found) > 1:
        lines = "\n".join(visible(f"  {each.id}  {each.report_year}  {each.issuer or each.title}") for each in found)
        raise click.ClickException(
            say("more than one report fits {text!r}; give the id of one:\n{lines}", text=text, lines=lines)
        )
    return found[0]


def console() -> Console:
    """Standard output: coloured in a terminal, plain and wide elsewhere."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH, highlight=False)


@contextmanager
def bar(label: str, total: int, *, shown: bool) -> Iterator[Callable[[int, int, str], None]]:
    """A bar on a terminal's error output, moved by (done, total, what is at work); nothing elsewhere, as under cron."""
    if not (shown and sys.stderr.isatty()):
        yield lambda done, total, text: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task(label, total=total)
        yield lambda done, total, text: progress.update(
            task, completed=done, total=total, description=escape(f"{label} {visible(text)}")
        )


def visible(value: object) -> str:
    """Text for a terminal: control characters, escape codes and bidirectional marks become blanks."""
    text = "" if value is None else str(value)
    return "".join(char if char.isprintable() else " " for char in text)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows as lines with their columns under one another, two blanks between; an ideograph is two places wide."""
    widths = [max(map(_places, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(text + " " * (width - _places(text)) for text, width in zip(row, widths, strict=True)) for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _places(text: str) -> int:
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)


def cell(value: object) -> str:
    """Text for a rich table: visible characters only, its brackets no markup."""
    from rich.markup import escape

    return escape(visible(value))


def json_line(value: object) -> str:
    """JSON on one line that says the same text and steers no terminal: what is not printable is an escape.

    What JSON has no form for, such as a clause, stands as its text in English.
    """
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def json_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object per line."""
    return "".join(json_line(row) + "\n" for row in rows)


def as_csv(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> str:
    """The rows as CSV (RFC 4180); text a spreadsheet would run as a formula gets a leading apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_csv_cell(row[name]) for name in names])
    return stream.getvalue().encode("utf-8", "backslashreplace").decode()


def _csv_cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return defused(value)


def defused(value: object) -> object:
    """A CSV cell no spreadsheet runs: text like a formula, or like one behind apostrophes, gets an apostrophe."""
    return "'" + value if isinstance(value, str) and FORMULA.match(value) else value


def chosen_portals(
    names: Iterable[str], region: str = "", *, unverified: bool = False
) -> tuple[list[Portal], list[str]]:
    """The portals a command is to fetch, and a sentence, told to the person, for each file that cannot be used.

    Raises UsageError for an unknown name or a region without a portal.
    """
    from crawler.portals import PortalError, choose, load_all

    bad: list[str] = []
    try:
        chosen = choose(names, load_all(bad=bad), region, unverified=unverified)
    except PortalError as error:
        raise click.UsageError("; ".join([*bad, str(error)])) from None
    for sentence in bad:
        click.echo(say("not fetched: {sentence}", sentence=sentence), err=True)
    return chosen, bad
