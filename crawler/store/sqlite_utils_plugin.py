"""What ``sqlite-utils`` gets where this project is installed: its SQL functions, and a ``search`` for Chinese."""

from __future__ import annotations

import sqlite3
from functools import wraps
from typing import Any, Final

import click
from sqlite_utils import Database, hookimpl

from crawler.store import pairs, search

SEARCHED: Final = "reports"


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register zh_pairs, zh_match, zh_contains and zh_snippet on every connection."""
    search.register(conn)


@hookimpl
def register_commands(cli: click.Group) -> None:
    """Let ``sqlite-utils search FILE reports QUERY`` take a query as people type it."""
    command = cli.commands["search"]
    original = command.callback
    assert original is not None

    @wraps(original)
    def translated(*args: Any, **kwargs: Any) -> Any:
        if kwargs.get("dbtable") == SEARCHED and Database(kwargs["path"]).table(SEARCHED).detect_fts() == search.TABLE:
            kwargs |= {"q": pairs.match(kwargs["q"]), "quote": False}
        return original(*args, **kwargs)

    command.callback = translated
