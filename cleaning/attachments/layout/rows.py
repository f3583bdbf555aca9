"""Tables as text: one row a line, its cells parted by tabs, as on HTML pages (``cleaning.page.lines``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_LONG = 400
_PARAGRAPHS = 5


def row(cells: Iterable[Sequence[str]]) -> list[str]:
    """The lines of one row of a table, each cell given as its paragraphs.

    Cells with running text, and the only cell of a row, are paragraphs of their own.
    """
    filled = [[part for part in map(str.strip, cell) if part] for cell in cells]
    filled = [cell for cell in filled if cell]
    size = max((sum(map(len, cell)) for cell in filled), default=0)
    if len(filled) < 2 or size > _LONG or max(map(len, filled)) > _PARAGRAPHS:
        return [part for cell in filled for part in cell]
    return ["\t".join(" ".join(cell) for cell in filled)]
