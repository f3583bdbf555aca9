"""One line out of the pieces of text that stand in it, with links, bold words and pictures measured."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaning.page.lines import Line
from cleaning.page.tokens import BOLD, BOLD_END, BREAK, IMAGE, LINK, LINK_END, Token

_CJK = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"))
_CJK_SIGNS = "\u201c\u201d\u2018\u2019\u2014\u2026"
_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_EDGES = " \t\r\n\u00a0\u3000\u202f\u205f\u200b\ufeff\u00ad" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN = re.compile("[\u200b\ufeff\u00ad]")  # where a line may break
Piece = str | Token
"""A part of a line: a text, or what a reader meets there."""


class _Run(NamedTuple):
    """A text between two tokens."""

    text: str
    linked: bool
    bold: bool


def plain_line(pieces: list[Piece]) -> Line | None:
    """The line of texts without tokens, None where it shows nothing."""
    text = _spaced((pieces[0] if len(pieces) == 1 else "".join(pieces)).strip(_EDGES))  # type: ignore[arg-type, union-attr]
    return Line(text) if text else None


def measured(pieces: list[Piece], linked: bool) -> tuple[Line | None, bool]:
    """The line of texts with tokens between them, None where it shows nothing, and whether a link goes on after it."""
    if not linked and len(pieces) == 3 and pieces[0] is LINK and pieces[2] is LINK_END and isinstance(pieces[1], str):
        return _link(pieces[1]), False
    runs, goes_on = _runs(pieces, linked)
    text = _joined(runs)
    images = pieces.count(IMAGE)
    if not text and not images:
        return None, goes_on
    anchors = _anchors(runs)
    link = sum(len(each.strip(_EDGES)) for each in anchors)
    size = len(text)
    return Line(text, min(link, size), min(_lead(runs), size), images, anchors), goes_on


def _link(anchor: str) -> Line | None:
    """The line of a link and nothing else, as those of menus are."""
    anchor = _spaced(anchor)
    text = anchor.strip(_EDGES)
    return Line(text, len(text), 0, 0, (anchor,)) if text else None


def _anchors(runs: list[_Run]) -> tuple[str, ...]:
    """The texts of links."""
    return tuple([run.text for run in runs if run.linked and run.text.strip(_EDGES)])


def _joined(runs: list[_Run]) -> str:
    """The text of runs as a line shows it."""
    return "".join(run.text for run in runs).strip(_EDGES)


def _runs(pieces: list[Piece], linked: bool) -> tuple[list[_Run], bool]:
    """The texts between the tokens, and whether a link is open at the end."""
    runs: list[_Run] = []
    raw, bold = "", False
    for piece in (*pieces, BREAK):
        if type(piece) is str:
            raw += piece
            continue
        if raw:
            runs.append(_Run(_spaced(raw), linked, bold))
            raw = ""
        if piece is LINK or piece is LINK_END:
            linked = piece is LINK
        elif piece is BOLD or piece is BOLD_END:
            bold = piece is BOLD
    return runs, linked


def _lead(runs: list[_Run]) -> int:
    """The characters of the runs up to the last bold one before which nothing plain stands."""
    lead = 0
    for at, run in enumerate(runs, 1):
        if run.bold:
            lead = at
        elif run.text.strip(_EDGES):
            break
    return len(_joined(runs[:lead])) if lead else 0


def _spaced(raw: str) -> str:
    """White space as a reader sees it: a line break between Chinese characters is nothing, any other is a space."""
    if "\n" in raw:
        raw = _BLANKS.sub(_blank, raw)
    elif "  " in raw or "\t" in raw or "\r" in raw:
        raw = _BLANKS.sub(" ", raw)
    if "\u200b" in raw or "\ufeff" in raw or "\u00ad" in raw:
        raw = _UNSEEN.sub("", raw)
    return raw.replace("\u00a0", " ") if "\u00a0" in raw else raw


def _blank(match: re.Match[str]) -> str:
    """What a reader sees of a run of white space."""
    text, start, end = match.string, match.start(), match.end()
    soft = "\n" in match[0] and start > 0 and end < len(text) and _is_cjk(text[start - 1]) and _is_cjk(text[end])
    return "" if soft else " "


def _is_cjk(char: str) -> bool:
    return any(first <= char <= last for first, last in _CJK) or char in _CJK_SIGNS
