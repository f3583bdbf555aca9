"""The data dictionary: every metadata field, table and column with its meaning, as ``docs/data-dictionary.md``.

Made from ``cleaning.report.FIELDS``, the tables of an empty database and ``metadata.yml``; print it with
``python -m crawler.publish.dictionary``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import yaml

from cleaning.report import FIELDS
from crawler.publish.datasette.start import FOLDER, with_fields
from crawler.store.database import open_database

HEAD: Final = """# 数据字典 Data dictionary

Made by `python -m crawler.publish.dictionary`; do not edit. An export brings its own `codebook.md` with the columns it
holds. Times are UTC (`2026-03-31T22:05:09Z`), days are Beijing's.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its type as SQLite has it, and what the metadata says of it."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view that is shown."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]


def dictionary() -> str:
    """The whole dictionary in Markdown."""
    about = yaml.safe_load((FOLDER / "metadata.yml").read_text("utf-8"))["databases"]["reports"]
    with TemporaryDirectory() as folder:
        db = open_database(Path(folder) / "reports.db")
        lines = [HEAD, *_fields(), *_tables(tables(db.conn, with_fields(about)["tables"]))]
        db.close()
    return "\n".join(lines) + "\n"


def _fields() -> Iterator[str]:
    yield "## 元数据 Metadata of a report\n"
    yield "| 字段 field | 含义 meaning | 类型 type | 可能的出处 where it may be read, best first |\n|---|---|---|---|"
    for each in FIELDS:
        yield f"| `{each.name}` | {each.explained} | {each.type} | {', '.join(each.places)} |"


def tables(conn: sqlite3.Connection, explained: Mapping[str, Any]) -> Iterator[Table]:
    """The tables that ``explained`` (``tables`` of the metadata) shows and the database has, in its order."""
    for name, about in explained.items():
        real = conn.execute("SELECT name, type FROM pragma_table_info(?)", [name]).fetchall()
        if real and not about.get("hidden"):
            meanings = about.get("columns", {})
            columns = tuple(Column(column, kind or "any", str(meanings.get(column, ""))) for column, kind in real)
            yield Table(name, about.get("title", ""), about.get("description", ""), columns)


def _tables(shown: Iterable[Table]) -> Iterator[str]:
    for table in shown:
        yield f"\n## `{table.name}` {table.title}".rstrip()
        yield f"\n{table.description}\n\n| 列 column | 类型 type | 含义 meaning |\n|---|---|---|"
        for column in table.columns:
            meaning = column.meaning.replace("|", "\\|")
            yield f"| `{column.name}` | {column.type} | {meaning} |"


if __name__ == "__main__":
    print(dictionary(), end="")
