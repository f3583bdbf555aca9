"""What rows mean, as seals hold them: records that do not depend on how tables hold them (docs/evidence.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
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


# The rows that belong to reports, by what a record calls their digest.
OF_A_REPORT: Final = {
    **{table: f"SELECT * FROM {table} WHERE report IN ({{}}) ORDER BY report, id" for table in PARTS},
    "attachments": f"SELECT report, {', '.join(FILE)} FROM attachments WHERE report IN ({{}})"
    " ORDER BY report, url, member",
    "following_pages": "SELECT report, position, url, sha256 FROM following_pages WHERE report IN ({})"
    " ORDER BY report, position",
}
TOGETHER: Final = 100  # reports whose rows are read at once


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
    return next(report_records(db, [key]))


def report_records(db: Database, keys: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The same of several reports by growing keys, which are read together."""
    for start in range(0, len(keys), TOGETHER):
        some = keys[start : start + TOGETHER]
        marks = ", ".join("?" * len(some))
        digests = {part: _digests(db, sql.format(marks), some) for part, sql in OF_A_REPORT.items()}
        sql = f"SELECT id, public_id, body, {', '.join(FACTS)} FROM reports WHERE id IN ({marks}) ORDER BY id"
        for row in db.query(sql, some):
            yield {
                "record": "report",
                "report": row["public_id"],
                **{name: row[name] for name in FACTS},
                "text_sha256": _sha256(row["body"]),
                "parts": {part: found.get(row["id"], NOTHING) for part, found in digests.items()},
            }


def _digests(db: Database, sql: str, keys: Sequence[int]) -> dict[int, str]:
    """By report, the SHA-256 of its rows as canonical JSON lines, without the keys that only this database knows."""
    rows = db.execute(sql, keys)
    names = [name for name, *_ in rows.description]
    report = names.index("report")
    found = {}
    for key, some in groupby(rows, itemgetter(report)):
        lines = [_encode(_without_keys(dict(zip(names, row, strict=True)))) for row in some]
        found[key] = _sha256("\n".join([*lines, ""]))
    return found


def _without_keys(row: dict[str, Any]) -> dict[str, Any]:
    row.pop("id", None)
    del row["report"]
    return row


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


NOTHING: Final = _sha256("")
