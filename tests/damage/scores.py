"""How well the score tells wrong texts from right ones: parts of whole pages are taken for the text, wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from cleaning.body import boilerplate, edges
from cleaning.body.candidates import candidate, weigh
from cleaning.body.score import score
from cleaning.page import dom
from cleaning.page.lines import Line
from cleaning.page.tree import parse
from cleaning.text.normalize import squeeze
from tests.damage.measure import Sample

TRIES = 4
EDGE = (1, 2, 3)  # lines


def scored(pages: list[Sample]) -> Iterator[tuple[str, float]]:
    """Pairs of how a text is wrong ("" for the right one) and its score."""
    for page in pages:
        lines = [line for line in dom.read_lines(parse(page.text).body).lines if line.text]
        folded = [line.folded for line in lines]
        first, last = squeeze(page.lines[0]), squeeze(page.lines[-1])
        if first not in folded or last not in folded[folded.index(first) :]:
            continue
        start = folded.index(first)
        end = folded.index(last, start) + 1
        yield "", _score(lines, start, end)
        choice = Random(page.name)
        for _ in range(TRIES):
            inner = choice.randint(start + 1, end - 2)
            yield "end missing", _score(lines, start, inner)
            yield "beginning missing", _score(lines, inner, end)
        for gone in EDGE:
            yield "last lines missing", _score(lines, start, end - gone)
            yield "first lines missing", _score(lines, start + gone, end)
        for more in EDGE:
            first, last = start - more, end + more
            if first >= 0 and not boilerplate.is_outer(lines[first]):
                yield "the page's words above with it", _score(lines, first, end)
            if last <= len(lines) and not boilerplate.is_outer(lines[last - 1]):
                yield "the page's words below with it", _score(lines, start, last)
        yield "menu and foot with it", _score(lines, 0, len(lines))
        yield "twice", _score([*lines[:end], *lines[start:end], *lines[end:]], start, 2 * end - start)
        middle = (start + end) // 2
        yield "middle missing", _score([*lines[: middle - 1], *lines[middle + 1 :]], start, end - 2)


def _score(lines: list[Line], start: int, end: int) -> float:
    sums = weigh(lines)
    best = candidate(sums, "test", True, start, end)
    above, below = lines[start - 1] if start else None, lines[end] if end < len(lines) else None
    doubted = any(edges.doubtful(lines[start:end], above, lines[end : end + 2], []))
    return score(sums, best, lines[start:end], below) * (edges.DOUBT if doubted else 1)
