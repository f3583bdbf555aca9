"""The data dictionary: every metadata field, table and column with its meaning, as ``docs/data-dictionary.md``.

Made from ``cleaning.report.FIELDS``, the tables of an empty database and ``metadata.yml``; print it with
``python -m crawler.publish.dictionary``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import yaml
from sqlite_utils import Database

from cleaning.report import FIELDS
from crawler.publish.datasette.start import FOLDER, with_fields
from crawler.store.database import open_database

HEAD: Final = """# 数据字典 Data dictionary

Made by `python -m crawler.publish.dictionary`; do not edit. An export brings its own `codebook.md` with the columns it
holds. Times are UTC (`2026-03-31T22:05:09Z`), days are Beijing's.
"""


def dictionary() -> str:
    """The whole dictionary in Markdown."""
    about = yaml.safe_load((FOLDER / "metadata.yml").read_text("utf-8"))["databases"]["reports"]
    with TemporaryDirectory() as folder:
        db = open_database(Path(folder) / "reports.db")
        lines = [HEAD, *_fields(), *_tables(db, with_fields(about)["tables"])]
        db.close()
    return "\n".join(lines) + "\n"


def _fields() -> Iterator[str]:
    yield "## 元数据 Metadata of a report\n"
    yield "| 字段 field | 含义 meaning | 类型 type | 可能的出处 where it may be read, best first |\n|---|---|---|---|"
    for each in FIELDS:
        yield f"| `{each.name}` | {each.explained} | {each.type} | {', '.join(each.places)} |"


def _tables(db: Database, explained: dict[str, Any]) -> Iterator[str]:
    for name, about in explained.items():
        table = db[name]
        if about.get("hidden") or not table.exists():
            continue
        yield f"\n## `{name}` {about.get('title', '')}".rstrip()
        yield f"\n{about.get('description', '')}\n\n| 列 column | 类型 type | 含义 meaning |\n|---|---|---|"
        for column in table.columns:
            meaning = str(about.get("columns", {}).get(column.name, "")).replace("|", "\\|")
            yield f"| `{column.name}` | {column.type or 'any'} | {meaning} |"


if __name__ == "__main__":
    print(dictionary(), end="")
