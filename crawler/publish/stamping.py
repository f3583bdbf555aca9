"""Ask the configured services to stamp the seals: a time-stamp authority (RFC 3161) and an OpenTimestamps calendar.

Both are off unless an address is set. They are asked after a run has ended and given up its lock; a service that is
away is told in a sentence and asked again after the next run.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from crawler import environment
from crawler.places import install_hint
from crawler.store import Database
from crawler.store.seals import SERVICES
from crawler.store.stamps import imprint_of, note, proof, waiting

TIMEOUT: Final = 10  # seconds a service may take to answer
PATIENCE: Final = 30  # seconds that all services may take after one run
LARGEST: Final = 1 << 17  # bytes of an answer; an authority's has some kilobytes of certificates

Ask = Callable[[str, Path, Path], bool]


def services() -> dict[str, str]:
    """The configured services: address by the suffix of the stamps it gives."""
    found = {suffix: environment.value(name) for suffix, name in SERVICES.items()}
    return {suffix: address for suffix, address in found.items() if address}


def stamp_seals(db: Database, output: Path, addresses: Mapping[str, str]) -> list[str]:
    """Have seals stamped that wait for it; returns what went wrong as sentences without addresses' credentials."""
    problems: dict[str, str] = {}
    end = monotonic() + PATIENCE
    for seal in waiting(db, output) if addresses else ():
        if len(problems) == len(addresses) or monotonic() > end:
            break
        whole = True
        for suffix, address in addresses.items():
            if suffix not in problems:
                try:
                    whole = ASK[suffix](address, seal.path, seal.path.with_suffix(suffix)) and whole
                    continue
                except ImportError:
                    problems[suffix] = f"{SERVICES[suffix]} needs another package: {install_hint('stamps')}"
                except Exception as error:  # the calendar's library raises plain ones
                    problems[suffix] = _sentence(suffix, address, error)
            whole = False
        note(db, seal, whole=whole)
    return list(problems.values())


def _sentence(suffix: str, address: str, error: Exception) -> str:
    said = " ".join(str(error).split())[:200] or type(error).__name__
    host = urlsplit(address).hostname
    return f"{host} ({SERVICES[suffix]}) did not stamp the seals: {said}; it is asked again after the next run"


def _ask_authority(address: str, seal: Path, target: Path) -> bool:
    """Write the authority's answer beside the seal. Raises OSError or ValueError if there is none that fits."""
    if target.is_file():
        return True
    from rfc3161_client import TimestampRequestBuilder, decode_timestamp_response
    from rfc3161_client.base import HashAlgorithm

    content = seal.read_bytes()
    query = TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA256).build()
    request = Request(address, query.as_bytes(), {"Content-Type": "application/timestamp-query"})
    with urlopen(request, timeout=TIMEOUT) as answer:
        given = answer.read(LARGEST)
    response = decode_timestamp_response(given)
    imprint_of(response, hashlib.sha256(content).digest())
    if response.tst_info.nonce != query.nonce:
        raise ValueError("the answer is to another question")
    _write(target, given)
    return True


def _ask_calendar(address: str, seal: Path, target: Path) -> bool:
    """Bring the seal's proof forward: submit its digest, later fetch the way to a block. True once it has that."""
    from opentimestamps.calendar import CommitmentNotFoundError, RemoteCalendar
    from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
    from opentimestamps.core.op import OpSHA256
    from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

    calendar = RemoteCalendar(address.rstrip("/") + "/", user_agent="fazhi-watch")
    if not target.is_file():
        digest = hashlib.sha256(seal.read_bytes()).digest()
        made = DetachedTimestampFile(OpSHA256(), Timestamp(digest))
        made.timestamp.merge(calendar.submit(digest, timeout=TIMEOUT))
        _write(target, _serialized(made))
        return False
    known = proof(target)
    if any(isinstance(each, BitcoinBlockHeaderAttestation) for _, each in known.timestamp.all_attestations()):
        return True
    before = _serialized(known)
    for step in list(_steps(known.timestamp)):
        if any(isinstance(each, PendingAttestation) for each in step.attestations):
            try:
                step.merge(calendar.get_timestamp(step.msg, timeout=TIMEOUT))
            except CommitmentNotFoundError:
                continue  # not in a block yet
    if (after := _serialized(known)) != before:
        _write(target, after)
    return any(isinstance(each, BitcoinBlockHeaderAttestation) for _, each in known.timestamp.all_attestations())


def _steps(step: Any) -> Any:
    yield step
    for following in step.ops.values():
        yield from _steps(following)


def _serialized(made: Any) -> bytes:
    from opentimestamps.core.serialize import BytesSerializationContext

    context = BytesSerializationContext()
    made.serialize(context)
    return bytes(context.getbytes())


def _write(path: Path, content: bytes) -> None:
    """The stamp stands whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


ASK: Final[dict[str, Ask]] = {".tsr": _ask_authority, ".ots": _ask_calendar}
