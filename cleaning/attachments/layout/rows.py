"""Tables as text: one row a line, its cells parted by tabs, as on HTML pages (``cleaning.page.lines``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

_LONG = 400
_PARAGRAPHS = 5


def row(cells: Iterable[Sequence[str]]) -> list[str]:
    """The lines of one row of a table, each cell given as its paragraphs.

    Cells with running text, and the only cell of a row, are paragraphs of their own. An empty cell keeps its place.
    """
    texts = [list(filter(None, map(str.strip, cell))) for cell in cells]
    filled = list(filter(None, texts))
    size = max((sum(map(len, cell)) for cell in filled), default=0)
    if len(filled) < 2 or size > _LONG or max(map(len, filled)) > _PARAGRAPHS:
        return list(chain.from_iterable(filled))
    return ["\t".join(map(" ".join, texts)).rstrip("\t")]
