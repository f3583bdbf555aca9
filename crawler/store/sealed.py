"""Whether the chain of seals is whole, and whether rows and files are still what was sealed."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from crawler.store.retention import days_of
from crawler.store.seals import (
    FOLDER,
    LOOKS,
    SNAPSHOTS,
    VERSIONS,
    Seal,
    canonical,
    digest_of,
    look_record,
    report_record,
    touched,
    version_record,
)

Found = tuple[str, str, str]
NAMES: Final = {
    "snapshot": "the snapshot of {url} of {fetched}",
    "look": "the look at {url} at {time}",
    "version": "version {number} of report {report}",
    "report": "report {report} ({url})",
}


def check(db: Database, output: Path, seals: list[Seal]) -> Iterator[Found]:
    """(kind, place, sentence) of everything that breaks the chain or is not as it was sealed.

    ``seals`` were read before the database, which then knows all of them.
    """
    yield from _chain(db, output, seals)
    yield from _rows(db, output, seals)


def _chain(db: Database, output: Path, seals: list[Seal]) -> Iterator[Found]:
    numbers = [each.number for each in seals]
    noted = dict(db.execute("SELECT path, manifest_sha256 FROM seals").fetchall())
    for missing in sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers)):
        yield "seal", f"seal {missing}", f"seal {missing} is missing from the chain"
    for path in sorted(path for path in noted if not (output / path).is_file()):
        yield "seal", path, f"{path} is noted in the database, and is not there"
    for each in seals:
        name = f"{FOLDER}/{each.path.name}"
        if noted.get(name) != digest_of(each.path):
            yield "seal", name, f"{name} is not the seal that the database notes: one of both was changed"
        if each.number > 1 and not any(path.endswith(".seal") for _, path in each.digests):
            yield "seal", name, f"{name} names no seal before it: the chain breaks there"
        for digest, path in each.digests:
            file = (output / FOLDER / path).resolve()
            if not file.is_file():
                yield "sealed_file", path, f"{file.name}, sealed by {name} on {each.sealed}, is not there"
            elif digest_of(file) != digest:
                yield "sealed_file", path, f"{file.name} was changed after {name} sealed it on {each.sealed}"


def _rows(db: Database, output: Path, seals: list[Seal]) -> Iterator[Found]:
    present = _present(db)
    days = _days(db)
    thinned = {row[0] for row in db.execute("SELECT id FROM runs WHERE thinned")}
    reports: dict[str, tuple[str, dict[str, Any]]] = {}
    met: set[bytes] = set()
    for each in seals:
        for record in _records(output, each):
            key = _key(record)
            met.add(key)
            if record["record"] == "report":
                reports[record["report"]] = (each.sealed, record)
            elif key not in present and not (
                record["record"] == "look" and record["run"] in thinned and _days_of_look(record) & days
            ):
                what = NAMES[record["record"]].format(**record)
                yield "sealed", what, f"{what} is not there as it was sealed on {each.sealed}"
    if seals:
        for key, what in _old(db, seals[-1].until).items():
            if key not in met:
                yield "not_sealed", what, f"{what} stands among rows that were sealed, and was not sealed with them"
        yield from _reports(db, seals[-1].until, reports)


def _reports(db: Database, until: dict[str, int], sealed: dict[str, tuple[str, dict[str, Any]]]) -> Iterator[Found]:
    """Reports that are not as they were sealed last; after that only a look or a version may change them."""
    moving = set(touched(db, until))
    ids = dict(db.execute("SELECT public_id, id FROM reports").fetchall())
    for name, (moment, record) in sealed.items():
        what = NAMES["report"].format(**record)
        if name not in ids:
            yield "sealed", what, f"{what}, sealed on {moment}, is not there"
        elif ids[name] not in moving:
            now = report_record(db, ids[name])
            wrong = [each for each in record if record[each] != now[each]]
            wrong += [each for each in record["parts"] if record["parts"][each] != now["parts"][each]]
            if wrong := [each for each in wrong if each != "parts"]:
                yield "sealed", what, f"{what} has another {', '.join(wrong)} than was sealed on {moment}"
    for name in sorted(set(ids) - set(sealed)):
        if ids[name] not in moving:
            yield "not_sealed", f"report {name}", f"report {name} is older than the last seal, and was never sealed"


def _records(output: Path, each: Seal) -> Iterator[dict[str, Any]]:
    path = output / FOLDER / f"{each.number:06}.records.jsonl.gz"
    try:
        with gzip.open(path, "rt", encoding="utf-8", errors="surrogatepass") as file:
            yield from (json.loads(line) for line in file)
    except (OSError, EOFError, ValueError, zlib.error):
        return  # told by its digest


def _key(record: dict[str, Any]) -> bytes:
    return blake2b(canonical(record).encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _rows_as_sealed(db: Database, until: dict[str, int] | None) -> Iterator[dict[str, Any]]:
    """All snapshots, looks and versions as records; those no seal can know left out where ``until`` is given."""
    bound = until or {}
    for name, sql in (("snapshots", SNAPSHOTS), ("fetches", LOOKS), ("versions", VERSIONS)):
        key = {"snapshots": "id", "fetches": "fetches.id", "versions": "version_texts.id"}[name]
        limit = f"WHERE {key} <= {bound[name]} AND" if name in bound else "WHERE"
        for row in db.query(sql.replace("WHERE", limit, 1), [0]):
            if name == "fetches":
                if until is None or row["days"] is None:
                    yield look_record(row)
            else:
                yield {"record": "snapshot", **row} if name == "snapshots" else version_record(row)


def _present(db: Database) -> set[bytes]:
    return {_key(record) for record in _rows_as_sealed(db, None)}


def _old(db: Database, until: dict[str, int]) -> dict[bytes, str]:
    return {_key(record): NAMES[record["record"]].format(**record) for record in _rows_as_sealed(db, until)}


def _days_of_look(record: dict[str, Any]) -> set[tuple[Any, ...]]:
    found = days_of({"days": None, "time": record["time"]})
    return {(record["url"], record["purpose"], record["outcome"], record["portal"], day) for day in found}


def _days(db: Database) -> set[tuple[Any, ...]]:
    """Address, purpose, outcome, portal and day of looks that stand for several."""
    sql = "SELECT url, purpose, outcome, portal, days, time FROM fetches WHERE days IS NOT NULL"
    return {
        (row["url"], row["purpose"], row["outcome"], row["portal"], day)
        for row in db.query(sql)
        for day in days_of(row)
    }
