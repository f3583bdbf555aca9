"""What metadata.yml says, with the columns of the one table of fields, given to Datasette without needless copies."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from datasette import hookimpl

from crawler.publish.datasette import language, private
from crawler.publish.datasette.start import with_fields

TOLD: WeakKeyDictionary[Any, dict[str, Any]] = WeakKeyDictionary()  # what the metadata says, of each Datasette


@hookimpl
def startup(datasette: Any) -> None:
    """Take what metadata.yml says of the tables out of Datasette's own copy, where it restricts nobody.

    Datasette copies all of it for every table of a page to look for permissions in it, which took most of the time.
    """
    if ours := private.take_metadata(datasette):
        TOLD[datasette] = with_fields(ours, language.BETWEEN)


@hookimpl
def get_metadata(datasette: Any, key: Any, database: str | None, table: str | None) -> dict[str, Any]:
    """What metadata.yml says of ``reports`` with all its columns, for files under other names where there is none of
    that name. Permissions (``tables`` is asked for those alone) are the business of the metadata itself."""
    if key in ("tables", "allow", "allow_sql"):
        return {}
    ours = TOLD.get(datasette) or private.own_metadata(datasette)
    if not ours:
        return {}
    told = ours if datasette in TOLD else with_fields(ours, language.BETWEEN)
    named = ["reports"] if "reports" in datasette.databases else datasette.databases
    return {"databases": {name: dict(told) for name in named if not name.startswith("_")}}
