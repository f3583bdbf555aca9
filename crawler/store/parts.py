"""The parts of a report's text as their tables hold them: sections, figures, targets and other numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import Figure, Report, Target
from crawler.store.database import insert_all

SECTION: Final = ("level", "marker", "heading", "kind", "part", "start", "end")


CANDIDATE: Final = (
    "value",
    "unit",
    "normal_value",
    "normal_unit",
    "qualifier",
    "period",
    "year",
    "start",
    "end",
)


FIGURE: Final = ("key", "label", "scope", "subset_of", *CANDIDATE)


TARGET: Final = ("key", "label", "mood", "scope", *(name for name in CANDIDATE if name != "period"))


SENTENCE: Final = ("sentence_start", "sentence_end")


_section = attrgetter(*SECTION)


def parts_of(report: Report) -> dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]:
    """The parts of a report's text as their tables hold them: columns and rows by table."""
    sections = [(position, *_section(each)) for position, each in enumerate(report.sections, 1)]
    parts: dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]] = {
        "section_spans": (("position", *SECTION), sections)
    }
    for table, names, numbers in (
        ("figure_spans", FIGURE, report.figures),
        ("target_spans", TARGET, report.targets),
        ("candidate_spans", CANDIDATE, report.candidates),
    ):
        rows = [(*values, *_sentence(report.body, each)) for values, each in _with(names, numbers)]
        parts[table] = ((*names, *SENTENCE), rows)
    return parts


def _with(names: Sequence[str], numbers: Iterable[Figure | Target]) -> list[tuple[tuple[Any, ...], Figure | Target]]:
    """Each number with its values of these names."""
    values = attrgetter(*names)
    return [(values(each), each) for each in numbers]


def _sentence(body: str, number: Figure | Target) -> tuple[int, int]:
    """Where the sentence of a number stands in the text: the last place at or before the number, else the number's."""
    start = body.rfind(number.sentence, 0, number.start + len(number.sentence))
    return (start, start + len(number.sentence)) if start >= 0 else (number.start, number.end)


def replace_parts(db: Database, key: int, report: Report) -> None:
    """Let the parts of a stored report be those of ``report``."""
    for table, (names, rows) in parts_of(report).items():
        _replace(db, table, key, ("report", *names), [(key, *row) for row in rows])


def _replace(db: Database, table: str, key: int, names: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
    """Write the rows of a report where they are others than those that stand: rows that stay need no new place in
    the search index. (None stand when the text was replaced: they went with it.)"""
    columns = ", ".join(f'"{name}"' for name in names)
    old = db.execute(f"SELECT {columns} FROM {table} WHERE report = ? ORDER BY id", [key]).fetchall()
    if old == rows:
        return
    if old:
        db.execute(f"DELETE FROM {table} WHERE report = ?", [key])
    insert_all(db, table, names, rows)
