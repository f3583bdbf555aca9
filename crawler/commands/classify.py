"""``fazhi classify``: judge titles without opening their pages."""

from __future__ import annotations

import sys

import click

from crawler.language import say

HEADINGS = ("report", "year", "kind", "title", "reason")


def _titles() -> list[str]:
    """The lines of standard input as text: UTF-8, or GB18030 where they are not UTF-8."""
    data = sys.stdin.buffer.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return [line.rstrip("\r") for line in text.split("\n") if line.strip()]


@click.command("classify")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
def command(as_json: bool) -> None:
    """Judge titles, one a line on standard input: annual rule-of-law report or not, and for which year.

    \b
    Example:
      echo 南昌市生态环境局2023年法治政府建设情况报告 | fazhi classify --json
    """
    from cleaning.document.classify import classify
    from crawler.publish.terminal import json_line, visible

    verdicts = [(title, classify(title)) for title in _titles()]
    if as_json:
        for title, verdict in verdicts:
            record = {
                "title": title,
                "is_report": verdict.is_report,
                "report_year": verdict.report_year,
                "kind": verdict.kind,
                "reason": verdict.reason,
            }
            click.echo(json_line(record))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*map(say, HEADINGS), box=None)
    for title, verdict in verdicts:
        year = str(verdict.report_year) if verdict.report_year else "-"
        table.add_row(
            say("yes") if verdict.is_report else say("no"),
            year,
            verdict.kind,
            Text(visible(title)),
            Text(verdict.reason),
        )
    console = Console() if sys.stdout.isatty() else Console(width=200)
    console.print(table)
