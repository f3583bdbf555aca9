"""The corpus as files for research: tables, a codebook that explains every column, digests and the date.

CSV can be run by spreadsheets: a text cell that begins like a formula is preceded by an apostrophe, and so is one
that begins with apostrophes before such a sign, so that taking one away gives the text back. JSON lines and
Parquet hold the text as it is.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from sqlite_utils import Database
from sqlite_utils.db import Column

from cleaning.report import COLUMNS
from crawler.clock import stamp
from crawler.language import say
from crawler.places import install_hint
from crawler.publish.datasette.start import FOLDER, with_fields
from crawler.publish.terminal import defused
from crawler.store.database import as_of_now, rows_of

TABLES: Final = (
    "reports",
    "sections",
    "figures",
    "targets",
    "candidates",
    "versions",
    "attachments",
    "following_pages",
    "report_addresses",
    "snapshots",
    "agencies",
    "agency_regions",
    "regions",
    "portals",
    "coverage",
    "timeliness",
    "changes",
)
# What only the next crawl needs.
INTERNAL: Final = {
    "next_fetch", "fetch_interval", "missing_since", "etag", "last_modified", "assigned", "body_folded",
    "last_unconditional", *(each.name for each in COLUMNS if not each.exported),
}  # fmt: skip
# Views that show what a table holds, and the table whose keys are theirs.
SHOWN: Final = {"versions": "version_texts"}
SPANS: Final = {
    "sections": "section_spans",
    "figures": "figure_spans",
    "targets": "target_spans",
    "candidates": "candidate_spans",
}
# Computed columns of the views, whose type SQLite does not know.
WHOLE_NUMBERS: Final = {"year", "days_to_due", "report", "parts_found", "version"}
KEYS: Final = {"coverage": ["agency", "year"], "timeliness": ["report"]}
TYPES: Final = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}
FORMATS: Final = ("csv", "jsonl", "parquet", "datapackage")
BATCH: Final = 500

Row = tuple[Any, ...]


class ExportError(ValueError):
    """An export that cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type (integer, number or string) and what it means."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Resource:
    """One written file."""

    table: str
    path: str
    rows: int
    bytes: int
    sha256: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[str, str, str], ...]


def export(db: Database, folder: Path, form: str, *, bom: bool = False) -> list[Resource]:
    """Write all tables to ``folder`` as they are at one moment; returns what was written.

    ``form`` is one of ``FORMATS``. ``bom`` begins CSV files with a byte order mark, by which Excel knows UTF-8.
    Raises ExportError if the format needs a package that is not there, OSError if the folder cannot be written.
    """
    write = _writer(form, bom)
    explained = with_fields(yaml.safe_load((FOLDER / "metadata.yml").read_text("utf-8"))["databases"]["reports"])[
        "tables"
    ]
    data = folder / "data" if form == "datapackage" else folder
    data.mkdir(parents=True, exist_ok=True)
    moment = stamp()
    with as_of_now(db):
        resources = [_resource(db, table, explained[table], folder, data, form, write) for table in TABLES]
    texts = {
        "datapackage.json": json.dumps(_package(resources, explained, moment, form), ensure_ascii=False, indent=2)
        + "\n",
        "codebook.md": _codebook(resources, explained, moment, form),
        "SHA256SUMS": "".join(f"{each.sha256}  {each.path}\n" for each in resources),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    return resources


Writer = Callable[[Path, Sequence[Field], Iterable[Row]], int]


def _writer(form: str, bom: bool) -> Writer:
    if form == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            raise ExportError(
                say("parquet needs pyarrow: run {install_hint}", install_hint=install_hint("parquet"))
            ) from None
        return _parquet
    if form == "jsonl":
        return _json_lines
    return lambda path, fields, rows: _csv(path, fields, rows, "utf-8-sig" if bom else "utf-8")


def _resource(
    db: Database, table: str, explained: dict[str, Any], folder: Path, data: Path, form: str, write: Writer
) -> Resource:
    kept = SPANS.get(table, table)
    stored = db.table(kept) if kept in db.table_names() else None
    keys = [column.name for column in stored.columns if column.is_pk] if stored else []
    fields = tuple(
        Field(name, _type(name, kind), explained["columns"].get(name, ""))
        for name, kind in ((column.name, column.type) for column in _columns(db, table))
        if name not in INTERNAL
    )
    path = data / f"{table}.{'csv' if form == 'datapackage' else form}"
    part = path.with_suffix(".part")
    rows = write(part, fields, rows_of(db, SHOWN.get(table, table), [field.name for field in fields]))
    part.replace(path)
    foreign = (
        [(str(key.column), key.other_table, str(key.other_column)) for key in stored.foreign_keys] if stored else []
    )
    return Resource(
        table=table,
        path=path.relative_to(folder).as_posix(),
        rows=rows,
        bytes=path.stat().st_size,
        sha256=_digest(path),
        fields=fields,
        primary_key=tuple(keys or KEYS.get(table, [])),
        foreign_keys=tuple(key for key in foreign if key[1] in TABLES),
    )


def _type(name: str, declared: str) -> str:
    return "integer" if not declared and name in WHOLE_NUMBERS else TYPES.get(declared, "string")


def _columns(db: Database, name: str) -> list[Column]:
    return (db.view(name) if name in db.view_names() else db.table(name)).columns


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _csv(path: Path, fields: Sequence[Field], rows: Iterable[Row], encoding: str) -> int:
    count = 0
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.name for field in fields])
        for row in rows:
            count += 1
            writer.writerow([defused(value) for value in row])
    return count


def _json_lines(path: Path, fields: Sequence[Field], rows: Iterable[Row]) -> int:
    names, count = [field.name for field in fields], 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            count += 1
            file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
    return count


def _parquet(path: Path, fields: Sequence[Field], rows: Iterable[Row]) -> int:
    import pyarrow
    from pyarrow import parquet

    types = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "string": pyarrow.string()}
    schema = pyarrow.schema(
        [pyarrow.field(field.name, types[field.type], metadata={"description": field.description}) for field in fields]
    )
    count, batch = 0, list[Row]()
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:

        def flush() -> None:
            columns = zip(*batch, strict=True) if batch else ([] for _ in fields)
            arrays = [pyarrow.array(list(values), kind.type) for values, kind in zip(columns, schema, strict=True)]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))
            batch.clear()

        for row in rows:
            count += 1
            batch.append(row)
            if len(batch) == BATCH:
                flush()
        flush()
    return count


def _package(resources: Sequence[Resource], explained: dict[str, Any], moment: str, form: str) -> dict[str, Any]:
    """The descriptor of a Frictionless data package (specs.frictionlessdata.io)."""
    tabular = form in ("csv", "datapackage")
    return {
        "profile": "tabular-data-package" if tabular else "data-package",
        "name": "fazhi-watch",
        "title": "法治政府建设年度报告 Annual rule-of-law reports of Chinese government agencies",
        "created": moment,
        "resources": [
            {
                **({"profile": "tabular-data-resource", "mediatype": "text/csv"} if tabular else {}),
                "name": each.table.replace("_", "-"),
                "path": each.path,
                "format": "csv" if form == "datapackage" else form,
                "encoding": "utf-8",
                "title": explained[each.table].get("title", each.table),
                "bytes": each.bytes,
                "hash": f"sha256:{each.sha256}",
                "rows": each.rows,
                "schema": _schema(each),
            }
            for each in resources
        ],
    }


def _schema(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": f.name, "type": f.type, "description": f.description} for f in resource.fields],
        "missingValues": [""],
    }
    if resource.primary_key:
        schema["primaryKey"] = list(resource.primary_key)
    if resource.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": table.replace("_", "-"), "fields": to}}
            for column, table, to in resource.foreign_keys
        ]
    return schema


NOTES: Final = """\
- “未找到”只说明本项目没有查到，不证明该机关未公开。 "Not found" speaks of our search, not of the agency.
- 时间为 UTC，日期为北京时间。 Times are UTC, dates are Beijing's.
- 偏移以字符计，从 0 开始，指向 reports.body。 Offsets count characters of reports.body from 0.
- 空值在 CSV 中为空格子。 A missing value is an empty cell in CSV.
- CSV 中以公式符号开头的文字前加了一个撇号。 In CSV a text that begins like a formula is preceded by one apostrophe,
  to be taken away where the text itself matters; JSON lines and Parquet hold it unchanged.
"""


def _codebook(resources: Sequence[Resource], explained: dict[str, Any], moment: str, form: str) -> str:
    lines = ["# 编码手册 Codebook", "", f"导出时间 exported: {moment} · 格式 format: {form}", "", NOTES]
    for each in resources:
        about = explained[each.table]
        lines += [
            f"## {about.get('title', each.table)}",
            "",
            f"`{each.path}` · {each.rows:,} 行 rows · {each.bytes:,} 字节 bytes · SHA-256 `{each.sha256}`",
            "",
            str(about.get("description", "")),
            "",
            "| 列 column | 类型 type | 含义 meaning |",
            "|---|---|---|",
            *(f"| `{field.name}` | {field.type} | {field.description} |" for field in each.fields),
            "",
        ]
    return "\n".join(lines)
