"""A cleaned page as Markdown: headings by their level, tables as tables, everything else as it stands."""

from __future__ import annotations

import re
from itertools import groupby

from cleaning.report import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def render(report: Report) -> str:
    """Markdown of a record: the title as first heading, line headings one level below it and deeper.

    Lines with tabs are rows of a table (see ``cleaning.page.lines``); the first row of a table becomes its head.
    """
    levels = {section.line: section.level for section in report.sections if section.kind == "line"}
    blocks = [f"# {escape(report.title)}"] if report.title else []
    numbered = enumerate(report.body.split("\n")) if report.body else ()
    for is_table, group in groupby(numbered, key=lambda pair: "\t" in pair[1]):
        lines = list(group)
        if is_table:
            blocks.append(_table([line.split("\t") for _, line in lines]))
        else:
            blocks += [_line(text, levels.get(at)) for at, text in lines]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Text that means itself in Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def _line(text: str, level: int | None) -> str:
    return escape(text) if level is None else f"{'#' * min(level + 1, 6)} {escape(text)}"


def _table(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    cells = [[escape(cell.strip()) for cell in row] + [""] * (width - len(row)) for row in rows]
    head, *rest = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([head, "|" + " --- |" * width, *rest])
