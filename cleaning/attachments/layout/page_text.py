"""Pages of placed text to lines in reading order.

A page is a set of pieces: single characters of a PDF or OFD file, whole lines of a recogniser. They become lines,
lines that part at the same places rows of tables, and columns are read one after the other. Lengths are in the page's
own unit and only ever compared with the size of the type, coordinates run from the top left corner.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

CELL = "\t"
_GAP = 2.4  # ems of blank between two pieces of one line that belong to different cells
INDENT = 1.1  # ems right of the margin at which a paragraph starts
_LINES, _PROSE_LINES = 8, 4  # in two halves that show two columns
_LONG_CELL = 14  # characters
_WIDE = 0.8  # ems from one digit to the next from which digits are set like Chinese characters
_NUMERIC = re.compile(r"[0-9.%]")
_DIGITS_APART = re.compile(r"(?<![0-9.])(?<![0-9.] )[0-9](?: [0-9.])+(?=[\u4e00-\u9fff%])")
_ASCII_END = re.compile(r"[!-~]$")
_ASCII_START = re.compile(r"^[!-~]")


@dataclass(slots=True)
class Cell:
    """A stretch of a visual line without a wide blank: its place, the size of its type, its text."""

    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    text: str

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its place."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(slots=True)
class Glyph(Cell):
    """A character in its place, or a line as a recogniser read it, with its sureness."""

    score: float = 1.0


@dataclass(slots=True)
class Line:
    """A visual line of cells; a row of a table is never joined to another line.

    ``is_led`` says that it begins with printed blanks as wide as the indent of a paragraph.
    """

    cells: list[Cell]
    is_row: bool = False
    column: int = 0
    is_led: bool = False

    x0: float = field(init=False)
    top: float = field(init=False)
    x1: float = field(init=False)
    bottom: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0, self.x1 = self.cells[0].x0, self.cells[-1].x1
        self.top, self.bottom = min(cell.top for cell in self.cells), max(cell.bottom for cell in self.cells)
        self.size = max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def text(self) -> str:
        return CELL.join(cell.text for cell in self.cells)


@dataclass(slots=True)
class Sheet:
    """A page's lines in reading order, and the page's size."""

    width: float
    height: float
    lines: list[Line] = field(default_factory=list)


def lines_of(pieces: Iterable[Glyph]) -> list[Line]:
    """Visual lines from the top down, pieces from left to right."""
    rows: list[list[Glyph]] = []
    for piece in sorted(pieces, key=lambda p: (p.top + p.bottom) / 2):
        middle = (piece.top + piece.bottom) / 2
        for line in reversed(rows[-3:]):
            first = line[0] if line[0].size >= piece.size else max(line[:50], key=lambda p: p.size)
            if abs(middle - (first.top + first.bottom) / 2) < 0.45 * max(first.size, piece.size):
                line.append(piece)
                break
        else:
            rows.append([piece])
    found = [_line(sorted(row, key=lambda p: p.x0)) for row in rows if any(not p.text.isspace() for p in row)]
    return sorted(found, key=lambda line: line.bottom)


def _line(pieces: list[Glyph]) -> Line:
    blank = pieces[0].x0 if pieces[0].text.isspace() else None
    pieces = _stripped(pieces)
    size = median(piece.size for piece in pieces)
    is_led = blank is not None and INDENT * size < pieces[0].x0 - blank < 3.5 * size
    return Line([_cell(_stripped(cell)) for cell in _parted(pieces, size)], is_led=is_led)


def _stripped(pieces: list[Glyph]) -> list[Glyph]:
    """The pieces without blanks in front and behind."""
    inked = [at for at, piece in enumerate(pieces) if not piece.text.isspace()]
    return pieces[inked[0] : inked[-1] + 1]


def _parted(pieces: list[Glyph], size: float) -> list[list[Glyph]]:
    """The pieces of a line cell by cell, without characters printed twice to look bold."""
    cells: list[list[Glyph]] = []
    previous: Glyph | None = None
    for piece in pieces:
        if previous is not None and piece.text == previous.text and piece.x0 - previous.x0 < 0.3 * size:
            continue
        if piece.text.isspace():
            cells[-1].append(piece)
            continue
        if previous is None or piece.x0 - previous.x1 > _GAP * size:
            cells.append([])
        cells[-1].append(piece)
        previous = piece
    return cells


def _cell(pieces: list[Glyph]) -> Cell:
    size = median(piece.size for piece in pieces)
    top, bottom = min(piece.top for piece in pieces), max(piece.bottom for piece in pieces)
    return Cell(pieces[0].x0, top, max(piece.x1 for piece in pieces), bottom, size, spaced(pieces, size))


def spaced(pieces: Sequence[Glyph], size: float) -> str:
    """The text of neighbouring pieces, with a space where words of an alphabetic script stand apart."""
    wide = _digits_are_wide(pieces, size)
    out = pieces[0].text
    for a, b in itertools.pairwise(pieces):
        out += f" {b.text}" if _stand_apart(a, b, size, wide) else b.text
    return _whole_numbers(out.strip(" \u3000"))


def _whole_numbers(text: str) -> str:
    """The text with its numbers whole where digit by digit stands apart by a blank, as in 2 0 2 5年."""
    return _DIGITS_APART.sub(lambda match: match[0].replace(" ", ""), text) if " " in text else text


def _stand_apart(a: Glyph, b: Glyph, size: float, wide: bool) -> bool:
    """Whether a space parts two neighbouring pieces; ``wide`` where digits are set apart like Chinese characters."""
    gap = b.x0 - a.x1
    if gap <= 0.2 * size or a.text.endswith(" ") or b.text.startswith(" "):
        return False
    if gap > size or not (_ASCII_END.search(a.text) and _ASCII_START.match(b.text)):
        return gap > size
    return not (wide and _NUMERIC.match(a.text) and _NUMERIC.match(b.text))


def _digits_are_wide(pieces: Sequence[Glyph], size: float) -> bool:
    """Whether every digit of a line has the place of a Chinese character, as typesetters in full width set them."""
    steps = [
        b.x0 - a.x0 for a, b in itertools.pairwise(pieces) if _NUMERIC.fullmatch(a.text) and _NUMERIC.fullmatch(b.text)
    ]
    return bool(steps) and min(steps) >= _WIDE * size


def arrange(sheets: Sequence[Sheet]) -> None:
    """Puts the lines of all pages in reading order, columns one after the other, and finds rows of tables."""
    gutters = [_gutter(sheet) for sheet in sheets]
    common = _middle_gutter([gutter for gutter in gutters if gutter is not None])
    for sheet, gutter in zip(sheets, gutters, strict=True):
        if gutter is None and common is not None and _parts_at(sheet, common):
            gutter = common
        if gutter is not None:
            sheet.lines = _in_columns(sheet.lines, (gutter[0] + gutter[1]) / 2)
        _as_rows(sheet)


def _middle_gutter(found: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Where the columns of most pages part, None without one."""
    return (median(left for left, _ in found), median(right for _, right in found)) if found else None


def _gutter(sheet: Sheet) -> tuple[float, float] | None:
    """Where the left column ends and the right one begins on a page most lines of which part at one blank band."""
    split = _halved(sheet)
    if len(split) < (_PROSE_LINES if _is_prose(split) else _LINES):
        return None
    halves = [line.cells for line in split]
    left_end, right_start = median(left.x1 for left, _ in halves), median(right.x0 for _, right in halves)
    if not 0.3 * sheet.width < (left_end + right_start) / 2 < 0.7 * sheet.width:
        return None
    size = median(line.size for line in split)
    flush = sum(abs(a.x1 - left_end) < 1.5 * size and abs(b.x0 - right_start) < 3 * size for a, b in halves)
    return (left_end, right_start) if flush >= 0.7 * len(split) else None


def _is_prose(split: Sequence[Line]) -> bool:
    """Whether the cells of lines in two are longer than those of tables are."""
    return bool(split) and min(median(len(line.cells[at].text) for line in split) for at in (0, 1)) > _LONG_CELL


def _halved(sheet: Sheet) -> list[Line]:
    """The lines of a page in two cells of some length."""
    return [line for line in sheet.lines if len(line.cells) == 2 and min(len(cell.text) for cell in line.cells) >= 6]


def _parts_at(sheet: Sheet, gutter: tuple[float, float]) -> bool:
    """Whether no text of a page crosses the band where the other pages part, and some stands right of it."""
    cells = [cell for line in sheet.lines for cell in line.cells]
    crossing = sum(cell.x0 < gutter[1] - cell.size and cell.x1 > gutter[0] + cell.size for cell in cells)
    return crossing * 10 <= len(cells) and any(cell.x0 >= gutter[1] - cell.size for cell in cells)


def _in_columns(lines: Sequence[Line], middle: float) -> list[Line]:
    """The lines of a page in two columns: what crosses the middle stands above or below both."""
    out: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        if line.is_row or any(cell.x0 < middle < cell.x1 for cell in line.cells):
            out += [*sides[0], *sides[1], line]
            sides = ([], [])
            continue
        for at, side in enumerate(sides):
            cells = [cell for cell in line.cells if (cell.x0 >= middle) == bool(at)]
            if cells:
                side.append(Line(cells, column=at + 1))
    return [*out, *sides[0], *sides[1]]


def _as_rows(sheet: Sheet) -> None:
    """Takes neighbouring lines that part at the same places for rows of a table without rules; a row in which some
    cells are empty has the others below those of the row beside it."""
    lines = sheet.lines
    for above, below in itertools.pairwise(lines):
        if len(above.cells) > 1 and len(above.cells) == len(below.cells):
            size = max(above.size, below.size)
            if all(_stand_alike(a, b, size) for a, b in zip(above.cells, below.cells, strict=True)):
                above.is_row = below.is_row = True
        _fill(below, above)
    for above, below in itertools.pairwise(lines[::-1]):
        _fill(below, above)


def _stand_alike(a: Cell, b: Cell, size: float) -> bool:
    """Whether two cells begin or end at one place, or have one middle."""
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < 1.2 * size


def _fill(line: Line, row: Line) -> None:
    """Makes a line a row of the table of the row beside it, if each of its cells, fewer than the row's, stands as one
    of those does."""
    if line.is_row or not row.is_row or not 1 < len(line.cells) < len(row.cells):
        return
    size = max(line.size, row.size)
    places = [next((at for at, b in enumerate(row.cells) if _stand_alike(a, b, size)), None) for a in line.cells]
    if None in places or len(set(places)) < len(places):
        return
    found = dict(zip(places, line.cells, strict=True))
    last = max(at for at in places if at is not None)
    line.cells = [found.get(at) or replace(cell, text="") for at, cell in enumerate(row.cells[: last + 1])]
    line.is_row = True
