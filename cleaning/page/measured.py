"""One line out of the pieces of text that stand in it, with links, bold words and pictures measured."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaning.page.lines import Line
from cleaning.page.tokens import BOLD, BREAK, IMAGE, LINK, LINK_END, Token

_CJK = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"))
_CJK_SIGNS = "\u201c\u201d\u2018\u2019\u2014\u2026"
_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_EDGES = " \t\r\n\u00a0\u3000\u202f\u205f\u200b\ufeff\u00ad" + "".join(map(chr, range(0x2000, 0x200B)))
Mark = tuple[int, Token]
"""A token and the number of pieces that stand before it."""


_OPENED = (0, LINK)  # a line that is a link and nothing else, as those of menus are


class _Run(NamedTuple):
    """A text between two marks."""

    text: str
    linked: bool
    bold: bool


def plain_text(pieces: list[str]) -> str:
    """The text of pieces without marks."""
    return _spaced((pieces[0] if len(pieces) == 1 else "".join(pieces)).strip(_EDGES))


def measured(pieces: list[str], marks: list[Mark], linked: bool) -> tuple[Line | None, bool]:
    """The line of texts with marks between them, None where it shows nothing, and whether a link goes on after it."""
    if not linked and marks == [_OPENED, (len(pieces), LINK_END)]:
        return _link(pieces), False
    runs, images, goes_on = _runs(pieces, marks, linked)
    text = "".join(run.text for run in runs).strip(_EDGES)
    if not text and not images:
        return None, goes_on
    size = len(text)
    links = [run.text for run in runs if run.linked and run.text.strip(_EDGES)]
    link = sum(len(each.strip(_EDGES)) for each in links)
    lead = _lead(runs)
    if lead:
        lead = min(size, len("".join(run.text for run in runs[:lead]).strip(_EDGES)))
    return Line(text, min(link, size), lead, images, tuple(links)), goes_on


def _link(pieces: list[str]) -> Line | None:
    """The line of a link and nothing else."""
    anchor = _spaced("".join(pieces))
    text = anchor.strip(_EDGES)
    return Line(text, len(text), 0, 0, (anchor,)) if text else None


def _runs(pieces: list[str], marks: list[Mark], linked: bool) -> tuple[list[_Run], int, bool]:
    """The texts between the marks, the number of images, and whether a link is open at the end."""
    runs: list[_Run] = []
    images, bold, at = 0, False, 0
    for place, token in [*marks, (len(pieces), BREAK)]:
        text = _spaced("".join(pieces[at:place])) if place > at else ""
        at = place
        if text:
            runs.append(_Run(text, linked, bold))
        if token is LINK or token is LINK_END:
            linked = token is LINK
        elif token is IMAGE:
            images += 1
        elif token is not BREAK:
            bold = token is BOLD
    return runs, images, linked


def _lead(runs: list[_Run]) -> int:
    """The number of runs up to the last bold one before which nothing plain stands."""
    lead = 0
    for at, run in enumerate(runs, 1):
        if run.bold:
            lead = at
        elif run.text.strip(_EDGES):
            break
    return lead


def _spaced(raw: str) -> str:
    """White space as a reader sees it: a line break between Chinese characters is nothing, any other is a space."""
    if "\n" in raw:
        raw = _BLANKS.sub(_blank, raw)
    elif "  " in raw or "\t" in raw or "\r" in raw:
        raw = _BLANKS.sub(" ", raw)
    return raw.replace("\u00a0", " ") if "\u00a0" in raw else raw


def _blank(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    soft = "\n" in match[0] and start > 0 and end < len(text) and _is_cjk(text[start - 1]) and _is_cjk(text[end])
    return "" if soft else " "


def _is_cjk(char: str) -> bool:
    return any(first <= char <= last for first, last in _CJK) or char in _CJK_SIGNS
