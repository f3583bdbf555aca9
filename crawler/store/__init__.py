"""The store: SQLite for what is known, WARC for what was seen. The only room that knows SQL."""
