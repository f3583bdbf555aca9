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
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import yaml

from cleaning.report import COLUMNS, FIELDS
from crawler.clock import stamp
from crawler.language import say
from crawler.places import install_hint
from crawler.publish.croissant import croissant
from crawler.publish.datasette.start import FOLDER, with_fields
from crawler.publish.describe import LISTS, Export, Field, Resource, as_json, texts
from crawler.publish.terminal import defused
from crawler.store import Column, Database
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
    "next_fetch", "fetch_interval", "missing_since", "etag", "last_modified", "assigned",
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
TYPES: Final = {"INTEGER": "integer", "REAL": "number"}
# What columns of text hold, by their names.
TEXTS: Final = {
    **dict.fromkeys({each.name for each in FIELDS if each.type == "date"}, "date"),
    **dict.fromkeys(("disclosure_due", "due", "public_on"), "date"),
    **dict.fromkeys(("first_seen", "last_seen", "last_changed", "seen", "fetched", "time", "until"), "datetime"),
    **dict.fromkeys((*LISTS, "pages", "files", "listings", "former_names"), "array"),
    "provenance": "object",
}
READ: Final[dict[str, Callable[[str], Any]]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "array": json.loads,
}
FORMATS: Final = ("csv", "jsonl", "parquet", "datapackage")
BATCH: Final = 500

Row = tuple[Any, ...]


class ExportError(ValueError):
    """An export that cannot be made; the message says why and what to do."""


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
        portals = [(title or name, home) for name, title, home in rows_of(db, "portals", ("name", "title", "home"))]
    digests = {each.path: each.sha256 for each in resources}
    made = Export(resources, explained, moment, form, portals)
    for name, text in {**texts(made), "croissant.json": as_json(croissant(made))}.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
        digests[name] = _digest(folder / name)
    sums = "".join(f"{digest}  {path}\n" for path, digest in digests.items())
    (folder / "SHA256SUMS").write_text(sums, "utf-8", newline="\n")
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
    keys, foreign = _keys(db, SPANS.get(table, table))
    fields = tuple(
        Field(name, _type(name, kind), explained["columns"].get(name, ""))
        for name, kind in ((column.name, column.type) for column in _columns(db, table))
        if name not in INTERNAL
    )
    path = data / f"{table}.{'csv' if form == 'datapackage' else form}"
    part = path.with_suffix(".part")
    rows = write(part, fields, rows_of(db, SHOWN.get(table, table), [field.name for field in fields]))
    part.replace(path)
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


def _keys(db: Database, table: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The columns of a table's key, and of what refers to others: column, table, column there; none of a view."""
    if table not in db.table_names():
        return [], []
    stored = db.table(table)
    foreign = [(str(key.column), key.other_table, str(key.other_column)) for key in stored.foreign_keys]
    return [column.name for column in stored.columns if column.is_pk], foreign


def _type(name: str, declared: str) -> str:
    if declared in TYPES:
        return TYPES[declared]
    return "integer" if name in WHOLE_NUMBERS else TEXTS.get(name, "string")


def _is_json(field: Field) -> bool:
    """Whether an array of other things than texts stands there, which stays JSON."""
    return field.type == "array" and field.name not in LISTS


def _read(field: Field, value: Any) -> Any:
    """A stored value as what its column holds. Raises ExportError if it is not that."""
    read = READ.get(field.type)
    if read is None or value is None or _is_json(field):
        return value
    try:
        return read(value)
    except ValueError:
        raise ExportError(
            say(
                "{column} of a row holds {value!r}, no {type}; see 'fazhi verify'",
                column=field.name,
                value=value,
                type=field.type,
            )
        ) from None


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
            values = (
                _read(field, value) if field.name in LISTS else value for field, value in zip(fields, row, strict=True)
            )
            file.write(json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False) + "\n")
    return count


def _parquet(path: Path, fields: Sequence[Field], rows: Iterable[Row]) -> int:
    import pyarrow
    from pyarrow import parquet

    text = pyarrow.string()
    types = {
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("s", "UTC"),
        "array": pyarrow.list_(text),
    }
    described = [(field, {"description": field.description}) for field in fields]
    schema = pyarrow.schema(
        [
            pyarrow.field(
                field.name, text if field.type not in types or _is_json(field) else types[field.type], metadata=about
            )
            for field, about in described
        ]
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
            pairs = zip(fields, row, strict=True)
            batch.append(tuple(_read(field, value) for field, value in pairs))
            if len(batch) == BATCH:
                flush()
        flush()
    return count
