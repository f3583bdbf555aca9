"""``fazhi clean``: the text and the record of saved pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from crawler.language import say

if TYPE_CHECKING:
    from cleaning.report import FileText, Page, Report

TEXT: Final = ("attachments", "body", "sections", "figures", "targets", "is_report", "flags")


@click.command(
    short_help="Print the text or the record of saved pages and files.",
    epilog="Exit codes: 0 all have a text; 2 usage, or a file cannot be read; 5 one has no text.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|- ...")
@click.option("--url", default="", help="The address the page came from; makes the attachments' addresses absolute.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per page and line instead of the text.")
@click.option("--markdown", is_flag=True, help="Markdown instead of the text: headings, and tables as tables.")
@click.option("--second-opinion", is_flag=True, help="With --json: how far trafilatura reads the same text.")
@click.pass_context
def command(
    context: click.Context, files: tuple[str, ...], url: str, as_json: bool, markdown: bool, second_opinion: bool
) -> None:
    """Clean saved pages and files: print the body, or the whole record as JSON.

    FILE is a saved page in any encoding or a document (PDF, Word, …), told by its content; "-" is standard input.
    Where one cannot be read or has no text, the others are cleaned all the same.

    \b
    Examples:
      fazhi clean saved.html --url https://www.example.gov.cn/t20250314_1.html --json
      fazhi clean report.pdf --markdown
    """
    from crawler.exits import NOTHING, USAGE

    if as_json and markdown:
        raise click.UsageError(say("--json and --markdown exclude each other; choose one"))

    failed = empty = False
    for name in _shown(files):
        content = _content(name)
        if content is None:
            failed = True
            continue
        page, report = _cleaned(content, name, url, with_figures=as_json)
        empty = empty or not report.body
        text = _record(name, page, report, second_opinion) if as_json else _readable(report, markdown)
        sys.stdout.buffer.write((text + "\n").encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    if failed or empty:
        context.exit(USAGE if failed else NOTHING)


def _cleaned(content: bytes, name: str, url: str, *, with_figures: bool) -> tuple[Page, Report]:
    """A page and its report. Why it has no text is said on standard error, once."""
    from cleaning.clean import clean
    from cleaning.report import Page

    read = _files(content, name, url)
    page = Page(content, url=url or (read[0].url if read else ""))
    report = clean(page, with_figures=with_figures, files=read)
    if not report.body and not any(each.reading and each.reading.note for each in read):
        click.echo(f"fazhi clean: {name}: {_why_empty(content, report)}", err=True)
    return page, report


def _record(name: str, page: Page, report: Report, second_opinion: bool) -> str:
    """The record as a line of JSON."""
    from crawler.publish.terminal import json_line

    opinion = {"second_opinion": _second_opinion(page, report)} if second_opinion else {}
    return json_line(_ordered(name, report.as_dict()) | opinion)


def _readable(report: Report, markdown: bool) -> str:
    """The text, on a terminal without the characters that command it."""
    from cleaning.markdown import render
    from crawler.publish.terminal import visible

    text = render(report).rstrip("\n") if markdown else report.body
    return "\n".join(map(visible, text.split("\n"))) if sys.stdout.isatty() else text


def _content(name: str) -> bytes | None:
    """The bytes of a file or of standard input; None where they cannot be read, which is said on standard error."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        from crawler.exits import short
        from crawler.store.failure import OF_PATHS  # with the store's libraries: a fifth of this command's start

        known = OF_PATHS.get(getattr(error, "errno", 0))
        reason = say(known[0]) if known else str(error)
        message = say(
            "cannot read {name} ({reason}); give the path of a saved page, or - for standard input.",
            name=name,
            reason=reason,
        )
        click.echo(short(f"fazhi clean: {message}"), err=True)
        return None


def _why_empty(content: bytes, report: Report) -> str:
    """Why a page has no text, in a clause."""
    if not content.strip():
        return say("the file is empty")
    if report.flags:
        return say("no text of an article was found ({flags})", flags=", ".join(report.flags))
    return say("no text of an article was found")


def _second_opinion(page: Page, report: Report) -> dict[str, Any] | None:
    """What trafilatura says of a page, None where it cannot be asked."""
    from dataclasses import asdict

    from cleaning.body.second_opinion import second_opinion

    opinion = second_opinion(page, report)
    return asdict(opinion) if opinion is not None else None


def _files(content: bytes, name: str, url: str) -> list[FileText]:
    """The document itself as it reads, nothing for a page. Why a document gives no text is said on standard error."""
    from cleaning.page.document_files import is_document

    if not is_document(content):
        return []
    from cleaning.attachments import read_safely
    from cleaning.report import FileText

    shown = "" if name == "-" else Path(name).name
    reading = read_safely(content, shown)
    if reading.note:
        click.echo(f"fazhi clean: {name}: {reading.note}", err=True)
    return [FileText(url or shown, shown, reading)]


def _ordered(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record with the documented keys first, in their order."""
    from cleaning.report import FIELDS

    page = name if name == "-" else Path(name).name
    first = (*(each.name for each in FIELDS), *TEXT)
    return {"page": page, **{key: record[key] for key in first}, **record}


def _shown(files: tuple[str, ...]) -> Iterable[str]:
    """The files, with a progress bar on standard error when a person waits for many."""
    if len(files) < 20 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="Cleaning", console=Console(stderr=True))
