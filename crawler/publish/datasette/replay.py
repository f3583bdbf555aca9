"""The replay file of one report, made on request: of what the report was read from and nothing else, bounded."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound

from crawler.publish.datasette.language import say
from crawler.publish.datasette.private import DatasetteError, asgi_send_file, sqlite_timelimit
from crawler.publish.wacz import write_wacz
from crawler.store.lookup import replayed

LARGEST: Final = 64 << 20  # bytes of records in a file
MOST: Final = 2_000  # records
MAKING: Final = 20.0  # seconds
SENDING: Final = 600.0  # seconds
MEDIA_TYPE: Final = "application/wacz"
CHUNK: Final = 1 << 16  # bytes


class TooMuch(Exception):
    """The file would be larger than is made on request, or takes too long; no OSError, which a lost record raises."""


def archive_of(db: Any) -> Path | None:
    """The WARC files beside a database of Datasette's; None if there are none."""
    folder = Path(db.path).parent / "warc" if db.path else None
    return folder if folder is not None and folder.is_dir() else None


class _File:
    """An answer that is a file, which goes with its folder when it is sent, or when that takes too long."""

    def __init__(self, folder: TemporaryDirectory[str], path: Path) -> None:
        self.folder, self.path = folder, path

    async def asgi_send(self, send: Any) -> None:
        with self.folder, suppress(TimeoutError):
            async with asyncio.timeout(SENDING):
                await asgi_send_file(send, self.path, self.path.name, MEDIA_TYPE, CHUNK)


async def _replay(datasette: Any, request: Any) -> Any:
    """``/reports/-/replay/13.wacz``: report 13 as it was received, at every version."""
    name = tilde_decode(request.url_vars["database"])
    archive = None if name.startswith("_") or name not in datasette.databases else archive_of(datasette.databases[name])
    if archive is None:
        raise NotFound(say("这个数据库没有存档文件", "no archive lies beside this database"))
    folder: TemporaryDirectory[str] = TemporaryDirectory(prefix="fazhi-replay-")
    making = partial(make, key=int(request.url_vars["report"]), archive=archive, folder=Path(folder.name))
    try:
        path = await datasette.databases[name].execute_fn(making)
    except BaseException as error:
        folder.cleanup()
        raise told(error) from None
    if path is None:
        folder.cleanup()
        raise NotFound(say("没有这份报告的存档记录", "no records of such a report are kept"))
    return _File(folder, path)


def told(error: BaseException) -> BaseException:
    """What a visitor is told whose file cannot be made; no place on this machine is named."""
    status, text = 0, ""
    if isinstance(error, TooMuch) or str(error) == "interrupted":
        status, text = (
            413,
            say(
                f"这份报告的存档太大（一次最多 {LARGEST >> 20} MB），请在保存数据的机器上用 fazhi export 导出",
                f"too much is kept of this report ({LARGEST >> 20} MB at most are packed on request):"
                " 'fazhi export --format wacz --report' does it where the archive lies",
            ),
        )
    elif isinstance(error, OSError):
        status, text = 503, say("暂时无法制作", "it cannot be made now")
    refused: BaseException = DatasetteError(text, status=status) if status else error
    return refused


def make(conn: sqlite3.Connection, key: int, archive: Path, folder: Path) -> Path | None:
    """The file in ``folder``; None if no record of the report can be read."""
    end = time.monotonic() + MAKING
    with sqlite_timelimit(conn, 1000 * MAKING):
        rows = list(replayed(conn, "report", key))
        named = conn.execute("SELECT public_id FROM reports WHERE id = ?", [key]).fetchone()
    if named is None or not rows:
        return None
    if len(rows) > MOST or sum(row["length"] for row in rows) > LARGEST:
        raise TooMuch

    def step() -> None:
        if time.monotonic() > end:
            raise TooMuch

    path = folder / f"fazhi-{named[0]}.wacz"
    return path if write_wacz(rows, archive, path, step).records else None


ROUTE: Final = (r"^/(?P<database>[^/]+)/-/replay/(?P<report>[0-9]{1,18})\.wacz$", _replay)
