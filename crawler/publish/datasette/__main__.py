"""``python -m crawler.publish.datasette``: Datasette, started without what the room never uses."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from runpy import run_module
from typing import Final

from pluggy import PluginManager

from crawler.without import without

FOR_AGENTS: Final = "mcp"  # the name datasette-mcp gives its plugin

_is_blocked = PluginManager.is_blocked


def _blocked(self: PluginManager, name: str) -> bool:
    return name == FOR_AGENTS or _is_blocked(self, name)


# The plugin for agents takes a second to load, and Datasette 0.65 has no setting that leaves out what is installed.
PluginManager.is_blocked = _blocked  # type: ignore[method-assign]
# Units of measurement, which Datasette 0.65 brings and 1.0 does not, load these where they are installed.
with without("numpy", "pandas", "dask", "xarray"), suppress(ImportError):
    import_module("datasette.vendored.pint")

if __name__ == "__main__":
    run_module("datasette", run_name="__main__", alter_sys=True)
