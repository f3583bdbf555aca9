"""Time from outside for seals: which wait for a stamp, and whether the stamps that came fit (docs/evidence.md).

Beside ``000042.seal`` stand ``000042.tsr``, the answer of a time-stamp authority (RFC 3161), and ``000042.ots``, an
OpenTimestamps proof. The libraries that read them are an extra; without them their stamps are told as unread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from crawler.clock import stamp
from crawler.store.seals import FOLDER, SERVICES, Seal

MOST: Final = 20  # seals stamped after one run: the newest first, since it stands for all before it
# A service may be away for a while; beyond, nobody but the keeper speaks for a seal's date.
LATE: Final = timedelta(days=31)
EARLY: Final = timedelta(days=1)  # two clocks may differ

Found = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A seal that no service has stamped whole yet."""

    key: int
    path: Path


def waiting(db: Database, output: Path) -> list[Waiting]:
    """Seals to be stamped now: those never tried, newest first, then those whose last try is longest ago."""
    sql = (
        "SELECT id, path FROM seals WHERE stamp_state = 'pending'"
        " ORDER BY stamp_tried IS NOT NULL, stamp_tried, id DESC LIMIT ?"
    )
    return [Waiting(key, output / path) for key, path in db.execute(sql, [MOST]) if (output / path).is_file()]


def note(db: Database, seal: Waiting, *, whole: bool) -> None:
    """Note a try: ``whole`` if every service's stamp stands and needs no more."""
    there = [seal.path.with_suffix(suffix) for suffix in SERVICES]
    names = " ".join(f"{FOLDER}/{path.name}" for path in there if path.is_file())
    with db.atomic():
        sql = "UPDATE seals SET stamp_state = ?, stamp_path = ?, stamp_tried = ? WHERE id = ?"
        db.execute(sql, ["stamped" if whole else "pending", names, stamp(), seal.key])


def imprint_of(response: Any, digest: bytes) -> datetime:
    """The time an authority's answer states for ``digest``. Raises ValueError if it grants nothing, or not for it."""
    if response.status not in (0, 1):  # granted, granted with modifications (RFC 3161, 2.4.2)
        raise ValueError(f"the authority refused: {' '.join(response.status_string)[:200] or response.status}")
    if response.tst_info.message_imprint.message != digest:
        raise ValueError("it stamps other bytes")
    moment: datetime = response.tst_info.gen_time
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def check(db: Database, output: Path, seals: Sequence[Seal], roots: Path | None) -> Iterator[Found]:
    """(kind, place, sentence, harmless) of stamps that are missing, do not fit their seals or speak against their
    dates. ``roots`` is a PEM file of the certificates that are trusted: signatures are checked where it is named."""
    noted = dict(db.execute("SELECT path, stamp_path FROM seals").fetchall())
    unread: set[str] = set()
    for seal in seals:
        for name in noted.get(f"{FOLDER}/{seal.path.name}", "").split():
            if not (output / name).is_file():
                yield "stamp", name, f"{name} is noted in the database, and is not there", False
        for suffix, read in READERS.items():
            path = seal.path.with_suffix(suffix)
            if not path.is_file():
                continue
            name = f"{FOLDER}/{path.name}"
            try:
                moment = read(path, seal.path.read_bytes(), roots)
            except ImportError:
                unread.add(suffix)
            except Exception as error:  # bytes that are no stamp fail in whatever way the libraries find
                said = " ".join(str(error).split())[:200] or type(error).__name__
                yield "stamp", name, f"{name} is no stamp of {seal.path.name}: {said}", False
            else:
                yield from _against_the_date(name, seal, moment)
    for suffix in sorted(unread):
        yield "stamp", f"*{suffix}", f"stamps *{suffix} were not read: the extra 'stamps' is not installed", True


def _against_the_date(name: str, seal: Seal, moment: datetime | None) -> Iterator[Found]:
    if moment is None:
        return
    sealed, what = datetime.fromisoformat(seal.sealed.replace("Z", "+00:00")), f"{name} is of {moment:%Y-%m-%d %H:%M}"
    if moment < sealed - EARLY:
        yield "stamp", name, f"{what}, and {seal.path.name} says that it was made later, on {seal.sealed}", False
    elif moment > sealed + LATE:
        late = f"{what}: nothing from outside shows that {seal.path.name} was made on {seal.sealed}, as it says"
        yield "stamp", name, late, False


def _of_authority(path: Path, sealed: bytes, roots: Path | None) -> datetime:
    """The time that an authority states for a seal; ValueError or the library's VerificationError if it does not."""
    from rfc3161_client import VerifierBuilder, decode_timestamp_response

    response, digest = decode_timestamp_response(path.read_bytes()), hashlib.sha256(sealed).digest()
    moment = imprint_of(response, digest)
    if roots is not None:
        from cryptography.x509 import load_pem_x509_certificates

        builder = VerifierBuilder()
        for each in load_pem_x509_certificates(roots.read_bytes()):
            own = each.issuer == each.subject
            builder = builder.add_root_certificate(each) if own else builder.add_intermediate_certificate(each)
        builder.build().verify(response, digest)
    return moment


def _of_calendar(path: Path, sealed: bytes, roots: Path | None) -> None:
    """Whether a proof begins at a seal; a block's time is in the chain of blocks, which ``ots verify`` asks."""
    if proof(path).file_digest != hashlib.sha256(sealed).digest():
        raise ValueError("it stamps other bytes")


def proof(path: Path) -> Any:
    """An OpenTimestamps proof, as the library reads it."""
    from opentimestamps.core.serialize import StreamDeserializationContext
    from opentimestamps.core.timestamp import DetachedTimestampFile

    with path.open("rb") as stream:
        return DetachedTimestampFile.deserialize(StreamDeserializationContext(stream))


READERS: Final[dict[str, Callable[[Path, bytes, Path | None], datetime | None]]] = {
    ".tsr": _of_authority,
    ".ots": _of_calendar,
}
