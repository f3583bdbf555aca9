"""``output/feed.atom``: new, changed and vanished reports for feed readers (RFC 4287)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from feedgen.feed import FeedGenerator
from sqlite_utils import Database

from crawler.clock import stamp
from crawler.publish.diff import as_html_fragment, changed, compare
from crawler.store.lookup import Change, bodies, newest

AUTHORITY: Final = "tag:fazhi-watch.invalid,2026:"  # fixed for ever (RFC 4151); .invalid belongs to nobody
ENTRIES: Final = 100
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)  # an empty feed does not change with the time of day
LABELS: Final = {"new": "新发布", "changed": "已修改", "gone": "已撤下"}
NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST_SUMMARY: Final = 20_000  # characters


def write_feed(db: Database, path: Path, now: datetime) -> bool:
    """Bring the feed at ``path`` up to date as of ``now``, in one step; False if it did not change.

    Ids are made of the report's address and what happened, so they survive a rebuilt database. A reader of the
    file sees the old feed or the new one, never half of one.
    """
    content = render(newest(db, ENTRIES, until=stamp(now)), db)
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True


def render(entries: list[Change], db: Database) -> bytes:
    """The feed as bytes; equal entries give equal bytes."""
    feed = FeedGenerator()
    feed.id(f"{AUTHORITY}feed")
    feed.title("法治政府建设年度报告 Fazhi Watch")
    feed.author(name="Fazhi Watch")
    feed.language("zh-CN")
    feed.updated(max((_moment(entry.time) for entry in entries), default=EPOCH))
    for change in entries:
        entry = feed.add_entry(order="append")
        entry.id(entry_id(change, _first_address(db, change)))
        entry.title(_clean(f"{LABELS[change.kind]}：{change.name}"))
        entry.link(href=_clean(quote(change.url, safe=":/?#[]@!$&'()*+,;=%~")), rel="alternate")
        entry.updated(_moment(change.time))
        entry.category(term=change.kind, label=LABELS[change.kind])
        entry.content("".join(f"<p>{line}</p>" for line in _lines(change, db)), type="html")
    content: bytes = feed.atom_str(pretty=True)
    return content


def entry_id(change: Change, address: str) -> str:
    """The tag URI of a change, the same whenever it is written: ``address`` is where its report was first met."""
    what = f"version-{change.version}" if change.kind != "gone" else f"gone-{change.time[:10]}"
    return f"{AUTHORITY}{what}/{quote(address, safe=':/')}"


def _first_address(db: Database, change: Change) -> str:
    """The address a report was first met at: it stays, where the report's own may move."""
    known = db.table("report_addresses").rows_where(
        "report = ?", [change.report], select="url", order_by="first_seen, rowid", limit=1
    )
    return str(next(known, {"url": change.url})["url"])


def _lines(change: Change, db: Database) -> Iterator[str]:
    """The entry's paragraphs as HTML."""
    facts = (change.agency or change.issuer, f"{change.report_year}年度" if change.report_year else None)
    published = f"published {change.published}" if change.published else "no date of publication"
    yield _clean(escape(" · ".join(filter(None, (*facts, published)))))
    if change.kind == "gone":
        yield "The page is no longer there. The text is kept."
    elif change.kind == "changed" and change.version:
        paragraphs = compare(*bodies(db, change.report, change.version))
        count = len(changed(paragraphs))
        yield f"{count} {'paragraph' if count == 1 else 'paragraphs'} changed (version {change.version})."
        size = 0
        for fragment in as_html_fragment(paragraphs):
            size += len(fragment)
            if size > LONGEST_SUMMARY:
                yield "…"
                break
            yield _clean(fragment)


def _clean(text: str) -> str:
    """Text without the characters XML 1.0 cannot hold."""
    return NO_XML.sub("", text)


def _moment(time: str) -> datetime:
    return datetime.fromisoformat(time.replace("Z", "+00:00"))
