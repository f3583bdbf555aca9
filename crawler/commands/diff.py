"""``fazhi diff``: what changed between two versions of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crawler.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.publish.diff import Paragraph
    from crawler.store.lookup import Known, Version

DIFFERENT = 4  # exit code of --exit-code
STYLES = {"same": "", "deleted": "red strike", "inserted": "green underline"}
MARKS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}


@click.command(
    short_help="Show what changed between two versions of a report.",
    epilog="Exit codes: 0 shown, with or without differences; 1 no such report or version; 2 usage;"
    " 4 there are differences, with --exit-code.",
)
@click.argument("report")
@click.argument("old", metavar="[V1]", type=click.IntRange(1), required=False)
@click.argument("new", metavar="[V2]", type=click.IntRange(1), required=False)
@click.option("--html", "page", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True), help="Write a page.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with the changed paragraphs.")
@click.option("--exit-code", is_flag=True, help="Exit with 4 if there are differences.")
@click.pass_context
def command(
    ctx: click.Context, report: str, old: int | None, new: int | None, page: str | None, as_json: bool, exit_code: bool
) -> None:
    """Show the words that changed inside the paragraphs of REPORT, by default between its last two versions.

    REPORT is an id, an address, or issuer and year in quotes. With V1 alone, that version is compared with the
    last one. Without a terminal, deleted words stand in [-…-] and inserted ones in {+…+}.

    \b
    Examples:
      fazhi diff 12
      fazhi diff "南昌市生态环境局 2023" 1 3
      fazhi diff 12 --html change.html
    """
    from crawler.publish.diff import as_html, changed, compare
    from crawler.publish.diff import as_json as plain
    from crawler.publish.terminal import json_lines, one_report, open_store
    from crawler.store import lookup

    db = open_store()
    known = one_report(db, report)
    history = lookup.versions(db, known.id)
    pair = _choose(history, old, new)
    paragraphs = compare(pair[0].body, pair[1].body)
    heads = [_head(version) for version in pair]
    if as_json:
        head: dict[str, Any] = {"report": known.id, "title": known.title, "url": known.url}
        sides = {
            side: {"version": version.number, "reason": version.reason, "seen": version.seen, "title": version.title}
            for side, version in zip(("old", "new"), pair, strict=True)
        }
        click.echo(json_lines([{**head, **sides, "paragraphs": plain(paragraphs)}]), nl=False)
    elif page is not None:
        text = as_html(known.title or known.url, paragraphs, [known.url, " → ".join(heads)])
        with click.open_file(page, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    else:
        _show(known, heads, paragraphs)
    if exit_code and changed(paragraphs):
        ctx.exit(DIFFERENT)


def _choose(history: list[Version], old: int | None, new: int | None) -> tuple[Version, Version]:
    """The two versions meant: the last two by default, or the only one twice."""
    by_number = {version.number: version for version in history}
    for number in (old, new):
        if number is not None and number not in by_number:
            raise click.ClickException(
                say("there is no version {number}; the report has 1 to {last}", number=number, last=len(history))
            )
    last = by_number[new] if new else history[-1]
    first = by_number[old] if old else history[max(0, len(history) - 2)]
    return first, last


def _head(version: Version) -> str:
    return f"version {version.number} ({version.reason}, seen {version.seen})"


def _show(known: Known, heads: list[str], paragraphs: Sequence[Paragraph]) -> None:
    from rich.text import Text

    from crawler.publish.diff import changed
    from crawler.publish.terminal import console, visible

    out = console()
    out.print(Text(visible(f"{known.title or ''} {known.url}"), style="bold"), soft_wrap=True)
    out.print(" → ".join(heads), markup=False, soft_wrap=True)
    different = changed(paragraphs)
    for each in different:
        line = Text(f"{each.old or '':>4} {each.new or '':>4} ", style="dim")
        for piece in each.pieces:
            before, after = ("", "") if out.is_terminal else MARKS[piece.kind]
            line.append(before + visible(piece.text) + after, style=STYLES[piece.kind] or "not dim")
        out.print(line, soft_wrap=True)
    if not different:
        out.print("no difference" if heads[0] != heads[1] else "there is no other version to compare it with")
