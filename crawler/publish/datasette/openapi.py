"""The JSON interface as OpenAPI 3.1 describes it (spec.openapis.org/oas/v3.1.0), and its tools for agents.

Parameters stand here; the shapes of rows are read from the tables and from what ``metadata.yml`` says of their columns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Final

from crawler.publish.datasette import api
from crawler.publish.datasette.language import pick

BASE: Final = "/-/api/v1"
_TYPES: Final = {"INTEGER": ["integer", "null"], "TEXT": ["string", "null"], "REAL": ["number", "null"]}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be asked with: its name, what it says, an example; ``number`` for whole numbers."""

    name: str
    told: str
    example: str = ""
    number: bool = False
    required: bool = False


AGENCY: Final = Parameter("agency", "Name of an agency, as in the table of agencies", "南昌市生态环境局")
YEAR: Final = Parameter("year", "Year reported on", "2024", number=True)
REGION: Final = Parameter("region", "Beginning of a division code (GB/T 2260)", "36")
SIZE: Final = Parameter("size", "Most rows to give, to 100", "20", number=True)
AFTER: Final = Parameter("after", "What the last answer gave as `after`: the rows that follow", number=True)
REPORT: Final = (
    Parameter("id", "Public id of a report", "00000000"),
    Parameter("url", "Address of a report"),
    Parameter("agency", "With year: name of the agency that issued it", "南昌市生态环境局"),
    Parameter("year", "With agency: year reported on", "2024", number=True),
)
PARAMETERS: Final[dict[str, tuple[Parameter, ...]]] = {
    "search": (
        Parameter("q", 'Words that must all occur, "phrases", OR, -without', "行政复议", required=True),
        YEAR, AGENCY, REGION, SIZE, AFTER,
    ),
    "report": REPORT,
    "paragraph": (*REPORT, Parameter("n", "Number of the paragraph, from 1 (the 4 of #p4)", "1", number=True)),
    "figures": (Parameter("key", "Code of an indicator"), AGENCY, YEAR, REGION, SIZE, AFTER),
    "coverage": (AGENCY, YEAR, REGION, Parameter("state", "State of an agency and year", "not_found")),
    "changes": (Parameter("since", "A moment or day in UTC, ISO 8601", "2026-01-01"), SIZE),
    "dataset": (),
}  # fmt: skip
TEXT: Final = {"type": ["string", "null"]}
NUMBER: Final = {"type": ["integer", "null"]}


def told(name: str) -> str:
    """What an answer is, in one sentence."""
    return " ".join((api.ANSWERS[name].__doc__ or "").replace("``", "`").split())


def document(conn: sqlite3.Connection, explained: Mapping[str, Any], server: str) -> dict[str, Any]:
    """The OpenAPI document of the interface at ``server``; ``explained`` is what the metadata says of tables."""
    rows = {
        "Report": _row(
            conn, explained, "reports", (*api.LISTED, "body", "body_sha256", "first_seen", "last_seen", "last_changed")
        ),
        "Section": _row(conn, explained, "sections"),
        "Figure": _row(conn, explained, "figures"),
        "Coverage": _row(
            conn, explained, "coverage", changed={"listings": {"type": "array", "items": {"type": "object"}}}
        ),
        "Change": _row(conn, explained, "changes"),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fazhi Watch", "version": version("fazhi-watch"), "summary": "Annual rule-of-law reports in China",
            "license": {"name": "MIT (program); official documents are not protected by copyright"},
        },
        "servers": [{"url": server}],
        "paths": {f"{BASE}/{name}": {"get": _operation(name)} for name in api.ANSWERS},
        "components": {"schemas": {**rows, **_ANSWERS, "Error": _object({"error": {"type": "string"}})}},
    }  # fmt: skip


def _operation(name: str) -> dict[str, Any]:
    failures = {"400": "It cannot be asked so", "404": "There is none"}
    return {
        "operationId": name,
        "summary": told(name),
        "parameters": [_parameter(each) for each in PARAMETERS[name]],
        "responses": {
            "200": _content("The answer", name.title() + "Answer"),
            **{status: _content(why, "Error") for status, why in failures.items()},
        },
    }


def _parameter(each: Parameter) -> dict[str, Any]:
    kind: dict[str, Any] = {"type": "integer" if each.number else "string"}
    example = {"example": int(each.example) if each.number else each.example} if each.example else {}
    return {
        "name": each.name,
        "in": "query",
        "required": each.required,
        "description": each.told,
        "schema": kind,
        **example,
    }


def _content(why: str, schema: str) -> dict[str, Any]:
    return {"description": why, "content": {"application/json": {"schema": _ref(schema)}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Mapping[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required}


def _list(row: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(row)}


def _row(
    conn: sqlite3.Connection,
    explained: Mapping[str, Any],
    table: str,
    columns: tuple[str, ...] | None = None,
    changed: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The shape of a table's rows; a view's column whose type is not declared may be of any."""
    notes = (explained.get(table) or {}).get("columns") or {}
    declared = {row[1]: row[2] for row in conn.execute(f"PRAGMA table_info({table})")}
    properties: dict[str, Any] = {}
    for name in columns or tuple(declared):
        kind = {"type": _TYPES[declared[name]]} if declared.get(name) in _TYPES else {}
        properties[name] = {**kind, **({"description": pick(notes[name])} if notes.get(name) else {})}
        properties[name] |= (changed or {}).get(name, {})
    return _object(properties)


def _with(row: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"allOf": [_ref(row), _object(properties)]}


_FOUND: Final = _object({**{name: {} for name in api.LISTED}, "snippet": {"type": "string"}})
_ANSWERS: Final = {
    "SearchAnswer": _object(
        {"query": {"type": "string"}, "reports": {"type": "array", "items": _FOUND}, "after": NUMBER}
    ),
    "ReportAnswer": _with("Report", {"sections": _list("Section"), "figures": _list("Figure")}),
    "ParagraphAnswer": _object(
        {"report": TEXT, "n": {"type": "integer"}, "text": TEXT, "citation": TEXT, "sha256": TEXT}
    ),
    "FiguresAnswer": _object(
        {
            "figures": {
                "type": "array",
                "items": _with("Figure", {"public_id": TEXT, "agency": TEXT, "url": TEXT}),
            },
            "after": NUMBER,
        }
    ),
    "CoverageAnswer": _object({"coverage": _list("Coverage")}),
    "ChangesAnswer": _object({"changes": _list("Change")}),
    "DatasetAnswer": _object(
        dict.fromkeys(("title", "licence", "version", "program", "updated", "sha256", "sealed"), TEXT)
        | {"cleaner": {}, "reports": {"type": "integer"}}
    ),
}
