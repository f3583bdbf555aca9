"""The store: SQLite for what is known, WARC for what was seen. The only room that knows SQL."""

from crawler.without import without

# Loaded by sqlite-utils and warcio where they are installed, for types and addresses that never come here; it would
# take a tenth of a program's start.
with without("numpy", "pandas", "fsspec"):
    import warcio.utils  # noqa: F401
    from sqlite_utils import Database
    from sqlite_utils.db import Column

__all__ = ["Column", "Database"]
