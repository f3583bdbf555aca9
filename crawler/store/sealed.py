"""Whether the chain of seals is whole, and whether rows and files are still what was sealed."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from crawler.store.retention import days_of
from crawler.store.seal_records import (
    FETCHES,
    RUNS,
    SNAPSHOTS,
    VERSIONS,
    canonical,
    fetch_record,
    report_record,
    version_record,
)
from crawler.store.seals import FOLDER, Seal, digest_of, touched

Found = tuple[str, str, str]
NAMES: Final = {
    "snapshot": "the snapshot of {url} of {fetched}",
    "fetch": "the fetch of {url} at {time}",
    "version": "version {number} of report {report}",
    "report": "report {report} ({url})",
    "run": "run {id}",
}
EVERY: Final = -(1 << 62)  # below every key that a row may have
STATES: Final = {"report": "report", "run": "id"}  # records of what may change: the last counts; field that names it
SAME: Final = {  # by what a row is known whose other fields were changed, the surest first
    "snapshot": (("url", "fetched", "sha256"), ("warc", "offset", "sha256"), ("url", "fetched"), ("warc", "offset")),
    "fetch": (
        ("run", "url", "purpose", "time", "sha256"),
        ("run", "purpose", "time", "sha256", "bytes"),
        ("run", "url", "purpose"),
        ("url", "time"),
        ("run", "time", "sha256"),
    ),
    "version": (("report", "text_sha256"), ("report", "number"), ("number", "text_sha256", "page")),
}
USED: Final = {  # fields that are read of a record
    "snapshot": {"url", "fetched", "warc", "offset", "sha256"},
    "fetch": {"run", "portal", "purpose", "url", "time", "outcome", "sha256", "bytes"},
    "version": {"report", "number", "text_sha256", "page"},
    "report": {"report", "url"},
    "run": {"id"},
}
OF_A_DAY: Final = ("url", "purpose", "outcome", "portal")  # what thinned fetches have in common
Sealed = tuple[str, dict[str, Any]]  # when a record was sealed, and the record


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
        if each.until and each.number > 1 and not any(path.endswith(".seal") for _, path in each.digests):
            yield "seal", name, f"{name} names no seal before it: the chain breaks there"
        yield from _files(output, each)


def _files(output: Path, each: Seal) -> Iterator[Found]:
    name = f"{FOLDER}/{each.path.name}"
    for digest, path in each.digests:
        file = (output / FOLDER / path).resolve()
        if not file.is_file():
            yield "sealed_file", path, f"{file.name}, sealed by {name} on {each.sealed}, is not there"
        elif digest_of(file) != digest:
            yield "sealed_file", path, f"{file.name} was changed after {name} sealed it on {each.sealed}"


def _rows(db: Database, output: Path, seals: list[Seal]) -> Iterator[Found]:
    until = next((each.until for each in reversed(seals) if each.until), None)
    if until is None:
        return
    present = _present(db)
    thinned = _thinned(db)
    states: dict[tuple[str, str], Sealed] = {}
    met: set[bytes] = set()
    missing: list[Sealed] = []
    for each in seals:
        for record in _records(output, each):
            kind, key = record["record"], _key(record)
            met.add(key)
            if kind in STATES:
                states[kind, record[STATES[kind]]] = (each.sealed, record)
            elif key not in present and not thinned(record):
                missing.append((each.sealed, record))
    strange = [record for record in _rows_as_sealed(db, until) if _key(record) not in met]
    yield from _changed(missing, strange)
    yield from _reports(db, until, states)
    yield from _runs(db, until, states)


def _changed(missing: list[Sealed], strange: list[dict[str, Any]]) -> Iterator[Found]:
    """Records of which no row is there, and rows that were never sealed; which of them are one, changed."""
    for kind, ways in SAME.items():
        lost = [each for each in missing if each[1]["record"] == kind]
        found = [each for each in strange if each["record"] == kind]
        for names in ways:
            lost, found = yield from _matched(names, lost, found)
        for moment, record in lost:
            what = NAMES[kind].format(**record)
            yield "sealed", what, f"{what}, sealed on {moment}, is not there"
        for row in found:
            what = NAMES[kind].format(**row)
            yield "not_sealed", what, f"{what} stands among rows that were sealed, and was not sealed with them"


def _matched(
    names: tuple[str, ...], lost: list[Sealed], found: list[dict[str, Any]]
) -> Generator[Found, None, tuple[list[Sealed], list[dict[str, Any]]]]:
    """What was changed in rows that are records with the same ``names``; returns those that are not."""
    places = defaultdict[tuple[Any, ...], list[dict[str, Any]]](list)
    for row in found:
        places[tuple(row[name] for name in names)].append(row)
    rest = []
    for moment, record in lost:
        if same := places[tuple(record[name] for name in names)]:
            yield _other(moment, record, same.pop(0))
        else:
            rest.append((moment, record))
    return rest, [row for rows in places.values() for row in rows]


def _other(moment: str, sealed: dict[str, Any], now: dict[str, Any]) -> Found:
    what = NAMES[sealed["record"]].format(**sealed)
    wrong = [name for name in {**sealed, **now} if sealed.get(name) != now.get(name)]
    told = f": {_short(now.get(wrong[0]))} instead of {_short(sealed.get(wrong[0]))}" if len(wrong) == 1 else ""
    return "sealed", what, f"{what} has another {', '.join(wrong)} than was sealed on {moment}{told}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _reports(db: Database, until: dict[str, int], states: dict[tuple[str, str], Sealed]) -> Iterator[Found]:
    """Reports that are not as they were sealed last; after that only a fetch or a version may change them."""
    moving = set(touched(db, until))
    ids = dict(db.execute("SELECT public_id, id FROM reports").fetchall())
    for (kind, name), (moment, record) in states.items():
        if kind != "report" or ids.get(name) in moving:
            continue
        what = NAMES["report"].format(**record)
        if name not in ids:
            yield "sealed", what, f"{what}, sealed on {moment}, is not there"
            continue
        now = report_record(db, ids[name])
        before, after = ({**each, **each["parts"], "parts": None} for each in (record, now))
        if before != after:
            yield _other(moment, before, after)
    for name, key in sorted(ids.items()):
        if ("report", name) not in states and key not in moving:
            yield "not_sealed", f"report {name}", f"report {name} is older than the last seal, and was never sealed"


def _runs(db: Database, until: dict[str, int], states: dict[tuple[str, str], Sealed]) -> Iterator[Found]:
    """Runs that are not as they were sealed last; after that only fetches that come late may change them."""
    moving = {row[0] for row in db.execute("SELECT run FROM fetches WHERE id > ?", [until["fetches"]])}
    there = {row["id"]: {"record": "run", **row} for row in db.query(RUNS)}
    for (kind, name), (moment, record) in states.items():
        if kind != "run" or name in moving:
            continue
        if name not in there:
            yield "sealed", f"run {name}", f"run {name}, sealed on {moment}, is not there"
        elif there[name] != record:
            yield _other(moment, record, there[name])


def _records(output: Path, each: Seal) -> Iterator[dict[str, Any]]:
    """The records of a seal; none of a file that cannot be read, and none that is no record: the chain tells it."""
    path = output / FOLDER / f"{each.number:06}.records.jsonl.gz"
    try:
        with gzip.open(path, "rt", encoding="utf-8", errors="surrogatepass") as file:
            for record in map(json.loads, file):
                if _is_record(record):
                    yield record
    except (OSError, EOFError, ValueError, zlib.error):
        return


def _is_record(record: Any) -> bool:
    """Whether this is a record, whoever wrote it: with what is read of one of its kind, in the right form."""
    if not isinstance(record, dict) or not isinstance(kind := record.get("record"), str) or kind not in USED:
        return False
    plain = all(isinstance(record.get(name, {}), (str, int, type(None))) for name in USED[kind])
    return plain and (kind != "report" or isinstance(record.get("parts"), dict))


def _key(record: dict[str, Any]) -> bytes:
    return blake2b(canonical(record).encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _rows_as_sealed(db: Database, until: dict[str, int] | None) -> Iterator[dict[str, Any]]:
    """All snapshots, fetches and versions as records; those no seal can know left out where ``until`` is given."""
    bound = until or {}
    for name, sql in (("snapshots", SNAPSHOTS), ("fetches", FETCHES), ("versions", VERSIONS)):
        key = {"snapshots": "id", "fetches": "fetches.id", "versions": "version_texts.id"}[name]
        limit = f"WHERE {key} <= {bound[name]} AND" if name in bound else "WHERE"
        for row in db.query(sql.replace("WHERE", limit, 1), [EVERY]):
            if name == "fetches":
                if until is None or row["days"] is None:
                    yield fetch_record(row)
            else:
                yield {"record": "snapshot", **row} if name == "snapshots" else version_record(row)


def _present(db: Database) -> set[bytes]:
    return {_key(record) for record in _rows_as_sealed(db, None)}


def _thinned(db: Database) -> Callable[[dict[str, Any]], bool]:
    """Says of a record whether it is a fetch of a thinned run for whose day another one stands."""
    runs = {row[0] for row in db.execute("SELECT id FROM runs WHERE thinned")}
    sql = f"SELECT {', '.join(OF_A_DAY)}, days, time FROM fetches WHERE days IS NOT NULL"
    days = {
        (row["url"], row["purpose"], row["outcome"], row["portal"], day)
        for row in db.query(sql)
        for day in days_of(row)
    }

    def stands(record: dict[str, Any]) -> bool:
        if record["record"] != "fetch" or record["run"] not in runs:
            return False
        try:
            (day,) = days_of({"days": None, "time": record["time"]})
        except (ValueError, AttributeError):
            return False
        return (*(record[name] for name in OF_A_DAY), day) in days

    return stands
