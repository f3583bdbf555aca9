"""Cleaning an archive on many machines: Dask spreads batches of reports, one process stores what comes back.

Workers need the object store and nothing else: a copy of the store is put there for the task, the WARC files stay
there. Each worker copies what it needs once. Results come in the order of the reports, so that the store is the same as
after cleaning on one machine.
"""

from __future__ import annotations

import secrets
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

from distributed import KilledWorker

from crawler.scale.bundle import ObjectStore
from crawler.store import warc
from crawler.store.database import compact_copy
from crawler.store.reader import Reader, Reading

BATCH: Final = 10  # reports given to a worker at a time: a tenth of a second of work
AHEAD: Final = 3  # batches under way for each core


class Archive:
    """A store and its WARC files in an object store, for as long as a task lasts (a context manager)."""

    def __init__(self, address: str, database: Path, warc_folder: Path) -> None:
        self.address, self.object_store = address, ObjectStore(address)
        self.database, self.warc_folder = database, warc_folder
        self.copy = f"reclean-{secrets.token_hex(4)}.db"

    def __enter__(self) -> Archive:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / self.copy
            compact_copy(self.database, copy)
            self.object_store.put(copy, self.copy)
        for path in warc.files(self.warc_folder):
            if self.object_store.size(path.name) != path.stat().st_size:
                self.object_store.put(path, path.name)
        return self

    def __exit__(self, *_: object) -> None:
        self.object_store.remove(self.copy)

    def readings(
        self, client: Any, ids: Iterable[int], lost: Callable[[int], Reading]
    ) -> Generator[Reading, None, None]:
        """What the reports read as now, in the order of their ids, read through a ``distributed.Client``.

        ``lost`` says it for those whose worker was killed at them again and again (Dask's ``allowed-failures``).
        """
        under_way: deque[tuple[list[int], Any]] = deque()
        batches = _batches(ids)
        try:
            while True:
                room = AHEAD * max(1, sum(client.nthreads().values())) - len(under_way)
                for batch in islice(batches, max(room, 0)):
                    future = client.submit(read_batch, self.address, self.copy, batch, pure=False)
                    under_way.append((batch, future))
                if not under_way:
                    return
                batch, future = under_way.popleft()
                try:
                    yield from future.result()
                except KilledWorker:
                    yield from map(lost, batch)
        finally:
            client.cancel([future for _, future in under_way])


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    source = iter(ids)
    while batch := list(islice(source, BATCH)):
        yield batch


@cache
def _desk(address: str, copy: str) -> tuple[ObjectStore, Path, Reader]:
    """A worker's own copy of the store; its folder goes when the worker's process ends."""
    object_store = ObjectStore(address)
    _folders.append(tempfile.TemporaryDirectory(prefix="fazhi-archive-"))
    folder = Path(_folders[-1].name)
    object_store.get(copy, folder / copy)
    return object_store, folder, Reader(folder / copy, folder)


_folders: list[tempfile.TemporaryDirectory[str]] = []


def read_batch(address: str, copy: str, ids: list[int]) -> list[Reading]:
    """On a worker: read a batch of reports with the cleaner installed there."""
    object_store, folder, reader = _desk(address, copy)
    for name in reader.archives(ids):
        path = warc.path_of(folder, name)
        if not path.exists() and object_store.has(name):
            path.parent.mkdir(exist_ok=True)
            object_store.get(name, path)
    return [reader.report(key) for key in ids]
