"""Rows that an inline script writes, as Wuhan's TRS templates do.

Seen: ``var url="./202602/t20260214_1.shtml"; var title="…"; … document.writeln("2026-02-14 17:32")``, one such
block per row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from cleaning.text import dates
from cleaning.text.normalize import fold
from crawler.platforms.listing.dom import Dom

_URL: Final = re.compile(r"\b(?:url|href|link|linkurl|docurl)\s*=\s*(\"[^\"\n]{1,1000}\"|'[^'\n]{1,1000}')", re.I)
_TITLE: Final = re.compile(
    r"\b(?:title|doctitle|bt)\s*=\s*(\"(?:[^\"\\\n]|\\.){1,2000}\"|'(?:[^'\\\n]|\\.){1,2000}')", re.I
)
_DATE: Final = re.compile(rf"[\"'>\s][\[(【]?({dates.DATE})")
_MAX_SCRIPT: Final = 2_000_000


def unquote(literal: str) -> str:
    """The text of a JavaScript string literal; what cannot be read as JSON keeps its backslashes' letters."""
    body = literal[1:-1]
    if "\\" not in body:
        return body
    body = body.replace("\\'", "'").replace("\\/", "/")
    try:
        return str(json.loads(f'"{body}"' if literal[0] == '"' else '"' + body.replace('"', '\\"') + '"'))
    except ValueError:
        return re.sub(r"\\(.)", r"\1", body)


def written_rows(dom: Dom) -> Iterator[tuple[int, int, str, str, str]]:
    """(script element, order, address, title, ISO date or "") of every row the page's scripts write."""
    for element, kind, source in dom.scripts:
        if kind not in ("", "text/javascript", "application/javascript") or len(source) > _MAX_SCRIPT:
            continue
        starts = [found for found in _URL.finditer(source) if _is_document(found[1])]
        ends = [*(found.start() for found in starts[1:]), len(source)]
        for found, after in zip(starts, ends, strict=False):
            block = source[found.start() : min(after, found.start() + 5000)]
            title = _TITLE.search(block)
            if title:
                day = _day(block[title.end() :]) or _day(block[: title.start()])
                yield element, element, unquote(found[1]), unquote(title[1]), day


def _is_document(literal: str) -> bool:
    return bool(re.search(r"[./]", literal)) and not literal.rstrip("\"'").endswith((".js", ".css", ".png", ".jpg"))


def _day(block: str) -> str:
    for found in _DATE.finditer(fold(block)):
        if day := dates.find(found[1]):
            return day[0]
    return ""
