"""Plain text and pages saved as files."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable

from cleaning.attachments.kinds import kind_of
from cleaning.attachments.layout.page_text import Cell, Line, Sheet
from cleaning.attachments.layout.paragraphs import paragraphs
from cleaning.attachments.reading import Limits, Problem, Text
from cleaning.page.decode import decode
from cleaning.page.dom import read_lines
from cleaning.page.tree import parse

_COLUMN = 70  # ems; a wrapped text's lines are shorter
_PARTS = 500


def read(data: bytes, limits: Limits) -> Text:
    """The text of a TXT, HTML or MHT file."""
    kind = kind_of(data)
    if kind == "mht":
        return _page(_inside(data))
    if kind == "html":
        return _page(data)
    decoded = decode(data)
    lines = [line.expandtabs(4).rstrip() for line in re.split(r"\r\n|[\n\r\f\v]", decoded.text)]
    lines = [line for line in lines if line.strip(" \u3000")]
    return Text("\n".join(_unwrapped(lines)), "txt", confidence=0.9 if decoded.guessed else 1.0)


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs of a text whose lines were broken at one width, or at one number of characters; other texts have a
    paragraph a line already."""
    measure = max((_width, len), key=lambda each: _full(lines, each))
    widest = max(map(measure, lines), default=0.0)
    if len(lines) < 6 or not 15 < widest < _COLUMN or _full(lines, measure) < 0.4 * len(lines):
        return [line.strip(" \u3000") for line in lines]
    placed = []
    for number, line in enumerate(lines):
        left = measure(line) - measure(line.lstrip(" \u3000"))
        cell = Cell(left, 1.5 * number, measure(line), 1.5 * number + 1, 1.0, line.strip(" \u3000"))
        placed.append(Line([cell]))
    return paragraphs([Sheet(widest, 1.5 * len(lines), placed)])


def _full(lines: list[str], measure: Callable[[str], float]) -> int:
    """How many lines are nearly as long as the longest."""
    sizes = list(map(measure, lines))
    return sum(max(sizes, default=0.0) - size < 2 for size in sizes)


def _page(data: bytes) -> Text:
    from cleaning.clean import clean
    from cleaning.report import Page

    report = clean(Page(data), with_figures=False)
    body = report.body or _everything(data)
    if report.title and not body.startswith(report.title):
        body = f"{report.title}\n{body}"
    return Text(body, "html", confidence=min(1.0, report.body_score))


def _everything(data: bytes) -> str:
    """All lines of a page: a file of it has no furniture, and may be but a table, as programs export it."""
    decoded = decode(data)
    return "\n".join(line.text for line in read_lines(parse(decoded.text, decoded.data).body).lines if line.text)


def _inside(data: bytes) -> bytes:
    """The page inside a web archive (RFC 2557)."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return payload
    raise Problem("unreadable", "The web archive holds no page.")
