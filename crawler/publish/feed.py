"""Atom (RFC 4287), all of it: ``output/feed.atom``, the room's feed of changes, and any list of the room as a feed.

An entry's id is made of what it speaks of, never of a row number: a change's of its report's canonical address and the
digest of the version, a report's of its public id, another row's of what it says. So ids survive a rebuilt database,
stay the same under any name of the room, and are the same for two operators only where they saw the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from feedgen.feed import FeedGenerator

from crawler import environment
from crawler.clock import stamp
from crawler.publish.datasette import labels
from crawler.publish.diff import as_html_fragment, changed, compare, short
from crawler.store import Database
from crawler.store.lookup import Change, Connection, begun, bodies, newest

AUTHORITY: Final = "tag:fazhi-watch.invalid,2026:"  # fixed for ever (RFC 4151); .invalid belongs to nobody
MEDIA_TYPE: Final = "application/atom+xml; charset=utf-8"
ENTRIES: Final = 100
MOST: Final = 200  # entries of a list
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)  # an empty feed does not change with the time of day
LABELS: Final = {"new": "新发布", "changed": "已修改", "gone": "已撤下"}
NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST: Final = 4_000  # characters of what an entry tells of a change
LONGEST_VALUE: Final = 300  # characters of a row's value that are shown
SECONDS: Final = 0.5  # for comparing the two texts of one entry
TIMES: Final = (
    "last_changed", "time", "seen", "发现时间", "until", "last_fetch", "last_seen", "fetched", "since", "发布日期",
)  # fmt: skip
NAMES: Final = ("title", "标题", "name", "heading", "label", "agency", "机关", "issuer", "url")
# What names a row to everybody; another table's rows are named by all that they say.
KEYS: Final = {
    "portals": ("name",), "portal_health": ("portal",), "columns": ("url",), "agencies": ("name",),
    "coverage": ("agency", "year"), "regions": ("code",), "runs": ("id",), "snapshots": ("url", "fetched"),
    "report_addresses": ("url", "first_seen"),
}  # fmt: skip
NUMBERED: Final = ("id", "report", "version", "snapshot", "column_id", "replaced_by")  # known to this database only
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: ``content`` is HTML if ``markup``, else text."""

    id: str
    title: str
    updated: datetime
    published: datetime
    link: str
    content: str
    markup: bool = False
    kind: str = ""


def render(ident: str, title: str, address: str, entries: Sequence[Entry], otherwise: datetime = EPOCH) -> bytes:
    """The feed as bytes; equal entries give equal bytes. ``address`` is the feed's own, "" where nobody knows it, and
    ``otherwise`` its time where it has no entries."""
    feed = FeedGenerator()
    feed.id(AUTHORITY + ident)
    feed.title(_clean(title))
    feed.author(name="Fazhi Watch")
    feed.language("zh-CN")
    feed.updated(max((each.updated for each in entries), default=otherwise))
    if address:
        feed.link(href=address, rel="self", type="application/atom+xml")
    for each in entries:
        entry = feed.add_entry(order="append")
        entry.id(each.id)
        entry.title(_clean(each.title))
        entry.updated(each.updated)
        entry.published(each.published)
        entry.link(href=_address(each.link), rel="alternate")
        if each.kind:
            entry.category(term=each.kind, label=LABELS[each.kind])
        entry.content(_clean(each.content), type="html" if each.markup else "text")
    content: bytes = feed.atom_str(pretty=True)
    return content


def write_feed(db: Database, path: Path, now: datetime) -> bool:
    """Bring the feed at ``path`` up to date as of ``now``, in one step; False if it did not change.

    A reader of the file sees the old feed or the new one, never half of one.
    """
    room = room_address()
    entries = of_changes(db, newest(db, ENTRIES, until=stamp(now)), room)
    content = render("feed", "法治政府建设年度报告 Fazhi Watch", f"{room}/feed.atom" if room else "", entries)
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


def room_address() -> str:
    """Where the database stands in the reading room that readers are sent to, "" if none is configured."""
    room = environment.value("FAZHI_ROOM")
    return f"{room.rstrip('/')}/reports" if room else ""


def link(change: Change, room: str) -> str:
    """Where a reader sees a change: the version in the room, the kept text of what is gone, else the portal's page."""
    return f"{room}/reports/{change.report}" if room else change.url


def of_changes(conn: Connection, changes: Sequence[Change], room: str) -> list[Entry]:
    """The entries of changes, in their order; ``room`` is the database's address in the reading room."""
    return [_of_change(conn, change, room) for change in changes]


def _of_change(conn: Connection, change: Change, room: str) -> Entry:
    known, moment = begun(conn, change.report, change.version), _moment(change.time) or EPOCH
    what = f"{change.kind}-{change.time[:10]}" if change.kind == "gone" else "version"
    again = f"-{known.nth}" if known.nth > 1 else ""
    return Entry(
        id=f"{AUTHORITY}{what}-{known.digest[:16]}{again}/{quote(known.address, safe=':/')}",
        title=f"{LABELS[change.kind]}：{change.name}",
        updated=moment,
        published=moment,
        link=f"{room}/versions/{known.key}" if room and change.kind != "gone" else link(change, room),
        content="".join(f"<p>{line}</p>" for line in _lines(conn, change)),
        markup=True,
        kind=change.kind,
    )


def _lines(conn: Connection, change: Change) -> Iterator[str]:
    """The entry's paragraphs as HTML."""
    facts = (change.agency or change.issuer, f"{change.report_year}年度" if change.report_year else None)
    published = f"发布 {change.published}" if change.published else "未注明发布日期"
    yield escape(" · ".join(filter(None, (*facts, published, change.url))))
    if change.kind == "gone":
        yield "原网页已不在，正文留存。 The page is no longer there; its text is kept."
    elif change.kind == "changed" and change.version:
        paragraphs = changed(compare(*bodies(conn, change.report, change.version), seconds=SECONDS))
        yield f"第 {change.version} 版改动 {len(paragraphs)} 段："
        size = 0
        for fragment in as_html_fragment([short(each) for each in paragraphs]):
            size += len(fragment)
            if size > LONGEST:
                yield "…"
                break
            yield fragment


def of_rows(base: str, table: str, rows: Sequence[Row], names: Mapping[int, str], otherwise: datetime) -> list[Entry]:
    """Rows of a table or answers of a question, in their order. ``base`` is the database's address, ``names`` are
    public ids of reports by their numbers; ``otherwise`` counts for rows that have no time of their own."""
    entries = []
    for row in rows[:MOST]:
        moment = next((found for name in TIMES if name in row and (found := _moment(row[name]))), otherwise)
        entries.append(
            Entry(
                id=f"{AUTHORITY}{table}/{_identity(table, row, names)}",
                title=_title(table, row),
                updated=moment,
                published=_moment(row.get("first_seen")) or moment,
                link=_link(base, table, row) or f"{base}/{table}",
                content=_content(row),
            )
        )
    return entries


def _identity(table: str, row: Row, names: Mapping[int, str]) -> str:
    """What tells a row from others, for everybody and each time the same."""
    if table == "reports" and row.get("id") in names:
        return names[row["id"]]
    keys = KEYS.get(table, ())
    kept = keys if keys and set(keys) <= row.keys() else row.keys() - (() if keys else NUMBERED)
    said = {key: str(row[key]) for key in kept}
    if not keys:
        said["report"] = names.get(row.get("report") or 0, "")
    whole = json.dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:32]


def _title(table: str, row: Row) -> str:
    kind = labels.CHANGES.get(row.get("kind") or "") if table == "changes" else None
    state = labels.COVERAGE.get(row.get("state") or "") if table == "coverage" else None
    named = next(filter(None, map(row.get, NAMES)), None)
    parts = list(filter(None, (kind, *map(row.get, ("year", "年度", "key")), named, state)))
    shown = parts or [value for value in row.values() if value is not None][:4]
    return " ".join(map(str, shown))[:LONGEST_VALUE] or table


def _link(base: str, table: str, row: Row) -> str | None:
    if isinstance(row.get("version"), int) and table != "changes":
        return f"{base}/versions/{row['version']}"
    if isinstance(row.get("report"), int):
        return f"{base}/reports/{row['report']}"
    if table == "portal_health" and row.get("portal"):
        return f"{base}/portals/{row['portal']}"
    return f"{base}/{table}/{row['id']}" if isinstance(row.get("id"), int) else None


def _content(row: Row) -> str:
    lines = []
    for name, value in row.items():
        if value is None or value == "":
            continue
        text = str(value)
        lines.append(f"{name}：{text[:LONGEST_VALUE]}{'…' if len(text) > LONGEST_VALUE else ''}")
    return "\n".join(lines)


def _address(url: str) -> str:
    return _clean(quote(url, safe=":/?#[]@!$&'()*+,;=%~"))


def _clean(text: str) -> str:
    """Text without the characters XML 1.0 cannot hold."""
    return NO_XML.sub("", text.encode("utf-8", "replace").decode())


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def moment(value: object) -> datetime:
    """A database stamp or day as a moment; the epoch for what is none."""
    return _moment(value) or EPOCH
