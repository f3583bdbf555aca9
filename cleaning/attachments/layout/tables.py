"""Tables with rules: the lines drawn on a page make cells, the text falls into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
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
    out: list[Rule] = []
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if groups and rule.at - groups[-1][-1].at <= near:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        at = median(rule.at for rule in group)
        begin, end = None, 0.0
        for rule in sorted(group, key=lambda r: r.start):
            if begin is not None and rule.start <= end + 2 * near:
                end = max(end, rule.end)
                continue
            if begin is not None:
                out.append(Rule(at, begin, end))
            begin, end = rule.start, rule.end
        if begin is not None:
            out.append(Rule(at, begin, end))
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


def grids(lying: Sequence[Rule], standing: Sequence[Rule], near: float) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules of each table: lying and standing ones that touch."""
    if not lying or not standing or len(lying) + len(standing) > _RULES:
        return []
    sets = _Sets(len(lying) + len(standing))
    for i, h in enumerate(lying):
        for j, v in enumerate(standing):
            if v.start - near <= h.at <= v.end + near and h.start - near <= v.at <= h.end + near:
                sets.join(i, len(lying) + j)
    found: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(lying):
        found[sets.find(i)][0].append(h)
    for j, v in enumerate(standing):
        found[sets.find(len(lying) + j)][1].append(v)
    return [(hs, vs) for hs, vs in found.values() if len(hs) > 1 and len(vs) > 2]


def _places(rules: Sequence[Rule], near: float) -> list[float]:
    out: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not out or at - out[-1] > near:
            out.append(at)
    return out


def _covered(rules: Sequence[Rule], at: float, along: float, near: float) -> bool:
    return any(abs(rule.at - at) <= near and rule.start - near <= along <= rule.end + near for rule in rules)


def take(sheet: Sheet, pieces: list[Glyph], strokes: Sequence[tuple[float, float, float, float]]) -> list[Glyph]:
    """Puts the rows of a page's ruled tables on the sheet; gives the pieces that are in none of them."""
    if not pieces or not strokes:
        return pieces
    size = median(piece.size for piece in pieces)
    near = 0.3 * size
    lying, standing = rules_of(strokes, near)
    for hs, vs in grids(lying, standing, near):
        xs, ys = _places(vs, near), _places(hs, near)
        if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _CELLS:
            continue
        inside = [
            piece
            for piece in pieces
            if xs[0] <= (piece.x0 + piece.x1) / 2 <= xs[-1] and ys[0] <= (piece.top + piece.bottom) / 2 <= ys[-1]
        ]
        if not any(not piece.text.isspace() for piece in inside):
            continue
        sheet.lines += _rows(xs, ys, hs, vs, inside, size)
        taken = set(map(id, inside))
        pieces = [piece for piece in pieces if id(piece) not in taken]
    return pieces


def _rows(
    xs: list[float], ys: list[float], hs: list[Rule], vs: list[Rule], pieces: list[Glyph], size: float
) -> list[Line]:
    """The rows of one table. A cell over several rows or columns is read where it begins."""
    columns, count = len(xs) - 1, len(ys) - 1
    sets = _joined(xs, ys, hs, vs, 0.3 * size)
    widths: dict[int, float] = {}
    for i in range(count):
        for j in range(columns):
            at = sets.find(i * columns + j)
            if at // columns == i:
                widths[at] = widths.get(at, 0.0) + xs[j + 1] - xs[j]
    texts: dict[int, list[Glyph]] = defaultdict(list)
    for piece in pieces:
        x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        j = sum(place <= x for place in xs[1:-1])
        i = sum(place <= y for place in ys[1:-1])
        texts[sets.find(i * columns + j)].append(piece)
    out = []
    for i in range(count):
        cells = [_cell(texts[at], widths.get(at, 0.0)) for at in range(i * columns, (i + 1) * columns)]
        for text in row(cells):
            out.append(Line([Cell(xs[0], ys[i], xs[-1], ys[i + 1], size, text)], is_row=True))
    return out


def _joined(xs: list[float], ys: list[float], hs: list[Rule], vs: list[Rule], near: float) -> _Sets:
    """The fields of the grid, those that no rule divides joined to one cell."""
    columns, count = len(xs) - 1, len(ys) - 1
    sets = _Sets(columns * count)
    for i in range(count):
        for j in range(columns):
            if j + 1 < columns and not _covered(vs, xs[j + 1], (ys[i] + ys[i + 1]) / 2, near):
                sets.join(i * columns + j, i * columns + j + 1)
            if i + 1 < count and not _covered(hs, ys[i + 1], (xs[j] + xs[j + 1]) / 2, near):
                sets.join(i * columns + j, (i + 1) * columns + j)
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
