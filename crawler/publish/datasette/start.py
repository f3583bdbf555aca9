"""How Datasette is started on the database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from cleaning.report import COLUMNS
from crawler.publish.datasette.language import BETWEEN

FOLDER: Final = Path(__file__).parent
SETTINGS: Final = {
    "sql_time_limit_ms": 3000,
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "truncate_cells_html": 120,
    "allow_download": "off",
    "suggest_facets": "off",
    "facet_time_limit_ms": 100,
    "num_sql_threads": 6,  # two of them at most for what visitors ask in words of their own (limits.py)
}


def with_fields(about: dict[str, Any], between: str = " ") -> dict[str, Any]:
    """What metadata.yml says of the database, with the columns of ``cleaning.report.FIELDS`` explained; ``between``
    stands between the Chinese and the English."""
    fields = {each.name: f"{each.chinese}{BETWEEN}{each.english}{each.note}" for each in COLUMNS}
    tables = about["tables"]
    reports = {**tables["reports"], "columns": {**fields, **tables["reports"]["columns"]}}
    whole = {**about, "tables": {**tables, "reports": reports}}
    return whole if between == BETWEEN else _joined(whole, between)


def _joined(told: Any, between: str) -> Any:
    if isinstance(told, dict):
        return {key: _joined(value, between) for key, value in told.items()}
    return told.replace(BETWEEN, between) if isinstance(told, str) else told


def arguments(
    database: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    open_browser: bool = False,
    immutable: bool = False,
    base_url: str = "/",
    sql: bool = True,
    cors: bool = False,
) -> list[str]:
    """The arguments of ``datasette`` that open ``database`` read-only as this project wants it shown.

    ``immutable`` promises that nobody writes to the file meanwhile: row counts are then exact and pages cacheable.
    ``base_url`` is the path below which a proxy shows the room; without ``sql`` visitors may not write queries; with
    ``cors`` pages of other sites may read answers.
    """
    file = ["--immutable", str(database)] if immutable else [str(database)]
    argv = ["serve", *file, "--host", host, "--port", str(port), "--metadata", str(FOLDER / "metadata.yml")]
    argv += ["--template-dir", str(FOLDER / "templates"), "--plugins-dir", str(FOLDER / "plugins")]
    for name, value in {**SETTINGS, "base_url": base_url, "default_allow_sql": "on" if sql else "off"}.items():
        argv += ["--setting", name, str(value)]
    return [*argv, *["--cors"] * cors, *["--open"] * open_browser]


def is_database(path: Path) -> bool:
    """True for a file SQLite can read the tables of, also one that cannot be written."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.DatabaseError:
        return False
    return True


def must_stay(path: Path) -> bool:
    """True for a database that can be read only as one that nobody writes to: on a medium without room for its log."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        return True
    return False


def prepare(database: Path) -> str | None:
    """Bring tables, search index and agencies up to date before they are shown.

    None if done, else why not (a read-only file, a crawl that holds the lock): the pages then show what is there.
    """
    from crawler.exits import Mistake
    from crawler.portals.agencies import load
    from crawler.store import agencies
    from crawler.store.database import open_database

    try:
        db = open_database(database)
        try:
            agencies.refresh(db, load())
        finally:
            db.close()
    except (sqlite3.Error, OSError, Mistake) as error:
        return str(error)
    return None
