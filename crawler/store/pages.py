"""The pages on which the article of a report goes on: when each was seen, and which bytes are the last good ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from sqlite_utils import Database

from crawler.store.database import insert_all


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One following page. ``outcome`` is how the last look at it ended and ``reason`` says why in a sentence; the
    rest is of the last good look, None before one."""

    url: str
    outcome: str = ""
    reason: str = ""
    sha256: str | None = None
    fetched: str | None = None
    snapshot: int | None = None
    etag: str | None = None
    last_modified: str | None = None


_NAMES = tuple(each.name for each in fields(StoredPage))


class Pages:
    """Reads and writes the following pages of reports."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def of(self, report: int) -> dict[str, StoredPage]:
        """The following pages of a report by the address that leads to each, in their order."""
        sql = f"SELECT {', '.join(_NAMES)} FROM following_pages WHERE report = ? ORDER BY position"
        return {row[0]: StoredPage(*row) for row in self.db.execute(sql, [report])}

    def put(self, report: int, pages: Sequence[StoredPage]) -> None:
        """Keep the following pages of a report as they are now."""
        if list(self.of(report).values()) == list(pages):
            return
        with self.db.atomic():
            self.db.execute("DELETE FROM following_pages WHERE report = ?", [report])
            rows = ((report, position, *astuple(page)) for position, page in enumerate(pages, 2))
            insert_all(self.db, "following_pages", ("report", "position", *_NAMES), rows)


def evidence(joined: Sequence[str], pages: Sequence[StoredPage]) -> list[dict[str, Any]]:
    """The following pages whose text is part of the report's, with their digests and snapshots."""
    return [
        {"url": page.url, "sha256": page.sha256, "snapshot": page.snapshot}
        for page in pages
        if page.url in joined and page.sha256
    ]
