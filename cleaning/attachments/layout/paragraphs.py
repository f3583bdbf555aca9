"""Lines of pages joined into paragraphs, by indent, length, distance and size of type.

Lengths are in the page's own unit and only ever compared with the size of the type.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cleaning.attachments.layout.page_text import INDENT, Line, Sheet, arrange
from cleaning.attachments.layout.running import without_running
from cleaning.text.numbering import PART, read_marker

_SHORT = 1.6  # ems left of the right margin at which a paragraph ends
_SENTENCE_END = tuple("。!?！？：:;；…”）)」』")
_UNFINISHED = 0.4  # share of a column's width from which a line can end in the middle of a sentence
_MIDDLE = re.compile("[，。,；;].*[^。！？!?]$")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+-]*$", re.ASCII)
_RUN = re.compile(r"^[\w.,%/:+~@#&-]+", re.ASCII)


@dataclass(slots=True)
class _Margins:
    left: float
    right: float
    pitch: float


def _margins(lines: Sequence[Line]) -> _Margins | None:
    """Where the text of a column begins and ends and how far its lines are apart."""
    plain = [line for line in lines if not line.is_row]
    if not plain:
        return None
    size = median(line.size for line in plain)
    widest = max(line.x1 - line.x0 for line in plain)
    wide = [line for line in plain if line.x1 - line.x0 > 0.6 * widest]
    # The leftmost place at which more than one line starts: hanging numbers and stray marks do not set the margin.
    left = _first_shared(sorted(line.x0 for line in wide), 0.5 * size)
    rights = sorted((line.x1 for line in wide), reverse=True)
    # Punctuation may hang over the margin; where lines end raggedly most of them end before the longest.
    right = min(_first_shared(rights, 0.8 * size), rights[int(0.3 * len(rights))] + 0.2 * size)
    return _Margins(left, right, _pitch(plain, size))


def _pitch(lines: Sequence[Line], size: float) -> float:
    """How far lines are apart; twice their ``size`` where none stands below another one."""
    steps = [b.bottom - a.bottom for a, b in itertools.pairwise(lines) if b.bottom > a.bottom]
    return median(steps) if steps else 2 * size


def _first_shared(places: Sequence[float], near: float) -> float:
    """The first of the places that has its next one near, or the first of all."""
    return next((a for a, b in itertools.pairwise(places) if abs(b - a) < near), places[0])


def paragraphs(sheets: Sequence[Sheet]) -> list[str]:
    """The lines of all pages joined into paragraphs; rows of tables stay lines with tabs."""
    everything = _document_margins(sheets)
    indented = _indents(sheets, everything)
    sizes = [line.size for sheet in sheets for line in sheet.lines]
    size = median(sizes) if sizes else 1.0
    out: list[str] = []
    before: _Placed | None = None
    for sheet in sheets:
        columns = _columns(sheet, everything)
        for at, line in enumerate(sheet.lines):
            placed = _Placed(line, columns[line.column], first=at == 0)
            placed.hangs = before is not None and _hangs(before, placed)
            if before is not None and (placed.hangs or _joins(before, placed, size, indented)):
                out[-1] = join(out[-1], line.text)
            else:
                out.append(line.text)
            before = placed
    return [text for text in out if text]


def reading_order(sheets: Sequence[Sheet]) -> list[str]:
    """The paragraphs of a file's pages, without running heads, each column read by itself."""
    without_running(sheets)
    arrange(sheets)
    return paragraphs(sheets)


@dataclass(slots=True)
class _Placed:
    """A line, the margins of its column, whether it is the first one of its page, and whether it goes on with a
    paragraph whose number stands left of all its lines."""

    line: Line
    margins: _Margins | None
    first: bool
    hangs: bool = False


def _hangs(before: _Placed, after: _Placed) -> bool:
    """Whether a line stands below the text of a numbered line that was full, right of the number."""
    a, b = before.line, after.line
    if before.margins is None or after.first or a.column != b.column or not _alike(a, b) or read_marker(b.text):
        return False
    full = before.margins.right - a.x1 <= (_SHORT + _carried(b.text)) * a.size
    aligned = abs(a.x0 - b.x0) < 0.3 * a.size if before.hangs else 0.8 * a.size < b.x0 - a.x0 < 4 * a.size
    return full and aligned and (before.hangs or read_marker(a.text) is not None)


def _joins(before: _Placed, after: _Placed, size: float, indented: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    a, b = before.line, after.line
    if before.margins is None or after.margins is None or a.is_row or b.is_row:
        return False
    same_flow = not after.first and a.column == b.column
    if same_flow and _of_one_title(a, b, size):
        return True
    return not _starts(a, b, before.margins, after.margins, same_flow, indented)


def _columns(sheet: Sheet, everything: _Margins | None) -> dict[int, _Margins | None]:
    """The margins of the columns of a page; a page of few lines has those of the document."""
    columns: dict[int, _Margins | None] = {}
    for number in {line.column for line in sheet.lines}:
        own = [line for line in sheet.lines if line.column == number]
        few = sum(not line.is_row for line in own) < 6
        columns[number] = _margins(own) if number or not few or everything is None else everything
    return columns


def _document_margins(sheets: Sequence[Sheet]) -> _Margins | None:
    """The margins of most pages. Where no two lines end at one place, the right one is as wide as the left one."""
    plain = [[line for line in sheet.lines if not line.column] for sheet in sheets]
    found = [m for lines in plain if (m := _margins(lines)) is not None]
    if not found:
        return None
    left, right = median(m.left for m in found), max(median(m.right for m in found), found[0].right)
    running = [line for lines in plain for line in lines if not line.is_row]
    widest = max(line.x1 - line.x0 for line in running)
    ends = sorted((line.x1, line.size) for line in running if line.x1 - line.x0 > 0.6 * widest)
    if all(b - a >= 0.8 * size for (a, _), (b, size) in itertools.pairwise(ends)):
        right = max(right, sheets[0].width - left)
    return _Margins(left, right, median(m.pitch for m in found))


def _indents(sheets: Sequence[Sheet], margins: _Margins | None) -> bool:
    """Whether paragraphs of this document begin with an indent, as Chinese ones nearly always do."""
    if margins is None:
        return True
    plain = [line for sheet in sheets for line in sheet.lines if not line.is_row and not line.column]
    wide = [line for line in plain if line.x1 > margins.right - 2 * line.size]
    return sum(INDENT < (line.x0 - margins.left) / line.size < 3.5 for line in wide) >= max(1, 0.03 * len(wide))


def _of_one_title(a: Line, b: Line, size: float) -> bool:
    """Whether two lines in larger type than the text stand below each other around one middle."""
    em = max(a.size, b.size)
    return (
        min(a.size, b.size) > 1.15 * size
        and abs(a.size - b.size) < 0.12 * em
        and abs(a.x0 + a.x1 - b.x0 - b.x1) < 2 * em
        and 0 < b.bottom - a.bottom < 2.2 * em
        and not a.text.endswith(_SENTENCE_END)
        and read_marker(b.text) is None
    )


def _starts(a: Line, b: Line, a_margins: _Margins, b_margins: _Margins, same_flow: bool, indented: bool) -> bool:
    """Whether line b begins a paragraph after line a."""
    em = max(a.size, b.size)
    if not _alike(a, b) or _is_indented(b, b_margins, em) or _counts_on(a.text, b.text):
        return True
    apart = same_flow and b.bottom - a.bottom > 1.55 * max(b_margins.pitch, 1.1 * em)
    if indented and _is_unfinished(a, b, a_margins):
        return apart
    if apart or a_margins.right - a.x1 > (_SHORT + _carried(b.text)) * em:
        return True
    return not indented and a.text.endswith(_SENTENCE_END) and _opens_part(b.text)


def _is_indented(line: Line, margins: _Margins, em: float) -> bool:
    return line.is_led or line.x0 - margins.left > INDENT * em


def _alike(a: Line, b: Line) -> bool:
    """Whether two lines are of one size and neither is parted into cells."""
    return len(a.cells) == len(b.cells) == 1 and abs(a.size - b.size) <= 0.12 * max(a.size, b.size)


def _carried(text: str) -> float:
    """The ems of a word, a number or an address in front of a line: what does not fit is carried over whole."""
    found = _RUN.match(text)
    return min(0.55 * len(found[0]), 12.0) if found else 0.0


def _counts_on(above: str, below: str) -> bool:
    """Whether two lines begin with one number and the next one of the same kind."""
    one, other = read_marker(above), read_marker(below)
    if one is None or other is None or one.ordinal is None:
        return False
    return one.rank == other.rank and other.ordinal == one.ordinal + 1


def _opens_part(text: str) -> bool:
    marker = read_marker(text)
    return marker is not None and marker.rank >= PART


def _is_unfinished(a: Line, b: Line, margins: _Margins) -> bool:
    """Whether line a, however short, stops within a sentence that line b, without an indent, goes on with."""
    width = margins.right - margins.left
    return (
        a.x0 - margins.left < 3.5 * a.size
        and a.x1 - margins.left > _UNFINISHED * width
        and not a.text.endswith(_SENTENCE_END)
        and read_marker(b.text) is None
        and (a.is_led or a.text.endswith(("，", ",", "、")) or _MIDDLE.search(a.text) is not None)
    )


def join(above: str, below: str) -> str:
    """Two lines of one paragraph: words of an alphabetic script are parted, an address and an acronym are not."""
    if above.endswith("-") and re.search(r"[a-z]-$", above) and re.match(r"[a-z]", below):
        return above[:-1] + below
    words = re.search(r"[0-9A-Za-z,.;:)%]$", above) and re.match(r"[A-Za-z(]", below)
    one = _ADDRESS_END.search(above) or (above[-1:].isupper() and below[:1].isupper())
    return above + (" " if words and not one else "") + below
