"""Tables with rules: the lines drawn on a page make cells, the text falls into them."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median

from cleaning.attachments.layout.page_text import Cell, Glyph, Line, Sheet, lines_of
from cleaning.attachments.layout.paragraphs import join, paragraphs
from cleaning.attachments.layout.rows import row

_RULES = 4000  # of one page; drawings have more, tables never
_CELLS = 20_000
_WIDE = 18  # ems from which a cell holds paragraphs and not only wrapped lines


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, lying or standing: its place across and its begin and end along."""

    at: float
    start: float
    end: float

    def reaches(self, place: float, near: float) -> bool:
        """True if it goes as far as this place along it."""
        return self.start - near <= place <= self.end + near


def rules_of(strokes: Sequence[tuple[float, float, float, float]], thin: float) -> tuple[list[Rule], list[Rule]]:
    """Lying and standing rules of strokes and boxes (x0, top, x1, bottom) that are thinner than ``thin``."""
    lying, standing = [], []
    for x0, top, x1, bottom in strokes:
        width, height = abs(x1 - x0), abs(bottom - top)
        if height <= thin < width:
            lying.append(Rule((top + bottom) / 2, min(x0, x1), max(x0, x1)))
        elif width <= thin < height:
            standing.append(Rule((x0 + x1) / 2, min(top, bottom), max(top, bottom)))
    return _merged(lying, thin), _merged(standing, thin)


def _merged(rules: list[Rule], near: float) -> list[Rule]:
    """Rules that go on one another made one: borders are often drawn cell by cell."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if groups and rule.at - groups[-1][-1].at <= near:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [rule for group in groups for rule in _chained(group, near)]


def _chained(rules: list[Rule], near: float) -> list[Rule]:
    """The rules of one place across, those that go on one another as one."""
    at = median(rule.at for rule in rules)
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.start):
        if out and rule.start <= out[-1].end + 2 * near:
            out[-1] = Rule(at, out[-1].start, max(out[-1].end, rule.end))
        else:
            out.append(Rule(at, rule.start, rule.end))
    return out


class _Sets:
    """Union-find."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def find(self, at: int) -> int:
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its rules, lying and standing, and the places ``xs`` and ``ys`` between its columns and rows."""

    lying: Sequence[Rule]
    standing: Sequence[Rule]
    xs: Sequence[float]
    ys: Sequence[float]

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns it has."""
        return len(self.ys) - 1, len(self.xs) - 1

    def holds(self, piece: Glyph) -> bool:
        """True for a piece whose middle is inside."""
        x, y = piece.middle
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def grids(lying: Sequence[Rule], standing: Sequence[Rule], near: float) -> list[Grid]:
    """The ruled tables: lying and standing rules that touch and make two columns and a row at least."""
    if len(lying) + len(standing) > _RULES:
        return []
    sets = _Sets(len(lying) + len(standing))
    for (i, h), (j, v) in product(enumerate(lying), enumerate(standing, len(lying))):
        if v.reaches(h.at, near) and h.reaches(v.at, near):
            sets.join(i, j)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate((*lying, *standing)):
        found.setdefault(sets.find(at), ([], []))[at >= len(lying)].append(rule)
    drawn = [Grid(hs, vs, _places(vs, near), _places(hs, near)) for hs, vs in found.values()]
    return [grid for grid in drawn if min(grid.shape) > 0 and 1 < grid.shape[1] <= _CELLS / grid.shape[0]]


def _places(rules: Sequence[Rule], near: float) -> list[float]:
    out: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not out or at - out[-1] > near:
            out.append(at)
    return out


def _covered(rules: Sequence[Rule], at: float, along: float, near: float) -> bool:
    return any(abs(rule.at - at) <= near and rule.reaches(along, near) for rule in rules)


def sheet(
    width: float, height: float, pieces: list[Glyph], strokes: Sequence[tuple[float, float, float, float]]
) -> Sheet:
    """A page of these pieces: the rows of its ruled tables and the lines of all the rest, from the top down."""
    if not pieces:
        return Sheet(width, height)
    lines: list[Line] = []
    size = median(piece.size for piece in pieces)
    near = 0.3 * size
    for grid in grids(*rules_of(strokes, near), near):
        inside = [piece for piece in pieces if grid.holds(piece)]
        if not all(piece.text.isspace() for piece in inside):
            lines += _rows(grid, inside, size)
            pieces = [piece for piece in pieces if not grid.holds(piece)]
    return Sheet(width, height, sorted([*lines, *lines_of(pieces)], key=lambda line: line.bottom))


def _rows(grid: Grid, pieces: list[Glyph], size: float) -> list[Line]:
    """The rows of one table. A cell over several columns is read where it begins, as is one over several rows; below
    its beginning it has an empty place."""
    xs, ys, (count, columns) = grid.xs, grid.ys, grid.shape
    sets = _joined(grid, 0.3 * size)
    widths: dict[int, float] = defaultdict(float)
    for i, j in product(range(count), range(columns)):
        at = sets.find(i * columns + j)
        if at // columns == i:
            widths[at] += xs[j + 1] - xs[j]
    texts: dict[int, list[Glyph]] = defaultdict(list)
    for piece in pieces:
        x, y = piece.middle
        texts[sets.find(bisect(ys, y, 1, count) * columns - columns + bisect(xs, x, 1, columns) - 1)].append(piece)
    out = []
    for i in range(count):
        begun = range(i * columns, (i + 1) * columns)
        fields = dict.fromkeys(sets.find(at) for at in begun)
        cells = [_cell(texts[at], widths[at]) if at in begun else [] for at in fields]
        for text in row(cells):
            out.append(Line([Cell(xs[0], ys[i], xs[-1], ys[i + 1], size, text)], is_row=True))
    return out


def _joined(grid: Grid, near: float) -> _Sets:
    """The fields of the grid, those that no rule divides joined to one cell."""
    xs, ys, (count, columns) = grid.xs, grid.ys, grid.shape
    sets = _Sets(columns * count)
    for i, j in product(range(count), range(columns)):
        at = i * columns + j
        if j + 1 < columns and not _covered(grid.standing, xs[j + 1], (ys[i] + ys[i + 1]) / 2, near):
            sets.join(at, at + 1)
        if i + 1 < count and not _covered(grid.lying, ys[i + 1], (xs[j] + xs[j + 1]) / 2, near):
            sets.join(at, at + columns)
    return sets


def _cell(pieces: list[Glyph], room: float) -> list[str]:
    """The paragraphs of a cell so wide: in a narrow one a line that filled it goes on in the next one, in a wide
    one lines are joined as on a page."""
    lines = lines_of(pieces)
    if not lines:
        return []
    for line in lines:
        line.cells = [Cell(line.x0, line.top, line.x1, line.bottom, line.size, line.text.replace("\t", " "))]
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    if width > _WIDE * lines[0].size:
        return paragraphs([Sheet(width, 1, lines)])
    out = [lines[0].text]
    for above, line in pairwise(lines):
        ems = min(len(line.text), 3)
        if room - (above.x1 - above.x0) > (ems + 1.5) * above.size:
            out.append(line.text)
        else:
            out[-1] = join(out[-1], line.text)
    return out
