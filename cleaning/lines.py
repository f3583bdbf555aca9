"""A page as the lines a reader sees, with marks where links, bold leads, images and candidate bodies are.

The page is parsed once, by the rules browsers follow (WHATWG, Lexbor), written out again in normal form, and
turned into lines by a few passes of simple patterns over that normal form: faster than walking nodes, linear in
the length of the page, and without recursion, so ten thousand nested tags are no danger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Marks inside the marked text. The page's own control characters are removed first, so they cannot collide.
LINK, LINK_END, BOLD, BOLD_END, IMAGE, SOFT = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
REGION, REGION_STOP, CELL, ROW, ROW_END = "\x0e", "\x0f", "\x14", "\x15", "\x16"
HIDE, HIDE_END, NESTED = "\x17", "\x18", "\x19"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")
_REFERENCE = re.compile(
    r"&#(?:0{0,6}(?:[0-9]|[12][0-9]|3[01]|127)(?![0-9])|[xX]0{0,6}(?:[01]?[0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
_RAW = re.compile(
    r"<(script|style|noscript|template|select|textarea|svg|iframe|object|video|audio|button|datalist|title)\b"
    r"[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>.*?</\1>|<!--.*?-->",
    re.DOTALL,
)
_REST = r"\b[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>"
_INLINE = re.compile(
    r"</?(?:span|font|u|i|em|sub|sup|s|strike|del|ins|small|big|o:p|st1:\w+|label|abbr|acronym|cite|code|kbd|samp|tt|"
    r"var|q|mark|bdo|bdi|ruby|rt|rp|wbr|time|data|map|area|input|nobr|publishtime|ucaptitle|ucapcontent|w:\w+|"
    r"v:\w+|o:\w+|m:\w+|image)" + _REST
)
_ANCHOR = re.compile(r"<a" + _REST)
_STRONG = re.compile(r"<(?:strong|b)" + _REST)
_IMG = re.compile(r"<(?:img|embed)" + _REST)
_CELLS = re.compile(r"<t[dh]" + _REST)
_ROWS = re.compile(r"<tr" + _REST)
_BLOCK = re.compile(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019\u2014\u2026"
_SOFT_CJK = re.compile(rf"(?<=[{_CJK}])[ \t]*\x06[ \t\x06]*(?=[{_CJK}])")
_SPACES = re.compile(r"[ \t\x06]+")
_INNER_ROW = re.compile(r"\x15([^\x15\x16]*)\x16")
_MARKS = re.compile(r"[\x01-\x06]")
_NO_ROW = re.compile(r"[\x0e\x0f\x19]")
_HIDDEN_MARKS = re.compile(r"[\x17\x18]")
_PIECES = re.compile(r"([\x01-\x05])")
_REGIONS = re.compile(r"([\x0e\x0f]\d{1,6};)")
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_EDGES = " \t\r\n\x06\u00a0\u3000\u202f\u205f\u200b\ufeff\u00ad" + "".join(map(chr, range(0x2000, 0x200B)))


@dataclass(slots=True)
class Line:
    """One line of text; ``link`` counts its characters inside links, ``lead`` those of a bold beginning."""

    text: str
    link: int = 0
    lead: int = 0
    images: int = 0
    anchors: tuple[str, ...] = ()

    @property
    def plain(self) -> int:
        """Characters outside links."""
        return len(self.text) - self.link


@dataclass(slots=True)
class Stream:
    """All lines of a page in reading order; ``regions`` maps a mark's number to its half-open range of lines."""

    lines: list[Line] = field(default_factory=list)
    regions: dict[int, tuple[int, int]] = field(default_factory=dict)


def strip_controls(text: str) -> str:
    """The text without control characters: no page means them and the marks need them."""
    return _CONTROL.sub("", text)


def without_references(text: str) -> str:
    """The markup without references to control characters (``&#14;``), which a parser would turn into marks."""
    return _REFERENCE.sub(" ", text) if "&#" in text else text


def mark(number: int) -> tuple[str, str]:
    """The texts to put before and after a region of the page."""
    return f"{REGION}{number};", f"{REGION_STOP}{number};"


def without_hidden(html: str) -> str:
    """The HTML without what stands between HIDE and HIDE_END, nested or not."""
    pieces, depth, at = [], 0, 0
    for match in _HIDDEN_MARKS.finditer(html):
        if depth == 0:
            pieces.append(html[at : match.start()])
        depth = max(0, depth + (1 if match[0] == HIDE else -1))
        at = match.end()
    if depth == 0:
        pieces.append(html[at:])
    return "".join(pieces)


def _join_row(match: re.Match[str]) -> str:
    """A table row on one line, cells parted by tabs, unless its cells hold running text."""
    cells = [[part for part in map(str.strip, cell.split("\n")) if part] for cell in match[1].split(CELL)]
    cells = [cell for cell in cells if cell]
    size = max((sum(map(len, cell)) for cell in cells), default=0)
    if len(cells) < 2 or size > 400 or max(map(len, cells)) > 5 or _NO_ROW.search(match[1]):
        return "\n".join([NESTED, *(part for cell in cells for part in cell), ""])
    return NESTED + "\n" + "\t".join(" ".join(cell) for cell in cells) + "\n"


def marked_text(html: str) -> str:
    """The text of normalised HTML with marks; one line per block."""
    if "<pre" in html:
        html = _PRE.sub(lambda match: match[0].replace("\n", "<br>"), html)
    html = _RAW.sub("", html)
    html = html.replace("\r", "").replace("\n", SOFT)
    html = _INLINE.sub("", html)
    html = _ANCHOR.sub(LINK, html).replace("</a>", LINK_END)
    html = _STRONG.sub(BOLD, html).replace("</strong>", BOLD_END).replace("</b>", BOLD_END)
    html = _IMG.sub(IMAGE, html)
    rows = "<tr" in html
    if rows:
        html = _CELLS.sub(CELL, html)
        html = _ROWS.sub(ROW, html).replace("</tr>", ROW_END)
    text = _BLOCK.sub("\n", html)
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if SOFT in text:
        text = _SOFT_CJK.sub("", text)
    text = _SPACES.sub(" ", text)
    if rows:
        for _ in range(8):
            text, joined = _INNER_ROW.subn(_join_row, text)
            if not joined:
                break
        text = text.replace(CELL, "\n").replace(ROW, "\n").replace(ROW_END, "\n").replace(NESTED, "\n")
    return text


def _measure(raw: str, inside_link: bool) -> tuple[Line | None, bool]:
    """The line of a marked text and whether a link goes on after it."""
    text, link, lead, images, bold = "", 0, 0, 0, False
    anchors: list[str] = []
    for piece in _PIECES.split(raw):
        if piece == LINK:
            inside_link = True
        elif piece == LINK_END:
            inside_link = False
        elif piece == BOLD:
            bold = True
        elif piece == BOLD_END:
            bold = False
        elif piece == IMAGE:
            images += 1
        elif piece:
            size = len(piece.strip(_EDGES))
            if size and inside_link:
                link += size
                anchors.append(piece)
            if bold and lead == len(text.strip(_EDGES)):
                lead = len((text + piece).strip(_EDGES))
            text += piece
    start = len(text) - len(text.lstrip(_EDGES))
    text = text[start:].rstrip(_EDGES)
    if not text and not images:
        return None, inside_link
    return Line(
        text.replace("\u00a0", " "), min(link, len(text)), min(lead, len(text)), images, tuple(anchors)
    ), inside_link


def stream(html: str) -> Stream:
    """The lines of normalised HTML (as a parser writes it), with the regions marked in it."""
    out = Stream()
    starts: dict[int, int] = {}
    inside_link = False
    text = _REGIONS.sub(r"\n\1\n", marked_text(html))
    for raw in text.split("\n"):
        raw = raw.strip(_EDGES)
        if not raw:
            continue
        if raw[0] == REGION:
            starts[int(raw[1:-1])] = len(out.lines)
        elif raw[0] == REGION_STOP:
            number = int(raw[1:-1])
            if number in starts:
                out.regions[number] = (starts[number], len(out.lines))
        elif inside_link or _MARKS.search(raw):
            line, inside_link = _measure(raw, inside_link)
            if line is not None:
                out.lines.append(line)
        else:
            out.lines.append(Line(raw.replace("\u00a0", " ")))
    return out
