"""What rows mean, as seals hold them: records that do not depend on how tables hold them (docs/evidence.md)."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from sqlite_utils import Database

from cleaning.report import COLUMNS
from crawler.store.observation import body_digest
from crawler.store.schema import PARTS

FACTS: Final = (
    *(each.name for each in COLUMNS),
    "url",
    "address",
    "state",
    "first_seen",
    "last_seen",
    "last_changed",
    "missing_since",
    "flags",
    "published_from",
    "body_source",
    "characters",
)


FILE: Final = ("url", "name", "member", "role", "media_type", "sha256", "outcome", "method", "pages", "note", "text")


FETCHES: Final = (
    "SELECT fetches.id, run, portal, purpose, fetches.url, time, status, outcome, looked, reason_code, reason_params,"
    " bytes, count, days, snapshots.sha256 FROM fetches LEFT JOIN snapshots ON snapshots.id = snapshot"
    " WHERE fetches.id > ? ORDER BY fetches.id"
)


RUNS: Final = (
    "SELECT id, command, started, finished, exit_code, requests, bytes, new_reports, changed_reports, warc FROM runs"
)


SNAPSHOTS: Final = 'SELECT url, fetched, sha256, warc, "offset", length FROM snapshots WHERE id > ? ORDER BY id'


VERSIONS: Final = (
    "SELECT public_id AS report, number, reason, seen, version_texts.title, version_texts.body, cleaner,"
    " boilerplate_sha256, snapshots.sha256 AS page, pages, files FROM version_texts"
    " JOIN reports ON reports.id = report LEFT JOIN snapshots ON snapshots.id = snapshot"
    " WHERE version_texts.id > ? ORDER BY version_texts.id"
)
_encode: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(record: dict[str, Any]) -> str:
    """A record as it is sealed: JSON with sorted keys, without blanks, in UTF-8 (as RFC 8785 has it)."""
    return _encode(record)


def fetch_record(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``FETCHES`` as it is sealed."""
    return {"record": "fetch", **{name: value for name, value in row.items() if name not in ("id", "count", "days")}}


def version_record(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``VERSIONS`` as it is sealed: its text by the digest that no re-flowed line changes."""
    listed = {name: [each["sha256"] for each in json.loads(row[name])] for name in ("pages", "files")}
    kept = {name: value for name, value in row.items() if name != "body"}
    return {"record": "version", **kept, **listed, "text_sha256": body_digest(row["body"])}


def report_record(db: Database, key: int) -> dict[str, Any]:
    """What is shown of a report as it is sealed: its facts, and the digests of its text, parts and files."""
    row = next(db.query(f"SELECT public_id, body, {', '.join(FACTS)} FROM reports WHERE id = ?", [key]))
    parts = {table: _digest(db, f"SELECT * FROM {table} WHERE report = ? ORDER BY id", key) for table in PARTS}
    files = f"SELECT {', '.join(FILE)} FROM attachments WHERE report = ? ORDER BY url, member"
    pages = "SELECT position, url, sha256 FROM following_pages WHERE report = ? ORDER BY position"
    text = hashlib.sha256(row["body"].encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "record": "report",
        "report": row["public_id"],
        **{name: row[name] for name in FACTS},
        "text_sha256": text,
        "parts": {**parts, "attachments": _digest(db, files, key), "following_pages": _digest(db, pages, key)},
    }


def _digest(db: Database, sql: str, key: int) -> str:
    """SHA-256 of rows as canonical JSON lines, without the keys that only this database knows."""
    rows = db.execute(sql, [key])
    names = [name for name, *_ in rows.description]
    kept = [(name, names.index(name)) for name in names if name not in ("id", "report")]
    lines = (_encode({name: row[place] for name, place in kept}) + "\n" for row in rows)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
