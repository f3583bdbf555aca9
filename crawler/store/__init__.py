"""The store: SQLite for what is known, WARC for what was seen. The only room that knows SQL."""

import sys

# Loaded by sqlite-utils and warcio where they are installed, for types and addresses that never come here; it would
# take a tenth of a program's start.
_UNUSED = [name for name in ("numpy", "fsspec") if name not in sys.modules]

sys.modules.update(dict.fromkeys(_UNUSED))  # type: ignore[arg-type]
try:
    import warcio.utils  # noqa: F401
    from sqlite_utils import Database
    from sqlite_utils.db import Column
finally:
    for name in _UNUSED:
        del sys.modules[name]

__all__ = ["Column", "Database"]
