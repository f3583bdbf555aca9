"""The WARC files: raw responses as they came, one file per run, only ever appended to (ISO 28500)."""

from __future__ import annotations

import os
import re
import zlib
from base64 import b32encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1
from importlib.metadata import version
from io import FileIO
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import brotli  # type: ignore[import-untyped]
from isal import isal_zlib
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders

from crawler.clock import now, stamp

CHUNK = 1 << 16  # bytes read or decompressed at a time
HEAD = 1 << 13  # bytes in which a record's type stands
_YEAR = re.compile(r"fazhi-(\d{4})\d{4}T")
SAME_BODY = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"  # ISO 28500, 6.7.2
LEVEL = 2  # of ISA-L's gzip: 6 % more bytes than zlib's usual level, in a sixth of its time


def path_of(folder: Path, name: str) -> Path:
    """Where the WARC file of this name stands in the archive's folder: below the year of its run."""
    plain = Path(name).name
    year = _YEAR.match(plain)
    return folder / year[1] / plain if year else folder / plain


def files(folder: Path) -> list[Path]:
    """All WARC files of an archive's folder, by name, which is in the order of their runs."""
    return sorted(
        (*folder.glob("*.warc.gz"), *folder.glob("[0-9][0-9][0-9][0-9]/*.warc.gz")), key=lambda path: path.name
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: the file's name, the byte offset and the length of its gzip member."""

    warc: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response: header lists as (name, value) pairs, ``body`` still content-encoded."""

    url: str
    method: str
    request_headers: list[tuple[str, str]]
    request_body: bytes
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes
    fetched: datetime


@dataclass(frozen=True, slots=True)
class First:
    """The response that a record of the same body refers to: its address, and when it was fetched (a stamp)."""

    url: str
    fetched: str


class WarcFile:
    """One run's WARC file, opened when the first record is written."""

    def __init__(self, folder: Path, run: str) -> None:
        self.path = path_of(folder, f"fazhi-{run}.warc.gz")
        self._stream: FileIO | None = None

    def __enter__(self) -> WarcFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; later writes open it again."""
        if self._stream:
            self._stream.close()
            self._stream = None

    def write(self, exchange: Exchange, first: First | None = None) -> Place:
        """Write response and request records and force them to disk before returning the response's place.

        With ``first``, whose body is the same, the response is a ``revisit`` record that refers to it instead. Raises
        OSError if the disk does not take them; the file then ends with the last record that was kept.
        """
        if self._stream is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = FileIO(self.path, "ab")
        stream = self._stream
        start = stream.seek(0, os.SEEK_END)
        head = b""
        if start == 0:
            head = information(self.path.name)
        response, request = _records(exchange, first)
        try:
            _put(stream, memoryview(head + response + request))
            os.fsync(stream.fileno())
            if start == 0:
                _keep_name(self.path)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(stream.fileno(), start)
            error.filename = error.filename or str(self.path)
            raise
        return Place(self.path.name, start + len(head), len(response))


def software() -> str:
    """The program and its version, as archives name them."""
    return f"Fazhi Watch/{version('fazhi-watch')}"


def information(name: str) -> bytes:
    """The first record of a WARC file: which program wrote it, for whom and by which manners (ISO 28500, 6.4)."""
    from crawler.settings import CONTACT, ROBOTSTXT_OBEY, USER_AGENT

    said = {
        "software": software(),
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "operator": CONTACT or "no contact set",
        "robots": "obeyed (RFC 9309)" if ROBOTSTXT_OBEY else "ignored",
        "http-header-user-agent": USER_AGENT,
    }
    lines = "".join(f"{key}: {' '.join(text.split())}\r\n" for key, text in said.items())
    about = {"WARC-Date": stamp(now()), "WARC-Filename": name}
    return _record("warcinfo", "application/warc-fields", about, b"", lines.encode())


def _keep_name(path: Path) -> None:
    """Force the names of a new file and its folders to disk: without them a power cut would leave nothing to find."""
    for folder in path.parents[:3]:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _put(stream: FileIO, content: memoryview) -> None:
    """All of ``content``: a raw write may take only a part of it."""
    while content:
        content = content[stream.write(content) :]


def _records(exchange: Exchange, first: First | None) -> tuple[bytes, bytes]:
    """The response's record, or what refers to ``first`` for its body, and the request's."""
    told = {"WARC-Target-URI": exchange.url, "WARC-Date": stamp(exchange.fetched)}
    ident = f"<urn:uuid:{uuid4()}>"
    head = _head(f"HTTP/1.1 {exchange.status} {exchange.reason}", exchange.headers)
    own, content = told | {"WARC-Record-ID": ident}, "application/http; msgtype=response"
    if first is None:
        response = _record("response", content, own, head, exchange.body)
    else:
        own["WARC-Profile"], own["WARC-Payload-Digest"] = SAME_BODY, _digest(exchange.body)
        own["WARC-Refers-To-Target-URI"], own["WARC-Refers-To-Date"] = first.url, first.fetched
        response = _record("revisit", content, own, head, b"")
    parts = urlsplit(exchange.url)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    head = _head(f"{exchange.method} {path} HTTP/1.1", [("Host", parts.netloc), *exchange.request_headers])
    told["WARC-Concurrent-To"] = ident
    return response, _record("request", "application/http; msgtype=request", told, head, exchange.request_body)


def _head(line: str, headers: list[tuple[str, str]]) -> bytes:
    """The head of a message, its bytes as they came."""
    lines = [line, *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1", "replace")


def _record(kind: str, content: str, told: dict[str, str], head: bytes, payload: bytes) -> bytes:
    """A record as a gzip member of its own (ISO 28500, 4.1 and annex D), with digests of block and payload, or with
    what ``told`` says of them."""
    block = head + payload
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Block-Digest": _digest(block),
        "WARC-Payload-Digest": _digest(payload),
        **told,
        "Content-Type": content,
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    plain = b"".join((b"WARC/1.1\r\n", lines.encode(), b"\r\n", block, b"\r\n\r\n"))
    return isal_zlib.compress(plain, LEVEL, wbits=31)


def _digest(content: bytes) -> str:
    return f"sha1:{b32encode(sha1(content, usedforsecurity=False).digest()).decode('ascii')}"


def _unpacked(record: ArcWarcRecord) -> bytes:
    """The content-decoded body of a response; as it stands where it was not packed as its header says."""
    if (record.http_headers.get_header("Content-Encoding") or "").strip().lower() != "br":
        return bytes(record.content_stream().read())
    body = bytes(record.raw_stream.read())  # warcio's own way sets an attribute that Brotli's decompressor refuses
    decompressor = brotli.Decompressor()
    try:
        return bytes(decompressor.process(body))
    except brotli.error:
        return body


@contextmanager
def _record_at(folder: Path, place: Place, kind: str) -> Iterator[ArcWarcRecord]:
    path = path_of(folder, place.warc)
    with path.open("rb") as stream:
        stream.seek(place.offset)
        record = next(iter(ArchiveIterator(stream)), None)
        # Any line of five words may pass for ARC.
        if record is None or record.rec_type != kind or record.format != "warc":
            where = f"{path.name}: no {kind} record at byte {place.offset}"
            raise ValueError(f"{where}; the file was changed after it was written")
        yield record


def read_record(folder: Path, place: Place, first: Place | None = None) -> tuple[StatusAndHeaders, bytes]:
    """The HTTP headers and the content-decoded body of one stored response; the body may stand in another's record,
    the ``first``, with headers of its own.

    Raises OSError if a file is gone and ValueError if no such record stands at a place.
    """
    if first is None:
        with _record_at(folder, place, "response") as record:
            return record.http_headers, _unpacked(record)
    with _record_at(folder, place, "revisit") as record:
        headers = record.http_headers
    with _record_at(folder, first, "response") as record:
        record.http_headers = headers
        return headers, _unpacked(record)


def is_answer(path: Path, offset: int) -> bool:
    """Whether the record at a byte is what a server said, or refers to it."""
    with path.open("rb") as stream:
        stream.seek(offset)
        head = zlib.decompressobj(wbits=31).decompress(stream.read(HEAD), HEAD)
    lines = head.partition(b"\r\n\r\n")[0].lower().split(b"\r\n")
    return b"warc-type: response" in lines or b"warc-type: revisit" in lines


def torn_end(path: Path, torn: int) -> str:
    """What to say of a file that ends in ``torn`` bytes of a record."""
    return (
        f"{path.name} ends with {torn} bytes of a record that was cut off when a run was killed; it is left out,"
        " and its page is asked for again"
    )


def check(path: Path) -> tuple[list[Place], int]:
    """The places of all whole records of a file, and how many bytes of a record that was cut off follow them.

    Every record is a gzip member of its own, so a run that was killed while it wrote leaves whole records and at
    most one torn end, which nothing refers to. Raises OSError if the file cannot be read, ValueError if anything
    but the end is damaged.
    """
    places: list[Place] = []
    start = size = 0
    member = zlib.decompressobj(wbits=31)
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            while chunk:
                try:
                    member.decompress(chunk, CHUNK)
                    while member.unconsumed_tail:
                        member.decompress(member.unconsumed_tail, CHUNK)
                except zlib.error as error:
                    raise ValueError(f"{path}: damaged in the record at byte {start}: {error}") from None
                chunk = member.unused_data
                if member.eof:
                    end = size - len(chunk)
                    places.append(Place(path.name, start, end - start))
                    start, member = end, zlib.decompressobj(wbits=31)
    return places, size - start
