"""What ``sqlite-utils`` gets where this project is installed: its SQL functions, and a ``search`` for Chinese."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final

import click
from sqlite_utils import Database, hookimpl
from sqlite_utils.db import Table

from crawler.store import pairs, search

SEARCHED: Final = "reports"


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register zh_pairs, zh_match, zh_contains and zh_snippet on every connection."""
    search.register(conn)


@contextmanager
def _index_known() -> Iterator[None]:
    """Let sqlite-utils see the index of reports, which says of itself only to who knows pairs that it is one."""
    detect, rebuild = Table.detect_fts, Table.rebuild_fts

    def detected(table: Table) -> str | None:
        ours = table.name == SEARCHED and "reports_searched" in table.db.view_names()
        return search.TABLE if ours else detect(table)

    def rebuilt(table: Table) -> Table:
        if detected(table) != search.TABLE:
            return rebuild(table)
        with table.db.conn:
            search.rebuild(table.db)
        return table

    Table.detect_fts, Table.rebuild_fts = detected, rebuilt  # type: ignore
    try:
        yield
    finally:
        Table.detect_fts, Table.rebuild_fts = detect, rebuild  # type: ignore[method-assign]


@hookimpl
def register_commands(cli: click.Group) -> None:
    """Let ``sqlite-utils search FILE reports QUERY`` take a query as people type it, ``rebuild-fts`` know pairs, and
    ``query`` say it where a query asks the index of pairs for words."""
    for name, wrapped in (("search", _knowing), ("rebuild-fts", _knowing), ("query", _telling)):
        command = cli.commands[name]
        assert command.callback is not None
        command.callback = wrapped(command.callback)


def _telling(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def told(*args: Any, **kwargs: Any) -> Any:
        from crawler.store import raw_match  # this module is loaded wherever a database is opened

        why = raw_match.told(kwargs["sql"], dict(kwargs["param"]))
        if why and "reports_searched" in Database(kwargs["path"]).view_names():
            raise click.ClickException(why)
        return original(*args, **kwargs)

    return told


def _knowing(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def translated(*args: Any, **kwargs: Any) -> Any:
        with _index_known():
            asked = kwargs.get("dbtable") == SEARCHED and "q" in kwargs
            if asked and Database(kwargs["path"]).table(SEARCHED).detect_fts() == search.TABLE:
                kwargs |= {"q": pairs.match(kwargs["q"]), "quote": False}
            return original(*args, **kwargs)

    return translated
