"""Bundles: what goes to a worker and what comes back, each one zip file in a shared folder or object store."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
import tempfile
import zipfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

import fsspec

from cleaning.report import CLEANER_VERSION
from crawler.store import warc
from crawler.store.database import open_database
from crawler.store.extract import KNOWN_WARC

DATABASE: Final = "reports.db"
NOTE: Final = "note.json"
MOST: Final = 64 << 30  # bytes a bundle may unpack to


class BundleError(ValueError):
    """A bundle that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is asked to do, and what it must be to do it: the same cleaner and the same tables.

    ``portals`` are the portal files' contents, so that a worker needs none of its own.
    """

    job: str
    run: str
    portals: list[dict[str, Any]]
    full: bool
    insist: bool
    cleaner: str
    tables: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How a worker's crawl ended: its exit code, and the end of its log if it failed."""

    job: str
    exit_code: int
    log: str = ""


class ObjectStore:
    """The shared folder or object store, by an fsspec address such as ``/mnt/fazhi`` or ``s3://bucket/fazhi``."""

    def __init__(self, address: str) -> None:
        self.fs, self.root = fsspec.core.url_to_fs(address)

    def _path(self, name: str) -> str:
        return str(PurePosixPath(self.root) / name)

    def put(self, path: Path, name: str) -> None:
        """Copy a file there; it appears whole or not at all."""
        self.fs.makedirs(self.root, exist_ok=True)
        temporary = self._path(f".{name}.{secrets.token_hex(4)}")
        self.fs.put_file(str(path), temporary)
        self.fs.mv(temporary, self._path(name))

    def get(self, name: str, path: Path) -> None:
        """Copy a file from there. Raises FileNotFoundError if there is none."""
        self.fs.get_file(self._path(name), str(path))

    def has(self, name: str) -> bool:
        """Whether a file is there now."""
        self.fs.invalidate_cache()
        return bool(self.fs.exists(self._path(name)))

    def names(self) -> set[str]:
        """The files that are there now."""
        self.fs.invalidate_cache()
        found = self.fs.ls(self.root, detail=False) if self.fs.exists(self.root) else []
        return {PurePosixPath(path).name for path in found}

    def size(self, name: str) -> int:
        """The size of a file there, in bytes; -1 if there is none."""
        return int(self.fs.size(self._path(name))) if self.has(name) else -1

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        if self.has(name):
            self.fs.rm_file(self._path(name))


def order_name(job: str) -> str:
    """The name of the bundle that goes to a worker."""
    return f"{job}.order.zip"


def answer_name(job: str) -> str:
    """The name of the bundle that comes back."""
    return f"{job}.answer.zip"


@cache
def tables_digest() -> str:
    """A digest of the tables of a new database: two machines with the same one understand each other's extracts."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(Path(folder) / DATABASE)
        schema = db.schema
        db.close()
    return hashlib.sha256(schema.encode()).hexdigest()[:16]


def check(order: Order) -> None:
    """Raises BundleError if this installation would read or store pages otherwise than the one that sent the order."""
    tables = tables_digest()
    if (CLEANER_VERSION, tables) != (order.cleaner, order.tables):
        raise BundleError(
            f"this worker has cleaner {CLEANER_VERSION} and tables {tables}, the coordinator has cleaner"
            f" {order.cleaner} and tables {order.tables}; install the same version on both"
        )


def pack(folder: Path, to: Path, note: Order | Answer) -> None:
    """Put a folder's database, its WARC files and a note into one bundle. What is packed is not packed harder."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(NOTE, json.dumps(asdict(note), ensure_ascii=False))
        bundle.write(folder / DATABASE, DATABASE)
        for path in warc.files(folder / "warc"):
            if isinstance(note, Order) or path.name != KNOWN_WARC:
                bundle.write(path, f"warc/{path.name}", zipfile.ZIP_STORED)


def unpack(path: Path, folder: Path) -> dict[str, Any]:
    """Unpack a bundle into an empty folder and give its note. Raises BundleError for anything that is no bundle."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with zipfile.ZipFile(path) as bundle:
            if sum(info.file_size for info in bundle.infolist()) > MOST:
                raise BundleError(f"{path.name}: unpacks to more than {MOST} bytes")
            note = json.loads(bundle.read(NOTE))
            for info in bundle.infolist():
                inside = PurePosixPath(info.filename)
                if inside.is_absolute() or ".." in inside.parts:
                    raise BundleError(f"{path.name}: holds the path {info.filename!r}")
                if info.filename != NOTE:
                    bundle.extract(info, folder)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise (
            error if isinstance(error, BundleError) else BundleError(f"{path.name}: cannot be read: {error}")
        ) from None
    return dict(note)
