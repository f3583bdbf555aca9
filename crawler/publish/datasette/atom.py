"""Any list of the reading room as an Atom feed (RFC 4287): a search or a question can be subscribed to."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from feedgen.feed import FeedGenerator

from crawler.publish.datasette import labels
from crawler.publish.feed import AUTHORITY, EPOCH, NO_XML

TIMES: Final = (
    "last_changed",
    "time",
    "seen",
    "发现时间",
    "until",
    "last_fetch",
    "last_seen",
    "fetched",
    "since",
    "发布日期",
)
NAMES: Final = ("title", "标题", "name", "heading", "label", "agency", "机关", "issuer", "url")
LONGEST: Final = 300  # characters of a value that are shown
MOST: Final = 200  # entries
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?")

Row = Mapping[str, Any]


def feed(title: str, address: str, base: str, table: str, rows: Sequence[Row], updated: str | None) -> bytes:
    """The feed of ``rows``, in their order.

    ``address`` is the feed's own, ``base`` the database's, to which links are made; ``table`` is the table or
    question they come from; ``updated`` counts for rows that have no time of their own.
    """
    otherwise = _moment(updated) or EPOCH
    made = FeedGenerator()
    made.id(AUTHORITY + address.split("://", 1)[-1].partition("/")[2])  # the same under whatever name it is asked for
    made.link(href=address, rel="self")
    made.title(_clean(title))
    made.author(name="Fazhi Watch")
    made.language("zh-CN")
    moments = [otherwise]
    for row in rows[:MOST]:
        entry = made.add_entry(order="append")
        moment = next((found for name in TIMES if name in row and (found := _moment(row[name]))), otherwise)
        moments.append(moment)
        entry.id(f"{AUTHORITY}{table}/{_identity(row)}")
        entry.title(_clean(_title(table, row)))
        entry.updated(moment)
        entry.link(href=_link(base, table, row) or address.replace(".atom", ""), rel="alternate")
        entry.content(_clean(_content(row)), type="text")
    made.updated(max(moments))
    content: bytes = made.atom_str(pretty=True)
    return content


def _identity(row: Row) -> str:
    """What tells a row from others, the same each time: its number, else what it says."""
    if isinstance(row.get("id"), int):
        return str(row["id"])
    said = json.dumps({key: str(value) for key, value in row.items()}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _title(table: str, row: Row) -> str:
    parts = [labels.CHANGES[row["kind"]]] if table == "changes" and row.get("kind") in labels.CHANGES else []
    parts += [str(row[name]) for name in ("year", "年度", "key") if row.get(name)]
    parts += [str(row[name]) for name in NAMES if row.get(name)][:1]
    if table == "coverage" and row.get("state") in labels.COVERAGE:
        parts.append(labels.COVERAGE[row["state"]])
    shown = parts or [str(value) for value in row.values() if value is not None][:4]
    return " ".join(shown)[:LONGEST] or table


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
        lines.append(f"{name}：{text[:LONGEST]}{'…' if len(text) > LONGEST else ''}")
    return "\n".join(lines)


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _clean(text: str) -> str:
    return NO_XML.sub("", text.encode("utf-8", "replace").decode())
