"""What SQL the room asks of a database for each of some pages, with SQLite's plan of it.

    python -m tests.datasette.asked DATABASE PAGE…

Prints an object in JSON: for each page, the queries it asked and the steps of their plans.
"""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.cli import serve
from datasette.plugins import pm

from crawler.publish.datasette import __main__ as _  # noqa: F401  (leaves out what the room leaves out)
from crawler.publish.datasette.start import arguments


class Listening:
    """A plugin that notes what the connections of a room are asked."""

    __name__ = "tests.datasette"  # Datasette looks for templates beside it

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}

    @hookimpl(trylast=True)
    def prepare_connection(self, conn: sqlite3.Connection) -> None:
        """Note each query once, with its values in place."""
        conn.set_trace_callback(self._heard)

    def _heard(self, sql: str) -> None:
        if re.match(r"(?i)\s*(select|with)\b", sql):
            self.asked.setdefault(re.sub(r"'[^']*'|\d+", "?", sql), sql)


def planned(conn: sqlite3.Connection, queries: list[str]) -> dict[str, list[str]]:
    """The steps of the plans of those queries that are asked of the database's tables."""
    plans = {}
    for sql in queries:
        with suppress(sqlite3.Error):  # Datasette asks its own database, too
            plans[sql] = [str(row[3]) for row in conn.execute(f"EXPLAIN QUERY PLAN {sql}")]
    return plans


async def main(database: Path, pages: list[str]) -> dict[str, Any]:
    """The queries of each page with their plans."""
    listening = Listening()
    pm.register(listening, "listening")
    context = serve.make_context("serve", arguments(database)[1:])
    room = serve.callback(**{**context.params, "return_instance": True})
    await room.invoke_startup()
    found = {}
    for page in pages:
        listening.asked = {}
        answer = await room.client.get(page)
        if answer.status_code != 200:
            raise RuntimeError(f"{page}: {answer.status_code}")
        queries = list(listening.asked.values())
        found[page] = await room.get_database(database.stem).execute_fn(partial(planned, queries=queries))
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(Path(sys.argv[1]), sys.argv[2:])), ensure_ascii=False))
